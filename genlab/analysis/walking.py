"""A walk from one data item's code to another's, decoded on the way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.pictures import BACKGROUND_POINTS
from genlab.analysis.scene import Floats, Scene
from genlab.errors import ConfigError
from genlab.exports.provenance import Provenance, code_text
from genlab.latent.paths import path as codes_between

MOST_STEPS = 600


@dataclass(frozen=True)
class Walk:
    """Items on the way between two codes.

    Attributes
    ----------
    items : ndarray, shape (N, *item_shape), float32
    codes : ndarray, shape (N, latent_dim), float32
    path : str
        How it goes, ``lerp`` or ``slerp``.
    provenance : Provenance
    background : ndarray, shape (M, 2), or None
        For points of a plane some of the items, to see the walk among.
    """

    items: NDArray[np.float32]
    codes: NDArray[np.float32]
    path: str
    provenance: Provenance
    background: NDArray[np.generic] | None


def walk_between_rows(scene: Scene, start: int, end: int, steps: int = 16, path: str | None = None) -> Walk:
    """Walk between two items of a scene.

    Parameters
    ----------
    start, end : int
        Rows of the data; of a GAN's samples, which begin with row 0 too.
    steps, path
        As for :func:`walk_between`.

    Raises
    ------
    ConfigError
        If a row or the number of steps is out of range.
    UnknownNameError
        If there is no such path.
    """
    for row in (start, end):
        if not 0 <= row < len(scene.codes):
            things = "samples" if scene.is_gan else "items"
            raise ConfigError(
                f"Run '{scene.run.id}' has {things} 0 to {len(scene.codes) - 1:,}, so there is no row {row:,}."
            )
    return walk_between(scene, scene.codes[start], scene.codes[end], steps, path)


def walk_between(scene: Scene, a: Floats, b: Floats, steps: int = 16, path: str | None = None) -> Walk:
    """Walk between two places of a scene.

    Parameters
    ----------
    a, b : ndarray, shape (latent_dim,) or, of a GAN, (latent_dim + dim,)
        Each z, and after it the offset in a GAN's first activations, if there is one; offsets go straight.
    steps : int
        Items on the way, both ends included, 2 to 600.
    path : str, optional
        A name of :data:`genlab.latent.paths.PATHS`: ``lerp`` or ``slerp``. By default what keeps to where codes lie:
        ``slerp`` for a GAN, else ``lerp``.

    Raises
    ------
    ConfigError
        If the number of steps is out of range.
    UnknownNameError
        If there is no such path.
    """
    if not 2 <= steps <= MOST_STEPS:
        raise ConfigError(f"A walk has between 2 and {MOST_STEPS} steps, its two ends included, got {steps}.")
    way, dim = path or ("slerp" if scene.is_gan else "lerp"), scene.codes.shape[1]
    codes = codes_between(a[:dim], b[:dim], steps, way, scene.run.spec.model.latent_dim).astype(np.float32)
    offsets = codes_between(a[dim:], b[dim:], steps, "lerp").astype(np.float32) if len(a) > dim else None
    provenance = Provenance.of(
        scene.run,
        scene.step,
        code=code_text(a[:dim]),
        offset=code_text(a[dim:]),
        code_to=code_text(b[:dim]),
        offset_to=code_text(b[dim:]),
        path=way,
    )
    return Walk(scene.decoder.items(codes, offsets), codes, way, provenance, background_of(scene))


def background_of(scene: Scene) -> NDArray[np.generic] | None:
    """Return up to 2,000 of a scene's points of a plane, evenly taken; None for other items."""
    if scene.item_shape != (2,):
        return None
    return scene.items[:: -(-len(scene.items) // BACKGROUND_POINTS)]
