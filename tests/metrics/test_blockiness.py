"""Blockiness of pictures with and without a grid in them."""

import numpy as np
import pytest

from genlab.metrics.blockiness import blockiness


def noise(seed=0):
    return np.random.default_rng(seed).random((64, 3, 28, 32))


@pytest.mark.parametrize("period", [2, 4])
def test_blockiness_is_one_without_a_pattern(period):
    assert blockiness(noise(), period) == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("period", [2, 4])
def test_blockiness_is_large_when_pictures_are_made_of_blocks(period):
    small = np.random.default_rng(1).random((64, 3, 8, 8))
    blocks = small.repeat(period, axis=2).repeat(period, axis=3)
    assert blockiness(blocks + 0.01 * np.random.default_rng(2).random(blocks.shape), period) > 10


def test_blockiness_is_below_one_when_every_block_has_the_same_texture():
    smooth = np.linspace(0, 1, 32)[None, None, None] * np.ones((4, 1, 28, 1))
    rows, columns = np.indices((28, 32))
    texture = 0.1 * ((rows % 4 == 1) & (columns % 4 == 1))
    assert blockiness(smooth + texture, 4) < 0.9


def test_small_pictures_are_refused():
    with pytest.raises(ValueError, match="no blocks of 4"):
        blockiness(np.zeros((2, 1, 7, 8)), 4)
