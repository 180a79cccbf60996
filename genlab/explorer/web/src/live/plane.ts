/** Data space as a picture, for items that are points of the plane. */
import { format } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { ItemInfo } from "../messages";
import type { LiveArray } from "./frames";

const MARGIN_PX = 22;
/** Room round the data, as a share of its range, so that bad samples are seen too. */
const ROOM = 0.15;

/** Items that are drawn as points of the plane of their first two numbers. */
export function isPlanar(item: ItemInfo): boolean {
  return item.modality === "points" && item.shape[0] >= 2;
}

export class Plane {
  private readonly low: number;
  private readonly high: number;

  constructor(
    private readonly item: ItemInfo,
    private readonly side: number,
  ) {
    const room = ROOM * (item.max - item.min || 1);
    this.low = item.min - room;
    this.high = item.max + room;
  }

  /** Place of item `index` on the canvas, in CSS pixels. */
  at(array: LiveArray, index: number): [number, number] {
    const offset = index * this.item.shape[0];
    const inside = this.side - 2 * MARGIN_PX;
    const share = (value: number) => (value - this.low) / (this.high - this.low);
    return [
      MARGIN_PX + inside * share(array.values[offset]),
      this.side - MARGIN_PX - inside * share(array.values[offset + 1]),
    ];
  }

  /** How many items of the array lie beyond the picture. */
  outside(array: LiveArray): number {
    let n = 0;
    for (let i = 0; i < array.shape[0]; i++) {
      const [x, y] = this.at(array, i);
      if (!(x >= 0 && x <= this.side && y >= 0 && y <= this.side)) n++;
    }
    return n;
  }

  axes(context: CanvasRenderingContext2D, theme: Theme): void {
    const { side } = this;
    context.fillStyle = theme.text;
    context.font = "12px system-ui, sans-serif";
    context.textAlign = "left";
    context.fillText(format(this.low, 1), MARGIN_PX, side - 6);
    context.textAlign = "center";
    context.fillText("x₁", side / 2, side - 6);
    context.fillText("x₂", 10, side / 2);
    context.textAlign = "right";
    context.fillText(format(this.high, 1), side - MARGIN_PX, side - 6);
    context.strokeStyle = theme.border;
    context.lineWidth = 1;
    context.strokeRect(MARGIN_PX, MARGIN_PX, side - 2 * MARGIN_PX, side - 2 * MARGIN_PX);
  }

  dots(context: CanvasRenderingContext2D, array: LiveArray, radius: number, color: string, alpha: number): void {
    context.globalAlpha = alpha;
    context.fillStyle = color;
    for (let i = 0; i < array.shape[0]; i++) {
      const [x, y] = this.at(array, i);
      context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    }
    context.globalAlpha = 1;
  }
}
