import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { History } from "../../src/state/history";
import type { Change, Model } from "../../src/state/model";
import { Pins } from "../../src/state/pins";
import { plain, type Point } from "../../src/state/point";
import { Selection } from "../../src/state/selection";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
vi.stubGlobal("window", globalThis);

/** The parts of a model that a history looks at. */
function example() {
  const listeners = new Set<(change: Change) => void>();
  const changed = (change: Change) => listeners.forEach((listener) => listener(change));
  const model = {
    settled: plain(Float32Array.of(0)),
    pins: new Pins(null, null, "lerp"),
    selection: new Selection(10, () => changed("selection")),
    tags: [],
    changed,
    on: (listener: (change: Change) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settle(point: Point) {
      model.settled = point;
      changed("settled");
    },
  };
  const history = new History(model as unknown as Model, () => undefined);
  const rest = () => vi.advanceTimersByTime(1000);
  return { model, history, rest };
}

test("undo brings back point, pins and selection one by one, redo does them again", () => {
  const { model, history, rest } = example();
  const start = model.settled;
  model.settle(plain(Float32Array.of(1)));
  rest();
  model.selection.set([2, 3]);
  rest();
  model.pins.a = model.settled;
  model.changed("pins");
  rest();
  history.undo();
  expect(model.pins.a).toBeNull();
  history.undo();
  expect(model.selection.count).toBe(0);
  history.undo();
  expect(model.settled).toBe(start);
  expect(history.canUndo).toBe(false);
  for (let i = 0; i < 3; i++) history.redo();
  expect(model.settled.z[0]).toBe(1);
  expect([...model.selection.rows()]).toEqual([2, 3]);
  expect(model.pins.a).toBe(model.settled);
  expect(history.canRedo).toBe(false);
});

test("a drag is one step, however many places it passes", () => {
  const { model, history, rest } = example();
  for (let i = 1; i < 50; i++) {
    model.settle(plain(Float32Array.of(i)));
    vi.advanceTimersByTime(16);
  }
  rest();
  history.undo();
  expect(model.settled.z[0]).toBe(0);
});

test("undo right after a change does not wait for the hand to rest", () => {
  const { model, history } = example();
  model.selection.set([1]);
  history.undo();
  expect(model.selection.count).toBe(0);
  history.redo();
  expect([...model.selection.rows()]).toEqual([1]);
});

test("a new change ends what could be done again", () => {
  const { model, history, rest } = example();
  model.selection.set([1]);
  rest();
  history.undo();
  model.selection.set([2]);
  rest();
  expect(history.canRedo).toBe(false);
  history.undo();
  expect(model.selection.count).toBe(0);
});

test("a point that only learned its code is no step", () => {
  const { model, history, rest } = example();
  model.settled = { ...model.settled, code: Float32Array.of(9) };
  model.changed("settled");
  rest();
  expect(history.canUndo).toBe(false);
});
