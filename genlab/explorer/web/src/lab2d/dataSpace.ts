import { readTheme, type Theme } from "../dom/theme";
import { Figure } from "../live/figure";
import type { LiveArray } from "../live/frames";
import { outsideWords } from "../live/words";
import { boundary, leaning, paintField } from "./field";
import type { Layers } from "./layers";
import { arrow, dots, warpedGrid } from "./marks";
import type { Contender } from "./messages";
import { dataColor, gridColor, sampleColor } from "./palette";
import { Square } from "./square";

const LONGEST_ARROW_PX = 30;

/** The plane of the data: points to learn from, samples, and what pushes them about. */
export class DataSpace {
  readonly figure: Figure;
  private arrays: ReadonlyMap<string, LiveArray> = new Map();
  private data: LiveArray | null = null;
  private readonly field = document.createElement("canvas");
  private readonly ground = document.createElement("canvas");
  private groundOf = "";

  constructor(
    private readonly run: Contender,
    private readonly layers: Layers,
    testId: string,
  ) {
    this.figure = new Figure(testId, "The plane of the data");
  }

  show(arrays: ReadonlyMap<string, LiveArray>, words: string): void {
    this.arrays = arrays;
    if (arrays.has("data")) [this.data, this.groundOf] = [arrays.get("data")!, ""];
    this.figure.describe(`Data and samples in the plane. ${words}`);
    this.draw();
  }

  draw(): void {
    const middle = this.arrays.get("square");
    const canvas = middle && this.figure.begin();
    if (!middle || !canvas) return;
    const { context, side } = canvas;
    const theme = readTheme(this.figure.element);
    const [x, y, half] = middle.values;
    const square = new Square(x, y, half, side);
    const of = (name: string) => this.arrays.get(name);
    const { layers } = this;
    context.save();
    square.clip(context);
    const [field, grid, samples] = [of("field"), of("grid"), of("samples")];
    if (field && layers.has("field")) this.drawField(context, square, field, theme, [x, y]);
    if (grid && layers.has("grid")) warpedGrid(context, square, grid, gridColor(theme));
    if (this.data && layers.has("data")) this.drawData(context, square, this.data, dataColor(theme));
    if (samples && layers.has("samples")) {
      dots(context, square, samples, { color: sampleColor(theme), radius: 2.4, alpha: 0.8, round: true });
    }
    if (layers.has("pulls")) this.drawArrows(context, square, theme);
    context.restore();
    square.axes(context, theme, ["x₁", "x₂"]);
    this.explain(square, samples, theme);
  }

  /** Copies the data from a canvas of their own: they stay the same from frame to frame. */
  private drawData(context: CanvasRenderingContext2D, square: Square, data: LiveArray, color: string): void {
    const { canvas } = context;
    const name = JSON.stringify([canvas.width, square, color]);
    if (name !== this.groundOf) {
      this.groundOf = name;
      this.ground.width = this.ground.height = canvas.width;
      const ground = this.ground.getContext("2d")!;
      ground.setTransform(context.getTransform());
      dots(ground, square, data, { color, radius: 1.3, alpha: 1 });
    }
    const side = canvas.width / context.getTransform().a;
    context.globalAlpha = 0.55; // of all together, so that what lies below a crowd can be seen
    context.drawImage(this.ground, 0, 0, side, side);
    context.globalAlpha = 1;
  }

  private drawField(
    context: CanvasRenderingContext2D,
    square: Square,
    field: LiveArray,
    theme: Theme,
    [x, y]: [number, number],
  ): void {
    const leanings = leaning(field.values, this.run.outputs);
    paintField(this.field, leanings, field.shape, { made: sampleColor(theme), data: dataColor(theme) });
    const [left, top] = square.at(x - square.half, y + square.half);
    const length = 2 * square.half * square.scale;
    context.imageSmoothingEnabled = true;
    context.drawImage(this.field, left, top, length, length);
    context.strokeStyle = theme.text;
    context.lineWidth = 1;
    context.globalAlpha = 0.5;
    context.beginPath();
    for (const [x0, y0, x1, y1] of boundary(leanings, field.shape[0])) {
      context.moveTo(left + x0 * length, top + (1 - y0) * length);
      context.lineTo(left + x1 * length, top + (1 - y1) * length);
    }
    context.stroke();
    context.globalAlpha = 1;
  }

  private drawArrows(context: CanvasRenderingContext2D, square: Square, theme: Theme): void {
    context.strokeStyle = theme.text;
    context.lineWidth = 1.2;
    context.globalAlpha = 0.85;
    const [pulls, samples] = [this.arrays.get("pulls"), this.arrays.get("samples")];
    const [items, copies] = [this.arrays.get("items"), this.arrays.get("copies")];
    const ends = (array: LiveArray, i: number): [number, number] => [array.values[2 * i], array.values[2 * i + 1]];
    if (pulls && samples) {
      for (let i = 0; i < pulls.shape[0]; i++) {
        const from = square.at(...ends(samples, i));
        const [dx, dy] = ends(pulls, i);
        const slope = Math.hypot(dx, dy);
        if (slope === 0) continue;
        // a loss that changes by 2.5 over half the square makes an arrow of three quarters of the longest
        const length = (LONGEST_ARROW_PX * Math.tanh((slope * square.half) / 2.5)) / slope;
        arrow(context, from, [from[0] + dx * length, from[1] - dy * length]);
      }
    } else if (items && copies) {
      for (let i = 0; i < items.shape[0]; i++) {
        arrow(context, square.at(...ends(items, i)), square.at(...ends(copies, i)));
      }
    }
    context.globalAlpha = 1;
  }

  private explain(square: Square, samples: LiveArray | undefined, theme: Theme): void {
    let beyond = 0;
    for (let i = 0; samples && i < samples.shape[0]; i++) {
      if (!square.holds(samples.values[2 * i], samples.values[2 * i + 1])) beyond++;
    }
    const field = this.run.encodes ? "" : this.fieldWords();
    this.figure.explain(`${field}${beyond ? `${outsideWords(beyond)} outside.` : ""}`.trim(), [
      { label: "data (squares)", color: dataColor(theme), square: true },
      { label: "samples (dots)", color: sampleColor(theme) },
      { label: "warped grid", color: gridColor(theme) },
    ]);
  }

  private fieldWords(): string {
    return this.run.outputs === "probability"
      ? "Ground: blue where D believes it sees data, orange where samples, a line where it cannot tell. "
      : "Ground: blue where D scores high, orange where low, a line at the median. ";
  }
}
