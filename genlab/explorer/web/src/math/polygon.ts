/** Slices that a lasso's height is cut into: a point is held against the edges of its own slice alone. */
const SLICES = 128;

/**
 * Which points lie within a closed line, by the even-odd rule: a crossing of its own is outside.
 *
 * @param line x and y of each corner; it closes by itself
 * @returns rows, rising. 60,000 points in a lasso of 300 corners take a few milliseconds.
 */
export function rowsInPolygon(
  xs: Float32Array,
  ys: Float32Array,
  line: readonly (readonly [number, number])[],
): Int32Array {
  if (line.length < 3) return new Int32Array(0);
  const [x0, x1] = span(line.map(([x]) => x));
  const [y0, y1] = span(line.map(([, y]) => y));
  const scale = y1 > y0 ? SLICES / (y1 - y0) : 0;
  const sliceOf = (y: number) => Math.min(Math.floor((y - y0) * scale), SLICES - 1);
  const slices: number[][] = Array.from({ length: SLICES }, () => []);
  line.forEach(([, y], i) => {
    const next = line[(i + 1) % line.length][1];
    for (let s = sliceOf(Math.min(y, next)); s <= sliceOf(Math.max(y, next)); s++) slices[s].push(i);
  });
  const rows: number[] = [];
  for (let row = 0; row < xs.length; row++) {
    const [x, y] = [xs[row], ys[row]];
    if (x < x0 || x > x1 || y < y0 || y > y1) continue;
    let inside = false;
    for (const i of slices[sliceOf(y)]) {
      const [ax, ay] = line[i];
      const [bx, by] = line[(i + 1) % line.length];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
    if (inside) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Rows within a box of places, whichever corners are given. */
export function rowsInBox(
  xs: Float32Array,
  ys: Float32Array,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): Int32Array {
  const [x0, x1] = span([ax, bx]);
  const [y0, y1] = span([ay, by]);
  const rows: number[] = [];
  for (let row = 0; row < xs.length; row++) {
    if (xs[row] >= x0 && xs[row] <= x1 && ys[row] >= y0 && ys[row] <= y1) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** Rows within reach of the way from one place to another: what a brush passes over. */
export function rowsAlong(
  xs: Float32Array,
  ys: Float32Array,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  reach: number,
): Int32Array {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const rows: number[] = [];
  for (let row = 0; row < xs.length; row++) {
    const [px, py] = [xs[row] - ax, ys[row] - ay];
    const t = length > 0 ? Math.min(Math.max((px * dx + py * dy) / length, 0), 1) : 0;
    const [ex, ey] = [px - t * dx, py - t * dy];
    if (ex * ex + ey * ey <= reach * reach) rows.push(row);
  }
  return Int32Array.from(rows);
}

function span(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
