import type { Theme } from "../dom/theme";
import { ItemPainter } from "../item/painter";
import type { ItemInfo } from "../messages";
import type { LiveArray } from "./frames";

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Charts fill their canvas; a frame and this much air tell one from the next. */
const AIR_PX = 5;

const scratch = document.createElement("canvas");

/** Draws the items of an array into rectangles of a canvas, an image's pixels kept sharp, a chart in a frame. */
export function paintItems(
  context: CanvasRenderingContext2D,
  array: LiveArray,
  boxes: Rectangle[],
  item: ItemInfo,
  theme: Theme,
): void {
  const shown = array.values instanceof Uint8Array ? { ...item, min: 0, max: 255 } : item;
  const painter = new ItemPainter(shown, theme);
  const size = item.shape.reduce((product, side) => product * side, 1);
  context.imageSmoothingEnabled = false;
  boxes.slice(0, array.shape[0]).forEach((whole, i) => {
    const box = item.modality === "image" ? whole : framed(context, whole, theme);
    painter.paint(scratch, array.values, i * size, box.height);
    const scale = Math.min(box.width / scratch.width, box.height / scratch.height);
    const [width, height] = [scratch.width * scale, scratch.height * scale];
    const [x, y] = [box.x + (box.width - width) / 2, box.y + (box.height - height) / 2];
    context.drawImage(scratch, x, y, width, height);
  });
}

/** Draws a frame on a ground of its own; returns the room in it. */
function framed(context: CanvasRenderingContext2D, { x, y, width, height }: Rectangle, theme: Theme): Rectangle {
  context.fillStyle = theme.background;
  context.fillRect(x, y, width, height);
  context.strokeStyle = theme.border;
  context.lineWidth = 1;
  context.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
  return { x: x + AIR_PX, y: y + AIR_PX, width: width - 2 * AIR_PX, height: height - 2 * AIR_PX };
}

/** Equal cells that fill a square, row after row, leaving `left` pixels free at the left. */
export function cells(side: number, columns: number, rows: number, left = 0, gap = 4): Rectangle[] {
  const width = (side - left - gap * (columns + 1)) / columns;
  const height = (side - gap * (rows + 1)) / rows;
  return Array.from({ length: columns * rows }, (_, i) => ({
    x: left + gap + (i % columns) * (width + gap),
    y: gap + Math.floor(i / columns) * (height + gap),
    width,
    height,
  }));
}
