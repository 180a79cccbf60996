/**
 * Latest wins: while one job runs only the newest of those asked meanwhile is kept. Hovering faster than the decoder
 * answers therefore never builds a queue.
 */
export class Lane<In, Out> {
  private waiting: { input: In } | null = null;
  private running = false;
  private closed = false;

  constructor(
    private readonly work: (input: In) => Promise<Out>,
    private readonly done: (output: Out, input: In) => void,
    private readonly failed: (error: Error) => void,
  ) {}

  ask(input: In): void {
    this.waiting = { input };
    if (!this.running) void this.drain();
  }

  close(): void {
    this.closed = true;
    this.waiting = null;
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.waiting && !this.closed) {
      const { input } = this.waiting;
      this.waiting = null;
      try {
        const output = await this.work(input);
        if (!this.closed) this.done(output, input);
      } catch (error) {
        if (!this.closed) this.failed(error instanceof Error ? error : new Error(String(error)));
      }
    }
    this.running = false;
  }
}
