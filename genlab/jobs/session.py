"""One life of a training: steps, orders, reports, frames and checkpoints, in one loop."""

from __future__ import annotations

import time
from collections.abc import Callable

from genlab.errors import ConfigError, GenlabError
from genlab.jobs.frames import Frames
from genlab.jobs.held_out import HeldOut
from genlab.jobs.lab_frames import lab_frames
from genlab.jobs.pace import LOOK_S, Handful, Milestones, Stopwatch, Turn
from genlab.jobs.slow_motion import SlowMotion
from genlab.jobs.vitals import Vitals
from genlab.store import Order, Run, RunStatus, RunWriter
from genlab.training.build import start
from genlab.training.objectives.phases import Side
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
        self._run = run
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
        self._vitals = Vitals(self._trainer, dataset, run.spec.data)
        self._vitals_turn = Turn(0.5, 0.01, at_latest_s=10.0)
        self._lab = lab_frames(self._trainer, dataset, run.spec.data)
        # points of the plane are watched in the Lab, ten frames a second; the other view takes second place
        self._frame_turn = Turn(0.2, 0.03 if self._lab is None else 0.01, at_latest_s=2.0)
        self._lab_turn = Turn(0.1, 0.04, at_latest_s=1.0)
        self._score_turn = Turn(0.25, 0.01, at_latest_s=4.0)
        self._checkpoint_turn = Turn(run.spec.training.checkpoint_every, 0.03)
        self._milestones = Milestones(self._trainer.total_steps)
        self._sums: dict[str, float] = {}
        self._summed = 0
        self._paced_from: tuple[int, float] | None = None  # step and seconds at the first record
        self._paused = False
        self._owed = 0  # steps to take although paused
        self._side: Side = "both"  # who learns in them
        self._slow = SlowMotion(self._trainer, writer)
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
        self._obey()  # one that has come to its end may have been called to go back
        while self._trainer.step_count < self._trainer.total_steps:
            self._obey()
            if self.stopped:
                break
            if self._slow.is_due:
                self._see(self._slow.take())
            elif self._paused and not self._owed:
                self._wait()
            else:
                self._advance()
        self._see(self._slow.hold())
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
        report = self._trainer.step(n, self._side)
        self._handful.learn(n, time.perf_counter() - began)
        self._add(report, n)
        if self._owed:
            self._owed -= n
            if not self._owed:  # a person took these steps one by one, and wants to see each
                self._clock.pause()
                self._side = "both"
                self._status(state="paused", eta_s=None)
                self._record()
                self._show()
                return
            self._status(state="running")
        if self._record_turn.is_due():
            self._record()
        if self._frame_turn.is_due():
            self._show()
        if self._lab_turn.is_due():
            self._show_lab()
        step = self._trainer.step_count
        if not self._paused and self._milestones.is_due(step, self._clock.seconds):
            with self._milestones.taken(step):
                self._keep(durable=False)
        elif self._checkpoint_turn.is_due():
            self._keep()

    def _add(self, report: StepReport, n: int) -> None:
        """Add the figures of ``n`` steps to those of the next record."""
        for name, value in report.values.items():
            self._sums[name] = self._sums.get(name, 0.0) + n * value
        self._summed += n

    def _see(self, report: StepReport | None) -> None:
        """Record and show a step that was taken slowly, if one was done."""
        if report is not None:
            self._add(report, 1)
            self._record()
            self._show()

    def _obey(self) -> None:
        """Do what has been ordered since the last look, each order once."""
        for order in self._writer.commands():
            if order.kind != "phase":
                self._see(self._slow.hold())  # what stands between two phases is no state to keep or to change
            if order.kind == "stop":
                self.stopped = True
            elif order.kind == "pause":
                self._pause()
            elif order.kind == "resume":
                self._paused, self._owed, self._side = False, 0, "both"
                self._clock.go_on()
                self._status(state="running")
            elif order.kind in ("step", "phase"):
                self._step(order)
            elif order.kind == "back":
                self._go_back(order)
            elif order.kind == "set":
                self._set(order)
        self.stopped = self.stopped or self._asked_to_stop()

    def _pause(self) -> None:
        self._owed = 0
        if self._writer.current.state == "paused":
            return
        self._paused = True
        self._clock.pause()
        if self._summed:
            self._record()
        self._show()  # what stands on screen is what it holds at
        self._keep()
        self._status(state="paused", eta_s=None)

    def _step(self, order: Order) -> None:
        """Take some steps, those up to the end of the epoch, or a phase of one, and hold again."""
        side = order.payload.get("side", "both")
        if side != "both" and side not in self._trainer.objective.sides:
            self._refuse(order, f"'{side}' cannot learn alone in this training.")
            return
        owed = self._owed
        self._pause()
        if order.kind == "phase":
            self._slow.ask(float(order.payload.get("every_s", 0.0)), side)
            return
        per_epoch = self._trainer.steps_per_epoch
        to_the_end = per_epoch - (self._trainer.step_count + owed) % per_epoch
        n = to_the_end if order.payload.get("until") == "epoch" else max(1, int(order.payload.get("n", 1)))
        self._owed, self._side = owed + n, side
        if side != "both":
            self._note("step", n=n, side=side)
        self._clock.go_on()

    def _go_back(self, order: Order) -> None:
        """Stand at a checkpoint again and hold there; the course that is left may become a run of its own."""
        step, left = int(order.payload.get("step", 0)), self._trainer.step_count
        self._pause()
        try:
            kept = self._run.checkpoint(step)
            state = TrainerState(kept.model, kept.trainer, kept.info)
            if order.payload.get("keep", True):
                self._keep()
                self._run.store.keep_course(self._run.id)
            self._trainer.restore(state)
        except GenlabError as error:
            self._refuse(order, str(error))
            return
        self._writer.cut(step)
        live = {leaf.name: leaf.value for leaf in self._trainer.spec.leaves() if leaf.live}
        self._note("resume", step=step, left=left, live=live)
        self._clock = Stopwatch(float(kept.info.get("seconds", 0.0)))
        self._clock.pause()
        self._kept_step, self._paced_from = step, None
        self._milestones = Milestones(self._trainer.total_steps, step)
        self._sums, self._summed = {}, 0
        self._status(state="paused", eta_s=None)
        self._show()

    def _note(self, kind: str, **payload: object) -> None:
        """Write an event with the moment at which it happened, so that the curves can mark it."""
        self._writer.event(kind, (self._trainer.step_count, self._trainer.epoch), **payload)

    def _refuse(self, order: Order, reason: str) -> None:
        self._note("refused", order=order.kind, payload=dict(order.payload), reason=reason)

    def _wait(self) -> None:
        """Let a moment of a pause go by."""
        time.sleep(LOOK_S)
        if time.time() - self._writer.current.heartbeat > HEARTBEAT_S:
            self._writer.status()

    def _set(self, order: Order) -> None:
        try:
            self._trainer.set(order.payload)
        except ConfigError as error:
            self._refuse(order, str(error))
        else:
            self._kept_step = -1  # the checkpoint of this step knows the old values
            self._note("set", **order.payload)

    def _record(self) -> None:
        """Write what the steps since the last record did, averaged over them, and where the run stands."""
        values = {name: total / self._summed for name, total in self._sums.items()} if self._summed else {}
        report = StepReport(self._trainer.step_count, self._trainer.epoch, values)
        record = {"step": report.step, "epoch": report.epoch, "seconds": self._clock.seconds, "values": values}
        is_last = self.stopped or report.step == self._trainer.total_steps
        if self._held_out.exists and (is_last or self._held_out_turn.is_due()):
            with self._held_out_turn.taken():
                record["held_out"] = self._held_out.measure()
        if self._lab is not None and (is_last or self._paused or self._score_turn.is_due()):
            with self._score_turn.taken():
                record["scores"] = self._lab.scores()
        if is_last or (
            self._vitals_turn.is_due() and self._writer.current.seq >= 0
        ):  # the first report is to come at once
            with self._vitals_turn.taken():
                record["vitals"] = self._vitals.measure()
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
        self._show_lab()

    def _show_lab(self) -> None:
        if self._lab is not None:
            with self._lab_turn.taken():
                self._writer.lab_frame(**self._lab.frame())

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
