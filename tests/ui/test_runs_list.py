import time

import pytest

from genlab.store import RunSummary
from genlab.ui.runs_list import ORDERS, PAGE_SIZE, begun, matching, ordered, page_of, told_apart


def run(number: int, **facts) -> RunSummary:
    named = {"name": f"run {number}", "state": "finished", "preset": "vae", "family": "autoencoder", "data": "digits"}
    return RunSummary(**{"id": f"id-{number}", "created": float(number), **named, **facts})


RUNS = [
    run(3, name="Äpfel", tags=("lesson 3",), preset="gan", family="gan", data="ring", state="stopped", seconds=9),
    run(2, name="beta", data="0123abcd", own_data=True, state="broken", error="spec.json is damaged."),
    run(1, name="Alpha", epoch=12.0, gallery=True),
]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", [3, 2, 1]),
        ("äpfel", [3]),
        ("LESSON", [3]),
        ("gan ring", [3]),
        ("gan digits", []),
        ("scans", [2]),
        ("damaged", [2]),
        ("broken", [2]),
        ("gallery", [1]),
        ("vae finished", [1]),
        ("id-2", [2]),
    ],
)
def test_search_finds_runs_in_which_every_word_occurs(search, found):
    names = {"0123abcd": "my scans"}
    assert [f"id-{number}" for number in found] == [match.id for match in matching(RUNS, search, names)]


def test_orders_sort_by_what_they_say():
    first = {order: ordered(RUNS, order)[0].id for order in ORDERS}
    assert first["Newest first"] == "id-3"
    assert first["Oldest first"] == "id-2"
    assert first["Name"] == "id-2"
    assert first["Longest training"] == "id-3"
    assert first["Most epochs"] == "id-3"
    assert all(ordered(RUNS, order)[-1].gallery for order in ORDERS)


def test_equal_runs_keep_their_order():
    runs = [run(number) for number in range(5)]
    assert ordered(runs, "Data set") == runs


def test_pages_hold_every_run_once():
    runs = [run(number) for number in range(2 * PAGE_SIZE + 1)]
    pages = [page_of(runs, number)[0] for number in (1, 2, 3)]
    assert [one for page in pages for one in page] == runs
    assert page_of(runs, 99)[1:] == (3, 3)
    assert page_of([], 1) == ([], 1, 1)


def test_time_of_a_run_has_its_day_its_second_and_its_year_where_it_is_another():
    now = time.time()
    assert begun(run(1, created=now)) == time.strftime("%d %b, %H:%M:%S", time.localtime(now))
    long_ago = time.mktime((2001, 9, 9, 3, 46, 40, 0, 0, -1))
    assert begun(run(1, created=long_ago)) == "09 Sep 2001, 03:46:40"
    assert begun(run(1, created=0.0)) == ""


def test_runs_of_one_name_are_told_apart_by_when_they_were_begun_then_by_their_ids():
    at = time.mktime((2001, 9, 9, 3, 46, 40, 0, 0, -1))
    first, later = run(1, name="vae", created=at), run(2, name="vae", created=at + 9)
    twin, other = run(3, name="vae", created=at), run(4, name="gan", created=at)
    among = [first, later, twin, other]
    assert told_apart([other, later, first], among) == [
        "gan",
        "vae (09 Sep 2001, 03:46:49)",
        "vae (09 Sep 2001, 03:46:40, id-1)",
    ]
    assert told_apart([first], [first, other]) == ["vae"]
    assert told_apart([first], [first, later]) == ["vae (09 Sep 2001, 03:46:40)"]
