/** A text's middle and size on the screen. */
export interface Label {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How far, in its own heights, a label may be moved before it no longer says what it stands at. */
const FARTHEST = 2.5;

/**
 * Pushes overlapping labels apart, up and down only and no further than needed, so that each can be read near where it
 * belongs, and off the marks, which stay where they are. Returns those that can be read: where there are too many, the
 * later ones are left out; the legend has them all.
 */
export function spreadLabels<T extends Label>(labels: T[], marks: Label[] = [], rounds = 12): T[] {
  const before = labels.map(({ y }) => y);
  push(labels, marks, rounds);
  const shown: T[] = [];
  labels.forEach((label, i) => {
    const isNear = Math.abs(label.y - before[i]) <= FARTHEST * label.height;
    if (isNear && !shown.some((other) => overlapOf(label, other) > 0.5)) shown.push(label);
  });
  return shown;
}

/** Height by which two labels cover each other; 0 or less where they do not. */
function overlapOf(a: Label, b: Label): number {
  if (Math.abs(a.x - b.x) >= (a.width + b.width) / 2) return 0;
  return (a.height + b.height) / 2 - Math.abs(a.y - b.y);
}

function push(labels: Label[], marks: Label[], rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const label of labels) {
      for (const mark of marks) {
        const overlap = overlapOf(label, mark);
        if (overlap <= 0.5) continue;
        label.y += label.y <= mark.y ? -overlap : overlap;
        moved = true;
      }
    }
    for (let i = 0; i < labels.length; i++) {
      for (let j = i + 1; j < labels.length; j++) {
        const [a, b] = [labels[i], labels[j]];
        const overlap = overlapOf(a, b);
        if (overlap <= 0.5) continue;
        const [upper, lower] = a.y <= b.y ? [a, b] : [b, a];
        upper.y -= overlap / 2;
        lower.y += overlap / 2;
        moved = true;
      }
    }
    if (!moved) return;
  }
}
