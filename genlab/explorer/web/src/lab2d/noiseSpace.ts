import { readTheme } from "../dom/theme";
import { Figure } from "../live/figure";
import type { LiveArray } from "../live/frames";
import type { Layers } from "./layers";
import { dots } from "./marks";
import { gridColor, sampleColor } from "./palette";
import { Square } from "./square";

const HALF = 3.3;

/** The plane of a GAN's noise: what the samples and the warped grid are before the generator carries them over. */
export class NoiseSpace {
  readonly figure: Figure;
  private noise: LiveArray | undefined;
  /** Where the grid's lines run, both ways. */
  private lines: number[] = [];

  constructor(
    private readonly layers: Layers,
    testId: string,
  ) {
    this.figure = new Figure(testId, "The plane of the noise");
    this.figure.describe("Noise from the normal prior, and a grid whose cells hold equal shares of it.");
  }

  show(arrays: ReadonlyMap<string, LiveArray>): void {
    if (this.noise) return; // it stays the same
    this.noise = arrays.get("noise");
    this.lines = Array.from(arrays.get("lines")?.values ?? []);
    this.draw();
  }

  draw(): void {
    const canvas = this.noise && this.figure.begin();
    if (!this.noise || !canvas) return;
    const { context, side } = canvas;
    const theme = readTheme(this.figure.element);
    const square = new Square(0, 0, HALF, side);
    context.save();
    square.clip(context);
    if (this.layers.has("grid")) this.drawGrid(context, square, gridColor(theme));
    if (this.layers.has("samples")) {
      dots(context, square, this.noise, { color: sampleColor(theme), radius: 2.4, alpha: 0.8, round: true });
    }
    context.restore();
    square.axes(context, theme, ["z₁", "z₂"]);
    this.figure.explain(
      "Always the same noise. G carries each dot to a sample, and the grid, whose cells hold equal shares, to the " +
        "warped grid.",
    );
  }

  private drawGrid(context: CanvasRenderingContext2D, square: Square, color: string): void {
    context.strokeStyle = color;
    context.globalAlpha = 0.5;
    context.lineWidth = 0.8;
    const [first, last] = [this.lines[0], this.lines[this.lines.length - 1]];
    context.beginPath();
    for (const z of this.lines) {
      context.moveTo(...square.at(z, first));
      context.lineTo(...square.at(z, last));
      context.moveTo(...square.at(first, z));
      context.lineTo(...square.at(last, z));
    }
    context.stroke();
    context.globalAlpha = 1;
  }
}
