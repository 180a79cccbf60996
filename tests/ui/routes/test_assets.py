import pytest

from genlab.explorer import bundle


def test_asset_is_kept_for_ever_and_has_the_right_type(client):
    kinds = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
    for name in bundle.files():
        answer = client.get(f"/genlab/assets/{name}")
        assert answer.status_code == 200
        assert answer.headers["content-type"].split(";")[0] == kinds[name[name.rindex(".") :]]
        assert "immutable" in answer.headers["cache-control"]
        assert answer.content == (bundle.DIST / name).read_bytes()


def test_asset_travels_packed_only_to_a_browser_that_takes_it(client):
    (wasm,) = [name for name in bundle.files() if name.endswith(".wasm")]
    packed = client.get(f"/genlab/assets/{wasm}", headers={"accept-encoding": "gzip"})
    plain = client.get(f"/genlab/assets/{wasm}", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < 0.5 * int(plain.headers["content-length"])
    assert packed.content == plain.content


@pytest.mark.parametrize("name", ["manifest.json", "..%2fbundle.py", "nothing.js", "%2e%2e%2f%2e%2e%2fpyproject.toml"])
def test_asset_that_the_build_does_not_name_is_not_served(client, name):
    answer = client.get(f"/genlab/assets/{name}")
    assert answer.status_code == 404
