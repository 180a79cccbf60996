"""``--data`` on the command line: own files, their preparation, and hostile files measured from outside."""

import gzip
import io
import json
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from genlab.analysis.graphs import graph_at
from genlab.cli import main
from genlab.exports.graphs import session
from genlab.store import Store
from tests.data.readers.test_pictures import blank_png

ROOT = Path(__file__).resolve().parent.parent
QUICK = ["--model", "ae", "--epochs", "1", "--set", "hidden=8", "threads=1"]
TABLE = "species,mass,wing\n" + "".join(f"{'ab'[i % 2]},{1000 + i},{i / 7:.3f}\n" for i in range(40))
LIMIT_S, LIMIT_BYTES = 10, 10**9


@pytest.fixture
def cli(capsys, tmp_path):
    def call(*words, status=0):
        capsys.readouterr()
        got = main(["--runs", str(tmp_path / "runs"), *map(str, words), "--json"])
        out, err = capsys.readouterr()
        assert got == status, err
        return json.loads(out) if status == 0 else err

    return call


@pytest.fixture
def table(tmp_path):
    (tmp_path / "t.csv").write_text(TABLE)
    return tmp_path / "t.csv"


def test_data_reads_a_table_with_its_classes(cli, table):
    facts = cli("data", table, "--label-column", "species")
    assert (facts["n_items"], facts["item_shape"], facts["class_counts"]) == (40, [2], {"a": 20, "b": 20})


@pytest.mark.parametrize(
    ("labels", "options"),
    [
        ("kind\n" + "owl\ncat\n" * 20, []),
        ("owl\ncat\n" * 20, []),
        ("no;kind\n" + "".join(f"{i};{'cat' if i % 2 else 'owl'}\n" for i in range(40)), ["--label-column", "kind"]),
    ],
)
@pytest.mark.parametrize("form", ["csv", "npz", "idx"])
def test_data_takes_a_table_of_labels(cli, table, tmp_path, labels, options, form):
    rows = np.arange(80, dtype=np.uint8).reshape(40, 2)
    (tmp_path / "x.npz").write_bytes(_npz(x=rows))
    (tmp_path / "x.idx").write_bytes(_idx(40, 2) + rows.tobytes())
    (tmp_path / "labels.csv").write_text(labels)
    items = table if form == "csv" else tmp_path / f"x.{form}"
    facts = cli("data", items, "--labels", tmp_path / "labels.csv", *options)
    assert (facts["n_items"], facts["class_counts"]) == (40, {"cat": 20, "owl": 20})


def test_data_orders_class_numbers_in_a_table_by_size(cli, table, tmp_path):
    (tmp_path / "labels.csv").write_text("10\n9\n" * 20)
    facts = cli("data", table, "--labels", tmp_path / "labels.csv")
    assert list(facts["class_counts"].items()) == [("9", 20), ("10", 20)]


@pytest.mark.parametrize(
    ("labels", "options", "told"),
    [
        ("a,b\n" + "1,2\n" * 40, [], "several columns (a, b)"),
        ("a\n" + "1\n" * 40, ["--label-column", "b"], "there is no column 'b'"),
        ("a\n" + "1\n" * 39, [], "39 labels for 40 items"),
        ("a,b\n" + "1,x\n" * 39 + "1,\n", ["--label-column", "b"], "label of item 39 is missing"),
    ],
)
def test_table_of_labels_that_does_not_fit_is_one_sentence(cli, table, tmp_path, labels, options, told):
    (tmp_path / "labels.csv").write_text(labels)
    err = cli("data", table, "--labels", tmp_path / "labels.csv", *options, status=2)
    assert told in err
    assert err.count("\n") == 1


def test_data_prepares_a_named_set(cli):
    facts = cli("data", "digits", "--size", "16", "--classes", "3,8", "--balance", "--items", "100")
    assert (facts["n_items"], facts["item_shape"]) == (100, [1, 16, 16])
    assert set(facts["class_counts"]) == {"3", "8"}


def test_train_keeps_what_was_prepared_with_its_recipe(cli, tmp_path):
    run = cli("train", "--data", "digits", "--size", "16", "--classes", "3,8", "--items", "60", *QUICK)["run"]
    store = Store(tmp_path / "runs")
    facts = store.run(run).facts
    assert (facts.item_shape, facts.n_items, facts.label_names) == ((1, 16, 16), 60, ("3", "8"))
    assert facts.recipe.of == "digits"
    assert facts.recipe.prepare.classes == ("3", "8")


