/** The tool that goes back through the training. */
export const TIME_STYLE = `
.gl-time { display: grid; gap: 6px; }
.gl-time-row { display: flex; flex-wrap: wrap; align-items: center; gap: 10px; }
.gl-time-row input[type="range"] { flex: 1 1 240px; min-width: 0; }
.gl-time-row progress { flex: 0 1 220px; }
.gl-time-row button { min-width: 5.5em; }
.gl-guests { display: flex; justify-content: space-between; gap: 12px; }
.gl-guests a { color: inherit; }
.gl-guests-near canvas { width: 72px; height: 72px; }
.gl-link { display: flex; align-items: center; gap: 8px; margin-bottom: 8px; }
.gl-rewound .gl-figures { visibility: hidden; }
`;
