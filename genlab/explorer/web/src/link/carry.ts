import { nearest } from "../math/neighbors";
import type { Point } from "../state/point";
import type { LinkKind, Member } from "./channel";

/** Items of a view that are compared by their pixels, where it has no encoder. */
const MOST_COMPARED = 4096;

/** The point of one model that stands for a point of another; null where there is none. */
export async function carried(kind: LinkKind, from: Member, to: Member, point: Point): Promise<Point | null> {
  if (kind === "off") return null;
  if (kind === "z") return to.model.pure(point.z.slice());
  if (kind === "item") return to.model.item(await rowOf(from, point));
  const { codes, x } = await from.model.engine.batch([point]);
  return codes.length > 0 ? seenAs(to, from, x) : null;
}

/** The row that a hand points at, else the one whose code is nearest to a point. */
async function rowOf({ model }: Member, point: Point): Promise<number> {
  if (model.live === point && model.hoverRow >= 0) return model.hoverRow;
  const code = point.code ?? (await model.engine.batch([point])).codes;
  return model.nearestTo(code).row;
}

/** Where a model places a picture: by its encoder, else at its own item that is most like it, pixel by pixel. */
async function seenAs(to: Member, from: Member, x: Float32Array): Promise<Point> {
  const own = to.model.data.item;
  const given = from.model.data.item;
  const scale = (own.max - own.min) / (given.max - given.min || 1);
  const seen = x.map((value) => own.min + (value - given.min) * scale);
  if (to.model.engine.encode) return to.model.pure((await to.model.engine.encode(seen, 1)).mu.slice());
  const table = await tableOf(to);
  return to.model.item(nearest(table, to.items.size, seen).row);
}

const tables = new WeakMap<Member, Promise<Float32Array>>();

/** A view's items, one after another; fetched once. */
function tableOf(member: Member): Promise<Float32Array> {
  let table = tables.get(member);
  if (!table) tables.set(member, (table = fetchTable(member)));
  return table;
}

async function fetchTable({ model, items }: Member): Promise<Float32Array> {
  const rows = Math.min(model.data.points.count, MOST_COMPARED);
  const { blockSize } = model.data.points.items;
  const blocks = await Promise.all(Array.from({ length: Math.ceil(rows / blockSize) }, (_, i) => items.block(i)));
  const table = new Float32Array(blocks.reduce((sum, block) => sum + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    table.set(block, at);
    at += block.length;
  }
  return table;
}
