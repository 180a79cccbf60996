/**
 * Directions along which an attribute changes: between two groups of codes, or with a number known of each code. Mirrors
 * genlab/latent/attributes.py, which says what they mean; tests/golden/directions.json binds the two.
 */
import { solve } from "./symmetric";

const SHRINKAGE = 1e-3;
const HELD_OUT = 5;
const FEWEST_TESTED = 10;
const SPREAD = 2;

/** `means`: what usually comes with the attribute comes along. `probe`: as little else as possible. */
export type Way = "means" | "probe";

export interface Attribute {
  /** One step: from the one group's mean to the other's, or two standard deviations of a number. */
  vector: Float64Array;
  /** Balanced accuracy of a straight cut on held-out rows, or R² of a number; null for too few rows to say. */
  score: number | null;
}

/** Codes, N × dim, row after row. */
export interface Table {
  values: ArrayLike<number>;
  dim: number;
}

/** Count, sum and sum of outer products of rows (lower triangle). */
interface Moments {
  n: number;
  total: Float64Array;
  products: Float64Array;
}

interface Cut {
  normal: Float64Array;
  offset: number;
}

/** The direction from the rows `b` of a table to the rows `a`; neither may be empty. */
export function betweenGroups(table: Table, a: ArrayLike<number>, b: ArrayLike<number>, way: Way = "means"): Attribute {
  const origin = meanOf(table, a); // products around it lose no digits, however far from zero the codes lie
  const learned = [a, b].map((rows) => momentsOf(table, rows, origin, false));
  const whole = [a, b].map((rows, i) => plus(learned[i], momentsOf(table, rows, origin, true)));
  const difference = meanDifference(whole[0], whole[1]);
  const vector = way === "means" ? difference : stepAcross(cut(whole[0], whole[1]).normal, difference);
  if (Math.min(a.length, b.length) < FEWEST_TESTED) return { vector, score: null };
  const { normal, offset } = cut(learned[0], learned[1]);
  const above = [a, b].map((rows) => {
    let [held, found] = [0, 0];
    for (let i = HELD_OUT - 1; i < rows.length; i += HELD_OUT, held++) {
      let along = 0;
      for (let d = 0, at = rows[i] * table.dim; d < table.dim; d++, at++) {
        along += (table.values[at] - origin[d]) * normal[d];
      }
      if (along > offset) found++;
    }
    return found / held;
  });
  return { vector, score: (above[0] + 1 - above[1]) / 2 };
}

/** The direction along which a number rises; `values` holds one for each of `rows`. */
export function alongNumber(
  table: Table,
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
  way: Way = "means",
): Attribute {
  const { dim } = table;
  const all = joined(table, rows, values, () => true);
  const [spread, joint] = [Math.sqrt(all.square), all.joint];
  if (spread === 0) return { vector: new Float64Array(dim), score: null };
  const slope = (of: Joined) => shrunk(of.scatter, of.joint);
  const vector = way === "means" ? joint.map((value) => (SPREAD * value) / spread) : slope(all);
  if (way === "probe") {
    const square = dot(vector, vector);
    if (square > 0) vector.forEach((value, d) => (vector[d] = (value * SPREAD * spread) / square));
  }
  if (rows.length < FEWEST_TESTED) return { vector, score: null };
  const isHeld = (i: number) => i % HELD_OUT === HELD_OUT - 1;
  const learned = joined(table, rows, values, (i) => !isHeld(i));
  const fitted = slope(learned);
  let [n, sum, square, missed] = [0, 0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    if (!isHeld(i)) continue;
    let guess = 0;
    for (let d = 0, at = rows[i] * dim; d < dim; d++, at++) guess += (table.values[at] - learned.mean[d]) * fitted[d];
    const y = values[i] - learned.level;
    n++;
    sum += y;
    square += y * y;
    missed += (y - guess) ** 2;
  }
  const total = square - (sum * sum) / n;
  return { vector, score: total > 0 ? 1 - missed / total : null };
}

/** What is left of a vector when its share along each of `others` is taken out. */
export function orthogonal(vector: ArrayLike<number>, others: ArrayLike<number>[]): Float64Array {
  const left = Float64Array.from(vector);
  const basis: Float64Array[] = [];
  for (const other of others) {
    const across = Float64Array.from(other);
    const length = Math.sqrt(dot(across, across));
    for (const unit of basis) takeOut(across, unit);
    const size = Math.sqrt(dot(across, across));
    if (size > 1e-9 * length) basis.push(across.map((value) => value / size)); // else in the span of those before it
  }
  for (const unit of basis) takeOut(left, unit);
  return left;
}

