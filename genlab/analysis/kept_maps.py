"""The maps that a run has kept of a checkpoint, as they travel within the page that is taken home."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.map_message import map_bytes, map_header, map_settings
from genlab.analysis.maps import FLAT, SETTINGS, MapSpec
from genlab.analysis.scene import Scene
from genlab.analysis.scene_view import no_maps
from genlab.errors import GenlabError
from genlab.explorer.messages import EncoderRun, KeptMap, MapsInfo
from genlab.latent.blending import Plane
from genlab.store import MapStatus, ProjectionFiles
from genlab.store.arrays import Arrays

MOST_MAPS = 8
"""The newest so many travel; each takes about 50 kB of the page."""


def kept_maps(
    scene: Scene, rows: NDArray[np.int64], address: Callable[[str], str]
) -> tuple[MapsInfo, dict[str, bytes]]:
    """Return what the browser is told of the finished two-dimensional maps, newest first, and the files it then reads.

    Parameters
    ----------
    rows : ndarray of int
        The points that travel.
    address : callable
        From a file's name to where the browser finds it.
    """
    found = sorted(_finished(scene), key=lambda one: one[2].heartbeat, reverse=True)[:MOST_MAPS]
    kept: list[KeptMap] = []
    parts: dict[str, bytes] = {}
    for i, (key, spec, status, frame) in enumerate(found):
        coords = frame["coords"][rows]
        shown = {**frame, "coords": coords, "spacing": np.asarray(Plane(coords).spacing)}
        name = f"map-{i}.bin"
        parts[name] = map_bytes(shown)
        kept.append(
            {
                "settings": {name: getattr(spec, name) for name in SETTINGS[spec.method]},
                "encoder": spec.encoder,
                "header": map_header(key, spec, status, shown, len(rows)),
                "url": address(name),
            }
        )
    runs = dict.fromkeys(run for one in kept if (run := one["encoder"]) is not None)
    encoders: list[EncoderRun] = [{"run": run, "name": scene.run.store.run(run).name} for run in runs]
    return {**no_maps(scene), "encoders": encoders, "settings": map_settings(), "kept": kept}, parts


def _finished(scene: Scene) -> list[tuple[str, MapSpec, MapStatus, Arrays]]:
    """Return key, spec, status and newest frame of each; a damaged one is passed over."""
    found = []
    for files in scene.run.projections():
        with suppress(GenlabError):
            one = _one(scene, files)
            if one is not None:
                found.append(one)
    return found


def _one(scene: Scene, files: ProjectionFiles) -> tuple[str, MapSpec, MapStatus, Arrays] | None:
    status, newest, told = files.status(), files.frame(), files.spec()
    of = (told.pop("run", None), told.pop("step", None))
    if of != (scene.run.id, scene.step) or status is None or status.state != "finished" or newest is None:
        return None
    spec = MapSpec.parse(told)
    if spec.encoder is not None:
        scene.run.store.run(spec.encoder)  # gone, it has no name to be shown by
    fits = spec.method not in FLAT and newest[1]["coords"].shape == (len(scene.codes), 2)
    return (files.key, spec, status, newest[1]) if fits else None
