import { h } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { Model } from "../state/model";
import { classColor, classMark, pixelOf, type Mark } from "./colors";
import { classCenters } from "./hit";
import { REAL, stampOf } from "./raster";

/** The classes with their marks and counts: a click hides one, a double click or “only” isolates it. */
export class Legend {
  readonly element = h("div", { class: "gl-legend", role: "group", "aria-label": "Classes", "data-testid": "legend" });
  private all: HTMLButtonElement | null = null;
  private readonly real: HTMLButtonElement;
  private readonly frame = h("canvas", { width: "22", height: "22", "aria-hidden": "true" });
  private readonly entries = new Map<number, { button: HTMLButtonElement; swatch: HTMLCanvasElement }>();

  constructor(
    private readonly model: Model,
    theme: Theme,
  ) {
    const { labelNames } = model.data.points;
    if (model.data.run.family === "gan") {
      const told = model.data.latent.classes.length > 0;
      this.element.append(
        h("span", { class: "gl-hint" }, told ? "Class asked for:" : "Class of the nearest data item:"),
      );
    }
    for (const [label, { count }] of classCenters(model.plane.cloud)) {
      const name = labelNames[label] ?? (label < 0 ? "no label" : String(label));
      const swatch = h("canvas", { width: "22", height: "22", "aria-hidden": "true" });
      const button = h(
        "button",
        {
          type: "button",
          class: "gl-class",
          title: `${name}: ${count} items. Click to hide or show, double click to see it alone.`,
          onclick: () => this.toggle(label),
          ondblclick: () => this.isolate(label),
        },
        swatch,
        h("b", {}, name),
        h("span", { class: "gl-count" }, String(count)),
      );
      const only = h(
        "button",
        { type: "button", class: "gl-only", title: `Show only ${name}`, onclick: () => this.isolate(label) },
        "only",
      );
      only.setAttribute("aria-label", `Show only ${name}`);
      this.entries.set(label, { button, swatch });
      this.element.append(h("span", { class: "gl-class-group" }, button, only));
    }
    this.real = this.realEntry();
    this.element.append(this.real);
    model.on((change) => (change === "plane" || change === "classes") && this.mark());
    if (this.entries.size > 1) {
      const all = { type: "button", class: "gl-only gl-all", title: "Show all classes", onclick: () => this.showAll() };
      this.all = h("button", all, "Show all");
      this.element.append(this.all);
    }
    this.setTheme(theme);
    this.mark();
  }

  setTheme(theme: Theme): void {
    for (const [label, { swatch }] of this.entries) {
      paintMark(swatch, classMark(label), classColor(label, theme.dark));
    }
    paintMark(this.frame, "frame", theme.dark ? "#c4c7cc" : "#5f6368");
  }

  showAll(): void {
    this.model.hidden.clear();
    this.changed();
  }

  private toggle(label: number): void {
    if (!this.model.hidden.delete(label)) this.model.hidden.add(label);
    this.changed();
  }

  /** The data a GAN learned from, where it is placed among what it makes. */
  private realEntry(): HTMLButtonElement {
    const title = "Real data, placed on this map of generated items and drawn hollow. Click to hide or show.";
    return h(
      "button",
      {
        type: "button",
        class: "gl-real",
        title,
        "data-testid": "legend-real",
        onclick: () => this.toggle(REAL),
      },
      this.frame,
      h("b", {}, "Real data"),
    );
  }

  /** Shows one class alone; asked again, all. */
  private isolate(label: number): void {
    const others = [...this.entries.keys()].filter((other) => other !== label);
    const alone = !this.model.hidden.has(label) && others.every((other) => this.model.hidden.has(other));
    this.model.hidden.clear();
    if (!alone) others.forEach((other) => this.model.hidden.add(other));
    this.changed();
  }

  private changed(): void {
    this.model.changed("classes");
  }

  private mark(): void {
    const { hidden, plane } = this.model;
    if (this.all) this.all.hidden = hidden.size === 0;
    this.real.hidden = !plane.real;
    this.real.setAttribute("aria-pressed", String(!hidden.has(REAL)));
    this.element.hidden = this.entries.size === 0 && !plane.real;
    for (const [label, { button }] of this.entries) {
      button.setAttribute("aria-pressed", String(!this.model.hidden.has(label)));
    }
  }
}

/** Draws a mark large into a swatch of 22 pixels. */
function paintMark(swatch: HTMLCanvasElement, mark: Mark, color: string): void {
  const context = swatch.getContext("2d")!;
  const image = context.createImageData(22, 22);
  const words = new Uint32Array(image.data.buffer);
  const { dx, dy, cover } = stampOf(mark, 9);
  cover.forEach((c, k) => {
    const at = (11 + dy[k]) * 22 + 11 + dx[k];
    if (at >= 0 && at < words.length) words[at] = pixelOf(color, Math.min(c, 255));
  });
  context.putImageData(image, 0, 0);
}
