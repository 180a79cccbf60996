import { expect, test } from "vitest";
import { readFrame } from "../../src/live/frames";
import type { LiveHeader } from "../../src/live/messages";

const header: LiveHeader = {
  seq: 4,
  step: 100,
  epoch: 1.5,
  arrays: [
    { name: "samples", dtype: "uint8", shape: [3, 1] },
    { name: "map", dtype: "float32", shape: [2, 2] },
    { name: "map_rows", dtype: "int64", shape: [2] },
    { name: "empty", dtype: "int32", shape: [0] },
  ],
};

function bytes(): ArrayBuffer {
  const parts = [new Uint8Array([1, 2, 255]), new Float32Array([0.5, -1, 2, 3]), new BigInt64Array([-1n, 70000n])];
  return Uint8Array.from(parts.flatMap((part) => [...new Uint8Array(part.buffer)])).buffer;
}

test("a frame is cut into its arrays, though they do not lie on their own boundaries", () => {
  const { arrays } = readFrame(header, bytes());
  expect([...arrays.get("samples")!.values]).toEqual([1, 2, 255]);
  expect([...arrays.get("map")!.values]).toEqual([0.5, -1, 2, 3]);
  expect(arrays.get("map_rows")!.values).toEqual(new Int32Array([-1, 70000]));
  expect(arrays.get("empty")!.values.length).toBe(0);
});

test("a frame of another length than announced is refused in a sentence", () => {
  expect(() => readFrame(header, bytes().slice(1))).toThrow("34 bytes came, 35 were announced");
});
