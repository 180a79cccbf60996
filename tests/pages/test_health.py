"""The health of a training and the failures on purpose, as the Train page shows them."""

import pytest

from genlab.jobs.client import stop_supervisor
from genlab.training.config import DataConfig
from genlab.training.failures import FAILURES
from genlab.training.presets import spec_for
from genlab.ui.words import ACTIVE

FIGURES = {"gradient": 0.1, "per_weight": 1e-3, "stride": 0.1, "update": 1e-3, "largest_weight": 4.0}


@pytest.fixture
def training_store(own_store):
    """The server's store, whose trainings end with the test."""
    yield own_store
    for run in own_store.runs():
        if run.state in ACTIVE and not run.gallery:
            own_store.run(run.id).order("stop")
    stop_supervisor(own_store)


@pytest.fixture
def vae(own_store):
    """A running digits VAE whose codes are in use, or are not."""

    def make(activity: float, state: str = "running"):
        config = DataConfig(name="digits")
        run = own_store.create_run(spec_for("vae", own_store.sets.load(config), config, {"beta": 50.0}), name="*mine*")
        with run.writer() as writer:
            for step in range(300, 420, 20):
                vitals = {
                    "optimisers": {"adam": FIGURES},
                    "kl_per_dimension": [1e-4] * 8,
                    "activity": [activity] * 8,
                }
                values = {"loss": 27.1, "recon_loss": 27.1, "kl": 1e-4}
                writer.metric({"step": step, "epoch": step / 12, "seconds": 1.0, "values": values, "vitals": vitals})
            writer.status(state=state, step=400, total_steps=2376, epoch=33.0, total_epochs=198.0, eta_s=9.0)
        return run

    return make


def words(page) -> str:
    return " ".join([*(text.value for text in page.markdown), *(piece.proto.body for piece in page.get("html"))])


def button(page, label: str):
    return next(found for found in page.button if found.label == label)


def test_train_says_that_a_training_is_healthy_and_by_which_figures(open_page, vae):
    vae(activity=1.0)
    page = open_page("train")
    assert not page.exception
    assert "Healthy" in words(page)
    assert "8 of 8" in words(page)
    assert "KL collapsed" not in words(page)


def test_train_says_what_goes_wrong_and_its_button_gives_the_order(open_page, vae):
    run = vae(activity=1e-5)
    page = open_page("train")
    assert not page.exception
    assert "KL collapsed" in words(page)
    assert "none of the 8 latent dimensions" in words(page)
    assert any("bound is 0.01" in caption.value for caption in page.caption)
    button(page, "Set KL weight β to 1").click().run()
    assert not page.exception
    with run.writer() as writer:
        (order,) = writer.commands()
    assert (order.kind, dict(order.payload)) == ("set", {"beta": 1.0})


def test_train_offers_another_run_where_a_training_is_over(open_page, vae, training_store):
    run = vae(activity=1e-5, state="finished")
    page = open_page("train", run=run.id)
    button(page, "Train again with KL weight β 1").click().run()
    assert not page.exception
    newest = training_store.runs()[0]
    assert newest.id != run.id
    assert training_store.run(newest.id).spec.objective.beta == 1.0
    assert page.query_params["run"] == newest.id


def test_train_begins_a_failure_on_purpose(open_page, training_store):
    page = open_page("train")
    names = page.selectbox(key="failures.which").options
    assert names == [failure.title for failure in FAILURES]
    page.selectbox(key="failures.which").select_index(names.index("Codes say nothing")).run()
    button(page, "See it go wrong").click().run()
    assert not page.exception
    (run, *_) = training_store.runs()
    assert training_store.run(run.id).spec.objective.beta == 50.0
    assert page.query_params["run"] == run.id
