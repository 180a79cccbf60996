"""The end of a discriminator that is told how much the items of a batch differ."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from genlab.models.bodies.chain import in_precision_of


class JudgeBatch(nn.Module):
    """Features (B, width) to logits (B, 1), given the standard deviation over the batch, averaged over features.

    Attributes
    ----------
    last : Tensor, shape ()
        How much the last batch differed.
    held : Tensor or None
        What to say instead of how much a batch differs.

    References
    ----------
    Karras et al. 2018, arXiv:1710.10196, section 3; there over groups of four, here over the whole batch.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.head = nn.Linear(width + 1, 1)
        self.last: Tensor | None = None
        self.held: Tensor | None = None

    def forward(self, features: Tensor) -> Tensor:
        """Return logits, shape (B, 1), float32."""
        spread = self.held
        if spread is None:
            spread = (features.var(0, correction=0) + 1e-8).sqrt().mean()  # (); a root has no slope at 0
            self.last = spread.detach()
        seen = torch.cat([features, spread.expand(len(features), 1)], 1)  # (B, width + 1)
        return self.head(in_precision_of(self.head.weight, seen)).float()
