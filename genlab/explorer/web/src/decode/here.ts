import type { Point } from "../state/point";
import type { Batch, Decoder, Engine } from "./decoder";

/** Points decoded on the main thread between two frames: few enough not to be felt. */
const AT_ONCE = 16;

/** Decodes points on the main thread, a few a frame. */
export async function decodeHere(decoder: Decoder, enter: Engine["enter"], points: Point[]): Promise<Batch> {
  const made: Batch[] = [];
  for (let start = 0; start < points.length; start += AT_ONCE) {
    if (start > 0) await new Promise((next) => requestAnimationFrame(next));
    const part = points.slice(start, start + AT_ONCE);
    const codes = stack(part.map((point) => point.delta ?? point.z));
    if (enter) {
      const base = await enter(stack(part.map((point) => point.z)), part.length);
      for (let i = 0; i < codes.length; i++) codes[i] += base[i];
    }
    made.push({ codes, x: await decoder.decode(codes, part.length) });
  }
  return { codes: stack(made.map(({ codes }) => codes)), x: stack(made.map(({ x }) => x)) };
}

/** Rows, one after another. */
export function stack(rows: Float32Array[]): Float32Array<ArrayBuffer> {
  const all = new Float32Array(rows.reduce((sum, row) => sum + row.length, 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}
