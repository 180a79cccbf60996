/**
 * What all maps without a formula share: neighbours are weighed by their distances and blended, from places to codes and
 * from codes to places. Mirrors genlab/latent/{blending,inverse,placement}.py; tests/golden/geometry.json binds them.
 */
import type { Near } from "./neighbors";

/** Neighbours that are blended; one more is looked up, for {@link neighborWeights}. */
export const N_NEIGHBORS = 8;
/** Squared spacings added to squared distances, so that a place right on a row has a finite weight. */
const SOFTENING = 1e-9;
/** Spacings from the nearest row at which the confidence has fallen to 1/e. */
export const REACH = 3;

/**
 * Weights that sum to one: 1/(d² + s) less that of the first neighbour that does not count, so that one fades out before
 * another takes its place. `near` holds `k` + 1 neighbours, or all there are.
 */
export function neighborWeights({ squares }: Near, k: number, spacing: number): Float64Array {
  const closeness = squares.map((square) => 1 / (square + SOFTENING * spacing * spacing));
  const least = closeness.length > k ? closeness[k] : 0;
  const weights = Float64Array.from(closeness.slice(0, k), (value) => value - least);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : weights.fill(1 / weights.length);
}

/** The weighted mean of rows of a table (N × dim). On a `shell` it is given the rows' mean norm, weighted alike. */
export function blend(
  rows: number[],
  weights: ArrayLike<number>,
  table: ArrayLike<number>,
  dim: number,
  shell = false,
): Float32Array {
  const sum = new Float64Array(dim);
  let wanted = 0;
  for (let w = 0; w < weights.length; w++) {
    let square = 0;
    for (let i = 0, at = rows[w] * dim; i < dim; i++, at++) {
      sum[i] += weights[w] * table[at];
      square += table[at] * table[at];
    }
    wanted += weights[w] * Math.sqrt(square);
  }
  const length = Math.hypot(...sum);
  const scale = shell && length > 0 ? wanted / length : 1;
  return Float32Array.from(sum, (value) => value * scale);
}

/** How far a map is to be trusted at a squared distance from its nearest row: 1 on it, 0.37 at three spacings. */
export function confidenceAt(square: number, spacing: number): number {
  return Math.exp(-square / (REACH * spacing) ** 2);
}
