import { normals, type Uniform } from "../math/normal";
import { drawNear } from "../math/parzen";
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

/** A random draw: what it is drawn about, and how far from there. */
export interface Draw {
  about: Float32Array;
  away: Float32Array;
}

/** A draw from a prior, and where classes are told of one of them, each as likely. */
export function drawFromPrior(
  data: ExplorerData,
  { mean, std }: { mean: ArrayLike<number>; std: ArrayLike<number> },
  uniform: Uniform = Math.random,
): Draw {
  const { dim, classes } = data.latent;
  const away = new Float32Array(dim);
  normals(styleDim(data), uniform).forEach((value, i) => (away[i] = std[i] * value));
  const about = Float32Array.from(mean);
  return { about: classes.length > 0 ? withClass(about, data, Math.floor(uniform() * classes.length)) : about, away };
}

/** A draw near one of the data's codes, of the class the encoder sees in it. */
export function drawFromData(data: ExplorerData, codes: Float32Array, uniform: Uniform = Math.random): Draw {
  const { about, away } = drawNear(codes, data.latent.dim, styleDim(data), uniform);
  const weights = about.subarray(styleDim(data));
  return { about: withClass(about, data, weights.indexOf(Math.max(...weights))), away };
}

/** The code of a draw; a truncation of less than 1 keeps it closer to what it is drawn about. */
export function placed({ about, away }: Draw, truncation: number): Float32Array {
  return about.map((value, i) => value + truncation * away[i]);
}
