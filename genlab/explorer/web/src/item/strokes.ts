const SIDE = 224;
/** How much of the sheet the drawn lines' box fills, the lines' own width not counted. */
const BOX = 0.7 * SIDE;
/** Boxes are taken to be at least this share of the sheet: a dot is not blown up to fill the picture. */
const LEAST = 0.05;

interface Stroke {
  /** Line width as a share of the item's side. */
  width: number;
  /** Shares of the sheet's side. */
  points: [number, number][];
}

/**
 * The lines of a drawing. They are inked anew at one size with the pen's width in the item, so that a small drawing gets
 * lines as thin as a large one.
 */
export class Strokes {
  private strokes: Stroke[] = [];
  private readonly context = new OffscreenCanvas(SIDE, SIDE).getContext("2d", { willReadFrequently: true })!;

  begin(width: number): void {
    this.strokes.push({ width, points: [] });
  }

  add(point: [number, number]): void {
    this.strokes.at(-1)?.points.push(point);
  }

  clear(): void {
    this.strokes = [];
  }

  /**
   * The drawing as ink on a sheet of `side` squared, 0 paper to 1 ink.
   *
   * @param extent longer side of the ink's box in the item, as a share of the item's side
   */
  ink(extent: number): { ink: Float32Array; side: number } {
    const { context } = this;
    const points = this.strokes.flatMap((stroke) => stroke.points);
    const span = (at: 0 | 1): [number, number] => {
      const values = points.map((point) => point[at]);
      return [Math.min(...values), Math.max(...values)];
    };
    const [[x0, x1], [y0, y1]] = [span(0), span(1)];
    const scale = BOX / Math.max(x1 - x0, y1 - y0, LEAST);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = "#000";
    context.fillRect(0, 0, SIDE, SIDE);
    context.translate(SIDE / 2, SIDE / 2);
    context.strokeStyle = "#fff";
    context.lineCap = context.lineJoin = "round";
    for (const { width, points } of this.strokes) {
      context.lineWidth = (BOX * width) / Math.max(extent - width, 0.3);
      context.beginPath();
      // the first point twice: a tap is a dot
      for (const [x, y] of points.slice(0, 1).concat(points)) {
        context.lineTo(scale * (x - (x0 + x1) / 2), scale * (y - (y0 + y1) / 2));
      }
      context.stroke();
    }
    const { data } = context.getImageData(0, 0, SIDE, SIDE);
    return { ink: Float32Array.from({ length: SIDE * SIDE }, (_, i) => data[4 * i] / 255), side: SIDE };
  }
}
