import type { ExplorerData } from "../messages";
import { Cache } from "./cache";

/** The data items themselves, fetched block by block when somebody looks at one, keyed by row. */
export class Items {
  private readonly blocks = new Cache<Promise<Float32Array>>(16);
  private readonly ready = new Map<number, Float32Array>();
  readonly size: number;

  constructor(private readonly data: ExplorerData) {
    this.size = data.item.shape.reduce((a, b) => a * b, 1);
  }

  /** Values of one item, or null when its block is not here yet. */
  peek(row: number): Float32Array | null {
    const { blockSize } = this.data.points.items;
    const block = this.ready.get(Math.floor(row / blockSize));
    return block ? this.slice(block, row) : null;
  }

  async item(row: number): Promise<Float32Array> {
    const { blockSize } = this.data.points.items;
    return this.slice(await this.block(Math.floor(row / blockSize)), row);
  }

  /** All values of a block, (rows, …item). */
  block(index: number): Promise<Float32Array> {
    const url = this.data.points.items.url.replace("{block}", String(index));
    return this.blocks.get(url, async () => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`The data items could not be fetched: the server answered ${response.status}.`);
      const values = this.values(await response.arrayBuffer());
      this.ready.set(index, values);
      if (this.ready.size > 16) this.ready.delete(this.ready.keys().next().value as number);
      return values;
    });
  }

  private slice(block: Float32Array, row: number): Float32Array {
    const at = (row % this.data.points.items.blockSize) * this.size;
    if (at + this.size > block.length) throw new Error(`Data item ${row} is missing from its block.`);
    return block.subarray(at, at + this.size);
  }

  /** A byte stands for 0..255 of the item's value range. */
  private values(bytes: ArrayBuffer): Float32Array {
    if (this.data.points.items.dtype === "f32") return new Float32Array(bytes);
    const { min, max } = this.data.item;
    return Float32Array.from(new Uint8Array(bytes), (byte) => min + (byte / 255) * (max - min));
  }
}
