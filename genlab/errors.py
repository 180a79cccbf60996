"""Every error a caller can meet.

::

    GenlabError                     one sentence: what is wrong, what was received, what is allowed, what to do
    ├── UnknownNameError            a name that no registry holds            (LookupError)
    ├── ConfigError                 a field or value a configuration refuses (ValueError)
    ├── DataError                   a file or data set that cannot be read   (ValueError)
    ├── CapabilityError             asked of a model what it cannot do       (TypeError)
    ├── TrainingError               a training that cannot go on             (RuntimeError)
    │   └── DivergedError           a loss or weight became NaN or infinite
    ├── StoreError                  what is kept cannot be read or written   (OSError)
    │   ├── RunNotFoundError        no run of that id
    │   └── BrokenRunError          the run's files are damaged
    └── JobError                    work outside the server did not answer   (RuntimeError)

Pages show the text of a :class:`GenlabError`; the command line prints it and exits 2. Anything else is a bug and keeps
its traceback.
"""

from difflib import get_close_matches


def closest(name: str, known: list[str]) -> str:
    """Return `` Did you mean 'vae'?`` for the known name most like ``name``, or an empty string."""
    near = get_close_matches(name, known, n=1)
    return f" Did you mean '{near[0]}'?" if near else ""


class GenlabError(Exception):
    """Base of every error a person can cause; its text is one sentence fit to be shown."""


class UnknownNameError(GenlabError, LookupError):
    """A name that no registry holds."""


class ConfigError(GenlabError, ValueError):
    """A field or value that a configuration refuses."""


class DataError(GenlabError, ValueError):
    """A file or data set that cannot be read as announced."""


class CapabilityError(GenlabError, TypeError):
    """A model was asked for something it cannot do, such as encoding with a GAN."""


class TrainingError(GenlabError, RuntimeError):
    """A training that cannot go on."""


class DivergedError(TrainingError):
    """A loss or weight became NaN or infinite."""


class StoreError(GenlabError, OSError):
    """What is kept cannot be read or written."""


class RunNotFoundError(StoreError):
    """No run of that id is in the store."""


class BrokenRunError(StoreError):
    """A run's files are damaged."""


class JobError(GenlabError, RuntimeError):
    """Work handed to another process failed or did not answer."""
