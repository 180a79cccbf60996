import { format, h, setText } from "../../dom/h";
import { Lane } from "../../decode/lane";
import { takesLetters } from "../../map/keys";
import { freeName, type Realm } from "../../state/directions";
import { realmsOf, tableOf } from "../../state/realms";
import type { Bench, Tool, ToolView } from "../tool";
import { Alike } from "./alike";
import { options, picker } from "./picker";
import { Slot, type Source } from "./slot";
import { differenceOf, meanPoint, sumOf, type Known } from "./sum";

/** A − B + C with pictures in slots, and which items of the data answer it best. */
export const arithmetic: Tool = {
  name: "arithmetic",
  label: "Arithmetic",
  help: "A \u2212 B + C: what is to C as A is to B? Fill the three pictures; the data's own answers follow.",
  fits: ({ data }) => data.points.count > 0,
  open: (bench) => new Arithmetic(bench),
};

const ABOUT = { A: "with what shall be added", B: "without it, else like A", C: "what it shall be added to" };
const REALMS_HELP = "Where the sum is taken: in the generator's first activations, or in its noise z";

class Arithmetic implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly slots: Slot[];
  private readonly result = h("canvas", { "aria-hidden": "true" });
  private readonly go: HTMLButtonElement;
  private readonly keep: HTMLButtonElement;
  private readonly share: HTMLInputElement;
  private readonly shareWords = h("output", {}, "1.00");
  private readonly realm = picker("in", REALMS_HELP, "sum-realm", () => this.act(true));
  private readonly alike: Alike;
  private readonly answers = h("p", { class: "gl-hint", hidden: true }, "The data's own answers, the nearest first:");
  private readonly lane: Lane<number, { x: Float32Array; code: Float32Array; share: number }>;
  private readonly stop: () => void;
  private readonly onKey = (event: KeyboardEvent) => this.key(event);

  constructor(private readonly bench: Bench) {
    const { model } = bench;
    this.slots = (["A", "B", "C"] as const).map(
      (letter, i) =>
        new Slot(bench, letter, String(i + 1), ABOUT[letter], (source) => {
          this.fill(i, source).catch(bench.failed);
        }),
    );
    const names = { activations: "the first activations", z: "the noise z" };
    const realms = realmsOf(model);
    options(
      this.realm.list,
      realms.map((value) => ({ value, name: names[value] })),
    );
    this.realm.element.hidden = realms.length === 1;
    const attributes = { type: "button", class: "gl-step", "data-testid": "sum", disabled: true };
    const title = "Go to the result";
    this.go = h("button", { ...attributes, title, "aria-label": title, onclick: () => this.act(true) }, this.result);
    const hint = "Keep A \u2212 B as a direction, to move any point along";
    const keeping = { type: "button", title: hint, disabled: true, "data-testid": "sum-keep" };
    this.keep = h("button", { ...keeping, onclick: () => this.keepDifference() }, "Keep A \u2212 B");
    this.share = this.slider();
    this.alike = new Alike(bench);
    this.lane = new Lane(
      (share) => this.decode(share),
      ({ x, code, share }) => this.show(x, code, share),
      bench.failed,
    );
    const [a, b, c] = this.slots.map(({ element }) => element);
    const answer = h("div", { class: "gl-slot" }, h("b", {}, "result"), this.go, this.keep);
    const sign = (text: string) => h("span", { "aria-hidden": "true" }, text);
    const how = h("label", { class: "gl-radius", title: "How much of A \u2212 B is added to C" }, "how much");
    how.append(this.share, this.shareWords);
    const sum = h("div", { class: "gl-sum" }, a, sign("\u2212"), b, sign("+"), c, sign("="), answer);
    const left = h("div", {}, sum, h("div", { class: "gl-tool-row" }, how, this.realm.element));
    this.element.append(h("div", { class: "gl-sum-area" }, left, h("div", {}, this.answers, this.alike.element)));
    this.stop = model.on((change) => {
      if (change === "pins" || change === "selection" || change === "tags") for (const slot of this.slots) slot.offer();
    });
    window.addEventListener("keydown", this.onKey);
  }

  close(): void {
    this.stop();
    this.lane.close();
    window.removeEventListener("keydown", this.onKey);
  }

  private get chosenRealm(): Realm {
    return this.realm.list.value as Realm;
  }

  /** The three points, null until all slots are filled. */
  private get points(): [Known, Known, Known] | null {
    const [a, b, c] = this.slots.map(({ known }) => known);
    return a && b && c ? [a, b, c] : null;
  }

  private async fill(which: number, source: Source): Promise<void> {
    const { model } = this.bench;
    const point = "rows" in source ? await meanPoint(model, await source.rows(), this.chosenRealm) : source.point;
    const { codes, x } = await model.engine.batch([point]);
    const row = "rows" in source ? -1 : source.row;
    this.slots[which].show({ ...point, code: codes.slice() }, x, 0, row, source.words);
    if (this.points) this.act(true);
  }

  /** Goes where the sum leads: for the moment, or to stay. */
  private act(stay: boolean): void {
    const { points } = this;
    if (!points) return;
    const share = Number(this.share.value);
    setText(this.shareWords, format(share));
    const point = sumOf(...points, share, this.chosenRealm);
    if (stay) this.bench.model.settle(point, "vector");
    else this.bench.model.visit(point);
    this.lane.ask(share);
  }

  private async decode(share: number): Promise<{ x: Float32Array; code: Float32Array; share: number }> {
    const point = sumOf(...this.points!, share, this.chosenRealm);
    const { codes, x } = await this.bench.model.engine.batch([point]);
    return { x, code: codes, share };
  }

  private show(x: Float32Array, code: Float32Array, share: number): void {
    const { model, painter } = this.bench;
    painter.paint(this.result, x, 0, 110);
    this.go.disabled = this.keep.disabled = false;
    this.go.dataset.share = String(share);
    this.answers.hidden = false;
    const but = this.slots.map(({ row }) => row).filter((row) => row >= 0);
    // likeness is looked for where the decoder looks: in a GAN's activations
    const ranked = async () => this.alike.show(await tableOf(model, realmsOf(model)[0]), code, but);
    ranked().catch(this.bench.failed);
  }

  private keepDifference(): void {
    const { points } = this;
    if (!points) return;
    const { model } = this.bench;
    const name = freeName("A \u2212 B", model.directions);
    model.directions.push({ name, ...differenceOf(points[0], points[1], this.chosenRealm) });
    model.changed("directions");
    setText(this.keep, "Kept");
    window.setTimeout(() => setText(this.keep, "Keep A \u2212 B"), 1500);
  }

  private slider(): HTMLInputElement {
    return h("input", {
      type: "range",
      min: 0,
      max: 2,
      step: 0.01,
      value: 1,
      "aria-label": "How much of A \u2212 B is added to C",
      "data-testid": "sum-share",
      oninput: () => this.act(false),
      onchange: () => this.act(true),
    });
  }

  /** 1, 2 and 3 put the item under the pointer into A, B and C, or the point on screen where there is none. */
  private key(event: KeyboardEvent): void {
    const which = ["1", "2", "3"].indexOf(event.key);
    if (which < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (takesLetters(event.composedPath()[0] as HTMLElement)) return;
    const { hoverRow } = this.bench.model;
    this.slots[which].take(hoverRow >= 0 ? "item" : "here", hoverRow);
  }
}
