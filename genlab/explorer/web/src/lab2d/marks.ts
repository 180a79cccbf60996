import type { LiveArray } from "../live/frames";
import type { Square } from "./square";

interface Look {
  color: string;
  radius: number;
  alpha: number;
  round?: boolean;
}

/** Small squares or round dots at the items of an array, shape (n, 2): each a copy of one picture of it. */
export function dots(context: CanvasRenderingContext2D, square: Square, array: LiveArray, look: Look): void {
  const ratio = context.getTransform().a;
  const mark = markOf(look, ratio);
  const side = mark.width / ratio;
  context.globalAlpha = look.alpha;
  for (let i = 0; i < array.shape[0]; i++) {
    const [x, y] = square.at(array.values[2 * i], array.values[2 * i + 1]);
    context.drawImage(mark, x - side / 2, y - side / 2, side, side);
  }
  context.globalAlpha = 1;
}

const marks = new Map<string, ImageBitmap>();

/** The picture of a mark, `ratio` pixels to a CSS pixel; a bitmap, because of a canvas each copy would take another. */
function markOf({ color, radius, round }: Look, ratio: number): ImageBitmap {
  const name = JSON.stringify([color, radius, round, ratio]);
  const known = marks.get(name);
  if (known) return known;
  const side = 2 * Math.ceil(radius * ratio + 1); // with a clear edge, for places between two pixels
  const canvas = new OffscreenCanvas(side, side);
  const [context, middle, reach] = [canvas.getContext("2d")!, side / 2, radius * ratio];
  context.fillStyle = color;
  if (round) context.arc(middle, middle, reach, 0, 2 * Math.PI);
  else context.rect(middle - reach, middle - reach, 2 * reach, 2 * reach);
  context.fill();
  const mark = canvas.transferToImageBitmap();
  marks.set(name, mark);
  return mark;
}

/** The warped grid, shape (lines, n, 2): its cells the fuller the smaller they are, and its lines. */
export function warpedGrid(context: CanvasRenderingContext2D, square: Square, grid: LiveArray, color: string): void {
  const [lines, n] = grid.shape;
  const at = (line: number, i: number) => {
    const offset = 2 * (line * n + i);
    return square.at(grid.values[offset], grid.values[offset + 1]);
  };
  context.fillStyle = context.strokeStyle = color;
  // a cell that is as large as if all of them filled the square evenly is filled by a fifteenth
  const even = (2 * square.half * square.scale) ** 2 / (lines * n);
  for (let line = 0; line + 1 < lines; line++) {
    for (let i = 0; i + 1 < n; i++) {
      const corners = [at(line, i), at(line, i + 1), at(line + 1, i + 1), at(line + 1, i)];
      context.globalAlpha = Math.min(0.5, Math.max(0.02, even / (15 * Math.max(areaOf(corners), 1))));
      trace(context, corners);
      context.fill();
    }
  }
  context.globalAlpha = 0.45;
  context.lineWidth = 0.8;
  for (let line = 0; line < lines; line++) {
    stroke(
      context,
      Array.from({ length: n }, (_, i) => at(line, i)),
    );
  }
  if (lines > 1) {
    for (let i = 0; i < n; i++) {
      stroke(
        context,
        Array.from({ length: lines }, (_, line) => at(line, i)),
      );
    }
  }
  context.globalAlpha = 1;
}

/** An arrow between two places of the canvas; none where they are less than two pixels apart. */
export function arrow(context: CanvasRenderingContext2D, from: [number, number], to: [number, number]): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (!(length >= 2)) return;
  const head = Math.min(5, length / 2) / length;
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.moveTo(to[0] - head * (dx + 0.6 * dy), to[1] - head * (dy - 0.6 * dx));
  context.lineTo(...to);
  context.lineTo(to[0] - head * (dx - 0.6 * dy), to[1] - head * (dy + 0.6 * dx));
  context.stroke();
}

function stroke(context: CanvasRenderingContext2D, places: [number, number][]): void {
  context.beginPath();
  places.forEach((place, i) => (i ? context.lineTo(...place) : context.moveTo(...place)));
  context.stroke();
}

function trace(context: CanvasRenderingContext2D, corners: [number, number][]): void {
  context.beginPath();
  corners.forEach((corner, i) => (i ? context.lineTo(...corner) : context.moveTo(...corner)));
  context.closePath();
}

/** Area of a polygon, in square pixels, by the shoelace formula. */
function areaOf(corners: [number, number][]): number {
  let twice = 0;
  corners.forEach(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length];
    twice += x * nextY - nextX * y;
  });
  return Math.abs(twice) / 2;
}
