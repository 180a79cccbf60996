"""``genlab project``: lay out a run's codes, with a bar while it takes its time."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from genlab.cli.answers import INTERRUPTED, Answer, known_suffix, save_arrays
from genlab.errors import ConfigError

if TYPE_CHECKING:
    from genlab.store import MapStatus

SETTINGS = ("perplexity", "exaggeration", "iterations", "neighbors", "seed")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the command's options; what they may be is checked by :class:`~genlab.analysis.maps.MapSpec`."""
    methods = "pca (the default), tsne, pacmap, umap (an optional extra) or raw axes"
    parser.add_argument("--method", metavar="METHOD", default="pca", help=methods)
    parser.add_argument("--space", metavar="SPACE", help="z; of a GAN also activations (its default) or outputs")
    parser.add_argument("--encoder", metavar="RUN", help="with --space outputs: whose encoder looks at them")
    parser.add_argument("--n-components", metavar="N", help="2 (the default) or 3")
    parser.add_argument("--perplexity", metavar="P", help="t-SNE: about how many neighbours count, 2 to 500 (30)")
    parser.add_argument("--exaggeration", metavar="E", help="t-SNE: attraction to the end, 1 to 12 (1)")
    parser.add_argument("--iterations", metavar="N", help="t-SNE: steps, 50 to 10,000 (600)")
    parser.add_argument("--neighbors", metavar="N", help="PaCMAP, UMAP: neighbours a point is drawn to, 2 to 100 (10)")
    parser.add_argument("--seed", metavar="S", help="t-SNE, PaCMAP, UMAP: equal seeds give equal maps (0)")
    parser.add_argument("--out", metavar="FILE", required=True, help="where to write, ending in .npz")


def project(arguments: argparse.Namespace) -> Answer:
    """Map a run's codes; a map that the run has already is written at once."""
    from genlab.cli.commands import open_store

    known_suffix(arguments.out, ".npz")
    run = open_store(arguments).run(arguments.run)
    import numpy as np
    from tqdm import tqdm

    from genlab.analysis.checkpoints import step_of
    from genlab.analysis.codes import named_labels
    from genlab.analysis.maps import SETTINGS as OF
    from genlab.analysis.maps import MapSpec, check_map, material, prepared_scene
    from genlab.jobs.projector import project as make
    from genlab.latent.pacmap import PacmapRun

    given = {name: getattr(arguments, name) for name in ("method", "space", "encoder", "n_components", *SETTINGS)}
    told = {name: value for name, value in given.items() if value is not None}
    for name in SETTINGS:
        if name in told and arguments.method in OF and name not in OF[arguments.method]:
            fitting = " or ".join(method for method, names in OF.items() if name in names)
            raise ConfigError(f"--{name} belongs to {fitting}; leave it out, or choose that by --method.")
    gan = run.spec.model.family == "gan"
    told.setdefault("space", "activations" if gan and arguments.method != "raw" else "z")
    spec = MapSpec.parse(told)
    check_map(spec, run)
    step = step_of(run)
    scene = prepared_scene(run, step)
    dim = material(spec, scene).shown.shape[1]  # too few rows are refused before a bar is drawn
    if spec.n_components > max(2, dim):  # a space of one dimension is laid along a line in the plane
        raise ConfigError(
            f"The space '{spec.space}' of run {run.id} has dimension {dim}, so its map has no third axis; leave out "
            "--n-components 3."
        )

    steps = PacmapRun.iterations if spec.method == "pacmap" else spec.iterations
    disable = None if spec.method in ("tsne", "pacmap") else True  # shown on a terminal only
    with tqdm(total=steps, unit="step", file=sys.stderr, disable=disable) as bar:

        def show(status: MapStatus) -> None:
            bar.update(status.iteration - bar.n)

        status = make(run, step, spec, show)
    found = run.projection(spec.key(run, step)).frame()
    assert found is not None  # a map that was made has a frame
    frame = found[1]
    names = run.facts.label_names
    arrays = {"embedding": frame["coords"], **named_labels(scene.labels, names, n=len(scene.codes))}
    if len(frame["real_coords"]):
        labels_of_real = named_labels(frame["real_labels"].astype(np.int64), names)["labels"]
        arrays |= {"real_embedding": frame["real_coords"], "real_labels": labels_of_real}
    save_arrays(arguments.out, arrays)
    facts = {
        "out": arguments.out,
        "run": run.id,
        "step": step,
        "method": spec.method,
        "space": spec.space,
        "state": status.state,
        "iteration": status.iteration,
        "kl": status.kl,
        "trustworthiness": status.trustworthiness,
        "knn_accuracy": status.knn_accuracy,
        "arrays": sorted(arrays),
    }
    return Answer(facts, f"Wrote {arguments.out}", 0 if status.state == "finished" else INTERRUPTED)
