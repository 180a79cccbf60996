import type { ItemPainter } from "../../item/painter";
import type { MapView } from "../../map/mapView";

const MAP_PX = { width: 360, height: 240 };
const SAMPLE_PX = 112;

/** A small picture of where one is: the middle of the map, and in a corner of it the sample. */
export function pictureOf(map: MapView, painter: ItemPainter, sample: ArrayLike<number> | null): HTMLCanvasElement {
  const { width, height } = MAP_PX;
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext("2d")!;
  context.fillStyle = painter.theme.background;
  context.fillRect(0, 0, width, height);
  for (const layer of map.element.querySelectorAll<HTMLCanvasElement>(":scope > canvas")) {
    const scale = Math.min(layer.width / width, layer.height / height); // what fills the picture
    const [w, h] = [width * scale, height * scale];
    if (scale > 0) context.drawImage(layer, (layer.width - w) / 2, (layer.height - h) / 2, w, h, 0, 0, width, height);
  }
  if (sample) {
    const item = document.createElement("canvas");
    painter.paint(item, sample, 0, SAMPLE_PX);
    const [x, y] = [width - SAMPLE_PX - 8, height - SAMPLE_PX - 8];
    context.fillRect(x - 4, y - 4, SAMPLE_PX + 8, SAMPLE_PX + 8);
    context.imageSmoothingEnabled = item.width > SAMPLE_PX;
    const scale = SAMPLE_PX / Math.max(item.width, item.height);
    const [w, h] = [item.width * scale, item.height * scale];
    context.drawImage(item, x + (SAMPLE_PX - w) / 2, y + (SAMPLE_PX - h) / 2, w, h);
  }
  return canvas;
}
