import gzip

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genlab.data.dataset import Modality, ValueKind
from genlab.data.readers import read, read_bytes, survey_table
from genlab.data.readers.options import ReadConfig
from genlab.data.readers.table import columns_to_learn
from genlab.errors import DataError

TABLE = b"kind,a,b,c\nred,1,2.5,3\nblue,4,NA,6\nred,7,8,9\n,1,1,1\n"


def csv(data: bytes, **config):
    return read_bytes("t.csv", data, config=ReadConfig.parse(config))


def refused(data: bytes, **config) -> str:
    with pytest.raises(DataError, match=r"^t\.csv[:,] ") as error:
        csv(data, **config)
    assert str(error.value).isprintable()
    assert str(error.value).endswith(".")
    return str(error.value)


def test_table_gives_its_columns_of_numbers_and_drops_rows_with_gaps():
    ds = csv(TABLE)
    assert ds.x.tolist() == [[1, 2.5, 3], [7, 8, 9], [1, 1, 1]]
    assert ds.feature_names == ("a", "b", "c")
    assert (ds.modality, ds.value_kind, ds.labels) == (Modality.VECTOR, ValueKind.REAL, None)
    assert "1 of 4 rows left out for missing values (b)" in ds.source
    assert "columns without numbers left out: kind" in ds.source


def test_table_takes_its_classes_from_a_column():
    ds = csv(TABLE, label_column="kind")
    assert (ds.label_names, ds.labels.tolist()) == (("red",), [0, 0])
    assert "1 rows without a class left out" in ds.source
    filled = csv(TABLE, label_column="kind", missing="mean")
    assert (filled.label_names, filled.labels.tolist()) == (("blue", "red"), [1, 0, 1])
    assert filled.x[1].tolist() == pytest.approx([4, 11.5 / 3, 6])


def test_classes_that_are_numbers_are_in_their_order_and_no_feature():
    ds = csv(b"y,v\n10,1\n9,2\n10,3\n", label_column="y")
    assert ds.label_names == ("9", "10")
    assert ds.feature_names == ("v",)


def test_classes_that_differ_in_signs_alone_are_not_one():
    ds = csv(b"v,pay\n1,<=50K\n2,>50K\n3,<=50K\n", label_column="pay")
    assert (ds.label_names, ds.labels.tolist()) == (("50K", "50K (2)"), [0, 1, 0])
    apart = read_bytes("x.csv", b"v\n1\n2\n3\n", ("y.csv", b"<=50K\n>50K\n<=50K\n"))
    assert apart.labels.tolist() == [0, 1, 0]


def test_table_without_names_of_columns_says_that_its_first_line_was_taken_for_an_item():
    ds = csv(b"2019,2020\n1,2\n3,4\n")
    assert ds.x.tolist() == [[2019, 2020], [1, 2], [3, 4]]
    assert "no line of column names, so the first line was read as an item" in ds.source
    assert "first line" not in csv(b"y2019,y2020\n1,2\n3,4\n").source


def test_columns_of_one_name_are_told_apart():
    assert csv(b"a (2),a,a,a!\n1,2,3,4\n").feature_names == ("a (2)", "a", "a (3)", "a (4)")


def test_table_takes_the_columns_asked_for():
    assert csv(TABLE, columns=["c", "a"]).x.tolist() == [[3, 1], [6, 4], [9, 7], [1, 1]]


@pytest.mark.parametrize(
    "data",
    [
        b"a;b\n1,5;2\n3,5;4\n",
        b"a\tb\n1.5\t2\n3.5\t4\n",
        b"a|b\r\n1.5|2\r\n3.5|4\r\n",
        b'\xef\xbb\xbf"a","b"\n"1.5", 2\n\n3.5,4',
        "a,b\n1.5,2\n3.5,4\n".encode("utf-16"),
        gzip.compress(b"a,b\n1.5,2\n3.5,4\n", mtime=0),
        b"1.5,2\n3.5,4\n",
    ],
)
def test_table_is_read_whatever_its_dialect(data):
    assert csv(data).x.tolist() == [[1.5, 2], [3.5, 4]]


@pytest.mark.parametrize("gap", ["", "NA", "NaN", "nan", "N/A", "null", "?", " "])
def test_what_people_write_for_nothing_is_missing(gap):
    assert csv(f"a,b,c\n1,2,3\n4,{gap},6\n".encode()).x.tolist() == [[1, 2, 3]]


