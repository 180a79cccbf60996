"""Each alarm is raised by a training that goes wrong, and by none that does not; real trainings, small ones."""

from collections.abc import Iterator

import numpy as np
import pytest

from genlab.analysis.health import CHECKS, Course, Finding, diagnose, measures
from genlab.data.named import load
from genlab.errors import DivergedError
from genlab.jobs.held_out import HeldOut
from genlab.jobs.vitals import Vitals
from genlab.training.build import start
from genlab.training.config import DataConfig, RunSpec
from genlab.training.failures import FAILURES
from genlab.training.presets import PRESETS, spec_for, suits

SMALL = {
    "dropped": {"hidden": (64,) * 4, "batch_size": 64, "epochs": 10, "anneal": 0.0},
    "too_strong": {"hidden": (64,) * 3, "batch_size": 128, "epochs": 20, "anneal": 0.0},
    "off_data": {"hidden": (64,) * 3, "batch_size": 64, "epochs": 20, "anneal": 0.0},
    "stands_still": {"hidden": (64,) * 4, "batch_size": 64},
    "collapsed": {"hidden": (64,)},
    "learns_by_heart": {"hidden": (256,), "learning_rate": 0.008},
    "run_away": {"hidden": (64,) * 3, "batch_size": 32},
    "diverged": {"hidden": (32,)},
}
"""What makes each failure quick without curing it."""
MOST_STEPS = 1300


class Watched:
    """A training in this process whose records a course reads, as a worker would write them."""

    def __init__(self, spec: RunSpec) -> None:
        dataset = load(spec.data.name)
        spec = spec.override({"threads": 1, "precision": "float32"})
        self.trainer = start(spec, dataset)
        self.vitals = Vitals(self.trainer, dataset, spec.data)
        self.held_out = HeldOut(self.trainer, dataset, spec.data)
        self.course = Course(spec, dataset.label_names)
        self.course.state, self.course.total_steps = "running", self.trainer.total_steps

    def look(self, every: int) -> list[Finding]:
        """Train on for some steps and return what is found then."""
        try:
            report = self.trainer.step(every)
        except DivergedError as error:
            self.course.state, self.course.error = "failed", str(error)
            return diagnose(self.course)
        line = {"step": report.step, "epoch": report.epoch, "values": report.values, "vitals": self.vitals.measure()}
        if self.held_out.exists:
            line["held_out"] = self.held_out.measure()
        self.course.read(line)
        return diagnose(self.course)

    def looks(self, steps: int, every: int = 20) -> Iterator[list[Finding]]:
        """Look again and again for so many steps."""
        yield self.look(1)
        for _ in range(steps // every):
            yield self.look(every)
            if self.course.state == "failed":
                return

    def mend(self, finding: Finding) -> None:
        """Press the first button."""
        changes = finding.remedies[0].changes
        self.trainer.set(changes)
        self.course.read({"seq": 0, "event": "set", "payload": changes})


def preset(name: str, data: str, **changes) -> RunSpec:
    config = DataConfig(name=data)
    return spec_for(name, load(data), config, changes)


def first(watched: Watched, kind: str, steps: int) -> Finding | None:
    for findings in watched.looks(steps):
        for finding in findings:
            if finding.kind == kind:
                return finding
    return None


def failing(kind: str) -> Watched:
    failure = next(failure for failure in FAILURES if failure.kind == kind)
    return Watched(failure.spec(load(failure.data)).override(SMALL[kind]))


def test_every_alarm_has_a_failure_that_shows_it():
    raised = {failure.kind for failure in FAILURES}
    assert raised == set(SMALL)
    assert len(CHECKS) == len(raised)


@pytest.mark.parametrize("kind", ["dropped", "too_strong", "off_data", "stands_still", "learns_by_heart", "diverged"])
def test_health_raises_the_alarm_of_a_failure(kind):
    found = first(failing(kind), kind, MOST_STEPS)
    assert found is not None
    assert found.title
    assert found.remedies
    assert found.step > 0


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("dropped", marks=pytest.mark.slow),
        pytest.param("too_strong", marks=pytest.mark.slow),
        "collapsed",
        "run_away",
    ],
)
def test_health_falls_silent_once_the_first_button_is_pressed(kind):
    watched = failing(kind)
    found = first(watched, kind, MOST_STEPS)
    assert found is not None
    assert found.remedies[0].how == "set"
    watched.mend(found)
    steps = {"dropped": 500, "too_strong": 500, "collapsed": 700, "run_away": 60}[kind]
    assert [one.kind for findings in watched.looks(steps, every=50) for one in findings] == []
    vitals = watched.course.records[-1].vitals
    if kind == "collapsed":
        assert max(vitals["activity"]) > 0.01
    if kind in ("dropped", "too_strong"):
        assert min(np.asarray(vitals["shares"]) / vitals["due"]) > 0.1  # every mode is there again


