/** New codes near the codes of data: Manifold Parzen windows (Vincent & Bengio 2002). Mirrors genlab/latent/parzen.py. */
import { kNearest } from "./neighbors";
import { normals, type Uniform } from "./normal";

const NEIGHBORS = 10;

/**
 * Draws from a Gaussian about one of `codes` (N × dim, row after row) that lies along its neighbours.
 *
 * @param style the first so many numbers are drawn; those after them stay what they are
 * @returns the code drawn about, and the step away from it
 */
export function drawNear(
  codes: Float32Array,
  dim: number,
  style: number,
  uniform: Uniform = Math.random,
): { about: Float32Array; away: Float32Array } {
  const row = (i: number) => codes.subarray(i * dim, (i + 1) * dim);
  const about = row(Math.floor((uniform() * codes.length) / dim)).slice();
  const { rows } = kNearest(codes, dim, about, NEIGHBORS + 1); // itself among them
  const draws = normals(rows.length, uniform);
  const share = 1 / Math.sqrt(Math.max(1, rows.length - 1));
  const away = about.map((value, i) =>
    i < style ? rows.reduce((sum, near, k) => sum + share * draws[k] * (row(near)[i] - value), 0) : 0,
  );
  return { about, away };
}
