/** What becomes of the data items that are not selected. */
export type Rest = "shown" | "grey" | "hidden";

/** Which data items are selected, by row: what is named by its row stays itself on every map and through every filter. */
export class Selection {
  /** 1 for a selected row. Only this class writes it. */
  readonly mask: Uint8Array;
  rest: Rest = "grey";
  private known: Int32Array | null = new Int32Array(0);

  constructor(
    count: number,
    private readonly changed: () => void,
  ) {
    this.mask = new Uint8Array(count);
  }

  /** The selected rows, rising; the same array until the selection changes. */
  rows(): Int32Array {
    if (this.known) return this.known;
    const { mask } = this;
    let count = 0;
    for (let row = 0; row < mask.length; row++) count += mask[row];
    const rows = new Int32Array(count);
    for (let row = 0, at = 0; row < mask.length; row++) if (mask[row]) rows[at++] = row;
    return (this.known = rows);
  }

  get count(): number {
    return this.rows().length;
  }

  has(row: number): boolean {
    return this.mask[row] === 1;
  }

  /** Selects these rows and no others. Rows that do not exist are left out. */
  set(rows: ArrayLike<number>): void {
    this.mask.fill(0);
    this.write(rows, 1);
  }

  /** Leaves of the selection what is among these rows. */
  narrow(rows: ArrayLike<number>): void {
    const kept = Array.from(rows).filter((row) => this.has(row));
    this.set(kept);
  }

  /** Selects again what `rows()` gave before, which then is what it gives again. */
  restore(rows: Int32Array): void {
    this.mask.fill(0);
    for (const row of rows) this.mask[row] = 1;
    this.known = rows;
    this.changed();
  }

  add(rows: ArrayLike<number>): void {
    this.write(rows, 1);
  }

  subtract(rows: ArrayLike<number>): void {
    this.write(rows, 0);
  }

  /** Selects what is not selected, and the other way round. */
  invert(): void {
    for (let row = 0; row < this.mask.length; row++) this.mask[row] ^= 1;
    this.told();
  }

  clear(): void {
    this.set([]);
  }

  setRest(rest: Rest): void {
    this.rest = rest;
    this.changed();
  }

  /** What becomes of the rest now: while nothing is selected all is shown alike. */
  get isolating(): Rest {
    return this.count > 0 ? this.rest : "shown";
  }

  /** The rows that can be seen and picked, null for all. */
  get visible(): Uint8Array | null {
    return this.isolating === "hidden" ? this.mask : null;
  }

  private write(rows: ArrayLike<number>, value: 0 | 1): void {
    const { mask } = this;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      if (row >= 0 && row < mask.length) mask[row] = value;
    }
    this.told();
  }

  private told(): void {
    this.known = null;
    this.changed();
  }
}
