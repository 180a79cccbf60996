/** The one entry of the bundle: the explorer of a trained run, the live view of one that trains, and the rest. */
export { mountExplorer } from "./explorer";
export type { ExplorerData, Host, Settled, View } from "./messages";
export { mountLive } from "./live/mountLive";
export { mountTour } from "./tour/mountTour";
export { mountCloud } from "./cloud/mountCloud";
export { mountLab } from "./lab2d/mountLab";
