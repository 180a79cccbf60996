import { h, setText } from "./dom/h";
import { readTheme, watchTheme, type Theme } from "./dom/theme";
import { Items } from "./data/items";
import { cloudOf } from "./item/charts";
import { ItemPainter } from "./item/painter";
import { Linking } from "./link/linking";
import { Keys } from "./map/keys";
import { Legend } from "./map/legend";
import { MapView } from "./map/mapView";
import { Steering } from "./map/steering";
import { Toolbar } from "./map/toolbar";
import { MapBar } from "./maps/bar";
import { Maps } from "./maps/maps";
import type { Host, Moment, Settled } from "./messages";
import { DrawPanel } from "./panels/draw";
import { Inset } from "./panels/inset";
import { ItemCard } from "./panels/itemCard";
import { PathPanel } from "./panels/path";
import { SamplePanel } from "./panels/sample";
import { Sliders } from "./panels/sliders";
import { Frames } from "./state/frames";
import type { Model } from "./state/model";
import { measure } from "./state/measure";
import { recall, select, selectedOf } from "./state/moment";
import { Sampler, type Sample } from "./state/sampler";
import type { Point } from "./state/point";
import { Toolbox } from "./tools/toolbox";
import { Undo } from "./tools/undo";

/** A brush tells what it selected when it rests, not all along its way. */
const TELL_MS = 300;

