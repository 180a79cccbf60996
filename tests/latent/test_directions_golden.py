"""The cases that the browser's mirror of directions must answer alike (genlab/explorer/web/src/math)."""

import json

import numpy as np
import pytest

from genlab.latent.attributes import along_number, between_groups, orthogonal
from genlab.latent.directions import arithmetic, carried_back, local
from tests.latent.make_directions_golden import GOLDEN, cases

golden = json.loads(GOLDEN.read_text())


def close(actual, expected):
    np.testing.assert_allclose(actual, expected, rtol=0, atol=1e-5)


def same_score(actual, expected):
    assert np.isnan(actual) if expected is None else actual == pytest.approx(expected, abs=1e-6)


def test_golden_file_holds_the_cases_its_script_makes():
    made = cases()
    assert {name: len(group) for name, group in golden.items()} == {name: len(group) for name, group in made.items()}
    assert [case["name"] for case in golden["groups"]] == [case["name"] for case in made["groups"]]


@pytest.mark.parametrize("case", golden["groups"], ids=lambda case: f"{case['name']}, {case['way']}")
def test_direction_between_groups_equals_golden(case):
    found = between_groups(np.array(case["a"]), np.array(case["b"]), case["way"])
    close(found.vector, case["vector"])
    same_score(found.score, case["score"])


@pytest.mark.parametrize("case", golden["numbers"], ids=lambda case: f"{case['name']}, {case['way']}")
def test_direction_of_a_number_equals_golden(case):
    found = along_number(np.array(case["codes"]), np.array(case["values"]), case["way"])
    close(found.vector, case["vector"])
    same_score(found.score, case["score"])


def test_orthogonal_carried_and_arithmetic_equal_golden():
    for case in golden["orthogonal"]:
        close(orthogonal(np.array(case["vector"]), np.array(case["others"])), case["left"])
    for case in golden["carried"]:
        close(carried_back(np.array(case["places"]), np.array(case["z"])), case["vectors"])
    for case in golden["arithmetic"]:
        close(arithmetic(*(np.array(case[name]) for name in "abc"), case["shell"]), case["code"])


@pytest.mark.parametrize("case", golden["local"], ids=lambda case: f"{len(case['at'])} numbers")
def test_local_directions_equal_golden(case):
    found = local(lambda codes: _outputs(case, codes), np.array(case["at"]), case["n"])
    close(found.vectors, case["vectors"])
    close(found.strengths, case["strengths"])


def _outputs(case, codes):
    close(codes, case["codes"])
    return np.array(case["outputs"])
