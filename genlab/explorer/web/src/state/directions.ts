import type { Point } from "./point";

/** Where a direction goes: z, or a GAN's first activations. */
export type Realm = "z" | "activations";

/** A direction: one step of it, and what a person calls it. */
export interface Direction {
  name: string;
  realm: Realm;
  vector: Float32Array;
}

/** The point so many steps from another. What the decoder takes is worked out anew, but for an autoencoder's. */
export function stepFrom(point: Point, { realm, vector }: Direction, steps: number): Point {
  const moved = (values: Float32Array) => values.map((value, i) => value + steps * vector[i]);
  if (realm === "z") {
    const z = moved(point.z);
    return { z, delta: point.delta, code: point.delta ? null : z };
  }
  return { z: point.z, delta: moved(point.delta!), code: point.code && moved(point.code) };
}

/** The name, or with a number behind it the first that none of these has. */
export function freeName(wanted: string, taken: Direction[]): string {
  const names = new Set(taken.map(({ name }) => name));
  if (!names.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!names.has(`${wanted} ${number}`)) return `${wanted} ${number}`;
}
