import type { Point } from "./points";

export type Shape = "blob" | "ring" | "line";

/** Two independent standard normal numbers (Box & Muller 1958). */
export function normals(random: () => number = Math.random): [number, number] {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  const angle = 2 * Math.PI * random();
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

/** Points around a place, the brush's width being two standard deviations each way. */
export function spray(x: number, y: number, width: number, count: number, brush: number): Point[] {
  return Array.from({ length: count }, () => {
    const [dx, dy] = normals();
    return { x: x + (width / 2) * dx, y: y + (width / 2) * dy, brush };
  });
}

/** A whole shape around a place: what can be drawn without a steady hand, or without a hand. */
export function stamp(shape: Shape, x: number, y: number, width: number, count: number, brush: number): Point[] {
  const radius = 0.35;
  return Array.from({ length: count }, (_, i) => {
    const [dx, dy] = normals();
    const turn = (2 * Math.PI * i) / count;
    const along = 2 * (i / Math.max(count - 1, 1)) - 1;
    const [cx, cy] =
      shape === "ring"
        ? [radius * Math.cos(turn), radius * Math.sin(turn)]
        : shape === "line"
          ? [radius * along, 0]
          : [radius * 0.45 * dx, radius * 0.45 * dy];
    const blur = shape === "blob" ? 0 : width / 4;
    return { x: x + cx + blur * dx, y: y + cy + blur * dy, brush };
  });
}
