/** Points on their way from one frame of the map to the next. No drawing here. */

export interface Box {
  minX: number;
  maxX: number;
  minY: number;
  maxY: number;
}

export class Motion {
  /** Where the points are now, (M, 2). */
  places: Float32Array = new Float32Array(0);
  labels: Int32Array = new Int32Array(0);
  /** What is in sight now. */
  box: Box = { minX: -1, maxX: 1, minY: -1, maxY: 1 };

  private rows: Int32Array = new Int32Array(0);
  private from: Float32Array = new Float32Array(0);
  private to: Float32Array = new Float32Array(0);
  private fromBox = this.box;
  private toBox = this.box;
  private startMs = 0;
  private durationMs = 0;

  /**
   * Sends the points to a new frame. A point goes on from where its row is now; a row that is new begins at its goal.
   * Rows of -1 (samples of a GAN, from fixed noise) are known by their number in the frame.
   */
  moveTo(places: Float32Array, rows: Int32Array, labels: Int32Array, nowMs: number, durationMs: number): void {
    this.advance(nowMs);
    const first = this.rows.length === 0;
    const known = new Map<number, number>();
    this.rows.forEach((row, i) => known.set(key(row, i), i));
    const from = places.slice();
    rows.forEach((row, i) => {
      const before = known.get(key(row, i));
      if (before !== undefined) from.set(this.places.subarray(2 * before, 2 * before + 2), 2 * i);
    });
    this.rows = rows;
    this.labels = labels;
    this.from = from;
    this.to = places;
    this.toBox = enclose(places);
    this.fromBox = first ? this.toBox : this.box;
    this.places = from.slice();
    this.startMs = nowMs;
    this.durationMs = first ? 0 : durationMs;
  }

  /** Moves the points to where they are at a time; false once they have arrived. */
  advance(nowMs: number): boolean {
    const share = this.durationMs > 0 ? Math.min(Math.max((nowMs - this.startMs) / this.durationMs, 0), 1) : 1;
    const eased = share * share * (3 - 2 * share);
    for (let i = 0; i < this.places.length; i++) this.places[i] = mix(this.from[i], this.to[i], eased);
    const [a, b] = [this.fromBox, this.toBox];
    this.box = {
      minX: mix(a.minX, b.minX, eased),
      maxX: mix(a.maxX, b.maxX, eased),
      minY: mix(a.minY, b.minY, eased),
      maxY: mix(a.maxY, b.maxY, eased),
    };
    return share < 1;
  }
}

/** The square box around all points, with a margin. */
export function enclose(places: Float32Array, margin = 0.06): Box {
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i + 1 < places.length; i += 2) {
    minX = Math.min(minX, places[i]);
    maxX = Math.max(maxX, places[i]);
    minY = Math.min(minY, places[i + 1]);
    maxY = Math.max(maxY, places[i + 1]);
  }
  if (minX > maxX) return { minX: -1, maxX: 1, minY: -1, maxY: 1 };
  const half = (Math.max(maxX - minX, maxY - minY) / 2 || 1) * (1 + 2 * margin);
  const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2];
  return { minX: x - half, maxX: x + half, minY: y - half, maxY: y + half };
}

/** The middle of each class, (median of x, median of y), by label; labels below 0 have none. */
export function classCentres(places: Float32Array, labels: Int32Array): Map<number, [number, number]> {
  const members = new Map<number, [number[], number[]]>();
  labels.forEach((label, i) => {
    if (label < 0) return;
    if (!members.has(label)) members.set(label, [[], []]);
    const [xs, ys] = members.get(label)!;
    xs.push(places[2 * i]);
    ys.push(places[2 * i + 1]);
  });
  return new Map([...members].map(([label, [xs, ys]]) => [label, [median(xs), median(ys)]]));
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1];
}

function key(row: number, position: number): number {
  return row >= 0 ? row : -1 - position;
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}
