import { expect, test } from "vitest";
import { Glide, Pace } from "../../src/map/glide";

const cloud = (...xs: number[]) => ({ xs: Float32Array.from(xs), ys: new Float32Array(xs.length), labels: null });

test("points go from where they are seen to their goal at an even pace", () => {
  const from = cloud(0, 10);
  const glide = new Glide(from, cloud(4, 20), 100, 200);
  expect(glide.advance(150)).toBe(true);
  expect([...glide.cloud.xs]).toEqual([1, 12.5]);
  expect(glide.advance(300)).toBe(false);
  expect([...glide.cloud.xs]).toEqual([4, 20]);
  expect([...from.xs]).toEqual([0, 10]);
});

test("a glide lasts as long as frames are apart, within reason", () => {
  const pace = new Pace(80, 500);
  expect([0, 100, 110, 5000].map((now) => pace.next(now))).toEqual([500, 100, 80, 500]);
});
