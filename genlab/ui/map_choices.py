"""Which maps the explorer offers of a run, and what it remembers of the person's choice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from genlab.analysis.map_message import map_settings
from genlab.analysis.scene import Scene
from genlab.errors import ConfigError, GenlabError
from genlab.explorer.messages import EncoderRun, MapChoice, MapsInfo
from genlab.latent import umap
from genlab.store import Store
from genlab.ui.picker import can_be_explored, run_labels
from genlab.ui.stores import current_store

GAN_SPACES = ["activations", "z", "outputs"]
MADE = ["pca", "tsne", "pacmap"]


def maps_info(shown: Scene, chosen: object = None) -> MapsInfo:
    """Return which maps the server makes of a scene; ``chosen`` is what the browser said last, dropped if it is odd."""
    choice = known_choice(chosen)
    has_umap = umap.is_installed()
    return {
        "socket": f"/genlab/runs/{shown.run.id}/{shown.step}/maps",
        "methods": [*MADE, *(["umap"] if has_umap else [])],
        "missing": {} if has_umap else {"umap": umap.MISSING},
        "spaces": GAN_SPACES if shown.is_gan else ["z"],
        "encoders": encoders_for(current_store(), shown.item_shape) if shown.is_gan else [],
        "settings": map_settings(),
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


def known_choice(told: object) -> MapChoice | None:
    """Read what the browser told of the chosen map; None if that is nothing, or no such thing."""
    try:
        return MapChoice.parse(told) if isinstance(told, Mapping) else None
    except ConfigError:
        return None
