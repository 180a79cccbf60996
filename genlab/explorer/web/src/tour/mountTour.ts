import { h } from "../dom/h";
import { find } from "./find";
import { STEPS } from "./steps";
import { BUTTON_STYLE } from "./style";
import { Terms } from "./terms";
import { Tour } from "./tour";

const DONE = "genlab.tour";

export interface TourHost {
  /** Asks the page that shows the map to open. */
  explore(): void;
}

let tour: Tour | null = null;
let terms: Terms | null = null;
/** The button as it is on the page now: the page changes, the tour goes on. */
let current: HTMLElement = document.body;

/** Shows the button that starts the tour; who has not taken it yet is offered it there. */
export function mountTour(root: HTMLElement | ShadowRoot, _data: { key: string }, host: TourHost) {
  const button = h("button", {
    type: "button",
    class: "gl-tour",
    title: "A tour of two minutes over the real page: arrow keys go on and back, Esc ends it",
    "data-testid": "tour-start",
  });
  const style = h("style", {}, BUTTON_STYLE);
  const label = () => {
    button.toggleAttribute("data-new", !isDone());
    button.replaceChildren(isDone() ? "" : h("span", {}, "New here? "), "Tour");
  };
  button.onclick = () => {
    tour?.end();
    if (!find(STEPS[0].targets)) host.explore();
    tour = new Tour(
      () => current,
      () => {
        tour = null;
        remember();
        window.dispatchEvent(new Event(DONE));
        current.focus({ preventScroll: true });
      },
    );
  };
  label();
  window.addEventListener(DONE, label);
  root.append(style, button);
  current = button;
  terms ??= new Terms(() => current);
  return {
    update() {},
    destroy() {
      window.removeEventListener(DONE, label);
      style.remove();
      button.remove();
    },
  };
}

function isDone(): boolean {
  try {
    return localStorage.getItem(DONE) !== null;
  } catch {
    return true; // a browser that keeps nothing is not asked again and again
  }
}

function remember(): void {
  try {
    localStorage.setItem(DONE, "done");
  } catch {
    // nothing is kept, and nothing is asked
  }
}
