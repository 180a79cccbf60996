"""The command line as others use it: its forms, its answers, and what it says to a mistake."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from genlab.cli import main
from genlab.store import Store

ROOT = Path(__file__).resolve().parent.parent
QUICK = ["--epochs", "2", "--set", "hidden=16", "threads=1"]


@pytest.fixture
def cli(capsys, trained):
    """Call a command on the shared store; return (status, standard output, standard error)."""

    def call(*words: str, runs: Path | str = trained.folder):
        capsys.readouterr()
        status = main(["--runs", str(runs), *map(str, words)])
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def refused(cli):
    """Call a command that must fail; return its one sentence."""

    def call(*words: str, **options) -> str:
        status, out, err = cli(*words, **options)
        assert status == 2
        assert out == ""
        assert "Traceback" not in err
        assert err.count("\n") == 1
        return err.strip()

    return call


class Trained:
    """A folder with a VAE and a GAN, trained by the command line itself."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vae, self.ring = (self._train(*words) for words in (("digits", "vae", "latent_dim=3"), ("ring", "gan")))

    def _train(self, data: str, model: str, *settings: str) -> str:
        before = {run.id for run in Store(self.folder).runs()}
        words = ["train", "--data", data, "--model", model, *QUICK, *settings]
        assert main([*words, "--runs", str(self.folder)]) == 0
        return next(run.id for run in Store(self.folder).runs() if run.id not in before)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    return Trained(tmp_path_factory.mktemp("cli"))


def python(*words: str, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "genlab", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120, **options)


def write_idx(path: Path, array: np.ndarray) -> Path:
    header = bytes([0, 0, 8, array.ndim]) + b"".join(n.to_bytes(4, "big") for n in array.shape)
    path.write_bytes(gzip.compress(header + array.astype(np.uint8).tobytes()))
    return path


# answers


def test_data_describes_a_named_set(cli):
    status, out, _ = cli("data", "digits", "--json")
    facts = json.loads(out)
    assert status == 0
    assert {key: facts[key] for key in ("name", "n_items", "n_classes", "item_shape", "modality")} == {
        "name": "digits",
        "n_items": 1797,
        "n_classes": 10,
        "item_shape": [1, 8, 8],
        "modality": "image",
    }
    assert "1,797" in cli("data", "digits")[1]


def test_data_describes_a_file_with_labels(cli, tmp_path):
    x = write_idx(tmp_path / "x.gz", np.arange(5 * 9 * 9).reshape(5, 9, 9) % 256)
    labels = write_idx(tmp_path / "y.gz", np.array([0, 1, 1, 0, 2]))
    facts = json.loads(cli("data", x, "--labels", labels, "--json")[1])
    assert (facts["n_items"], facts["n_classes"], facts["item_shape"]) == (5, 3, [1, 9, 9])


def test_data_reads_the_real_fashion_mnist(cli, shared_data):
    folder = shared_data / "fashion-mnist"
    words = [folder / "t10k-images-idx3-ubyte.gz", "--labels", folder / "t10k-labels-idx1-ubyte.gz"]
    facts = json.loads(cli("data", *words, "--json")[1])
    assert (facts["n_items"], facts["n_classes"], facts["item_shape"]) == (10_000, 10, [1, 28, 28])


def test_train_answers_with_the_run_and_its_final_figures(cli):
    status, out, _ = cli("train", "--data", "ring", "--model", "vae", *QUICK, "--seed", "7", "--name", "mine", "--json")
    answer = json.loads(out)
    assert status == 0
    assert (answer["state"], answer["epoch"], answer["name"]) == ("finished", 2, "mine")
    assert {"loss", "recon_loss", "kl"} <= set(answer)
    assert np.isfinite(answer["loss"])
    assert answer["held_out"]


def test_train_keeps_an_own_file_and_its_settings(cli, tmp_path, trained):
    own = tmp_path / "mine.npz"
    x = np.random.default_rng(0).integers(0, 256, (60, 8, 8)).astype(np.uint8)
    np.savez(own, x=x, labels=np.arange(60) % 3)
    answer = json.loads(cli("train", "--data", own, "--model", "ae", *QUICK, "--set", "latent_dim=5", "--json")[1])
    run = Store(trained.folder).run(answer["run"])
    assert (run.spec.data.own, run.spec.model.latent_dim, run.spec.training.epochs) == (True, 5, 2)
    own.unlink()
    assert np.array_equal(run.dataset().x[:, 0], x)
    again = json.loads(cli("train", "--data", run.spec.data.name, "--model", "ae", *QUICK, "--json")[1])
    assert Store(trained.folder).run(again["run"]).spec.data == run.spec.data


