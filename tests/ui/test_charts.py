import tomllib
from pathlib import Path

import numpy as np
import pytest

from genlab.ui.charts import (
    COLORS,
    POINTS_DRAWN,
    Curve,
    before_after,
    counts,
    curves,
    histogram,
    scatter,
    side_by_side,
    thinned,
)

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"


def test_curves_name_their_axes_with_units_and_keep_a_persons_zoom():
    figure = curves([Curve("loss", [0.0, 1.0], [3.0, 2.0])], "loss (nats per item)", log=False, keep="run-1")
    assert figure.layout.xaxis.title.text == "epoch"
    assert figure.layout.yaxis.title.text == "loss (nats per item)"
    assert figure.layout.uirevision == "run-1"
    assert figure.layout.yaxis.type == "linear"


def test_held_out_curve_has_its_measures_colour_and_says_so_in_words():
    learning, held = curves(
        [Curve("loss", [0, 1, 2], [3, 2, 1]), Curve("loss", [0, 2], [3, 2], held_out=True)], "nats", log=True, keep="r"
    ).data
    assert learning.line.color == held.line.color
    assert held.name == "loss, held out"
    assert (learning.line.dash, held.line.dash) == ("solid", "dot")


def test_thinned_curve_keeps_its_ends_and_its_mean():
    x = np.arange(10_000.0)
    places, means = thinned(x, np.sin(x / 500))
    assert len(places) <= POINTS_DRAWN
    assert places[-1] == x[-1]
    assert places[0] < 30
    assert (np.diff(places) > 0).all()
    np.testing.assert_allclose(means[:-1], np.sin(places[:-1] / 500), atol=0.01)


@pytest.mark.parametrize("length", [0, 1, POINTS_DRAWN])
def test_short_curve_is_left_alone(length):
    x = np.arange(float(length))
    places, values = thinned(x, x)
    np.testing.assert_array_equal(places, x)
    np.testing.assert_array_equal(values, x)


def test_labels_are_escaped():
    name = "<a href='x'>7</a>"
    drawn = [counts({name: (3, 1)}), scatter(np.zeros((1, 2)), np.zeros(1, int), [name], ("x", "y"))]
    assert all("<a" not in figure.to_json() for figure in drawn)
    assert "&lt;a" in drawn[0].data[0].x[0]


def test_counts_add_up_to_all_items():
    figure = counts({"0": (90, 10), "1": (45, 5)})
    assert [list(bar.y) for bar in figure.data] == [[90, 45], [10, 5]]
    assert figure.layout.barmode == "stack"


def test_histogram_leaves_out_empty_bins_on_its_log_axis():
    figure = histogram(np.array([0.0, 0.5, 1.0]), np.array([7, 0]), "value")
    assert figure.layout.yaxis.type == "log"
    assert figure.data[0].y[0] == 7
    assert np.isnan(figure.data[0].y[1])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_stand_out_from_the_page(theme):
    page = tomllib.loads(CONFIG.read_text())["theme"][theme]["backgroundColor"]
    for color in COLORS:
        assert contrast(color, page) >= 3, color


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_can_be_read_on_the_page(theme):
    colors = tomllib.loads(CONFIG.read_text())["theme"][theme]
    for surface in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(colors["textColor"], colors[surface]) >= 7
        assert contrast(colors["linkColor"], colors[surface]) >= 4.5
    assert contrast("#ffffff", colors["primaryColor"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    channels = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def test_marks_stand_at_their_epoch_and_say_what_happened():
    figure = curves([Curve("loss", [0, 4], [3, 2])], "nats", False, "r", [("1", 2.5, "KL weight <b>β</b> 1 → 4")])
    (shape,), (note,) = figure.layout.shapes, figure.layout.annotations
    assert (shape.x0, shape.x1, note.x, note.text) == (2.5, 2.5, 2.5, "1")
    assert "β" in note.hovertext
    assert "<b>" not in note.hovertext


def test_course_that_was_left_is_pale_and_goes_by_its_measures_colour():
    left, taken = curves([Curve("loss", [0, 4], [3, 2])], "nats", False, "r", (), [Curve("loss", [4, 6], [2, 9])]).data
    assert left.line.color == taken.line.color
    assert left.opacity < 0.5
    assert not left.showlegend
    assert "left" in left.name


def test_legends_lie_below_their_plots_where_no_tool_of_the_chart_covers_them():
    curve = Curve("loss", [0, 1], [3, 2])
    drawn = [
        curves([curve], "nats", False, "r"),
        side_by_side([("a", 0, curve), ("b", 1, curve)], "nats", False, "r"),
        counts({"a": (1, 2)}),
        before_after({"a": (1, 2)}),
        scatter(np.zeros((2, 2)), np.array([0, 1]), ["a", "b"], ("x", "y")),
    ]
    for figure in drawn:
        legend = figure.layout.legend
        assert (legend.yref, legend.y, legend.yanchor) == ("container", 0, "bottom")
