"""Maps of a run: of which space, by which method, of which rows. Loads no torch where the run is prepared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from genlab.analysis.checkpoints import step_of
from genlab.analysis.graphs import ensure_graphs, graph_at
from genlab.analysis.scene import Scene, read_scene
from genlab.errors import ConfigError
from genlab.exports.graphs import session
from genlab.latent.inverse import N_NEIGHBORS
from genlab.latent.pacmap import START, PacmapConfig, check_pacmap, first_layout
from genlab.latent.pca import Pca
from genlab.latent.tsne import INITIAL_STD, TsneConfig, check_tsne, initial
from genlab.latent.umap import check_umap
from genlab.store import Run
from genlab.store.ids import content_hash

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

REAL_ITEMS = 2000
MOST_FEATURES = 50
"""Numbers an item is reduced to (its principal components) before neighbours are looked for, as is customary."""
Method = Literal["pca", "tsne", "pacmap", "umap", "raw"]
FLAT: tuple[Method, ...] = ("pca", "raw")
"""Maps that are a cut through the space; the others take their time."""
SETTINGS: dict[Method, tuple[str, ...]] = {
    "pca": (),
    "raw": (),
    "tsne": ("perplexity", "exaggeration", "iterations", "seed"),
    "pacmap": ("neighbors", "seed"),
    "umap": ("neighbors", "seed"),
}
"""What each method goes by; it passes over the other settings. A browser knows them by these names."""


class MapSpec(TsneConfig, PacmapConfig):
    """What a map is of and how it is made."""

    method: Method = Field("pca", title="Map", description="How codes are laid out in the plane.")
    space: Literal["z", "activations", "outputs"] = Field(
        "z",
        title="Space",
        description="What is laid out: the codes; or of a GAN also its first activations, or the items it makes.",
    )
    encoder: str | None = Field(
        None,
        max_length=100,
        title="Encoder",
        description="Of a GAN's outputs: the run whose encoder looks at them, instead of their bare numbers.",
    )

    @property
    def n_neighbors(self) -> int:
        """Points whose codes are blended at a place between them.

        Of a GAN's outputs only codes that exist are shown: two items alike may have codes far apart, whose blend
        looks like neither.
        """
        return 1 if self.space == "outputs" else N_NEIGHBORS

    def key(self, run: Run, step: int) -> str:
        """Return the name under which the run keeps this map: equal for what gives the equal map."""
        counts = {"method", "space", "n_components", "encoder", *SETTINGS[self.method]}
        parts = [f"{name}={getattr(self, name)}" for name in sorted(counts)]
        if self.encoder is not None:
            other = run.store.run(self.encoder)
            last = step_of(other)
            parts.append(f"encoder_step={last} of {other.written_at(last)}")
        return f"{self.method}-{step}-{content_hash(' '.join(parts).encode())}"


@dataclass(frozen=True, eq=False)
class Material:
    """The rows of a map.

    Attributes
    ----------
    shown : ndarray, shape (N, dim)
        The rows that the page shows as points, in its order.
    labels : ndarray, shape (N,), or None
    real : ndarray, shape (R, dim)
        Real data laid out among a GAN's outputs; R is 0 elsewhere.
    real_labels : ndarray, shape (R,)
        -1 where unknown.
    """

    shown: Floats
    labels: Ints | None
    real: Floats
    real_labels: Ints

    @property
    def rows(self) -> Floats:
        """All rows, shape (N + R, dim): what a map is fitted to, so that none lies where only others had a say."""
        return np.concatenate([self.shown, self.real]) if len(self.real) else self.shown


class Layout(NamedTuple):
    """Places of a map's rows, shapes (N, k) and (R, k), float32."""

    coords: Floats
    real_coords: Floats


class Figures(NamedTuple):
    """How good a map is, each in [0, 1]; of very few points None, ``knn_accuracy`` without labels too."""

    trustworthiness: float | None
    knn_accuracy: float | None


def check_map(spec: MapSpec, run: Run) -> None:
    """Refuse a map that this run does not have.

    Raises
    ------
    ConfigError
        One sentence: the run has no such space, or the encoder does not fit.
    RunNotFoundError
        If there is no run of the encoder's id.
    """
    gan = run.spec.model.family == "gan"
    if spec.space != "z" and not gan:
        raise ConfigError(f"Run {run.id} has one space to map, z, its codes; '{spec.space}' is a GAN's.")
    if spec.method == "raw" and spec.space != "z":
        raise ConfigError(f"Raw axes show the dimensions of z; got the space '{spec.space}', choose z.")
    if spec.encoder is None:
        return
    if spec.space != "outputs":
        raise ConfigError(f"An encoder looks at a GAN's outputs, not at '{spec.space}'; choose outputs or no encoder.")
    encoder = run.store.run(spec.encoder)
    if encoder.spec.model.family != "autoencoder":
        raise ConfigError(f"Run {encoder.id} has no encoder that runs here; choose an autoencoder of the same data.")
    if encoder.item_shape != run.item_shape:
        raise ConfigError(
            f"The encoder of run {encoder.id} reads items of shape {encoder.item_shape}, this run makes "
            f"{run.item_shape}; choose one of equal shape."
        )


def check_rows(spec: MapSpec, n: int) -> None:
    """Refuse a map that cannot be made of ``n`` rows; raises ConfigError."""
    if spec.method == "tsne":
        check_tsne(spec, n)
    elif spec.method == "pacmap":
        check_pacmap(spec, n)
    elif spec.method == "umap":
        check_umap(spec, n)


