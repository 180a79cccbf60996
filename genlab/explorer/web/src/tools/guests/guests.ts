import { Items } from "../../data/items";
import { h, setText } from "../../dom/h";
import type { Overlay } from "../../map/overlay";
import type { ExplorerData } from "../../messages";
import { plain, type Point } from "../../state/point";
import type { Bench, Tool, ToolView } from "../tool";

/** Samples encoded between two frames. */
const AT_ONCE = 64;
const MOST = 2048;
const RADIUS_PX = 2.6;
const THUMB_PX = 72;
/** How near the cursor a sample is shown. */
const REACH_PX = 14;

/** Lays the samples of a generator of the same kind of items on this map, as this model's encoder sees them. */
export const guests: Tool = {
  name: "guests",
  label: "Two models",
  help: "Lay another model\u2019s samples on this map, where this model\u2019s encoder places them.",
  fits: ({ data, engine }) => data.company !== null && engine.encode !== null,
  open: (bench) => new GuestsView(bench),
};

interface Listed {
  run: string;
  name: string;
  view: string;
}

/** The samples of one model: where this one's encoder places them, and what they are. */
interface Guests {
  points: Point[];
  items: Items;
  name: string;
}

class GuestsView implements ToolView {
  readonly element: HTMLElement;
  private readonly select = h("select", { "aria-label": "Whose samples", "data-testid": "guests-run" });
  private readonly words = h("output", { class: "gl-hint", "data-testid": "guests-words" });
  private readonly near = h("canvas", { class: "gl-thumb", "data-testid": "guests-near", "aria-hidden": "true" });
  private readonly link = h("a", { target: "_top", hidden: true }, "Open the two side by side");
  private readonly ends = new AbortController();
  private listed: Listed[] = [];
  private shown: Guests | null = null;
  private asked = 0;
  private nearRow = -1;

  constructor(private readonly bench: Bench) {
    this.select.onchange = () => this.choose();
    const seen = h("div", { class: "gl-guests-near" }, this.near);
    const row = h("div", { class: "gl-time-row" }, h("label", {}, "Samples of ", this.select), this.words);
    this.element = h("div", { class: "gl-guests" }, h("div", {}, row, this.link), seen);
    this.list().catch(this.failed);
  }

  close(): void {
    this.ends.abort();
    this.shown = null;
    this.bench.request();
  }

  /** Rings over the map, one a sample; the one under the cursor is filled and shown in the panel. */
  draw(overlay: Overlay): void {
    if (!this.shown) return;
    const { context, theme, view } = overlay;
    const { plane, live } = this.bench.model;
    const places = this.shown.points.map((point) => {
      const place = plane.place(point);
      return place && view.toScreen(...place);
    });
    context.beginPath();
    for (const place of places) {
      if (!place) continue;
      context.moveTo(place[0] + RADIUS_PX, place[1]);
      context.arc(place[0], place[1], RADIUS_PX, 0, 2 * Math.PI);
    }
    context.globalAlpha = 0.6; // the data under them are to be seen
    context.lineWidth = theme.scale;
    context.strokeStyle = theme.text;
    context.stroke();
    context.globalAlpha = 1;
    const at = live && plane.place(live);
    this.point(at ? view.toScreen(...at) : null, places, overlay);
  }

  private point(at: [number, number] | null, places: ([number, number] | null)[], { context, theme }: Overlay): void {
    let [row, best] = [-1, REACH_PX];
    places.forEach((place, i) => {
      const distance = at && place ? Math.hypot(place[0] - at[0], place[1] - at[1]) : Infinity;
      if (distance < best) [row, best] = [i, distance];
    });
    const place = places[row];
    if (place) {
      context.beginPath();
      context.arc(place[0], place[1], 2 * RADIUS_PX, 0, 2 * Math.PI);
      context.fillStyle = theme.text;
      context.fill();
    }
    if (row === this.nearRow || row < 0) return;
    this.nearRow = row;
    this.paint(row).catch(this.failed);
  }

  private async paint(row: number): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    const x = await shown.items.item(row);
    if (this.nearRow !== row || this.shown !== shown) return;
    this.bench.painter.paint(this.near, x, 0, THUMB_PX);
    setText(this.words, `${shown.points.length} samples of ${shown.name}; under your hand no. ${row}`);
  }

  private async list(): Promise<void> {
    const response = await fetch(this.bench.model.data.company!, { signal: this.ends.signal });
    if (!response.ok) throw new Error(await response.text());
    this.listed = (await response.json()) as Listed[];
    this.select.replaceChildren(...this.listed.map(({ run, name }) => h("option", { value: run }, name)));
    this.select.disabled = this.listed.length === 0;
    if (this.listed.length === 0) {
      setText(this.words, "There is no generator of such items yet; train a GAN on this data.");
    } else this.choose();
  }

  private choose(): void {
    const listed = this.listed[this.select.selectedIndex];
    this.shown = null;
    this.link.hidden = false;
    this.link.href = `/explore?run=${this.bench.model.data.run.id}&beside=${listed.run}`;
    this.load(listed, ++this.asked).catch(this.failed);
  }

  /** Fetches a model's samples and encodes them, a few a frame. */
  private async load({ name, view }: Listed, mine: number): Promise<void> {
    const { model } = this.bench;
    const response = await fetch(view, { signal: this.ends.signal });
    if (!response.ok) throw new Error(await response.text());
    const data = (await response.json()) as ExplorerData;
    const items = new Items(data, () => Promise.reject(new Error("This model has no samples.")));
    const { blockSize, count } = data.points.items;
    const points: Point[] = [];
    const { dim } = model.data.latent;
    for (let start = 0; start < Math.min(count, MOST); start += AT_ONCE) {
      const block = await items.block(Math.floor(start / blockSize));
      const from = (start % blockSize) * items.size;
      const x = block.slice(from, from + AT_ONCE * items.size);
      const { mu } = await model.engine.encode!(x, x.length / items.size);
      if (mine !== this.asked || this.ends.signal.aborted) return;
      for (let at = 0; at < mu.length; at += dim) points.push(plain(mu.slice(at, at + dim)));
      setText(this.words, `Placing the samples: ${points.length} of ${Math.min(count, MOST)}\u2026`);
      await new Promise((next) => requestAnimationFrame(next));
    }
    this.shown = { points, items, name };
    setText(this.words, `${points.length} samples of ${name}`);
    this.element.dataset.ready = String(points.length);
    this.bench.request();
  }

  private readonly failed = (error: Error) => {
    if (!this.ends.signal.aborted) this.bench.failed(error);
  };
}
