"""What onnxruntime computes is what torch computes, for every family, body and likelihood."""

import itertools
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from genlab.errors import CapabilityError, StoreError
from genlab.exports.graphs import CONSTANT, hollow, session, weights_of, with_weights
from genlab.exports.trace import trace
from genlab.models.config import AutoencoderConfig, ConvConfig, GanConfig, MlpConfig
from genlab.models.families import build

IMAGE, POINT = (1, 8, 8), (2,)
BODIES = {
    "mlp": MlpConfig(hidden=(16, 12)),
    "conv": ConvConfig(channels=4),
    "patches": ConvConfig(body="patches", channels=4),
}


def autoencoders():
    likelihoods = ("bernoulli", "continuous_bernoulli", "gaussian", "gaussian_learned")
    for body, likelihood in itertools.product(BODIES, likelihoods):
        config = AutoencoderConfig(latent_dim=3, likelihood=likelihood, body=BODIES[body])
        rest = () if body == "mlp" or likelihood == "gaussian_learned" else (pytest.mark.slow,)
        yield pytest.param(config, IMAGE, id=f"vae-{body}-{likelihood}", marks=rest)
    for body in BODIES:
        yield pytest.param(
            AutoencoderConfig(latent_dim=3, variational=False, body=BODIES[body]), IMAGE, id=f"ae-{body}"
        )
    yield pytest.param(
        AutoencoderConfig(latent_dim=2, likelihood="gaussian", body=BODIES["mlp"]), POINT, id="vae-mlp-points"
    )
    for variational in (True, False):
        told = AutoencoderConfig(latent_dim=3, n_classes=4, variational=variational, body=BODIES["mlp"])
        yield pytest.param(told, IMAGE, id=f"autoencoder-told-{variational}")
    colour = AutoencoderConfig(latent_dim=3, body=BODIES["conv"])
    yield pytest.param(colour, (3, 13, 10), id="vae-conv-odd-colour")


def gans():
    for body in BODIES:
        yield pytest.param(GanConfig(latent_dim=4, body=BODIES[body]), IMAGE, id=f"gan-{body}")
    clear = ConvConfig(channels=4, antialias=True)
    yield pytest.param(GanConfig(latent_dim=4, body=clear), (3, 13, 10), id="gan-conv-without-grain")
    small_first = ConvConfig(channels=4, antialias=True, output_skips=True)
    yield pytest.param(GanConfig(latent_dim=4, body=small_first), (3, 13, 20), id="gan-conv-output-skips")
    yield pytest.param(GanConfig(latent_dim=2, output="real", body=BODIES["mlp"]), POINT, id="gan-mlp-points")
    yield pytest.param(GanConfig(latent_dim=4, n_classes=3, body=BODIES["conv"]), IMAGE, id="gan-told")


def model(config, item_shape, seed=0):
    """Return a model with every weight and running statistic away from its first value."""
    torch.manual_seed(seed)
    built = build(config, item_shape)
    with torch.no_grad():
        for name, tensor in built.state_dict().items():
            if tensor.is_floating_point():
                tensor.add_(torch.rand_like(tensor) * (0.5 if name.endswith("running_var") else 0.1))
    return built.eval()


def numbers(*shape) -> np.ndarray:
    return np.random.default_rng(1).random(shape, dtype=np.float32)


def close(a, b) -> None:
    b = b.detach().numpy()
    assert a.shape == b.shape
    np.testing.assert_allclose(a, b, atol=1e-5, rtol=1e-5)


def check(graphs: dict[str, bytes], model: torch.nn.Module, item_shape: tuple[int, ...], n: int) -> None:
    """Every graph equals the model on ``n`` rows."""
    space = model.spaces[0]
    with torch.no_grad():
        code = torch.from_numpy(numbers(n, space.dim))
        close(session(graphs["decoder"])(code.numpy())["x"], model.decode_from(code, space.name).mean)
        if "enter" in graphs:
            z = torch.from_numpy(numbers(n, model.latent_dim))
            entered = session(graphs["enter"])(z.numpy())["code"]
            close(entered, model.enter(z, space.name))
            close(session(graphs["decoder"])(entered)["x"], model.decode(z).mean)
        if "encoder" in graphs:
            x = torch.from_numpy(numbers(n, *item_shape))
            posterior, found = model.encode(x), session(graphs["encoder"])(x.numpy())
            close(found["mu"], posterior.mu)
            assert ("logvar" in found) == (posterior.logvar is not None)
            if posterior.logvar is not None:
                close(found["logvar"], posterior.logvar)


