import type { ItemInfo } from "../../messages";

/** What an unpainted number counts, against a painted one: the rest is to stay as it is, where it can. */
const REST = 0.03;

/** Paint over an item: for each of its numbers what it should be, and how much that counts. */
export class Layer {
  readonly target: Float32Array;
  readonly weights: Float32Array;
  private readonly channels: number;
  private readonly height: number;
  private readonly width: number;
  private touched = false;

  /** @param base the item as it is */
  constructor(
    item: ItemInfo,
    private readonly base: Float32Array,
  ) {
    [this.channels, this.height, this.width] = item.shape as [number, number, number];
    this.target = base.slice();
    this.weights = new Float32Array(base.length).fill(REST);
  }

  get empty(): boolean {
    return !this.touched;
  }

  /** Wants a disc of pixels in a colour, one value a channel; (x, y) and radius in pixels of the item. */
  paint(x: number, y: number, radius: number, color: number[]): void {
    this.disc(x, y, radius, (at, channel) => this.want(at, color[channel] ?? color[0]));
  }

  /** Wants the disc of pixels around one place at another, and of the first nothing any more. */
  carry([fromX, fromY]: [number, number], [toX, toY]: [number, number], radius: number): void {
    this.weights.fill(REST);
    this.target.set(this.base);
    this.disc(fromX, fromY, radius, (at) => (this.weights[at] = 0));
    const [dx, dy] = [Math.round(toX - fromX), Math.round(toY - fromY)];
    this.disc(fromX + dx, fromY + dy, radius, (at, channel, px, py) => {
      const [sx, sy] = [px - dx, py - dy];
      if (sx < 0 || sy < 0 || sx >= this.width || sy >= this.height) return;
      this.want(at, this.base[(channel * this.height + sy) * this.width + sx]);
    });
  }

  /** Pixels that something is wanted of, (height, width), 0 or 1. */
  get mask(): Uint8Array {
    return Uint8Array.from({ length: this.height * this.width }, (_, i) => Number(this.weights[i] === 1));
  }

  private want(at: number, value: number): void {
    this.target[at] = value;
    this.weights[at] = 1;
    this.touched = true;
  }

  private disc(
    x: number,
    y: number,
    radius: number,
    each: (at: number, channel: number, px: number, py: number) => void,
  ): void {
    for (let py = Math.max(0, Math.floor(y - radius)); py <= Math.min(this.height - 1, y + radius); py++) {
      for (let px = Math.max(0, Math.floor(x - radius)); px <= Math.min(this.width - 1, x + radius); px++) {
        if (Math.hypot(px + 0.5 - x, py + 0.5 - y) > radius) continue;
        for (let channel = 0; channel < this.channels; channel++) {
          each((channel * this.height + py) * this.width + px, channel, px, py);
        }
      }
    }
  }
}
