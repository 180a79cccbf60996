import { h, setText } from "../dom/h";
import { readTheme, watchTheme } from "../dom/theme";
import type { CloudData, CloudHost, CloudView } from "./messages";
import { BRUSHES, MAX_POINTS, Points } from "./points";
import { Sheet } from "./sheet";
import { spray, stamp, type Shape } from "./shapes";
import { CLOUD_STYLE } from "./style";
import { Tools } from "./tools";

const STEP = 0.05;
const STAMPED = 150;
const LEAST = 10;
const SHAPES: [Shape, string][] = [
  ["blob", "Blob"],
  ["ring", "Ring"],
  ["line", "Line"],
];

/** What was drawn on a sheet that is not kept yet: it is there again when the person comes back to it. */
interface Begun {
  key: string;
  points: Points;
  name: string;
}

let begun: Begun = { key: "", points: new Points(), name: "" };

/** A sheet to draw one's own cloud of points on, by mouse, finger or keyboard. */
export function mountCloud(root: HTMLElement | ShadowRoot, data: CloudData, host: CloudHost): CloudView {
  const frame = h("div", { class: "gl-cloud" });
  const style = h("style", {}, CLOUD_STYLE);
  root.append(style, frame);
  let key = data.key;
  let drawing = new Drawing(frame, host, sheetOf(key));
  return {
    update(next) {
      if (next.key === key) return;
      key = next.key;
      drawing.destroy();
      drawing = new Drawing(frame, host, sheetOf(key));
    },
    destroy() {
      drawing.destroy();
      style.remove();
      frame.remove();
    },
  };
}

/** The sheet of this key: as it was left, or empty. */
function sheetOf(key: string): Begun {
  if (begun.key !== key) begun = { key, points: new Points(), name: "" };
  return begun;
}

class Drawing {
  private readonly points: Points;
  private readonly canvas = h("canvas", { class: "gl-cloud-sheet", tabindex: 0, role: "application" });
  private readonly sheet = new Sheet(this.canvas);
  private readonly tools: Tools;
  private readonly words = h("p", { role: "status" });
  private readonly undo = this.button("Undo", "Take back the last stroke (Ctrl+Z)", () => this.points.undo());
  private readonly clear = this.button("Clear", "Wipe the sheet; Undo brings it back", () => this.points.clear());
  private readonly keep: HTMLButtonElement;
  private readonly name = h("input", { type: "text", maxlength: 80, placeholder: "drawn points" });
  private readonly sizes: ResizeObserver;
  private readonly forgetTheme: () => void;
  /** Where the pointer is, the place of the last spray while it is down, and the keyboard's cross while it has focus. */
  private pointer: [number, number] | null = null;
  private pressed = false;
  private cross: [number, number] = [0, 0];
  private byKeys = false;
  private frame = 0;

  constructor(
    private readonly root: HTMLElement,
    host: CloudHost,
    sheet: Begun,
  ) {
    this.points = sheet.points;
    this.name.value = sheet.name;
    this.name.oninput = () => void (sheet.name = this.name.value);
    this.canvas.dataset.testid = "cloud-sheet";
    this.canvas.setAttribute(
      "aria-label",
      "Sheet to draw points on. Arrow keys move the cross, space draws, 1 to 6 choose the class, Ctrl+Z undoes.",
    );
    this.tools = new Tools(() => this.request());
    const stamps = SHAPES.map(([shape, label]) =>
      this.button(label, `Add a ${shape} of ${STAMPED} points around the cross, with the chosen class`, () => {
        this.points.begin();
        this.points.add(stamp(shape, ...this.cross, this.tools.width, STAMPED, this.tools.brush));
        this.cross = [
          wrap(this.cross[0] + 0.5),
          this.cross[0] + 0.5 > 0.75 ? wrap(this.cross[1] - 0.5) : this.cross[1],
        ];
      }),
    );
    this.keep = h(
      "button",
      { type: "button", class: "gl-cloud-keep", onclick: () => host.keep(this.points.drawn(this.name.value)) },
      "Keep as data set",
    );
    this.keep.title = "Keeps these points among your own data sets, ready to train on";
    this.name.setAttribute("aria-label", "Name of the data set");
    this.tools.element.append(
      h("fieldset", {}, h("legend", {}, "Add a whole shape"), h("div", { class: "gl-cloud-row" }, ...stamps)),
      h("div", { class: "gl-cloud-row" }, this.undo, this.clear),
      this.words,
      h("label", {}, h("span", {}, "Name"), this.name),
      h("div", { class: "gl-cloud-row" }, this.keep),
    );
    root.replaceChildren(h("div", { class: "gl-cloud-layout" }, this.canvas, this.tools.element));
    this.listen();
    this.sizes = new ResizeObserver(() => this.request());
    this.sizes.observe(this.canvas);
    this.forgetTheme = watchTheme(root, () => this.retheme());
    this.retheme();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.sizes.disconnect();
    this.forgetTheme();
    this.root.replaceChildren();
  }

