/** What the Lab adds to the live view's style. */
export const LAB_STYLE = `
.gl-lab { container-type: inline-size; }
.gl-lab-layers { border: 0; margin: 0 0 0.6rem; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; }
.gl-lab-layers legend { float: left; padding: 0; margin-right: 0.2rem; font-weight: 600; }
.gl-lab-layers label { cursor: pointer; min-height: 24px; }
.gl-lab-layers input { accent-color: var(--gl-primary); width: 1.05em; height: 1.05em; vertical-align: -0.15em; margin: 0; }
.gl-lab :focus-visible { outline: 3px solid var(--gl-primary); outline-offset: 2px; }
.gl-lab-ring { display: grid; gap: 1rem 1.5rem; grid-template-columns: minmax(0, 1fr); }
.gl-lab-race .gl-lab-ring { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.gl-lab-corner header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; margin-bottom: 0.4rem; }
.gl-lab-corner h2 { font-size: 1.1rem; font-weight: 600; margin: 0; padding: 0; overflow-wrap: anywhere; }
.gl-lab-solid::before, .gl-lab-dashed::before {
  content: ""; display: inline-block; width: 1.6em; margin-right: 0.4em; vertical-align: 0.25em;
  border-top: 3px solid var(--gl-swatch, currentColor);
}
.gl-lab-dashed::before { border-top-style: dashed; }
.gl-lab-corner p { margin: 0; }
.gl-lab-standing { font-variant-numeric: tabular-nums; font-weight: 600; }
.gl-lab-race .gl-lab-standing { flex-basis: 100%; order: 1; } /* two headers of one height, whatever the names */
.gl-lab-planes { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); }
.gl-lab-planes figure { max-width: 31rem; }
.gl-lab-stage { display: grid; gap: 1rem 2rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
@container (min-width: 64rem) { .gl-lab:not(.gl-lab-race) .gl-lab-stage { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); } }
.gl-lab-curves {
  display: grid; gap: 0.8rem 1.2rem;
  grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
}
.gl-lab-curves canvas { aspect-ratio: auto; height: 9.5rem; }
@container (max-width: 40rem) { .gl-lab-race .gl-lab-ring { grid-template-columns: minmax(0, 1fr); } }
`;
