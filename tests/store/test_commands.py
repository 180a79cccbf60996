import errno
import os
import threading
import time

import pytest

from genlab.errors import StoreError


def test_orders_are_taken_in_order_and_once(run):
    run.order("pause")
    run.order("set", learning_rate=0.01)
    run.order("step", n=3)
    with run.writer() as writer:
        taken = writer.commands()
        assert [(order.kind, dict(order.payload)) for order in taken] == [
            ("pause", {}),
            ("set", {"learning_rate": 0.01}),
            ("step", {"n": 3}),
        ]
        assert writer.commands() == []
        run.order("resume")
        assert [order.kind for order in writer.commands()] == ["resume"]


def order_ten(run, first):
    for n in range(first, first + 10):
        run.order("step", n=n)


def test_orders_of_many_tabs_are_each_taken_once(run):
    with run.writer() as writer:
        tabs = [threading.Thread(target=order_ten, args=(run, 10 * i)) for i in range(6)]
        for tab in tabs:
            tab.start()
        taken = []
        while any(tab.is_alive() for tab in tabs):
            taken += writer.commands()
        taken += writer.commands()
    assert sorted(order.payload["n"] for order in taken) == list(range(60))


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP])
def test_order_is_given_on_a_disk_without_hard_links(run, code, monkeypatch):
    def refuse(*_, **__):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "link", refuse)
    assert [run.order("pause"), run.order("step", n=3)] == [1, 2]
    with run.writer() as writer:
        assert [order.kind for order in writer.commands()] == ["pause", "step"]


def test_unknown_order_is_refused(run):
    with pytest.raises(StoreError, match="Known: pause"):
        run.order("explode")


def test_finished_run_takes_no_orders(trained):
    with pytest.raises(StoreError, match="finished"):
        trained.order("pause")


def test_stop_ends_a_queued_run_at_once(store, run):
    store.jobs.enqueue(run.id)
    run.order("stop")
    assert run.status().state == "stopped"
    assert store.jobs.queued() == []


def test_stop_waits_for_the_worker_that_just_began(run):
    with run.writer() as writer:
        run.order("stop")
        assert [order.kind for order in writer.commands()] == ["stop"]


def test_requeued_run_forgets_the_orders_of_its_last_worker(run):
    with run.writer() as writer:
        writer.status(state="running")
        run.order("pause")
    run.requeue()
    with run.writer() as writer:
        assert writer.commands() == []
        assert writer.current.state == "queued"


def test_run_is_queued_again_while_its_last_worker_is_just_leaving(run):
    failed = threading.Event()

    def worker():
        with run.writer() as writer:
            writer.status(state="failed")
            failed.set()
            time.sleep(0.1)  # it still lets go of what it held

    leaving = threading.Thread(target=worker)
    leaving.start()
    assert failed.wait(60)
    run.requeue("back", step=10)
    leaving.join()
    with run.writer() as writer:
        assert writer.current.state == "queued"
        assert [order.kind for order in writer.commands()] == ["back"]


def test_damaged_order_is_dropped(store, run):
    run.order("pause")
    (store.root / "runs" / run.id / "commands" / "000002.json").write_text('{"kind": "st')
    with run.writer() as writer:
        assert [order.kind for order in writer.commands()] == ["pause"]
        assert writer.commands() == []
