"""Runs small enough to make in a test: PCA of the digits as decoder and encoder, a linear GAN, a ring."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA

from genlab.explorer.bundle import runtime

Floats = NDArray[np.float32]


def write_autoencoder(folder: Path, base: str, dim: int = 10) -> dict:
    """PCA of the digits, whitened, as a variational autoencoder; the ExplorerData of it."""
    digits = load_digits()
    x = (digits.data / 16).astype(np.float32)
    pca = PCA(dim, whiten=True, random_state=0).fit(x)
    scale = np.sqrt(pca.explained_variance_)[:, None]
    mu = pca.transform(x).astype(np.float32)
    logvar = np.log(np.linspace(0.02, 0.3, dim, dtype=np.float32))
    _write_linear(
        folder / "decoder.onnx", "code", "x", (scale * pca.components_).astype(np.float32), pca.mean_, (1, 8, 8)
    )
    _write_linear(folder / "encoder.onnx", "x", "mu", *_encoder(pca), item_shape=None, flatten=64, logvar=logvar)
    arrays = {"codes": mu, "logvar": np.tile(logvar, (len(mu), 1)), **_map(mu)}
    return _data(folder, base, "autoencoder", x.reshape(-1, 1, 8, 8), digits.target, arrays, variational=True)


def write_gan(folder: Path, base: str, dim: int = 6, width: int = 16) -> dict:
    """A linear GAN whose first activations are a nonlinear picture of z."""
    rng = np.random.default_rng(0)
    digits = load_digits()
    x = (digits.data / 16).astype(np.float32)
    pca = PCA(width, random_state=0).fit(x)
    z = rng.standard_normal((2048, dim)).astype(np.float32)
    weight = rng.standard_normal((dim, width)).astype(np.float32)
    code = np.maximum(z @ weight, 0)
    _write_linear(folder / "enter.onnx", "z", "code", weight, np.zeros(width), None, relu=True)
    out = (pca.components_ * np.sqrt(pca.explained_variance_)[:, None]).astype(np.float32)
    _write_linear(folder / "decoder.onnx", "code", "x", out, pca.mean_, (1, 8, 8))
    arrays = {"codes": z, **_map(code)}
    items = (code @ out + pca.mean_).astype(np.float32).reshape(-1, 1, 8, 8)
    data = _data(folder, base, "gan", items, None, arrays, variational=False)
    data["map"] |= {"space": "activations", "dim": width}
    data["maps"] |= {"spaces": ["activations"]}
    data["models"] |= {"encoder": None, "enter": f"{base}/enter.onnx"}
    return data


def write_points(folder: Path, base: str) -> dict:
    """Eight Gaussians on a circle; a 2-D code that the decoder turns by an angle."""
    rng = np.random.default_rng(0)
    labels = rng.integers(0, 8, 4000)
    angle = labels * np.pi / 4
    x = (np.stack([np.cos(angle), np.sin(angle)], 1) + 0.01 * rng.standard_normal((4000, 2))).astype(np.float32)
    turn = np.array([[0.8, 0.6], [-0.6, 0.8]], np.float32)
    _write_linear(folder / "decoder.onnx", "code", "x", turn, np.zeros(2), (2,))
    _write_linear(folder / "encoder.onnx", "x", "mu", turn.T.copy(), np.zeros(2), None)
    mu = x @ turn.T
    data = _data(folder, base, "autoencoder", x, labels, {"codes": mu, **_map(mu)}, variational=False)
    data["item"] |= {"modality": "points", "min": -1.2, "max": 1.2}
    return data


def _data(folder: Path, base: str, family: str, x: Floats, labels, arrays: dict, variational: bool) -> dict:
    for name, array in arrays.items():
        np.ascontiguousarray(array, "<f4").tofile(folder / f"{name}.f32")
    block = 512
    for start in range(0, len(x), block):
        np.ascontiguousarray(x[start : start + block], "<f4").tofile(folder / f"items-{start // block}.bin")
    if labels is not None:
        labels.astype("<i4").tofile(folder / "labels.i32")
    fields = []
    if labels is not None:
        sums, odd = x.reshape(len(x), -1).sum(1), labels % 2
        sums.astype("<f4").tofile(folder / "field-0.f32")
        odd.astype("<f4").tofile(folder / "field-1.f32")
        fields = [
            {"name": "ink", "kind": "column", "values": f"{base}/field-0.f32", "names": []},
            {"name": "parity", "kind": "factor", "values": f"{base}/field-1.f32", "names": ["even", "odd"]},
        ]
    codes = arrays["codes"]
    dim = codes.shape[1]
    k = arrays["coords"].shape[1]
    return {
        "key": "one",
        "run": {"id": "r", "name": f"tiny {family}", "family": family, "dataset": "digits", "step": 1},
        "item": {"modality": "image", "shape": list(x.shape[1:]), "min": 0, "max": 1},
        "points": {
            "count": len(x),
            "labels": None if labels is None else f"{base}/labels.i32",
            "labelNames": [] if labels is None else [str(name) for name in np.unique(labels)],
            "items": {"url": f"{base}/items-{{block}}.bin", "blockSize": block, "dtype": "f32", "count": len(x)},
            "codes": f"{base}/codes.f32",
            "logvar": f"{base}/logvar.f32" if variational else None,
            "fields": fields,
        },
        "latent": {
            "dim": dim,
            "order": list(range(dim)),
            "effect": [float(dim - i) for i in range(dim)],
            "mean": codes.mean(0).tolist(),
            "std": codes.std(0).tolist(),
            "variational": variational,
            "classes": [],
        },
        "map": {
            "name": "pca",
            "space": "z",
            "dim": dim,
            "k": k,
            "coords": f"{base}/coords.f32",
            "mean": f"{base}/mean.f32",
            "components": f"{base}/components.f32",
            "varianceRatio": arrays["ratio"].tolist(),
        },
        "maps": {
            "socket": None,
            "methods": [],
            "missing": {},
            "spaces": ["z"],
            "encoders": [],
            "settings": [],
            "chosen": None,
            "kept": [],
        },
        "models": {"decoder": f"{base}/decoder.onnx", "enter": None, "encoder": f"{base}/encoder.onnx"},
        "directions": f"{base}/directions.json",
        "runtime": {kind: f"/dist/{name}" for kind, name in runtime().items()},
        "decodeSocket": None,
        "ask": None,
        "epochs": None,
        "company": None,
        "beside": None,
        "settled": None,
        "selected": None,
        "recall": None,
    }


def _map(codes: Floats) -> dict:
    pca = PCA(min(10, codes.shape[1]), random_state=0).fit(codes)
    return {
        "coords": pca.transform(codes).astype(np.float32),
        "mean": pca.mean_.astype(np.float32),
        "components": pca.components_.astype(np.float32),
        "ratio": pca.explained_variance_ratio_.astype(np.float32),
    }


def _encoder(pca: PCA) -> tuple[Floats, Floats]:
    weight = (pca.components_ / np.sqrt(pca.explained_variance_)[:, None]).T.astype(np.float32)
    return weight, -(pca.mean_ @ weight)


def _write_linear(
    path: Path,
    source: str,
    target: str,
    weight: Floats,
    bias: NDArray,
    item_shape: tuple[int, ...] | None,
    relu: bool = False,
    flatten: int = 0,
    logvar: Floats | None = None,
) -> None:
    """Write ``target = source @ weight + bias``, reshaped to items, as an ONNX graph of any batch size."""
    n_in, n_out = weight.shape
    nodes, initializers = [], [_tensor("weight", weight), _tensor("bias", bias.astype(np.float32))]
    matrix = source
    if flatten:
        nodes.append(helper.make_node("Flatten", [source], ["flat"]))
        matrix = "flat"
    last = "linear" if item_shape or relu else target
    nodes.append(helper.make_node("Gemm", [matrix, "weight", "bias"], [last]))
    if relu:
        nodes.append(helper.make_node("Relu", [last], [target]))
    if item_shape:
        initializers.append(_tensor("shape", np.array([-1, *item_shape], np.int64)))
        nodes.append(helper.make_node("Reshape", [last, "shape"], [target]))
    shape_in = ["n", 1, 8, 8] if flatten else ["n", n_in]
    outputs = [helper.make_tensor_value_info(target, TensorProto.FLOAT, ["n", *(item_shape or [n_out])])]
    if logvar is not None:
        initializers += [_tensor("logvar_row", logvar[None]), _tensor("zero", np.zeros((), np.float32))]
        nodes.append(helper.make_node("Mul", [target, "zero"], ["nothing"]))
        nodes.append(helper.make_node("Add", ["nothing", "logvar_row"], ["logvar"]))
        outputs.append(helper.make_tensor_value_info("logvar", TensorProto.FLOAT, ["n", n_out]))
    inputs = [helper.make_tensor_value_info(source, TensorProto.FLOAT, shape_in)]
    graph = helper.make_graph(nodes, "linear", inputs, outputs, initializers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())


def _tensor(name: str, array: NDArray) -> onnx.TensorProto:
    return numpy_helper.from_array(np.ascontiguousarray(array), name)
