/**
 * How far to believe what is decoded at a place. Mirrors genlab/latent/fog.py, which names the papers;
 * tests/golden/believing.json binds them.
 */
import { kNearest } from "./neighbors";

const BANDWIDTH_ROWS = 500;
const BANDWIDTH_NEIGHBOR = 5;
/** How far a code is moved for a derivative. */
export const STEP = 1e-2;
/** Added to every stretch squared. */
const FLOOR = 1e-8;

/** Log density under a Gaussian less that at its middle, in nats. */
export function priorDensity(code: ArrayLike<number>, mean: ArrayLike<number>, std: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < code.length; i++) if (std[i] > 0) sum += ((code[i] - mean[i]) / std[i]) ** 2;
  return sum > 0 ? -sum / 2 : 0;
}

/** Density of codes: a Gaussian bump on each; 0 nats at a typical code. */
export class CodeDensity {
  readonly width: number;
  private readonly typical: number;

  /** @param codes N × dim */
  constructor(
    private readonly codes: Float32Array,
    private readonly dim: number,
  ) {
    const n = codes.length / dim;
    const m = Math.min(n, BANDWIDTH_ROWS);
    const rows = Array.from({ length: m }, (_, i) => Math.floor((i * n) / m));
    const k = Math.min(BANDWIDTH_NEIGHBOR + 1, n);
    this.width = median(rows.map((row) => Math.sqrt(kNearest(codes, dim, this.code(row), k).squares[k - 1]))) || 1;
    this.typical = median(rows.map((row) => this.bumps(this.code(row), n > 1 ? row : -1)));
  }

  /** At a place among the codes, in nats. */
  at(place: ArrayLike<number>): number {
    return this.bumps(place, -1) - this.typical;
  }

  private code(row: number): Float32Array {
    return this.codes.subarray(row * this.dim, (row + 1) * this.dim);
  }

  /** Log of the mean of exp(-d²/2h²) over the codes but one. */
  private bumps(place: ArrayLike<number>, but: number): number {
    const { codes, dim, width } = this;
    const n = codes.length / dim;
    const rate = 1 / (2 * width * width);
    // summed as it comes: where a higher one is met, what was summed before is scaled down to it
    let highest = -Infinity;
    let sum = 0;
    for (let row = 0, start = 0; row < n; row++, start += dim) {
      if (row === but) continue;
      let square = 0;
      for (let i = 0; i < dim; i++) {
        const apart = codes[start + i] - place[i];
        square += apart * apart;
      }
      const exponent = -square * rate;
      if (exponent > highest) {
        sum = sum * Math.exp(highest - exponent) + 1;
        highest = exponent;
      } else sum += Math.exp(exponent - highest);
    }
    return highest + Math.log(sum / n);
  }
}

/** Euclidean distance between two rows of two tables. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>, row: number, dim: number): number {
  let sum = 0;
  for (let i = 0, at = row * dim; i < dim; i++, at++) sum += (a[at] - b[at]) ** 2;
  return Math.sqrt(sum);
}

/** A code, and after it the same moved along each dimension in turn: what {@link magnification} has decoded. */
export function nudged(code: Float32Array, step = STEP): Float32Array[] {
  return [code, ...Array.from(code, (_, i) => code.map((value, j) => (i === j ? value + step : value)))];
}

/** log10 of sqrt(det JᵀJ), from the item at a code and those at the code moved along each dimension (dim + 1, size). */
export function magnification(items: Float32Array, size: number, step = STEP): number {
  const dim = items.length / size - 1;
  const metric = new Float64Array(dim * dim);
  for (let i = 0; i < dim; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let x = 0, p = (i + 1) * size, q = (j + 1) * size; x < size; x++, p++, q++) {
        sum += ((items[p] - items[x]) / step) * ((items[q] - items[x]) / step);
      }
      metric[i * dim + j] = sum + (i === j ? FLOOR : 0);
    }
  }
  return logDeterminant(metric, dim) / (2 * Math.LN10);
}

/** Of a positive definite matrix (its lower triangle), by Cholesky's factors. */
function logDeterminant(lower: Float64Array, n: number): number {
  let log = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i * n + j];
      for (let k = 0; k < j; k++) sum -= lower[i * n + k] * lower[j * n + k];
      lower[i * n + j] = i === j ? Math.sqrt(Math.max(sum, FLOOR * 1e-6)) : sum / lower[j * n + j];
    }
    log += 2 * Math.log(lower[i * n + i]);
  }
  return log;
}

/** What the nearest codes say: the commonest label, of equals the lower, and its share of the votes. */
export function classVotes(
  place: ArrayLike<number>,
  codes: Float32Array,
  dim: number,
  labels: Int32Array,
  k = 15,
): { label: number; share: number } {
  const votes = new Map<number, number>();
  const { rows } = kNearest(codes, dim, place, Math.min(k, codes.length / dim));
  for (const row of rows) votes.set(labels[row], (votes.get(labels[row]) ?? 0) + 1);
  const [label, count] = [...votes].sort(([a, m], [b, n]) => n - m || a - b)[0];
  return { label, share: count / rows.length };
}

/** The middle number, of an even count the mean of the middle two; NaN of none. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The numbers below and above which a share of the finite ones lies: where a scale of colours begins and ends. */
export function range(values: ArrayLike<number>, share: number): [number, number] {
  const finite = Float64Array.from(values).filter(Number.isFinite).sort();
  if (finite.length === 0) return [0, 1];
  const at = (q: number) => finite[Math.round(q * (finite.length - 1))];
  return [at(share), at(1 - share)];
}
