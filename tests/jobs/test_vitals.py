import subprocess
import sys

from genlab.analysis.health import health
from genlab.jobs.worker import train


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
