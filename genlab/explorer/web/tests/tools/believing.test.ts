import { describe, expect, test } from "vitest";
import { comparedWith } from "../../src/math/ranks";
import { scaleOf, thickness } from "../../src/tools/fog/field";
import { KINDS } from "../../src/tools/fog/kinds";
import { around } from "../../src/tools/honesty/neighbours";
import { colorAt, tintOf } from "../../src/tools/honesty/scale";

const kind = (name: string) => KINDS.find((one) => one.name === name)!;
const spread = (from: number, to: number) =>
  Float64Array.from({ length: 101 }, (_, i) => from + (i / 100) * (to - from));

describe("a field's scale", () => {
  test("is clear at a typical data item and thick at the far end of the map", () => {
    const scale = scaleOf(kind("round-trip"), spread(0, 3), spread(0, 0.4));
    expect(scale.clear).toBeCloseTo(0.2);
    expect(scale.thick).toBeCloseTo(2.94);
    expect(scale.data).toEqual([expect.closeTo(0.02), expect.closeTo(0.38)]);
    expect([0.1, 0.2, 1.57, 9].map((value) => thickness(value, scale))).toEqual([0, 0, expect.closeTo(0.5), 1]);
  });

  test("of a density is thick where it is low, and ends where it says no more", () => {
    const scale = scaleOf(kind("codes"), spread(-400, 0), spread(-2, 2));
    expect(scale).toMatchObject({ clear: expect.closeTo(0), thick: -14 });
    expect([1, -7, -100].map((value) => thickness(value, scale))).toEqual([0, expect.closeTo(0.5), 1]);
  });

  test("goes by the map alone where data do not set it, and lives with a map of one value", () => {
    expect(scaleOf(kind("judge"), spread(-1, 1), new Float64Array(0))).toMatchObject({ clear: 0.96, thick: -0.96 });
    const flat = scaleOf(kind("round-trip"), spread(1, 1), spread(1, 1));
    expect(thickness(1, flat)).toBe(0);
  });
});

test("neighbours are kept, torn away, or false", () => {
  // in the space 0..4 lie on a line; on the map 4 stands where 1 should be
  const x = { rows: Float32Array.from([0, 1, 2, 3, 4]), dim: 1 };
  const cloud = { xs: Float32Array.from([0, 9, 2, 3, 1]), ys: new Float32Array(5), labels: null };
  expect(around(0, x, cloud, 2)).toEqual({ row: 0, kept: [2], torn: [1], false: [4] });
});

test("points' colours run from bad to good whichever end is which, each third with its own mark", () => {
  const tint = tintOf(Float32Array.from([0, 0.5, 1, 7]), { bad: 0, good: 1 }, false);
  expect([...tint.levels].map((level) => tint.styles[level].mark)).toEqual(["cross", "plus", "disc", "disc"]);
  const turned = tintOf(Float32Array.from([0, 1]), { bad: 1, good: 0 }, false);
  expect([...turned.levels].map((level) => turned.styles[level].mark)).toEqual(["disc", "cross"]);
  for (const dark of [true, false]) expect(colorAt(0, dark)).not.toBe(colorAt(1, dark));
  expect(colorAt(0.5, false)).toMatch(/^#[0-9a-f]{6}$/);
});

test("of many points each is compared with the same sample of all", () => {
  expect(comparedWith(10)).toHaveLength(10);
  const some = comparedWith(50_000);
  expect(some).toHaveLength(1500);
  expect([...some]).toEqual([...comparedWith(50_000)]);
  expect(new Set(some).size).toBe(1500);
  expect(Math.max(...some)).toBeGreaterThan(49_000);
});
