"""What a running training sends to the page's live view; mirrored by web/src/live/messages.ts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NotRequired, TypedDict

import numpy as np
from numpy.typing import NDArray

SENT_AS = {"u1": "uint8", "i4": "int32", "i8": "int64", "f4": "float32"}


class LiveArray(TypedDict):
    """How one array lies in the binary frame."""

    name: str
    dtype: str
    shape: list[int]


class LiveHeader(TypedDict):
    """The text frame: where the training stands, and which arrays the binary frame after it holds."""

    seq: int
    step: int
    epoch: float
    state: NotRequired[str]
    error: NotRequired[str]
    arrays: list[LiveArray]


def live_frames(
    seq: int,
    step: int,
    epoch: float,
    arrays: Mapping[str, NDArray[np.generic]] | None = None,
    state: str = "running",
    error: str = "",
) -> tuple[str, bytes]:
    """Put one moment of a training into the two frames that the live view reads.

    Parameters
    ----------
    seq : int
        Number of the preview.
    step, epoch
        Optimiser steps and passes over the data so far.
    arrays : mapping of str to ndarray, optional
        ``samples``, ``originals``, ``recon``, ``map``, ``map_rows``, ``map_labels``; for points once also ``data``,
        (n, D) float32, over which samples are drawn. Scalars among them are left out: the header holds them.
    state, error
        The run's state and, if it failed, why.

    Returns
    -------
    str, bytes
        The JSON header, and the arrays back to back, little-endian; send the bytes only if they are not empty.

    Raises
    ------
    TypeError
        If an array holds other numbers than uint8, int32, int64 or float32.
    """
    sent = {name: np.asarray(array) for name, array in (arrays or {}).items() if np.ndim(array) > 0}
    for name, array in sent.items():
        if array.dtype.str[1:] not in SENT_AS:
            raise TypeError(f"the live view reads uint8, int32, int64 and float32; '{name}' holds {array.dtype}")
    header: LiveHeader = {
        "seq": seq,
        "step": step,
        "epoch": epoch,
        "state": state,
        "arrays": [
            {"name": name, "dtype": SENT_AS[array.dtype.str[1:]], "shape": list(array.shape)}
            for name, array in sent.items()
        ],
    }
    if error:
        header["error"] = error
    little = (np.ascontiguousarray(array, array.dtype.newbyteorder("<")) for array in sent.values())
    return json.dumps(header), b"".join(array.tobytes() for array in little)
