"""What is taken home of a run, read back by the libraries that others would use."""

import base64
import gzip
import io
import json
import os
import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from safetensors import safe_open
from safetensors.numpy import load

from genlab.analysis import take_home
from genlab.analysis.checkpoints import model_at
from genlab.analysis.maps import MapSpec
from genlab.analysis.sampling import decode
from genlab.analysis.take_home import ENDINGS, FILES, onnx_graph, onnx_graphs, scene_of, take
from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.preprocess import PreprocessConfig, prepare
from genlab.data.resolve import resolve
from genlab.errors import UnknownNameError
from genlab.exports.script import differences, retrain_script
from genlab.exports.weights import fingerprint
from genlab.jobs.worker import train as work
from genlab.store import Run, Store, datasets
from genlab.training.build import load_model
from genlab.training.config import DataConfig, RunSpec
from genlab.training.presets import spec_for
from tests.analysis.conftest import train

RUNS = ["vae", "ae", "gan", "ring"]


@pytest.fixture
def scene(trained, request):
    return scene_of(trained(request.param))


every_run = pytest.mark.parametrize("scene", RUNS, indirect=True)


def run_graph(graph: bytes, rows: np.ndarray) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(graph)
    (given,) = session.get_inputs()
    return session.run(None, {given.name: rows})


@every_run
def test_onnx_decoder_takes_z_and_decodes_as_the_model_does(scene):
    z = np.random.default_rng(0).normal(size=(5, scene.codes.shape[1])).astype(np.float32)
    graph = onnx_graph(scene, "decoder")
    onnx.checker.check_model(graph)
    assert onnxruntime.InferenceSession(graph).get_inputs()[0].name == "z"
    (x,) = run_graph(graph, z)
    np.testing.assert_allclose(x, decode(model_at(scene.run), z), atol=1e-5)


@every_run
def test_onnx_zip_holds_every_graph_with_where_it_comes_from(scene):
    with zipfile.ZipFile(io.BytesIO(FILES.get("onnx")(scene))) as folder:
        files = {name: folder.read(name) for name in folder.namelist()}
    whole = {"decoder.onnx", "enter.onnx", "decoder-from-activations.onnx"}
    assert set(files) == (whole if scene.is_gan else {"decoder.onnx", "encoder.onnx"})
    for graph in files.values():
        noted = {prop.key: prop.value for prop in onnx.load_from_string(graph).metadata_props}
        assert noted["genlab.run"] == scene.run.id
        assert RunSpec.from_json(noted["genlab.spec"]) == scene.run.spec
    if scene.is_gan:
        z = scene.codes[:4]
        (code,) = run_graph(files["enter.onnx"], z)
        (halves,) = run_graph(files["decoder-from-activations.onnx"], code)
        np.testing.assert_allclose(halves, run_graph(files["decoder.onnx"], z)[0], atol=1e-5)
    else:
        x = scene.run.dataset().values(slice(0, 6))
        np.testing.assert_allclose(run_graph(files["encoder.onnx"], x)[0], scene.codes[:6], atol=1e-4)


def test_onnx_names_the_graphs_there_are(trained):
    scene = scene_of(trained("gan"))
    with pytest.raises(UnknownNameError, match="It has: decoder, enter, decoder-from-activations"):
        onnx_graph(scene, "encoder")
    assert "encoder" in onnx_graphs(scene_of(trained("vae")))


@every_run
def test_safetensors_build_the_model_again_by_themselves(scene, tmp_path):
    data = FILES.get("safetensors")(scene)
    (tmp_path / "w.safetensors").write_bytes(data)
    with safe_open(tmp_path / "w.safetensors", "numpy") as file:
        noted = file.metadata()
    model = load_model(RunSpec.from_json(noted["spec"]), tuple(json.loads(noted["item_shape"])), load(data))
    z = scene.codes[:3]
    np.testing.assert_array_equal(decode(model, z), decode(model_at(scene.run), z))
    assert (noted["run"], noted["step"]) == (scene.run.id, str(scene.step))


@every_run
def test_npz_and_csv_hold_the_same_codes_with_ids_and_names(scene):
    arrays = np.load(io.BytesIO(FILES.get("items-npz")(scene)), allow_pickle=False)
    np.testing.assert_array_equal(arrays["id"], np.arange(len(scene.codes)))
    np.testing.assert_array_equal(arrays["z"], scene.codes)
    np.testing.assert_array_equal(arrays["x"], scene.items)
    first, *rows = [line.split(",") for line in FILES.get("codes-csv")(scene).decode().splitlines()]
    assert first[0] == "id"
    assert len(rows) == len(scene.codes)
    at = first.index("z1")
    np.testing.assert_array_equal(np.float32([row[at] for row in rows]), scene.codes[:, 0])
    assert rows[3][first.index("name")] == str(arrays["name"][3]) == scene.label_names[scene.labels[3]]
    assert b"x1" in FILES.get("items-csv")(scene).splitlines()[0]


