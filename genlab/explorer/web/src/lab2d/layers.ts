import { h } from "../dom/h";

export const LAYERS = ["data", "samples", "field", "grid", "pulls"] as const;
export type Layer = (typeof LAYERS)[number];

const WORDS: Record<Layer, [string, string]> = {
  data: ["Data", "The points to learn from: small squares."],
  samples: ["Samples", "What the model makes of noise that stays the same: round dots."],
  field: ["D's field", "GAN: where the discriminator sees data (blue) and where samples (orange)."],
  grid: [
    "Warped grid",
    "An even grid of the noise, as the model carries it over: dense where it puts many samples. Where classes are told, of the first.",
  ],
  pulls: ["Arrows", "GAN: the way down the generator's loss, long where it is steep. VAE: from an item to its copy."],
};

/** Which layers are drawn; the choice outlives a change of runs. */
export class Layers {
  readonly element = h("fieldset", { class: "gl-lab-layers" }, h("legend", {}, "Show"));
  private readonly on = new Set<Layer>(LAYERS);

  constructor(changed: () => void) {
    for (const layer of LAYERS) {
      const [label, help] = WORDS[layer];
      const box = h("input", { type: "checkbox", checked: true });
      box.addEventListener("change", () => {
        if (box.checked) this.on.add(layer);
        else this.on.delete(layer);
        changed();
      });
      this.element.append(h("label", { title: help }, box, ` ${label}`));
    }
  }

  /** Offers D's field only where there is a discriminator. */
  offerField(offered: boolean): void {
    this.element.querySelectorAll("label")[LAYERS.indexOf("field")].hidden = !offered;
  }

  has(layer: Layer): boolean {
    return this.on.has(layer);
  }
}
