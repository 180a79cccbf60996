import type { ExplorerData } from "../messages";
import { Cache } from "./cache";

/** Blocks kept; 64 blocks of 1,024 bytes-an-item pictures of 28 × 28 are 51 MB. */
const KEPT = 64;

/** Items of a block that are decoded where there are no data: enough to know what they are like. */
const AT_ONCE = 256;

/** As it came: bytes become values item by item, for a whole block would take a frame or three. */
type Block = Uint8Array | Float32Array;

/** The data items themselves, fetched block by block when somebody looks at one, keyed by row. */
export class Items {
  private readonly blocks = new Cache<Promise<Block>>(KEPT);
  private readonly ready = new Map<number, Block>();
  readonly size: number;
  /** Set while a GAN is shown as it was: what its codes decoded to then takes the place of the samples kept. */
  remade = false;

  /**
   * @param decoded makes the items of `count` rows from `row` on, for a model that came without its data
   */
  constructor(
    private readonly data: ExplorerData,
    private readonly decoded: (row: number, count: number) => Promise<Float32Array>,
  ) {
    this.size = data.item.shape.reduce((a, b) => a * b, 1);
  }

  /** Values of one item, or null when its block is not here yet. */
  peek(row: number): Float32Array | null {
    const { blockSize } = this.data.points.items;
    if (!this.given) return null;
    const block = this.ready.get(Math.floor(row / blockSize));
    return block ? this.slice(block, row) : null;
  }

  /** Whether there are data; else an item is what its code decodes to. */
  get given(): boolean {
    return this.data.points.items.count > 0 && !this.remade;
  }

  async item(row: number): Promise<Float32Array> {
    if (!this.given) return this.decoded(row, 1);
    const { blockSize } = this.data.points.items;
    return this.slice(await this.fetchBlock(Math.floor(row / blockSize)), row);
  }

  /** All values of a block, (rows, …item). */
  async block(index: number): Promise<Float32Array> {
    const { blockSize } = this.data.points.items;
    const first = index * blockSize;
    if (!this.given) return this.decoded(first, Math.min(AT_ONCE, this.data.points.count - first));
    const block = await this.fetchBlock(index);
    return this.values(block, 0, block.length);
  }

  private fetchBlock(index: number): Promise<Block> {
    const url = this.data.points.items.url.replace("{block}", String(index));
    return this.blocks.get(url, async () => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`The data items could not be fetched: the server answered ${response.status}.`);
      const bytes = await response.arrayBuffer();
      const values = this.data.points.items.dtype === "f32" ? new Float32Array(bytes) : new Uint8Array(bytes);
      this.ready.set(index, values);
      if (this.ready.size > KEPT) this.ready.delete(this.ready.keys().next().value as number);
      return values;
    });
  }

  private slice(block: Block, row: number): Float32Array {
    const at = (row % this.data.points.items.blockSize) * this.size;
    if (at + this.size > block.length) throw new Error(`Data item ${row} is missing from its block.`);
    return this.values(block, at, at + this.size);
  }

  /** A byte stands for 0..255 of the item's value range. */
  private values(block: Block, start: number, end: number): Float32Array {
    const part = block.subarray(start, end);
    if (part instanceof Float32Array) return part;
    const { min, max } = this.data.item;
    const scale = (max - min) / 255;
    const values = new Float32Array(part.length);
    for (let i = 0; i < values.length; i++) values[i] = min + part[i] * scale;
    return values;
  }
}
