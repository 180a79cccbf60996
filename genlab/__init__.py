"""genlab: an interactive latent-space laboratory.

Train small generative models while you watch, then walk through the latent space they learned.
The rooms and who may call whom: ``docs/architecture.md``.
"""

import os

__version__ = "0.1.0"

# PyTorch's threads wait for one another by spinning. On a machine that has anything else to do, that made a step of a
# small network fifty times slower (measured: 4 to 240 ms). Sleeping at once makes each small operation wait 80 us for
# the others to wake; spinning for some 0.3 ms before sleeping bridges the gap between two operations (a step of a 28x28
# perceptron: 5.5 to 4.9 ms alone, 16 to 13 ms beside two busy processes). Read when torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
os.environ.setdefault("GOMP_SPINCOUNT", "50000")
