import io
import json
from html import escape

import numpy as np
import pytest

from genlab.data.dataset import Dataset, Modality, ValueKind
from genlab.data.preprocess import take
from genlab.ui import data_prepare
from tests.pages.conftest import html_of


def npy(array) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def bring(page):
    return page.get_by_key("data.view").set_value("Bring your own").run()


def upload(page, items: bytes, labels: bytes | None = None):
    bring(page).get_by_key("upload.items").upload("mine.npy", items)
    if labels is not None:
        page.get_by_key("upload.labels").upload("labels.npy", labels)
    page.run()
    keep = keep_button(page)
    return page if keep.disabled else keep.click().run()  # a file may have been refused when it was chosen


def keep_button(page):
    return next(button for button in page.button if button.label == "Keep it")


def test_data_shows_digits_with_a_row_of_pictures_a_class(open_page, own_store):
    page = open_page("data")
    assert not page.exception
    assert page.title[0].value == "Data"
    assert "1,797 items of 8×8 px" in " ".join(text.value for text in page.text)
    table = html_of(page)
    assert table.proto.body.count("<img") == 10
    histogram, counts = (json.loads(chart.proto.spec) for chart in page.get("plotly_chart"))
    assert histogram["layout"]["xaxis"]["title"]["text"].startswith("value")
    assert counts["layout"]["xaxis"]["title"]["text"] == "class"


def test_data_shows_ring_as_points(open_page, bare_store):
    page = open_page("data", data="ring")
    assert not page.exception
    assert len(page.get("plotly_chart")) == 3
    assert "8 classes" in " ".join(text.value for text in page.text)


def test_data_divides_by_share_and_seed(open_page, own_store):
    page = open_page("data")
    page.slider(key="data.held_out").set_value(0.5).run()
    assert not page.exception
    words = " ".join(text.value for text in page.text)
    assert "899 items to learn from, 898 held out" in words or "898 items to learn from, 899 held out" in words


def test_data_keeps_an_upload_and_shows_it(open_page, own_store):
    rng = np.random.default_rng(0)
    pictures, labels = rng.integers(0, 256, (40, 12, 12), dtype=np.uint8), np.arange(40) % 4
    page = upload(open_page("data"), npy(pictures), npy(labels))
    assert not page.exception
    assert not page.error
    (kept,) = own_store.sets.all()
    assert (kept.name, kept.n_items, kept.item_shape) == ("mine", 40, (1, 12, 12))
    assert page.selectbox(key="data.choice").value == f"own-{kept.id}"
    assert html_of(page).proto.body.count("<img") == 4


@pytest.mark.parametrize("wrong", [b"", b"no data at all", npy(np.zeros((3, 3)))[:-8], npy(np.zeros(0))])
def test_data_answers_a_bad_upload_by_one_sentence(open_page, own_store, wrong):
    page = upload(open_page("data"), wrong)
    assert not page.exception
    assert len(page.error) == 1
    assert "mine" in page.error[0].value
    assert own_store.sets.all() == []


def test_data_keeps_nothing_before_a_file_is_chosen(open_page, own_store):
    page = bring(open_page("data"))
    assert keep_button(page).disabled
    page.get_by_key("upload.items").upload("mine.npy", npy(np.zeros((8, 3), np.float32)))
    assert not keep_button(page.run()).disabled


def test_data_never_renders_a_persons_text(open_page, own_store):
    own_store.sets.add(
        Dataset(
            name="<img src=x onerror=alert(1)>",
            x=np.zeros((4, 1, 8, 8), np.uint8),
            modality=Modality.IMAGE,
            value_kind=ValueKind.UNIT,
            labels=np.array([0, 1, 0, 1]),
            label_names=("<b>a</b>", "b"),
        )
    )
    (kept,) = own_store.sets.all()
    page = open_page("data", data=f"own-{kept.id}")
    assert not page.exception
    assert "<b>a</b>" not in html_of(page).proto.body
    assert "&lt;b&gt;a&lt;/b&gt;" in html_of(page).proto.body
    assert not any("onerror" in text.value for text in page.markdown)


def test_data_says_that_a_set_is_damaged(open_page, own_store):
    kept = own_store.sets.add(
        Dataset(name="mine", x=np.zeros((4, 3), np.float32), modality=Modality.VECTOR, value_kind=ValueKind.REAL)
    )
    (own_store.root / "datasets" / kept / "x.npy").write_bytes(b"")
    page = open_page("data", data=f"own-{kept}")
    assert not page.exception
    assert "damaged" in page.error[0].value


def test_data_offers_what_a_table_leaves_open(open_page, own_store):
    page = bring(open_page("data"))
    page.get_by_key("upload.items").upload("t.csv", b"kind,a,b,c\nx,1,2,3\ny,4,,6\nx,7,8,9\n").run()
    assert not page.exception
    choices = {box.label: box for box in page.selectbox}
    assert choices["Label column"].value == "kind"
    choices["Missing values"].set_value("mean")
    next(button for button in page.button if button.label == "Keep it").click().run()
    assert not page.exception
    (kept,) = own_store.sets.all()
    assert (kept.n_items, kept.label_names, kept.feature_names) == (3, ("x", "y"), ("a", "b", "c"))
    assert (kept.recipe.read.missing, kept.recipe.read.label_column) == ("mean", "kind")


