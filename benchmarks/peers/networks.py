"""genlab's networks as one writes them with PyTorch's own layers, for peers to train.

genlab's bodies are laid out for its trainer: patches as matrix products, several layers as one autograd node, channels
last. A peer's user writes none of that, so peers get the same function, weight for weight, from ``nn.Linear``,
``nn.Conv2d`` and ``nn.ConvTranspose2d`` in PyTorch's default layout.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

from genlab.models.autoencoder import Autoencoder
from genlab.models.bodies.conv import ConvDecoder, ConvEncoder
from genlab.models.bodies.mlp import MlpDecoder, MlpEncoder
from genlab.models.bodies.patches import PatchDecoder, PatchEncoder
from genlab.models.gan import Gan


def plain_autoencoder(model: Autoencoder) -> tuple[nn.Module, nn.Module]:
    """Return encoder (B, *item_shape) to moments, and decoder to logits; refuses what does not compute the same."""
    items = torch.rand(4, *model.item_shape)
    codes = torch.randn(4, model.latent_dim)
    return (
        equal(model.encoder, plain_encoder(model.encoder), items),
        equal(model.decoder, plain_decoder(model.decoder), codes),
    )


def plain_gan(model: Gan) -> tuple[nn.Module, nn.Module]:
    """Return generator (B, latent_dim) to items, and discriminator to logits (B,)."""
    generator, discriminator = model.generator, model.discriminator
    units = [] if generator.units is None else [Apply(copy.deepcopy(generator.units).outward)]
    first = [copy.deepcopy(generator.first), copy.deepcopy(generator.activation)]
    g = nn.Sequential(*first, plain_decoder(generator.rest), *(units or [nn.Sigmoid()]))
    centre = Apply(centred) if discriminator.units is None else Apply(discriminator.units.inward)
    waves, judge = discriminator.waves, plain_encoder(discriminator.body)
    if waves is not None and not waves.is_open:
        waves, judge[1] = None, first_columns(judge[1], len(waves.frequencies))
    d = nn.Sequential(centre, *([] if waves is None else [copy.deepcopy(waves)]), judge, nn.Flatten(0))
    codes, items = torch.randn(4, model.latent_dim), torch.rand(4, *model.item_shape)
    return equal(generator, g, codes), equal(discriminator, d, items)


def plain_encoder(body: nn.Module) -> nn.Sequential:
    """Return an encoder body layer by layer."""
    if isinstance(body, MlpEncoder):
        return nn.Sequential(nn.Flatten(), *map(copy.deepcopy, body.layers))
    if isinstance(body, ConvEncoder) and not any(body.padding):
        downs = [(plain_conv(layer), copy.deepcopy(body.activation)) for layer in body.convolutions]
        last = body.convolutions[-1].out_channels
        return nn.Sequential(*flat(downs), nn.Flatten(), channels_first(body.head, last))
    if isinstance(body, PatchEncoder) and not any(body.padding):
        *patches, head = (layer for layer in body.layers if isinstance(layer, nn.Linear))
        downs = [(patch_conv(layer), nn.ReLU()) for layer in patches]
        return nn.Sequential(*flat(downs), nn.Flatten(), channels_first(head, patches[-1].out_features))
    raise TypeError(f"No plain form of {type(body).__name__} is written down.")


def plain_decoder(body: nn.Module) -> nn.Sequential:
    """Return a decoder body layer by layer."""
    if isinstance(body, MlpDecoder):
        return nn.Sequential(*map(copy.deepcopy, body.layers), nn.Unflatten(1, body.item_shape))
    if isinstance(body, ConvDecoder):
        ups = [(copy.deepcopy(body.activation), plain_conv(layer)) for layer in body.convolutions]
        maps = body.convolutions[0].in_channels
        return nn.Sequential(channels_first_rows(body.stem, maps), nn.Unflatten(1, (maps, *body.grid)), *flat(ups))
    if isinstance(body, PatchDecoder):
        stem, *patches = (layer for layer in body.layers if isinstance(layer, nn.Linear))
        ups = [(nn.ReLU(), patch_conv_transpose(layer)) for layer in patches]
        maps = patches[0].in_features
        return nn.Sequential(channels_first_rows(stem, maps), nn.Unflatten(1, (maps, *body.grid)), *flat(ups))
    raise TypeError(f"No plain form of {type(body).__name__} is written down.")


class Apply(nn.Module):
    """A function without weights as a layer."""

    def __init__(self, function: Callable[[Tensor], Tensor]) -> None:
        super().__init__()
        self.function = function

    def forward(self, x: Tensor) -> Tensor:
        """Return the function's value."""
        return self.function(x)


