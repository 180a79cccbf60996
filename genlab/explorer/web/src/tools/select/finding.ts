import { h } from "../../dom/h";
import type { Field } from "../../state/fields";
import { groups, type Group } from "../../state/groups";
import { search, searchable } from "../../state/search";
import type { Bench } from "../tool";

/** A field to type in: labels, values of factors, named groups and row numbers, each found one a button. */
export class Finding {
  readonly element: HTMLElement;
  private readonly input = h("input", {
    type: "search",
    placeholder: "label, value, 12, 40-90",
    "aria-label": "Find items by the name of a label or value, or by row number",
    "data-testid": "select-search",
  });
  private readonly found = h("span", { class: "gl-chips", "data-testid": "select-found" });
  private known: Group[] = [];

  constructor(
    private readonly bench: Bench,
    fields: Field[],
    private readonly choose: (rows: Int32Array) => void,
  ) {
    this.element = h("div", { class: "gl-tool-row" }, h("label", { class: "gl-axis" }, "find", this.input), this.found);
    this.input.oninput = () => this.show();
    this.input.onkeydown = (event) => {
      if (event.key === "Enter") this.found.querySelector("button")?.click();
    };
    searchable(bench.model, fields).then((known) => (this.known = known), bench.failed);
  }

  private show(): void {
    const { model } = this.bench;
    const named = groups(model).filter(({ kind }) => kind === "tag");
    const found = search([...this.known, ...named], model.data.points.count, this.input.value);
    const nothing = this.input.value.trim() === "" ? "" : "Nothing of that name, and no such row.";
    this.found.replaceChildren(...found.map(({ name, rows }) => chip(name, rows.length, () => this.choose(rows))));
    if (found.length === 0 && nothing) this.found.append(h("span", { class: "gl-hint" }, nothing));
  }
}

/** A button that stands for a group: its name and how many it has. */
export function chip(name: string, count: number, onclick: () => void): HTMLButtonElement {
  const title = `${name}: ${count.toLocaleString("en")} ${count === 1 ? "item" : "items"}`;
  const words = h("span", { class: "gl-count" }, count.toLocaleString("en"));
  return h("button", { type: "button", class: "gl-chip", title, onclick }, h("b", {}, name), words);
}
