import math

import pytest
from streamlit.testing.v1 import AppTest

from genlab.data.named import load
from genlab.training.config import DataConfig, RunSpec
from genlab.training.presets import PRESETS, spec_for
from genlab.ui.forms import leaf_help, leaf_label, shown, step_of


def leaves(preset: str, dataset: str):
    return spec_for(preset, load(dataset), DataConfig(name=dataset)).leaves()


@pytest.mark.parametrize("dataset", ["digits", "ring"])
@pytest.mark.parametrize("preset", PRESETS.names())
def test_form_shows_every_field_with_help_and_its_value_and_changes_nothing_by_itself(preset, dataset):
    def script(preset, dataset):
        import streamlit as st

        from genlab.data.named import load
        from genlab.training.config import DataConfig
        from genlab.training.presets import spec_for
        from genlab.ui.forms import changes, settings

        plan = spec_for(preset, load(dataset), DataConfig(name=dataset))
        settings(plan.leaves(), scope="test")
        st.session_state.changes = changes(plan.leaves(), scope="test")

    page = AppTest.from_function(script, args=(preset, dataset), default_timeout=30).run()
    assert not page.exception
    assert page.session_state.changes == {}
    for leaf in leaves(preset, dataset):
        control = page.get_by_key(f"test.{leaf.path}")
        assert control.value == pytest.approx(shown(leaf)) if leaf.kind == "float" else control.value == shown(leaf)
        assert control.help.startswith(leaf.description)


def test_form_returns_what_a_person_changed_fit_for_override():
    def script():
        import streamlit as st

        from genlab.data.named import load
        from genlab.training.config import DataConfig
        from genlab.training.presets import spec_for
        from genlab.ui.forms import changes, settings

        plan = spec_for("vae", load("digits"), DataConfig(name="digits"))
        settings(plan.leaves(), scope="test")
        st.session_state.changes = changes(plan.leaves(), scope="test")

    page = AppTest.from_function(script, default_timeout=30).run()
    page.get_by_key("test.model.latent_dim").set_value(2)
    page.get_by_key("test.model.body.hidden").set_value("64, 32")
    page.get_by_key("test.model.likelihood").set_value("gaussian")
    page.get_by_key("test.training.learning_rate").set_value(0.01).run()
    changes = page.session_state.changes
    assert changes == {
        "model.latent_dim": 2,
        "model.body.hidden": "64, 32",
        "model.likelihood": "gaussian",
        "training.learning_rate": 0.01,
    }
    spec: RunSpec = spec_for("vae", load("digits"), DataConfig(name="digits"), changes)
    assert (spec.model.latent_dim, spec.model.body.hidden, spec.training.learning_rate) == (2, (64, 32), 0.01)


def test_help_names_bounds_unit_and_whether_it_may_change_while_it_runs():
    by_name = {leaf.name: leaf for leaf in leaves("vae", "digits")}
    assert "From 1 to 256 dimensions." in leaf_help(by_name["latent_dim"])
    assert "while the training runs" in leaf_help(by_name["beta"])
    assert "while the training runs" not in leaf_help(by_name["seed"])


def test_label_says_the_unit_once():
    by_name = {leaf.name: leaf for leaf in leaves("vae", "digits")}
    assert leaf_label(by_name["epochs"]) == "Epochs"
    assert leaf_label(by_name["batch_size"]).endswith("(items)")


@pytest.mark.parametrize("value", [2e-3, 0.1, 1.0, 30.0, 0.995])
def test_step_is_smaller_than_the_value_and_not_much(value):
    assert 0.05 <= step_of(value, None) / value <= 0.5
    assert math.isfinite(step_of(0.0, 1000.0))
    assert step_of(0.0, 1000.0) > 0
