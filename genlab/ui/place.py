"""Place: the point of a latent space that a person settled on, as the browser reports it and checked here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from genlab.analysis.walking import Walk, walk_between
from genlab.errors import ConfigError
from genlab.explorer.messages import Settled
from genlab.exports.provenance import Provenance, code_text
from genlab.latent.pca import Pca
from genlab.ui.scenes import Floats, Scene

STRIP_STEPS = 11
SHEET_SIDE = 12


@dataclass(frozen=True, eq=False)
class Place:
    """A settled point; it decodes as ``decode(enter(z) + delta)``.

    Attributes
    ----------
    z : ndarray, shape (latent_dim,)
    delta : ndarray, shape (dim,), or None
        Offset in a GAN's first activations.
    source : str
        How the person got there, as in :class:`~genlab.explorer.messages.Settled`.
    pins : (a, b)
        Each z and delta in one, or None while it is not set.
    path : str
        How the way between the pins goes, a name of :data:`~genlab.latent.paths.PATHS`.
    """

    scene: Scene
    z: Floats
    delta: Floats | None
    source: str
    pins: tuple[Floats | None, Floats | None]
    path: str

    @classmethod
    def parse(cls, scene: Scene, told: object) -> Place | None:
        """Read what the browser told; None if it is of another model, or no such thing."""
        try:
            settled = Settled.parse(told if isinstance(told, Mapping) else {})
        except ConfigError:
            return None
        latent_dim, offset_dim = scene.codes.shape[1], len(scene.mean) if scene.is_gan else 0
        z = _numbers(settled.z, latent_dim)
        if z is None:
            return None
        delta = _numbers(settled.delta, offset_dim) if scene.is_gan else None
        pins = tuple(_numbers(pin, latent_dim + offset_dim) for pin in (settled.pins.a, settled.pins.b))
        return cls(scene, z, delta, settled.source, (pins[0], pins[1]), settled.path)

    @cached_property
    def code(self) -> Floats:
        """The point in the map's space, shape (dim,)."""
        if self.scene.run.is_imported:
            return self.z
        return self.scene.decoder.code(self.z[None], None if self.delta is None else self.delta[None])[0]

    @cached_property
    def item(self) -> Floats:
        """What it decodes to, of the item's shape."""
        return self.scene.decoder.decode(self.code[None])[0]

    def strip(self, steps: int = STRIP_STEPS) -> Floats | None:
        """Return the items from pin A to pin B, or None unless both are set; a GAN's offset goes straight."""
        walk = self.walk(steps)
        return None if walk is None else walk.items

    def walk(self, steps: int) -> Walk | None:
        """Return the way from pin A to pin B, or None unless both are set; a GAN's offset goes straight."""
        a, b = self.pins
        return None if a is None or b is None else walk_between(self.scene, a, b, steps, self.path)

    @property
    def provenance(self) -> Provenance:
        """Where what is decoded here comes from."""
        offset = () if self.delta is None else self.delta
        return Provenance.of(self.scene.run, self.scene.step, code=code_text(self.z), offset=code_text(offset))

    def sheet(self, side: int = SHEET_SIDE) -> Floats:
        """Return items over the map's first two components, from its lower to its upper 98 %, top row first.

        All that lies off that plane is kept as it is at this point. A map of one component gives one row.
        """
        shown = self.scene
        axes = (0, 1)[: shown.coords.shape[1]]
        low, high = np.percentile(shown.coords[:, list(axes)], [1, 99], axis=0)
        ways = [np.linspace(start, end, side) for start, end in zip(low, high, strict=True)]
        places = np.stack([grid.ravel() for grid in np.meshgrid(ways[0], *(way[::-1] for way in ways[1:]))], axis=1)
        map_ = Pca(shown.mean, shown.components, shown.variance_ratio)
        return shown.decoder.decode(map_.inverse(places, self.code, axes).codes)


def _numbers(told: Sequence[float] | None, count: int) -> Floats | None:
    return None if told is None or len(told) != count else np.asarray(told, dtype=np.float32)
