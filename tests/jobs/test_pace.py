import pytest

from genlab.jobs import pace
from genlab.jobs.pace import HANDFUL_S, Handful, Stopwatch, Turn


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(pace.time, "perf_counter", clock)
    return clock


def test_handful_begins_with_one_and_doubles_while_steps_are_quick():
    handful = Handful()
    sizes = []
    for _ in range(6):
        sizes.append(handful.size)
        handful.learn(handful.size, 1e-6)
    assert sizes == [1, 2, 4, 8, 16, 32]


@pytest.mark.parametrize("step_s", [1e-4, 1e-3, 0.02, 1.0])
def test_handful_settles_where_orders_are_obeyed_at_once(step_s):
    handful = Handful()
    for _ in range(20):
        handful.learn(handful.size, handful.size * step_s)
    assert handful.size == max(1, round(HANDFUL_S / step_s))


def test_turn_comes_again_after_its_time(clock):
    turn = Turn(0.2, 0.05)
    assert turn.is_due()
    with turn.taken():
        pass
    assert not turn.is_due()
    clock.now += 0.21
    assert turn.is_due()


def test_turn_that_took_long_waits_long(clock):
    turn = Turn(0.2, 0.05)
    with turn.taken():
        clock.now += 1.0
    clock.now += 19.9
    assert not turn.is_due()
    clock.now += 0.2
    assert turn.is_due()


def test_stopwatch_leaves_pauses_out(clock):
    watch = Stopwatch(5.0)
    clock.now += 1
    watch.pause()
    watch.pause()
    clock.now += 100
    assert watch.seconds == 6.0
    watch.go_on()
    watch.go_on()
    clock.now += 2
    assert watch.seconds == 8.0


def test_turn_that_was_held_up_does_not_wait_beyond_its_latest(clock):
    turn = Turn(0.1, 0.01, at_latest_s=1.0)
    with turn.taken():
        clock.now += 5.0  # by its share alone the next would be 500 s away
    assert not turn.is_due()
    clock.now += 1.1
    assert turn.is_due()
