import { expect, test } from "vitest";
import { Follower, type Clock } from "../../src/state/follower";

/** A clock that stands still but for what a look is said to take, and waits until told that the hand has rested. */
function still(): Clock & { lookMs: number; rest(): void } {
  let now = 0;
  let waiting: (() => void) | null = null;
  const clock = {
    lookMs: 0,
    now: () => (now += clock.lookMs),
    after: (_: number, then: () => void) => {
      waiting = then;
      return () => (waiting = null);
    },
    rest: () => {
      const then = waiting;
      waiting = null;
      then?.();
    },
  };
  return clock;
}

function following(clock: Clock) {
  const said: string[] = [];
  const follower = new Follower<string>(
    (of) => said.push(of),
    () => said.push("late"),
    clock,
  );
  return { follower, said };
}

test("what is quick is looked up for everything that is shown", () => {
  const clock = still();
  const { follower, said } = following(clock);
  clock.lookMs = 1;
  for (const point of ["a", "b", "c"]) follower.follow(point);
  expect(said).toEqual(["a", "b", "c"]);
});

test("what is slow says so at each move and is looked up once the hand rests, for the last point only", () => {
  const clock = still();
  const { follower, said } = following(clock);
  clock.lookMs = 20;
  for (const point of ["a", "b", "c"]) follower.follow(point);
  expect(said).toEqual(["a", "late", "late"]);
  clock.rest();
  expect(said).toEqual(["a", "late", "late", "c"]);
});

test("one look that was held up makes none wait", () => {
  const clock = still();
  const { follower, said } = following(clock);
  for (const [point, lookMs] of [
    ["a", 1],
    ["b", 12],
    ["c", 1],
    ["d", 12],
  ] as const) {
    clock.lookMs = lookMs;
    follower.follow(point);
  }
  expect(said).toEqual(["a", "b", "c", "d"]);
});

test("what has become quick is looked up at once again", () => {
  const clock = still();
  const { follower, said } = following(clock);
  clock.lookMs = 20;
  follower.follow("a");
  clock.lookMs = 1;
  follower.follow("b");
  clock.rest();
  follower.follow("c");
  expect(said).toEqual(["a", "late", "b", "c"]);
});

test("what waits is dropped when it is stopped", () => {
  const clock = still();
  const { follower, said } = following(clock);
  clock.lookMs = 20;
  follower.follow("a");
  follower.follow("b");
  follower.stop();
  clock.rest();
  expect(said).toEqual(["a", "late"]);
});
