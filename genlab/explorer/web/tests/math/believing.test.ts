/** The cases Python's genlab/latent and genlab/metrics answer alike; its script is tests/latent/make_believing_golden.py. */
import { describe, expect, test } from "vitest";
import golden from "../../../../../tests/golden/believing.json";
import { between, type Ends } from "../../src/math/axes";
import { classVotes, CodeDensity, magnification, nudged, priorDensity } from "../../src/math/fog";
import { discriminants } from "../../src/math/lda";
import { inverse, type Place } from "../../src/math/linearMap";
import { pointFigures, type PointFigures } from "../../src/math/ranks";

const dim = golden.codes[0].length;
const codes = Float32Array.from(golden.codes.flat());
const labels = Int32Array.from(golden.labels);
const rowsOf = (label: number) => golden.labels.flatMap((one, row) => (one === label ? [row] : []));
const ends = (pair: number[]): Ends => [rowsOf(pair[0]), rowsOf(pair[1])];

function expectClose(actual: ArrayLike<number>, expected: number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expect(Math.abs(actual[i] - value)).toBeLessThanOrEqual(1e-5));
}

describe("axes between groups", () => {
  test.each(golden.axes)("up $up", ({ across, up, mean, components, shares, places, at, codes: found }) => {
    const made = between(codes, dim, ends(across), up && ends(up));
    expectClose(made.mean, mean);
    expectClose(made.components, components.flat());
    expectClose(made.shares, shares);
    const map = { dim, k: components.length, mean: made.mean, components: made.components };
    places.forEach((place, i) => expectClose(inverse(map, place as unknown as Place, at, [0, 1]), found[i]));
  });

  test("refuse groups that make no plane", () => {
    expect(() => between(codes, dim, ends([0, 1]), ends([1, 0]))).toThrow("same way");
    expect(() => between(codes, dim, ends([0, 0]), null)).toThrow("no direction");
    expect(() => between(codes, dim, ends([0, 9]), null)).toThrow("empty");
  });
});

test("axes that part classes", () => {
  const made = discriminants(codes, dim, labels);
  expectClose(made.components, golden.discriminants.flat());
  expectClose(made.shares, golden.discriminant_shares);
  expect(() => discriminants(codes, dim, new Int32Array(60))).toThrow("two classes");
});

test("trustworthiness and continuity of every point", () => {
  const judging = pointFigures(
    { rows: codes, dim },
    { rows: Float32Array.from(golden.shown.flat()), dim: 2 },
    golden.n_neighbors,
  );
  let step = judging.next();
  while (!step.done) step = judging.next();
  const { trustworthiness, continuity } = step.value as PointFigures;
  expectClose(trustworthiness, golden.trustworthiness);
  expectClose(continuity, golden.continuity);
});

test("densities", () => {
  const [mean, std] = [new Float32Array(dim), new Float32Array(dim).fill(1)];
  expectClose(
    golden.places.map((place) => priorDensity(place, mean, std)),
    golden.prior_density,
  );
  const density = new CodeDensity(codes, dim);
  expectClose([density.width], [golden.bandwidth]);
  expectClose(
    golden.places.map((place) => density.at(place)),
    golden.code_density,
  );
});

test("magnification", () => {
  const decode = (z: Float32Array) => [...z.map(Math.sin), ...z.map((value) => value * value), z[0] * z[1]];
  const found = golden.places.map((place) => {
    // in double precision, as in Python: what is compared is the formula, not the rounding of a decoder
    const moved = nudged(Float64Array.from(place) as unknown as Float32Array, golden.step);
    return magnification(Float64Array.from(moved.flatMap(decode)) as unknown as Float32Array, 2 * dim + 1, golden.step);
  });
  expectClose(found, golden.magnification);
});

test("votes of the nearest codes", () => {
  const votes = golden.places.map((place) => classVotes(place, codes, dim, labels, golden.voters));
  expect(votes.map(({ label }) => label)).toEqual(golden.vote_labels);
  expectClose(
    votes.map(({ share }) => share),
    golden.vote_shares,
  );
});
