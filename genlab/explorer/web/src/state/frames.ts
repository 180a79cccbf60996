/** Draws at most once a display frame, and only when something has changed. */
export class Frames {
  private handle = 0;

  constructor(private readonly draw: (nowMs: number) => void) {}

  request(): void {
    if (!this.handle) this.handle = requestAnimationFrame((now) => this.run(now));
  }

  stop(): void {
    cancelAnimationFrame(this.handle);
    this.handle = -1;
  }

  private run(nowMs: number): void {
    this.handle = 0;
    this.draw(nowMs);
  }
}
