import type { ExplorerData, KeptMap, MapChoice, MapsInfo, Space } from "../messages";

export type Method = MapChoice["method"];

export const METHODS: Record<Method, { name: string; about: string }> = {
  pca: {
    name: "PCA",
    about: "Principal components: the flat cut through the space along which the codes differ most. Exact both ways.",
  },
  lda: {
    name: "LDA",
    about: "The flat cut along which the classes part best for their width. Exact both ways; it is told the classes.",
  },
  own: { name: "Own axes", about: "The axes you laid between groups with the tool Axes. Exact both ways." },
  raw: { name: "Raw axes", about: "Two latent dimensions as they are. Exact both ways." },
  tsne: {
    name: "t-SNE",
    about:
      "Puts codes that are neighbours side by side, and so shows clusters; distances between clusters mean little. " +
      "Between the points a place is a guess from the codes around it.",
  },
  pacmap: {
    name: "PaCMAP",
    about:
      "Shows clusters as t-SNE does, in a tenth of the time, and keeps more of how they lie to each other. Between the " +
      "points a place is a guess from the codes around it.",
  },
  umap: {
    name: "UMAP",
    about: "Shows clusters by a graph of neighbours. Between the points a place is a guess from the codes around it.",
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
    own: null,
    encoder: null,
    fog: false,
    samples: false,
  };
}

/** Maps that are made step by step, by the server. */
export function isMade(method: Method): boolean {
  return method === "tsne" || method === "pacmap" || method === "umap";
}

/** Flat maps that are worked out here, of the decoder's codes. */
export function isLaid(method: Method): boolean {
  return method === "lda" || method === "own";
}

/** A line of the map picker; what is not installed changes nothing. */
export interface Offer {
  value: string;
  name: string;
  about: string;
  change: Partial<MapChoice> | null;
}

/**
 * The maps that can be had here: flat ones, those that the server makes, and without a server those that travelled with
 * the page. `own` tells whether the person has laid axes.
 */
export function offers({ maps, points }: ExplorerData, own: boolean): Offer[] {
  const flat: Method[] = ["pca", ...(points.labels ? ["lda" as const] : []), ...(own ? ["own" as const] : []), "raw"];
  const made = (["tsne", "pacmap", "umap"] as const).filter((method) => maps.methods.includes(method));
  const home = maps.socket ? {} : { space: maps.spaces[0] }; // where only kept maps are of another space
  return [
    ...[...flat, ...made].map((method) => ({
      value: method,
      ...METHODS[method],
      change: method === "pca" ? { method, ...home } : { method },
    })),
    ...maps.kept.map((map, i) => ({
      value: `kept-${i}`,
      name: keptName(maps, map),
      about: METHODS[map.header.method].about,
      change: choiceOf(map),
    })),
    ...Object.entries(maps.missing).map(([method, about]) => ({
      value: method,
      name: `${METHODS[method as Method]?.name ?? method} (not installed)`,
      about,
      change: null,
    })),
  ];
}

/** What chooses a map that travelled with the page. */
export function choiceOf({ settings, encoder, header }: KeptMap) {
  return { method: header.method, space: header.space, settings, encoder };
}

/** "t-SNE", and what tells it from the page's other maps. */
function keptName({ kept, spaces, encoders }: MapsInfo, { settings, encoder, header }: KeptMap): string {
  const { name } = METHODS[header.method];
  const by = encoders.find(({ run }) => run === encoder)?.name;
  const alike = kept.filter((other) => other.header.method === header.method);
  const differs = Object.keys(settings).filter((name) =>
    alike.some((other) => other.settings[name] !== settings[name]),
  );
  return [
    header.space === spaces[0] ? name : `${name} of ${SPACES[header.space].name}`,
    ...(by ? [`seen by ${by}`] : []),
    ...differs.map((name) => `${name} ${settings[name]}`),
  ].join(", ");
}

/** A choice changed, what does not go with the change put right: raw axes are z's, laid ones not of pictures. */
export function changed(data: ExplorerData, choice: MapChoice, change: Partial<MapChoice>): MapChoice {
  const next = { ...choice, ...change };
  if (next.method === "raw" && next.space !== "z") {
    if (change.space) next.method = "pca";
    else next.space = "z";
  } else if (isLaid(next.method) && next.space !== data.maps.spaces[0]) {
    if (change.space) next.method = "pca";
    else next.space = data.maps.spaces[0];
  } else if (choice.method === "raw" && change.method) next.space = change.space ?? data.maps.spaces[0];
  if (next.method !== choice.method || next.space !== choice.space) next.axes = change.axes ?? [0, 1];
  return next;
}

/** The settings that a choice's method goes by. */
export function settingsOf({ maps }: ExplorerData, { method, settings }: MapChoice): Record<string, number> {
  const own = maps.settings.filter(({ of, name }) => of.includes(method) && name in settings);
  return Object.fromEntries(own.map(({ name }) => [name, settings[name]]));
}

/** Names the map chosen: equal for choices that only look at it differently. */
export function mapKey(data: ExplorerData, choice: MapChoice): string {
  const { method, space, encoder, own } = choice;
  const by = space === "outputs" ? encoder : null;
  return JSON.stringify([method, space, by, method === "own" ? own : null, settingsOf(data, choice)]);
}
