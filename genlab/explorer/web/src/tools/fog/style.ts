/** Scales that lie on the map, and the strips of laid axes. */
export const BELIEF_STYLE = `
.gl-scale {
  position: absolute; left: 8px; bottom: 26px; z-index: 1; width: 222px; display: grid; gap: 2px; padding: 5px 9px 6px;
  font-size: 13px; line-height: 1.3; cursor: default; font-variant-numeric: tabular-nums;
  background: color-mix(in srgb, var(--gl-background) 90%, transparent); border: 1px solid var(--gl-border); border-radius: var(--gl-radius);
}
.gl-scale.gl-right { left: auto; right: 8px; }
.gl-explorer .gl-scale canvas { width: 100%; height: 10px; border: 1px solid var(--gl-border); image-rendering: auto; }
.gl-scale-head { display: flex; gap: 4px 8px; align-items: baseline; flex-wrap: wrap; }
.gl-scale-head output { flex: 1; }
.gl-explorer .gl-scale-head button { margin-left: auto; padding: 0 7px; min-height: 22px; line-height: 18px; }
.gl-scale-ends { display: flex; justify-content: space-between; gap: 8px; }
.gl-scale .gl-hint, .gl-scale-data { font-size: 12px; }
.gl-scale-data { color: var(--gl-quiet); }
.gl-scale-marks { display: grid; gap: 1px; }
.gl-scale-marks span { display: flex; gap: 6px; align-items: center; }
.gl-explorer .gl-scale-marks canvas { width: 14px; height: 14px; border: 0; }
.gl-axes-strip { display: inline-flex; gap: 3px; min-height: 44px; flex-wrap: wrap; }
@container (max-width: 760px) { .gl-scale { width: 178px; bottom: 22px; } .gl-scale.gl-right { bottom: auto; top: 22px; } .gl-axes-strip .gl-thumb { width: 38px; height: 38px; } }
`;
