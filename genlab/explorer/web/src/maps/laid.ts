import { discriminants } from "../math/lda";
import { transform, type LinearMap } from "../math/linearMap";
import type { MapChoice } from "../messages";
import type { FlatMap } from "../state/linearPlane";
import type { Model } from "../state/model";

/** Rows a GAN's first layer takes at a time. */
const AT_ONCE = 1024;
const tables = new WeakMap<Model, Promise<Float32Array>>();

/** What the decoder takes for every item, (N, map.dim): the codes, or a GAN's first activations, made once. */
export function decoderCodes(model: Model): Promise<Float32Array> {
  if (!model.isGan) return Promise.resolve(model.arrays.codes);
  let table = tables.get(model);
  if (!table) {
    table = enterAll(model);
    tables.set(model, table);
    table.catch(() => tables.delete(model));
  }
  return table;
}

async function enterAll({ data, arrays, engine }: Model): Promise<Float32Array> {
  const { enter } = engine;
  if (!enter)
    throw new Error("This GAN's first activations cannot be worked out here, so no axes can be laid in them.");
  const { latent, map, points } = data;
  const table = new Float32Array(points.count * map.dim);
  for (let row = 0; row < points.count; row += AT_ONCE) {
    const z = arrays.codes.slice(row * latent.dim, (row + AT_ONCE) * latent.dim);
    table.set(await enter(z, z.length / latent.dim), row * map.dim);
  }
  return table;
}

/**
 * The flat map of a choice whose axes are worked out here.
 *
 * @throws Error with one sentence where they cannot be.
 */
export async function laidAxes(model: Model, { method, own }: MapChoice): Promise<FlatMap> {
  const { dim } = model.data.map;
  const codes = await decoderCodes(model);
  if (method === "own" && own) {
    const map = { dim, k: own.components.length, mean: own.mean, components: own.components.flat() };
    return { map, coords: places(map, codes), names: own.names, of: "code" };
  }
  const { labels } = model.arrays;
  if (!labels) throw new Error("These data have no classes to part; lay axes between groups with the tool Axes.");
  const { mean, components, shares } = discriminants(codes, dim, labels);
  const map = { dim, k: shares.length, mean, components };
  const names = shares.map((share, i) => `LD ${i + 1} (${Math.round(100 * share)}\u202f%)`);
  return { map, coords: places(map, codes), names, of: "code" };
}

/** Where a flat map shows codes, (N, k). */
function places(map: LinearMap, codes: Float32Array): Float32Array {
  const n = codes.length / map.dim;
  const coords = new Float32Array(n * map.k);
  for (let row = 0; row < n; row++) {
    coords.set(transform(map, codes.subarray(row * map.dim, (row + 1) * map.dim)), row * map.k);
  }
  return coords;
}
