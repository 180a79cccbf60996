import { format, h, setText } from "../dom/h";
import type { Items } from "../data/items";
import type { ItemPainter } from "../item/painter";
import type { Nearest } from "../math/neighbors";
import { Follower } from "../state/follower";
import type { Model } from "../state/model";
import type { Sample } from "../state/sampler";

const SIDE_PX = 44;
/** Pictures of items come in blocks; those that a hand only passes by are not fetched. */
const REST_MS = 150;

/** The data item nearest to what is shown, under a moving hand too: never one that is of another point. */
export class NearestItem {
  readonly element: HTMLElement;
  private readonly thumb = h("canvas", { class: "gl-thumb", role: "img", "aria-label": "nearest data item" });
  private readonly words = h("span", {});
  private readonly follower: Follower<Sample>;
  private found: Nearest = { row: -1, distance: NaN };
  /** What `found` is of. */
  private of: Sample["point"] | null = null;
  private drawn = -1;
  private timer = 0;

  constructor(
    private readonly model: Model,
    private readonly painter: ItemPainter,
    private readonly items: Items,
    private readonly failed: (error: Error) => void,
    /** Told the item once it is here, and null while another is awaited. */
    private readonly shown: (item: Float32Array | null) => void,
  ) {
    const title = "Go to the code of the nearest data item (N on the map)";
    const go = h("button", { type: "button", title, onclick: () => this.go() }, "Go there");
    this.element = h("div", { class: "gl-near", "data-testid": "nearest-item" }, this.thumb, this.words, go);
    this.follower = new Follower(
      (sample) => this.show(this.model.nearestTo(sample.point.code), sample.point),
      () => this.late(),
    );
    model.on((change) => {
      if (change === "time") [this.of, this.drawn] = [null, -1]; // other codes, and of a GAN other pictures
    });
  }

  go(): void {
    const row = this.of ? this.found.row : this.model.nearest.row;
    if (row >= 0) this.model.settle(this.model.item(row), "item");
  }

  /** Shows the item nearest to a sample, unless it is there already. */
  follow(sample: Sample): void {
    const { z, delta } = sample.point;
    if (this.of?.z === z && this.of.delta === delta) return;
    this.follower.follow(sample);
  }

  /** Shows what was already found for the settled point, and returns the words. */
  settled(): string {
    const { model } = this;
    const { settled, nearest, live } = model;
    if (nearest.row < 0) return "";
    if (!live && settled.code) {
      this.follower.stop();
      this.show(nearest, { ...settled, code: settled.code });
    }
    return this.sentence(nearest);
  }

  close(): void {
    this.follower.stop();
    clearTimeout(this.timer);
  }

  private show(nearest: Nearest, of: Sample["point"]): void {
    this.found = nearest;
    this.of = of;
    delete this.element.dataset.late;
    this.element.dataset.row = String(nearest.row);
    if (nearest.row < 0) return;
    setText(this.words, this.sentence(nearest));
    this.picture(nearest.row);
  }

  /** Nothing is said of an item that belongs to another point than the one shown. */
  private late(): void {
    this.of = null;
    this.element.dataset.late = "";
    this.drawn = -1;
    this.shown(null);
    setText(this.words, `Nearest ${this.what}: found when you hold still`);
  }

  private picture(row: number): void {
    clearTimeout(this.timer);
    if (this.drawn === row) return;
    const item = this.items.peek(row);
    if (item) return this.paint(row, item);
    this.thumb.dataset.awaited = "";
    this.shown(null);
    this.drawn = -1;
    this.timer = window.setTimeout(() => {
      const current = () => this.of !== null && this.found.row === row;
      this.items.item(row).then((fetched) => current() && this.paint(row, fetched), this.failed);
    }, REST_MS);
  }

  private paint(row: number, item: Float32Array): void {
    this.painter.paint(this.thumb, item, 0, SIDE_PX);
    this.shown(item);
    delete this.thumb.dataset.awaited;
    this.drawn = row;
  }

  private sentence({ row, distance }: Nearest): string {
    const name = this.model.data.points.labelNames[this.model.arrays.labels?.[row] ?? -1];
    return `Nearest ${this.what}: no. ${row}${name ? `, class ${name}` : ""}, distance ${format(distance)}`;
  }

  private get what(): string {
    return this.model.isGan ? "sample" : "data item";
  }
}
