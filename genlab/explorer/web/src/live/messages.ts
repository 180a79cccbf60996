/** What a running training sends to the page. Mirrored by genlab/explorer/live.py. */
import type { ItemInfo } from "../messages";

/** What the host hands to the live view. */
export interface LiveData {
  /** Changes with the run; an equal key keeps the connection. */
  key: string;
  /** Path of the websocket on which the run's pictures come. */
  socket: string;
  item: ItemInfo;
  labelNames: string[];
}

export type RunState = "queued" | "running" | "paused" | "finished" | "stopped" | "interrupted" | "failed" | "broken";

export type ArrayType = "uint8" | "float32" | "int32" | "int64";

/**
 * One text frame. Unless `arrays` is empty, one binary frame follows with these arrays back to back, little-endian:
 * `samples`, `originals`, `recon`, `map`, `map_rows`, `map_labels`, and once, for points, `data` to draw them over.
 */
export interface LiveHeader {
  seq: number;
  step: number;
  epoch: number;
  state?: RunState;
  /** Why a run failed. */
  error?: string;
  arrays: { name: string; dtype: ArrayType; shape: number[] }[];
}

/** What the view tells the host. */
export interface LiveHost {
  /** The run has ended while it was watched; called once, and not for a run that was over before. */
  ended(state: RunState): void;
}

export interface LiveView {
  update(data: LiveData): void;
  destroy(): void;
}

const ENDED: ReadonlySet<RunState> = new Set(["finished", "stopped", "interrupted", "failed", "broken"]);

export function hasEnded(state: RunState): boolean {
  return ENDED.has(state);
}
