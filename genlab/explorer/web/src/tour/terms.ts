import { h } from "../dom/h";
import { wear } from "./colors";
import { MARGIN_PX, place } from "./place";
import { TOUR_STYLE } from "./style";

const WORD = ".gl-term";

/**
 * Shows what a marked word means: under the pointer, on focus and on touch, until the pointer leaves it or Esc is
 * pressed. Where this script does not run, the word's own title does.
 */
export class Terms {
  private readonly place = h("div", {});
  private readonly tip = h("div", { class: "tip", role: "tooltip", id: "genlab-term", hidden: true });
  private word: HTMLElement | null = null;

  constructor(private readonly page: () => HTMLElement) {
    this.place.attachShadow({ mode: "open" }).append(h("style", {}, TOUR_STYLE), this.tip);
    document.body.append(this.place);
    document.addEventListener("pointerover", (event) => this.enter(event.target));
    document.addEventListener("focusin", (event) => this.enter(event.target));
    document.addEventListener("focusout", () => this.hide());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
    document.addEventListener("scroll", () => this.hide(), true);
  }

  private enter(target: EventTarget | null): void {
    const word = target instanceof Element ? target.closest<HTMLElement>(WORD) : null;
    if (word === this.word) return;
    if (!word) {
      if (document.activeElement !== this.word) this.hide();
      return;
    }
    this.show(word);
  }

  private show(word: HTMLElement): void {
    this.hide();
    this.word = word;
    if (word.title) {
      word.dataset.meaning = word.title;
      word.setAttribute("aria-description", word.title); // a screen reader reads it with the word
      word.removeAttribute("title"); // else the browser shows its own beside ours
    }
    this.tip.textContent = word.dataset.meaning ?? "";
    wear(this.place, this.page());
    this.tip.hidden = false;
    const { left, top, width, height } = word.getBoundingClientRect();
    const card = { width: this.tip.offsetWidth, height: this.tip.offsetHeight };
    const at = place({ left, top: top + MARGIN_PX, width, height: height - 2 * MARGIN_PX }, card, {
      width: innerWidth,
      height: innerHeight,
    });
    this.tip.style.left = `${at.left}px`;
    this.tip.style.top = `${at.top}px`;
  }

  private hide(): void {
    this.tip.hidden = true;
    this.word = null;
  }
}