def centred(x: Tensor) -> Tensor:
    """Return pictures as numbers from -1 to 1."""
    return 2 * x - 1


def flat(pairs: Iterable[tuple[nn.Module, ...]]) -> list[nn.Module]:
    return [module for pair in pairs for module in pair]


def plain_conv(layer: nn.Conv2d | nn.ConvTranspose2d) -> nn.Module:
    kind = nn.ConvTranspose2d if isinstance(layer, nn.ConvTranspose2d) else nn.Conv2d
    made = kind(layer.in_channels, layer.out_channels, 4, 2, 1)
    made.load_state_dict(layer.state_dict())
    return made


def patch_conv(layer: nn.Linear) -> nn.Conv2d:
    """Return the 2x2, stride 2 convolution that is this product over patches laid out as (2, 2, C)."""
    n_in = layer.in_features // 4
    made = nn.Conv2d(n_in, layer.out_features, 2, 2)
    with torch.no_grad():
        made.weight.copy_(layer.weight.view(-1, 2, 2, n_in).permute(0, 3, 1, 2))
        made.bias.copy_(layer.bias)
    return made


def patch_conv_transpose(layer: nn.Linear) -> nn.ConvTranspose2d:
    """Return the 2x2, stride 2 transposed convolution that is this product to patches laid out as (2, 2, C)."""
    n_out = layer.out_features // 4
    made = nn.ConvTranspose2d(layer.in_features, n_out, 2, 2)
    with torch.no_grad():
        made.weight.copy_(layer.weight.view(2, 2, n_out, -1).permute(3, 2, 0, 1))
        made.bias.copy_(layer.bias.view(4, n_out).mean(0))
        layer.bias.copy_(made.bias.repeat(4))  # a convolution's bias cannot differ between the four places
    return made


def first_columns(layer: nn.Linear, n: int) -> nn.Linear:
    """Return the layer as it takes the first ``n`` numbers only: a game whose waves are shut has no others."""
    made = nn.Linear(n, layer.out_features)
    with torch.no_grad():
        made.weight.copy_(layer.weight[:, :n])
        made.bias.copy_(layer.bias)
    return made


def channels_first(head: nn.Linear, maps: int) -> nn.Linear:
    """Return ``head`` for inputs flattened from (C, places) instead of (places, C)."""
    made = nn.Linear(head.in_features, head.out_features)
    with torch.no_grad():
        made.weight.copy_(head.weight.view(len(head.weight), -1, maps).transpose(1, 2).flatten(1))
        made.bias.copy_(head.bias)
    return made


def channels_first_rows(stem: nn.Linear, maps: int) -> nn.Linear:
    """Return ``stem`` with outputs laid out as (C, places) instead of (places, C)."""
    made = nn.Linear(stem.in_features, stem.out_features)
    with torch.no_grad():
        made.weight.copy_(stem.weight.view(-1, maps, stem.in_features).transpose(0, 1).flatten(0, 1))
        made.bias.copy_(stem.bias.view(-1, maps).t().flatten())
    return made


def equal(own: nn.Module, plain: nn.Module, given: Tensor) -> nn.Module:
    """Return ``plain`` if it computes what ``own`` does and has as many weights.

    Raises
    ------
    ValueError
        If it does not: a ratio would then compare two networks.
    """
    with torch.no_grad():
        gap = float((own.eval()(given) - plain(given)).abs().max())
    own.train()
    if gap > 1e-4:
        raise ValueError(f"The peer's {type(own).__name__} differs from genlab's by {gap:.2g}.")
    return plain
