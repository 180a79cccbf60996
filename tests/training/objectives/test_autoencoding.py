import numpy as np
import pytest
import torch

from genlab.models.config import AutoencoderConfig, MlpConfig
from genlab.models.distributions import Bernoulli, DiagonalGaussian
from genlab.models.families import build
from genlab.training.build import start
from genlab.training.config import DataConfig, ElboConfig, RunSpec
from genlab.training.objectives.registry import OBJECTIVES
from genlab.training.objectives.tcvae import _strata, total_correlation
from genlab.training.objectives.wae import SCALES, squared_mmd
from genlab.training.presets import spec_for

DIGITS = DataConfig(name="digits")
SETTINGS = {
    "elbo": {"beta": 2.0},
    "elbo with free bits": {"free_bits": 0.05},
    "reconstruction": {},
    "denoising": {},
    "iwae": {"n_samples": 3},
    "tcvae": {"beta": 4.0},
    "wae_mmd": {"mmd_weight": 7.0},
}


def objective(name: str):
    kind = name.split()[0]
    spec = RunSpec.parse(
        {
            "data": {"name": "digits"},
            "model": AutoencoderConfig(latent_dim=2, body=MlpConfig(hidden=(4,))).model_dump(),
            "objective": {"objective": kind, **SETTINGS[name]},
        }
    )
    return OBJECTIVES.get(kind)(build(spec.model, (1, 8, 8)), spec, False, 100)


@pytest.mark.parametrize("name", list(SETTINGS))
def test_loss_has_the_gradient_of_its_finite_differences(name):
    generator = torch.Generator().manual_seed(0)
    aim = objective(name)
    x = torch.rand(4, 5, generator=generator, dtype=torch.float64)
    moments = torch.randn(4, 4, generator=generator, dtype=torch.float64, requires_grad=True)
    weight = torch.randn(2, 5, generator=generator, dtype=torch.float64, requires_grad=True)

    def loss() -> torch.Tensor:
        noise = torch.Generator().manual_seed(1)
        posterior = DiagonalGaussian(moments)
        z, kl = aim.draw(posterior, noise)
        return aim.losses(x, posterior, z, kl, Bernoulli(z @ weight), 1.0, noise)[0].sum()

    step = 1e-6
    for values, slope in zip((moments, weight), torch.autograd.grad(loss(), (moments, weight)), strict=True):
        for place in np.ndindex(*values.shape):
            found = []
            for move in (step, -2 * step, step):  # the last brings it back
                with torch.no_grad():
                    values[place] += move
                found.append(loss().item())
            assert slope[place].item() == pytest.approx((found[0] - found[1]) / (2 * step), rel=1e-5, abs=1e-6)


@pytest.fixture(scope="module")
def vae(digits):
    """A VAE that has learned a little, and held-out digits."""
    trainer = start(spec_for("vae", digits, DIGITS, {"threads": 1, "latent_dim": 4, "hidden": "64"}), digits)
    trainer.step(300)
    rows = digits.split(0.1, 0).held_out
    return trainer.model.eval(), torch.from_numpy(np.array(digits.values(rows)))


def bound(model, x: torch.Tensor, k: int, seed: int = 0) -> float:
    spec = RunSpec.parse(
        {
            "data": {"name": "digits"},
            "model": model.config.model_dump(),
            "objective": {"objective": "iwae", "n_samples": k},
        }
    )
    aim = OBJECTIVES.get("iwae")(build(model.config, (1, 8, 8)), spec, False, 1000)
    return -aim.measure(model, x, torch.Generator().manual_seed(seed), 0.0)["loss"]


def test_iwae_bound_rises_with_the_number_of_codes_and_so_its_estimate_of_the_nll_falls(vae):
    model, x = vae
    bounds = [np.mean([bound(model, x, k, seed) for seed in range(5)]) for k in (1, 5, 50)]
    assert bounds[0] + 0.05 < bounds[1] < bounds[2] - 0.02


def test_iwae_bound_of_one_code_is_the_elbo(vae):
    model, x = vae
    aim = objective("elbo")
    aim.config = ElboConfig()
    ours = np.mean([bound(model, x, 1, seed) for seed in range(20)])
    theirs = np.mean([-aim.measure(model, x, torch.Generator().manual_seed(s), 0.0)["loss"] for s in range(20)])
    assert ours == pytest.approx(theirs, abs=0.15)


