import { expect, test } from "vitest";
import { changed, firstChoice, mapKey, offers } from "../../src/maps/choice";
import { readMapFrame, requestOf, type MapHeader } from "../../src/maps/messages";
import { confidenceWords, progressWords } from "../../src/maps/words";
import type { ExplorerData } from "../../src/messages";

const header = (change: Partial<MapHeader>): MapHeader => ({
  map: "m",
  method: "tsne",
  space: "z",
  state: "running",
  iteration: 250,
  iterations: 750,
  eta_s: 3.4,
  kl: 1.2,
  figures: null,
  linear: null,
  error: null,
  n_neighbors: 8,
  count: 2,
  dim: 2,
  real: 1,
  spacing: 0.5,
  bytes: 28,
  ...change,
});
const gan = {
  maps: {
    socket: "/maps",
    spaces: ["activations", "z", "outputs"],
    settings: [{ name: "perplexity", default: 30 }],
    kept: [],
  },
} as unknown as ExplorerData;

test("a frame is cut into coordinates, real data and their labels", () => {
  const bytes = new ArrayBuffer(28);
  new Float32Array(bytes).set([1, 2, 3, 4, 5, 6]);
  new Int32Array(bytes, 24).set([7]);
  const { coords, real } = readMapFrame(header({}), bytes);
  expect([...coords]).toEqual([1, 2, 3, 4]);
  expect([...real!.coords, ...real!.labels]).toEqual([5, 6, 7]);
});

test("a frame without real data has none, and a crooked one is refused", () => {
  expect(readMapFrame(header({ real: 0 }), new ArrayBuffer(16)).real).toBeNull();
  expect(() => readMapFrame(header({}), new ArrayBuffer(16))).toThrow("16 bytes came, 28 were announced");
});

test("raw axes are those of z, and another space asked for ends them", () => {
  const raw = changed(gan, firstChoice(gan), { method: "raw" });
  expect([raw.method, raw.space]).toEqual(["raw", "z"]);
  expect(changed(gan, raw, { space: "outputs" }).method).toBe("pca");
  expect(changed(gan, raw, { method: "tsne" }).space).toBe("activations");
});

test("only what makes another map changes its key", () => {
  const choice = firstChoice(gan);
  const tsne = changed(gan, choice, { method: "tsne" });
  expect(mapKey({ ...tsne, fog: true, axes: [2, 1] })).toBe(mapKey(tsne));
  expect(mapKey({ ...tsne, settings: { perplexity: 5 } })).not.toBe(mapKey(tsne));
  expect(mapKey({ ...choice, settings: { perplexity: 5 } })).toBe(mapKey(choice));
});

test("without a server the picker offers the maps that travelled with the page, told apart by their settings", () => {
  const kept = [5, 30].map((perplexity) => ({
    settings: { perplexity, seed: 0 },
    encoder: null,
    header: header({}),
    url: "",
  }));
  const page = { maps: { socket: null, spaces: ["z"], encoders: [], settings: [], kept } } as unknown as ExplorerData;
  expect(offers(page).map(({ name }) => name)).toEqual([
    "PCA",
    "Raw axes",
    "t-SNE, perplexity 5",
    "t-SNE, perplexity 30",
  ]);
  const chosen = changed(page, firstChoice(page), offers(page)[3].change);
  expect([chosen.method, chosen.settings.perplexity]).toEqual(["tsne", 30]);
  const alone = { maps: { ...page.maps, spaces: ["activations"], kept: kept.slice(0, 1) } } as unknown as ExplorerData;
  const [pca, raw, tsne] = offers(alone);
  expect(tsne.name).toBe("t-SNE of codes z");
  const there = changed(alone, changed(alone, firstChoice(alone), raw.change), tsne.change);
  expect([there.method, there.space]).toEqual(["tsne", "z"]);
  expect(changed(alone, there, pca.change).space).toBe("activations");
});

test("an encoder is asked for only where items are mapped", () => {
  const choice = { ...firstChoice(gan), encoder: "run" };
  expect(requestOf(choice).encoder).toBeNull();
  expect(requestOf({ ...choice, space: "outputs" }).encoder).toBe("run");
  expect(requestOf({ ...choice, method: "tsne" })).toMatchObject({ method: "tsne", perplexity: 30 });
});

test("words say where the map stands and how far to trust a place", () => {
  expect(progressWords(header({}))).toBe("Iteration 250 of 750, about 3 s left");
  expect(progressWords(header({ state: "failed", error: "No memory." }))).toBe("No memory.");
  const said = [1, 0.5, 0.1, 0].map(confidenceWords);
  expect(new Set(said).size).toBe(4);
});
