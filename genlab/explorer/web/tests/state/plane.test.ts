import { expect, test } from "vitest";
import type { ExplorerData } from "../../src/messages";
import { axisChoices, partnerOf, Plane } from "../../src/state/plane";

/** Three codes of two dimensions on a PCA turned by 45°. */
function example(space: "z" | "activations" = "z") {
  const s = Math.SQRT1_2;
  const codes = Float32Array.of(1, 0, 0, 1, 2, 2);
  const data = {
    points: { count: 3 },
    latent: { dim: 2 },
    map: { space, dim: 2, k: 2, varianceRatio: [0.9, 0.1] },
  } as unknown as ExplorerData;
  const arrays = {
    codes,
    mean: new Float32Array(2),
    components: Float32Array.of(s, s, s, -s),
    coords: Float32Array.of(s, s, s, -s, 4 * s, 0),
    labels: null,
  };
  return { data, arrays };
}

test("axes are named with their share of the variance; raw ones only where the map is of z", () => {
  expect(axisChoices(example().data).map(({ name }) => name)).toEqual([
    "PC 1 (90\u202f%)",
    "PC 2 (10\u202f%)",
    "z 1",
    "z 2",
  ]);
  expect(axisChoices(example("activations").data)).toHaveLength(2);
});

test("an axis goes with another of its kind, and on a line with itself", () => {
  const { data } = example();
  const choices = axisChoices(data);
  expect(choices.map((choice) => partnerOf(choices, choice).name.slice(0, 4))).toEqual(["PC 2", "PC 1", "z 2", "z 1"]);
  const line = axisChoices({ ...data, latent: { dim: 1 }, map: { ...data.map, k: 1, dim: 1 } } as ExplorerData);
  expect(partnerOf(line, line[0])).toBe(line[0]);
});

test.each([
  ["principal components", 0, 1],
  ["exchanged components", 1, 0],
  ["raw axes", 2, 3],
])("on %s the data lies where its codes do, and a moved code lands where it was sent", (_, i, j) => {
  const { data, arrays } = example();
  const choices = axisChoices(data);
  const plane = new Plane(data, arrays, choices[i], choices[j]);
  for (let row = 0; row < 3; row++) {
    const [x, y] = plane.place(arrays.codes.subarray(2 * row, 2 * row + 2));
    expect(x).toBeCloseTo(plane.cloud.xs[row]);
    expect(y).toBeCloseTo(plane.cloud.ys[row]);
  }
  const [x, y] = plane.place(plane.move(Float32Array.of(5, -3), [0.25, -1.5]));
  expect(x).toBeCloseTo(0.25);
  expect(y).toBeCloseTo(-1.5);
});

test("a latent space of one dimension is a line: its height says nothing", () => {
  const data = {
    points: { count: 2 },
    latent: { dim: 1 },
    map: { space: "z", dim: 1, k: 1, varianceRatio: [1] },
  } as unknown as ExplorerData;
  const one = Float32Array.of(1, 2);
  const arrays = { codes: one, mean: new Float32Array(1), components: Float32Array.of(1), coords: one, labels: null };
  const [pca] = axisChoices(data);
  const plane = new Plane(data, arrays, pca, pca);
  expect(plane.isLine).toBe(true);
  expect([...plane.move(Float32Array.of(1), [7, 3])]).toEqual([7]);
});
