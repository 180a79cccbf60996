/** Axes from group to group. Mirrors genlab/latent/axes.py, which names the source; tests/golden/believing.json binds them. */

/** Rows of the group at an axis's low end, and of that at its high end. */
export type Ends = readonly [ArrayLike<number>, ArrayLike<number>];

/** A flat map made of axes: what a LinearMap holds, and what each axis is worth. */
export interface MadeAxes {
  mean: Float32Array;
  /** (k, dim). */
  components: Float32Array;
  /** (k,), in [0, 1]. */
  shares: number[];
}

/** Two axes nearer to each other than this (the sine of their angle) span no plane. */
const LEAST_SINE = 1e-3;
const MOST_TURNS = 2000;

/**
 * Axes between the groups' mean codes, of length one; without `up` the vertical one is that along which the codes vary
 * most at right angles to the horizontal one.
 *
 * @param codes N × dim
 * @throws Error with one sentence where a group is empty, has the same mean as the other, or both axes are nearly one.
 */
export function between(codes: Float32Array, dim: number, across: Ends, up: Ends | null): MadeAxes {
  const mean = meanOf(codes, dim);
  const first = direction(codes, dim, across);
  const plane = [first];
  if (up) plane.push(direction(codes, dim, up));
  else if (dim > 1) plane.push(widest(codes, dim, mean, first));
  checkAngle(plane);
  const along = plane.map(() => 0);
  let total = 0;
  for (let start = 0; start < codes.length; start += dim) {
    const sums = plane.map(() => 0);
    for (let i = 0; i < dim; i++) {
      const apart = codes[start + i] - mean[i];
      total += apart * apart;
      plane.forEach((axis, a) => (sums[a] += apart * axis[i]));
    }
    sums.forEach((sum, a) => (along[a] += sum * sum));
  }
  return {
    mean: Float32Array.from(mean),
    components: Float32Array.from(plane.flatMap((axis) => [...axis])),
    shares: along.map((sum) => (total > 0 ? sum / total : 0)),
  };
}

/** The mean of some rows of a table, or of all. */
export function meanOf(codes: Float32Array, dim: number, rows?: ArrayLike<number>): Float64Array {
  const mean = new Float64Array(dim);
  const count = rows ? rows.length : codes.length / dim;
  for (let r = 0; r < count; r++) {
    const start = (rows ? rows[r] : r) * dim;
    for (let i = 0; i < dim; i++) mean[i] += codes[start + i];
  }
  return mean.map((sum) => sum / count);
}

function direction(codes: Float32Array, dim: number, [low, high]: Ends): Float64Array {
  if (low.length === 0 || high.length === 0) {
    throw new Error("An axis leads from one group to another; one of them is empty. Choose groups with items.");
  }
  const from = meanOf(codes, dim, low);
  const step = meanOf(codes, dim, high).map((value, i) => value - from[i]);
  const length = Math.hypot(...step);
  return step.map((value) => (length > 1e-12 ? value / length : 0));
}

function checkAngle(plane: Float64Array[]): void {
  if (plane.some((axis) => Math.hypot(...axis) === 0)) {
    throw new Error("An axis has no direction: its two groups have the same mean code. Choose other groups.");
  }
  if (plane.length < 2) return;
  const cosine = plane[0].reduce((sum, value, i) => sum + value * plane[1][i], 0);
  if (1 - cosine * cosine < LEAST_SINE ** 2) {
    throw new Error("Both axes point the same way and span no plane; choose other groups for one of them.");
  }
}

/** The direction at right angles to `first` along which the codes vary most, by power iteration. */
function widest(codes: Float32Array, dim: number, mean: Float64Array, first: Float64Array): Float64Array {
  const spread = new Float64Array(dim * dim);
  const apart = new Float64Array(dim);
  for (let start = 0; start < codes.length; start += dim) {
    let along = 0;
    for (let i = 0; i < dim; i++) along += (apart[i] = codes[start + i] - mean[i]) * first[i];
    for (let i = 0; i < dim; i++) apart[i] -= along * first[i];
    for (let i = 0; i < dim; i++) for (let j = 0; j <= i; j++) spread[i * dim + j] += apart[i] * apart[j];
  }
  for (let i = 0; i < dim; i++) for (let j = 0; j < i; j++) spread[j * dim + i] = spread[i * dim + j];
  let axis = unit(Float64Array.from({ length: dim }, (_, i) => Math.sqrt(spread[i * dim + i]) * (1 + i / dim)));
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const next = new Float64Array(dim);
    for (let i = 0; i < dim; i++) for (let j = 0; j < dim; j++) next[i] += spread[i * dim + j] * axis[j];
    const turned = unit(next);
    const change = Math.hypot(...turned.map((value, i) => value - axis[i]));
    axis = turned;
    if (change < 1e-10) break;
  }
  const sign = peak(axis) < 0 ? -1 : 1;
  return axis.map((value) => sign * value);
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => (length > 0 ? value / length : 0));
}

/** The number largest in size: its sign is made positive, so that equal codes give equal pictures. */
export function peak(vector: ArrayLike<number>): number {
  let found = 0;
  for (let i = 0; i < vector.length; i++) if (Math.abs(vector[i]) > Math.abs(found)) found = vector[i];
  return found;
}
