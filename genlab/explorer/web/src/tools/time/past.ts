import { fetchFloats } from "../../data/arrays";
import { ask } from "../../data/ask";
import type { Engine } from "../../decode/decoder";
import { openEngine } from "../../decode/engine";
import { transform } from "../../math/linearMap";
import { N_NEIGHBORS } from "../../math/inverse";
import type { ExplorerData, MapChoice } from "../../messages";
import { CodeNeighbors } from "../../state/codeNeighbors";
import { LinearPlane, ownPca, ownRaw, type FlatMap } from "../../state/linearPlane";
import type { Model } from "../../state/model";
import { NeighborPlane, type Embedding } from "../../state/neighborPlane";
import type { MapArrays, Plane } from "../../state/plane";

/** A checkpoint as the server lists it. */
export interface Listed {
  step: number;
  epoch: number;
  /** Whether the server has worked it out already. */
  ready: boolean;
}

/** A moment of the training with all that showing it takes, so that going there waits for nothing. */
export interface Past {
  step: number;
  epoch: number;
  data: ExplorerData;
  arrays: MapArrays;
  engine: Engine;
  /** Where t-SNE has the data then, if that is the map that is followed. */
  tsne: Embedding | null;
}

/** What the server says of a moment. */
interface Told {
  view: ExplorerData;
  tsne: { url: string; spacing: number } | null;
}

/** Lists the training's checkpoints, oldest first. */
export async function listPast(address: string): Promise<Listed[]> {
  return fetchJson<Listed[]>(address);
}

/**
 * Has the server work a moment out if need be, and fetches it: map, codes, and graphs with its weights, opened.
 *
 * @param map the t-SNE map it is laid on; null for the PCA
 */
export async function openPast(model: Model, listed: Listed, map: string | null, signal: AbortSignal): Promise<Past> {
  const { step, epoch } = listed;
  if (!listed.ready || map !== null) await ask(model, "moment", { moment: step, map }, signal);
  const query = map === null ? "" : `?map=${encodeURIComponent(map)}`;
  const told = await fetchJson<Told>(`${model.data.epochs}/${step}${query}`, signal);
  const data: ExplorerData = { ...told.view, maps: model.data.maps };
  const [arrays, engine] = await Promise.all([arraysOf(model, data), openEngine(data)]);
  await warm(model, engine);
  return { step, epoch, data, arrays, engine, tsne: told.tsne && (await embeddingOf(data, told.tsne)) };
}

async function arraysOf(model: Model, { points, latent, map }: ExplorerData): Promise<MapArrays> {
  if (points.count !== model.data.points.count) throw new Error("The data have changed since; reload the page.");
  const [coords, mean, components, codes] = await Promise.all([
    fetchFloats(map.coords, points.count * map.k, "map coordinates"),
    fetchFloats(map.mean, map.dim, "map's means"),
    fetchFloats(map.components, map.k * map.dim, "map components"),
    // what a GAN draws from its prior is the same at every step
    model.isGan ? model.arrays.codes : fetchFloats(points.codes, points.count * latent.dim, "codes"),
  ]);
  return { coords, mean, components, codes, labels: model.arrays.labels };
}

/** Decodes one point on either thread, so that the graphs are open before somebody drags over them. */
async function warm(model: Model, engine: Engine): Promise<void> {
  const point = model.item(0);
  const { codes } = await engine.batch([point]);
  await engine.decoder.decode(codes, 1);
  if (engine.enter) await engine.enter(point.z, 1);
}

async function embeddingOf(
  { points }: ExplorerData,
  { url, spacing }: { url: string; spacing: number },
): Promise<Embedding> {
  const coords = await fetchFloats(url, 2 * points.count, "places");
  return { coords, spacing, neighbors: N_NEIGHBORS, names: ["t-SNE 1", "t-SNE 2"], real: null };
}

/** The map of a moment, made as the one that the person has chosen. */
export function planeOf(model: Model, past: Past, { method, axes }: MapChoice): Plane {
  const { data, arrays, tsne } = past;
  if (method === "tsne" && tsne) return tsnePlane(model, past, tsne);
  const flat = method === "raw" ? ownRaw(data, arrays) : alignedPca(data, arrays);
  const [i, j] = axes;
  const fits = i < flat.map.k && j < flat.map.k && i !== j;
  return new LinearPlane(flat, fits ? axes : [0, Math.min(1, flat.map.k - 1)], arrays.labels);
}

/** Its axes are turned onto those of the end, so that they are no longer the principal ones, but as exact. */
function alignedPca(data: ExplorerData, arrays: MapArrays): FlatMap {
  const names = data.map.varianceRatio.map((share, i) => `axis ${i + 1} (${Math.round(100 * share)}\u202f%)`);
  return { ...ownPca(data, arrays), names };
}

/** Made once a moment: a place index and the typical distance of codes are worth keeping. */
const tsnePlanes = new WeakMap<Past, Plane>();

function tsnePlane(model: Model, past: Past, embedding: Embedding): Plane {
  const { data, arrays } = past;
  const kept = tsnePlanes.get(past);
  if (kept) return kept;
  const { map, latent } = data;
  const { coords, mean, components, codes, labels } = arrays;
  const flat = { dim: map.dim, k: map.k, mean, components };
  const neighbors = model.isGan
    ? new CodeNeighbors(coords, map.k, (code) => transform(flat, code))
    : new CodeNeighbors(codes, latent.dim, (code) => code);
  const known = { table: codes, dim: latent.dim, labels, deltaDim: model.deltaDim, neighbors };
  const plane = new NeighborPlane(embedding, known);
  tsnePlanes.set(past, plane);
  return plane;
}

async function fetchJson<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, { signal: signal ?? null });
  if (!response.ok) throw new Error((await response.text()) || `The server answered ${response.status}.`);
  return (await response.json()) as T;
}
