import type { Model } from "../state/model";
import type { PathPanel } from "../panels/path";
import type { SamplePanel } from "../panels/sample";
import type { MapView } from "./mapView";

const SETTLE_AFTER_MS = 350;
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The map's keys, and those that work anywhere in the view but where one types or presses a control. */
export class Keys {
  private timer = 0;

  constructor(
    root: HTMLElement,
    private readonly model: Model,
    private readonly map: MapView,
    private readonly path: PathPanel,
    private readonly sample: SamplePanel,
  ) {
    map.element.addEventListener("keydown", (event) => this.onMap(event));
    root.addEventListener("keydown", (event) => this.anywhere(event));
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private onMap(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step) this.move(step, event.shiftKey);
    else if (event.key === "+" || event.key === "=") this.map.zoom(1.3);
    else if (event.key === "-") this.map.zoom(1 / 1.3);
    else if (event.key === "0") this.map.reset();
    else return;
    event.preventDefault();
  }

  private anywhere(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (takesLetters(target)) return;
    const pressesItself =
      target instanceof HTMLButtonElement ||
      target.closest("summary") !== null ||
      (target instanceof HTMLInputElement && target.type !== "range");
    const key = event.key.toLowerCase();
    if (key === " " && !pressesItself) this.path.toggle();
    else if (key === "a" || key === "b") this.path.pin(key);
    else if (key === "r") void this.model.random();
    else if (key === "n") this.sample.goToNearest();
    else if (key === "escape") this.escape();
    else return;
    event.preventDefault();
  }

  /** Moves the point a fiftieth of the map, with shift a tenth of that, and settles when the hand rests. */
  private move([dx, dy]: [number, number], fine: boolean): void {
    this.path.halt();
    const { model, map } = this;
    const place = model.plane.place(model.current) ?? model.plane.place(model.settled);
    if (!place) return;
    const stepPx = map.view.height / (fine ? 500 : 50);
    const [px, py] = map.view.toScreen(...place);
    const point = model.under(map.view.toPlace(px + dx * stepPx, py + dy * stepPx));
    if (!point) return;
    model.visit(point);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => model.live === point && model.settle(point, "map"), SETTLE_AFTER_MS);
  }

  /** Comes back from whatever is under way: playing, hovering, a keyboard move. */
  private escape(): void {
    clearTimeout(this.timer);
    this.path.halt();
    this.model.visit(null);
  }
}

/** Whether letters belong to where the cursor is: they choose an option in a list, and are typed in a field. */
export function takesLetters(target: HTMLElement): boolean {
  if (target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && ["text", "search", "number"].includes(target.type);
}
