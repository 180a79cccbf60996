import { format, h, setText } from "../../dom/h";
import { begin, type Search, type Wanted } from "../../math/inversion";
import { Sheet } from "../../panels/sheet";
import type { Bench, Tool, ToolView } from "../tool";
import { usualOf, usualWords } from "../ways/usual";
import { ErrorCurve } from "./errorCurve";
import { guesses } from "./guess";
import { decodeOf, optimise, pointOf, priorOf } from "./optimiser";
import { PullSlider } from "./pull";

/** Any picture placed into the model: a first guess, then refined while one watches. */
export const placing: Tool = {
  name: "place",
  label: "Place",
  help: "Find the point that decodes to what you want: a drawing, a picture, or an item. A guess, then refined as you watch.",
  fits: () => true,
  open: (bench) => new Placing(bench),
};

/** Powers of ten: an encoder's model is sure of a picture to some percent; a GAN must find it among many alike. */
const [PULL, GAN_PULL] = [-2, -4];

class Placing implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly target = h("canvas", { class: "gl-place-item", role: "img", "aria-label": "What is wanted" });
  private readonly found = h("canvas", { class: "gl-place-item", role: "img", "aria-label": "What was found" });
  private readonly curve: ErrorCurve;
  private readonly pull: PullSlider;
  private readonly words = h("p", { class: "gl-hint", role: "status", "data-testid": "place-words" });
  private readonly button: HTMLButtonElement;
  private readonly sheet: Sheet | null;
  private abort = new AbortController();
  private wanted: Float32Array | null = null;
  private running = false;

  constructor(private readonly bench: Bench) {
    const { model, items, painter, failed } = bench;
    const { item } = model.data;
    this.curve = new ErrorCurve(painter);
    this.pull = new PullSlider(model.isGan ? GAN_PULL : PULL, () => {});
    const title = "Refine the guess until it hardly gets better, or stop it where it is";
    this.button = h(
      "button",
      { type: "button", title, onclick: () => this.toggle(), "data-testid": "place" },
      "Place it",
    );
    this.button.disabled = true;
    const nearest = model.isGan ? "nearest sample" : "nearest item";
    const help = `Take the ${nearest} of the settled point`;
    const take = h("button", {
      type: "button",
      title: help,
      onclick: () => this.takeNearest(),
      "data-testid": "place-nearest",
    });
    take.textContent = `Take the ${nearest}`;
    const drawn = (ended: boolean) => ended && this.want(this.sheet!.read());
    this.sheet = item.modality === "image" ? new Sheet(item, items, "place-sheet", drawn, () => {}, failed) : null;
    const figure = (canvas: HTMLElement, caption: string) => h("figure", {}, canvas, h("figcaption", {}, caption));
    const sheet = this.sheet && h("figure", {}, this.sheet.element, h("figcaption", {}, "Draw, or drop a picture"));
    const chosen = [...(this.sheet?.controls ?? []), take];
    this.element.append(
      h(
        "div",
        { class: "gl-place" },
        sheet,
        figure(this.target, "wanted"),
        figure(this.found, "found"),
        h("figure", { class: "gl-place-curve" }, this.curve.element, h("figcaption", {}, "error, round by round")),
      ),
      h("div", { class: "gl-tool-row" }, ...chosen, this.button, this.pull.element),
      this.words,
    );
    setText(this.words, "Draw, choose a picture, or take an item: then it is placed.");
  }

  close(): void {
    this.abort.abort();
    this.bench.model.visit(null);
  }

  private async takeNearest(): Promise<void> {
    const { model, items, failed } = this.bench;
    if (model.nearest.row < 0) return;
    await items.item(model.nearest.row).then((item) => this.want(item.slice()), failed);
  }

  private want(item: Float32Array | null): void {
    if (!item) return;
    this.wanted = item;
    this.bench.painter.paint(this.target, item, 0, 120);
    this.button.disabled = false;
    this.start();
  }

  private toggle(): void {
    if (this.running) this.abort.abort();
    else this.start();
  }

  private start(): void {
    this.abort.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    this.mark(true);
    this.place(this.wanted!, signal)
      .catch((error: Error) => !signal.aborted && this.bench.failed(error))
      .finally(() => (!signal.aborted || this.abort.signal === signal) && this.mark(false));
  }

  private async place(item: Float32Array, signal: AbortSignal): Promise<void> {
    const { model, items } = this.bench;
    setText(this.words, "Guessing\u2026");
    const starts = await guesses(model, items, item, signal);
    if (signal.aborted) return;
    const wanted: Wanted = {
      item,
      weights: new Float32Array(item.length).fill(1),
      ...priorOf(model),
      pull: this.pull.value,
    };
    const delta = model.isGan ? new Float32Array(model.deltaDim) : null;
    const decode = decodeOf(model, delta);
    const searches = await begin(wanted, starts, decode);
    this.curve.clear();
    this.show(searches[0], item, 0, false);
    const best = await optimise(searches, wanted, decode, (search, round) => {
      if (this.abort.signal !== signal) return false; // another has begun
      this.show(search, item, round, search.done);
      model.visit(pointOf(search.z, delta));
      return !signal.aborted;
    });
    if (this.abort.signal !== signal) return;
    model.settle(pointOf(best.z, delta), "draw");
    this.element.dataset.placed = String(Number(this.element.dataset.placed ?? 0) + 1);
  }

  private show({ z, x }: Search, item: Float32Array, round: number, done: boolean): void {
    const { model, painter } = this.bench;
    painter.paint(this.found, x, 0, 120);
    const error = rms(x, item) / (model.data.item.max - model.data.item.min || 1);
    this.curve.add(error);
    const usual = format(usualOf(model)(z), 1);
    const at = round === 0 ? "The guess" : done ? `Done after ${round} rounds` : `Round ${round}`;
    setText(this.words, `${at}: error ${format(100 * error, 2)} % of the value range, density ${usual}.`);
    this.words.title = usualWords(model);
    this.element.dataset.round = String(round);
    this.element.dataset.error = String(error);
  }

  private mark(running: boolean): void {
    this.running = running;
    this.button.textContent = running ? "Stop" : "Place it again";
    this.element.dataset.state = running ? "running" : "done";
  }
}

/** Root mean square difference of two items. */
export function rms(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum / a.length);
}
