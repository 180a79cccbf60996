import type { ExplorerData, MapChoice } from "../messages";
import { isMade, mapKey, METHODS } from "./choice";
import { requestOf, type MapHeader, type MapRequest } from "./messages";

/** A map that was left while the server was still making it; the next one may have to wait for it. */
export interface LeftMap {
  key: string;
  /** The server's name of it. */
  map: string;
  /** As the person knows it: "t-SNE". */
  name: string;
  request: MapRequest;
}

/** What is left behind when another map is chosen, null where nothing is in the making. A paused map keeps no worker. */
export function leftBehind(data: ExplorerData, choice: MapChoice, header: MapHeader | null): LeftMap | null {
  if (!isMade(choice.method) || !header?.map || !["queued", "running"].includes(header.state)) return null;
  const { name } = METHODS[choice.method];
  return { key: mapKey(data, choice), map: header.map, name, request: requestOf(data, choice) };
}

/**
 * Whether a frame shows the map itself. Before its first step the server sends where the points begin, their PCA made
 * small: no place of that is one of the map.
 */
export function hasPlaces({ method, state, iteration, iterations }: MapHeader): boolean {
  return !isMade(method) || iteration > 0 || (iterations === 0 && state === "finished");
}
