"""A training's settings as a line that fits into an address: the preset, and what differs from it. Loads no torch.

``gan~objective:hinge~learning_rate:0.001`` is the GAN preset with two fields changed; :func:`spec_from` reads what
:func:`shorthand` wrote, and equal specs repeat a run.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from genlab.config import Leaf
from genlab.data.dataset import Dataset
from genlab.errors import ConfigError
from genlab.training.config import DataConfig, RunSpec
from genlab.training.presets import PRESETS, spec_for

BETWEEN, IS = "~", ":"
LONGEST = 2000
CHOICES = ("objective.objective", "model.body.body")
"""Fields that choose between configurations; the rest is compared with what the choice brings along."""


def shorthand(spec: RunSpec, dataset: Dataset) -> str:
    """Return a spec as a line; what it says of the data is left out.

    Raises
    ------
    ConfigError
        If it began as no preset, so that there is nothing to name it by.
    """
    if spec.preset not in PRESETS:
        raise ConfigError("These settings began as no preset, and have no link; choose a model and train it.")
    plan = spec_for(spec.preset, dataset, spec.data)
    words = [spec.preset]
    for path in CHOICES:
        chosen, usual = _at(spec, path), _at(plan, path)
        if chosen != usual:
            words.append(f"{path.split('.')[-2]}{IS}{chosen}")
            plan = plan.override({path.rpartition(".")[0]: chosen})
    usual_values = {leaf.path: leaf.value for leaf in plan.leaves()}
    leaves = [leaf for leaf in spec.leaves() if not leaf.path.startswith("data.")]
    names = Counter(leaf.name for leaf in spec.leaves())
    for leaf in leaves:
        if leaf.value != usual_values.get(leaf.path):
            words.append(f"{leaf.name if names[leaf.name] == 1 else leaf.path}{IS}{_text(leaf)}")
    return BETWEEN.join(words)


def spec_from(line: str, dataset: Dataset, data: DataConfig) -> RunSpec:
    """Return the spec that a line stands for on a data set.

    Raises
    ------
    UnknownNameError
        For a preset that does not exist.
    ConfigError
        For a setting that no field takes, or a line that cannot be read.
    """
    if len(line) > LONGEST:
        raise ConfigError(f"The settings in the address are longer than {LONGEST:,} letters; ask for the link anew.")
    preset, *words = line.split(BETWEEN)
    overrides: dict[str, Any] = {}
    for word in words:
        name, found, value = word.partition(IS)
        if not found:
            raise ConfigError(f"'{word[:60]}' in the address is no setting; write name{IS}value.")
        if name == "data" or name.startswith("data."):
            raise ConfigError("What a link says of a model cannot change its data; name the data by data=.")
        overrides[name] = value
    return spec_for(preset, dataset, data, overrides)


def _at(spec: RunSpec, path: str) -> Any:
    value: Any = spec
    for part in path.split("."):
        value = getattr(value, part, None)
    return value


def _text(leaf: Leaf) -> str:
    return ",".join(map(str, leaf.value)) if leaf.kind == "ints" else str(leaf.value)
