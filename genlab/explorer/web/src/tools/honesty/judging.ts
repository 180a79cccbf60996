import { pointFigures, type PointFigures, type Table } from "../../math/ranks";
import RanksWorker from "./ranks.worker?worker&inline";
import type { RanksReply } from "./ranks.worker";

/** Milliseconds a frame may give to judging where no worker can be had. */
const SLICE_MS = 8;

/** Judges the points of one map after another; the newest asked for wins. */
export class Judge {
  private worker: Worker | null = null;
  private refused = false;
  private id = 0;

  /** Resolves with the figures, or null when something newer was asked for; `told` hears how far it has come. */
  async ask(x: Table, shown: Table, told: (share: number) => void): Promise<PointFigures | null> {
    const mine = ++this.id;
    const current = () => mine === this.id;
    this.worker?.terminate(); // it does not listen while it counts
    this.worker = null;
    if (!this.refused) {
      try {
        return await this.away(mine, x, shown, told);
      } catch {
        this.refused = true; // as in a page opened from disk
      }
    }
    return current() ? this.here(x, shown, told, current) : null;
  }

  close(): void {
    this.id++;
    this.worker?.terminate();
    this.worker = null;
  }

  private away(id: number, x: Table, shown: Table, told: (share: number) => void): Promise<PointFigures | null> {
    const worker = new RanksWorker();
    this.worker = worker;
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<RanksReply>) => {
        if (id !== this.id) return resolve(null);
        if ("done" in data) return told(data.done);
        resolve(data);
        worker.terminate();
        if (this.worker === worker) this.worker = null;
      };
      worker.onerror = () => (id === this.id ? reject(new Error("no worker")) : resolve(null));
      worker.postMessage({ id, x, shown });
    });
  }

  private async here(
    x: Table,
    shown: Table,
    told: (share: number) => void,
    current: () => boolean,
  ): Promise<PointFigures | null> {
    const judging = pointFigures(x, shown);
    let start = performance.now();
    for (let step = judging.next(); ; step = judging.next()) {
      if (step.done) return step.value;
      if (performance.now() - start < SLICE_MS) continue;
      told(step.value);
      await new Promise((next) => requestAnimationFrame(next));
      if (!current()) return null;
      start = performance.now();
    }
  }
}
