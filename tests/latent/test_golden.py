"""The cases that the browser's mirror of this room must answer alike (genlab/explorer/web/src/math)."""

import json

import numpy as np
import pytest

from genlab.latent.blending import Plane
from genlab.latent.ellipse import project_gaussian
from genlab.latent.inverse import invert
from genlab.latent.paths import path, put_on_shell, truncate
from genlab.latent.pca import Pca
from tests.latent.make_golden import GOLDEN, cases

golden = json.loads(GOLDEN.read_text())


def close(actual, expected):
    np.testing.assert_allclose(actual, expected, rtol=0, atol=1e-5)


def test_golden_file_holds_the_cases_its_script_makes():
    made = cases()
    assert {name: len(group) for name, group in golden.items()} == {name: len(group) for name, group in made.items()}
    assert [case["name"] for case in golden["paths"]] == [case["name"] for case in made["paths"]]


@pytest.mark.parametrize("case", golden["paths"], ids=lambda case: f"{case['kind']} {case['name']}")
def test_path_equals_golden(case):
    close(path(np.array(case["a"]), np.array(case["b"]), len(case["codes"]), case["kind"]), case["codes"])


@pytest.mark.parametrize("case", golden["maps"], ids=lambda case: f"{len(case['mean'])}-d axes {case['axes']}")
def test_map_and_inverse_equal_golden(case):
    pca = Pca.from_arrays({**case, "explained_variance_ratio": np.zeros(len(case["components"]))})
    close(pca.transform(np.array([case["at"]]))[0], case["coords"])
    close(pca.inverse(np.array(case["places"]), np.array(case["at"]), case["axes"]).codes, case["codes"])


@pytest.mark.parametrize("case", golden["ellipses"])
def test_ellipse_equals_golden(case):
    close(
        project_gaussian(np.array(case["plane"]), np.array(case["variance"])),
        [case["major"], case["minor"], case["angle"]],
    )


def test_shell_and_truncation_equal_golden():
    for case in golden["shells"]:
        close(put_on_shell(np.array(case["z"])), case["on_shell"])
    for case in golden["truncations"]:
        close(truncate(np.array(case["z"]), case["psi"]), case["truncated"])


@pytest.mark.parametrize("case", golden["inverses"], ids=lambda case: f"{case['name']}{' shell' * case['shell']}")
def test_neighbour_inverse_equals_golden(case):
    embedding = np.array(case["embedding"])
    found = invert(np.array(case["places"]), embedding, np.array(case["of"]), case["n_neighbors"], case["shell"])
    close(Plane(embedding).spacing, case["spacing"])
    close(found.codes, case["codes"])
    close(found.confidence, case["confidence"])
