import type { ExplorerData } from "../messages";
import { styleDim } from "./classes";
import { offset, plain, type Point } from "./point";

/** Thumbnails under a slider. */
export const TRAVERSAL_STEPS = 7;

/**
 * How far a slider goes: three standard deviations of the codes around their mean and, where there is a prior N(0, 1),
 * at least as far as three of its own, so that a collapsed dimension is seen to do nothing. A class's weight goes from
 * 0 to 1.
 */
export function range(data: ExplorerData, dimension: number): { low: number; high: number } {
  if (dimension >= styleDim(data)) return { low: 0, high: 1 };
  const { mean, std, variational } = data.latent;
  const reach = 3 * std[dimension];
  const [low, high] = [mean[dimension] - reach, mean[dimension] + reach];
  if (variational || data.run.family === "gan") return { low: Math.min(low, -3), high: Math.max(high, 3) };
  return reach > 0 ? { low, high } : { low: low - 1, high: high + 1 };
}

/**
 * The points under the middles of a slider's thumbnails: one dimension goes along the slider, the rest stays. With a
 * range of ±3 σ the seven middles run from −2.6 σ to 2.6 σ.
 */
export function traversal(from: Point, dimension: number, { low, high }: { low: number; high: number }): Point[] {
  return Array.from({ length: TRAVERSAL_STEPS }, (_, i) => {
    const z = from.z.slice();
    z[dimension] = low + ((i + 0.5) / TRAVERSAL_STEPS) * (high - low);
    return from.delta ? offset(z, from.delta) : plain(z);
  });
}
