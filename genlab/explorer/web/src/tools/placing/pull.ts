import { h } from "../../dom/h";

/** How strongly a code is kept to where codes are likely, from hardly to nothing else. */
export class PullSlider {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;

  /** @param begin power of ten to begin with, -6 to 0 */
  constructor(begin: number, changed: () => void) {
    const title = "Right: keep to likely codes, even if the picture is less like it. Left: only the picture counts";
    const attributes = { type: "range", min: -6, max: 0, step: 0.25, value: begin, title, "data-testid": "pull" };
    this.input = h("input", { ...attributes, "aria-label": title, oninput: changed });
    this.element = h("label", { class: "gl-radius", title }, "Stay likely", this.input);
  }

  get value(): number {
    return 10 ** Number(this.input.value);
  }
}
