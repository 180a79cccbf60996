/**
 * Inversion: the code whose decoded item comes closest to a wanted one, without leaving where codes are likely. Mirrors
 * genlab/latent/inversion.py; tests/golden/ways.json binds the two.
 */

type Numbers = ArrayLike<number>;
/** n codes one after another to n items one after another. */
export type Decode = (codes: Float32Array, n: number) => Promise<Float32Array>;

/** How far, in spreads of the prior, a code is moved to see how the item changes. */
const STEP = 1 / 64;
/** Tried at once in each iteration, as multiples of the last good damping. */
const DAMPINGS = [0.01, 0.1, 1, 10];
const [FIRST_DAMPING, LEAST_DAMPING, MOST_DAMPING] = [0.01, 1e-7, 1e7];
/** An iteration that lowers the cost by less than this share of it is the last. */
const ENOUGH = 1e-4;

/** What is looked for, and how much each thing counts. */
export interface Wanted {
  item: Numbers;
  /** Of each number's squared error; 0 where anything will do. */
  weights: Numbers;
  /** Of the prior, or of the codes. */
  centre: Numbers;
  spread: Numbers;
  /** Of the squared distance from the centre in spreads, against the summed squared error. */
  pull: number;
}

/** An inversion on its way: the best code so far and what it decodes to. */
export interface Search {
  z: Float64Array;
  x: Float32Array;
  cost: number;
  damping: number;
  /** Whether it can hardly get better. */
  done: boolean;
}

/** A search from each of the codes, the most promising first. */
export async function begin(wanted: Wanted, starts: Numbers[], decode: Decode): Promise<Search[]> {
  const items = await decoded(starts, decode);
  const searches = starts.map((start, i) => {
    const z = Float64Array.from(start);
    return { z, x: items[i], cost: costOf(wanted, z, items[i]), damping: FIRST_DAMPING, done: false };
  });
  return searches.sort((a, b) => a.cost - b.cost);
}

/** One Levenberg-Marquardt step, with the slope measured by small moves along each dimension; never worse. */
export async function improve(search: Search, wanted: Wanted, decode: Decode): Promise<Search> {
  const { z, x } = search;
  const { item, weights, centre, spread, pull } = wanted;
  const dim = z.length;
  const moved = Array.from({ length: dim }, (_, k) =>
    z.map((value, i) => (i === k ? value + STEP * spread[k] : value)),
  );
  const jacobian = (await decoded(moved, decode)).map((row, k) => row.map((v, j) => (v - x[j]) / (STEP * spread[k])));
  const curvature = new Float64Array(dim * dim);
  const slope = new Float64Array(dim);
  for (let k = 0; k < dim; k++) {
    const weighed = Float64Array.from(jacobian[k], (value, j) => value * weights[j]);
    for (let l = 0; l <= k; l++) curvature[k * dim + l] = curvature[l * dim + k] = dot(weighed, jacobian[l]);
    for (let j = 0; j < x.length; j++) slope[k] += weighed[j] * (x[j] - item[j]);
    curvature[k * dim + k] += pull / spread[k] ** 2;
    slope[k] += (pull * (z[k] - centre[k])) / spread[k] ** 2;
  }
  const diagonal = Float64Array.from({ length: dim }, (_, k) => curvature[k * dim + k]);
  const floor = 1e-9 * Math.max(...diagonal, 1e-12);
  const dampings = DAMPINGS.map((by) => Math.min(Math.max(search.damping * by, LEAST_DAMPING), MOST_DAMPING));
  const tried = dampings.map((damping) => {
    const damped = curvature.slice();
    diagonal.forEach((value, k) => (damped[k * dim + k] += damping * (value + floor)));
    const step = solve(damped, slope);
    return z.map((value, k) => value - step[k]);
  });
  const items = await decoded(tried, decode);
  const costs = tried.map((code, i) => costOf(wanted, code, items[i]));
  const best = costs.reduce((least, cost, i) => (cost < costs[least] ? i : least), 0);
  if (!(costs[best] < search.cost)) {
    const damping = Math.min(search.damping * 100, MOST_DAMPING);
    return { ...search, damping, done: damping >= MOST_DAMPING };
  }
  const done = search.cost - costs[best] < ENOUGH * search.cost;
  return { z: tried[best], x: items[best], cost: costs[best], damping: dampings[best], done };
}

/** What is minimised. */
export function costOf({ item, weights, centre, spread, pull }: Wanted, z: Numbers, x: Numbers): number {
  let [error, away] = [0, 0];
  for (let j = 0; j < x.length; j++) error += weights[j] * (x[j] - item[j]) ** 2;
  for (let k = 0; k < z.length; k++) away += ((z[k] - centre[k]) / spread[k]) ** 2;
  return error + pull * away;
}

/** Solves a symmetric positive definite system, (n, n) row after row, by Cholesky's decomposition. */
export function solve(matrix: Float64Array, right: Numbers): Float64Array {
  const n = right.length;
  const root = matrix.slice();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = root[i * n + j];
      for (let k = 0; k < j; k++) sum -= root[i * n + k] * root[j * n + k];
      root[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / root[j * n + j];
    }
  }
  const result = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) result[i] -= root[i * n + k] * result[k];
    result[i] /= root[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) result[i] -= root[k * n + i] * result[k];
    result[i] /= root[i * n + i];
  }
  return result;
}

function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

async function decoded(codes: Numbers[], decode: Decode): Promise<Float32Array[]> {
  const dim = codes[0].length;
  const flat = new Float32Array(codes.length * dim);
  codes.forEach((code, i) => flat.set(Array.from(code), i * dim));
  const items = await decode(flat, codes.length);
  const size = items.length / codes.length;
  return codes.map((_, i) => items.slice(i * size, (i + 1) * size));
}
