import { expect, test } from "vitest";
import { columnValues, columnWords, MOST_NAMED } from "../../src/item/columns";
import type { ColumnInfo, ItemInfo } from "../../src/messages";

const item = (columns: ColumnInfo[]): ItemInfo => ({
  modality: "vector",
  shape: [2],
  min: 0,
  max: 1,
  columns,
});
const people = item([
  { name: "height", shift: 170, width: 10 },
  { name: "<b>pay", shift: -40000.5, width: 1 },
]);

test("a table's numbers are said by name, in the data's own unit and four figures", () => {
  expect(columnWords([9, 9, 1.2345, 0], people, 2)).toBe("height 182.3, <b>pay \u221240,000");
  expect(columnValues([-17, 40000.5], people)).toEqual(["0", "0"]);
  expect(columnValues([183.8, 40000.5 + 2008], people)).toEqual(["2008", "2008"]);
});

test("items whose columns have no names are not put in words", () => {
  expect(columnWords([1, 2], { modality: "vector", shape: [2], min: 0, max: 1 })).toBe("");
  expect(columnWords([1, 2], item([]))).toBe("");
});

test("the columns beyond the first are counted", () => {
  const wide = Array.from({ length: MOST_NAMED + 3 }, (_, i) => ({ name: `c${i}`, shift: 0, width: 1 }));
  const words = columnWords(
    wide.map((_, i) => i),
    item(wide),
  );
  expect(words).toMatch(/c11 11 and 3 more$/);
});
