import type { Items } from "../data/items";
import type { Model } from "../state/model";

/** By what a place of one model is found in another. */
export type LinkKind = "item" | "picture" | "z" | "off";

/** A view that is linked. */
export interface Member {
  model: Model;
  items: Items;
  /** What its data are: equal for equal items in equal order. */
  data: string;
  /** Says what went wrong above the view. */
  failed(error: Error): void;
}

/** The views that stand beside each other on this page, and how they are linked. Holds no elements. */
export class Channel {
  private readonly members = new Set<Member>();
  private readonly listeners = new Set<() => void>();
  /** What the person chose; null until then, when the first that fits holds. */
  private chosen: LinkKind | null = null;

  /** The ways these two can be linked, the most telling first. */
  get kinds(): LinkKind[] {
    const [a, b] = [...this.members];
    if (!a || !b) return ["off"];
    const kinds: LinkKind[] = [];
    const size = ({ model }: Member) => JSON.stringify(model.data.item.shape);
    if (!a.model.isGan && !b.model.isGan && equalRows(a, b)) kinds.push("item");
    if (size(a) === size(b)) kinds.push("picture");
    if (a.model.data.latent.dim === b.model.data.latent.dim) kinds.push("z");
    return [...kinds, "off"];
  }

  get kind(): LinkKind {
    const { kinds } = this;
    return this.chosen !== null && kinds.includes(this.chosen) ? this.chosen : kinds[0];
  }

  choose(kind: LinkKind): void {
    this.chosen = kind;
    this.tell();
  }

  /** Whether a row means the same item in both views. */
  get sameRows(): boolean {
    return this.kinds.includes("item");
  }

  join(member: Member): void {
    this.members.add(member);
    this.tell();
  }

  leave(member: Member): void {
    this.members.delete(member);
    this.tell();
  }

  /** The other views. */
  besides(member: Member): Member[] {
    return [...this.members].filter((other) => other !== member);
  }

  on(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Whether a row is the same item in both: the same data, or as many items of the same classes, one by one. */
function equalRows(a: Member, b: Member): boolean {
  if (a.data === b.data) return true;
  const [first, second] = [a.model.arrays.labels, b.model.arrays.labels];
  if (!first || !second || first.length !== second.length) return false;
  return first.every((label, row) => label === second[row]);
}

const channels = new Map<string, Channel>();

/** The channel of a name, the same for all views of the page. */
export function channelOf(name: string): Channel {
  let channel = channels.get(name);
  if (!channel) channels.set(name, (channel = new Channel()));
  return channel;
}
