import numpy as np
import pytest
from sklearn.metrics import mean_squared_error

from genlab.metrics.reconstruction import recon_error_per_item, recon_mse

RNG = np.random.default_rng(0)
X, COPY = RNG.random((2, 7, 3, 4, 5)).astype(np.float32)


def test_recon_mse_equals_scikit_learns():
    assert recon_mse(X, COPY) == pytest.approx(mean_squared_error(X.ravel(), COPY.ravel()), rel=1e-6)


def test_recon_error_per_item_sums_over_the_items_numbers():
    expected = [((x - copy) ** 2).sum() for x, copy in zip(X.astype(float), COPY.astype(float), strict=True)]
    assert np.allclose(recon_error_per_item(X, COPY), expected)


def test_recon_of_a_perfect_copy_is_zero():
    assert recon_mse(X, X) == 0


def test_recon_refuses_to_broadcast():
    with pytest.raises(ValueError, match="cannot be compared"):
        recon_error_per_item(X, COPY[:1])