/** One run on screen: wires the model, the decoder and the panels together, and draws them once a frame. */
export class Lab {
  readonly element = h("div", { class: "gl-layout" });
  private readonly frames = new Frames((now) => this.frame(now));
  private readonly sampler: Sampler;
  private readonly painter: ItemPainter;
  private readonly map: MapView;
  private readonly maps: Maps;
  private readonly legend: Legend;
  private readonly sample: SamplePanel;
  private readonly sliders: Sliders;
  private readonly path: PathPanel;
  private readonly draw: DrawPanel | null;
  private readonly card: ItemCard;
  private readonly inset: Inset;
  private readonly keys: Keys;
  private readonly linking: Linking | null;
  private toolbox: Toolbox;
  private readonly undo: Undo;
  private readonly note: HTMLElement;
  private readonly unwatch: () => void;
  private frameStart = 0;
  private telling = 0;
  private asked: Point | null = null;
  private unreported = true;
  /** Where the view opens is nothing the person settled on, and not reported. */
  private opened = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly model: Model,
    private readonly host: Host,
  ) {
    const theme = readTheme(root);
    const items = new Items(model.data, (row, count) => model.decodedRows(row, count));
    const request = () => this.frames.request();
    const { failed } = this;
    this.painter = new ItemPainter(model.data.item, theme);
    this.sampler = new Sampler(model.engine, (sample) => this.shown(sample), failed);
    this.map = new MapView(model, this.painter, theme, request, failed);
    this.maps = new Maps(model, (choice) => host.choose?.(choice));
    this.legend = new Legend(model, theme);
    this.sample = new SamplePanel(model, this.painter, items, failed);
    this.sliders = new Sliders(model, this.painter);
    this.path = new PathPanel(model, this.painter, request, failed);
    const draws = model.data.item.modality === "image" && model.engine.encode;
    this.draw = draws ? new DrawPanel(model, this.painter, items, request, failed) : null;
    this.card = new ItemCard(model, this.map, this.painter, items, request, failed);
    this.inset = new Inset(model, this.map.view, this.painter, this.card.element);
    this.keys = new Keys(this.element, model, this.map, this.path, this.sample);
    this.note = h("p", { class: "gl-note", role: "status", hidden: model.engine.note === "" }, model.engine.note);
    if (model.data.selected) select(model, model.data.selected);
    this.undo = new Undo(model, this.element);
    const { beside } = model.data;
    this.linking = beside && new Linking({ model, items, data: beside.data, failed }, beside.channel);
    this.toolbox = this.layOut(items, request);
    this.maps.begin();
    this.element.style.colorScheme = theme.dark ? "dark" : "light";
    this.unwatch = watchTheme(root, (now) => this.setTheme(now));
    model.on((change) => {
      if (change === "settled" || change === "time") this.unreported = true;
      if (change === "time") this.asked = null; // another decoder: what is shown is decoded again
      if (change === "selection" || change === "tags") this.selected();
      if (change === "plane" || change === "moved") this.sample.show(); // it says where it is
      request();
    });
    if (model.data.item.modality === "points") this.loadCloud(items).catch(failed);
    request();
  }

  /** Puts everything back as a bookmark has it. */
  recall(moment: Moment): void {
    recall(moment, this.model, this.map, this.maps);
  }

  /** Goes where the page says, as to a point it kept. */
  goTo(settled: Settled): void {
    const point = this.model.restore(settled);
    if (!point) return;
    this.model.changed("pins");
    this.model.settle(point, settled.source);
  }

  destroy(): void {
    clearTimeout(this.telling);
    this.frames.stop();
    this.toolbox.close();
    this.undo.close();
    this.linking?.close();
    const { sampler, maps, path, card, inset, keys, sample } = this;
    for (const part of [sampler, maps, path, card, inset, keys, sample]) part.close();
    this.draw?.close();
    this.map.destroy();
    this.unwatch();
    this.model.engine.decoder.close();
    this.element.remove();
    this.note.remove();
  }

  /** Tells the page what is selected, once the hand rests. */
  private selected(): void {
    clearTimeout(this.telling);
    this.telling = window.setTimeout(() => this.host.select?.(selectedOf(this.model)), TELL_MS);
  }

  private layOut(items: Items, request: () => void): Toolbox {
    const steering = new Steering(this.model, this.map, this.path);
    const toolbar = new Toolbar(this.maps, this.map, steering);
    const bar = new MapBar(this.maps, this.map);
    this.map.element.append(this.card.element, this.inset.element);
    const { element, details, columns } = this.sample;
    const pair = h("div", { class: "gl-pair" }, element, this.draw?.element ?? details, columns.element);
    const side = h("div", { class: "gl-side" }, pair, this.draw ? details : null, this.sliders.element);
    const { model, map, maps, painter, host, failed } = this;
    const toolbox = new Toolbox({ model, map, maps, painter, items, host, request, failed }, steering, this.element);
    toolbox.row.append(this.undo.element);
    const above = [...(this.linking ? [this.linking.element] : []), toolbar.element, bar.element];
    const area = h("div", { class: "gl-map-area" }, ...above, map.element, this.legend.element, toolbox.row);
    this.element.append(area, side, toolbox.panel, h("div", { class: "gl-path-area" }, this.path.element));
    this.element.classList.toggle("gl-pixels", this.model.data.item.modality === "image");
    this.root.append(this.note, this.element);
    return toolbox;
  }

  private frame(nowMs: number): void {
    this.frameStart = performance.now();
    this.path.advance(nowMs);
    this.draw?.draw();
    const point = this.model.current;
    const decode = this.asked?.z !== point.z || this.asked.delta !== point.delta;
    if (decode) {
      this.asked = point;
      this.sampler.ask(point);
    }
    if (this.unreported) this.report().catch(this.failed);
    this.map.draw();
    this.sliders.draw();
    if (!decode) measure("genlab.frame", this.frameStart);
  }

  /** A sample has come: in the browser that is still within the frame that asked for it. */
  private shown(sample: Sample): void {
    this.model.take(sample);
    this.sample.show();
    this.inset.show(sample);
    if (this.model.live) this.map.draw();
    measure("genlab.frame", this.frameStart);
  }

  /** A point was settled on: its neighbour, its strips, and word to the host. */
  private async report(): Promise<void> {
    const { model } = this;
    const opened = this.opened;
    this.unreported = false;
    this.opened = true;
    const { settled } = model;
    const code = await this.sampler.codeOf(settled);
    if (model.settled.z !== settled.z || model.settled.delta !== settled.delta) return; // a later one is on its way
    model.settled = { ...settled, code };
    model.nearest = model.nearestTo(code);
    if (opened && !model.rewound) this.host.settle(model.report(model.plane.place(model.settled)!));
    this.frames.request();
    this.sample.settled();
    await this.sliders.refreshStrips();
  }

  private readonly failed = (error: Error): void => {
    setText(this.note, error.message);
    this.note.hidden = false;
  };

  private setTheme(theme: Theme): void {
    this.element.style.colorScheme = theme.dark ? "dark" : "light"; // check boxes and lists follow the page's theme
    this.painter.theme = theme;
    this.map.setTheme(theme);
    this.legend.setTheme(theme);
    this.sample.show();
  }

  private async loadCloud(items: Items): Promise<void> {
    const block = await items.block(0);
    this.painter.cloud = cloudOf(block.subarray(0, 2 * 2000));
    this.sample.show();
  }
}
