import { ask } from "../../data/ask";
import type { Batch } from "../../decode/decoder";
import { distances, energy, even, pointAt } from "../../math/curves";
import { through, type WayKind } from "../../math/spline";
import { styleDim } from "../../state/classes";
import type { Model } from "../../state/model";
import { offset, plain, flatten, type Point } from "../../state/point";
import type { Usual } from "./usual";

/** Steps between two neighbouring pins. */
const LEG_STEPS = 16;
const LONE_LEG_STEPS = 32;
/** Pictures of a way's strip. */
export const STRIP = 11;
/** A geodesic is asked for this often at most: each answer goes on from the one before. */
const MOST_ROUNDS = 8;
/** Share of its energy that a round must save for another to be asked for. */
const WORTH = 5e-3;

export type CourseKind = WayKind | "geodesic";
/** What is the same from step to step: t, the code's way, or the item's. */
export type Pace = "t" | "code" | "item";

/** A way through the pins, decoded. */
export interface Walked {
  points: Point[];
  /** Where each point lies, 0 to 1, so that even steps along it are even in what the pace says. */
  along: Float64Array;
  /** Of the decoded items, root mean square over their numbers. */
  length: number;
  energy: number;
  /** How usual what the decoder takes is at each point (usual.ts), in nats. */
  usual: number[];
  /** Items of STRIP even steps, one after another. */
  strip: Float32Array;
  /** Whether a better one may still be found. */
  settling: boolean;
}

/** The points of a way that has a formula. */
export function planned(model: Model, kind: WayKind, pins: Point[]): Point[] {
  const steps = (pins.length - 1) * legSteps(pins.length);
  const zs = pins.map(({ z }) => z);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const z = through(kind, zs, i / steps, model.isGan, styleDim(model.data));
    return pins[0].delta ? offset(z, straightDelta(pins, i / steps)) : plain(z);
  });
}

/**
 * The geodesic through the pins, leg by leg, as the server finds it: `found` is called with each better one. Rejects where
 * the server cannot be asked.
 */
export async function bent(
  model: Model,
  pins: Point[],
  careful: boolean,
  signal: AbortSignal,
  found: (points: Point[], settling: boolean) => Promise<void>,
): Promise<void> {
  const steps = legSteps(pins.length);
  interface Answer {
    codes: number[][];
    energy: number;
    converged: boolean;
  }
  const legs: (Answer | null)[] = pins.slice(1).map(() => null);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let better = false;
    for (let leg = 0; leg < legs.length; leg++) {
      const before = legs[leg];
      if (before?.converged) continue;
      const [a, b] = [flatten(pins[leg]), flatten(pins[leg + 1])];
      const answer = await ask<Answer>(
        model,
        "geodesic",
        { a, b, steps, careful, start: before?.codes ?? null },
        signal,
      );
      better ||= !before || before.energy - answer.energy > WORTH * before.energy;
      if (before && !better) answer.converged = true;
      legs[leg] = answer;
    }
    const codes = legs.flatMap((leg, i) => leg!.codes.slice(i > 0 ? 1 : 0));
    const last = codes.length - 1;
    const points = codes.map((code, i) => {
      const z = Float32Array.from(code);
      return pins[0].delta ? offset(z, straightDelta(pins, i / last)) : plain(z);
    });
    const settling = better && legs.some((leg) => !leg!.converged);
    await found(points, settling);
    if (!settling) return;
  }
}

/** Decodes a way and measures it. */
export async function walk(model: Model, points: Point[], pace: Pace, usual: Usual): Promise<Walked> {
  const dense = await model.engine.batch(points);
  const [codes, items] = [rows(dense.codes, points.length), rows(dense.x, points.length)];
  const scale = 1 / Math.sqrt(items[0].length);
  const zs = points.map(({ z }) => z);
  const measured = pace === "t" ? null : distances(pace === "item" ? items : zs);
  const whole = measured?.at(-1) || 0;
  const along = Float64Array.from(points, (_, i) => (whole > 0 ? measured![i] / whole : i / (points.length - 1)));
  const known = points.map((point, i) => ({ ...point, code: codes[i] }));
  const strip = await model.engine.batch(stepsOf(points, along));
  return {
    points: known,
    along,
    length: scale * (distances(items).at(-1) ?? 0),
    energy: scale ** 2 * energy(items),
    usual: codes.map((code) => usual(code)),
    strip: strip.x,
    settling: false,
  };
}

/** STRIP points at even steps. */
function stepsOf(points: Point[], along: Float64Array): Point[] {
  const zs = even(
    points.map(({ z }) => z),
    along,
    STRIP,
  );
  const deltas = points.flatMap(({ delta }) => (delta ? [delta] : []));
  if (deltas.length < points.length) return zs.map(plain);
  return zs.map((z, i) =>
    offset(
      z,
      pointAt(deltas, (at) => along[at], i / (STRIP - 1)),
    ),
  );
}

function straightDelta(pins: Point[], t: number): Float32Array {
  return through(
    "lerp",
    pins.map(({ delta }) => delta!),
    t,
  );
}

function legSteps(pins: number): number {
  return pins === 2 ? LONE_LEG_STEPS : LEG_STEPS;
}

/** Rows of a table. */
export function rows(table: Batch["x"], count: number): Float32Array[] {
  const size = table.length / count;
  return Array.from({ length: count }, (_, i) => table.subarray(i * size, (i + 1) * size));
}
