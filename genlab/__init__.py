"""genlab: an interactive latent-space laboratory.

Train small generative models while you watch, then walk through the latent space they learned.
The rooms and who may call whom: ``docs/architecture.md``.
"""

import os

__version__ = "0.1.0"

# PyTorch's threads wait for one another by spinning. On a machine that has anything else to do, that made a step of a
# small network fifty times slower (measured: 4 to 240 ms); sleeping costs next to nothing. Read when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
