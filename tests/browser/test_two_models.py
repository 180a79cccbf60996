"""Models from elsewhere, a training looked back on, and two models at a time, as a person meets them."""

import re

import numpy as np
import pytest
import torch
from playwright.sync_api import expect
from sklearn.datasets import load_digits
from torch import nn

from genlab.jobs.client import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for
from tests.browser.test_explore import visit
from tests.explorer.hand import by_id, next_frames, on_map, pixels

pytestmark = pytest.mark.browser

PATIENCE_MS = 90_000


@pytest.fixture(scope="module")
def plain_torch(tmp_path_factory):
    """A plain PyTorch autoencoder of digits, trained a little and exported; none of genlab's code is in it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    torch.manual_seed(0)
    digits = load_digits()
    x = torch.tensor(digits.data / 16, dtype=torch.float32)
    encoder = nn.Sequential(nn.Linear(64, 32), nn.Tanh(), nn.Linear(32, 4))
    decoder = nn.Sequential(nn.Linear(4, 32), nn.Tanh(), nn.Linear(32, 64), nn.Sigmoid())
    optimizer = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], 5e-3)
    for _ in range(150):
        optimizer.zero_grad()
        ((decoder(encoder(x)) - x) ** 2).mean().backward()
        optimizer.step()
    rows = torch.export.Dim("N")
    for name, network, width in (("decoder", decoder, 4), ("encoder", encoder, 64)):
        torch.onnx.export(
            network.eval(),
            (torch.zeros(2, width),),
            folder / f"{name}.onnx",
            dynamic_shapes=({0: rows},),
            dynamo=True,
            external_data=False,
            verbose=False,
        )
    codes = encoder(x).detach().numpy()
    np.savez(folder / "codes.npz", codes=codes, labels=digits.target, items=(digits.images * 15).astype(np.uint8))
    return folder


def test_model_of_plain_torch_is_uploaded_and_explored(page, plain_torch):
    page.goto("/runs")
    page.get_by_text("Bring your own model").click()
    for label, name in (("Codes (NPZ)", "codes.npz"), ("Decoder (ONNX)", "decoder.onnx"), ("Encoder", "encoder.onnx")):
        uploader = page.get_by_test_id("stFileUploader").filter(has_text=label)
        uploader.locator("input").set_input_files(plain_torch / name)
        expect(uploader.get_by_text(name)).to_be_visible(timeout=30_000)
    page.get_by_label("Name", exact=True).fill("From elsewhere")
    page.get_by_role("button", name="Take it in").click()
    expect(by_id(page, "latent-map").and_(page.locator("[data-ready]"))).to_be_visible(timeout=PATIENCE_MS)
    sample = by_id(page, "decoded-sample")
    seen = set()
    for step in range(8):
        page.mouse.move(*on_map(page, 0.3 + 0.05 * step, 0.45))
        next_frames(page, 3)
        seen.add(pixels(sample))
    assert len(seen) == 8
    page.mouse.click(*on_map(page, 0.5, 0.5))
    expect(page.get_by_text("Settled by a click on the map")).to_be_visible(timeout=30_000)
    expect(by_id(page, "nearest-item")).to_contain_text("Nearest data item")
    expect(by_id(page, "draw")).to_be_visible()


def test_refused_upload_is_answered_by_one_sentence(page, plain_torch):
    page.goto("/runs")
    page.get_by_text("Bring your own model").click()
    for label, name in (("Codes (NPZ)", "codes.npz"), ("Decoder (ONNX)", "encoder.onnx")):
        page.get_by_test_id("stFileUploader").filter(has_text=label).locator("input").set_input_files(
            plain_torch / name
        )
    expect(page.get_by_test_id("stFileUploader").get_by_text("encoder.onnx")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("The decoder takes rows of 64 numbers, the codes have 4")).to_be_visible(
        timeout=PATIENCE_MS
    )


@pytest.mark.slow
@pytest.mark.parametrize("preset", ["vae", "gan"])
def test_training_is_rewound_scrubbed_and_come_back_from(page, app, preset):
    from genlab.data.named import load

    spec = spec_for(preset, load("digits"), DataConfig(name="digits"), {"epochs": 8})
    run_id = start(app.store, spec, f"{preset} through time")
    page.goto(f"/train?run={run_id}")
    expect(page.get_by_text("Trained in")).to_be_visible(timeout=PATIENCE_MS)
    visit(page, run_id)
    sample, points = by_id(page, "decoded-sample"), by_id(page, "map-points")
    now = pixels(sample)
    by_id(page, "tool-time").click()
    slider = by_id(page, "time-slider")
    expect(slider).to_be_enabled(timeout=PATIENCE_MS)
    shown = []
    for at in (0, 2, int(slider.get_attribute("max"))):
        slider.fill(str(at))
        page.wait_for_timeout(700)  # the points glide
        shown.append((by_id(page, "time-words").inner_text(), pixels(sample), pixels(points)))
    assert shown[0][0].startswith("Epoch 0.0 of 8")
    assert len({words for words, _, _ in shown}) == len({made for _, made, _ in shown}) == 3
    assert len({places for _, _, places in shown}) == 3
    assert shown[-1][1] == now
    slider.fill("0")
    by_id(page, "time-play").click()
    expect(by_id(page, "time-words")).to_contain_text(re.compile(r"Epoch 8(\.0)? of 8"), timeout=30_000)
    slider.fill("0")
    by_id(page, "tool-time").click()
    next_frames(page, 4)
    page.wait_for_timeout(300)
    assert pixels(sample) == now


def test_samples_of_a_generator_are_laid_on_the_map_of_an_autoencoder(page):
    visit(page, "digits-vae")
    by_id(page, "tool-guests").click()
    words = by_id(page, "guests-words")
    by_id(page, "guests-run").select_option("digits-gan")
    expect(words).to_contain_text("2048 samples of", timeout=PATIENCE_MS)
    for step in range(6):
        page.mouse.move(*on_map(page, 0.4 + 0.04 * step, 0.5))
        next_frames(page, 2)
    expect(words).to_contain_text("under your hand no.")


def test_two_runs_side_by_side_are_linked(page):
    page.goto("/explore?run=digits-vae&beside=digits-ae")
    maps = page.locator('[data-testid="latent-map"][data-ready]')
    expect(maps).to_have_count(2, timeout=PATIENCE_MS)
    samples = by_id(page, "decoded-sample").and_(page.locator("[data-decoded]"))
    expect(samples).to_have_count(2)
    kind = by_id(page, "link-kind").first
    expect(kind).to_have_value("item")
    box = maps.first.bounding_box()

    def point(x: float) -> str:
        page.mouse.move(box["x"] + x * box["width"], box["y"] + 0.5 * box["height"])
        page.wait_for_timeout(300)
        return pixels(samples.last)

    assert point(0.35) != point(0.65)
    by_id(page, "pin-a").first.click()
    expect(by_id(page, "pin-a").last).to_have_attribute("aria-pressed", "true", timeout=10_000)
    kind.select_option("off")
    expect(by_id(page, "link-kind").last).to_have_value("off")
    assert point(0.3) == point(0.6)
