import { h } from "../dom/h";
import type { Theme } from "../dom/theme";
import type { Plane } from "../state/plane";
import type { Viewport } from "./viewport";

/** How thick the fog is where a map vouches for nothing, 0 to 255. */
const THICKEST = 165;

/** A picture of the view, a pixel for every `cellPx` pixels, thick where the map does not vouch for its places. */
export function fogPicture(plane: Plane, view: Viewport, cellPx: number, theme: Theme): HTMLCanvasElement {
  const width = Math.ceil(view.width / cellPx);
  const height = Math.ceil(view.height / cellPx);
  const picture = h("canvas", { width, height });
  const context = picture.getContext("2d")!;
  const image = context.createImageData(width, height);
  const [r, g, b] = theme.dark ? [104, 122, 142] : [148, 160, 175];
  for (let line = 0; line < height; line++) {
    for (let column = 0; column < width; column++) {
      const place = view.toPlace((column + 0.5) * cellPx, (line + 0.5) * cellPx);
      image.data.set([r, g, b, THICKEST * (1 - plane.confidence(place))], 4 * (line * width + column));
    }
  }
  context.putImageData(image, 0, 0);
  return picture;
}
