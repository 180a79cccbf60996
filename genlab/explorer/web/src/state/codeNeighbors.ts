import { N_NEIGHBORS, neighborWeights } from "../math/inverse";
import { kNearest } from "../math/neighbors";

/** Rows of the data near a code, and how much each counts. */
export interface Weighed {
  rows: number[];
  weights: Float64Array;
}

/** Rows from which the typical distance between codes is measured; it only matters for a code that is a row's own. */
const SPACING_ROWS = 16;

/** Looks up the data nearest to codes, once a code: where a map moves, a code's neighbours stay the same. */
export class CodeNeighbors {
  private readonly known = new WeakMap<Float32Array, Weighed>();
  private readonly spacing: number;

  /**
   * @param table where the data lies, N × dim
   * @param of where a code lies among it
   */
  constructor(
    private readonly table: Float32Array,
    private readonly dim: number,
    private readonly of: (code: Float32Array) => Float32Array,
  ) {
    const n = table.length / dim;
    const apart = Array.from({ length: Math.min(n, SPACING_ROWS) }, (_, i) => {
      const row = Math.floor((i * n) / SPACING_ROWS) % n;
      return kNearest(table, dim, table.subarray(row * dim, (row + 1) * dim), 2).squares[1] ?? 0;
    }).sort((a, b) => a - b);
    this.spacing = Math.sqrt(apart[apart.length >> 1] || 1);
  }

  near(code: Float32Array): Weighed {
    let found = this.known.get(code);
    if (!found) {
      const near = kNearest(this.table, this.dim, this.of(code), N_NEIGHBORS + 1);
      found = { rows: near.rows, weights: neighborWeights(near, N_NEIGHBORS, this.spacing) };
      this.known.set(code, found);
    }
    return found;
  }
}
