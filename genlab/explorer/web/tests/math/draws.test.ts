import { expect, test } from "vitest";
import { inverse, placeOf, rawAxes } from "../../src/math/linearMap";
import { nearest } from "../../src/math/neighbors";
import { normals, seeded } from "../../src/math/normal";

test("normal draws have mean 0, variance 1 and the tails of a normal", () => {
  const draws = normals(20_001, seeded(1));
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const variance = draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  expect(draws.filter((value) => Math.abs(value) > 1.96).length / draws.length).toBeCloseTo(0.05, 2);
  expect(draws.every(Number.isFinite)).toBe(true);
});

test("equal seeds give equal draws, other seeds and no seed give others", () => {
  expect(normals(8, seeded(7))).toEqual(normals(8, seeded(7)));
  expect(normals(8, seeded(8))).not.toEqual(normals(8, seeded(7)));
  expect(normals(8)).not.toEqual(normals(8));
});

test.each([1, 3, 16, 17])("nearest of codes with %i numbers is the one a full search finds", (dim) => {
  const codes = normals(500 * dim, seeded(dim));
  for (let trial = 0; trial < 20; trial++) {
    const query = normals(dim, seeded(100 + trial));
    const distances = Array.from({ length: 500 }, (_, row) =>
      Math.hypot(...query.map((q, i) => q - codes[row * dim + i])),
    );
    const found = nearest(codes, dim, query);
    expect(found.distance).toBeCloseTo(Math.min(...distances), 5);
    expect(distances[found.row]).toBeCloseTo(found.distance, 5);
  }
});

test("nearest finds a code itself, and nothing among no codes", () => {
  const codes = normals(60, seeded(3));
  expect(nearest(codes, 6, codes.subarray(24, 30))).toEqual({ row: 4, distance: 0 });
  expect(nearest(new Float32Array(0), 6, [0, 0, 0, 0, 0, 0]).row).toBe(-1);
});

test("raw axes replace two numbers of the code", () => {
  const map = rawAxes(4);
  expect([...inverse(map, [9, 8], [1, 2, 3, 4], [2, 0])]).toEqual([8, 2, 9, 4]);
  expect(placeOf(map, [1, 2, 3, 4], [3, 1])).toEqual([4, 2]);
});
