import { readTheme } from "../dom/theme";
import type { ItemInfo } from "../messages";
import { Figure, type Panel } from "./figure";
import type { LiveArray } from "./frames";
import { cells, paintItems } from "./paintItems";
import { isPlanar, Plane } from "./plane";
import { outsideWords } from "./words";

const COLUMNS = 4;

/** What the model makes of the same noise, frame after frame. */
export class SamplesPanel implements Panel {
  readonly figure = new Figure("live-samples", "Samples");
  private samples: LiveArray | null = null;
  private data: LiveArray | null = null;

  constructor(private readonly item: ItemInfo) {}

  show(samples: LiveArray, data: LiveArray | null, when: string): void {
    this.samples = samples;
    this.data = data ?? this.data;
    this.figure.describe(`${samples.shape[0]} samples from fixed noise at ${when}.`);
    this.draw();
  }

  draw(): void {
    const canvas = this.samples && this.figure.begin();
    if (!this.samples || !canvas) return;
    const theme = readTheme(this.figure.element);
    const { context, side } = canvas;
    if (isPlanar(this.item)) return this.drawPoints(context, side);
    const rows = Math.ceil(this.samples.shape[0] / COLUMNS);
    paintItems(context, this.samples, cells(side, COLUMNS, rows), this.item, theme);
    this.figure.explain("Always the same noise, so you see the model change and not the dice.");
  }

  destroy(): void {}

  private drawPoints(context: CanvasRenderingContext2D, side: number): void {
    const theme = readTheme(this.figure.element);
    const samples = this.samples!;
    const plane = new Plane(this.item, side);
    plane.dots(context, samples, 1.5, theme.primary, 0.85);
    if (this.data) plane.dots(context, this.data, 0.6, theme.text, 0.4); // on top, or good samples would hide it
    plane.axes(context, theme);
    const beyond = plane.outside(samples);
    const key = [{ label: `${samples.shape[0].toLocaleString("en")} samples`, color: theme.primary }];
    if (this.data) key.push({ label: "data (small dots)", color: theme.text });
    this.figure.explain(
      beyond ? `From fixed noise; ${outsideWords(beyond)} outside the picture.` : "From fixed noise.",
      key,
    );
  }
}
