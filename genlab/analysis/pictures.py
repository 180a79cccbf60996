"""What a person saves from a run: a sample, a strip along a path, a sheet, as PNG that says how to make it again.

Loads no torch, so the server's process may call it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.checkpoints import step_of
from genlab.analysis.decoding import decoder_of
from genlab.errors import CapabilityError
from genlab.exports.pictures import Facts, sheet
from genlab.exports.scatter import scatter
from genlab.latent.paths import PATHS
from genlab.store import Run

SAMPLE_SIDE_PX = 256
CELL_SIDE_PX = 64


def sample_png(
    run: Run, z: NDArray[np.floating], delta: NDArray[np.floating] | None = None, step: int | None = None
) -> bytes:
    """Return the item at ``z``, shape (latent_dim,), and ``delta``, as a picture about 256 px high."""
    step = step_of(run, step)
    items = decoder_of(run, step).items(z, delta)
    return draw(items, _facts(run, step, z=_numbers(z), delta=_numbers(delta)), side_px=SAMPLE_SIDE_PX)


def strip_png(
    run: Run, a: NDArray[np.floating], b: NDArray[np.floating], n: int = 9, path: str = "lerp", step: int | None = None
) -> bytes:
    """Return ``n`` items on the way from ``a`` to ``b``, both shape (latent_dim,), side by side.

    Raises
    ------
    UnknownNameError
        If no path has that name; known are ``lerp`` and ``slerp``.
    """
    step = step_of(run, step)
    z = PATHS.get(path)(np.asarray(a, np.float32), np.asarray(b, np.float32), np.linspace(0, 1, n))
    facts = _facts(run, step, path=path, a=_numbers(a), b=_numbers(b))
    return draw(decoder_of(run, step).items(z), facts, columns=n)


def sheet_png(run: Run, n: int = 64, seed: int = 0, truncation: float = 1.0, step: int | None = None) -> bytes:
    """Return a sheet of items at ``n`` standard normal z, scaled by ``truncation``; equal seeds give equal sheets."""
    step = step_of(run, step)
    decoder = decoder_of(run, step)
    z = truncation * np.random.default_rng(seed).standard_normal((n, decoder.latent_dim), dtype=np.float32)
    return draw(decoder.items(z), _facts(run, step, seed=seed, truncation=truncation))


def draw(items: NDArray[np.generic], facts: Facts, columns: int | None = None, side_px: int = CELL_SIDE_PX) -> bytes:
    """Return items as PNG: pictures on a sheet with cells about ``side_px`` high, points of a plane on axes.

    Raises
    ------
    CapabilityError
        If the items are neither.
    """
    shape = items.shape[1:]
    if len(shape) == 3:
        return sheet(items, columns=columns, scale=max(1, round(side_px / shape[1])), facts=facts)
    if shape == (2,):
        return scatter(items, facts=facts)
    raise CapabilityError(
        f"Items of {'×'.join(map(str, shape))} numbers are neither pictures nor points of a plane; write .npz."
    )


def _facts(run: Run, step: int, **more: object) -> dict[str, object]:
    return {"Run": run.id, "Step": step} | {key.capitalize(): value for key, value in more.items() if value is not None}


def _numbers(values: NDArray[np.floating] | None) -> str | None:
    return None if values is None else ",".join(f"{value:.6g}" for value in np.ravel(values))