@pytest.mark.parametrize(
    ("name", "file", "told"),
    [
        ("wrong.png", b"hello, this is\nno picture", "this is not a picture"),
        ("big.csv", b"a,b,c\n1e300,1e308,1e300\n1e301,1e302,1e303\n", "line 2, column 'a': the number 1e300"),
        ("words.csv", b"a,b\nx,y\nz,w\n", "no column holds numbers"),
        ("bare.csv", b"a,b\n", "no row below"),
        ("empty.csv", b"", "the file is empty"),
    ],
)
def test_data_says_at_once_what_is_wrong_with_a_file_and_keeps_none_such(open_page, own_store, name, file, told):
    page = bring(open_page("data"))
    page.get_by_key("upload.items").upload(name, file).run()
    assert not page.exception
    assert told in page.error[0].value.replace("\\", "")
    assert page.get_by_key("upload.keep").disabled


def test_data_keeps_the_other_columns_of_a_table_of_numbers_too_large(open_page, own_store):
    page = bring(open_page("data"))
    page.get_by_key("upload.items").upload("big.csv", b"a,b\n1,1e300\n2,1e308\n").run()
    assert "2 of 2 columns are numbers" in " ".join(text.value for text in page.text)
    page.multiselect[0].set_value(["a"]).run()
    assert not page.error
    page.get_by_key("upload.keep").click().run()
    (kept,) = own_store.sets.all()
    assert (kept.n_items, kept.feature_names) == (2, ("a",))


def test_plane_of_a_table_names_its_columns(open_page, own_store):
    page = bring(open_page("data"))
    page.get_by_key("upload.items").upload("t.csv", b"width <i>,height\n1,2\n3,4\n5,7\n").run()
    page.get_by_key("upload.keep").click().run()
    (kept,) = own_store.sets.all()
    names = [escape(name) for name in kept.feature_names]
    assert names[1] == "height"

    def axes(number: int) -> list[str]:
        layout = json.loads(page.get("plotly_chart")[number].proto.spec)["layout"]
        return [layout[axis]["title"]["text"] for axis in ("xaxis", "yaxis")]

    assert axes(0) == names
    page.get_by_key("data.view").set_value("Prepare it").run()
    assert axes(0) == axes(1) == names


def test_a_scaled_tables_axis_does_not_speak_of_the_datas_own_unit(open_page, own_store):
    page = bring(open_page("data"))
    page.get_by_key("upload.items").upload("t.csv", b"height,weight,age\n170,60,30\n180,90,40\n190,75,50\n").run()
    page.get_by_key("upload.keep").click().run()

    def unit() -> str:
        charts = (json.loads(chart.proto.spec) for chart in page.get("plotly_chart"))
        return next(chart["layout"]["xaxis"]["title"]["text"] for chart in charts if "height" in str(chart["layout"]))

    assert unit() == "height (the data&#x27;s own unit)"
    page.get_by_key("data.view").set_value("Prepare it").run()
    next(box for box in page.selectbox if "Scaling" in box.label).select("standardise").run()
    next(button for button in page.button if button.label == "Keep as data set").click().run()
    assert len(own_store.sets.all()) == 2
    assert unit() == "height (standardised: mean 0, spread 1)"


def test_data_takes_the_labels_of_a_table_from_another_table(open_page, own_store):
    page = bring(open_page("data"))
    page.get_by_key("upload.items").upload("t.csv", b"kind,a,b,c\nx,1,2,3\ny,4,5,6\nx,7,8,9\n")
    page.get_by_key("upload.labels").upload("l.csv", b"owl\ncat\nowl\n").run()
    next(button for button in page.button if button.label == "Keep it").click().run()
    assert not page.exception
    assert not page.error
    (kept,) = own_store.sets.all()
    assert (kept.n_items, kept.label_names) == (3, ("cat", "owl"))


def test_data_prepares_a_set_and_keeps_it(open_page, own_store):
    page = open_page("data", data="digits").get_by_key("data.view").set_value("Prepare it").run()
    assert not page.exception
    assert page.get_by_key("prepare.keep").disabled
    page.get_by_key("prepare.digits.classes").set_value(["3", "8"])
    page.get_by_key("prepare.digits.size").set_value(16).run()
    assert not page.exception
    assert "become 357 items of 16×16 px" in " ".join(text.value for text in page.text)
    page.get_by_key("prepare.keep").click().run()
    assert not page.exception
    (kept,) = own_store.sets.all()
    assert (kept.name, kept.n_items, kept.item_shape) == ("digits, classes 3 8, 16×16 px", 357, (1, 16, 16))
    assert page.selectbox(key="data.choice").value == f"own-{kept.id}"
    assert page.get_by_key("data.view").value == "Look at it"


def test_preview_of_a_large_set_touches_few_of_its_items(open_page, own_store, monkeypatch):
    x = np.random.default_rng(0).normal(3, 2, (30_000, 4)).astype(np.float32)
    kept = own_store.sets.add(Dataset(name="large", x=x, modality=Modality.VECTOR, value_kind=ValueKind.REAL))
    taken = []
    monkeypatch.setattr(data_prepare, "take", lambda data, rows: taken.append(len(rows)) or take(data, rows))
    page = open_page("data", data=f"own-{kept}").get_by_key("data.view").set_value("Prepare it").run()
    page.get_by_key(f"prepare.own-{kept}.scaling").set_value("standardise").run()
    assert not page.exception
    assert "30,000 items of 4 numbers become 30,000" in " ".join(text.value for text in page.text)
    assert 0 < max(taken) <= data_prepare.SCALED_ITEMS < 30_000


@pytest.mark.parametrize("name", ["shapes-32", "moons"])
def test_every_view_of_a_set_opens(open_page, own_store, name):
    page = open_page("data", data=name)
    for view in ("Prepare it", "Bring your own", "Draw points", "Look at it"):
        page.get_by_key("data.view").set_value(view).run()
        assert not page.exception
        assert not page.error


def test_data_shows_what_each_item_was_made_from(open_page, own_store):
    page = open_page("data", data="shapes-32")
    assert "Factors" in [heading.value for heading in page.subheader]
