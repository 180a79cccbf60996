import type { Cloud } from "../map/raster";
import type { Ellipse, Place } from "../math/linearMap";
import type { Point } from "./point";

/** The arrays of a run: where the data lies on its own map, and the codes. */
export interface MapArrays {
  coords: Float32Array;
  mean: Float32Array;
  components: Float32Array;
  codes: Float32Array;
  labels: Int32Array | null;
}

/** A map as it is shown: where the data lies, where a point lies, and which point a place stands for. */
export interface Plane {
  readonly cloud: Cloud;
  /** Data placed on a map of generated items. */
  readonly real: Cloud | null;
  /** The axes' names; the vertical one is null where it means nothing, the space being a line. */
  readonly names: readonly [string, string | null];
  /** Whether every place has one exact point; else places between the data are guesses. */
  readonly exact: boolean;
  /** Where a point lies; null while its code is not known. */
  place(point: Point): [number, number] | null;
  /** The point a place stands for; an exact map keeps everything off the plane from `from`. */
  under(place: Place, from: Point): Point | null;
  /** How far the map vouches for a place, 0 to 1. */
  confidence(place: Place): number;
  /** Takes a point to lie where it was made; an exact map knows better. */
  claim?(point: Point, place: [number, number]): void;
  /** How far it vouches for a point that was made here; null for one that is exact, or came another way. */
  vouch(point: Point): number | null;
  /** One standard deviation of a posterior on the map, null where it has no ellipse. */
  shadow(variance: ArrayLike<number>): Ellipse | null;
}
