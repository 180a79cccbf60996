import { arithmetic } from "../../math/directions";
import { meanOf } from "../../math/attributes";
import { putOnShell } from "../../math/paths";
import type { Direction, Realm } from "../../state/directions";
import type { Model } from "../../state/model";
import { offset, plain, type Point } from "../../state/point";
import { tableOf } from "../../state/realms";

/** A point whose decoder's input is known. */
export type Known = Point & { code: Float32Array };

/**
 * C + share·(A − B): with a share of 1 what is to C as A is to B. In z a GAN's result is put back on the shell where codes
 * of its prior lie; in its activations C's z stays and its offset takes the step.
 */
export function sumOf(a: Known, b: Known, c: Known, share: number, realm: Realm): Point {
  if (!c.delta) return plain(along(c.z, a.z, b.z, share));
  if (realm === "activations") {
    const code = along(c.code, a.code, b.code, share);
    return { z: c.z, delta: c.delta.map((value, i) => value + code[i] - c.code[i]), code };
  }
  const z = share === 1 ? arithmetic(a.z, b.z, c.z, true) : putOnShell(along(c.z, a.z, b.z, share));
  return offset(share === 0 ? c.z : z, along(c.delta, a.delta!, b.delta!, share));
}

/** A − B as a direction of its own; it leaves a GAN's put back norm and, in z, its offsets aside. */
export function differenceOf(a: Known, b: Known, realm: Realm): Omit<Direction, "name"> {
  const [from, to] = realm === "activations" ? [b.code, a.code] : [b.z, a.z];
  return { realm, vector: to.map((value, i) => value - from[i]) };
}

/** The mean of items: of their codes, put back on the shell for a GAN's z; in activations a step away from one of them. */
export async function meanPoint(model: Model, rows: Int32Array, realm: Realm): Promise<Point> {
  const table = await tableOf(model, realm);
  const mean = Float32Array.from(meanOf(table, rows));
  if (realm === "z") return model.pure(model.isGan ? putOnShell(mean) : mean);
  const { dim } = table;
  const first = model.item(rows[0]);
  const delta = mean.map((value, i) => value - table.values[rows[0] * dim + i]);
  return { z: first.z, delta, code: mean };
}

function along(c: Float32Array, a: Float32Array, b: Float32Array, share: number): Float32Array {
  return c.map((value, i) => value + share * (a[i] - b[i]));
}
