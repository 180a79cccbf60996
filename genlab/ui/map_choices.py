"""Which maps the explorer offers of a run, and what it remembers of the person's choice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from genlab.analysis.maps import SETTINGS
from genlab.analysis.scene import Scene
from genlab.config import Leaf
from genlab.errors import ConfigError, GenlabError
from genlab.explorer.messages import EncoderRun, MapChoice, MapSetting, MapsInfo
from genlab.latent.tsne import TsneConfig
from genlab.store import Store
from genlab.ui.picker import can_be_explored, run_labels
from genlab.ui.stores import current_store

GAN_SPACES = ["activations", "z", "outputs"]


def maps_info(shown: Scene, chosen: object = None) -> MapsInfo:
    """Return which maps the server makes of a scene; ``chosen`` is what the browser said last, dropped if it is odd."""
    choice = known_choice(chosen)
    return {
        "socket": f"/genlab/runs/{shown.run.id}/{shown.step}/maps",
        "spaces": GAN_SPACES if shown.is_gan else ["z"],
        "encoders": encoders_for(current_store(), shown.item_shape) if shown.is_gan else [],
        "settings": [_setting(leaf) for leaf in TsneConfig().leaves() if leaf.name in SETTINGS],
        "chosen": None if choice is None else choice.model_dump(mode="json"),
        "kept": [],
    }


def encoders_for(store: Store, item_shape: tuple[int, ...]) -> list[EncoderRun]:
    """Return the autoencoders that read items of a shape, as the run picker names them."""
    runs = [run for run in store.runs() if run.family == "autoencoder" and can_be_explored(run)]
    labels = run_labels(runs)
    return [{"run": run.id, "name": labels[run.id]} for run in runs if _item_shape(store, run.id) == item_shape]


@lru_cache(4096)
def _item_shape(store: Store, run_id: str) -> tuple[int, ...] | None:
    try:
        return store.run(run_id).item_shape
    except GenlabError:
        return None


def _setting(leaf: Leaf) -> MapSetting:
    return {
        "name": leaf.name,
        "label": leaf.title,
        "help": leaf.description,
        "min": leaf.minimum or 0,
        "max": leaf.maximum or 0,
        "default": leaf.value,
    }


def known_choice(told: object) -> MapChoice | None:
    """Read what the browser told of the chosen map; None if that is nothing, or no such thing."""
    try:
        return MapChoice.parse(told) if isinstance(told, Mapping) else None
    except ConfigError:
        return None
