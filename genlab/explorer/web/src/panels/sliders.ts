import { format, h, setText } from "../dom/h";
import { columnWords } from "../item/columns";
import type { ItemPainter } from "../item/painter";
import type { Model } from "../state/model";
import { classOf, dimensionName, styleDim, withClass } from "../state/classes";
import { range, traversal, TRAVERSAL_STEPS } from "../state/traversal";

const AT_FIRST = 8;

interface Row {
  dimension: number;
  input: HTMLInputElement;
  output: HTMLOutputElement;
  thumbs: HTMLCanvasElement[];
  element: HTMLElement;
}

/** A slider a latent dimension, the one that changes the item most first, each over a strip of what it does. */
export class Sliders {
  readonly element: HTMLElement;
  private readonly list = h("div", { class: "gl-sliders" });
  private readonly rows: Row[] = [];
  private readonly more: HTMLButtonElement;
  private readonly classes: HTMLButtonElement[];
  private strips = 0;

  constructor(
    private readonly model: Model,
    private readonly painter: ItemPainter,
  ) {
    const { order, dim } = model.data.latent;
    const button = (text: string, title: string, testId: string, onclick: () => void) =>
      h("button", { type: "button", title, "data-testid": testId, onclick }, text);
    this.more = button(`Show all ${dim}`, "Show a slider for every latent dimension", "show-all", () => {
      this.add(order.slice(this.rows.length));
      this.more.hidden = true;
      void this.refreshStrips();
    });
    this.more.hidden = dim <= AT_FIRST;
    const prior = model.data.latent.variational || model.isGan ? "the prior" : "a Gaussian over the codes";
    this.classes = model.data.latent.classes.map((name, i) =>
      button(name, `Go to the class ${name}, all else as it is`, `class-${i}`, () => this.choose(i)),
    );
    const told = this.classes.length > 0;
    this.element = h(
      "section",
      { class: "gl-panel", "aria-label": "Latent dimensions, ordered by how much each changes the decoded item" },
      h(
        "div",
        { class: "gl-sliders-head" },
        button("Reset", model.isGan ? "Go back to the first sample" : `Go to the mean of ${prior}`, "reset", () =>
          model.settle(model.origin(), "reset"),
        ),
        button("Random", "Go to a random draw (R)", "random", () => void model.random()),
        model.canKeepOff ? this.origins(prior) : null,
        this.truncation(),
      ),
      told ? h("div", { class: "gl-told", role: "group", "aria-label": "Class" }, ...this.classes) : null,
      this.list,
      this.more,
    );
    this.add(order.slice(0, AT_FIRST));
  }

  /** Moves the sliders to where the shown point is. */
  draw(): void {
    const { z } = this.model.current;
    for (const { dimension, input, output } of this.rows) {
      const value = z[dimension];
      if (Number(input.value) !== value) input.value = String(value);
      setText(output, format(value));
    }
    const chosen = classOf(z, this.model.data);
    this.classes.forEach((button, i) => button.setAttribute("aria-pressed", String(i === chosen)));
  }

  private choose(chosen: number): void {
    const { model } = this;
    model.settle(model.at(withClass(model.settled.z, model.data, chosen)), "slider");
  }

  /** Decodes what each slider would do from the settled point; a later call takes over. */
  async refreshStrips(): Promise<void> {
    const mine = ++this.strips;
    const { model } = this;
    const size = model.data.item.shape.reduce((a, b) => a * b, 1);
    for (const { dimension, thumbs } of this.rows) {
      const points = traversal(model.settled, dimension, range(model.data, dimension));
      const { x } = await model.engine.batch(points);
      if (mine !== this.strips) return;
      thumbs.forEach((thumb, i) => {
        this.painter.paint(thumb, x, i * size, 26);
        thumb.title = columnWords(x, model.data.item, i * size);
      });
    }
  }

  /** Where random draws come from. */
  private origins(prior: string): HTMLElement {
    const { model } = this;
    const sifted = "Of a hundred draws the few are left out whose picture changes most when its code is nudged. ";
    const [name, title] = model.isGan
      ? [
          "steady",
          "Where random draws come from: where the picture holds still, or from all of the prior. Where a GAN passes " +
            `from one kind of item to another its pictures fade or break. ${sifted}Choosing goes to a draw`,
        ]
      : [
          "near the data",
          "Where random draws come from: near the codes of the data, about one of them and along its neighbours, or " +
            `from ${prior}, which also reaches places where no item lies. ${model.isPicture ? sifted : ""}Choosing ` +
            "goes to a draw",
        ];
    const options = [h("option", { value: "data" }, name), h("option", { value: "prior" }, `from ${prior}`)];
    const select = h("select", { title, "aria-label": title, "data-testid": "draw-from" }, ...options);
    model.on((change) => {
      if (change === "settled") select.value = model.keepsOff ? "data" : "prior";
    });
    select.onchange = () => {
      model.keepsOff = select.value === "data";
      void model.random();
    };
    return select;
  }

  private truncation(): HTMLElement {
    const output = h("output", {}, "1.00");
    const title =
      "Truncation: random draws keep this share of their distance from the mean, or from the item they are near; a fresh draw follows at once";
    const input = h("input", { type: "range", min: 0, max: 1.5, step: 0.01, value: 1, title, "aria-label": title });
    input.dataset.testid = "truncation";
    input.oninput = () => {
      this.model.truncate(Number(input.value));
      setText(output, format(Number(input.value)));
    };
    this.model.on((change) => {
      if (change !== "settled" || Number(input.value) === this.model.truncation) return;
      input.value = String(this.model.truncation);
      setText(output, format(this.model.truncation));
    });
    input.onchange = () => this.model.live && this.model.settle(this.model.live, "random");
    return h("label", { class: "gl-truncation" }, h("span", { title }, "Truncation \u03c8"), input, output);
  }

  private add(dimensions: number[]): void {
    for (const dimension of dimensions) {
      const row = this.row(dimension);
      this.rows.push(row);
      this.list.append(row.element);
    }
    this.draw();
  }

  private row(dimension: number): Row {
    const { low, high } = range(this.model.data, dimension);
    const name = dimensionName(this.model.data, dimension);
    const isClass = dimension >= styleDim(this.model.data);
    const what = isClass ? `Weight of the class ${name}` : `Latent dimension ${dimension + 1}`;
    const title = `${what}; double click puts it back to its mean`;
    const output = h("output", {});
    const input = h("input", {
      type: "range",
      min: low,
      max: high,
      step: "any",
      title,
      "aria-label": title,
      "data-testid": `z-slider-${dimension}`,
      oninput: () => this.model.visit(this.with(dimension, Number(input.value))),
      onchange: () => this.model.settle(this.with(dimension, Number(input.value)), "slider"),
      ondblclick: () => this.model.settle(this.with(dimension, this.model.prior().mean[dimension]), "slider"),
    });
    const thumbs = Array.from({ length: TRAVERSAL_STEPS }, () => h("canvas", { "aria-hidden": "true" }));
    const strip = h("div", { class: "gl-traversal" }, ...thumbs);
    const element = h("div", { class: "gl-slider" }, h("span", {}, name), input, output, strip);
    return { dimension, input, output, thumbs, element };
  }

  private with(dimension: number, value: number) {
    const z = this.model.settled.z.slice();
    z[dimension] = value;
    return this.model.at(z);
  }
}
