import { alongNumber, betweenGroups, orthogonal, type Attribute, type Way } from "../../math/attributes";
import { measure } from "../../state/measure";
import { tableOf } from "../../state/realms";
import type { Realm } from "../../state/directions";
import type { Model } from "../../state/model";
import { restOf, type Choice } from "./choices";

/** Parts of a vector that are left over when it lies in what it was made orthogonal to. */
const NOTHING = 1e-6;

/** What an attribute's direction is asked for: toward one choice, away from another, or from everything else. */
export interface Wanted {
  toward: Choice | null;
  away: Choice | null;
  way: Way;
  realm: Realm;
  /** Kept directions to be orthogonal to. */
  apart: ArrayLike<number>[];
}

/** Works out an attribute's direction from the data; throws a sentence where there is none. */
export async function attributeOf(model: Model, wanted: Wanted): Promise<{ attribute: Attribute; words: string }> {
  const { toward, away, way, realm, apart } = wanted;
  const table = await tableOf(model, realm);
  const { count } = model.data.points;
  let attribute: Attribute;
  let words: string;
  if (toward?.numbers) {
    const values = await toward.numbers();
    const start = performance.now();
    const rows = Int32Array.from(values.keys()).filter((row) => Number.isFinite(values[row]));
    if (rows.length === 0) throw new Error(`No item has a number for ${toward.name}; choose another.`);
    attribute = alongNumber(table, rows, values.length === rows.length ? values : rows.map((row) => values[row]), way);
    measure("genlab.attribute", start);
    words = numberWords(attribute.score);
  } else {
    const [a, b] = await Promise.all([toward?.rows?.(), away?.rows?.()]);
    if (!a && !b) throw new Error("Choose a group on at least one side; the other can be everything else.");
    const start = performance.now();
    const first = a ?? restOf(b!, count);
    const second = b ?? restOf(a!, count);
    if (first.length === 0 || second.length === 0) throw new Error("One of the two groups is empty; choose another.");
    attribute = betweenGroups(table, first, second, way);
    measure("genlab.attribute", start);
    words = `${grouped(first.length)} against ${grouped(second.length)} items. ${groupWords(attribute.score)}`;
  }
  const whole = length(attribute.vector);
  const vector = orthogonal(attribute.vector, apart);
  if (!(whole > 0)) throw new Error("Both lie in the same place, so there is no direction between them.");
  if (length(vector) < NOTHING * whole) {
    throw new Error("Nothing is left of this direction: it is the one that it shall leave alone.");
  }
  if (apart.length > 0) words += ` ${Math.round((100 * length(vector)) / whole)}\u202f% of its length is left.`;
  return { attribute: { vector, score: attribute.score }, words };
}

function groupWords(score: number | null): string {
  if (score === null) return "Too few items to test how well the codes tell them apart.";
  const hardly = score < 0.65 ? " \u2013 the model hardly knows this difference" : "";
  return `Held-out items told apart by a straight cut: ${percent(score)} (chance is 50\u202f%)${hardly}.`;
}

function numberWords(score: number | null): string {
  if (score === null) return "Too few items to test how well the codes tell this number.";
  const hardly = score < 0.1 ? " \u2013 the model hardly knows this number" : "";
  return `Share of its variance that the codes tell, on held-out items: ${percent(Math.max(score, 0))}${hardly}.`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}\u202f%`;
}

function grouped(count: number): string {
  return count.toLocaleString("en");
}

function length(vector: Float64Array): number {
  return Math.hypot(...vector);
}