@pytest.mark.parametrize(("batch", "n_items"), [(5, 5), (5, 100), (2, 10), (1, 9)])
def test_strata_weigh_the_whole_data_set(batch, n_items):
    assert torch.allclose(_strata(batch, n_items).exp().sum(1), torch.ones(batch))


def test_total_correlation_is_the_closed_form_of_a_correlated_gaussian():
    rho, n = 0.9, 1500
    generator = torch.Generator().manual_seed(0)
    first = torch.randn(n, generator=generator)
    second = rho * first + (1 - rho**2) ** 0.5 * torch.randn(n, generator=generator)
    narrow = torch.full((n, 2), -3.0)  # variance 0.05, added to both dimensions
    for mu, covariance in ((torch.stack([first, second], 1), rho), (torch.randn(n, 2, generator=generator), 0.0)):
        posterior = DiagonalGaussian(torch.cat([mu, narrow], 1))
        z = posterior.sample(generator)
        expected = -0.5 * np.log(1 - (covariance / (1 + np.exp(-3))) ** 2)
        assert total_correlation(z, posterior, n).mean().item() == pytest.approx(expected, abs=0.06)


def test_mmd_is_small_where_codes_lie_as_the_prior_and_grows_as_they_leave_it():
    generator = torch.Generator().manual_seed(0)
    a, b = (torch.randn(400, 3, generator=generator) for _ in range(2))
    near, far, wide = squared_mmd(a, b), squared_mmd(a + 1, b), squared_mmd(3 * a, b)
    assert abs(near.item()) < 0.02
    assert far > 0.2
    assert wide > 0.2


def test_mmd_is_the_unbiased_sum_over_pairs():
    a, b = torch.randn(4, 2), torch.randn(4, 2)

    def k(p, q):
        return sum(s * 4 / (s * 4 + float((p - q).square().sum())) for s in SCALES)

    pairs = [(i, j) for i in range(4) for j in range(4) if i != j]
    within = sum(k(a[i], a[j]) + k(b[i], b[j]) for i, j in pairs) / 12
    between = sum(k(p, q) for p in a for q in b) / 16
    assert squared_mmd(a, b).item() == pytest.approx(within - 2 * between, abs=1e-5)


def test_wae_lays_point_codes_out_as_the_prior(digits):
    changes = {"threads": 1, "latent_dim": 2, "hidden": "32"}
    spread = {}
    for preset in ("ae", "wae"):
        trainer = start(spec_for(preset, digits, DIGITS, changes), digits)
        trainer.step(150)
        with torch.no_grad():
            codes = trainer.model.encode(torch.tensor(digits.values())).mu
        spread[preset] = squared_mmd(
            codes[:500], torch.randn(500, 2, generator=torch.Generator().manual_seed(0))
        ).item()
    assert spread["wae"] < 0.1
    assert spread["ae"] > 3 * spread["wae"]


def test_denoiser_copies_the_clean_item_from_a_noisy_one_better_than_a_plain_autoencoder(digits):
    x = torch.tensor(digits.values(digits.split(0.1, 0).held_out))
    noisy = x + 0.5 * torch.randn(x.shape, generator=torch.Generator().manual_seed(0))
    error = {}
    for preset in ("ae", "dae"):
        changes = {"threads": 1, "hidden": "64"} | ({"input_noise": 0.5} if preset == "dae" else {})
        trainer = start(spec_for(preset, digits, DIGITS, changes), digits)
        trainer.step(250)
        with torch.no_grad():
            error[preset] = (trainer.model.decode(trainer.model.encode(noisy).mu).mean - x).square().mean().item()
    assert error["dae"] < 0.8 * error["ae"]


def test_measure_gives_the_figures_of_training_without_learning(vae):
    model, x = vae
    before = [p.clone() for p in model.parameters()]
    for name in SETTINGS:
        aim = objective(name)
        figures = aim.measure(model, x, torch.Generator().manual_seed(0), 0.0)
        assert tuple(figures) == aim.figures
        assert all(np.isfinite(value) for value in figures.values())
    assert all(torch.equal(a, b) for a, b in zip(before, model.parameters(), strict=True))
