import { expect, test } from "vitest";
import { axesOf, grid, randomDraws, randomSheet, traversals, variations } from "../../src/tools/sheets/grids";
import { tinyModel } from "./tiny";

const codes = Array.from({ length: 12 }, (_, i) => [i, -i]);

test("axes are kept directions, then dimensions by falling effect", () => {
  const model = tinyModel("autoencoder", codes);
  model.directions.push({ name: "smile", realm: "z", vector: Float32Array.of(1, 1) });
  expect(axesOf(model).map(({ name }) => name)).toEqual(["smile", "z 2", "z 1"]);
});

test("a traversal changes its dimension alone, and a kept direction passes through the point", () => {
  const model = tinyModel("autoencoder", codes);
  model.directions.push({ name: "smile", realm: "z", vector: Float32Array.of(1, 1) });
  model.settle(model.pure(Float32Array.of(0.5, 0.25)), "map");
  const { points, columns, names } = traversals(model.settled, axesOf(model));
  expect([points.length, columns, names]).toEqual([27, 9, ["smile", "z 2", "z 1"]]);
  expect([...points[4].z]).toEqual([0.5, 0.25]);
  expect(points.slice(9, 18).every(({ z }) => z[0] === 0.5)).toBe(true);
  expect(points[9].z[1]).toBeLessThan(points[17].z[1]);
});

test("a grid rises to the right and upwards", () => {
  const model = tinyModel("gan", codes);
  const [up, across] = axesOf(model);
  const { points } = grid(model.settled, across, up);
  expect(points.length).toBe(81);
  expect(points[8].z[0]).toBeGreaterThan(points[0].z[0]);
  expect(points[0].z[1]).toBeGreaterThan(points[72].z[1]);
  expect(points[40].delta).toBe(model.settled.delta);
});

test("variations lie at the radius, and keep their directions as it grows", () => {
  const model = tinyModel("autoencoder", codes);
  const [near, far] = [0.5, 2].map((radius) => variations(model, model.settled, radius, 3).points);
  for (const { z } of near) expect(Math.hypot(...z)).toBeCloseTo(0.5, 5);
  expect(far[7].z[0] / near[7].z[0]).toBeCloseTo(4, 4);
  expect([...variations(model, model.settled, 0.5, 4).points[0].z]).not.toEqual([...near[0].z]);
});

test("random draws follow the truncation and repeat by their seed", async () => {
  const model = tinyModel("gan", codes);
  expect([model.canKeepOff, model.keepsOff], "a GAN of points has no choice").toEqual([false, false]);
  const whole = randomSheet(model, await randomDraws(model, 5)).points;
  model.truncation = 0.5;
  randomSheet(model, await randomDraws(model, 5)).points.forEach(({ z }, i) =>
    expect(z[0]).toBeCloseTo(whole[i].z[0] / 2, 6),
  );
});

test("random draws near the data lie along the codes", async () => {
  const model = tinyModel("autoencoder", codes);
  model.keepsOff = true;
  const { points } = randomSheet(model, await randomDraws(model, 5));
  for (const { z } of points) expect(z[1]).toBeCloseTo(-z[0], 5);
  expect(new Set(points.map(({ z }) => z[0])).size).toBeGreaterThan(12);
});
