import { format } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { ItemInfo } from "../messages";
import { isBeyond, paintBars, paintCloudItem, type Cloud } from "./charts";
import { columnWords } from "./columns";

/** Draws one item into a canvas, whatever it is: a picture, a point among the data's points, or a bar chart. */
export class ItemPainter {
  /** The data's own points (x, y one after another), drawn behind a point; set when they have come. */
  cloud: Cloud | null = null;

  constructor(
    readonly item: ItemInfo,
    public theme: Theme,
  ) {}

  /**
   * Draws the item that begins at `offset` of `values`. A picture's canvas takes the picture's own size and CSS scales
   * it (style.ts keeps its pixels sharp); a chart's canvas takes the size it is shown at, `sizePx` until it is.
   *
   * @param trail items of a path, one after another, to draw behind a point
   */
  paint(canvas: HTMLCanvasElement, values: ArrayLike<number>, offset = 0, sizePx = 64, trail?: Float32Array): void {
    if (this.item.modality === "image") {
      const pixels = imagePixels(values, this.item, offset);
      resize(canvas, pixels.width, pixels.height);
      canvas.getContext("2d")!.putImageData(pixels, 0, 0);
      return;
    }
    const side = Math.round((canvas.clientWidth || sizePx) * Math.min(devicePixelRatio || 1, 2));
    resize(canvas, side, side);
    const context = canvas.getContext("2d")!;
    const size = this.item.shape.reduce((a, b) => a * b, 1);
    const one = Float32Array.from({ length: size }, (_, i) => values[offset + i]);
    if (this.item.modality === "points" && size === 2) {
      paintCloudItem(context, one, this.cloud, this.theme, trail, sizePx > 100);
    } else paintBars(context, one, this.item, this.theme);
  }

  /** What a screen reader says the canvas shows. */
  describe(values: ArrayLike<number>): string {
    if (this.item.modality === "image") return `picture, ${this.item.shape[2]} by ${this.item.shape[1]} pixels`;
    const named = columnWords(values, this.item);
    const shown = Array.from({ length: Math.min(values.length, 8) }, (_, i) => format(values[i]));
    if (this.item.modality !== "points") return `vector ${named || shown.join(", ")}`;
    const beyond = values.length === 2 && isBeyond(values, this.cloud);
    return `point ${named || shown.join(", ")}${beyond ? ", outside the frame" : ""}`;
  }
}

/** Pixels of an image item, (C, H, W) values in [min, max], as RGBA. One channel is grey, three are RGB. */
export function imagePixels(values: ArrayLike<number>, item: ItemInfo, offset = 0): ImageData {
  const [channels, height, width] = item.shape;
  const pixels = new ImageData(width, height);
  const area = height * width;
  const scale = 255 / (item.max - item.min || 1);
  const [g, b] = channels >= 3 ? [area, 2 * area] : [0, 0];
  for (let i = 0; i < area; i++) {
    const at = offset + i;
    pixels.data[4 * i] = (values[at] - item.min) * scale; // Uint8ClampedArray rounds and clamps
    pixels.data[4 * i + 1] = (values[at + g] - item.min) * scale;
    pixels.data[4 * i + 2] = (values[at + b] - item.min) * scale;
    pixels.data[4 * i + 3] = 255;
  }
  return pixels;
}

function resize(canvas: HTMLCanvasElement, width: number, height: number): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}