def test_encode_puts_new_items_through_the_runs_recipe(cli, table, tmp_path):
    run = cli("train", "--data", table, "--label-column", "species", "--scaling", "standardise", *QUICK)["run"]
    some = tmp_path / "some.csv"
    rows = [line.split(",") for line in TABLE.split("\n")[:4]]
    some.write_text("\n".join(f"{wing},{mass},7" for _, mass, wing in rows).replace("7", "more", 1))  # another order
    for data, out in ((table, "all.npz"), (some, "some.npz")):
        cli("encode", run, "--data", data, "--out", tmp_path / out)
    with np.load(tmp_path / "all.npz") as whole, np.load(tmp_path / "some.npz") as part:
        assert np.allclose(whole["mu"][:3], part["mu"], atol=1e-5)
    (table.parent / "runs" / "datasets").rename(tmp_path / "gone")
    cli("encode", run, "--data", some, "--out", tmp_path / "again.npz")  # the run keeps its recipe


def test_encode_repeats_every_step_when_a_prepared_set_was_prepared_again(cli, table, tmp_path):
    store = Store(tmp_path / "runs")
    cli("train", "--data", table, "--label-column", "species", "--scaling", "standardise", *QUICK)
    (first,) = store.sets.all()
    run = cli("train", "--data", first.id, "--classes", "a", *QUICK)["run"]
    some = tmp_path / "some.csv"
    some.write_text("\n".join(TABLE.split("\n")[:4]))
    cli("encode", run, "--data", some, "--out", tmp_path / "z.npz")
    own = store.run(run).dataset()  # rows of class a: the 1st and 3rd of the file
    with np.load(tmp_path / "z.npz") as found:
        encode = session(graph_at(store.run(run), "encoder"))
        assert np.allclose(found["mu"][[0, 2]], encode(own.values(slice(0, 2)))["mu"], atol=1e-4)


def test_train_prepares_a_set_of_the_store_anew(cli, table, tmp_path):
    cli("train", "--data", table, *QUICK)
    (kept,) = Store(tmp_path / "runs").sets.all()
    run = cli("train", "--data", kept.id, "--items", "20", *QUICK)["run"]
    assert Store(tmp_path / "runs").run(run).facts.n_items == 20


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["digits", "--scaling", "standardise"], "holds pictures"),
        (["digits", "--classes", "ten"], "has no class 'ten'"),
        (["digits", "--size", "x"], "size must be a whole number, got 'x'."),
        (["t.csv", "--size", "8"], "holds numbers, not pictures"),
        (["t.csv", "--label-column", "king"], "there is no column 'king'"),
        (["t.csv", "--missing", "guess"], "missing must be 'drop' or 'mean', got 'guess'."),
    ],
)
def test_options_that_do_not_fit_are_one_sentence(cli, table, monkeypatch, words, told):
    monkeypatch.chdir(table.parent)
    err = cli("data", *words, status=2)
    assert told in err
    assert err.count("\n") == 1


class Bomb:
    def __reduce__(self):
        return (os.abort, ())


def _npz(**arrays) -> bytes:
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def _zip(entries, method=zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return file.getvalue()


def _png() -> bytes:
    file = io.BytesIO()
    Image.fromarray(np.zeros((8, 8), np.uint8)).save(file, "PNG")
    return file.getvalue()


def _idx(*shape: int) -> bytes:
    return bytes([0, 0, 8, len(shape)]) + b"".join(n.to_bytes(4, "big") for n in shape)


BLANK = blank_png(4000, 4000)
HOSTILE = {
    "slip.zip": lambda: (_zip([("a.png", _png()), ("../../escaped.png", _png())]), "leads out"),
    "bomb.zip": lambda: (_zip([("a.png", bytes(300 * 2**20))]), "bytes long"),
    "nested.zip": lambda: (_zip([("a.png", _png()), ("b.zip", _zip([("c.png", _png())]))]), "archive in the archive"),
    "pixels.zip": lambda: (_zip([(f"{n}.png", BLANK) for n in range(300)]), "no honest pictures"),
    "huge.zip": lambda: (_zip([("a.png", blank_png(40_000, 40_000, 1000))]), "the picture announces"),
    "pickle.npz": lambda: (_npz(x=np.array([[Bomb()]], dtype=object)), "Python objects"),
    "lies.npy": lambda: (_npy_header("(100000, 784)") + b"\0" * 99, "holds"),
    "zeros.gz": lambda: (gzip.compress(_idx(10**6, 500, 1) + bytes(485 * 10**6), 1), "bytes short"),
    "bomb.csv.gz": lambda: (gzip.compress(b"1,2,3\n" * 2**24, 1), "longer than 32.0 MiB"),
    "wide.csv": lambda: (b"a," * 10**6 + b"b\n", "columns, where"),
    "quote.csv": lambda: (b'a,b\n"' + b"x" * 2**22, "cannot be split"),
    "binary.csv": lambda: (b"a,b\n1,2\n" + bytes(range(256)) * 9, "no table of text"),
    "nan.npy": lambda: (_npy(np.full((9, 3), np.nan)), "not a finite"),
    "empty.csv": lambda: (b"", "the file is empty"),
}


def _npy(array) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def _npy_header(shape: str) -> bytes:
    text = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}".ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text.encode()


