"""What the page hands to the explorer and what the explorer hands back; mirrored by web/src/messages.ts.

Arrays travel by URL as raw little-endian bytes under immutable, content-hashed addresses. A point decodes as
``decoder(enter(z) + delta)``; ``enter`` is the identity of an autoencoder, whose ``delta`` is always None.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from pydantic import Field

from genlab.config import Config

Finite = Annotated[float, Field(allow_inf_nan=False)]


class RunInfo(TypedDict):
    """Which run, at which checkpoint."""

    id: str
    name: str
    family: Literal["autoencoder", "gan"]
    dataset: str
    step: int


class ItemInfo(TypedDict):
    """What one item is, (C, H, W) or (D,), and the value range to show it in."""

    modality: Literal["image", "points", "vector"]
    shape: list[int]
    min: float
    max: float


class ItemBlocks(TypedDict):
    """Where the items lie: ``url`` contains ``{block}``; block b holds rows b * blockSize and on.

    A byte of dtype ``u8`` stands for 0..255 of the item's value range.
    """

    url: str
    blockSize: int
    dtype: Literal["u8", "f32"]
    count: int


class PointsInfo(TypedDict):
    """The data on the map: labels i32 (count,); codes f32 (count, latent dim), mu or a GAN's z; logvar alike."""

    count: int
    labels: str | None
    labelNames: list[str]
    items: ItemBlocks
    codes: str
    logvar: str | None


class LatentInfo(TypedDict):
    """The latent dimensions; ``order`` runs from the largest effect on the item to the smallest."""

    dim: int
    order: list[int]
    effect: list[float]
    mean: list[float]
    std: list[float]
    variational: bool


class MapInfo(TypedDict):
    """A PCA: coords f32 (count, k), mean f32 (dim,), components f32 (k, dim) with orthonormal rows."""

    name: Literal["pca"]
    space: Literal["z", "activations"]
    dim: int
    k: int
    coords: str
    mean: str
    components: str
    varianceRatio: list[float]


class EncoderRun(TypedDict):
    """An autoencoder of equal items, whose encoder can map what a GAN makes."""

    run: str
    name: str


class MapSetting(TypedDict):
    """A number that a map can be made with, and the words for it."""

    name: str
    label: str
    help: str
    min: float
    max: float
    default: float


class KeptMap(TypedDict):
    """A finished t-SNE map that travels with the page: settings and encoder as in :class:`MapChoice`.

    ``header``, and the bytes at ``url``, are what the maps socket would send of it.
    """

    settings: dict[str, float]
    encoder: str | None
    header: dict
    url: str


class MapsInfo(TypedDict):
    """Which maps there are besides the run's own PCA.

    ``socket`` is the path of the maps socket, None where there is no server; ``spaces`` begins with the run's own;
    ``settings`` are those of t-SNE; ``chosen`` is :class:`MapChoice` as a dict; ``kept`` are the maps that stand in
    for the server.
    """

    socket: str | None
    spaces: list[str]
    encoders: list[EncoderRun]
    settings: list[MapSetting]
    chosen: dict | None
    kept: list[KeptMap]


class ModelUrls(TypedDict):
    """ONNX graphs: decoder ``code`` to ``x``, enter ``z`` to ``code``, encoder ``x`` to ``mu`` and ``logvar``.

    ``decoder`` is None when the model is decoded over the socket.
    """

    decoder: str | None
    enter: str | None
    encoder: str | None


class RuntimeInfo(TypedDict):
    """Addresses of the ONNX runtime's script and program."""

    mjs: str
    wasm: str


class Pins(Config):
    """The pinned points, each z with a GAN's delta appended."""

    a: list[Finite] | None = Field(None, description="Pin A.")
    b: list[Finite] | None = Field(None, description="Pin B.")


class Settled(Config):
    """A point a person settled on. Comes from a browser: :meth:`parse` refuses what does not fit."""

    z: list[Finite] = Field(min_length=1, max_length=4096, description="The latent code.")
    delta: list[Finite] | None = Field(None, description="Offset in a GAN's activations.")
    source: Literal["map", "slider", "random", "draw", "path", "item", "reset"] = Field(description="What moved it.")
    nearest: int = Field(-1, ge=-1, description="Row of the nearest data item, -1 when unknown.")
    pins: Pins = Field(default_factory=Pins, description="The pinned points.")
    path: Literal["lerp", "slerp"] = Field("lerp", description="How the way between the pins goes; deltas go straight.")
    map: tuple[Finite, Finite] = Field(description="The place on the shown map.")


class MapChoice(Config):
    """Which map a person chose, and how it is shown. Comes from a browser: :meth:`parse` refuses what does not fit."""

    method: Literal["pca", "raw", "tsne"] = Field("pca", description="How the map is made.")
    space: Literal["z", "activations", "outputs"] = Field("z", description="What it is a map of.")
    axes: tuple[int, int] = Field((0, 1), description="Which two axes of a flat map.")
    settings: dict[str, Finite] = Field(default_factory=dict, max_length=16, description="What t-SNE is run with.")
    encoder: str | None = Field(None, description="Run whose encoder maps a GAN's outputs; None for their PCA.")
    fog: bool = Field(False, description="Whether the confidence is drawn.")
    samples: bool = Field(False, description="Whether decoded samples are drawn behind the points.")


class ExplorerData(TypedDict):
    """Everything the view needs; ``key`` is a content hash of the rest, ``settled`` is :class:`Settled` as a dict."""

    key: str
    run: RunInfo
    item: ItemInfo
    points: PointsInfo
    latent: LatentInfo
    map: MapInfo
    maps: MapsInfo
    models: ModelUrls
    runtime: RuntimeInfo
    decodeSocket: str | None
    settled: dict | None
