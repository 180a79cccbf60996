import { expect, test } from "vitest";
import { farCorner } from "../../src/panels/inset";

test.each([
  [10, 10, "right", "bottom"],
  [340, 10, "left", "bottom"],
  [10, 310, "right", "top"],
  [340, 310, "left", "top"],
] as const)("the inset keeps to the corner farthest from a finger at %d, %d", (px, py, across, up) => {
  expect(farCorner(px, py, 350, 320, false)).toEqual({ across, up });
});

test("where the item's card lies in that corner, the inset is beside the finger and not under it", () => {
  expect(farCorner(10, 10, 350, 320, true)).toEqual({ across: "right", up: "top" });
  expect(farCorner(340, 310, 350, 320, true)).toEqual({ across: "left", up: "bottom" });
});
