import type { Model } from "../../state/model";
import type { Selection } from "../../state/selection";

/** What becomes of the selection when more rows are chosen. */
export type How = "new" | "add" | "subtract" | "within";

export const HOWS: Record<How, { name: string; about: string }> = {
  new: { name: "New", about: "What is chosen next takes the selection's place" },
  add: { name: "Add", about: "What is chosen next is added (also: hold Ctrl)" },
  subtract: { name: "Subtract", about: "What is chosen next is taken away (also: hold Alt)" },
  within: { name: "Within", about: "Only what is chosen next of the selection stays" },
};

/** Combines chosen rows with the selection. */
export function combine(selection: Selection, rows: ArrayLike<number>, how: How): void {
  if (how === "new") selection.set(rows);
  else if (how === "add") selection.add(rows);
  else if (how === "subtract") selection.subtract(rows);
  else selection.narrow(rows);
}

/** The rows among these that can be seen: what is hidden cannot be chosen on the map. */
export function seen({ selection, hidden, plane }: Model, rows: Int32Array): Int32Array {
  const { visible } = selection;
  const { labels } = plane.cloud;
  if (!visible && (hidden.size === 0 || !labels)) return rows;
  return rows.filter((row) => !(visible && !visible[row]) && !(labels && hidden.has(labels[row])));
}
