/**
 * What Python hands to the view and what the view hands back. Mirrored by genlab/explorer/messages.py; a test compares
 * the two. Arrays travel by URL as raw little-endian bytes under immutable, content-hashed addresses.
 */

import type { MapHeader } from "./maps/messages";

/** What one item is and the value range to show it in. */
export interface ItemInfo {
  modality: "image" | "points" | "vector";
  /** [C, H, W] of an image, [D] of a point or vector. */
  shape: number[];
  min: number;
  max: number;
}

/** What a map is a map of. */
export type Space = "z" | "activations" | "outputs";

/** Which map is shown, and how. */
export interface MapChoice {
  method: "pca" | "raw" | "tsne";
  space: Space;
  /** Which two axes of a flat map. */
  axes: [number, number];
  /** What t-SNE is run with, by the names of MapsInfo.settings. */
  settings: Record<string, number>;
  /** Run whose encoder makes the map of a GAN's outputs, or null for their PCA. */
  encoder: string | null;
  /** Whether the confidence is drawn as fog. */
  fog: boolean;
  /** Whether decoded samples are drawn behind the points. */
  samples: boolean;
}

/** A number that a map can be made with, and the words for it. */
export interface MapSetting {
  name: string;
  label: string;
  help: string;
  min: number;
  max: number;
  default: number;
}

/** A finished t-SNE map that travels with the page. */
export interface KeptMap {
  /** As in MapChoice. */
  settings: Record<string, number>;
  encoder: string | null;
  /** What the maps socket would send of it, and where the bytes lie. */
  header: MapHeader;
  url: string;
}

/** Which maps there are besides the run's own PCA. */
export interface MapsInfo {
  /** Path of the websocket that makes maps; null where there is no server. */
  socket: string | null;
  /** The run's own first. */
  spaces: Space[];
  /** Autoencoders of equal items. */
  encoders: { run: string; name: string }[];
  /** Of t-SNE. */
  settings: MapSetting[];
  /** What the person chose last. */
  chosen: MapChoice | null;
  /** Maps that stand in for the server. */
  kept: KeptMap[];
}

export interface ExplorerData {
  /** Content hash of the rest. */
  key: string;
  run: { id: string; name: string; family: "autoencoder" | "gan"; dataset: string; step: number };
  item: ItemInfo;
  points: {
    count: number;
    /** i32 (count,), or null when the data set has no labels. */
    labels: string | null;
    labelNames: string[];
    /** `url` contains `{block}`; block b holds rows b·blockSize and on. */
    items: { url: string; blockSize: number; dtype: "u8" | "f32"; count: number };
    /** f32 (count, latent.dim): an autoencoder's mu, a GAN's z. */
    codes: string;
    /** f32 (count, latent.dim) of a variational autoencoder, else null. */
    logvar: string | null;
  };
  latent: {
    dim: number;
    /** Dimensions from the largest effect on the item to the smallest. */
    order: number[];
    effect: number[];
    mean: number[];
    std: number[];
    variational: boolean;
  };
  map: {
    name: "pca";
    space: "z" | "activations";
    dim: number;
    k: number;
    /** f32 (count, k). */
    coords: string;
    /** f32 (dim,). */
    mean: string;
    /** f32 (k, dim), rows orthonormal. */
    components: string;
    varianceRatio: number[];
  };
  maps: MapsInfo;
  /** ONNX: decoder `code` (N, map.dim) to `x`; enter `z` to `code`; encoder `x` to `mu` and, if variational, `logvar`. */
  models: { decoder: string | null; enter: string | null; encoder: string | null };
  /** Addresses of the ONNX runtime's script and program. */
  runtime: { mjs: string; wasm: string };
  /** Path of the websocket that decodes when the browser cannot. */
  decodeSocket: string | null;
  /** Where the person was, to go on there after a remount. */
  settled: Settled | null;
}

export type SettleSource = "map" | "slider" | "random" | "draw" | "path" | "item" | "reset";

/** A point the person settled on. It decodes as decoder(enter(z) + delta); enter is the identity of an autoencoder. */
export interface Settled {
  z: number[];
  /** Offset in the activations (map.dim,) of a GAN; null for an autoencoder. */
  delta: number[] | null;
  source: SettleSource;
  /** Row of the nearest data item, -1 when unknown. */
  nearest: number;
  /** Each pin is z, with a GAN's delta appended. */
  pins: { a: number[] | null; b: number[] | null };
  /** How the way between the pins goes; a GAN's delta always goes straight. */
  path: "lerp" | "slerp";
  /** The place on the shown map. */
  map: [number, number];
}

/** What the page does with what the view reports. */
export interface Host {
  settle(settled: Settled): void;
  /** The person chose another map. */
  choose?(choice: MapChoice): void;
}

export interface View {
  update(data: ExplorerData): void;
  destroy(): void;
}
