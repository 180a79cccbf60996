import { classCenters, type Centers } from "./hit";
import type { Cloud } from "./raster";

/** Points on their way from where they are seen to where a new frame of the map puts them, at an even pace. */
export class Glide {
  /** Where the points are seen now. */
  readonly cloud: Cloud;
  /** Where the classes are seen now: what is linear in the points need not be summed anew. */
  readonly centers: Centers;
  private readonly fromCenters: Centers;
  private readonly toCenters: Centers;

  constructor(
    private readonly from: Cloud,
    private readonly to: Cloud,
    private readonly startMs: number,
    private readonly durationMs: number,
  ) {
    this.cloud = { xs: from.xs.slice(), ys: from.ys.slice(), labels: to.labels };
    this.fromCenters = classCenters({ ...from, labels: to.labels });
    this.toCenters = classCenters(to);
    this.centers = new Map([...this.fromCenters].map(([label, center]) => [label, { ...center }]));
  }

  /** Moves the points to where they are at a time; false once they have arrived. */
  advance(nowMs: number): boolean {
    const share = Math.min(Math.max((nowMs - this.startMs) / this.durationMs, 0), 1);
    const { cloud, from, to } = this;
    for (let i = 0; i < cloud.xs.length; i++) {
      cloud.xs[i] = from.xs[i] + (to.xs[i] - from.xs[i]) * share;
      cloud.ys[i] = from.ys[i] + (to.ys[i] - from.ys[i]) * share;
    }
    for (const [label, center] of this.centers) {
      const [a, b] = [this.fromCenters.get(label)!, this.toCenters.get(label)!];
      center.x = a.x + (b.x - a.x) * share;
      center.y = a.y + (b.y - a.y) * share;
    }
    return share < 1;
  }
}

/** How long a glide lasts: as long as frames are apart, so that the points never stand still between two. */
export class Pace {
  private lastMs = -Infinity;

  constructor(
    private readonly least = 80,
    private readonly most = 500,
  ) {}

  next(nowMs: number): number {
    const apart = nowMs - this.lastMs;
    this.lastMs = nowMs;
    return Math.min(Math.max(apart, this.least), this.most);
  }
}
