/** A text's middle and size on the screen. */
export interface Label {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Pushes overlapping labels apart, up and down only and no further than needed, so that each can be read near where it
 * belongs. Labels that cannot be freed in a few rounds stay: more than some dozens do not fit anyway.
 */
export function spreadLabels(labels: Label[], rounds = 12): void {
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (let i = 0; i < labels.length; i++) {
      for (let j = i + 1; j < labels.length; j++) {
        const [a, b] = [labels[i], labels[j]];
        if (Math.abs(a.x - b.x) >= (a.width + b.width) / 2) continue;
        const overlap = (a.height + b.height) / 2 - Math.abs(a.y - b.y);
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
