import { expect, test } from "vitest";
import { epochWords, outsideWords } from "../../src/live/words";

test("one sample lies, several lie", () => {
  expect(outsideWords(1)).toBe("1 sample lies");
  expect(outsideWords(1200)).toBe("1,200 samples lie");
});

test("epochs have their thousands set apart", () => {
  expect(epochWords(2500)).toBe("2,500.0");
  expect(epochWords(81.83, 0)).toBe("82");
});
