import { h } from "../dom/h";
import type { Steering } from "../map/steering";
import { TOOLS } from "./index";
import type { Bench, Tool, ToolView } from "./tool";

/** A row of buttons, one a tool. One tool is open at a time; its panel lies under map and side, across the whole view. */
export class Toolbox {
  /** The row of buttons. */
  readonly row = h("div", { class: "gl-toolbox", role: "group", "aria-label": "Tools", "data-testid": "toolbox" });
  /** Where the open tool's panel lies. */
  readonly panel = h("div", { class: "gl-tool-area", hidden: true });
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private open: { tool: Tool; view: ToolView } | null = null;

  constructor(
    private readonly bench: Bench,
    private readonly steering: Steering,
    private readonly layout: HTMLElement,
  ) {
    for (const tool of TOOLS) {
      if (!tool.fits(bench.model, bench.host)) continue;
      const { name, label, help } = tool;
      const button = h(
        "button",
        {
          type: "button",
          class: "gl-tool",
          title: help,
          "aria-pressed": "false",
          "data-testid": `tool-${name}`,
          onclick: () => (this.open?.tool === tool ? this.close() : this.show(tool)),
        },
        label,
      );
      this.buttons.set(name, button);
      this.row.append(button);
    }
    layout.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Name of the open tool, null while none is. */
  get openTool(): string | null {
    return this.open?.tool.name ?? null;
  }

  /** Opens a tool in place of the one that is open. */
  show(tool: Tool): void {
    this.close();
    const view = tool.open(this.bench);
    this.open = { tool, view };
    this.bench.map.tool = view;
    this.steering.taken = view.gesture ?? null;
    const title = h("h3", {}, tool.label);
    const close = h("button", { type: "button", title: "Close (Escape)", onclick: () => this.close() }, "Close");
    const head = h("div", { class: "gl-tool-head" }, title, h("span", { class: "gl-hint" }, tool.help), close);
    const attributes = { class: "gl-tool-panel", "aria-label": tool.label, "data-testid": `tool-panel-${tool.name}` };
    this.panel.replaceChildren(h("section", attributes, head, view.element));
    this.mark();
    this.panel.scrollIntoView({ block: "nearest" });
  }

  /** Closes the open tool, if one is. */
  close(): void {
    if (!this.open) return;
    const { view } = this.open;
    this.open = null;
    this.bench.map.tool = null;
    this.steering.taken = null;
    view.close();
    this.panel.replaceChildren();
    this.mark();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.open) return;
    const button = this.buttons.get(this.open.tool.name);
    const inside = this.panel.contains(event.target as Node);
    this.close();
    if (inside) button?.focus();
  }

  private mark(): void {
    this.panel.hidden = !this.open;
    this.layout.classList.toggle("gl-tool-open", this.open !== null);
    for (const [name, button] of this.buttons) {
      button.setAttribute("aria-pressed", String(name === this.open?.tool.name));
    }
    this.bench.request();
  }
}
