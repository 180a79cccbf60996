/** A point of the latent space: it decodes as decoder(code), where code = enter(z) + delta; see messages.ts. */
export interface Point {
  readonly z: Float32Array;
  /** Null for an autoencoder, whose code is z. */
  readonly delta: Float32Array | null;
  /** What the decoder takes; null until a GAN's z has entered. */
  readonly code: Float32Array | null;
}

/** The point of an autoencoder at z. */
export function plain(z: Float32Array): Point {
  return { z, delta: null, code: z };
}

/** The point of a GAN at z and an offset in its activations; its code is worked out when it is decoded. */
export function offset(z: Float32Array, delta: Float32Array): Point {
  return { z, delta, code: null };
}

/** A pin's numbers as Python keeps them: z, with a GAN's delta appended. */
export function flatten(point: Point): number[] {
  return [...point.z, ...(point.delta ?? [])];
}

/** Reads numbers that `flatten` wrote; null when they do not fit this model. */
export function unflatten(values: number[] | null, latentDim: number, deltaDim: number): Point | null {
  if (!values || values.length !== latentDim + deltaDim || values.some((value) => !Number.isFinite(value))) return null;
  const z = Float32Array.from(values.slice(0, latentDim));
  return deltaDim > 0 ? offset(z, Float32Array.from(values.slice(latentDim))) : plain(z);
}

/** The point whose decoder's input goes from one code to another: a GAN's z stays and its offset takes the step. */
export function moveCode(point: Point, before: Float32Array, code: Float32Array): Point {
  if (!point.delta) return plain(code);
  return { z: point.z, code, delta: point.delta.map((value, i) => value + code[i] - before[i]) };
}
