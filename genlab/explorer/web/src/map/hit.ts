import type { Cloud } from "./raster";
import type { Viewport } from "./viewport";

/** Row of the shown point nearest to a pixel, within `reachPx`; -1 when there is none. `visible` has 1 for each row that is not hidden. */
export function rowAt(
  cloud: Cloud,
  view: Viewport,
  px: number,
  py: number,
  hidden: ReadonlySet<number>,
  visible: Uint8Array | null = null,
  reachPx = 7,
): number {
  const [x, y] = view.toPlace(px, py);
  let best = (reachPx / view.scale) ** 2;
  let row = -1;
  const { xs, ys, labels } = cloud;
  for (let i = 0; i < xs.length; i++) {
    const dx = xs[i] - x;
    const dy = ys[i] - y;
    const d = dx * dx + dy * dy;
    if (d < best && !(visible && !visible[i]) && !(labels && hidden.size > 0 && hidden.has(labels[i]))) {
      best = d;
      row = i;
    }
  }
  return row;
}

/** Middle of each class in the plane, and its size. */
export type Centers = Map<number, { x: number; y: number; count: number }>;

/** Where the classes lie, for labels and the legend. */
export function classCenters(cloud: Cloud): Centers {
  const centers: Centers = new Map();
  const { xs, ys, labels } = cloud;
  if (!labels) return centers;
  for (let i = 0; i < xs.length; i++) {
    const center = centers.get(labels[i]) ?? { x: 0, y: 0, count: 0 };
    center.count++;
    center.x += (xs[i] - center.x) / center.count;
    center.y += (ys[i] - center.y) / center.count;
    centers.set(labels[i], center);
  }
  return new Map([...centers].sort(([a], [b]) => a - b));
}
