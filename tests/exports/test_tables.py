import csv
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genlab.errors import CapabilityError
from genlab.exports import tables
from genlab.exports.tables import csv_table, npz_table, safe_text


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_csv_has_a_row_of_names_and_a_column_a_number():
    read = rows(csv_table({"id": np.arange(2), "name": np.array(["ä", 'b,"c"\n']), "z": np.float32([[1, -2], [3, 4]])}))
    assert read == [["id", "name", "z1", "z2"], ["0", "ä", "1", "-2"], ["1", 'b,"c"\n', "3", "4"]]


def test_csv_numbers_are_read_back_equal():
    numbers = np.random.default_rng(0).normal(size=(3000, 3)).astype(np.float32)
    read = np.float32(rows(csv_table({"z": numbers}))[1:])
    np.testing.assert_array_equal(read, numbers)


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "=", "-1_0", "- 1"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text):
    assert safe_text(text) == f"'{text}"
    assert rows(csv_table({"name": np.array([text]), text: np.array([1])}))[0][1] == f"'{text}"


@pytest.mark.parametrize("text", ["-1", "+2.5e3", "7", "shoe", "a=b", "", " x"])
def test_numbers_and_plain_text_are_left_alone(text):
    assert safe_text(text) == text


def test_negative_numbers_in_columns_are_left_alone():
    assert rows(csv_table({"id": np.array([-1]), "z": np.float32([[-0.5]])}))[1] == ["-1", "-0.5"]


@given(st.text(max_size=8))
def test_no_text_begins_a_formula(text):
    safe = safe_text(text)
    assert not safe.startswith(tables.FORMULA_SIGNS) or float(safe) is not None


def test_csv_refuses_what_no_spreadsheet_opens(monkeypatch):
    monkeypatch.setattr(tables, "MOST_CELLS", 5)
    with pytest.raises(CapabilityError, match="6 cells is over the 5"):
        csv_table({"z": np.zeros((2, 3))})


def test_npz_holds_the_arrays_without_pickles():
    read = np.load(io.BytesIO(npz_table({"name": np.array(["=1"]), "z": np.float32([[1]])})), allow_pickle=False)
    assert read["name"].tolist() == ["=1"]
    assert read["z"].dtype == np.float32
