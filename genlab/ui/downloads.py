"""Files a person takes away from Explore, made when the button is pressed and not before."""

from __future__ import annotations

import json
import math

from genlab.analysis.pictures import SAMPLE_SIDE_PX, draw
from genlab.ui.place import Place


def can_draw(place: Place) -> bool:
    """Whether items of this run can be drawn: pictures and points of a plane."""
    shape = place.scene.item_shape
    return shape == (2,) or (len(shape) == 3 and shape[0] in (1, 3))


def sample_png(place: Place) -> bytes:
    """Return the decoded item."""
    return draw(place.item[None], _facts(place), side_px=SAMPLE_SIDE_PX)


def strip_png(place: Place) -> bytes:
    """Return the steps from pin A to pin B side by side; nothing if a pin is missing."""
    items = place.strip()
    return b"" if items is None else draw(items, _facts(place), columns=len(items))


def sheet_png(place: Place) -> bytes:
    """Return decodes over the map's plane through the point."""
    items = place.sheet()
    return draw(items, _facts(place), columns=math.isqrt(len(items)))


def coordinates_json(place: Place) -> bytes:
    """Return run, checkpoint, z and, for a GAN, the offset in its activations."""
    facts: dict[str, object] = {"run": place.scene.run.id, "step": place.scene.step, "z": place.z.tolist()}
    if place.delta is not None:
        facts["delta"] = place.delta.tolist()
    return json.dumps(facts, indent=2).encode()


def file_name(place: Place, what: str, ending: str) -> str:
    """Return a name made by us: run id, step and what it is."""
    return f"genlab-{place.scene.run.id}-{place.scene.step}-{what}.{ending}"


def _facts(place: Place) -> dict[str, object]:
    return {
        "Run": place.scene.run.id,
        "Step": place.scene.step,
        "Seed": place.scene.run.spec.training.seed,
        "Z": ",".join(f"{number:.6g}" for number in place.z),
    }
