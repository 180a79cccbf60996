import { h, setText } from "../dom/h";
import { columnValues, MOST_NAMED, moreWords } from "../item/columns";
import type { ItemInfo } from "../messages";

/** A table's item by its columns' names: what is decoded, and beside it the nearest item's numbers. */
export class ColumnTable {
  readonly element = h("table", { class: "gl-columns", "data-testid": "columns" });
  private readonly rows: [HTMLElement, HTMLElement][] = [];

  constructor(
    private readonly item: ItemInfo,
    nearest: string,
  ) {
    const columns = item.columns ?? [];
    this.element.hidden = columns.length === 0;
    const head = ["column", "decoded", nearest].map((name) => h("th", { scope: "col" }, name));
    const body = columns.slice(0, MOST_NAMED).map(({ name }) => {
      const cells: [HTMLElement, HTMLElement] = [h("td"), h("td")];
      this.rows.push(cells);
      return h("tr", {}, h("th", { scope: "row" }, name), ...cells);
    });
    const more = moreWords(item);
    this.element.append(
      h("caption", { class: "gl-spoken" }, "The decoded item and the one nearest to it, in the data's own units"),
      h("thead", {}, h("tr", {}, ...head)),
      h("tbody", {}, ...body, more ? h("tr", {}, h("td", { colspan: 3 }, more)) : null),
    );
  }

  decoded(values: ArrayLike<number>): void {
    this.write(0, columnValues(values, this.item));
  }

  /** What is nearest, or that it is not known yet. */
  nearest(values: ArrayLike<number> | null): void {
    this.write(1, values && columnValues(values, this.item));
  }

  private write(side: 0 | 1, texts: string[] | null): void {
    this.rows.forEach((cells, i) => setText(cells[side], texts?.[i] ?? ""));
  }
}
