import { slidersIn } from "../dom/sliders";

/** Streamlit's theme comes as --st-* properties; without a host the system's light or dark holds. */
export const CLOUD_STYLE = `
.gl-cloud {
  --gl-text: var(--st-text-color, light-dark(#16202b, #e8eef5));
  --gl-background: var(--st-background-color, light-dark(#ffffff, #10161d));
  --gl-soft: var(--st-secondary-background-color, light-dark(#f1f4f8, #1b242e));
  --gl-border: var(--st-border-color, light-dark(#c9d2dd, #3a4654));
  --gl-primary: var(--st-primary-color, light-dark(#0b5cad, #6cb0ff));
  color-scheme: light dark;
  container-type: inline-size;
  color: var(--gl-text);
  background-color: var(--gl-background);
  border: 0 solid var(--gl-border);
  caret-color: var(--gl-primary);
  font: 400 15px/1.4 var(--st-font, system-ui, sans-serif);
  transition: color 1ms;
}
.gl-cloud *, .gl-cloud *::before { box-sizing: border-box; }
.gl-cloud-layout { display: grid; grid-template-columns: minmax(0, 520px) minmax(240px, 360px); gap: 20px; align-items: start; }
.gl-cloud canvas.gl-cloud-sheet {
  display: block; width: 100%; aspect-ratio: 1; touch-action: none; cursor: crosshair;
  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); background: var(--gl-soft);
}
.gl-cloud-tools { display: grid; gap: 12px; }
.gl-cloud fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.gl-cloud legend, .gl-cloud label > span { font-size: 14px; font-weight: 600; padding: 0; margin-bottom: 4px; display: block; }
.gl-cloud-row { display: flex; flex-wrap: wrap; gap: 6px; }
.gl-cloud button {
  font: inherit; font-size: 14px; color: inherit; background: var(--gl-soft); cursor: pointer; min-height: 34px;
  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px); padding: 3px 11px;
}
.gl-cloud button:hover:not(:disabled) { border-color: var(--gl-text); }
.gl-cloud button:disabled { opacity: 0.55; cursor: default; }
.gl-cloud button[aria-checked="true"] { border-color: var(--gl-text); box-shadow: inset 0 0 0 1.5px var(--gl-text); font-weight: 600; }
.gl-cloud button.gl-cloud-keep { background: var(--gl-primary); border-color: var(--gl-primary); color: #fff; font-weight: 600; }
.gl-cloud-brush { display: inline-flex; align-items: center; gap: 6px; }
${slidersIn(".gl-cloud")}
.gl-cloud input[type="range"] { min-height: 24px; }
.gl-cloud input[type="text"] {
  font: inherit; color: inherit; background: var(--gl-background); width: 100%; min-height: 36px; padding: 4px 10px;
  border: 1px solid var(--gl-border); border-radius: var(--st-base-radius, 8px);
}
.gl-cloud :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }
.gl-cloud p { margin: 0; font-size: 14px; font-variant-numeric: tabular-nums; }
@container (max-width: 620px) { .gl-cloud-layout { grid-template-columns: minmax(0, 1fr); } }
`;
