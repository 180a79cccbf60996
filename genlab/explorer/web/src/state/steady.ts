/**
 * Draws that keep off a latent space's seams, where one kind of item fades and another comes: of a pool those are left
 * out whose picture changes most when nudged (Tanielian et al. 2020). Mirrors genlab/latent/steadiness.py, where
 * the why is told.
 */
import { normals, type Uniform } from "../math/normal";
import { norm } from "../math/paths";
import type { Batch } from "../decode/decoder";
import { placed, type Draw } from "./classes";

const DROPPED = 0.04;
const NUDGE = 0.1;
const NUDGES = 8;
const LEAST_POOL = 25;
/** Draws looked at in one go: others wait for the decoder meanwhile, and the page for the search among the data. */
const AT_A_TIME = 5;
const FLOOR = 1e-4;

/**
 * The steadiest of a few more draws than asked for, in the order they were drawn.
 *
 * @param draw gives one draw, of the prior or near the data
 * @param decode decodes codes, one after another
 * @param spread standard deviations of the numbers of a code that are nudged, the first ones
 */
export async function drawSteady(
  draw: () => Draw,
  decode: (codes: Float32Array[]) => Promise<Batch>,
  spread: ArrayLike<number>,
  n: number,
  uniform: Uniform = Math.random,
): Promise<Draw[]> {
  const size = Math.max(LEAST_POOL, Math.ceil(n / (1 - DROPPED)));
  const pool: Draw[] = [];
  const changes: number[] = [];
  while (pool.length < size) {
    const some = Array.from({ length: Math.min(AT_A_TIME, size - pool.length) }, draw);
    const { x } = await decode(some.map((one) => placed(one, 1)).flatMap((z) => [z, ...nudged(z, spread, uniform)]));
    const each = x.length / some.length; // a picture and its nudged ones
    changes.push(...some.map((_, i) => change(x.subarray(i * each, (i + 1) * each), each / (1 + NUDGES))));
    pool.push(...some);
  }
  const ranked = changes.map((_, i) => i).sort((a, b) => changes[a] - changes[b]);
  const kept = new Set(ranked.slice(0, size - Math.round(DROPPED * size)));
  return pool.filter((_, i) => kept.has(i)).slice(0, n);
}

/** A code, nudged in random directions. */
function nudged(z: Float32Array, spread: ArrayLike<number>, uniform: Uniform): Float32Array[] {
  return Array.from({ length: NUDGES }, () => {
    const way = normals(spread.length, uniform);
    const length = (NUDGE * Math.sqrt(spread.length)) / (norm(way) || 1);
    return z.map((value, i) => (i < spread.length ? value + length * way[i] * spread[i] : value));
  });
}

/**
 * How much a picture changes a nudge of its code, over its own contrast.
 *
 * @param items the picture, and after it the same nudged, each of `size` numbers
 */
export function change(items: Float32Array, size: number): number {
  const picture = items.subarray(0, size);
  const mean = picture.reduce((sum, value) => sum + value, 0) / size;
  const contrast = Math.sqrt(picture.reduce((sum, value) => sum + (value - mean) ** 2, 0) / size);
  const nudges = items.length / size - 1;
  let squares = 0;
  for (let i = size; i < items.length; i++) squares += (items[i] - picture[i % size]) ** 2;
  return Math.sqrt(squares / (nudges * size)) / NUDGE / (contrast + FLOOR);
}
