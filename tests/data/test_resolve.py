import numpy as np
import pytest

from genlab.data.named import load
from genlab.data.resolve import resolve
from genlab.errors import DataError, UnknownNameError


def test_resolve_prefers_a_known_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    np.save("digits", np.zeros((3, 3)))
    (tmp_path / "digits.npy").rename("digits")
    assert resolve("digits") is load("digits")
    assert len(resolve("./digits")) == 3


def test_resolve_reads_a_path_with_labels(tmp_path):
    np.save(tmp_path / "x.npy", np.zeros((3, 4, 4)))
    np.save(tmp_path / "y.npy", np.array([0, 1, 1]))
    ds = resolve(tmp_path / "x.npy", tmp_path / "y.npy")
    assert (ds.name, ds.n_classes, ds.item_shape) == ("x", 2, (1, 4, 4))


def test_resolve_names_the_closest_when_it_knows_neither_name_nor_file():
    with pytest.raises(UnknownNameError) as error:
        resolve("digit")
    told = str(error.value)
    assert told.startswith("'digit' is neither a known data set nor a file. Known: ")
    assert told.endswith(" Did you mean 'digits'?")


def test_resolve_refuses_a_folder_without_pictures_and_labels_that_are_not_needed(tmp_path):
    with pytest.raises(DataError, match="it holds no picture"):
        resolve(tmp_path)
    with pytest.raises(DataError, match="has its own labels"):
        resolve("ring", labels=tmp_path / "y.npy")
    with pytest.raises(UnknownNameError, match="neither a known data set nor a file"):
        resolve("a\0b")
