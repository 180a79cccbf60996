import { describe, expect, test } from "vitest";
import type { ExplorerData } from "../../src/messages";
import { Pins } from "../../src/state/pins";
import { flatten, offset, plain, unflatten } from "../../src/state/point";
import { range, traversal, TRAVERSAL_STEPS } from "../../src/state/traversal";

describe("points as numbers", () => {
  test("a GAN's point comes back from its numbers", () => {
    const point = offset(Float32Array.of(1, 2), Float32Array.of(3, 4, 5));
    expect(unflatten(flatten(point), 2, 3)).toEqual(point);
  });

  test("numbers that do not fit the model are refused", () => {
    expect(unflatten([1, 2], 3, 0)).toBeNull();
    expect(unflatten([1, NaN, 2], 3, 0)).toBeNull();
    expect(unflatten(null, 3, 0)).toBeNull();
  });
});

describe("Pins", () => {
  const a = plain(Float32Array.of(2, 0));
  const b = plain(Float32Array.of(0, 2));

  test("go from A to B over the sphere or straight", () => {
    const pins = new Pins(a, b, "slerp");
    expect([...pins.at(0)!.z]).toEqual([2, 0]);
    expect(pins.at(1)!.z[1]).toBeCloseTo(2);
    expect(Math.hypot(...pins.at(0.5)!.z)).toBeCloseTo(2);
    pins.kind = "lerp";
    expect([...pins.at(0.5)!.z]).toEqual([1, 1]);
  });

  test("a GAN's offset always goes straight", () => {
    const pins = new Pins(offset(a.z, Float32Array.of(0)), offset(b.z, Float32Array.of(4)), "slerp");
    expect([...pins.at(0.25)!.delta!]).toEqual([1]);
  });

  test("lead nowhere with one alone", () => expect(new Pins(a, null, "lerp").at(0.5)).toBeNull());
});

describe("sliders", () => {
  const data = (variational: boolean) =>
    ({
      run: { family: "autoencoder" },
      latent: { dim: 2, classes: [], variational, mean: [1, 0], std: [2, 0.01] },
    }) as unknown as ExplorerData;

  test("range over three deviations of the codes, and of the prior where there is one", () => {
    expect(range(data(false), 0)).toEqual({ low: -5, high: 7 });
    expect(range(data(true), 0)).toEqual({ low: -5, high: 7 });
    expect(range(data(true), 1)).toEqual({ low: -3, high: 3 });
  });

  test("a traversal changes one dimension and nothing else", () => {
    const points = traversal(plain(Float32Array.of(5, 5)), 1, { low: -3, high: 3 });
    expect(points).toHaveLength(TRAVERSAL_STEPS);
    expect(points.every(({ z }) => z[0] === 5)).toBe(true);
    expect(points[3].z[1]).toBeCloseTo(0);
    expect(points[6].z[1]).toBeCloseTo(2.571, 2);
  });
});
