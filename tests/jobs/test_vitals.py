import subprocess
import sys

import pytest

from genlab.analysis.health import health
from genlab.data.named import load
from genlab.jobs.vitals import Vitals
from genlab.jobs.worker import train
from genlab.training.build import start
from genlab.training.config import DataConfig
from genlab.training.presets import spec_for


def test_worker_writes_vitals_into_its_records_but_not_into_the_first(store, spec):
    run = store.create_run(spec)
    train(run)
    records = [line for line in run.metrics() if "values" in line]
    assert "vitals" not in records[0]  # the first is to be on screen at once
    vitals = records[-1]["vitals"]
    assert set(vitals["optimisers"]["adam"]) == {"gradient", "per_weight", "stride", "update", "largest_weight"}
    assert len(vitals["kl_per_dimension"]) == len(vitals["activity"]) == 2
    assert health(run) == []


def test_health_loads_no_torch():
    code = "import sys, genlab.analysis.health, genlab.training.failures; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("packing", [7, 8])  # 240 samples are no whole packs of seven, 180 held-out items none of eight
def test_vitals_of_a_game_are_taken_of_whole_packs(packing):
    data, config = load("digits"), DataConfig(name="digits")
    trainer = start(spec_for("gan", data, config, {"packing": packing, "threads": 1}), data)
    figures = Vitals(trainer, data, config).measure()
    assert 0 <= figures["tells_apart"] <= 1
    assert 0 <= figures["tells_apart_unseen"] <= 1
