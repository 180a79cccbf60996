import { format, h } from "../../dom/h";
import type { Mark } from "../../map/colors";
import { pixelOf } from "../../map/colors";
import { stampOf, type Tint } from "../../map/raster";

/** From bad to good: orange to blue, told apart with any of the common colour-vision deficiencies. */
const LIGHT = ["#8f3a02", "#d9660a", "#b59b74", "#6f9bd1", "#1f5fae"];
const DARK = ["#ffb04d", "#e08a2e", "#a39b8f", "#7fa6dc", "#79b8ff"];
const LEVELS = 24;
/** Colour is not the only signal: a third of the scale has its own mark. */
const MARKS: Mark[] = ["cross", "plus", "disc"];

/** A scale of points' colours: `bad` and `good` are the values at its ends. */
export interface PointScale {
  bad: number;
  good: number;
}

/** Colours and marks for every point's value. */
export function tintOf(values: Float32Array, { bad, good }: PointScale, dark: boolean): Tint {
  const styles = Array.from({ length: LEVELS }, (_, level) => ({
    color: colorAt(level / (LEVELS - 1), dark),
    mark: MARKS[Math.min(Math.floor((level / LEVELS) * MARKS.length), MARKS.length - 1)],
  }));
  const levels = Uint8Array.from(values, (value) => {
    const share = (value - bad) / (good - bad || 1);
    return Math.min(Math.max(Math.floor(share * LEVELS), 0), LEVELS - 1);
  });
  return { levels, styles };
}

/** The colour at a share of the way from bad to good, `#rrggbb`. */
export function colorAt(share: number, dark: boolean): string {
  const stops = dark ? DARK : LIGHT;
  const at = Math.min(Math.max(share, 0), 1) * (stops.length - 1);
  const [from, to] = [Math.floor(at), Math.ceil(at)];
  const mixed = [1, 3, 5].map((i) => {
    const [a, b] = [stops[from], stops[to]].map((color) => parseInt(color.slice(i, i + 2), 16));
    return Math.round(a + (at - from) * (b - a))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
}

/** What the marks and colours of a scale stand for, a line a third. */
export function scaleLines({ bad, good }: PointScale, words: string[], dark: boolean): HTMLElement[] {
  return MARKS.map((mark, third) => {
    const swatch = h("canvas", { width: 28, height: 28, "aria-hidden": "true" });
    const context = swatch.getContext("2d")!;
    const image = context.createImageData(28, 28);
    const pixels = new Uint32Array(image.data.buffer);
    const { dx, dy, cover } = stampOf(mark, 10);
    const color = colorAt((third + 0.5) / 3, dark);
    cover.forEach((c, k) => (pixels[(14 + dy[k]) * 28 + 14 + dx[k]] = pixelOf(color, Math.min(c, 255))));
    context.putImageData(image, 0, 0);
    const [from, to] = [third, third + 1].map((edge) => bad + (edge / 3) * (good - bad));
    const ends = from < to ? [from, to] : [to, from];
    return h("span", {}, swatch, `${format(ends[0], 3)} to ${format(ends[1], 3)}: ${words[third]}`);
  });
}
