import { h } from "../dom/h";
import type { ItemPainter } from "../item/painter";
import type { Viewport } from "../map/viewport";
import type { Model } from "../state/model";
import type { Sample } from "../state/sampler";

const SIDE_PX = 88;

/** A corner of the map. */
export interface Corner {
  across: "left" | "right";
  up: "top" | "bottom";
}

/**
 * The corner farthest from a place of the map. Where a card lies there, which is nearly as wide as a narrow map, the one
 * beside the place.
 */
export function farCorner(px: number, py: number, width: number, height: number, card: boolean): Corner {
  const above = py < height / 2;
  return { across: px < width / 2 ? "right" : "left", up: above === card ? "top" : "bottom" };
}

/**
 * On a narrow page the sample lies far below the map: here it is small, on the map itself, away from the finger. The
 * style sheet leaves it out of a wide page; it appears once the person has gone somewhere.
 */
export class Inset {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", { role: "img" });
  private readonly resizing: ResizeObserver;
  private onScreen = false;
  private sample: Sample | null = null;

  constructor(
    private readonly model: Model,
    private readonly view: Viewport,
    private readonly painter: ItemPainter,
    private readonly card: HTMLElement,
  ) {
    this.element = h("div", { class: "gl-inset", hidden: true, "data-testid": "sample-inset" }, this.canvas);
    model.on((change) => {
      if (change === "view" || change === "settled") this.element.hidden = false;
      if (change === "hover") this.keepClear();
    });
    this.resizing = new ResizeObserver(() => {
      this.onScreen = this.element.clientWidth > 0;
      this.draw();
    });
    this.resizing.observe(this.element);
  }

  show(sample: Sample): void {
    this.sample = sample;
    this.draw();
  }

  close(): void {
    this.resizing.disconnect();
  }

  private draw(): void {
    const { sample, painter, model } = this;
    if (!sample || !this.onScreen) return;
    painter.paint(this.canvas, sample.x, 0, SIDE_PX);
    const where = model.live ? "under your hand" : "at the settled point";
    this.canvas.setAttribute("aria-label", `Decoded sample ${where}: ${painter.describe(sample.x)}`);
    this.keepClear();
  }

  private keepClear(): void {
    const { model, view } = this;
    const place = this.sample && model.plane.place(this.sample.point);
    if (!place || !this.onScreen) return;
    const [px, py] = view.toScreen(...place);
    const { across, up } = farCorner(px, py, view.width, view.height, !this.card.hidden);
    Object.assign(this.element.dataset, { across, up });
  }
}