@pytest.mark.slow
def test_samples_that_never_settled_come_to_the_data_at_once_or_in_another_run():
    watched = failing("off_data")
    found = first(watched, "off_data", MOST_STEPS)
    assert found is not None
    rate = {"d_learning_rate": watched.trainer.spec.training.learning_rate}
    assert [(remedy.how, remedy.changes) for remedy in found.remedies[:2]] == [("set", rate), ("new", rate)]
    watched.mend(found)
    findings = [one for findings in watched.looks(1500, every=50) for one in findings if one.kind == "off_data"]
    if findings:  # weights thrown far off may not come back
        assert (findings[0].remedies[0].how, findings[0].remedies[0].changes) == ("new", rate)
        watched = Watched(watched.course.begun.override(rate))
        assert [one.kind for findings in watched.looks(1500, every=50) for one in findings] == []
    assert np.mean([record.vitals["near"] for record in watched.course.records[-6:]]) > 0.05


@pytest.mark.slow
def test_health_sees_samples_driven_off_the_data_by_a_rate_changed_while_it_trains():
    watched = Watched(preset("gan", "ring"))
    assert [one.kind for findings in watched.looks(2000, every=100) for one in findings] == []
    changes = {"d_learning_rate": 0.05}
    watched.trainer.set(changes)
    watched.course.read({"seq": 0, "event": "set", "payload": changes})
    seen = [{one.kind for one in findings} for findings in watched.looks(2000, every=50)]
    raised = next(number for number, kinds in enumerate(seen) if "off_data" in kinds)
    assert raised < 15  # looks: once it has had time, at step 2,650 and later
    assert np.mean(["off_data" in kinds for kinds in seen[raised:]]) > 0.8  # now and then some hit the data by chance


@pytest.mark.parametrize(
    ("name", "data", "changes"),
    [
        ("gan", "ring", {"hidden": (64,) * 4, "batch_size": 64}),
        ("gan", "digits", {}),
        ("vae", "moons", {"hidden": (64, 64)}),
        ("vae", "digits", {}),
        ("beta-vae", "digits", {}),
        ("ae", "digits", {}),
    ],
)
def test_health_is_silent_on_presets(name, data, changes):
    watched = Watched(preset(name, data, **changes))
    assert [one.kind for findings in watched.looks(600, every=30) for one in findings] == []
    assert measures(watched.course)


POINTS = ("checkerboard", "grid", "moons", "ring", "spirals", "swiss-roll")


@pytest.mark.slow
@pytest.mark.parametrize("data", [*POINTS, "digits"])
@pytest.mark.parametrize("name", sorted(PRESETS.names()))
def test_health_is_silent_on_every_preset(name, data):
    if not suits(name, load(data)):
        pytest.skip("the preset needs labels, and there are none")
    if (name, data) in (("cvae", "ring"), ("cvae", "grid")):
        pytest.skip("the class says all there is of these points, and the codes are rightly found unused")
    if name == "sngan" and data in ("checkerboard", "digits", "moons", "spirals", "swiss-roll"):
        pytest.skip("its held discriminator is slow, parts of these data are rightly found missing this early")
    if (name, data) in (("sngan", "grid"), ("wgan-gp", "grid")):
        pytest.skip("they have found half of the grid's modes by then, and lie on few of them")
    watched = Watched(preset(name, data))
    assert [one.kind for findings in watched.looks(3000, every=100) for one in findings] == []


