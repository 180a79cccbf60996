import { h, setText } from "../../dom/h";
import type { Point } from "../../state/point";
import type { Bench } from "../tool";
import { choicesOf, type Choice } from "./choices";
import { options } from "./picker";
import type { Known } from "./sum";

/** Where a slot's point comes from: a point, or the mean of items. */
export type Source = { point: Point; row: number; words: string } | { rows: () => Promise<Int32Array>; words: string };

/** A place for a point with its picture: press it to take the point on screen, or choose another from the list. */
export class Slot {
  readonly element: HTMLElement;
  /** What lies in it, once decoded. */
  known: Known | null = null;
  /** Row of the item that lies in it, -1 if it is none. */
  row = -1;
  private readonly canvas = h("canvas", { "aria-hidden": "true" });
  private readonly button: HTMLButtonElement;
  private readonly list: HTMLSelectElement;
  private readonly words = h("b", {});
  /** Groups whose means can be taken. */
  private groups: Choice[] = [];

  constructor(
    private readonly bench: Bench,
    readonly letter: string,
    key: string,
    about: string,
    private readonly fill: (source: Source) => void,
  ) {
    const title = `${letter}: ${about}. Press to take the point on screen; key ${key} takes the item under the pointer`;
    const attributes = {
      type: "button",
      class: "gl-step",
      title,
      "aria-label": title,
      "data-testid": `slot-${letter}`,
    };
    this.button = h("button", { ...attributes, "data-empty": true, onclick: () => this.take("here") }, this.canvas);
    const help = `What lies in ${letter}`;
    const from = { title: help, "aria-label": help, "data-testid": `slot-from-${letter}` };
    this.list = h("select", { ...from, onchange: () => this.chosen() });
    this.element = h("div", { class: "gl-slot" }, this.words, this.button, this.list);
    setText(this.words, letter);
    this.offer();
  }

  /** Offers what there is now: the point on screen, pins, and the means of groups. */
  offer(): void {
    const { model } = this.bench;
    this.groups = choicesOf(model).filter(({ rows }) => rows);
    const pins = (["a", "b"] as const).filter((which) => model.pins[which]);
    options(this.list, [
      { value: "", name: "take\u2026" },
      { value: "here", name: "point on screen" },
      { value: "nearest", name: model.isGan ? "nearest sample" : "nearest item" },
      ...pins.map((which) => ({ value: which, name: `pin ${which.toUpperCase()}` })),
      ...this.groups.map(({ name, under }, i) => ({ value: `group-${i}`, name: `mean of ${name}`, under })),
    ]);
  }

  /** Takes the point on screen, a pin, an item, or the mean of a group. */
  take(from: string, row = -1): void {
    const { model } = this.bench;
    const { current, pins, nearest } = model;
    if (from === "item" || from === "nearest") {
      const which = from === "item" ? row : nearest.row;
      if (which >= 0) this.fill({ point: model.item(which), row: which, words: `no. ${which}` });
    } else if (from === "a" || from === "b") {
      const pin = pins[from];
      if (pin) this.fill({ point: pin, row: -1, words: `pin ${from.toUpperCase()}` });
    } else if (from.startsWith("group-")) {
      const group = this.groups[Number(from.slice(6))];
      if (group?.rows) this.fill({ rows: group.rows, words: `mean of ${group.name}` });
    } else this.fill({ point: current, row: -1, words: "a point" });
  }

  show(known: Known, x: ArrayLike<number>, offset: number, row: number, words: string): void {
    this.known = known;
    this.row = row;
    delete this.button.dataset.empty;
    this.button.dataset.filled = String(Number(this.button.dataset.filled ?? 0) + 1);
    this.bench.painter.paint(this.canvas, x, offset, 110);
    setText(this.words, `${this.letter}: ${words}`);
  }

  private chosen(): void {
    if (this.list.value) this.take(this.list.value);
    this.list.value = "";
  }
}
