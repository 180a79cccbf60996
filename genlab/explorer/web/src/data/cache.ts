/** Keeps the most recently used values; a promise that fails is forgotten, so that the next asker tries again. */
export class Cache<T> {
  private readonly entries = new Map<string, T>();

  constructor(
    private readonly capacity: number,
    private readonly dropped: (value: T) => void = () => {},
  ) {}

  get(key: string, make: () => T): T {
    let value = this.entries.get(key);
    if (value === undefined) {
      const made = make();
      value = made;
      if (made instanceof Promise) made.catch(() => this.entries.get(key) === made && this.entries.delete(key));
    } else this.entries.delete(key);
    this.entries.set(key, value);
    if (this.entries.size > this.capacity) {
      const [oldest, old] = this.entries.entries().next().value as [string, T];
      this.entries.delete(oldest);
      this.dropped(old);
    }
    return value;
  }
}
