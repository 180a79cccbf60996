import type { LiveArray } from "../live/frames";

/** One measurement: step, seconds of training, and the four scores. */
export type Row = readonly number[];

/** A run's scores so far. No drawing here. */
export class Track {
  rows: Row[] = [];
  /** Grows with every measurement that came. */
  version = 0;

  /** Takes rows in; one whose step was reached before replaces what came from there on: the training went back. */
  add(scores: LiveArray): void {
    const columns = scores.shape[1];
    this.version += scores.shape[0];
    for (let i = 0; i < scores.shape[0]; i++) {
      const row = Array.from(scores.values.slice(i * columns, (i + 1) * columns));
      while (this.rows.length > 0 && this.rows[this.rows.length - 1][0] >= row[0]) this.rows.pop();
      this.rows.push(row);
    }
  }

  get last(): Row | null {
    return this.rows[this.rows.length - 1] ?? null;
  }
}
