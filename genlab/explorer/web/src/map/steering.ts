import type { Model } from "../state/model";
import type { Point } from "../state/point";
import { listenToGestures } from "./gestures";
import { rowAt } from "./hit";
import type { MapView } from "./mapView";

const PIN_REACH_PX = 15;

/** What moving, pressing and letting go on the map means: decode there, settle, drag a pin, go to an item. */
export class Steering {
  /** Whether plain dragging pans. */
  panning = false;
  private held: "point" | "a" | "b" | null = null;
  private before: Point | null = null;

  constructor(
    private readonly model: Model,
    private readonly map: MapView,
    private readonly player: { isPlaying: boolean; halt(): void },
  ) {
    listenToGestures(map.element, {
      hover: (px, py) => this.hover(px, py),
      leave: () => this.leave(),
      grab: (px, py) => this.grab(px, py),
      drag: (px, py) => this.drag(px, py),
      drop: (px, py) => this.drop(px, py),
      cancel: () => this.cancel(),
      pan: (dx, dy) => this.map.pan(dx, dy),
      zoom: (px, py, factor) => this.map.zoom(factor, px, py),
      double: (px, py) => this.goToItem(px, py),
      panning: () => this.panning,
    });
  }

  private hover(px: number, py: number): void {
    if (this.player.isPlaying) return; // a hand resting on the mouse does not end the film; a press does
    this.setRow(rowAt(this.map.cloud, this.map.view, px, py, this.model.hidden));
    this.map.element.style.cursor = this.panning ? "grab" : this.pinAt(px, py) ? "move" : "crosshair";
    this.visit(px, py);
  }

  private leave(): void {
    if (this.player.isPlaying) return;
    this.setRow(-1);
    this.model.visit(null);
  }

  private grab(px: number, py: number): void {
    this.player.halt();
    this.held = this.pinAt(px, py) ?? "point";
    this.before = this.held === "point" ? null : this.model.pins[this.held];
    this.drag(px, py);
  }

  private drag(px: number, py: number): void {
    const overItem = this.held === "point" ? rowAt(this.map.cloud, this.map.view, px, py, this.model.hidden) : -1;
    this.setRow(overItem);
    if (this.held === "point") this.visit(px, py);
    else if (this.held) {
      const pin = this.model.under(this.map.view.toPlace(px, py), this.model.pins[this.held]!);
      if (!pin) return;
      this.model.pins[this.held] = pin;
      this.model.changed("pins");
      this.model.visit(pin);
    }
  }

  private drop(px: number, py: number): void {
    this.drag(px, py);
    const point = this.model.live;
    const source = this.held === "point" ? "map" : "path";
    this.held = null;
    if (point) this.model.settle(point, source);
  }

  private cancel(): void {
    if (this.held && this.held !== "point") {
      this.model.pins[this.held] = this.before;
      this.model.changed("pins");
    }
    this.held = null;
    this.leave();
  }

  private goToItem(px: number, py: number): void {
    const row = rowAt(this.map.cloud, this.map.view, px, py, this.model.hidden);
    if (row >= 0 && !this.panning) this.model.settle(this.model.item(row), "item");
  }

  private visit(px: number, py: number): void {
    const point = this.model.under(this.map.view.toPlace(px, py));
    if (point) this.model.visit(point);
  }

  private setRow(row: number): void {
    if (this.model.hoverRow === row) return;
    this.model.hoverRow = row;
    this.model.changed("hover");
  }

  private pinAt(px: number, py: number): "a" | "b" | null {
    for (const which of ["b", "a"] as const) {
      const pin = this.model.pins[which];
      const place = pin && this.model.plane.place(pin);
      if (!place) continue;
      const [x, y] = this.map.view.toScreen(...place);
      if (Math.hypot(x - px, y - py) <= PIN_REACH_PX) return which;
    }
    return null;
  }
}
