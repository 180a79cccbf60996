import { expect, test } from "vitest";
import { Cache } from "../../src/data/cache";
import { Lane } from "../../src/decode/lane";

/** Work that is done when told so. */
function slowWork() {
  const open: { input: number; finish: () => void; fail: () => void }[] = [];
  const work = (input: number) =>
    new Promise<number>((resolve, reject) =>
      open.push({ input, finish: () => resolve(10 * input), fail: () => reject(new Error("no")) }),
    );
  return { open, work };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test("a lane works on one at a time and skips to the latest", async () => {
  const { open, work } = slowWork();
  const done: number[] = [];
  const lane = new Lane(
    work,
    (output) => done.push(output),
    () => {},
  );
  [1, 2, 3, 4].forEach((input) => lane.ask(input));
  expect(open.map(({ input }) => input)).toEqual([1]);
  open[0].finish();
  await settle();
  expect(open.map(({ input }) => input)).toEqual([1, 4]);
  open[1].finish();
  await settle();
  expect(done).toEqual([10, 40]);
});

test("a lane goes on after a failure and is silent once closed", async () => {
  const { open, work } = slowWork();
  const done: number[] = [];
  const failures: string[] = [];
  const lane = new Lane(
    work,
    (output) => done.push(output),
    (error) => failures.push(error.message),
  );
  lane.ask(1);
  open[0].fail();
  await settle();
  lane.ask(2);
  open[1].finish();
  await settle();
  lane.ask(3);
  lane.close();
  open[2].finish();
  await settle();
  expect([failures, done]).toEqual([["no"], [20]]);
});

test("a cache makes once, drops the longest unused and forgets failures", async () => {
  const dropped: number[] = [];
  const cache = new Cache<number>(2, (value) => dropped.push(value));
  cache.get("a", () => 1);
  cache.get("b", () => 2);
  expect(cache.get("a", () => 9)).toBe(1);
  cache.get("c", () => 3);
  expect(dropped).toEqual([2]);
  const promises = new Cache<Promise<number>>(2);
  await expect(promises.get("x", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await settle();
  expect(await promises.get("x", async () => 5)).toBe(5);
});
