import { Cache } from "./cache";

const buffers = new Cache<Promise<ArrayBuffer>>(24);

/** Bytes at an address, fetched once: addresses are content-hashed, so what they name never changes. */
export function fetchBytes(url: string, what: string): Promise<ArrayBuffer> {
  return buffers.get(url, async () => {
    let response: Response;
    try {
      response = await fetch(url);
    } catch {
      throw new Error(`The ${what} could not be fetched: the server did not answer.`);
    }
    if (!response.ok) throw new Error(`The ${what} could not be fetched: the server answered ${response.status}.`);
    return response.arrayBuffer();
  });
}

/** A float32 array of known length; a wrong length is a sentence, not a crooked picture. */
export async function fetchFloats(url: string, length: number, what: string): Promise<Float32Array> {
  const bytes = await fetchBytes(url, what);
  checkLength(bytes, 4 * length, what);
  return new Float32Array(bytes);
}

/** An int32 array of known length. */
export async function fetchInts(url: string, length: number, what: string): Promise<Int32Array> {
  const bytes = await fetchBytes(url, what);
  checkLength(bytes, 4 * length, what);
  return new Int32Array(bytes);
}

function checkLength(bytes: ArrayBuffer, expected: number, what: string): void {
  if (bytes.byteLength === expected) return;
  throw new Error(`The ${what} are damaged: ${bytes.byteLength} bytes came, ${expected} were announced.`);
}
