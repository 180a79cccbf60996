import type { Field } from "./fields";
import { labelGroups, type Group } from "./groups";
import type { Model } from "./model";

/** What a search found: a group, or rows by number. */
export interface Found {
  name: string;
  rows: Int32Array;
}

const MOST_FOUND = 8;

/** The groups of every field with named values: what a search looks through. */
export async function searchable(model: Model, fields: Field[]): Promise<Group[]> {
  const named = await Promise.all(fields.filter(({ name }) => name !== "label").map((field) => field.groups?.() ?? []));
  const labels = labelGroups(model).map((group) => ({ ...group, name: `label: ${group.name}` }));
  return [...labels, ...named.flat()];
}

/** Groups whose name holds the words, whole names first, then rows by number: `12`, `3-40`, `5, 9, 100-120`. */
export function search(groups: Group[], count: number, query: string): Found[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  const rank = ({ name }: Group) => {
    const lower = name.toLowerCase();
    const value = lower.slice(lower.indexOf(": ") + 2);
    if (value === wanted || lower === wanted) return 0;
    return value.startsWith(wanted) ? 1 : lower.includes(wanted) ? 2 : 3;
  };
  const found: Found[] = groups
    .map((group) => ({ group, rank: rank(group) }))
    .filter((each) => each.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_FOUND)
    .map(({ group }) => group);
  const rows = rowNumbers(wanted, count);
  if (rows.length > 0) found.push({ name: rows.length === 1 ? `row ${rows[0]}` : `rows ${wanted}`, rows });
  return found;
}

/** Rows named as numbers and spans with commas between; empty if it is anything else, or no such row exists. */
export function rowNumbers(text: string, count: number): Int32Array {
  const rows = new Set<number>();
  for (const part of text.replace(/^(rows?|no\.?|#)\s*/, "").split(",")) {
    const match = /^\s*#?(\d{1,9})(?:\s*[-–]\s*#?(\d{1,9}))?\s*$/.exec(part);
    if (!match) return new Int32Array(0);
    const first = Number(match[1]);
    const last = Math.min(Number(match[2] ?? match[1]), count - 1);
    for (let row = first; row <= last; row++) rows.add(row);
  }
  return Int32Array.from(rows).sort();
}
