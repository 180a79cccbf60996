"""The cases that the browser's mirrors (math/curves.ts, spline.ts, inversion.ts) must answer alike."""

import json

import numpy as np
import pytest

from tests.latent.make_ways_golden import GOLDEN, cases

golden, made = json.loads(GOLDEN.read_text()), cases()


@pytest.mark.parametrize("group", ["ways", "curves", "inversions"])
def test_ways_equal_golden(group):
    assert len(golden[group]) == len(made[group])
    for kept, now in zip(golden[group], made[group], strict=True):
        assert kept.keys() == now.keys()
        for name, value in kept.items():
            if isinstance(value, str | bool):
                assert value == now[name]
            else:
                np.testing.assert_allclose(now[name], value, rtol=0, atol=1e-5, err_msg=name)
