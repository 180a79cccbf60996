/**
 * What Python hands to the view and what the view hands back. Mirrored by genlab/explorer/messages.py; a test compares
 * the two. Arrays travel by URL as raw little-endian bytes under immutable, content-hashed addresses.
 */

import type { MapHeader } from "./maps/messages";

/** One number of an item: what it is called; value · width + shift is it in the data's own unit. */
export interface ColumnInfo {
  name: string;
  shift: number;
  width: number;
}

/** What one item is and the value range to show it in. */
export interface ItemInfo {
  modality: "image" | "points" | "vector";
  /** [C, H, W] of an image, [D] of a point or vector. */
  shape: number[];
  min: number;
  max: number;
  /** Of a table whose columns have names: all of them. */
  columns?: ColumnInfo[];
}

/** What a map is a map of. */
export type Space = "z" | "activations" | "outputs";

/** Axes that a person laid between groups: their names, the code in the middle, and a direction each. */
export interface OwnAxes {
  names: string[];
  mean: number[];
  components: number[][];
}

/** Which map is shown, and how. */
export interface MapChoice {
  method: "pca" | "raw" | "lda" | "own" | "tsne" | "pacmap" | "umap";
  space: Space;
  /** Which two axes of a flat map. */
  axes: [number, number];
  /** What it is made with, by the names of MapsInfo.settings. */
  settings: Record<string, number>;
  /** The axes that were laid last, for the method "own". */
  own: OwnAxes | null;
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
  /** The methods that go by it. */
  of: string[];
  label: string;
  help: string;
  min: number;
  max: number;
  default: number;
}

/** A finished map that travels with the page. */
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
  /** Those the server makes. */
  methods: string[];
  /** Methods that could be had, and what to do for it. */
  missing: Record<string, string>;
  /** The run's own first. */
  spaces: Space[];
  /** Autoencoders of equal items. */
  encoders: { run: string; name: string }[];
  settings: MapSetting[];
  /** What the person chose last. */
  chosen: MapChoice | null;
  /** Maps that stand in for the server. */
  kept: KeptMap[];
}

/** One number an item, f32 (count,): a factor of the data, or a column of a table. */
export interface FieldInfo {
  name: string;
  kind: "factor" | "column";
  values: string;
  /** What the values 0, 1, … are called; empty where they are numbers. */
  names: string[];
}

export interface ExplorerData {
  /** Content hash of the rest. */
  key: string;
  run: { id: string; name: string; family: "autoencoder" | "gan" | "imported"; dataset: string; step: number };
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
    /** f32 (count, latent.dim less the classes) of a variational autoencoder, else null. */
    logvar: string | null;
    /** What else is known of each item. */
    fields: FieldInfo[];
  };
  latent: {
    dim: number;
    /** Dimensions from the largest effect on the item to the smallest. */
    order: number[];
    effect: number[];
    mean: number[];
    std: number[];
    variational: boolean;
    /** Names of the classes that the model is told; their weights are the last numbers of a code. */
    classes: string[];
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
  /** JSON: directions read off the first layer's weights (tools/moving/finding.ts); null where there is no such layer. */
  directions: string | null;
  /** Addresses of the ONNX runtime's script and program. */
  runtime: { mjs: string; wasm: string };
  /** Path of the websocket that decodes when the browser cannot. */
  decodeSocket: string | null;
  /** Where the warm worker is asked (data/ask.ts); null in an exported page and for an imported model. */
  ask: string | null;
  /** Where the training's checkpoints are listed (tools/time); null where there are too few to look back on. */
  epochs: string | null;
  /** Where the models are listed whose samples can be laid on this map (tools/guests); null without an encoder. */
  company: string | null;
  /** Views of one channel are linked; equal data, equal items in equal order. Null for a view alone. */
  beside: { channel: string; data: string } | null;
  /** Where the person was, to go on there after a remount. */
  settled: Settled | null;
  /** What they had selected. */
  selected: Selected | null;
  /** The bookmark to open. */
  recall: Recall | null;
}

export type SettleSource =
  "map" | "slider" | "random" | "draw" | "path" | "item" | "reset" | "undo" | "bookmark" | "vector" | "sheet";

/** A point the person settled on. It decodes as decoder(enter(z) + delta); enter is the identity of an autoencoder. */
export interface Settled {
  z: number[];
  /** Offset in the activations (map.dim,) of a GAN; null for an autoencoder. */
  delta: number[] | null;
  source: SettleSource;
  /** Row of the nearest data item, -1 when unknown. */
  nearest: number;
  /** Each pin is z, with a GAN's delta appended. */
  pins: { a: number[] | null; b: number[] | null; more?: number[][] };
  /** How the way between the pins goes; a GAN's delta always goes straight. */
  path: "lerp" | "slerp";
  /** The place on the shown map. */
  map: [number, number];
}

/** What is selected; masks are base64, eight rows a byte, the first the lowest bit (state/bits.ts). */
export interface Selected {
  mask: string;
  rest: "shown" | "grey" | "hidden";
  /** The named selections. */
  tags: { name: string; mask: string }[];
}

/** Where a map is looked at: the place in the middle, and how far it is zoomed in from all points. */
export interface Sight {
  x: number;
  y: number;
  zoom: number;
}

/** Everything a bookmark restores. */
export interface Moment {
  settled: Settled;
  /** The place on the way between the pins. */
  t: number;
  truncation: number;
  /** Whether random draws keep to where the model draws well rather than come from its whole prior. */
  near: boolean;
  map: MapChoice;
  look: Sight;
  /** The classes that are hidden. */
  hidden: number[];
  selected: Selected;
}

/** A bookmark as a person keeps it. */
export interface Kept {
  moment: Moment;
  note: string;
  /** A data URL of a PNG or WebP. */
  picture: string;
}

/** A bookmark that was opened: `name` tells this opening from all others. */
export interface Recall {
  name: string;
  moment: Moment;
}

/** What the page does with what the view reports. */
export interface Host {
  settle(settled: Settled): void;
  /** The person chose another map. */
  choose?(choice: MapChoice): void;
  /** The person selected something, or named a selection. */
  select?(selected: Selected): void;
  /** The person keeps a bookmark. */
  keep?(kept: Kept): void;
}

export interface View {
  update(data: ExplorerData): void;
  destroy(): void;
}
