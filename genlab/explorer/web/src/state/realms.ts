import type { Table } from "../math/attributes";
import type { Realm } from "./directions";
import type { Model } from "./model";

/** Samples entered at a time. */
const AT_ONCE = 512;

const entered = new WeakMap<Model, Promise<Table>>();

/** In which realms this model's directions can go; the better one for attributes first. */
export function realmsOf(model: Model): Realm[] {
  return model.isGan ? ["activations", "z"] : ["z"];
}

/** The codes of all data items (a GAN's samples) in a realm. A GAN's activations are worked out once. */
export function tableOf(model: Model, realm: Realm): Promise<Table> {
  const { codes } = model.arrays;
  const { dim } = model.data.latent;
  if (realm === "z") return Promise.resolve({ values: codes, dim });
  let table = entered.get(model);
  if (!table) {
    table = enter(model, codes, dim);
    table.catch(() => entered.delete(model));
    entered.set(model, table);
  }
  return table;
}

async function enter({ engine, data }: Model, z: Float32Array, dim: number): Promise<Table> {
  if (!engine.enter) throw new Error("This GAN's activations cannot be worked out here; choose directions of z.");
  const values = new Float32Array((z.length / dim) * data.map.dim);
  for (let row = 0; row * dim < z.length; row += AT_ONCE) {
    const part = z.slice(row * dim, (row + AT_ONCE) * dim);
    values.set(await engine.enter(part, part.length / dim), row * data.map.dim);
  }
  return { values, dim: data.map.dim };
}
