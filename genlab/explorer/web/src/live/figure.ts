import { h, setText } from "../dom/h";

/** A titled square canvas with a caption; draws in CSS pixels, sharp on any display. */
export class Figure {
  readonly element: HTMLElement;
  private readonly canvas = h("canvas", { role: "img" });
  private readonly caption = h("figcaption");
  private said = "";

  constructor(testId: string, title: string) {
    this.element = h("figure", { "data-testid": testId }, h("h3", {}, title), this.canvas, this.caption);
    this.describe(`${title}: nothing yet.`);
  }

  /** What a screen reader says in place of the picture. */
  describe(text: string): void {
    if (this.canvas.getAttribute("aria-label") !== text) this.canvas.setAttribute("aria-label", text);
  }

  /** The words below the picture, with a coloured dot, or a square one, before each entry of `key`. */
  explain(text: string, key: { label: string; color: string; square?: boolean }[] = []): void {
    const said = JSON.stringify([text, key]);
    if (said === this.said) return; // laying the page out anew takes longer than the picture
    this.said = said;
    setText(this.caption, text);
    for (const { label, color, square } of key) {
      const entry = h("span", { class: square ? "gl-live-key gl-live-square" : "gl-live-key" }, label);
      entry.style.setProperty("--gl-swatch", color);
      this.caption.append(" ", entry);
    }
  }

  /** Empties the canvas and returns it with the length of its side in CSS pixels; null while it is not laid out. */
  begin(): { context: CanvasRenderingContext2D; side: number } | null {
    const side = this.canvas.clientWidth;
    if (side === 0) return null;
    const ratio = window.devicePixelRatio || 1;
    const pixels = Math.round(side * ratio);
    if (this.canvas.width !== pixels) this.canvas.width = this.canvas.height = pixels;
    const context = this.canvas.getContext("2d")!;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, side, side);
    return { context, side };
  }
}

/** What each of the view's pictures offers. */
export interface Panel {
  readonly figure: Figure;
  /** Draws what was last shown again, after a change of size or theme. */
  draw(): void;
  destroy(): void;
}
