import { expect, test } from "vitest";
import { normals, seeded } from "../../src/math/normal";
import { change, drawSteady } from "../../src/state/steady";

/** Pictures of four pixels and two kinds: about z[0] = 0 the one fades and the other comes. */
async function torn(codes: Float32Array[]) {
  const x = codes.flatMap(([z]) => {
    const ink = Math.tanh(100 * z);
    return [Math.max(ink, 0), Math.max(-ink, 0), Math.max(ink, 0), 0];
  });
  return { codes: new Float32Array(0), x: Float32Array.from(x) };
}

function prior(uniform: () => number) {
  return () => ({ about: new Float32Array(3), away: normals(3, uniform) });
}

test("draws keep off the seam between two kinds of pictures", async () => {
  const uniform = seeded(4);
  const draws = await drawSteady(prior(uniform), torn, [1, 1, 1], 2000, uniform);
  expect(draws).toHaveLength(2000);
  const faint = ({ x }: { x: Float32Array }) =>
    Array.from({ length: x.length / 4 }, (_, i) => Math.max(x[4 * i], x[4 * i + 1])).filter((ink) => ink < 0.5).length;
  expect(faint(await torn(draws.map(({ away }) => away)))).toBe(0);
  expect(faint(await torn(Array.from({ length: 2000 }, () => normals(3, uniform))))).toBeGreaterThan(3);
});

test("where no picture changes as many are drawn as are asked for, in their order", async () => {
  const blank = async (codes: Float32Array[]) => ({
    codes: new Float32Array(0),
    x: new Float32Array(4 * codes.length),
  });
  let drawn = 0;
  const draw = () => ({ about: Float32Array.of(drawn++), away: new Float32Array(1) });
  const draws = await drawSteady(draw, blank, [1], 7, seeded(1));
  const order = draws.map(({ about }) => about[0]);
  expect(order).toHaveLength(7);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("classes that stand after the nudged numbers are never nudged", async () => {
  const seen: number[] = [];
  const decode = async (codes: Float32Array[]) => {
    seen.push(...codes.map((z) => z[1]));
    return torn(codes);
  };
  await drawSteady(() => ({ about: Float32Array.of(0, 1), away: Float32Array.of(0.3, 0) }), decode, [1], 2, seeded(1));
  expect(new Set(seen)).toEqual(new Set([1]));
});

test("a change is counted a nudge and over the picture's contrast", () => {
  // contrast 0.5; pixels move by 0.3 and by 0 in the one nudge, by 0 and by 0.1 in the other
  const items = Float32Array.of(0, 1, 0.3, 1, 0, 0.9);
  expect(change(items, 2)).toBeCloseTo(Math.sqrt((0.09 + 0.01) / 4) / 0.1 / 0.5001, 5);
});
