/**
 * Curves as rows of points: how long they are, what they cost, and steps of equal length along them. Mirrors
 * genlab/latent/curves.py; tests/golden/ways.json binds the two.
 */

type Row = ArrayLike<number>;

/** How far along the curve each of its points lies, from 0 to its length. */
export function distances(points: Row[]): Float64Array {
  const along = new Float64Array(points.length);
  for (let i = 1; i < points.length; i++) along[i] = along[i - 1] + apart(points[i - 1], points[i]);
  return along;
}

/** Half the integral of the squared speed over t in [0, 1]; never less than half the squared length. */
export function energy(points: Row[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) sum += apart(points[i - 1], points[i]) ** 2;
  return 0.5 * (points.length - 1) * sum;
}

/** `n` points of the curve at equal distances `along` it, straight between its points; one of no length keeps its own. */
export function even(points: Row[], along: Row, n: number): Float32Array[] {
  const last = points.length - 1;
  const still = along[last] <= along[0];
  const place = (i: number) => (still ? i / last : along[i]);
  const [from, to] = [place(0), place(last)];
  return Array.from({ length: n }, (_, i) => pointAt(points, place, from + ((to - from) * i) / (n - 1)));
}

/** The point of a polyline where `place`, which rises from point to point, has the value `at`. */
export function pointAt(points: Row[], place: (i: number) => number, at: number): Float32Array {
  let i = 1;
  while (i < points.length - 1 && place(i) < at) i++;
  const gap = place(i) - place(i - 1);
  const share = gap > 0 ? Math.min(Math.max((at - place(i - 1)) / gap, 0), 1) : 1;
  const [before, after] = [points[i - 1], points[i]];
  return Float32Array.from(before, (value, k) => (1 - share) * value + share * after[k]);
}

function apart(a: Row, b: Row): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}
