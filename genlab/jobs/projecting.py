"""One life of a map in the making: laid out, refined step by step, shown and kept, obeying orders. Loads no torch."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager

import numpy as np
from numpy.typing import NDArray

from genlab.analysis.maps import MapSpec, figures, first_places, material, prepared_scene, short_rows, split
from genlab.jobs.pace import LOOK_S, Turn, beating
from genlab.latent.blending import Plane
from genlab.latent.pacmap import PacmapRun
from genlab.latent.tsne import TsneRun
from genlab.latent.umap import fit_umap
from genlab.store import MapStatus, ProjectionWriter, Run
from genlab.store.arrays import Arrays

OnStep = Callable[[MapStatus], None]
Optimised = TsneRun | PacmapRun

HEARTBEAT_S = 5.0
PARK_S = 300.0
"""Seconds after which a paused map's process ends; what it has kept goes on when a person says so."""
PACED_OVER_S = 3.0
"""Seconds of the latest steps that the time left is judged by: steps take longer as a map grows."""


class Projecting:
    """A map between the orders it gets and the files it fills.

    What is not the map itself takes a twenty-fifth of the time: frames 2 %, the state to go on from 1 %, and the KL
    divergence about a tenth of a step, in at most a tenth of the steps.

    Parameters
    ----------
    run : Run
    step : int
        The checkpoint.
    spec : MapSpec
    writer : ProjectionWriter
    asked_to_stop : callable
        Tells whether the process was asked to end.
    on_step : callable, optional
        Called with the status whenever it was written.
    """

    def __init__(
        self,
        run: Run,
        step: int,
        spec: MapSpec,
        writer: ProjectionWriter,
        asked_to_stop: Callable[[], bool],
        on_step: OnStep | None = None,
    ) -> None:
        self._spec = spec
        self._writer = writer
        self._asked_to_stop = asked_to_stop
        self._on_step = on_step
        with self._beating():
            self._scene = prepared_scene(run, step)
            self._material = material(spec, self._scene)
        self._frame_turn = Turn(0.1, 0.02, at_latest_s=2.0)
        self._kl_turn = Turn(0.5, 0.1)
        self._keep_turn = Turn(1.0, 0.01)
        self._marks: deque[tuple[float, int]] = deque()
        self._paused_at: float | None = None
        self.parked = False
        self.stopped = False

    def go(self) -> MapStatus:
        """Make the map to its end, or until told to stop or parked; the last frame of the first two is measured.

        Raises
        ------
        ConfigError
            If there are too few rows.
        StoreError
            If the disk refuses.
        """
        method = self._spec.method
        self._status(iterations={"tsne": self._spec.iterations, "pacmap": PacmapRun.iterations}.get(method, 0))
        with self._beating():
            places: NDArray[np.floating] = first_places(self._spec, self._material, self._scene)
        if method in ("tsne", "pacmap"):
            places = self._optimise(places)
        elif method == "umap":
            self._show(places)
            with self._beating():
                places = fit_umap(short_rows(self._material), self._spec)
        if self.parked:
            return self._writer.current
        self._show(places)
        self._status(eta_s=0.0)
        with self._beating():
            found = figures(self._material, split(places, self._material).coords)
        return self._status(state="stopped" if self.stopped else "finished", eta_s=None, **found._asdict())

    def _optimise(self, start: NDArray[np.floating]) -> NDArray[np.floating]:
        kept = self._kept(len(start))
        self._show(start if kept is None else kept["embedding"])
        with self._beating():  # the neighbours of large data take minutes
            kind: type[TsneRun | PacmapRun] = TsneRun if self._spec.method == "tsne" else PacmapRun
            run = kind(short_rows(self._material), self._spec, kept)
        while not run.finished:
            self._obey(run)
            if self.stopped:
                break
            if self._paused_at is not None:
                if self._parks(run):
                    return run.embedding
                self._wait()
                continue
            self._advance(run)
        kl = run.measure() if isinstance(run, TsneRun) else None
        if run.finished:
            self._writer.drop_kept()
        else:
            self._writer.keep(run.state())
        self._status(iteration=run.iteration, kl=kl)
        return run.embedding

    def _advance(self, run: Optimised) -> None:
        """Move all points once, then do what is due of the rest."""
        if isinstance(run, TsneRun) and self._kl_turn.is_due():
            with self._kl_turn.taken():
                run.step(with_kl=True)
        else:
            run.step()
        if self._frame_turn.is_due():
            with self._frame_turn.taken():
                self._show(run.embedding)
                kl = run.kl if isinstance(run, TsneRun) else None
                left_s = self._left_s(run.iteration, self._writer.current.iterations)
                self._status(iteration=run.iteration, kl=kl, eta_s=left_s)
        if self._keep_turn.is_due() and run.iteration > 1:
            with self._keep_turn.taken():
                self._writer.keep(run.state())

    def _obey(self, run: Optimised) -> None:
        for order in self._writer.orders():
            if order.kind == "stop":
                self.stopped = True
            elif order.kind == "park" and self._paused_at is not None:
                self._paused_at = -math.inf
            elif order.kind == "pause" and self._paused_at is None:
                self._paused_at = time.monotonic()
                self._show(run.embedding)
                self._writer.keep(run.state())
                kl = run.measure() if isinstance(run, TsneRun) else None
                self._status(state="paused", iteration=run.iteration, kl=kl, eta_s=None)
            elif order.kind == "resume" and self._paused_at is not None:
                self._paused_at = None
                self._marks.clear()
                self._status(state="running")
        self.stopped = self.stopped or self._asked_to_stop()

    def _parks(self, run: Optimised) -> bool:
        """Note a map that was paused long enough as parked; its state was kept when it was paused."""
        if self._paused_at is None or time.monotonic() - self._paused_at < PARK_S:
            return False
        self._status(parked=True)  # from here on nobody gives orders
        self._obey(run)  # what was ordered just before
        self.parked = self._paused_at is not None and not self.stopped
        if not self.parked:
            self._status(parked=False)
        return self.parked

    def _beating(self) -> AbstractContextManager[None]:
        return beating(self._writer.status, HEARTBEAT_S)

    def _wait(self) -> None:
        time.sleep(LOOK_S)
        if time.time() - self._writer.current.heartbeat > HEARTBEAT_S:
            self._writer.status()

    def _kept(self, n: int) -> Arrays | None:
        """Return the state that an earlier life kept, if it is of this map."""
        kept = self._writer.kept()
        shape = (n, self._spec.n_components)
        own = {"update", "gains"} if self._spec.method == "tsne" else {"mean", "square"}
        known = kept is not None and {"embedding", "iteration", *own} <= kept.keys()
        return kept if known and kept is not None and kept["embedding"].shape == shape else None

    def _show(self, places: NDArray[np.floating]) -> None:
        layout = split(places, self._material)
        self._writer.frame(
            coords=layout.coords,
            real_coords=layout.real_coords,
            real_labels=self._material.real_labels,
            spacing=np.asarray(Plane(layout.coords).spacing),
        )

    def _status(self, **changes: object) -> MapStatus:
        status = self._writer.status(**changes)
        if self._on_step is not None:
            self._on_step(status)
        return status

    def _left_s(self, iteration: int, of: int) -> float | None:
        now = time.perf_counter()
        self._marks.append((now, iteration))
        while now - self._marks[0][0] > PACED_OVER_S:
            self._marks.popleft()
        seconds, steps = now - self._marks[0][0], iteration - self._marks[0][1]
        return (of - iteration) * seconds / steps if steps else None
