import { format, h, setText } from "../dom/h";
import type { Items } from "../data/items";
import type { ItemPainter } from "../item/painter";
import { confidenceWords } from "../maps/words";
import { norm } from "../math/paths";
import { styleDim } from "../state/classes";
import type { Model } from "../state/model";
import type { Point } from "../state/point";
import { ColumnTable } from "./columns";
import { NearestItem } from "./nearest";

const SIDE_PX = 200;

/** The decoded item, large; where it is; and the data item nearest to it. */
export class SamplePanel {
  readonly element: HTMLElement;
  readonly canvas = h("canvas", { class: "gl-sample", "data-testid": "decoded-sample", role: "img" });
  readonly details: HTMLElement;
  readonly columns: ColumnTable;
  private readonly title = h("h3", {}, "Settled point");
  private readonly coords = h("p", { class: "gl-coords", "data-testid": "coords" });
  private readonly confidence = h("p", { class: "gl-hint", "data-testid": "confidence", hidden: true });
  private readonly nearest: NearestItem;
  private readonly spoken = h("p", { class: "gl-spoken", "aria-live": "polite" });
  private decoded = 0;

  constructor(
    private readonly model: Model,
    private readonly painter: ItemPainter,
    items: Items,
    failed: (error: Error) => void,
  ) {
    this.columns = new ColumnTable(model.data.item, model.isGan ? "nearest sample" : "nearest item");
    this.nearest = new NearestItem(model, painter, items, failed, (item) => this.columns.nearest(item));
    this.element = h("section", { class: "gl-panel gl-sample-panel" }, this.title, this.canvas);
    this.details = h(
      "section",
      { class: "gl-details" },
      this.coords,
      this.confidence,
      this.nearest.element,
      this.spoken,
    );
  }

  goToNearest(): void {
    this.nearest.go();
  }

  close(): void {
    this.nearest.close();
  }

  /** Draws the sample of what is current and says where that is. */
  show(): void {
    const { sample } = this.model;
    if (!sample) return;
    this.painter.paint(this.canvas, sample.x, 0, SIDE_PX);
    this.columns.decoded(sample.x);
    this.canvas.dataset.decoded = String(++this.decoded);
    this.canvas.setAttribute("aria-label", `Decoded ${this.painter.describe(sample.x)}`);
    setText(this.title, this.model.live ? "Under your hand" : "Settled point");
    setText(this.coords, this.describe(sample.point));
    this.vouch(sample.point);
    this.nearest.follow(sample);
  }

  /** Says what the settled point is next to, and has screen readers speak it. */
  settled(): void {
    const { settled } = this.model;
    const nearest = this.nearest.settled();
    if (nearest) setText(this.spoken, `Settled at ${this.describe(settled)}. ${nearest}.`);
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
