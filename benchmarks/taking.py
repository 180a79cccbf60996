"""What a person waits for who takes something home: films of 60 frames, the page, the model. Gallery runs."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.running_app import Table  # noqa: E402
from genlab.analysis.pictures import film  # noqa: E402
from genlab.analysis.take_home import FILES, scene_of  # noqa: E402
from genlab.analysis.walking import walk_between_rows  # noqa: E402
from genlab.store import default_store  # noqa: E402

REPEATS = 5
FRAMES = 60


def timed(work: Callable[[], bytes]) -> list[float]:
    found = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        work()
        found.append(time.perf_counter() - began)
    return found


def main() -> None:
    table = Table("Taken home")
    with tempfile.TemporaryDirectory() as folder:
        store = default_store(Path(folder))
        for run_id, kind in (("digits-vae", "pictures, 256×256"), ("ring-gan", "points, 480×480")):
            scene = scene_of(store.run(run_id))
            for ending in ("gif", "webp"):

                def make(scene=scene, ending=ending) -> bytes:
                    walk = walk_between_rows(scene, 3, 12, FRAMES)
                    return film(walk.items, ending, walk.provenance, background=walk.background)

                table.add(f"{ending.upper()} of {FRAMES} frames, {kind}", timed(make), "s", "< 1")
        scene = scene_of(store.run("digits-vae"))
        for name in ("html", "onnx", "codes-csv"):
            table.add(f"{name} of the digits VAE", timed(lambda name=name: FILES.get(name)(scene)), "s")
    table.end()


if __name__ == "__main__":
    main()
