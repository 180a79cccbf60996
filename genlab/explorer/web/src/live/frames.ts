import type { ArrayType, LiveHeader } from "./messages";

export interface LiveArray {
  values: Uint8Array | Float32Array | Int32Array;
  shape: number[];
}

/** One moment of a training: its header, and its arrays by name. */
export interface Frame {
  header: LiveHeader;
  arrays: ReadonlyMap<string, LiveArray>;
}

const BYTES: Record<ArrayType, number> = { uint8: 1, float32: 4, int32: 4, int64: 8 };

/**
 * Cuts a binary frame into the arrays its header announces. int64 becomes int32, for rows and labels are small.
 * @throws Error if the lengths do not agree, in a sentence fit to be shown.
 */
export function readFrame(header: LiveHeader, bytes: ArrayBuffer): Frame {
  const announced = header.arrays.reduce((sum, { dtype, shape }) => sum + BYTES[dtype] * count(shape), 0);
  if (announced !== bytes.byteLength) {
    throw new Error(
      `A picture of the training is damaged: ${bytes.byteLength} bytes came, ${announced} were announced.`,
    );
  }
  const arrays = new Map<string, LiveArray>();
  let start = 0;
  for (const { name, dtype, shape } of header.arrays) {
    const end = start + BYTES[dtype] * count(shape);
    arrays.set(name, { values: typed(dtype, bytes.slice(start, end)), shape }); // a copy, so that it is aligned
    start = end;
  }
  return { header, arrays };
}

function count(shape: number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}

function typed(dtype: ArrayType, bytes: ArrayBuffer): LiveArray["values"] {
  switch (dtype) {
    case "uint8":
      return new Uint8Array(bytes);
    case "float32":
      return new Float32Array(bytes);
    case "int32":
      return new Int32Array(bytes);
    case "int64":
      return Int32Array.from(new BigInt64Array(bytes), Number);
  }
}
