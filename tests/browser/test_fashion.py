"""Own data from end to end: Fashion-MNIST's own files, trained from the command line and explored in the browser."""

import json
import os
import subprocess
import sys

import pytest

from tests.browser.conftest import ROOT
from tests.browser.test_explore import share_that_changes, visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.timeout(900)
def test_fashion_mnist_is_trained_from_the_command_line_and_explored(page, app, shared_data):
    folder = shared_data / "fashion-mnist"

    def genlab(*arguments: str) -> dict:
        command = [sys.executable, "-m", "genlab", "--runs", str(app.store.root), "--json", *arguments]
        return json.loads(subprocess.run(command, cwd=ROOT, env=os.environ, check=True, capture_output=True).stdout)

    items, labels = folder / "train-images-idx3-ubyte.gz", folder / "train-labels-idx1-ubyte.gz"
    trained = genlab("train", "--data", str(items), "--labels", str(labels), "--model", "vae")
    assert trained["state"] == "finished"
    figures = genlab("evaluate", trained["run"])
    assert figures["recon_mse"] < 0.02
    assert figures["knn_accuracy"] > 0.75
    visit(page, trained["run"])
    assert share_that_changes(page) >= 0.9
