import type { Model } from "./model";

/** Data items under one name: what attribute vectors and custom axes are drawn between. */
export interface Group {
  name: string;
  kind: "label" | "tag" | "selection";
  rows: Int32Array;
}

/** Every group there is: the current selection, the tagged ones, and the labels. Empty ones are left out. */
export function groups(model: Model): Group[] {
  const { selection, tags } = model;
  const found: Group[] = selection.count > 0 ? [{ name: "selection", kind: "selection", rows: selection.rows() }] : [];
  for (const { name, rows } of tags) found.push({ name, kind: "tag", rows });
  return [...found, ...labelGroups(model)];
}

/** Every label of the data as a group, in the labels' order. */
export function labelGroups({ data, arrays }: Model): Group[] {
  const { labels } = arrays;
  if (!labels) return [];
  const rows = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const found = rows.get(labels[row]);
    if (found) found.push(row);
    else rows.set(labels[row], [row]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([label, found]) => ({
      name: data.points.labelNames[label] ?? (label < 0 ? "no label" : String(label)),
      kind: "label",
      rows: Int32Array.from(found),
    }));
}
