/** Ways through any number of pins. Mirrors genlab/latent/spline.py; tests/golden/ways.json binds the two. */
import { between, norm } from "./paths";

export type WayKind = "lerp" | "slerp" | "spline";
type Row = ArrayLike<number>;

/** Square root of a distance below which two pins count as one. */
const TOUCHING = 1e-6;

/**
 * The point at t of the centripetal Catmull-Rom spline through the pins (Yuksel et al. 2011), which lie at equal
 * distances in t. On a `shell` its norm goes straight from pin to pin.
 */
export function spline(pins: Row[], t: number, shell = false): Float32Array {
  const { leg, share: s } = legOf(pins.length, t);
  const [p1, p2] = [pins[leg], pins[leg + 1]];
  const p0 = leg > 0 ? pins[leg - 1] : mirrored(p2, p1);
  const p3 = leg + 2 < pins.length ? pins[leg + 2] : mirrored(p1, p2);
  const gap = (a: Row, b: Row) => Math.sqrt(norm(Array.from(a, (value, i) => b[i] - value)));
  const here = gap(p1, p2) < TOUCHING ? 1 : gap(p1, p2);
  const before = gap(p0, p1) < TOUCHING ? here : gap(p0, p1);
  const after = gap(p2, p3) < TOUCHING ? here : gap(p2, p3);
  const point = Float64Array.from(p1, (_, i) => {
    const slope1 = here * ((p1[i] - p0[i]) / before - (p2[i] - p0[i]) / (before + here) + (p2[i] - p1[i]) / here);
    const slope2 = here * ((p2[i] - p1[i]) / here - (p3[i] - p1[i]) / (here + after) + (p3[i] - p2[i]) / after);
    return (
      (2 * s ** 3 - 3 * s ** 2 + 1) * p1[i] +
      (s ** 3 - 2 * s ** 2 + s) * slope1 +
      (3 * s ** 2 - 2 * s ** 3) * p2[i] +
      (s ** 3 - s ** 2) * slope2
    );
  });
  const own = norm(point);
  const scale = shell && own > 0 ? ((1 - s) * norm(p1) + s * norm(p2)) / own : 1;
  return Float32Array.from(point, (value) => value * scale);
}

/**
 * The point at t in [0, 1] of the way through the pins: the spline, or from pin to pin.
 *
 * @param style the first so many numbers go that way; those after them are weights of classes told and go straight, so
 *   that they add up to 1 all the way
 */
export function through(
  kind: WayKind,
  pins: Row[],
  t: number,
  shell = false,
  style: number = pins[0].length,
): Float32Array {
  if (style < pins[0].length) {
    const cut = (from: number, to?: number) => pins.map((pin) => Array.from(pin).slice(from, to));
    return Float32Array.of(...through(kind, cut(0, style), t, shell), ...through("lerp", cut(style), t));
  }
  if (kind === "spline") return spline(pins, t, shell);
  const { leg, share } = legOf(pins.length, t);
  return between(kind, pins[leg], pins[leg + 1], share);
}

/** On which leg t lies, and how far along it, 0 to 1. */
export function legOf(pins: number, t: number): { leg: number; share: number } {
  const place = Math.min(Math.max(t, 0), 1) * (pins - 1);
  const leg = Math.min(Math.floor(place), pins - 2);
  return { leg, share: place - leg };
}

/** The point as far behind `middle` as `point` lies before it. */
function mirrored(point: Row, middle: Row): Float64Array {
  return Float64Array.from(middle, (value, i) => 2 * value - point[i]);
}
