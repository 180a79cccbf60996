import { Lane } from "../decode/lane";
import { h } from "../dom/h";
import type { Items } from "../data/items";
import { inkStyle, inkToItem, pictureToItem, type InkStyle } from "../item/ink";
import type { ItemPainter } from "../item/painter";
import { Strokes } from "../item/strokes";
import type { Model } from "../state/model";
import { Picture } from "./picture";

const SIDE = 224;

/** A sheet to draw on, or to drop a picture on: what is on it is encoded, placed on the map and decoded as it grows. */
export class DrawPanel {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", { class: "gl-draw", width: SIDE, height: SIDE, "data-testid": "draw" });
  private readonly sheet = h("div", { class: "gl-sheet" }, this.canvas);
  private readonly context = this.canvas.getContext("2d")!;
  private readonly strokes = new Strokes();
  private readonly seen = h("canvas", { class: "gl-thumb", title: "What the model sees", role: "img", hidden: true });
  private readonly pen: HTMLInputElement;
  private readonly lane: Lane<Float32Array, Float32Array>;
  private readonly picture: Picture;
  private style: InkStyle = { extent: 0.75, inverted: false };
  private last: [number, number] | null = null;
  private dirty = false;
  private ended = false;

  constructor(
    private readonly model: Model,
    private readonly painter: ItemPainter,
    items: Items,
    private readonly request: () => void,
    failed: (error: Error) => void,
  ) {
    const encode = model.engine.encode!;
    this.lane = new Lane(
      async (x) => (await encode(x, 1)).mu,
      (mu) => this.placed(mu),
      failed,
    );
    const small = model.data.item.shape[1] <= 12; // few pixels: their strokes are wide
    const help = "Pen width";
    this.pen = h("input", { type: "range", min: 8, max: 48, value: small ? 32 : 20, title: help, "aria-label": help });
    this.picture = new Picture(this.canvas, () => this.changed(true), failed);
    this.seen.setAttribute("aria-label", "What the model sees");
    this.canvas.setAttribute("aria-label", "Drawing sheet: draw with mouse or finger, or drop a picture");
    this.canvas.title = "Draw here with mouse or finger, or drop a picture";
    const clear = h("button", { type: "button", title: "Wipe the sheet", onclick: () => this.clear() }, "Clear");
    clear.dataset.testid = "draw-clear";
    this.element = h(
      "section",
      { class: "gl-panel gl-draw-panel" },
      h("div", { class: "gl-draw-head" }, h("h3", {}, "Draw"), this.pen),
      this.sheet,
      h("div", { class: "gl-draw-tools" }, this.seen, clear, ...this.picture.controls),
    );
    this.listen();
    this.wipe();
    items.block(0).then(
      (block) => (this.style = inkStyle(block, model.data.item)),
      () => {}, // the usual style serves until the data comes
    );
  }

  /** Encodes what is drawn by now; called at each frame. */
  draw(): void {
    if (!this.dirty) return;
    this.dirty = false;
    const x = this.read();
    if (!x) return;
    this.painter.paint(this.seen, x, 0, 30);
    this.seen.hidden = false;
    this.lane.ask(x);
  }

  clear(): void {
    this.picture.forget();
    this.wipe();
  }

  close(): void {
    this.lane.close();
  }

  /** The sheet as the model takes it: a drawing fitted as the data was, a picture as it is. */
  private read(): Float32Array | null {
    const { item } = this.model.data;
    if (this.picture.present) {
      const [, height, width] = item.shape;
      return pictureToItem(this.picture.resized(width, height), item, this.picture.inverted);
    }
    const { ink, side } = this.strokes.ink(this.style.extent);
    return inkToItem(ink, side, item, this.style);
  }

  private placed(mu: Float32Array): void {
    const point = this.model.pure(mu.slice());
    if (this.ended && !this.dirty) this.model.settle(point, "draw");
    else this.model.visit(point);
  }

  private changed(ended: boolean): void {
    delete this.sheet.dataset.empty;
    this.dirty = true;
    this.ended = ended;
    this.request();
  }

  private wipe(): void {
    this.sheet.dataset.empty = "";
    this.seen.hidden = true;
    this.dirty = false;
    this.strokes.clear();
    this.context.fillStyle = "#000";
    this.context.fillRect(0, 0, SIDE, SIDE);
  }

  private listen(): void {
    const { canvas } = this;
    const at = (event: PointerEvent): [number, number] => {
      const box = canvas.getBoundingClientRect();
      return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
    };
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button > 0) return;
      if (this.picture.present) this.clear();
      canvas.setPointerCapture(event.pointerId);
      this.last = at(event);
      this.strokes.begin(Number(this.pen.value) / SIDE);
      this.stroke(this.last);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!this.last) return;
      for (const part of event.getCoalescedEvents?.() ?? []) this.stroke(at(part));
      this.stroke(at(event));
    });
    const lift = () => {
      if (!this.last) return;
      this.last = null;
      this.changed(true);
    };
    canvas.addEventListener("pointerup", lift);
    canvas.addEventListener("pointercancel", lift);
  }

  private stroke(to: [number, number]): void {
    const { context } = this;
    context.strokeStyle = "#fff";
    context.lineWidth = Number(this.pen.value);
    context.lineCap = context.lineJoin = "round";
    context.beginPath();
    context.moveTo(...this.last!);
    context.lineTo(...to);
    context.stroke();
    this.last = to;
    this.strokes.add([to[0] / SIDE, to[1] / SIDE]);
    this.changed(false);
  }
}
