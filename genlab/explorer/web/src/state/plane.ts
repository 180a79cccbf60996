import type { ExplorerData } from "../messages";
import { inverse, placeOf, rawAxes, type Axes, type LinearMap, type Place } from "../math/linearMap";
import type { Cloud } from "../map/raster";

/** A choice for one of the map's axes. */
export interface AxisChoice {
  kind: "pca" | "raw";
  column: number;
  name: string;
}

/** The arrays that place the data on a map. */
export interface MapArrays {
  coords: Float32Array;
  mean: Float32Array;
  components: Float32Array;
  codes: Float32Array;
  labels: Int32Array | null;
}

/** What each axis can show: principal components with their share of the variance, and an autoencoder's raw axes. */
export function axisChoices(data: ExplorerData): AxisChoice[] {
  const share = (i: number) => `${Math.round(100 * (data.map.varianceRatio[i] ?? 0))}\u202f%`;
  const count = (n: number) => Array.from({ length: n }, (_, i) => i);
  const pca = count(data.map.k).map((i): AxisChoice => ({ kind: "pca", column: i, name: `PC ${i + 1} (${share(i)})` }));
  if (data.map.space !== "z") return pca;
  return [...pca, ...count(data.latent.dim).map((i): AxisChoice => ({ kind: "raw", column: i, name: `z ${i + 1}` }))];
}

/** The axis that goes with another: the first other one of its kind, or itself where the space is a line. */
export function partnerOf(choices: AxisChoice[], picked: AxisChoice): AxisChoice {
  return choices.find(({ kind, column }) => kind === picked.kind && column !== picked.column) ?? picked;
}

/** Two axes chosen: where the data lies, where a code lies, and the code under a place. */
export class Plane {
  readonly cloud: Cloud;
  readonly map: LinearMap;
  readonly axes: Axes;

  constructor(
    data: ExplorerData,
    arrays: MapArrays,
    readonly horizontal: AxisChoice,
    readonly vertical: AxisChoice,
  ) {
    const raw = horizontal.kind === "raw";
    const { dim, k } = raw ? { dim: data.latent.dim, k: data.latent.dim } : data.map;
    const [values, width] = raw ? [arrays.codes, data.latent.dim] : [arrays.coords, data.map.k];
    const { count } = data.points;
    const column = (c: number) => Float32Array.from({ length: count }, (_, row) => values[row * width + c]);
    const flat = k === 1; // a line has no second axis: its points are spread out only so that each can be seen
    const map = raw ? rawAxes(dim) : { dim, k, mean: arrays.mean, components: arrays.components };
    this.map = flat ? { ...map, k: 2, components: [...Array.from(map.components), ...new Float32Array(dim)] } : map;
    this.axes = flat ? [0, 1] : [horizontal.column, vertical.column];
    const ys = flat ? Float32Array.from({ length: count }, (_, row) => spread(row)) : column(vertical.column);
    this.cloud = { xs: column(flat ? 0 : horizontal.column), ys, labels: arrays.labels };
  }

  /** Whether the vertical axis means nothing, the latent space being a line. */
  get isLine(): boolean {
    return this.map.k === 2 && this.horizontal === this.vertical;
  }

  place(code: ArrayLike<number>): [number, number] {
    return placeOf(this.map, code, this.axes);
  }

  /** The code at a place, everything off the plane kept from `at`. */
  move(at: ArrayLike<number>, place: Place): Float32Array {
    return inverse(this.map, place, at, this.axes);
  }
}

/** A number in [-0.5, 0.5] that a row keeps. */
function spread(row: number): number {
  return ((Math.imul(row + 1, 0x9e3779b1) >>> 0) / 4294967296 - 0.5) * 1;
}
