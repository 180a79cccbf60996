import type { ExplorerData, MapChoice } from "../messages";
import { fetchBytes } from "../data/arrays";
import { CodeNeighbors } from "../state/codeNeighbors";
import { LinearPlane, ownPca, ownRaw, type FlatMap } from "../state/linearPlane";
import type { Model } from "../state/model";
import { NeighborPlane, type Codes } from "../state/neighborPlane";
import { transform } from "../math/linearMap";
import { changed, choiceOf, firstChoice, isLaid, isMade, mapKey, METHODS, offers } from "./choice";
import { laidAxes } from "./laid";
import { readMapFrame, requestOf, type MapFigures, type MapFrame, type MapHeader, type MapOrder } from "./messages";
import { MapSocket } from "./socket";
import { hasPlaces, leftBehind, type LeftMap } from "./waiting";

/** The run's own map needs the server for its figures only: first comes what is to be seen. */
const FIGURES_WAIT_MS = 1200;

/** Which map is shown: takes choices, has maps made by the server, and gives the model each as it comes. */
export class Maps {
  choice: MapChoice;
  /** How the chosen map comes along, once the server has said something of it. */
  header: MapHeader | null = null;
  /** Why nothing comes, or "". */
  problem = "";
  /** A map that was left before it was made, null once nothing waits for it. */
  left: LeftMap | null = null;
  /** The flat map whose axes can be chosen, null on a map with two fixed ones. */
  flat: FlatMap | null;
  private readonly codes: Codes;
  private socket: MapSocket | null = null;
  /** Name of the server's map that is on screen. */
  private shown = "";
  private timer = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly model: Model,
    private readonly tell: (choice: MapChoice) => void,
  ) {
    const { data, arrays } = model;
    this.choice = firstChoice(data);
    this.flat = ownPca(data, arrays);
    this.codes = codesOf(data, model);
    const { chosen } = data.maps;
    if (chosen && fits(data, chosen)) this.choice = chosen;
  }

  /** Hears of every change from now on; what is returned ends that. */
  on(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Shows what is chosen; called once all who listen are there. */
  begin(): void {
    this.open();
  }

  choose(change: Partial<MapChoice>): void {
    const { data } = this.model;
    const before = mapKey(data, this.choice);
    const leaving = leftBehind(data, this.choice, this.header);
    this.choice = changed(data, this.choice, change);
    this.tell(this.choice);
    const key = mapKey(data, this.choice);
    if (key !== before) {
      this.left ??= leaving;
      if (this.left?.key === key) this.left = null;
      this.open();
    } else if (change.axes) this.showFlat();
    this.report();
  }

  order(order: MapOrder): void {
    this.socket?.order(order);
  }

  /** Ends the map that was left, so that the chosen one need not wait for it. */
  stopLeft(): void {
    if (this.left) this.socket?.stop(this.left.request);
  }

  close(): void {
    clearTimeout(this.timer);
    this.socket?.close();
  }

  /** Whether the chosen map is still to come. */
  get awaited(): boolean {
    return this.flat === null && this.shown === "";
  }

  /** How good the shown map is, null while that is not known. */
  get figures(): MapFigures | null {
    return this.header?.figures ?? null;
  }

  private get isOwn(): boolean {
    return this.choice.method === "pca" && this.choice.space === this.model.data.maps.spaces[0];
  }

  private open(): void {
    const { data, arrays } = this.model;
    this.header = null;
    this.problem = this.shown = "";
    if (this.choice.method === "raw") this.flat = ownRaw(data, arrays);
    else if (this.isOwn) this.flat = ownPca(data, arrays);
    else this.flat = null;
    if (this.flat) this.showFlat();
    clearTimeout(this.timer);
    if (this.isOwn) this.timer = window.setTimeout(() => this.ask(), FIGURES_WAIT_MS);
    else if (isLaid(this.choice.method)) void this.lay();
    else if (this.choice.method !== "raw") this.ask();
    this.report();
  }

  /** Works out axes that need the codes of all items, which a GAN has to make first. */
  private async lay(): Promise<void> {
    const key = mapKey(this.model.data, this.choice);
    const current = () => mapKey(this.model.data, this.choice) === key;
    try {
      const flat = await laidAxes(this.model, this.choice);
      if (!current()) return;
      this.flat = flat;
      this.showFlat();
    } catch (error) {
      if (current()) this.problem = (error as Error).message;
    }
    this.report();
  }

  private ask(): void {
    const path = this.model.data.maps.socket;
    if (!path) return void this.load();
    this.socket ??= new MapSocket(path, {
      map: (header, frame) => this.heard(header, frame),
      failed: (sentence) => {
        this.problem = sentence;
        this.report();
      },
    });
    this.socket.open(requestOf(this.model.data, this.choice));
  }

  /** Shows a map that travelled with the page. */
  private async load(): Promise<void> {
    const { data } = this.model;
    const wanted = mapKey(data, this.choice);
    const map = data.maps.kept.find((kept) => mapKey(data, { ...this.choice, ...choiceOf(kept) }) === wanted);
    if (!map) return;
    try {
      const frame = readMapFrame(map.header, await fetchBytes(map.url, "map"));
      if (mapKey(data, this.choice) === wanted) this.heard(map.header, frame);
    } catch (error) {
      this.problem = (error as Error).message;
      this.report();
    }
  }

  private heard(header: MapHeader, frame: MapFrame | null): void {
    const { method, space } = this.choice;
    // a word about the map chosen before may still have been on its way
    if (header.map !== "" && (header.method !== method || header.space !== space)) return;
    if (this.left && header.map === this.left.map) return;
    this.header = header;
    this.problem = header.error ?? "";
    if (isMade(method) && header.state !== "queued") this.left = null;
    if (frame && !this.isOwn && hasPlaces(header)) this.show(header, frame);
    this.report();
  }

  private show(header: MapHeader, { coords, real }: MapFrame): void {
    const { model, choice } = this;
    const { points, latent } = model.data;
    if (header.count !== points.count || header.dim !== 2) {
      this.problem = `The map is of ${header.count} rows, the view of ${points.count}; reload the page.`;
      return;
    }
    if (choice.space === "z" && header.linear) {
      const { mean, components } = header.linear;
      const map = { dim: latent.dim, k: components.length, mean, components: components.flat() };
      this.flat = { map, coords, names: components.map((_, i) => `PC ${i + 1}`), of: "z" };
      return this.showFlat();
    }
    const name = isMade(choice.method) ? METHODS[choice.method].name : "PC";
    const embedding = {
      coords,
      spacing: header.spacing ?? 1,
      neighbors: header.n_neighbors,
      names: [`${name} 1`, `${name} 2`] as const,
      real,
    };
    const known = this.shown === header.map;
    this.shown = header.map;
    model.show(new NeighborPlane(embedding, this.codes), known ? "moved" : "plane");
  }

  private showFlat(): void {
    const { flat, choice, model } = this;
    if (!flat) return;
    const [i, j] = choice.axes;
    const { k } = flat.map;
    const axes = i < k && j < k && i !== j ? choice.axes : ([0, Math.min(1, k - 1)] as const);
    model.show(new LinearPlane(flat, axes, model.arrays.labels), "plane");
  }

  private report(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A GAN's neighbours are looked up on the map of its first activations: z says little about what it makes. */
function codesOf({ latent, map }: ExplorerData, { arrays, isGan, deltaDim }: Model): Codes {
  const { coords, mean, components, codes, labels } = arrays;
  const flat = { dim: map.dim, k: map.k, mean, components };
  const neighbors = isGan
    ? new CodeNeighbors(coords, map.k, (code) => transform(flat, code))
    : new CodeNeighbors(codes, latent.dim, (code) => code);
  return { table: codes, dim: latent.dim, labels, deltaDim, neighbors };
}

function fits(data: ExplorerData, { method, space, encoder, own }: MapChoice): boolean {
  const known = encoder === null || data.maps.encoders.some(({ run }) => run === encoder);
  const laid = own !== null && own.mean.length === data.map.dim;
  const offered = offers(data, laid).some(({ change }) => change?.method === method);
  return offered && data.maps.spaces.includes(space) && known;
}
