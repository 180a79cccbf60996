"""Glasses and smiles put on drawn faces and taken off again, by a classifier's vote on the pictures.

The classifier learns from pictures, and copies of them, whose attributes are known; it votes on decoded faces it has
not seen. It is only asked about attributes that it saw rightly before the step.
"""

from dataclasses import dataclass

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from genlab.analysis.decoding import decoder_of
from genlab.data.named.faces import faces
from genlab.latent.attributes import along_number, between_groups, orthogonal
from genlab.store import default_store

pytestmark = pytest.mark.slow

LEARNED, ASKED, EPOCHS = 9_000, 800, 12


class Judge(nn.Module):
    """One network with an answer for each attribute."""

    def __init__(self, truth):
        super().__init__()
        self.features = nn.Sequential(
            *(nn.Conv2d(3, 32, 5, 2, 2), nn.ReLU(), nn.Conv2d(32, 64, 3, 2, 1), nn.ReLU()),
            *(nn.Flatten(), nn.Dropout(0.2), nn.Linear(64 * 64, 192), nn.ReLU()),
        )
        self.answers = nn.ModuleDict({name: nn.Linear(192, int(values.max()) + 1) for name, values in truth.items()})

    def forward(self, x):
        features = self.features(x)
        return {name: answer(features) for name, answer in self.answers.items()}

    def learn(self, x, truth):
        adam = torch.optim.Adam(self.parameters())
        rate = torch.optim.lr_scheduler.OneCycleLR(adam, 2e-3, total_steps=EPOCHS * -(-len(x) // 128))
        for _ in range(EPOCHS):
            for rows in torch.randperm(len(x)).split(128):
                said = self(x[rows] + 0.02 * torch.randn_like(x[rows]))
                loss = sum(cross_entropy(said[name], values[rows]) for name, values in truth.items())
                adam.zero_grad()
                loss.backward()
                adam.step()
                rate.step()
        return self.eval()

    @torch.no_grad()
    def vote(self, x):
        said = [self(part) for part in torch.from_numpy(x).split(500)]
        return {name: torch.cat([each[name] for each in said]).argmax(1).numpy() for name in self.answers}


@dataclass
class Case:
    """The gallery's faces, and what is known of them."""

    codes: np.ndarray
    factors: dict
    truth: dict
    decode: object
    judge: Judge

    def outcome(self, name, rows, step):
        """Share of faces on which the attribute changed, and on which each other one stayed, of those seen rightly."""
        rows = np.flatnonzero(rows[LEARNED:])[:ASKED] + LEARNED
        before, after = (self.judge.vote(self.decode(self.codes[rows] + move)) for move in (0, step))
        right = {each: before[each] == values[rows] for each, values in self.truth.items()}
        changed = np.mean((after[name] != before[name])[right[name]])
        kept = {o: np.mean((after[o] == before[o])[right[o]]) for o in self.truth if o != name}
        print(f"{name}: changed {changed:.3f}, kept { ({o: round(float(share), 3) for o, share in kept.items()}) }")  # noqa: T201
        return changed, min(kept.values())


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    run = default_store(tmp_path_factory.mktemp("faces") / "runs").run("faces-vae")
    step = run.checkpoints()[-1]
    codes = np.asarray(run.cache_get(f"codes-{step}")["mu"], np.float64)
    decoder = decoder_of(run, step)

    def decode(z):
        return np.concatenate([decoder.items(part.astype(np.float32)) for part in np.array_split(z, len(z) // 200)])

    drawn = faces()
    factors = drawn.factors
    truth = {
        "smile": (factors["mouth curve"] > 0.2).astype(np.int64),
        **{name: (factors[name] > 0).astype(np.int64) for name in ("glasses", "hat", "beard")},
        **{name: factors[name] for name in ("hair colour", "background", "shirt", "skin tone")},
    }
    torch.manual_seed(0)
    x = np.concatenate([drawn.values(np.arange(LEARNED)), decode(codes[:LEARNED])]).astype(np.float32)
    known = {name: torch.from_numpy(np.tile(values[:LEARNED], 2)) for name, values in truth.items()}
    judge = Judge(truth).learn(torch.from_numpy(x), known)
    return Case(codes, factors, truth, decode, judge)


@pytest.mark.parametrize(("has", "sign"), [(False, 1), (True, -1)], ids=["put on", "taken off"])
def test_glasses_come_and_go_and_the_rest_stays(case, has, sign):
    wears = case.truth["glasses"] > 0
    learned = case.codes[:LEARNED]
    step = between_groups(learned[wears[:LEARNED]], learned[~wears[:LEARNED]]).vector
    changed, kept = case.outcome("glasses", wears == has, sign * step)
    assert changed >= 0.8
    assert kept >= 0.8


def test_smile_is_put_on_and_the_rest_stays(case):
    curve = case.factors["mouth curve"]
    step = along_number(case.codes[:LEARNED], curve[:LEARNED], "probe").vector
    changed, kept = case.outcome("smile", curve <= 0, 1.5 * step)
    assert changed >= 0.8
    assert kept >= 0.8


def test_smile_is_taken_off_and_the_rest_stays_along_a_direction_that_leaves_the_skin_alone(case):
    curve, skin = case.factors["mouth curve"], case.factors["skin tone"].astype(float)
    codes = case.codes[:LEARNED]
    apart = [along_number(codes, skin[:LEARNED], way).vector for way in ("means", "probe")]
    step = orthogonal(along_number(codes, curve[:LEARNED]).vector, np.stack(apart))
    changed, kept = case.outcome("smile", curve > 0.4, -6 * step)
    assert changed >= 0.8
    assert kept >= 0.8
