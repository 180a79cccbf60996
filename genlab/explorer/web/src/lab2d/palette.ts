import type { Theme } from "../dom/theme";
import { classColor } from "../map/colors";

/** The Lab's colours: told apart with any common colour-vision deficiency, and each shape differs too. */
export function dataColor(theme: Theme): string {
  return classColor(0, theme.dark);
}

export function sampleColor(theme: Theme): string {
  return classColor(1, theme.dark);
}

export function gridColor(theme: Theme): string {
  return classColor(3, theme.dark);
}

/** Colour and dashes of a contender's curve. */
export function curveStyle(number: number, theme: Theme): { color: string; dash: number[] } {
  return number === 0 ? { color: theme.text, dash: [] } : { color: classColor(2, theme.dark), dash: [6, 4] };
}