def test_fashion_mnist_is_trained_encoded_and_measured(cli, shared_data, tmp_path):
    folder = shared_data / "fashion-mnist"
    data = ["--data", folder / "t10k-images-idx3-ubyte.gz", "--labels", folder / "t10k-labels-idx1-ubyte.gz"]
    words = ["--model", "vae", "--epochs", "4", "--set", "hidden=128", "latent_dim=8", "--json"]
    run = json.loads(cli("train", *data, *words)[1])["run"]
    assert cli("encode", run, *data, "--out", tmp_path / "z.npz")[0] == 0
    with np.load(tmp_path / "z.npz") as arrays:
        assert arrays["mu"].shape == (10_000, 8)
        assert np.bincount(arrays["labels"]).tolist() == [1000] * 10
    figures = json.loads(cli("evaluate", run, "--json")[1])
    assert figures["knn_accuracy"] > 0.6
    assert figures["recon_mse"] < 0.05
    assert cli("sample", run, "-n", "16", "--out", tmp_path / "sheet.png")[0] == 0


def test_runs_lists_states(cli, trained):
    found = {run["run"]: run for run in json.loads(cli("runs", "--json")[1])}
    assert found[trained.vae] | {"state": "finished", "epoch": 2.0} == found[trained.vae]
    assert trained.vae in cli("runs")[1]


def test_encode_writes_codes_and_labels(cli, trained, tmp_path):
    assert cli("encode", trained.vae, "--data", "digits", "--out", tmp_path / "z.npz")[0] == 0
    with np.load(tmp_path / "z.npz") as arrays:
        assert arrays["mu"].shape == (1797, 3)
        assert arrays["labels"].shape == (1797,)


def test_encode_takes_own_files_with_labels_apart(cli, trained, tmp_path):
    np.save(tmp_path / "x.npy", np.zeros((4, 8, 8), np.uint8))
    np.save(tmp_path / "y.npy", np.array([3, 3, 1, 1]))
    words = ["--data", tmp_path / "x.npy", "--labels", tmp_path / "y.npy", "--out", tmp_path / "deep" / "z.npz"]
    assert cli("encode", trained.vae, *words)[0] == 0
    with np.load(tmp_path / "deep" / "z.npz") as arrays:
        assert arrays["mu"].shape == (4, 3)
        assert arrays["labels"].tolist() == [3, 3, 1, 1]  # as the file numbers them


def test_encode_marks_items_without_class(cli, trained, tmp_path):
    np.save(tmp_path / "x.npy", np.zeros((4, 8, 8), np.uint8))
    assert cli("encode", trained.vae, "--data", tmp_path / "x.npy", "--out", tmp_path / "z.npz")[0] == 0
    with np.load(tmp_path / "z.npz") as arrays:
        assert arrays["labels"].tolist() == [-1] * 4


def test_sample_repeats_by_seed(cli, trained, tmp_path):
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        assert cli("sample", trained.ring, "-n", 250, "--seed", seed, "--out", tmp_path / f"{name}.npz")[0] == 0
    a, b, c = (np.load(tmp_path / f"{name}.npz")["x"] for name in "abc")
    assert a.shape == (250, 2)
    assert np.array_equal(a, b)
    assert not np.array_equal(a, c)


def test_sample_draws_a_sheet_that_names_run_and_seed(cli, trained, tmp_path):
    answer = json.loads(cli("sample", trained.vae, "-n", 30, "--out", tmp_path / "s.png", "--json")[1])
    assert answer == {"out": str(tmp_path / "s.png"), "run": trained.vae, "n": 30, "seed": 0, "from": "data"}
    text = Image.open(tmp_path / "s.png").text
    assert (text["Run"], text["Seed"]) == (trained.vae, "0, near the data")


