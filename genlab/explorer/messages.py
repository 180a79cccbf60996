"""What the page hands to the explorer and what the explorer hands back; mirrored by web/src/messages.ts.

Arrays travel by URL as raw little-endian bytes under immutable, content-hashed addresses. A point decodes as
``decoder(enter(z) + delta)``; ``enter`` is the identity of an autoencoder, whose ``delta`` is always None.
"""

from __future__ import annotations

from typing import Annotated, Literal, NotRequired, TypedDict

from pydantic import Field

from genlab.config import Config

Source = Literal["map", "slider", "random", "draw", "path", "item", "reset", "vector", "sheet", "undo", "bookmark"]
Finite = Annotated[float, Field(allow_inf_nan=False)]


class RunInfo(TypedDict):
    """Which run, at which checkpoint."""

    id: str
    name: str
    family: Literal["autoencoder", "gan", "imported"]
    dataset: str
    step: int


class ColumnInfo(TypedDict):
    """One number of an item: what it is called; ``value * width + shift`` is it in the data's own unit."""

    name: str
    shift: float
    width: float


class ItemInfo(TypedDict):
    """What one item is, (C, H, W) or (D,), and the value range to show it in; of a table its columns, all or none."""

    modality: Literal["image", "points", "vector"]
    shape: list[int]
    min: float
    max: float
    columns: NotRequired[list[ColumnInfo]]


class ItemBlocks(TypedDict):
    """Where the items lie: ``url`` contains ``{block}``; block b holds rows b * blockSize and on.

    A byte of dtype ``u8`` stands for 0..255 of the item's value range.
    """

    url: str
    blockSize: int
    dtype: Literal["u8", "f32"]
    count: int


class FieldInfo(TypedDict):
    """One number an item, f32 (count,): a factor of the data, or a table's column; ``names`` of 0, 1, … if it has."""

    name: str
    kind: Literal["factor", "column"]
    values: str
    names: list[str]


class PointsInfo(TypedDict):
    """The data on the map: labels i32 (count,); codes f32 (count, latent dim), mu or a GAN's z; logvar of its style."""

    count: int
    labels: str | None
    labelNames: list[str]
    items: ItemBlocks
    codes: str
    logvar: str | None
    fields: list[FieldInfo]


class LatentInfo(TypedDict):
    """The latent dimensions; ``order`` runs from the largest effect on the item to the smallest.

    ``classes`` names those that the model is told: their weights are the last numbers of a code, and of the order.
    """

    dim: int
    order: list[int]
    effect: list[float]
    mean: list[float]
    std: list[float]
    variational: bool
    classes: list[str]


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
    """A number that a map can be made with, and the words for it; ``of`` are the methods that go by it."""

    name: str
    of: list[str]
    label: str
    help: str
    min: float
    max: float
    default: float


class KeptMap(TypedDict):
    """A finished map that travels with the page: settings and encoder as in :class:`MapChoice`.

    ``header``, and the bytes at ``url``, are what the maps socket would send of it.
    """

    settings: dict[str, float]
    encoder: str | None
    header: dict
    url: str


class MapsInfo(TypedDict):
    """Which maps there are besides the run's own PCA.

    ``socket`` is the path of the maps socket, None where there is no server; ``spaces`` begins with the run's own;
    ``methods`` are those the server makes; ``missing`` says of others, by name, what to do to have them; ``chosen`` is
    :class:`MapChoice` as a dict; ``kept`` are the maps that stand in for the server.
    """

    socket: str | None
    methods: list[str]
    missing: dict[str, str]
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
    more: list[list[Finite]] = Field(default_factory=list, max_length=8, description="Pins C, D and so on.")


class Settled(Config):
    """A point a person settled on. Comes from a browser: :meth:`parse` refuses what does not fit."""

    z: list[Finite] = Field(min_length=1, max_length=4096, description="The latent code.")
    delta: list[Finite] | None = Field(None, description="Offset in a GAN's activations.")
    source: Source = Field(description="What moved it.")
    nearest: int = Field(-1, ge=-1, description="Row of the nearest data item, -1 when unknown.")
    pins: Pins = Field(default_factory=Pins, description="The pinned points.")
    path: Literal["lerp", "slerp"] = Field("lerp", description="How the way between the pins goes; deltas go straight.")
    map: tuple[Finite, Finite] = Field(description="The place on the shown map.")


Row = Annotated[list[Finite], Field(min_length=1, max_length=8192)]


