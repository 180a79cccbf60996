"""Being ready: everything a first training needs is loaded and has run once, so that a click is answered at once."""

from __future__ import annotations

from typing import cast

from genlab.data.named import load
from genlab.exports.trace import trace
from genlab.jobs.frames import Frames
from genlab.jobs.held_out import HeldOut
from genlab.models.protocols import LatentModel
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.device import has_fast_bfloat16
from genlab.training.presets import spec_for

REHEARSED = ("vae", "gan")


def warm() -> None:
    """Open a data set and rehearse each kind of training on it for two steps; takes a few seconds."""
    has_fast_bfloat16()  # remembered for trainings large enough to ask
    dataset, data = load("digits"), DataConfig(name="digits")
    for preset in REHEARSED:
        trainer = start(spec_for(preset, dataset, data), dataset)
        trainer.step(2)
        trainer.state()
        Frames(trainer, dataset, data).frame()
        held_out = HeldOut(trainer, dataset, data)
        if held_out.exists:
            held_out.measure()
            trace(cast(LatentModel, trainer.model.eval()), dataset.item_shape)
