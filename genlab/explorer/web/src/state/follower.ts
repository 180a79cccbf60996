/** What a look may take and still be had at each frame of the display; a slower one waits until the hand rests. */
const QUICK_MS = 5;
/** How much the last look counts in what looks take: one that was held up does not make the next ones wait. */
const NEWEST = 0.35;
const REST_MS = 150;

export interface Clock {
  now(): number;
  /** Calls back after so many milliseconds; what is returned calls that off. */
  after(ms: number, then: () => void): () => void;
}

const CLOCK: Clock = {
  now: () => performance.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/** Looks something up for what is shown: at once while that is quick, else once the hand rests. */
export class Follower<T> {
  private tookMs = 0;
  private cancel = () => {};

  /**
   * @param look finds and shows it
   * @param late called when it has to wait: what was found before is no longer of what is shown
   */
  constructor(
    private readonly look: (of: T) => void,
    private readonly late: () => void,
    private readonly clock: Clock = CLOCK,
  ) {}

  follow(of: T): void {
    this.cancel();
    if (this.tookMs <= QUICK_MS) return this.measured(of);
    this.late();
    this.cancel = this.clock.after(REST_MS, () => this.measured(of));
  }

  /** Drops what waits. */
  stop(): void {
    this.cancel();
  }

  private measured(of: T): void {
    const start = this.clock.now();
    this.look(of);
    this.tookMs += NEWEST * (this.clock.now() - start - this.tookMs);
  }
}
