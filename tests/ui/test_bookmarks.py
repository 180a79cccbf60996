import base64
import io

import numpy as np
import pytest
from PIL import Image

from genlab.analysis.take_home import scene_of
from genlab.errors import ConfigError, DataError
from genlab.explorer.messages import Moment
from genlab.store import default_store
from genlab.ui.bookmarks import checked_picture, keep


def picture(side=40, form="PNG", kind=None):
    file = io.BytesIO()
    Image.new("RGB", (side, side), (200, 10, 10)).save(file, form)
    return f"data:image/{kind or form.lower()};base64,{base64.b64encode(file.getvalue()).decode()}"


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_a_bookmarks_picture_is_drawn_anew(form):
    made = checked_picture(picture(form=form))
    with Image.open(io.BytesIO(made)) as read:
        assert (read.format, read.size) == ("WEBP", (40, 40))
        np.testing.assert_allclose(np.asarray(read)[20, 20], [200, 10, 10], atol=8)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "data:image/svg+xml;base64,PHN2Zz4=",
        "data:image/png;base64,????",
        "data:image/png;base64,AAAA",
        picture(form="GIF", kind="png"),
        picture(side=1025),
        "https://example.org/a.png",
    ],
)
def test_anything_but_a_small_png_or_webp_is_refused(url):
    with pytest.raises(DataError, match="picture"):
        checked_picture(url)


def test_a_kept_bookmark_restores_every_number_exactly(tmp_path):
    store = default_store(tmp_path / "runs")
    scene = scene_of(store.run("digits-vae"))
    z = [float(value) for value in scene.codes[7]]
    sent = {
        "moment": {
            "settled": {"z": z, "source": "map", "pins": {"a": z, "b": None}, "path": "slerp", "map": [0.1, -2.5]},
            "t": 0.25,
            "truncation": 0.7,
            "near": True,
            "map": {"method": "pca", "axes": [2, 0]},
            "look": {"x": 0.1, "y": 1 / 3, "zoom": 2.5},
            "hidden": [3],
            "selected": {"mask": "CQEC", "rest": "hidden", "tags": [{"name": "<b>mine</b>", "mask": "CQEC"}]},
        },
        "note": "here",
        "picture": picture(),
    }
    made = keep(store, scene, sent)
    moment = Moment.parse(store.bookmarks.read(made.id).moment)
    assert moment == Moment.parse(sent["moment"])
    assert np.array_equal(np.float32(moment.settled.z), scene.codes[7])
    assert (made.run, made.step, made.projection["axes"]) == ("digits-vae", scene.step, [2, 0])


def test_a_bookmark_of_another_model_or_none_at_all_is_refused(tmp_path):
    store = default_store(tmp_path / "runs")
    scene = scene_of(store.run("digits-vae"))
    settled = {"z": [0.0], "source": "map", "map": [0, 0]}
    moment = {"settled": settled, "map": {}, "look": {"x": 0, "y": 0, "zoom": 1}}
    with pytest.raises(DataError, match="another model"):
        keep(store, scene, {"moment": moment, "picture": picture()})
    for sent in (None, {}, {"moment": moment | {"look": {"x": 0, "y": 0, "zoom": 0}}, "picture": picture()}):
        with pytest.raises(ConfigError):
            keep(store, scene, sent)
    assert store.bookmarks.of_run("digits-vae") == []