@pytest.mark.parametrize("objective", ["least_squares", "hinge", "wasserstein", "relativistic"])
def test_health_asks_of_no_game_which_loss_it_has(objective):
    watched = Watched(preset("gan", "ring", objective=objective, hidden=(32, 32), batch_size=32))
    for findings in watched.looks(60):
        assert findings == []
    assert {"tells_apart", "shares", "spread"} <= set(watched.course.records[-1].vitals)


@pytest.mark.parametrize(("factor", "kinds"), [(-200, []), (200, ["run_away"])])
def test_density_may_grow_as_sharp_as_it_likes_but_a_loss_must_not(factor, kinds):
    course = Course(preset("vae", "swiss-roll"))
    course.state, course.total_steps = "running", 5000
    for step in range(1, 1000, 50):
        course.read({"step": step, "epoch": 0.1, "values": {"loss": 5.0 * (1 if step == 1 else factor), "kl": 3.0}})
    assert [one.kind for one in diagnose(course)] == kinds


def test_rate_that_was_raised_on_the_way_is_answered_by_no_higher_one_than_the_training_began_with():
    course = Course(preset("vae", "digits", learning_rate=0.004))
    course.read({"step": 1, "epoch": 0.1, "values": {"loss": 30.0}})
    course.read({"event": "set", "step": 50, "epoch": 4.0, "payload": {"learning_rate": 0.5}})
    course.state, course.error = "failed", "The training diverged at step 60: loss became nan."
    (found,) = diagnose(course)
    assert [remedy.changes for remedy in found.remedies] == [{"learning_rate": 0.004}]


def test_vitals_leave_the_training_as_it_would_have_been():
    spec = preset("gan", "ring", hidden=(16, 16), batch_size=32)
    looked_at, alone = Watched(spec), Watched(spec)
    for _ in looked_at.looks(40):
        pass
    alone.trainer.step(41)
    ours, theirs = looked_at.trainer.state(), alone.trainer.state()
    for name, weights in ours.model.items():
        np.testing.assert_array_equal(weights, theirs.model[name])
    np.testing.assert_array_equal(ours.trainer["noise"], theirs.trainer["noise"])


def record(step: int, **figures) -> dict:
    return {"step": step, "epoch": step / 10, "values": {}, **figures}


def test_course_forgets_what_a_lost_life_recorded():
    course = Course(preset("vae", "digits"))
    for step in (10, 20, 30):
        course.read(record(step))
    course.read({"event": "resume", "payload": {"step": 10}})
    assert [one.step for one in course.records] == [10]


def test_course_goes_back_to_the_settings_of_the_checkpoint():
    course = Course(preset("vae", "digits"))
    course.read({"event": "set", "payload": {"beta": 7.0}})
    assert course.setting("beta") == 7.0
    course.read(record(10))
    course.read({"event": "resume", "payload": {"step": 10, "left": 40, "live": {"beta": 1.0}}})
    assert course.setting("beta") == 1.0


def test_course_is_settling_until_there_have_been_looks_enough_to_judge_it():
    course = Course(preset("gan", "ring"))
    for step in range(20, 1000, 20):
        course.read(record(step, vitals={"near": 0.5}))
    assert not course.is_settling
    course.read({"event": "set", "payload": {"d_learning_rate": 0.05}})
    for step in range(1000, 2000, 200):
        assert course.is_settling
        course.read(record(step, vitals={"near": 0.0}))
    course.read(record(2000, vitals={"near": 0.0}))
    assert course.is_settling
    for step in (2200, 2400):
        course.read(record(step, vitals={"near": 0.0}))
    assert not course.is_settling


def test_remedies_of_a_run_that_is_over_are_other_runs():
    watched = failing("collapsed")
    assert first(watched, "collapsed", MOST_STEPS) is not None
    watched.course.state = "finished"
    (found,) = diagnose(watched.course)
    assert {remedy.how for remedy in found.remedies} == {"new"}
    for remedy in found.remedies:
        assert watched.course.spec.override(remedy.changes) != watched.course.spec
