import { h } from "../../dom/h";
import type { Theme } from "../../dom/theme";
import type { Layer, Shower } from "../../map/backdrop";
import { classColor } from "../../map/colors";
import type { Viewport } from "../../map/viewport";
import { range } from "../../math/fog";
import type { Model } from "../../state/model";
import type { Point } from "../../state/point";
import type { Kind, Reader } from "./kinds";

/** Sides of the cells: coarse ones first. Where those took long, finer ones are left out. */
const CELLS_PX = [32, 16, 8];
const PATIENCE_MS = 900;
/** Data items that say what values data have. */
const DATA_ITEMS = 160;
/** How thick a field lies at most, 0 to 255. */
const THICKEST = 205;
/** Share of the values beyond either end of the scale. */
const TAIL = 0.02;

/** Where a field is clear and where it is thick, and the values of the middle nine tenths of the data. */
export interface Scale {
  clear: number;
  thick: number;
  data: [number, number] | null;
}

/** A grid of what is known of a view's places. */
interface Grid {
  columns: number;
  cellPx: number;
  left: number;
  top: number;
  scale: number;
  values: Float64Array;
  labels: Int32Array | null;
}

/** One field laid behind the map's points, made from coarse to fine. */
export class Field implements Layer {
  readonly smooth: boolean;
  scale: Scale | null = null;
  /** Milliseconds that the last grid took, for the figures. */
  private grid: Grid | null = null;
  private reader: Promise<Reader> | null = null;
  private data: Promise<Float64Array> | null = null;

  constructor(
    readonly kind: Kind,
    private readonly model: Model,
    private readonly changed: () => void,
  ) {
    this.smooth = kind.thick !== "classes";
  }

  async make(view: Viewport, theme: Theme, show: Shower, current: () => boolean): Promise<void> {
    this.reader ??= this.kind.open(this.model);
    const read = await this.reader;
    this.data ??= this.ofData(read);
    const data = await this.data;
    for (const cellPx of CELLS_PX) {
      const start = performance.now();
      const grid = await this.read(read, view, cellPx, current);
      if (!grid) return;
      this.grid = grid;
      this.scale = scaleOf(this.kind, grid.values, data);
      show(picture(this.kind, grid, this.scale, theme), cellPx);
      this.changed();
      if (4 * (performance.now() - start) > PATIENCE_MS) return;
    }
  }

  /** The value at a place of the map, null where none is known. */
  at(view: Viewport, px: number, py: number): { value: number; label: number | null } | null {
    const { grid } = this;
    if (!grid) return null;
    const [x, y] = view.toPlace(px, py);
    const column = Math.floor(((x - grid.left) * grid.scale) / grid.cellPx);
    const line = Math.floor(((grid.top - y) * grid.scale) / grid.cellPx);
    const at = line * grid.columns + column;
    if (column < 0 || column >= grid.columns || line < 0 || at >= grid.values.length) return null;
    const value = grid.values[at];
    return Number.isFinite(value) ? { value, label: grid.labels ? grid.labels[at] : null } : null;
  }

  /** Reads a grid of places some at a time, null once something newer is asked for. */
  private async read(read: Reader, view: Viewport, cellPx: number, current: () => boolean): Promise<Grid | null> {
    const columns = Math.ceil(view.width / cellPx);
    const lines = Math.ceil(view.height / cellPx);
    const [left, top] = view.toPlace(0, 0);
    const { model, kind } = this;
    const points: (Point | null)[] = [];
    for (let line = 0; line < lines; line++) {
      for (let column = 0; column < columns; column++) {
        points.push(model.under(view.toPlace((column + 0.5) * cellPx, (line + 0.5) * cellPx)));
      }
    }
    const grid: Grid = {
      columns,
      cellPx,
      left,
      top,
      scale: view.scale,
      values: new Float64Array(points.length).fill(NaN),
      labels: kind.thick === "classes" ? new Int32Array(points.length) : null,
    };
    for (let start = 0; start < points.length; start += kind.atOnce) {
      const some = points.slice(start, start + kind.atOnce).filter((point) => point !== null);
      const { values, labels } = await read(some);
      await new Promise((next) => setTimeout(next)); // the hand on the mouse goes first
      if (!current()) return null;
      let at = 0;
      points.slice(start, start + kind.atOnce).forEach((point, i) => {
        if (!point) return;
        grid.values[start + i] = values[at];
        if (labels) grid.labels![start + i] = labels[at];
        at++;
      });
    }
    return grid;
  }

  /** What the field says of data items evenly apart. */
  private async ofData(read: Reader): Promise<Float64Array> {
    const { model, kind } = this;
    if (!kind.byData) return new Float64Array(0);
    const { count } = model.data.points;
    const rows = Array.from({ length: Math.min(count, DATA_ITEMS) }, (_, i) => Math.floor((i * count) / DATA_ITEMS));
    const found: number[] = [];
    for (let start = 0; start < rows.length; start += kind.atOnce) {
      const points = rows.slice(start, start + kind.atOnce).map((row) => model.item(Math.min(row, count - 1)));
      found.push(...(await read(points)).values);
    }
    return Float64Array.from(found);
  }
}

/** Clear at what data have, or else at the one end of what the map shows; thick at the other end. */
export function scaleOf({ thick, reach = Infinity }: Kind, values: Float64Array, data: Float64Array): Scale {
  if (thick === "classes") return { clear: 0, thick: 1, data: null };
  const [low, high] = range(values, TAIL);
  if (data.length === 0)
    return thick === "high" ? { clear: low, thick: high, data: null } : { clear: high, thick: low, data: null };
  const [from, to] = range(data, 0.05);
  const [middle] = range(data, 0.5);
  const far = thick === "high" ? Math.max(high, to) : Math.min(low, from);
  const beyond = middle + Math.min(Math.max(far - middle, -reach), reach);
  return { clear: middle, thick: beyond === middle ? middle + (thick === "high" ? 1 : -1) : beyond, data: [from, to] };
}

/** How thick a field lies at a value, 0 to 1. */
export function thickness(value: number, { clear, thick }: Scale): number {
  return Math.min(Math.max((value - clear) / (thick - clear || 1), 0), 1);
}

/** The colour of a field where it is thickest. */
export function fogColor(dark: boolean): [number, number, number] {
  return dark ? [128, 146, 168] : [92, 108, 128];
}

function picture(kind: Kind, { columns, values, labels }: Grid, scale: Scale, theme: Theme): HTMLCanvasElement {
  const made = h("canvas", { width: columns, height: values.length / columns });
  const context = made.getContext("2d")!;
  const image = context.createImageData(made.width, made.height);
  const fog = fogColor(theme.dark);
  values.forEach((value, at) => {
    if (!Number.isFinite(value)) return;
    const color = labels ? channels(classColor(labels[at], theme.dark)) : fog;
    const share =
      kind.thick === "classes" ? 0.12 + 0.4 * Math.max(0, (value - 0.3) / 0.7) : thickness(value, scale) ** 0.8;
    image.data.set([...color, share * (labels ? 255 : THICKEST)], 4 * at);
  });
  context.putImageData(image, 0, 0);
  return made;
}

function channels(color: string): [number, number, number] {
  return [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as [number, number, number];
}
