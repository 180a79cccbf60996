/** A mask as it travels: eight rows a byte, the first row the lowest bit, in base64. Mirrored by analysis/selecting.py. */
export function packMask(mask: Uint8Array): string {
  const bytes = new Uint8Array(Math.ceil(mask.length / 8));
  for (let row = 0; row < mask.length; row++) if (mask[row]) bytes[row >> 3] |= 1 << (row & 7);
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

/** The rows of a packed mask; empty for what is none, or has another number of rows. */
export function unpackRows(text: string, count: number): Int32Array {
  let bytes: string;
  try {
    bytes = atob(text);
  } catch {
    return new Int32Array(0);
  }
  if (bytes.length !== Math.ceil(count / 8)) return new Int32Array(0);
  const rows: number[] = [];
  for (let row = 0; row < count; row++) if ((bytes.charCodeAt(row >> 3) >> (row & 7)) & 1) rows.push(row);
  return Int32Array.from(rows);
}

/** A mask of rows. */
export function maskOf(rows: ArrayLike<number>, count: number): Uint8Array {
  const mask = new Uint8Array(count);
  for (let i = 0; i < rows.length; i++) mask[rows[i]] = 1;
  return mask;
}
