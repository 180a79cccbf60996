import { h, setText } from "../dom/h";
import { watchTheme } from "../dom/theme";
import { FormingPanel } from "./forming";
import type { Frame } from "./frames";
import { hasEnded, type LiveData, type LiveHost, type LiveView, type RunState } from "./messages";
import { ReconPanel } from "./recon";
import { SamplesPanel } from "./samples";
import { LiveSocket } from "./socket";
import { LIVE_STYLE } from "./style";
import { epochWords } from "./words";

/** Shows a training as it happens: samples, copies of data items, and the map of the codes forming. */
export function mountLive(root: HTMLElement | ShadowRoot, data: LiveData, host: LiveHost): LiveView {
  const frame = h("div", { class: "gl-live" });
  root.append(h("style", {}, LIVE_STYLE), frame);
  let key = data.key;
  let view = new Training(frame, data, host);
  return {
    update(next) {
      if (next.key === key) return;
      key = next.key;
      view.destroy();
      view = new Training(frame, next, host);
    },
    destroy() {
      view.destroy();
      frame.previousElementSibling?.remove();
      frame.remove();
    },
  };
}

/** The view of one run, from its first picture to its last. */
class Training {
  private readonly moment = h("span", { class: "gl-live-moment" });
  private readonly words = h("span", { role: "status" }, "Waiting for the first pictures of this training…");
  private readonly samples: SamplesPanel;
  private readonly recon: ReconPanel;
  private readonly forming: FormingPanel;
  private readonly socket: LiveSocket;
  private readonly sizes: ResizeObserver;
  private readonly forgetTheme: () => void;
  private ended = false;
  /** Whether the run was seen before its end. */
  private seenAlive = false;

  constructor(
    private readonly root: HTMLElement,
    data: LiveData,
    private readonly host: LiveHost,
  ) {
    delete root.dataset.seq;
    this.samples = new SamplesPanel(data.item);
    this.recon = new ReconPanel(data.item);
    this.forming = new FormingPanel(data.labelNames);
    const figures = h("div", { class: "gl-live-figures" }, ...this.panels.map((panel) => panel.figure.element));
    root.replaceChildren(h("p", { class: "gl-live-status" }, this.moment, this.words), figures);
    this.sizes = new ResizeObserver(() => this.redraw());
    this.sizes.observe(figures);
    this.forgetTheme = watchTheme(root, () => this.redraw());
    this.socket = new LiveSocket(data.socket, {
      frame: (frame) => this.show(frame),
      lost: (waitMs) => this.say(`The connection to the server was lost; trying again in ${waitMs / 1000} s.`),
      closed: () => this.end("finished"),
      damaged: (error) => this.say(error.message),
    });
  }

  destroy(): void {
    this.socket.close();
    this.sizes.disconnect();
    this.forgetTheme();
    this.panels.forEach((panel) => panel.destroy());
    this.root.replaceChildren();
  }

  private get panels() {
    return [this.samples, this.recon, this.forming];
  }

  private redraw(): void {
    this.panels.forEach((panel) => panel.draw());
  }

  private show({ header, arrays }: Frame): void {
    const when = `step ${header.step.toLocaleString("en")}, epoch ${epochWords(header.epoch)}`;
    const [samples, originals, recon, map] = ["samples", "originals", "recon", "map"].map((name) => arrays.get(name));
    if (arrays.size > 0) {
      setText(this.moment, when[0].toUpperCase() + when.slice(1));
      this.root.dataset.seq = String(header.seq);
      this.recon.figure.element.hidden = !recon;
    }
    if (samples) this.samples.show(samples, arrays.get("data") ?? null, when);
    if (originals && recon) this.recon.show(originals, recon, when);
    if (map) this.forming.show(map, arrays.get("map_rows"), arrays.get("map_labels"), when);
    this.say(sentence(header.state ?? "running", header.error, this.root.dataset.seq !== undefined));
    if (header.state && hasEnded(header.state)) this.end(header.state, header.error);
    else this.seenAlive = true;
  }

  private say(text: string): void {
    if (!this.ended) setText(this.words, text);
  }

  private end(state: RunState, error?: string): void {
    if (this.ended) return;
    this.say(sentence(state, error, true));
    this.ended = true;
    this.socket.close();
    if (this.seenAlive) this.host.ended(state);
  }
}

function sentence(state: RunState, error: string | undefined, hasPictures: boolean): string {
  switch (state) {
    case "queued":
      return "This training waits for a free place; its pictures will appear here.";
    case "running":
      return hasPictures ? "Training." : "Waiting for the first pictures of this training…";
    case "paused":
      return "Paused; these are the pictures so far.";
    case "finished":
      return "The training has finished; these are its last pictures.";
    case "stopped":
      return "The training was stopped; these are its last pictures.";
    case "interrupted":
      return "The training was interrupted; these are the last pictures it made.";
    case "failed":
    case "broken":
      return `The training failed. ${error ?? ""}`.trim();
  }
}
