import { Lane } from "../decode/lane";
import { h } from "../dom/h";
import type { Items } from "../data/items";
import type { ItemPainter } from "../item/painter";
import type { Model } from "../state/model";
import { Sheet } from "./sheet";

/** What is drawn on the sheet is encoded, placed on the map and decoded as it grows. */
export class DrawPanel {
  readonly element: HTMLElement;
  private readonly sheet: Sheet;
  private readonly seen = h("canvas", { class: "gl-thumb", title: "What the model sees", role: "img", hidden: true });
  private readonly lane: Lane<Float32Array, Float32Array>;
  private dirty = false;
  private ended = false;

  constructor(
    private readonly model: Model,
    private readonly painter: ItemPainter,
    items: Items,
    private readonly request: () => void,
    failed: (error: Error) => void,
  ) {
    const encode = model.engine.encode!;
    this.lane = new Lane(
      async (x) => (await encode(x, 1)).mu,
      (mu) => this.placed(mu),
      failed,
    );
    const changed = (ended: boolean) => this.changed(ended);
    this.sheet = new Sheet(model.data.item, items, "draw", changed, () => this.cleared(), failed);
    this.seen.setAttribute("aria-label", "What the model sees");
    this.element = h(
      "section",
      { class: "gl-panel gl-draw-panel" },
      h("div", { class: "gl-draw-head" }, h("h3", {}, "Draw"), this.sheet.pen),
      this.sheet.element,
      h("div", { class: "gl-draw-tools" }, this.seen, ...this.sheet.controls),
    );
  }

  /** Encodes what is drawn by now; called at each frame. */
  draw(): void {
    if (!this.dirty) return;
    this.dirty = false;
    const x = this.sheet.read();
    if (!x) return;
    this.painter.paint(this.seen, x, 0, 30);
    this.seen.hidden = false;
    this.lane.ask(x);
  }

  clear(): void {
    this.sheet.clear();
  }

  close(): void {
    this.lane.close();
  }

  private placed(mu: Float32Array): void {
    const point = this.model.pure(mu.slice());
    if (this.ended && !this.dirty) this.model.settle(point, "draw");
    else this.model.visit(point);
  }

  private changed(ended: boolean): void {
    this.dirty = true;
    this.ended = ended;
    this.request();
  }

  private cleared(): void {
    this.seen.hidden = true;
    this.dirty = false;
  }
}
