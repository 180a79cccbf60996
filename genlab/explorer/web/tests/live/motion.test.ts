import { expect, test } from "vitest";
import { classCentres, enclose, Motion } from "../../src/live/motion";

const ints = (...values: number[]) => new Int32Array(values);
const floats = (...values: number[]) => new Float32Array(values);

test("the first frame stands at once, the next is reached in its time", () => {
  const motion = new Motion();
  motion.moveTo(floats(0, 0, 4, 4), ints(7, 9), ints(0, 1), 0, 100);
  expect([...motion.places]).toEqual([0, 0, 4, 4]);
  motion.moveTo(floats(2, 0, 4, 8), ints(7, 9), ints(0, 1), 1000, 100);
  expect([...motion.places]).toEqual([0, 0, 4, 4]);
  expect(motion.advance(1050)).toBe(true);
  expect([...motion.places]).toEqual([1, 0, 4, 6]);
  expect(motion.advance(1100)).toBe(false);
  expect([...motion.places]).toEqual([2, 0, 4, 8]);
});

test("a frame that comes in mid-flight goes on from where the points are", () => {
  const motion = new Motion();
  motion.moveTo(floats(0, 0), ints(1), ints(0), 0, 100);
  motion.moveTo(floats(10, 0), ints(1), ints(0), 0, 100);
  motion.moveTo(floats(0, 0), ints(1), ints(0), 50, 100);
  expect([...motion.places]).toEqual([5, 0]);
});

test("points are known by their row when the order changes, and by their number when they have none", () => {
  const motion = new Motion();
  motion.moveTo(floats(1, 1, 2, 2), ints(5, 6), ints(0, 0), 0, 100);
  motion.moveTo(floats(9, 9, 8, 8, 7, 7), ints(6, 5, 4), ints(0, 0, 0), 10, 100);
  expect([...motion.places]).toEqual([2, 2, 1, 1, 7, 7]);

  const samples = new Motion();
  samples.moveTo(floats(1, 1, 2, 2), ints(-1, -1), ints(-1, -1), 0, 100);
  samples.moveTo(floats(3, 3, 4, 4), ints(-1, -1), ints(-1, -1), 10, 100);
  expect([...samples.places]).toEqual([1, 1, 2, 2]);
});

test("the box is square, holds all points, and has a size when there is one point or none", () => {
  const box = enclose(floats(0, 0, 10, 2), 0);
  expect(box).toEqual({ minX: 0, maxX: 10, minY: -4, maxY: 6 });
  expect(enclose(floats(3, 3), 0)).toEqual({ minX: 2, maxX: 4, minY: 2, maxY: 4 });
  expect(enclose(floats())).toEqual({ minX: -1, maxX: 1, minY: -1, maxY: 1 });
});

test("a class's centre is its median, and unlabelled points have none", () => {
  const centres = classCentres(floats(0, 0, 1, 1, 50, 50, 3, 3), ints(2, 2, 2, -1));
  expect([...centres]).toEqual([[2, [1, 1]]]);
});
