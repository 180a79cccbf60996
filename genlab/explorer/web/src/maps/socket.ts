import { Line } from "../data/line";
import { readMapFrame, type MapFrame, type MapHeader, type MapOrder, type MapRequest } from "./messages";

export interface MapListener {
  /** Where the map stands, and where its points are if they have moved. */
  map(header: MapHeader, frame: MapFrame | null): void;
  failed(sentence: string): void;
}

/** Asks the server for one map after another and hears how they come along. */
export class MapSocket {
  private readonly line: Line;
  private wanted: MapRequest | null = null;
  private header: MapHeader | null = null;

  constructor(
    path: string,
    private readonly listener: MapListener,
  ) {
    this.line = new Line(path, {
      opened: () => this.wanted && this.line.say({ open: this.wanted }),
      heard: (data) => this.hear(data),
      lost: (waitMs) => {
        this.header = null;
        listener.failed(`The connection to the server was lost; trying again in ${waitMs / 1000} s.`);
      },
      closed: () => {},
    });
  }

  /** Asks for a map, instead of the one before. */
  open(request: MapRequest): void {
    this.wanted = request;
    this.header = null;
    this.line.say({ open: request });
  }

  order(order: MapOrder): void {
    this.line.say({ order });
  }

  /** Ends another map than the one asked for: an order goes to the map that is open. */
  stop(other: MapRequest): void {
    this.line.say({ open: other });
    this.order("stop");
    if (this.wanted) this.line.say({ open: this.wanted });
  }

  close(): void {
    this.line.close();
  }

  private hear(data: string | ArrayBuffer): void {
    try {
      if (typeof data === "string") {
        const header = JSON.parse(data) as MapHeader;
        this.header = header.bytes > 0 ? header : null;
        if (!this.header) this.listener.map(header, null);
      } else if (this.header) {
        const { header } = this;
        this.header = null;
        this.listener.map(header, readMapFrame(header, data));
      }
    } catch (error) {
      this.listener.failed((error as Error).message);
    }
  }
}
