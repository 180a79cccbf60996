import type { ItemInfo } from "../../messages";

/**
 * How much one step of a direction changes the item: root mean square over the item's numbers, as a share of its value
 * range, measured around the middle of a strip.
 *
 * @param strip `count` items one after another, from `-reach` to `reach` steps
 */
export function effectOf(strip: ArrayLike<number>, count: number, reach: number, item: ItemInfo): number {
  const size = strip.length / count;
  const middle = (count - 1) / 2;
  const [before, after] = [(middle - 1) * size, (middle + 1) * size];
  const apart = (2 * 2 * reach) / (count - 1);
  let sum = 0;
  for (let i = 0; i < size; i++) sum += (strip[after + i] - strip[before + i]) ** 2;
  return Math.sqrt(sum / size) / apart / (item.max - item.min || 1);
}
