import json
import shutil

import numpy as np
import pytest

from genlab.training.config import DataConfig
from genlab.training.presets import spec_for
from genlab.ui.words import plain


@pytest.fixture
def make_run(own_store):
    """A run of the ring GAN with two records, in the state asked for."""

    def make(state: str, **status):
        config = DataConfig(name="ring")
        run = own_store.create_run(spec_for("gan", own_store.sets.load(config), config), name="*mine*")
        with run.writer() as writer:
            for step in (50, 100):
                values = {"d_loss": 1.4, "g_loss": 0.7, "d_real": 0.5, "d_fake": 0.4}
                writer.metric({"step": step, "epoch": step / 40, "seconds": 1.0, "values": values})
            writer.preview(samples=np.zeros((9, 2), np.float32), step=np.asarray(100), epoch=np.asarray(2.5))
            writer.status(state=state, step=100, total_steps=4000, epoch=2.5, total_epochs=100.0, eta_s=9.0, **status)
        return run

    return make


def orders(page) -> dict[str, bool]:
    """Return which buttons can be pressed."""
    return {button.label: not button.disabled for button in page.button}


def test_train_opens_its_form_when_nothing_has_been_trained(open_page, own_store):
    page = open_page("train")
    assert not page.exception
    assert page.title[0].value == "Train"
    assert page.selectbox(key="train.data").value == "digits"
    assert page.selectbox(key="train.preset").value == "vae"
    assert page.get_by_key("train.digits.vae.mlp.model.latent_dim").value == 8
    assert orders(page)["Train"]
    assert "No training yet" in page.info[0].value


def test_train_gives_every_model_its_own_settings(open_page, own_store):
    page = open_page("train")
    page.get_by_key("train.digits.vae.mlp.model.latent_dim").set_value(2)
    page.selectbox(key="train.preset").select("beta-vae").run()
    assert page.get_by_key("train.digits.beta-vae.mlp.model.latent_dim").value == 8
    assert page.get_by_key("train.digits.beta-vae.mlp.objective.beta").value == 2.0
    page.selectbox(key="train.data").select("ring").run()
    assert not page.exception
    assert "dcgan" not in page.selectbox(key="train.preset").options
    assert page.get_by_key("train.ring.beta-vae.mlp.model.latent_dim").value == 2


def test_train_takes_the_data_from_the_address(open_page, own_store):
    assert open_page("train", data="ring").selectbox(key="train.data").value == "ring"


def test_train_offers_networks_of_convolutions_for_pictures(open_page, own_store):
    page = open_page("train")
    page.get_by_key("train.body.digits.vae").select("conv").run()
    assert not page.exception
    assert page.get_by_key("train.digits.vae.conv.model.body.channels").value == 32


def test_train_offers_the_objectives_that_can_train_the_model(open_page, own_store):
    page = open_page("train", data="ring")
    offered = page.get_by_key("train.objective.ring.vae").options
    assert "importance-weighted bound" in offered
    assert "hinge" not in offered
    page.get_by_key("train.objective.ring.vae").select("tcvae").run()
    assert not page.exception
    assert page.get_by_key("train.ring.vae.mlp.tcvae.objective.beta").value == 4.0
    page.selectbox(key="train.preset").select("gan").run()
    page.get_by_key("train.objective.ring.gan").select("hinge").run()
    assert page.get_by_key("train.ring.gan.mlp.hinge.objective.r1").value == 0.1  # what the preset set of both alike


def test_train_follows_the_run_that_is_under_way(open_page, make_run, own_store):
    make_run("finished")
    running = make_run("running")
    page = open_page("train")
    assert not page.exception
    assert page.query_params["run"] == running.id
    shown = orders(page)
    assert (shown["Pause"], shown["Go on"], shown["Step"], shown["Stop"]) == (True, False, False, True)
    assert "step 100 of 4,000" in " ".join(text.value for text in page.text)
    assert page.progress[0].value == 2
    charts = [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]
    assert [chart["layout"]["yaxis"]["title"]["text"] for chart in charts] == [
        "loss (nats per item)",
        "D's belief: data (probability)",
    ]
    views = [json.loads(found.proto.json)["view"] for found in page.get("bidi_component")]
    (live,) = [view for view in views if "socket" in view]
    assert live["socket"] == f"/genlab/runs/{running.id}/live"


