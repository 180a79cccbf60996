import { beforeEach, expect, test } from "vitest";
import { Items } from "../../src/data/items";
import { carried } from "../../src/link/carry";
import { Channel, type Member } from "../../src/link/channel";
import type { Model } from "../../src/state/model";
import { plain } from "../../src/state/point";
import { tinyModel } from "../tools/tiny";

function member(model: Model, data = "digits"): Member {
  const items = new Items(model.data, (row, count) => model.decodedRows(row, count));
  return { model, items, data, failed: (error) => expect.unreachable(error.message) };
}

const tiny = () =>
  tinyModel("autoencoder", [
    [0, 0],
    [3, 1],
    [1, 4],
  ]);

let channel: Channel;

beforeEach(() => (channel = new Channel()));

test("two views of equal data are linked by the item, and in every way that fits", () => {
  channel.join(member(tiny()));
  expect(channel.kinds).toEqual(["off"]);
  channel.join(member(tiny()));
  expect(channel.kinds).toEqual(["item", "picture", "z", "off"]);
  expect(channel.kind).toBe("item");
  channel.choose("z");
  expect(channel.kind).toBe("z");
});

test("a choice that fits no longer gives way", () => {
  const [a, b] = [member(tiny()), member(tiny())];
  channel.join(a);
  channel.join(b);
  channel.choose("z");
  channel.leave(b);
  expect(channel.kind).toBe("off");
});

test("by the item a point goes to the other's code of the nearest row, by z to the same numbers", async () => {
  const [a, b] = [member(tiny()), member(tiny())];
  b.model.arrays.codes.set(b.model.arrays.codes.map((value) => value + 100));
  const row = 1;
  const near = plain(a.model.item(row).z.map((value) => value + 1e-3));
  expect((await carried("item", a, b, near))!.z).toEqual(b.model.item(row).z);
  expect((await carried("z", a, b, near))!.z).toEqual(near.z);
  expect(await carried("off", a, b, near)).toBeNull();
});
