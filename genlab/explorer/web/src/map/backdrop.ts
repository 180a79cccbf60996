import { h } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { ItemPainter } from "../item/painter";
import type { Model } from "../state/model";
import type { Point } from "../state/point";
import { fogPicture } from "./fog";
import type { Viewport } from "./viewport";

/** Drawn anew when view and map have rested this long, and at least so often while they do not. */
const CALM_MS = 220;
const LONGEST_MS = 700;
/** Side of a sample, and how many are decoded at once: few, so that other work of the worker gets in between. */
const CELL_PX = 46;
const AT_ONCE = 32;
/** Where the map vouches for less than this, no sample is drawn. */
const LEAST = 0.05;

/** A picture that lies on places, wherever the view has gone since. */
interface Spread {
  picture: HTMLCanvasElement;
  left: number;
  top: number;
  unitsPerPx: number;
}

/** What a tool lays behind the points; made anew when view and map have come to rest. */
export interface Layer {
  /** Whether its cells run into one another. */
  smooth: boolean;
  /** Makes pictures of the view, coarse ones first; each is shown with the pixels that one of its cells takes. */
  make(view: Viewport, theme: Theme, show: Shower, current: () => boolean): Promise<void>;
}
export type Shower = (picture: HTMLCanvasElement, cellPx: number) => void;

/** Behind the points: a grid of what the map's places decode to, and fog where the map does not vouch for them. */
export class Backdrop {
  readonly canvas = h("canvas", { "aria-hidden": "true", "data-testid": "backdrop" });
  fog = false;
  samples = false;
  private fogged: Spread | null = null;
  private sampled: Spread | null = null;
  private layer: Layer | null = null;
  private laid: Spread | null = null;
  private layVersion = 0;
  private dirty = false;
  private timer = 0;
  private outdatedMs = 0;
  private version = 0;

  constructor(
    private readonly model: Model,
    private readonly view: Viewport,
    private readonly painter: ItemPainter,
    public theme: Theme,
    private readonly request: () => void,
    private readonly switched: () => void,
    private readonly failed: (error: Error) => void,
  ) {
    model.on((change) => {
      if (change === "plane") this.fogged = this.sampled = this.laid = null;
      if (change === "settled" && (this.samples || this.layer) && model.plane.exact) this.outdate();
    });
  }

  /** Switches what is shown. */
  set(fog: boolean, samples: boolean): void {
    if (this.fog === fog && this.samples === samples) return;
    [this.fog, this.samples] = [fog, samples];
    if (!fog) this.fogged = null;
    if (!samples) this.sampled = null;
    this.switched();
    this.outdate();
  }

  /** Lays something behind the points in place of what was there; null takes it away. */
  lay(layer: Layer | null): void {
    this.layer = layer;
    this.laid = null;
    this.layVersion++;
    this.outdate();
    this.request();
  }

  /** View or map have changed: what is there moves along, and is made anew when they rest. */
  outdate(): void {
    this.dirty = true;
    if (!this.fog && !this.samples && !this.layer) return;
    const now = performance.now();
    if (!this.timer) this.outdatedMs = now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(CALM_MS, this.outdatedMs + LONGEST_MS - now));
    this.timer = window.setTimeout(() => this.make(), wait);
  }

  draw(): void {
    if (!this.dirty) return;
    this.dirty = false;
    const { canvas, view } = this;
    const context = canvas.getContext("2d")!;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.theme.background;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const ratio = canvas.width / view.width;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    for (const spread of [this.sampled, this.laid, this.fogged]) {
      if (!spread) continue;
      const [px, py] = view.toScreen(spread.left, spread.top);
      const scale = spread.unitsPerPx * view.scale;
      context.imageSmoothingEnabled = spread === this.fogged || (spread === this.laid && this.layer!.smooth);
      context.drawImage(spread.picture, px, py, spread.picture.width * scale, spread.picture.height * scale);
    }
  }

  close(): void {
    clearTimeout(this.timer);
    this.version++;
    this.layVersion++;
  }

  private make(): void {
    this.timer = 0;
    const { plane } = this.model;
    if (this.fog && !plane.exact) {
      const cell = 8;
      this.fogged = this.spread(fogPicture(plane, this.view, cell, this.theme), cell);
    } else this.fogged = null;
    if (this.samples) this.sample(++this.version).catch(this.failed);
    if (this.layer) this.layOut(this.layer, ++this.layVersion).catch(this.failed);
    this.dirty = true;
    this.request();
  }

  private async layOut(layer: Layer, mine: number): Promise<void> {
    const [left, top] = this.view.toPlace(0, 0);
    const { scale } = this.view;
    const current = () => mine === this.layVersion;
    const show: Shower = (picture, cellPx) => {
      if (!current()) return;
      this.laid = { picture, left, top, unitsPerPx: cellPx / scale };
      this.dirty = true;
      this.canvas.dataset.laid = String(Number(this.canvas.dataset.laid ?? 0) + 1);
      this.request();
    };
    await layer.make(this.view, this.theme, show, current);
  }

  private spread(picture: HTMLCanvasElement, px: number): Spread {
    const [left, top] = this.view.toPlace(0, 0);
    return { picture, left, top, unitsPerPx: px / this.view.scale };
  }

  /** Decodes the grid, a few samples at a time, until something newer is asked for. */
  private async sample(mine: number): Promise<void> {
    const { view, model } = this;
    const ratio = this.canvas.width / view.width;
    const side = Math.round(CELL_PX * ratio);
    const columns = Math.ceil(view.width / CELL_PX);
    const picture = h("canvas", { width: columns * side, height: Math.ceil(view.height / CELL_PX) * side });
    const spread = this.spread(picture, CELL_PX / side);
    const context = picture.getContext("2d")!;
    context.imageSmoothingEnabled = false;
    const cells = this.cells();
    const scratch = h("canvas");
    const size = model.data.item.shape.reduce((a, b) => a * b, 1);
    for (let start = 0; start < cells.length; start += AT_ONCE) {
      const some = cells.slice(start, start + AT_ONCE);
      const { x } = await model.engine.batch(some.map(({ point }) => point));
      if (mine !== this.version || !this.samples) return;
      some.forEach(({ column, line, confidence }, i) => {
        this.painter.paint(scratch, x, i * size, CELL_PX - 4);
        context.globalAlpha = this.fog ? 0.75 : 0.75 * Math.sqrt(confidence); // fog itself hides what is unsure
        context.drawImage(scratch, column * side + 1, line * side + 1, side - 2, side - 2);
      });
      if (start === 0) this.sampled = spread;
      this.dirty = true;
      this.request();
    }
    this.canvas.dataset.samples = String(cells.length);
  }

  private cells(): { column: number; line: number; point: Point; confidence: number }[] {
    const { view, model } = this;
    const found = [];
    for (let line = 0; line < view.height / CELL_PX; line++) {
      for (let column = 0; column < view.width / CELL_PX; column++) {
        const place = view.toPlace((column + 0.5) * CELL_PX, (line + 0.5) * CELL_PX);
        const confidence = model.plane.confidence(place);
        const point = confidence > LEAST ? model.under(place) : null;
        if (point) found.push({ column, line, point, confidence });
      }
    }
    return found;
  }
}
