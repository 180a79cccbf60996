import type { Cloud } from "../map/raster";
import { blend, confidenceAt, neighborWeights, REACH } from "../math/inverse";
import type { Place } from "../math/linearMap";
import { PlaceIndex } from "../math/placeIndex";
import type { CodeNeighbors } from "./codeNeighbors";
import type { Plane } from "./plane";
import { offset, plain, type Point } from "./point";

/** Where a map without a formula shows the data. */
export interface Embedding {
  /** (N, 2), row after row. */
  coords: Float32Array;
  /** Typical distance from a row to the next one. */
  spacing: number;
  /** Rows that what lies between them is blended from; 1 where only what exists can be shown. */
  neighbors: number;
  names: readonly [string, string];
  real: { coords: Float32Array; labels: Int32Array } | null;
}

/** The run's own codes, and what a blend of them must be. */
export interface Codes {
  /** (N, dim): an autoencoder's mu, a GAN's z. */
  table: Float32Array;
  dim: number;
  labels: Int32Array | null;
  /** Length of a GAN's offset, 0 for an autoencoder. */
  deltaDim: number;
  neighbors: CodeNeighbors;
}

/** A map without a formula: what lies between the data is blended from the data around it. */
export class NeighborPlane implements Plane {
  readonly cloud: Cloud;
  readonly real: Cloud | null;
  readonly names: readonly [string, string];
  readonly exact = false;
  private readonly spacing: number;
  private readonly neighbors: number;
  private built: PlaceIndex | null = null;
  /** The places that points made here were asked for at. */
  private readonly asked = new WeakMap<Float32Array, [number, number]>();

  constructor(
    embedding: Embedding,
    private readonly codes: Codes,
  ) {
    this.cloud = { ...columns(embedding.coords), labels: codes.labels };
    this.real = embedding.real && { ...columns(embedding.real.coords), labels: embedding.real.labels };
    this.names = embedding.names;
    this.spacing = embedding.spacing;
    this.neighbors = embedding.neighbors;
  }

  place(point: Point): [number, number] | null {
    const asked = this.asked.get(point.z);
    if (asked || !point.code) return asked ?? null;
    const { rows, weights } = this.codes.neighbors.near(point.code);
    const { xs, ys } = this.cloud;
    let [x, y] = [0, 0];
    weights.forEach((weight, i) => {
      x += weight * xs[rows[i]];
      y += weight * ys[rows[i]];
    });
    return [x, y];
  }

  under([x, y]: Place): Point {
    const { table, dim, deltaDim } = this.codes;
    const near = this.index.nearest(x, y, this.neighbors + 1);
    const weights = neighborWeights(near, this.neighbors, this.spacing);
    const z = blend(near.rows, weights, table, dim, deltaDim > 0);
    this.asked.set(z, [x, y]);
    return deltaDim > 0 ? offset(z, new Float32Array(deltaDim)) : plain(z);
  }

  claim({ z }: Point, place: [number, number]): void {
    this.asked.set(z, place);
  }

  confidence([x, y]: Place): number {
    const { squares } = this.index.nearest(x, y, 1, 3 * REACH * this.spacing);
    return squares.length > 0 ? confidenceAt(squares[0], this.spacing) : 0;
  }

  vouch({ z }: Point): number | null {
    const asked = this.asked.get(z);
    return asked ? this.confidence(asked) : null;
  }

  shadow(): null {
    return null;
  }

  private get index(): PlaceIndex {
    return (this.built ??= new PlaceIndex(this.cloud.xs, this.cloud.ys));
  }
}

function columns(coords: Float32Array): { xs: Float32Array; ys: Float32Array } {
  const n = coords.length / 2;
  return {
    xs: Float32Array.from({ length: n }, (_, row) => coords[2 * row]),
    ys: Float32Array.from({ length: n }, (_, row) => coords[2 * row + 1]),
  };
}
