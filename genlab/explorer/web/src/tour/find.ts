/** Finds the first of several selectors whose element is on the page with some extent, in shadow roots too. */
export function find(selectors: string[], root: ParentNode = document): HTMLElement | null {
  for (const selector of selectors) {
    const found = search(selector, root);
    if (found) return found;
  }
  return null;
}

function search(selector: string, root: ParentNode): HTMLElement | null {
  for (const element of root.querySelectorAll<HTMLElement>(selector)) if (isShown(element)) return element;
  for (const element of root.querySelectorAll<HTMLElement>("*")) {
    const found = element.shadowRoot && search(selector, element.shadowRoot);
    if (found) return found;
  }
  return null;
}

function isShown(element: HTMLElement): boolean {
  const { width, height, left, right } = element.getBoundingClientRect();
  const isBeside = right <= 0 || left >= innerWidth; // as a folded side bar is
  return width > 1 && height > 1 && !isBeside && getComputedStyle(element).visibility !== "hidden";
}
