import { ask, canAsk } from "../../data/ask";
import type { Items } from "../../data/items";
import type { Model } from "../../state/model";

const NEAREST = 3;
/** Samples looked at for the ones most like an item. */
const MOST_SAMPLES = 4096;

/**
 * Codes to begin an item's placing with: the encoder's; of a model without one what a regressor fitted on its own samples
 * says, where there is a server, and the samples most like the item.
 */
export async function guesses(
  model: Model,
  items: Items,
  wanted: Float32Array,
  signal: AbortSignal,
): Promise<Float32Array[]> {
  const { encode } = model.engine;
  if (encode) return [(await encode(wanted, 1)).mu.slice(0, model.data.latent.dim)];
  const near = (await alike(model, items, wanted)).map((row) => model.item(row).z);
  if (!canAsk(model)) return near;
  try {
    const item = Array.from(wanted, (value) => Math.round(1e4 * value) / 1e4);
    const { codes } = await ask<{ codes: number[][] }>(model, "guess", { item }, signal);
    return [Float32Array.from(codes[0]), ...near];
  } catch (error) {
    if (signal.aborted) throw error;
    return near; // the samples are a beginning too
  }
}

/** Rows of the items most like the one that is wanted. */
async function alike(model: Model, items: Items, wanted: Float32Array): Promise<number[]> {
  const { blockSize, count } = model.data.points.items;
  const found: { row: number; square: number }[] = [];
  for (let block = 0; block * blockSize < Math.min(count, MOST_SAMPLES); block++) {
    const values = await items.block(block);
    for (let row = 0; (row + 1) * items.size <= values.length; row++) {
      let square = 0;
      for (let i = 0, at = row * items.size; i < items.size; i++, at++) square += (values[at] - wanted[i]) ** 2;
      found.push({ row: block * blockSize + row, square });
    }
    found.sort((a, b) => a.square - b.square).splice(NEAREST);
  }
  return found.map(({ row }) => row);
}
