import { format, h, setText } from "../../dom/h";
import type { Bench } from "../tool";
import { STRIP, type CourseKind, type Walked } from "./course";

const [PLOT_WIDTH, PLOT_HEIGHT] = [180, 52];

/** One way: whether it is walked, its strip, its figures, and how usual its codes are. */
export class WayRow {
  readonly element: HTMLElement;
  walked: Walked | null = null;
  private readonly radio: HTMLInputElement;
  private readonly canvases = Array.from({ length: STRIP }, () => h("canvas", { "aria-hidden": "true" }));
  private readonly plot = h("canvas", { class: "gl-way-plot", role: "img" });
  private readonly figures: Record<"length" | "energy" | "usual", HTMLElement>;
  private readonly note = h("p", { class: "gl-hint", hidden: true });
  private readonly body: HTMLElement;

  constructor(
    private readonly bench: Bench,
    readonly kind: CourseKind,
    name: string,
    help: string,
    usualWords: string,
    choose: () => void,
    go: (t: number) => void,
  ) {
    this.radio = h("input", { type: "radio", name: "gl-way", onchange: choose, "data-testid": `walk-${kind}` });
    const buttons = this.canvases.map((canvas, i) => {
      const title = `Go ${Math.round((100 * i) / (STRIP - 1))} % of the ${name} way`;
      const onclick = () => go(i / (STRIP - 1));
      return h("button", { type: "button", class: "gl-step", title, "aria-label": title, onclick }, canvas);
    });
    const figure = (label: string, title: string, id: string) => {
      const value = h("b", { "data-testid": `way-${id}` }, "\u2013");
      return { value, line: h("span", { title }, `${label} `, value) };
    };
    const length = figure("length", "How much the decoded item changes on the way, root mean square", "length");
    const spent = figure(
      "energy",
      "What the way costs: half its squared speed, added up. The geodesic has the least",
      "energy",
    );
    const rarest = figure("lowest density", `${usualWords}. The lowest on the way`, "usual");
    this.figures = { length: length.value, energy: spent.value, usual: rarest.value };
    this.plot.title = usualWords;
    const label = h(
      "label",
      { class: "gl-check", title: `${help}. Choose it to walk it with the slider` },
      this.radio,
      name,
    );
    this.body = h(
      "div",
      { class: "gl-way-body" },
      h("div", { class: "gl-way-strip", "data-testid": "way-strip" }, ...buttons),
      this.plot,
    );
    const about = [length.line, spent.line, rarest.line];
    this.element = h(
      "section",
      { class: "gl-way", "data-testid": `way-${kind}`, "aria-label": `${name}: ${help}` },
      h("div", { class: "gl-way-head" }, label, h("span", { class: "gl-way-figures" }, ...about)),
      this.note,
      this.body,
    );
  }

  set chosen(chosen: boolean) {
    this.radio.checked = chosen;
  }

  /** Shows the way; `scale` is the range of how usual codes are on all ways. */
  show(walked: Walked, scale: [number, number]): void {
    this.walked = walked;
    this.say("");
    const { painter } = this.bench;
    const size = walked.strip.length / STRIP;
    const trail = painter.item.modality === "points" ? walked.strip : undefined;
    this.canvases.forEach((canvas, i) => painter.paint(canvas, walked.strip, i * size, 44, trail));
    setText(this.figures.length, format(walked.length, 3));
    setText(this.figures.energy, format(walked.energy, 3));
    setText(this.figures.usual, format(Math.min(...walked.usual), 1));
    this.element.dataset.state = walked.settling ? "settling" : "done";
    this.draw(walked, scale);
  }

  /** Says why there is no way, or that it is sought. */
  say(words: string): void {
    setText(this.note, words);
    this.note.hidden = words === "";
    this.body.hidden = words !== "";
    this.radio.disabled = words !== "";
    if (words === "") return;
    this.walked = null;
    delete this.element.dataset.state;
    for (const value of Object.values(this.figures)) setText(value, "\u2013");
  }

  /** How usual the codes are along the way: a line over the step, a dotted one where it is 0. */
  draw({ usual, along }: Walked, [low, high]: [number, number]): void {
    const ratio = Math.min(devicePixelRatio || 1, 2);
    const { theme } = this.bench.painter;
    const context = this.plot.getContext("2d")!;
    [this.plot.width, this.plot.height] = [PLOT_WIDTH * ratio, PLOT_HEIGHT * ratio];
    context.scale(ratio, ratio);
    const y = (value: number) => 4 + ((high - Math.max(value, low)) / (high - low)) * (PLOT_HEIGHT - 8);
    const x = (t: number) => 4 + t * (PLOT_WIDTH - 8);
    context.setLineDash([2, 3]);
    context.strokeStyle = theme.text;
    context.globalAlpha = 0.6;
    context.beginPath();
    context.moveTo(x(0), y(0));
    context.lineTo(x(1), y(0));
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
    context.strokeStyle = theme.primary;
    context.lineWidth = 2;
    context.beginPath();
    usual.forEach((value, i) => context.lineTo(x(along[i]), y(value)));
    context.stroke();
    this.plot.setAttribute(
      "aria-label",
      `${this.plot.title}: from ${format(usual[0], 1)}, lowest ${format(Math.min(...usual), 1)}`,
    );
  }
}
