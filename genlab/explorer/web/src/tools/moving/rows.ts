import { Lane } from "../../decode/lane";
import type { Batch } from "../../decode/decoder";
import { h } from "../../dom/h";
import type { Direction } from "../../state/directions";
import { measure } from "../../state/measure";
import type { Point } from "../../state/point";
import type { Bench } from "../tool";
import { Aim } from "./aim";
import { DirectionRow, STRIP_STEPS, stripSteps } from "./directionRow";
import { effectOf } from "./effect";

/** A direction to be shown, and how far its strip goes each way, in steps. */
export interface Shown extends Direction {
  reach: number;
  /** What its strength is, in words, beside what it does to the item. */
  about?: string | undefined;
}

interface Asked {
  points: Point[];
  start: number;
  /** The first strips of new directions put them in order. */
  sort: boolean;
}

/** Directions under one another, each a slider that acts while dragged over a strip of what it does from here. */
export class Rows {
  readonly element = h("div", { class: "gl-directions" });
  private readonly aim: Aim;
  private readonly lane: Lane<Asked, { batch: Batch; asked: Asked }>;
  private rows: DirectionRow[] = [];
  private shown: Shown[] = [];
  private unsorted = false;

  /** @param keep what a row's button does; none without it */
  constructor(
    private readonly bench: Bench,
    private readonly keep: ((direction: Shown) => void) | null = null,
    private readonly byEffect = false,
  ) {
    this.aim = new Aim(bench.model, () => this.refresh());
    this.lane = new Lane(
      async (asked) => ({ batch: await bench.model.engine.batch(asked.points), asked }),
      ({ batch, asked }) => this.paint(batch, asked),
      bench.failed,
    );
  }

  /** Shows other directions, from where the person is. */
  show(directions: Shown[]): void {
    this.shown = directions;
    this.aim.take(directions);
    this.rows = directions.map((direction, i) => {
      const settle = (steps: number) => {
        this.aim.settle(i, steps);
        this.refresh();
      };
      const keep = this.keep && (() => this.keep!(direction));
      return new DirectionRow(direction, { visit: (steps) => this.aim.visit(i, steps), settle, keep });
    });
    this.element.replaceChildren(...this.rows.map(({ element }) => element));
    this.unsorted = this.byEffect;
    this.refresh();
  }

  close(): void {
    this.aim.close();
    this.lane.close();
  }

  /** Decodes every strip anew, in one go. */
  private refresh(): void {
    this.rows.forEach((row, i) => row.stand(this.aim.steps[i]));
    if (this.rows.length === 0) return;
    const points = this.shown.flatMap(({ reach }, i) => stripSteps(reach).map((steps) => this.aim.at(i, steps)));
    this.lane.ask({ points, start: performance.now(), sort: this.unsorted });
  }

  private paint({ x }: Batch, { points, start, sort }: Asked): void {
    if (points.length !== this.rows.length * STRIP_STEPS) return; // of directions shown before
    const { painter, model, request } = this.bench;
    const size = x.length / points.length;
    const effects = this.rows.map((row, i) => {
      const strip = x.subarray(i * STRIP_STEPS * size, (i + 1) * STRIP_STEPS * size);
      row.paint(painter, strip);
      return effectOf(strip, STRIP_STEPS, this.shown[i].reach, model.data.item);
    });
    const most = Math.max(...effects);
    this.rows.forEach((row, i) => row.tell(effects[i], most));
    if (sort) {
      this.unsorted = false;
      const order = this.rows.map((_, i) => i).sort((a, b) => effects[b] - effects[a]);
      this.element.replaceChildren(...order.map((i) => this.rows[i].element));
    }
    this.element.dataset.painted = String(Number(this.element.dataset.painted ?? 0) + 1);
    measure("genlab.strips", start);
    request();
  }
}