def test_samples_of_a_gan_of_pictures_are_steady_unless_asked_otherwise(cli, refused, tmp_path):
    def drawn(run, *words, n=300):
        out = tmp_path / "s.npz"
        answer = json.loads(cli("sample", run, "-n", n, "--seed", 3, *words, "--out", out, "--json")[1])
        return answer["from"], np.load(out)["z"]

    source, steady = drawn("digits-gan")
    assert source == "steady"
    assert len(steady) == 300
    source, prior = drawn("digits-gan", "--from", "prior", n=313)  # as many as the pool
    assert source == "prior"
    kept = {tuple(z) for z in steady}
    assert len(kept & {tuple(z) for z in prior}) == 300, "they are the prior's own draws, less a few"
    assert drawn("ring-gan")[0] == "prior"
    assert "Steady draws are a GAN's of pictures" in refused("sample", "ring-gan", "--from", "steady", "--out", "x.npz")
    assert "Steady draws are a GAN's of pictures" in refused(
        "sample", "digits-vae", "--from", "steady", "--out", "x.npz"
    )


def test_samples_near_the_data_are_near_its_codes(cli, refused, trained, tmp_path):
    def z(name, *words):
        assert cli("sample", trained.vae, "-n", 300, *words, "--out", tmp_path / f"{name}.npz")[0] == 0
        return np.load(tmp_path / f"{name}.npz")["z"]

    assert cli("encode", trained.vae, "--data", "digits", "--out", tmp_path / "codes.npz")[0] == 0
    codes = np.load(tmp_path / "codes.npz")["mu"]
    near, again, prior = z("near"), z("again", "--from", "data"), z("prior", "--from", "prior")
    assert cli("sample", trained.vae, "-n", 4, "--from", "prior", "--out", tmp_path / "s.png")[0] == 0
    assert Image.open(tmp_path / "s.png").text["Seed"] == "0"
    far = [np.linalg.norm(draws[:, None] - codes, axis=2).min(1).mean() for draws in (near, prior)]
    assert far[0] < 0.5 * far[1]
    assert np.array_equal(near, again)
    assert "A GAN has no encoder" in refused("sample", trained.ring, "--from", "data", "--out", tmp_path / "g.npz")


@pytest.mark.parametrize("z", [["--z", "-0.1,1,.5"], ["--z=-0.1,1,.5"], ["--z", "[0.1, -1.2, 3]"], ["--z", "-.5,0,0"]])
def test_decode_takes_codes_with_signs_and_brackets(cli, trained, tmp_path, z):
    assert cli("decode", trained.vae, *z, "--out", tmp_path / "x.png")[0] == 0
    assert Image.open(tmp_path / "x.png").size == (256, 256)


def test_decode_of_npz_holds_the_item(cli, trained, tmp_path):
    assert cli("decode", trained.ring, "--z", "0,0", "--out", tmp_path / "x.npz")[0] == 0
    with np.load(tmp_path / "x.npz") as arrays:
        assert arrays["x"].shape == (1, 2)


def test_evaluate_answers_with_figures(cli, trained):
    assert set(json.loads(cli("evaluate", trained.vae, "--json")[1])) >= {"recon_mse", "elbo", "kl", "knn_accuracy"}
    on_samples = {"modes", "high_quality", "precision", "recall"}
    assert set(json.loads(cli("evaluate", trained.ring, "--json")[1])) == on_samples
    assert "recon_mse" in cli("evaluate", trained.vae)[1]


def test_options_of_all_commands_stand_on_either_side(capsys, trained):
    answers = []
    for words in (["--runs", trained.folder, "--json", "runs"], ["runs", "--json", "--runs", trained.folder]):
        assert main([*map(str, words)]) == 0
        answers.append(json.loads(capsys.readouterr().out))
    assert answers[0] == answers[1] != []


def test_runs_folder_comes_from_the_environment(capsys, trained, monkeypatch):
    monkeypatch.setenv("GENLAB_RUNS", str(trained.folder))
    assert main(["runs"]) == 0
    assert trained.vae in capsys.readouterr().out


def test_names_cannot_play_with_the_terminal(cli, trained):
    Store(trained.folder).run(trained.vae).rename("a\x1b[31mb\nc")
    assert "a?[31mb?c" in cli("runs")[1]


def test_set_help_shows_every_field_with_its_text(capsys):
    from genlab.training.config import TrainingConfig

    with pytest.raises(SystemExit) as end:
        main(["train", "--help"])
    shown = capsys.readouterr().out
    assert end.value.code == 0
    for leaf in TrainingConfig().leaves():
        assert f"  {leaf.name}=" in shown
        assert leaf.description in shown
    assert "d_learning_rate" in shown
    assert "channels" in shown


