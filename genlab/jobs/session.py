"""One life of a training: steps, orders, reports, frames and checkpoints, in one loop."""

from __future__ import annotations

import time
from collections.abc import Callable

from genlab.errors import ConfigError
from genlab.jobs.frames import Frames
from genlab.jobs.held_out import HeldOut
from genlab.jobs.pace import LOOK_S, Handful, Milestones, Stopwatch, Turn
from genlab.store import Order, Run, RunStatus, RunWriter
from genlab.training.build import start
from genlab.training.trainer import StepReport, TrainerState

OnReport = Callable[[StepReport, RunStatus], None]

HEARTBEAT_S = 1.0
MOST_RECORDS_AT_FULL_RATE = 600
"""Records come ten a second for the first minute, then ever more slowly, so that an hour's file stays small."""


class Session:
    """A trainer between the orders it gets and the run it fills.

    The extras take at most a tenth of the time: frames, checkpoints and records 3 % each, held-out figures 1 %.

    Parameters
    ----------
    run : Run
        Begun anew, or gone on with from its last checkpoint where it has one.
    writer : RunWriter
    asked_to_stop : callable
        Tells whether the process was asked to end (Ctrl-C, a shutdown).
    on_report : callable, optional
        Called after each record with the report and the status.
    """

    def __init__(
        self, run: Run, writer: RunWriter, asked_to_stop: Callable[[], bool], on_report: OnReport | None = None
    ) -> None:
        self._writer = writer
        self._asked_to_stop = asked_to_stop
        self._on_report = on_report
        dataset = run.dataset()
        writer.facts(dataset)
        self._trainer = start(run.spec, dataset)
        self._kept_step = -1
        self._clock = Stopwatch(self._restore(run))
        self._frames = Frames(self._trainer, dataset, run.spec.data)
        self._held_out = HeldOut(self._trainer, dataset, run.spec.data)
        self._handful = Handful()
        self._record_turn = Turn(0.1, 0.03, at_latest_s=1.0)
        self._held_out_turn = Turn(1.0, 0.01)
        self._frame_turn = Turn(0.2, 0.03, at_latest_s=2.0)
        self._checkpoint_turn = Turn(run.spec.training.checkpoint_every, 0.03)
        self._milestones = Milestones(self._trainer.total_steps)
        self._sums: dict[str, float] = {}
        self._summed = 0
        self._paced_from: tuple[int, float] | None = None  # step and seconds at the first record
        self._paused = False
        self._owed = 0  # steps to take although paused
        self.stopped = False

    def go(self) -> RunStatus:
        """Train to the end, or until told to stop; a last record, frame and checkpoint are written either way.

        Raises
        ------
        DivergedError
            If a figure or a weight became NaN or infinite; the checkpoints written before are sound.
        StoreError
            If the disk refuses.
        """
        self._keep()  # a training that diverges at once still has sound weights to show
        while self._trainer.step_count < self._trainer.total_steps:
            self._obey()
            if self.stopped:
                break
            if self._paused and not self._owed:
                self._wait()
                continue
            self._advance()
        self._clock.pause()
        if self._summed or self._writer.current.step != self._trainer.step_count:
            self._record()
        self._show()
        self._keep()
        return self._writer.current

    def _restore(self, run: Run) -> float:
        """Go on from the run's last checkpoint, if it has one, and return the seconds trained before."""
        if not run.checkpoints():
            if self._writer.current.seq >= 0:
                self._writer.event("resume", step=0)
            return 0.0
        last = run.checkpoint()
        self._trainer.restore(TrainerState(last.model, last.trainer, last.info))
        self._kept_step = last.step
        self._writer.event("resume", step=last.step)
        return float(last.info.get("seconds", 0.0))

    def _advance(self) -> None:
        """Take a handful of steps, then what is due of the rest."""
        left = self._trainer.total_steps - self._trainer.step_count
        n = min(self._handful.size, left, self._owed or left)
        began = time.perf_counter()
        report = self._trainer.step(n)
        self._handful.learn(n, time.perf_counter() - began)
        for name, value in report.values.items():
            self._sums[name] = self._sums.get(name, 0.0) + n * value
        self._summed += n
        if self._owed:
            self._owed -= n
            if not self._owed:  # a person took these steps one by one, and wants to see each
                self._clock.pause()
                self._record()
                self._show()
                return
        if self._record_turn.is_due():
            self._record()
        if self._frame_turn.is_due():
            self._show()
        step = self._trainer.step_count
        if not self._paused and self._milestones.is_due(step, self._clock.seconds):
            with self._milestones.taken(step):
                self._keep(durable=False)
        elif self._checkpoint_turn.is_due():
            self._keep()

    def _obey(self) -> None:
        """Do what has been ordered since the last look, each order once."""
        for order in self._writer.commands():
            if order.kind == "stop":
                self.stopped = True
            elif order.kind == "pause":
                self._pause()
            elif order.kind == "resume":
                self._paused, self._owed = False, 0
                self._clock.go_on()
                self._status(state="running")
            elif order.kind == "step":
                self._pause()
                self._owed += max(1, int(order.payload.get("n", 1)))
                self._clock.go_on()
            elif order.kind == "set":
                self._set(order)
        self.stopped = self.stopped or self._asked_to_stop()

    def _pause(self) -> None:
        if self._paused:
            return
        self._paused = True
        self._clock.pause()
        if self._summed:
            self._record()
        self._keep()
        self._status(state="paused", eta_s=None)

    def _wait(self) -> None:
        """Let a moment of a pause go by."""
        time.sleep(LOOK_S)
        if time.time() - self._writer.current.heartbeat > HEARTBEAT_S:
            self._writer.status()

    def _set(self, order: Order) -> None:
        try:
            self._trainer.set(order.payload)
        except ConfigError as error:
            self._writer.event("refused", order="set", payload=dict(order.payload), reason=str(error))
        else:
            self._kept_step = -1  # the checkpoint of this step knows the old values
            self._writer.event("set", **order.payload)

    def _record(self) -> None:
        """Write what the steps since the last record did, averaged over them, and where the run stands."""
        values = {name: total / self._summed for name, total in self._sums.items()} if self._summed else {}
        report = StepReport(self._trainer.step_count, self._trainer.epoch, values)
        record = {"step": report.step, "epoch": report.epoch, "seconds": self._clock.seconds, "values": values}
        is_last = self.stopped or report.step == self._trainer.total_steps
        if self._held_out.exists and (is_last or self._held_out_turn.is_due()):
            with self._held_out_turn.taken():
                record["held_out"] = self._held_out.measure()
        self._record_turn.every_s = min(2.0, max(0.1, self._clock.seconds / MOST_RECORDS_AT_FULL_RATE))
        with self._record_turn.taken():
            self._writer.metric(record)
            status = self._status(eta_s=None if self._paused else self._left_s())
        self._sums, self._summed = {}, 0
        if self._on_report is not None:
            self._on_report(report, status)

    def _show(self) -> None:
        with self._frame_turn.taken():
            self._writer.preview(**self._frames.frame())

    def _keep(self, durable: bool = True) -> None:
        """Write a checkpoint, unless this very moment is kept already."""
        if self._kept_step == self._trainer.step_count:
            return
        with self._checkpoint_turn.taken():
            state = self._trainer.state()
            info = {**state.info, "epoch": self._trainer.epoch, "seconds": self._clock.seconds}
            self._writer.checkpoint(self._trainer.step_count, state.model, state.trainer, info, durable)
        self._kept_step = self._trainer.step_count

    def _status(self, **changes: object) -> RunStatus:
        return self._writer.status(
            step=self._trainer.step_count,
            epoch=self._trainer.epoch,
            total_steps=self._trainer.total_steps,
            total_epochs=float(self._trainer.spec.training.epochs),
            seconds=self._clock.seconds,
            **changes,
        )

    def _left_s(self) -> float | None:
        """Return the seconds of training left, judged by the pace since this life's first record; None at that one."""
        here = (self._trainer.step_count, self._clock.seconds)
        if self._paced_from is None:
            self._paced_from = here
        steps, seconds = here[0] - self._paced_from[0], here[1] - self._paced_from[1]
        return (self._trainer.total_steps - here[0]) * seconds / steps if steps else None
