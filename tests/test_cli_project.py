"""``genlab project`` over the runs that came with genlab."""

import json

import numpy as np
import pytest

from genlab.cli import main
from genlab.latent.pca import Pca
from genlab.store import default_store


@pytest.fixture
def project(tmp_path, capsys):
    """Call the command; return status, answer or refusal, and the arrays written."""

    def call(run: str, *words: object):
        out = tmp_path / "e.npz"
        out.unlink(missing_ok=True)
        capsys.readouterr()
        status = main(["--runs", str(tmp_path / "runs"), "--json", "project", run, "--out", str(out), *map(str, words)])
        answer, told = capsys.readouterr()
        if status == 2:
            assert answer == ""
            assert told.count("\n") == 1
            assert not out.exists()
            return status, told.strip(), {}
        with np.load(out) as kept:
            return status, json.loads(answer), dict(kept)

    return call


def test_pca_is_the_projection_of_the_codes_with_their_labels(project, tmp_path):
    status, answer, arrays = project("digits-vae", "--method", "pca", "--n-components", 3)
    run = default_store(tmp_path / "runs").run("digits-vae")
    codes = run.cache_get(f"codes-{run.checkpoints()[-1]}")
    assert status == 0
    assert set(arrays) == {"embedding", "labels"}
    fitted = Pca.fit(codes["mu"], 3).transform(
        codes["mu"]
    )  # the gallery keeps codes in half precision, the map in full
    np.testing.assert_allclose(arrays["embedding"], fitted, atol=2e-3)
    np.testing.assert_array_equal(arrays["labels"], codes["labels"])
    assert 0 < answer["trustworthiness"] < 1
    assert 0 < answer["knn_accuracy"] < 1


def test_tsne_is_made_once_and_equal_for_equal_settings(project):
    words = ("--method", "tsne", "--iterations", 60, "--perplexity", 12, "--seed", 3)
    status, answer, first = project("digits-vae", *words)
    assert (status, answer["state"], answer["iteration"]) == (0, "finished", 60)
    assert answer["knn_accuracy"] > 0.9
    again = project("digits-vae", *words)[2]
    np.testing.assert_array_equal(again["embedding"], first["embedding"])


def test_raw_axes_are_dimensions_of_the_code(project, tmp_path):
    arrays = project("digits-vae", "--method", "raw")[2]
    run = default_store(tmp_path / "runs").run("digits-vae")
    mu = run.cache_get(f"codes-{run.checkpoints()[-1]}")["mu"]
    assert all(any(np.array_equal(axis, dim) for dim in mu.T) for axis in arrays["embedding"].T)


def test_gan_outputs_come_with_the_real_items(project):
    answer, arrays = project("ring-gan", "--space", "outputs")[1:]
    assert answer["arrays"] == ["embedding", "label_names", "labels", "real_embedding", "real_labels"]
    assert len(arrays["real_embedding"]) == len(arrays["real_labels"]) > 100


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--method", "isomap"), "method"),
        (("--method", "pca", "--perplexity", 5), "--perplexity belongs to tsne"),
        (("--method", "tsne", "--perplexity", -1), "perplexity"),
        (("--method", "tsne", "--perplexity", "many"), "perplexity"),
        (("--method", "tsne", "--n-components", 4), "n_components"),
        (("--space", "outputs"), "has one space to map"),
        (("--encoder", "digits-gan"), "outputs"),
    ],
)
def test_what_makes_no_map_is_refused_in_one_sentence(project, words, sentence):
    status, told, _ = project("digits-vae", *words)
    assert status == 2
    assert sentence in told


@pytest.mark.parametrize("words", [("--method", "pca"), ("--method", "raw"), ("--method", "tsne")])
def test_a_space_of_two_dimensions_has_no_map_of_three(project, words):
    told = project("digits-2d", *words, "--n-components", 3)[1]
    assert told == (
        "The space 'z' of run digits-2d has dimension 2, so its map has no third axis; leave out --n-components 3."
    )


def test_file_and_run_are_checked_first(project, capsys, tmp_path):
    assert "No run 'nobody'" in project("nobody")[1]
    assert main(["project", "digits-vae", "--out", str(tmp_path / "e.csv")]) == 2
    assert "must end in .npz" in capsys.readouterr().err