export function meanOf({ values, dim }: Table, rows: ArrayLike<number>): Float64Array {
  const mean = new Float64Array(dim);
  for (let i = 0; i < rows.length; i++) for (let d = 0, at = rows[i] * dim; d < dim; d++, at++) mean[d] += values[at];
  return mean.map((value) => value / rows.length);
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function takeOut(vector: Float64Array, unit: Float64Array): void {
  const along = dot(vector, unit);
  vector.forEach((value, i) => (vector[i] = value - along * unit[i]));
}

function momentsOf({ values, dim }: Table, rows: ArrayLike<number>, origin: Float64Array, held: boolean): Moments {
  const [total, products, row] = [new Float64Array(dim), new Float64Array(dim * dim), new Float64Array(dim)];
  let n = 0;
  for (let i = 0; i < rows.length; i++) {
    if ((i % HELD_OUT === HELD_OUT - 1) !== held) continue;
    n++;
    for (let d = 0, at = rows[i] * dim; d < dim; d++, at++) total[d] += row[d] = values[at] - origin[d];
    addProducts(products, row);
  }
  return { n, total, products };
}

/** Adds a row's products with itself, the lower triangle only. */
function addProducts(products: Float64Array, row: Float64Array): void {
  const dim = row.length;
  for (let d = 0; d < dim; d++) {
    const value = row[d];
    for (let e = 0, at = d * dim; e <= d; e++, at++) products[at] += value * row[e];
  }
}

function plus(a: Moments, b: Moments): Moments {
  const sum = (x: Float64Array, y: Float64Array) => x.map((value, i) => value + y[i]);
  return { n: a.n + b.n, total: sum(a.total, b.total), products: sum(a.products, b.products) };
}

function meanDifference(a: Moments, b: Moments): Float64Array {
  return a.total.map((value, d) => value / a.n - b.total[d] / b.n);
}

/** Fisher's discriminant: rows of `a` lie above the offset along the normal. */
function cut(a: Moments, b: Moments): Cut {
  const dim = a.total.length;
  const within = new Float64Array(dim * dim);
  const freedom = Math.max(a.n + b.n - 2, 1);
  for (let d = 0; d < dim; d++) {
    for (let e = 0, at = d * dim; e <= d; e++, at++) {
      const around = ({ n, total, products }: Moments) => products[at] - (total[d] * total[e]) / n;
      within[at] = (around(a) + around(b)) / freedom;
    }
  }
  const normal = shrunk(within, meanDifference(a, b));
  let offset = 0;
  for (let d = 0; d < dim; d++) offset += (normal[d] * (a.total[d] / a.n + b.total[d] / b.n)) / 2;
  return { normal, offset };
}

/** `covariance⁻¹ right`, the covariance (lower triangle) shrunk a little; `right` where nothing varies. */
function shrunk(covariance: Float64Array, right: Float64Array): Float64Array {
  const dim = right.length;
  let trace = 0;
  for (let d = 0; d < dim; d++) trace += covariance[d * (dim + 1)];
  const ridge = (SHRINKAGE * trace) / dim;
  if (!(ridge > 0)) return right.slice();
  const matrix = covariance.slice();
  for (let d = 0; d < dim; d++) matrix[d * (dim + 1)] += ridge;
  return solve(matrix, right);
}

/** The step along `normal` that moves its measure by as much as `difference` does. */
function stepAcross(normal: Float64Array, difference: Float64Array): Float64Array {
  const square = dot(normal, normal);
  const scale = square > 0 ? dot(normal, difference) / square : 1;
  return normal.map((value) => value * scale);
}

interface Joined {
  mean: Float64Array;
  level: number;
  /** Mean products of codes around their mean, of codes and numbers, and of numbers. */
  scatter: Float64Array;
  joint: Float64Array;
  square: number;
}

function joined(
  { values: codes, dim }: Table,
  rows: ArrayLike<number>,
  values: ArrayLike<number>,
  counts: (i: number) => boolean,
): Joined {
  const chosen = Array.from({ length: rows.length }, (_, i) => i).filter(counts);
  const n = chosen.length;
  const mean = meanOf(
    { values: codes, dim },
    chosen.map((i) => rows[i]),
  );
  const level = chosen.reduce((sum, i) => sum + values[i], 0) / n;
  const [scatter, joint, row] = [new Float64Array(dim * dim), new Float64Array(dim), new Float64Array(dim)];
  let square = 0;
  for (const i of chosen) {
    const y = values[i] - level;
    square += y * y;
    for (let d = 0, at = rows[i] * dim; d < dim; d++, at++) {
      row[d] = codes[at] - mean[d];
      joint[d] += row[d] * y;
    }
    addProducts(scatter, row);
  }
  const share = (sums: Float64Array) => sums.map((value) => value / n);
  return { mean, level, scatter: share(scatter), joint: share(joint), square: square / n };
}
