import { expect, test } from "vitest";
import { drawNear } from "../../src/math/parzen";
import { seeded } from "../../src/math/normal";

function draw(...of: Parameters<typeof drawNear>): Float32Array {
  const { about, away } = drawNear(...of);
  return about.map((value, i) => value + away[i]);
}

/** 200 codes on the line y = 2x, and the weights of two classes: the second one right of the middle. */
const DIM = 4;
const codes = Float32Array.from({ length: 200 * DIM }, (_, at) => {
  const x = Math.floor(at / DIM) / 100 - 1;
  return [x, 2 * x, Number(x < 0), Number(x >= 0)][at % DIM];
});

test("draws lie along the codes, spread as they are, between them", () => {
  const uniform = seeded(3);
  const draws = Array.from({ length: 300 }, () => draw(codes, DIM, 2, uniform));
  for (const [x, y] of draws) expect(y).toBeCloseTo(2 * x, 4);
  const xs = draws.map(([x]) => x);
  expect(Math.min(...xs)).toBeLessThan(-0.8);
  expect(Math.max(...xs)).toBeGreaterThan(0.8);
  expect(xs.every((x) => Math.abs(x) < 1.3)).toBe(true);
  expect(xs.filter((x) => !codes.includes(x)).length).toBeGreaterThan(290);
});

test("a class stays that of the code drawn about, and equal seeds draw equally", () => {
  const draws = [5, 5, 6].map((seed) => draw(codes, DIM, 2, seeded(seed)));
  for (const [, , first, second] of draws) expect([first, second].sort()).toEqual([0, 1]);
  expect(draws[0]).toEqual(draws[1]);
  expect(draws[0]).not.toEqual(draws[2]);
});

test("a single code is drawn as it is", () => {
  expect(Array.from(draw(Float32Array.of(1, 2), 2, 2))).toEqual([1, 2]);
});
