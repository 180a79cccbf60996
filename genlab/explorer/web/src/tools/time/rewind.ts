import type { Items } from "../../data/items";
import type { Model } from "../../state/model";
import type { Point } from "../../state/point";
import type { Plane } from "../../state/plane";
import type { Past } from "./past";

/** Puts the whole view back to a moment of the training and, at the end, to where the training stands. */
export class Rewind {
  private readonly now: Pick<Past, "data" | "arrays" | "engine">;

  constructor(
    private readonly model: Model,
    private readonly items: Items,
  ) {
    this.now = { data: model.data, arrays: { ...model.arrays }, engine: { ...model.engine } };
  }

  /** Map, decoder and codes of a moment take the place of those shown; where the person is stays, or follows its item. */
  to({ data, arrays, engine }: Past, plane: Plane): void {
    const { model } = this;
    const { points, run, models, ...rest } = this.now.data;
    const { logvar } = data.points;
    const first = !model.rewound;
    model.rewound = true;
    this.items.remade = model.isGan;
    this.take({
      data: { ...rest, models: data.models, run: { ...run, step: data.run.step }, points: { ...points, logvar } },
      arrays,
      engine,
    });
    model.show(plane, first ? "plane" : "moved");
    this.tell();
  }

  /** Comes back to where the training stands; the map that was chosen is left to whoever shows it. */
  end(): void {
    const { model } = this;
    if (!model.rewound) return;
    model.rewound = false;
    this.items.remade = false;
    this.take(this.now);
    this.tell();
  }

  private take({ data, arrays, engine }: Pick<Past, "data" | "arrays" | "engine">): void {
    const { model } = this;
    model.data = data;
    Object.assign(model.arrays, arrays);
    Object.assign(model.engine, engine);
    const follows = model.source === "item" && model.nearest.row >= 0 && !model.isGan;
    model.settled = follows ? model.item(model.nearest.row) : anew(model.settled);
    model.live = null;
    const { pins } = model;
    pins.a &&= anew(pins.a);
    pins.b &&= anew(pins.b);
  }

  private tell(): void {
    this.model.changed("time");
    this.model.changed("pins");
  }
}

/** The same point to be decoded again: of a GAN, what z enters as is another. */
function anew({ z, delta }: Point): Point {
  const again = z.slice();
  return { z: again, delta, code: delta ? null : again };
}
