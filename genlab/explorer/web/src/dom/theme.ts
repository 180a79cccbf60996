/** The theme as canvases need it: concrete colours, read from the page's own. */
export interface Theme {
  dark: boolean;
  text: string;
  background: string;
  border: string;
  primary: string;
  /** How much larger than usual words, lines and marks are drawn: more than 1 for a projector. */
  scale: number;
}

/**
 * Reads the colours that apply to an element. Custom properties come unresolved (`light-dark(…)`), so style.ts also sets
 * each as a property that the browser computes to a plain colour.
 */
export function readTheme(element: HTMLElement): Theme {
  const style = getComputedStyle(element);
  const { color, backgroundColor, borderTopColor, caretColor } = style;
  return {
    dark: luminance(color) > 0.5,
    text: color,
    background: backgroundColor,
    border: borderTopColor,
    primary: caretColor,
    scale: Number(style.getPropertyValue("--gl-scale")) || 1,
  };
}

/** Relative lightness in [0, 1] of a computed `rgb(…)` colour. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / (color.startsWith("color(") ? 1 : 255);
}

/**
 * Calls back when the page's theme changes. Style.ts gives the element a transition on `color` and `font-size`, so that
 * a change which comes down as a custom property, a class or a media query is heard as an event.
 */
export function watchTheme(element: HTMLElement, changed: (theme: Theme) => void): () => void {
  const listen = (event: TransitionEvent) => {
    if (event.target === element && ["color", "font-size"].includes(event.propertyName)) changed(readTheme(element));
  };
  element.addEventListener("transitionend", listen);
  return () => element.removeEventListener("transitionend", listen);
}
