import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { MapFrame, MapHeader } from "../../src/maps/messages";
import { MapSocket } from "../../src/maps/socket";

/** The browser's end of a line, as the browser would drive it. */
class Wire {
  static readonly OPEN = 1;
  static all: Wire[] = [];
  readyState = 0;
  sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: URL) {
    Wire.all.push(this);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {}

  open(): void {
    this.readyState = Wire.OPEN;
    this.onopen!();
  }
}

const request = { method: "tsne", space: "z", n_components: 2, encoder: null } as const;
const header = { map: "m", count: 1, dim: 2, real: 0, bytes: 8 } as MapHeader;
const told: [MapHeader, MapFrame | null][] = [];
const failures: string[] = [];
const listener = {
  map: (at: MapHeader, frame: MapFrame | null) => void told.push([at, frame]),
  failed: (sentence: string) => void failures.push(sentence),
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", Wire);
  vi.stubGlobal("location", { href: "http://here/explore" });
  vi.stubGlobal("window", globalThis);
  Wire.all = [];
  told.length = failures.length = 0;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("what is asked for before the line is open is said when it opens, and again after it broke", () => {
  const socket = new MapSocket("/maps", listener);
  socket.open(request);
  expect(Wire.all[0].url.href).toBe("ws://here/maps");
  Wire.all[0].open();
  expect(Wire.all[0].sent).toEqual([JSON.stringify({ open: request })]);
  Wire.all[0].onclose!({ code: 1006 });
  expect(failures[0]).toContain("trying again in 0.5 s");
  vi.advanceTimersByTime(600);
  Wire.all[1].open();
  expect(Wire.all[1].sent).toEqual(Wire.all[0].sent);
});

test("a header waits for the frame it announces; one without a frame does not", () => {
  const socket = new MapSocket("/maps", listener);
  Wire.all[0].open();
  Wire.all[0].onmessage!({ data: JSON.stringify(header) });
  expect(told).toHaveLength(0);
  Wire.all[0].onmessage!({ data: Float32Array.of(1, 2).buffer });
  expect([...told[0][1]!.coords]).toEqual([1, 2]);
  Wire.all[0].onmessage!({ data: JSON.stringify({ ...header, bytes: 0 }) });
  expect(told[1][1]).toBeNull();
  socket.order("pause");
  expect(Wire.all[0].sent).toEqual(['{"order":"pause"}']);
});

test("a damaged frame is a sentence", () => {
  new MapSocket("/maps", listener);
  Wire.all[0].onmessage!({ data: JSON.stringify(header) });
  Wire.all[0].onmessage!({ data: new ArrayBuffer(4) });
  expect(failures).toEqual(["A frame of the map is damaged: 4 bytes came, 8 were announced."]);
});

test("another map is ended by opening it for the order, and the one asked for is opened again", () => {
  const socket = new MapSocket("/maps", listener);
  Wire.all[0].open();
  const pacmap = { ...request, method: "pacmap" } as const;
  socket.open(pacmap);
  Wire.all[0].sent.length = 0;
  socket.stop(request);
  expect(Wire.all[0].sent.map((text) => JSON.parse(text))).toEqual([
    { open: request },
    { order: "stop" },
    { open: pacmap },
  ]);
});
