/** What the page tells the drawing view; another key is an empty sheet. */
export interface CloudData {
  key: string;
}

/** A drawn cloud: one place and one brush a point, lists of equal length. genlab/data/cloud.py checks it. */
export interface Drawn {
  name: string;
  x: number[];
  y: number[];
  brush: number[];
}

/** What the drawing view tells the page. */
export interface CloudHost {
  keep(drawn: Drawn): void;
}

export interface CloudView {
  update(data: CloudData): void;
  destroy(): void;
}
