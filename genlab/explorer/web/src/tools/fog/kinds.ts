import { ask, canAsk } from "../../data/ask";
import { encodeInWorker } from "../../decode/batch";
import { stack } from "../../decode/here";
import { decoderCodes } from "../../maps/laid";
import { classVotes, CodeDensity, distance, magnification, nudged, priorDensity } from "../../math/fog";
import { styleDim } from "../../state/classes";
import type { Model } from "../../state/model";
import { offset, plain, type Point } from "../../state/point";

/** What is known of places: a number each, NaN where there is none; or a class and its share of the votes. */
export interface Reading {
  values: Float64Array;
  labels?: Int32Array;
}

/** Reads places, a few at a time. */
export type Reader = (points: Point[]) => Promise<Reading>;

/** One field over the map. */
export interface Kind {
  name: string;
  label: string;
  about: string;
  /** What its numbers are, after the number. */
  unit: string;
  /** Where it lies thick: at low numbers or at high ones; a field of classes has their colours. */
  thick: "low" | "high" | "classes";
  /** Whether its scale is set by the data's own values, so that what is like data is clear. */
  byData: boolean;
  /** How far from the data's values it may lie thickest, so that a long tail does not make all else look clear. */
  reach?: number;
  /** How many places are read at a time. */
  atOnce: number;
  /** Why it cannot be had here, in one sentence, or "". */
  unfit(model: Model): string;
  open(model: Model): Promise<Reader>;
}

/** Codes that densities and votes are made from at most; of more, rows evenly apart. */
const MOST_CODES = 5000;
/** Dimensions of z beyond which a derivative takes too many decodes. */
const MOST_COLUMNS = 32;
const VOTERS = 15;

const needsEncoder = ({ data, engine }: Model) =>
  data.models.encoder && engine.encode ? "" : "This model has no encoder to find a code again with.";

