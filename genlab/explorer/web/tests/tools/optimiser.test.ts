import { expect, test } from "vitest";
import { begin, type Decode, type Wanted } from "../../src/math/inversion";
import { optimise } from "../../src/tools/placing/optimiser";

/** A decoder with a good and a bad valley. */
const decode: Decode = async (codes, n) =>
  Float32Array.from({ length: 2 * n }, (_, i) => Math.sin(codes[i]) + codes[i] / 4);

const wanted = (item: number[]): Wanted => ({ item, weights: [1, 1], centre: [0, 0], spread: [1, 1], pull: 1e-6 });

test("of several beginnings the best is followed to its end", async () => {
  const item = [Math.sin(0.5) + 0.125, Math.sin(-0.3) - 0.075];
  const searches = await begin(
    wanted(item),
    [
      [5, 5],
      [0.1, 0.1],
    ],
    decode,
  );
  const costs: number[] = [];
  const best = await optimise(searches, wanted(item), decode, ({ cost }) => costs.push(cost) > 0);
  expect(best.z[0]).toBeCloseTo(0.5, 3);
  expect(best.z[1]).toBeCloseTo(-0.3, 3);
  expect(costs.every((cost, i) => i === 0 || cost <= costs[i - 1])).toBe(true);
});

test("who watches can end it", async () => {
  const searches = await begin(wanted([0.6, 0.6]), [[3, 3]], decode);
  let rounds = 0;
  await optimise(searches, wanted([0.6, 0.6]), decode, () => ++rounds < 2);
  expect(rounds).toBe(2);
});
