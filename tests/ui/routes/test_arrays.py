import numpy as np
import pytest

from genlab.ui.explorer_host import explorer_data
from genlab.ui.routes.arrays import array_url
from genlab.ui.scenes import BLOCK_ITEMS


def test_arrays_come_as_they_are_in_the_scene(client, shown):
    data = explorer_data(shown)
    for url, array in (
        (data["points"]["codes"], shown.codes),
        (data["map"]["coords"], shown.coords),
        (data["map"]["mean"], shown.mean),
        (data["map"]["components"], shown.components),
    ):
        got = np.frombuffer(client.get(url).content, "<f4").reshape(array.shape)
        np.testing.assert_array_equal(got, array)


def test_item_blocks_put_together_are_all_items(client, shown):
    items = explorer_data(shown)["points"]["items"]
    kind = {"u8": np.uint8, "f32": "<f4"}[items["dtype"]]
    blocks = [client.get(items["url"].replace("{block}", str(block))).content for block in range(shown.n_blocks)]
    assert items["blockSize"] == BLOCK_ITEMS
    got = np.frombuffer(b"".join(blocks), kind).reshape(shown.items.shape)
    np.testing.assert_array_equal(got, shown.items)


def test_labels_come_as_int32(client, digits):
    got = np.frombuffer(client.get(array_url(digits, "labels.i32")).content, "<i4")
    np.testing.assert_array_equal(got, digits.labels)


def test_array_with_its_version_is_kept_for_ever_and_without_it_asked_again(client, digits):
    url = array_url(digits, "coords.f32")
    assert "immutable" in client.get(url).headers["cache-control"]
    assert client.get(url.partition("?")[0]).headers["cache-control"] == "no-cache"
    assert client.get(url.partition("?")[0] + "?v=old").headers["cache-control"] == "no-cache"


def test_array_known_to_the_browser_is_not_sent_again(client, digits):
    url = array_url(digits, "codes.f32")
    first = client.get(url)
    again = client.get(url, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(url, headers={"if-none-match": '"other"'}).status_code == 200


def test_graphs_are_those_of_the_model(client, shown):
    models = explorer_data(shown)["models"]
    assert (models["enter"] is not None) == shown.is_gan
    assert (models["encoder"] is None) == shown.is_gan
    for name, url in models.items():
        if url:
            assert client.get(url).content == shown.graph(name)


@pytest.mark.parametrize(
    "path",
    [
        "nobody/1/codes.f32",
        "..%2f..%2fdigits-vae/1/codes.f32",
        "digits-vae/1/codes.f32",
        "digits-vae/{step}/nothing.f32",
        "digits-vae/{step}/enter.onnx",
        "digits-vae/{step}/items-9999.bin",
        "digits-gan/{gan}/logvar.f32",
    ],
)
def test_what_is_not_there_is_answered_by_one_sentence(client, own_store, path):
    steps = {
        "step": own_store.run("digits-vae").checkpoints()[-1],
        "gan": own_store.run("digits-gan").checkpoints()[-1],
    }
    answer = client.get("/genlab/runs/" + path.format(**steps))
    assert answer.status_code in (400, 404)
    assert answer.text.count("\n") == 0
    assert "Traceback" not in answer.text
