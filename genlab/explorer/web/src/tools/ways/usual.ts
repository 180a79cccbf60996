import { CodeDensity, median } from "../../math/fog";
import { transform } from "../../math/linearMap";
import { norm } from "../../math/paths";
import type { Model } from "../../state/model";

/** How usual a code is, in nats: 0 as the typical one, below it rarer. */
export type Usual = (code: ArrayLike<number>) => number;

/** Codes that the density is made of; more take long and tell no more. */
const MOST_CODES = 4000;
const ofZ = new WeakMap<Float32Array, Usual>();
const ofInput = new WeakMap<Float32Array, Usual>();

/**
 * How usual a z is: among the data's codes, or for a GAN by its distance from 0, which in many dimensions is nearly the
 * same for all draws of the prior.
 */
export function usualOf(model: Model): Usual {
  return kept(ofZ, model, model.isGan ? ofLength : ofCodes);
}

/** How usual what the decoder takes is: z, or a GAN's activations, of which the map's components are looked at. */
export function usualInputOf(model: Model): Usual {
  return model.isGan ? kept(ofInput, model, ofActivations) : usualOf(model);
}

/** What {@link usualOf} means, in words. */
export function usualWords(model: Model): string {
  return model.isGan
    ? "How usual the distance of z from 0 is: log density under the prior, 0 for a typical draw"
    : "How dense the data's codes lie there: log density, 0 as at a typical item, lower in emptiness";
}

/** What {@link usualInputOf} means, in words. */
export function usualInputWords(model: Model): string {
  if (!model.isGan) return usualWords(model);
  return "How dense the model's own samples lie there, by their first activations: log density, 0 as at a typical one";
}

function kept(made: WeakMap<Float32Array, Usual>, model: Model, make: (model: Model) => Usual): Usual {
  const { codes } = model.arrays;
  let usual = made.get(codes);
  if (!usual) made.set(codes, (usual = make(model)));
  return usual;
}

function ofCodes({ arrays, data }: Model): Usual {
  const density = densityOf(arrays.codes, data.latent.dim);
  return (z) => density.at(z);
}

function ofActivations({ arrays, data }: Model): Usual {
  const { coords, mean, components } = arrays;
  const { dim, k } = data.map;
  const density = densityOf(coords, k);
  return (code) => density.at(transform({ dim, k, mean, components }, code));
}

function densityOf(codes: Float32Array, dim: number): CodeDensity {
  const n = codes.length / dim;
  const every = Math.ceil(n / MOST_CODES);
  if (every === 1) return new CodeDensity(codes, dim);
  const some = new Float32Array(Math.ceil(n / every) * dim);
  for (let row = 0, at = 0; row < n; row += every, at += dim) some.set(codes.subarray(row * dim, (row + 1) * dim), at);
  return new CodeDensity(some, dim);
}

/** Log density of the length of a standard normal vector (the chi distribution), less that of its typical draw. */
function ofLength({ arrays: { codes }, data }: Model): Usual {
  const { dim } = data.latent;
  const log = (length: number) => (dim - 1) * Math.log(Math.max(length, 1e-6)) - length ** 2 / 2;
  const rows = Array.from({ length: Math.min(codes.length / dim, 500) }, (_, i) =>
    codes.subarray(i * dim, (i + 1) * dim),
  );
  const typical = median(rows.map((row) => log(norm(row))));
  return (z) => log(norm(z)) - typical;
}
