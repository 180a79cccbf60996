/**
 * Draws that keep off a latent space's seams, where one kind of item fades and another comes: of a pool those are left
 * out whose picture changes most when nudged (Tanielian et al. 2020). Mirrors genlab/latent/steadiness.py, where
 * the why is told.
 */
import { normals, type Uniform } from "../math/normal";
import { norm } from "../math/paths";
import type { Batch } from "../decode/decoder";
import { placed, type Draw } from "./classes";

const DROPPED = 0.03;
const NUDGE = 0.1;
const NUDGES = 4;
const LEAST_POOL = 50;
const FLOOR = 1e-4;

/**
 * The steadiest of a few more draws than asked for, in the order they were drawn.
 *
 * @param draw gives one draw, of the prior or near the data
 * @param decode decodes codes, one after another
 * @param style numbers of a code that are nudged, the first ones
 */
export async function drawSteady(
  draw: () => Draw,
  decode: (codes: Float32Array[]) => Promise<Batch>,
  style: number,
  n: number,
  uniform: Uniform = Math.random,
): Promise<Draw[]> {
  const pool = Array.from({ length: Math.max(LEAST_POOL, Math.ceil(n / (1 - DROPPED))) }, draw);
  const codes = pool.map((one) => placed(one, 1));
  const { x } = await decode(codes.flatMap((z) => [z, ...nudged(z, style, uniform)]));
  const size = x.length / (codes.length * (1 + NUDGES));
  const changes = codes.map((_, i) => change(x.subarray(i * (1 + NUDGES) * size, (i + 1) * (1 + NUDGES) * size), size));
  const ranked = changes.map((_, i) => i).sort((a, b) => changes[b] - changes[a]);
  const dropped = new Set(ranked.slice(0, Math.round(DROPPED * pool.length)));
  return pool.filter((_, i) => !dropped.has(i)).slice(0, n);
}

/** A code, nudged in random directions. */
function nudged(z: Float32Array, style: number, uniform: Uniform): Float32Array[] {
  return Array.from({ length: NUDGES }, () => {
    const way = normals(style, uniform);
    const length = (NUDGE * Math.sqrt(style)) / (norm(way) || 1);
    return z.map((value, i) => (i < style ? value + length * way[i] : value));
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
