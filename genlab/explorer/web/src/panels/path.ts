import { h } from "../dom/h";
import type { ItemPainter } from "../item/painter";
import type { PathKind } from "../math/paths";
import type { Model } from "../state/model";
import { STRIP_STEPS } from "../state/pins";
import type { Point } from "../state/point";
import { Lane } from "../decode/lane";
import type { Batch } from "../decode/decoder";

const SECONDS_A_WAY = 3;
/** What the list of kinds says where a way worked out by the ways tool is walked. */
const COURSE = "course";

/** From pin A to pin B: a slider that acts while dragged, play and loop, and the strip of steps. */
export class PathPanel {
  readonly element: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly play: HTMLButtonElement;
  private readonly loop = h("input", { type: "checkbox", "data-testid": "loop" });
  private readonly kind: HTMLSelectElement;
  private readonly course = h("option", { value: COURSE, hidden: true }, "as chosen in Ways");
  private readonly pinButtons: Record<"a" | "b", HTMLButtonElement>;
  private readonly steps: { button: HTMLButtonElement; canvas: HTMLCanvasElement }[];
  private readonly strip: HTMLElement;
  private readonly hint: HTMLElement;
  private readonly lane: Lane<Point[], Batch>;
  private playing: { lastMs: number; direction: 1 | -1 } | null = null;

  constructor(
    private readonly model: Model,
    private readonly painter: ItemPainter,
    private readonly request: () => void,
    failed: (error: Error) => void,
  ) {
    const { pins } = model;
    this.lane = new Lane(
      (points) => model.engine.batch(points),
      (batch) => this.paint(batch),
      failed,
    );
    this.pinButtons = { a: this.pinButton("a"), b: this.pinButton("b") };
    this.slider = h("input", {
      type: "range",
      min: 0,
      max: 1,
      step: 0.001,
      value: 0,
      title: "Where on the way from A to B",
      "aria-label": "Path from A to B",
      "data-testid": "path-slider",
      onpointerdown: () => this.goTo(Number(this.slider.value)), // taken hold of where it stands: no input event
      onpointerup: () => this.settleAt(Number(this.slider.value)),
      oninput: () => this.goTo(Number(this.slider.value)),
      onchange: () => this.settleAt(Number(this.slider.value)),
    });
    this.play = h("button", { type: "button", "data-testid": "play", onclick: () => this.toggle() }, "Play");
    this.play.title = "Play the way from A to B (space)";
    const title = "Lerp goes straight; slerp goes along the sphere, as codes of a Gaussian prior lie near one";
    const option = (value: PathKind, text: string) => h("option", { value, selected: value === pins.kind }, text);
    this.kind = h(
      "select",
      { title, "aria-label": title, "data-testid": "path-kind", onchange: () => this.setKind() },
      option("lerp", "lerp (straight)"),
      option("slerp", "slerp (sphere)"),
      this.course,
    );
    this.steps = Array.from({ length: STRIP_STEPS }, (_, i) => this.step(i));
    this.strip = h(
      "div",
      { class: "gl-steps", "data-testid": "path-strip" },
      ...this.steps.map(({ button }) => button),
    );
    this.hint = h("p", { class: "gl-hint" }, "Pin two points, A and B, to walk from one to the other.");
    const loop = h("label", { class: "gl-check", title: "Go back and forth without end" }, this.loop, "Loop");
    const row = [this.pinButtons.a, this.slider, this.pinButtons.b, this.play, loop, this.kind];
    this.element = h(
      "section",
      { class: "gl-path", "aria-label": "Path between two pins" },
      h("div", { class: "gl-path-row" }, ...row),
      this.hint,
      this.strip,
    );
    model.on((change) => change === "pins" && this.pinsChanged());
    this.pinsChanged();
  }

  get isPlaying(): boolean {
    return this.playing !== null;
  }

  /** Pins the point on screen. */
  pin(which: "a" | "b"): void {
    const point = this.model.current;
    this.model.pins[which] = point.code ? point : (this.model.sample?.point ?? point);
    this.model.changed("pins");
    this.model.changed("settled");
  }

  toggle(): void {
    if (this.playing) return void this.stop();
    if (!this.model.pins.at(0)) return;
    if (this.model.pins.t >= 1) this.model.pins.t = 0;
    this.playing = { lastMs: performance.now(), direction: 1 };
    this.play.textContent = "Pause";
    this.request();
  }

  /** Stops playing and settles where it stopped; true if it was playing. */
  stop(): boolean {
    if (!this.playing) return false;
    this.halt();
    this.settleAt(this.model.pins.t);
    return true;
  }

