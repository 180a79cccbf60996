import { normals, type Uniform } from "../math/normal";
import type { ExplorerData } from "../messages";

/** Numbers of a code that are no class's weight; what stands after them are the weights of the classes told. */
export function styleDim({ latent }: ExplorerData): number {
  return latent.dim - latent.classes.length;
}

/** What a number of a code is called. */
export function dimensionName(data: ExplorerData, dimension: number): string {
  return data.latent.classes[dimension - styleDim(data)] ?? `z ${dimension + 1}`;
}

/** A code with one class alone. */
export function withClass(z: Float32Array, data: ExplorerData, chosen: number): Float32Array {
  const style = styleDim(data);
  return z.map((value, i) => (i < style ? value : Number(i - style === chosen)));
}

/** Which class a code is of, -1 for a mixture or where none are told. */
export function classOf(z: Float32Array, data: ExplorerData): number {
  const weights = z.subarray(styleDim(data));
  const first = weights.indexOf(1);
  return weights.every((weight, i) => weight === Number(i === first)) ? first : -1;
}

/** Standard normal numbers, and where classes are told the weights of one of them, each as likely. */
export function drawCode(data: ExplorerData, uniform: Uniform = Math.random): Float32Array {
  const { dim, classes } = data.latent;
  const z = new Float32Array(dim);
  z.set(normals(styleDim(data), uniform));
  return classes.length > 0 ? withClass(z, data, Math.floor(uniform() * classes.length)) : z;
}

/** A code as the draw that {@link placed} would carry to it. */
export function drawOf(
  z: Float32Array,
  data: ExplorerData,
  { mean, std }: { mean: ArrayLike<number>; std: ArrayLike<number> },
): Float32Array {
  const style = styleDim(data);
  return z.map((value, i) => (i < style ? (value - mean[i]) / (std[i] || 1) : value));
}

/** A draw carried to a prior and pulled to its mean by a truncation; a class stays what was drawn. */
export function placed(
  draw: Float32Array,
  data: ExplorerData,
  { mean, std }: { mean: ArrayLike<number>; std: ArrayLike<number> },
  truncation: number,
): Float32Array {
  const style = styleDim(data);
  return draw.map((value, i) => (i < style ? mean[i] + truncation * std[i] * value : value));
}
