/** Draws from the standard normal prior. */

/** Numbers in [0, 1). */
export type Uniform = () => number;

/** A repeatable source of uniform numbers (mulberry32): equal seeds give equal draws. Good for pictures, not for proofs. */
export function seeded(seed: number): Uniform {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `n` independent standard normal numbers, by the method of Box and Muller (1958). */
export function normals(n: number, uniform: Uniform = Math.random): Float32Array {
  const draws = new Float32Array(n);
  for (let i = 0; i < n; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    draws[i] = radius * Math.cos(angle);
    if (i + 1 < n) draws[i + 1] = radius * Math.sin(angle);
  }
  return draws;
}
