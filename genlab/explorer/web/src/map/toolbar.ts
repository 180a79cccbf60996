import { h } from "../dom/h";
import type { Model } from "../state/model";
import { partnerOf, type AxisChoice } from "../state/plane";
import type { MapView } from "./mapView";
import type { Steering } from "./steering";

/** Above the map: which axes it shows, zoom, pan, and back to all points. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly horizontal: HTMLSelectElement;
  private readonly vertical: HTMLSelectElement;

  constructor(
    private readonly model: Model,
    map: MapView,
    steering: Steering,
  ) {
    this.horizontal = this.select("Horizontal axis", model.plane.horizontal);
    this.vertical = this.select("Vertical axis", model.plane.vertical);
    const tool = (text: string, title: string, onclick: () => void) =>
      h("button", { type: "button", class: "gl-tool", title, "aria-label": title, onclick }, text);
    const hand = tool(
      "Pan",
      "Drag pans the map instead of the point (also: drag with shift or the right button)",
      () => {
        steering.panning = !steering.panning;
        hand.setAttribute("aria-pressed", String(steering.panning));
      },
    );
    hand.setAttribute("aria-pressed", "false");
    this.element = h(
      "div",
      { class: "gl-toolbar" },
      h("label", { class: "gl-axis" }, h("span", {}, "across"), this.horizontal),
      h("label", { class: "gl-axis" }, h("span", {}, "up"), this.vertical),
      h(
        "span",
        { class: "gl-tools" },
        tool("\u2212", "Zoom out", () => map.zoom(1 / 1.5)),
        tool("+", "Zoom in", () => map.zoom(1.5)),
        hand,
        tool("Fit", "Show all points", () => map.reset()),
      ),
    );
  }

  private select(name: string, chosen: AxisChoice): HTMLSelectElement {
    const groups = { pca: h("optgroup", { label: "Principal components" }), raw: h("optgroup", { label: "Raw axes" }) };
    this.model.choices.forEach((choice, i) => {
      groups[choice.kind].append(h("option", { value: i, selected: choice === chosen }, choice.name));
    });
    const select = h("select", { title: name, "aria-label": name, onchange: () => this.change(select) });
    for (const group of [groups.pca, groups.raw]) if (group.childElementCount > 0) select.append(group);
    select.disabled = this.model.choices.length < 2;
    return select;
  }

  /** Both axes are of one kind and differ: the other select follows the one just changed. */
  private change(changed: HTMLSelectElement): void {
    const other = changed === this.horizontal ? this.vertical : this.horizontal;
    const { choices } = this.model;
    const picked = choices[Number(changed.value)];
    const rest = choices[Number(other.value)];
    if (rest.kind !== picked.kind || rest.column === picked.column) {
      other.value = String(choices.indexOf(partnerOf(choices, picked)));
    }
    this.model.show(choices[Number(this.horizontal.value)], choices[Number(this.vertical.value)]);
  }
}
