import pytest

from genlab.jobs import pace
from genlab.jobs.pace import HANDFUL_S, Handful, Milestones, Stopwatch, Turn


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


def keep(milestones: Milestones, clock: Clock, total: int, took_s: float) -> list[int]:
    """Steps kept of a training of steps of a millisecond."""
    kept, seconds = [], 0.0
    for step in range(1, total + 1):
        seconds += 0.001
        if milestones.is_due(step, seconds):
            with milestones.taken(step):
                clock.now += took_s
            kept.append(step)
    return kept


def test_milestones_lie_evenly_over_the_logarithm_of_steps(clock):
    kept = keep(Milestones(3000), clock, 3000, took_s=0.0)
    assert 14 <= len(kept) <= 18
    assert kept[:3] == [1, 2, 4]
    ratios = [after / before for before, after in zip(kept[3:], kept[4:], strict=False)]
    assert max(ratios) / min(ratios) < 1.5


def test_milestones_are_passed_over_where_keeping_takes_long(clock):
    took_s = 0.2
    kept = keep(Milestones(3000), clock, 3000, took_s)
    assert 1 <= len(kept) <= 2
    assert len(kept) * took_s <= Milestones.FREE_S + 0.03 * 3.0 + took_s
