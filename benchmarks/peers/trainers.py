"""The peers that ``benchmarks/training.py`` measures against, each given genlab's networks in plain PyTorch.

Pythae is not among genlab's requirements. To measure against it, install it apart and say where it lies::

    python -m venv /tmp/pythae-venv
    /tmp/pythae-venv/bin/pip install torch==2.13.0 pythae
    GENLAB_PYTHAE=/tmp/pythae-venv python benchmarks/training.py

Its packages are put behind genlab's own on the path, so both run on one torch.
"""

from __future__ import annotations

import copy
import logging
import os
import sys
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from genlab.models.distributions import Bernoulli, DiagonalGaussian

HOW_TO_INSTALL = (
    "Pythae is not here, so its ratios are left out. python -m venv /tmp/pythae-venv && "
    "/tmp/pythae-venv/bin/pip install torch==2.13.0 pythae, then set GENLAB_PYTHAE=/tmp/pythae-venv."
)


def has_pythae() -> bool:
    """Return True if Pythae can be imported, from genlab's environment or the one GENLAB_PYTHAE names."""
    home = os.environ.get("GENLAB_PYTHAE", "/tmp/pythae-venv")
    sys.path += [str(p) for p in Path(home).glob("lib/python3*/site-packages") if str(p) not in sys.path]
    try:
        import pythae.trainers  # noqa: F401
    except ImportError:
        return False
    logging.getLogger("pythae").setLevel(logging.ERROR)
    for name in list(logging.root.manager.loggerDict):
        if name.startswith("pythae"):
            logging.getLogger(name).setLevel(logging.ERROR)
    return True


class PythaeVae:
    """Pythae's VAE under Pythae's BaseTrainer; one call trains one epoch.

    Its epoch runs without progress bar, evaluation, copies of the best model or files, which only flatters it.

    Parameters
    ----------
    encoder, decoder : nn.Module
        Items to moments, and codes to logits; copied, so that both sides start from equal weights.
    x : Tensor, shape (N, *item_shape), float32
    """

    def __init__(
        self, encoder: nn.Module, decoder: nn.Module, x: Tensor, latent_dim: int, batch_size: int, learning_rate: float
    ) -> None:
        from pythae.data.datasets import BaseDataset
        from pythae.models import VAE, VAEConfig
        from pythae.models.base.base_utils import ModelOutput
        from pythae.models.nn import BaseDecoder, BaseEncoder
        from pythae.trainers import BaseTrainer, BaseTrainerConfig
        from pythae.trainers.training_callbacks import CallbackHandler

        class Encoder(BaseEncoder):
            def __init__(self) -> None:
                super().__init__()
                self.net = copy.deepcopy(encoder)

            def forward(self, items: Tensor) -> ModelOutput:
                mu, logvar = self.net(items).chunk(2, dim=1)
                return ModelOutput(embedding=mu, log_covariance=logvar)

        class Decoder(BaseDecoder):
            def __init__(self) -> None:
                super().__init__()
                self.net = copy.deepcopy(decoder)

            def forward(self, z: Tensor) -> ModelOutput:
                return ModelOutput(reconstruction=self.net(z).sigmoid())

        config = VAEConfig(input_dim=tuple(x.shape[1:]), latent_dim=latent_dim, reconstruction_loss="bce")
        self.model = VAE(config, encoder=Encoder(), decoder=Decoder())
        training = BaseTrainerConfig(
            output_dir=tempfile.mkdtemp(prefix="pythae-"),
            num_epochs=1,
            per_device_train_batch_size=batch_size,
            learning_rate=learning_rate,
            optimizer_cls="Adam",
            no_cuda=True,
        )
        data = BaseDataset(x, torch.zeros(len(x)))
        self.trainer = BaseTrainer(self.model, train_dataset=data, training_config=training)
        self.trainer.prepare_training()
        self.trainer.callback_handler = CallbackHandler(callbacks=[], model=self.model)
        self.epoch = 0

    def train_epoch(self) -> float:
        """Train one epoch; return its loss."""
        self.epoch += 1
        return float(self.trainer.train_step(self.epoch))

    def train_epochs(self, epochs: int) -> None:
        """Train so many epochs."""
        for _ in range(epochs):
            self.train_epoch()

    def train_on(self, rows: Tensor) -> None:
        """Train one pass over ``rows`` of the items, an epoch of its own, so that progress shows within one."""
        loader = self.trainer.train_loader
        subset = torch.utils.data.Subset(loader.dataset, rows.tolist())
        self.trainer.train_loader = torch.utils.data.DataLoader(
            subset, batch_size=loader.batch_size, shuffle=True, collate_fn=loader.collate_fn
        )
        self.train_epoch()
        self.trainer.train_loader = loader

    @torch.no_grad()
    def negative_elbo(self, x: Tensor, seed: int = 0) -> float:
        """Return the loss on held-out items, in nats an item."""
        moments = self.model.encoder.net(x)
        z, kl = DiagonalGaussian(moments).sample_with_kl(torch.Generator().manual_seed(seed))
        return float((kl - Bernoulli(self.model.decoder.net(z)).log_prob(x)).mean())


