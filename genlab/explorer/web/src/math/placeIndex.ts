/** Finds the points of the plane nearest to a place: a grid of buckets, searched ring by ring. */
import { insert, type Near } from "./neighbors";

/** Points a bucket holds on the average. */
const FILL = 3;

export class PlaceIndex {
  private readonly columns: number;
  private readonly lines: number;
  private readonly cell: number;
  private readonly x0: number;
  private readonly y0: number;
  /** Rows in the order of their buckets, and where each bucket begins. */
  private readonly order: Uint32Array;
  private readonly starts: Uint32Array;

  constructor(
    readonly xs: Float32Array,
    readonly ys: Float32Array,
  ) {
    const [x0, x1] = span(xs);
    const [y0, y1] = span(ys);
    const [width, height] = [x1 - x0, y1 - y0];
    const cells = Math.max(1, xs.length / FILL);
    this.cell = Math.max(Math.sqrt((width * height) / cells), Math.max(width, height) / cells) || 1;
    this.columns = Math.floor(width / this.cell) + 1;
    this.lines = Math.floor(height / this.cell) + 1;
    [this.x0, this.y0] = [x0, y0];
    const bucket = Uint32Array.from(xs, (x, row) => this.line(ys[row]) * this.columns + this.column(x));
    this.starts = new Uint32Array(this.columns * this.lines + 1);
    for (const b of bucket) this.starts[b + 1]++;
    for (let b = 0; b < this.columns * this.lines; b++) this.starts[b + 1] += this.starts[b];
    const next = this.starts.slice();
    this.order = new Uint32Array(xs.length);
    bucket.forEach((b, row) => (this.order[next[b]++] = row));
  }

  /** The `k` points nearest to a place, no further than `within`. */
  nearest(x: number, y: number, k: number, within = Infinity): Near {
    const near: Near = { rows: [], squares: [] };
    const [cx, cy] = [this.column(x), this.line(y)];
    const most = Math.max(this.columns, this.lines);
    for (let ring = 0; ring <= most; ring++) {
      this.look(cx, cy, ring, x, y, k, near);
      const seen = this.reach(cx, cy, ring, x, y);
      if (seen > within || (near.rows.length === k && near.squares[k - 1] <= seen * seen)) break;
    }
    while (near.squares.length > 0 && near.squares[near.squares.length - 1] > within * within) {
      near.squares.pop();
      near.rows.pop();
    }
    return near;
  }

  /** Takes in the buckets exactly `ring` away from one. */
  private look(cx: number, cy: number, ring: number, x: number, y: number, k: number, near: Near): void {
    for (let line = Math.max(cy - ring, 0); line <= Math.min(cy + ring, this.lines - 1); line++) {
      const edge = Math.abs(line - cy) === ring;
      const step = edge || ring === 0 ? 1 : 2 * ring;
      for (let column = cx - ring; column <= cx + ring; column += step) {
        if (column < 0 || column >= this.columns) continue;
        const bucket = line * this.columns + column;
        for (let at = this.starts[bucket]; at < this.starts[bucket + 1]; at++) {
          const row = this.order[at];
          const [dx, dy] = [this.xs[row] - x, this.ys[row] - y];
          insert(near, row, dx * dx + dy * dy, k);
        }
      }
    }
  }

  /** How far from a place all points have been seen after `ring` rings; beyond the grid there are none. */
  private reach(cx: number, cy: number, ring: number, x: number, y: number): number {
    const left = cx - ring <= 0 ? Infinity : x - (this.x0 + (cx - ring) * this.cell);
    const right = cx + ring >= this.columns - 1 ? Infinity : this.x0 + (cx + ring + 1) * this.cell - x;
    const low = cy - ring <= 0 ? Infinity : y - (this.y0 + (cy - ring) * this.cell);
    const high = cy + ring >= this.lines - 1 ? Infinity : this.y0 + (cy + ring + 1) * this.cell - y;
    return Math.min(left, right, low, high);
  }

  private column(x: number): number {
    return Math.min(Math.max(Math.floor((x - this.x0) / this.cell), 0), this.columns - 1);
  }

  private line(y: number): number {
    return Math.min(Math.max(Math.floor((y - this.y0) / this.cell), 0), this.lines - 1);
  }
}

function span(values: Float32Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : [0, 0];
}
