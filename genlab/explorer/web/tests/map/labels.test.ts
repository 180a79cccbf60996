import { expect, test } from "vitest";
import { spreadLabels } from "../../src/map/labels";

const label = (x: number, y: number) => ({ x, y, width: 40, height: 20 });

test("overlapping labels are pushed apart, others stay where they belong", () => {
  const labels = [label(0, 0), label(10, 4), label(-10, 8), label(200, 0)];
  spreadLabels(labels);
  const ys = labels.slice(0, 3).map(({ y }) => y);
  ys.sort((a, b) => a - b);
  expect(ys[1] - ys[0]).toBeGreaterThan(19);
  expect(ys[2] - ys[1]).toBeGreaterThan(19);
  expect(labels[3]).toEqual(label(200, 0));
  expect(labels.map(({ x }) => x)).toEqual([0, 10, -10, 200]);
});

test("labels that find no room near their place are left out", () => {
  const labels = Array.from({ length: 12 }, (_, i) => label(i, i));
  const shown = spreadLabels(labels);
  expect(shown.length).toBeGreaterThan(2);
  expect(shown.length).toBeLessThan(12);
  const ys = shown.map(({ y }) => y).sort((a, b) => a - b);
  ys.slice(1).forEach((y, i) => expect(y - ys[i]).toBeGreaterThan(19));
});

test("labels leave the places of marks, which stay", () => {
  const mark = { x: 0, y: 0, width: 34, height: 34 };
  const labels = [label(0, -3), label(5, 4), label(200, 0)];
  const shown = spreadLabels(labels, [mark]);
  expect(shown).toHaveLength(3);
  expect(labels[0].y).toBeLessThan(-26);
  expect(labels[1].y).toBeGreaterThan(26);
  expect([labels[2], mark]).toEqual([label(200, 0), { x: 0, y: 0, width: 34, height: 34 }]);
});
