import type { Engine } from "../decode/decoder";
import type { Place } from "../math/linearMap";
import { nearest, type Nearest } from "../math/neighbors";
import { transform } from "../math/linearMap";
import type { ExplorerData, Settled, SettleSource } from "../messages";
import { Pins } from "./pins";
import type { Uniform } from "../math/normal";
import { drawFromData, drawFromPrior, placed, styleDim, withClass, type Draw } from "./classes";
import type { Direction } from "./directions";
import type { Group } from "./groups";
import { Selection } from "./selection";
import { drawSteady } from "./steady";
import { LinearPlane, ownPca } from "./linearPlane";
import type { MapArrays, Plane } from "./plane";
import { flatten, offset, plain, unflatten, type Point } from "./point";
import type { Sample } from "./sampler";

/** Steady draws made at a time; the pool they come from is hardly larger. */
const AHEAD = 24;

/** `plane`: another map. `moved`: the same map, its points elsewhere. `time`: the model at another moment of its training. */
export type Change =
  "view" | "plane" | "moved" | "settled" | "pins" | "classes" | "hover" | "selection" | "tags" | "time" | "directions";

/**
 * Everything the view shows, and what a person can do to it. Holds no elements: panels listen to changes and are drawn
 * once a frame (frames.ts).
 */
export class Model {
  readonly pins: Pins;
  readonly hidden = new Set<number>();
  readonly selection: Selection;
  /** Selections that were given a name; add to it and say `changed("tags")`. */
  readonly tags: Group[] = [];
  /** Directions that were kept for the visit; add to it and say `changed("directions")`. */
  readonly directions: Direction[] = [];
  plane: Plane;
  /** Where the person is; `live` is where they hover or drag, and goes before it. */
  settled: Point;
  live: Point | null = null;
  source: SettleSource = "reset";
  /** The last decoded sample of what is current, and that of the settled point to come back to. */
  sample: Sample | null = null;
  hoverRow = -1;
  nearest: Nearest = { row: -1, distance: NaN };
  truncation = 1;
  /**
   * Whether random draws keep to where the model draws well rather than come from its whole prior: an autoencoder's near
   * the codes of data, and pictures where they hold still (steady.ts). They do unless one asks: a prior reaches places
   * where no item lies, and samples from there are of nothing.
   */
  keepsOff: boolean;
  /** Whether an earlier moment of the training is shown (tools/time); the page hears of nothing meanwhile. */
  rewound = false;
  private draw: Draw | null = null;
  /** Steady draws made ahead, and those that are being made. */
  private ahead: Draw[] = [];
  private filling: Promise<Draw[]> | null = null;
  /** How often one went somewhere or asked to. */
  private steps = 0;
  private readonly listeners = new Set<(change: Change) => void>();

  constructor(
    public data: ExplorerData,
    readonly arrays: MapArrays,
    readonly engine: Engine,
    restored: Settled | null,
  ) {
    this.selection = new Selection(data.points.count, () => this.changed("selection"));
    this.keepsOff = this.canKeepOff;
    this.plane = new LinearPlane(ownPca(data, arrays), [0, 1], arrays.labels);
    this.pins = new Pins(null, null, this.isGan ? "slerp" : "lerp", styleDim(data));
    this.settled = (restored && this.restore(restored)) ?? this.origin();
    this.source = restored?.source ?? "reset";
  }

  get isGan(): boolean {
    return this.data.map.space === "activations";
  }

  /** Whether there is a choice of random draws: of a GAN of points there is none. */
  get canKeepOff(): boolean {
    return !this.isGan || this.isPicture;
  }

  get isPicture(): boolean {
    return this.data.item.shape.length === 3;
  }

  get deltaDim(): number {
    return this.isGan ? this.data.map.dim : 0;
  }

  get current(): Point {
    return this.live ?? this.settled;
  }

