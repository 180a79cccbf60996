import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy.linalg import orthogonal_procrustes
from scipy.spatial import procrustes
from scipy.spatial.distance import pdist

from genlab.latent.procrustes import align
from genlab.latent.procrustes import turn as turn_onto

MAPS = hnp.arrays(np.float64, (6, 2), elements=st.floats(-100, 100, width=32))
RNG = np.random.default_rng(0)


def turn(angle: float, mirrored: bool) -> np.ndarray:
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return rotation @ np.diag([1, -1 if mirrored else 1])


@given(MAPS, st.floats(0, 6.3), st.booleans(), hnp.arrays(np.float64, 2, elements=st.floats(-50, 50)))
def test_align_takes_back_every_turn_mirroring_and_shift(reference, angle, mirrored, shift):
    moved = reference @ turn(angle, mirrored) + shift
    assert np.allclose(align(moved, reference), reference, atol=1e-6)


@given(MAPS, MAPS)
def test_align_keeps_the_distances_within_the_map(embedding, reference):
    assert np.allclose(pdist(align(embedding, reference)), pdist(embedding), atol=1e-6)


@given(MAPS, MAPS)
def test_align_never_lies_farther_off_than_the_map_as_it_was(embedding, reference):
    before = np.square(embedding - reference).sum()
    assert np.square(align(embedding, reference) - reference).sum() <= before + 1e-6


@pytest.mark.parametrize("dim", [1, 2, 3, 10])
def test_align_about_the_origin_equals_scipys(dim):
    embedding, reference = RNG.normal(size=(2, 50, dim))
    rotation, _ = orthogonal_procrustes(embedding, reference)
    assert np.allclose(align(embedding, reference, translate=False), embedding @ rotation)


def test_align_with_scale_reaches_scipys_disparity():
    embedding, reference = RNG.normal(size=(2, 50, 2)) * [[[3.0]], [[0.5]]] + 7
    _, _, disparity = procrustes(reference, embedding)
    spread = np.square(reference - reference.mean(axis=0)).sum()
    left = np.square(align(embedding, reference, scale=True) - reference).sum()
    assert left / spread == pytest.approx(disparity)


def test_axes_do_not_flip_from_frame_to_frame():
    frame = np.asarray([[0, 0], [3, 0], [3, 1], [0, 1.0]])
    for sign in ([1, -1], [-1, 1], [-1, -1]):
        later = frame * sign + 0.01 * RNG.normal(size=frame.shape)
        assert np.allclose(align(later, frame), frame, atol=0.05)


def test_align_of_points_that_all_coincide_only_moves_them():
    for scale in (False, True):
        aligned = align(np.ones((4, 2)), np.arange(8.0).reshape(4, 2), scale=scale)
        assert np.allclose(aligned, [[3, 4]] * 4)


def test_align_refuses_maps_of_different_shape():
    with pytest.raises(ValueError, match="cannot be laid on"):
        align(np.zeros((3, 2)), np.zeros((4, 2)))


def test_turn_is_the_matrix_by_which_a_map_is_aligned_about_the_origin():
    rng = np.random.default_rng(1)
    moving, fixed = rng.standard_normal((50, 4)), rng.standard_normal((50, 4))
    turned = turn_onto(moving, fixed)
    assert np.allclose(turned @ turned.T, np.eye(4))
    assert np.allclose(moving @ turned, align(moving, fixed, translate=False))
