/** What the host hands to the Lab's view. Its frames come over the live sockets: genlab/jobs/lab_frames.py. */

/** One training in the ring. */
export interface Contender {
  /** What the page calls it, as plain text. */
  name: string;
  /** Path of the websocket on which its frames come. */
  socket: string;
  /** Whether it is being trained, or is about to be. */
  alive: boolean;
  /** Whether it has an encoder, and so posteriors, or else a discriminator. */
  encodes: boolean;
  /** What the discriminator's output stands for. */
  outputs: "probability" | "score";
}

export interface LabData {
  /** Changes with the runs; an equal key keeps what is on screen. */
  key: string;
  /** One training, or two side by side. */
  runs: Contender[];
  /** How many modes or cells there are to reach, and which of the two. */
  parts: number;
  byModes: boolean;
  labelNames: string[];
}

export interface LabHost {
  /** Every run has come to its end while it was watched. */
  ended(done: true): void;
}

export interface LabView {
  update(data: LabData): void;
  destroy(): void;
}
