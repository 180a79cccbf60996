import { h } from "../../dom/h";
import { freeName, type Direction } from "../../state/directions";
import type { Model } from "../../state/model";

/** The directions a person kept: to be used, renamed or let go. */
export class Kept {
  readonly element = h("div", { class: "gl-tool-row gl-kept", "data-testid": "kept", "aria-label": "Kept directions" });
  private readonly stop: () => void;

  constructor(
    private readonly model: Model,
    private readonly use: (direction: Direction) => void,
  ) {
    this.stop = model.on((change) => change === "directions" && this.show());
    this.show();
  }

  close(): void {
    this.stop();
  }

  private show(): void {
    const { directions } = this.model;
    this.element.hidden = directions.length === 0;
    this.element.replaceChildren(h("span", {}, "Kept:"), ...directions.map((direction) => this.chip(direction)));
  }

  private chip(direction: Direction): HTMLElement {
    const { directions } = this.model;
    const others = directions.filter((other) => other !== direction);
    const title = "What you call this direction; type to rename it";
    const name = h("input", { type: "text", value: direction.name, title, "aria-label": title, maxlength: 60 });
    name.onchange = () => {
      direction.name = freeName(name.value.trim() || direction.name, others);
      this.model.changed("directions");
    };
    const use = h("button", { type: "button", title: "Move along it from where you are" }, "Use");
    use.onclick = () => this.use(direction);
    const drop = h("button", { type: "button", title: `Let go of ${direction.name}` }, "\u00d7");
    drop.setAttribute("aria-label", `Let go of ${direction.name}`);
    drop.onclick = () => {
      directions.splice(directions.indexOf(direction), 1);
      this.model.changed("directions");
    };
    return h("span", { class: "gl-kept-one" }, name, use, drop);
  }
}
