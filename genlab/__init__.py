"""genlab: an interactive latent-space laboratory.

Train small generative models while you watch, then walk through the latent space they learned.
The rooms and who may call whom: ``docs/architecture.md``.
"""

__version__ = "0.1.0"
