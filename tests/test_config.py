import pytest

from genlab.config import Config
from genlab.errors import ConfigError
from genlab.models.config import ConvConfig, GanConfig
from genlab.training.config import DataConfig, RunSpec
from genlab.training.objectives.registry import OBJECTIVES


@pytest.fixture
def spec() -> RunSpec:
    return RunSpec(data=DataConfig(name="digits"))


def test_spec_survives_json_round_trip(spec: RunSpec):
    assert RunSpec.from_json(spec.to_json()) == spec


def test_override_takes_own_names_and_dotted_paths(spec: RunSpec):
    changed = spec.override({"latent_dim": "3", "model.body.hidden": "50, 20", "training.epochs": 7})
    assert changed.model.latent_dim == 3
    assert changed.model.body.hidden == (50, 20)
    assert changed.training.epochs == 7
    assert spec.model.latent_dim == 16


def test_override_finds_fields_of_a_choice_made_in_the_same_breath(spec: RunSpec):
    changed = spec.override({"channels": "8", "body": "conv"})
    assert changed.model.body == ConvConfig(channels=8)


def test_override_names_the_closest_setting_when_one_is_unknown(spec: RunSpec):
    with pytest.raises(ConfigError, match="Did you mean 'latent_dim'"):
        spec.override({"latent_dims": 3})


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("latent_dim", "0", "^latent_dim must be >= 1, got 0\\.$"),
        ("latent_dim", "many", "^latent_dim must be a whole number, got 'many'\\.$"),
        ("learning_rate", "nan", "learning_rate"),
        ("epochs", "1.5", "epochs"),
        ("hidden", "", "hidden"),
        ("hidden", "50, abc", "^hidden takes whole numbers with commas between, each of which .* got 'abc'\\.$"),
        ("body", "cnov", "body"),
    ],
)
def test_override_refuses_a_bad_value_in_one_sentence(spec: RunSpec, key: str, value: str, said: str):
    with pytest.raises(ConfigError, match=said) as caught:
        spec.override({key: value})
    assert "\n" not in str(caught.value)


def test_override_says_which_choice_a_setting_comes_with(spec: RunSpec):
    with pytest.raises(ConfigError, match="'n_samples' comes with objective=iwae"):
        spec.override({"n_samples": 3})


def test_ambiguous_name_is_refused_with_its_paths():
    class Inner(Config):
        size: int = 1

    class Outer(Config):
        left: Inner = Inner()
        right: Inner = Inner()

    with pytest.raises(ConfigError, match=r"left\.size, right\.size"):
        Outer().override({"size": 2})
    assert Outer().override({"right.size": 2}).right.size == 2


def test_unknown_fields_are_refused_when_parsing():
    with pytest.raises(ConfigError, match="latent_dims is no setting"):
        GanConfig.parse({"latent_dims": 3})


def test_another_objective_keeps_what_was_set_of_switches_both_have_alike():
    spec = RunSpec.parse(
        {
            "data": {"name": "ring"},
            "model": {"family": "gan"},
            "objective": {"objective": "non_saturating", "r1": 0.3, "d_steps": 2},
        }
    )
    other = spec.with_objective("wasserstein").objective
    assert (other.objective, other.r1, other.gradient_penalty, other.d_steps) == ("wasserstein", 0.3, 10.0, 5)
    assert RunSpec(data=spec.data).with_objective("tcvae").objective.beta == 4.0


@pytest.mark.parametrize(
    "model", [{"family": "autoencoder"}, {"family": "gan"}, {"family": "gan", "body": {"body": "conv"}}]
)
@pytest.mark.parametrize("objective", OBJECTIVES.names())
def test_every_leaf_explains_itself(model: dict, objective: str):
    spec = RunSpec.parse({"data": {"name": "digits"}, "model": model, "objective": {"objective": objective}})
    for leaf in spec.leaves():
        assert len(leaf.description) > 15, leaf.path
        assert leaf.description.endswith("."), leaf.path
