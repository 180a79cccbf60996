"""Settings as a line of an address, and back."""

import pytest

from genlab.data.named import load
from genlab.errors import ConfigError, UnknownNameError
from genlab.training.config import DataConfig
from genlab.training.presets import PRESETS, spec_for
from genlab.training.shorthand import shorthand, spec_from

RING, DATA = load("ring"), DataConfig(name="ring")


@pytest.mark.parametrize("preset", [name for name in PRESETS.names() if name != "dcgan"])
def test_shorthand_of_a_preset_is_its_name(preset):
    assert shorthand(spec_for(preset, RING, DATA), RING) == preset


@pytest.mark.parametrize(
    ("preset", "changes"),
    [
        ("gan", {"seed": 7, "learning_rate": 1.3e-4, "hidden": (32, 16)}),
        ("gan", {"objective": "hinge", "d_steps": 3, "spectral_norm": True}),
        ("vae", {"beta": 0.25, "kl_warmup": 3.5, "model.body.activation": "tanh"}),
    ],
)
def test_shorthand_repeats_a_spec(preset, changes):
    spec = spec_for(preset, RING, DATA, changes)
    line = shorthand(spec, RING)
    assert line.startswith(f"{preset}~")
    assert spec_from(line, RING, DATA) == spec


@pytest.mark.parametrize(
    ("line", "error", "words"),
    [
        ("vea", UnknownNameError, "vea"),
        ("gan~seed", ConfigError, "is no setting"),
        ("gan~sped:3", ConfigError, "Unknown setting 'sped'"),
        ("gan~learning_rate:-1", ConfigError, "learning_rate"),
        ("gan~data.name:digits", ConfigError, "cannot change its data"),
        ("gan~seed:1" * 500, ConfigError, "longer than"),
    ],
)
def test_shorthand_refuses_what_no_one_wrote(line, error, words):
    with pytest.raises(error, match=words):
        spec_from(line, RING, DATA)
