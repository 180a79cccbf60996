import { Lane } from "../decode/lane";
import type { Engine } from "../decode/decoder";
import { measure } from "./measure";
import type { Point } from "./point";

/** A point with its code worked out and the item it decodes to. */
export interface Sample {
  point: Point & { code: Float32Array };
  x: Float32Array;
}

/** Works out codes and decodes points, the latest asked for first and only. */
export class Sampler {
  private readonly lane: Lane<Point, Sample>;
  private entered: { z: Float32Array; code: Float32Array } | null = null;

  constructor(
    private readonly engine: Engine,
    shown: (sample: Sample) => void,
    failed: (error: Error) => void,
  ) {
    this.lane = new Lane((point) => this.sample(point), shown, failed);
  }

  /** Decodes the point, unless a later one is asked for before its turn comes. */
  ask(point: Point): void {
    this.lane.ask(point);
  }

  async sample(point: Point): Promise<Sample> {
    const code = await this.codeOf(point);
    const start = performance.now();
    const x = await this.engine.decoder.decode(code, 1);
    measure("genlab.decode", start);
    return { point: { ...point, code }, x };
  }

  async codeOf(point: Point): Promise<Float32Array> {
    if (point.code) return point.code;
    const base = await this.enter(point.z);
    return base.map((value, i) => value + point.delta![i]);
  }

  /** A GAN's first activations at z; the last z's are kept, as the map moves only the offset. */
  async enter(z: Float32Array): Promise<Float32Array> {
    if (this.entered?.z === z) return this.entered.code;
    if (!this.engine.enter) throw new Error("New points of this GAN cannot be worked out here; the map still decodes.");
    const code = await this.engine.enter(z, 1);
    this.entered = { z, code };
    return code;
  }

  close(): void {
    this.lane.close();
  }
}
