"""A first visit to a warm server: from the first paint to the first decoded sample, and the script that gets there.

``python benchmarks/first_visit.py [--json]``; needs Chromium.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from running_app import Table, browser, new_page, running  # noqa: E402

VISITS = 10
DECODED = "() => performance.getEntriesByName('genlab.decode').length > 0"
MOMENTS = """() => {
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const [decode] = performance.getEntriesByName("genlab.decode");
  return [paint.startTime, decode.startTime + decode.duration];
}"""


def main() -> None:
    table = Table("A first visit to a warm server, nothing cached in the browser")
    painted, decoded, between = [], [], []
    with browser() as chromium, running() as app:
        for visit in range(VISITS + 1):  # the first one warms the server
            page = new_page(chromium)
            page.goto(app.url, wait_until="commit")
            page.wait_for_function(DECODED)
            paint, decode = page.evaluate(MOMENTS)
            if visit:
                painted.append(paint)
                decoded.append(decode)
                between.append(decode - paint)
            page.context.close()
    table.add("address to first paint", painted)
    table.add("address to first decoded sample", decoded)
    table.add("first paint to first decoded sample", between, target="< 2000")
    table.end()


if __name__ == "__main__":
    main()
