import { expect, test } from "vitest";
import { Layer } from "../../src/tools/painting/layer";

const item = { modality: "image" as const, shape: [1, 4, 4], min: 0, max: 1 };
const base = () => Float32Array.from({ length: 16 }, (_, i) => i / 16);

test("paint is wanted where the brush was and the rest is to stay", () => {
  const layer = new Layer(item, base());
  expect(layer.empty).toBe(true);
  layer.paint(1.5, 2.5, 0.6, [1]);
  expect(layer.empty).toBe(false);
  expect([...layer.mask].flatMap((on, i) => (on ? [i] : []))).toEqual([9]);
  expect(layer.target[9]).toBe(1);
  expect(layer.weights[9]).toBe(1);
  expect(layer.weights[0]).toBeLessThan(0.1);
  expect(layer.target[0]).toBe(0);
});

test("a piece that is carried is wanted where it was brought, and nothing where it was", () => {
  const layer = new Layer(item, base());
  layer.carry([0.5, 0.5], [2.5, 1.5], 0.6);
  expect(layer.target[1 * 4 + 2]).toBe(base()[0]);
  expect(layer.weights[6]).toBe(1);
  expect(layer.weights[0]).toBe(0);
  layer.carry([0.5, 0.5], [3.5, 3.5], 0.6); // dragged on: what was wanted before is not any more
  expect([...layer.mask].flatMap((on, i) => (on ? [i] : []))).toEqual([15]);
});

test("colours are wanted channel by channel, at the edge too", () => {
  const layer = new Layer({ ...item, shape: [3, 2, 2] }, new Float32Array(12));
  layer.paint(0, 0, 0.8, [0.2, 0.4, 0.6]);
  expect([0, 4, 8].map((i) => layer.target[i])).toEqual([0.2, 0.4, 0.6].map(Math.fround));
});
