import { format, h, setText } from "../../dom/h";
import type { ItemPainter } from "../../item/painter";

/** Thumbnails of a strip; the middle one is where it leads from. */
export const STRIP_STEPS = 9;

/** How far along a direction the thumbnails lie: evenly from -reach to reach. */
export function stripSteps(reach: number): number[] {
  return Array.from({ length: STRIP_STEPS }, (_, i) => reach * ((2 * i) / (STRIP_STEPS - 1) - 1));
}

interface Moves {
  visit(steps: number): void;
  settle(steps: number): void;
  keep: (() => void) | null;
}

/** One direction: its name and effect, a strength slider that acts while dragged, and the strip of what it does. */
export class DirectionRow {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly output = h("output", {}, "0.00");
  private readonly effect = h("span", { class: "gl-effect", hidden: true });
  private readonly thumbs: HTMLCanvasElement[];
  private readonly buttons: HTMLButtonElement[];
  private readonly reach: number;

  constructor(direction: { name: string; reach: number; about?: string | undefined }, { visit, settle, keep }: Moves) {
    const { name, about } = direction;
    this.reach = direction.reach;
    // the handle stands over the middle of a thumbnail when it has that thumbnail's strength
    const far = (this.reach * STRIP_STEPS) / (STRIP_STEPS - 1);
    const title = `Strength of ${name}, in steps; double click puts it back to 0`;
    this.input = h("input", {
      type: "range",
      min: -far,
      max: far,
      step: "any",
      value: 0,
      title,
      "aria-label": title,
      "data-testid": "strength",
      oninput: () => {
        this.say(Number(this.input.value));
        visit(Number(this.input.value));
      },
      onchange: () => settle(Number(this.input.value)),
      ondblclick: () => settle(0),
    });
    this.thumbs = stripSteps(this.reach).map(() => h("canvas", { "aria-hidden": "true" }));
    this.buttons = stripSteps(this.reach).map((steps, i) => {
      const title = steps === 0 ? "Back to where this began" : `Go ${format(steps)} steps along ${name}`;
      const onclick = () => settle(steps);
      return h("button", { type: "button", class: "gl-step", title, tabindex: -1, onclick }, this.thumbs[i]);
    });
    const hint = "Keep this direction: it can then be used from any point, and others made orthogonal to it";
    const button = keep && h("button", { type: "button", title: hint, "data-testid": "keep", onclick: keep }, "Keep");
    const words = h("b", { title: about ?? name }, name);
    this.element = h(
      "div",
      { class: "gl-direction", "data-testid": "direction", "data-name": name },
      h("div", { class: "gl-direction-head" }, words, this.effect, this.output, button),
      this.input,
      h("div", { class: "gl-strip", "data-testid": "strip" }, ...this.buttons),
    );
  }

  /** Puts the slider where the direction stands. */
  stand(steps: number): void {
    this.input.value = String(steps);
    this.say(steps);
  }

  paint(painter: ItemPainter, strip: Float32Array): void {
    const size = strip.length / STRIP_STEPS;
    const trail = painter.item.modality === "points" ? strip : undefined;
    this.thumbs.forEach((thumb, i) => painter.paint(thumb, strip, i * size, 44, trail));
  }

  /** Says how much one step changes the item, as a bar relative to `most` and in words. */
  tell(effect: number, most: number): void {
    this.effect.hidden = false;
    this.effect.style.setProperty("--gl-share", String(most > 0 ? effect / most : 0));
    setText(this.effect, `${format(100 * effect, 1)}\u202f% a step`);
    this.effect.title = "How much one step changes the sample from here: root mean square, of the value range";
  }

  private say(steps: number): void {
    setText(this.output, format(steps));
    const place = (steps / this.reach + 1) / 2;
    const near = Math.round(place * (STRIP_STEPS - 1));
    this.buttons.forEach((button, i) => button.setAttribute("aria-current", String(i === near)));
  }
}
