import type { Batch, Engine } from "../../src/decode/decoder";
import type { ExplorerData } from "../../src/messages";
import { Model } from "../../src/state/model";
import type { Point } from "../../src/state/point";

/** Two numbers of z; a GAN enters three activations, z and its sum; items are what the decoder takes. */
export function tinyModel(family: "autoencoder" | "gan", codes: number[][], labels: number[] | null = null): Model {
  const isGan = family === "gan";
  const dim = isGan ? 3 : 2;
  const enterOne = ([u, v]: ArrayLike<number> & Iterable<number>) => [u, v, u + v];
  const data = {
    run: { id: "r", name: "tiny", family, dataset: "none", step: 1 },
    item: { modality: "vector", shape: [dim], min: 0, max: 1 },
    points: { count: codes.length, labelNames: ["no", "yes"], labels: labels && "labels", fields: [], logvar: null },
    latent: { dim: 2, order: [1, 0], effect: [1, 2], mean: [0, 0], std: [1, 1], variational: !isGan, classes: [] },
    map: { name: "pca", space: isGan ? "activations" : "z", dim, k: 2, varianceRatio: [0.7, 0.3] },
    directions: null,
  } as unknown as ExplorerData;
  const arrays = {
    coords: Float32Array.from(codes.flat()),
    mean: new Float32Array(dim),
    components: Float32Array.from(isGan ? [1, 0, 0, 0, 1, 0] : [1, 0, 0, 1]),
    codes: Float32Array.from(codes.flat()),
    labels: labels && Int32Array.from(labels),
  };
  const codeOf = ({ z, delta }: Point) => (delta ? enterOne(z).map((value, i) => value + delta[i]) : [...z]);
  const engine = {
    enter: isGan
      ? async (z: Float32Array, n: number) =>
          Float32Array.from(Array.from({ length: n }, (_, i) => enterOne(z.subarray(2 * i, 2 * i + 2))).flat())
      : null,
    batch: async (points: Point[]): Promise<Batch> => {
      const all = Float32Array.from(points.flatMap(codeOf));
      return { codes: all, x: all.slice() };
    },
  } as unknown as Engine;
  return new Model(data, arrays, engine, null);
}
