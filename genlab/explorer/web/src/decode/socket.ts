import type { Decoder } from "./decoder";

/**
 * Decodes on the server: out goes uint32 request id + f32 codes, back comes the id + f32 items. One request is under way
 * at a time; the callers' lanes (lane.ts) see to it that only the latest waits.
 */
export class SocketDecoder implements Decoder {
  private socket: Promise<WebSocket> | null = null;
  private readonly waiting = new Map<number, { resolve: (x: Float32Array) => void; reject: (e: Error) => void }>();
  private nextId = 1;

  constructor(private readonly path: string) {}

  async decode(codes: Float32Array): Promise<Float32Array> {
    const socket = await this.open();
    const id = this.nextId++ >>> 0;
    const message = new ArrayBuffer(4 + codes.byteLength);
    new DataView(message).setUint32(0, id, true);
    new Float32Array(message, 4).set(codes);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      socket.send(message);
    });
  }

  close(): void {
    void this.socket?.then((socket) => socket.close()).catch(() => {});
    this.socket = null;
  }

  private open(): Promise<WebSocket> {
    this.socket ??= new Promise((resolve, reject) => {
      const url = new URL(this.path, location.href);
      url.protocol = url.protocol.replace("http", "ws");
      const socket = new WebSocket(url);
      socket.binaryType = "arraybuffer";
      socket.onopen = () => resolve(socket);
      socket.onmessage = ({ data }) => this.answer(data as ArrayBuffer | string);
      socket.onclose = () => {
        this.socket = null;
        const error = new Error("The server that decodes has closed the connection; move again to retry.");
        reject(error);
        this.failAll(error);
      };
    });
    return this.socket;
  }

  private answer(data: ArrayBuffer | string): void {
    if (typeof data === "string") return this.failAll(new Error(data));
    const id = new DataView(data).getUint32(0, true);
    this.waiting.get(id)?.resolve(new Float32Array(data, 4));
    this.waiting.delete(id);
  }

  private failAll(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
