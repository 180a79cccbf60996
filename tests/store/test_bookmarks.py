import re

import pytest

from genlab.errors import StoreError
from genlab.store.bookmarks import MOST_BYTES

MOMENT = {"settled": {"z": [0.25, -1.5]}, "t": 0.5}


def keep(store, run="digits-vae", note="", **changes):
    fields = {"step": 10, "projection": {"method": "pca"}, "moment": MOMENT, "picture": b"RIFF"} | changes
    return store.bookmarks.keep(run=run, note=note, **fields)


def test_a_bookmark_is_read_back_as_it_was_kept_under_an_id_that_cannot_be_guessed(store):
    made = keep(store, note="  two\n lines ")
    assert re.fullmatch("[0-9a-f]{32}", made.id)
    assert store.bookmarks.read(made.id) == made
    assert (made.run, made.step, made.note) == ("digits-vae", 10, "two lines")
    assert made.moment == MOMENT
    assert store.bookmarks.picture(made.id) == b"RIFF"
    assert keep(store).id != made.id


def test_bookmarks_of_a_run_are_listed_newest_first_and_others_are_not(store):
    first, other, last = keep(store), keep(store, run="digits-gan"), keep(store)
    assert [bookmark.id for bookmark in store.bookmarks.of_run("digits-vae")] == [last.id, first.id]
    assert [bookmark.id for bookmark in store.bookmarks.of_run("digits-gan")] == [other.id]


def test_a_deleted_bookmark_opens_nothing_until_it_is_restored(store):
    made = keep(store)
    lying = store.bookmarks.delete(made.id)
    with pytest.raises(StoreError, match="no such bookmark"):
        store.bookmarks.read(made.id)
    assert store.bookmarks.of_run("digits-vae") == []
    assert store.bookmarks.restore(lying) == made.id
    assert store.bookmarks.read(made.id) == made


@pytest.mark.parametrize("name", ["", "..", "../runs", "a/b", "0" * 32, "A" * 32])
def test_an_id_that_names_no_bookmark_is_answered_by_a_sentence(store, name):
    keep(store)
    with pytest.raises(StoreError, match="no such bookmark"):
        store.bookmarks.read(name)
    with pytest.raises(StoreError, match="no such bookmark"):
        store.bookmarks.delete(name)
    assert store.bookmarks.picture(name) == b""


def test_a_damaged_bookmark_is_left_out_of_the_list_and_named_when_it_is_opened(store):
    made = keep(store)
    (store.root / "bookmarks" / made.id / "bookmark.json").write_text('{"id": 3}')
    assert store.bookmarks.of_run("digits-vae") == []
    with pytest.raises(StoreError, match="damaged"):
        store.bookmarks.read(made.id)


def test_a_bookmark_that_is_too_large_leaves_nothing_behind(store):
    with pytest.raises(StoreError, match="MB"):
        keep(store, picture=bytes(MOST_BYTES))
    assert not (store.root / "bookmarks").exists()
