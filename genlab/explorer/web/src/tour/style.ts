/** The tour's own style; it hangs on the page's body, and gets the page's colours as properties. */
export const TOUR_STYLE = `
:host { all: initial; }
.ring {
  position: fixed; z-index: 1000000; pointer-events: none; border-radius: 10px;
  outline: calc(3px * var(--gl-scale, 1)) solid var(--gl-primary); outline-offset: 3px;
  box-shadow: 0 0 0 6px var(--gl-background), 0 0 0 200vmax rgb(0 0 0 / 0.38);
}
.card {
  position: fixed; z-index: 1000001; box-sizing: border-box; width: min(calc(23rem * var(--gl-scale, 1)), calc(100vw - 16px));
  max-height: calc(100vh - 16px); overflow-y: auto; padding: 0.9em 1.1em; border-radius: 10px;
  color: var(--gl-text); background: var(--gl-background); border: 2px solid var(--gl-primary);
  box-shadow: 0 4px 24px rgb(0 0 0 / 0.35); font: 400 calc(16px * var(--gl-scale, 1))/1.45 var(--gl-font, system-ui, sans-serif);
}
.card:focus { outline: none; }
h2 { font-size: 1.1em; margin: 0 0 0.35em; line-height: 1.25; }
p { margin: 0; }
.foot { display: flex; flex-wrap: wrap; gap: 0.5em; align-items: center; margin-top: 0.9em; }
.count { margin-right: auto; font-variant-numeric: tabular-nums; font-size: 0.9em; }
button {
  font: inherit; font-size: 0.95em; color: inherit; background: none; cursor: pointer; padding: 0.25em 0.8em; min-height: 2.2em;
  border: 1px solid currentColor; border-radius: 8px;
}
button.next { color: var(--gl-on-primary); background: var(--gl-primary); border-color: var(--gl-primary); }
button.quiet { border-color: transparent; text-decoration: underline; }
button:disabled { opacity: 0.5; cursor: default; }
button:focus-visible { outline: 3px solid var(--gl-text); outline-offset: 2px; }
.tip {
  position: fixed; z-index: 1000002; box-sizing: border-box; max-width: min(calc(24rem * var(--gl-scale, 1)), calc(100vw - 16px));
  padding: 0.5em 0.8em; border-radius: 8px; border: 1px solid var(--gl-text); color: var(--gl-text); background: var(--gl-background);
  box-shadow: 0 2px 12px rgb(0 0 0 / 0.3); font: 400 calc(15px * var(--gl-scale, 1))/1.4 var(--gl-font, system-ui, sans-serif);
}
[hidden] { display: none !important; }
`;

/** The button that starts the tour; a first visitor sees it filled. */
export const BUTTON_STYLE = `
.gl-tour {
  --gl-primary: var(--st-primary-color, #0b5cad);
  font: 400 calc(0.95rem)/1.3 var(--st-font, system-ui, sans-serif); color: var(--st-text-color, inherit); background: none;
  border: 1px solid var(--st-border-color, currentColor); border-radius: var(--st-base-radius, 8px);
  padding: 0.3rem 0.75rem; min-height: 2.2rem; cursor: pointer; white-space: nowrap;
}
.gl-tour:hover { border-color: var(--gl-primary); }
.gl-tour:focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }
@media (max-width: 640px) { .gl-tour span { display: none; } }
.gl-tour[data-new] { color: #fff; background: var(--gl-primary); border-color: var(--gl-primary); font-weight: 600; }
`;
