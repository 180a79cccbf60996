import { expect, test } from "vitest";
import { N_NEIGHBORS } from "../../src/math/inverse";
import { normals, seeded } from "../../src/math/normal";
import { norm } from "../../src/math/paths";
import { CodeNeighbors } from "../../src/state/codeNeighbors";
import { NeighborPlane } from "../../src/state/neighborPlane";
import { offset, plain } from "../../src/state/point";

const N = 60;
const DIM = 4;
const table = normals(N * DIM, seeded(1));
const coords = normals(N * 2, seeded(2));
const neighbors = new CodeNeighbors(table, DIM, (code) => code);

function plane(deltaDim = 0, count = N_NEIGHBORS): NeighborPlane {
  const embedding = { coords, spacing: 0.1, neighbors: count, names: ["a", "b"] as const, real: null };
  return new NeighborPlane(embedding, { table, dim: DIM, labels: null, deltaDim, neighbors });
}

test("a map on which only what exists decodes answers with the nearest row everywhere", () => {
  const outputs = plane(0, 1);
  for (const [x, y] of [
    [0.1, 0.2],
    [-0.7, 1.3],
    [2, -2],
  ] as const) {
    const squares = Array.from({ length: N }, (_, i) => (coords[2 * i] - x) ** 2 + (coords[2 * i + 1] - y) ** 2);
    const nearest = squares.indexOf(Math.min(...squares));
    expect([...outputs.under([x, y]).z]).toEqual([...row(nearest)]);
  }
});

const row = (i: number) => table.slice(i * DIM, (i + 1) * DIM);

test("every row's place gives its code, and its code its place", () => {
  const map = plane();
  for (let i = 0; i < N; i++) {
    const place = [coords[2 * i], coords[2 * i + 1]] as const;
    const { z } = map.under(place);
    row(i).forEach((value, k) => expect(z[k]).toBeCloseTo(value, 5));
    map.place(plain(row(i)))!.forEach((value, k) => expect(value).toBeCloseTo(place[k], 5));
    expect(map.confidence(place)).toBeCloseTo(1);
  }
});

test("a point stays where it was asked for, and another map puts it among the codes most like it", () => {
  const asked = plane();
  const point = asked.under([0.3, -0.2]);
  expect(asked.place(point)).toEqual([0.3, -0.2]);
  expect(asked.place({ ...point, code: point.z })).toEqual([0.3, -0.2]);
  const [x, y] = plane().place(point)!;
  expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  expect([x, y]).not.toEqual([0.3, -0.2]);
});

test("the map vouches less the further from the data, and not at all for points from elsewhere", () => {
  const map = plane();
  const far = map.confidence([30, 30]);
  expect(far).toBe(0);
  expect(map.confidence([coords[0] + 0.05, coords[1]])).toBeGreaterThan(0.9);
  expect(map.vouch(map.under([30, 30]))).toBe(0);
  expect(map.vouch(plain(row(3)))).toBeNull();
});

test("a blend of a GAN's codes keeps their length, and starts without an offset", () => {
  const point = plane(3).under([0.1, 0.1]);
  expect([...point.delta!]).toEqual([0, 0, 0]);
  const lengths = Array.from({ length: N }, (_, i) => norm(row(i)));
  expect(norm(point.z)).toBeGreaterThan(Math.min(...lengths));
  expect(plane(3).place(offset(row(1), new Float32Array(3)))).toBeNull(); // its code is not known yet
});
