import { describe, expect, test, vi } from "vitest";
import { freeName, stepFrom, type Direction } from "../../src/state/directions";
import { tableOf } from "../../src/state/realms";
import { Aim } from "../../src/tools/moving/aim";
import { attributeOf, type Wanted } from "../../src/tools/moving/attribute";
import { choicesOf, restOf } from "../../src/tools/moving/choices";
import { effectOf } from "../../src/tools/moving/effect";
import { FINDERS } from "../../src/tools/moving/finding";
import { meanPoint, sumOf, type Known } from "../../src/tools/moving/sum";
import { tinyModel } from "./tiny";

const direction = (realm: "z" | "activations", ...vector: number[]): Direction => ({
  name: "d",
  realm,
  vector: Float32Array.from(vector),
});
const grid = Array.from({ length: 40 }, (_, i) => [(i % 2) * 3 + (i % 5) / 10, Math.sin(7 * i)]);
const labels = grid.map((_, i) => i % 2);

describe("steps", () => {
  test("in z leave a GAN's offset, and its code to be worked out", () => {
    const { settled } = tinyModel("gan", grid);
    const moved = stepFrom({ ...settled, delta: Float32Array.of(1, 2, 3) }, direction("z", 1, -1), 2);
    expect([...moved.z]).toEqual([settled.z[0] + 2, settled.z[1] - 2]);
    expect([...moved.delta!]).toEqual([1, 2, 3]);
    expect(moved.code).toBeNull();
  });

  test("in activations move the offset and the code alike, and leave z", () => {
    const { settled } = tinyModel("gan", grid);
    const moved = stepFrom({ ...settled, code: Float32Array.of(5, 5, 5) }, direction("activations", 1, 0, -1), 0.5);
    expect(moved.z).toBe(settled.z);
    expect([...moved.delta!]).toEqual([0.5, 0, -0.5]);
    expect([...moved.code!]).toEqual([5.5, 5, 4.5]);
  });

  test("of several directions add up, and going elsewhere begins anew", () => {
    const model = tinyModel("autoencoder", grid);
    const begun = vi.fn();
    const aim = new Aim(model, begun);
    aim.take([direction("z", 1, 0), direction("z", 0, 1)]);
    aim.settle(0, 2);
    aim.settle(1, -1);
    expect([...model.settled.z]).toEqual([2, -1]);
    expect(model.source).toBe("vector");
    expect(begun).not.toHaveBeenCalled();
    model.settle(model.item(3), "item");
    expect(begun).toHaveBeenCalledOnce();
    expect(aim.steps).toEqual([0, 0]);
    expect(aim.at(0, 1).z[0]).toBeCloseTo(model.settled.z[0] + 1, 6);
    expect(aim.at(0, 1).z[1]).toBe(model.settled.z[1]);
    aim.close();
    model.settle(model.item(4), "item");
    expect(begun).toHaveBeenCalledOnce();
  });

  test("double names are numbered", () => {
    expect(freeName("d", [direction("z", 1)])).toBe("d 2");
    expect(freeName("e", [direction("z", 1)])).toBe("e");
  });
});

describe("attributes", () => {
  const find = async (wanted: object) => {
    const model = tinyModel("autoencoder", grid, labels);
    const [, yes] = choicesOf(model);
    const usual: Wanted = { toward: yes, away: null, way: "means", realm: "z", apart: [] };
    return attributeOf(model, { ...usual, ...wanted });
  };

  test("lead from everything else to a group, and tell how well they are told apart", async () => {
    const { attribute, words } = await find({});
    expect(attribute.vector[0]).toBeGreaterThan(2.9);
    expect(attribute.score).toBe(1);
    expect(words).toContain("20 against 20 items");
    expect(words).toContain("100.0\u202f%");
  });

  test("away from a group is toward everything else", async () => {
    const [to, from] = [
      await find({}),
      await find({ toward: null, away: choicesOf(tinyModel("autoencoder", grid, labels))[0] }),
    ];
    expect([...from.attribute.vector]).toEqual([...to.attribute.vector]);
  });

  test("leave another direction alone, or say that nothing is left", async () => {
    const { attribute, words } = await find({ apart: [[0, 1]] });
    expect(attribute.vector[1]).toBeCloseTo(0, 12);
    expect(words).toMatch(/\d+\u202f% of its length is left/);
    const along = (await find({})).attribute.vector;
    await expect(find({ apart: [along] })).rejects.toThrow("Nothing is left");
  });

  test("need two groups that are not empty and not the same", async () => {
    await expect(find({ toward: null })).rejects.toThrow("at least one side");
    const model = tinyModel("autoencoder", grid, labels);
    const [, yes] = choicesOf(model);
    await expect(find({ toward: yes, away: yes })).rejects.toThrow("same place");
  });

  test("of selections are offered before labels, kept directions last", () => {
    const model = tinyModel("autoencoder", grid, labels);
    model.selection.set([1, 2]);
    model.directions.push(direction("z", 1, 0));
    expect(choicesOf(model).map(({ name }) => name)).toEqual(["selection", "no", "yes", "d"]);
    expect([...restOf(Int32Array.of(0, 2), 4)]).toEqual([1, 3]);
  });
});

