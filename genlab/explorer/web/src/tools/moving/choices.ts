import { fetchFloats } from "../../data/arrays";
import { groups } from "../../state/groups";
import type { Direction } from "../../state/directions";
import type { Model } from "../../state/model";

/** Something an attribute's direction can be drawn from. */
export interface Choice {
  name: string;
  /** Heading under which it is offered. */
  under: string;
  /** The items that have it. */
  rows?(): Promise<Int32Array>;
  /** Or a number that each item has. */
  numbers?(): Promise<Float32Array>;
  /** Or a direction that was kept. */
  kept?: Direction;
}

/** Everything there is: a person's own selections, the labels, what else is known of the items, kept directions. */
export function choicesOf(model: Model): Choice[] {
  const found: Choice[] = groups(model).map(({ name, kind, rows }) => ({
    name,
    under: kind === "label" ? "Labels" : "Your selections",
    rows: async () => rows,
  }));
  const { fields, count } = model.data.points;
  for (const { name, names, values } of fields) {
    const numbers = () => fetchFloats(values, count, `values of ${name}`);
    names.forEach((value, i) => {
      const rows = async () => rowsWith(await numbers(), i);
      found.push({ name: `${name}: ${value}`, under: name, rows });
    });
    if (names.length === 0) found.push({ name, under: "Numbers that rise", numbers });
  }
  for (const kept of model.directions) found.push({ name: kept.name, under: "Kept directions", kept });
  return found;
}

function rowsWith(values: Float32Array, value: number): Int32Array {
  const rows: number[] = [];
  values.forEach((own, row) => own === value && rows.push(row));
  return Int32Array.from(rows);
}

/** All rows but these. */
export function restOf(rows: Int32Array, count: number): Int32Array {
  const inside = new Uint8Array(count);
  for (const row of rows) inside[row] = 1;
  const rest: number[] = [];
  for (let row = 0; row < count; row++) if (!inside[row]) rest.push(row);
  return Int32Array.from(rest);
}
