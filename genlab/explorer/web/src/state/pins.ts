import { pointAt } from "../math/curves";
import { type PathKind } from "../math/paths";
import { through } from "../math/spline";
import { offset, plain, type Point } from "./point";

/** Steps of the strip between the pins. */
export const STRIP_STEPS = 11;
/** Pins after A and B. */
export const MOST_MORE = 8;

/** A pin: A, B, or one of those after them, counted from 0. */
export type PinName = "a" | "b" | number;

/** A way worked out elsewhere (tools/ways), to be walked in place of the plain one for as long as the pins stay. */
export interface Course {
  /** The pins it was made for. */
  pins: Point[];
  points: Point[];
  /** Where each point lies, rising from 0 to 1. */
  along: ArrayLike<number>;
}

/** Pinned points and the way through them. */
export class Pins {
  /** Place on the way, 0 at A to 1 at the last pin. */
  t = 0;
  /** The strip's steps, once their codes are known. */
  way: Point[] = [];
  /** C, D, … */
  more: Point[] = [];
  private chosen: Course | null = null;

  constructor(
    public a: Point | null,
    public b: Point | null,
    public kind: PathKind,
    /** Numbers of a code that are no class's weight, the first ones. */
    private readonly style?: number,
  ) {}

  /** All pins in the order of their letters; those that are not set are left out. */
  get all(): Point[] {
    return [this.a, this.b, ...this.more].filter((pin) => pin !== null);
  }

  /** The names of the pins that are set. */
  get names(): PinName[] {
    return [...(["a", "b"] as const).filter((name) => this[name]), ...this.more.keys()];
  }

  get(name: PinName): Point | null {
    return typeof name === "number" ? (this.more[name] ?? null) : this[name];
  }

  set(name: PinName, point: Point | null): void {
    if (typeof name !== "number") this[name] = point;
    else if (point) this.more[name] = point;
    else this.more.splice(name, 1);
  }

  /** The way that is walked in place of the plain one; null once a pin is another. */
  get course(): Course | null {
    const { all, chosen } = this;
    if (!this.a || !this.b || !chosen || chosen.pins.length !== all.length) return null;
    const same = all.every(({ z, delta }, i) => z === chosen.pins[i].z && delta === chosen.pins[i].delta);
    return same ? chosen : null;
  }

  set course(course: Course | null) {
    this.chosen = course;
  }

  /** The point at t of the way; null unless A and B are set. A GAN's offset always goes straight. */
  at(t: number): Point | null {
    const { a, b, course } = this;
    if (!a || !b) return null;
    const pins = this.all;
    if (t === 0 || t === 1) return t === 0 ? a : pins[pins.length - 1];
    const points = course?.points ?? pins;
    const go = (rows: Float32Array[], kind: PathKind, style?: number) =>
      course ? pointAt(rows, (i) => course.along[i], t) : through(kind, rows, t, false, style);
    const z = go(
      points.map((point) => point.z),
      this.kind,
      this.style,
    );
    const deltas = points.flatMap((point) => (point.delta ? [point.delta] : []));
    return deltas.length === points.length ? offset(z, go(deltas, "lerp")) : plain(z);
  }

  steps(count = STRIP_STEPS): Point[] {
    if (!this.a || !this.b) return [];
    return Array.from({ length: count }, (_, i) => this.at(i / (count - 1))!);
  }
}

/** A pin's letter: A, B, C, … */
export function letterOf(name: PinName): string {
  return typeof name === "number" ? String.fromCharCode(67 + name) : name.toUpperCase();
}