describe("sums", () => {
  const known = (z: number[], delta: number[] | null, code: number[]): Known => ({
    z: Float32Array.from(z),
    delta: delta && Float32Array.from(delta),
    code: Float32Array.from(code),
  });
  const at = (...z: number[]) => known(z, null, z);
  const gan = (...z: number[]) => known(z, [0, 0, 0], [z[0], z[1], z[0] + z[1]]);

  test("add the difference to an autoencoder's code", () => {
    expect([...sumOf(at(1, 2), at(0, 1), at(5, 5), 1, "z").z]).toEqual([6, 6]);
    expect([...sumOf(at(1, 2), at(0, 1), at(5, 5), 0, "z").z]).toEqual([5, 5]);
  });

  test("of a GAN's z end on the shell, and begin where C is", () => {
    const [a, b, c] = [gan(1, 2), gan(0, 1), gan(3, 1)];
    expect(Math.hypot(...sumOf(a, b, c, 1, "z").z)).toBeCloseTo(Math.sqrt(2), 6);
    expect([...sumOf(a, b, c, 0, "z").z]).toEqual([3, 1]);
  });

  test("in activations decode as C's code and the difference", async () => {
    const model = tinyModel("gan", grid);
    const sum = sumOf(gan(1, 2), gan(0, 1), gan(3, 1), 1, "activations");
    expect([...(await model.engine.batch([sum])).codes]).toEqual([4, 2, 6]);
  });

  test("means of a GAN's activations decode from their mean, means of z from the shell", async () => {
    const model = tinyModel("gan", grid);
    const rows = Int32Array.of(0, 1, 4);
    const mean = await meanPoint(model, rows, "activations");
    const { values } = await tableOf(model, "activations");
    const expected = [0, 1, 2].map((i) => (values[i] + values[3 + i] + values[12 + i]) / 3);
    [...(await model.engine.batch([mean])).codes].forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
    expect(Math.hypot(...(await meanPoint(model, rows, "z")).z)).toBeCloseTo(Math.sqrt(2), 6);
  });
});

describe("found directions", () => {
  const finder = (name: string) => FINDERS.find((one) => one.name === name)!;

  test("are the map's axes, a deviation long, of what the decoder takes", async () => {
    const spread = (axis: number) => Math.sqrt(grid.reduce((sum, row) => sum + row[axis] ** 2, 0) / grid.length);
    const [first, second] = await finder("pca").find(tinyModel("autoencoder", grid));
    expect([first.vector[0], first.vector[1], second.vector[1]]).toEqual(
      [spread(0), 0, spread(1)].map((value) => Math.fround(value)),
    );
    const [axis] = await finder("ganspace").find(tinyModel("gan", grid));
    expect([axis.realm, axis.vector.length]).toEqual(["activations", 3]);
  });

  test("at a point are where a linear decoder is steepest", async () => {
    const [first, second] = await finder("here").find(tinyModel("gan", grid)); // (u, v) to (u, v, u + v)
    expect(first.vector[0] / first.vector[1]).toBeCloseTo(1, 4);
    expect(second.vector[0] / second.vector[1]).toBeCloseTo(-1, 4);
    expect(first.about).toContain("1.73");
  });

  test("fit the models they are of", () => {
    const fitting = (family: "autoencoder" | "gan") =>
      FINDERS.filter(({ fits }) => fits(tinyModel(family, grid))).map(({ name }) => name);
    expect(fitting("autoencoder")).toEqual(["pca", "here"]);
    expect(fitting("gan")).toEqual(["ganspace", "ganspace-z", "here"]);
  });
});

test("an effect is the change a step, as a share of the value range", () => {
  const strip = Array.from({ length: 9 }, (_, i) => [0.1 * (i - 4), 0]).flat(); // reach 2: 0.2 a step, of one of two numbers
  const item = { modality: "vector", shape: [2], min: -1, max: 1 } as const;
  expect(effectOf(strip, 9, 2, { ...item, shape: [2] })).toBeCloseTo(0.2 / Math.SQRT2 / 2, 6);
});