def test_page_carries_a_limited_number_of_items_and_says_so(trained, monkeypatch):
    scene = scene_of(trained("vae"))
    assert b"The map shows all 1,797 data items." in FILES.get("html")(scene)
    monkeypatch.setattr(take_home, "PAGE_ITEM_BYTES", 64 * 100)
    page = FILES.get("html")(scene).decode()
    assert "The map shows 100 of 1,797 data items, drawn at random" in page
    view = json.loads(re.search(r'id="view">(.*?)</script>', page)[1])
    assert view["points"]["count"] == view["points"]["items"]["count"] == 100
    assert view["points"]["items"]["dtype"] == "u8"
    assert view["decodeSocket"] is None


def test_page_carries_the_finished_maps_of_its_checkpoint_thinned_as_its_points(trained, monkeypatch):
    run = trained("vae")
    step = run.checkpoints()[-1]
    tsne = MapSpec.parse({"method": "tsne", "iterations": 50, "perplexity": 10})
    files = run.projection(tsne.key(run, step))
    coords = np.random.default_rng(0).normal(size=(1797, 2)).astype(np.float32)
    pacmap = MapSpec.parse({"method": "pacmap", "neighbors": 12})
    for key, spec, state, of in [
        (pacmap.key(run, step), pacmap, "finished", step),
        (files.key, tsne, "finished", step),
        ("flat", MapSpec(), "finished", step),
        ("half-done", tsne, "stopped", step),
        ("earlier", tsne, "finished", 1),
    ]:
        other = run.projection(key)
        other.request({"run": run.id, "step": of, **spec.model_dump()})
        with other.writer() as writer:
            writer.frame(coords=coords, spacing=np.asarray(0.1))
            writer.status(state=state, iteration=50, iterations=50, trustworthiness=0.9)
    monkeypatch.setattr(take_home, "PAGE_POINTS", 100)
    page = take(run, "html").decode()
    maps = json.loads(re.search(r'id="view">(.*?)</script>', page)[1])["maps"]
    kept, older = maps["kept"]
    assert (older["header"]["method"], older["settings"]) == ("pacmap", {"neighbors": 12, "seed": 0})
    assert set(kept["settings"]) == {one["name"] for one in maps["settings"] if "tsne" in one["of"]}
    assert kept["settings"] == {"perplexity": 10, "exaggeration": 1, "iterations": 50, "seed": 0}
    header = kept["header"]
    assert (header["count"], header["dim"], header["state"], header["bytes"]) == (100, 2, "finished", 800)
    carried = re.search(f'id="{kept["url"]}" data-kind="[^"]*">([^<]*)<', page)[1]
    places = np.frombuffer(gzip.decompress(base64.b64decode(carried)), "<f4").reshape(100, 2)
    assert {tuple(place) for place in places} < {tuple(place) for place in coords}


def test_page_escapes_names_and_asks_the_network_for_nothing(tmp_path):
    run = train(Store(tmp_path), "ae", "digits", {"epochs": 1, "hidden": "8"})
    run.rename("</script><script>alert(1)</script> & {{view}}")
    page = take(run, "html").decode()
    assert "alert(1)</script>" not in page
    assert "&lt;/script&gt;&lt;script&gt;alert(1)" in page
    assert page.count("<script") == page.count("</script>")
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)\s*=\s*["\']?https?:', page)


def test_files_have_endings_and_an_unknown_one_is_named(trained):
    assert set(ENDINGS) == set(FILES.names())
    with pytest.raises(UnknownNameError, match="'pdf'"):
        take(trained("vae"), "pdf")


def test_script_trains_the_run_again_bit_for_bit(tmp_path):
    """In a process and a store of its own, with a name that would break out of a careless script."""
    store = Store(tmp_path / "first")
    run = train(store, "vae", "digits", {"epochs": 2, "hidden": "8", "latent_dim": 2, "threads": 1})
    run.rename('""" \'\n{NAME} %s é')
    script = tmp_path / "retrain.py"
    script.write_text(retrain_script(run, run.checkpoints()[-1]))
    (tmp_path / "second").mkdir()
    said = rerun(script, tmp_path / "second")
    assert f"equal those of run {run.id} bit for bit" in said
    (again,) = Store(tmp_path / "second").runs()
    step = run.checkpoints()[-1]
    assert fingerprint(Store(tmp_path / "second").run(again.id), step) == fingerprint(run, step)


def test_script_of_own_data_takes_their_file_and_refuses_another(tmp_path, monkeypatch, capsys):
    store = Store(tmp_path / "first")
    rows = np.random.default_rng(0).normal(size=(60, 3)).astype(np.float32)
    np.save(tmp_path / "mine.npy", rows)
    np.save(tmp_path / "other.npy", rows + 1)
    kept = store.sets.add(*prepare(resolve(tmp_path / "mine.npy"), PreprocessConfig()))
    call = written(worked(store, DataConfig(name=kept, own=True)), tmp_path, monkeypatch)
    with pytest.raises(SystemExit, match="give their file or folder"):
        call()
    with pytest.raises(SystemExit, match=r"nowhere\.npy"):
        call(tmp_path / "nowhere.npy")
    with pytest.raises(SystemExit, match="These are other data"):
        call(tmp_path / "other.npy")
    call(tmp_path / "mine.npy")
    assert "bit for bit" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="These are other data"):  # also where the store has those of the run
        call(tmp_path / "other.npy")
    assert [one.name for one in Store(tmp_path / "second").sets.all()] == ["mine"]


