/**
 * How far to believe a map at each point: Venna and Kaski's trustworthiness and continuity, point by point. Mirrors
 * genlab/metrics/pointwise.py, which has the formula; tests/golden/believing.json binds them.
 */
import { seeded } from "./normal";

/** A table of rows, one after the other. */
export interface Table {
  rows: Float32Array;
  dim: number;
}

/** Of every point, in [0, 1]. */
export interface PointFigures {
  trustworthiness: Float32Array;
  continuity: Float32Array;
}

/** Neighbours looked at. */
export const LOOKED_AT = 10;
/** Of more points, every one is judged by its neighbours among so many, drawn at random. */
const COMPARE_ALL = 4000;
const COMPARED = 1500;
/** Points judged between two looks at the clock. */
const AT_ONCE = 16;

/** The points that all are compared with: all, or a sample that is the same every time. */
export function comparedWith(count: number): Uint32Array {
  if (count <= COMPARE_ALL) return Uint32Array.from({ length: count }, (_, row) => row);
  const uniform = seeded(0);
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  for (let i = 0; i < COMPARED; i++) {
    const j = i + Math.floor(uniform() * (count - i));
    [rows[i], rows[j]] = [rows[j], rows[i]];
  }
  return rows.slice(0, COMPARED).sort();
}

/**
 * Judges every point; gives way every few points with the share that is done, and returns the figures.
 *
 * @param x the points as they are
 * @param shown the same points as they are shown
 */
export function* pointFigures(x: Table, shown: Table, neighbors = LOOKED_AT): Generator<number, PointFigures> {
  const n = x.rows.length / x.dim;
  const others = comparedWith(n);
  const sampled = others.length < n;
  const m = sampled ? others.length + 1 : n; // a point and those it is compared with
  const k = Math.min(neighbors, Math.floor((m - 1) / 2));
  const worst = k * (2 * m - 3 * k - 1);
  const figures = { trustworthiness: new Float32Array(n), continuity: new Float32Array(n) };
  const [far, near] = [new Float64Array(others.length), new Float64Array(others.length)];
  for (let row = 0; row < n; row++) {
    if (row % AT_ONCE === 0 && row > 0) yield row / n;
    squares(x, row, others, far);
    squares(shown, row, others, near);
    figures.trustworthiness[row] = 1 - (2 * excess(far, near, k)) / worst;
    figures.continuity[row] = 1 - (2 * excess(near, far, k)) / worst;
  }
  return figures;
}

/** Squared distances from a row to others; infinite to itself. */
function squares({ rows, dim }: Table, row: number, others: Uint32Array, into: Float64Array): void {
  const start = row * dim;
  for (let o = 0; o < others.length; o++) {
    let sum = 0;
    for (let i = 0, at = others[o] * dim; i < dim; i++) {
      const apart = rows[start + i] - rows[at + i];
      sum += apart * apart;
    }
    into[o] = others[o] === row ? Infinity : sum;
  }
}

/** By how many ranks beyond k the k nearest by `chosen` lie in the order of `ranked`, summed. */
function excess(ranked: Float64Array, chosen: Float64Array, k: number): number {
  let sum = 0;
  for (const at of smallest(chosen, k)) {
    const limit = ranked[at];
    let rank = 1;
    for (let o = 0; o < ranked.length; o++) if (ranked[o] < limit) rank++;
    if (rank > k) sum += rank - k;
  }
  return sum;
}

/** Where the k smallest numbers are, smallest first; of equals the earlier. */
export function smallest(values: ArrayLike<number>, k: number): number[] {
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (found.length === k && values[i] >= values[found[k - 1]]) continue;
    let at = found.length;
    while (at > 0 && values[found[at - 1]] > values[i]) at--;
    found.splice(at, 0, i);
    if (found.length > k) found.pop();
  }
  return found;
}
