"""The reconstruction loss of a plain autoencoder."""

from __future__ import annotations

from torch import Generator, Tensor

from genlab.models.autoencoder import Autoencoder
from genlab.training.config import RunSpec
from genlab.training.objectives.protocol import descend
from genlab.training.optim import FlatAdam


class Reconstruction:
    """loss = -log p(x | z) at the item's own code (its mean, if the model is variational)."""

    figures = ("loss", "recon_loss")

    def __init__(self, model: Autoencoder, spec: RunSpec, bfloat16: bool = False) -> None:
        self.adam = FlatAdam(model, spec.training.learning_rate, spec.training.adam_beta1, bfloat16=bfloat16)
        self.optimisers = {"adam": self.adam}

    def configure(self, spec: RunSpec) -> None:
        """Take up the learning rate."""
        self.adam.learning_rate = spec.training.learning_rate

    def step(self, x: Tensor, noise: Generator, epoch: float, count: int) -> tuple[Tensor, ...]:
        """Learn from one batch; return loss and recon_loss, which are equal."""
        self.adam.zero_grad()
        net = self.adam.network
        loss = -net.decode(net.encode(x).mu).log_prob(x)  # (B,)
        descend(loss)
        self.adam.step()
        return loss.detach(), loss.detach()
