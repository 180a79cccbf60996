"""What a training leaves behind while it runs, records, frames and checkpoints, within a tenth of its time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from genlab.data.dataset import Dataset
from genlab.jobs.frames import Frames
from genlab.jobs.held_out import HeldOut
from genlab.jobs.lab_frames import lab_frames
from genlab.jobs.pace import Milestones, Stopwatch, Turn
from genlab.jobs.vitals import Vitals
from genlab.store import RunStatus, RunWriter
from genlab.training.trainer import StepReport, Trainer

OnReport = Callable[[StepReport, RunStatus], None]

MOST_RECORDS_AT_FULL_RATE = 600
"""Records come ten a second for the first minute, then ever more slowly, so that an hour's file stays small."""


@dataclass(frozen=True)
class Shares:
    """What each extra may take of a training's time at most; together a tenth."""

    records: float
    frames: float
    checkpoints: float
    vitals: float
    held_out: float
    lab: float = 0.0
    scores: float = 0.0


USUAL = Shares(records=0.02, frames=0.03, checkpoints=0.03, vitals=0.01, held_out=0.01)
IN_THE_PLANE = Shares(records=0.01, frames=0.01, checkpoints=0.02, vitals=0.005, held_out=0.005, lab=0.04, scores=0.01)
"""Points of the plane are watched in the Lab, ten frames a second; the usual view takes second place."""


class Reports:
    """The extras of one life of a training, and when each is due.

    Parameters
    ----------
    trainer : Trainer
    writer : RunWriter
    dataset : Dataset
    clock : Stopwatch
        The training's own: whoever pauses it pauses that too.
    on_report : callable, optional
        Called after each record with the report and the status.
    """

    def __init__(
        self, trainer: Trainer, writer: RunWriter, dataset: Dataset, clock: Stopwatch, on_report: OnReport | None = None
    ) -> None:
        self._trainer, self._writer, self._clock, self._on_report = trainer, writer, clock, on_report
        data = trainer.spec.data
        self._frames = Frames(trainer, dataset, data)
        self._held_out = HeldOut(trainer, dataset, data)
        self._vitals = Vitals(trainer, dataset, data)
        self._lab = lab_frames(trainer, dataset, data)
        shares = USUAL if self._lab is None else IN_THE_PLANE
        self._record_turn = Turn(0.1, shares.records, at_latest_s=1.0)
        self._frame_turn = Turn(0.2, shares.frames, at_latest_s=2.0)
        self._checkpoint_turn = Turn(trainer.spec.training.checkpoint_every, shares.checkpoints)
        self._vitals_turn = Turn(0.5, shares.vitals, at_latest_s=10.0)
        self._held_out_turn = Turn(1.0, shares.held_out)
        self._lab_turn = Turn(0.085, shares.lab, at_latest_s=1.0)  # and a handful of steps: ten a second
        self._score_turn = Turn(0.25, shares.scores, at_latest_s=4.0)
        self._milestone_share = shares.checkpoints
        self.begin_at(0, is_kept=False)

    def begin_at(self, step: int, *, is_kept: bool) -> None:
        """Count from ``step`` on, whose checkpoint may be kept already; what was not recorded yet is forgotten."""
        self._kept_step = step if is_kept else -1
        self._milestones = Milestones(self._trainer.total_steps, step, self._milestone_share)
        self._sums: dict[str, float] = {}
        self._summed = 0
        self._paced_from: tuple[int, float] | None = None  # step and seconds at the first record

    @property
    def is_behind(self) -> bool:
        """True if steps have been taken that no record tells of."""
        return self._summed > 0 or self._writer.current.step != self._trainer.step_count

    def add(self, report: StepReport, n: int) -> None:
        """Add the figures of ``n`` steps to those of the next record."""
        for name, value in report.values.items():
            self._sums[name] = self._sums.get(name, 0.0) + n * value
        self._summed += n

    def write_due(self, *, holding: bool) -> None:
        """Write what is due; a training that is held between single steps (``holding``) needs no milestones."""
        if self._record_turn.is_due():
            self.record(holding=holding)
        if self._frame_turn.is_due():
            self.show()
        if self._lab_turn.is_due():
            self._show_lab()
        step = self._trainer.step_count
        if not holding and self._milestones.is_due(step, self._clock.seconds):
            with self._milestones.taken(step):
                self.keep(durable=False)
        elif self._checkpoint_turn.is_due():
            self.keep()

    def record(self, *, holding: bool = False, stopped: bool = False) -> None:
        """Write what the steps since the last record did, averaged over them, and where the run stands.

        ``holding`` means that it trains on when told alone, ``stopped`` that this life ends before its last step. The
        last record of a life has all figures.
        """
        last = stopped or self._trainer.step_count == self._trainer.total_steps
        values = {name: total / self._summed for name, total in self._sums.items()} if self._summed else {}
        report = StepReport(self._trainer.step_count, self._trainer.epoch, values)
        record = {"step": report.step, "epoch": report.epoch, "seconds": self._clock.seconds, "values": values}
        if self._held_out.exists and (last or self._held_out_turn.is_due()):
            with self._held_out_turn.taken():
                record["held_out"] = self._held_out.measure()
        if self._lab is not None and (last or holding or self._score_turn.is_due()):
            with self._score_turn.taken():
                record["scores"] = self._lab.scores()
        is_first = self._writer.current.seq < 0  # which is to come at once
        if last or (self._vitals_turn.is_due() and not is_first):
            with self._vitals_turn.taken():
                record["vitals"] = self._vitals.measure()
        self._record_turn.every_s = min(2.0, max(0.1, self._clock.seconds / MOST_RECORDS_AT_FULL_RATE))
        with self._record_turn.taken():
            self._writer.metric(record)
            status = self.status(eta_s=None if holding else self._left_s())
        self._sums, self._summed = {}, 0
        if self._on_report is not None:
            self._on_report(report, status)

    def show(self) -> None:
        """Write a frame of every view."""
        with self._frame_turn.taken():
            self._writer.preview(**self._frames.frame())
        self._show_lab()

    def keep(self, durable: bool = True) -> None:
        """Write a checkpoint, unless this very moment is kept already."""
        if self._kept_step == self._trainer.step_count:
            return
        with self._checkpoint_turn.taken():
            state = self._trainer.state()
            info = {**state.info, "epoch": self._trainer.epoch, "seconds": self._clock.seconds}
            self._writer.checkpoint(self._trainer.step_count, state.model, state.trainer, info, durable)
        self._kept_step = self._trainer.step_count

    def forget_kept(self) -> None:
        """Have the next checkpoint written although the step is kept: it knows old settings."""
        self._kept_step = -1

    def status(self, **changes: object) -> RunStatus:
        """Write where the run stands, with ``changes``."""
        return self._writer.status(
            step=self._trainer.step_count,
            epoch=self._trainer.epoch,
            total_steps=self._trainer.total_steps,
            total_epochs=float(self._trainer.spec.training.epochs),
            seconds=self._clock.seconds,
            **changes,
        )

    def _show_lab(self) -> None:
        if self._lab is not None:
            with self._lab_turn.taken():
                self._writer.lab_frame(**self._lab.frame())

    def _left_s(self) -> float | None:
        """Return the seconds of training left, judged by the pace since this life's first record; None at that one."""
        here = (self._trainer.step_count, self._clock.seconds)
        if self._paced_from is None:
            self._paced_from = here
        steps, seconds = here[0] - self._paced_from[0], here[1] - self._paced_from[1]
        return (self._trainer.total_steps - here[0]) * seconds / steps if steps else None
