import type { Drawn } from "./messages";

export const MAX_POINTS = 20_000;
export const BRUSHES = 6;
const UNDONE_AT_MOST = 100;

/** A place on the plane from -1 to 1 both ways, y upwards, and the brush it was drawn with. */
export interface Point {
  x: number;
  y: number;
  brush: number;
}

/** The points drawn so far. What is done between two calls of `begin` is undone as one. */
export class Points {
  private points: Point[] = [];
  private past: Point[][] = [];

  get all(): readonly Point[] {
    return this.points;
  }

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get isFull(): boolean {
    return this.points.length >= MAX_POINTS;
  }

  begin(): void {
    this.past.push(this.points.slice());
    if (this.past.length > UNDONE_AT_MOST) this.past.shift();
  }

  /** Adds points; those off the plane and those beyond the limit are left out. */
  add(points: readonly Point[]): void {
    for (const point of points) {
      if (!this.isFull && Math.abs(point.x) <= 1 && Math.abs(point.y) <= 1) this.points.push(point);
    }
  }

  /** Removes the points within `radius` of a place. */
  erase(x: number, y: number, radius: number): void {
    this.points = this.points.filter((point) => Math.hypot(point.x - x, point.y - y) > radius);
  }

  clear(): void {
    this.begin();
    this.points = [];
  }

  undo(): void {
    this.points = this.past.pop() ?? this.points;
  }

  /** The points as the page takes them, to a ten-thousandth of the plane's half. */
  drawn(name: string): Drawn {
    const round = (value: number) => Math.round(value * 1e4) / 1e4;
    return {
      name,
      x: this.points.map((point) => round(point.x)),
      y: this.points.map((point) => round(point.y)),
      brush: this.points.map((point) => point.brush),
    };
  }
}
