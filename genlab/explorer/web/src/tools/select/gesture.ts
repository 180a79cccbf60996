import type { Overlay } from "../../map/overlay";
import { rowsAlong, rowsInBox, rowsInPolygon } from "../../math/polygon";
import { measure } from "../../state/measure";
import type { Bench, MapGesture } from "../tool";
import { combine, seen, type How } from "./how";

export type Shape = "lasso" | "box" | "brush";

/** A press that goes no further than this is a click, and means what it always does. */
const CLICK_PX = 4;
/** Corners of a lasso nearer than this to the last one are left out. */
const CORNER_PX = 2;

/** Selecting with the hand: what is drawn on the map chooses the points in it. */
export class SelectGesture implements MapGesture {
  shape: Shape | null = "lasso";
  how: How = "new";
  brushPx = 22;
  private line: [number, number][] = [];
  private now: How = "new";
  private moved = false;
  /** Where the pointer rests, to show the brush's size. */
  private readonly hover: (event: PointerEvent) => void;
  private at: [number, number] | null = null;

  constructor(private readonly bench: Bench) {
    this.hover = (event) => {
      const box = bench.map.element.getBoundingClientRect();
      this.at = event.type === "pointermove" ? [event.clientX - box.left, event.clientY - box.top] : null;
      if (this.shape === "brush") bench.request();
    };
    bench.map.element.addEventListener("pointermove", this.hover);
    bench.map.element.addEventListener("pointerleave", this.hover);
  }

  close(): void {
    this.bench.map.element.removeEventListener("pointermove", this.hover);
    this.bench.map.element.removeEventListener("pointerleave", this.hover);
  }

  grab(px: number, py: number, event: PointerEvent): boolean {
    if (!this.shape) return false;
    this.now = event.ctrlKey || event.metaKey ? "add" : event.altKey ? "subtract" : this.how;
    this.line = [[px, py]];
    this.moved = false;
    this.bench.model.visit(null);
    return true;
  }

  drag(px: number, py: number): void {
    const [x, y] = this.line[this.shape === "box" ? 0 : this.line.length - 1];
    if (!this.moved && Math.hypot(px - x, py - y) < CLICK_PX) return;
    const begins = !this.moved;
    this.moved = true;
    if (this.shape === "brush") this.paint(px, py, begins);
    else if (this.shape === "box") this.line = [this.line[0], [px, py]];
    else if (Math.hypot(px - x, py - y) >= CORNER_PX) this.line.push([px, py]);
    this.bench.request();
  }

  drop(px: number, py: number): void {
    const { model, map } = this.bench;
    if (!this.moved) {
      const point = model.under(map.view.toPlace(px, py));
      if (point) model.settle(point, "map");
    } else if (this.shape !== "brush") this.choose();
    this.cancel();
  }

  cancel(): void {
    this.line = [];
    this.bench.request();
  }

  draw({ context, theme }: Overlay): void {
    const { line, shape } = this;
    context.save();
    context.lineWidth = 1.75 * theme.scale;
    context.setLineDash([6, 4]);
    context.strokeStyle = theme.text;
    context.fillStyle = theme.primary;
    if (shape === "brush" && this.at) {
      context.beginPath();
      context.arc(...this.at, this.brushPx, 0, 2 * Math.PI);
      context.stroke();
    } else if (shape !== "brush" && line.length > 1) {
      context.beginPath();
      if (shape === "box") context.rect(...line[0], line[1][0] - line[0][0], line[1][1] - line[0][1]);
      else for (const [px, py] of line) context.lineTo(px, py);
      context.closePath();
      context.globalAlpha = 0.14;
      context.fill();
      context.globalAlpha = 1;
      context.stroke();
    }
    context.restore();
  }

  private choose(): void {
    const start = performance.now();
    const { model, map } = this.bench;
    const { xs, ys } = map.cloud;
    const line = this.line.map(([px, py]) => map.view.toPlace(px, py));
    const rows = this.shape === "box" ? rowsInBox(xs, ys, line[0], line[1]) : rowsInPolygon(xs, ys, line);
    combine(model.selection, seen(model, rows), this.now);
    measure("genlab.lasso", start);
  }

  private paint(px: number, py: number, begins: boolean): void {
    const { model, map } = this.bench;
    const { xs, ys } = map.cloud;
    const last = this.line[this.line.length - 1];
    const [from, to] = [map.view.toPlace(...last), map.view.toPlace(px, py)];
    const rows = seen(model, rowsAlong(xs, ys, from, to, this.brushPx / map.view.scale));
    combine(model.selection, rows, begins || this.now !== "new" ? this.now : "add");
    this.line = [[px, py]];
  }
}
