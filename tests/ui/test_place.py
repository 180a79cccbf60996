import numpy as np
import pytest

from genlab.latent.paths import PATHS
from genlab.ui.neighbours import LATENT, VALUES, cards, neighbours
from genlab.ui.place import SHEET_SIDE, STRIP_STEPS, Place
from genlab.ui.scenes import scene


@pytest.fixture(params=["digits-vae", "digits-gan", "ring-gan"])
def shown(request, own_store):
    return scene(own_store.run(request.param))


def told(shown, row: int, **more) -> dict:
    delta = [0.0] * len(shown.mean) if shown.is_gan else None
    pin = [*shown.codes[row].tolist(), *(delta or [])]
    pins = {"a": pin, "b": [*shown.codes[row + 1].tolist(), *(delta or [])]}
    return {
        "z": shown.codes[row].tolist(),
        "delta": delta,
        "source": "map",
        "nearest": row,
        "map": [0, 0],
        "pins": pins,
    } | more


def test_place_on_a_point_of_the_map_has_its_code_and_decodes_as_the_scene_does(shown):
    place = Place.parse(shown, told(shown, 5))
    np.testing.assert_allclose(place.code, shown.places[5], atol=1e-5)
    np.testing.assert_allclose(place.item, shown.decoder.decode(shown.places[5:6])[0], atol=1e-5)


def test_gan_place_is_moved_by_its_offset(own_store):
    shown = scene(own_store.run("digits-gan"))
    moved = Place.parse(shown, told(shown, 5, delta=[0.5] * len(shown.mean)))
    np.testing.assert_allclose(moved.code, shown.places[5] + 0.5, atol=1e-5)


@pytest.mark.parametrize(
    "wrong",
    [{"z": None}, {"z": [1.0]}, {"z": ["a"] * 8}, {"z": [float("nan")] * 8}, {"z": [[1.0]] * 8}, {"source": "<b>"}],
)
def test_what_is_no_place_of_this_model_is_none(own_store, wrong):
    shown = scene(own_store.run("digits-vae"))
    assert shown.codes.shape[1] == 8
    assert Place.parse(shown, told(shown, 0)) is not None
    assert Place.parse(shown, told(shown, 0) | wrong) is None


@pytest.mark.parametrize("wrong", [None, "settled", {}, 3])
def test_what_is_no_message_at_all_is_no_place(own_store, wrong):
    assert Place.parse(scene(own_store.run("digits-vae")), wrong) is None


def test_place_passes_over_what_is_of_another_model(own_store):
    shown = scene(own_store.run("digits-vae"))
    place = Place.parse(shown, told(shown, 0, delta=[1.0], pins={"a": [1.0], "b": None}))
    assert (place.delta, place.pins) == (None, (None, None))


def test_strip_goes_from_pin_to_pin(shown):
    place = Place.parse(shown, told(shown, 3))
    strip = place.strip()
    assert len(strip) == STRIP_STEPS
    np.testing.assert_allclose(strip[[0, -1]], shown.decoder.decode(shown.places[3:5]), atol=1e-4)
    assert Place.parse(shown, told(shown, 3, pins={"a": None, "b": None})).strip() is None


@pytest.mark.parametrize("path", PATHS.names())
def test_strip_goes_the_way_that_is_shown(shown, path):
    place = Place.parse(shown, told(shown, 3, path=path))
    middle = PATHS.get(path)(shown.codes[3], shown.codes[4], 0.5).astype(np.float32)
    np.testing.assert_allclose(place.strip()[STRIP_STEPS // 2], shown.decoder.items(middle[None])[0], atol=1e-4)


def test_sheet_covers_the_map_with_its_upper_row_first(own_store):
    shown = scene(own_store.run("digits-vae"))
    place = Place.parse(shown, told(shown, 0))
    items = place.sheet()
    assert len(items) == SHEET_SIDE**2
    low, high = np.percentile(shown.coords[:, :2], [1, 99], axis=0)
    code = place.code + ([low[0], high[1]] - (place.code - shown.mean) @ shown.components[:2].T) @ shown.components[:2]
    np.testing.assert_allclose(items[0], shown.decoder.decode(code[None].astype(np.float32))[0], atol=1e-4)


@pytest.mark.parametrize("space", [LATENT, VALUES])
def test_nearest_of_a_data_item_is_itself_in_the_space_where_it_lies(shown, space):
    place = Place.parse(shown, told(shown, 11))
    found = neighbours(place, space, 8)
    distances = [one.distance for one in found]
    assert len(found) == 8
    assert distances == sorted(distances)
    if space == LATENT or shown.is_gan:  # a GAN's items are what its codes decode to
        assert found[0].row == 11
        assert found[0].distance == pytest.approx(0, abs=0.02)


def test_neighbours_by_value_are_those_of_a_plain_search(own_store):
    shown = scene(own_store.run("digits-vae"))
    place = Place.parse(shown, told(shown, 0))
    distances = np.linalg.norm((shown.items - place.item).reshape(len(shown.items), -1), axis=1)
    found = neighbours(place, VALUES, 16)
    assert [one.row for one in found] == np.argsort(distances, kind="stable")[:16].tolist()
    assert found[0].label == shown.label_names[shown.labels[found[0].row]]


def test_cards_escape_labels_and_describe_each_picture(own_store):
    shown = scene(own_store.run("digits-vae"))
    (found,) = neighbours(Place.parse(shown, told(shown, 0)), LATENT, 1)
    html = cards([type(found)(found.row, "<script>", found.distance, found.item)], shown.modality)
    assert "<script>" not in html
    assert "alt='Data item 0, label &lt;script&gt;'" in html
