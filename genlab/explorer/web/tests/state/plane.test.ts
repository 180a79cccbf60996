import { expect, test } from "vitest";
import type { ExplorerData } from "../../src/messages";
import { LinearPlane, ownPca, ownRaw } from "../../src/state/linearPlane";
import { offset, plain } from "../../src/state/point";

/** Three codes of two dimensions on a PCA turned by 45°. */
function example() {
  const s = Math.SQRT1_2;
  const data = {
    run: { family: "autoencoder" },
    latent: { dim: 2, classes: [] },
    map: { dim: 2, k: 2, varianceRatio: [0.9, 0.1] },
  } as unknown as ExplorerData;
  const arrays = {
    codes: Float32Array.of(1, 0, 0, 1, 2, 2),
    mean: new Float32Array(2),
    components: Float32Array.of(s, s, s, -s),
    coords: Float32Array.of(s, s, s, -s, 4 * s, 0),
    labels: null,
  };
  return { data, arrays };
}

test("principal components are named with their share of the variance, raw axes by their dimension", () => {
  const { data, arrays } = example();
  expect(ownPca(data, arrays).names).toEqual(["PC 1 (90\u202f%)", "PC 2 (10\u202f%)"]);
  expect(ownRaw(data, arrays).names).toEqual(["z 1", "z 2"]);
});

test.each([
  ["principal components", ownPca, [0, 1]],
  ["exchanged components", ownPca, [1, 0]],
  ["raw axes", ownRaw, [0, 1]],
] as const)("on %s the data lies where its codes do, and a moved code lands where it was sent", (_, flat, axes) => {
  const { data, arrays } = example();
  const plane = new LinearPlane(flat(data, arrays), axes, null);
  for (let row = 0; row < 3; row++) {
    const [x, y] = plane.place(plain(arrays.codes.slice(2 * row, 2 * row + 2)))!;
    expect(x).toBeCloseTo(plane.cloud.xs[row]);
    expect(y).toBeCloseTo(plane.cloud.ys[row]);
  }
  const [x, y] = plane.place(plane.under([0.25, -1.5], plain(Float32Array.of(5, -3)))!)!;
  expect(x).toBeCloseTo(0.25);
  expect(y).toBeCloseTo(-1.5);
});

test("a latent space of one dimension is a line: its height says nothing", () => {
  const one = Float32Array.of(1, 2);
  const map = { dim: 1, k: 1, mean: [0], components: [1] };
  const plane = new LinearPlane({ map, coords: one, names: ["PC 1"], of: "code" }, [0, 0], null);
  expect(plane.names[1]).toBeNull();
  expect([...plane.under([7, 3], plain(Float32Array.of(1)))!.z]).toEqual([7]);
});

test("a GAN's map of activations moves the offset, its map of z moves z", () => {
  const map = { dim: 2, k: 2, mean: [0, 0], components: [1, 0, 0, 1] };
  const from = { ...offset(Float32Array.of(5), Float32Array.of(1, 1)), code: Float32Array.of(3, 3) };
  const flat = { map, coords: new Float32Array(2), names: ["a", "b"] };
  const moved = new LinearPlane({ ...flat, of: "code" }, [0, 1], null).under([4, 1], from)!;
  expect([...moved.z, ...moved.delta!, ...moved.code!]).toEqual([5, 2, -1, 4, 1]);
  const line = { dim: 1, k: 1, mean: [0], components: [1] };
  const other = new LinearPlane({ ...flat, map: line, of: "z" }, [0, 0], null).under([9, 0], from)!;
  expect([...other.z, ...other.delta!]).toEqual([9, 1, 1]);
  expect(other.code).toBeNull();
});
