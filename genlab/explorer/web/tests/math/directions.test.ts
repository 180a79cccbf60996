/** The cases Python's genlab/latent answers alike; their script is tests/latent/make_directions_golden.py. */
import { describe, expect, test } from "vitest";
import golden from "../../../../../tests/golden/directions.json";
import { alongNumber, betweenGroups, orthogonal, type Way } from "../../src/math/attributes";
import { arithmetic, around, carriedBack, localDirections } from "../../src/math/directions";
import { eigen, solve } from "../../src/math/symmetric";

function expectClose(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(Math.abs(actual[i] - value)).toBeLessThanOrEqual(1e-5));
}

function expectScore(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 6);
}

const count = (n: number, from = 0) => Array.from({ length: n }, (_, i) => from + i);

describe("attributes between groups", () => {
  test.each(golden.groups)("$name, $way", ({ a, b, way, vector, score }) => {
    const table = { values: [...a, ...b].flat(), dim: a[0].length };
    const found = betweenGroups(table, count(a.length), count(b.length, a.length), way as Way);
    expectClose(found.vector, vector);
    expectScore(found.score, score);
  });
});

describe("attributes along a number", () => {
  test.each(golden.numbers)("$name, $way", ({ codes, values, way, vector, score }) => {
    const table = { values: codes.flat(), dim: codes[0].length };
    const found = alongNumber(table, count(codes.length), values, way as Way);
    expectClose(found.vector, vector);
    expectScore(found.score, score);
  });
});

test("what is left across other directions", () => {
  for (const { vector, others, left } of golden.orthogonal) expectClose(orthogonal(vector, others), left);
});

test("principal axes carried back to the noise", () => {
  for (const { places, z, vectors } of golden.carried) {
    const found = carriedBack(places.flat(), places[0].length, z.flat(), z[0].length);
    found.forEach((vector, axis) => expectClose(vector, vectors[axis]));
  }
});

describe("local directions", () => {
  test.each(golden.local)("of $n", ({ at, codes, outputs, n, vectors, strengths }) => {
    around(at).forEach((code, i) => expectClose(code, codes[i]));
    const found = localDirections(outputs.flat(), at.length, n);
    expectClose(found.strengths, strengths);
    found.vectors.forEach((vector, i) => expectClose(vector, vectors[i]));
  });
});

test("arithmetic", () => {
  for (const { a, b, c, shell, code } of golden.arithmetic) expectClose(arithmetic(a, b, c, shell), code);
});

test("a solved equation holds, and eigenvectors are turned onto themselves", () => {
  const matrix = [4, 1, 0.5, 1, 3, -1, 0.5, -1, 2];
  const times = (x: ArrayLike<number>) =>
    count(3).map((i) => count(3).reduce((s, j) => s + matrix[3 * i + j] * x[j], 0));
  expectClose(times(solve(matrix, [1, 2, 3])), [1, 2, 3]);
  const { values, vectors } = eigen(matrix, 3);
  values.forEach((value, i) =>
    expectClose(
      times(vectors[i]),
      Array.from(vectors[i], (x) => value * x),
    ),
  );
  expect([...values].sort((x, y) => y - x)).toEqual(values);
});
