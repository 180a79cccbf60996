import type { Sight } from "../messages";

/** Where the map looks: which place is in the middle and how many pixels one unit takes, equal for both axes. */
export class Viewport {
  width = 1;
  height = 1;
  private x = 0;
  private y = 0;
  private pxPerUnit = 1;
  private fitted = { x: 0, y: 0, pxPerUnit: 1 };

  /** Takes a new size in CSS pixels, keeping the middle and the zoom. */
  resize(width: number, height: number): void {
    this.width = Math.max(width, 1);
    this.height = Math.max(height, 1);
  }

  /** Looks at all of a box of places, with room for marks and labels at the edges. */
  fit(box: Box, paddingPx = 26): void {
    const spare = (size: number) => Math.max(size - 2 * paddingPx, 20);
    const [w, h] = [Math.max(box.x1 - box.x0, 1e-9), Math.max(box.y1 - box.y0, 1e-9)];
    const pxPerUnit = Math.min(spare(this.width) / w, spare(this.height) / h);
    this.fitted = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2, pxPerUnit };
    ({ x: this.x, y: this.y, pxPerUnit: this.pxPerUnit } = this.fitted);
  }

  /** 1 after fit. */
  get zoom(): number {
    return this.pxPerUnit / this.fitted.pxPerUnit;
  }

  /** Whether the view is as fit left it: not zoomed, not panned. */
  get isFitted(): boolean {
    const { x, y, pxPerUnit } = this.fitted;
    return this.x === x && this.y === y && this.pxPerUnit === pxPerUnit;
  }

  get scale(): number {
    return this.pxPerUnit;
  }

  toScreen(x: number, y: number): [number, number] {
    return [this.width / 2 + (x - this.x) * this.pxPerUnit, this.height / 2 - (y - this.y) * this.pxPerUnit];
  }

  toPlace(px: number, py: number): [number, number] {
    return [this.x + (px - this.width / 2) / this.pxPerUnit, this.y - (py - this.height / 2) / this.pxPerUnit];
  }

  /** Looks at a place, zoomed in from what `fit` shows. */
  lookAt({ x, y, zoom }: Sight): void {
    [this.x, this.y, this.pxPerUnit] = [x, y, zoom * this.fitted.pxPerUnit];
  }

  get look(): Sight {
    return { x: this.x, y: this.y, zoom: this.zoom };
  }

  /** Zooms, keeping the place under a pixel where it is. */
  zoomAt(px: number, py: number, factor: number): void {
    const [x, y] = this.toPlace(px, py);
    const { pxPerUnit } = this.fitted;
    this.pxPerUnit = Math.min(Math.max(this.pxPerUnit * factor, pxPerUnit / 8), pxPerUnit * 200);
    const [nx, ny] = this.toPlace(px, py);
    this.x += x - nx;
    this.y += y - ny;
  }

  panBy(dx: number, dy: number): void {
    this.x -= dx / this.pxPerUnit;
    this.y += dy / this.pxPerUnit;
  }
}

export interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** The box that holds nearly all places: a far outlier in a thousand does not squeeze the rest into a corner. */
export function boundsOf(xs: Float32Array, ys: Float32Array, sample = 8192): Box {
  const edges = (values: Float32Array): [number, number] => {
    if (values.length === 0) return [-1, 1];
    const stride = Math.max(1, Math.floor(values.length / sample));
    const some = Float32Array.from({ length: Math.ceil(values.length / stride) }, (_, i) => values[i * stride]).sort();
    const at = (q: number) => some[Math.round(q * (some.length - 1))];
    return [at(0.001), at(0.999)];
  };
  const [x0, x1] = edges(xs);
  const [y0, y1] = edges(ys);
  return { x0, x1, y0, y1 };
}
