/** The one entry of the bundle: the explorer of a finished run, and the live view of one being trained. */
export { mountExplorer } from "./explorer";
export type { ExplorerData, Host, Settled, View } from "./messages";
export { mountLive } from "./live/mountLive";
export type { LiveData, LiveHost, LiveView } from "./live/messages";
