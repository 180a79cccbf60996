/** Rows of directions, slots of arithmetic, and sheets of small pictures. */
export const MOVING_STYLE = `
.gl-directions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 430px), 1fr)); gap: 12px 26px; }
.gl-directions:empty { display: none; }
.gl-direction { display: grid; gap: 3px; min-width: 0; }
.gl-direction-head { display: flex; gap: 4px 10px; align-items: center; font-size: 14px; min-height: 30px; }
.gl-direction-head b { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.gl-direction-head output { min-width: 44px; text-align: right; font-variant-numeric: tabular-nums; }
.gl-effect {
  color: var(--gl-quiet); font-size: 13px; font-variant-numeric: tabular-nums; cursor: help; padding-bottom: 2px;
  background: linear-gradient(var(--gl-primary), var(--gl-primary)) left bottom / calc(100% * var(--gl-share, 0)) 3px no-repeat;
}
.gl-strip { display: grid; grid-template-columns: repeat(9, minmax(0, 1fr)); gap: 3px; justify-items: center; }
.gl-strip .gl-step { width: 100%; max-width: 62px; }
.gl-strip canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); }
.gl-kept-one { display: inline-flex; gap: 0; align-items: center; }
.gl-explorer .gl-tool-panel .gl-kept-one input { width: 170px; border-radius: var(--gl-radius) 0 0 var(--gl-radius); }
.gl-explorer .gl-kept-one button { border-radius: 0; margin-left: -1px; padding: 3px 8px; }
.gl-explorer .gl-kept-one button:last-child { border-radius: 0 var(--gl-radius) var(--gl-radius) 0; }
.gl-sum-area { display: flex; flex-wrap: wrap; gap: 14px 40px; align-items: flex-start; }
.gl-sum-area > div { display: grid; gap: 10px; }
.gl-sum-area > div:last-child { flex: 1 1 320px; }
.gl-sum { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; }
.gl-sum > span { font-size: 22px; font-weight: 600; }
.gl-slot { display: grid; gap: 4px; justify-items: stretch; width: 128px; }
.gl-slot b { font-size: 13px; font-weight: 600; }
.gl-slot select { width: 100%; min-width: 0; }
.gl-explorer .gl-slot .gl-step { position: relative; }
.gl-slot .gl-step canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); display: block; }
.gl-slot .gl-step[data-empty]::after {
  content: "press to take the point on screen"; position: absolute; inset: 0; display: grid; place-content: center;
  padding: 10px; line-height: 1.3; font-size: 13px; color: var(--gl-quiet);
}
.gl-alike { display: flex; flex-wrap: wrap; gap: 6px; }
.gl-alike figure { margin: 0; width: 76px; display: grid; gap: 2px; font-size: 12px; text-align: center; line-height: 1.25; }
.gl-alike canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); }
.gl-sheet-grid { display: grid; gap: 3px; }
.gl-sheet-name { font-size: 13px; align-self: center; padding: 0 6px 0 10px; white-space: nowrap; font-variant-numeric: tabular-nums; }
.gl-sheet-grid .gl-step { min-width: 0; }
.gl-sheet-grid canvas { width: 100%; aspect-ratio: 1; object-fit: contain; background: var(--gl-soft); display: block; }
.gl-radius { display: inline-flex; gap: 8px; align-items: center; min-width: 250px; font-size: 14px; white-space: nowrap; }
.gl-radius output { min-width: 48px; font-variant-numeric: tabular-nums; }
@container (max-width: 760px) {
  .gl-strip { gap: 1px; }
  .gl-explorer .gl-strip .gl-step, .gl-explorer .gl-sheet-grid .gl-step { padding: 1px; border-width: 1px; }
  .gl-slot { width: 92px; }
  .gl-sheet-grid { gap: 1px; }
}
`;
