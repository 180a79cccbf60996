import { describe, expect, test } from "vitest";
import { inkStyle, inkToItem, pictureToItem } from "../../src/item/ink";
import type { ItemInfo } from "../../src/messages";

const ITEM: ItemInfo = { modality: "image", shape: [1, 28, 28], min: 0, max: 1 };
const SIDE = 100;

/** A filled rectangle of ink. */
function rectangle(x0: number, x1: number, y0: number, y1: number): Float32Array {
  return Float32Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    return x >= x0 && x < x1 && y >= y0 && y < y1 ? 1 : 0;
  });
}

function inked(values: Float32Array) {
  const rows = [];
  for (let i = 0; i < values.length; i++) if (values[i] > 0.5) rows.push([i % 28, Math.floor(i / 28)]);
  const xs = rows.map(([x]) => x);
  const ys = rows.map(([, y]) => y);
  return { width: Math.max(...xs) - Math.min(...xs) + 1, height: Math.max(...ys) - Math.min(...ys) + 1, xs, ys };
}

describe("inkToItem", () => {
  const style = { extent: 20 / 28, inverted: false };

  test("scales the drawing's box to the data's extent and centres its mass, wherever it was drawn", () => {
    for (const [x, y] of [
      [5, 5],
      [60, 40],
    ]) {
      const item = inkToItem(rectangle(x, x + 12, y, y + 40), SIDE, ITEM, style)!;
      const { width, height, xs, ys } = inked(item);
      expect([width, height]).toEqual([6, 20]);
      expect(xs.reduce((a, b) => a + b) / xs.length).toBeCloseTo(13.5);
      expect(ys.reduce((a, b) => a + b) / ys.length).toBeCloseTo(13.5);
    }
  });

  test("keeps ink inside when its mass is far off the middle of its box", () => {
    const ink = rectangle(10, 90, 10, 14);
    rectangle(86, 90, 10, 90).forEach((value, i) => (ink[i] = Math.max(ink[i], value)));
    const item = inkToItem(ink, SIDE, ITEM, { extent: 1, inverted: false })!;
    expect(inked(item).width).toBe(28);
  });

  test("nothing drawn is nothing", () =>
    expect(inkToItem(new Float32Array(SIDE * SIDE), SIDE, ITEM, style)).toBeNull());

  test("draws dark on bright where the data is so", () => {
    const item = inkToItem(rectangle(40, 60, 40, 60), SIDE, ITEM, { extent: 0.5, inverted: true })!;
    expect(item[0]).toBe(1);
    expect(item[14 * 28 + 14]).toBe(0);
  });
});

test("ink style is the median extent of the data's own pictures", () => {
  const picture = new Float32Array(28 * 28);
  for (let y = 4; y < 24; y++) picture.fill(1, y * 28 + 12, y * 28 + 16);
  const both = new Float32Array(2 * 28 * 28);
  both.set(picture);
  both.set(picture, 28 * 28);
  expect(inkStyle(both, ITEM)).toEqual({ extent: 20 / 28, inverted: false });
  expect(
    inkStyle(
      both.map((v) => 1 - v),
      ITEM,
    ),
  ).toEqual({ extent: 20 / 28, inverted: true });
});

test("a picture becomes values in the item's range, channel first", () => {
  const item: ItemInfo = { modality: "image", shape: [3, 1, 2], min: -1, max: 1 };
  const rgba = Uint8ClampedArray.of(255, 0, 0, 255, 0, 0, 255, 255);
  expect([...pictureToItem(rgba, item, false)]).toEqual([1, -1, -1, -1, -1, 1]);
  expect([...pictureToItem(rgba, item, true)]).toEqual([-1, 1, 1, 1, 1, -1]);
});
