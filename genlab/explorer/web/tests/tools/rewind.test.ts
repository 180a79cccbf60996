import { expect, test } from "vitest";
import type { Engine } from "../../src/decode/decoder";
import type { Items } from "../../src/data/items";
import type { Change } from "../../src/state/model";
import { plain } from "../../src/state/point";
import { LinearPlane, ownPca } from "../../src/state/linearPlane";
import type { Past } from "../../src/tools/time/past";
import { Rewind } from "../../src/tools/time/rewind";
import { tinyModel } from "./tiny";

const CODES = [
  [0, 0],
  [3, 1],
  [1, 4],
];

function visit(family: "autoencoder" | "gan") {
  const model = tinyModel(family, CODES);
  const other = tinyModel(
    family,
    CODES.map(([u, v]) => [u - 9, v]),
  );
  model.engine.note = "";
  const engine: Engine = { ...other.engine, note: "then" };
  const data = { ...other.data, run: { ...other.data.run, step: 7 } };
  const past: Past = { step: 7, epoch: 1, data, arrays: other.arrays, engine, tsne: null };
  const items = { remade: false } as Items;
  const heard: Change[] = [];
  model.on((change) => heard.push(change));
  const plane = new LinearPlane(ownPca(past.data, past.arrays), [0, 1], null);
  return { model, past, plane, items, heard, rewind: new Rewind(model, items) };
}

test("a moment takes the place of codes, decoder and map in what everybody holds, and the end gives them back", () => {
  const { model, past, plane, heard, rewind } = visit("autoencoder");
  const [arrays, engine, now] = [model.arrays, model.engine, { ...model.arrays }];
  const settled = model.settled.z;
  rewind.to(past, plane);
  expect(model.arrays).toBe(arrays);
  expect(model.engine).toBe(engine);
  expect([...model.arrays.codes]).toEqual([...past.arrays.codes]);
  expect(model.engine.note).toBe("then");
  expect(model.data.run.step).toBe(7);
  expect(model.plane).toBe(plane);
  expect(model.rewound).toBe(true);
  expect([...model.settled.z]).toEqual([...settled]);
  expect(model.settled.z).not.toBe(settled); // another array, or nobody would decode it again
  expect(heard).toEqual(["plane", "time", "pins"]);
  rewind.end();
  expect(model.arrays).toEqual(now);
  expect(model.engine.note).toBe("");
  expect(model.data.run.step).toBe(1);
  expect(model.rewound).toBe(false);
});

test("who settled on a data item follows its code", () => {
  const { model, past, plane, rewind } = visit("autoencoder");
  model.settle(model.item(1), "item");
  model.nearest = { row: 1, distance: 0 };
  rewind.to(past, plane);
  expect([...model.settled.z]).toEqual([-6, 1]);
});

test("a generator's points and samples are worked out anew", () => {
  const { model, past, plane, items, rewind } = visit("gan");
  model.pins.a = { ...model.item(0), code: new Float32Array(3) };
  model.pins.b = plain(new Float32Array(2));
  rewind.to(past, plane);
  expect(model.pins.a.code).toBeNull();
  expect(items.remade).toBe(true);
  rewind.end();
  expect(items.remade).toBe(false);
});
