import { h, setText } from "../../dom/h";
import { freeName } from "../../state/directions";
import type { Bench, Tool, ToolView } from "../tool";
import { FINDERS, type Finder } from "./finding";
import { Kept } from "./kept";
import { options, picker } from "./picker";
import { Rows, type Shown } from "./rows";

/** Directions found without labels, each with a slider and a strip, the ones that change the sample most first. */
export const found: Tool = {
  name: "directions",
  label: "Directions",
  help: "Directions found for you, the one that changes the sample most first. Drag a slider, or press a picture.",
  fits: (model) => FINDERS.some((finder) => finder.fits(model)),
  open: (bench) => new Found(bench),
};

class Found implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly finders: Finder[];
  private readonly way = picker("Found by", "How directions are found", "found-by", () => this.find());
  private readonly again: HTMLButtonElement;
  private readonly words = h("p", { class: "gl-hint" });
  private readonly rows: Rows;
  private readonly kept: Kept;
  private asked = 0;

  constructor(private readonly bench: Bench) {
    this.rows = new Rows(bench, (shown) => this.keep(shown), true);
    this.kept = new Kept(bench.model, (direction) => this.rows.show([{ ...direction, reach: 3 }]));
    this.finders = FINDERS.filter((finder) => finder.fits(bench.model));
    options(
      this.way.list,
      this.finders.map(({ name, label }) => ({ value: name, name: label })),
    );
    const title = "Find the directions of the point where you are now";
    const onclick = () => this.find();
    this.again = h("button", { type: "button", title, onclick, "data-testid": "found-again" }, "Find again here");
    this.element.append(
      h("div", { class: "gl-tool-row" }, this.way.element, this.again),
      this.words,
      this.rows.element,
      this.kept.element,
    );
    this.find();
  }

  close(): void {
    this.asked++;
    this.rows.close();
    this.kept.close();
  }

  private find(): void {
    const mine = ++this.asked;
    const finder = this.finders.find(({ name }) => name === this.way.list.value)!;
    this.again.hidden = !finder.local;
    setText(this.words, finder.help);
    finder.find(this.bench.model).then(
      (directions) => mine === this.asked && this.rows.show(directions),
      (error: Error) => mine === this.asked && setText(this.words, error.message),
    );
  }

  private keep({ name, realm, vector }: Shown): void {
    const { model } = this.bench;
    model.directions.push({ name: freeName(name, model.directions), realm, vector });
    model.changed("directions");
  }
}