  /** Hears of every change from now on; what is returned ends that. */
  on(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(change: Change): void {
    if (change === "time") [this.ahead, this.filling, this.steps] = [[], null, this.steps + 1]; // of another decoder
    for (const listener of this.listeners) listener(change);
  }

  /** The point at z, a GAN's offset kept from where the person is. */
  at(z: Float32Array): Point {
    return this.isGan ? offset(z, this.settled.delta ?? new Float32Array(this.deltaDim)) : plain(z);
  }

  /** The point at z alone. */
  pure(z: Float32Array): Point {
    return this.isGan ? offset(z, new Float32Array(this.deltaDim)) : plain(z);
  }

  /** The point a place of the map stands for; null until what it is reached from has its code. */
  under(place: Place, from: Point = this.settled): Point | null {
    return this.plane.under(place, from);
  }

  /** Goes somewhere for the moment: hovering, dragging, playing. Null goes back to where the person settled. */
  visit(point: Point | null): void {
    if (this.live === point) return;
    this.live = point;
    this.changed("view");
  }

  /** Stays at a point. The host hears of it when its sample and neighbour are known (settling.ts). */
  settle(point: Point, source: SettleSource): void {
    if (source !== "random") this.draw = null;
    this.steps++;
    this.live = null;
    this.settled = point;
    this.source = source;
    this.changed("settled");
  }

  /** Takes a decoded sample; a settled point learns its code by it. */
  take(sample: Sample): void {
    this.sample = sample;
    const isSettled = sample.point.z === this.settled.z && sample.point.delta === this.settled.delta;
    if (isSettled && !this.settled.code) this.settled = sample.point;
  }

  /** Data item nearest to a code: in z for an autoencoder, in the map's coordinates for a GAN. */
  nearestTo(code: Float32Array): Nearest {
    const { map, latent } = this.data;
    if (!this.isGan) return nearest(this.arrays.codes, latent.dim, code);
    const { mean, components } = this.arrays;
    return nearest(this.arrays.coords, map.k, transform({ dim: map.dim, k: map.k, mean, components }, code));
  }

  /** The point of a data item: mu of an autoencoder, the z of a GAN's sample. */
  item(row: number): Point {
    const { dim } = this.data.latent;
    return this.pure(this.arrays.codes.slice(row * dim, (row + 1) * dim));
  }

  /** What `count` rows from `row` on decode to, one after another. */
  async decodedRows(row: number, count: number): Promise<Float32Array> {
    return (await this.engine.batch(Array.from({ length: count }, (_, i) => this.item(row + i)))).x;
  }

  /** Goes to a random draw, under the truncation; where pictures are looked at first, unless one goes elsewhere meanwhile. */
  async random(): Promise<void> {
    const asked = ++this.steps;
    const draw = this.sifts ? await this.nextSteady() : this.drawOne();
    if (asked !== this.steps) return;
    this.draw = draw;
    this.settle(this.drawn(), "random");
  }

  /** Random draws from where they are set to come from. */
  async fresh(n: number, uniform?: Uniform): Promise<Draw[]> {
    const draw = () => this.drawOne(uniform);
    const plainly = () => Array.from({ length: n }, draw);
    if (!this.sifts) return plainly();
    const decode = (codes: Float32Array[]) => this.engine.batch(codes.map((z) => this.pure(z)));
    const spread = Array.from(this.prior().std).slice(0, styleDim(this.data));
    return drawSteady(draw, decode, spread, n, uniform).catch(plainly); // what cannot be decoded is said elsewhere
  }

  /** Whether pictures of random draws are looked at before they are shown. */
  private get sifts(): boolean {
    return this.keepsOff && this.isPicture;
  }

  private async nextSteady(): Promise<Draw> {
    if (this.ahead.length === 0) {
      const filling = (this.filling ??= this.fresh(AHEAD));
      const draws = await filling;
      if (filling === this.filling) [this.ahead, this.filling] = [draws, null];
    }
    return this.ahead.pop() ?? this.drawOne();
  }

  /** A draw near the data or of the prior; no picture has been looked at. */
  private drawOne(uniform?: Uniform): Draw {
    if (this.keepsOff && !this.isGan) return drawFromData(this.data, this.arrays.codes, uniform);
    return drawFromPrior(this.data, this.prior(), uniform);
  }

  /** Sets the truncation; a drawn point follows it at once. */
  truncate(psi: number): void {
    this.truncation = psi;
    if (this.draw) this.visit(this.drawn());
  }

  private drawn(): Point {
    return this.pure(placed(this.draw!, this.truncation));
  }

  /**
   * Mean and spread of the prior; an AE has none, so the Gaussian of its codes stands in. The weight of a class is 1 as
   * often as there are classes, else 0.
   */
  prior(): { mean: ArrayLike<number>; std: ArrayLike<number> } {
    const { dim, variational, mean, std, classes } = this.data.latent;
    if (!variational && !this.isGan) return { mean, std };
    const style = styleDim(this.data);
    const share = 1 / Math.max(1, classes.length);
    return {
      mean: new Float32Array(dim).fill(share, style),
      std: new Float32Array(dim).fill(1).fill(Math.sqrt(share * (1 - share)), style),
    };
  }

  /** Where one begins: the mean (of the first class), or a GAN's first sample, as its mean is like none of its draws. */
  origin(): Point {
    if (this.isGan && this.data.points.count > 0) return this.item(0);
    return this.pure(withClass(Float32Array.from(this.prior().mean), this.data, 0));
  }

  /** Shows another map, or with `moved` the same one with its points elsewhere. */
  show(plane: Plane, change: "plane" | "moved"): void {
    this.plane = plane;
    this.changed(change);
  }

  report(place: [number, number]): Settled {
    const { a, b, more } = this.pins;
    return {
      z: Array.from(this.settled.z),
      delta: this.settled.delta && Array.from(this.settled.delta),
      source: this.source,
      nearest: this.nearest.row,
      pins: { a: a && flatten(a), b: b && flatten(b), ...(more.length > 0 && { more: more.map(flatten) }) },
      path: this.pins.kind,
      map: place,
    };
  }

  /** Takes the pins and their way of a kept place and gives its point, null when it does not fit this model. */
  restore(settled: Settled): Point | null {
    this.pins.kind = settled.path;
    for (const which of ["a", "b"] as const) {
      this.pins[which] = unflatten(settled.pins[which], this.data.latent.dim, this.deltaDim);
    }
    const more = (settled.pins.more ?? []).map((pin) => unflatten(pin, this.data.latent.dim, this.deltaDim));
    this.pins.more = more.filter((pin) => pin !== null);
    return unflatten([...settled.z, ...(settled.delta ?? [])], this.data.latent.dim, this.deltaDim);
  }
}
