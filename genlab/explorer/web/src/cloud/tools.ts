import { h } from "../dom/h";
import { paintMark } from "./sheet";
import { BRUSHES } from "./points";

export type Tool = "spray" | "dot" | "erase";

const TOOLS: [Tool, string, string][] = [
  ["spray", "Spray", "A cloud of points under the brush as it moves"],
  ["dot", "Dots", "One point at a time"],
  ["erase", "Erase", "Remove the points under the brush"],
];

/** The choices beside the sheet: which brush, which tool, how wide and how dense. */
export class Tools {
  brush = 0;
  tool: Tool = "spray";
  readonly element: HTMLElement;
  private readonly brushes: HTMLButtonElement[];
  private readonly tools: HTMLButtonElement[];
  private readonly widthInput = slider("Width of the brush, as a share of the sheet", 2, 40, 12);
  private readonly densityInput = slider("Points a touch of the brush leaves", 1, 40, 8);

  constructor(private readonly changed: () => void) {
    this.brushes = Array.from({ length: BRUSHES }, (_, brush) =>
      choice(`Brush ${brush + 1}: its points become a class of their own (key ${brush + 1})`, () => this.take(brush)),
    );
    this.tools = TOOLS.map(([tool, label, help]) => {
      const button = choice(help, () => this.use(tool));
      button.append(label);
      return button;
    });
    this.element = h(
      "div",
      { class: "gl-cloud-tools" },
      group("Class", this.brushes),
      group("Tool", this.tools),
      h("label", {}, h("span", {}, "Width"), this.widthInput),
      h("label", {}, h("span", {}, "Density"), this.densityInput),
    );
    this.widthInput.addEventListener("input", changed);
    this.show();
  }

  /** Share of the sheet's side. */
  get width(): number {
    return Number(this.widthInput.value) / 100;
  }

  get density(): number {
    return Number(this.densityInput.value);
  }

  take(brush: number): void {
    this.brush = brush;
    if (this.tool === "erase") this.tool = "spray";
    this.show();
    this.changed();
  }

  use(tool: Tool): void {
    this.tool = tool;
    this.show();
    this.changed();
  }

  /** Paints the brushes anew, for a change of theme. */
  paint(dark: boolean): void {
    this.brushes.forEach((button, brush) => {
      button.replaceChildren(h("span", { class: "gl-cloud-brush" }, paintMark(brush, dark, 6), String(brush + 1)));
    });
  }

  private show(): void {
    this.brushes.forEach((button, brush) => button.setAttribute("aria-checked", String(brush === this.brush)));
    this.tools.forEach((button, i) => button.setAttribute("aria-checked", String(TOOLS[i][0] === this.tool)));
  }
}

function choice(help: string, chosen: () => void): HTMLButtonElement {
  return h("button", { type: "button", role: "radio", title: help, "aria-label": help, onclick: chosen });
}

function group(name: string, buttons: HTMLButtonElement[]): HTMLElement {
  return h(
    "fieldset",
    {},
    h("legend", {}, name),
    h("div", { class: "gl-cloud-row", role: "radiogroup", "aria-label": name }, ...buttons),
  );
}

function slider(help: string, min: number, max: number, value: number): HTMLInputElement {
  return h("input", { type: "range", min, max, value, title: help, "aria-label": help });
}
