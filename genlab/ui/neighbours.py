"""The data items nearest to a settled point, in the latent space or by their own numbers, as cards."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import cast

import numpy as np

from genlab.data.dataset import Modality
from genlab.exports.pictures import picture
from genlab.exports.provenance import Provenance, code_text
from genlab.latent.neighbors import nearest
from genlab.ui.place import Place
from genlab.ui.scenes import Floats

THUMB_PX = 64
LATENT, VALUES = "latent space", "values"


@dataclass(frozen=True, eq=False)
class Neighbour:
    """A data item near a point: its row, label (empty without labels), distance in the space asked for, and itself.

    ``provenance`` is there if a model made the item.
    """

    row: int
    label: str
    distance: float
    item: Floats
    provenance: Provenance | None = None


def neighbours(place: Place, space: str, count: int) -> list[Neighbour]:
    """Return the ``count`` items nearest to ``place``, nearest first.

    Parameters
    ----------
    space : {'latent space', 'values'}
        Euclidean distance of codes (for a GAN: of first activations), or of the items' own numbers to the decoded ones.
    """
    shown = place.scene
    count = min(count, len(shown.items))
    if space == LATENT:
        rows, distances = nearest(shown.places, place.code, count)
    else:
        scale = np.float32(255 if shown.items.dtype == np.uint8 else 1)  # bytes stand for 0 to 1
        flat = cast(Floats, shown.items.reshape(len(shown.items), -1))  # bytes are compared block by block as they lie
        rows, distances = nearest(flat, place.item.ravel() * scale, count)
        distances = distances / scale
    return [
        Neighbour(int(row), _label(place, int(row)), float(distance), _values(place, int(row)), _origin(place, row))
        for row, distance in zip(rows, distances, strict=True)
    ]


def cards(found: Sequence[Neighbour], modality: Modality) -> str:
    """Return the neighbours as HTML: a picture or the numbers, row, label and distance of each; labels are escaped."""
    return f"<ol style='{_LIST}'>{''.join(_card(one, modality) for one in found)}</ol>"


_LIST = "display:flex;flex-wrap:wrap;gap:0.75rem;list-style:none;margin:0;padding:0"
_THUMB = f"display:block;width:{THUMB_PX}px;height:{THUMB_PX}px;image-rendering:pixelated;object-fit:contain"


def _card(one: Neighbour, modality: Modality) -> str:
    label = escape(one.label)
    if modality is Modality.IMAGE:
        url = "data:image/png;base64," + base64.b64encode(picture(one.item, provenance=one.provenance)).decode()
        shown = f"<img src='{url}' style='{_THUMB}' alt='Data item {one.row}{f', label {label}' if label else ''}'>"
    else:
        numbers = ", ".join(f"{number:.3g}" for number in one.item.ravel()[:4])
        shown = f"<code style='display:block'>{numbers}{', …' if one.item.size > 4 else ''}</code>"
    words = f"<strong>{label}</strong><br>" if label else ""
    return (
        f"<li style='font-size:0.85rem;line-height:1.35'>{shown}{words}"
        f"<span>no. {one.row}</span><br><span>distance {one.distance:.3g}</span></li>"
    )


def _label(place: Place, row: int) -> str:
    labels, names = place.scene.labels, place.scene.label_names
    return "" if labels is None or not 0 <= labels[row] < len(names) else names[labels[row]]


def _origin(place: Place, row: np.integer) -> Provenance | None:
    """Return where an item comes from if a GAN made it; data items come from no model."""
    shown = place.scene
    return Provenance.of(shown.run, shown.step, code=code_text(shown.codes[row])) if shown.is_gan else None


def _values(place: Place, row: int) -> Floats:
    item = place.scene.items[row]
    if item.dtype == np.uint8:
        return np.asarray(item, np.float32) / np.float32(255)
    if place.scene.modality is not Modality.IMAGE:
        return np.asarray(item, np.float32)
    low, high = place.scene.value_range
    return (np.asarray(item, np.float32) - np.float32(low)) / np.float32(high - low)
