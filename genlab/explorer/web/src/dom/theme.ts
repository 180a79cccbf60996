/** The theme as canvases need it: concrete colours, read from the page's own. */
export interface Theme {
  dark: boolean;
  text: string;
  background: string;
  border: string;
  primary: string;
}

/**
 * Reads the colours that apply to an element. Custom properties come unresolved (`light-dark(…)`), so style.ts also sets
 * each as a property that the browser computes to a plain colour.
 */
export function readTheme(element: HTMLElement): Theme {
  const { color, backgroundColor, borderTopColor, caretColor } = getComputedStyle(element);
  return {
    dark: luminance(color) > 0.5,
    text: color,
    background: backgroundColor,
    border: borderTopColor,
    primary: caretColor,
  };
}

/** Relative lightness in [0, 1] of a computed `rgb(…)` colour. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / (color.startsWith("color(") ? 1 : 255);
}

/**
 * Calls back when the page's theme changes. Style.ts gives the element a transition on `color`, so that a change which
 * comes down as a custom property, a class or a media query is heard as one event.
 */
export function watchTheme(element: HTMLElement, changed: (theme: Theme) => void): () => void {
  const listen = (event: TransitionEvent) => {
    if (event.target === element && event.propertyName === "color") changed(readTheme(element));
  };
  element.addEventListener("transitionend", listen);
  return () => element.removeEventListener("transitionend", listen);
}
