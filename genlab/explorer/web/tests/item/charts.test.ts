import { expect, test } from "vitest";
import { isBeyond, spotIn, type Cloud } from "../../src/item/charts";

const window: Cloud = { points: new Float32Array(0), center: [1, 0], reach: 2 };

test("a point in the window is where it is", () => {
  expect(spotIn(window, 1, 0)).toEqual({ x: 0.5, y: 0.5, beyond: null });
  expect(spotIn(window, 0, 1)).toEqual({ x: 0.25, y: 0.25, beyond: null });
});

test("a point beyond the window is put on its edge, with the way it lies", () => {
  expect(spotIn(window, 9, -0.4)).toEqual({ x: 1, y: 0.6, beyond: [1, 0] });
  expect(spotIn(window, -2, 5)).toEqual({ x: 0, y: 0, beyond: [-1, -1] });
});

test("a picture without data has a window too", () => {
  expect(isBeyond([1.4, -1.4], null)).toBe(false);
  expect(isBeyond([1.6, 0], null)).toBe(true);
});
