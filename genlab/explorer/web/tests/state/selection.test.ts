import { expect, test } from "vitest";
import { maskOf, packMask, unpackRows } from "../../src/state/bits";
import { Selection } from "../../src/state/selection";
import { combine } from "../../src/tools/select/how";

function example() {
  let changes = 0;
  const selection = new Selection(20, () => changes++);
  return { selection, changes: () => changes };
}

test("rows are added, taken away, narrowed and turned round", () => {
  const { selection } = example();
  combine(selection, [3, 4, 5], "new");
  combine(selection, [5, 9], "add");
  expect([...selection.rows()]).toEqual([3, 4, 5, 9]);
  combine(selection, [4, 17], "subtract");
  expect([...selection.rows()]).toEqual([3, 5, 9]);
  combine(selection, [9, 3, 11], "within");
  expect([...selection.rows()]).toEqual([3, 9]);
  selection.invert();
  expect(selection.count).toBe(18);
  expect(selection.has(3)).toBe(false);
});

test("rows that do not exist are left out", () => {
  const { selection } = example();
  selection.set([-1, 19, 20, 5000]);
  expect([...selection.rows()]).toEqual([19]);
});

test("a selection that was restored gives the very rows it was restored from", () => {
  const { selection, changes } = example();
  selection.set([1, 2]);
  const before = selection.rows();
  selection.clear();
  selection.restore(before);
  expect(selection.rows()).toBe(before);
  expect(changes()).toBe(3);
});

test("the rest is hidden only while something is selected", () => {
  const { selection } = example();
  selection.setRest("hidden");
  expect(selection.visible).toBeNull();
  selection.set([4]);
  expect(selection.visible?.[4]).toBe(1);
  expect(selection.visible?.[5]).toBe(0);
});

test("a mask travels as base64, eight rows a byte from the lowest bit", () => {
  // analysis/selecting.py reads the same text: tests/analysis/test_selecting.py
  expect(packMask(maskOf([0, 3, 8, 17], 18))).toBe("CQEC");
  expect([...unpackRows("CQEC", 18)]).toEqual([0, 3, 8, 17]);
  expect([...unpackRows("CQEC", 40)]).toEqual([]);
  expect([...unpackRows("%", 18)]).toEqual([]);
});