  private retheme(): void {
    this.tools.paint(readTheme(this.root).dark);
    this.request();
  }

  private button(label: string, help: string, act: () => void): HTMLButtonElement {
    const press = () => {
      act();
      this.request();
    };
    return h("button", { type: "button", title: help, onclick: press }, label);
  }

  private request(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    this.frame = 0;
    const { all } = this.points;
    const at = this.byKeys ? this.cross : this.pointer;
    const ring = at && this.tools.tool !== "dot" ? { x: at[0], y: at[1], width: this.tools.width } : null;
    this.sheet.draw(all, ring, this.byKeys ? this.cross : null);
    const classes = new Set(all.map((point) => point.brush)).size;
    const full = this.points.isFull
      ? " The sheet is full."
      : all.length < LEAST
        ? ` At least ${LEAST} can be kept.`
        : "";
    const kinds = classes > 1 ? ` in ${classes} classes` : "";
    setText(
      this.words,
      `${all.length.toLocaleString("en")} of ${MAX_POINTS.toLocaleString("en")} points${kinds}.${full}`,
    );
    this.undo.disabled = !this.points.canUndo;
    this.clear.disabled = all.length === 0;
    this.keep.disabled = all.length < LEAST;
  }

  /** Leaves points at a place, or takes them away. */
  private touch(x: number, y: number): void {
    const { tool, width, density, brush } = this.tools;
    if (tool === "erase") this.points.erase(x, y, width);
    else if (tool === "dot") this.points.add([{ x, y, brush }]);
    else this.points.add(spray(x, y, width, density, brush));
    this.request();
  }

  private listen(): void {
    const { canvas } = this;
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button > 0) return;
      canvas.setPointerCapture(event.pointerId);
      this.pressed = true;
      this.byKeys = false;
      this.points.begin();
      this.touch(...(this.pointer = this.sheet.at(event)));
    });
    canvas.addEventListener("pointermove", (event) => {
      this.pointer = this.sheet.at(event);
      if (this.pressed && this.tools.tool !== "dot") this.touch(...this.pointer);
      else this.request();
    });
    const lift = () => {
      this.pressed = false;
      this.request();
    };
    canvas.addEventListener("pointerup", lift);
    canvas.addEventListener("pointercancel", lift);
    canvas.addEventListener("pointerleave", () => {
      this.pointer = null;
      this.request();
    });
    canvas.addEventListener("blur", () => {
      this.byKeys = false;
      this.request();
    });
    canvas.addEventListener("keydown", (event) => this.key(event));
  }

  private key(event: KeyboardEvent): void {
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, STEP],
      ArrowDown: [0, -STEP],
    };
    const move = moves[event.key];
    const brush = Number(event.key) - 1;
    if (move) this.cross = [clip(this.cross[0] + move[0]), clip(this.cross[1] + move[1])];
    else if (event.key === " ") {
      if (!event.repeat) this.points.begin();
      this.touch(...this.cross);
    } else if (event.key === "z" && (event.ctrlKey || event.metaKey)) this.points.undo();
    else if (brush >= 0 && brush < BRUSHES && !event.ctrlKey && !event.metaKey) this.tools.take(brush);
    else return;
    this.byKeys = true;
    event.preventDefault();
    event.stopPropagation();
    this.request();
  }
}

function clip(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

/** Keeps the cross within the middle of the sheet, so that shapes added one after another lie side by side. */
function wrap(value: number): number {
  return value > 0.75 ? -0.5 : value < -0.75 ? 0.5 : value;
}
