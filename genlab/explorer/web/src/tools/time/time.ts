import { h, setText } from "../../dom/h";
import { epochWords } from "../../live/words";
import type { Bench, Tool, ToolView } from "../tool";
import { listPast, openPast, planeOf, type Listed, type Past } from "./past";
import { Rewind } from "./rewind";

/** How long a moment is seen when the training is played. */
const PLAY_MS = 350;

/** The training as a film under the hand: a slider of epochs under which map, samples and strips rewind together. */
export const time: Tool = {
  name: "time",
  label: "Time",
  help: "Go back through the training: map, samples and strips rewind together.",
  fits: ({ data, engine }) => data.epochs !== null && data.ask !== null && engine.note === "",
  open: (bench) => new TimeView(bench),
};

class TimeView implements ToolView {
  readonly element: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly play: HTMLButtonElement;
  private readonly words = h("output", { class: "gl-hint", "data-testid": "time-words" });
  private readonly progress = h("progress", { "aria-label": "Checkpoints prepared", hidden: true });
  private readonly rewind: Rewind;
  private readonly unhear: () => void;
  private ends = new AbortController();
  /** What the map bar says, by which a change of the map is told. */
  private chosen = "";
  /** The training's checkpoints, oldest first. */
  private listed: Listed[] = [];
  private past: Past[] = [];
  private shown = -1;
  private timer = 0;

  constructor(private readonly bench: Bench) {
    this.rewind = new Rewind(bench.model, bench.items);
    const about = "How far the training had come; arrow keys go from checkpoint to checkpoint";
    this.slider = h("input", {
      type: "range",
      min: 0,
      max: 1,
      step: 1,
      value: 1,
      title: about,
      "aria-label": about,
      "data-testid": "time-slider",
      oninput: () => this.scrub(),
    });
    const title = "Play the training, from its beginning or from here";
    const play = { type: "button", title, "data-testid": "time-play", onclick: () => this.toggle() };
    this.play = h("button", play, "Play");
    const below = h("div", { class: "gl-time-row" }, this.words, this.progress);
    this.element = h("div", { class: "gl-time" }, h("div", { class: "gl-time-row" }, this.play, this.slider), below);
    this.unhear = bench.maps.on(() => this.mapChanged());
    this.mapChanged();
  }

  close(): void {
    this.unhear();
    this.halt();
    this.end();
    this.bench.maps.begin();
  }

  /** Another map was chosen, or t-SNE has come to its end: the training is followed on that one. */
  private mapChanged(): void {
    const { choice } = this.bench.maps;
    const map = this.tsneShown();
    const chosen = JSON.stringify([choice.method, choice.space, choice.axes, map]);
    if (chosen === this.chosen) return;
    const follows = (this.past[0]?.tsne ?? null) === null && map === null && choice.method !== "tsne";
    this.chosen = chosen;
    if (this.past.length > 0 && follows) return this.shown >= 0 ? this.show() : undefined;
    this.halt();
    this.end();
    if (choice.method === "tsne" && map === null) {
      setText(this.words, "Let t-SNE come to its end, or stop it: then its way here can be shown.");
      return;
    }
    const { signal } = (this.ends = new AbortController());
    this.prepare(map, signal).catch((error: Error) => !signal.aborted && this.bench.failed(error));
  }

  /** Has the moments worked out one by one from the last back, as each map is laid on the next one's. */
  private async prepare(map: string | null, signal: AbortSignal): Promise<void> {
    const { model } = this.bench;
    setText(this.words, "Looking for the training\u2019s checkpoints\u2026");
    const listed = await listPast(model.data.epochs!);
    const count = listed.length;
    const found: Past[] = [];
    this.progress.hidden = false;
    this.progress.max = count;
    for (const one of [...listed].reverse()) {
      setText(this.words, `Preparing the training: checkpoint ${found.length + 1} of ${count}\u2026`);
      this.progress.value = found.length;
      found.unshift(await openPast(model, one, map, signal));
      if (signal.aborted) return;
    }
    [this.listed, this.past] = [listed, found];
    this.progress.hidden = true;
    this.slider.max = String(count - 1);
    this.ready(true);
    this.go(count - 1);
  }

  private ready(ready: boolean): void {
    this.slider.disabled = this.play.disabled = !ready;
    this.element.dataset.ready = String(ready);
  }

  /** The t-SNE map that is on screen and at rest, to follow it back; null where PCA is followed. */
  private tsneShown(): string | null {
    const { choice, header } = this.bench.maps;
    const own = choice.space === this.bench.model.data.maps.spaces[0];
    const rests = header !== null && ["finished", "stopped"].includes(header.state);
    return choice.method === "tsne" && own && rests ? header.map : null;
  }

  private scrub(): void {
    this.halt();
    this.go(Number(this.slider.value));
  }

  private go(at: number): void {
    if (at === this.shown) return;
    this.shown = at;
    this.show();
  }

  private show(): void {
    const past = this.past[this.shown];
    const { epoch, step } = past;
    const last = this.listed[this.listed.length - 1];
    const words = `Epoch ${epochWords(epoch, epoch < 10 ? 1 : 0)} of ${epochWords(last.epoch, 0)}, step ${step.toLocaleString("en")}`;
    this.slider.value = String(this.shown);
    this.slider.setAttribute("aria-valuetext", words);
    setText(this.words, words);
    this.mark(true);
    this.rewind.to(past, planeOf(this.bench.model, past, this.bench.maps.choice));
  }

  private toggle(): void {
    if (this.timer) return this.halt();
    const last = this.past.length - 1;
    if (this.shown >= last) this.go(0);
    setText(this.play, "Pause");
    this.timer = window.setInterval(() => (this.shown >= last ? this.halt() : this.go(this.shown + 1)), PLAY_MS);
  }

  private halt(): void {
    clearInterval(this.timer);
    this.timer = 0;
    setText(this.play, "Play");
  }

  /** Comes back to where the training stands. */
  private end(): void {
    this.ends.abort();
    this.past = [];
    this.shown = -1;
    this.ready(false);
    this.mark(false);
    this.rewind.end();
  }

  /** The figures of the map are those of its last moment, and not shown with another. */
  private mark(rewound: boolean): void {
    this.bench.map.element.parentElement?.classList.toggle("gl-rewound", rewound);
  }
}
