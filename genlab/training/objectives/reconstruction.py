"""The reconstruction loss of a plain autoencoder."""

from __future__ import annotations

from torch import Generator, Tensor

from genlab.models.autoencoder import Autoencoder
from genlab.training.config import RunSpec
from genlab.training.optim import FlatAdam


class Reconstruction:
    """loss = -log p(x | z) at the item's own code (its mean, if the model is variational)."""

    figures = ("loss", "recon_loss")

    def __init__(self, model: Autoencoder, spec: RunSpec) -> None:
        self.model = model
        self.optimisers = {"adam": FlatAdam(model, spec.training.learning_rate, beta1=spec.training.adam_beta1)}

    def configure(self, spec: RunSpec) -> None:
        """Take up the learning rate."""
        self.optimisers["adam"].learning_rate = spec.training.learning_rate

    def step(self, x: Tensor, noise: Generator, epoch: float, count: int) -> tuple[Tensor, ...]:
        """Learn from one batch; return loss and recon_loss, which are equal."""
        adam = self.optimisers["adam"]
        adam.zero_grad()
        loss = -self.model.decode(self.model.encode(x).mu).log_prob(x).mean()  # ()
        loss.backward()  # type: ignore[no-untyped-call]
        adam.step()
        return loss.detach(), loss.detach()
