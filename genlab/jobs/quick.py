"""The warm worker: torch loaded, it answers questions about runs one by one.

The supervisor writes the id of an open question on its standard input; question and answer are files.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from genlab.analysis.evaluation import evaluate
from genlab.analysis.importing import import_model
from genlab.analysis.moments import prepare_moment, prepare_tsne
from genlab.analysis.pictures import film
from genlab.analysis.prepare import prepare_explorer
from genlab.analysis.take_home import scene_of, take
from genlab.analysis.walking import walk_between
from genlab.data.preprocess import PreprocessConfig
from genlab.errors import ConfigError, GenlabError
from genlab.jobs.preparing import keep_prepared
from genlab.registry import Registry
from genlab.store import Store
from genlab.store.uploads import take as take_upload
from genlab.training.config import DataConfig

Answer = dict[str, Any]
KINDS: Registry[Callable[..., Answer]] = Registry("question")
KINDS.register_lazy("warm", "genlab.jobs.held:warm")
KINDS.register_lazy("geodesic", "genlab.jobs.moving:geodesic")
KINDS.register_lazy("guess", "genlab.jobs.moving:guess")
KINDS.register_lazy("judge", "genlab.jobs.judging:judge")
_log = logging.getLogger("genlab.jobs.quick")


@KINDS.register("prepare")
def prepare(store: Store, run: str, step: int | None = None) -> Answer:
    """Fill a run with what the explorer reads of a checkpoint (the last by default)."""
    opened = store.run(run)
    prepare_explorer(opened, step)
    return {"run": run}


@KINDS.register("evaluate")
def evaluate_run(store: Store, run: str) -> Answer:
    """Return a run's figures on held-out items."""
    return dict(evaluate(store.run(run)))


@KINDS.register("take")
def take_home(store: Store, run: str, name: str, step: int | None = None) -> Answer:
    """Make a file of :data:`genlab.analysis.take_home.FILES`; ``left`` is the name to fetch it by, once."""
    opened = store.run(run)
    return {"left": opened.leave(take(opened, name, step))}


@KINDS.register("film")
def film_home(
    store: Store, run: str, step: int, a: list[float], b: list[float], path: str, steps: int, **options: Any
) -> Answer:
    """Make the film of a walk, with the options of :func:`~.pictures.film`; ``left`` is the name to fetch it by."""
    opened = store.run(run)
    walk = walk_between(scene_of(opened, step), np.asarray(a, np.float32), np.asarray(b, np.float32), steps, path)
    made = film(walk.items, provenance=walk.provenance, background=walk.background, **options)
    return {"left": opened.leave(made)}


@KINDS.register("keep_prepared")
def keep(store: Store, data: dict[str, Any], steps: dict[str, Any], called: str) -> Answer:
    """Prepare a data set and keep it; ``kept`` is its id."""
    return {"kept": keep_prepared(store, DataConfig.parse(data), PreprocessConfig.parse(steps), called)}


@KINDS.register("moment")
def moment(store: Store, run: str, step: int, moment: int, map: str | None = None) -> Answer:
    """Prepare a moment of a training that is looked back on from the checkpoint ``step``."""
    opened = store.run(run)
    if moment > step:
        raise ConfigError(f"Step {moment} is later than {step}, from which is looked back.")
    prepare_moment(opened, moment, step)
    if map is not None:
        prepare_tsne(opened, moment, map, step)
    return {"step": moment}


@KINDS.register("import")
def import_upload(
    store: Store, codes: str, decoder: str, encoder: str | None = None, options: dict[str, Any] | None = None
) -> Answer:
    """Judge uploaded files (:mod:`genlab.store.uploads`) and keep them as a run, ready to explore; none is run."""
    given = dict(options or {})
    given["label_names"] = tuple(given.get("label_names") or ())
    looks = take_upload(store, encoder) if encoder else None
    run = import_model(store, take_upload(store, codes), take_upload(store, decoder), looks, **given)
    prepare_explorer(run)
    return {"run": run.id}


def answer(store: Store, question: dict[str, Any]) -> Answer:
    """Return ``{"answer": …}``, or ``{"error": sentence}`` if the question cannot be answered."""
    try:
        return {"answer": KINDS.get(str(question["kind"]))(store, **question["arguments"])}
    except GenlabError as error:
        return {"error": str(error)}
    except Exception as error:
        _log.exception("A question could not be answered: %s", question)
        return {"error": f"The work ended on a fault inside genlab ({type(error).__name__}: {error})."}


def main(arguments: list[str] | None = None) -> int:
    """Answer until standard input ends."""
    parser = argparse.ArgumentParser(prog="python -m genlab.jobs.quick", description=__doc__)
    parser.add_argument("--runs", type=Path, required=True, help="folder of the store")
    parser.add_argument("--gallery", type=Path, help="folder of the runs that came with genlab")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(message)s")
    torch.set_num_threads(max(1, min(2, (os.cpu_count() or 1) // 2)))
    store = Store(options.runs, gallery=options.gallery)
    store.jobs.announce("quick")
    for line in sys.stdin:
        name = line.strip()
        question = store.jobs.question(name)
        if question is not None:  # else nobody waits for it any more
            store.jobs.answer(name, answer(store, question))
    return 0


if __name__ == "__main__":
    sys.exit(main())
