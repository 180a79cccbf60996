import { h } from "../../dom/h";
import { letterOf, MOST_MORE, type PinName } from "../../state/pins";
import type { Bench } from "../tool";
import { rows } from "./course";

/** The pins as pictures in a row: press one to go there, add the point on screen, take one away. */
export class PinChips {
  readonly element = h("div", { class: "gl-pin-chips", role: "group", "aria-label": "Pins" });
  private shown = 0;

  constructor(private readonly bench: Bench) {}

  show(): void {
    const { model } = this.bench;
    const { names } = model.pins;
    const canvases = names.map(() => h("canvas", { "aria-hidden": "true" }));
    const chips = names.map((name, i) => this.chip(name, canvases[i]));
    const free: PinName = !model.pins.a ? "a" : !model.pins.b ? "b" : model.pins.more.length;
    const title = `Pin the point on screen as ${letterOf(free)}`;
    const onclick = () => this.pin(free);
    const add = h("button", { type: "button", title, onclick, "data-testid": "add-pin" }, `Add ${letterOf(free)} here`);
    add.disabled = model.pins.more.length >= MOST_MORE;
    this.element.replaceChildren(...chips, add);
    void this.paint(names, canvases);
  }

  close(): void {
    this.shown++;
  }

  private chip(name: PinName, canvas: HTMLCanvasElement): HTMLElement {
    const { model } = this.bench;
    const letter = letterOf(name);
    const go = () => model.settle(model.pins.get(name)!, "path");
    const words = `Go to pin ${letter}`;
    const attributes = { type: "button", class: "gl-step", title: words, "aria-label": words, onclick: go };
    const title = `Take pin ${letter} away`;
    const drop = h("button", { type: "button", title, "aria-label": title, onclick: () => this.drop(name) }, "\u00d7");
    const head = h("div", { class: "gl-pin-chip-head" }, h("b", {}, letter), drop);
    return h(
      "div",
      { class: "gl-pin-chip", "data-testid": `pin-chip-${letter}` },
      head,
      h("button", attributes, canvas),
    );
  }

  private pin(name: PinName): void {
    const { model } = this.bench;
    const point = model.current;
    model.pins.set(name, point.code ? point : (model.sample?.point ?? point));
    model.changed("pins");
    model.changed("settled");
  }

  /** The pins after it move up by a letter. */
  private drop(name: PinName): void {
    const { pins } = this.bench.model;
    const [a = null, b = null, ...more] = pins.names.filter((one) => one !== name).map((one) => pins.get(one)!);
    Object.assign(pins, { a, b, more });
    this.bench.model.changed("pins");
    this.bench.model.changed("settled");
  }

  private async paint(names: PinName[], canvases: HTMLCanvasElement[]): Promise<void> {
    const mine = ++this.shown;
    const { model, painter, failed } = this.bench;
    if (names.length === 0) return;
    try {
      const pins = names.map((name) => model.pins.get(name)!);
      const { x } = await model.engine.batch(pins);
      if (mine !== this.shown) return;
      rows(x, names.length).forEach((item, i) => painter.paint(canvases[i], item, 0, 48));
    } catch (error) {
      if (mine === this.shown) failed(error as Error);
    }
  }
}
