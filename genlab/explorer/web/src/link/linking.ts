import { Lane } from "../decode/lane";
import { h } from "../dom/h";
import type { Change, Model } from "../state/model";
import type { Point } from "../state/point";
import { carried } from "./carry";
import { channelOf, type Channel, type LinkKind, type Member } from "./channel";

const KINDS: Record<LinkKind, { name: string; about: string }> = {
  item: { name: "the same data item", about: "The other shows the code it gives the nearest data item." },
  picture: {
    name: "the same picture",
    about: "The other shows where its encoder places the picture; without an encoder, its own sample most like it.",
  },
  z: { name: "the same z", about: "The other decodes the same numbers, though they mean nothing to it." },
  off: { name: "nothing", about: "The two are looked at apart." },
};

/** What is carried over: where the person points, or where they settled. */
interface Going {
  point: Point;
  settles: boolean;
}

/** Set while a view follows another, so that it does not lead the other in turn. */
const following = new Set<Model>();

/** Links a view with those beside it: cursor, pins and selection follow from one to the other. */
export class Linking {
  readonly element: HTMLElement;
  private readonly channel: Channel;
  private readonly select: HTMLSelectElement;
  private readonly lane: Lane<Going, void>;
  private readonly endings: (() => void)[];

  constructor(
    private readonly member: Member,
    channel: string,
  ) {
    this.channel = channelOf(channel);
    this.select = h("select", { "data-testid": "link-kind", onchange: () => this.choose() });
    this.element = h("label", { class: "gl-link" }, "Linked by", this.select);
    this.lane = new Lane(
      (going) => this.lead(going),
      () => {},
      member.failed,
    );
    this.endings = [member.model.on((change) => this.heard(change)), this.channel.on(() => this.draw())];
    this.channel.join(member);
  }

  close(): void {
    for (const end of this.endings) end();
    this.lane.close();
    this.channel.leave(this.member);
  }

  private choose(): void {
    this.channel.choose(this.select.value as LinkKind);
  }

  private draw(): void {
    const { kinds, kind } = this.channel;
    const options = kinds.map((one) => h("option", { value: one, title: KINDS[one].about }, KINDS[one].name));
    this.select.replaceChildren(...options);
    this.select.value = kind;
    this.select.title = KINDS[kind].about;
    this.element.hidden = kinds.length < 2;
  }

  private heard(change: Change): void {
    const { model } = this.member;
    if (following.has(model) || this.channel.kind === "off") return;
    if (change === "view") {
      if (model.live) this.lane.ask({ point: model.live, settles: false });
      else this.follow((other) => other.visit(null));
    } else if (change === "settled") this.lane.ask({ point: model.settled, settles: true });
    else if (change === "pins") this.carryPins().catch(this.member.failed);
    else if (this.channel.sameRows && change === "selection") {
      const rows = model.selection.rows();
      this.follow((other) => other.selection.set(rows));
    } else if (this.channel.sameRows && change === "hover") {
      this.follow((other) => {
        other.hoverRow = model.hoverRow;
        other.changed("hover");
      });
    }
  }

  private async lead({ point, settles }: Going): Promise<void> {
    const { model } = this.member;
    for (const other of this.channel.besides(this.member)) {
      const there = await carried(this.channel.kind, this.member, other, point);
      if (!there) continue;
      if (!settles && model.live === null) continue; // the hand has gone meanwhile
      follow(other.model, () => (settles ? other.model.settle(there, model.source) : other.model.visit(there)));
    }
  }

  private async carryPins(): Promise<void> {
    const { pins } = this.member.model;
    for (const other of this.channel.besides(this.member)) {
      const found = { a: other.model.pins.a, b: other.model.pins.b };
      for (const which of ["a", "b"] as const) {
        const pin = pins[which];
        found[which] = pin && (await carried(this.channel.kind, this.member, other, pin));
      }
      follow(other.model, () => {
        Object.assign(other.model.pins, found);
        other.model.changed("pins");
      });
    }
  }

  private follow(does: (other: Model) => void): void {
    for (const { model } of this.channel.besides(this.member)) follow(model, () => does(model));
  }
}

/** Has a view do what another did, without leading it in turn. */
function follow(model: Model, does: () => void): void {
  following.add(model);
  try {
    does();
  } finally {
    following.delete(model);
  }
}
