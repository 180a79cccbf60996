import { readTheme } from "../dom/theme";
import { Figure } from "../live/figure";
import type { LiveArray } from "../live/frames";
import { classColor } from "../map/colors";
import { dots } from "./marks";
import { Square } from "./square";

/** The prior's standard deviations that are in sight at least. */
const LEAST_HALF = 3.3;

/** The plane of a VAE's codes: posteriors as ellipses, a code drawn from each, and the prior they should add up to. */
export class CodeSpace {
  readonly figure: Figure;
  private arrays: ReadonlyMap<string, LiveArray> = new Map();

  constructor(testId: string) {
    this.figure = new Figure(testId, "The plane of the codes");
  }

  show(arrays: ReadonlyMap<string, LiveArray>, when: string): void {
    this.arrays = arrays;
    this.figure.describe(`Posteriors of items, and the codes drawn from them, against the prior at ${when}.`);
    this.draw();
  }

  draw(): void {
    const [mu, sigma, codes, labels] = ["mu", "sigma", "codes", "labels"].map((name) => this.arrays.get(name));
    const canvas = codes && this.figure.begin();
    if (!mu || !sigma || !codes || !labels || !canvas) return;
    const { context, side } = canvas;
    const theme = readTheme(this.figure.element);
    const square = new Square(0, 0, Math.max(LEAST_HALF, 1.05 * spread(codes.values)), side);
    context.save();
    square.clip(context);
    this.drawPrior(context, square, theme.text);
    this.groups(labels).forEach((rows, label) => {
      const color = label < 0 ? theme.primary : classColor(label, theme.dark);
      dots(context, square, pick(codes, rows), { color, radius: 1.6, alpha: 0.7, round: true });
    });
    for (let i = 0; i < mu.shape[0]; i++) {
      const label = labels.values[i];
      context.strokeStyle = label < 0 ? theme.primary : classColor(label, theme.dark);
      context.lineWidth = 1.3;
      context.beginPath();
      const [x, y] = square.at(mu.values[2 * i], mu.values[2 * i + 1]);
      const [rx, ry] = [0, 1].map((axis) => Math.max(1, sigma.values[2 * i + axis] * square.scale));
      context.ellipse(x, y, rx, ry, 0, 0, 2 * Math.PI);
      context.stroke();
    }
    context.restore();
    square.axes(context, theme, ["z₁", "z₂"]);
    this.figure.explain(
      "Ellipses: posteriors q(z|x) of items, one σ wide. Dots: a code from each item, the aggregate posterior. " +
        "Dashed: the prior at 1, 2 and 3 σ, which the dots should fill.",
    );
  }

  private drawPrior(context: CanvasRenderingContext2D, square: Square, color: string): void {
    context.strokeStyle = color;
    context.lineWidth = 1;
    context.setLineDash([4, 4]);
    context.globalAlpha = 0.7;
    for (const deviations of [1, 2, 3]) {
      context.beginPath();
      context.arc(...square.at(0, 0), deviations * square.scale, 0, 2 * Math.PI);
      context.stroke();
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  private groups(labels: LiveArray): Map<number, number[]> {
    const rows = new Map<number, number[]>();
    labels.values.forEach((label, i) => rows.set(label, [...(rows.get(label) ?? []), i]));
    return rows;
  }
}

function pick(codes: LiveArray, rows: number[]): LiveArray {
  const values = new Float32Array(2 * rows.length);
  rows.forEach((row, i) => values.set([codes.values[2 * row], codes.values[2 * row + 1]], 2 * i));
  return { values, shape: [rows.length, 2] };
}

function spread(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return Math.min(most, 12);
}
