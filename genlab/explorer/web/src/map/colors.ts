/**
 * Colours and marks of classes. Colours from Okabe & Ito 2008 and Tol's muted scheme, told apart with any of the common
 * colour-vision deficiencies; each class also has a mark of its own, so colour is never the only signal.
 */

const LIGHT = [
  "#0072b2",
  "#d55e00",
  "#009e73",
  "#aa3377",
  "#56b4e9",
  "#b8860b",
  "#332288",
  "#e377c2",
  "#6b8e23",
  "#5f6368",
];
const DARK = [
  "#5aa9f0",
  "#ff8a4c",
  "#2fcf9f",
  "#e36fb3",
  "#a6dcff",
  "#f0c419",
  "#a99bff",
  "#ffb3de",
  "#b7d968",
  "#c4c7cc",
];

export const MARKS = ["disc", "square", "triangle", "diamond", "cross", "plus", "ring", "drop", "bar"] as const;
export type Mark = (typeof MARKS)[number] | "frame";

/** Colour of a class as `#rrggbb`. */
export function classColor(label: number, dark: boolean): string {
  const palette = dark ? DARK : LIGHT;
  return palette[modulo(label, palette.length)];
}

/** Mark of a class. With 10 colours and 9 marks the pair repeats only after 90 classes. */
export function classMark(label: number): Mark {
  return MARKS[modulo(label, MARKS.length)];
}

/** `#rrggbb` as the 32-bit pixel of a little-endian ImageData. */
export function pixelOf(color: string, alpha = 255): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return ((alpha << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** Whether (dx, dy), in units of the mark's radius, lies on the mark. */
export function insideMark(mark: Mark, dx: number, dy: number): boolean {
  const [ax, ay] = [Math.abs(dx), Math.abs(dy)];
  const r = Math.hypot(dx, dy);
  switch (mark) {
    case "disc":
      return r <= 1;
    case "square":
      return Math.max(ax, ay) <= 0.85;
    case "triangle":
      return dy <= 0.8 && dy >= 2 * ax - 1.05;
    case "diamond":
      return ax + ay <= 1.1;
    case "cross":
      return Math.abs(ax - ay) <= 0.38 && Math.max(ax, ay) <= 0.95;
    case "plus":
      return Math.min(ax, ay) <= 0.3 && Math.max(ax, ay) <= 1.05;
    case "ring":
      return r <= 1.1 && r >= 0.55;
    case "drop":
      return dy >= -0.8 && dy <= 1.05 - 2 * ax;
    case "frame":
      return Math.max(ax, ay) <= 1 && Math.max(ax, ay) >= 0.6;
    case "bar":
      return ay <= 0.4 && ax <= 1.1;
  }
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
