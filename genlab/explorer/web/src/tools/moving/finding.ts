import { dot, type Table } from "../../math/attributes";
import { around, carriedBack, localDirections } from "../../math/directions";
import { tableOf } from "../../state/realms";
import type { Model } from "../../state/model";
import type { Shown } from "./rows";

/** Directions shown. */
export const MOST = 8;
/** Standard deviations to which strips go, as the sliders do. */
const REACH = 3;
/** Around one point directions hold less far. */
const LOCAL_REACH = 2;

/** A way of finding directions that needs no labels. */
export interface Finder {
  name: string;
  label: string;
  help: string;
  /** Whether what it finds belongs to the point where it was asked. */
  local?: boolean;
  fits(model: Model): boolean;
  find(model: Model): Promise<Shown[]>;
}

export const FINDERS: Finder[] = [
  {
    name: "pca",
    label: "Where codes vary",
    help: "Principal axes of the data's codes (PCA): what differs most between items. A step is one standard deviation.",
    fits: ({ isGan }) => !isGan,
    find: async (model) => principal(model, "PC"),
  },
  {
    name: "ganspace",
    label: "Where activations vary",
    help:
      "Principal axes of the generator's first activations (GANSpace, H\u00e4rk\u00f6nen et al. 2020). " +
      "A step is one standard deviation, taken in the activations.",
    fits: ({ isGan }) => isGan,
    find: async (model) => principal(model, "PC"),
  },
  {
    name: "ganspace-z",
    label: "Activations, carried to z",
    help:
      "The same axes, carried back to the noise z by regression: what z does on average when the activations go one " +
      "standard deviation along an axis.",
    fits: ({ isGan }) => isGan,
    find: async ({ arrays, data }) =>
      carriedBack(arrays.coords, data.map.k, arrays.codes, data.latent.dim)
        .slice(0, MOST)
        .map((vector, i) => shown(`PC ${i + 1} in z`, vector, REACH)),
  },
  {
    name: "layer",
    label: "First layer's weights",
    help:
      "Directions of z that the model's first layer answers to most, read off its weights (SeFa, Shen & Zhou 2021). " +
      "A step is one standard deviation of z.",
    fits: ({ data }) => data.directions !== null,
    find: async (model) => {
      const { vectors, strengths } = await fetchLayer(model.data.directions!);
      const table = await tableOf(model, "z");
      return vectors.slice(0, MOST).map((vector, i) => {
        const about = `stretched ${strengths[i].toFixed(2)} times by the first layer`;
        return shown(`Layer ${i + 1}`, scaled(vector, spreadAlong(model, table, vector)), REACH, about);
      });
    },
  },
  {
    name: "here",
    label: "At this point",
    help:
      "Directions of z in which the sample changes fastest right here: singular vectors of the decoder's Jacobian, by " +
      "finite differences. They are other ones elsewhere.",
    local: true,
    fits: ({ engine, isGan }) => !isGan || engine.enter !== null,
    find: async (model) => {
      const { settled, engine, data } = model;
      const { x } = await engine.batch(around(settled.z).map((z) => model.at(z)));
      const { vectors, strengths } = localDirections(x, data.latent.dim, MOST);
      const table = await tableOf(model, "z");
      return vectors.map((vector, i) => {
        const about = `singular value ${strengths[i].toFixed(2)}: how far the sample moves for a step of length 1`;
        return shown(`Here ${i + 1}`, scaled(vector, spreadAlong(model, table, vector)), LOCAL_REACH, about);
      });
    },
  },
];

/** The map's own axes, a standard deviation long: of an autoencoder's codes, or of a GAN's activations. */
function principal({ data, arrays, isGan }: Model, word: string): Shown[] {
  const { k, dim, varianceRatio } = data.map;
  return Array.from({ length: Math.min(k, MOST) }, (_, axis) => {
    let square = 0;
    for (let at = axis; at < arrays.coords.length; at += k) square += arrays.coords[at] ** 2;
    const spread = Math.sqrt((square * k) / arrays.coords.length);
    const vector = arrays.components.slice(axis * dim, (axis + 1) * dim).map((value) => value * spread);
    const about = `${(100 * varianceRatio[axis]).toFixed(1)} % of the variance`;
    return { name: `${word} ${axis + 1}`, realm: isGan ? "activations" : "z", vector, reach: REACH, about };
  });
}

/** A standard deviation along a unit vector: of the codes, and where there is a prior N(0, 1) no less than its own. */
function spreadAlong(model: Model, { values, dim }: Table, vector: ArrayLike<number>): number {
  const { mean, variational } = model.data.latent;
  const middle = dot(mean, vector);
  let square = 0;
  for (let start = 0; start < values.length; start += dim) {
    let along = -middle;
    for (let d = 0; d < dim; d++) along += values[start + d] * vector[d];
    square += along * along;
  }
  const spread = Math.sqrt((square * dim) / values.length) || 1;
  return variational || model.isGan ? Math.max(spread, 1) : spread;
}

function scaled(vector: ArrayLike<number>, by: number): Float32Array {
  return Float32Array.from(vector, (value) => value * by);
}

function shown(name: string, vector: ArrayLike<number>, reach: number, about?: string): Shown {
  return { name, realm: "z", vector: Float32Array.from(vector), reach, about };
}

async function fetchLayer(url: string): Promise<{ vectors: number[][]; strengths: number[] }> {
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) throw new Error("The first layer's directions could not be fetched; try again.");
  return response.json();
}
