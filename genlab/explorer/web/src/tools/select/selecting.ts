import { h, setText } from "../../dom/h";
import { fieldsOf } from "../../state/fields";
import type { Rest } from "../../state/selection";
import type { Overlay } from "../../map/overlay";
import type { Bench, Tool, ToolView } from "../tool";
import { ByField } from "./byField";
import { Finding } from "./finding";
import { SelectGesture, type Shape } from "./gesture";
import { combine, HOWS, type How } from "./how";
import { Tags } from "./tags";
import { Thumbs } from "./thumbs";

/** Selecting data items, to look at them alone, keep them, or draw directions between them. */
export const selecting: Tool = {
  name: "select",
  label: "Select",
  help: "Choose items: draw around them on the map, find them by name or number, or take a range.",
  fits: (model) => model.data.points.count > 0,
  open: (bench) => new Selecting(bench),
};

const SHAPES: Record<Shape, { name: string; about: string }> = {
  lasso: { name: "Lasso", about: "Draw around points on the map; press again to move the point as before" },
  box: { name: "Box", about: "Pull a box over points on the map; press again to move the point as before" },
  brush: { name: "Brush", about: "Paint over points on the map; press again to move the point as before" },
};
const RESTS: Record<Rest, { name: string; about: string }> = {
  shown: { name: "Shown", about: "Show all items alike" },
  grey: { name: "Grey", about: "Grey what is not selected" },
  hidden: { name: "Hidden", about: "Show the selected items alone" },
};

class Selecting implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  readonly gesture: SelectGesture;
  private readonly words = h("b", { role: "status", "data-testid": "selected" });
  private readonly needsSome: HTMLButtonElement[] = [];
  private readonly thumbs: Thumbs;
  private readonly tags: Tags;
  private readonly size: HTMLElement;
  private readonly stop: () => void;

  constructor(private readonly bench: Bench) {
    const { model } = bench;
    this.gesture = new SelectGesture(bench);
    const choose = (rows: Int32Array) => combine(model.selection, rows, this.gesture.how);
    const fields = fieldsOf(model);
    this.thumbs = new Thumbs(bench);
    this.tags = new Tags(bench, choose);
    this.size = this.brushSize();
    this.element.append(
      h("div", { class: "gl-tool-row" }, this.shapes(), this.size, this.hows(), this.outcome(), this.rests()),
      new Finding(bench, fields, choose).element,
      new ByField(bench, fields, () => this.gesture.how).element,
      this.tags.element,
      this.thumbs.element,
    );
    this.stop = model.on((change) => change === "selection" && this.show());
    this.show();
  }

  draw(overlay: Overlay): void {
    this.gesture.draw(overlay);
  }

  close(): void {
    this.stop();
    this.gesture.close();
    this.tags.close();
    this.thumbs.close();
  }

  private show(): void {
    const { selection, data } = this.bench.model;
    const { count } = selection;
    setText(this.words, `${count.toLocaleString("en")} of ${data.points.count.toLocaleString("en")} selected`);
    for (const button of this.needsSome) button.disabled = count === 0;
    this.thumbs.show(selection.rows());
  }

  private shapes(): HTMLElement {
    return choice("Select on the map with", SHAPES, "shape", this.gesture.shape, (shape, again) => {
      this.gesture.shape = again ? null : shape;
      this.size.hidden = this.gesture.shape !== "brush";
      this.bench.request();
      return this.gesture.shape;
    });
  }

  private hows(): HTMLElement {
    return choice<How>("What is chosen next", HOWS, "how", this.gesture.how, (how) => (this.gesture.how = how));
  }

  private rests(): HTMLElement {
    const { selection } = this.bench.model;
    const group = choice<Rest>("The rest is", RESTS, "rest", selection.rest, (rest) => {
      selection.setRest(rest);
      return rest;
    });
    return h("span", { class: "gl-tool-group" }, "the rest", group);
  }

  private outcome(): HTMLElement {
    const { selection } = this.bench.model;
    const clear = { type: "button", title: "Select nothing", onclick: () => selection.clear() };
    this.needsSome.push(h("button", { ...clear, "data-testid": "select-clear" }, "Clear"));
    const title = "Select what is not selected, and the other way round";
    const invert = h("button", { type: "button", title, onclick: () => selection.invert() }, "Invert");
    return h("span", { class: "gl-tool-group" }, this.words, ...this.needsSome, invert);
  }

  private brushSize(): HTMLElement {
    const input = h("input", {
      type: "range",
      min: 6,
      max: 80,
      value: this.gesture.brushPx,
      "aria-label": "Brush size",
    });
    input.oninput = () => (this.gesture.brushPx = Number(input.value));
    return h("label", { class: "gl-tool-group", hidden: true, title: "How wide the brush is" }, "size", input);
  }
}

/** Buttons side by side of which one is pressed; `again` says that the pressed one was pressed once more. */
function choice<T extends string>(
  label: string,
  options: Record<T, { name: string; about: string }>,
  testId: string,
  first: T | null,
  chosen: (value: T, again: boolean) => T | null,
): HTMLElement {
  const buttons = new Map<T, HTMLButtonElement>();
  const mark = (now: T | null) => {
    for (const [value, button] of buttons) button.setAttribute("aria-pressed", String(value === now));
  };
  for (const value of Object.keys(options) as T[]) {
    const { name, about } = options[value];
    const onclick = () => mark(chosen(value, buttons.get(value)!.getAttribute("aria-pressed") === "true"));
    const attributes = { type: "button", class: "gl-tool", title: about, "data-testid": `${testId}-${value}`, onclick };
    buttons.set(value, h("button", attributes, name));
  }
  mark(first);
  return h("span", { class: "gl-choice", role: "group", "aria-label": label }, ...buttons.values());
}
