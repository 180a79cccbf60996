/** What is said over the maps socket. Mirrored by genlab/ui/routes/maps.py. */
import type { ExplorerData, MapChoice, Space } from "../messages";
import { isMade, settingsOf } from "./choice";

/** Beside these the settings that the method goes by, by name. */
export interface MapRequest {
  method: "pca" | "tsne" | "pacmap" | "umap";
  space: Space;
  n_components: 2;
  encoder: string | null;
}

export type MapOrder = "pause" | "resume" | "stop";
export type MapState = "queued" | "running" | "paused" | "stopped" | "interrupted" | "finished" | "failed";

/** How good a map is: the shares of neighbours kept, and of items that sit among their own class. */
export interface MapFigures {
  trustworthiness: number;
  knn_accuracy: number | null;
}

export interface MapHeader {
  /** Names the map; equal requests have equal names. "" answers what could not be understood. */
  map: string;
  method: MapRequest["method"];
  space: Space;
  state: MapState;
  iteration: number;
  iterations: number;
  eta_s: number | null;
  kl: number | null;
  figures: MapFigures | null;
  /** Of a flat map: (dim,), and k rows of dim. */
  linear: { mean: number[]; components: number[][] } | null;
  error: string | null;
  /** Rows that a place between the data is blended from. */
  n_neighbors: number;
  /** Rows, and coordinates of each. */
  count: number;
  dim: number;
  /** Real data rows after them. */
  real: number;
  /** Typical distance from a row to the next, of the coordinates that follow. */
  spacing: number | null;
  /** Length of the binary message that follows, 0 for none. */
  bytes: number;
}

/** Where a map has its rows: f32 count × dim, and the real data's, with their labels. */
export interface MapFrame {
  coords: Float32Array;
  real: { coords: Float32Array; labels: Int32Array } | null;
}

/** What to ask for a choice that the server makes. */
export function requestOf(data: ExplorerData, choice: MapChoice): MapRequest {
  const { method, space, encoder } = choice;
  const chosen = { space, n_components: 2, encoder: space === "outputs" ? encoder : null } as const;
  return isMade(method)
    ? { ...settingsOf(data, choice), ...chosen, method: method as MapRequest["method"] }
    : { ...chosen, method: "pca" };
}

/**
 * Cuts a binary message into what its header announces.
 * @throws Error if the lengths do not agree, in a sentence fit to be shown.
 */
export function readMapFrame({ count, dim, real }: MapHeader, bytes: ArrayBuffer): MapFrame {
  const [own, others] = [4 * count * dim, 4 * real * dim];
  const announced = own + others + 4 * real;
  if (bytes.byteLength !== announced) {
    throw new Error(`A frame of the map is damaged: ${bytes.byteLength} bytes came, ${announced} were announced.`);
  }
  const coords = new Float32Array(bytes, 0, count * dim);
  if (real === 0) return { coords, real: null };
  return {
    coords,
    real: { coords: new Float32Array(bytes, own, real * dim), labels: new Int32Array(bytes, own + others, real) },
  };
}
