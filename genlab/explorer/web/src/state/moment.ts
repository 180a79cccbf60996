import type { MapView } from "../map/mapView";
import type { Maps } from "../maps/maps";
import type { Moment, Selected } from "../messages";
import { maskOf, packMask, unpackRows } from "./bits";
import type { Group } from "./groups";
import type { Model } from "./model";

/** What is selected, as it travels. */
export function selectedOf({ selection, tags, data }: Model): Selected {
  const packed = (rows: Int32Array) => packMask(maskOf(rows, data.points.count));
  return {
    mask: selection.count > 0 ? packMask(selection.mask) : "",
    rest: selection.rest,
    tags: tags.map(({ name, rows }) => ({ name, mask: packed(rows) })),
  };
}

/** Selects what was selected. */
export function select(model: Model, { mask, rest, tags }: Selected): void {
  const { count } = model.data.points;
  const groups = tags.map(({ name, mask }): Group => ({ name, kind: "tag", rows: unpackRows(mask, count) }));
  model.tags.splice(0, model.tags.length, ...groups);
  model.changed("tags");
  model.selection.rest = rest;
  model.selection.set(unpackRows(mask, count));
}

/** Everything a bookmark restores, as it is now. */
export function momentOf(model: Model, map: MapView, maps: Maps): Moment {
  return {
    settled: model.report(model.plane.place(model.settled) ?? [0, 0]),
    t: model.pins.t,
    truncation: model.truncation,
    near: model.keepsOff,
    map: maps.choice,
    look: map.view.look,
    hidden: [...model.hidden],
    selected: selectedOf(model),
  };
}

/** Puts point, pins, path, map, view and selection back as they were. */
export function recall(moment: Moment, model: Model, map: MapView, maps: Maps): void {
  maps.choose(moment.map);
  map.lookAt(moment.look, maps.awaited);
  model.hidden.clear();
  for (const label of moment.hidden) model.hidden.add(label);
  model.changed("classes");
  select(model, moment.selected);
  model.truncation = moment.truncation;
  model.keepsOff = moment.near && model.canKeepOff;
  const point = model.restore(moment.settled);
  model.pins.t = moment.t;
  model.changed("pins");
  if (!point) return;
  model.settle(point, "bookmark");
  const lie = () => model.plane.claim?.(point, moment.settled.map);
  if (!maps.awaited) return lie();
  const stop = model.on((change) => {
    if (change !== "plane") return;
    stop();
    lie();
    model.changed("settled"); // it says where it is, which is known only now
  });
}
