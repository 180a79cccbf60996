import { expect, test } from "vitest";
import { kNearest } from "../../src/math/neighbors";
import { normals, seeded } from "../../src/math/normal";
import { PlaceIndex } from "../../src/math/placeIndex";

test.each([1, 5, 40, 3000])("nearest among %i points are those a full search finds, inside and far outside", (n) => {
  const points = normals(2 * n, seeded(n)).map((value, i) => (i % 3 ? value : 20 + value)); // clumps and gaps
  const index = new PlaceIndex(
    points.filter((_, i) => i % 2 === 0),
    points.filter((_, i) => i % 2 === 1),
  );
  const queries = normals(80, seeded(9)).map((value, i) => value * (i % 5 === 0 ? 300 : 8));
  for (let i = 0; i < 80; i += 2) {
    const [x, y] = queries.subarray(i, i + 2);
    const found = index.nearest(x, y, 9);
    const wanted = kNearest(points, 2, [x, y], 9);
    expect(found.rows).toEqual(wanted.rows);
    wanted.squares.forEach((square, k) => expect(found.squares[k]).toBeCloseTo(square, 5));
  }
});

test("nearest looks no further than it is told to", () => {
  const index = new PlaceIndex(Float32Array.of(0, 10), Float32Array.of(0, 0));
  expect(index.nearest(1, 0, 5, 2).rows).toEqual([0]);
  expect(index.nearest(5, 0, 5, 2).rows).toEqual([]);
});

test("points that all lie in one place or on one line are found", () => {
  const same = new PlaceIndex(new Float32Array(6), new Float32Array(6));
  expect(same.nearest(3, 4, 2)).toEqual({ rows: [0, 1], squares: [25, 25] });
  const line = new PlaceIndex(Float32Array.of(1, 2, 3), new Float32Array(3));
  expect(line.nearest(2.2, 1, 1).rows).toEqual([1]);
});
