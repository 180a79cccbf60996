/**
 * Ways from one code to another, and the shell on which codes of a Gaussian prior lie. Mirrors genlab/latent/paths.py;
 * tests/golden/geometry.json binds the two.
 */

export type PathKind = "lerp" | "slerp";

/** Sine of the angle below which two directions count as one line; float32 codes are no finer. */
const COLLINEAR = 1e-6;

/** A point of the straight line from `a` (t = 0) to `b` (t = 1). */
export function lerp(a: ArrayLike<number>, b: ArrayLike<number>, t: number): Float32Array {
  const code = new Float32Array(a.length);
  for (let i = 0; i < code.length; i++) code[i] = (1 - t) * a[i] + t * b[i];
  return code;
}

/**
 * A point of the great circle from `a` to `b`, the norm going straight from one to the other (Shoemake 1985; White 2016,
 * arXiv:1609.04468). Straight when an end is zero or both lie on one ray; opposite directions go through the direction
 * of the first axis on which `a` is smallest, made orthogonal to `a`.
 */
export function slerp(a: ArrayLike<number>, b: ArrayLike<number>, t: number): Float32Array {
  const dim = a.length;
  const normA = norm(a);
  const normB = norm(b);
  if (normA === 0 || normB === 0 || dim === 1) return lerp(a, b, t);
  const u = Float64Array.from(a, (value) => value / normA);
  let cosine = 0;
  for (let i = 0; i < dim; i++) cosine += (u[i] * b[i]) / normB;
  // The part of b's direction orthogonal to a's; its length is the sine of the angle between them.
  const across = u.map((value, i) => b[i] / normB - cosine * value);
  const sine = norm(across);
  if (sine < COLLINEAR) {
    if (cosine > 0) return lerp(a, b, t);
    const smallest = u.reduce((best, value, i) => (Math.abs(value) < Math.abs(u[best]) ? i : best), 0);
    u.forEach((value, i) => (across[i] = (i === smallest ? 1 : 0) - u[smallest] * value));
  }
  const angle = t * Math.atan2(sine, cosine);
  const size = (1 - t) * normA + t * normB;
  const alongU = size * Math.cos(angle);
  const alongAcross = (size * Math.sin(angle)) / norm(across);
  const code = new Float32Array(dim);
  for (let i = 0; i < dim; i++) code[i] = alongU * u[i] + alongAcross * across[i];
  return code;
}

/** The point at `t` of the way of that kind. */
export function between(kind: PathKind, a: ArrayLike<number>, b: ArrayLike<number>, t: number): Float32Array {
  return kind === "lerp" ? lerp(a, b, t) : slerp(a, b, t);
}

/** `steps` codes (at least 2) from `a` to `b`, both included, at equal distances in t. */
export function path(kind: PathKind, a: ArrayLike<number>, b: ArrayLike<number>, steps: number): Float32Array[] {
  return Array.from({ length: steps }, (_, i) => between(kind, a, b, i / (steps - 1)));
}

/** The code with the norm of a standard normal prior's codes, sqrt(dim); zero has no direction and stays. */
export function putOnShell(z: ArrayLike<number>): Float32Array {
  const size = norm(z);
  return truncate(z, size === 0 ? 1 : Math.sqrt(z.length) / size);
}

/** The code pulled towards the prior's mean, zero: psi·z. */
export function truncate(z: ArrayLike<number>, psi: number): Float32Array {
  return Float32Array.from(z, (value) => psi * value);
}

export function norm(z: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += z[i] * z[i];
  return Math.sqrt(sum);
}
