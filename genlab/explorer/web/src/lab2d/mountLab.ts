import { h } from "../dom/h";
import { watchTheme } from "../dom/theme";
import { LIVE_STYLE } from "../live/style";
import { Corner } from "./corner";
import { Curves } from "./curves";
import { Layers } from "./layers";
import type { LabData, LabHost, LabView } from "./messages";
import { LAB_STYLE } from "./style";

/** Shows one training on points of the plane, or two side by side, as they happen. */
export function mountLab(root: HTMLElement | ShadowRoot, data: LabData, host: LabHost): LabView {
  const frame = h("div", { class: "gl-live gl-lab" });
  const style = h("style", {}, LIVE_STYLE + LAB_STYLE);
  root.append(style, frame);
  let current: Contest | null = null;
  const layers = new Layers(() => current?.draw());
  current = new Contest(frame, data, layers, host);
  let key = data.key;
  return {
    update(next) {
      if (next.key === key && !current?.goesOn(next)) return;
      key = next.key;
      current?.destroy();
      current = new Contest(frame, next, layers, host);
    },
    destroy() {
      current?.destroy();
      style.remove();
      frame.remove();
    },
  };
}

/** The runs on screen: what each shows, and the curves they share. */
class Contest {
  private readonly corners: Corner[];
  private readonly curves: Curves;
  private readonly sizes: ResizeObserver;
  private readonly forgetTheme: () => void;
  private asked = 0;
  private drawn = 0;
  private told = false;

  constructor(
    private readonly root: HTMLElement,
    data: LabData,
    layers: Layers,
    private readonly host: LabHost,
  ) {
    const names = data.runs.map((run) => run.name);
    this.curves = new Curves(names, data.parts, data.byModes);
    this.corners = data.runs.map((run, i) => new Corner(run, i, data, layers, () => this.changed()));
    layers.offerField(data.runs.some((run) => !run.encodes));
    const ring = h("div", { class: "gl-lab-ring" }, ...this.corners.map((corner) => corner.element));
    root.classList.toggle("gl-lab-race", data.runs.length > 1);
    root.replaceChildren(layers.element, h("div", { class: "gl-lab-stage" }, ring, this.curves.element));
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(ring);
    this.forgetTheme = watchTheme(root, () => this.draw());
  }

  draw(): void {
    this.corners.forEach((corner) => corner.draw());
    this.drawCurves();
  }

  /** Whether a run that had come to its end here is being trained again. */
  goesOn(data: LabData): boolean {
    return data.runs.some((run, i) => run.alive && this.corners[i].ended);
  }

  destroy(): void {
    cancelAnimationFrame(this.asked);
    this.corners.forEach((corner) => corner.destroy());
    this.sizes.disconnect();
    this.forgetTheme();
    this.root.replaceChildren();
  }

  /** Something came in: of new scores the curves are drawn, once a frame, however many runs had some. */
  private changed(): void {
    const version = this.corners.reduce((sum, corner) => sum + corner.track.version, 0);
    if (version !== this.drawn) {
      this.drawn = version;
      cancelAnimationFrame(this.asked);
      this.asked = requestAnimationFrame(() => this.drawCurves());
    }
    const over = this.corners.every((corner) => corner.ended);
    if (over && !this.told && this.corners.some((corner) => corner.seenAlive)) {
      this.told = true;
      this.host.ended(true);
    }
  }

  private drawCurves(): void {
    this.curves.draw(
      this.corners.map((corner) => corner.track),
      this.corners.length > 1,
    );
  }
}
