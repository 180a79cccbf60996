import { h } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { ItemPainter } from "../item/painter";
import type { Ellipse } from "../math/linearMap";
import type { Sight } from "../messages";
import type { Model } from "../state/model";
import { measure } from "../state/measure";
import { letterOf } from "../state/pins";
import { Backdrop } from "./backdrop";
import { Glide, Pace } from "./glide";
import { classCenters, type Centers } from "./hit";
import { Overlay } from "./overlay";
import { drawPoints, REAL, type Cloud, type Look, type Tint } from "./raster";
import { writeAxes } from "./text";
import { boundsOf, Viewport } from "./viewport";

/** Points by which the view follows a map on the move. */
const GLIDING_SAMPLE = 1024;

/** What hovering a data item adds to the map. */
export interface Posterior {
  ellipse: Ellipse | null;
  draw: [number, number] | null;
}

/** The map: a canvas of points, redrawn when the view changes, one behind it, and one over it, redrawn each frame. */
export class MapView {
  readonly element: HTMLElement;
  readonly view = new Viewport();
  posterior: Posterior | null = null;
  readonly backdrop: Backdrop;
  /** What draws over everything else: the open tool. */
  tool: { draw?(overlay: Overlay): void } | null = null;
  private glide: Glide | null = null;
  /** Colours of the points in place of their classes', null for none. */
  private tint: Tint | null = null;
  /** Where to look once the map that it is meant for is there. */
  private wanted: { sight: Sight; next: boolean } | null = null;
  private readonly pace = new Pace();
  private readonly points = h("canvas", { "aria-hidden": "true", "data-testid": "map-points" });
  private readonly over = h("canvas", { "aria-hidden": "true" });
  private pixels: ImageData | null = null;
  private stale = true;
  /** Where the points were before the map moved. */
  private before: Cloud | null = null;
  private centers: Centers;
  private readonly resizing: ResizeObserver;

  constructor(
    private readonly model: Model,
    painter: ItemPainter,
    private theme: Theme,
    private readonly request: () => void,
    failed: (error: Error) => void,
  ) {
    this.backdrop = new Backdrop(model, this.view, painter, theme, request, () => this.redraw(), failed);
    this.element = h(
      "div",
      {
        class: "gl-map",
        "data-testid": "latent-map",
        tabindex: "0",
        role: "application",
        "aria-roledescription": "map",
        "aria-label": `Map of the latent space of ${model.data.run.name}. Arrow keys move the point and decode there, with shift in fine steps; plus and minus zoom; A and B pin; N goes to the nearest data item; R draws a random point; space plays the path; escape comes back.`,
      },
      this.backdrop.canvas,
      this.points,
      this.over,
    );
    this.centers = classCenters(this.cloud);
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(this.element);
    model.on((change) => {
      if (change === "plane") {
        if (this.wanted) this.wanted.next = false;
        this.glide = null;
        this.before = model.plane.cloud;
        this.centers = classCenters(this.cloud);
        this.reset();
      }
      if (change === "moved") this.moveOn();
      if (change === "classes" || change === "selection") this.redraw();
    });
  }

  /** The points as they are seen now. */
  get cloud(): Cloud {
    return this.glide?.cloud ?? this.model.plane.cloud;
  }

  /** Looks at all points again, or where it was wanted. */
  reset(): void {
    this.fit();
    if (this.wanted && !this.wanted.next && this.view.width > 1) {
      this.view.lookAt(this.wanted.sight);
      this.wanted = null;
    }
    this.redraw();
  }

  /** Looks at a place of the map that is shown, or with `next` of the one that comes. */
  lookAt(sight: Sight, next: boolean): void {
    this.wanted = { sight, next };
    if (!next) this.reset();
  }

  /** Colours the points otherwise than by their classes, whose names then go too; null ends that. */
  colour(tint: Tint | null): void {
    this.tint = tint;
    this.redraw();
  }

  /** Has the points drawn again at the next frame. */
  redraw(): void {
    this.stale = true;
    this.backdrop.outdate();
    this.request();
  }

  setTheme(theme: Theme): void {
    this.theme = this.backdrop.theme = theme;
    this.redraw();
  }

  zoom(factor: number, px = this.view.width / 2, py = this.view.height / 2): void {
    this.view.zoomAt(px, py, factor);
    this.redraw();
  }

  pan(dx: number, dy: number): void {
    this.view.panBy(dx, dy);
    this.redraw();
  }

