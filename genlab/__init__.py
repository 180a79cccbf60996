"""genlab: an interactive latent-space laboratory.

Train small generative models while you watch, then walk through the latent space they learned.
The rooms and who may call whom: ``docs/architecture.md``.
"""

import os

__version__ = "0.1.0"

# PyTorch's threads wait for one another by spinning. On a machine that has anything else to do, that made a step of a
# small network fifty times slower (measured: 4 to 240 ms). Sleeping at once makes each small operation wait 80 us for
# the others to wake; spinning for some 10 us before sleeping costs neither. Read when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "2000")
