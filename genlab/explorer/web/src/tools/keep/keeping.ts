import { h, setText } from "../../dom/h";
import { momentOf } from "../../state/moment";
import type { Bench, Tool, ToolView } from "../tool";
import { pictureOf } from "./picture";

const LONGEST_NOTE = 300;
const REST_MS = 300;

/** Keeping what was found: point, pins, path, map, view and selection, with a note. */
export const keeping: Tool = {
  name: "keep",
  label: "Bookmark",
  help: "Keep this point with its pins, path, map, view and selection, to come back to or to share by a link.",
  fits: (_model, host) => host.keep !== undefined,
  open: (bench) => new Keeping(bench),
};

class Keeping implements ToolView {
  readonly element = h("div", { class: "gl-tool-row" });
  private readonly note = h("input", {
    type: "text",
    placeholder: "what is to be seen here",
    maxlength: LONGEST_NOTE,
    "aria-label": "Note",
    "data-testid": "keep-note",
  });
  private readonly words = h("span", { class: "gl-hint", role: "status", "data-testid": "kept" });
  private readonly holder = h("span", { class: "gl-keep-picture" });
  private readonly stop: () => void;
  private timer = 0;

  constructor(private readonly bench: Bench) {
    const title = "Keep this as a bookmark; the page lists it below the map, with its link";
    const onclick = () => this.keep();
    const button = h("button", { type: "button", title, "data-testid": "keep-save", onclick }, "Keep bookmark");
    this.note.onkeydown = (event) => event.key === "Enter" && this.keep();
    this.element.append(this.holder, this.note, button, this.words);
    const later = () => {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.preview(), REST_MS);
    };
    this.stop = bench.model.on((change) => change !== "hover" && later());
    this.preview();
  }

  close(): void {
    clearTimeout(this.timer);
    this.stop();
  }

  private preview(): HTMLCanvasElement {
    const { map, painter, model } = this.bench;
    const picture = pictureOf(map, painter, model.sample && model.sample.x);
    picture.setAttribute("role", "img");
    picture.setAttribute("aria-label", "The picture that is kept with the bookmark");
    this.holder.replaceChildren(picture);
    return picture;
  }

  private keep(): void {
    const { model, map, maps, host } = this.bench;
    const picture = this.preview().toDataURL("image/webp", 0.85); // a browser that cannot write WebP gives a PNG
    host.keep?.({ moment: momentOf(model, map, maps), note: this.note.value.trim(), picture });
    this.note.value = "";
    setText(this.words, "Kept. It is listed below the map, with its link.");
  }
}
