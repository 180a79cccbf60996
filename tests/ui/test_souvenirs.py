import io
import json

import numpy as np
import pytest
from PIL import Image

from genlab.analysis.take_home import FILES
from genlab.exports.provenance import read_provenance
from genlab.exports.stamp import FILMS, Provenance
from genlab.ui.place import Place
from genlab.ui.scenes import scene
from genlab.ui.souvenirs import FILE_NAMES, MIME, SOUVENIRS, Options, ending, file_name, maker, missing, scales
from tests.ui.test_place import told


@pytest.fixture(params=["digits-vae", "digits-gan", "ring-gan"])
def shown(request, own_store):
    return scene(own_store.run(request.param))


def test_every_souvenir_has_formats_with_an_ending_and_a_maker():
    for what, souvenir in SOUVENIRS.items():
        assert souvenir.about.endswith(".")
        for form in souvenir.formats:
            assert ending(what, form) in MIME
            assert ((what, form) in FILE_NAMES) == (souvenir.needs == "nothing")
    assert set(FILE_NAMES.values()) == set(FILES.names())


@pytest.mark.parametrize("what", ["sample", "walk", "sheet"])
def test_pictures_are_of_the_asked_scale_and_say_where_they_come_from(shown, what):
    place = Place.parse(shown, told(shown, 2))
    assert missing(what, shown, place) == ""
    data = maker(what, "PNG", shown, place, Options(scale=3, steps=4))()
    width, height = Image.open(io.BytesIO(data), formats=["PNG"]).size
    side = {"sample": 8, "walk": 8, "sheet": 12 * 9 - 1}[what] * 3
    assert height == (360 if shown.item_shape == (2,) else side)
    found = read_provenance(data)
    assert (found.run, found.name, found.step) == (shown.run.id, shown.run.name, str(shown.step))
    np.testing.assert_allclose(np.float32(found.code.split(",")), shown.codes[2], rtol=1e-5)
    assert (found.code_to != "") == (what == "walk")


def test_coordinates_lead_back_to_the_same_place(shown):
    place = Place.parse(shown, told(shown, 2))
    written = json.loads(maker("code", "JSON", shown, place, Options())())
    again = Place.parse(shown, told(shown, 0, z=written["z"], delta=written.get("delta")))
    assert (written["run"], written["step"]) == (shown.run.id, shown.step)
    np.testing.assert_allclose(again.code, place.code, atol=1e-6)


def test_files_are_named_by_us(shown):
    assert file_name(shown, "code", "JSON") == f"genlab-{shown.run.id}-{shown.step}-code.json"
    assert file_name(shown, "model", "ONNX") == f"genlab-{shown.run.id}-{shown.step}-onnx.zip"
    assert file_name(shown, "script", "Python").endswith("-retrain.py")


def test_what_is_missing_is_said(own_store):
    shown = scene(own_store.run("digits-vae"))
    place = Place.parse(shown, told(shown, 2, pins={"a": None, "b": None}))
    assert missing("sample", shown, None) == "Click on the map first."
    assert missing("walk", shown, place).startswith("Pin A and B")
    assert missing("walk", shown, None).startswith("Pin A and B")
    assert missing("page", shown, None) == ""


@pytest.mark.parametrize("shape", [(1, 8, 8), (3, 64, 64), (1, 28, 28), (1, 30, 12)])
@pytest.mark.parametrize("form", ["GIF", "WebP"])
def test_largest_scale_of_a_film_there_and_back_is_one_that_can_be_written(shape, form):
    suits, most = scales("walk", form, shape, 60)
    assert 1 <= suits <= most
    page = np.broadcast_to(np.uint8(0), (120, shape[1] * most, shape[2] * most, 1))
    from genlab.exports.stamp import _check

    _check(page, 10)
    assert FILMS[form.lower()](page[:2, :8, :8], 10, True, Provenance())
