"""What a person does on the explorer's page, for the tests."""

from __future__ import annotations

import math

FINGERPRINT = """(canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let mixed = 0x811c9dc5;
  for (const word of new Uint32Array(data.buffer)) mixed = Math.imul(mixed ^ word, 0x01000193) ^ (mixed >>> 15);
  return `${canvas.width}x${canvas.height}:${mixed >>> 0}`;
}"""


def by_id(page, test_id: str):
    """The element with a test id, in the page or its shadow roots."""
    return page.locator(f'[data-testid="{test_id}"]')


def ready(page):
    """Wait until points are drawn and the first sample is decoded."""
    by_id(page, "latent-map").and_(page.locator("[data-ready]")).wait_for()
    by_id(page, "decoded-sample").and_(page.locator("[data-decoded]")).wait_for()
    return page


def pixels(locator) -> str:
    """A fingerprint of what a canvas shows."""
    return locator.evaluate(FINGERPRINT)


def on_map(page, x: float, y: float) -> tuple[float, float]:
    """Page coordinates of a place given as shares of the map's width and height."""
    box = by_id(page, "latent-map").bounding_box()
    return box["x"] + x * box["width"], box["y"] + y * box["height"]


def click_map(page, x: float, y: float) -> None:
    count = settled_count(page)
    page.mouse.click(*on_map(page, x, y))
    wait_settled(page, count + 1)


def settled_count(page) -> int:
    return page.evaluate("lab.settles.length")


def wait_settled(page, count: int) -> dict:
    """Wait for the n-th settle and return the last."""
    page.wait_for_function("(count) => lab.settles.length >= count", arg=count)
    return page.evaluate("lab.settles.at(-1)")


def next_frames(page, count: int = 2) -> None:
    """Let the page draw."""
    page.evaluate(
        "(n) => new Promise((done) => { const step = () => n-- > 0 ? requestAnimationFrame(step) : done(); step(); })",
        count,
    )


def drag_slider(page, slider, share: float, release: bool = True) -> None:
    """Press a slider's handle where it is and pull it to a share of its length."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    at = slider.evaluate("(s) => (s.value - s.min) / (s.max - s.min)")
    thumb = 16
    track = box["width"] - thumb
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + thumb / 2 + at * track, y)
    page.mouse.down()
    page.mouse.move(box["x"] + thumb / 2 + share * track, y, steps=6)
    if release:
        page.mouse.up()


def draw_ring(page, lift: bool = True, sheet: str = "draw") -> None:
    """Draw a zero on the sheet with this test id."""
    sheet = by_id(page, sheet)
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    cx, cy = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for step in range(41):
        angle = 2 * math.pi * step / 40
        page.mouse.move(cx + 0.18 * box["width"] * math.cos(angle), cy + 0.32 * box["height"] * math.sin(angle))
        if step == 0:
            page.mouse.down()
    if lift:
        page.mouse.up()


def stroke_by_finger(page, canvas, *places: tuple[float, float]) -> None:
    """Touch a canvas, pull the finger over places given as shares of its sides, and lift it."""
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    session = page.context.new_cdp_session(page)
    for i, (x, y) in enumerate(places):
        finger = {"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]}
        kind = "touchMove" if i else "touchStart"
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [finger]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def along(*ends: tuple[float, float], steps: int = 12) -> list[tuple[float, float]]:
    """Return places on the straight way from one to the other."""
    (x0, y0), (x1, y1) = ends
    return [(x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps) for i in range(steps + 1)]
