import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from genlab.data.cloud import MAX_POINTS, drawn_cloud
from genlab.data.dataset import Modality, ValueKind
from genlab.errors import DataError


def drawn(n: int = 12, **changes):
    return {"name": "mine", "x": [0.1] * n, "y": [-0.2] * n, "brush": [i % 2 * 3 for i in range(n)], **changes}


def test_a_drawn_cloud_is_a_set_of_points_with_a_class_a_brush():
    ds = drawn_cloud(drawn())
    assert ds.x.shape == (12, 2)
    assert ds.x[0].tolist() == pytest.approx([0.1, -0.2])
    assert (ds.modality, ds.value_kind, ds.name) == (Modality.POINTS, ValueKind.REAL, "mine")
    assert (ds.label_names, ds.labels.tolist()) == (("brush 1", "brush 4"), [0, 1] * 6)


def test_one_brush_gives_no_classes_and_no_name_gives_the_usual():
    ds = drawn_cloud(drawn(brush=[2] * 12, name="  "))
    assert (ds.labels, ds.label_names, ds.name) == (None, (), "drawn points")


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        "text",
        [],
        {},
        drawn(x=[math.nan] * 12),
        drawn(x=[math.inf] * 12),
        drawn(x=[1.5] * 12),
        drawn(x=["a"] * 12),
        drawn(x=[0.0] * 11),
        drawn(brush=[6] * 12),
        drawn(brush=[-1] * 12),
        drawn(brush=[0.5] * 12),
        drawn(MAX_POINTS + 1),
        drawn(9),
        drawn(more=1),
        drawn(name="x" * 81),
    ],
)
def test_what_is_no_cloud_is_refused_in_one_sentence(wrong):
    with pytest.raises(DataError) as error:
        drawn_cloud(wrong)
    assert str(error.value).startswith(("The drawn points cannot be used", "There are"))
    assert "\n" not in str(error.value)


@given(st.one_of(st.none(), st.floats(), st.text(), st.lists(st.floats()), st.dictionaries(st.text(), st.floats())))
def test_whatever_a_browser_sends_is_a_cloud_or_a_sentence(value):
    with pytest.raises(DataError):
        drawn_cloud(value)


def test_the_most_points_are_taken():
    assert np.isfinite(drawn_cloud(drawn(MAX_POINTS)).x).all()
