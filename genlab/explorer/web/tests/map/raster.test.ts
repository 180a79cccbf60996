import { describe, expect, test } from "vitest";
import { classColor, classMark, MARKS, pixelOf } from "../../src/map/colors";
import { classCenters, rowAt } from "../../src/map/hit";
import { drawPoints, stampOf } from "../../src/map/raster";
import { Viewport } from "../../src/map/viewport";

const WHITE = pixelOf("#ffffff");

function scene() {
  const view = new Viewport();
  view.resize(100, 100);
  view.fit({ x0: 0, x1: 1, y0: 0, y1: 1 }, 20);
  const cloud = {
    xs: Float32Array.of(0, 1, 1),
    ys: Float32Array.of(0, 1, 0),
    labels: Int32Array.of(0, 1, 1),
  };
  const draw = (hidden: Set<number>) => {
    const pixels = new Uint32Array(100 * 100).fill(WHITE);
    drawPoints(pixels, 100, 100, cloud, view, 1, false, hidden);
    return pixels;
  };
  return { view, cloud, draw };
}

describe("drawPoints", () => {
  test("stamps each point in its class's colour at its place", () => {
    const pixels = scene().draw(new Set());
    expect(pixels[80 * 100 + 20]).toBe(pixelOf(classColor(0, false)));
    expect(pixels[20 * 100 + 80]).toBe(pixelOf(classColor(1, false)));
    expect(pixels[80 * 100 + 80]).toBe(pixelOf(classColor(1, false)));
    expect(pixels[50 * 100 + 50]).toBe(WHITE);
  });

  test("leaves out what is hidden", () => {
    const pixels = scene().draw(new Set([1]));
    expect(pixels[80 * 100 + 20]).not.toBe(WHITE);
    expect(pixels[20 * 100 + 80]).toBe(WHITE);
  });

  test("draws nothing outside", () => {
    const { view, draw } = scene();
    view.panBy(5000, 0);
    expect(draw(new Set()).every((pixel) => pixel === WHITE)).toBe(true);
  });
});

test("marks differ in shape", () => {
  const shapes = MARKS.map((mark) => JSON.stringify([...stampOf(mark, 5).dx, "|", ...stampOf(mark, 5).dy]));
  expect(new Set(shapes).size).toBe(MARKS.length);
});

test("no two of 90 classes share colour and mark", () => {
  const signs = Array.from({ length: 90 }, (_, label) => classColor(label, true) + classMark(label));
  expect(new Set(signs).size).toBe(90);
});

test("the row under a pixel is the nearest shown one in reach", () => {
  const { view, cloud } = scene();
  expect(rowAt(cloud, view, 78, 23, new Set())).toBe(1);
  expect(rowAt(cloud, view, 78, 23, new Set([1]))).toBe(-1);
  expect(rowAt(cloud, view, 50, 50, new Set())).toBe(-1);
});

test("class centres are means with counts, in order of label", () => {
  const centers = classCenters(scene().cloud);
  expect([...centers.keys()]).toEqual([0, 1]);
  expect(centers.get(1)).toEqual({ x: 1, y: 0.5, count: 2 });
});
