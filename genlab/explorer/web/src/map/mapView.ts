import { h } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { Ellipse } from "../math/linearMap";
import type { Model } from "../state/model";
import { measure } from "../state/measure";
import { pixelOf } from "./colors";
import { classCenters } from "./hit";
import { Overlay } from "./overlay";
import { drawPoints } from "./raster";
import { boundsOf, Viewport } from "./viewport";

/** What hovering a data item adds to the map. */
export interface Posterior {
  ellipse: Ellipse;
  draw: [number, number] | null;
}

/** The map: one canvas of points, redrawn when the view changes, and one over it, redrawn each frame. */
export class MapView {
  readonly element: HTMLElement;
  readonly view = new Viewport();
  posterior: Posterior | null = null;
  private readonly points = h("canvas", { "aria-hidden": "true" });
  private readonly over = h("canvas", { "aria-hidden": "true" });
  private pixels: ImageData | null = null;
  private stale = true;
  private centers: ReturnType<typeof classCenters>;
  private readonly resizing: ResizeObserver;

  constructor(
    private readonly model: Model,
    private theme: Theme,
    private readonly request: () => void,
  ) {
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
      this.points,
      this.over,
    );
    this.centers = classCenters(model.plane.cloud);
    this.resizing = new ResizeObserver(() => this.resize());
    this.resizing.observe(this.element);
    model.on((change) => {
      if (change === "plane") {
        this.centers = classCenters(model.plane.cloud);
        model.pins.places = model.pins.codes.map((code) => model.plane.place(code));
        this.reset();
      }
      if (change === "classes") this.redraw();
    });
  }

  /** Looks at all points again. */
  reset(): void {
    this.view.fit(boundsOf(this.model.plane.cloud.xs, this.model.plane.cloud.ys));
    this.redraw();
  }

  /** Has the points drawn again at the next frame. */
  redraw(): void {
    this.stale = true;
    this.request();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
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
    if (this.stale) this.drawPoints();
    const ratio = this.over.width / this.view.width;
    const context = this.over.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.view.width, this.view.height);
    this.drawOver(new Overlay(context, this.view, this.theme));
  }

  destroy(): void {
    this.resizing.disconnect();
  }

  private drawOver(overlay: Overlay): void {
    const { model } = this;
    const { plane } = model;
    overlay.axes(plane.horizontal.name, plane.vertical.name, plane.isLine);
    const shown = [...this.centers].filter(([label]) => !model.hidden.has(label));
    const named = shown.map(([label, { x, y }]) => ({ name: model.data.points.labelNames[label] ?? "", label, x, y }));
    overlay.classNames(named.filter(({ name }) => name !== ""));
    if (model.pins.places.length > 1) overlay.path(model.pins.places);
    if (model.hoverRow >= 0) {
      const { xs, ys, labels } = plane.cloud;
      const [x, y] = [xs[model.hoverRow], ys[model.hoverRow]];
      if (this.posterior) overlay.ellipse(x, y, this.posterior.ellipse);
      overlay.item(x, y, labels ? labels[model.hoverRow] : 0);
      if (this.posterior?.draw) overlay.draw(...this.posterior.draw);
    }
    if (model.settled.code) overlay.settled(...plane.place(model.settled.code));
    const live = model.live && (model.live.code ?? model.sample?.point.code);
    if (live) overlay.live(...plane.place(live));
    for (const which of ["a", "b"] as const) {
      const code = model.pins[which]?.code;
      if (code) overlay.pin(which.toUpperCase(), ...plane.place(code));
    }
  }

  private drawPoints(): void {
    const start = performance.now();
    const { width, height } = this.points;
    const context = this.points.getContext("2d")!;
    if (this.pixels?.width !== width || this.pixels.height !== height) this.pixels = new ImageData(width, height);
    const words = new Uint32Array(this.pixels.data.buffer);
    context.fillStyle = this.theme.background;
    words.fill(pixelOf(String(context.fillStyle).slice(0, 7)));
    const ratio = width / this.view.width;
    drawPoints(words, width, height, this.model.plane.cloud, this.view, ratio, this.theme.dark, this.model.hidden);
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
    for (const canvas of [this.points, this.over]) {
      canvas.width = Math.round(clientWidth * ratio);
      canvas.height = Math.round(clientHeight * ratio);
    }
    if (first || this.view.zoom === 1) this.reset();
    else this.redraw();
    this.draw(); // in the same frame: a resized canvas is empty until drawn
  }
}
