/** Chips, ranges and thumbnails of the selecting tool. */
export const SELECT_STYLE = `
.gl-choice { display: inline-flex; }
.gl-explorer .gl-choice button { border-radius: 0; margin-left: -1px; padding: 3px 9px; }
.gl-explorer .gl-choice button:first-child { border-radius: var(--gl-radius) 0 0 var(--gl-radius); margin-left: 0; }
.gl-explorer .gl-choice button:last-child { border-radius: 0 var(--gl-radius) var(--gl-radius) 0; }
.gl-chips { display: flex; flex-wrap: wrap; gap: 4px 6px; align-items: center; flex: 1 1 200px; min-width: 0; }
.gl-explorer .gl-chip { display: inline-flex; gap: 6px; align-items: baseline; padding: 2px 9px; min-height: 28px; }
.gl-explorer .gl-tool-panel input[type="text"], .gl-explorer .gl-tool-panel input[type="search"] {
  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); border: 1px solid var(--gl-border);
  border-radius: var(--gl-radius); padding: 2px 8px; min-height: 30px; width: 210px; max-width: 100%;
}
.gl-range { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; flex: 1; }
.gl-range-bars { position: relative; flex: 1 1 220px; max-width: 460px; display: grid; }
.gl-explorer .gl-range-bars canvas { width: calc(100% - 16px); height: 28px; margin: 0 8px; image-rendering: auto; }
.gl-range-handles { display: grid; height: 18px; }
.gl-explorer .gl-range-handles input { grid-area: 1 / 1; pointer-events: none; }
.gl-explorer .gl-range-handles input:last-child::-webkit-slider-runnable-track { background: none; }
.gl-explorer .gl-range-handles input:last-child::-moz-range-track { background: none; }
.gl-range-handles input::-webkit-slider-thumb { pointer-events: auto; }
.gl-range-handles input::-moz-range-thumb { pointer-events: auto; }
.gl-range output { font-variant-numeric: tabular-nums; min-width: 110px; }
.gl-thumbs { display: grid; grid-template-columns: repeat(auto-fill, minmax(48px, 1fr)); gap: 4px; }
.gl-thumbs canvas { width: 100%; aspect-ratio: 1; object-fit: contain; }
.gl-keep-picture canvas { width: 180px; height: 120px; border: 1px solid var(--gl-border); border-radius: var(--gl-radius); image-rendering: auto !important; }
`;
