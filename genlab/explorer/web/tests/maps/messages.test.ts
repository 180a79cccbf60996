import { expect, test } from "vitest";
import { changed, firstChoice, mapKey, offers } from "../../src/maps/choice";
import { readMapFrame, requestOf, type MapHeader } from "../../src/maps/messages";
import { confidenceWords, progressWords } from "../../src/maps/words";
import type { ExplorerData, KeptMap } from "../../src/messages";

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
    methods: ["pca", "tsne", "pacmap"],
    missing: {},
    spaces: ["activations", "z", "outputs"],
    settings: [
      { name: "perplexity", of: ["tsne"], default: 30 },
      { name: "neighbors", of: ["pacmap"], default: 10 },
    ],
    kept: [],
  },
  points: { labels: null },
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
  const key = (one: typeof choice) => mapKey(gan, one);
  expect(key({ ...tsne, fog: true, axes: [2, 1] })).toBe(key(tsne));
  expect(key({ ...tsne, settings: { perplexity: 5 } })).not.toBe(key(tsne));
  expect(key({ ...choice, settings: { perplexity: 5 } })).toBe(key(choice));
  expect(key({ ...tsne, method: "pacmap", settings: { perplexity: 5 } })).toBe(
    key({ ...tsne, method: "pacmap", settings: {} }),
  );
  const own = { names: ["a", "b"], mean: [0], components: [[1], [2]] };
  expect(key({ ...tsne, own })).toBe(key(tsne));
  expect(key({ ...tsne, method: "own", own })).not.toBe(key({ ...tsne, method: "own", own: { ...own, mean: [1] } }));
});

test("without a server the picker offers the maps that travelled with the page, told apart by their settings", () => {
  const kept: KeptMap[] = [5, 30].map((perplexity) => ({
    settings: { perplexity, seed: 0 },
    encoder: null,
    header: header({}),
    url: "",
  }));
  kept.push({ settings: { neighbors: 10, seed: 1 }, encoder: null, header: header({ method: "pacmap" }), url: "" });
  const page = {
    maps: { ...gan.maps, socket: null, methods: [], spaces: ["z"], encoders: [], kept },
    points: { labels: "labels.i32" },
  } as unknown as ExplorerData;
  const there = offers(page, false);
  expect(there.map(({ name }) => name)).toEqual([
    "PCA",
    "LDA",
    "Raw axes",
    "t-SNE, perplexity 5",
    "t-SNE, perplexity 30",
    "PaCMAP",
  ]);
  const [five, thirty] = there.slice(3).map(({ change }) => changed(page, firstChoice(page), change!));
  expect([thirty.method, thirty.settings.perplexity]).toEqual(["tsne", 30]);
  expect(mapKey(page, five)).not.toBe(mapKey(page, thirty));
});

test("a kept map of another space is gone to from raw axes, and back to the run's own PCA", () => {
  const kept = [{ settings: { perplexity: 5 }, encoder: null, header: header({}), url: "" }];
  const page = {
    maps: { ...gan.maps, socket: null, methods: [], spaces: ["activations"], encoders: [], kept },
    points: { labels: null },
  } as unknown as ExplorerData;
  const [pca, raw, tsne] = offers(page, false);
  expect(tsne.name).toBe("t-SNE of codes z");
  const there = changed(page, changed(page, firstChoice(page), raw.change!), tsne.change!);
  expect([there.method, there.space]).toEqual(["tsne", "z"]);
  expect(changed(page, there, pca.change!).space).toBe("activations");
});

test("an encoder is asked for only where items are mapped", () => {
  const choice = { ...firstChoice(gan), encoder: "run" };
  expect(requestOf(gan, choice).encoder).toBeNull();
  expect(requestOf(gan, { ...choice, space: "outputs" }).encoder).toBe("run");
});

test("a map is asked for with the settings of its own method", () => {
  const choice = firstChoice(gan);
  expect(requestOf(gan, { ...choice, method: "tsne" })).toMatchObject({ method: "tsne", perplexity: 30 });
  expect(requestOf(gan, { ...choice, method: "pacmap" })).toMatchObject({ method: "pacmap", neighbors: 10 });
  expect(requestOf(gan, { ...choice, method: "pacmap" })).not.toHaveProperty("perplexity");
});

test("axes laid among activations are left for a space that they are not of", () => {
  const own = changed(gan, firstChoice(gan), { method: "own" });
  expect(own.space).toBe("activations");
  expect(changed(gan, own, { space: "outputs" }).method).toBe("pca");
  expect(changed(gan, { ...own, method: "tsne", space: "outputs" }, { method: "lda" }).space).toBe("activations");
});

test("maps offered are those the server makes, classes allow and the person has laid, and those to be installed", () => {
  const labelled = {
    maps: { ...gan.maps, missing: { umap: "Install it." } },
    points: { labels: "labels.i32" },
  } as unknown as ExplorerData;
  const found = offers(labelled, true);
  expect(found.map(({ value }) => value)).toEqual(["pca", "lda", "own", "raw", "tsne", "pacmap", "umap"]);
  expect(found.at(-1)).toMatchObject({ name: "UMAP (not installed)", about: "Install it.", change: null });
  expect(offers(gan, false).map(({ value }) => value)).toEqual(["pca", "raw", "tsne", "pacmap"]);
});

test("words say where the map stands and how far to trust a place", () => {
  expect(progressWords(header({}))).toBe("Iteration 250 of 750, about 3 s left");
  expect(progressWords(header({ state: "failed", error: "No memory." }))).toBe("No memory.");
  const said = [1, 0.5, 0.1, 0].map(confidenceWords);
  expect(new Set(said).size).toBe(4);
});
