import { expect, test } from "vitest";
import { histogram, namedGroups, rowsWithin } from "../../src/state/fields";
import type { Group } from "../../src/state/groups";
import { rowNumbers, search } from "../../src/state/search";

const group = (name: string, ...rows: number[]): Group => ({ name, kind: "label", rows: Int32Array.from(rows) });
const GROUPS = [group("label: 1", 0, 4), group("label: 11", 2), group("glasses: round", 1, 3), group("hat: none", 5)];

test("a label is found by its name before those that only begin so, then the row of that number", () => {
  expect(search(GROUPS, 20, "1").map(({ name }) => name)).toEqual(["label: 1", "label: 11", "row 1"]);
});

test("a value is found by a part of it or of its field, whatever the case", () => {
  expect(search(GROUPS, 20, "Round").map(({ name }) => name)).toEqual(["glasses: round"]);
  expect(search(GROUPS, 20, "glass").map(({ name }) => name)).toEqual(["glasses: round"]);
  expect(search(GROUPS, 20, "beard")).toEqual([]);
});

test.each([
  ["7", [7]],
  ["row 7", [7]],
  ["#7, 9", [7, 9]],
  ["3-6", [3, 4, 5, 6]],
  ["18-400", [18, 19]],
  ["400", []],
  ["three", []],
  ["3, x", []],
])("rows by number: %s", (text, rows) => {
  expect([...rowNumbers(text, 20)]).toEqual(rows);
});

test("the rows of named values, and those within a range with both its ends", () => {
  const values = Float32Array.of(0, 1, 1, 2, 7);
  const groups = namedGroups({ name: "hat", kind: "factor", values: "", names: ["none", "cap", "bowler"] }, values);
  expect(groups.map(({ name, rows }) => [name, [...rows]])).toEqual([
    ["hat: none", [0]],
    ["hat: cap", [1, 2]],
    ["hat: bowler", [3]],
  ]);
  expect([...rowsWithin(values, 1, 2)]).toEqual([1, 2, 3]);
});

test("a histogram counts every number once, the highest in the last part, and leaves NaN out", () => {
  const { counts, low, high } = histogram(Float32Array.of(0, 1, 2, 3, 4, NaN), 4);
  expect([low, high]).toEqual([0, 4]);
  expect([...counts]).toEqual([1, 1, 1, 2]);
  expect([...histogram(Float32Array.of(5, 5), 4).counts]).toEqual([2, 0, 0, 0]);
});
