import { classColor, classMark, insideMark } from "../map/colors";
import { readTheme } from "../dom/theme";
import type { Point } from "./points";

const RADIUS_PX = 3.2;

/** The plane as a square canvas: grid, points, the brush under the pointer and the keyboard's cross. */
export class Sheet {
  private readonly context: CanvasRenderingContext2D;
  private stamps = new Map<string, HTMLCanvasElement>();

  constructor(readonly canvas: HTMLCanvasElement) {
    this.context = canvas.getContext("2d")!;
  }

  /** Place on the plane under a pointer. */
  at(event: PointerEvent): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [(2 * (event.clientX - box.left)) / box.width - 1, 1 - (2 * (event.clientY - box.top)) / box.height];
  }

  draw(points: readonly Point[], ring: { x: number; y: number; width: number } | null, cross: [number, number] | null) {
    const { canvas, context } = this;
    const side = canvas.clientWidth;
    if (side === 0) return;
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(side * ratio)) canvas.width = canvas.height = Math.round(side * ratio);
    const theme = readTheme(canvas.closest<HTMLElement>(".gl-cloud")!);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, side, side);
    const to = (x: number, y: number): [number, number] => [((x + 1) / 2) * side, ((1 - y) / 2) * side];
    this.grid(side, theme.text, to);
    for (const { x, y, brush } of points) {
      const [px, py] = to(x, y);
      const mark = this.mark(brush, theme.dark, ratio);
      context.drawImage(
        mark,
        px - mark.width / ratio / 2,
        py - mark.height / ratio / 2,
        mark.width / ratio,
        mark.height / ratio,
      );
    }
    context.strokeStyle = theme.text;
    context.lineWidth = 1.5;
    if (ring) {
      context.beginPath();
      context.arc(...to(ring.x, ring.y), (ring.width / 2) * side, 0, 2 * Math.PI);
      context.stroke();
    }
    if (cross) {
      const [px, py] = to(...cross);
      context.beginPath();
      context.moveTo(px - 9, py);
      context.lineTo(px + 9, py);
      context.moveTo(px, py - 9);
      context.lineTo(px, py + 9);
      context.stroke();
    }
  }

  private grid(side: number, color: string, to: (x: number, y: number) => [number, number]): void {
    const { context } = this;
    context.strokeStyle = context.fillStyle = color;
    context.font = "12px system-ui, sans-serif";
    for (const value of [-0.5, 0, 0.5]) {
      const [px, py] = to(value, value);
      context.globalAlpha = value === 0 ? 0.35 : 0.15;
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(px, 0);
      context.lineTo(px, side);
      context.moveTo(0, py);
      context.lineTo(side, py);
      context.stroke();
      context.globalAlpha = 0.75;
      context.fillText(String(value).replace("-", "\u2212"), px + 3, side - 4);
      if (value !== 0) context.fillText(String(value).replace("-", "\u2212"), 3, py - 3);
    }
    context.globalAlpha = 1;
  }

  /** A brush's mark, painted once. */
  private mark(brush: number, dark: boolean, ratio: number): HTMLCanvasElement {
    const key = `${brush} ${dark} ${ratio}`;
    const known = this.stamps.get(key);
    if (known) return known;
    const made = paintMark(brush, dark, Math.max(2, RADIUS_PX * ratio));
    this.stamps.set(key, made);
    return made;
  }
}

/** The mark and colour of a brush, as classes have them on the map. */
export function paintMark(brush: number, dark: boolean, radius: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * Math.ceil(1.1 * radius) + 1;
  const context = canvas.getContext("2d")!;
  context.fillStyle = classColor(brush, dark);
  const half = (canvas.width - 1) / 2;
  for (let y = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++) {
      if (insideMark(classMark(brush), (x - half) / radius, (y - half) / radius)) context.fillRect(x, y, 1, 1);
    }
  }
  return canvas;
}
