import { type Frame, readFrame } from "./frames";
import type { LiveHeader } from "./messages";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** Close code of a server that has said all there is to say. */
const NORMAL = 1000;

export interface LiveListener {
  frame(frame: Frame): void;
  /** The connection was lost; another try follows after `waitMs`. */
  lost(waitMs: number): void;
  /** The server has closed for good. */
  closed(): void;
  /** What came could not be read. */
  damaged(error: Error): void;
}

/** Hears a run's live frames, and connects again, ever more patiently, when the line breaks. */
export class LiveSocket {
  private socket: WebSocket | null = null;
  private header: LiveHeader | null = null;
  private timer = 0;
  private waitMs = FIRST_WAIT_MS;

  constructor(
    private readonly path: string,
    private readonly listener: LiveListener,
  ) {
    this.connect();
  }

  close(): void {
    clearTimeout(this.timer);
    if (!this.socket) return;
    this.socket.onmessage = this.socket.onclose = null;
    this.socket.close();
    this.socket = null;
  }

  private connect(): void {
    const url = new URL(this.path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    socket.onmessage = ({ data }) => this.hear(data as string | ArrayBuffer);
    socket.onclose = ({ code }) => {
      this.socket = this.header = null;
      if (code === NORMAL) return this.listener.closed();
      this.listener.lost(this.waitMs);
      this.timer = window.setTimeout(() => this.connect(), this.waitMs);
      this.waitMs = Math.min(2 * this.waitMs, LONGEST_WAIT_MS);
    };
    this.socket = socket;
  }

  private hear(data: string | ArrayBuffer): void {
    this.waitMs = FIRST_WAIT_MS;
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