  /** Stops playing and leaves the point to whoever takes over. */
  halt(): void {
    this.playing = null;
    this.play.textContent = "Play";
  }

  /** Goes on playing by the time that passed; called at each frame. */
  advance(nowMs: number): void {
    if (!this.playing) return;
    const { pins } = this.model;
    const { lastMs, direction } = this.playing;
    let t = pins.t + (direction * Math.max(nowMs - lastMs, 0)) / (1000 * SECONDS_A_WAY);
    this.playing.lastMs = nowMs;
    if (t > 1 || t < 0) {
      if (!this.loop.checked) {
        pins.t = 1;
        this.stop();
        return;
      }
      this.playing.direction = t > 1 ? -1 : 1;
      t = Math.min(Math.max(t, 0), 1);
    }
    this.goTo(t);
    this.request();
  }

  close(): void {
    this.lane.close();
    this.playing = null;
  }

  private goTo(t: number): void {
    this.model.pins.t = t;
    this.showPlace();
    const point = this.model.pins.at(t);
    if (point) this.model.visit(point);
  }

  private settleAt(t: number): void {
    this.halt();
    this.model.pins.t = t;
    this.showPlace();
    const point = this.model.pins.at(t);
    if (point) this.model.settle(point, "path");
  }

  private setKind(): void {
    if (this.kind.value === COURSE) return;
    this.model.pins.course = null;
    this.model.pins.kind = this.kind.value as PathKind;
    this.model.changed("pins");
    this.model.changed("settled"); // the page's strip goes the same way
  }

  private pinsChanged(): void {
    const { pins } = this.model;
    const both = pins.a !== null && pins.b !== null;
    for (const which of ["a", "b"] as const) {
      this.pinButtons[which].setAttribute("aria-pressed", String(pins[which] !== null));
    }
    this.course.hidden = pins.course === null;
    this.kind.value = pins.course ? COURSE : pins.kind;
    this.slider.disabled = this.play.disabled = !both;
    this.strip.hidden = !both;
    this.hint.hidden = both;
    pins.way = [];
    if (both) this.lane.ask(pins.steps());
    else void this.placeLone();
    this.showPlace();
  }

  /** Works out the code of a single pin that came back without one, so that the map can show it. */
  private async placeLone(): Promise<void> {
    const which = this.model.pins.a ? "a" : "b";
    const pin = this.model.pins[which];
    if (!pin || pin.code) return;
    const { codes } = await this.model.engine.batch([pin]);
    if (this.model.pins[which] === pin) this.model.pins[which] = { ...pin, code: codes };
    this.request();
  }

  private paint({ codes, x }: Batch): void {
    const { pins } = this.model;
    const [dim, size] = [codes.length / STRIP_STEPS, x.length / STRIP_STEPS];
    const trail = this.model.data.item.modality === "points" ? x : undefined;
    this.steps.forEach(({ canvas }, i) => this.painter.paint(canvas, x, i * size, 60, trail));
    pins.way = pins.steps().map((point, i) => ({ ...point, code: codes.slice(i * dim, (i + 1) * dim) }));
    if (pins.a && !pins.a.code) pins.a = pins.way[0];
    if (pins.b && !pins.b.code && pins.more.length === 0) pins.b = pins.way[STRIP_STEPS - 1];
    this.request();
  }

  private showPlace(): void {
    const { t } = this.model.pins;
    this.slider.value = String(t);
    this.slider.setAttribute("aria-valuetext", `${Math.round(100 * t)} percent of the way`);
    const near = Math.round(t * (STRIP_STEPS - 1));
    this.steps.forEach(({ button }, i) => button.setAttribute("aria-current", String(i === near)));
  }

  private pinButton(which: "a" | "b"): HTMLButtonElement {
    const letter = which.toUpperCase();
    return h(
      "button",
      {
        type: "button",
        class: "gl-pin",
        title: `Pin the point on screen as ${letter} (key ${letter}); drag the pin on the map to move it`,
        "data-testid": `pin-${which}`,
        onclick: () => this.pin(which),
      },
      `Pin ${letter}`,
    );
  }

  private step(i: number): { button: HTMLButtonElement; canvas: HTMLCanvasElement } {
    const canvas = h("canvas", { "aria-hidden": "true" });
    const t = i / (STRIP_STEPS - 1);
    const title = `Go ${Math.round(100 * t)} % of the way`;
    const onclick = () => this.settleAt(t);
    const button = h("button", { type: "button", class: "gl-step", title, "aria-label": title, onclick }, canvas);
    return { button, canvas };
  }
}
