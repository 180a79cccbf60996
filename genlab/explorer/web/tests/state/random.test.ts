import { expect, test, vi } from "vitest";
import type { Batch } from "../../src/decode/decoder";
import type { Model } from "../../src/state/model";
import type { Point } from "../../src/state/point";
import { tinyModel } from "../tools/tiny";

const codes = [
  [0, 0],
  [1, 1],
];

/** A GAN of pictures of three pixels; its decoder answers when it is let. */
function slowPictures(): { model: Model; asked: number[]; answer: () => Promise<void> } {
  const model = tinyModel("gan", codes);
  model.data.item.shape = [1, 1, 3];
  model.keepsOff = model.canKeepOff;
  const quick = model.engine.batch;
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  model.engine.batch = (points: Point[]): Promise<Batch> => {
    asked.push(points.length);
    return new Promise((resolve) => waiting.push(() => resolve(quick(points))));
  };
  const answer = async () => {
    for (let i = 0; i < 20; i++) {
      waiting.splice(0).forEach((go) => go());
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  return { model, asked, answer };
}

test("random draws of pictures are looked at a few at a time, and then are there at once", async () => {
  const { model, asked, answer } = slowPictures();
  const first = model.random();
  await answer();
  await first;
  expect(model.source).toBe("random");
  expect(asked).toEqual([45, 45, 45, 45, 45]);
  const { z } = model.settled;
  await model.random();
  expect(model.settled.z).not.toEqual(z);
  expect(asked).toHaveLength(5);
});

test("a draw that comes late leaves alone who has gone elsewhere", async () => {
  const { model, answer } = slowPictures();
  const late = model.random();
  model.settle(model.item(1), "map");
  await answer();
  await late;
  expect([model.source, ...model.settled.z]).toEqual(["map", 1, 1]);
});

test("pressed twice, it goes to one draw; asked for the prior meanwhile, to one of that", async () => {
  const { model, answer } = slowPictures();
  const settled = vi.fn();
  model.on((change) => change === "settled" && settled());
  const pressed = [model.random(), model.random()];
  await answer();
  await Promise.all(pressed);
  expect(settled).toHaveBeenCalledTimes(1);
  const again = slowPictures();
  const late = again.model.random();
  again.model.keepsOff = false;
  await again.model.random();
  const { z } = again.model.settled;
  await again.answer();
  await late;
  expect(again.model.settled.z).toBe(z);
});

test("draws made with another moment's decoder are forgotten", async () => {
  const { model, asked, answer } = slowPictures();
  const late = model.random();
  model.changed("time");
  await answer();
  await late;
  expect(model.source).toBe("reset");
  const next = model.random();
  await answer();
  await next;
  expect(asked).toHaveLength(10);
  expect(model.source).toBe("random");
});

test("what cannot be decoded is drawn all the same", async () => {
  const { model } = slowPictures();
  model.engine.batch = () => Promise.reject(new Error("no decoder"));
  await model.random();
  expect(model.source).toBe("random");
});
