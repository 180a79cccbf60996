import { format } from "../dom/h";
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

/** Where a point is in the window, as shares of its sides from the top left, and which way it lies beyond it. */
export interface Spot {
  x: number;
  y: number;
  /** -1, 0 or 1 across and down; null for a point inside. */
  beyond: [number, number] | null;
}

/** Finds a point in the window; one beyond it is put on the edge. */
export function spotIn({ center, reach }: Cloud, x: number, y: number): Spot {
  const [across, down] = [0.5 + (x - center[0]) / (2 * reach), 0.5 - (y - center[1]) / (2 * reach)];
  const side = (share: number) => (share < 0 ? -1 : share > 1 ? 1 : 0);
  const [dx, dy] = [side(across), side(down)];
  return { x: clamp(across, 0, 1), y: clamp(down, 0, 1), beyond: dx || dy ? [dx, dy] : null };
}

/** The window without data to make one from. */
const BARE: Cloud = { points: new Float32Array(0), center: [0, 0], reach: 1.5 };

/** Whether a point lies beyond what its picture shows. */
export function isBeyond(item: ArrayLike<number>, cloud: Cloud | null): boolean {
  return spotIn(cloud ?? BARE, item[0], item[1]).beyond !== null;
}

/**
 * A point in data space over the data's own points, with a trail of a path's points. A large picture has a frame, and
 * its words in the margins, so that they cover no point.
 */
export function paintCloudItem(
  context: CanvasRenderingContext2D,
  item: Float32Array,
  cloud: Cloud | null,
  theme: Theme,
  trail: Float32Array | undefined,
  large: boolean,
): void {
  const { width } = context.canvas;
  const unit = width / 100;
  const window = cloud ?? BARE;
  const margin = large ? Math.round(width * MARGIN) : 0;
  const side = width - 2 * margin;
  const sx = (x: number) => margin + (0.5 + (x - window.center[0]) / (2 * window.reach)) * side;
  const sy = (y: number) => margin + (0.5 - (y - window.center[1]) / (2 * window.reach)) * side;
  context.clearRect(0, 0, width, width);
  context.save();
  context.beginPath();
  context.rect(margin, margin, side, side);
  context.clip();
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
  context.restore();
  const spot = spotIn(window, item[0], item[1]);
  const radius = Math.max(3, unit * 3.2);
  context.beginPath();
  if (spot.beyond) arrowhead(context, margin + spot.x * side, margin + spot.y * side, spot.beyond, 2.6 * radius);
  else context.arc(margin + spot.x * side, margin + spot.y * side, radius, 0, 2 * Math.PI);
  context.fillStyle = theme.primary;
  context.fill();
  context.lineWidth = Math.max(1, unit);
  context.strokeStyle = theme.background;
  context.stroke();
  if (!large) return;
  context.lineWidth = Math.max(1, unit * 0.5);
  context.strokeStyle = theme.border;
  context.strokeRect(margin, margin, side, side);
  writeMargins(context, item, window, theme, spot.beyond !== null);
}

/** Share of a large picture's side that its words take, on each side. */
const MARGIN = 0.085;

/** An arrowhead with its point at the edge, looking out. */
function arrowhead(
  context: CanvasRenderingContext2D,
  px: number,
  py: number,
  [dx, dy]: [number, number],
  length: number,
): void {
  const angle = Math.atan2(dy, dx);
  const at = (along: number, aside: number): [number, number] => [
    px + along * Math.cos(angle) - aside * Math.sin(angle),
    py + along * Math.sin(angle) + aside * Math.cos(angle),
  ];
  context.moveTo(...at(0, 0));
  context.lineTo(...at(-length, length * 0.6));
  context.lineTo(...at(-length, -length * 0.6));
  context.closePath();
}

/** The axes' names and ends, and the point's numbers: they tell where it is when it moves by less than a pixel. */
function writeMargins(
  context: CanvasRenderingContext2D,
  item: Float32Array,
  { center, reach }: Cloud,
  theme: Theme,
  beyond: boolean,
): void {
  const { width } = context.canvas;
  const size = Math.round(width / 17);
  const [top, bottom] = [size, width - Math.round(size * 0.35)];
  context.fillStyle = theme.text;
  context.font = `${size}px system-ui, sans-serif`;
  context.textAlign = "left";
  context.fillText(`x\u2082 ${format(center[1] + reach, 1)}`, 3, top);
  context.fillText(format(center[0] - reach, 1), 3, bottom);
  context.textAlign = "right";
  context.fillText(`x\u2081 ${format(center[0] + reach, 1)}`, width - 3, bottom);
  context.font = `600 ${size}px system-ui, sans-serif`;
  context.fillText(Array.from(item, (value) => format(value, 3)).join(", "), width - 3, top);
  if (beyond) {
    context.textAlign = "center";
    context.fillText("outside", width / 2, bottom);
  }
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
