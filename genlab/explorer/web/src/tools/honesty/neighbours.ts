import type { Overlay } from "../../map/overlay";
import type { Cloud } from "../../map/raster";
import { kNearest } from "../../math/neighbors";
import type { Table } from "../../math/ranks";

/** Neighbours of a point: those that are shown beside it, those torn away, and those that only look like ones. */
export interface Around {
  row: number;
  kept: number[];
  torn: number[];
  false: number[];
}

/** Compares the `k` nearest points in the space with the `k` nearest on the map. */
export function around(row: number, x: Table, { xs, ys }: Cloud, k: number): Around {
  const own = (near: { rows: number[] }) => near.rows.filter((other) => other !== row).slice(0, k);
  const truly = new Set(own(kNearest(x.rows, x.dim, x.rows.subarray(row * x.dim, (row + 1) * x.dim), k + 1)));
  const places = new Float32Array(2 * xs.length);
  for (let i = 0; i < xs.length; i++) [places[2 * i], places[2 * i + 1]] = [xs[i], ys[i]];
  const shown = own(kNearest(places, 2, [xs[row], ys[row]], k + 1));
  return {
    row,
    kept: shown.filter((other) => truly.has(other)),
    torn: [...truly].filter((other) => !shown.includes(other)),
    false: shown.filter((other) => !truly.has(other)),
  };
}

/** Colours told apart without red and green; the marks differ too. */
export function markColors(dark: boolean): { torn: string; false: string } {
  return dark ? { torn: "#ffb347", false: "#8ec5ff" } : { torn: "#c2570c", false: "#0059b3" };
}

/** Draws them: a line to each kept one, a dashed line and a ring where one was torn to, a cross on each false one. */
export function drawAround({ context, view, theme }: Overlay, { xs, ys }: Cloud, found: Around): void {
  const at = (row: number) => view.toScreen(xs[row], ys[row]);
  const [px, py] = at(found.row);
  const colors = markColors(theme.dark);
  const stroke = (color: string, width: number, draw: () => void) => {
    for (const [edge, wide] of [
      [theme.background, width + 2.5],
      [color, width],
    ] as const) {
      context.beginPath();
      draw();
      context.lineWidth = wide * theme.scale;
      context.strokeStyle = edge;
      context.stroke();
    }
  };
  const r = 5 * theme.scale;
  for (const row of found.kept) {
    const [x, y] = at(row);
    stroke(theme.text, 1.5, () => (context.moveTo(px, py), context.lineTo(x, y)));
  }
  for (const row of found.torn) {
    const [x, y] = at(row);
    context.setLineDash([6, 4]);
    stroke(colors.torn, 2, () => (context.moveTo(px, py), context.lineTo(x, y)));
    context.setLineDash([]);
    stroke(colors.torn, 2, () => (context.moveTo(x + r, y), context.arc(x, y, r, 0, 2 * Math.PI)));
  }
  for (const row of found.false) {
    const [x, y] = at(row);
    stroke(colors.false, 2.5, () => {
      for (const slope of [-1, 1]) (context.moveTo(x - r, y - slope * r), context.lineTo(x + r, y + slope * r));
    });
  }
  stroke(theme.text, 2.5, () => context.arc(px, py, 1.6 * r, 0, 2 * Math.PI));
}
