import type { ExplorerData, KeptMap, MapChoice, MapsInfo, Space } from "../messages";

export const METHODS: Record<MapChoice["method"], { name: string; about: string }> = {
  pca: {
    name: "PCA",
    about: "Principal components: the flat cut through the space along which the codes differ most. Exact both ways.",
  },
  raw: { name: "Raw axes", about: "Two latent dimensions as they are. Exact both ways." },
  tsne: {
    name: "t-SNE",
    about:
      "Puts codes that are neighbours side by side, and so shows clusters; distances between clusters mean little. " +
      "Between the points a place is a guess from the codes around it.",
  },
};

export const SPACES: Record<Space, { name: string; about: string }> = {
  z: { name: "codes z", about: "What the model decodes from. A GAN's z is pure noise: its map is a plain ball." },
  activations: {
    name: "first activations",
    about: "What the generator's first layer makes of z: where a GAN's samples begin to differ in kind.",
  },
  outputs: {
    name: "generated items",
    about: "The generator's pictures themselves, with the data they should look like drawn among them.",
  },
};

/** What is shown before anybody has chosen. */
export function firstChoice({ maps }: ExplorerData): MapChoice {
  return {
    method: "pca",
    space: maps.spaces[0],
    axes: [0, 1],
    settings: Object.fromEntries(maps.settings.map((setting) => [setting.name, setting.default])),
    encoder: null,
    fog: false,
    samples: false,
  };
}

/** A line of the map picker. */
export interface Offer {
  value: string;
  name: string;
  about: string;
  change: Partial<MapChoice>;
}

/** The maps that can be had here: making one needs a server; without it there are those that travelled with the page. */
export function offers({ maps }: ExplorerData): Offer[] {
  const methods: MapChoice["method"][] = maps.socket ? ["pca", "raw", "tsne"] : ["pca", "raw"];
  const own = maps.socket ? {} : { space: maps.spaces[0] };
  return [
    ...methods.map((method) => ({
      value: method,
      ...METHODS[method],
      change: method === "pca" ? { method, ...own } : { method },
    })),
    ...maps.kept.map((map, i) => ({
      value: `kept-${i}`,
      name: keptName(maps, map),
      about: METHODS.tsne.about,
      change: choiceOf(map),
    })),
  ];
}

/** What chooses a map that travelled with the page. */
export function choiceOf({ settings, encoder, header }: KeptMap) {
  return { method: "tsne" as const, space: header.space, settings, encoder };
}

/** "t-SNE", and what tells it from the page's other maps. */
function keptName({ kept, spaces, encoders }: MapsInfo, { settings, encoder, header }: KeptMap): string {
  const by = encoders.find(({ run }) => run === encoder)?.name;
  const differs = Object.keys(settings).filter((name) => kept.some((other) => other.settings[name] !== settings[name]));
  return [
    header.space === spaces[0] ? "t-SNE" : `t-SNE of ${SPACES[header.space].name}`,
    ...(by ? [`seen by ${by}`] : []),
    ...differs.map((name) => `${name} ${settings[name]}`),
  ].join(", ");
}

/** A choice changed, what does not go with the change put right: raw axes are those of z. */
export function changed(data: ExplorerData, choice: MapChoice, change: Partial<MapChoice>): MapChoice {
  const next = { ...choice, ...change };
  if (next.method === "raw" && next.space !== "z") {
    if (change.space) next.method = "pca";
    else next.space = "z";
  } else if (choice.method === "raw" && change.method) next.space = change.space ?? data.maps.spaces[0];
  if (next.method !== choice.method || next.space !== choice.space) next.axes = change.axes ?? [0, 1];
  return next;
}

/** Names the map chosen: equal for choices that only look at it differently. */
export function mapKey({ method, space, encoder, settings }: MapChoice): string {
  return JSON.stringify([method, space, space === "outputs" ? encoder : null, method === "tsne" ? settings : null]);
}