  draw(): void {
    if (this.view.width <= 1) return;
    this.step();
    this.backdrop.draw();
    if (this.stale) this.drawPoints();
    const ratio = this.over.width / this.view.width;
    const context = this.over.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.view.width, this.view.height);
    writeAxes(context, this.theme, this.view, this.model.plane.names);
    this.drawOver(new Overlay(context, this.view, this.theme));
  }

  destroy(): void {
    this.resizing.disconnect();
    this.backdrop.close();
  }

  private drawOver(overlay: Overlay): void {
    const { model } = this;
    const { plane } = model;
    const shown = [...this.centers].filter(([label]) => !model.hidden.has(label));
    const named = shown.map(([label, { x, y }]) => ({ name: model.data.points.labelNames[label] ?? "", label, x, y }));
    const settled = plane.place(model.settled);
    const pins = model.pins.names.map((name) => ({ name, place: plane.place(model.pins.get(name)!) }));
    const marked = [settled, ...pins.map(({ place }) => place)].filter((place) => place !== null);
    const names = named.filter(({ name }) => name !== "");
    if (!this.tint) overlay.classNames(names, marked);
    const way = model.pins.way.flatMap((point) => [plane.place(point)!]);
    if (way.length > 1) overlay.path(way);
    if (model.hoverRow >= 0) {
      const { xs, ys, labels } = this.cloud;
      const [x, y] = [xs[model.hoverRow], ys[model.hoverRow]];
      if (this.posterior?.ellipse && !this.tint) overlay.ellipse(x, y, this.posterior.ellipse);
      overlay.item(x, y, labels ? labels[model.hoverRow] : 0);
      if (this.posterior?.draw && !this.tint) overlay.draw(...this.posterior.draw);
    }
    if (settled) overlay.settled(...settled);
    const live = model.live && (plane.place(model.live) ?? (model.sample && plane.place(model.sample.point)));
    if (live) overlay.live(...live);
    for (const { name, place } of pins) if (place) overlay.pin(letterOf(name), ...place);
    this.tool?.draw?.(overlay);
  }

  /** Sends the points from where they are seen to where the map has them now. */
  private moveOn(): void {
    const now = performance.now();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
    const from = this.glide?.cloud ?? this.before;
    const { cloud } = this.model.plane;
    this.glide = calm || !from ? null : new Glide(from, cloud, now, this.pace.next(now));
    this.before = cloud;
    if (!this.glide) {
      this.centers = classCenters(cloud);
      if (this.view.isFitted) this.fit();
    }
    this.step();
    this.redraw();
  }

  /** Moves gliding points on, the view with them unless the person has chosen another. */
  private step(): void {
    if (!this.glide) return;
    this.centers = this.glide.centers;
    if (!this.glide.advance(performance.now())) this.glide = null;
    if (this.view.isFitted) this.fit(GLIDING_SAMPLE);
    this.redraw();
  }

  private fit(sample?: number): void {
    this.view.fit(boundsOf(this.cloud.xs, this.cloud.ys, sample));
  }

  private drawPoints(): void {
    const start = performance.now();
    const { width, height } = this.points;
    const context = this.points.getContext("2d")!;
    if (this.pixels?.width !== width || this.pixels.height !== height) this.pixels = new ImageData(width, height);
    const words = new Uint32Array(this.pixels.data.buffer);
    words.fill(0);
    const ratio = width / this.view.width;
    const { real } = this.model.plane;
    const { dark, scale } = this.theme;
    const { hidden, selection } = this.model;
    const size = scale * (this.backdrop.samples ? 0.7 : 1); // smaller marks let the samples behind them be seen
    const draw = (cloud: Cloud, hollow: boolean, look: Look = {}) =>
      drawPoints(words, width, height, cloud, this.view, ratio, dark, hidden, { hollow, size, ...look });
    if (real && !hidden.has(REAL)) draw(real, true);
    draw(this.cloud, false, { mask: selection.mask, rest: selection.isolating, tint: this.tint });
    context.putImageData(this.pixels, 0, 0);
    this.stale = false;
    measure("genlab.points", start);
    this.element.dataset.ready = "true";
  }

  private resize(): void {
    const { clientWidth, clientHeight } = this.element;
    if (clientWidth < 2 || clientHeight < 2) return;
    const first = this.view.width <= 1;
    this.view.resize(clientWidth, clientHeight);
    const ratio = Math.min(devicePixelRatio || 1, 2);
    for (const canvas of [this.backdrop.canvas, this.points, this.over]) {
      canvas.width = Math.round(clientWidth * ratio);
      canvas.height = Math.round(clientHeight * ratio);
    }
    if (first || this.view.isFitted) this.reset();
    else this.redraw();
    this.draw(); // in the same frame: a resized canvas is empty until drawn
  }
}
