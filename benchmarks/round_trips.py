"""Round trips of every map: a place, the code shown there, and where the map shows that code.

``python benchmarks/round_trips.py`` writes ``docs/maps.md``; it needs Fashion-MNIST in ``../shared/data`` and takes
some minutes. The digits' models are the gallery's, Fashion-MNIST's are trained here on its 10,000 test items.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parent))

from running_app import ROOT, trained  # noqa: E402

from genlab.analysis.maps import MapSpec, Material, linear_map, material, prepared_scene  # noqa: E402
from genlab.analysis.scene import Scene  # noqa: E402
from genlab.data.resolve import resolve  # noqa: E402
from genlab.jobs.projector import project  # noqa: E402
from genlab.latent.blending import Plane  # noqa: E402
from genlab.latent.inverse import confidence, invert  # noqa: E402
from genlab.latent.paths import lerp  # noqa: E402
from genlab.latent.pca import Pca  # noqa: E402
from genlab.latent.placement import Placement  # noqa: E402
from genlab.store import Run, Store  # noqa: E402
from genlab.training.config import DataConfig  # noqa: E402

FASHION = ROOT.parent / "shared" / "data" / "fashion-mnist"
PAGE = ROOT / "docs" / "maps.md"
PLACES = 1000
Floats = NDArray[np.float32]

HEAD = """# Maps

What a map is of, how a place becomes a code and a code a place, and how far the two agree. The table is written by
`python benchmarks/round_trips.py`.

- **PCA** and **raw axes** of codes (z), and PCA of a GAN's first activations, are linear: a place is exactly one code
  of the plane through the current point, and a code exactly one place.
- So are **LDA** and **own axes** between groups, of codes or first activations, even where the axes are oblique.
- **t-SNE**, **PaCMAP** and **UMAP** are known at their own points alone. Between them a place shows the average of the
  eight nearest points' codes, weighted by 1/d² less the same of the ninth, so that nothing jumps while the cursor
  moves; averages of a GAN's codes are put back on the prior's shell. A new code is placed by the same weights among its
  nearest codes (`genlab/latent/inverse.py`, `placement.py`).
- **Maps of a GAN's outputs** show at a place the nearest item that exists: two items alike may have codes far apart,
  and an average of those looks like neither (with eight neighbours, half way between two points of the PCA map of
  outputs one came back 8 % of its width away).
- The **confidence** of these maps and of maps of outputs is exp(-(d/3h)²): d is the distance to the nearest point, h
  the map's spacing, the median distance of a point to its nearest neighbour.

## Round trips: place → code → place

The distance between a place and where the map shows the code found there, as a share of the map's width (the distance
between the 1st and 99th percentile of its points along its first axis). *On points*: 1,000 points of the map.
*Between*: half way between a point and one of its four nearest neighbours. *Anywhere*: uniform over the map's box,
where most of a t-SNE map is empty; *trusted* counts only those of confidence 0.5 and above, and says how many that
is.

A GAN's map of activations or outputs is gone back over through the generator: the code found is decoded (or taken
into the activations), and what comes out is laid on the map as a new item would be.

