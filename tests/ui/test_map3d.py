"""The figure in three dimensions, and that it and the map agree on colours."""

import re
from pathlib import Path

import numpy as np
import pytest

import genlab.explorer
from genlab.errors import ConfigError
from genlab.explorer.messages import MapChoice
from genlab.ui.map3d import MOST_POINTS, SYMBOLS, Group, groups, other_marks, spec_of, turnable
from genlab.ui.map_colors import DARK, LIGHT
from genlab.ui.projector import enlarge_space
from genlab.ui.scenes import scene


@pytest.fixture
def digits(own_store):
    return scene(own_store.run("digits-vae"))


@pytest.fixture
def gan(own_store):
    return scene(own_store.run("digits-gan"))


def test_colors_are_those_of_the_map():
    text = (Path(genlab.explorer.__file__).parent / "web" / "src" / "map" / "colors.ts").read_text()
    assert tuple(re.findall(r'"(#[0-9a-f]{6})"', text)) == (*LIGHT, *DARK)


SEEN = {
    "all colours": np.eye(3),
    "no red": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "no green": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "no blue": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
"""What eyes without one kind of cone see of linear RGB (Machado et al. 2009)."""
TO_XYZ = [[0.4339, 0.3762, 0.1899], [0.2127, 0.7152, 0.0722], [0.0178, 0.1095, 0.8727]]
"""Of linear RGB, over the white point's."""


def lab(color: str, eyes: str) -> np.ndarray:
    """CIE L*a*b* of a colour as ``eyes`` see it."""
    signal = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(signal <= 0.04045, signal / 12.92, ((signal + 0.055) / 1.055) ** 2.4)
    x, y, z = np.cbrt(TO_XYZ @ np.clip(SEEN[eyes] @ linear, 0.01, 1))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("eyes", SEEN)
def test_classes_of_one_mark_differ_strongly_in_colour_to_all_eyes(palette, eyes):
    sharing = [(a, b) for b, mark in enumerate(SYMBOLS) for a in range(b) if SYMBOLS[a] == mark]
    assert len(sharing) == 2  # nine classes, seven marks
    for a, b in sharing:
        assert np.linalg.norm(lab(palette[a], eyes) - lab(palette[b], eyes)) > 30, (a, b)


def test_marks_that_differ_from_the_flat_maps_are_named():
    few, many = ([Group(str(i), i, np.zeros((1, 3)), np.arange(1)) for i in range(n)] for n in (2, 10))
    assert other_marks(few) == ""
    assert "an open diamond for a triangle" in other_marks(many)
    assert "an upright cross for a slanting one" in other_marks(many)


def test_figure_is_seen_from_far_enough_that_its_corners_are_in_it():
    eye = turnable([], "PCA of codes z", dark=False, keep="k").layout.scene.camera.eye
    assert np.linalg.norm([eye.x, eye.y, eye.z]) > np.sqrt(3) * 1.25  # Plotly's own cuts the lowest off


def test_groups_hold_each_row_once_by_class(digits):
    coords = np.random.default_rng(0).normal(size=(len(digits.codes), 3)).astype(np.float32)
    found = groups(digits, {"coords": coords})
    assert [group.name for group in found] == list("0123456789")
    rows = np.concatenate([group.rows for group in found])
    assert sorted(rows) == list(range(len(digits.codes)))
    for group in found:
        np.testing.assert_array_equal(group.places, coords[group.rows])
        assert (digits.labels[group.rows] == group.label).all()


def test_groups_keep_a_large_map_light_and_real_data_apart(gan):
    coords = np.zeros((len(gan.codes), 3), np.float32)
    real = np.ones((5, 3), np.float32)
    found = groups(gan, {"coords": coords, "real_coords": real})
    assert sum(len(group.rows) for group in found[:-1]) == min(len(gan.codes), MOST_POINTS)
    assert found[-1].real
    assert len(found[-1].places) == 5


def test_figure_escapes_what_a_person_has_typed():
    group = Group("<b>a</b>", 0, np.zeros((2, 3), np.float32), np.arange(2))
    figure = turnable([group], "PCA of codes z", dark=False, keep="k")
    trace = figure.data[0]
    assert trace.name == "&lt;b&gt;a&lt;/b&gt;"
    assert "<b>" not in trace.hovertemplate
    assert figure.layout.scene.zaxis.title.text == "PC 3"


def test_map_in_3d_is_the_chosen_one_with_a_third_component(gan):
    assert spec_of(gan, None).space == "activations"
    tsne = MapChoice(
        method="tsne", space="outputs", settings={"perplexity": 12, "iterations": 80}, encoder="digits-vae"
    )
    spec = spec_of(gan, tsne)
    assert (spec.method, spec.space, spec.n_components) == ("tsne", "outputs", 3)
    assert (spec.perplexity, spec.iterations, spec.encoder) == (12, 80, "digits-vae")
    raw = spec_of(gan, MapChoice(method="raw", space="z"))
    assert (raw.method, raw.space) == ("pca", "z")


def test_odd_settings_from_a_browser_are_refused(gan):
    with pytest.raises(ConfigError):
        spec_of(gan, MapChoice(method="tsne", space="z", settings={"perplexity": -3}))
    with pytest.raises(ConfigError):
        spec_of(gan, MapChoice(method="tsne", space="z", settings={"bad": 3}))


@pytest.mark.parametrize("dark", [False, True])
def test_figure_for_a_projector_has_large_words_on_axes_in_the_pages_ink_and_no_mark_from_a_font(dark):
    found = [Group(str(i), i, np.zeros((2, 3), np.float32), np.arange(2)) for i in range(10)]
    figure = turnable(found, "PCA of codes z", dark, keep="k")
    assert "x" not in {trace.marker.symbol for trace in figure.data}
    size, height = figure.data[0].marker.size, figure.layout.height
    enlarge_space(figure, dark)
    axis = figure.layout.scene.xaxis
    assert (int(axis.color[1:3], 16) > 0xC0) == dark
    assert axis.title.font.size >= axis.tickfont.size >= 14
    assert axis.title.text == "PC 1"
    assert (figure.data[0].marker.size, figure.layout.height) == (1.5 * size, round(1.2 * height))
    assert figure.layout.legend.y < 1
