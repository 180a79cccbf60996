import type { Contender } from "./messages";

/** What the discriminator says of a place, from -1 (made) to 1 (data). */
export function leaning(field: ArrayLike<number>, outputs: Contender["outputs"]): Float32Array {
  const values = Float32Array.from(field);
  if (outputs === "probability") return values.map((logit) => Math.tanh(logit / 2)); // 2 sigmoid - 1
  const sorted = Float32Array.from(values).sort();
  const middle = sorted[sorted.length >> 1];
  const reach = Math.max(sorted[sorted.length - 1] - middle, middle - sorted[0]) || 1;
  return values.map((value) => (value - middle) / reach); // a critic has no zero of its own
}

/** Most of a pixel's colour that the field may take, so that points stay readable on it. */
const STRONGEST = 150;

/** Paints a field, row by row from the least second coordinate, as one pixel a cell. */
export function paintField(
  canvas: HTMLCanvasElement,
  leanings: Float32Array,
  [rows, columns]: number[],
  colors: { made: string; data: string },
): void {
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(columns, rows);
  const [made, data] = [colors.made, colors.data].map(channels);
  leanings.forEach((value, i) => {
    const at = 4 * ((rows - 1 - Math.floor(i / columns)) * columns + (i % columns)); // canvas rows go down
    image.data.set(value < 0 ? made : data, at);
    image.data[at + 3] = Math.round(STRONGEST * Math.min(1, Math.abs(value)) ** 0.6); // small leanings show, too
  });
  context.putImageData(image, 0, 0);
}

/**
 * Where a field is 0 between the middles of its cells: pieces of lines, each [x, y, x, y] in shares of the field's side
 * from its least coordinates.
 */
export function boundary(field: Float32Array, side: number): number[][] {
  const value = (row: number, column: number) => field[row * side + column];
  const middle = (cell: number) => (cell + 0.5) / side;
  const pieces: number[][] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const corners = [
        [column, row],
        [column + 1, row],
        [column + 1, row + 1],
        [column, row + 1],
      ];
      const crossings: number[] = [];
      corners.forEach(([x0, y0], i) => {
        const [x1, y1] = corners[(i + 1) % 4];
        const [from, to] = [value(y0, x0), value(y1, x1)];
        if (from < 0 === to < 0) return;
        const share = from / (from - to);
        crossings.push(middle(x0 + share * (x1 - x0)), middle(y0 + share * (y1 - y0)));
      });
      for (let i = 0; i + 3 < crossings.length; i += 4) pieces.push(crossings.slice(i, i + 4));
    }
  }
  return pieces;
}

function channels(color: string): number[] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
}
