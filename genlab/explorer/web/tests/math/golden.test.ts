/** The cases Python's genlab/latent answers alike; its script is tests/latent/make_golden.py. */
import { describe, expect, test } from "vitest";
import golden from "../../../../../tests/golden/geometry.json";
import { inverse, type Axes, type LinearMap, type Place, projectGaussian, transform } from "../../src/math/linearMap";
import { blend, confidenceAt, neighborWeights } from "../../src/math/inverse";
import { kNearest } from "../../src/math/neighbors";
import { path, type PathKind, putOnShell, truncate } from "../../src/math/paths";

function expectClose(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(Math.abs(actual[i] - value)).toBeLessThanOrEqual(1e-5));
}

function linearMap(components: number[][], mean: number[]): LinearMap {
  return { dim: mean.length, k: components.length, mean, components: components.flat() };
}

describe("paths", () => {
  test.each(golden.paths)("$kind $name", ({ kind, a, b, codes }) => {
    path(kind as PathKind, a, b, codes.length).forEach((code, i) => expectClose(code, codes[i]));
  });
});

describe("maps", () => {
  test.each(golden.maps)("axes $axes", ({ mean, components, axes, at, coords, places, codes }) => {
    const map = linearMap(components, mean);
    expectClose(transform(map, at), coords);
    places.forEach((place, i) =>
      expectClose(inverse(map, place as unknown as Place, at, axes as unknown as Axes), codes[i]),
    );
  });
});

describe("ellipses", () => {
  test.each(golden.ellipses)("major $major minor $minor", ({ plane, variance, major, minor, angle }) => {
    const shadow = projectGaussian(linearMap(plane, new Array(variance.length).fill(0)), variance, [0, 1]);
    expectClose([shadow.major, shadow.minor, shadow.angle], [major, minor, angle]);
  });
});

test("shell and truncation", () => {
  for (const { z, on_shell } of golden.shells) expectClose(putOnShell(z), on_shell);
  for (const { z, psi, truncated } of golden.truncations) expectClose(truncate(z, psi), truncated);
});

describe("inverses of neighbour maps", () => {
  test.each(golden.inverses)("$name, shell $shell", ({ n_neighbors, shell, spacing, embedding, of, ...at }) => {
    const [table, dim] = [Float32Array.from(embedding.flat()), embedding[0].length];
    at.places.forEach((place, i) => {
      const near = kNearest(table, dim, place, n_neighbors + 1);
      const weights = neighborWeights(near, n_neighbors, spacing);
      expectClose(blend(near.rows, weights, of.flat(), of[0].length, shell), at.codes[i]);
      expectClose([confidenceAt(near.squares[0], spacing)], [at.confidence[i]]);
    });
  });
});
