import { describe, expect, test } from "vitest";
import { boundsOf, Viewport } from "../../src/map/viewport";
import { niceStep } from "../../src/map/text";

function fitted(): Viewport {
  const view = new Viewport();
  view.resize(400, 300);
  view.fit({ x0: -2, x1: 2, y0: -1, y1: 1 }, 50);
  return view;
}

describe("Viewport", () => {
  test("shows the whole box, y pointing up, both axes equal", () => {
    const view = fitted();
    expect(view.toScreen(-2, 1)).toEqual([50, 75]);
    expect(view.toScreen(2, -1)).toEqual([350, 225]);
  });

  test("a pixel and its place are each other's inverse, also when zoomed and panned", () => {
    const view = fitted();
    view.zoomAt(10, 20, 3);
    view.panBy(-40, 7);
    const [px, py] = view.toScreen(...view.toPlace(123, 45));
    expect(px).toBeCloseTo(123);
    expect(py).toBeCloseTo(45);
  });

  test("zooming keeps the place under the pixel", () => {
    const view = fitted();
    const before = view.toPlace(310, 40);
    view.zoomAt(310, 40, 2.5);
    expect(view.toPlace(310, 40)[0]).toBeCloseTo(before[0]);
    expect(view.toPlace(310, 40)[1]).toBeCloseTo(before[1]);
    expect(view.zoom).toBeCloseTo(2.5);
  });
});

test("bounds let go of an outlier in a thousand", () => {
  const xs = Float32Array.from({ length: 5000 }, (_, i) => (i % 100) / 100);
  xs[77] = 1e6;
  expect(boundsOf(xs, xs).x1).toBeLessThan(1.1);
});

test.each([
  [0.7, 1],
  [1.2, 2],
  [3, 5],
  [0.06, 0.1],
])("niceStep(%f) is %f", (least, step) => expect(niceStep(least)).toBeCloseTo(step));
