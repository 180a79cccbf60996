import { canAsk } from "../../data/ask";
import { Lane } from "../../decode/lane";
import { h } from "../../dom/h";
import type { Overlay } from "../../map/overlay";
import type { Course } from "../../state/pins";
import type { Point } from "../../state/point";
import { picker, options } from "../moving/picker";
import type { Bench, Tool, ToolView } from "../tool";
import { bent, planned, walk, type CourseKind, type Pace, type Walked } from "./course";
import { PinChips } from "./pinChips";
import { usualInputOf, usualInputWords } from "./usual";
import { WayRow } from "./wayRow";

/** Ways through any number of pins, side by side. */
export const ways: Tool = {
  name: "ways",
  label: "Ways",
  help: "Ways through any number of pins, side by side: what they cost, and how far they stay among the data.",
  fits: () => true,
  open: (bench) => new Ways(bench),
};

const KINDS: { kind: CourseKind; name: string; help: string }[] = [
  { kind: "lerp", name: "straight", help: "From pin to pin in a straight line" },
  {
    kind: "slerp",
    name: "spherical",
    help: "From pin to pin on a sphere around 0, as codes of a Gaussian prior lie near one",
  },
  { kind: "spline", name: "spline", help: "A smooth curve through all pins (Catmull-Rom)" },
  { kind: "geodesic", name: "geodesic", help: "The way on which the decoded item changes least (found on the server)" },
];
/** Lowest that the plots reach: emptiness is emptiness. */
const LOWEST = -30;
const REST_MS = 150;

interface Sought {
  pins: Point[];
  signal: AbortSignal;
}

