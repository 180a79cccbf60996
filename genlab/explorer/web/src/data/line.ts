const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** Close code of a server that has said all there is to say. */
const NORMAL = 1000;
/** The server has said why, and will say no more. */
const REFUSED = 1008;

export interface LineListener {
  opened?(): void;
  heard(data: string | ArrayBuffer): void;
  /** The connection was lost; another try follows after `waitMs`. */
  lost(waitMs: number): void;
  /** The server has closed for good. */
  closed(): void;
}

/** A websocket that connects again, ever more patiently, when the line breaks. */
export class Line {
  private socket: WebSocket | null = null;
  private timer = 0;
  private waitMs = FIRST_WAIT_MS;

  constructor(
    private readonly path: string,
    private readonly listener: LineListener,
  ) {
    this.connect();
  }

  /** Says something if the line is open. */
  say(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  close(): void {
    clearTimeout(this.timer);
    if (!this.socket) return;
    this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
    this.socket.close();
    this.socket = null;
  }

  private connect(): void {
    const url = new URL(this.path, location.href);
    url.protocol = url.protocol.replace("http", "ws");
    const socket = new WebSocket(url);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.listener.opened?.();
    socket.onmessage = ({ data }) => {
      this.waitMs = FIRST_WAIT_MS;
      this.listener.heard(data as string | ArrayBuffer);
    };
    socket.onclose = ({ code }) => {
      this.socket = null;
      if (code === NORMAL || code === REFUSED) return this.listener.closed();
      this.listener.lost(this.waitMs);
      this.timer = window.setTimeout(() => this.connect(), this.waitMs);
      this.waitMs = Math.min(2 * this.waitMs, LONGEST_WAIT_MS);
    };
    this.socket = socket;
  }
}
