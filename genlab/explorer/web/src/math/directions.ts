/**
 * Directions found without labels, and arithmetic on codes. Mirrors genlab/latent/directions.py, which names the papers;
 * tests/golden/directions.json binds the two.
 */
import { putOnShell } from "./paths";
import { eigen } from "./symmetric";

/** Half the way over which a decoder's change is measured. */
export const JACOBIAN_STEP = 1 / 32;

export interface Directions {
  /** The strongest first; the largest number of each is positive. */
  vectors: Float64Array[];
  strengths: number[];
}

/**
 * How z changes with one standard deviation along each principal axis of a generator's activations.
 *
 * @param places coordinates of samples on the axes (N × k), uncorrelated and of mean zero
 * @param z the noise they were made from (N × dim)
 */
export function carriedBack(places: ArrayLike<number>, k: number, z: ArrayLike<number>, dim: number): Float64Array[] {
  const n = z.length / dim;
  const mean = new Float64Array(dim);
  for (let i = 0; i < z.length; i++) mean[i % dim] += z[i] / n;
  return Array.from({ length: k }, (_, axis) => {
    const joint = new Float64Array(dim);
    let square = 0;
    for (let row = 0; row < n; row++) {
      const along = places[row * k + axis];
      square += along * along;
      for (let d = 0, at = row * dim; d < dim; d++, at++) joint[d] += along * (z[at] - mean[d]);
    }
    const spread = Math.sqrt(square / n) || 1;
    return joint.map((value) => value / n / spread);
  });
}

/** The codes at which a decoder is looked at to know how it changes around `z`: a step up each axis, then down. */
export function around(z: ArrayLike<number>, step = JACOBIAN_STEP): Float32Array[] {
  const moved = (axis: number, by: number) => Float32Array.from(z, (value, d) => (d === axis ? value + by : value));
  const axes = Array.from({ length: z.length }, (_, axis) => axis);
  return [...axes.map((axis) => moved(axis, step)), ...axes.map((axis) => moved(axis, -step))];
}

/**
 * The directions in which a decoder's output changes most: right singular vectors of its Jacobian, with the singular
 * values as strengths.
 *
 * @param outputs what `around` decoded to, one after another
 */
export function localDirections(outputs: ArrayLike<number>, dim: number, n: number, step = JACOBIAN_STEP): Directions {
  const size = outputs.length / (2 * dim);
  const jacobian = Float64Array.from({ length: dim * size }, (_, i) => outputs[i] - outputs[dim * size + i]);
  const products = new Float64Array(dim * dim);
  for (let d = 0; d < dim; d++) {
    for (let e = 0; e <= d; e++) {
      let sum = 0;
      for (let i = 0, p = d * size, q = e * size; i < size; i++, p++, q++) sum += jacobian[p] * jacobian[q];
      products[d * dim + e] = products[e * dim + d] = sum / (2 * step) ** 2;
    }
  }
  const { values, vectors } = eigen(products, dim);
  return {
    vectors: vectors.slice(0, n).map(pointed),
    strengths: values.slice(0, n).map((value) => Math.sqrt(Math.max(value, 0))),
  };
}

/** The vector or its opposite, whichever's largest number is positive. */
function pointed(vector: Float64Array): Float64Array {
  let peak = 0;
  vector.forEach((value, i) => Math.abs(value) > Math.abs(vector[peak]) && (peak = i));
  return vector[peak] < 0 ? vector.map((value) => -value) : vector;
}

/** a − b + c: what is to c as a is to b. With `shell` put back where codes of a Gaussian prior lie. */
export function arithmetic(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  c: ArrayLike<number>,
  shell = false,
): Float32Array {
  const code = Float64Array.from(a, (value, i) => value - b[i] + c[i]);
  return shell ? putOnShell(code) : Float32Array.from(code);
}
