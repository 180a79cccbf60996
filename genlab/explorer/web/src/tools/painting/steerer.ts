import { costOf, improve, type Search, type Wanted } from "../../math/inversion";
import type { Model } from "../../state/model";
import type { Point } from "../../state/point";
import { decodeOf, pointOf, priorOf } from "../placing/optimiser";

/** Rounds without news after which it rests. */
const MOST_ROUNDS = 25;

/** Lets z follow what is wanted, round after round, for as long as something is wanted that is not reached. */
export class Steerer {
  private search: Search;
  private wanted: Wanted | null = null;
  private rounds = 0;
  private running = false;
  private closed = false;

  /**
   * @param from where it begins, and what that decodes to
   * @param moved called after each round with the point, its item, and whether it rests now
   */
  constructor(
    private readonly model: Model,
    private readonly from: Point,
    x: Float32Array,
    private readonly moved: (point: Point, x: Float32Array, rests: boolean) => void,
    private readonly failed: (error: Error) => void,
  ) {
    this.search = { z: Float64Array.from(from.z), x, cost: Infinity, damping: 0.01, done: false };
  }

  /** What is wanted now; `weights` count by number. */
  want(item: Float32Array, weights: Float32Array, pull: number): void {
    this.wanted = { item: item.slice(), weights: weights.slice(), ...priorOf(this.model), pull };
    const { z, x } = this.search;
    this.search = { z, x, cost: costOf(this.wanted, z, x), damping: 0.01, done: false };
    this.rounds = 0;
    if (!this.running) void this.run();
  }

  close(): void {
    this.closed = true;
  }

  private async run(): Promise<void> {
    this.running = true;
    const decode = decodeOf(this.model, this.from.delta);
    try {
      while (!this.closed && this.rounds < MOST_ROUNDS && !this.search.done) {
        this.rounds++;
        const wanted = this.wanted!;
        const better = await improve(this.search, wanted, decode);
        if (this.closed) return;
        // what is wanted may have changed meanwhile: the step is kept, its cost is measured anew
        this.search =
          wanted === this.wanted ? better : { ...better, cost: costOf(this.wanted!, better.z, better.x), done: false };
        const rests = this.search.done || this.rounds >= MOST_ROUNDS;
        this.moved(pointOf(this.search.z, this.from.delta), this.search.x, rests);
      }
    } catch (error) {
      if (!this.closed) this.failed(error as Error);
    } finally {
      this.running = false;
    }
  }
}