export const KINDS: Kind[] = [
  {
    name: "round-trip",
    label: "Round trip",
    about:
      "Decode the place, encode what came out: how far the code comes back from where it began. Near 0 on the data; " +
      "large where the decoder makes what it never learned.",
    unit: "σ of the codes",
    thick: "high",
    byData: true,
    atOnce: 64,
    unfit: needsEncoder,
    open: async (model) => {
      const { dim, std } = model.data.latent;
      const spread = Math.sqrt(std.reduce((sum, value) => sum + value * value, 0) / dim) || 1;
      return async (points) => {
        const { x } = await model.engine.batch(points);
        const back = await encode(model, x, points.length);
        return values(points, (point, i) => distance(point.z, back.subarray(i * dim, (i + 1) * dim), 0, dim) / spread);
      };
    },
  },
  {
    name: "codes",
    label: "Density of the codes",
    about:
      "How densely the data's codes lie here: a smooth bump on every code. 0 is a typical code; each 2.3 nats less is ten times thinner.",
    unit: "nats",
    thick: "low",
    byData: true,
    reach: 14,
    atOnce: 64,
    unfit: () => "",
    open: async (model) => {
      const { dim } = model.data.map;
      const density = new CodeDensity(thinned(await decoderCodes(model), dim), dim);
      return async (points) => {
        const codes = await codesOf(model, points);
        return values(points, (_, i) => density.at(codes.subarray(i * dim, (i + 1) * dim)));
      };
    },
  },
  {
    name: "prior",
    label: "Density of the prior",
    about:
      "How likely a random draw comes from here: 0 at the middle of the prior. An autoencoder without a prior is judged " +
      "by the Gaussian of its codes.",
    unit: "nats",
    thick: "low",
    byData: true,
    atOnce: 4096,
    unfit: (model) =>
      model.isGan && model.plane.exact && movesOffset(model)
        ? "On a map of activations z stays as it is; choose the map of codes z."
        : "",
    open: async (model) => {
      const { mean, std } = model.prior();
      const style = styleDim(model.data);
      return async (points) => values(points, ({ z }) => priorDensity(z.subarray(0, style), mean, std));
    },
  },
  {
    name: "magnification",
    label: "Magnification",
    about:
      "How much room in the space of items a unit of room around the code takes: log10 of √det JᵀJ, J the decoder's " +
      "derivative. High where a small step changes much, as on borders between kinds; low where nothing happens.",
    unit: "log10",
    thick: "high",
    byData: false,
    atOnce: 8,
    unfit: ({ data }) =>
      data.latent.dim > MOST_COLUMNS
        ? `The decoder's derivative has ${data.latent.dim} columns here; up to ${MOST_COLUMNS} are worked out.`
        : "",
    open: async (model) => async (points) => {
      const moved = points.flatMap(({ z, delta }) =>
        nudged(z).map((near) => (delta ? offset(near, delta) : plain(near))),
      );
      const { x } = await model.engine.batch(moved);
      const size = x.length / moved.length;
      const each = (model.data.latent.dim + 1) * size;
      return values(points, (_, i) => magnification(x.subarray(i * each, (i + 1) * each), size));
    },
  },
  {
    name: "reconstruction",
    label: "Reconstruction error",
    about:
      "Decode the place, then encode and decode that again: how far the copy is from its original, root mean square over " +
      "its numbers. High where the model cannot copy its own product.",
    unit: "RMS of values",
    thick: "high",
    byData: true,
    atOnce: 64,
    unfit: needsEncoder,
    open: async (model) => {
      const { dim } = model.data.latent;
      return async (points) => {
        const { x } = await model.engine.batch(points);
        const mu = await encode(model, x, points.length);
        const again = await model.engine.batch(points.map((_, i) => plain(mu.slice(i * dim, (i + 1) * dim))));
        const size = x.length / points.length;
        return values(points, (_, i) => distance(x, again.x, i, size) / Math.sqrt(size));
      };
    },
  },
  {
    name: "judge",
    label: "Discriminator's score",
    about:
      "What the discriminator, which was trained to tell data from what the generator makes, says of the sample decoded " +
      "here: its logit. 0 is undecided, below it looks made, above it looks like data.",
    unit: "logits",
    thick: "low",
    byData: false,
    atOnce: 96,
    unfit: (model) =>
      !model.isGan
        ? "Only a GAN has a discriminator."
        : canAsk(model)
          ? ""
          : "The discriminator is asked on genlab's server; open the model there.",
    open: async (model) => async (points) => {
      const { dim } = model.data.map;
      const codes = await codesOf(model, points);
      const rows = points.map((_, i) =>
        Array.from(codes.subarray(i * dim, (i + 1) * dim), (v) => Number(v.toPrecision(5))),
      );
      const { scores } = await ask<{ scores: number[] }>(model, "judge", { codes: rows });
      return values(points, (_, i) => scores[i]);
    },
  },
  {
    name: "classes",
    label: "Class regions",
    about: `What a classifier says of the code: the commonest class among the ${VOTERS} nearest codes, its colour the stronger, the more of them agree.`,
    unit: "of the votes",
    thick: "classes",
    byData: false,
    atOnce: 64,
    unfit: ({ arrays }) => (arrays.labels ? "" : "These data have no classes."),
    open: async (model) => {
      const { dim } = model.data.map;
      const all = await decoderCodes(model);
      const [table, labels] = [thinned(all, dim), thinned(model.arrays.labels!, 1, all.length / dim)];
      return async (points) => {
        const codes = await codesOf(model, points);
        const votes = points.map((_, i) =>
          classVotes(codes.subarray(i * dim, (i + 1) * dim), table, dim, labels, VOTERS),
        );
        return {
          values: Float64Array.from(votes, ({ share }) => share),
          labels: Int32Array.from(votes, ({ label }) => label),
        };
      };
    },
  },
];

function values(points: Point[], of: (point: Point, i: number) => number): Reading {
  return { values: Float64Array.from(points, (point, i) => of(point, i)) };
}

/** What the decoder takes at points; a GAN's z that has not entered is decoded for it. */
async function codesOf(model: Model, points: Point[]): Promise<Float32Array> {
  if (points.every(({ code }) => code)) return stack(points.map(({ code }) => code!));
  return (await model.engine.batch(points)).codes;
}

async function encode({ data, engine }: Model, x: Float32Array, n: number): Promise<Float32Array> {
  return encodeInWorker(data, x).catch(async () => (await engine.encode!(x, n)).mu);
}

/** Rows evenly apart, as many as densities and votes are made from. */
function thinned<T extends Float32Array | Int32Array>(table: T, dim: number, n = table.length / dim): T {
  const m = Math.min(n, MOST_CODES);
  if (m === n) return table;
  const found = new (table.constructor as new (length: number) => T)(m * dim);
  for (let i = 0; i < m; i++) {
    const row = Math.floor((i * n) / m);
    found.set(table.subarray(row * dim, (row + 1) * dim), i * dim);
  }
  return found;
}

/** Whether the map moves a GAN's offset and leaves its z. */
function movesOffset({ plane, settled }: Model): boolean {
  const moved = plane.under([1, 1], settled);
  return moved !== null && moved.z === settled.z;
}