@pytest.mark.parametrize(("config", "item_shape"), [*autoencoders(), *gans()])
def test_graphs_equal_torch_with_traced_and_with_swapped_weights(config, item_shape):
    first = model(config, item_shape)
    graphs = trace(first, item_shape)
    assert set(graphs) == ({"decoder", "encoder"} if first.has_encoder else {"decoder", "enter"})
    for n in (1, 5):
        check(graphs, first, item_shape, n)

    second = model(config, item_shape, seed=7)
    weights = {name: tensor.numpy() for name, tensor in second.state_dict().items()}
    check({name: with_weights(graph, weights) for name, graph in graphs.items()}, second, item_shape, 3)


def test_hollow_graph_is_small_and_whole_again_with_weights():
    built = model(AutoencoderConfig(body=MlpConfig(hidden=(400,))), IMAGE)
    graph = trace(built, IMAGE)["decoder"]
    assert len(hollow(graph)) < 0.2 * len(graph)
    weights = {name: tensor.numpy() for name, tensor in built.state_dict().items()}
    code = numbers(3, 16)
    filled = session(with_weights(hollow(graph), weights))(code)["x"]
    np.testing.assert_array_equal(filled, session(graph)(code)["x"])


@pytest.fixture(scope="module")
def vae():
    return model(AutoencoderConfig(latent_dim=3, body=BODIES["conv"]), IMAGE)


@pytest.fixture(scope="module")
def graphs(vae):
    return trace(vae, IMAGE)


def test_swapped_graph_is_the_freshly_traced_one(vae, graphs):
    second = model(vae.config, IMAGE, seed=7)
    weights = {name: tensor.numpy() for name, tensor in second.state_dict().items()}
    fresh = trace(second, IMAGE)
    for name, graph in graphs.items():
        assert with_weights(graph, weights) == fresh[name]


def test_weights_carry_their_state_dict_names(vae, graphs):
    state = vae.state_dict()
    for graph in graphs.values():
        held = weights_of(graph)
        assert held
        for name, values in held.items():
            np.testing.assert_array_equal(values, state[name].numpy())


def test_graph_tells_nothing_about_the_machine_that_traced_it(graphs):
    for graph in graphs.values():
        assert str(Path(__file__).parents[1]).encode() not in graph
        assert b".py" not in graph
        assert b"stack_trace" not in graph
        onnx.checker.check_model(graph)


def test_trace_leaves_a_model_in_training_as_it_was(vae):
    vae.train()
    before = {name: tensor.clone() for name, tensor in vae.state_dict().items()}
    trace(vae, IMAGE)
    assert vae.training
    assert all(torch.equal(tensor, before[name]) for name, tensor in vae.state_dict().items())
    vae.eval()


def test_trace_is_silent(vae, capfd):
    trace(vae, IMAGE)
    assert capfd.readouterr() == ("", "")


def test_trace_refuses_a_model_that_does_not_travel(vae):
    vae.travels = False
    try:
        with pytest.raises(CapabilityError, match="cannot be exported"):
            trace(vae, IMAGE)
    finally:
        del vae.travels
        vae.travels = True


def test_session_takes_any_number_of_rows_in_batches(graphs):
    decode = session(graphs["decoder"])
    codes = numbers(10, 3)
    np.testing.assert_allclose(decode(codes, batch=3)["x"], decode(codes)["x"], atol=1e-6)
    assert decode(codes[:0])["x"].shape == (0, *IMAGE)
    assert (decode.input, decode.input_shape, decode.outputs) == ("code", (3,), ("x",))


def test_with_weights_says_what_does_not_fit(vae, graphs):
    weights = {name: tensor.numpy() for name, tensor in vae.state_dict().items()}
    name = next(iter(weights_of(graphs["decoder"])))
    with pytest.raises(StoreError, match=f"weight '{name}', which the checkpoint does not hold"):
        with_weights(graphs["decoder"], {k: v for k, v in weights.items() if k != name})
    with pytest.raises(StoreError, match="has shape"):
        with_weights(graphs["decoder"], {**weights, name: np.zeros((1, 2, 3), np.float32)})


def test_with_weights_leaves_a_graphs_own_constants_alone(graphs):
    lone = onnx.load_from_string(graphs["decoder"])
    lone.graph.initializer.append(onnx.numpy_helper.from_array(np.float32([2.5]), CONSTANT + "c"))
    swapped = onnx.load_from_string(with_weights(lone.SerializeToString(), weights_of(graphs["decoder"])))
    assert swapped.graph.initializer[-1] == lone.graph.initializer[-1]


@pytest.mark.parametrize("graph", [b"", b"not a graph", b"\x08\x0a" + b"\xff" * 50])
def test_damaged_graph_is_one_sentence(graph):
    with pytest.raises(StoreError, match="cannot be read"):
        session(graph)
    if graph:
        with pytest.raises(StoreError):
            with_weights(graph, {})
