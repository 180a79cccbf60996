"""The cases that the browser's mirror must answer alike (genlab/explorer/web/src/math/{axes,lda,fog,ranks}.ts)."""

import json

import numpy as np
import pytest

from tests.latent.make_believing_golden import GOLDEN, cases

golden = json.loads(GOLDEN.read_text())
made = cases()


def numbers(part: object) -> list[float]:
    if isinstance(part, dict):
        return [number for value in part.values() for number in numbers(value)]
    if isinstance(part, list | tuple):
        return [number for value in part for number in numbers(value)]
    return [] if part is None else [float(part)]


@pytest.mark.parametrize("name", made)
def test_answer_equals_golden(name):
    np.testing.assert_allclose(numbers(made[name]), numbers(golden[name]), rtol=0, atol=1e-5)