def test_script_takes_a_table_that_was_kept_before_its_header_counted(tmp_path, monkeypatch, capsys):
    (tmp_path / "t.csv").write_text("a,b,c\n" + "1,2,3\n4,5,7\n" * 30)
    store, table = Store(tmp_path / "first"), resolve(tmp_path / "t.csv")
    kept = datasets.add(store.root / "datasets", table, name="0123456789abcdef")
    written(worked(store, DataConfig(name=kept, own=True)), tmp_path, monkeypatch)(tmp_path / "t.csv")
    assert "bit for bit" in capsys.readouterr().out


def test_script_says_that_a_run_went_on_from_another_with_rates_that_fall(tmp_path):
    store = Store(tmp_path)
    for anneal in (0.0, 0.5):
        first = train(store, "ae", "digits", {"epochs": 1, "hidden": "8", "anneal": anneal})
        longer = store.train_on(first.id, 1)
        step = first.checkpoints()[-1]
        assert "went on" not in retrain_script(first, step)
        text = retrain_script(longer, step)
        assert (f"went on from step {step:,} of another run" in text) == (anneal > 0)
        compile(text, "retrain.py", "exec")


def test_script_of_own_data_takes_the_file_of_their_labels(tmp_path, monkeypatch, capsys):
    np.save(tmp_path / "x.npy", np.random.default_rng(0).normal(size=(60, 3)).astype(np.float32))
    (tmp_path / "y.csv").write_text("kind\n" + "cat\ndog\nowl\n" * 20)
    store = Store(tmp_path / "first")
    kept = store.sets.add(resolve(tmp_path / "x.npy", tmp_path / "y.csv"))
    call = written(worked(store, DataConfig(name=kept, own=True)), tmp_path, monkeypatch)
    with pytest.raises(SystemExit, match="labels had a file of their own"):
        call(tmp_path / "x.npy")
    call(tmp_path / "x.npy", tmp_path / "y.csv")
    assert "bit for bit" in capsys.readouterr().out


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("prepared", [False, True])
def test_script_of_a_downloaded_set_takes_the_stores_or_says_how_to_get_it(tmp_path, monkeypatch, capsys, prepared):
    x = np.arange(60 * 16, dtype=np.uint16).astype(np.uint8).reshape(60, 1, 4, 4)
    olivetti = Dataset(name="olivetti", x=x, modality=Modality.IMAGE, value_kind=ValueKind.UNIT)
    store = Store(tmp_path / "first")
    store.sets.keep_named(olivetti)
    config = DataConfig(name="olivetti")
    if prepared:
        kept = store.sets.add(*prepare(store.sets.load(config), PreprocessConfig(items=40)))
        config = DataConfig(name=kept, own=True)
    call = written(worked(store, config), tmp_path, monkeypatch)
    with pytest.raises(SystemExit, match="olivetti --from PATH"):
        call()
    Store(tmp_path / "second").sets.keep_named(olivetti)
    call()
    assert "bit for bit" in capsys.readouterr().out


def worked(store: Store, config: DataConfig) -> Run:
    """Train a tiny autoencoder."""
    run = store.create_run(spec_for("ae", store.sets.load(config), config, {"epochs": 1, "hidden": "4", "threads": 1}))
    work(run)
    return run


def written(run: Run, folder: Path, monkeypatch):
    """Write a run's script, and return a function that calls it in another store with the words given."""
    script = folder / "retrain.py"
    script.write_text(retrain_script(run, run.checkpoints()[-1]))
    monkeypatch.setenv("GENLAB_RUNS", str(folder / "second"))

    def call(*words) -> None:
        monkeypatch.setattr(sys, "argv", ["retrain.py", *map(str, words)])
        runpy.run_path(str(script), run_name="__main__")

    return call


def rerun(script, store) -> str:
    environment = {**os.environ, "GENLAB_RUNS": str(store), "PYTHONPATH": os.getcwd()}
    done = subprocess.run(
        [sys.executable, script], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_script_names_the_command_that_does_the_same(trained):
    for name in ("vae", "gan", "ring"):
        run = trained(name)
        text = retrain_script(run, run.checkpoints()[-1])
        assert f"train --data {run.spec.data.name} --model {run.spec.preset} --set" in text
        changes = differences(run.spec, run.dataset())
        assert spec_for(run.spec.preset, run.dataset(), run.spec.data, changes) == run.spec


def test_script_says_that_settings_were_changed_while_the_run_was_trained(tmp_path):
    run = train(Store(tmp_path), "ae", "digits", {"epochs": 1, "hidden": "8"})
    assert "changed by hand" not in retrain_script(run, run.checkpoints()[-1])
    with run.writer() as writer:
        writer.event("set", learning_rate=0.001)
    text = retrain_script(run, run.checkpoints()[-1])
    assert "settings were changed by hand\n(learning_rate)" in text
    compile(text, "retrain.py", "exec")
