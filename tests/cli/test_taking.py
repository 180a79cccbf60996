"""``interpolate`` and ``export`` on the runs that came with genlab."""

import json
import zipfile
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
from PIL import Image
from safetensors import safe_open

from genlab.cli import main
from genlab.exports.provenance import read_provenance


@pytest.fixture
def cli(capsys, tmp_path):
    """Call a command on an empty store with the gallery behind it; return (status, standard output, standard error)."""

    def call(*words: object):
        capsys.readouterr()
        status = main(["--runs", str(tmp_path / "runs"), *map(str, words)])
        return status, *capsys.readouterr()

    return call


def walk(run: str, out: Path, *more: object) -> list[object]:
    return ["interpolate", run, "--from", 3, "--to", 12, "--out", out, *more]


@pytest.mark.parametrize("ending", ["gif", "webp"])
@pytest.mark.parametrize(("run", "path"), [("digits-vae", "lerp"), ("digits-gan", "slerp"), ("ring-gan", "slerp")])
def test_interpolate_writes_a_film_of_all_steps_with_its_provenance(cli, tmp_path, run, path, ending):
    out = tmp_path / f"walk.{ending}"
    status, said, _ = cli(*walk(run, out, "--steps", 16, "--path", path, "--speed", 20, "--json"))
    assert status == 0
    assert json.loads(said)["steps"] == 16
    film = Image.open(out)
    assert film.info["loop"] == 0
    durations = []
    for frame in range(film.n_frames):
        film.seek(frame)
        film.load()
        durations.append(film.info["duration"])
    assert sum(durations) == 16 * 50
    assert set(durations) <= {50, 100}  # two equal pictures in a row are one, shown twice as long
    found = read_provenance(out.read_bytes())
    assert (found.run, found.path) == (run, path)
    assert found.code.count(",") == found.code_to.count(",") > 0


def test_interpolate_ends_where_its_items_lie_and_goes_by_the_path(cli, tmp_path):
    found = {}
    for path in ("lerp", "slerp"):
        assert cli(*walk("digits-gan", tmp_path / f"{path}.npz", "--path", path, "--steps", 5))[0] == 0
        found[path] = np.load(tmp_path / f"{path}.npz")["z"]
    np.testing.assert_allclose(found["lerp"][[0, -1]], found["slerp"][[0, -1]], atol=1e-5)
    assert np.linalg.norm(found["lerp"][2]) < np.linalg.norm(found["slerp"][2]) - 0.1


def test_interpolate_writes_a_strip_at_any_scale_and_plays_once_if_asked(cli, tmp_path):
    assert cli(*walk("digits-vae", tmp_path / "s.png", "--steps", 4, "--scale", 3))[0] == 0
    assert Image.open(tmp_path / "s.png").size == (3 * (4 * 9 - 1), 24)
    assert cli(*walk("digits-vae", tmp_path / "s.gif", "--loop", "once"))[0] == 0
    assert "loop" not in Image.open(tmp_path / "s.gif").info
    assert cli(*walk("digits-vae", tmp_path / "b.gif", "--loop", "back", "--steps", 5))[0] == 0
    assert Image.open(tmp_path / "b.gif").n_frames == 8


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--out", "walk.mp4"], "--out must end in .gif or .webp or .png or .npz, got 'walk.mp4'."),
        (["--out", "w.gif", "--to", "1797"], "Run 'digits-vae' has items 0 to 1,796, so there is no row 1,797."),
        (["--out", "w.gif", "--path", "arc"], "Unknown path 'arc'. Known: lerp, slerp."),
        (["--out", "w.gif", "--steps", "1"], "between 2 and 600 steps"),
        (["--out", "w.gif", "--speed", "99"], "between 0.2 and 50 frames a second, got 99"),
        (["--out", "w.gif", "--loop", "never"], "--loop takes once, loop, back, got 'never'."),
        (["--out", "w.gif", "--scale", "0"], "scale must be between 1 and 64, got 0."),
    ],
)
def test_interpolate_answers_a_mistake_with_one_sentence(cli, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    status, out, err = cli("interpolate", "digits-vae", "--from", "3", "--to", "12", *words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
    assert list(tmp_path.glob("w*")) == []


def test_export_writes_each_format(cli, tmp_path):
    files = {"onnx": "d.onnx", "safetensors": "w.safetensors", "html": "p.html", "script": "r.py", "codes": "c.csv"}
    for form, name in files.items():
        assert cli("export", "digits-vae", "--format", form, "--out", tmp_path / name)[0] == 0
    session = onnxruntime.InferenceSession(tmp_path / "d.onnx")
    assert [port.name for port in session.get_inputs()] == ["z"]
    assert session.run(None, {"z": np.zeros((2, 8), np.float32)})[0].shape == (2, 1, 8, 8)
    with safe_open(tmp_path / "w.safetensors", "numpy") as weights:
        assert weights.metadata()["run"] == "digits-vae"
    assert (tmp_path / "p.html").read_text().startswith("<!doctype html>")
    compile((tmp_path / "r.py").read_text(), "r.py", "exec")
    assert len((tmp_path / "c.csv").read_text().splitlines()) == 1798


def test_export_of_onnx_takes_a_graphs_name_or_all(cli, tmp_path):
    out = tmp_path / "e.onnx"
    assert cli("export", "digits-vae", "--format", "onnx", "--graph", "encoder", "--out", out)[0] == 0
    assert [port.name for port in onnxruntime.InferenceSession(out).get_outputs()] == ["mu", "logvar"]
    assert cli("export", "digits-gan", "--format", "onnx", "--out", tmp_path / "all.zip")[0] == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as folder:
        assert set(folder.namelist()) == {"decoder.onnx", "enter.onnx", "decoder-from-activations.onnx"}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["digits-vae", "--format", "pdf", "--out", "x.pdf"],
            "--format takes onnx, safetensors, html, ",
        ),
        (["digits-vae", "--format", "html", "--out", "x.zip"], "--out must end in .html or .htm, got 'x.zip'."),
        (["digits-vae", "--format", "onnx", "--out", "x"], "--out must end in .onnx or .zip, got 'x'."),
        (["digits-gan", "--format", "onnx", "--graph", "encoder", "--out", "x.onnx"], "has no graph 'encoder'"),
        (["digits-gan", "--format", "html", "--graph", "encoder", "--out", "x.html"], "--graph chooses"),
        (["nobody", "--format", "html", "--out", "x.html"], "nobody"),
    ],
)
def test_export_answers_a_mistake_with_one_sentence(cli, tmp_path, monkeypatch, words, sentence):
    monkeypatch.chdir(tmp_path)
    status, out, err = cli("export", *words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert sentence in err
    assert list(tmp_path.glob("x*")) == []


def test_sample_and_decode_say_where_their_pictures_come_from(cli, tmp_path):
    assert cli("sample", "digits-vae", "-n", 4, "--seed", 7, "--scale", 5, "--out", tmp_path / "s.png")[0] == 0
    assert Image.open(tmp_path / "s.png").size == (5 * 17, 5 * 17)
    assert cli("decode", "digits-gan", "--z", ",".join(["0.5"] * 16), "--out", tmp_path / "d.png")[0] == 0
    sampled, decoded = (read_provenance((tmp_path / name).read_bytes()) for name in ("s.png", "d.png"))
    assert (sampled.run, sampled.name, sampled.seed) == ("digits-vae", "Digits, VAE", "7, near the data")
    assert (decoded.run, decoded.code) == ("digits-gan", ",".join(["0.5"] * 16))
