/** How the live pictures say numbers: thousands set apart by commas. */

/** "1 sample lies", "1,200 samples lie". */
export function outsideWords(count: number): string {
  return count === 1 ? "1 sample lies" : `${count.toLocaleString("en")} samples lie`;
}

/** An epoch with this many decimals. */
export function epochWords(epoch: number, digits = 1): string {
  return epoch.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
