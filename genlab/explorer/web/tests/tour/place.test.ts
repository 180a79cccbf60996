import { describe, expect, test } from "vitest";
import { MARGIN_PX, overlap, place } from "../../src/tour/place";

const CARD = { width: 360, height: 200 };

describe("place", () => {
  test.each([
    ["a button at the top", { left: 50, top: 10, width: 80, height: 40 }, { width: 1440, height: 900 }],
    ["a map on the left", { left: 50, top: 100, width: 900, height: 760 }, { width: 1440, height: 900 }],
    ["a panel on the right", { left: 1000, top: 300, width: 400, height: 560 }, { width: 1440, height: 900 }],
    ["a strip at the bottom", { left: 50, top: 780, width: 900, height: 100 }, { width: 1440, height: 900 }],
    ["a map on a telephone", { left: 10, top: 76, width: 370, height: 340 }, { width: 390, height: 844 }],
  ])("leaves %s uncovered and the card in the window", (_name, target, window) => {
    const at = { ...place(target, CARD, window), ...CARD };
    expect(overlap(target, at)).toBe(0);
    expect(at.left).toBeGreaterThanOrEqual(MARGIN_PX);
    expect(at.top).toBeGreaterThanOrEqual(MARGIN_PX);
    expect(at.left + at.width).toBeLessThanOrEqual(window.width - MARGIN_PX);
    expect(at.top + at.height).toBeLessThanOrEqual(window.height - MARGIN_PX);
  });

  test("covers as little as it can where nothing is free", () => {
    const window = { width: 390, height: 844 };
    const target = { left: 4, top: 60, width: 382, height: 780 };
    const at = { ...place(target, CARD, window), ...CARD };
    expect(overlap(target, at)).toBeLessThan(CARD.width * CARD.height);
    expect(at.top === MARGIN_PX || at.top === window.height - CARD.height - MARGIN_PX).toBe(true);
  });
});