# mistakes


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "COMMAND"),
        (("trian",), "invalid choice: 'trian'"),
        (("runs", "--jsn"), "--jsn"),
        (("data", "digitz"), "Did you mean 'digits'"),
        (("data", "/no/such/file.npz"), "neither a known data set nor a file"),
        (("data", "digits", "--labels", "y.npy"), "has its own labels"),
        (("train",), "needs --data and --model"),
        (("train", "--data", "digits", "--model", "vea"), "Did you mean 'vae'"),
        (("train", "--data", "digits", "--model", "vae", "--epochs", "x"), "invalid int value: 'x'"),
        (("train", "--data", "digits", "--model", "vae", "--epochs", "0"), "epochs"),
        (("train", "--data", "digits", "--model", "vae", "--device", "gpu"), "'cpu'"),
        (("train", "--data", "digits", "--model", "vae", "--set", "latent=3"), "Did you mean 'latent_dim'"),
        (("train", "--data", "digits", "--model", "vae", "--set", "latent_dim=0"), "latent_dim must be >= 1, got 0."),
        (("train", "--data", "digits", "--model", "vae", "--set", "latent_dim"), "key=value, got 'latent_dim'"),
        (("train", "--data", "digits", "--model", "vae", "--set", "name=ring"), "--data chooses the data"),
        (("train", "--data", "ring", "--model", "vae", "--set", "body=conv"), "conv body takes pictures"),
        (("train", "--resume", "x", "--epochs", "3"), "leave out --epochs"),
        (("train", "--resume", "nope"), "No run 'nope'"),
        (("train", "--from", "nope", "--epochs", "3"), "No run 'nope'"),
        (("train", "--from", "x"), "how many more with --epochs"),
        (("train", "--from", "x", "--epochs", "3", "--size", "16"), "leave out --size"),
        (("train", "--resume", "x", "--label-column", "kind"), "leave out --label-column"),
        (("data", "~nobody-of-that-name/x.csv"), "neither a known data set nor a file"),
        (("train", "--from", "x", "--epochs", "3", "--data", "digits"), "leave out --data"),
        (("train", "--from", "x", "--epochs", "3", "--resume", "y"), "leave out --resume"),
        (("evaluate", "../../etc"), "No run '../../etc'"),
        (("evaluate", "a/b"), "No run 'a/b'"),
        (("evaluate", ""), "No run ''"),
        (("sample", "x", "--out", "s.jpg"), "must end in .npz or .png, got 's.jpg'"),
        (("encode", "x", "--data", "digits", "--out", "z.csv"), "must end in .npz"),
        (("encode", "x", "--data", "digits"), "--out"),
        (("decode", "x", "--z", "1,b", "--out", "x.png"), "numbers with commas"),
        (("decode", "x", "--z", "nan,1", "--out", "x.png"), "finite"),
        (("serve", "--port", "99999"), "between 1 and 65535"),
    ],
)
def test_mistakes_are_one_sentence(refused, trained, words, sentence):
    before = len(Store(trained.folder).runs())
    assert sentence in refused(*words)
    assert len(Store(trained.folder).runs()) == before


def test_run_trains_on_as_a_new_run(cli, trained):
    status, out, _ = cli("train", "--from", trained.vae, "--epochs", "1", "--name", "longer", "--json")
    answer = json.loads(out)
    assert status == 0
    assert (answer["state"], answer["epoch"], answer["name"]) == ("finished", 3.0, "longer")
    store = Store(trained.folder)
    assert store.run(answer["run"]).meta.parent == trained.vae
    store.delete(answer["run"])


