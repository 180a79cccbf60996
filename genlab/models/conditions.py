"""Classes as part of a code: where ``n_classes`` are told, a code is [z | c], z the style and c the classes' weights.

A class is told as a label, int64, 0 to n_classes - 1; its weights are then 1 for the class and 0 for the others. A
person may mix classes by other weights.
"""

from __future__ import annotations

import torch
from torch import Generator, Tensor

from genlab.errors import CapabilityError
from genlab.models.distributions import DiagonalGaussian, PointCode


def one_hot(labels: Tensor, n_classes: int) -> Tensor:
    """Return the weights of labels, shape (B,), as (B, n_classes) float32."""
    weights = torch.zeros(len(labels), n_classes, device=labels.device)
    return weights.scatter_(1, labels.unsqueeze(1), 1.0)


def draw_classes(n: int, n_classes: int, generator: Generator | None, device: torch.device) -> Tensor:
    """Draw labels, shape (n,), every class as likely as another."""
    return torch.randint(n_classes, (n,), generator=generator, device=device)


def check_condition(condition: Tensor | None, beside: Tensor, n_classes: int) -> None:
    """Refuse labels that are not one class for each row of what they come ``beside``.

    Raises
    ------
    CapabilityError
        If the model is told no classes, or ``condition`` is not labels of its classes, one a row. Their range is read
        only in the processor's own memory: a look at a GPU's would wait for it, and a wrong label stops there by
        itself.
    """
    if condition is None:
        return
    if n_classes == 0:
        raise CapabilityError("This model takes no condition; leave it out.")
    rows = len(beside)
    if condition.dtype != torch.int64 or condition.shape != (rows,):
        raise CapabilityError(
            f"A condition is one label a row, int64 of shape ({rows},); got {condition.dtype} of shape "
            f"{tuple(condition.shape)}."
        )
    if rows and condition.device.type == "cpu" and not 0 <= int(condition.min()) <= int(condition.max()) < n_classes:
        raise CapabilityError(
            f"A condition is a label of 0 to {n_classes - 1}, got {int(condition.min())} to {int(condition.max())}."
        )


def with_condition(z: Tensor, condition: Tensor | None, style_dim: int, n_classes: int) -> Tensor:
    """Return whole codes [z | c], shape (B, style_dim + n_classes), from styles and labels, or as they came.

    Parameters
    ----------
    z : Tensor, shape (B, style_dim), or without ``condition`` (B, style_dim + n_classes)
    condition : Tensor, shape (B,), int64, optional
    style_dim, n_classes : int

    Raises
    ------
    CapabilityError
        If the model is told no classes, the labels do not fit, or the codes are of another width.
    """
    if n_classes == 0:
        check_condition(condition, z, n_classes)
        return z
    width = style_dim if condition is not None else style_dim + n_classes
    if z.shape[1] != width:
        raise CapabilityError(
            f"A code of this model is {style_dim} numbers and a condition, or with the weights of its {n_classes} "
            f"classes {style_dim + n_classes} numbers; got {z.shape[1]} with{'' if condition is not None else 'out'} "
            "a condition."
        )
    if condition is None:
        return z
    check_condition(condition, z, n_classes)
    return torch.cat([z, one_hot(condition, n_classes)], 1)


class ClassedCode:
    """A distribution of codes whose classes have no spread: [style | weights].

    Parameters
    ----------
    style : DiagonalGaussian or PointCode
        Of the style alone.
    logits : Tensor, shape (B, n_classes), float32
        What the encoder takes the classes for.
    weights : Tensor, shape (B, n_classes), float32, optional
        The classes' weights where they are told; else the logits' probabilities.

    Attributes
    ----------
    mu : Tensor, shape (B, style_dim + n_classes)
    logvar : Tensor, shape (B, style_dim), or None
        Of the style: the columns of ``mu`` beyond are certain, and cost no KL.
    """

    def __init__(self, style: DiagonalGaussian | PointCode, logits: Tensor, weights: Tensor | None = None) -> None:
        self.style, self.logits = style, logits
        self.weights = logits.softmax(1) if weights is None else weights
        self.mu = torch.cat([style.mu, self.weights], 1)
        self.logvar: Tensor | None = style.logvar

    def sample(self, generator: Generator | None = None) -> Tensor:
        """Draw styles and keep the weights, shape (B, style_dim + n_classes)."""
        return torch.cat([self.style.sample(generator), self.weights], 1)


def apart(
    posterior: DiagonalGaussian | PointCode | ClassedCode,
) -> tuple[DiagonalGaussian | PointCode, Tensor | None]:
    """Return what an encoder says of styles, and of classes: logits of shape (B, n_classes), or None."""
    return (posterior.style, posterior.logits) if isinstance(posterior, ClassedCode) else (posterior, None)
