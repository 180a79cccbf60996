"""Directions along which an attribute changes: between two groups of codes, or with a number known of each code.

Every vector is scaled so that one step of it leads from the one group's mean to the other's, as far as the direction
goes there; mirrored by explorer/web/src/math/attributes.ts.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from genlab.errors import ConfigError
from genlab.latent.projection import check_codes

SHRINKAGE = 1e-3
"""Share of the mean variance that is added to every variance: keeps the cut apart from directions without any."""
HELD_OUT = 5
"""Every fifth row of a group is held out."""
FEWEST_TESTED = 10
"""Rows a group needs for its accuracy to be worth a number."""
SPREAD = 2.0
"""Standard deviations of a number that one step raises it by: from usual lows to usual highs."""

Way = Literal["means", "probe"]
Vector = NDArray[np.float64]


class Attribute(NamedTuple):
    """A direction of an attribute.

    Attributes
    ----------
    vector : ndarray, shape (dim,), float64
        One step of it.
    score : float
        On rows that the direction was not found from. Of two groups: balanced accuracy of the best straight cut, 0.5 is
        chance. Of a number: share of its variance that the codes tell in a straight line (R²), at most 1. NaN for too
        few rows to say.
    """

    vector: Vector
    score: float


class _Moments(NamedTuple):
    """Count, sum and sum of outer products of rows."""

    n: int
    total: Vector
    products: Vector

    @property
    def mean(self) -> Vector:
        return self.total / self.n

    @property
    def scatter(self) -> Vector:
        """Sum of outer products around the mean."""
        return self.products - np.outer(self.total, self.mean)

    def plus(self, other: _Moments) -> _Moments:
        return _Moments(self.n + other.n, self.total + other.total, self.products + other.products)


def between_groups(a: NDArray[np.floating], b: NDArray[np.floating], way: Way = "means") -> Attribute:
    """Return the direction from group ``b`` to group ``a``.

    Parameters
    ----------
    a, b : ndarray, shapes (n, dim) and (m, dim), n, m >= 1
        Codes of those that have the attribute, and of those that have not.
    way : {'means', 'probe'}
        ``means``: the difference of the means, which also carries what usually comes with the attribute. ``probe``: the
        normal of the straight cut between the groups (Fisher's discriminant), which changes what tells them apart and
        as little else as it can; scaled so that a step crosses from one mean to the other.

    Returns
    -------
    Attribute
        The score is the accuracy of the straight cut, whichever the way.

    Raises
    ------
    ConfigError
        If a group is empty, the two differ in dimension, or a number is not finite.

    References
    ----------
    Radford et al. 2016, arXiv:1511.06434, section 6.3.2 (differences of means); Fisher 1936, "The use of multiple
    measurements in taxonomic problems"; Shen et al. 2020, arXiv:1907.10786, section 2 (the cut's normal, there of a
    support vector machine).
    """
    a, b = (check_codes(group).astype(np.float64) for group in (a, b))
    if a.shape[1] != b.shape[1]:
        raise ConfigError(f"Both groups must lie in one space, got codes of {a.shape[1]} and {b.shape[1]} numbers.")
    origin = a.mean(axis=0)  # products around it lose no digits, however far from zero the codes lie
    parts = [_split(group - origin) for group in (a, b)]
    whole = [_moments(learned).plus(_moments(held)) for learned, held in parts]
    difference = whole[0].mean - whole[1].mean
    vector = difference if way == "means" else _step_across(_cut(*whole)[0], difference)
    if min(len(a), len(b)) < FEWEST_TESTED:
        return Attribute(vector, float("nan"))
    normal, offset = _cut(*(_moments(learned) for learned, _ in parts))
    right = np.mean(parts[0][1] @ normal > offset), np.mean(parts[1][1] @ normal <= offset)
    return Attribute(vector, float(np.mean(right)))


def along_number(codes: NDArray[np.floating], values: NDArray[np.floating], way: Way = "means") -> Attribute:
    """Return the direction along which a number known of each code rises, by two of its standard deviations a step.

    Parameters
    ----------
    codes : ndarray, shape (N, dim), N >= 1
    values : ndarray, shape (N,)
    way : {'means', 'probe'}
        ``means``: how the mean code changes as the number rises (the codes' regression on it). ``probe``: the gradient
        of the number's regression on the codes, of the length that raises what it says by as much.

    Raises
    ------
    ConfigError
        If there is not one finite value a code.

    References
    ----------
    Haufe et al. 2014, "On the interpretation of weight vectors of linear models", section 2.1: the two ways.
    """
    codes, values = check_codes(codes).astype(np.float64), np.asarray(values, np.float64)
    if values.shape != (len(codes),) or not np.isfinite(values).all():
        raise ConfigError(f"{len(codes):,} codes need as many finite values, got shape {values.shape}.")
    x, y = codes - codes.mean(axis=0), values - values.mean()
    spread, joint = np.sqrt(np.mean(y * y)), x.T @ y / len(y)
    if spread == 0:
        return Attribute(np.zeros(codes.shape[1]), float("nan"))
    if way == "means":
        vector = SPREAD * joint / spread
    else:
        slope = _solve(x.T @ x / len(x), joint)
        square = slope @ slope
        vector = SPREAD * spread * slope / square if square > 0 else slope
    if len(codes) < FEWEST_TESTED:
        return Attribute(vector, float("nan"))
    (x_learned, x_held), (y_learned, y_held) = _split(x), _split(y)
    x_mean, y_mean = x_learned.mean(axis=0), y_learned.mean()
    inward = x_learned - x_mean
    slope = _solve(inward.T @ inward / len(inward), inward.T @ (y_learned - y_mean) / len(inward))
    missed = y_held - y_mean - (x_held - x_mean) @ slope
    total = np.sum((y_held - y_held.mean()) ** 2)
    return Attribute(vector, float(1 - np.sum(missed**2) / total) if total > 0 else float("nan"))


def orthogonal(vector: NDArray[np.floating], others: NDArray[np.floating]) -> Vector:
    """Return what is left of a vector when its share along each of ``others``, shape (n, dim), is taken out.

    Moving along what is left leaves every straight measure along the others as it is.
    """
    left = np.asarray(vector, np.float64).copy()
    basis: list[Vector] = []
    for other in np.asarray(others, np.float64).reshape(-1, len(left)):
        across, length = other.copy(), np.linalg.norm(other)
        for unit in basis:
            across -= (across @ unit) * unit
        size = np.linalg.norm(across)
        if size > 1e-9 * length:  # else it lies in the span of those before it
            basis.append(across / size)
    for unit in basis:
        left -= (left @ unit) * unit
    return left


def _split(rows: Vector) -> tuple[Vector, Vector]:
    held = np.arange(len(rows)) % HELD_OUT == HELD_OUT - 1
    return rows[~held], rows[held]


def _moments(rows: Vector) -> _Moments:
    return _Moments(len(rows), rows.sum(axis=0), rows.T @ rows)


def _cut(a: _Moments, b: _Moments) -> tuple[Vector, float]:
    """Return normal and offset of Fisher's discriminant: rows of ``a`` have ``x @ normal > offset``."""
    within = (a.scatter + b.scatter) / max(a.n + b.n - 2, 1)
    normal = _solve(within, a.mean - b.mean)
    return normal, float(normal @ (a.mean + b.mean) / 2)


def _solve(covariance: Vector, right: Vector) -> Vector:
    """Return ``covariance^-1 right``, the covariance shrunk a little; ``right`` where nothing varies."""
    ridge = SHRINKAGE * np.trace(covariance) / len(right)
    return np.linalg.solve(covariance + ridge * np.eye(len(right)), right) if ridge > 0 else right.copy()


def _step_across(normal: Vector, difference: Vector) -> Vector:
    """Return the step along ``normal`` that moves its measure by as much as ``difference`` does."""
    square = normal @ normal
    return normal * ((normal @ difference) / square) if square > 0 else normal