@pytest.mark.parametrize(
    ("state", "possible"),
    [
        ("queued", {"Stop"}),
        ("paused", {"Go on", "Step", "Stop"}),
        ("finished", set()),
        ("stopped", {"Resume"}),
        ("failed", {"Resume"}),
    ],
)
def test_train_offers_the_orders_that_mean_something(open_page, make_run, state, possible):
    make_run(state, error="The loss became NaN." if state == "failed" else "")
    page = open_page("train")
    assert not page.exception
    others = ("Train", "Apply", "See it go wrong")
    assert {label for label, enabled in orders(page).items() if enabled and label not in others} == possible
    if state == "failed":
        assert "NaN" in page.error[0].value


def test_train_shows_a_run_whose_worker_is_gone_as_interrupted(open_page, make_run, own_store):
    run = make_run("running", pid=2**22 - 1)
    page = open_page("train", run=run.id)
    assert orders(page)["Resume"]
    assert "Interrupted" in " ".join(text.value for text in page.markdown)


def test_train_gives_the_order_that_was_pressed(open_page, make_run):
    run = make_run("running")
    page = open_page("train")
    page.button(key="order.pause").click().run()
    assert not page.exception
    with run.writer() as writer:
        assert [order.kind for order in writer.commands()] == ["pause"]


def test_train_asks_for_the_settings_that_were_changed_while_it_runs(open_page, make_run):
    run = make_run("running")
    page = open_page("train")
    page.get_by_key(f"live.{run.id}.training.learning_rate").set_value(0.01)
    next(button for button in page.button if button.label == "Apply").click().run()
    assert not page.exception
    with run.writer() as writer:
        (order,) = writer.commands()
    assert (order.kind, dict(order.payload)) == ("set", {"learning_rate": 0.01})


def test_train_shows_what_was_set_while_it_ran_to_one_who_comes_anew(open_page, make_run):
    run = make_run("running")
    with run.writer() as writer:
        writer.event("set", learning_rate=0.25)
    page = open_page("train")
    assert page.get_by_key(f"live.{run.id}.training.learning_rate").value == 0.25
    next(button for button in page.button if button.label == "Apply").click().run()
    with run.writer() as writer:
        assert writer.commands() == []


def test_train_never_renders_a_persons_text(open_page, make_run):
    make_run("running")
    page = open_page("train")
    assert not any("*mine*" in text.value for text in page.markdown)
    assert any("*mine*" in label for label in page.selectbox(key="train.run").options)  # options are plain text


def test_train_shows_a_damaged_run_by_a_sentence(open_page, own_store, make_run):
    run = make_run("finished")
    (own_store.root / "runs" / run.id / "state.json").write_text("{")
    page = open_page("train")
    assert not page.exception
    assert plain(run.id) in page.error[0].value


def test_train_says_why_a_store_cannot_be_read(open_page, refused_store):
    page = open_page("train")
    assert not page.exception
    assert "cannot be listed" in page.error[0].value


def unfolded(open_page, run):
    page = open_page("train", run=run.id)
    page.session_state[f"stepping.{run.id}"] = True
    return page.run()


def test_train_steps_one_side_of_a_game(open_page, make_run):
    run = make_run("paused")
    page = unfolded(open_page, run)
    page.get_by_key(f"stepping.side.{run.id}").set_value("generator").run()
    page.button(key=f"stepping.Epoch.{run.id}").click().run()
    page.button(key=f"stepping.Play phases.{run.id}").click().run()
    assert not page.exception
    with run.writer() as writer:
        step, phase = writer.commands()
    assert (step.kind, dict(step.payload)) == ("step", {"until": "epoch", "side": "generator"})
    assert (phase.kind, dict(phase.payload)) == ("phase", {"every_s": 1.0, "side": "generator"})


