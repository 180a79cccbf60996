import { describe, expect, test } from "vitest";
import { seeded } from "../../src/math/normal";
import type { ExplorerData } from "../../src/messages";
import {
  classOf,
  dimensionName,
  drawFromData,
  drawFromPrior,
  placed,
  styleDim,
  withClass,
} from "../../src/state/classes";
import { range } from "../../src/state/traversal";

const told = {
  run: { family: "gan" },
  latent: { dim: 5, classes: ["cat", "dog", "owl"], variational: false, mean: [0, 0, 0, 0, 0], std: [1, 1, 1, 1, 1] },
} as unknown as ExplorerData;
const untold = { latent: { dim: 2, classes: [] } } as unknown as ExplorerData;

describe("a code with classes", () => {
  test("ends in their weights, which bear their names and go from 0 to 1", () => {
    expect(styleDim(told)).toBe(2);
    expect([0, 1, 2, 4].map((i) => dimensionName(told, i))).toEqual(["z 1", "z 2", "cat", "owl"]);
    expect(range(told, 3)).toEqual({ low: 0, high: 1 });
    expect(range(told, 1)).toEqual({ low: -3, high: 3 });
  });

  test("is given another class with all else as it is", () => {
    const z = withClass(Float32Array.of(0.5, -2, 0.3, 0.7, 0), told, 2);
    expect([...z]).toEqual([0.5, -2, 0, 0, 1]);
    expect(classOf(z, told)).toBe(2);
    expect(classOf(Float32Array.of(0, 0, 0.5, 0.5, 0), told)).toBe(-1);
    expect(classOf(Float32Array.of(0, 0, 1, 0.5, 0), told)).toBe(-1);
  });

  test("is drawn with one class, every one as often, and the truncation leaves it", () => {
    const uniform = seeded(1);
    const prior = { mean: [1, 1, 9, 9, 9], std: [2, 2, 9, 9, 9] };
    const draws = Array.from({ length: 300 }, () => drawFromPrior(told, prior, uniform));
    const counts = [0, 0, 0];
    for (const draw of draws) counts[classOf(placed(draw, 1), told)]++;
    for (const count of counts) expect(count).toBeGreaterThan(70);
    const [whole, half, none] = [1, 0.5, 0].map((psi) => placed(draws[0], psi));
    expect([...half.subarray(2)]).toEqual([...whole.subarray(2)]);
    expect([...none.subarray(0, 2)]).toEqual([1, 1]);
    expect(half[0]).toBeCloseTo((1 + whole[0]) / 2);
    const firsts = draws.map((draw) => placed(draw, 1)[0]);
    const mean = firsts.reduce((a, b) => a + b) / 300;
    expect(Math.abs(mean - 1)).toBeLessThan(0.5);
    expect(firsts.reduce((sum, z) => sum + (z - mean) ** 2, 0) / 300).toBeGreaterThan(3);
  });

  test("is drawn near the data with the class that is seen there, and a truncation leads to the item", () => {
    const codes = Float32Array.of(0, 0, 0.2, 0.7, 0.1, 1, 2, 0.1, 0.6, 0.3, 2, 4, 0.3, 0.4, 0.3);
    const draw = drawFromData(told, codes, seeded(2));
    const z = placed(draw, 1);
    expect(classOf(z, told)).toBe(1);
    expect(z[1]).toBeCloseTo(2 * z[0], 5);
    expect([0, 1, 2]).toContain(placed(draw, 0)[0]);
  });
});

test("a code without classes is all style", () => {
  expect(styleDim(untold)).toBe(2);
  expect(dimensionName(untold, 1)).toBe("z 2");
  expect([...withClass(Float32Array.of(1, 2), untold, 0)]).toEqual([1, 2]);
  expect(classOf(Float32Array.of(1, 2), untold)).toBe(-1);
  expect(placed(drawFromPrior(untold, { mean: [0, 0], std: [1, 1] }), 1)).toHaveLength(2);
  expect([...placed(drawFromData(untold, Float32Array.of(3, 4)), 1)]).toEqual([3, 4]);
});
