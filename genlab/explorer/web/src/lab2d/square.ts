import type { Theme } from "../dom/theme";
import { format } from "../dom/h";

const MARGIN_PX = 20;

/** A square of a plane on a square canvas. */
export class Square {
  private readonly inside: number;

  /**
   * @param x, y, half centre and half side in the plane's units
   * @param side of the canvas in CSS pixels
   */
  constructor(
    private readonly x: number,
    private readonly y: number,
    readonly half: number,
    private readonly side: number,
  ) {
    this.inside = side - 2 * MARGIN_PX;
  }

  /** CSS pixels a unit of the plane takes. */
  get scale(): number {
    return this.inside / (2 * this.half);
  }

  at(x: number, y: number): [number, number] {
    return [
      MARGIN_PX + (x - this.x + this.half) * this.scale,
      this.side - MARGIN_PX - (y - this.y + this.half) * this.scale,
    ];
  }

  holds(x: number, y: number): boolean {
    return Math.abs(x - this.x) <= this.half && Math.abs(y - this.y) <= this.half;
  }

  /** Draws only inside the frame from here to the next `restore`. */
  clip(context: CanvasRenderingContext2D): void {
    context.beginPath();
    context.rect(MARGIN_PX, MARGIN_PX, this.inside, this.inside);
    context.clip();
  }

  /** The frame, named axes, and the range along them. */
  axes(context: CanvasRenderingContext2D, theme: Theme, names: [string, string]): void {
    const { side } = this;
    context.strokeStyle = theme.border;
    context.lineWidth = 1;
    context.strokeRect(MARGIN_PX, MARGIN_PX, this.inside, this.inside);
    context.fillStyle = theme.text;
    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "alphabetic";
    context.textAlign = "left";
    context.fillText(format(this.x - this.half, 1), MARGIN_PX, side - 5);
    context.textAlign = "right";
    context.fillText(format(this.x + this.half, 1), side - MARGIN_PX, side - 5);
    context.textAlign = "center";
    context.fillText(names[0], side / 2, side - 5);
    context.fillText(names[1], 10, side / 2);
  }
}
