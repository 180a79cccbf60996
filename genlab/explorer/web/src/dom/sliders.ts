/** The look of sliders within `scope`, which has the view's colours: the browser's own tracks glare in the dark. */
export function slidersIn(scope: string): string {
  return `
${scope} input[type="range"] { appearance: none; background: none; margin: 0; width: 100%; height: 18px; cursor: pointer; }
${scope} input[type="range"]:disabled { opacity: 0.5; cursor: default; }
${scope} input[type="range"]::-webkit-slider-runnable-track {
  height: 6px; border-radius: 3px; background: color-mix(in srgb, var(--gl-text) 28%, var(--gl-background));
}
${scope} input[type="range"]::-moz-range-track {
  height: 6px; border-radius: 3px; background: color-mix(in srgb, var(--gl-text) 28%, var(--gl-background));
}
${scope} input[type="range"]::-webkit-slider-thumb {
  appearance: none; width: 16px; height: 16px; margin-top: -5px; border-radius: 50%; background: var(--gl-primary);
}
${scope} input[type="range"]::-moz-range-thumb {
  width: 16px; height: 16px; border: 0; border-radius: 50%; background: var(--gl-primary);
}`;
}
