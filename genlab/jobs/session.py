"""One life of a training: its steps and its orders, in one loop."""

from __future__ import annotations

import time
from collections.abc import Callable

from genlab.errors import BrokenRunError, ConfigError, GenlabError
from genlab.jobs.pace import LOOK_S, Handful, Stopwatch
from genlab.jobs.reports import OnReport, Reports
from genlab.jobs.slow_motion import SlowMotion
from genlab.store import Checkpoint, Order, Run, RunStatus, RunWriter
from genlab.store.status import State
from genlab.training.build import start
from genlab.training.objectives.phases import Side
from genlab.training.trainer import StepReport, TrainerState

HEARTBEAT_S = 1.0


class Session:
    """A trainer between the orders it gets and the run it fills (:mod:`genlab.jobs.reports`).

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
        dataset = run.dataset()
        writer.facts(dataset)
        self._trainer = start(run.spec, dataset)
        self._clock = Stopwatch()
        self._reports = Reports(self._trainer, writer, dataset, self._clock, on_report)
        self._restore()
        self._handful = Handful()
        self._paused = False
        self._owed = 0  # steps to take although paused
        self._side: Side = "both"  # who learns in them
        self._slow = SlowMotion(self._trainer, writer)
        look = run.look()
        if look is not None and not look.facts.get("left"):
            self._slow.leave(look.facts)  # an earlier life ended in the midst of that step
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
        self._reports.keep()  # a training that diverges at once still has sound weights to show
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
        if self._reports.is_behind:
            self._record()
        self._reports.show()
        self._reports.keep()
        return self._writer.current

    def _restore(self) -> None:
        """Go on from the run's last sound checkpoint, if it has any; damaged ones after it are of no more use."""
        known = self._run.checkpoints()
        if not known:
            if self._writer.current.seq >= 0:
                self._writer.event("resume", step=0)
            return
        last, damages = self._restore_one_of(known)
        self._writer.cut(last.step)
        self._clock.set_to(float(last.info.get("seconds", 0.0)))
        self._reports.begin_at(last.step, is_kept=True)
        self._writer.event("resume", step=last.step)
        for damage in damages:
            self._note("refused", order="resume", reason=f"{damage} It was removed; step {last.step:,} trains on.")

    def _restore_one_of(self, steps: list[int]) -> tuple[Checkpoint, list[BrokenRunError]]:
        """Restore the last checkpoint whose every file is sound; return it, and what is wrong with later ones."""
        damages: list[BrokenRunError] = []
        for step in reversed(steps):
            try:
                kept = self._run.checkpoint(step)
                self._trainer.restore(TrainerState(kept.model, kept.trainer, kept.info))
                return kept, damages
            except BrokenRunError as error:
                damages.append(error)
        raise damages[-1]

    def _advance(self) -> None:
        """Take a handful of steps, then what is due of the rest."""
        left = self._trainer.total_steps - self._trainer.step_count
        n = min(self._handful.size, left, self._owed or left)
        began = time.perf_counter()
        report = self._trainer.step(n, self._side)
        self._handful.learn(n, time.perf_counter() - began)
        self._reports.add(report, n)
        if self._owed:
            self._owed -= n
            if not self._owed:  # a person took these steps one by one, and wants to see each
                self._clock.pause()
                self._side = "both"
                self._reports.status(state="paused", eta_s=None)
                self._record()
                self._reports.show()
                return
            self._reports.status(state="running")
        self._reports.write_due(holding=self._paused)

    def _record(self) -> None:
        self._reports.record(holding=self._paused, stopped=self.stopped)

    def _see(self, report: StepReport | None) -> None:
        """Record and show a step that was taken slowly, if one was done."""
        if report is not None:
            self._reports.add(report, 1)
            self._record()
            self._reports.show()

    def _obey(self) -> None:
        """Do what has been ordered since the last look, each order once."""
        for order in self._writer.commands():
            before = self._trainer.step_count
            if order.kind != "phase":  # what stands between two phases is no state to keep or to change
                self._see(self._slow.finish() if order.kind == "set" else self._slow.hold())
            if order.kind == "stop":
                self.stopped = True
            elif order.kind == "pause":
                self._pause()
            elif order.kind == "resume":
                self._paused, self._owed, self._side = False, 0, "both"
                self._clock.go_on()
                self._reports.status(state="running")
            elif order.kind in ("step", "phase"):
                self._step(order, before)
            elif order.kind == "back":
                self._go_back(order)
            elif order.kind == "set":
                self._set(order)
        self.stopped = self.stopped or self._asked_to_stop()

    def _pause(self) -> None:
        self._owed = 0
        self._clock.pause()
        if self._writer.current.state == "paused":
            return
        self._paused = True
        if self._reports.is_behind:
            self._record()
        self._reports.show()  # what stands on screen is what it holds at
        self._reports.keep()
        self._reports.status(state="paused", eta_s=None)

    def _step(self, order: Order, before: int) -> None:
        """Take some steps, those up to the end of the epoch, or a phase of one, and hold again.

        Parameters
        ----------
        before : int
            Steps taken when the order came: one that was open then has been finished, and is the first of those asked.
        """
        side = order.payload.get("side", "both")
        if side != "both" and side not in self._trainer.objective.sides:
            self._refuse(order, f"'{side}' cannot learn alone in this training.")
            return
        if order.kind == "phase":
            self._take_phases(float(order.payload.get("every_s", 0.0)), side)
            return
        owed = self._owed
        self._pause()
        per_epoch = self._trainer.steps_per_epoch
        to_the_end = per_epoch - (before + owed) % per_epoch
        n = to_the_end if order.payload.get("until") == "epoch" else max(1, int(order.payload.get("n", 1)))
        n -= self._trainer.step_count - before
        self._owed = owed + n
        if not n:
            return
        self._side = side
        if side != "both":
            self._note("step", n=n, side=side)
        self._clock.go_on()

    def _take_phases(self, every_s: float, side: Side) -> None:
        """Take the next phase and hold, or one after another; a training that is played so can be paused."""
        if not self._slow.is_open:
            self._pause()
        self._slow.ask(every_s, side)
        state: State = "running" if self._slow.is_playing else "paused"
        if self._writer.current.state != state:
            self._reports.status(state=state, eta_s=None)

    def _go_back(self, order: Order) -> None:
        """Stand at a checkpoint again and hold there; the course that is left may become a run of its own."""
        step, left = int(order.payload.get("step", 0)), self._trainer.step_count
        try:
            kept = self._run.checkpoint(step)  # before the pause keeps one more, for which this one may have to go
            state = TrainerState(kept.model, kept.trainer, kept.info)
            self._pause()
            if order.payload.get("keep", True):
                self._reports.keep()
                self._run.store.keep_course(self._run.id)
            self._trainer.restore(state)
        except GenlabError as error:
            self._refuse(order, str(error))
            return
        self._writer.cut(step)
        live = {leaf.name: leaf.value for leaf in self._trainer.spec.leaves() if leaf.live}
        self._note("resume", step=step, left=left, live=live)
        self._clock.set_to(float(kept.info.get("seconds", 0.0)))
        self._reports.begin_at(step, is_kept=step in self._run.checkpoints())
        self._reports.keep()
        self._reports.status(state="paused", eta_s=None)
        self._reports.show()

    def _set(self, order: Order) -> None:
        try:
            self._trainer.set(order.payload)
        except ConfigError as error:
            self._refuse(order, str(error))
        else:
            self._reports.forget_kept()
            self._note("set", **order.payload)

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
