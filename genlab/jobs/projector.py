"""The projector: makes one map of a run, detached for a page or in the foreground for the command line.

``python -m genlab.jobs.projector --runs DIR RUN KEY`` makes the map that was asked for under that key. Without RUN and
KEY it loads everything and waits for them on standard input, so that the points move at once. Loads no torch.
"""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from genlab.analysis.maps import MapSpec
from genlab.errors import ConfigError, GenlabError
from genlab.jobs.interrupts import interruptible
from genlab.jobs.priority import give_way
from genlab.jobs.projecting import OnStep, Projecting
from genlab.store import MapStatus, ProjectionWriter, Run, Store

_log = logging.getLogger("genlab.jobs.projector")


def project(run: Run, step: int, spec: MapSpec, on_step: OnStep | None = None) -> MapStatus:
    """Make a map in this process, unless it is finished already; Ctrl-C (or SIGTERM) stops it with a usable map.

    Parameters
    ----------
    run : Run
    step : int
        The checkpoint.
    spec : MapSpec
    on_step : callable, optional
        Called with the status as it moves on.

    Returns
    -------
    MapStatus
        ``finished``, ``stopped`` or, parked, ``paused``; the map is ``run.projection(spec.key(run, step)).frame()``.

    Raises
    ------
    ConfigError, StoreError, RunNotFoundError
        With one sentence, which the map then keeps in its status as ``failed``.
    """
    files = run.projection(spec.key(run, step))
    status = files.status()
    if status is not None and status.state == "finished" and files.frame() is not None:
        return status
    if status is None or not status.active:
        files.request({"run": run.id, "step": step, **spec.model_dump()})
    with files.writer() as writer:
        return _make(run, step, spec, writer, on_step)


def _make(run: Run, step: int, spec: MapSpec, writer: ProjectionWriter, on_step: OnStep | None = None) -> MapStatus:
    try:
        writer.status(state="running", error="", eta_s=None, parked=False)
        run.store.jobs.drop_map(run.id, writer.key)  # second: a map that is neither queued nor made counts as forgotten
        with interruptible() as asked_to_stop:
            return Projecting(run, step, spec, writer, asked_to_stop.is_set, on_step).go()
    except GenlabError as error:
        _note(writer, str(error))
        raise
    except Exception as error:
        _note(writer, f"The map ended on a fault inside genlab ({type(error).__name__}: {error}).")
        raise


def _note(writer: ProjectionWriter, sentence: str) -> None:
    """Note why the map failed; where even that cannot be written, it shows as interrupted."""
    try:
        writer.status(state="failed", error=sentence, eta_s=None)
    except GenlabError:
        _log.exception("The failure of the map %s could not be noted", writer.key)


def _make_queued(store: Store, run_id: str, key: str) -> None:
    run = store.run(run_id)
    files = run.projection(key)
    with files.writer() as writer:
        if (run_id, key) not in store.jobs.queued_maps():
            return
        try:
            told = files.spec()
            step = int(told.pop("step"))
            del told["run"]
            spec = MapSpec.parse(told)
        except (KeyError, TypeError, ValueError, ConfigError):
            store.jobs.drop_map(run_id, key)
            writer.status(state="failed", error="What this map is of is damaged; choose it again.")
            return
        _make(run, step, spec, writer)


def _wait_warm() -> list[str]:
    """Load what every map needs, and return run and key once told; nothing if whoever kept this process is gone."""
    import openTSNE.tsne  # noqa: F401
    import sklearn.decomposition
    import sklearn.neighbors  # noqa: F401

    return sys.stdin.readline().split()


def main(arguments: list[str] | None = None) -> int:
    """Run the projector; see the module's text."""
    parser = argparse.ArgumentParser(prog="python -m genlab.jobs.projector", description=__doc__)
    parser.add_argument("--runs", type=Path, required=True, help="folder of the store")
    parser.add_argument("--gallery", type=Path, help="folder of the runs that came with genlab")
    parser.add_argument("map", nargs="*", metavar="RUN KEY", help="the map that was asked for; waits for one without")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(message)s")
    give_way()
    store = Store(options.runs, gallery=options.gallery)
    wanted = options.map or _wait_warm()
    if len(wanted) != 2:
        return 0
    try:
        _make_queued(store, *wanted)
    except GenlabError as error:
        _log.error("Map %s of run %s: %s", wanted[1], wanted[0], error)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
