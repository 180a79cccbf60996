import { format, h, setText } from "../../dom/h";
import { readTheme } from "../../dom/theme";
import type { MapView } from "../../map/mapView";
import type { Model } from "../../state/model";
import { fogColor, type Field } from "./field";

const WIDE_PX = 200;

/** On the map: what the field behind the points means, its scale, and its value under the cursor. */
export class FogLegend {
  readonly element: HTMLElement;
  private readonly bar = h("canvas", { width: 2 * WIDE_PX, height: 20, "aria-hidden": "true" });
  private readonly ends = h("span", { class: "gl-scale-ends" });
  private readonly about = h("span", { class: "gl-scale-data" });
  private readonly here = h("output", { "data-testid": "fog-here" });
  private readonly follow = (event: PointerEvent) => this.read(event);

  constructor(
    private readonly model: Model,
    private readonly map: MapView,
    private readonly field: Field,
    end: () => void,
  ) {
    const { kind } = field;
    const title = `Take away the field ${kind.label}`;
    const close = h("button", { type: "button", title, "aria-label": title, onclick: end }, "\u00d7");
    const head = h("span", { class: "gl-scale-head" }, h("b", {}, kind.label), this.here, close);
    this.element = h(
      "div",
      { class: "gl-scale", title: kind.about, "data-testid": "fog-legend" },
      head,
      this.bar,
      this.ends,
      this.about,
    );
    for (const gesture of ["pointerdown", "pointermove", "dblclick", "wheel"] as const) {
      this.element.addEventListener(gesture, (event) => event.stopPropagation()); // what is done here is not for the map
    }
    map.element.addEventListener("pointermove", this.follow);
    map.element.append(this.element);
    this.draw();
  }

  close(): void {
    this.map.element.removeEventListener("pointermove", this.follow);
    this.element.remove();
  }

  /** Shows the scale as it is now. */
  draw(): void {
    const { kind, scale } = this.field;
    this.element.dataset.ready = String(scale !== null);
    this.bar.hidden = kind.thick === "classes" || !scale;
    if (kind.thick === "classes") {
      setText(this.ends, "");
      setText(this.about, "Colours as in the legend of classes; pale where fewer votes agree.");
      return;
    }
    if (!scale) return setText(this.about, "Reading the map\u2026");
    this.ends.replaceChildren(
      h("span", {}, format(scale.clear)),
      h("span", { class: "gl-hint" }, kind.unit),
      h("span", {}, format(scale.thick)),
    );
    const { data } = scale;
    setText(
      this.about,
      data
        ? `Nine in ten ${this.model.isGan ? "samples" : "data items"}: ${format(data[0])} to ${format(data[1])}`
        : "Clear to thick",
    );
    this.paint();
  }

  private paint(): void {
    const { scale } = this.field;
    const context = this.bar.getContext("2d")!;
    const { width, height } = this.bar;
    const { dark, background, text } = readTheme(this.map.element.closest<HTMLElement>(".gl-explorer")!);
    const [r, g, b] = fogColor(dark);
    context.fillStyle = background;
    context.fillRect(0, 0, width, height);
    for (let x = 0; x < width; x++) {
      context.fillStyle = `rgba(${r}, ${g}, ${b}, ${0.8 * (x / width) ** 0.8})`;
      context.fillRect(x, 0, 1, height);
    }
    if (!scale?.data) return;
    const at = (value: number) => ((value - scale.clear) / (scale.thick - scale.clear)) * width;
    const end = Math.max(at(scale.data[0]), at(scale.data[1]));
    context.fillStyle = text;
    context.fillRect(0, height - 5, Math.min(Math.max(end, 3), width), 5); // as far as data go
  }

  private read(event: PointerEvent): void {
    const box = this.map.element.getBoundingClientRect();
    const found = this.field.at(this.map.view, event.clientX - box.left, event.clientY - box.top);
    setText(this.here, found ? this.words(found.value, found.label) : "");
  }

  private words(value: number, label: number | null): string {
    const { kind } = this.field;
    if (label === null) return `here ${format(value)}`;
    const name = this.model.data.points.labelNames[label] ?? String(label);
    return `here ${name}, ${Math.round(100 * value)}\u202f% ${kind.unit}`;
  }
}
