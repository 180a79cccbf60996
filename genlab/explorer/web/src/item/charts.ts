import type { Theme } from "../dom/theme";
import type { ItemInfo } from "../messages";

/** The data's points and the square window that shows them all. */
export interface Cloud {
  points: Float32Array;
  center: [number, number];
  /** Half the window's side, in data units. */
  reach: number;
}

/** The window around points (x, y one after another) with a tenth to spare; outliers past the 99 % are let go. */
export function cloudOf(points: Float32Array): Cloud {
  const column = (at: number) => Float32Array.from({ length: points.length / 2 }, (_, i) => points[2 * i + at]).sort();
  const [xs, ys] = [column(0), column(1)];
  const at = (sorted: Float32Array, q: number) => sorted[Math.round(q * (sorted.length - 1))] ?? 0;
  const [x0, x1, y0, y1] = [at(xs, 0.005), at(xs, 0.995), at(ys, 0.005), at(ys, 0.995)];
  const reach = Math.max(x1 - x0, y1 - y0, 1e-6) * 0.6;
  return { points, center: [(x0 + x1) / 2, (y0 + y1) / 2], reach };
}

/** A point in data space over the data's own points, with a trail of a path's points and, when large, named axes. */
export function paintCloudItem(
  context: CanvasRenderingContext2D,
  item: Float32Array,
  cloud: Cloud | null,
  theme: Theme,
  trail: Float32Array | undefined,
  large: boolean,
): void {
  const { width, height } = context.canvas;
  const unit = width / 100;
  const window = cloud ?? { points: new Float32Array(0), center: [0, 0], reach: 1.5 };
  const sx = (x: number) => (0.5 + (x - window.center[0]) / (2 * window.reach)) * width;
  const sy = (y: number) => (0.5 - (y - window.center[1]) / (2 * window.reach)) * height;
  context.clearRect(0, 0, width, height);
  context.globalAlpha = theme.dark ? 0.5 : 0.35;
  context.fillStyle = theme.text;
  const dot = Math.max(1, unit * 0.8);
  for (let i = 0; i + 1 < window.points.length; i += 2) {
    context.fillRect(sx(window.points[i]), sy(window.points[i + 1]), dot, dot);
  }
  context.globalAlpha = 1;
  if (trail) {
    context.strokeStyle = theme.primary;
    context.lineWidth = Math.max(1, unit * 1.2);
    context.beginPath();
    for (let i = 0; i + 1 < trail.length; i += 2) context.lineTo(sx(trail[i]), sy(trail[i + 1]));
    context.stroke();
  }
  const [px, py] = [clamp(sx(item[0]), 3, width - 3), clamp(sy(item[1]), 3, height - 3)];
  context.beginPath();
  context.arc(px, py, Math.max(3, unit * 3.2), 0, 2 * Math.PI);
  context.fillStyle = theme.primary;
  context.fill();
  context.lineWidth = Math.max(1, unit);
  context.strokeStyle = theme.background;
  context.stroke();
  if (!large) return;
  nameAxes(context, window, theme);
  sayWhere(context, item, theme);
}

/** The point's numbers: they tell where it is when it lies beyond the window, or moves by less than a pixel. */
function sayWhere(context: CanvasRenderingContext2D, item: Float32Array, theme: Theme): void {
  const size = Math.round(context.canvas.width / 16);
  const text = Array.from(item, (value) => value.toFixed(3).replace("-", "\u2212")).join(", ");
  context.font = `600 ${size}px system-ui, sans-serif`;
  context.textAlign = "right";
  context.lineJoin = "round";
  context.lineWidth = size / 3;
  context.strokeStyle = theme.background;
  context.strokeText(text, context.canvas.width - 4, size + 1);
  context.fillStyle = theme.text;
  context.fillText(text, context.canvas.width - 4, size + 1);
  context.textAlign = "left";
}

function nameAxes(context: CanvasRenderingContext2D, { center, reach }: Cloud, theme: Theme): void {
  const { width, height } = context.canvas;
  const size = Math.round(width / 18);
  const edge = (value: number) => value.toFixed(1).replace("-", "\u2212");
  context.fillStyle = theme.text;
  context.font = `${size}px system-ui, sans-serif`;
  context.textAlign = "left";
  context.fillText(edge(center[0] - reach), 3, height - 4);
  context.fillText(`x\u2082 ${edge(center[1] + reach)}`, 3, size);
  context.textAlign = "right";
  context.fillText(`x\u2081 ${edge(center[0] + reach)}`, width - 3, height - 4);
  context.textAlign = "left";
}

/** One bar a value, from zero, in the item's value range. */
export function paintBars(context: CanvasRenderingContext2D, values: Float32Array, item: ItemInfo, theme: Theme): void {
  const { width, height } = context.canvas;
  const [low, high] = [Math.min(item.min, 0), Math.max(item.max, 0)];
  const y = (value: number) => height * (1 - (clamp(value, low, high) - low) / (high - low || 1));
  context.clearRect(0, 0, width, height);
  context.fillStyle = theme.primary;
  const step = width / values.length;
  const gap = step > 4 ? step * 0.15 : 0;
  values.forEach((value, i) => {
    const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
    context.fillRect(i * step + gap, top, step - 2 * gap, Math.max(1, bottom - top));
  });
  context.fillStyle = theme.text;
  context.fillRect(0, y(0) - 0.5, width, 1);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
