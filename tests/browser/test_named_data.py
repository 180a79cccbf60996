"""The named data sets in a real browser: looking at one that was drawn, and waiting for one to come."""

import numpy as np
import pytest
from playwright.sync_api import expect

from genlab.data.dataset import Dataset, Modality, ValueKind

pytestmark = pytest.mark.browser


def test_drawn_shapes_are_shown_by_class(page):
    page.goto("/data?data=shapes-32")
    expect(page.get_by_text("shapes-32: 30,000 items of")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("row", name="heart")).to_be_visible()


def test_a_download_is_followed_until_the_set_is_there(page, app):
    report = {"state": "running", "done": 1_000_000, "total": 4_000_000, "error": ""}
    app.store.jobs.open()
    app.store.jobs.report_download("olivetti", report)
    page.goto("/data?data=olivetti")
    expect(page.get_by_text("It is not on this machine yet.")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("1.0 of about 4 MB")).to_be_visible()
    app.store.jobs.report_download("olivetti", {**report, "done": 2_000_000})
    expect(page.get_by_text("2.0 of about 4 MB")).to_be_visible()
    app.store.jobs.report_download("olivetti", {**report, "state": "failed", "error": "The line went dead."})
    expect(page.get_by_text("The line went dead.")).to_be_visible()
    expect(page.get_by_role("button", name="Download (about 4 MB)")).to_be_visible()
    app.store.jobs.report_download("olivetti", report)
    page.reload()
    expect(page.get_by_text("1.0 of about 4 MB")).to_be_visible(timeout=30_000)
    faces = np.random.default_rng(0).integers(0, 256, (6, 1, 64, 64), dtype=np.uint8)
    app.store.sets.keep_named(
        Dataset(name="olivetti", x=faces, modality=Modality.IMAGE, value_kind=ValueKind.UNIT, source="a test")
    )
    app.store.jobs.report_download("olivetti", {**report, "state": "finished"})
    expect(page.get_by_text("olivetti: 6 items of")).to_be_visible()
