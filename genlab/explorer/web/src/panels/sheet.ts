import { h } from "../dom/h";
import type { Items } from "../data/items";
import { inkStyle, inkToItem, pictureToItem, type InkStyle } from "../item/ink";
import { Strokes } from "../item/strokes";
import type { ItemInfo } from "../messages";
import { Picture } from "./picture";

const SIDE = 224;

/** A sheet to draw on with mouse or finger, or to drop a picture on, and what is on it as an item of the model. */
export class Sheet {
  readonly element: HTMLElement;
  /** How wide the pen is, with its label. */
  readonly pen: HTMLElement;
  /** Buttons: wipe the sheet, choose a picture. */
  readonly controls: HTMLElement[];
  private readonly width: HTMLInputElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly strokes = new Strokes();
  private readonly picture: Picture;
  private style: InkStyle = { extent: 0.75, inverted: false };
  private last: [number, number] | null = null;

  /**
   * @param testId of the canvas; with `-clear` of the button that wipes it
   * @param changed called as the drawing grows, with true when a line or a picture is done
   * @param cleared called when the sheet was wiped
   */
  constructor(
    private readonly item: ItemInfo,
    items: Items,
    testId: string,
    private readonly changed: (ended: boolean) => void,
    private readonly cleared: () => void,
    failed: (error: Error) => void,
  ) {
    this.canvas = h("canvas", { class: "gl-draw", width: SIDE, height: SIDE, "data-testid": testId });
    this.context = this.canvas.getContext("2d")!;
    this.element = h("div", { class: "gl-sheet" }, this.canvas);
    const small = item.shape[1] <= 12; // few pixels: their strokes are wide
    const help = "Pen width";
    const value = small ? 32 : 20;
    this.width = h("input", { type: "range", min: 8, max: 48, value, title: help, "aria-label": help });
    this.pen = h("label", { class: "gl-pen", title: help }, "Pen", this.width);
    this.picture = new Picture(this.canvas, () => this.touched(true), failed);
    this.canvas.setAttribute("aria-label", "Drawing sheet: draw with mouse or finger, or drop a picture");
    this.canvas.title = "Draw here with mouse or finger, or drop a picture";
    const clear = h("button", { type: "button", title: "Wipe the sheet", onclick: () => this.clear() }, "Clear");
    clear.dataset.testid = `${testId}-clear`;
    this.controls = [clear, ...this.picture.controls];
    this.listen();
    this.wipe();
    items.block(0).then(
      (block) => (this.style = inkStyle(block, item)),
      () => {}, // the usual style serves until the data comes
    );
  }

  /** What is on the sheet as the model takes it: a drawing fitted as the data was, a picture as it is; null if nothing. */
  read(): Float32Array | null {
    const { item } = this;
    if (this.picture.present) {
      const [, height, width] = item.shape;
      return pictureToItem(this.picture.resized(width, height), item, this.picture.inverted);
    }
    const { ink, side } = this.strokes.ink(this.style.extent);
    return inkToItem(ink, side, item, this.style);
  }

  clear(): void {
    this.picture.forget();
    this.wipe();
    this.cleared();
  }

  private touched(ended: boolean): void {
    delete this.element.dataset.empty;
    this.changed(ended);
  }

  private wipe(): void {
    this.element.dataset.empty = "";
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
      this.strokes.begin(Number(this.width.value) / SIDE);
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
      this.touched(true);
    };
    canvas.addEventListener("pointerup", lift);
    canvas.addEventListener("pointercancel", lift);
  }

  private stroke(to: [number, number]): void {
    const { context } = this;
    context.strokeStyle = "#fff";
    context.lineWidth = Number(this.width.value);
    context.lineCap = context.lineJoin = "round";
    context.beginPath();
    context.moveTo(...this.last!);
    context.lineTo(...to);
    context.stroke();
    this.last = to;
    this.strokes.add([to[0] / SIDE, to[1] / SIDE]);
    this.touched(false);
  }
}