class OwnAxes(Config):
    """Axes that a person laid between groups: their names, the code in the middle, and a direction each."""

    names: list[Annotated[str, Field(max_length=100)]] = Field(max_length=2)
    mean: Row
    components: list[Row] = Field(min_length=1, max_length=2)


class MapChoice(Config):
    """Which map a person chose, and how it is shown. Comes from a browser: :meth:`parse` refuses what does not fit."""

    method: Literal["pca", "raw", "lda", "own", "tsne", "pacmap", "umap"] = Field("pca", description="How it is made.")
    space: Literal["z", "activations", "outputs"] = Field("z", description="What it is a map of.")
    axes: tuple[int, int] = Field((0, 1), description="Which two axes of a flat map.")
    settings: dict[str, Finite] = Field(default_factory=dict, max_length=16, description="What it is made with.")
    own: OwnAxes | None = Field(None, description="The axes that were laid last.")
    encoder: str | None = Field(None, description="Run whose encoder maps a GAN's outputs; None for their PCA.")
    fog: bool = Field(False, description="Whether the confidence is drawn.")
    samples: bool = Field(False, description="Whether decoded samples are drawn behind the points.")


Mask = Annotated[str, Field(max_length=1 << 21, pattern=r"^[A-Za-z0-9+/]*={0,2}$")]
"""Rows as base64, eight a byte, the first the lowest bit; 2 MiB are twelve million rows."""


class Tag(Config):
    """A selection under a name."""

    name: str = Field(min_length=1, max_length=40, description="What a person calls it.")
    mask: Mask = Field(description="Its rows.")


class Selected(Config):
    """What is selected. Comes from a browser: :meth:`parse` refuses what does not fit."""

    mask: Mask = Field("", description="The selected rows, empty for none.")
    rest: Literal["shown", "grey", "hidden"] = Field("grey", description="What becomes of the other items.")
    tags: list[Tag] = Field(default_factory=list, max_length=32, description="The named selections.")


class Sight(Config):
    """Where a map is looked at: the place in the middle, and how far it is zoomed in from all points."""

    x: Finite
    y: Finite
    zoom: float = Field(gt=0, allow_inf_nan=False)


class Moment(Config):
    """Everything a bookmark restores. Comes from a browser: :meth:`parse` refuses what does not fit."""

    settled: Settled = Field(description="The point, the pins and the way between them.")
    t: float = Field(0, ge=0, le=1, description="The place on that way.")
    truncation: float = Field(1, ge=0, le=10, description="How far random draws are pulled to the mean.")
    near: bool = Field(False, description="Whether random draws keep to where the model draws well.")
    map: MapChoice = Field(description="The chosen map.")
    look: Sight = Field(description="Where it is looked at.")
    hidden: list[int] = Field(default_factory=list, max_length=1000, description="The classes that are hidden.")
    selected: Selected = Field(default_factory=Selected, description="The selection and the named ones.")


class Kept(Config):
    """A bookmark as a person keeps it. Comes from a browser: :meth:`parse` refuses what does not fit."""

    moment: Moment
    note: str = Field("", max_length=500, description="What they noted.")
    picture: str = Field(max_length=1 << 20, description="A data URL of a PNG or WebP.")


class Recall(TypedDict):
    """An opened bookmark: ``name`` tells this opening from all others, ``moment`` is :class:`Moment` as a dict."""

    name: str
    moment: dict


class Beside(TypedDict):
    """Another view stands beside this one: views of a ``channel`` are linked; equal ``data``, equal items in order."""

    channel: str
    data: str


class ExplorerData(TypedDict):
    """Everything the view needs; ``key`` is a content hash of the rest, ``settled`` is :class:`Settled` as a dict.

    ``directions`` is where the directions of the model's first layer lie (JSON), None where they cannot be read off it;
    ``ask`` is where questions for the warm worker go, None where there is no server; ``epochs`` lists the training's
    checkpoints, None where there are too few to look back on; ``company`` lists models whose samples can be laid on
    this map; ``beside`` links two views; ``selected`` is :class:`Selected`
    as a dict, to go on with after a remount.
    """

    key: str
    run: RunInfo
    item: ItemInfo
    points: PointsInfo
    latent: LatentInfo
    map: MapInfo
    maps: MapsInfo
    models: ModelUrls
    directions: str | None
    runtime: RuntimeInfo
    decodeSocket: str | None
    ask: str | None
    epochs: str | None
    company: str | None
    beside: Beside | None
    settled: dict | None
    selected: dict | None
    recall: Recall | None
