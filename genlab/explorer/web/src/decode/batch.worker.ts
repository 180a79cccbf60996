/** Decodes strips away from the main thread, so that a grid never holds up the hand on the mouse. */
import { openGraph, type Runtime } from "./ort";

export interface BatchRequest {
  id: number;
  decoder: string;
  enter: string | null;
  runtime: Runtime;
  n: number;
  /** Codes (n, dim), or with `enter` the offsets to add to what z (n, zDim) enters as. */
  codes: Float32Array<ArrayBuffer>;
  z: Float32Array<ArrayBuffer> | null;
}

/** Items (n, …shape) to be encoded. */
export interface EncodeRequest {
  id: number;
  encoder: string;
  runtime: Runtime;
  shape: number[];
  x: Float32Array<ArrayBuffer>;
}

export type BatchReply = { id: number } & (
  | { codes: Float32Array<ArrayBuffer>; x: Float32Array<ArrayBuffer> }
  | { codes: Float32Array<ArrayBuffer> }
  | { error: string }
);

self.onmessage = async ({ data }: MessageEvent<BatchRequest | EncodeRequest>) => {
  let reply: BatchReply;
  const moved: Transferable[] = [];
  try {
    if ("encoder" in data) {
      const encoder = await openGraph(data.encoder, data.runtime);
      const n = data.x.length / data.shape.reduce((a, b) => a * b, 1);
      const codes = (await encoder.run(data.x, [n, ...data.shape])).mu.slice() as Float32Array<ArrayBuffer>;
      (self as unknown as Worker).postMessage({ id: data.id, codes }, [codes.buffer]);
      return;
    }
    const { n, codes, z } = data;
    if (data.enter && z) {
      const enter = await openGraph(data.enter, data.runtime);
      const base = (await enter.run(z, [n, z.length / n])).code;
      for (let i = 0; i < codes.length; i++) codes[i] += base[i];
    }
    const decoder = await openGraph(data.decoder, data.runtime);
    const x = (await decoder.run(codes, [n, codes.length / n])).x as Float32Array<ArrayBuffer>;
    reply = { id: data.id, codes, x };
    moved.push(codes.buffer);
    if (x.buffer !== codes.buffer) moved.push(x.buffer);
  } catch (error) {
    reply = { id: data.id, error: error instanceof Error ? error.message : String(error) };
  }
  (self as unknown as Worker).postMessage(reply, moved);
};
