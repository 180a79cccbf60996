export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const GAP_PX = 14;
export const MARGIN_PX = 8;

/**
 * Where a card goes so that it does not cover what it explains: below, above, right or left of it, whichever fits first;
 * where none does, at the window's edge that covers least of it.
 */
export function place(target: Box, card: { width: number; height: number }, window: { width: number; height: number }) {
  const middleX = clamp(target.left + target.width / 2 - card.width / 2, window.width - card.width);
  const middleY = clamp(target.top + target.height / 2 - card.height / 2, window.height - card.height);
  const places = [
    { left: middleX, top: target.top + target.height + GAP_PX },
    { left: middleX, top: target.top - GAP_PX - card.height },
    { left: target.left + target.width + GAP_PX, top: middleY },
    { left: target.left - GAP_PX - card.width, top: middleY },
  ];
  const fits = places.find(
    ({ left, top }) =>
      left >= MARGIN_PX &&
      top >= MARGIN_PX &&
      left + card.width <= window.width - MARGIN_PX &&
      top + card.height <= window.height - MARGIN_PX,
  );
  if (fits) return fits;
  const edges = [
    { left: middleX, top: window.height - card.height - MARGIN_PX },
    { left: middleX, top: MARGIN_PX },
    { left: window.width - card.width - MARGIN_PX, top: middleY },
    { left: MARGIN_PX, top: middleY },
  ];
  return edges.reduce((best, edge) =>
    overlap(target, { ...edge, ...card }) < overlap(target, { ...best, ...card }) ? edge : best,
  );
}

/** Area that two boxes share, in square pixels. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(width, 0) * Math.max(height, 0);
}

function clamp(value: number, most: number): number {
  return Math.max(MARGIN_PX, Math.min(value, most - MARGIN_PX));
}
