import type { Items } from "../data/items";
import type { ItemPainter } from "../item/painter";
import type { MapView } from "../map/mapView";
import type { Overlay } from "../map/overlay";
import type { Maps } from "../maps/maps";
import type { Host } from "../messages";
import type { Model } from "../state/model";

/** What a tool works with. */
export interface Bench {
  model: Model;
  map: MapView;
  maps: Maps;
  painter: ItemPainter;
  items: Items;
  host: Host;
  /** Has everything drawn at the next frame. */
  request(): void;
  /** Says above the view what went wrong. */
  failed(error: Error): void;
}

/** One tool of the box: a name on a button, and what opens under it. */
export interface Tool {
  /** Short and fixed: `tool-<name>` is the button's test id, `tool-panel-<name>` the panel's. */
  name: string;
  /** One or two words on the button. */
  label: string;
  /** One sentence: what it does for a person. */
  help: string;
  /** Whether this model can be worked on with it; a tool that does not fit has no button. */
  fits(model: Model, host: Host): boolean;
  open(bench: Bench): ToolView;
}

/** Takes what a plain drag on the map would otherwise do, in pixels of the map. */
export interface MapGesture {
  /** Whether the drag beginning here is taken; if not, the map does with it as always. */
  grab(px: number, py: number, event: PointerEvent): boolean;
  drag(px: number, py: number): void;
  drop(px: number, py: number): void;
  cancel(): void;
  /** What the pointer looks like over the map. */
  cursor?: string;
}

/** An open tool. */
export interface ToolView {
  element: HTMLElement;
  /** Draws over the map, each frame. */
  draw?(overlay: Overlay): void;
  /** Takes drags on the map while the tool is open. */
  gesture?: MapGesture;
  /** Called as the tool is closed or the view goes: ends listeners, timers, questions under way. */
  close(): void;
}
