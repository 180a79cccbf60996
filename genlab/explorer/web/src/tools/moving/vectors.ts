import { h, setText } from "../../dom/h";
import type { Way } from "../../math/attributes";
import { freeName, type Realm } from "../../state/directions";
import { realmsOf } from "../../state/realms";
import type { Bench, Tool, ToolView } from "../tool";
import { attributeOf } from "./attribute";
import { choicesOf, type Choice } from "./choices";
import { Kept } from "./kept";
import { options, picker } from "./picker";
import { Rows, type Shown } from "./rows";

/** How far the strip goes: twice as far as from one group to the other. */
const REACH = 2;
const REST = "everything else";

/** Attribute vectors: what tells one group from another, as a direction that any point can be moved along. */
export const vectors: Tool = {
  name: "vectors",
  label: "Attribute",
  help: "Add or take away what tells one group of items from another: a label, a factor, or your own selections.",
  fits: ({ data }) => data.points.count > 1,
  open: (bench) => new Vectors(bench),
};

class Vectors implements ToolView {
  readonly element = h("div", { class: "gl-tool-body" });
  private readonly toward = picker("Toward", "What a step leads toward", "vector-toward", () => this.find());
  private readonly away = picker("away from", "What a step leads away from", "vector-away", () => this.find());
  private readonly way = picker("by", WAYS_HELP, "vector-way", () => this.find());
  private readonly realm = picker("in", REALMS_HELP, "vector-realm", () => this.find());
  private readonly apart = picker("leaving alone", APART_HELP, "vector-apart", () => this.find());
  private readonly words = h("p", { class: "gl-hint", role: "status", "data-testid": "vector-words" });
  private readonly rows: Rows;
  private readonly kept: Kept;
  private readonly stop: () => void;
  private choices: Choice[] = [];
  private asked = 0;

  constructor(private readonly bench: Bench) {
    this.rows = new Rows(bench, (shown) => this.keep(shown));
    this.kept = new Kept(bench.model, ({ name }) => this.take(name));
    options(this.way.list, [
      { value: "means", name: "the means' difference" },
      { value: "probe", name: "what tells them apart" },
    ]);
    const realms = realmsOf(bench.model);
    const names = { activations: "the first activations", z: "the noise z" };
    options(
      this.realm.list,
      realms.map((value) => ({ value, name: names[value] })),
    );
    this.realm.element.hidden = realms.length === 1;
    const choosing = [this.toward, this.away, this.way, this.realm, this.apart].map(({ element }) => element);
    this.element.append(
      h("div", { class: "gl-tool-row" }, ...choosing),
      this.words,
      this.rows.element,
      this.kept.element,
    );
    this.stop = bench.model.on((change) => {
      if (change === "selection" || change === "tags" || change === "directions") this.offer();
    });
    this.offer();
    this.find();
  }

  close(): void {
    this.asked++;
    this.stop();
    this.rows.close();
    this.kept.close();
  }

  /** Fills the lists with what there is now, and leaves what is chosen. */
  private offer(): void {
    this.choices = choicesOf(this.bench.model);
    const named = this.choices.map(({ name, under }, i) => ({ value: key(this.choices[i]), name, under }));
    const groups = named.filter((_, i) => this.choices[i].rows);
    const first = this.toward.list.options.length === 0;
    options(this.toward.list, [...named, { value: "", name: REST }]);
    options(this.away.list, [{ value: "", name: REST }, ...groups]);
    if (first) this.toward.list.selectedIndex = 0;
    const { directions } = this.bench.model;
    options(this.apart.list, [
      { value: "", name: "nothing" },
      ...directions.map(({ name }) => ({ value: `=${name}`, name })),
      ...(directions.length > 1 ? [{ value: "*", name: "all kept directions" }] : []),
    ]);
    this.apart.element.hidden = directions.length === 0;
  }

  private take(name: string): void {
    this.toward.list.value = `Kept directions/${name}`;
    this.find();
  }

  private find(): void {
    const mine = ++this.asked;
    this.work(() => mine === this.asked).catch((error: Error) => {
      if (mine !== this.asked) return;
      this.rows.show([]);
      setText(this.words, error.message);
    });
  }

  private async work(isLast: () => boolean): Promise<void> {
    const { model } = this.bench;
    const chosen = (value: string) => this.choices.find((choice) => key(choice) === value) ?? null;
    const [toward, away] = [chosen(this.toward.list.value), chosen(this.away.list.value)];
    for (const { list } of [this.away, this.way, this.realm]) list.disabled = toward?.kept !== undefined;
    if (toward?.numbers) this.away.list.disabled = true;
    if (toward?.kept) {
      setText(this.words, "A kept direction, from where you are.");
      return this.rows.show([{ ...toward.kept, reach: REACH }]);
    }
    if (this.choices.length === 0) {
      throw new Error("Nothing is known of these items: select some with the Select tool, then come back.");
    }
    const realm = this.realm.list.value as Realm;
    const leave = this.apart.list.value;
    const apart = model.directions
      .filter((kept) => kept.realm === realm && (leave === "*" || leave === `=${kept.name}`))
      .map(({ vector }) => vector);
    const wanted = { toward, away, way: this.way.list.value as Way, realm, apart };
    const { attribute, words } = await attributeOf(model, wanted);
    if (!isLast()) return;
    setText(this.words, words);
    const name = toward?.numbers ? toward.name : `${toward?.name ?? REST} \u2212 ${away?.name ?? REST}`;
    this.rows.show([{ name, realm, vector: Float32Array.from(attribute.vector), reach: REACH }]);
  }

  private keep({ name, realm, vector }: Shown): void {
    const { model } = this.bench;
    model.directions.push({ name: freeName(name, model.directions), realm, vector });
    model.changed("directions");
  }
}

const WAYS_HELP =
  "The means' difference brings along what usually comes with it; what tells them apart changes as little else as it can";
const REALMS_HELP =
  "Where the step is taken: in the generator's first activations, where attributes lie straighter, or in its noise z";
const APART_HELP = "A kept direction that a step does not go along: the new one is made orthogonal to it";

/** What a choice is known by while lists are filled anew. */
function key({ under, name }: Choice): string {
  return `${under}/${name}`;
}
