"""The worker: trains one run, in the foreground for the command line, or detached for a page.

``python -m genlab.jobs.worker --runs DIR RUN`` trains that run. Without RUN the worker loads everything, says so, and
waits for one id on standard input: that is how a click is answered at once.
"""

from __future__ import annotations

import argparse
import logging
import sys
from contextlib import suppress
from pathlib import Path

from genlab.analysis.prepare import prepare_explorer
from genlab.errors import BrokenRunError, GenlabError, JobError
from genlab.jobs.interrupts import interruptible
from genlab.jobs.priority import give_way
from genlab.jobs.reports import OnReport
from genlab.jobs.session import Session
from genlab.store import Run, RunStatus, RunWriter, Store

_log = logging.getLogger("genlab.jobs.worker")


def train(run: Run, on_report: OnReport | None = None) -> RunStatus:
    """Train a run in this process: from the start, or on from its last checkpoint.

    Obeys the orders in the run's folder; Ctrl-C (or SIGTERM) stops it with a checkpoint.

    Parameters
    ----------
    run : Run
    on_report : callable, optional
        Called with a :class:`~genlab.training.trainer.StepReport` and the status, at most ten times a second.

    Returns
    -------
    RunStatus
        ``finished`` or ``stopped``.

    Raises
    ------
    JobError
        If the run is finished already.
    TrainingError, StoreError, ConfigError, DataError
        With one sentence, which the run then keeps in its status as ``failed``.
    """
    with run.writer() as writer:
        if writer.current.state == "finished":
            raise JobError(f"Run {run.id} has finished its {writer.current.total_epochs:g} epochs; train a new run.")
        return _train(run, writer, on_report)


def _train(run: Run, writer: RunWriter, on_report: OnReport | None) -> RunStatus:
    run.store.jobs.take(run.id)
    if writer.current.state != "queued":
        writer.commands()  # orders that the run's last worker did not live to see
    try:
        writer.status(state="running", error="", eta_s=None, preparing=False)
        with interruptible() as asked_to_stop:
            session = Session(run, writer, asked_to_stop.is_set, on_report)
            session.go()
            writer.status(state="stopped" if session.stopped else "finished", eta_s=None, preparing=True)
            _prepare(run)
            return writer.status(preparing=False)
    except GenlabError as error:
        _fail(run, writer, str(error))
        raise
    except Exception as error:
        _fail(run, writer, f"The training ended on a fault inside genlab ({type(error).__name__}: {error}).")
        raise
    finally:
        run.store.jobs.drop(run.id)


def _fail(run: Run, writer: RunWriter, sentence: str) -> None:
    """Note why the run ended; where even that cannot be written, it shows as interrupted."""
    try:
        sound = _last_sound(run)
        note = f" Its last sound checkpoint is step {sound:,}." if sound is not None else ""
        writer.status(state="failed", error=sentence + note, eta_s=None, preparing=False)
    except GenlabError:
        _log.exception("The failure of run %s could not be noted", run.id)


def _last_sound(run: Run) -> int | None:
    """Return the step of the last checkpoint whose every file is what its manifest names, or None."""
    for step in reversed(run.checkpoints()):
        with suppress(BrokenRunError):
            if run.checkpoint(step).trainer:  # read here, its sum verified
                return step
    return None


def _prepare(run: Run) -> None:
    """Make ready what the explorer reads. A fault here spoils no training: it is worked out again when asked for."""
    try:
        prepare_explorer(run)
    except Exception:
        _log.exception("Run %s could not be made ready to explore", run.id)


def _train_queued(store: Store, run_id: str) -> None:
    """Train a run that waits in the queue, unless it was withdrawn meanwhile."""
    run = store.run(run_id)
    with run.writer() as writer:
        if run_id in store.jobs.queued():
            _train(run, writer, None)


def main(arguments: list[str] | None = None) -> int:
    """Run the worker; see the module's text."""
    parser = argparse.ArgumentParser(prog="python -m genlab.jobs.worker", description=__doc__)
    parser.add_argument("--runs", type=Path, required=True, help="folder of the store")
    parser.add_argument("run", nargs="?", help="id of the run to train; waits for one on standard input without")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(process)d %(levelname)s %(message)s")
    give_way()
    store = Store(options.runs)
    run_id = options.run
    if run_id is None:
        from genlab.jobs.warmth import warm

        warm()
        store.jobs.announce("trainer")
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        run_id = sys.stdin.readline().strip()
        store.jobs.leave("trainer")
    if not run_id:  # whoever kept this worker is gone
        return 0
    try:
        _train_queued(store, run_id)
    except GenlabError as error:
        _log.error("Run %s: %s", run_id, error)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
