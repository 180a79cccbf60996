"""Decode the codes of a run without torch, through its graphs: quick to start, and fit for the server's process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.graphs import graph_at
from genlab.errors import CapabilityError, ConfigError
from genlab.exports.graphs import Session, session
from genlab.store import Run


@dataclass(frozen=True)
class Decoder:
    """The decoder of one checkpoint.

    A place in the latent space is ``z`` plus, for a GAN, ``delta`` in its first activations: it decodes as
    ``decode(enter(z) + delta)``. For an autoencoder the map's space is z itself.

    Attributes
    ----------
    latent_dim : int
        Numbers in z.
    code_dim : int
        Numbers in a code of the map's space.
    """

    latent_dim: int
    code_dim: int
    _decode: Session
    _enter: Session | None

    def code(self, z: NDArray[np.floating], delta: NDArray[np.floating] | None = None) -> NDArray[np.float32]:
        """Carry z, shape (N, latent_dim), into the map's space, shape (N, code_dim), moved by ``delta`` there.

        Raises
        ------
        ConfigError
            If a row has the wrong count of numbers, or one is not finite.
        """
        z = _rows(z, self.latent_dim, "z")
        code = z if self._enter is None else self._enter(z)["code"]
        return code if delta is None else code + _rows(delta, self.code_dim, "delta")

    def decode(self, code: NDArray[np.floating]) -> NDArray[np.float32]:
        """Return the items at codes of the map's space, shape (N, code_dim), as (N, *item_shape)."""
        return self._decode(_rows(code, self.code_dim, "code"))["x"]

    def items(self, z: NDArray[np.floating], delta: NDArray[np.floating] | None = None) -> NDArray[np.float32]:
        """Return the items at z (and delta), shape (N, *item_shape)."""
        return self.decode(self.code(z, delta))


def decoder_of(run: Run, step: int | None = None) -> Decoder:
    """Return the decoder of a checkpoint (the last by default).

    Raises
    ------
    CapabilityError
        If the model was made elsewhere: nothing that a visitor brought is run in the server.
    StoreError
        If the run has no checkpoint or no graphs yet; :func:`genlab.analysis.graphs.ensure_graphs` writes them.
    """
    if run.is_imported:
        raise CapabilityError(f"Run '{run.id}' was made elsewhere; its decoder runs in the browser alone.")
    decode = _session(graph_at(run, "decoder", step))
    enter = _session(graph_at(run, "enter", step)) if run.graph("enter") is not None else None
    code_dim = decode.input_shape[0]
    return Decoder(code_dim if enter is None else enter.input_shape[0], code_dim, decode, enter)


@lru_cache(maxsize=8)
def _session(graph: bytes) -> Session:
    return session(graph)


def _rows(values: NDArray[np.floating], width: int, name: str) -> NDArray[np.float32]:
    rows = np.atleast_2d(np.asarray(values, dtype=np.float32))
    if rows.ndim != 2 or rows.shape[1] != width:
        raise ConfigError(f"{name} must have {width} numbers, got {rows.shape[-1]}.")
    if not np.isfinite(rows).all():
        raise ConfigError(f"{name} must be finite numbers, got NaN or infinity.")
    return rows