def a_phase() -> tuple[dict, dict]:
    """Return facts and arrays of a phase, as a worker shows it."""
    layer = {"part": "generator", "name": "first", "kind": "Linear", "shape": [16], "weights": 48, "weight_norm": 2.0}
    layer |= {"gradient_norm": None, "update_norm": None, "zeros": 0.5}
    made = {"name": "fake", "shape": [64, 2], "mean": 0.0, "spread": 1.0, "low": -2.0, "high": 2.0}
    facts = {
        "step": 100,
        "number": 1,
        "phase": {"name": "d_sample", "title": "D: samples", "why": "Because."},
        "lines": {"text": "fake = generator(z)", "file": "a.py", "first": 7},
        "called": [],
        "figures": {"weight": 1.0},
        "made": [made],
        "layers": [layer],
        "ran": ["generator"],
        "graded": [],
        "moved": [],
    }
    return facts, {"made.fake": np.zeros((64, 2), np.float32), "layer.0": np.ones((8, 16), np.float32)}


def test_train_shows_a_phase_with_its_reason_its_code_and_the_model(open_page, make_run):
    run = make_run("paused")
    facts, arrays = a_phase()
    with run.writer() as writer:
        writer.look(facts, arrays)
    page = unfolded(open_page, run)
    assert not page.exception
    assert any("Because." in text.value for text in page.markdown)
    assert "fake = generator(z)" in [code.value for code in page.code]
    shown = "".join(piece.proto.body for piece in page.get("html"))
    assert "gl-runs" in shown
    assert "learns 48 numbers" in shown
    assert "64×2" in shown


def test_train_says_where_a_phase_was_left_and_shows_it_no_longer(open_page, make_run):
    run = make_run("paused")
    facts, _ = a_phase()
    with run.writer() as writer:
        writer.look({**facts, "left": True}, {})
    page = unfolded(open_page, run)
    assert not page.exception
    assert any("Left at step 101, phase 1" in caption.value for caption in page.caption)
    assert not any("Because." in text.value for text in page.markdown)


def test_train_offers_to_pause_what_is_played_phase_by_phase(open_page, make_run):
    run = make_run("running")
    facts, arrays = a_phase()
    with run.writer() as writer:
        writer.look({**facts, "every_s": 1.0}, arrays)
        page = unfolded(open_page, run)
    assert not page.exception
    shown = orders(page)
    assert (shown["Pause"], shown["Go on"], shown["Go on at full speed"]) == (True, False, True)
    assert page.get("progress")[0].proto.text == "Phase by phase"


def keep(run, *steps: int) -> None:
    with run.writer() as writer:
        for step in steps:
            writer.checkpoint(step, {"w": np.zeros(2)}, {"m": np.zeros(2)}, {})


def test_train_goes_back_to_a_checkpoint(open_page, make_run):
    run = make_run("paused")
    keep(run, 0, 40, 100)
    page = open_page("train", run=run.id)
    page.get_by_key(f"back.{run.id}").set_value(0).run()
    go = page.button(key=f"back.go.{run.id}")
    assert go.label == "Go back to step 0"
    go.click().run()
    assert not page.exception
    with run.writer() as writer:
        (order,) = writer.commands()
    assert (order.kind, dict(order.payload)) == ("back", {"step": 0, "keep": True})


def test_train_keeps_the_checkpoint_that_was_chosen_while_others_are_added(open_page, make_run, own_store):
    run = make_run("paused")
    keep(run, 0, 40, 60, 100)
    page = open_page("train", run=run.id)
    assert page.button(key=f"back.go.{run.id}").label == "Go back to step 60"
    page.get_by_key(f"back.{run.id}").set_value(40).run()
    keep(run, 536)
    page.run()
    assert page.get_by_key(f"back.{run.id}").value == 40
    assert page.button(key=f"back.go.{run.id}").label == "Go back to step 40"
    shutil.rmtree(own_store.root / "runs" / run.id / "checkpoints" / "40")
    page.run()
    assert not page.exception
    assert page.button(key=f"back.go.{run.id}").label == "Go back to step 60"
    assert any("Step 40 is no longer kept" in caption.value for caption in page.caption)


def test_train_goes_back_nowhere_if_the_checkpoint_is_gone(open_page, make_run, own_store):
    run = make_run("paused")
    keep(run, 0, 40, 100)
    page = open_page("train", run=run.id)
    shutil.rmtree(own_store.root / "runs" / run.id / "checkpoints" / "40")
    page.button(key=f"back.go.{run.id}").click().run()
    assert not page.exception
    assert "keeps no checkpoint of step 40" in page.toast[0].value
    with run.writer() as writer:
        assert writer.commands() == []
