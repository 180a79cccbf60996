import { normals, seeded, type Uniform } from "../../math/normal";
import { norm } from "../../math/paths";
import { stepFrom, type Direction } from "../../state/directions";
import { dimensionName, placed, styleDim, type Draw } from "../../state/classes";
import type { Model } from "../../state/model";
import type { Point } from "../../state/point";
import { range } from "../../state/traversal";
import type { Sheet } from "./sheet";

const ACROSS = 9;
/** Pictures of random draws. */
const DRAWS = 66;
/** Standard deviations that a kept direction is shown to. */
const REACH = 2;

/** An axis of a grid: a latent dimension, or a direction that was kept. */
export interface Axis {
  name: string;
  /** Carries a point to a share of the axis, 0 to 1. */
  at(point: Point, share: number): Point;
}

/** Every axis there is: kept directions, then latent dimensions by falling effect. */
export function axesOf(model: Model): Axis[] {
  const kept = model.directions.map((direction) => keptAxis(direction));
  return [...kept, ...model.data.latent.order.map((dimension) => dimensionAxis(model, dimension))];
}

function dimensionAxis(model: Model, dimension: number): Axis {
  const { low, high } = range(model.data, dimension);
  return {
    name: dimensionName(model.data, dimension),
    at: (point, share) => {
      const z = point.z.slice();
      z[dimension] = low + share * (high - low);
      return { z, delta: point.delta, code: point.delta ? null : z };
    },
  };
}

function keptAxis(direction: Direction): Axis {
  return { name: direction.name, at: (point, share) => stepFrom(point, direction, REACH * (2 * share - 1)) };
}

/** One line an axis: the point carried along it, all else as it is. */
export function traversals(from: Point, axes: Axis[]): Sheet {
  const points = axes.flatMap((axis) => shares(ACROSS).map((share) => axis.at(from, share)));
  return { columns: ACROSS, points, names: axes.map(({ name }) => name) };
}

/** A grid over two axes, the second one rising from line to line upwards as on a map. */
export function grid(from: Point, across: Axis, up: Axis): Sheet {
  const lines = shares(ACROSS).reverse();
  const points = lines.flatMap((v) => shares(ACROSS).map((u) => up.at(across.at(from, u), v)));
  return { columns: ACROSS, points };
}

/** As many random draws as a sheet shows; equal seeds give equal ones. */
export function randomDraws(model: Model, seed: number): Promise<Draw[]> {
  return model.fresh(DRAWS, seeded(seed));
}

/** Random draws under the model's truncation. */
export function randomSheet(model: Model, draws: Draw[]): Sheet {
  return { columns: null, points: draws.map((draw) => model.pure(placed(draw, model.truncation))) };
}

/**
 * Points at one distance from another, in every direction alike; distance is counted in standard deviations of the prior
 * (or of the codes, where there is none). A class stays what it is. Equal seeds keep the directions as the radius
 * changes.
 */
export function variations(model: Model, from: Point, radius: number, seed: number): Sheet {
  const uniform = seeded(seed);
  const { std } = model.prior();
  const points = Array.from({ length: DRAWS }, () => {
    const away = direction(styleDim(model.data), uniform);
    const z = from.z.map((value, i) => (i < away.length ? value + radius * std[i] * away[i] : value));
    return { z, delta: from.delta, code: from.delta ? null : z };
  });
  return { columns: null, points };
}

/** A unit vector, every one as likely. */
function direction(dim: number, uniform: Uniform): Float32Array {
  const drawn = normals(dim, uniform);
  const size = norm(drawn) || 1;
  return drawn.map((value) => value / size);
}

function shares(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i + 0.5) / count);
}
