const counts = new Map<string, number>();

/** A performance entry from `start` to now; old ones are let go, so that an hour of hovering does not fill memory. */
export function measure(name: string, start: number): void {
  const count = (counts.get(name) ?? 0) + 1;
  if (count % 5000 === 0) performance.clearMeasures(name);
  counts.set(name, count);
  performance.measure(name, { start, end: performance.now() });
}
