import { h } from "../../dom/h";
import type { Model } from "../../state/model";
import type { Bench, Tool, ToolView } from "../tool";
import { Field } from "./field";
import { KINDS, type Kind } from "./kinds";
import { FogLegend } from "./legend";

/** The field that lies on a view's map; it stays there when the tool is closed, until it is taken away. */
interface Laid {
  kind: Kind;
  legend: FogLegend;
}
const laid = new WeakMap<Model, Laid>();

/** Lays fog and other fields behind the map's points. */
export const fog: Tool = {
  name: "fog",
  label: "Fog & fields",
  help: "Shade the map by how far to believe what is decoded at each place, or by what the decoder does there.",
  fits: () => true,
  open: (bench) => new FogView(bench),
};

class FogView implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private readonly about = h("p", { class: "gl-hint", role: "status", "data-testid": "fog-about" });
  private readonly stop: () => void;

  constructor(private readonly bench: Bench) {
    for (const kind of KINDS) {
      const onclick = () => this.choose(laid.get(bench.model)?.kind === kind ? null : kind);
      const attributes = { type: "button", class: "gl-tool", "data-testid": `field-${kind.name}`, onclick };
      this.buttons.set(kind.name, h("button", attributes, kind.label));
    }
    const row = { class: "gl-tool-row", role: "group", "aria-label": "Fields" };
    this.element.append(h("div", row, ...this.buttons.values()), this.about);
    this.stop = bench.model.on((change) => change === "plane" && this.mark());
    this.mark();
  }

  close(): void {
    this.stop();
  }

  private choose(kind: Kind | null): void {
    lay(this.bench, kind, () => this.mark());
    this.mark();
  }

  private mark(): void {
    const { model } = this.bench;
    const chosen = laid.get(model)?.kind ?? null;
    for (const kind of KINDS) {
      const button = this.buttons.get(kind.name)!;
      const why = kind.unfit(model);
      button.disabled = why !== "";
      button.title = why || kind.about;
      button.setAttribute("aria-pressed", String(kind === chosen));
    }
    const through = model.plane.exact ? " On this flat map it is read in the plane through the point you are at." : "";
    this.about.textContent = chosen ? chosen.about + through : "Nothing lies on the map. Choose what to shade it by.";
  }
}

/** Lays a field on the map in place of the one that is there; null takes that away. */
function lay({ model, map, failed }: Bench, kind: Kind | null, marked: () => void): void {
  laid.get(model)?.legend.close();
  laid.delete(model);
  map.backdrop.lay(null);
  if (!kind) return;
  let legend: FogLegend | null = null;
  const field = new Field(kind, model, () => legend?.draw());
  const end = () => {
    if (laid.get(model)?.legend !== legend) return;
    legend?.close();
    laid.delete(model);
    map.backdrop.lay(null);
    marked();
  };
  try {
    legend = new FogLegend(model, map, field, end);
    laid.set(model, { kind, legend });
    map.backdrop.lay(field);
  } catch (error) {
    failed(error as Error);
  }
}
