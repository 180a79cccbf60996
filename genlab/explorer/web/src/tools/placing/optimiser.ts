import { improve, type Decode, type Search, type Wanted } from "../../math/inversion";
import type { Model } from "../../state/model";
import { offset, plain, type Point } from "../../state/point";

/** Rounds after which an optimisation is ended, done or not. */
const MOST_ROUNDS = 40;
/** Rounds after which several beginnings are compared. */
const TRIAL = 3;

/** The prior that codes are pulled to: what an autoencoder without one has instead are its codes' mean and spread. */
export function priorOf(model: Model): Pick<Wanted, "centre" | "spread"> {
  const { mean, std } = model.prior();
  return { centre: mean, spread: Array.from(std, (value) => Math.max(value, 1e-6)) };
}

/** Decodes z's, a GAN's offset staying what it is. */
export function decodeOf(model: Model, delta: Float32Array | null): Decode {
  const { dim } = model.data.latent;
  return async (codes, n) => {
    const points = Array.from({ length: n }, (_, i) => pointOf(codes.subarray(i * dim, (i + 1) * dim), delta));
    return (await model.engine.batch(points)).x;
  };
}

export function pointOf(z: ArrayLike<number>, delta: Float32Array | null): Point {
  return delta ? offset(Float32Array.from(z), delta) : plain(Float32Array.from(z));
}

/**
 * Improves one or several searches round by round, first all of them a little, then the best to its end. `shown` hears of
 * the best after each round and says whether to go on.
 */
export async function optimise(
  searches: Search[],
  wanted: Wanted,
  decode: Decode,
  shown: (best: Search, round: number) => boolean,
): Promise<Search> {
  let running = searches;
  let best = running[0];
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    if (round === TRIAL + 1) running = [best];
    const better: Search[] = [];
    for (const search of running) better.push(search.done ? search : await improve(search, wanted, decode));
    running = better;
    best = better.reduce((least, search) => (search.cost < least.cost ? search : least));
    const ended = best.done && (running.length === 1 || running.every(({ done }) => done));
    if (!shown(best, round) || ended) break;
  }
  return best;
}
