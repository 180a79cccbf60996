import { fetchFloats } from "../data/arrays";
import type { FieldInfo } from "../messages";
import { dimensionName, styleDim } from "./classes";
import type { Group } from "./groups";
import { labelGroups } from "./groups";
import type { Model } from "./model";

/** What items can be selected by: groups with names, or one number an item. */
export interface Field {
  name: string;
  about: string;
  /** The groups of a field whose values have names. */
  groups?(): Promise<Group[]>;
  /** The values of a field of numbers, (count,). */
  numbers?(): Promise<Float32Array>;
}

/** More latent dimensions than this are not offered one by one. */
const MOST_DIMENSIONS = 64;

/** Everything to select by: the label, what else is known of the items, and the latent dimensions. */
export function fieldsOf(model: Model): Field[] {
  const { data, arrays } = model;
  const { fields, count } = data.points;
  const found: Field[] = [];
  if (arrays.labels) {
    found.push({ name: "label", about: "The class of an item.", groups: async () => labelGroups(model) });
  }
  for (const info of fields ?? []) {
    const numbers = () => fetchFloats(info.values, count, `values of ${info.name}`);
    const about = info.kind === "factor" ? "A factor of the data." : "A column of the data.";
    found.push(
      info.names.length > 0
        ? { name: info.name, about, groups: async () => namedGroups(info, await numbers()) }
        : { name: info.name, about, numbers },
    );
  }
  const { dim } = data.latent;
  for (let d = 0; d < Math.min(dim, MOST_DIMENSIONS); d++) {
    const numbers = async () => Float32Array.from({ length: count }, (_, row) => arrays.codes[row * dim + d]);
    const about = d < styleDim(data) ? "A latent dimension." : "The weight of a class in the code.";
    found.push({ name: dimensionName(data, d), about, numbers });
  }
  return found;
}

/** The rows of each named value. */
export function namedGroups({ name, names }: FieldInfo, values: Float32Array): Group[] {
  const rows: number[][] = names.map(() => []);
  values.forEach((value, row) => rows[value]?.push(row));
  return names.map((value, i) => ({ name: `${name}: ${value}`, kind: "label", rows: Int32Array.from(rows[i]) }));
}

/** The rows whose value lies within [low, high]. */
export function rowsWithin(values: Float32Array, low: number, high: number): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < values.length; row++) if (values[row] >= low && values[row] <= high) rows.push(row);
  return Int32Array.from(rows);
}

/** How many values fall into each of `bins` equal parts of their range, and that range; NaN is left out. */
export function histogram(values: Float32Array, bins: number): { counts: Int32Array; low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high)) [low, high] = [0, 1];
  const counts = new Int32Array(bins);
  const scale = high > low ? bins / (high - low) : 0;
  for (const value of values) {
    if (!Number.isNaN(value)) counts[Math.min(Math.floor((value - low) * scale), bins - 1)]++;
  }
  return { counts, low, high };
}
