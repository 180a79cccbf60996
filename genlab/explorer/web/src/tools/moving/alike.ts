import { format, h } from "../../dom/h";
import { kNearest } from "../../math/neighbors";
import type { Table } from "../../math/attributes";
import type { Bench } from "../tool";

/** Answers shown. */
const MOST = 8;

/** The items whose codes are nearest to the result of a sum: what the data themselves answer, ranked. */
export class Alike {
  readonly element = h("div", { class: "gl-alike", "data-testid": "analogies" });
  private asked = 0;

  constructor(private readonly bench: Bench) {}

  /** @param but rows that are in the sum, and no answers */
  async show(table: Table, code: Float32Array, but: number[]): Promise<void> {
    const mine = ++this.asked;
    const near = kNearest(Float32Array.from(table.values), table.dim, code, MOST + but.length);
    const found = near.rows.map((row, i) => ({ row, distance: Math.sqrt(near.squares[i]) }));
    const answers = found.filter(({ row }) => !but.includes(row)).slice(0, MOST);
    const figures = await Promise.all(answers.map(({ row, distance }) => this.answer(row, distance)));
    if (mine === this.asked) this.element.replaceChildren(...figures);
  }

  private async answer(row: number, distance: number): Promise<HTMLElement> {
    const { model, painter, items } = this.bench;
    const name = model.data.points.labelNames[model.arrays.labels?.[row] ?? -1];
    const canvas = h("canvas", { "aria-hidden": "true" });
    const title = `Go to item no. ${row}${name ? `, class ${name}` : ""}`;
    const onclick = () => model.settle(model.item(row), "item");
    const attributes = { type: "button", class: "gl-step", title, "aria-label": title, "data-row": row, onclick };
    painter.paint(canvas, items.peek(row) ?? (await items.item(row)), 0, 70);
    const caption = h("figcaption", {}, `${name ? `${name}, ` : ""}${format(distance, 1)} away`);
    return h("figure", {}, h("button", attributes, canvas), caption);
  }
}
