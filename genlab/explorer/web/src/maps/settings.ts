import { h } from "../dom/h";
import type { MapSetting } from "../messages";

/** What a map can be made with, behind a small button. */
export class MapSettings {
  readonly element: HTMLDetailsElement;
  private readonly inputs = new Map<string, { field: HTMLElement; input: HTMLInputElement }>();

  constructor(
    private readonly settings: MapSetting[],
    run: (values: Record<string, number>) => void,
  ) {
    const fields = settings.map(({ name, label, help, min, max }) => {
      const input = h("input", { type: "number", min, max, step: "any", required: true, title: help });
      input.dataset.testid = `tsne-${name}`;
      const hint = h("span", { class: "gl-hint" }, help);
      const field = h("label", { class: "gl-field" }, h("b", {}, label), input, hint);
      this.inputs.set(name, { field, input });
      return field;
    });
    const title = "Make the map with these settings";
    const form = h("form", { class: "gl-settings" }, ...fields, h("button", { type: "submit", title }, "Run"));
    form.onsubmit = (event) => {
      event.preventDefault();
      this.close();
      run(Object.fromEntries([...this.inputs].map(([name, { input }]) => [name, Number(input.value)])));
    };
    const summary = h("summary", { title: "How the map is made", "data-testid": "map-settings" }, "Settings");
    this.element = h("details", { class: "gl-disclosure" }, summary, form);
    this.element.onkeydown = (event) => {
      if (event.key !== "Escape" || !this.element.open) return;
      event.stopPropagation(); // it closes this and nothing else
      this.close();
      summary.focus();
    };
  }

  close(): void {
    this.element.open = false;
  }

  /** Shows the settings of the chosen map, unless a hand is at them. */
  show(method: string, values: Record<string, number>): void {
    if (this.element.open) return;
    for (const { name, of, default: usual } of this.settings) {
      const { field, input } = this.inputs.get(name)!;
      field.hidden = input.disabled = !of.includes(method);
      input.value = String(values[name] ?? usual);
    }
  }
}
