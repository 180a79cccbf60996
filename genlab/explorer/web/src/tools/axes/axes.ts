import { Lane } from "../../decode/lane";
import { h, setText } from "../../dom/h";
import { decoderCodes } from "../../maps/laid";
import { between, meanOf, type Ends, type MadeAxes } from "../../math/axes";
import type { MapChoice } from "../../messages";
import { groups, type Group } from "../../state/groups";
import { moveCode, type Point } from "../../state/point";
import { options, picker, type Picker } from "../moving/picker";
import type { Bench, Tool, ToolView } from "../tool";

const STEPS = 7;
const REST = "what varies most besides";

/** Lays a flat map between groups, or along what parts the classes. */
export const axes: Tool = {
  name: "axes",
  label: "Axes",
  help: "Choose what the map's two directions mean: from one group to another, or what parts the classes.",
  fits: () => true,
  open: (bench) => new AxesView(bench),
};

/** One axis: the groups at its ends, and a strip of what it does. */
interface Axis {
  from: Picker;
  to: Picker;
  strip: HTMLCanvasElement[];
  element: HTMLElement;
}

class AxesView implements ToolView {
  readonly element: HTMLElement;
  private readonly across: Axis;
  private readonly up: Axis;
  private readonly note = h("p", { class: "gl-hint", role: "status", "data-testid": "axes-note" });
  private readonly lane: Lane<Point[], Float32Array>;
  private readonly stop: () => void;
  private all: Group[] = [];

  constructor(private readonly bench: Bench) {
    this.across = this.axis("Across", "across", "left", "right");
    this.up = this.axis("Up", "up", "bottom", "top");
    this.lane = new Lane(
      async (points) => (await bench.model.engine.batch(points)).x,
      (x) => this.paint(x),
      bench.failed,
    );
    const { labels } = bench.model.arrays;
    const lay = { type: "button", "data-testid": "axes-lay", title: "Show the map along these axes" };
    const part = {
      type: "button",
      "data-testid": "axes-lda",
      title:
        "Linear discriminant analysis: the two directions along which the classes lie farthest apart for their width",
    };
    this.element = h(
      "div",
      { class: "gl-tool-body" },
      this.across.element,
      this.up.element,
      h(
        "div",
        { class: "gl-tool-row" },
        h("button", { ...lay, onclick: () => void this.lay() }, "Lay the map so"),
        labels && h("button", { ...part, onclick: () => this.choose({ method: "lda" }) }, "Part the classes (LDA)"),
        this.note,
      ),
    );
    this.offer();
    this.stop = bench.model.on((change) => {
      if (change === "selection" || change === "tags") this.offer();
      if (change === "settled") void this.preview();
    });
  }

  close(): void {
    this.stop();
    this.lane.close();
  }

  private axis(word: string, name: string, low: string, high: string): Axis {
    const changed = () => void this.preview();
    const from = picker(`${word} from`, `The group at the ${low} end`, `axes-${name}-from`, changed);
    const to = picker("to", `The group at the ${high} end`, `axes-${name}-to`, changed);
    const strip = Array.from({ length: STEPS }, () => h("canvas", { class: "gl-thumb" }));
    const about = `What this axis does to the sample you are at, from where the group at the ${low} end is on the average to where the one at the ${high} is`;
    const row = h("span", { class: "gl-axes-strip", title: about, "data-testid": `axes-${name}-strip` }, ...strip);
    return { from, to, strip, element: h("div", { class: "gl-tool-row" }, from.element, to.element, row) };
  }

  /** The groups there are now: labels, named selections, and the one at hand. */
  private offer(): void {
    this.all = groups(this.bench.model);
    const kinds = { label: "Classes", tag: "Named selections", selection: "Selected now" } as const;
    const list = this.all.map(({ name, kind }, i) => ({ value: keyOf(this.all[i]), name, under: kinds[kind] }));
    const first = this.across.from.list.options.length === 0;
    for (const { from, to } of [this.across, this.up]) for (const end of [from, to]) options(end.list, list);
    const rest = h("option", { value: "" }, REST);
    const before = this.up.from.list.value;
    this.up.from.list.prepend(rest);
    this.up.from.list.value = first ? "" : before;
    if (first && list.length > 1) this.across.to.list.value = this.up.to.list.value = list[1].value;
    void this.preview();
  }

