import { h } from "../../dom/h";

/** A list with a word before it. */
export interface Picker {
  element: HTMLElement;
  list: HTMLSelectElement;
}

export function picker(word: string, help: string, testId: string, chosen: () => void): Picker {
  const list = h("select", { "aria-label": help, title: help, "data-testid": testId, onchange: chosen });
  return { list, element: h("label", { class: "gl-axis", title: help }, word, list) };
}

/** Fills a list, under headings where `under` gives them; what was chosen stays chosen if it is still there. */
export function options(list: HTMLSelectElement, all: { value: string; name: string; under?: string }[]): void {
  const before = list.value;
  const headings = new Map<string, HTMLElement>();
  list.replaceChildren();
  for (const { value, name, under } of all) {
    const option = h("option", { value }, name);
    if (!under) {
      list.append(option);
      continue;
    }
    let heading = headings.get(under);
    if (!heading) {
      heading = h("optgroup", { label: under });
      headings.set(under, heading);
      list.append(heading);
    }
    heading.append(option);
  }
  if (all.some(({ value }) => value === before)) list.value = before;
}
