/** Ways side by side, placing, and painting. */
export const WAYS_STYLE = `
.gl-pin-chips { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
.gl-pin-chip { display: grid; gap: 2px; width: 58px; }
.gl-pin-chip-head { display: flex; justify-content: space-between; align-items: center; font-size: 14px; }
.gl-explorer .gl-pin-chip-head button { padding: 0 7px; min-height: 24px; border-color: transparent; background: none; }
.gl-pin-chip canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); }
.gl-ways { display: grid; gap: 12px; }
.gl-way { display: grid; gap: 4px; min-width: 0; }
.gl-way-head { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: center; font-size: 14px; }
.gl-way-head .gl-check { font-weight: 600; min-width: 96px; }
.gl-way-figures { display: inline-flex; flex-wrap: wrap; gap: 2px 14px; color: var(--gl-quiet); font-variant-numeric: tabular-nums; }
.gl-way-figures span { cursor: help; }
.gl-way-figures b { font-weight: 600; color: var(--gl-text); }
.gl-way[data-state="settling"] .gl-way-figures::after { content: "settling…"; color: var(--gl-quiet); }
.gl-way-body { display: grid; grid-template-columns: minmax(0, 820px) 180px; gap: 14px; align-items: center; }
.gl-way-strip { display: grid; grid-template-columns: repeat(11, minmax(0, 1fr)); gap: 3px; max-width: 820px; }
.gl-way-strip canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); display: block; }
.gl-explorer .gl-tool-panel canvas.gl-way-plot { width: 180px; height: 52px; image-rendering: auto; background: var(--gl-soft); border-radius: 4px; }
.gl-place { display: flex; flex-wrap: wrap; gap: 12px; align-items: start; }
.gl-place figure { margin: 0; display: grid; gap: 3px; width: 150px; font-size: 13px; color: var(--gl-quiet); }
.gl-place .gl-place-curve { width: 200px; }
.gl-place-item { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); border: 1px solid var(--gl-border); border-radius: var(--gl-radius); }
.gl-explorer .gl-tool-panel canvas.gl-error-curve { width: 200px; height: 120px; image-rendering: auto; background: var(--gl-soft); border-radius: 4px; }
.gl-paint { width: 260px; aspect-ratio: 1; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); touch-action: none; cursor: crosshair; background: var(--gl-soft); }
.gl-paint-row { display: flex; flex-wrap: wrap; gap: 14px; align-items: start; }
.gl-paint-tools .gl-radius { max-width: 340px; }
.gl-paint-tools { display: grid; gap: 10px; flex: 1 1 260px; align-content: start; }
@container (max-width: 760px) {
  .gl-way-body { grid-template-columns: minmax(0, 1fr); gap: 4px; }
  .gl-way-strip { gap: 1px; }
  .gl-explorer .gl-way-strip .gl-step { padding: 0; border-width: 1px; }
  .gl-explorer .gl-tool-panel canvas.gl-way-plot { width: 100%; }
}
`;
