"""scikit-learn's interface over the training rooms: ``VAE().fit_transform(X)``, in memory, without store or worker.

Items are rows of ``X``, or pictures of shape (N, C, H, W). The likelihood and the network follow from the values of X:
numbers within 0 and 1 are taken as shares of ink, others as real numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassNamePrefixFeaturesOutMixin, TransformerMixin
from sklearn.utils import Tags, check_array, check_random_state
from sklearn.utils.validation import check_is_fitted, validate_data

from genlab.data.dataset import Dataset, Modality, ValueKind

if TYPE_CHECKING:
    from genlab.models.protocols import LatentModel

Array = NDArray[np.generic]


class _Estimator(BaseEstimator):
    """What both families share: from X to a trained model in ``model_``."""

    _preset: ClassVar[str]

    def __init__(
        self,
        latent_dim: int | None = None,
        epochs: int | None = None,
        batch_size: int | None = None,
        learning_rate: float | None = None,
        random_state: int | np.random.RandomState | None = 0,
        settings: dict[str, Any] | None = None,
    ) -> None:
        self.latent_dim = latent_dim
        self.epochs = epochs
        self.batch_size = batch_size
        self.learning_rate = learning_rate
        self.random_state = random_state
        self.settings = settings

    def fit(self, X: ArrayLike, y: object = None) -> Self:
        """Train on the rows of ``X``.

        Parameters
        ----------
        X : array-like, shape (N, D) or (N, C, H, W)
            Finite numbers, N >= 2.
        y : ignored

        Returns
        -------
        self

        Raises
        ------
        ConfigError
            If a setting is refused.
        DivergedError
            If a figure of the training became NaN or infinite.
        """
        items = self._items(X, reset=True)
        unit = items.min() >= 0 and items.max() <= 1
        dataset = Dataset(
            name="X",
            x=items,
            modality=Modality.IMAGE if items.ndim == 4 else Modality.VECTOR,
            value_kind=ValueKind.UNIT if unit else ValueKind.REAL,
        )
        from genlab.training.build import load_model, start
        from genlab.training.config import DataConfig
        from genlab.training.presets import spec_for

        own = ("latent_dim", "epochs", "batch_size", "learning_rate")
        chosen = {name: getattr(self, name) for name in own if getattr(self, name) is not None}
        seed = check_random_state(self.random_state).randint(2**31 - 1)
        changes = {**chosen, "training.seed": seed, **(self.settings or {})}
        self.spec_ = spec_for(self._preset, dataset, DataConfig(name="X", held_out=0.0), changes)
        trainer = start(self.spec_, dataset)
        report = trainer.step(trainer.total_steps)
        self.n_iter_ = report.step
        self.losses_ = report.values
        self.model_ = load_model(self.spec_, dataset.item_shape, trainer.state().model)
        return self

    def sample(
        self, n_samples: int = 1, random_state: int | np.random.RandomState | None = None
    ) -> NDArray[np.float32]:
        """Draw new items from the prior.

        Parameters
        ----------
        n_samples : int, >= 1
        random_state : int, RandomState or None
            By default that of the estimator.

        Returns
        -------
        ndarray, shape (n_samples, *item_shape), float32
        """
        check_is_fitted(self)
        from genlab.analysis.sampling import sample

        state = self.random_state if random_state is None else random_state
        seed = int(check_random_state(state).randint(2**31 - 1))
        return sample(cast("LatentModel", self.model_), n_samples, seed)["x"]

    def _items(self, X: ArrayLike, reset: bool) -> NDArray[np.float32]:
        """Return X as float32 rows or pictures; refuses what does not fit the training, in scikit-learn's words."""
        checked = validate_data(
            self, X, reset=reset, dtype=np.float32, ensure_min_samples=2 if reset else 1, allow_nd=True
        )
        items = np.array(checked, dtype=np.float32, order="C")  # a copy: a Dataset never lets go of its items
        if not reset and items.shape[1:] != self.model_.item_shape:
            raise ValueError(f"X has items of shape {items.shape[1:]}, but was fitted on {self.model_.item_shape}.")
        return items


class VAE(ClassNamePrefixFeaturesOutMixin, TransformerMixin, _Estimator):
    """A variational autoencoder as a transformer: items to codes and back.

    Parameters
    ----------
    latent_dim, epochs, batch_size, learning_rate : number, optional
        By default what suits the size of X (:mod:`genlab.training.presets`).
    random_state : int, RandomState or None
        Equal integers repeat a training exactly on the same machine.
    settings : dict, optional
        Any other field of :class:`~genlab.training.config.RunSpec` by its name: ``{"beta": 4, "body": "conv"}``.

    Attributes
    ----------
    model_ : LatentModel
        The trained model.
    spec_ : RunSpec
        Everything that was chosen.
    losses_ : dict of str to float
        Figures averaged over the training, in nats.
    n_iter_ : int
        Optimiser steps taken.
    n_features_in_ : int

    Examples
    --------
    >>> from sklearn.datasets import load_digits
    >>> X = load_digits().data / 16
    >>> vae = VAE(latent_dim=2, epochs=2).fit(X)
    >>> vae.transform(X).shape
    (1797, 2)

    References
    ----------
    Kingma & Welling 2014, arXiv:1312.6114.
    """

    _preset = "vae"

    def transform(self, X: ArrayLike) -> NDArray[np.float32]:
        """Return the codes of items: the posterior's means, shape (N, latent_dim), float32."""
        check_is_fitted(self)
        items = self._items(X, reset=False)
        from genlab.analysis.codes import encode

        dataset = Dataset(name="X", x=items, modality=Modality.VECTOR, value_kind=ValueKind.REAL)
        return np.asarray(encode(cast("LatentModel", self.model_), dataset)["mu"], dtype=np.float32)

    def inverse_transform(self, X: ArrayLike) -> NDArray[np.float32]:
        """Return the items at codes ``X``, shape (N, latent_dim): the likelihood's mean, (N, *item_shape) float32."""
        check_is_fitted(self)
        z = check_array(X, dtype=np.float32)
        if z.shape[1] != self.model_.latent_dim:
            raise ValueError(f"X must have {self.model_.latent_dim} columns, one a latent dimension, got {z.shape[1]}.")
        from genlab.analysis.sampling import decode

        return decode(cast("LatentModel", self.model_), z)

    @property
    def _n_features_out(self) -> int:
        """Columns of what :meth:`transform` returns; scikit-learn names them after it."""
        return int(self.model_.latent_dim)

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.transformer_tags.preserves_dtype = ["float32"]
        return tags


class GAN(_Estimator):
    """A generative adversarial network: fit it, then sample from it.

    Parameters and attributes are those of :class:`VAE`; a GAN has no encoder, so it transforms nothing.

    References
    ----------
    Goodfellow et al. 2014, arXiv:1406.2661.
    """

    _preset = "gan"
