import type { Theme } from "../dom/theme";
import type { Ellipse } from "../math/linearMap";
import { classColor } from "./colors";
import { spreadLabels } from "./labels";
import type { Viewport } from "./viewport";

/** Draws what lies over the points: axes, class names, the path, pins, where the person is, a posterior. */
export class Overlay {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly view: Viewport,
    private readonly theme: Theme,
  ) {}

  /** Numbers along the edges and the axes' names. */
  axes(horizontal: string, vertical: string, isLine: boolean): void {
    const { context, view } = this;
    context.font = "12px system-ui, sans-serif";
    const [x0, y1] = view.toPlace(0, 0);
    const [x1, y0] = view.toPlace(view.width, view.height);
    const step = niceStep(90 / view.scale);
    context.textAlign = "center";
    context.textBaseline = "alphabetic";
    for (let i = Math.ceil(x0 / step); i * step <= x1; i++) {
      const [px] = view.toScreen(i * step, 0);
      if (px > 44 && px < view.width - 110) this.quiet(label(i * step, step), px, view.height - 6);
    }
    context.textAlign = "left";
    for (let i = Math.ceil(y0 / step); !isLine && i * step <= y1; i++) {
      const [, py] = view.toScreen(0, i * step);
      if (py > 40 && py < view.height - 24) this.quiet(label(i * step, step), 6, py + 4);
    }
    context.font = "600 13px system-ui, sans-serif";
    if (!isLine) this.written(`${vertical} \u2191`, 6, 17, this.theme.text);
    context.textAlign = "right";
    this.written(`${horizontal} \u2192`, view.width - 6, view.height - 7, this.theme.text);
  }

  /** Classes' names at their middles, in their colours, moved apart where they would cover each other. */
  classNames(classes: { name: string; label: number; x: number; y: number }[]): void {
    const { context, theme } = this;
    context.font = "700 17px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    const labels = classes.map(({ name, x, y }) => {
      const [px, py] = this.view.toScreen(x, y);
      return { x: px, y: py, width: context.measureText(name).width + 6, height: 21 };
    });
    spreadLabels(labels);
    classes.forEach(({ name, label }, i) => {
      this.written(name, labels[i].x, labels[i].y, theme.text, classColor(label, theme.dark));
    });
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
      context.lineWidth = width;
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
    context.font = "700 14px system-ui, sans-serif";
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
      context.arc(px, py, 9, 0, 2 * Math.PI);
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ]) {
        context.moveTo(px + 9 * dx, py + 9 * dy);
        context.lineTo(px + 15 * dx, py + 15 * dy);
      }
      context.lineWidth = width;
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
      context.lineWidth = 3.5;
      context.strokeStyle = theme.background;
      context.stroke();
      context.lineWidth = 1.75;
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
      context.lineTo(px + dx, py + dy);
    context.closePath();
    context.fillStyle = theme.primary;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = theme.background;
    context.stroke();
  }

  private disc(px: number, py: number, radius: number, fill: string, edge: string, edgePx: number): void {
    const { context } = this;
    context.beginPath();
    context.arc(px, py, radius, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = edgePx;
    context.strokeStyle = edge;
    context.stroke();
  }

  private quiet(text: string, px: number, py: number): void {
    this.context.globalAlpha = 0.75;
    this.written(text, px, py, this.theme.text);
    this.context.globalAlpha = 1;
  }

  /** Text with a halo of the background, so that it reads on top of points. */
  private written(text: string, px: number, py: number, color: string, halo?: string): void {
    const { context, theme } = this;
    context.lineJoin = "round";
    if (halo) {
      context.lineWidth = 8;
      context.strokeStyle = halo;
      context.strokeText(text, px, py);
    }
    context.lineWidth = 4.5;
    context.strokeStyle = theme.background;
    context.strokeText(text, px, py);
    context.fillStyle = color;
    context.fillText(text, px, py);
  }
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((n) => n * power >= least) ?? 10);
}

function label(value: number, step: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return (Math.abs(value) < step / 2 ? 0 : value).toFixed(digits).replace("-", "\u2212");
}
