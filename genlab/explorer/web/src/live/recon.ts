import { readTheme, type Theme } from "../dom/theme";
import type { ItemInfo } from "../messages";
import { Figure, type Panel } from "./figure";
import type { LiveArray } from "./frames";
import { cells, paintItems } from "./paintItems";
import { isPlanar, Plane } from "./plane";

const COLUMNS = 4;
const LABEL_PX = 44;

/** The same data items, each with the copy that comes back through the code. */
export class ReconPanel implements Panel {
  readonly figure = new Figure("live-recon", "Copies");
  private originals: LiveArray | null = null;
  private recon: LiveArray | null = null;

  constructor(private readonly item: ItemInfo) {}

  show(originals: LiveArray, recon: LiveArray, when: string): void {
    this.originals = originals;
    this.recon = recon;
    this.figure.describe(`${recon.shape[0]} data items, each with its reconstruction at ${when}.`);
    this.draw();
  }

  draw(): void {
    const canvas = this.recon && this.figure.begin();
    if (!this.originals || !this.recon || !canvas) return;
    const theme = readTheme(this.figure.element);
    if (isPlanar(this.item)) this.drawPoints(canvas.context, canvas.side, theme);
    else this.drawPairs(canvas.context, canvas.side, theme);
  }

  destroy(): void {}

  private drawPairs(context: CanvasRenderingContext2D, side: number, theme: Theme): void {
    const rows = 2 * Math.ceil(this.recon!.shape[0] / COLUMNS);
    const boxes = cells(side, COLUMNS, rows, LABEL_PX);
    const [above, below] = [0, 1].map((odd) => boxes.filter((_, i) => Math.floor(i / COLUMNS) % 2 === odd));
    paintItems(context, this.originals!, above, this.item, theme);
    paintItems(context, this.recon!, below, this.item, theme);
    context.fillStyle = theme.text;
    context.font = "13px system-ui, sans-serif";
    context.textBaseline = "middle";
    for (let row = 0; row < rows; row++) {
      const { y, height } = boxes[row * COLUMNS];
      context.fillText(row % 2 ? "copy" : "item", 8, y + height / 2);
    }
    this.figure.explain("Each item above, the copy the model makes of it below.");
  }

  private drawPoints(context: CanvasRenderingContext2D, side: number, theme: Theme): void {
    const plane = new Plane(this.item, side);
    plane.axes(context, theme);
    context.strokeStyle = theme.primary;
    context.lineWidth = 1.5;
    for (let i = 0; i < this.recon!.shape[0]; i++) {
      const [x0, y0] = plane.at(this.originals!, i);
      const [x1, y1] = plane.at(this.recon!, i);
      context.beginPath();
      context.moveTo(x0, y0);
      context.lineTo(x1, y1);
      context.stroke();
      context.beginPath();
      context.arc(x1, y1, 4.5, 0, 2 * Math.PI);
      context.stroke();
      context.fillStyle = theme.text;
      context.fillRect(x0 - 2.5, y0 - 2.5, 5, 5);
    }
    this.figure.explain("From each item a line to the copy the model makes of it.", [
      { label: "item (square)", color: theme.text },
      { label: "copy (ring)", color: theme.primary },
    ]);
  }
}
