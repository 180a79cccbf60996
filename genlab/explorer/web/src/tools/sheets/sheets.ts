import { format, h, setText } from "../../dom/h";
import type { Point } from "../../state/point";
import { options, picker } from "../moving/picker";
import type { Bench, Tool, ToolView } from "../tool";
import type { Draw } from "../../state/classes";
import { axesOf, grid, randomDraws, randomSheet, traversals, variations, type Axis } from "./grids";
import { SheetView } from "./sheet";

/** Many small pictures at once: what every dimension does, two of them crossed, random draws, what lies around a point. */
export const sheets: Tool = {
  name: "sheets",
  label: "Sheets",
  help: "Many small pictures at once. Point at one to see it large, press it to go there.",
  fits: () => true,
  open: (bench) => new Sheets(bench),
};

type Kind = "all" | "grid" | "random" | "around";
const KINDS: { value: Kind; name: string }[] = [
  { value: "all", name: "every dimension" },
  { value: "grid", name: "two dimensions crossed" },
  { value: "random", name: "random draws" },
  { value: "around", name: "around this point" },
];
/** Dimensions shown before one asks for all. */
const AT_FIRST = 8;

class Sheets implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly kind = picker("Show", "What the sheet shows", "sheet-kind", () => this.chosen());
  private readonly across = picker("across", "What changes from left to right", "sheet-across", () => this.show());
  private readonly up = picker("up", "What changes from below upwards", "sheet-up", () => this.show());
  private readonly all: HTMLButtonElement;
  private readonly again: HTMLButtonElement;
  private readonly radius: HTMLInputElement;
  private readonly radiusWords = h("output", {});
  private readonly radiusLine: HTMLElement;
  private readonly view: SheetView;
  private readonly stop: () => void;
  private axes: Axis[] = [];
  private drawn: { of: readonly unknown[]; draws: Promise<Draw[]> } = { of: [], draws: Promise.resolve([]) };
  private seed = 1;
  /** How often a sheet was asked for: of those that are still being drawn the last one is shown. */
  private asked = 0;
  private count = AT_FIRST;
  /** The sheet is made from here until one goes elsewhere by another way. */
  private from: Point;

  constructor(private readonly bench: Bench) {
    const { model } = bench;
    this.from = model.settled;
    this.view = new SheetView(bench);
    options(this.kind.list, KINDS);
    const button = (text: string, title: string, testId: string, onclick: () => void) =>
      h("button", { type: "button", title, "data-testid": testId, onclick }, text);
    this.all = button("Show all", "One line for every latent dimension", "sheet-all", () => {
      this.count = Infinity;
      this.show();
    });
    this.again = button("Draw again", "Other random draws", "sheet-again", () => {
      this.seed++;
      this.show();
    });
    const far = Math.sqrt(model.data.latent.dim);
    const help = "How far from the point, in standard deviations";
    this.radius = h("input", { type: "range", min: 0, max: 1.5 * far, step: 0.01, value: far / 2, "aria-label": help });
    this.radius.dataset.testid = "sheet-radius";
    this.radius.oninput = () => this.show();
    this.radiusLine = h("label", { class: "gl-radius", title: help }, "at", this.radius, this.radiusWords);
    const choosing = [this.kind.element, this.across.element, this.up.element, this.radiusLine, this.again, this.all];
    this.element.append(h("div", { class: "gl-tool-row" }, ...choosing), this.view.element);
    this.stop = model.on((change) => {
      if (change === "directions") this.offer();
      if (change === "settled" && model.source !== "sheet") {
        this.from = model.settled;
        this.show();
      }
    });
    this.offer();
    requestAnimationFrame(() => this.element.isConnected && this.chosen()); // when its width is known
  }

  close(): void {
    this.asked++;
    this.stop();
    this.view.close();
  }

  private offer(): void {
    this.axes = axesOf(this.bench.model);
    const named = this.axes.map(({ name }) => ({ value: name, name }));
    const first = this.up.list.options.length === 0;
    options(this.across.list, named);
    options(this.up.list, named);
    if (first) this.up.list.selectedIndex = Math.min(1, named.length - 1);
  }

  private chosen(): void {
    const kind = this.kind.list.value as Kind;
    this.across.element.hidden = this.up.element.hidden = kind !== "grid";
    this.radiusLine.hidden = kind !== "around";
    this.again.hidden = kind !== "random" && kind !== "around";
    this.from = this.bench.model.settled;
    this.show();
  }

  private show(): void {
    const { model } = this.bench;
    this.asked++;
    const kind = this.kind.list.value as Kind;
    this.all.hidden = kind !== "all" || this.axes.length <= this.count;
    if (kind === "all") this.view.show(traversals(this.from, this.axes.slice(0, this.count)));
    else if (kind === "grid") this.view.show(grid(this.from, this.axis(this.across.list), this.axis(this.up.list)));
    else if (kind === "random") void this.showRandom();
    else {
      const radius = Number(this.radius.value);
      setText(this.radiusWords, `${format(radius)} \u03c3`);
      this.view.show(variations(model, this.from, radius, this.seed));
    }
  }

  /** Shows the draws of the seed; each takes a look at every code, or decoding, so they are kept. */
  private async showRandom(): Promise<void> {
    const { model } = this.bench;
    const of = [this.seed, model.keepsOff, model.arrays.codes];
    if (of.some((part, i) => part !== this.drawn.of[i])) this.drawn = { of, draws: randomDraws(model, this.seed) };
    const asked = ++this.asked;
    const draws = await this.drawn.draws;
    if (asked === this.asked) this.view.show(randomSheet(model, draws));
  }

  private axis(list: HTMLSelectElement): Axis {
    return this.axes.find(({ name }) => name === list.value) ?? this.axes[0];
  }
}
