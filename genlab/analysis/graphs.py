"""The ONNX graphs of a run: traced once, then given the weights of whichever checkpoint is asked for."""

from __future__ import annotations

from genlab.analysis.checkpoints import model_at, step_of
from genlab.errors import StoreError
from genlab.exports.graphs import with_weights
from genlab.store import Run


def ensure_graphs(run: Run) -> None:
    """Trace the run's model once and keep the graphs in the run; does nothing where they exist. Loads torch.

    Raises
    ------
    CapabilityError
        If the model cannot travel.
    StoreError
        If the run has no checkpoint, or cannot be written.
    """
    if run.is_imported or run.graph("decoder") is not None:
        return
    from genlab.exports.trace import trace

    graphs = trace(model_at(run), run.item_shape)
    for name in sorted(graphs, key="decoder".__eq__):  # the decoder last: where it is, all are
        run.put_graph(name, graphs[name])


def graph_at(run: Run, name: str, step: int | None = None) -> bytes:
    """Return a graph with the weights of a checkpoint, without torch.

    Parameters
    ----------
    name : {'decoder', 'enter', 'encoder'}
    step : int, optional
        The last checkpoint by default.

    Raises
    ------
    StoreError
        If the run holds no such graph (yet).
    """
    graph = run.graph(name)
    if graph is not None and run.is_imported:
        return graph
    if graph is None:
        raise StoreError(f"Run '{run.id}' has no {name} graph; it is written when a training begins and by `prepare`.")
    return with_weights(graph, run.checkpoint(step_of(run, step)).model)
