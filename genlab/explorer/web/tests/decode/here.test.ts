import { expect, test, vi } from "vitest";
import type { Decoder } from "../../src/decode/decoder";
import { decodeHere, stack } from "../../src/decode/here";
import { offset, plain } from "../../src/state/point";

/** Doubles each number of a code; codes have two. */
class Doubling implements Decoder {
  readonly sizes: number[] = [];
  async decode(codes: Float32Array, n: number): Promise<Float32Array> {
    this.sizes.push(n);
    return codes.map((value) => 2 * value);
  }
  close(): void {}
}

vi.stubGlobal("requestAnimationFrame", (next: () => void) => setTimeout(next));

test("many points are decoded in order, a few at a time", async () => {
  const decoder = new Doubling();
  const points = Array.from({ length: 40 }, (_, i) => plain(Float32Array.of(i, -i)));
  const { codes, x } = await decodeHere(decoder, null, points);
  expect(Math.max(...decoder.sizes)).toBeLessThanOrEqual(16);
  expect([...codes]).toEqual(points.flatMap((point) => [...point.z]));
  expect([...x]).toEqual([...codes].map((value) => 2 * value));
});

test("a GAN's points enter and are moved by their offset", async () => {
  const enter = async (z: Float32Array) => z.map((value) => value + 10);
  const point = offset(Float32Array.of(1, 2), Float32Array.of(0.5, 0.25));
  const { codes } = await decodeHere(new Doubling(), enter, [point]);
  expect([...codes]).toEqual([11.5, 12.25]);
});

test("rows of any length are put one after another", () => {
  expect([...stack([Float32Array.of(1), Float32Array.of(2, 3)])]).toEqual([1, 2, 3]);
});
