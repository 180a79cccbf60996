import { stepFrom, type Direction } from "../../state/directions";
import type { Model } from "../../state/model";
import type { Point } from "../../state/point";

/**
 * Where directions lead from, and how far one has gone along each. Going anywhere by another way makes that the new
 * beginning, with every direction at 0.
 */
export class Aim {
  base: Point;
  steps: number[] = [];
  private directions: Direction[] = [];
  private mine: Point | null = null;
  private readonly stop: () => void;

  /** @param begun called when there is a new beginning */
  constructor(
    private readonly model: Model,
    begun: () => void,
  ) {
    this.base = model.settled;
    this.stop = model.on((change) => {
      if (change !== "settled") return;
      const { settled } = model;
      if (settled.z === this.mine?.z && settled.delta === this.mine.delta) return;
      if (settled.z === this.base.z && settled.delta === this.base.delta && !this.gone) return;
      this.begin();
      begun();
    });
  }

  /** Takes other directions, from where the person is. */
  take(directions: Direction[]): void {
    this.directions = directions;
    this.begin();
  }

  /** The point that lies `steps` along one direction, the others as far as they have gone. */
  at(which: number, steps: number): Point {
    const all = this.steps.map((gone, i) => (i === which ? steps : gone));
    return all.reduce((point, gone, i) => (gone === 0 ? point : stepFrom(point, this.directions[i], gone)), this.base);
  }

  /** Goes there for the moment. */
  visit(which: number, steps: number): void {
    this.model.visit(this.at(which, steps));
  }

  /** Stays there. */
  settle(which: number, steps: number): void {
    this.mine = this.at(which, steps);
    this.steps[which] = steps;
    this.model.settle(this.mine, "vector");
  }

  close(): void {
    this.stop();
  }

  private get gone(): boolean {
    return this.steps.some((steps) => steps !== 0);
  }

  private begin(): void {
    this.base = this.model.settled;
    this.mine = null;
    this.steps = this.directions.map(() => 0);
  }
}
