"""The view as a whole: sizes, themes, touch, what goes wrong, coming back, the socket."""

import numpy as np
import pytest

from tests.explorer.hand import by_id, click_map, next_frames, on_map, pixels, ready, settled_count, wait_settled

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("run", ["vae", "gan", "ring"])
def test_view_fits_390_pixels_in_one_column(visit, run):
    page = ready(visit(run, width=390, height=844))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    above, below = by_id(page, "latent-map").bounding_box(), by_id(page, "decoded-sample").bounding_box()
    assert below["y"] > above["y"] + above["height"]
    for element in [by_id(page, "path-slider"), by_id(page, "random"), by_id(page, "pin-a")]:
        box = element.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390


def test_finger_decodes_and_two_fingers_zoom(visit):
    page = ready(visit("vae", width=390, height=844, touch=True))
    points = by_id(page, "map-points")
    before = pixels(points)
    page.touchscreen.tap(*on_map(page, 0.6, 0.4))
    wait_settled(page, 1)
    session = page.context.new_cdp_session(page)
    (ax, ay), (bx, by) = on_map(page, 0.4, 0.5), on_map(page, 0.6, 0.5)

    def touch(kind: str, spread: float) -> None:
        fingers = (
            [] if kind == "touchEnd" else [{"x": ax - spread, "y": ay, "id": 0}, {"x": bx + spread, "y": by, "id": 1}]
        )
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    touch("touchStart", 0)
    for spread in range(0, 60, 10):
        touch("touchMove", spread)
    touch("touchEnd", 0)
    next_frames(page)
    assert pixels(points) != before
    assert settled_count(page) == 1


def test_dark_theme_is_followed_when_it_changes(visit):
    page = ready(visit("vae"))
    ground = by_id(page, "backdrop")
    corner = "(c) => Array.from(c.getContext('2d').getImageData(2, 2, 1, 1).data)"
    assert sum(ground.evaluate(corner)[:3]) > 600
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "(c) => c.getContext('2d').getImageData(2, 2, 1, 1).data[0] < 60", arg=ground.element_handle()
    )
    page.evaluate(
        "document.querySelector('#host').style.cssText = '--st-background-color: #fffbe6; --st-text-color: #222'"
    )
    page.wait_for_function(
        "(c) => c.getContext('2d').getImageData(2, 2, 1, 1).data[0] > 200", arg=ground.element_handle()
    )


def test_missing_array_is_one_sentence(visit):
    page = visit("vae", map__coords="/vae/nothing.f32")
    page.get_by_text("The map coordinates could not be fetched: the server answered 404.").wait_for()
    assert page.get_by_text("Loading").count() == 0


def test_damaged_array_is_one_sentence(visit):
    page = visit("vae", points__codes="/vae/mean.f32")
    page.get_by_text("The codes are damaged: 40 bytes came, 71880 were announced.").wait_for()


def test_model_that_cannot_be_opened_is_one_sentence(visit):
    page = visit("vae", models__decoder="/vae/mean.f32")
    page.get_by_text("This model cannot be decoded here").wait_for()


def test_socket_decodes_when_the_browser_cannot(visit, site):
    decoder = {}

    def serve(socket):
        def answer(message: bytes) -> None:
            import onnxruntime

            session = decoder.setdefault("it", onnxruntime.InferenceSession(decoder["bytes"]))
            codes = np.frombuffer(message, "<f4", offset=4).reshape(-1, 10)
            (x,) = session.run(None, {"code": codes})
            socket.send(message[:4] + x.astype("<f4").tobytes())

        socket.on_message(answer)

    page = visit("vae", runtime__mjs="/nowhere.mjs", decodeSocket="/decode", settled=None)
    decoder["bytes"] = page.request.get(f"{site}/vae/decoder.onnx").body()
    page.route_web_socket("**/decode", serve)
    page.reload()
    ready(page)
    page.get_by_text("Decoding on the server").wait_for()
    sample = by_id(page, "decoded-sample")
    before = pixels(sample)
    click_map(page, 0.7, 0.4)
    next_frames(page)
    assert pixels(sample) != before


@pytest.mark.parametrize("run", ["vae", "gan"])
def test_remount_comes_back_to_the_settled_point_at_once(visit, run):
    page = ready(visit(run))
    click_map(page, 0.4, 0.6)
    by_id(page, "pin-a").click()
    settled = wait_settled(page, 2)
    page.mouse.move(0, 0)
    next_frames(page)
    shown = pixels(by_id(page, "decoded-sample"))
    page.evaluate("lab.view.destroy()")
    assert by_id(page, "latent-map").count() == 0
    page.evaluate("(settled) => { lab.view = lab.mount({ ...lab.data, settled }) }", settled)
    ready(page)
    next_frames(page, 3)
    assert pixels(by_id(page, "decoded-sample")) == shown
    assert by_id(page, "pin-a").get_attribute("aria-pressed") == "true"
    assert settled_count(page) == 2


def test_update_goes_where_the_page_says_and_leaves_echoes_alone(visit):
    page = ready(visit("vae"))
    click_map(page, 0.4, 0.6)
    echo = page.evaluate("lab.settles.at(-1)")
    click_map(page, 0.6, 0.4)
    here = page.evaluate("lab.settles.at(-1)")
    page.evaluate("(settled) => lab.view.update({ ...lab.data, key: 'two', settled })", echo)
    next_frames(page, 3)
    assert settled_count(page) == 2
    wanted = {**here, "z": [0.5] * 10}
    page.evaluate("(settled) => lab.view.update({ ...lab.data, key: 'three', settled })", wanted)
    assert wait_settled(page, 3)["z"] == [0.5] * 10


def test_update_with_another_run_shows_it(visit):
    page = ready(visit("vae"))
    page.evaluate("fetch('/ring.json').then((r) => r.json()).then((data) => lab.view.update(data))")
    page.locator('[aria-label^="Map of the latent space of tiny autoencoder"]').wait_for()
    by_id(page, "draw").wait_for(state="detached")
    ready(page)


def test_hovering_leaves_measures_of_decodes_and_frames(visit):
    page = ready(visit("vae"))
    for step in range(20):
        page.mouse.move(*on_map(page, 0.3 + 0.01 * step, 0.5))
        next_frames(page, 1)
    assert page.evaluate("performance.getEntriesByName('genlab.decode').length") >= 15
    assert page.evaluate("performance.getEntriesByName('genlab.frame').length") >= 15


def test_every_control_has_a_name(visit):
    page = ready(visit("vae"))
    unnamed = page.evaluate(
        """() => [...document.querySelector('#host').shadowRoot.querySelectorAll('button, select, input:not([hidden])')]
          .filter((e) => !(e.getAttribute('aria-label') || e.textContent.trim() || e.closest('label')))
          .map((e) => e.outerHTML)"""
    )
    assert unnamed == []
