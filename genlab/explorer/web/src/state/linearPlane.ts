import type { Cloud } from "../map/raster";
import { inverse, placeOf, projectGaussian, rawAxes, type Axes, type LinearMap, type Place } from "../math/linearMap";
import type { ExplorerData } from "../messages";
import { dimensionName } from "./classes";
import { moveCode, type Point } from "./point";
import type { MapArrays, Plane } from "./plane";

/** A flat map with all its axes. */
export interface FlatMap {
  map: LinearMap;
  /** Where the data lies, (N, map.k). */
  coords: Float32Array;
  names: string[];
  /** What it is a map of: what the decoder takes, or a GAN's z. */
  of: "code" | "z";
}

/** The run's own PCA. */
export function ownPca({ map }: ExplorerData, { coords, mean, components }: MapArrays): FlatMap {
  return { map: { dim: map.dim, k: map.k, mean, components }, coords, names: pcaNames(map.varianceRatio), of: "code" };
}

/** The latent dimensions as they are. */
export function ownRaw(data: ExplorerData, { codes }: MapArrays): FlatMap {
  const { latent, run } = data;
  const names = Array.from({ length: latent.dim }, (_, i) => dimensionName(data, i));
  return { map: rawAxes(latent.dim), coords: codes, names, of: run.family === "gan" ? "z" : "code" };
}

function pcaNames(ratio: number[]): string[] {
  return ratio.map((share, i) => `PC ${i + 1} (${Math.round(100 * share)}\u202f%)`);
}

/** Two axes of a flat map: exact both ways. */
export class LinearPlane implements Plane {
  readonly cloud: Cloud;
  readonly real = null;
  readonly names: readonly [string, string | null];
  readonly exact = true;
  private readonly map: LinearMap;
  private readonly axes: Axes;

  constructor(
    private readonly flat: FlatMap,
    axes: Axes,
    labels: Int32Array | null,
  ) {
    const { map, coords, names } = flat;
    const count = coords.length / map.k;
    const isLine = map.k === 1; // a line has no second axis: its points are spread out only so that each can be seen
    const column = (c: number) => Float32Array.from({ length: count }, (_, row) => coords[row * map.k + c]);
    this.map = isLine
      ? { ...map, k: 2, components: [...Array.from(map.components), ...new Float32Array(map.dim)] }
      : map;
    this.axes = isLine ? [0, 1] : axes;
    const ys = isLine ? Float32Array.from({ length: count }, (_, row) => spread(row)) : column(axes[1]);
    this.cloud = { xs: column(this.axes[0]), ys, labels };
    this.names = [names[this.axes[0]], isLine ? null : names[axes[1]]];
  }

  place(point: Point): [number, number] | null {
    const of = this.flat.of === "z" ? point.z : point.code;
    return of && placeOf(this.map, of, this.axes);
  }

  under(place: Place, from: Point): Point | null {
    if (this.flat.of === "z") return { ...from, z: inverse(this.map, place, from.z, this.axes), code: null };
    return from.code && moveCode(from, from.code, inverse(this.map, place, from.code, this.axes));
  }

  confidence(): number {
    return 1;
  }

  vouch(): null {
    return null;
  }

  shadow(variance: ArrayLike<number>) {
    return projectGaussian(this.map, variance, this.axes);
  }
}

/** A number in [-0.5, 0.5] that a row keeps. */
function spread(row: number): number {
  return (Math.imul(row + 1, 0x9e3779b1) >>> 0) / 4294967296 - 0.5;
}
