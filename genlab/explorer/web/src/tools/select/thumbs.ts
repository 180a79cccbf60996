import { h, setText } from "../../dom/h";
import type { Bench } from "../tool";

const A_PAGE = 24;
/** While a brush paints or a range is dragged, the pictures wait. */
const REST_MS = 90;

/** The selected items as pictures, a page at a time. Each is bound to its row: no filter or map parts them. */
export class Thumbs {
  readonly element: HTMLElement;
  private readonly strip = h("div", { class: "gl-thumbs", "data-testid": "select-thumbs" });
  private readonly words = h("span", { class: "gl-hint" });
  private readonly back: HTMLButtonElement;
  private readonly on: HTMLButtonElement;
  private first = 0;
  private timer = 0;
  private rows: Int32Array = new Int32Array(0);

  constructor(private readonly bench: Bench) {
    const turn = (text: string, title: string, by: number) =>
      h("button", { type: "button", title, "aria-label": title, onclick: () => this.turn(by) }, text);
    this.back = turn("\u2039", "Selected items before these", -A_PAGE);
    this.on = turn("\u203a", "Selected items after these", A_PAGE);
    const head = h("div", { class: "gl-tool-row" }, this.words, this.back, this.on);
    this.element = h("div", { class: "gl-tool-body" }, this.strip, head);
  }

  show(rows: Int32Array): void {
    this.rows = rows;
    this.first = 0;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.draw(), REST_MS);
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private turn(by: number): void {
    this.first = Math.max(0, Math.min(this.first + by, this.rows.length - 1));
    this.draw();
  }

  private draw(): void {
    const { rows, first } = this;
    const shown = Array.from(rows.subarray(first, first + A_PAGE));
    this.element.hidden = rows.length === 0;
    const span = `${(first + 1).toLocaleString("en")}\u2013${(first + shown.length).toLocaleString("en")}`;
    setText(this.words, `Items ${span} of the ${rows.length.toLocaleString("en")} selected, by row`);
    this.back.hidden = this.on.hidden = rows.length <= A_PAGE;
    this.back.disabled = first === 0;
    this.on.disabled = first + A_PAGE >= rows.length;
    const leave = () => this.point(-1);
    this.strip.onmouseleave = leave;
    this.strip.replaceChildren(...shown.map((row) => this.thumb(row)));
  }

  private thumb(row: number): HTMLButtonElement {
    const { model, items, painter, failed } = this.bench;
    const name = model.data.points.labelNames[model.arrays.labels?.[row] ?? -1];
    const title = `Go to ${model.isGan ? "sample" : "item"} no. ${row}${name ? `, class ${name}` : ""}`;
    const canvas = h("canvas", { "aria-hidden": "true" });
    const attributes = { type: "button", class: "gl-step", title, "aria-label": title, "data-row": row };
    const button = h("button", attributes, canvas);
    button.onclick = () => model.settle(model.item(row), "item");
    button.onmouseenter = button.onfocus = () => this.point(row);
    button.onblur = () => this.point(-1);
    items.item(row).then((values) => {
      painter.paint(canvas, values, 0, 44);
      button.dataset.shown = String(row);
    }, failed);
    return button;
  }

  /** Shows on the map where an item lies. */
  private point(row: number): void {
    const { model } = this.bench;
    if (model.hoverRow === row) return;
    model.hoverRow = row;
    model.changed("hover");
    this.bench.request();
  }
}
