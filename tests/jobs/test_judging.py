"""The discriminator as the page asks for it."""

import numpy as np
import pytest

from genlab.analysis.checkpoints import model_at
from genlab.analysis.judging import scores
from genlab.analysis.scene import read_scene
from genlab.jobs.asked import ASKED
from genlab.jobs.quick import answer
from genlab.store import default_store


@pytest.fixture
def store(tmp_path):
    return default_store(tmp_path)


def judged(store, run, codes):
    arguments = ASKED["judge"].parse({"codes": codes}).model_dump()
    step = store.run(run).checkpoints()[-1]
    return answer(store, {"kind": "judge", "arguments": {"run": run, "step": step, **arguments}})


def test_discriminator_scores_generated_digits_above_noise_in_activations(store):
    gan = store.run("digits-gan")
    places = read_scene(gan).places[:200]
    noise = np.random.default_rng(0).normal(0, 4 * places.std(), places.shape).astype(np.float32)
    model = model_at(gan)
    assert np.mean(scores(model, places) > np.median(scores(model, noise))) > 0.8


def test_answer_holds_a_score_for_each_code(store):
    places = read_scene(store.run("digits-gan")).places[:5].astype(float)
    told = judged(store, "digits-gan", places.tolist())["answer"]["scores"]
    np.testing.assert_allclose(told, scores(model_at(store.run("digits-gan")), places), atol=1e-4)


@pytest.mark.parametrize(
    ("run", "codes", "sentence"),
    [
        ("digits-vae", [[0.0] * 8], "Only a GAN has a discriminator"),
        ("digits-gan", [[0.0] * 8], "have 128 numbers"),
        ("digits-gan", [[0.0], [0.0, 1.0]], "equally many"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_one_sentence(store, run, codes, sentence):
    assert sentence in judged(store, run, codes)["error"]
