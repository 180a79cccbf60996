import { h } from "../../dom/h";
import type { Group } from "../../state/groups";
import type { Bench } from "../tool";
import { chip } from "./finding";

const LONGEST = 40;
/** As many as the page and a bookmark keep. */
const MOST = 32;

/** Naming selections: each name is a group to come back to, and to draw directions and axes between. */
export class Tags {
  readonly element: HTMLElement;
  private readonly input = h("input", {
    type: "text",
    placeholder: "name this selection",
    maxlength: LONGEST,
    "aria-label": "Name for this selection",
    "data-testid": "tag-name",
  });
  private readonly keep: HTMLButtonElement;
  private readonly list = h("span", { class: "gl-chips", "data-testid": "tags" });
  private readonly stop: () => void;

  constructor(
    private readonly bench: Bench,
    private readonly choose: (rows: Int32Array) => void,
  ) {
    const title = "Keep this selection as a group under this name";
    const onclick = () => this.tag();
    this.keep = h("button", { type: "button", title, "data-testid": "tag-keep", onclick }, "Keep as group");
    this.input.onkeydown = (event) => event.key === "Enter" && this.tag();
    this.input.oninput = () => this.draw();
    this.element = h("div", { class: "gl-tool-row" }, this.input, this.keep, this.list);
    this.stop = bench.model.on((change) => (change === "tags" || change === "selection") && this.draw());
    this.draw();
  }

  close(): void {
    this.stop();
  }

  private tag(): void {
    const { model } = this.bench;
    const name = this.input.value.trim();
    if (this.keep.disabled || name === "") return;
    const group: Group = { name, kind: "tag", rows: model.selection.rows() };
    const others = model.tags.filter((tag) => tag.name !== name);
    this.input.value = "";
    this.set([...others, group]);
  }

  private set(tags: Group[]): void {
    const { model } = this.bench;
    model.tags.splice(0, model.tags.length, ...tags);
    model.changed("tags");
  }

  private draw(): void {
    const { tags, selection } = this.bench.model;
    const full = tags.length >= MOST && !tags.some(({ name }) => name === this.input.value.trim());
    this.keep.disabled = selection.count === 0 || this.input.value.trim() === "" || full;
    this.list.replaceChildren(...tags.map((tag) => this.entry(tag)));
  }

  private entry(tag: Group): HTMLElement {
    const title = `Forget the group ${tag.name}; its items stay`;
    const onclick = () => this.set(this.bench.model.tags.filter((other) => other !== tag));
    const forget = h("button", { type: "button", class: "gl-only", title, "aria-label": title, onclick }, "\u00d7");
    const select = chip(tag.name, tag.rows.length, () => this.choose(tag.rows));
    select.classList.add("gl-class");
    return h("span", { class: "gl-class-group" }, select, forget);
  }
}
