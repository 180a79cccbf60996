import type { Items } from "../../data/items";
import { distance, range } from "../../math/fog";
import type { Maps } from "../../maps/maps";
import { decoderCodes } from "../../maps/laid";
import type { Table } from "../../math/ranks";
import type { Model } from "../../state/model";
import type { PointScale } from "./scale";

/** What points can be coloured by. */
export type MeasureName = "trustworthiness" | "continuity" | "reconstruction";

export interface Measure {
  name: MeasureName;
  label: string;
  about: string;
  unit: string;
  /** In words, from bad to good. */
  words: [string, string, string];
  scale(values: Float32Array): PointScale;
}

export const MEASURES: Measure[] = [
  {
    name: "trustworthiness",
    label: "Trustworthiness",
    about:
      "Whether the points shown beside a point are its neighbours in the space. Low: what looks alike here is not. By Venna and Kaski, point by point.",
    unit: "1 is best",
    words: ["beside strangers", "beside some", "beside its own"],
    scale: shares,
  },
  {
    name: "continuity",
    label: "Continuity",
    about:
      "Whether a point's neighbours in the space are shown beside it. Low: what is alike was torn apart here. By Venna and Kaski, point by point.",
    unit: "1 is best",
    words: ["torn away", "partly torn", "kept together"],
    scale: shares,
  },
  {
    name: "reconstruction",
    label: "Reconstruction error",
    about:
      "How far an item's copy is from the item, root mean square over its numbers. High: the model has no place for it.",
    unit: "RMS of values",
    words: ["copied badly", "middling", "copied well"],
    scale: (values) => {
      const [low, high] = range(values, 0.02);
      return { bad: high, good: low };
    },
  },
];

/** From the worst twentieth, but a little below 1 at least, up to 1. */
function shares(values: Float32Array): PointScale {
  return { bad: Math.min(range(values, 0.02)[0], 0.97), good: 1 };
}

/** Numbers of all items together beyond which they are not fetched to be compared. */
const MOST_NUMBERS = 40_000_000;
/** Items copied at a time, and how many at most. */
const AT_ONCE = 128;

/** What the shown map is a map of, row by row. */
export async function spaceOf(model: Model, maps: Maps, items: Items): Promise<Table> {
  const { data, arrays } = model;
  const { space } = maps.choice;
  if (space === "outputs") {
    const { count } = data.points;
    if (count * items.size > MOST_NUMBERS) {
      throw new Error(`These ${count} items have too many numbers to be compared here; choose a map of codes.`);
    }
    return { rows: await allItems(data.points.items.blockSize, count, items), dim: items.size };
  }
  if (space === "z" || !model.isGan) return { rows: arrays.codes, dim: data.latent.dim };
  return { rows: await decoderCodes(model), dim: data.map.dim };
}

/** Root mean square difference of every item and its copy; `told` hears how far it has come. */
export async function copyErrors(
  model: Model,
  items: Items,
  told: (share: number) => void,
  current: () => boolean,
): Promise<Float32Array | null> {
  const { count } = model.data.points;
  const errors = new Float32Array(count);
  for (let start = 0; start < count; start += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - start) }, (_, i) => start + i);
    const [{ x }, own] = await Promise.all([
      model.engine.batch(rows.map((row) => model.item(row))),
      Promise.all(rows.map((row) => items.item(row))),
    ]);
    if (!current()) return null;
    const { size } = items;
    rows.forEach((row, i) => {
      errors[row] = distance(x.subarray(i * size, (i + 1) * size), own[i], 0, size) / Math.sqrt(size);
    });
    told((start + rows.length) / count);
  }
  return errors;
}

async function allItems(blockSize: number, count: number, items: Items): Promise<Float32Array> {
  const all = new Float32Array(count * items.size);
  for (let first = 0; first < count; first += blockSize) {
    all.set(await items.block(Math.floor(first / blockSize)), first * items.size);
  }
  return all;
}
