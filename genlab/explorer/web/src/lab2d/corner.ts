import { format, h, setText } from "../dom/h";
import type { Frame } from "../live/frames";
import { hasEnded, type RunState } from "../live/messages";
import { LiveSocket } from "../live/socket";
import { CodeSpace } from "./codeSpace";
import { DataSpace } from "./dataSpace";
import type { Layers } from "./layers";
import type { Contender, LabData } from "./messages";
import { curveStyle } from "./palette";
import { readTheme } from "../dom/theme";
import { NoiseSpace } from "./noiseSpace";
import { Track } from "./track";

/** One run of the Lab: its name and standing, its planes, and its scores. */
export class Corner {
  readonly element: HTMLElement;
  readonly track = new Track();
  ended = false;
  /** Whether the run was seen before its end. */
  seenAlive = false;
  private readonly standing = h("p", { class: "gl-lab-standing" }, "Waiting for its first picture…");
  private readonly words = h("p", { class: "gl-lab-words", role: "status" });
  private readonly heading: HTMLElement;
  private readonly dataSpace: DataSpace;
  /** Where samples come from: codes of a VAE, noise of a GAN. */
  private readonly source: CodeSpace | NoiseSpace;
  private readonly socket: LiveSocket;

  constructor(
    run: Contender,
    private readonly number: number,
    private readonly lab: LabData,
    layers: Layers,
    private readonly changed: () => void,
  ) {
    this.dataSpace = new DataSpace(run, layers, `lab-data-${number}`);
    this.source = run.encodes ? new CodeSpace(`lab-codes-${number}`) : new NoiseSpace(layers, `lab-noise-${number}`);
    this.heading = h("h2", {}, run.name);
    const planes = h("div", { class: "gl-lab-planes" }, this.dataSpace.figure.element, this.source.figure.element);
    const head = h("header", {}, this.heading, this.standing, this.words);
    this.element = h("section", { class: "gl-lab-corner", "data-testid": `lab-run-${number}` }, head, planes);
    this.socket = new LiveSocket(run.socket, {
      frame: (frame) => this.show(frame),
      lost: (waitMs) => this.say(`The connection to the server was lost; trying again in ${waitMs / 1000} s.`),
      closed: () => this.end(),
      damaged: (error) => this.say(error.message),
    });
  }

  destroy(): void {
    this.socket.close();
  }

  draw(): void {
    if (this.lab.runs.length > 1) {
      const { color } = curveStyle(this.number, readTheme(this.element));
      this.heading.style.setProperty("--gl-swatch", color);
      this.heading.classList.add(this.number === 0 ? "gl-lab-solid" : "gl-lab-dashed");
    }
    this.dataSpace.draw();
    this.source.draw();
  }

  private show({ header, arrays }: Frame): void {
    const scores = arrays.get("scores");
    if (scores) this.track.add(scores);
    const when = `step ${header.step.toLocaleString("en")}`;
    if (arrays.size > 0) {
      this.element.dataset.step = String(header.step);
      this.element.dataset.frames = String(Number(this.element.dataset.frames ?? 0) + 1);
      const standing = this.standingWords();
      setText(this.standing, `S${when.slice(1)}${standing && ` · ${standing}`}`);
      this.dataSpace.show(arrays, `At ${when}: ${standing}`);
      this.source.show(arrays, when);
    }
    this.say(stateWords(header.state ?? "running", header.error));
    if (!header.state || !hasEnded(header.state)) this.seenAlive = true;
    else this.end();
    this.changed();
  }

  private standingWords(): string {
    const last = this.track.last;
    if (!last) return "";
    this.element.dataset.covered = String(last[2]);
    const unit = this.lab.byModes ? "modes" : "cells";
    return `${format(last[2], 0)} of ${this.lab.parts} ${unit} · ${format(100 * last[3], 0)} % good samples`;
  }

  private say(text: string): void {
    setText(this.words, text);
  }

  private end(): void {
    if (this.ended) return;
    this.ended = true;
    this.socket.close();
    this.changed();
  }
}

function stateWords(state: RunState, error: string | undefined): string {
  switch (state) {
    case "queued":
      return "Waits for a free place.";
    case "running":
      return "Training.";
    case "paused":
      return "Paused.";
    case "finished":
      return "Finished.";
    case "stopped":
      return "Stopped.";
    case "interrupted":
      return "Interrupted.";
    case "failed":
    case "broken":
      return `Failed. ${error ?? ""}`.trim();
  }
}
