import { h } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { Model } from "../state/model";
import { classColor, classMark, pixelOf } from "./colors";
import { classCenters } from "./hit";
import { stampOf } from "./raster";

/** The classes with their marks and counts: a click hides one, a double click or “only” isolates it. */
export class Legend {
  readonly element = h("div", { class: "gl-legend", role: "group", "aria-label": "Classes", "data-testid": "legend" });
  private all: HTMLButtonElement | null = null;
  private readonly entries = new Map<number, { button: HTMLButtonElement; swatch: HTMLCanvasElement }>();

  constructor(
    private readonly model: Model,
    theme: Theme,
  ) {
    const { labelNames } = model.data.points;
    if (model.data.run.family === "gan") {
      this.element.append(h("span", { class: "gl-hint" }, "Class of the nearest data item:"));
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
    this.element.hidden = this.entries.size === 0;
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
      const context = swatch.getContext("2d")!;
      const image = context.createImageData(22, 22);
      const words = new Uint32Array(image.data.buffer);
      const { dx, dy, cover } = stampOf(classMark(label), 9);
      const color = classColor(label, theme.dark);
      cover.forEach((c, k) => {
        const at = (11 + dy[k]) * 22 + 11 + dx[k];
        if (at >= 0 && at < words.length) words[at] = pixelOf(color, Math.min(c, 255));
      });
      context.putImageData(image, 0, 0);
    }
  }

  showAll(): void {
    this.model.hidden.clear();
    this.changed();
  }

  private toggle(label: number): void {
    if (!this.model.hidden.delete(label)) this.model.hidden.add(label);
    this.changed();
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
    this.mark();
    this.model.changed("classes");
  }

  private mark(): void {
    if (this.all) this.all.hidden = this.model.hidden.size === 0;
    for (const [label, { button }] of this.entries) {
      button.setAttribute("aria-pressed", String(!this.model.hidden.has(label)));
    }
  }
}
