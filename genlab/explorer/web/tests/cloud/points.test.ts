import { expect, test } from "vitest";
import { MAX_POINTS, Points } from "../../src/cloud/points";
import { spray, stamp } from "../../src/cloud/shapes";

test("a stroke is undone as one, and so is wiping the sheet", () => {
  const points = new Points();
  points.begin();
  points.add(spray(0, 0, 0.1, 5, 0));
  points.add(spray(0.1, 0, 0.1, 5, 0));
  points.clear();
  expect(points.all).toHaveLength(0);
  points.undo();
  expect(points.all).toHaveLength(10);
  points.undo();
  expect(points.all).toHaveLength(0);
  expect(points.canUndo).toBe(false);
});

test("points off the plane and beyond the limit are left out", () => {
  const points = new Points();
  points.add([
    { x: 1.01, y: 0, brush: 0 },
    { x: NaN, y: 0, brush: 0 },
    { x: 1, y: -1, brush: 0 },
  ]);
  expect(points.all).toHaveLength(1);
  points.add(Array.from({ length: MAX_POINTS + 5 }, () => ({ x: 0, y: 0, brush: 1 })));
  expect(points.all).toHaveLength(MAX_POINTS);
});

test("the eraser takes what lies within its radius and can be undone", () => {
  const points = new Points();
  points.add([
    { x: 0, y: 0, brush: 0 },
    { x: 0.5, y: 0, brush: 1 },
  ]);
  points.begin();
  points.erase(0.05, 0, 0.1);
  expect(points.drawn("a")).toEqual({ name: "a", x: [0.5], y: [0], brush: [1] });
  points.undo();
  expect(points.all).toHaveLength(2);
});

test("a ring lies around its middle", () => {
  const ring = stamp("ring", 0.2, -0.1, 0.02, 200, 3);
  const radii = ring.map((point) => Math.hypot(point.x - 0.2, point.y + 0.1));
  expect(Math.min(...radii)).toBeGreaterThan(0.3);
  expect(Math.max(...radii)).toBeLessThan(0.4);
  expect(ring.every((point) => point.brush === 3)).toBe(true);
});
