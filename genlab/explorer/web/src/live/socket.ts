import { Line } from "../data/line";
import { type Frame, readFrame } from "./frames";
import type { LiveHeader } from "./messages";

export interface LiveListener {
  frame(frame: Frame): void;
  /** The connection was lost; another try follows after `waitMs`. */
  lost(waitMs: number): void;
  /** The server has closed for good. */
  closed(): void;
  /** What came could not be read. */
  damaged(error: Error): void;
}

/** Hears a run's live frames. */
export class LiveSocket {
  private readonly line: Line;
  private header: LiveHeader | null = null;

  constructor(
    path: string,
    private readonly listener: LiveListener,
  ) {
    this.line = new Line(path, {
      heard: (data) => this.hear(data),
      lost: (waitMs) => {
        this.header = null;
        listener.lost(waitMs);
      },
      closed: () => listener.closed(),
    });
  }

  close(): void {
    this.line.close();
  }

  private hear(data: string | ArrayBuffer): void {
    try {
      if (typeof data === "string") {
        const header = JSON.parse(data) as LiveHeader;
        if (header.arrays.length === 0) this.listener.frame({ header, arrays: new Map() });
        this.header = header.arrays.length > 0 ? header : null;
      } else if (this.header) {
        const frame = readFrame(this.header, data);
        this.header = null;
        this.listener.frame(frame);
      }
    } catch (error) {
      this.listener.damaged(error as Error);
    }
  }
}
