import { BELIEF_STYLE } from "../tools/fog/style";
import { TIME_STYLE } from "../tools/time/style";
import { MOVING_STYLE } from "../tools/moving/style";
import { SELECT_STYLE } from "../tools/select/style";
import { slidersIn } from "./sliders";
import { WAYS_STYLE } from "../tools/ways/style";

/** One style sheet for the view. Streamlit's theme comes as --st-* properties; without a host the system's holds. */
export const STYLE = `
.gl-explorer {
  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));
  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));
  --gl-soft: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));
  --gl-border: color-mix(in srgb, var(--gl-text) var(--gl-edge-share, 0%), var(--st-border-color, light-dark(#c9d2dd, #3a4654)));
  --gl-primary: var(--st-primary-color, light-dark(#c2255c, #ff7aa2));
  --gl-radius: var(--st-base-radius, 8px);
  --gl-quiet: color-mix(in srgb, var(--gl-text) var(--gl-quiet-share, 72%), var(--gl-background));
  color-scheme: light dark;
  container-type: inline-size;
  color: var(--gl-text);
  background-color: var(--gl-background);
  border: 0 solid var(--gl-border);
  caret-color: var(--gl-primary);
  font: 400 15px/1.4 var(--st-font, system-ui, sans-serif);
  transition: color 1ms, font-size 1ms;
}
.gl-explorer *, .gl-explorer *::before { box-sizing: border-box; }
.gl-explorer [hidden] { display: none !important; }
.gl-explorer h3 { font: 600 14px/1.3 inherit; font-size: 14px; font-weight: 600; margin: 0; padding: 0; }
.gl-explorer p { margin: 0; }
.gl-explorer button, .gl-explorer select {
  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); cursor: pointer;
  border: 1px solid var(--gl-border); border-radius: var(--gl-radius); padding: 3px 10px; min-height: 30px;
}
.gl-explorer button:hover:not(:disabled), .gl-explorer select:hover { border-color: var(--gl-text); }
.gl-explorer button:disabled, .gl-explorer button[aria-disabled="true"] { opacity: 0.55; cursor: default; }
.gl-explorer button[aria-pressed="true"].gl-tool { background: var(--gl-text); color: var(--gl-background); }
.gl-explorer :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }
${slidersIn(".gl-explorer")}
.gl-explorer .gl-pixels canvas { image-rendering: pixelated; }
.gl-layout {
  display: grid; gap: 10px 18px; grid-template-columns: minmax(0, 1fr) calc(400px * var(--gl-scale, 1)); align-items: start;
  grid-template-areas: "map side" "path side"; grid-template-rows: auto 1fr;
}
.gl-layout.gl-tool-open { grid-template-areas: "map side" "tool tool" "path path"; grid-template-rows: none; }
.gl-map-area { grid-area: map; min-width: 0; }
.gl-side { grid-area: side; min-width: 0; display: grid; gap: 10px; }
.gl-path-area { grid-area: path; min-width: 0; }
.gl-toolbar { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; margin-bottom: 6px; }
.gl-axis { display: flex; gap: 6px; align-items: center; font-size: 14px; }
.gl-map-bar { position: relative; display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; margin-bottom: 6px; min-height: 30px; font-size: 14px; }
.gl-map-bar progress { width: 110px; height: 8px; accent-color: var(--gl-primary); }
.gl-map-words { font-variant-numeric: tabular-nums; }
.gl-map-end { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; margin-left: auto; }
.gl-figures { display: inline-flex; gap: 12px; font-variant-numeric: tabular-nums; }
.gl-figures span { cursor: help; text-decoration: underline dotted; text-underline-offset: 3px; }
.gl-disclosure summary { cursor: pointer; padding: 3px 2px; border-radius: 4px; }
.gl-settings {
  position: absolute; z-index: 3; top: 100%; left: 0; width: min(430px, 100%); display: grid; gap: 10px; padding: 12px 14px;
  background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);
  box-shadow: 0 4px 18px rgb(0 0 0 / 0.28);
}
.gl-field { display: grid; grid-template-columns: 1fr 96px; gap: 2px 10px; align-items: center; }
.gl-field .gl-hint { grid-column: 1 / -1; font-size: 13px; line-height: 1.3; }
.gl-explorer .gl-field input {
  font: inherit; color: inherit; background: var(--gl-soft); border: 1px solid var(--gl-border);
  border-radius: var(--gl-radius); padding: 2px 8px; min-height: 30px; width: 100%;
}
.gl-tools { display: flex; gap: 4px; margin-left: auto; }
.gl-map {
  position: relative; height: clamp(320px, calc(100vh - 436px), 640px); border: 1px solid var(--gl-border);
  border-radius: var(--gl-radius); overflow: hidden; touch-action: none; cursor: crosshair; user-select: none;
}
.gl-explorer .gl-map > canvas { position: absolute; inset: 0; width: 100%; height: 100%; image-rendering: auto; }
.gl-legend { display: flex; flex-wrap: wrap; gap: 4px 6px; margin-top: 6px; align-items: center; }
.gl-class-group { display: inline-flex; }
.gl-explorer .gl-class, .gl-explorer .gl-real {
  display: inline-flex; align-items: center; gap: 5px; padding: 0 8px 0 5px; min-height: 28px;
  border-radius: var(--gl-radius) 0 0 var(--gl-radius);
}
.gl-explorer .gl-class canvas, .gl-explorer .gl-real canvas { width: 18px; height: 18px; image-rendering: auto; }
.gl-class[aria-pressed="false"], .gl-real[aria-pressed="false"] { text-decoration: line-through; opacity: 0.6; }
.gl-explorer .gl-real { border-radius: var(--gl-radius); }
.gl-count { color: var(--gl-quiet); font-variant-numeric: tabular-nums; font-size: 13px; }
.gl-toolbox { display: flex; flex-wrap: wrap; gap: 4px 6px; margin-top: 8px; align-items: center; }
.gl-tool-area { grid-area: tool; min-width: 0; }
.gl-tool-panel { display: grid; gap: 10px; padding: 10px 14px 12px; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); }
.gl-tool-head { display: flex; gap: 4px 12px; align-items: baseline; flex-wrap: wrap; }
.gl-tool-head .gl-hint { flex: 1 1 240px; }
.gl-tool-head button { margin-left: auto; }
.gl-tool-body { display: grid; gap: 10px; min-width: 0; }
.gl-tool-group { display: inline-flex; flex-wrap: wrap; gap: 6px; align-items: center; font-size: 14px; }
.gl-tool-row { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: center; font-size: 14px; }
.gl-explorer .gl-only {
  font-size: 12px; padding: 0 6px; min-height: 28px; border-left: 0;
  border-radius: 0 var(--gl-radius) var(--gl-radius) 0; color: var(--gl-quiet);
}
.gl-explorer .gl-all { border-left: 1px solid var(--gl-border); border-radius: var(--gl-radius); }
.gl-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; }
.gl-panel { display: grid; gap: 5px; min-width: 0; align-content: start; }
.gl-sample { width: 100%; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); background: var(--gl-soft); object-fit: contain; }
.gl-details { display: grid; gap: 5px; font-size: 14px; font-variant-numeric: tabular-nums; }
.gl-coords { min-height: 20px; }
.gl-near { display: flex; gap: 10px; align-items: center; min-height: 46px; }
.gl-near > span { flex: 1; }
.gl-near[data-late] > span { color: var(--gl-quiet); }
.gl-near[data-late] .gl-thumb, .gl-thumb[data-awaited] { visibility: hidden; }
.gl-pair > .gl-details { padding-top: 24px; align-content: start; }
.gl-pair .gl-near { flex-wrap: wrap; }
.gl-pair .gl-near > span { flex: 1 1 120px; }
.gl-columns { grid-column: 1 / -1; border-collapse: collapse; font-size: 14px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.gl-columns :is(th, td) { padding: 2px 0 2px 12px; border-bottom: 1px solid var(--gl-border); text-align: right; vertical-align: top; font-weight: 400; }
.gl-columns thead th { color: var(--gl-quiet); }
.gl-columns :is(th:first-child, td[colspan]) { padding-left: 0; text-align: left; overflow-wrap: anywhere; }
.gl-thumb { width: 44px; height: 44px; border: 1px solid var(--gl-border); border-radius: 4px; background: var(--gl-soft); object-fit: contain; flex: none; }
.gl-spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.gl-note { border-left: 4px solid var(--gl-primary); background: var(--gl-soft); padding: 8px 12px; margin-bottom: 8px !important; border-radius: 4px; }
.gl-sliders-head { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }
.gl-truncation { display: flex; flex: 1; gap: 6px; align-items: center; font-size: 14px; min-width: 170px; }
.gl-truncation input { flex: 1; }
.gl-told { display: flex; flex-wrap: wrap; gap: 4px; max-height: 72px; overflow-y: auto; }
.gl-explorer .gl-told button { padding: 0 8px; min-height: 26px; font-size: 14px; max-width: 130px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.gl-explorer .gl-told button[aria-pressed="true"] { background: var(--gl-text); color: var(--gl-background); }
.gl-sliders { display: grid; gap: 2px; max-height: 560px; overflow-y: auto; padding: 2px 4px 2px 2px; }
.gl-slider { display: grid; line-height: 18px; grid-template-columns: calc(38px * var(--gl-scale, 1)) minmax(0, 1fr) calc(46px * var(--gl-scale, 1)); gap: 0 8px; align-items: center; font-size: 14px; }
.gl-slider output { text-align: right; font-variant-numeric: tabular-nums; }
.gl-traversal { grid-column: 2; display: grid; grid-template-columns: repeat(7, 1fr); height: 23px; }
.gl-traversal canvas { height: 23px; width: 23px; object-fit: contain; justify-self: center; border-radius: 2px; background: var(--gl-soft); }
.gl-path { display: grid; gap: 8px; }
.gl-path-row { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }
.gl-path-row input[type="range"] { flex: 1 1 160px; min-width: 120px; }
.gl-explorer button.gl-pin[aria-pressed="true"] { background: var(--gl-text); color: var(--gl-background); }
.gl-check { display: inline-flex; gap: 5px; align-items: center; font-size: 14px; white-space: nowrap; }
.gl-check input { accent-color: var(--gl-primary); width: 17px; height: 17px; margin: 0; }
.gl-steps { display: grid; grid-template-columns: repeat(11, minmax(0, 1fr)); gap: 4px; }
.gl-explorer .gl-step { padding: 2px; min-height: 0; line-height: 0; border-radius: 4px; border-width: 2px; }
.gl-step canvas { width: 100%; aspect-ratio: 1; object-fit: contain; }
.gl-step[aria-current="true"] { border-color: var(--gl-primary) !important; }
.gl-hint { color: var(--gl-quiet); font-size: 14px; }
.gl-draw { width: 100%; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); touch-action: none; cursor: crosshair; }
.gl-draw-head { display: flex; gap: 10px; align-items: center; height: calc(19px * var(--gl-scale, 1)); }
.gl-pen { display: flex; flex: 1; gap: 6px; align-items: center; min-width: 0; font-size: 13px; }
.gl-pen input { flex: 1; min-width: 0; }
.gl-sheet { position: relative; line-height: 0; }
.gl-sheet[data-empty]::after {
  content: "Draw here, or drop a picture"; position: absolute; inset: 0; display: grid; place-content: center;
  text-align: center; line-height: 1.4; padding: 20px; color: #e8eef5; pointer-events: none; font-size: 14px;
}
.gl-explorer .gl-pixels canvas.gl-draw { image-rendering: auto; }
.gl-draw.gl-over { outline: 3px dashed var(--gl-primary); }
.gl-draw-tools { display: flex; flex-wrap: wrap; gap: 5px; align-items: center; font-size: 13px; }
.gl-draw-tools .gl-thumb { width: 30px; height: 30px; }
.gl-explorer .gl-draw-tools button { padding: 2px 7px; font-size: 13px; }
.gl-card {
  position: absolute; pointer-events: none; padding: 7px 9px; font-size: 13px; line-height: 1.3;
  background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);
  box-shadow: 0 2px 10px rgb(0 0 0 / 0.25); display: grid; gap: 5px;
}
.gl-card-items { display: flex; gap: 9px; }
.gl-card-marks { width: 0; min-width: 100%; color: var(--gl-quiet); } /* as wide as the pictures, however long */
.gl-card figcaption { text-align: center; }
.gl-card figure { margin: 0; width: 116px; align-content: start; display: grid; gap: 2px; justify-items: center; }
.gl-card canvas { width: 72px; height: 72px; object-fit: contain; background: var(--gl-soft); border-radius: 3px; }
.gl-inset { display: none; }
@container (min-width: 760.02px) { .gl-tool-open .gl-sliders { max-height: 236px; } }
@media (hover: none) {
  .gl-explorer .gl-only:not(.gl-all) { display: none; }
  .gl-explorer .gl-class { border-radius: var(--gl-radius); touch-action: manipulation; }
}
@container (max-width: 760px) {
  .gl-layout { grid-template-columns: minmax(0, 1fr); grid-template-areas: "map" "side" "path"; grid-template-rows: none; }
  .gl-layout.gl-tool-open { grid-template-areas: "map" "tool" "side" "path"; }
  .gl-map { height: min(92cqw, 60vh); min-height: 300px; }
  .gl-axis { flex: 1 1 40%; min-width: 0; }
  .gl-axis select { flex: 1; min-width: 0; }
  .gl-tool-area .gl-axis { flex: 0 1 auto; max-width: 100%; } /* a line of its own before a list is cut */
  .gl-tools { margin-left: 0; }
  .gl-legend { gap: 4px; }
  .gl-tool-head .gl-hint { order: 1; flex-basis: 100%; }
  .gl-sliders { max-height: none; }
  .gl-inset {
    display: block; position: absolute; width: 88px; pointer-events: none; line-height: 0; padding: 3px;
    background: var(--gl-background); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);
    box-shadow: 0 2px 10px rgb(0 0 0 / 0.25);
  }
  .gl-inset canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); border-radius: 3px; }
  .gl-inset[data-across="left"] { left: 42px; } /* beside the numbers along the edge */
  .gl-inset[data-across="right"] { right: 8px; }
  .gl-inset[data-up="top"] { top: 28px; }
  .gl-inset[data-up="bottom"] { bottom: 26px; }
  .gl-steps { grid-template-columns: repeat(6, minmax(0, 1fr)); }
  .gl-card canvas { width: 56px; height: 56px; }
  .gl-card figure { width: 94px; font-size: 12px; }
  .gl-card-marks { display: none; } /* the card would reach under the finger, which hides them anyway */
}
`;

/** Has every size of type follow `--gl-scale`, which a page for a projector sets. */
function scaled(style: string): string {
  return style.replace(/(font(?:-size)?: [^;]*?)(\d+)px/g, "$1calc($2px * var(--gl-scale, 1))");
}

/** Puts the style sheet into the root or shadow root that holds an element, once. */
export function injectStyle(element: HTMLElement): HTMLStyleElement {
  const style = document.createElement("style");
  style.textContent = scaled(STYLE + WAYS_STYLE + SELECT_STYLE + MOVING_STYLE + TIME_STYLE + BELIEF_STYLE);
  element.prepend(style);
  return style;
}