def prepared_scene(run: Run, step: int) -> Scene:
    """Return the scene of a checkpoint, prepared first (which loads torch) if it is not."""
    scene = read_scene(run, step)
    if scene is None:
        from genlab.analysis.prepare import prepare_explorer

        prepare_explorer(run, step)
        scene = read_scene(run, step)
    return cast(Scene, scene)


def material(spec: MapSpec, scene: Scene) -> Material:
    """Return the rows of a map of ``scene``.

    Raises
    ------
    ConfigError
        If the run has no such map, or too few rows for the perplexity.
    """
    check_map(spec, scene.run)
    nothing = np.empty(0, np.int32)
    if spec.space == "outputs":
        shown, real, real_labels = _outputs(spec, scene)
    else:
        shown = scene.places if spec.space == "activations" else scene.codes
        real, real_labels = shown[:0], nothing
    check_rows(spec, len(shown) + len(real))
    return Material(shown, scene.labels, real, real_labels)


def lay_out(spec: MapSpec, found: Material, scene: Scene) -> Layout:
    """Return a linear map's places, or where another map begins."""
    return split(first_places(spec, found, scene), found)


def first_places(spec: MapSpec, found: Material, scene: Scene) -> Floats:
    """Return the places of all rows, shape (N + R, k): a linear map, or where another map begins; quick."""
    if spec.method == "tsne":
        return initial(short_rows(found), spec).astype(np.float32)
    if spec.method == "pacmap":
        return first_layout(short_rows(found), spec.n_components)
    places = np.zeros((len(found.rows), spec.n_components), np.float32)
    if spec.method == "raw":
        axes = scene.order[: spec.n_components]
        places[:, : len(axes)] = found.rows[:, axes]
        return places
    fitted = linear_map(spec, scene) or Pca.fit(found.rows, n_components=spec.n_components)
    laid = fitted.transform(found.rows)[:, : spec.n_components]
    places[:, : laid.shape[1]] = laid
    return places


def linear_map(spec: MapSpec, scene: Scene) -> Pca | None:
    """Return the PCA of a space as the scene holds it, which costs nothing; None for a GAN's outputs."""
    if spec.space == "outputs":
        return None
    return scene.pca if spec.space == scene.own_space else scene.pca_of_codes


def glimpse(spec: MapSpec, scene: Scene) -> Floats | None:
    """Return where a page shows the points, shape (N, k), before any process has begun; None for a GAN's outputs.

    Of t-SNE it is where the optimisation begins but for the jitter: their PCA, tiny; of PaCMAP likewise, but larger.
    """
    fitted = linear_map(spec, scene)
    if fitted is None:
        return None
    if spec.method == "raw":
        laid = scene.codes[:, scene.order[: spec.n_components]]
    elif spec.space == scene.own_space:
        laid = scene.coords[:, : spec.n_components]
    else:
        laid = fitted.transform(scene.codes)[:, : spec.n_components]
    if spec.method == "tsne":
        laid = laid * np.float32(INITIAL_STD / (laid[:, 0].std() or 1))
    elif spec.method == "pacmap":
        rows = scene.places if spec.space == scene.own_space else scene.codes
        laid = laid * np.float32(START / (np.ptp(rows if rows.shape[1] <= MOST_FEATURES else laid) or 1))
    return np.pad(laid, ((0, 0), (0, spec.n_components - laid.shape[1])))


def short_rows(found: Material) -> Floats:
    """Return the rows as t-SNE and its like get them, shape (N + R, at most 50): long ones as principal components."""
    rows = found.rows
    if rows.shape[1] <= MOST_FEATURES or len(rows) <= MOST_FEATURES:
        return rows
    return Pca.fit(rows, n_components=MOST_FEATURES).transform(rows)


def split(places: NDArray[np.floating], found: Material) -> Layout:
    """Part the places of all rows into those of the shown and those of the real ones."""
    n = len(found.shown)
    return Layout(places[:n].astype(np.float32), places[n:].astype(np.float32))


def figures(found: Material, coords: Floats) -> Figures:
    """Measure a map: trustworthiness over 10 neighbours, and kNN accuracy, each on at most 5,000 of the shown rows."""
    from genlab.metrics.knn_accuracy import knn_accuracy  # scikit-learn: not in the server's process
    from genlab.metrics.trustworthiness import trustworthiness

    n = len(coords)
    trust = trustworthiness(found.shown, coords) if n >= 4 else None
    return Figures(trust, None if found.labels is None or n < 2 else knn_accuracy(coords, found.labels))


def _outputs(spec: MapSpec, scene: Scene) -> tuple[Floats, Floats, Ints]:
    data = scene.run.dataset()
    rows = np.sort(np.random.default_rng(0).permutation(len(data))[:REAL_ITEMS])
    made = scene.items.astype(np.float32) / np.float32(255 if scene.items.dtype == np.uint8 else 1)
    real = np.asarray(data.values(rows), np.float32)
    labels = np.full(len(rows), -1) if data.labels is None else np.asarray(data.labels)[rows]
    if spec.encoder is None:
        return made.reshape(len(made), -1), real.reshape(len(real), -1), labels.astype(np.int32)
    run = scene.run.store.run(spec.encoder)
    ensure_graphs(run)
    encode = session(graph_at(run, "encoder"))
    return encode(made)["mu"], encode(real)["mu"], labels.astype(np.int32)
