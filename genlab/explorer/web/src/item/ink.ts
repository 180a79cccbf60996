import type { ItemInfo } from "../messages";

/** How the data's own pictures are inked, so that a drawing can be made to look like them. */
export interface InkStyle {
  /** Longer side of the ink's box, as a share of the picture's side: 20/28 for MNIST, 1 for the 8×8 digits. */
  extent: number;
  /** Whether the data is dark on bright. */
  inverted: boolean;
}

/** Reads the ink style from some of the data's pictures, (n, C, H, W) one after another: the median of their boxes. */
export function inkStyle(pictures: Float32Array, item: ItemInfo): InkStyle {
  const [channels, height, width] = item.shape;
  const size = channels * height * width;
  const middle = (item.min + item.max) / 2;
  const count = Math.min(Math.floor(pictures.length / size), 256);
  let border = 0;
  for (let i = 0; i < count; i++) border += pictures[i * size] + pictures[i * size + width - 1];
  const inverted = count > 0 && border / (2 * count) > middle;
  const threshold = item.min + (inverted ? 0.7 : 0.3) * (item.max - item.min);
  const extents: number[] = [];
  for (let i = 0; i < count; i++) {
    const plane = pictures.subarray(i * size, i * size + height * width);
    const box = boxOf(plane, width, height, (value) => (inverted ? value < threshold : value > threshold));
    if (box) extents.push(Math.max((box.x1 - box.x0) / width, (box.y1 - box.y0) / height));
  }
  extents.sort((a, b) => a - b);
  return { extent: extents[extents.length >> 1] ?? 0.75, inverted };
}

/**
 * Makes a drawing into an item as the data's makers did (LeCun et al. 1998 for MNIST): its box is scaled to the data's
 * usual extent, box-filtered down, and moved so that the ink's centre of mass lies in the middle, as far as nothing of
 * it is cut off.
 *
 * @param ink side × side, 0 paper to 1 ink
 * @returns values (C, H, W) in the item's range, or null when nothing is drawn
 */
export function inkToItem(ink: Float32Array, side: number, item: ItemInfo, style: InkStyle): Float32Array | null {
  const [channels, height, width] = item.shape;
  const box = boxOf(ink, side, side, (value) => value > 0.1);
  if (!box) return null;
  const longer = Math.max((box.x1 - box.x0) / width, (box.y1 - box.y0) / height);
  const scale = style.extent / longer; // target pixels to a drawing pixel
  let [mass, mx, my] = [0, 0, 0];
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = box.x0; x < box.x1; x++) {
      const value = ink[y * side + x];
      mass += value;
      mx += value * (x + 0.5);
      my += value * (y + 0.5);
    }
  }
  // Where the drawing's origin lies in the target: mass centred, box kept inside.
  const shift = (size: number, centre: number, low: number, high: number) =>
    Math.min(Math.max(size / 2 - scale * centre, -scale * low), size - scale * high);
  const ox = shift(width, mx / mass, box.x0, box.x1);
  const oy = shift(height, my / mass, box.y0, box.y1);
  const values = new Float32Array(channels * height * width);
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      const amount = boxMean(ink, side, (u - ox) / scale, (v - oy) / scale, 1 / scale);
      const shown = style.inverted ? 1 - amount : amount;
      for (let c = 0; c < channels; c++) {
        values[c * height * width + v * width + u] = item.min + shown * (item.max - item.min);
      }
    }
  }
  return values;
}

/** Mean of the drawing over a square with its corner at (x, y). */
function boxMean(ink: Float32Array, side: number, x: number, y: number, reach: number): number {
  const samples = 8;
  let sum = 0;
  for (let j = 0; j < samples; j++) {
    const row = Math.floor(y + ((j + 0.5) / samples) * reach);
    if (row < 0 || row >= side) continue;
    for (let i = 0; i < samples; i++) {
      const column = Math.floor(x + ((i + 0.5) / samples) * reach);
      if (column >= 0 && column < side) sum += ink[row * side + column];
    }
  }
  return sum / samples ** 2;
}

interface PixelBox {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** The box of the pixels that are ink, its far edges exclusive; null when there are none. */
function boxOf(
  values: Float32Array,
  width: number,
  height: number,
  isInk: (value: number) => boolean,
): PixelBox | null {
  const box = { x0: width, x1: 0, y0: height, y1: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isInk(values[y * width + x])) continue;
      box.x0 = Math.min(box.x0, x);
      box.x1 = Math.max(box.x1, x + 1);
      box.y0 = Math.min(box.y0, y);
      box.y1 = y + 1;
    }
  }
  return box.x1 > 0 ? box : null;
}

/** A picture's pixels, RGBA width × height, as an item of the same size, without scaling or centring. */
export function pictureToItem(rgba: Uint8ClampedArray, item: ItemInfo, invert: boolean): Float32Array {
  const [channels, height, width] = item.shape;
  const area = height * width;
  const values = new Float32Array(channels * area);
  for (let i = 0; i < area; i++) {
    const [r, g, b] = [rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2]].map((v) => (invert ? 255 - v : v) / 255);
    const grey = 0.299 * r + 0.587 * g + 0.114 * b;
    const shown = channels >= 3 ? [r, g, b] : [grey];
    for (let c = 0; c < channels; c++) values[c * area + i] = item.min + (shown[c] ?? 1) * (item.max - item.min);
  }
  return values;
}
