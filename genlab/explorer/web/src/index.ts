/** The one entry of the bundle: the explorer of a trained run, and the live view of one that trains. */
export { mountExplorer } from "./explorer";
export type { ExplorerData, Host, Settled, View } from "./messages";
export { mountLive } from "./live/mountLive";