def test_decode_says_how_many_numbers_a_code_has(refused, trained, tmp_path):
    sentence = refused("decode", trained.vae, "--z", "0,0", "--out", tmp_path / "x.png")
    assert "latent_dim 3" in sentence
    assert "got 2" in sentence
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("model", ["cgan", "cvae"])
def test_model_that_is_told_classes_is_trained_asked_for_one_and_given_a_mixture(cli, refused, tmp_path, model):
    words = ["train", "--data", "digits", "--model", model, *QUICK, "latent_dim=3", "--json"]
    run = json.loads(cli(*words)[1])["run"]
    assert cli("sample", run, "-n", "12", "--class", "7", "--out", tmp_path / "x.npz")[0] == 0
    z = np.load(tmp_path / "x.npz")["z"]
    assert z.shape == (12, 13)
    assert (z[:, 3:] == np.eye(10)[7]).all()
    assert len(np.unique(z[:, 0])) == 12
    if model == "cvae":
        words = ("-n", "12", "--from", "data", "--out", tmp_path / "n.npz")
        assert cli("sample", run, *words)[0] == 0
        weights = np.load(tmp_path / "n.npz")["z"][:, 3:]
        assert (np.sort(weights, 1) == [0] * 9 + [1]).all()
        assert cli("sample", run, *words, "--class", "7")[0] == 0
        assert (np.load(tmp_path / "n.npz")["z"][:, 3:] == np.eye(10)[7]).all()
    for out, *code in (
        ("a", "0,1,0", "--class", "2"),
        ("b", "0,1,0,0,0,1,0,0,0,0,0,0,0"),
        ("c", "0,1,0,0,0,.5,.5" + ",0" * 6),
    ):
        assert cli("decode", run, "--z", *code, "--out", tmp_path / f"{out}.npz")[0] == 0
    a, b, c = (np.load(tmp_path / f"{out}.npz")["x"] for out in "abc")
    assert np.array_equal(a, b)
    assert not np.allclose(a, c, atol=1e-4)
    sentence = refused("decode", run, "--z", "0,0,0", "--out", tmp_path / "d.npz")
    assert "latent_dim 3 and 10 classes, so --z takes 13 numbers, got 3" in sentence
    assert "Unknown class '12'. Known: 0, 1" in refused("sample", run, "--class", "12", "--out", tmp_path / "d.npz")


def test_model_that_is_told_classes_refuses_data_without(refused, trained, tmp_path):
    np.save(tmp_path / "bare.npy", np.random.default_rng(0).random((40, 3), np.float32))
    sentence = refused("train", "--data", tmp_path / "bare.npy", "--model", "cvae")
    assert "has no labels; choose labelled data, or 'vae'" in sentence
    assert "is told no classes" in refused("sample", trained.vae, "--class", "1", "--out", tmp_path / "x.npz")


def test_encode_says_which_shape_the_run_learned(refused, trained, tmp_path):
    sentence = refused("encode", trained.vae, "--data", "ring", "--out", tmp_path / "z.npz")
    assert "1×8×8" in sentence
    assert "no encoder" in refused("encode", trained.ring, "--data", "ring", "--out", tmp_path / "z.npz")


@pytest.mark.parametrize("n", ["0", "-3", "99999999"])
def test_sample_refuses_silly_counts(refused, trained, tmp_path, n):
    assert "between 1 and" in refused("sample", trained.vae, "-n", n, "--out", tmp_path / "s.npz")


