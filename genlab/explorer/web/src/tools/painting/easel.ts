import { h } from "../../dom/h";
import type { ItemPainter } from "../../item/painter";

/** What the hand does on the picture, in pixels of the item; of a point's plane in shares of it. */
interface Hand {
  down(x: number, y: number): void;
  move(x: number, y: number): void;
  up(): void;
}

/** Sharper than the item: what was painted is outlined on it. */
const SCALE_TO = 320;

/** The sample, large, to paint on; what was painted is marked on it. */
export class Easel {
  readonly element = h("canvas", { class: "gl-paint", role: "img", "data-testid": "easel" });
  private readonly plain = h("canvas");

  constructor(
    private readonly painter: ItemPainter,
    hand: Hand,
  ) {
    const words = "The sample: paint on it with mouse or finger";
    this.element.setAttribute("aria-label", words);
    this.element.title = words;
    const { element } = this;
    element.addEventListener("pointerdown", (event) => {
      if (event.button > 0) return;
      element.setPointerCapture(event.pointerId);
      hand.down(...this.at(event));
    });
    element.addEventListener("pointermove", (event) => {
      if (!element.hasPointerCapture(event.pointerId)) return;
      for (const part of event.getCoalescedEvents?.() ?? []) hand.move(...this.at(part));
      hand.move(...this.at(event));
    });
    element.addEventListener("pointerup", () => hand.up());
    element.addEventListener("pointercancel", () => hand.up());
  }

  /** Shows an item, and where `mask` is 1 that something is wanted there. */
  show(x: ArrayLike<number>, mask: Uint8Array | null): void {
    const { element, painter, plain } = this;
    if (painter.item.modality !== "image") return painter.paint(element, x, 0, SCALE_TO);
    painter.paint(plain, x);
    const [, height, width] = painter.item.shape;
    const scale = Math.ceil(SCALE_TO / Math.max(height, width));
    [element.width, element.height] = [width * scale, height * scale];
    const context = element.getContext("2d")!;
    context.imageSmoothingEnabled = false;
    context.drawImage(plain, 0, 0, element.width, element.height);
    if (mask) outline(context, mask, width, height, scale, painter.theme.primary);
  }

  /** The place on the data's plane under a share of the canvas. */
  placeOf(x: number, y: number): [number, number] {
    const { center, reach } = this.painter.cloud ?? { center: [0, 0], reach: 1.5 };
    return [center[0] + (2 * x - 1) * reach, center[1] - (2 * y - 1) * reach];
  }

  private at(event: PointerEvent): [number, number] {
    const box = this.element.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    const { modality, shape } = this.painter.item;
    return modality === "image" ? [x * shape[2], y * shape[1]] : [x, y];
  }
}

/** A line around the pixels that are 1. */
function outline(
  context: CanvasRenderingContext2D,
  mask: Uint8Array,
  width: number,
  height: number,
  scale: number,
  color: string,
): void {
  const on = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1;
  context.strokeStyle = color;
  context.lineWidth = Math.max(2, scale / 12);
  context.beginPath();
  for (let y = 0; y <= height; y++) {
    for (let x = 0; x <= width; x++) {
      if (on(x, y) !== on(x, y - 1)) context.rect(x * scale, y * scale, scale, 0);
      if (on(x, y) !== on(x - 1, y)) context.rect(x * scale, y * scale, 0, scale);
    }
  }
  context.stroke();
}
