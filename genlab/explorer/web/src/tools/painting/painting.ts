import { format, h, setText } from "../../dom/h";
import type { Model } from "../../state/model";
import type { Point } from "../../state/point";
import { PullSlider } from "../placing/pull";
import type { Bench, Tool, ToolView } from "../tool";
import { usualOf, usualWords } from "../ways/usual";
import { Brush } from "./brush";
import { Easel } from "./easel";
import { Layer } from "./layer";
import { Steerer } from "./steerer";

/** Paint on what is decoded, or drag a piece of it: the point follows to where the model makes it so. */
export const painting: Tool = {
  name: "paint",
  label: "Paint",
  help: "Paint on the sample, or drag a piece of it: the point moves to where the model makes it so.",
  fits: ({ data: { item } }: Model) => item.modality === "image" || (item.modality === "points" && item.shape[0] === 2),
  open: (bench) => new Painting(bench),
};

class Painting implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly easel: Easel;
  private readonly brush: Brush | null;
  private readonly pull: PullSlider;
  private readonly words = h("p", { class: "gl-hint", role: "status", "data-testid": "paint-words" });
  private readonly unlisten: () => void;
  private base: { point: Point; x: Float32Array } | null = null;
  private layer: Layer | null = null;
  private steerer: Steerer | null = null;
  private goal: { target: Float32Array; weights: Float32Array } | null = null;
  private held: [number, number] | null = null;
  private drawing = false;
  private mine: Point | null = null;

  constructor(private readonly bench: Bench) {
    const { model, painter } = bench;
    this.pull = new PullSlider(-2, () => this.follow());
    this.easel = new Easel(painter, {
      down: (x, y) => this.down(x, y),
      move: (x, y) => this.move(x, y),
      up: () => this.up(),
    });
    this.brush = model.data.item.modality === "image" ? new Brush(model.data.item, () => this.begin()) : null;
    const title = "Forget what was painted and begin with the sample on screen";
    const clear = h(
      "button",
      { type: "button", title, onclick: () => this.begin(), "data-testid": "paint-clear" },
      "Start over",
    );
    const tools = [
      ...(this.brush?.controls ?? []),
      this.pull.element,
      h("div", { class: "gl-tool-row" }, clear),
      this.words,
    ];
    this.element.append(
      h("div", { class: "gl-paint-row" }, this.easel.element, h("div", { class: "gl-paint-tools" }, ...tools)),
    );
    this.words.title = usualWords(model);
    this.unlisten = model.on((change) => {
      if (change === "settled" && model.settled.z !== this.mine?.z) this.begin();
    });
    this.begin();
  }

  close(): void {
    this.unlisten();
    this.steerer?.close();
    this.bench.model.visit(null);
  }

  /** Begins with the settled point as it is decoded. */
  private begin(): void {
    this.steerer?.close();
    this.steerer = this.layer = this.goal = this.held = null;
    this.base = null;
    const { model, failed } = this.bench;
    const point = model.settled;
    model.engine.batch([point]).then(({ x }) => {
      if (model.settled.z !== point.z || this.base) return;
      this.base = { point, x };
      this.easel.show(x, null);
      this.say(point.z, x, "Paint on the picture");
    }, failed);
  }

  private down(x: number, y: number): void {
    if (!this.base) return;
    this.drawing = true;
    const { model, failed } = this.bench;
    const { item } = model.data;
    if (!this.steerer || this.brush?.drags) {
      this.steerer?.close();
      const { point, x: shown } = this.base;
      this.steerer = new Steerer(model, point, shown, (to, made, rests) => this.moved(to, made, rests), failed);
      this.layer = this.brush && new Layer(item, shown);
    }
    this.held = [x, y];
    this.move(x, y);
  }

  private move(x: number, y: number): void {
    if (!this.drawing || !this.base) return;
    if (!this.brush || !this.layer) {
      const [px, py] = this.easel.placeOf(x, y);
      this.goal = { target: Float32Array.of(px, py), weights: Float32Array.of(1, 1) };
    } else {
      if (this.brush.drags) this.layer.carry(this.held!, [x, y], Math.max(this.brush.radius * 1.5, 1.5));
      else this.stroke([x, y]);
      this.goal = this.layer;
    }
    this.follow();
  }

  /** Paints from where the hand was to where it is, without gaps. */
  private stroke([x, y]: [number, number]): void {
    const { radius, values } = this.brush!;
    const [x0, y0] = this.held!;
    const steps = Math.max(1, Math.ceil(Math.hypot(x - x0, y - y0) / (0.5 * radius)));
    for (let i = 1; i <= steps; i++) {
      this.layer!.paint(x0 + ((x - x0) * i) / steps, y0 + ((y - y0) * i) / steps, radius, values);
    }
    this.held = [x, y];
  }

  private up(): void {
    if (!this.drawing) return;
    this.drawing = false;
    this.follow(); // once more to the end, which settles
  }

  private follow(): void {
    if (!this.goal) return;
    this.element.dataset.state = "moving";
    this.steerer?.want(this.goal.target, this.goal.weights, this.pull.value);
  }

  private moved(point: Point, x: Float32Array, rests: boolean): void {
    const { model } = this.bench;
    this.easel.show(x, this.layer?.mask ?? null);
    this.mine = point;
    if (rests && !this.drawing) {
      this.base = { point, x };
      model.settle(point, "draw");
      this.element.dataset.state = "rests";
    } else model.visit(point);
    this.say(point.z, x, rests ? "As near as the model comes" : "Following");
  }

  private say(z: ArrayLike<number>, x: Float32Array, what: string): void {
    const density = `density ${format(usualOf(this.bench.model)(z), 1)}`;
    const { goal } = this;
    if (!goal) return setText(this.words, `${what}: the point follows. Here: ${density}.`);
    let [sum, count] = [0, 0];
    for (let i = 0; i < x.length; i++) {
      if (goal.weights[i] !== 1) continue;
      sum += (x[i] - goal.target[i]) ** 2;
      count++;
    }
    const { min, max } = this.bench.model.data.item;
    const error = Math.sqrt(sum / Math.max(count, 1)) / (max - min || 1);
    this.element.dataset.error = String(error);
    setText(this.words, `${what}: ${format(100 * error, 1)} % off what was wanted, ${density}.`);
  }
}