def test_files_that_lie_are_one_sentence(refused, tmp_path):
    header = b"\x00\x00\x08\x03" + (10**9).to_bytes(4, "big") * 3
    (tmp_path / "lie.idx").write_bytes(header + b"123")
    assert "lie.idx" in refused("train", "--data", tmp_path / "lie.idx", "--model", "vae")
    (tmp_path / "empty.npz").write_bytes(b"")
    assert "empty" in refused("data", tmp_path / "empty.npz")
    np.save(tmp_path / "pickled.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    assert "pickled.npy" in refused("data", tmp_path / "pickled.npy")


def test_a_run_without_checkpoint_and_a_vanished_one_are_one_sentence(refused, store, trained):
    spec = Store(trained.folder).run(trained.vae).spec
    run = store.create_run(spec)
    assert "no checkpoint yet" in refused("evaluate", run.id, runs=store.root)
    store.delete(run.id)
    assert f"No run '{run.id}'" in refused("evaluate", run.id, runs=store.root)


def test_a_broken_run_is_listed_and_named(cli, refused, store, trained):
    run = store.create_run(Store(trained.folder).run(trained.vae).spec)
    (store.root / "runs" / run.id / "spec.json").write_text("{")
    listed = {one["run"]: one for one in json.loads(cli("runs", "--json", runs=store.root)[1])}
    assert listed[run.id]["state"] == "broken"
    assert "spec.json" in listed[run.id]["error"]
    assert "spec.json" in refused("evaluate", run.id, runs=store.root)


def test_what_cannot_be_written_is_one_sentence(refused, trained, tmp_path):
    (tmp_path / "file").write_text("")
    sentence = refused("sample", trained.ring, "--out", tmp_path / "file" / "s.npz")
    assert "Could not write file/s.npz" in sentence
    assert "Could not" in refused("train", "--data", "ring", "--model", "gan", runs=tmp_path / "file")


def test_a_diverged_training_is_one_sentence_and_kept_as_failed(refused, cli, store):
    words = ["--data", "ring", "--model", "vae", "--epochs", "3", "--set", "learning_rate=1", "sigma=1e-9"]
    sentence = refused_last(cli("train", *words, "likelihood=gaussian", runs=store.root))
    assert "diverged" in sentence
    assert next(run for run in store.runs() if not run.gallery).state == "failed"


def refused_last(called: tuple[int, str, str]) -> str:
    status, out, err = called
    assert (status, out) == (2, "")
    assert "Traceback" not in err
    return err.strip().splitlines()[-1]


def test_setting_given_twice_is_refused(refused):
    words = ("train", "--data", "digits", "--model", "ae", "--epochs", "1", "--set")
    assert refused(*words, "epochs=2") == "'epochs' is given twice; give it once."
    assert "twice" in refused(*words, "latent_dim=2", "model.latent_dim=3")


def test_finished_run_without_its_checkpoints_is_broken(cli, refused, tmp_path):
    answer = json.loads(cli("train", "--data", "digits", "--model", "ae", *QUICK, "--json", runs=tmp_path)[1])
    for weights in tmp_path.glob(f"**/{answer['run']}/checkpoints/*/model.safetensors"):
        weights.write_bytes(b"")
    listed = {run["run"]: run for run in json.loads(cli("runs", "--json", runs=tmp_path)[1])}
    assert listed[answer["run"]]["state"] == "broken"
    assert "missing or damaged" in listed[answer["run"]]["error"]


# the process


def test_help_and_runs_load_no_torch(tmp_path):
    code = "import sys; from genlab.cli import main; main(sys.argv[1:]); sys.exit('torch' in sys.modules)"
    for words in (["runs", "--runs", str(tmp_path)], ["data", "ring"]):
        done = subprocess.run([sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    assert python("--help").stdout.startswith("usage: python -m genlab")


def test_standard_output_holds_one_json_value_and_nothing_else(tmp_path):
    done = python("--runs", tmp_path, "train", "--data", "ring", "--model", "gan", "--epochs", "1", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["state"] == "finished"
    assert answer["run"] in done.stderr
    assert "Warning" not in done.stderr


def test_a_closed_pipe_is_no_fault(trained):
    command = f"{sys.executable} -m genlab --runs {trained.folder} runs --json | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 141)  # 0 where the answer was read before the pipe closed
    assert done.stderr == ""


def test_interrupted_training_is_stopped_kept_and_resumed(tmp_path):
    words = ["--runs", tmp_path, "train", "--data", "ring", "--model", "vae", "--epochs", "60000", "--json"]
    command = [sys.executable, "-m", "genlab", *map(str, words)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    store = Store(tmp_path)
    try:
        until(lambda: [run for run in store.runs() if run.state == "running" and run.step > 0])
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 130
    answer = json.loads(out)
    assert answer["state"] == "stopped"
    assert f"train --resume {answer['run']}" in err
    assert store.run(answer["run"]).checkpoints()[-1] == answer["step"] > 0

    process = subprocess.Popen(
        [*command[:5], "train", "--resume", answer["run"]], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        until(lambda: store.run(answer["run"]).status().step > answer["step"])
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
    finally:
        process.kill()


def until(happened, limit_s: float = 60.0) -> None:
    end = time.monotonic() + limit_s
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def test_serve_starts_the_app_and_ends_with_it(tmp_path):
    import socket
    import urllib.request

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "genlab", "serve", "--port", str(port), "--runs", str(tmp_path)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )

    def answers() -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5) as response:
                return response.status == 200
        except OSError:
            return False

    try:
        until(answers)
        assert "cannot be used" in python("serve", "--port", str(port)).stderr
    finally:
        process.terminate()  # the command alone: no server may outlive it
        out, said = process.communicate(timeout=60)
    assert not answers()
    assert out == b""
    assert f"127.0.0.1:{port}" in said.decode()


def test_answer_survives_a_terminal_without_its_characters(trained):
    done = python("data", "digits", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "1?8?8" in done.stdout


def test_numbers_that_are_not_finite_become_null():
    from genlab.cli.answers import Answer

    value = {"a": [float("nan"), 1.5], "b": {"c": float("inf")}, "d": (1, "x", None, True)}
    expected = {"a": [None, 1.5], "b": {"c": None}, "d": [1, "x", None, True]}
    assert json.loads(Answer(value, "").as_json()) == expected
