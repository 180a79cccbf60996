import { format } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { Viewport } from "./viewport";

/** Text with a halo of the background, so that it reads on top of points. */
export function written(
  context: CanvasRenderingContext2D,
  theme: Theme,
  text: string,
  px: number,
  py: number,
  halo?: string,
): void {
  context.lineJoin = "round";
  if (halo) {
    context.lineWidth = 8 * theme.scale;
    context.strokeStyle = halo;
    context.strokeText(text, px, py);
  }
  context.lineWidth = 4.5 * theme.scale;
  context.strokeStyle = theme.background;
  context.strokeText(text, px, py);
  context.fillStyle = theme.text;
  context.fillText(text, px, py);
}

/** Numbers along the edges and the axes' names; a vertical axis without a name means nothing. */
export function writeAxes(
  context: CanvasRenderingContext2D,
  theme: Theme,
  view: Viewport,
  [horizontal, vertical]: readonly [string, string | null],
): void {
  const write = (text: string, px: number, py: number) => written(context, theme, text, px, py);
  const { scale } = theme;
  context.font = `${12 * scale}px system-ui, sans-serif`;
  const [x0, y1] = view.toPlace(0, 0);
  const [x1, y0] = view.toPlace(view.width, view.height);
  const step = niceStep((90 * scale) / view.scale);
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.globalAlpha = 0.75;
  for (let i = Math.ceil(x0 / step); i * step <= x1; i++) {
    const [px] = view.toScreen(i * step, 0);
    if (px > 44 * scale && px < view.width - 110 * scale) write(label(i * step, step), px, view.height - 6);
  }
  context.textAlign = "left";
  for (let i = Math.ceil(y0 / step); vertical && i * step <= y1; i++) {
    const [, py] = view.toScreen(0, i * step);
    if (py > 40 * scale && py < view.height - 24 * scale) write(label(i * step, step), 6, py + 4 * scale);
  }
  context.globalAlpha = 1;
  context.font = `600 ${13 * scale}px system-ui, sans-serif`;
  if (vertical) write(`${vertical} \u2191`, 6, 4 + 13 * scale);
  context.textAlign = "right";
  write(`${horizontal} \u2192`, view.width - 6, view.height - 7);
}

/** 1, 2 or 5 times a power of ten, at least `least`. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5, 10].find((n) => n * power >= least) ?? 10);
}

function label(value: number, step: number): string {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return format(Math.abs(value) < step / 2 ? 0 : value, digits);
}
