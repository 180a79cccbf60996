import { measure } from "../state/measure";
import type { Model } from "../state/model";
import type { MapGesture } from "../tools/tool";
import type { PinName } from "../state/pins";
import type { Point } from "../state/point";
import { listenToGestures } from "./gestures";
import { rowAt } from "./hit";
import type { MapView } from "./mapView";

const PIN_REACH_PX = 15;

/** What moving, pressing and letting go on the map means: decode there, settle, drag a pin, go to an item. */
export class Steering {
  /** Whether plain dragging pans. */
  panning = false;
  /** The open tool's own gesture: a drag that it grabs is none of the map's. */
  taken: MapGesture | null = null;
  private held: "point" | "tool" | PinName | null = null;
  private before: Point | null = null;

  constructor(
    private readonly model: Model,
    private readonly map: MapView,
    private readonly player: { isPlaying: boolean; halt(): void },
  ) {
    listenToGestures(map.element, {
      hover: (px, py) => this.hover(px, py),
      leave: () => this.leave(),
      grab: (px, py, event) => this.grab(px, py, event),
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
    this.setRow(this.rowUnder(px, py));
    this.map.element.style.cursor = this.panning
      ? "grab"
      : (this.taken?.cursor ?? (this.pinAt(px, py) !== null ? "move" : "crosshair"));
    this.visit(px, py);
  }

  private leave(): void {
    if (this.player.isPlaying) return;
    this.setRow(-1);
    this.model.visit(null);
  }

  private grab(px: number, py: number, event: PointerEvent): void {
    this.player.halt();
    if (this.taken?.grab(px, py, event)) {
      this.held = "tool";
      this.setRow(-1);
      return;
    }
    this.held = this.pinAt(px, py) ?? "point";
    this.before = this.held === "point" ? null : this.model.pins.get(this.held);
    this.drag(px, py);
  }

  private drag(px: number, py: number): void {
    if (this.held === "tool") return this.taken?.drag(px, py);
    const overItem = this.held === "point" ? this.rowUnder(px, py) : -1;
    this.setRow(overItem);
    if (this.held === "point") this.visit(px, py);
    else if (this.held !== null) {
      const pin = this.model.under(this.map.view.toPlace(px, py), this.model.pins.get(this.held)!);
      if (!pin) return;
      this.model.pins.set(this.held, pin);
      this.model.changed("pins");
      this.model.visit(pin);
    }
  }

  private drop(px: number, py: number): void {
    if (this.held === "tool") {
      this.held = null;
      return this.taken?.drop(px, py);
    }
    this.drag(px, py);
    const point = this.model.live;
    const source = this.held === "point" ? "map" : "path";
    this.held = null;
    if (point) this.model.settle(point, source);
  }

  private cancel(): void {
    if (this.held === "tool") this.taken?.cancel();
    else if (this.held !== null && this.held !== "point") {
      this.model.pins.set(this.held, this.before);
      this.model.changed("pins");
    }
    this.held = null;
    this.leave();
  }

  private goToItem(px: number, py: number): void {
    const row = this.rowUnder(px, py);
    if (row >= 0 && !this.panning) this.model.settle(this.model.item(row), "item");
  }

  private visit(px: number, py: number): void {
    const point = this.model.under(this.map.view.toPlace(px, py));
    if (point) this.model.visit(point);
  }

  private rowUnder(px: number, py: number): number {
    const start = performance.now();
    const { hidden, selection } = this.model;
    const row = rowAt(this.map.cloud, this.map.view, px, py, hidden, selection.visible);
    measure("genlab.pick", start);
    return row;
  }

  private setRow(row: number): void {
    if (this.model.hoverRow === row) return;
    this.model.hoverRow = row;
    this.model.changed("hover");
  }

  private pinAt(px: number, py: number): PinName | null {
    for (const which of this.model.pins.names.reverse()) {
      const pin = this.model.pins.get(which);
      const place = pin && this.model.plane.place(pin);
      if (!place) continue;
      const [x, y] = this.map.view.toScreen(...place);
      if (Math.hypot(x - px, y - py) <= PIN_REACH_PX) return which;
    }
    return null;
  }
}
