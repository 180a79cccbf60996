import { expect, test } from "vitest";
import { rowsAlong, rowsInBox, rowsInPolygon } from "../../src/math/polygon";

/** Points of a grid from -1 to 1, in steps of 0.1, none on a whole number of edges. */
const GRID = Array.from({ length: 400 }, (_, i) => [((i % 20) - 9.5) / 10, (Math.floor(i / 20) - 9.5) / 10]);
const xs = Float32Array.from(GRID, ([x]) => x);
const ys = Float32Array.from(GRID, ([, y]) => y);
const rowsWhere = (holds: (x: number, y: number) => boolean) =>
  GRID.flatMap(([x, y], row) => (holds(x, y) ? [row] : []));

test("a lasso with many corners around a circle takes the points in the circle", () => {
  const line = Array.from({ length: 360 }, (_, i): [number, number] => {
    const turn = (i * Math.PI) / 180;
    return [0.7 * Math.cos(turn), 0.7 * Math.sin(turn)];
  });
  expect([...rowsInPolygon(xs, ys, line)]).toEqual(rowsWhere((x, y) => Math.hypot(x, y) < 0.6999));
});

test("the bay of a lasso is outside", () => {
  const horseshoe: [number, number][] = [
    [-0.8, -0.8],
    [-0.8, 0.8],
    [-0.4, 0.8],
    [-0.4, -0.4],
    [0.4, -0.4],
    [0.4, 0.8],
    [0.8, 0.8],
    [0.8, -0.8],
  ];
  const inside = (x: number, y: number) => Math.abs(x) < 0.8 && Math.abs(y) < 0.8 && !(Math.abs(x) < 0.4 && y > -0.4);
  expect([...rowsInPolygon(xs, ys, horseshoe)]).toEqual(rowsWhere(inside));
});

test("a lasso may be drawn either way round, and one of two corners takes nothing", () => {
  const triangle: [number, number][] = [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0, 0.9],
  ];
  const taken = rowsInPolygon(xs, ys, triangle);
  expect(taken.length).toBeGreaterThan(100);
  expect(rowsInPolygon(xs, ys, [...triangle].reverse())).toEqual(taken);
  expect(rowsInPolygon(xs, ys, triangle.slice(0, 2))).toHaveLength(0);
});

test("a box takes what is in it from whichever corner it is pulled", () => {
  const wanted = rowsWhere((x, y) => x > -0.5 && x < 0.3 && y > 0 && y < 0.7);
  expect([...rowsInBox(xs, ys, [-0.5, 0], [0.3, 0.7])]).toEqual(wanted);
  expect([...rowsInBox(xs, ys, [0.3, 0], [-0.5, 0.7])]).toEqual(wanted);
});

test("a brush takes what it passes over between two events, and only its disc where it stands", () => {
  const along = rowsWhere((x, y) => Math.abs(y) < 0.2 && Math.abs(x) <= 0.5);
  const taken = new Set(rowsAlong(xs, ys, [-0.5, 0], [0.5, 0], 0.2));
  expect(along.every((row) => taken.has(row))).toBe(true);
  expect([...rowsAlong(xs, ys, [0, 0], [0, 0], 0.2)]).toEqual(rowsWhere((x, y) => Math.hypot(x, y) <= 0.2));
});