def test_table_in_windows_letters_says_that_it_was_guessed():
    ds = csv("größe,b,c\n1,2,3\n".encode("cp1252"))
    assert ds.feature_names[0] == "größe"
    assert "Windows-1252" in ds.source


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a,b\n1,2\n3\n", "line 3 has 1 cells where the first has 2"),
        (b"a,b\n1,2\n3,inf\n5,6\n", "line 3, column 'b': 'inf' is not a finite number"),
        (b"a,b\n1,2\n3,x\n5,6\n", "line 3, column 'b': 'x' is not a finite number"),
        (b"a,b\n1,2\n3,1e99\n5,6\n", "line 3, column 'b': the number 1e99 is too large"),
        (b"a,b\n1,1e300\n2,-1e308\n", "line 2, column 'b': the number 1e300 is too large"),
        (b"1e300,1\n1e308,2\n", "line 1, column 'column 1': the number 1e300 is too large"),
        (b"a;b\n1,5;2,5\n-1,5e400;1\n", "line 3, column 'a': the number -1.5e400 is too large"),
        (b"a,b\nx,y\n", "no column holds numbers (a, b)"),
        (b"a,b\n", "the table has the names of its columns (a, b) and no row below them"),
        (b"\n \n", "nothing but blank lines"),
        (b"a,b\n1,NA\n,2\n", "every row has a missing value"),
        (b'a,b\n1,"2\n3,4\n', "cannot be split into cells"),
        (b"a,b\n1,2\n3,\x00\n", "the byte 00 shows that this is no table of text"),
        (b"name,b\n" + b"\x7fELF\x02\x01\x01\x00\x00" * 9, "no table of text"),
        (b"a," * 20_000 + b"b\n", "line 1 has 20,001 columns, where 16,384 are allowed"),
        (b"X: 1\nT: A tune\nK: C\nCDEF|\n", "this is music, which genlab does not read yet"),
    ],
)
def test_a_bad_table_is_refused_by_place_and_fault(data, told):
    assert told in refused(data)


def test_a_column_that_is_not_there_is_refused():
    assert "there is no column 'king' among kind, a, b, c" in refused(TABLE, label_column="king")
    assert "there is no column 'z'" in refused(TABLE, columns=["z"])
    assert "the column 'b' is empty" in refused(b"a,b\n1,NA\n2,\n", columns=["b"])


def test_a_column_of_names_is_refused_as_classes():
    many = b"name,v\n" + b"".join(b"n%d,1\n" % n for n in range(1001))
    assert "holds 1,001 different words, where 1,000 classes are allowed" in refused(many, label_column="name")


def test_a_table_of_several_columns_is_taken_for_labels_only_with_the_columns_name(npy_bytes):
    x = npy_bytes(np.zeros((3, 4)))
    with pytest.raises(DataError, match=r"several columns \(kind, a, b, c\)"):
        read_bytes("x.npy", x, ("t.csv", TABLE))
    found = read_bytes("x.npy", x, ("t.csv", b"n,kind\n1,b\n2,a\n3,b\n"), ReadConfig(label_column="kind"))
    assert [found.label_names[i] for i in found.labels] == ["b", "a", "b"]


def test_a_gzip_bomb_of_a_table_is_refused_early():
    bomb = gzip.compress(b"1,2\n" * 2**22 * 5, 1)
    assert "longer than 32.0 MiB" in refused(bomb)


def test_survey_tells_numbers_from_words_and_counts_kinds():
    table = survey_table("t.csv", TABLE)
    assert table.names(numeric=True) == ["a", "b", "c"]
    assert table.kinds["kind"] == 2
    assert [column.missing for column in table.columns] == [1, 0, 1, 0]
    assert survey_table("x", b"\0\0\x08\x01\0\0\0\x01\x01") is None


def test_column_of_numbers_too_large_counts_as_one_of_numbers_and_is_refused_before_the_file_is_read():
    table = survey_table("big.csv", b"a,b\n1,1e300\n2,1e308\n")
    assert table.names(numeric=True) == ["a", "b"]
    with pytest.raises(DataError, match=r"^big\.csv: line 2, column 'b': the number 1e300 .* up to 3\.4e38"):
        columns_to_learn(table, ReadConfig())
    assert [column.name for column in columns_to_learn(table, ReadConfig(columns=("a",)))] == ["a"]


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_random_bytes_after_a_table_are_read_or_refused_and_nothing_else(rest):
    told = ""
    try:
        assert np.isfinite(csv(b"a,b\n1,2\n" + rest).x).all()
    except DataError as error:
        told = str(error)
    assert told == "" or (told.isprintable() and told.endswith("."))


@given(st.lists(st.lists(st.floats(-(2.0**99), 2.0**99, width=32), min_size=3, max_size=3), min_size=1, max_size=20))
def test_numbers_survive_a_table(rows):
    text = "a,b,c\n" + "\n".join(",".join(map(repr, row)) for row in rows)
    assert np.allclose(csv(text.encode()).values(), np.array(rows, np.float32), rtol=1e-6)


def test_penguins_are_read(shared_data):
    ds = read(shared_data / "penguins" / "penguins.csv", config=ReadConfig(label_column="species"))
    assert ds.x.shape == (342, 5)
    assert np.bincount(ds.labels).tolist() == [151, 68, 123]
    assert ds.label_names == ("Adelie", "Chinstrap", "Gentoo")
    filled = read(
        shared_data / "penguins" / "penguins_raw.csv", config=ReadConfig(label_column="Species", missing="mean")
    )
    assert filled.x.shape == (344, 7)
    assert np.bincount(filled.labels).tolist() == [152, 68, 124]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("names/names.txt", "text and music are not read yet"),
        ("nottingham/nottingham-midi.zip", "it holds music, which genlab does not read yet"),
        ("nottingham/ABC_cleaned/xmas.abc", "this is music, which genlab does not read yet"),
        ("nottingham/ABC_cleaned", "it holds music, which genlab does not read yet"),
        ("openmoji/openmoji-labels.csv", "no column holds numbers"),
    ],
)
def test_what_is_not_read_yet_is_refused_by_what_it_is(shared_data, file, told):
    with pytest.raises(DataError) as error:
        read(shared_data / file)
    assert told in str(error.value)
