import { h } from "../../dom/h";
import type { ItemInfo } from "../../messages";

/** What the hand on the picture does: paint in a colour, or drag a piece of the picture along. */
export class Brush {
  readonly controls: HTMLElement[];
  private readonly modes: HTMLButtonElement[];
  private readonly size: HTMLInputElement;
  private readonly color = h("input", { type: "color", value: "#ffffff", "data-testid": "brush-color" });
  private mode = "bright";

  constructor(
    private readonly item: ItemInfo,
    started: () => void,
  ) {
    const choices: [string, string, string][] =
      item.shape[0] >= 3
        ? [["colour", "Colour", "Paint in the colour beside"]]
        : [
            ["bright", "Bright", "Paint what should be bright"],
            ["dark", "Dark", "Paint what should be dark"],
          ];
    choices.push(["drag", "Drag", "Take a piece of the picture and drag it where it should be"]);
    this.mode = choices[0][0];
    this.modes = choices.map(([mode, name, title]) => {
      const onclick = () => {
        this.mode = mode;
        started();
        this.mark();
      };
      const id = `brush-${mode}`;
      return h("button", { type: "button", class: "gl-tool", title, onclick, "data-testid": id, value: mode }, name);
    });
    const help = "Brush width";
    const most = Math.max(...item.shape.slice(1)) / 4;
    const begin = Math.max(0.7, most / 3);
    this.size = h("input", {
      type: "range",
      min: 0.7,
      max: most,
      step: 0.1,
      value: begin,
      title: help,
      "aria-label": help,
    });
    this.color.title = "Colour of the brush";
    this.color.setAttribute("aria-label", "Colour of the brush");
    const group = h("span", { class: "gl-tool-group", role: "group", "aria-label": "Brush" }, ...this.modes);
    if (item.shape[0] >= 3) group.append(this.color);
    this.controls = [group, h("label", { class: "gl-radius", title: help }, "Brush", this.size)];
    this.mark();
  }

  get drags(): boolean {
    return this.mode === "drag";
  }

  /** In pixels of the item. */
  get radius(): number {
    return Number(this.size.value);
  }

  /** The colour to paint in, one value a channel. */
  get values(): number[] {
    const { min, max } = this.item;
    if (this.mode === "bright") return [max];
    if (this.mode === "dark") return [min];
    const hex = parseInt(this.color.value.slice(1), 16);
    return [hex >> 16, (hex >> 8) & 255, hex & 255].map((part) => min + (part / 255) * (max - min));
  }

  private mark(): void {
    for (const button of this.modes) button.setAttribute("aria-pressed", String(button.value === this.mode));
  }
}
