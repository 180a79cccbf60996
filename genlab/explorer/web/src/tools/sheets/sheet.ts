import { h } from "../../dom/h";
import type { Point } from "../../state/point";
import type { Bench } from "../tool";

const GO = "Point at it to see it large, press it to go there";
/** Pictures decoded at a time, so that the first are there at once. */
const AT_ONCE = 60;

/** Narrowest and widest picture, in pixels. */
const [NARROW, WIDE] = [52, 60];

/** What a sheet shows. */
export interface Sheet {
  /** Pictures in a line; as many as there is room for where it does not matter. */
  columns: number | null;
  /** Line by line. */
  points: Point[];
  /** A name a line; none without it. Lines with names stand in two columns where there is room. */
  names?: string[];
}

/**
 * A sheet of small pictures. Pointing at one shows it large, pressing it goes there; arrow keys walk over them. A sheet
 * that is asked for while another is being decoded takes its place.
 */
export class SheetView {
  readonly element = h("div", { class: "gl-sheet-grid", "data-testid": "sheet" });
  private cells: { button: HTMLButtonElement; canvas: HTMLCanvasElement }[] = [];
  private sheet: Sheet = { columns: null, points: [] };
  private asked = 0;
  /** The point that is shown large for the moment. */
  private peeked: Point | null = null;
  private busy = false;
  private waiting = false;

  constructor(private readonly bench: Bench) {}

  show(sheet: Sheet): void {
    const same = sheet.points.length === this.sheet.points.length && sheet.columns === this.sheet.columns;
    this.peek(null); // the picture under the pointer is about to become another
    this.sheet = sheet;
    if (!same || sheet.names) this.build();
    this.asked++;
    if (this.busy) this.waiting = true;
    else void this.decode();
  }

  close(): void {
    this.asked++;
    this.waiting = false;
    this.peek(null);
  }

  /** Shows a point large; null goes back, unless one has gone elsewhere meanwhile. */
  private peek(point: Point | null): void {
    const { model } = this.bench;
    if (point || (this.peeked && model.live === this.peeked)) model.visit(point);
    this.peeked = point;
  }

  /** Decodes the sheet shown last, part by part; the parts of one that is no longer wanted are left out. */
  private async decode(): Promise<void> {
    this.busy = true;
    do {
      this.waiting = false;
      const mine = this.asked;
      const { points } = this.sheet;
      try {
        for (let start = 0; start < points.length && mine === this.asked; start += AT_ONCE) {
          const part = points.slice(start, start + AT_ONCE);
          const { x } = await this.bench.model.engine.batch(part);
          if (mine === this.asked) this.paint(x, start, part.length);
        }
        if (mine === this.asked) this.element.dataset.painted = String(Number(this.element.dataset.painted ?? 0) + 1);
      } catch (error) {
        if (mine === this.asked) this.bench.failed(error as Error);
      }
    } while (this.waiting);
    this.busy = false;
  }

  private paint(x: Float32Array, start: number, count: number): void {
    const { painter } = this.bench;
    const size = x.length / count;
    for (let i = 0; i < count; i++) painter.paint(this.cells[start + i].canvas, x, i * size, 44);
  }

  private build(): void {
    const { columns, points, names } = this.sheet;
    this.cells = points.map((_, i) => this.cell(i));
    this.element.style.gridTemplateColumns = this.template();
    this.element.replaceChildren();
    this.cells.forEach(({ button }, i) => {
      if (names && columns && i % columns === 0) {
        this.element.append(h("span", { class: "gl-sheet-name" }, names[i / columns]));
      }
      this.element.append(button);
    });
    if (this.cells.length > 0) this.cells[0].button.tabIndex = 0;
  }

  private template(): string {
    const { columns, names } = this.sheet;
    if (!columns) return `repeat(auto-fill, minmax(${NARROW}px, 1fr))`;
    const line = `${names ? "max-content " : ""}repeat(${columns}, minmax(0, ${WIDE}px))`;
    const isRoomy = names && this.element.clientWidth > 2 * columns * NARROW + 200;
    return isRoomy ? `${line} ${line}` : line;
  }

  private cell(i: number): { button: HTMLButtonElement; canvas: HTMLCanvasElement } {
    const { model } = this.bench;
    const canvas = h("canvas", { "aria-hidden": "true" });
    const { columns, names } = this.sheet;
    const title = names && columns ? `Go here: ${names[Math.floor(i / columns)]}, picture ${(i % columns) + 1}` : GO;
    const button = h(
      "button",
      {
        type: "button",
        class: "gl-step",
        title,
        "aria-label": title,
        tabindex: -1,
        onclick: () => model.settle(this.sheet.points[i], "sheet"),
        onpointerenter: (event: PointerEvent) => event.pointerType === "mouse" && this.peek(this.sheet.points[i]),
        onpointerleave: () => this.peek(null),
        onkeydown: (event: KeyboardEvent) => this.walk(i, event),
      },
      canvas,
    );
    return { button, canvas };
  }

  private walk(i: number, event: KeyboardEvent): void {
    const columns = this.sheet.columns ?? getComputedStyle(this.element).gridTemplateColumns.split(" ").length;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    const next = by === undefined ? undefined : this.cells[i + by];
    if (!next) return;
    event.preventDefault();
    this.cells[i].button.tabIndex = -1;
    next.button.tabIndex = 0;
    next.button.focus();
    this.peek(this.sheet.points[i + by!]);
  }
}
