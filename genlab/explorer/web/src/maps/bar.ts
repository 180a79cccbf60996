import { format, h, setText } from "../dom/h";
import type { MapChoice } from "../messages";
import type { MapView } from "../map/mapView";
import { isMade } from "./choice";
import type { Maps } from "./maps";
import type { MapOrder } from "./messages";
import { MapSettings } from "./settings";
import { hasPlaces } from "./waiting";
import { progressWords } from "./words";

const ORDERS: Record<MapOrder, { text: string; title: string; when: string[] }> = {
  pause: { text: "Pause", title: "Hold the points where they are", when: ["running"] },
  resume: { text: "Go on", title: "Let the points move on", when: ["paused", "stopped", "interrupted", "failed"] },
  stop: {
    text: "Stop",
    title: "End here and keep the map as it is",
    when: ["queued", "running", "paused"],
  },
};

const TRUST =
  "Trustworthiness: of the points shown side by side, how many really are neighbours in the space. 1 is best; " +
  "chance gives about 0.5.";
const KNN =
  "kNN accuracy: how often the nearest points on the map are of the same class as the point itself. 1 is best.";

/** Under the toolbar: how the map comes along, how good it is, and what lies behind its points. */
export class MapBar {
  readonly element: HTMLElement;
  private readonly settings: MapSettings;
  private readonly progress = h("progress", { max: 1, "aria-label": "Progress of the map" });
  private readonly words = h("span", { class: "gl-map-words", role: "status", "data-testid": "map-state" });
  private readonly buttons = new Map<MapOrder, HTMLButtonElement>();
  private readonly stopLeft: HTMLButtonElement;
  private readonly figures = h("span", { class: "gl-figures", "data-testid": "map-figures" });
  private readonly fog: HTMLLabelElement;

  constructor(
    private readonly maps: Maps,
    private readonly map: MapView,
  ) {
    this.settings = new MapSettings(maps.model.data.maps.settings, (settings) => maps.choose({ settings }));
    for (const [order, { text, title }] of Object.entries(ORDERS) as [MapOrder, (typeof ORDERS)[MapOrder]][]) {
      const onclick = () => maps.order(order);
      this.buttons.set(order, h("button", { type: "button", title, "data-testid": `map-${order}`, onclick }, text));
    }
    const title = "End the map that was left and keep it as it is, so that the chosen one is made";
    const onclick = () => maps.stopLeft();
    this.stopLeft = h("button", { type: "button", title, hidden: true, "data-testid": "map-stop-left", onclick });
    this.fog = this.check("fog", "Fog", "Fog where the map is unsure: there a sample is a guess from codes far off.");
    const samples = "Decode a grid of places and draw the samples behind the points.";
    this.element = h(
      "div",
      { class: "gl-map-bar" },
      this.settings.element,
      ...this.buttons.values(),
      this.progress,
      this.words,
      this.stopLeft,
      h("span", { class: "gl-map-end" }, this.fog, this.check("samples", "Samples behind", samples), this.figures),
    );
    map.element.addEventListener("pointerdown", () => this.settings.close());
    maps.on(() => this.draw());
  }

  private check(name: "fog" | "samples", text: string, title: string): HTMLLabelElement {
    const input = h("input", { type: "checkbox", "data-testid": `map-${name}`, checked: this.maps.choice[name] });
    input.onchange = () => this.maps.choose({ [name]: input.checked } as Partial<MapChoice>);
    return h("label", { class: "gl-check", title }, input, text);
  }

  private draw(): void {
    const { choice, header, problem, figures, model, left } = this.maps;
    const made = isMade(choice.method);
    const state = header?.state ?? "";
    this.map.backdrop.set(choice.fog, choice.samples);
    this.settings.element.hidden = !made || !model.data.maps.socket;
    this.settings.show(choice.method, choice.settings);
    for (const [order, button] of this.buttons)
      button.hidden = !made || choice.method === "umap" || !header?.map || !ORDERS[order].when.includes(state);
    this.progress.hidden = !made || !header?.iterations || !["running", "paused"].includes(state);
    this.progress.value = header && header.iterations > 0 ? header.iteration / header.iterations : 0;
    const waiting = choice.method === "raw" || this.maps.flat || header ? "" : "Making the map\u2026";
    setText(this.words, problem || (header && made ? progressWords(header, left?.name) : waiting));
    this.stopLeft.hidden = !left || state !== "queued";
    setText(this.stopLeft, `Stop ${left?.name ?? ""}`);
    const cost = header?.kl ? `KL divergence, what t-SNE makes small: ${format(header.kl, 3)} nats` : "";
    const former = header && !hasPlaces(header) ? "Until this map has places, the one before it is shown" : "";
    this.words.title = cost || former;
    this.fog.hidden = model.plane.exact;
    const shares = figures && [figure("Trustworthiness", figures.trustworthiness, TRUST)];
    if (shares && figures.knn_accuracy !== null) shares.push(figure("kNN accuracy", figures.knn_accuracy, KNN));
    this.figures.replaceChildren(...(shares ?? []));
  }
}

function figure(name: string, value: number, title: string): HTMLElement {
  return h("span", { title, tabindex: 0 }, `${name} `, h("b", {}, format(value)));
}
