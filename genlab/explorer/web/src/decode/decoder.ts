import type { Point } from "../state/point";

/** Makes items from codes. Two kinds: in the browser (graphs.ts) and over a websocket (socket.ts). */
export interface Decoder {
  /** n codes one after another to n items one after another. */
  decode(codes: Float32Array, n: number): Promise<Float32Array>;
  close(): void;
}

/** Decoding, and where the model has them entering (z to code) and encoding (x to mu, logvar). */
export interface Engine {
  decoder: Decoder;
  enter: ((z: Float32Array, n: number) => Promise<Float32Array>) | null;
  encode: ((x: Float32Array, n: number) => Promise<{ mu: Float32Array; logvar: Float32Array | null }>) | null;
  /** Decodes several points off the main thread where that is possible. */
  batch(points: Point[]): Promise<Batch>;
  /** What the person should know about how decoding happens, or "". */
  note: string;
}

/** Codes and items of several points, one after another. */
export interface Batch {
  codes: Float32Array;
  x: Float32Array;
}
