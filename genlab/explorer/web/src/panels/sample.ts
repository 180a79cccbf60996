import { format, h, setText } from "../dom/h";
import type { Items } from "../data/items";
import type { ItemPainter } from "../item/painter";
import { confidenceWords } from "../maps/words";
import { norm } from "../math/paths";
import { styleDim } from "../state/classes";
import type { Model } from "../state/model";
import type { Point } from "../state/point";

const SIDE_PX = 200;

/** The decoded item, large; where it is; and the data item nearest to where the person settled. */
export class SamplePanel {
  readonly element: HTMLElement;
  readonly canvas = h("canvas", { class: "gl-sample", "data-testid": "decoded-sample", role: "img" });
  readonly details: HTMLElement;
  private readonly title = h("h3", {}, "Settled point");
  private readonly coords = h("p", { class: "gl-coords", "data-testid": "coords" });
  private readonly confidence = h("p", { class: "gl-hint", "data-testid": "confidence", hidden: true });
  private readonly thumb = h("canvas", { class: "gl-thumb", role: "img", "aria-label": "nearest data item" });
  private readonly near = h("span", {});
  private readonly spoken = h("p", { class: "gl-spoken", "aria-live": "polite" });
  private decoded = 0;

  constructor(
    private readonly model: Model,
    private readonly painter: ItemPainter,
    private readonly items: Items,
  ) {
    const go = h(
      "button",
      {
        type: "button",
        title: "Go to the code of the nearest data item (N on the map)",
        onclick: () => this.goToNearest(),
      },
      "Go there",
    );
    this.element = h("section", { class: "gl-panel gl-sample-panel" }, this.title, this.canvas);
    this.details = h(
      "section",
      { class: "gl-details" },
      this.coords,
      this.confidence,
      h("div", { class: "gl-near", "data-testid": "nearest-item" }, this.thumb, this.near, go),
      this.spoken,
    );
  }

  goToNearest(): void {
    if (this.model.nearest.row >= 0) this.model.settle(this.model.item(this.model.nearest.row), "item");
  }

  /** Draws the sample of what is current and says where that is. */
  show(): void {
    const { sample } = this.model;
    if (!sample) return;
    this.painter.paint(this.canvas, sample.x, 0, SIDE_PX);
    this.canvas.dataset.decoded = String(++this.decoded);
    setText(this.title, this.model.live ? "Under your hand" : "Settled point");
    setText(this.coords, this.describe(sample.point));
    this.vouch(sample.point);
  }

  /** Says what the settled point is next to, and has screen readers speak it. */
  async settled(): Promise<void> {
    const { sample, nearest, data, settled } = this.model;
    if (sample) this.canvas.setAttribute("aria-label", `Decoded ${this.painter.describe(sample.x)}`);
    const { row } = nearest;
    if (row < 0) return;
    const name = data.points.labelNames[this.model.arrays.labels?.[row] ?? -1];
    const what = this.model.isGan ? "sample" : "data item";
    const text = `Nearest ${what}: no. ${row}${name ? `, class ${name}` : ""}, distance ${format(nearest.distance)}`;
    setText(this.near, text);
    setText(this.spoken, `Settled at ${this.describe(settled)}. ${text}.`);
    const values = await this.items.item(row);
    if (this.model.nearest.row === row) this.painter.paint(this.thumb, values, 0, 44);
  }

  /** On a map that only guesses between the data: how far it vouches for what is shown. */
  private vouch(point: Point): void {
    const { plane } = this.model;
    this.confidence.hidden = plane.exact;
    setText(this.confidence, confidenceWords(plane.vouch(point)));
  }

  private describe(point: Point): string {
    const { names } = this.model.plane;
    const place = this.model.plane.place(point);
    const short = (name: string) => name.replace(/ \(.*/, "");
    const along = place ? names.flatMap((name, i) => (name ? `${short(name)} ${format(place[i])}` : [])) : [];
    const style = point.z.slice(0, styleDim(this.model.data));
    return [...along, `distance of z from 0: ${format(norm(style))}`].join(", ");
  }
}
