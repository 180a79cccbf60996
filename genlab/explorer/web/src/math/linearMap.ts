/**
 * Flat maps of codes, exact both ways: PCA, raw axes, and axes of any angle. Mirrors genlab/latent/{pca,raw,axes,
 * ellipse}.py; tests/golden/geometry.json and believing.json bind them.
 */

export interface LinearMap {
  dim: number;
  k: number;
  /** (dim,) */
  mean: ArrayLike<number>;
  /** (k, dim), one row after the other; of any length and angle. */
  components: ArrayLike<number>;
}

/** Two of the map's components, counted from 0. */
export type Axes = readonly [number, number];
export type Place = readonly [number, number];

/** One standard deviation of a Gaussian on the map: half axes, and the angle of the major one from the first axis. */
export interface Ellipse {
  major: number;
  minor: number;
  /** Radians, counter-clockwise with the second axis pointing up, in (-pi/2, pi/2]. */
  angle: number;
}

/** The map that shows latent dimensions as they are. */
export function rawAxes(dim: number): LinearMap {
  const components = new Float32Array(dim * dim);
  for (let i = 0; i < dim; i++) components[i * dim + i] = 1;
  return { dim, k: dim, mean: new Float32Array(dim), components };
}

/** The code's coordinate along one component. */
export function coordinate(map: LinearMap, code: ArrayLike<number>, component: number): number {
  let sum = 0;
  for (let i = 0, at = component * map.dim; i < map.dim; i++, at++) sum += (code[i] - map.mean[i]) * map.components[at];
  return sum;
}

/** The code's coordinates along all components, (k,). */
export function transform(map: LinearMap, code: ArrayLike<number>): Float32Array {
  return Float32Array.from({ length: map.k }, (_, component) => coordinate(map, code, component));
}

/** The code's place in the plane of two components. */
export function placeOf(map: LinearMap, code: ArrayLike<number>, axes: Axes): [number, number] {
  return [coordinate(map, code, axes[0]), coordinate(map, code, axes[1])];
}

/** The code at `place` in the plane of `axes` through `at`: everything off the plane stays as it is in `at`. */
export function inverse(map: LinearMap, place: Place, at: ArrayLike<number>, axes: Axes): Float32Array {
  const [step0, step1] = [place[0] - coordinate(map, at, axes[0]), place[1] - coordinate(map, at, axes[1])];
  const [along0, along1] = shortest(map, step0, step1, axes);
  const code = new Float32Array(map.dim);
  for (let i = 0, p = axes[0] * map.dim, q = axes[1] * map.dim; i < map.dim; i++, p++, q++) {
    code[i] = at[i] + along0 * map.components[p] + along1 * map.components[q];
  }
  return code;
}

/** How far to go along each axis for a step on the map: the step itself where they are of length one and at right angles. */
function shortest({ components, dim }: LinearMap, step0: number, step1: number, axes: Axes): [number, number] {
  let [a, b, c] = [0, 0, 0];
  for (let i = 0, p = axes[0] * dim, q = axes[1] * dim; i < dim; i++, p++, q++) {
    a += components[p] * components[p];
    b += components[p] * components[q];
    c += components[q] * components[q];
  }
  const determinant = a * c - b * b;
  if (determinant <= 1e-12 * a * c) return [a > 0 ? step0 / a : 0, 0]; // a line: its second axis is nothing
  return [(c * step0 - b * step1) / determinant, (a * step1 - b * step0) / determinant];
}

/** The shadow of N(mu, diag(variance)) on the plane of two components. */
export function projectGaussian(map: LinearMap, variance: ArrayLike<number>, axes: Axes): Ellipse {
  let a = 0;
  let b = 0;
  let c = 0;
  for (let i = 0, p = axes[0] * map.dim, q = axes[1] * map.dim; i < map.dim; i++, p++, q++) {
    a += variance[i] * map.components[p] * map.components[p];
    b += variance[i] * map.components[p] * map.components[q];
    c += variance[i] * map.components[q] * map.components[q];
  }
  const middle = (a + c) / 2;
  const spread = Math.hypot((a - c) / 2, b);
  return {
    major: Math.sqrt(middle + spread),
    minor: Math.sqrt(Math.max(middle - spread, 0)),
    angle: spread <= 1e-12 * middle ? 0 : 0.5 * Math.atan2(2 * b, a - c),
  };
}
