import { format, h, setText } from "../../dom/h";
import { readTheme, watchTheme } from "../../dom/theme";
import type { Overlay } from "../../map/overlay";
import { LOOKED_AT, type PointFigures, type Table } from "../../math/ranks";
import type { Model } from "../../state/model";
import type { Bench, Tool, ToolView } from "../tool";
import { Judge } from "./judging";
import { copyErrors, MEASURES, spaceOf, type Measure } from "./measures";
import { around, drawAround, markColors, type Around } from "./neighbours";
import { scaleLines, tintOf } from "./scale";

/** A map on the move is judged once it has rested this long. */
const CALM_MS = 400;

/** Colours the points by how far to believe them, and draws the neighbours of the one under the cursor. */
export const honesty: Tool = {
  name: "honesty",
  label: "Honest map",
  help: "Colour the points by how far to believe them, and see whose neighbours were torn away or only look like ones.",
  fits: ({ data }: Model) => data.points.count >= 4,
  open: (bench) => new HonestView(bench),
};

class HonestView implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly buttons = new Map<Measure | null, HTMLButtonElement>();
  private readonly lines = h("div", {
    class: "gl-scale gl-right gl-scale-marks",
    "data-testid": "honesty-scale",
    hidden: true,
  });
  private readonly about = h("p", { class: "gl-hint", role: "status", "data-testid": "honesty-state" });
  private readonly point = h("p", { "data-testid": "honesty-point", "aria-live": "polite" });
  private readonly judge = new Judge();
  private readonly stops: (() => void)[];
  private chosen: Measure | null = MEASURES[0];
  private table: Table | null = null;
  private figures: PointFigures | null = null;
  private errors: Float32Array | null = null;
  private found: Around | null = null;
  private version = 0;
  private timer = 0;

  constructor(private readonly bench: Bench) {
    const { model } = bench;
    const copies = !model.isGan && model.engine.encode !== null && bench.items.given;
    for (const measure of [...MEASURES.filter(({ name }) => copies || name !== "reconstruction"), null]) {
      const attributes = {
        type: "button",
        class: "gl-tool",
        title: measure?.about ?? "The points keep their classes' colours; neighbours are still drawn",
        "data-testid": `honesty-${measure?.name ?? "none"}`,
        onclick: () => this.choose(measure),
      };
      this.buttons.set(measure, h("button", attributes, measure?.label ?? "Classes"));
    }
    const row = { class: "gl-tool-row", role: "group", "aria-label": "Colour the points by" };
    this.element.append(h("div", row, ...this.buttons.values()), this.about, this.key(), this.point);
    bench.map.element.append(this.lines);
    const frame = bench.map.element.closest<HTMLElement>(".gl-explorer")!;
    this.stops = [
      model.on((change) => {
        if (change === "plane" || change === "moved") this.later(change === "plane" ? 0 : CALM_MS);
        if (change === "hover" || change === "settled") this.look();
      }),
      watchTheme(frame, () => this.paint()),
    ];
    this.later(0);
  }

  close(): void {
    this.version++;
    clearTimeout(this.timer);
    this.judge.close();
    for (const stop of this.stops) stop();
    this.bench.map.colour(null);
    this.lines.remove();
  }

  draw(overlay: Overlay): void {
    if (this.found) drawAround(overlay, this.bench.map.cloud, this.found);
  }

  /** What the marks around a point mean. */
  private key(): HTMLElement {
    const { torn, false: wrong } = markColors(readTheme(this.bench.map.element).dark);
    const mark = (text: string, color: string | null) =>
      h("b", { "aria-hidden": "true", style: color && `color: ${color}` }, text);
    return h(
      "p",
      { class: "gl-tool-row gl-hint" },
      h("span", {}, `Of the ${LOOKED_AT} nearest to the point under the cursor:`),
      h("span", {}, mark("\u2014 ", null), "a line: a neighbour shown beside it"),
      h("span", {}, mark("- -\u25cb ", torn), "dashed to a ring: a neighbour torn away"),
      h("span", {}, mark("\u00d7 ", wrong), "a cross: a false neighbour, shown beside it only"),
    );
  }

  private choose(measure: Measure | null): void {
    this.chosen = measure;
    this.later(0);
  }

  /** Judges the map anew once it has come to rest. */
  private later(waitMs: number): void {
    clearTimeout(this.timer);
    this.figures = this.table = this.found = null;
    this.timer = window.setTimeout(
      () => this.judgeAll().catch((error: Error) => setText(this.about, error.message)),
      waitMs,
    );
    this.mark();
  }

  private async judgeAll(): Promise<void> {
    const mine = ++this.version;
    const current = () => mine === this.version;
    const { model, maps, items } = this.bench;
    setText(this.about, "Judging the points\u2026");
    const told = (share: number) =>
      current() && setText(this.about, `Judging the points: ${Math.round(100 * share)}\u202f%`);
    const table = await spaceOf(model, maps, items);
    if (!current()) return;
    this.table = table;
    this.look();
    if (this.chosen?.name === "reconstruction") {
      this.errors ??= await copyErrors(model, items, told, current);
    } else if (this.chosen) {
      const { xs, ys } = model.plane.cloud;
      const rows = new Float32Array(2 * xs.length);
      for (let i = 0; i < xs.length; i++) [rows[2 * i], rows[2 * i + 1]] = [xs[i], ys[i]];
      const figures = await this.judge.ask(table, { rows, dim: 2 }, told);
      if (current()) this.figures = figures;
    }
    if (!current()) return;
    this.paint();
    this.look();
  }

  private get values(): Float32Array | null {
    if (!this.chosen) return null;
    if (this.chosen.name === "reconstruction") return this.errors;
    return this.figures && this.figures[this.chosen.name];
  }

  private paint(): void {
    const { chosen, values } = this;
    const { map } = this.bench;
    const { dark } = readTheme(map.element.closest<HTMLElement>(".gl-explorer")!);
    if (!chosen || !values) {
      map.colour(null);
      this.lines.hidden = true;
      setText(this.about, chosen ? this.about.textContent : "The points have their classes' colours.");
      return;
    }
    const scale = chosen.scale(values);
    map.colour(tintOf(values, scale, dark));
    this.lines.hidden = false;
    this.lines.replaceChildren(h("b", {}, chosen.label), ...scaleLines(scale, chosen.words, dark));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    setText(this.about, `${chosen.about} Mean ${format(mean, 3)}; ${chosen.unit}.`);
    this.element.dataset.judged = chosen.name;
  }

  /** Finds the neighbours of the point under the cursor, or of the item nearest to where the person is. */
  private look(): void {
    const { model, request } = this.bench;
    const row = model.hoverRow >= 0 ? model.hoverRow : model.nearest.row;
    if (!this.table || row < 0) return;
    if (this.found?.row !== row) this.found = around(row, this.table, model.plane.cloud, LOOKED_AT);
    const { kept, torn, false: wrong } = this.found;
    const known = this.figures;
    const figures = known
      ? ` Trustworthiness ${format(known.trustworthiness[row], 3)}, continuity ${format(known.continuity[row], 3)}.`
      : "";
    setText(
      this.point,
      `Item no. ${row}: ${kept.length} of its ${kept.length + torn.length} nearest are shown beside it, ` +
        `${torn.length} torn away; ${wrong.length} of those beside it are false.${figures}`,
    );
    request();
  }

  private mark(): void {
    for (const [measure, button] of this.buttons) button.setAttribute("aria-pressed", String(measure === this.chosen));
    delete this.element.dataset.judged;
  }
}