class Ways implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly chips: PinChips;
  private readonly rows: WayRow[];
  private readonly pace = picker("Even steps", "What is to be the same from step to step", "pace", () => this.find());
  private readonly careful = h("input", { type: "checkbox", checked: true, "data-testid": "careful" });
  private readonly hint = h("p", { class: "gl-hint" }, "Pin two points or more, here or with Pin A and Pin B.");
  private readonly list: HTMLElement;
  private readonly unlisten: () => void;
  private readonly lane: Lane<Sought, void>;
  private abort = new AbortController();
  private chosen: CourseKind | null = null;
  private seen: Point[] = [];

  constructor(private readonly bench: Bench) {
    const { model } = bench;
    this.lane = new Lane(
      (sought) => this.seek(sought),
      () => {},
      bench.failed,
    );
    options(this.pace.list, [
      { value: "t", name: "as the way goes" },
      { value: "code", name: "in the code" },
      { value: "item", name: "in what is decoded" },
    ]);
    this.careful.onchange = () => this.find();
    this.chips = new PinChips(bench);
    const words = usualInputWords(model);
    this.rows = KINDS.map(
      ({ kind, name, help }) =>
        new WayRow(
          bench,
          kind,
          name,
          help,
          words,
          () => this.choose(kind),
          (t) => this.go(kind, t),
        ),
    );
    const title = "Let the geodesic go around places where there are no codes, even if the item changes more";
    const careful = h("label", { class: "gl-check", title }, this.careful, "Geodesic keeps to the data");
    const controls = h(
      "div",
      { class: "gl-tool-row" },
      this.pace.element,
      canAsk(model) && !model.isGan ? careful : null,
    );
    this.list = h("div", { class: "gl-ways" }, ...this.rows.map(({ element }) => element));
    this.element.append(this.chips.element, controls, this.hint, this.list);
    this.unlisten = model.on((change) => change === "pins" && this.pinsChanged());
    this.pinsChanged();
  }

  draw(overlay: Overlay): void {
    const { plane } = this.bench.model;
    for (const { walked, kind } of this.rows) {
      if (!walked || kind === this.chosen) continue;
      const places = walked.points.flatMap((point) => plane.place(point) ?? []);
      thin(overlay, places);
    }
  }

  close(): void {
    this.unlisten();
    this.abort.abort();
    this.lane.close();
    this.chips.close();
  }

  /** Dragging a pin says so at each move; what is only told its code by the strip is the same pin. */
  private pinsChanged(): void {
    const { all } = this.bench.model.pins;
    const same =
      all.length === this.seen.length &&
      all.every((pin, i) => pin.z === this.seen[i].z && pin.delta === this.seen[i].delta);
    if (same && all.length > 0) return this.mark();
    this.seen = all;
    this.chips.show();
    this.find();
  }

  /** Begins anew; while a search under way comes to its end, only the newest waits. */
  private find(): void {
    this.abort.abort();
    this.abort = new AbortController();
    const { a, b, all } = this.bench.model.pins;
    const ready = a !== null && b !== null;
    this.hint.hidden = ready;
    this.list.hidden = !ready;
    if (ready) this.lane.ask({ pins: all, signal: this.abort.signal });
  }

  private async seek({ pins, signal }: Sought): Promise<void> {
    const { model } = this.bench;
    const usual = usualInputOf(model);
    const pace = this.pace.list.value as Pace;
    const measured = async (kind: CourseKind, points: Point[], settling = false) => {
      const walked = await walk(model, points, pace, usual);
      if (signal.aborted) return;
      this.take(kind, { ...walked, settling }, pins);
    };
    for (const { kind } of KINDS) {
      if (signal.aborted) return;
      if (kind !== "geodesic") await measured(kind, planned(model, kind, pins));
    }
    const row = this.rows.find(({ kind }) => kind === "geodesic")!;
    if (!canAsk(model)) return row.say("Finding it needs genlab's server; the other ways are worked out here.");
    if (!row.walked) row.say("Looking for it\u2026");
    await new Promise((rested) => setTimeout(rested, REST_MS)); // while a pin is dragged the server is left alone
    if (signal.aborted) return;
    try {
      await bent(model, pins, this.careful.checked, signal, (points, settling) =>
        measured("geodesic", points, settling),
      );
    } catch (error) {
      if (!signal.aborted) row.say((error as Error).message);
    }
  }

  private take(kind: CourseKind, walked: Walked, pins: Point[]): void {
    const row = this.rows.find((one) => one.kind === kind)!;
    row.show(walked, [LOWEST, 2]);
    const known = this.rows.flatMap((one) => one.walked ?? []);
    const low = Math.max(Math.min(-5, ...known.flatMap(({ usual }) => usual)), LOWEST);
    const high = Math.max(2, ...known.flatMap(({ usual }) => usual));
    for (const one of this.rows) if (one.walked) one.draw(one.walked, [low, high]);
    if (kind === this.chosen) this.walkOn(walked, pins);
    this.bench.request();
  }

  private choose(kind: CourseKind): void {
    this.chosen = kind;
    const walked = this.rows.find((row) => row.kind === kind)?.walked;
    if (walked) this.walkOn(walked, this.seen);
  }

  /** Gives the way to the path panel's slider, strip and play. */
  private walkOn({ points, along }: Walked, pins: Point[]): void {
    const course: Course = { pins, points, along };
    this.bench.model.pins.course = course;
    this.bench.model.changed("pins");
    this.bench.model.changed("settled");
  }

  private go(kind: CourseKind, t: number): void {
    const { model } = this.bench;
    this.choose(kind);
    this.mark();
    const point = model.pins.at(t);
    if (!point) return;
    model.pins.t = t;
    model.settle(point, "path");
  }

  /** Another way may have been chosen in the path panel. */
  private mark(): void {
    if (!this.bench.model.pins.course) this.chosen = null;
    for (const row of this.rows) row.chosen = row.kind === this.chosen;
  }
}

/** A way that is not walked: a thin line. */
function thin({ context, view, theme }: Overlay, places: number[]): void {
  context.save();
  context.beginPath();
  for (let i = 0; i + 1 < places.length; i += 2) context.lineTo(...view.toScreen(places[i], places[i + 1]));
  context.strokeStyle = theme.text;
  context.globalAlpha = 0.5;
  context.lineWidth = 1.25 * theme.scale;
  context.stroke();
  context.restore();
}
