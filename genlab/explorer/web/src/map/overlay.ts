import type { Theme } from "../dom/theme";
import type { Ellipse } from "../math/linearMap";
import { classColor } from "./colors";
import { spreadLabels } from "./labels";
import { written } from "./text";
import type { Viewport } from "./viewport";

/** How far the largest mark reaches from its middle: the ticks around where the person is. */
const MARK_REACH_PX = 17;

/** Draws what lies over the points: class names, the path, pins, where the person is, a posterior. */
export class Overlay {
  constructor(
    readonly context: CanvasRenderingContext2D,
    readonly view: Viewport,
    readonly theme: Theme,
  ) {}

  /**
   * Classes' names at their middles, in their colours, moved apart where they would cover each other, and off the places
   * where a mark will be drawn.
   */
  classNames(classes: { name: string; label: number; x: number; y: number }[], marked: [number, number][]): void {
    const { context, theme } = this;
    context.font = `700 ${17 * theme.scale}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    const labels = classes.map(({ name, label, x, y }) => {
      const [px, py] = this.view.toScreen(x, y);
      return { name, label, x: px, y: py, width: context.measureText(name).width + 6, height: 21 * theme.scale };
    });
    const side = 2 * MARK_REACH_PX * theme.scale;
    const marks = marked.map(([x, y]) => {
      const [px, py] = this.view.toScreen(x, y);
      return { x: px, y: py, width: side, height: side };
    });
    for (const { name, label, x, y } of spreadLabels(labels, marks)) {
      written(context, theme, name, x, y, classColor(label, theme.dark));
    }
    context.textBaseline = "alphabetic";
  }

  /** The way between the pins, with its steps. */
  path(places: [number, number][]): void {
    const { context, theme } = this;
    const points = places.map(([x, y]) => this.view.toScreen(x, y));
    for (const [width, color] of [
      [5, theme.background],
      [2, theme.text],
    ] as const) {
      context.beginPath();
      for (const [px, py] of points) context.lineTo(px, py);
      context.lineWidth = width * theme.scale;
      context.strokeStyle = color;
      context.stroke();
    }
    for (const [px, py] of points) this.disc(px, py, 2.5, theme.text, theme.background, 1);
  }

  /** A pin with its letter. */
  pin(letter: string, x: number, y: number): void {
    const { context, theme } = this;
    const [px, py] = this.view.toScreen(x, y);
    this.disc(px, py, 12, theme.text, theme.background, 2);
    context.font = `700 ${14 * theme.scale}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = theme.background;
    context.fillText(letter, px, py + 1);
    context.textBaseline = "alphabetic";
  }

  /** Where the person settled: a ring with four ticks. */
  settled(x: number, y: number): void {
    const [px, py] = this.view.toScreen(x, y);
    const { context, theme } = this;
    for (const [width, color] of [
      [6, theme.background],
      [2.5, theme.text],
    ] as const) {
      context.beginPath();
      context.arc(px, py, 9 * theme.scale, 0, 2 * Math.PI);
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ]) {
        context.moveTo(px + 9 * theme.scale * dx, py + 9 * theme.scale * dy);
        context.lineTo(px + 15 * theme.scale * dx, py + 15 * theme.scale * dy);
      }
      context.lineWidth = width * theme.scale;
      context.strokeStyle = color;
      context.stroke();
    }
  }

  /** Where the shown sample is while the person moves. */
  live(x: number, y: number): void {
    const [px, py] = this.view.toScreen(x, y);
    this.disc(px, py, 5.5, this.theme.text, this.theme.background, 2);
  }

  /** The data item under the cursor. */
  item(x: number, y: number, label: number): void {
    const [px, py] = this.view.toScreen(x, y);
    this.disc(px, py, 7, classColor(label, this.theme.dark), this.theme.text, 2.5);
  }

  /** One and two standard deviations of a posterior. */
  ellipse(x: number, y: number, { major, minor, angle }: Ellipse): void {
    const { context, view, theme } = this;
    const [px, py] = view.toScreen(x, y);
    for (const sigmas of [2, 1]) {
      context.beginPath();
      context.ellipse(px, py, sigmas * major * view.scale, sigmas * minor * view.scale, -angle, 0, 2 * Math.PI);
      context.globalAlpha = 0.14;
      context.fillStyle = theme.primary;
      context.fill();
      context.globalAlpha = 1;
      context.lineWidth = 3.5 * theme.scale;
      context.strokeStyle = theme.background;
      context.stroke();
      context.lineWidth = 1.75 * theme.scale;
      context.setLineDash(sigmas === 2 ? [5, 4] : []);
      context.strokeStyle = theme.text;
      context.stroke();
      context.setLineDash([]);
    }
  }

  /** A z drawn from a posterior: a diamond. */
  draw(x: number, y: number): void {
    const { context, theme } = this;
    const [px, py] = this.view.toScreen(x, y);
    context.beginPath();
    for (const [dx, dy] of [
      [0, -7],
      [7, 0],
      [0, 7],
      [-7, 0],
    ])
      context.lineTo(px + dx * theme.scale, py + dy * theme.scale);
    context.closePath();
    context.fillStyle = theme.primary;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = theme.background;
    context.stroke();
  }

  private disc(px: number, py: number, radius: number, fill: string, edge: string, edgePx: number): void {
    const { context } = this;
    const { scale } = this.theme;
    context.beginPath();
    context.arc(px, py, radius * scale, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = edgePx * scale;
    context.strokeStyle = edge;
    context.stroke();
  }
}