| model | map | on points | between | anywhere, trusted | anywhere |
|---|---|---|---|---|---|
"""
FOOT = """
Medians, with the 95th percentile in brackets, in percent of the map's width.
"""


@dataclass(eq=False)
class Trip:
    """One map, and both ways over it."""

    scene: Scene
    spec: MapSpec
    found: Material
    coords: Floats

    def code(self, places: Floats) -> Floats:
        """Return the codes at places, of the space in which the page keeps a point."""
        if self.spec.method == "raw":
            code = np.repeat(self.scene.codes[:1], len(places), axis=0)
            code[:, self.scene.order[:2]] = places
            return code
        if self._linear:
            return self._pca.inverse(places, self.found.shown[0]).codes
        return invert(places, self.coords, self.scene.codes, self.spec.n_neighbors, self.scene.is_gan).codes

    def place(self, codes: Floats) -> Floats:
        """Return where the map shows codes."""
        if self.spec.method == "raw":
            return codes[:, self.scene.order[:2]]
        if self._linear:
            return self._pca.transform(codes)
        rows = codes
        if self.spec.space == "activations":
            rows = self.scene.decoder.code(codes)
        elif self.spec.space == "outputs":
            rows = self.scene.decoder.items(codes).reshape(len(codes), -1)
            if self.spec.method == "pca":
                return self._pca.transform(rows)
        return Placement(self.found.shown, self.coords).place(rows)

    @cached_property
    def _pca(self) -> Pca:
        fitted = linear_map(self.spec, self.scene) or Pca.fit(self.found.rows, n_components=2)
        return Pca(fitted.mean_, fitted.components_[:2], fitted.explained_variance_ratio_[:2])

    @property
    def _linear(self) -> bool:
        return self.spec.method == "pca" and self.spec.space != "outputs"

    def errors(self, places: Floats) -> Floats:
        """Return how far each place is from where its code is shown, in percent of the map's width."""
        back = self.place(self.code(places))
        low, high = np.percentile(self.coords[:, 0], [1, 99])
        return 100 * np.linalg.norm(back - places, axis=1) / (high - low)


def trip(run: Run, **given: object) -> Trip:
    """Make a map of a run and return both ways over it."""
    step, spec = run.checkpoints()[-1], MapSpec.parse(given)
    project(run, step, spec)
    found = run.projection(spec.key(run, step)).frame()
    assert found is not None
    scene = prepared_scene(run, step)
    return Trip(scene, spec, material(spec, scene), found[1]["coords"])


def line(model: str, name: str, over: Trip) -> str:
    """Return a row of the table."""
    rng = np.random.default_rng(0)
    coords, plane = over.coords, Plane(over.coords)
    some = rng.permutation(len(coords))[:PLACES]
    rows, _ = plane.nearest(coords[some], 5)
    others = coords[rows[np.arange(len(some)), rng.integers(1, 5, len(some))]]
    between = np.stack([lerp(a, b, 0.5) for a, b in zip(coords[some], others, strict=True)])
    anywhere = rng.uniform(coords.min(axis=0), coords.max(axis=0), (PLACES, 2)).astype(np.float32)
    errors = over.errors(anywhere)
    trusted = np.ones(PLACES, bool)
    if not over._linear and over.spec.method != "raw":
        trusted = confidence(plane.nearest(anywhere, 1)[1][:, 0], plane.spacing) >= 0.5
    cells = [
        shown(over.errors(coords[some])),
        shown(over.errors(between)),
        f"{shown(errors[trusted])}, {100 * trusted.mean():.0f} % of places",
        shown(errors),
    ]
    return f"| {model} | {name} | {' | '.join(cells)} |"


def shown(errors: Floats) -> str:
    """Return median and 95th percentile."""
    middle, high = np.percentile(errors, [50, 95])
    return f"{middle:.2g} ({high:.2g})" if high >= 0.001 else "< 0.001"


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    lines = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = Store(folder, gallery=ROOT / "gallery")
        fashion = resolve(FASHION / "t10k-images-idx3-ubyte.gz", FASHION / "t10k-labels-idx1-ubyte.gz")
        config = DataConfig(name=store.sets.add(fashion), own=True)
        models = {
            "digits VAE": store.run("digits-vae"),
            "Fashion-MNIST VAE": trained(store, "vae", fashion, config, epochs="10", latent_dim="16"),
            "digits GAN": store.run("digits-gan"),
            "Fashion-MNIST GAN": trained(store, "gan", fashion, config, epochs="10", body="mlp"),
        }
        for model, run in models.items():
            gan = run.spec.model.family == "gan"
            for space in ("z", "activations", "outputs") if gan else ("z",):
                for method in ("raw", "pca", "tsne") if space == "z" else ("pca", "tsne"):
                    lines.append(line(model, f"{method} of {space}", trip(run, method=method, space=space)))
                    print(lines[-1], flush=True)
    PAGE.write_text(HEAD + "\n".join(lines) + "\n" + FOOT)


if __name__ == "__main__":
    main()
