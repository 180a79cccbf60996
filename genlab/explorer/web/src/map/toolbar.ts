import { h } from "../dom/h";
import { mapKey, METHODS, offers, SPACES, type Offer } from "../maps/choice";
import type { Maps } from "../maps/maps";
import type { Space } from "../messages";
import type { MapView } from "./mapView";
import type { Steering } from "./steering";

/** Above the map: which map it is and which axes it shows, zoom, pan, and back to all points. */
export class Toolbar {
  readonly element: HTMLElement;
  private offers: Offer[] = [];
  private readonly method: HTMLSelectElement;
  private readonly space: HTMLSelectElement;
  private readonly encoder: HTMLSelectElement;
  private readonly axes: [HTMLSelectElement, HTMLSelectElement];

  constructor(
    private readonly maps: Maps,
    map: MapView,
    steering: Steering,
  ) {
    const { data } = maps.model;
    this.method = select("Map", "map-method", (value) => {
      const change = this.offers.find((offer) => offer.value === value)?.change;
      if (change) maps.choose(change);
    });
    this.offer();
    this.space = select("Map of", "map-space", (value) => maps.choose({ space: value as Space }));
    fill(this.space, data.maps.spaces, SPACES);
    this.encoder = select("Encoder", "map-encoder", (value) => maps.choose({ encoder: value || null }));
    this.encoder.append(h("option", { value: "" }, "pixels (PCA)"));
    for (const { run, name } of data.maps.encoders) this.encoder.append(h("option", { value: run }, name));
    this.axes = [
      select("Horizontal axis", "map-across", () => this.turn(0)),
      select("Vertical axis", "map-up", () => this.turn(1)),
    ];
    this.element = h(
      "div",
      { class: "gl-toolbar" },
      labelled("map", this.method),
      labelled("of", this.space),
      labelled("by", this.encoder),
      labelled("across", this.axes[0]),
      labelled("up", this.axes[1]),
      h("span", { class: "gl-tools" }, ...this.tools(map, steering)),
    );
    maps.on(() => this.draw());
  }

  private draw(): void {
    const { choice, flat, model } = this.maps;
    const { data } = model;
    const key = mapKey(data, choice);
    this.offer();
    const shown = this.offers.find(({ change }) => change && mapKey(data, { ...choice, ...change }) === key);
    this.method.value = shown?.value ?? "";
    this.method.title = METHODS[choice.method].about;
    this.space.value = choice.space;
    this.space.title = SPACES[choice.space].about;
    this.space.parentElement!.hidden = this.space.options.length < 2;
    this.encoder.value = choice.encoder ?? "";
    this.encoder.title =
      "How the items are compared: by their pixels, or by the codes that one of your autoencoders gives them.";
    this.encoder.parentElement!.hidden =
      choice.space !== "outputs" || !data.maps.socket || data.maps.encoders.length === 0;
    this.axes.forEach((axis, i) => {
      axis.parentElement!.hidden = !flat;
      if (!flat) return;
      axis.replaceChildren(...flat.names.map((name, at) => h("option", { value: at }, name)));
      axis.value = String(Math.min(choice.axes[i], flat.names.length - 1));
      axis.disabled = flat.names.length < 2;
    });
  }

  /** The maps there are: one's own axes once they are laid. */
  private offer(): void {
    const { model, choice } = this.maps;
    const found = offers(model.data, choice.own !== null);
    if (found.length === this.offers.length) return;
    this.offers = found;
    const lines = found.map(({ value, name, about, change }) =>
      h("option", { value, title: about, disabled: change === null }, name),
    );
    this.method.replaceChildren(...lines);
  }

  /** The axes differ: where the other one has the name just chosen, they change places. */
  private turn(changed: 0 | 1): void {
    const before = this.maps.choice.axes;
    const axes = this.axes.map(({ value }) => Number(value)) as [number, number];
    if (axes[0] === axes[1]) axes[1 - changed] = before[changed];
    this.maps.choose({ axes });
  }

  private tools(map: MapView, steering: Steering): HTMLButtonElement[] {
    const tool = (text: string, title: string, onclick: () => void) =>
      h("button", { type: "button", class: "gl-tool", title, "aria-label": title, onclick }, text);
    const about = "Drag pans the map instead of the point (also: drag with shift or the right button)";
    const hand = tool("Pan", about, () => {
      steering.panning = !steering.panning;
      hand.setAttribute("aria-pressed", String(steering.panning));
    });
    hand.setAttribute("aria-pressed", "false");
    return [
      tool("\u2212", "Zoom out", () => map.zoom(1 / 1.5)),
      tool("+", "Zoom in", () => map.zoom(1.5)),
      hand,
      tool("Fit", "Show all points", () => map.reset()),
    ];
  }
}

function select(name: string, testId: string, chosen: (value: string) => void): HTMLSelectElement {
  const made = h("select", { title: name, "aria-label": name, "data-testid": testId });
  made.onchange = () => chosen(made.value);
  return made;
}

function fill<T extends string>(
  list: HTMLSelectElement,
  names: T[],
  words: Record<T, { name: string; about: string }>,
) {
  list.append(...names.map((name) => h("option", { value: name, title: words[name].about }, words[name].name)));
}

function labelled(text: string, control: HTMLSelectElement): HTMLLabelElement {
  return h("label", { class: "gl-axis" }, h("span", {}, text), control);
}
