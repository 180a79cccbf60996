import { expect, test } from "vitest";
import { firstChoice } from "../../src/maps/choice";
import type { MapHeader } from "../../src/maps/messages";
import { hasPlaces, leftBehind } from "../../src/maps/waiting";
import { progressWords } from "../../src/maps/words";
import type { ExplorerData } from "../../src/messages";

const data = {
  maps: {
    spaces: ["z"],
    settings: [{ name: "perplexity", of: ["tsne"], default: 30 }],
  },
} as unknown as ExplorerData;
const tsne = { ...firstChoice(data), method: "tsne" } as const;
const header = (change: Partial<MapHeader>) =>
  ({ map: "m", method: "tsne", state: "running", iteration: 3, iterations: 750, ...change }) as MapHeader;

test("before its first step no frame is of the map itself, but of a flat map", () => {
  expect(hasPlaces(header({}))).toBe(true);
  expect(hasPlaces(header({ state: "queued", iteration: 0 }))).toBe(false);
  expect(hasPlaces(header({ state: "running", iteration: 0 }))).toBe(false);
  expect(hasPlaces(header({ state: "stopped", iteration: 0 }))).toBe(false);
  expect(hasPlaces(header({ method: "pca", state: "queued", iteration: 0, iterations: 0 }))).toBe(true);
});

test("a map that tells no steps has its places when it is finished", () => {
  const umap = { method: "umap", iteration: 0, iterations: 0 } as const;
  expect(hasPlaces(header({ ...umap, state: "running" }))).toBe(false);
  expect(hasPlaces(header({ ...umap, state: "finished" }))).toBe(true);
});

test("a map is left behind while it is made, and neither a flat one nor one that rests", () => {
  expect(leftBehind(data, tsne, header({}))).toMatchObject({
    map: "m",
    name: "t-SNE",
    request: { method: "tsne", perplexity: 30 },
  });
  expect(leftBehind(data, tsne, header({ state: "queued" }))).not.toBeNull();
  for (const state of ["paused", "finished", "stopped"] as const) {
    expect(leftBehind(data, tsne, header({ state }))).toBeNull();
  }
  expect(leftBehind(data, tsne, null)).toBeNull();
  expect(leftBehind(data, firstChoice(data), header({}))).toBeNull();
});

test("a waiting map says what it waits for", () => {
  const waiting = header({ state: "queued", iteration: 0 });
  expect(progressWords(waiting, "t-SNE")).toBe("Waiting: t-SNE, which you left, is made first.");
  expect(progressWords(waiting)).toContain("other maps may come first");
});
