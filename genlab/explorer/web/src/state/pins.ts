import { between, lerp, type PathKind } from "../math/paths";
import { offset, plain, type Point } from "./point";

/** Steps of the strip between the pins. */
export const STRIP_STEPS = 11;

/** Two pinned points and the way between them. */
export class Pins {
  /** Place on the way, 0 at A to 1 at B. */
  t = 0;
  /** The strip's steps, once their codes are known. */
  way: Point[] = [];

  constructor(
    public a: Point | null,
    public b: Point | null,
    public kind: PathKind,
  ) {}

  /** The point at t of the way; null unless both pins are set. A GAN's offset always goes straight. */
  at(t: number): Point | null {
    const { a, b } = this;
    if (!a || !b) return null;
    if (t === 0 || t === 1) return t === 0 ? a : b;
    const z = between(this.kind, a.z, b.z, t);
    return a.delta && b.delta ? offset(z, lerp(a.delta, b.delta, t)) : plain(z);
  }

  steps(count = STRIP_STEPS): Point[] {
    if (!this.a || !this.b) return [];
    return Array.from({ length: count }, (_, i) => this.at(i / (count - 1))!);
  }
}
