/** Streamlit's theme comes as --st-* properties; without a host the system's light or dark holds. */
export const LIVE_STYLE = `
.gl-live {
  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));
  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));
  --gl-panel: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));
  --gl-border: var(--st-border-color, light-dark(#c9d2dd, #3a4654));
  --gl-primary: var(--st-primary-color, light-dark(#0b5cad, #6cb0ff));
  color-scheme: light dark;
  color: var(--gl-text);
  font: 400 1rem/1.45 var(--st-font, system-ui, sans-serif);
  transition: color 1ms;
}
/* Where readTheme looks for plain colours. */
.gl-live figure { background-color: var(--gl-background); border: 0 solid var(--gl-border); caret-color: var(--gl-primary); }
.gl-live-status { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; margin: 0 0 0.6rem; min-height: 1.45em; }
.gl-live-moment { font-variant-numeric: tabular-nums; font-weight: 600; }
.gl-live-moment:empty { display: none; }
.gl-live-figures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); }
.gl-live figure { margin: 0; min-width: 0; }
.gl-live figure[hidden] { display: none; }
.gl-live h3 { font-size: 1rem; font-weight: 600; margin: 0 0 0.35rem; padding: 0; }
.gl-live canvas {
  display: block; width: 100%; aspect-ratio: 1; box-sizing: border-box;
  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); background: var(--gl-panel);
}
.gl-live figcaption { font-size: 0.87rem; margin-top: 0.35rem; }
.gl-live-key { white-space: nowrap; }
.gl-live-key::before {
  content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.3em; border-radius: 50%;
  background: var(--gl-swatch, currentColor);
}
.gl-live-square::before { border-radius: 0; }
`;
