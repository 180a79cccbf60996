import type { MapHeader } from "./messages";

/** How the making of a map comes along, in a sentence; `left` is the map that was left before it was made. */
export function progressWords({ state, iteration, iterations, eta_s, error }: MapHeader, left = ""): string {
  const reached = `iteration ${iteration} of ${iterations}`;
  switch (state) {
    case "queued":
      return left
        ? `Waiting: ${left}, which you left, is made first.`
        : "Waiting for a worker: other maps may come first\u2026";
    case "running":
      if (iterations === 0) return "Making the map, which may take a minute\u2026";
      return iteration === 0
        ? "Looking for neighbours\u2026"
        : `I${reached.slice(1)}${eta_s === null ? "" : `, ${leftWords(eta_s)}`}`;
    case "paused":
      return `Paused at ${reached}.`;
    case "stopped":
      return `Stopped at ${reached}.`;
    case "interrupted":
      return `Interrupted at ${reached}.`;
    case "finished":
      return iterations > 0 ? `Finished: ${iterations} iterations.` : "Finished.";
    case "failed":
      return error ?? "This map could not be made.";
  }
}

export function leftWords(seconds: number): string {
  if (seconds < 1) return "less than a second left";
  if (seconds < 90) return `about ${Math.round(seconds)} s left`;
  return `about ${Math.round(seconds / 60)} min left`;
}

/** What a confidence of 0 to 1 means for the sample that is shown; null is that of a point whose code is known. */
export function confidenceWords(confidence: number | null): string {
  if (confidence === null) return "The code is exact; on this map it stands among the codes most like it.";
  if (confidence >= 0.8) return "On the data: this sample is close to codes the map was made of.";
  if (confidence >= 0.3) return "Near the data: a blend of the codes around it.";
  if (confidence >= 0.02) return "Between the data: a guess from codes some way off.";
  return "Far from all data: the map knows nothing of this place.";
}
