"""digits: 1,797 real scans of handwritten digits, 8 x 8, that come with scikit-learn."""

from __future__ import annotations

import numpy as np
from sklearn.datasets import load_digits

from genlab.data.dataset import Dataset, Modality, ValueKind

GREY_LEVELS = 16
"""A pixel counts the inked points of a 4 x 4 block of the scan, 0 to 16."""


def digits() -> Dataset:
    """Return the digits, each pixel the inked share of its block.

    Returns
    -------
    Dataset
        ``x`` of shape (1797, 1, 8, 8), float32, in [0, 1] in steps of 1/16; labels 0 to 9.

    References
    ----------
    Alpaydin & Kaynak 1998, Cascading classifiers, Kybernetika 34(4).
    """
    scans = load_digits()
    return Dataset(
        name="digits",
        x=(scans.images[:, None] / GREY_LEVELS).astype(np.float32),  # (1797, 1, 8, 8)
        modality=Modality.IMAGE,
        value_kind=ValueKind.UNIT,
        labels=scans.target.astype(np.int64),
        label_names=tuple(str(digit) for digit in range(10)),
        source="Optical Recognition of Handwritten Digits (test part), E. Alpaydin and C. Kaynak 1998, "
        "UCI Machine Learning Repository, doi:10.24432/C50P49, as packed in scikit-learn",
        licence="CC BY 4.0",
    )
