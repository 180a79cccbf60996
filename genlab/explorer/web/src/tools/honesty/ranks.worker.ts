/** Judges every point of a map away from the main thread. */
import { pointFigures, type PointFigures, type Table } from "../../math/ranks";

export interface RanksRequest {
  id: number;
  x: Table;
  shown: Table;
}

export type RanksReply = { id: number } & ({ done: number } | PointFigures);

/** Milliseconds between two words on how far it has come. */
const WORD_MS = 200;

self.onmessage = ({ data }: MessageEvent<RanksRequest>) => {
  const judging = pointFigures(data.x, data.shown);
  const reply = (told: RanksReply, moved: Transferable[] = []) => (self as unknown as Worker).postMessage(told, moved);
  let said = performance.now();
  for (let step = judging.next(); ; step = judging.next()) {
    if (step.done) {
      const { trustworthiness, continuity } = step.value;
      return reply({ id: data.id, ...step.value }, [trustworthiness.buffer, continuity.buffer] as ArrayBuffer[]);
    }
    if (performance.now() - said < WORD_MS) continue;
    said = performance.now();
    reply({ id: data.id, done: step.value });
  }
};
