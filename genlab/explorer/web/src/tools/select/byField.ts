import { format, h } from "../../dom/h";
import { histogram, rowsWithin, type Field } from "../../state/fields";
import { maskOf } from "../../state/bits";
import type { Bench } from "../tool";
import { chip } from "./finding";
import { combine, type How } from "./how";

const BINS = 40;

/** Selecting by what is known of the items: a list of fields, and the named values or the range of the one chosen. */
export class ByField {
  readonly element: HTMLElement;
  private readonly body = h("span", { class: "gl-chips", "data-testid": "select-values" });
  private asked = 0;

  constructor(
    private readonly bench: Bench,
    fields: Field[],
    private readonly how: () => How,
  ) {
    const list = h("select", { "aria-label": "Select by", "data-testid": "select-field" });
    list.append(...fields.map(({ name, about }, i) => h("option", { value: i, title: about }, name)));
    list.onchange = () => this.show(fields[Number(list.value)]).catch(bench.failed);
    this.element = h("div", { class: "gl-tool-row" }, h("label", { class: "gl-axis" }, "by", list), this.body);
    this.element.hidden = fields.length === 0;
    if (fields.length > 0) this.show(fields[0]).catch(bench.failed);
  }

  private async show(field: Field): Promise<void> {
    const mine = ++this.asked;
    const groups = field.groups && (await field.groups());
    const values = field.numbers && (await field.numbers());
    if (mine !== this.asked) return;
    if (groups) this.body.replaceChildren(...groups.map(({ name, rows }) => this.group(name, rows)));
    else if (values) this.body.replaceChildren(this.range(field.name, values));
  }

  private group(name: string, rows: Int32Array): HTMLButtonElement {
    const value = name.slice(name.indexOf(": ") + 1).trim();
    return chip(value, rows.length, () => combine(this.bench.model.selection, rows, this.how()));
  }

  /** A histogram and two handles that act while they are dragged. */
  private range(name: string, values: Float32Array): HTMLElement {
    const { model } = this.bench;
    const { counts, low, high } = histogram(values, BINS);
    const bars = h("canvas", { width: 12 * BINS, height: 56, "aria-hidden": "true" });
    const words = h("output", {});
    const handle = (which: string, value: number) =>
      h("input", {
        type: "range",
        min: 0,
        max: 1,
        step: 0.005,
        value,
        "aria-label": `${which} ${name}`,
        title: `${which} ${name} that is selected`,
        "data-testid": `select-${which.toLowerCase()}`,
      });
    const [least, most] = [handle("Lowest", 0), handle("Highest", 1)];
    let before: Int32Array | null = null; // what was selected as the drag began
    const at = (share: string) => low + Number(share) * (high - low);
    const show = () => {
      const [from, to] = [at(least.value), at(most.value)];
      words.textContent = `${format(from)} to ${format(to)}`;
      paint(bars, counts, Number(least.value), Number(most.value), this.bench.painter.theme.text);
    };
    const act = () => {
      if (Number(least.value) > Number(most.value)) least.value = most.value;
      before ??= model.selection.rows();
      const rows = rowsWithin(values, at(least.value), at(most.value));
      const chosen = joined(before, rows, this.how(), values.length);
      model.selection.set(chosen);
      show();
    };
    for (const input of [least, most]) {
      input.oninput = act;
      input.onchange = () => (before = null);
    }
    show();
    const handles = h("span", { class: "gl-range-handles" }, least, most);
    return h("span", { class: "gl-range" }, h("span", { class: "gl-range-bars" }, bars, handles), words);
  }
}

/** The rows of both, combined; the first are what was selected. */
function joined(before: Int32Array, rows: Int32Array, how: How, count: number): Int32Array {
  if (how === "new") return rows;
  const mask = maskOf(rows, count);
  if (how === "subtract") return before.filter((row) => !mask[row]);
  if (how === "within") return before.filter((row) => mask[row]);
  return Int32Array.from(new Set([...before, ...rows]));
}

/** Bars of a histogram, those outside the two shares of its width faint. */
function paint(canvas: HTMLCanvasElement, counts: Int32Array, from: number, to: number, color: string): void {
  const context = canvas.getContext("2d")!;
  const { width, height } = canvas;
  const most = Math.max(...counts, 1);
  const wide = width / counts.length;
  context.clearRect(0, 0, width, height);
  context.fillStyle = color;
  counts.forEach((count, i) => {
    const inside = (i + 1) / counts.length > from && i / counts.length < to;
    context.globalAlpha = inside ? 0.85 : 0.25;
    const tall = count > 0 ? Math.max((count / most) * height, 1) : 0;
    context.fillRect(i * wide, height - tall, wide - 2, tall);
  });
}