def common_conv(latent_dim: int) -> tuple[nn.Module, nn.Module]:
    """Return the usual 4x4, stride 2 encoder and decoder for 28x28 pictures, as wide as genlab's conv body."""
    encoder = nn.Sequential(
        *(nn.Conv2d(1, 32, 4, 2, 1), nn.ReLU(), nn.Conv2d(32, 64, 4, 2, 1), nn.ReLU()),
        *(nn.Flatten(), nn.Linear(64 * 7 * 7, 2 * latent_dim)),
    )
    decoder = nn.Sequential(
        *(nn.Linear(latent_dim, 64 * 7 * 7), nn.ReLU(), nn.Unflatten(1, (64, 7, 7))),
        *(nn.ConvTranspose2d(64, 32, 4, 2, 1), nn.ReLU(), nn.ConvTranspose2d(32, 1, 4, 2, 1)),
    )
    return encoder, decoder


class DcganLoop:
    """The training loop of PyTorch's DCGAN example (pytorch/examples: dcgan/main.py) on genlab's plain networks.

    Step by step as there: real and fake batches through D one after the other, BCE against filled labels, two Adams,
    and the figures of each step read to Python.
    """

    def __init__(
        self, generator: nn.Module, discriminator: nn.Module, x: Tensor, latent_dim: int, batch_size: int, rate: float
    ) -> None:
        self.generator, self.discriminator, self.latent_dim = generator, discriminator, latent_dim
        self.loader = torch.utils.data.DataLoader(
            torch.utils.data.TensorDataset(x), batch_size=batch_size, shuffle=True, drop_last=True
        )
        self.criterion = nn.BCEWithLogitsLoss()
        self.optimizer_d = torch.optim.Adam(self.discriminator.parameters(), lr=rate, betas=(0.5, 0.999))
        self.optimizer_g = torch.optim.Adam(self.generator.parameters(), lr=rate, betas=(0.5, 0.999))
        self.batches = iter(self.loader)

    def step(self) -> tuple[float, ...]:
        """Train one step; return its figures."""
        batch = next(self.batches, None)
        if batch is None:
            self.batches = iter(self.loader)
            batch = next(self.batches)
        real = batch[0]
        self.discriminator.zero_grad()
        label = torch.full((len(real),), 1.0)
        output = self.discriminator(real)
        err_d_real = self.criterion(output, label)
        err_d_real.backward()
        d_x = output.mean().item()
        fake = self.generator(torch.randn(len(real), self.latent_dim))
        label.fill_(0.0)
        output = self.discriminator(fake.detach())
        err_d_fake = self.criterion(output, label)
        err_d_fake.backward()
        d_g_z1 = output.mean().item()
        err_d = err_d_real + err_d_fake
        self.optimizer_d.step()
        self.generator.zero_grad()
        label.fill_(1.0)
        output = self.discriminator(fake)
        err_g = self.criterion(output, label)
        err_g.backward()
        d_g_z2 = output.mean().item()
        self.optimizer_g.step()
        return err_d.item(), err_g.item(), d_x, d_g_z1, d_g_z2

    def train(self, steps: int) -> None:
        """Train so many steps."""
        for _ in range(steps):
            self.step()
