import type { PathKind } from "../math/paths";
import type { Group } from "./groups";
import type { Model } from "./model";
import type { Point } from "./point";

/** What undo brings back. */
interface Moment {
  settled: Point;
  a: Point | null;
  b: Point | null;
  more: Point[];
  kind: PathKind;
  rows: Int32Array;
  tags: readonly Group[];
}

/** A drag ends in one step back, not in one for each pixel of it. */
const REST_MS = 250;
const MOST_STEPS = 200;
const WATCHED = ["settled", "pins", "selection", "tags"];

/** The ways back and forth over points, pins and selections. Watches the model by itself. */
export class History {
  private readonly past: Moment[] = [];
  private future: Moment[] = [];
  private now: Moment;
  private timer = 0;
  private readonly stop: () => void;

  constructor(
    private readonly model: Model,
    private readonly changed: () => void,
  ) {
    this.now = take(model);
    this.stop = model.on((change) => WATCHED.includes(change) && this.wait());
  }

  get canUndo(): boolean {
    return this.past.length > 0 || !same(this.now, take(this.model));
  }

  get canRedo(): boolean {
    return this.future.length > 0;
  }

  undo(): void {
    this.record();
    this.go(this.past, this.future);
  }

  redo(): void {
    this.record();
    this.go(this.future, this.past);
  }

  close(): void {
    clearTimeout(this.timer);
    this.stop();
  }

  /** Takes what is now as a step of its own, if anything changed since the last. */
  record(): void {
    clearTimeout(this.timer);
    const now = take(this.model);
    if (same(this.now, now)) return;
    this.past.push(this.now);
    if (this.past.length > MOST_STEPS) this.past.shift();
    this.future = [];
    this.now = now;
    this.changed();
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.record(), REST_MS);
  }

  private go(from: Moment[], to: Moment[]): void {
    const there = from.pop();
    if (!there) return;
    to.push(this.now);
    this.now = there;
    give(this.model, there);
    clearTimeout(this.timer);
    this.changed();
  }
}

function take({ settled, pins, selection, tags }: Model): Moment {
  return {
    settled,
    a: pins.a,
    b: pins.b,
    more: [...pins.more],
    kind: pins.kind,
    rows: selection.rows(),
    tags: [...tags],
  };
}

function give(model: Model, { settled, a, b, more, kind, rows, tags }: Moment): void {
  const now = take(model);
  if (now.rows !== rows) model.selection.restore(rows);
  if (!equal(now.tags, tags)) {
    model.tags.splice(0, model.tags.length, ...tags);
    model.changed("tags");
  }
  const pinned = !samePins(now, { a, b, more }) || now.kind !== kind;
  if (pinned) {
    Object.assign(model.pins, { a, b, more: [...more], kind });
    model.changed("pins");
  }
  if (!samePoint(now.settled, settled)) model.settle(settled, "undo");
  else if (pinned) model.changed("settled"); // the page's strip goes between the same pins
}

function same(one: Moment, other: Moment): boolean {
  const points = samePoint(one.settled, other.settled) && samePins(one, other);
  return points && one.kind === other.kind && one.rows === other.rows && equal(one.tags, other.tags);
}

type Pinned = Pick<Moment, "a" | "b" | "more">;

function samePins(one: Pinned, other: Pinned): boolean {
  const [mine, theirs] = [one, other].map(({ a, b, more }) => [a, b, ...more]);
  return mine.length === theirs.length && mine.every((pin, i) => samePoint(pin, theirs[i]));
}

/** A point that has learned its code, or been copied with it, is the same point. */
function samePoint(one: Point | null, other: Point | null): boolean {
  return one?.z === other?.z && one?.delta === other?.delta;
}

function equal(one: readonly Group[], other: readonly Group[]): boolean {
  return one.length === other.length && one.every((group, i) => group === other[i]);
}
