/** Hands the page's colours and type to an element that hangs outside of it. */
export function wear(element: HTMLElement, page: HTMLElement): void {
  const style = getComputedStyle(page);
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise;
  const wanted = {
    "--gl-text": read("--st-text-color", "#16202b"),
    "--gl-background": read("--st-background-color", "#ffffff"),
    "--gl-primary": read("--st-primary-color", "#0b5cad"),
    "--gl-on-primary": "#ffffff",
    "--gl-font": read("--st-font", "system-ui, sans-serif"),
  };
  for (const [name, value] of Object.entries(wanted)) element.style.setProperty(name, value);
}
