"""What is kept: runs, checkpoints, own data sets, previews, trash. The only room that knows a path; loads no torch."""

from __future__ import annotations

import os
from pathlib import Path

from genlab.store.bookmarks import Bookmark
from genlab.store.checkpoints import Checkpoint
from genlab.store.commands import Order
from genlab.store.datasets import DatasetFacts, DatasetSummary
from genlab.store.projections import MapStatus, ProjectionFiles, ProjectionWriter
from genlab.store.runs import Run
from genlab.store.status import RunStatus
from genlab.store.store import Store
from genlab.store.summary import RunMeta, RunSummary
from genlab.store.writer import RunWriter

__all__ = [
    "Bookmark",
    "Checkpoint",
    "DatasetFacts",
    "DatasetSummary",
    "MapStatus",
    "Order",
    "ProjectionFiles",
    "ProjectionWriter",
    "Run",
    "RunMeta",
    "RunStatus",
    "RunSummary",
    "RunWriter",
    "Store",
    "default_root",
    "default_store",
]


def default_root() -> Path:
    """Return the folder runs go to: ``GENLAB_RUNS``, else ``runs`` in the working directory."""
    return Path(os.environ.get("GENLAB_RUNS") or "runs")


def default_gallery() -> Path | None:
    """Return the folder of the runs that came with genlab, or None if they did not come along."""
    gallery = Path(__file__).resolve().parents[2] / "gallery"
    return gallery if gallery.is_dir() else None


def default_store(root: Path | None = None) -> Store:
    """Return the store in ``root`` (:func:`default_root` by default) with the gallery beside it."""
    return Store(root or default_root(), gallery=default_gallery())
