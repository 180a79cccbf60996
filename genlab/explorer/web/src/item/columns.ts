import type { ItemInfo } from "../messages";

/** Columns of a table that are named one by one; the rest are counted. */
export const MOST_NAMED = 12;

/** The numbers of the item that begins at `offset`, in the data's own unit, as short text. */
export function columnValues(values: ArrayLike<number>, { columns = [] }: ItemInfo, offset = 0): string[] {
  return columns.map(({ shift, width }, i) => short(values[offset + i] * width + shift));
}

/** An item of a table in words: "height 172.4, weight 70.1 and 3 more"; empty where no column has a name. */
export function columnWords(values: ArrayLike<number>, item: ItemInfo, offset = 0): string {
  const columns = item.columns ?? [];
  const texts = columnValues(values, item, offset);
  const named = columns.slice(0, MOST_NAMED).map(({ name }, i) => `${name} ${texts[i]}`);
  return named.join(", ") + moreWords(item, " and ");
}

/** "and 3 more" of the columns that are not named one by one; empty where all are. */
export function moreWords({ columns = [] }: ItemInfo, before = "and "): string {
  const more = columns.length - MOST_NAMED;
  return more > 0 ? `${before}${more.toLocaleString("en")} more` : "";
}

/** A number of the data in four figures; a year among them has no comma. */
function short(value: number): string {
  if (!Number.isFinite(value)) return "\u2013";
  const size = Math.abs(value);
  const text =
    size >= 1e9 || (size > 0 && size < 1e-4)
      ? value.toExponential(1)
      : Number(value.toPrecision(4)).toLocaleString("en", { maximumSignificantDigits: 4, useGrouping: size >= 1e4 });
  return text.replace("-", "\u2212");
}