MEASURED = """
import resource, sys
from genlab.cli import main
from genlab.exports.graphs import session
status = main(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_SELF)
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
open(sys.argv[1], "w").write(f"{used.ru_utime + used.ru_stime} {int(peak) * 1024}")
sys.exit(status)
"""
"""Runs the command line and notes its processor time in seconds and its peak of memory in bytes."""


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (4 * LIMIT_BYTES, 4 * LIMIT_BYTES))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peaks of memory are read as Linux tells them")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_time_and_memory_and_writes_nothing(tmp_path, name):
    data, told = HOSTILE[name]()
    (tmp_path / "in").mkdir()
    file, notes = tmp_path / "in" / name, tmp_path / "notes"
    file.write_bytes(data)
    child = subprocess.run(
        [sys.executable, "-c", MEASURED, notes, "data", file, "--size", "32", "--runs", tmp_path / "runs"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        preexec_fn=_bounded,
    )
    assert (child.returncode, child.stdout) == (2, ""), child.stderr
    assert name in child.stderr
    assert told in child.stderr
    assert child.stderr.count("\n") == 1
    took_s, peak_bytes = map(float, notes.read_text().split())
    assert took_s < LIMIT_S
    assert peak_bytes < LIMIT_BYTES
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(["in", "notes", name])


def test_encode_of_a_table_says_which_rows_it_left_out_and_numbers_classes_as_the_run_does(cli, tmp_path):
    lines = [f"{i},{i * i % 7},{'ab'[i % 2]}" for i in range(30)]
    (tmp_path / "all.csv").write_text("x,y,kind\n" + "\n".join(lines))
    (tmp_path / "some.csv").write_text("x,y,kind\n1,2,b\n3,,b\n5,6,b\n")
    run = cli("train", "--data", tmp_path / "all.csv", "--label-column", "kind", *QUICK)["run"]
    cli("encode", run, "--data", tmp_path / "some.csv", "--label-column", "kind", "--out", tmp_path / "z.npz")
    with np.load(tmp_path / "z.npz") as arrays:
        assert arrays["rows"].tolist() == [0, 2]
        assert arrays["labels"].tolist() == [1, 1]
        assert arrays["label_names"].tolist() == ["a", "b"]


def test_run_of_three_items_is_mapped_and_measured_as_far_as_measures_go(cli, tmp_path):
    np.savez(tmp_path / "x.npz", x=np.eye(3, 64).reshape(3, 8, 8), labels=np.arange(3))
    run = cli("train", "--data", tmp_path / "x.npz", *QUICK, "held_out=0")["run"]
    answer = cli("project", run, "--out", tmp_path / "e.npz")
    assert (answer["trustworthiness"], answer["state"]) == (None, "finished")


def test_pictures_beyond_0_to_1_are_refused_until_they_are_scaled(cli, tmp_path):
    np.save(tmp_path / "x.npy", np.random.default_rng(0).normal(size=(20, 8, 8)))
    words = ("train", "--data", tmp_path / "x.npy", *QUICK)
    assert "not within 0 to 1" in cli(*words, status=2)
    run = cli(*words, "--scaling", "min-max")["run"]
    cli("encode", run, "--data", tmp_path / "x.npy", "--out", tmp_path / "z.npz")
    np.save(tmp_path / "wider.npy", np.random.default_rng(0).normal(scale=1.1, size=(20, 8, 8)))
    cli("encode", run, "--data", tmp_path / "wider.npy", "--out", tmp_path / "z.npz")
    unscaled = cli("train", "--data", "digits", *QUICK)["run"]
    refusal = cli("encode", unscaled, "--data", tmp_path / "x.npy", "--out", tmp_path / "z.npz", status=2)
    assert "not within 0 to 1" in refusal


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("ring", "--fit", "pad"), "--fit"),
        (("ring", "--background", "black"), "--background"),
        (("digits", "--columns", "a"), "--columns"),
        (("digits", "--label-column", "a"), "--label-column"),
        (("x.npy", "--missing", "mean"), "--missing"),
        (("t.csv", "--color", "grey"), "--color"),
    ],
)
def test_options_for_another_kind_of_data_are_refused(cli, tmp_path, table, words, option):
    np.save(tmp_path / "x.npy", np.zeros((20, 8, 8)))
    name, *options = words
    data = tmp_path / name if "." in name else name
    assert f"leave out {option}." in cli("data", data, *options, status=2)
    assert f"leave out {option}." in cli("train", "--data", data, *options, *QUICK, status=2)


def test_options_of_reading_are_refused_where_new_items_are_not_read_so(cli, tmp_path, table):
    run = cli("train", "--data", table, *QUICK)["run"]
    np.save(tmp_path / "x.npy", np.zeros((20, 2)))
    words = ("encode", run, "--data", tmp_path / "x.npy", "--out", tmp_path / "z.npz")
    assert "holds numbers, and is no table; leave out --missing." in cli(*words, "--missing", "mean", status=2)
    own = Store(tmp_path / "runs").sets.all()[0].id
    assert "is known and not read from a table" in cli("train", "--data", own, "--columns", "mass", *QUICK, status=2)
