/** The data items whose codes are nearest, by looking at every code: 60,000 codes of 16 numbers take some milliseconds. */

export interface Nearest {
  /** -1 if there are no codes. */
  row: number;
  /** Euclidean. */
  distance: number;
}

export interface Near {
  /** Nearest first, equals by row. */
  rows: number[];
  /** Their squared distances. */
  squares: number[];
}

/** How many numbers are summed between two looks at whether a code is already too far. */
const STRIDE = 8;

/** The row of `codes` (N × dim, row after row) nearest to `query`; the first of equals. */
export function nearest(codes: Float32Array, dim: number, query: ArrayLike<number>): Nearest {
  const { rows, squares } = kNearest(codes, dim, query, 1);
  return { row: rows[0] ?? -1, distance: Math.sqrt(squares[0] ?? Infinity) };
}

/** The `k` rows of `codes` nearest to `query`, all of them if they are fewer. */
export function kNearest(codes: Float32Array, dim: number, query: ArrayLike<number>, k: number): Near {
  const target = Float64Array.from(query);
  const near: Near = { rows: [], squares: [] };
  let worst = Infinity;
  for (let start = 0, row = 0; start + dim <= codes.length; start += dim, row++) {
    let sum = 0;
    for (let i = 0; i < dim && sum < worst;) {
      const end = Math.min(i + STRIDE, dim);
      for (; i < end; i++) {
        const difference = codes[start + i] - target[i];
        sum += difference * difference;
      }
    }
    if (sum >= worst) continue;
    insert(near, row, sum, k);
    if (near.rows.length === k) worst = near.squares[k - 1];
  }
  return near;
}

/** Puts a row where it belongs among the `k` nearest. */
export function insert({ rows, squares }: Near, row: number, square: number, k: number): void {
  let at = squares.length;
  while (at > 0 && (squares[at - 1] > square || (squares[at - 1] === square && rows[at - 1] > row))) at--;
  if (at >= k) return;
  squares.splice(at, 0, square);
  rows.splice(at, 0, row);
  if (squares.length > k) {
    squares.pop();
    rows.pop();
  }
}
