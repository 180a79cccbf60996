import { expect, test } from "vitest";
import { boundary, leaning } from "../../src/lab2d/field";
import { Square } from "../../src/lab2d/square";
import { Track } from "../../src/lab2d/track";

const rows = (...steps: number[]) => ({
  values: Float32Array.from(steps.flatMap((step) => [step, step / 10, step, 0.5, 0, 0])),
  shape: [steps.length, 6],
});

test("track adds rows in their order", () => {
  const track = new Track();
  track.add(rows(1, 5));
  track.add(rows(9));
  expect(track.rows.map((row) => row[0])).toEqual([1, 5, 9]);
  expect(track.last?.[2]).toBe(9);
});

test("track forgets what a training that went back had beyond", () => {
  const track = new Track();
  track.add(rows(1, 5, 9));
  track.add(rows(5, 6));
  expect(track.rows.map((row) => row[0])).toEqual([1, 5, 6]);
});

test("leaning of a probability is 0 where D cannot tell, and near 1 where it is sure", () => {
  const [sure, even, made] = leaning([8, 0, -8], "probability");
  expect(sure).toBeGreaterThan(0.99);
  expect(even).toBe(0);
  expect(made).toBeLessThan(-0.99);
});

test("leaning of a critic is measured from its median, for it has no zero", () => {
  expect(Array.from(leaning([105, 100, 102], "score"))).toEqual([1, expect.closeTo(-2 / 3), 0]);
});

test("boundary of a slope is a line across the field at its zero", () => {
  const side = 4;
  const field = Float32Array.from({ length: side * side }, (_, i) => (i % side) - 1.25); // 0 at column 1.25
  const pieces = boundary(field, side);
  expect(pieces).toHaveLength(side - 1);
  for (const [x0, , x1] of pieces) {
    expect(x0).toBeCloseTo(1.75 / side);
    expect(x1).toBeCloseTo(1.75 / side);
  }
});

test("boundary of a field of one sign is empty", () => {
  expect(boundary(new Float32Array(9).fill(2), 3)).toEqual([]);
});

test("square puts its middle in the middle, and up is up", () => {
  const square = new Square(1, 2, 4, 240);
  expect(square.at(1, 2)).toEqual([120, 120]);
  expect(square.at(1, 4)[1]).toBeLessThan(120);
  expect(square.holds(4.9, 2)).toBe(true);
  expect(square.holds(5.1, 2)).toBe(false);
});
