import { classColor, classMark, insideMark, pixelOf, type Mark } from "./colors";
import type { Viewport } from "./viewport";

/** A mark as offsets from its middle and how much of each pixel it covers, 0..256. */
export interface Stamp {
  dx: Int8Array;
  dy: Int8Array;
  cover: Uint16Array;
  reach: number;
}

const stamps = new Map<string, Stamp>();

/** The stamp of a mark at a radius in device pixels; edges are smooth (4×4 samples a pixel). */
export function stampOf(mark: Mark, radius: number): Stamp {
  const key = `${mark}${radius.toFixed(2)}`;
  let stamp = stamps.get(key);
  if (!stamp) stamps.set(key, (stamp = makeStamp(mark, radius)));
  return stamp;
}

function makeStamp(mark: Mark, radius: number): Stamp {
  const reach = Math.ceil(radius * 1.15);
  const found: [number, number, number][] = [];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      let hits = 0;
      for (let s = 0; s < 16; s++) {
        const [x, y] = [dx + ((s % 4) - 1.5) / 4, dy + (Math.floor(s / 4) - 1.5) / 4];
        if (insideMark(mark, x / radius, y / radius)) hits++;
      }
      if (hits > 0) found.push([dx, dy, hits * 16]);
    }
  }
  return {
    dx: Int8Array.from(found, (f) => f[0]),
    dy: Int8Array.from(found, (f) => f[1]),
    cover: Uint16Array.from(found, (f) => f[2]),
    reach,
  };
}

/** Radius of a mark in CSS pixels: smaller the more there are, larger when zoomed in. */
export function markRadius(count: number, zoom: number): number {
  const base = count <= 3000 ? 3.4 : count <= 12000 ? 2.5 : 1.7;
  return base * Math.min(Math.max(Math.sqrt(zoom), 0.8), 2.4);
}

/** What the legend hides the real data by, where they lie among generated items. */
export const REAL = -1000;

/** How points are drawn: hollow as frames, larger or smaller, and what becomes of those outside a mask of 1s. */
export interface Look {
  hollow?: boolean;
  size?: number;
  mask?: Uint8Array | null;
  rest?: "shown" | "grey" | "hidden";
  tint?: Tint | null;
}

/** Colours and marks by a number each point has, in place of its class's. */
export interface Tint {
  /** (N,), of each point's style. */
  levels: Uint8Array;
  styles: { color: string; mark: Mark }[];
}

interface Style {
  stamp: Stamp;
  color: number;
}

export interface Cloud {
  xs: Float32Array;
  ys: Float32Array;
  labels: Int32Array | null;
}

/**
 * Stamps every point into 32-bit pixels (software only: no GPU needed). 60,000 points take a few milliseconds.
 *
 * @param pixels width × height device pixels, transparent or filled with the background
 * @param ratio device pixels to a CSS pixel
 * @param look a hollow point is a frame: real data among generated
 */
export function drawPoints(
  pixels: Uint32Array,
  width: number,
  height: number,
  cloud: Cloud,
  view: Viewport,
  ratio: number,
  dark: boolean,
  hidden: ReadonlySet<number>,
  { hollow = false, size = 1, mask = null, rest = "shown", tint = null }: Look = {},
): void {
  const { xs, ys, labels } = cloud;
  const radius = size * markRadius(xs.length, view.zoom) * ratio;
  const [ox, oy] = view.toScreen(0, 0);
  const scale = view.scale * ratio;
  const styles = new Map<number, Style | null>();
  const styleOf = (label: number) => {
    let style = styles.get(label);
    if (style === undefined) {
      const stamp = stampOf(hollow ? "frame" : labels ? classMark(label) : "disc", radius);
      style = hidden.has(label) ? null : { stamp, color: pixelOf(classColor(label, dark)) };
      styles.set(label, style);
    }
    return style;
  };
  const stamp = (from: Style | null, i: number) => {
    if (!from) return;
    const x = Math.round(ox * ratio + xs[i] * scale);
    const y = Math.round(oy * ratio - ys[i] * scale);
    const { dx, dy, cover, reach } = from.stamp;
    if (x < reach || y < reach || x >= width - reach || y >= height - reach) return;
    const { color } = from;
    const middle = y * width + x;
    for (let k = 0; k < cover.length; k++) {
      const at = middle + dy[k] * width + dx[k];
      pixels[at] = cover[k] === 256 ? color : blend(pixels[at], color, cover[k]);
    }
  };
  const tints = tint?.styles.map(({ color, mark }) => ({ stamp: stampOf(mark, radius), color: pixelOf(color) }));
  const tinted = (i: number) => (tints && styleOf(labels ? labels[i] : 0) ? tints[tint!.levels[i]] : null);
  const split = mask !== null && rest !== "shown";
  if (split && rest === "grey") {
    const grey = pixelOf(dark ? "#4a525c" : "#c3c8ce");
    for (let i = 0; i < xs.length; i++) {
      const style = mask[i] ? null : styleOf(labels ? labels[i] : 0);
      if (style) stamp({ stamp: style.stamp, color: grey }, i);
    }
  }
  for (let i = 0; i < xs.length; i++) {
    if (!split || mask[i]) stamp(tints ? tinted(i) : styleOf(labels ? labels[i] : 0), i);
  }
}

/** `source` over `under`, cover 0..256; red and blue are mixed in one multiplication. */
function blend(under: number, source: number, cover: number): number {
  const alpha = under >>> 24;
  if (alpha < 255) {
    if (cover < alpha) return under; // the edge of a mark on the edge of another
    return (((cover === 256 ? 255 : cover) << 24) | (source & 0xffffff)) >>> 0;
  }
  const rest = 256 - cover;
  const redBlue = (((under & 0xff00ff) * rest + (source & 0xff00ff) * cover) >>> 8) & 0xff00ff;
  const green = (((under & 0xff00) * rest + (source & 0xff00) * cover) >>> 8) & 0xff00;
  return (0xff000000 | redBlue | green) >>> 0;
}
