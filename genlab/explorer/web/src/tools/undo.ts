import { h } from "../dom/h";
import { takesLetters } from "../map/keys";
import { History } from "../state/history";
import type { Model } from "../state/model";

/** Undo and redo: two buttons, Ctrl+Z and Ctrl+Shift+Z. */
export class Undo {
  readonly element: HTMLElement;
  private readonly history: History;
  private readonly back: HTMLButtonElement;
  private readonly forth: HTMLButtonElement;

  constructor(model: Model, root: HTMLElement) {
    this.history = new History(model, () => this.mark());
    const button = (name: string, title: string, testId: string, onclick: () => void) =>
      h("button", { type: "button", class: "gl-tool", title, "data-testid": testId, onclick }, name);
    const what = "of point, pins, selection or groups";
    this.back = button("Undo", `Take back the last change ${what} (Ctrl+Z)`, "undo", () => this.history.undo());
    this.forth = button("Redo", `Do it again (Ctrl+Shift+Z)`, "redo", () => this.history.redo());
    this.element = h("span", { class: "gl-tools" }, this.back, this.forth);
    root.addEventListener("keydown", (event) => this.onKey(event));
    this.mark();
  }

  close(): void {
    this.history.close();
  }

  private onKey(event: KeyboardEvent): void {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
    if (takesLetters(event.target as HTMLElement)) return; // there it takes back what was typed
    if (key === "y" || event.shiftKey) this.history.redo();
    else this.history.undo();
    event.preventDefault();
  }

  private mark(): void {
    // a button that is disabled under the hand would lose the focus, and with it the keys
    this.back.setAttribute("aria-disabled", String(!this.history.canUndo));
    this.forth.setAttribute("aria-disabled", String(!this.history.canRedo));
  }
}
