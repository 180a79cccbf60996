import { fetchFloats, fetchInts } from "./data/arrays";
import { openEngine } from "./decode/engine";
import { h, setText } from "./dom/h";
import { injectStyle } from "./dom/style";
import { Lab } from "./lab";
import type { ExplorerData, Host, MapChoice, Selected, Settled, View } from "./messages";
import { Model } from "./state/model";
import type { MapArrays } from "./state/plane";

/** The openings of bookmarks that the person has gone on from; kept while they go from page to page. */
const left = new Set<string>();

/** Shows a run's latent space in `root`, which may lie in a shadow root. Knows nothing of what page it is on. */
export function mountExplorer(root: HTMLElement, data: ExplorerData, host: Host): View {
  const frame = h("div", { class: "gl-explorer" });
  const message = h("p", { class: "gl-note", role: "status" }, "Loading the map and the model\u2026");
  const style = injectStyle(frame);
  frame.append(message);
  root.append(frame);
  let shown = data;
  let lab: Lab | null = null;
  let visit = 0;
  const known = new Set<string>(data.settled ? [placeKey(data.settled)] : []);
  const settle = (settled: Settled) => {
    known.add(placeKey(settled));
    host.settle(settled);
  };
  // what was chosen here is shown when the view is built anew
  const choose = (chosen: MapChoice) => {
    shown = { ...shown, maps: { ...shown.maps, chosen } };
    host.choose?.(chosen);
  };

  const select = (selected: Selected) => {
    shown = { ...shown, selected };
    host.select?.(selected);
  };

  const open = async (wanted: ExplorerData) => {
    const mine = ++visit;
    try {
      const [arrays, engine] = await Promise.all([loadArrays(wanted), openEngine(wanted)]);
      if (mine !== visit) return engine.decoder.close();
      message.hidden = true;
      lab?.destroy();
      lab = new Lab(frame, new Model(wanted, arrays, engine, wanted.settled), { ...host, settle, choose, select });
      opened(wanted);
    } catch (error) {
      if (mine !== visit) return;
      lab?.destroy();
      lab = null;
      setText(message, error instanceof Error ? error.message : String(error));
      message.hidden = false;
    }
  };
  /** Opens the bookmark that was asked for; once the person has done something there, they go on from that. */
  const opened = ({ recall }: ExplorerData) => {
    if (recall && !left.has(recall.name)) lab?.recall(recall.moment);
  };
  const acted = () => void (shown.recall && left.add(shown.recall.name));
  for (const act of ["pointerdown", "keydown", "wheel"]) frame.addEventListener(act, acted, { passive: true });
  void open(data);

  return {
    update(next) {
      const same = content(next) === content(shown);
      const recalls = next.recall !== null && next.recall.name !== shown.recall?.name;
      shown = next;
      if (!same) void open(next);
      else if (recalls) opened(next);
      else if (next.settled && !known.has(placeKey(next.settled))) lab?.goTo(next.settled);
    },
    destroy() {
      visit++;
      lab?.destroy();
      style.remove();
      frame.remove();
    },
  };
}

/** Tells a place the page asks for from the echo of one that was settled on here. */
function placeKey({ z, delta, pins, path }: Settled): string {
  return JSON.stringify([z, delta, pins.a, pins.b, pins.more ?? [], path]);
}

/** What the view must be built anew for: everything but where the person is, and which maps there are. */
function content(data: ExplorerData): string {
  return JSON.stringify({ ...data, key: "", settled: null, maps: null, selected: null, recall: null });
}

async function loadArrays({ points, latent, map }: ExplorerData): Promise<MapArrays> {
  const [coords, mean, components, codes, labels] = await Promise.all([
    fetchFloats(map.coords, points.count * map.k, "map coordinates"),
    fetchFloats(map.mean, map.dim, "map's means"),
    fetchFloats(map.components, map.k * map.dim, "map components"),
    fetchFloats(points.codes, points.count * latent.dim, "codes"),
    points.labels ? fetchInts(points.labels, points.count, "labels") : null,
  ]);
  return { coords, mean, components, codes, labels };
}
