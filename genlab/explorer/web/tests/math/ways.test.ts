/** The cases Python's genlab/latent answers alike; their script is tests/latent/make_ways_golden.py. */
import { describe, expect, test } from "vitest";
import golden from "../../../../../tests/golden/ways.json";
import { distances, energy, even } from "../../src/math/curves";
import { begin, improve, solve, type Decode } from "../../src/math/inversion";
import { through, type WayKind } from "../../src/math/spline";

function expectClose(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(Math.abs(actual[i] - value)).toBeLessThanOrEqual(1e-5));
}

describe("ways", () => {
  test.each(golden.ways)("$kind $name, shell $shell", ({ kind, shell, pins, t, codes }) => {
    t.forEach((at, i) => expectClose(through(kind as WayKind, pins, at, shell), codes[i]));
  });
});

test.each(golden.curves)("curves", (given) => {
  const points: number[][] = given.points;
  expectClose(distances(points), given.distances);
  expectClose([energy(points)], [given.energy]);
  even(points, given.distances, 5).forEach((point, i) => expectClose(point, given.even[i]));
});

describe("inversion", () => {
  test.each(golden.inversions)("pull $pull", async ({ weights, item, mask, centre, spread, pull, ...given }) => {
    const wanted = { item, weights: mask, centre, spread, pull };
    let [search] = await begin(wanted, [given.start], bent(weights));
    for (const [i, codes] of given.codes.entries()) {
      search = await improve(search, wanted, bent(weights));
      expectClose(search.z, codes);
      expectClose([search.cost], [given.costs[i + 1]]);
    }
  });

  test("a system is solved", () => {
    expectClose(solve(Float64Array.of(4, 2, 2, 3), [2, 5]), [-0.5, 2]);
  });
});

/** The decoder of make_ways_golden.py, in the double numbers that a golden case needs. */
function bent(weights: number[][]): Decode {
  return async (codes, n) => {
    const [dim, width] = [weights.length, weights[0].length];
    const out = new Float64Array(n * width);
    for (let row = 0; row < n; row++) {
      const first = Array.from({ length: width }, (_, j) =>
        Math.tanh(weights.reduce((sum, from, k) => sum + codes[row * dim + k] * from[j], 0)),
      );
      first.forEach((value, j) => (out[row * width + j] = value + 0.3 * value * first[(j + width - 1) % width]));
    }
    return out as unknown as Float32Array;
  };
}