  private rows(list: HTMLSelectElement): Int32Array {
    return this.all.find((group) => keyOf(group) === list.value)?.rows ?? new Int32Array(0);
  }

  private ends({ from, to }: Axis): Ends | null {
    return from.list.value === "" ? null : [this.rows(from.list), this.rows(to.list)];
  }

  private async made(codes: Float32Array): Promise<MadeAxes> {
    const across = this.ends(this.across);
    if (!across)
      throw new Error("There are no groups yet: select some items with the tool Select, and name the selection.");
    return between(codes, this.bench.model.data.map.dim, across, this.ends(this.up));
  }

  private async lay(): Promise<void> {
    try {
      const { dim } = this.bench.model.data.map;
      const { mean, components } = await this.made(await decoderCodes(this.bench.model));
      const rows = Array.from({ length: components.length / dim }, (_, i) =>
        Array.from(components.subarray(i * dim, (i + 1) * dim)),
      );
      const names = [this.nameOf(this.across), this.nameOf(this.up)].slice(0, rows.length);
      this.choose({ method: "own", own: { names, mean: Array.from(mean), components: rows } });
    } catch (error) {
      setText(this.note, (error as Error).message);
    }
  }

  private choose(change: Partial<MapChoice>): void {
    const { maps, model } = this.bench;
    maps.choose({ ...change, space: model.data.maps.spaces[0] });
    const words = change.method === "lda" ? "what parts the classes" : "your axes";
    setText(this.note, maps.problem || `The map now shows ${words}; every place of it decodes exactly.`);
  }

  private nameOf({ from, to }: Axis): string {
    if (from.list.value === "") return REST;
    return `${textOf(from.list)} \u2192 ${textOf(to.list)}`.slice(0, 100);
  }

  /** Decodes the way along either axis through where the person is, as far as from mean to mean. */
  private async preview(): Promise<void> {
    const { model } = this.bench;
    setText(this.note, "");
    this.up.to.element.hidden = this.up.from.list.value === "";
    for (const { strip } of [this.across, this.up]) for (const canvas of strip) canvas.hidden = true;
    if (!this.ends(this.across)) return setText(this.note, "Select some items with the tool Select to have groups.");
    try {
      const codes = await decoderCodes(model);
      await this.made(codes); // says what does not go together
      const { dim } = model.data.map;
      const points = [this.across, this.up].flatMap((axis) => {
        const ends = this.ends(axis);
        if (!ends) return [];
        const [low, high] = ends.map((rows) => meanOf(codes, dim, rows));
        return Array.from({ length: STEPS }, (_, s) => this.at(low, high, s / (STEPS - 1)));
      });
      this.lane.ask(points);
    } catch (error) {
      setText(this.note, (error as Error).message);
    }
  }

  /** The point where one is, carried along the axis to a share of the way between the groups' means. */
  private at(low: Float64Array, high: Float64Array, share: number): Point {
    const { settled } = this.bench.model;
    if (!settled.code) throw new Error("The point you are at is still worked out; choose again in a moment.");
    const { code } = settled;
    let [length, ahead] = [0, 0];
    low.forEach((value, i) => {
      const step = high[i] - value;
      length += step * step;
      ahead += (code[i] - value) * step;
    });
    const way = share - ahead / length;
    return moveCode(
      settled,
      code,
      code.map((value, i) => value + way * (high[i] - low[i])),
    );
  }

  private paint(x: Float32Array): void {
    const shown = [this.across, this.up].filter((axis) => this.ends(axis)).flatMap(({ strip }) => strip);
    const size = x.length / shown.length;
    shown.forEach((canvas, i) => {
      canvas.hidden = false;
      this.bench.painter.paint(canvas, x, i * size, 44);
    });
    this.element.dataset.previewed = String(Number(this.element.dataset.previewed ?? 0) + 1);
  }
}

function keyOf({ kind, name }: Group): string {
  return `${kind}:${name}`;
}

function textOf(list: HTMLSelectElement): string {
  return list.selectedOptions[0]?.textContent ?? "";
}
