/** The data item whose code is nearest, by looking at every code: 60,000 codes of 16 numbers take a few milliseconds. */

export interface Nearest {
  /** -1 if there are no codes. */
  row: number;
  /** Euclidean. */
  distance: number;
}

/** How many numbers are summed between two looks at whether a code is already too far. */
const STRIDE = 8;

/** The row of `codes` (N × dim, row after row) nearest to `query`; the first of equals. */
export function nearest(codes: Float32Array, dim: number, query: ArrayLike<number>): Nearest {
  const target = Float64Array.from(query);
  let row = -1;
  let best = Infinity;
  for (let start = 0, r = 0; start + dim <= codes.length; start += dim, r++) {
    let sum = 0;
    for (let i = 0; i < dim && sum < best;) {
      const end = Math.min(i + STRIDE, dim);
      for (; i < end; i++) {
        const difference = codes[start + i] - target[i];
        sum += difference * difference;
      }
    }
    if (sum < best) {
      best = sum;
      row = r;
    }
  }
  return { row, distance: Math.sqrt(best) };
}
