import { Lane } from "../decode/lane";
import { fetchFloats } from "../data/arrays";
import type { Items } from "../data/items";
import { h, setText } from "../dom/h";
import type { ItemPainter } from "../item/painter";
import type { MapView } from "../map/mapView";
import { normals } from "../math/normal";
import { styleDim } from "../state/classes";
import type { Model } from "../state/model";
import { plain } from "../state/point";

const RESAMPLE_MS = 260;
const SIDE_PX = 72;
/** Width of a map on which the card and the item cannot lie side by side. */
const NARROW_PX = 760;

const SAMPLE = { text: "sample", title: "What the generator makes of this z" };
const ORIGINAL = { text: "original", title: "The item x as it is in the data" };
const COPY = {
  text: "its copy (from\u00a0\u03bc)",
  title: "x\u0302: the encoder makes a code \u03bc of the item, and the decoder makes this of \u03bc",
};
const REDRAWN = {
  text: "another copy (from\u00a0a drawn\u00a0z)",
  title:
    "For a VAE a code is a cloud, not one place: this is decoded from a z drawn from it, anew a few times a second",
};
const DIAMOND = "diamond: the z drawn from there";
const MARKS = `Ellipses: where the code may lie, 1 and 2 \u03c3; ${DIAMOND}`;

/**
 * Beside a hovered data item: the item x, its reconstruction from mu, and for a VAE one from a z drawn from its
 * posterior, drawn anew a few times a second, with the posterior's ellipse on the map.
 */
export class ItemCard {
  readonly element: HTMLElement;
  private readonly title = h("b", {});
  private readonly marks = h("p", { class: "gl-card-marks", hidden: true });
  private readonly canvases: HTMLCanvasElement[];
  private readonly lane: Lane<{ row: number; codes: Float32Array[] }, { row: number; x: Float32Array }>;
  private timer = 0;

  constructor(
    private readonly model: Model,
    private readonly map: MapView,
    private readonly painter: ItemPainter,
    private readonly items: Items,
    private readonly request: () => void,
    private readonly failed: (error: Error) => void,
  ) {
    const drawn = model.data.points.logvar ? [REDRAWN] : [];
    const captions = model.isGan ? [SAMPLE] : [...(items.given ? [ORIGINAL] : []), COPY, ...drawn];
    this.canvases = captions.map(() => h("canvas"));
    const figures = captions.map(({ text, title }, i) =>
      h("figure", { title }, this.canvases[i], h("figcaption", {}, text)),
    );
    this.element = h(
      "div",
      { class: "gl-card", hidden: true, "data-testid": "item-card" },
      this.title,
      h("div", { class: "gl-card-items" }, ...figures),
      this.marks,
    );
    this.lane = new Lane(
      async ({ row, codes }) => {
        const dim = codes[0].length;
        const all = new Float32Array(codes.length * dim);
        codes.forEach((code, i) => all.set(code, i * dim));
        return { row, x: await model.engine.decoder.decode(all, codes.length) };
      },
      ({ row, x }) => this.reconstructed(row, x),
      failed,
    );
    model.on((change) => change === "hover" && this.hovered());
  }

  close(): void {
    clearInterval(this.timer);
    this.lane.close();
  }

  private hovered(): void {
    const row = this.model.hoverRow;
    clearInterval(this.timer);
    this.map.posterior = null;
    this.marks.hidden = true;
    this.element.hidden = row < 0;
    if (row < 0) return;
    const { labelNames } = this.model.data.points;
    const name = labelNames[this.model.arrays.labels?.[row] ?? -1];
    setText(this.title, `${this.model.isGan ? "Sample" : "Data item"} no. ${row}${name ? `, class ${name}` : ""}`);
    this.element.dataset.row = String(row);
    this.keepClear(row);
    this.show(row).catch(this.failed);
  }

  /** Keeps to where the item is not: the other side of the map, or of a narrow one the other end. */
  private keepClear(row: number): void {
    const { xs, ys } = this.map.cloud;
    const { view } = this.map;
    const [px, py] = view.toScreen(xs[row], ys[row]);
    const left = px > view.width / 2;
    const below = view.width < NARROW_PX && py < view.height / 2;
    const { style } = this.element;
    [style.left, style.right] = left ? ["8px", "auto"] : ["auto", "8px"];
    [style.top, style.bottom] = below ? ["auto", "26px"] : ["28px", "auto"];
  }

  private async show(row: number): Promise<void> {
    const { model } = this;
    const item = this.items.peek(row) ?? (await this.items.item(row));
    if (model.hoverRow !== row) return;
    this.painter.paint(this.canvases[0], item, 0, SIDE_PX);
    this.element.dataset.shown = String(row);
    if (model.isGan || !this.items.given) return;
    const mu = model.item(row).z;
    const { logvar, count } = model.data.points;
    if (!logvar) return this.lane.ask({ row, codes: [mu] });
    const style = styleDim(model.data); // the weights of classes have no variance
    const all = await fetchFloats(logvar, count * style, "variances");
    if (model.hoverRow !== row) return;
    const variance = new Float32Array(mu.length);
    variance.set(all.subarray(row * style, (row + 1) * style).map(Math.exp));
    const ellipse = model.plane.shadow(variance);
    this.map.posterior = { ellipse, draw: null };
    setText(this.marks, ellipse ? MARKS : `D${DIAMOND.slice(1)}`);
    this.marks.hidden = false;
    const resample = () => {
      const z = normals(mu.length).map((eps, i) => mu[i] + Math.sqrt(variance[i]) * eps);
      if (this.map.posterior) this.map.posterior.draw = model.plane.place(plain(z));
      this.lane.ask({ row, codes: [mu, z] });
    };
    resample();
    this.timer = window.setInterval(resample, RESAMPLE_MS);
  }

  private reconstructed(row: number, x: Float32Array): void {
    if (this.model.hoverRow !== row) return;
    const size = this.items.size;
    for (let i = 0; (i + 1) * size <= x.length; i++) this.painter.paint(this.canvases[i + 1], x, i * size, SIDE_PX);
    this.request();
  }
}
