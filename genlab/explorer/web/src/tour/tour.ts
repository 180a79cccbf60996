import { h } from "../dom/h";
import { wear } from "./colors";
import { find } from "./find";
import { place, type Box } from "./place";
import { STEPS, type Step } from "./steps";
import { TOUR_STYLE } from "./style";

const WAIT_FOR_PAGE_MS = 15_000;
/** A control that is not there when its step comes may still be drawn. */
const WAIT_FOR_STEP_MS = 600;
const HEADER_PX = 64;

/** Walks through the steps over the living page: what is pointed at can be used meanwhile. */
export class Tour {
  private readonly place = h("div", { "data-testid": "tour" });
  private readonly ring = h("div", { class: "ring" });
  private readonly title = h("h2", { id: "title" });
  private readonly text = h("p", { id: "text" });
  private readonly count = h("span", { class: "count" });
  private readonly back: HTMLButtonElement;
  private readonly next: HTMLButtonElement;
  private readonly card: HTMLElement;
  private at = -1;
  private target: HTMLElement | null = null;
  private frame = 0;
  private turn = 0;

  /**
   * @param page an element of the page, for its colours
   * @param ended called when the tour is over, however it ended
   */
  constructor(
    private readonly page: () => HTMLElement,
    private readonly ended: () => void,
  ) {
    const button = (text: string, title: string, className: string, onclick: () => void) =>
      h("button", { type: "button", title, class: className, onclick }, text);
    this.back = button("Back", "The step before (left arrow)", "", () => void this.go(-1));
    this.next = button("Next", "The next step (right arrow)", "next", () => void this.go(1));
    const skip = button("Skip", "End the tour (Esc)", "quiet", () => this.end());
    this.card = h(
      "section",
      { class: "card", role: "dialog", "aria-labelledby": "title", "aria-describedby": "text", tabindex: "-1" },
      this.title,
      this.text,
      h("div", { class: "foot" }, this.count, skip, this.back, this.next),
    );
    this.card.hidden = this.ring.hidden = true;
    this.place.attachShadow({ mode: "open" }).append(h("style", {}, TOUR_STYLE), this.ring, this.card);
    document.body.append(this.place);
    document.addEventListener("keydown", this.keys, true);
    this.follow();
    void this.begin();
  }

  end(): void {
    if (this.turn < 0) return;
    this.turn = -1;
    cancelAnimationFrame(this.frame);
    document.removeEventListener("keydown", this.keys, true);
    this.place.remove();
    this.ended();
  }

  /** Waits for the map, which a first visitor may still be getting. */
  private async begin(): Promise<void> {
    await waitFor(STEPS[0], WAIT_FOR_PAGE_MS);
    await this.go(1);
  }

  /** Goes on to the nearest step in a direction whose controls are there; past the last one, the tour ends. */
  private async go(direction: 1 | -1): Promise<void> {
    const mine = ++this.turn;
    let to = this.at + direction;
    while (to >= 0 && to < STEPS.length) {
      const target = await waitFor(STEPS[to], WAIT_FOR_STEP_MS);
      if (mine !== this.turn) return;
      if (target) return this.show(to, target);
      to += direction;
    }
    if (direction > 0 && mine === this.turn) this.end();
  }

  private show(to: number, target: HTMLElement): void {
    this.at = to;
    this.target = target;
    this.title.textContent = STEPS[to].title;
    this.text.textContent = STEPS[to].text;
    this.count.textContent = `${to + 1} of ${STEPS.length}`;
    this.back.disabled = to === 0;
    this.next.textContent = to === STEPS.length - 1 ? "Done" : "Next";
    this.card.hidden = this.ring.hidden = false;
    reveal(target, this.card.offsetHeight);
    this.draw();
    this.card.focus({ preventScroll: true });
  }

  /** Keeps ring and card where the control is, whatever the page does meanwhile. */
  private follow(): void {
    this.frame = requestAnimationFrame(() => this.follow());
    if (this.target && !this.target.isConnected) this.target = find(STEPS[this.at].targets);
    this.draw();
  }

  private draw(): void {
    if (!this.target || this.card.hidden) return;
    wear(this.place, this.page());
    const target = visible(this.target.getBoundingClientRect());
    const card = { width: this.card.offsetWidth, height: this.card.offsetHeight };
    const { left, top } = place(target, card, { width: innerWidth, height: innerHeight });
    move(this.ring, target);
    this.ring.style.width = `${target.width}px`;
    this.ring.style.height = `${target.height}px`;
    move(this.card, { left, top });
  }

  private readonly keys = (event: KeyboardEvent): void => {
    const inCard = event.composedPath().includes(this.card);
    const onButton = event.composedPath().some((element) => element instanceof HTMLButtonElement);
    if (event.key === "Escape") this.end();
    else if (inCard && event.key === "ArrowRight") void this.go(1);
    else if (inCard && event.key === "ArrowLeft" && this.at > 0) void this.go(-1);
    else if (inCard && event.key === "Enter" && !onButton) void this.go(1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Scrolls so that a control is in view with room for the card beside it. */
function reveal(target: HTMLElement, cardHeight: number): void {
  const { top, height } = target.getBoundingClientRect();
  if (target.closest('[data-testid="stHeader"], .st-key-genlab-header')) return;
  const room = innerHeight - HEADER_PX - cardHeight - 40;
  if (top >= HEADER_PX && top + height <= innerHeight && (height <= room || innerWidth > 760)) {
    if (innerWidth > 760 || top + height + cardHeight + 40 <= innerHeight || top - cardHeight - 40 >= HEADER_PX) return;
  }
  target.style.scrollMarginTop = `${HEADER_PX + 12}px`;
  target.scrollIntoView({ block: innerWidth > 760 && height + cardHeight < innerHeight ? "center" : "start" });
}

/** The part of a box that lies in the window. */
function visible({ left, top, right, bottom }: DOMRect): Box {
  const [l, t] = [Math.max(left, 4), Math.max(top, 4)];
  return { left: l, top: t, width: Math.min(right, innerWidth - 4) - l, height: Math.min(bottom, innerHeight - 4) - t };
}

function move(element: HTMLElement, { left, top }: { left: number; top: number }): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

async function waitFor(step: Step, limitMs: number): Promise<HTMLElement | null> {
  const end = performance.now() + limitMs;
  for (;;) {
    const found = find(step.targets);
    if (found || performance.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
