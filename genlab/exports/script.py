"""A Python script that trains a run again: its spec in full, and the few lines that carry it out."""

from __future__ import annotations

import shlex
from pprint import pformat

from genlab import __version__
from genlab.data.dataset import Dataset
from genlab.data.named import REMOTES
from genlab.data.preprocess import Recipe
from genlab.errors import GenlabError
from genlab.exports.weights import fingerprint
from genlab.store import Run
from genlab.training.config import RunSpec
from genlab.training.presets import PRESETS, spec_for

_SCRIPT = '''"""Train a run of genlab again; written by genlab %(version)s.

    python %(call)s

makes a new run in $GENLAB_RUNS (else ./runs), trains it from the start, and tells whether its weights are those of the
run this was written for. On the same machine with the same versions they are equal bit for bit; elsewhere sums round
otherwise.%(note)s
"""

import sys

%(imports)s

RUN, NAME, STEP = %(run)s, %(name)s, %(step)d
WEIGHTS = %(weights)s  # SHA-256 of names and numbers

SPEC = %(spec)s
%(recipe)s%(command)s

def main() -> None:
    store = default_store()
    spec = RunSpec.parse(SPEC)
%(data)s    run = store.create_run(spec, name=f"{NAME}, again")
    print(f"Training run {run.id} in {store.root} ...", file=sys.stderr)
    train(run)
    if STEP not in run.checkpoints():
        print(f"Run {run.id} is trained. Run {RUN} was taken at step {STEP:,}, which this one has not kept.")
    elif fingerprint(run, STEP) == WEIGHTS:
        print(f"Run {run.id} is trained: its weights equal those of run {RUN} bit for bit.")
    else:
        print(f"Run {run.id} is trained: its weights differ from those of run {RUN} (other versions or processor?).")


if __name__ == "__main__":
    try:
        main()
    except GenlabError as error:
        sys.exit(str(error))
'''

_DOWNLOADED = """    bring(store, spec.data.name)
"""
_OWN_DATA = """    given = sys.argv[1:3]
    if given or spec.data.name not in {known.id for known in store.sets.all()}:
        recipe = Recipe.parse(RECIPE)
        first = recipe.links[0]
        if given:
            data = resolve(*given, config=first.read)
        elif first.read is None and is_known(first.of):
            data = bring(store, first.of)
        else:
            sys.exit(
                f"The data of this run are not in {store.root}; give their file or folder, and their file of labels if "
                "they had one: python retrain.py DATA [LABELS]"
            )
        for link in recipe.links:
            data, made = prepare(data, link.prepare, link.read)
        if data.fingerprint != DATA:
            sys.exit(
                "These are other data than the run learned from; if the labels had a file of their own, give it too: "
                "python retrain.py DATA LABELS"
            )
        spec = spec.override({"data.name": store.sets.add(data, made)})
"""


def retrain_script(run: Run, step: int) -> str:
    """Return the script that trains a run again.

    Raises
    ------
    BrokenRunError
        If there is no such checkpoint, or it is damaged.
    """
    spec = run.spec
    imports = [
        "from genlab.errors import GenlabError",
        "from genlab.exports.weights import fingerprint",
        "from genlab.jobs.worker import train",
        "from genlab.store import default_store",
        "from genlab.training.config import RunSpec",
    ]
    recipe = data = ""
    if spec.data.own:
        data = _OWN_DATA
        imports = [
            "from genlab.data.named import is_known",
            "from genlab.data.preprocess import Recipe, prepare",
            "from genlab.data.resolve import resolve",
            *imports,
        ]
        done = run.facts.recipe or Recipe(of=run.facts.name)
        recipe = f"DATA = {run.facts.fingerprint!r}  # SHA-256 of items and labels\n"
        recipe += f"\nRECIPE = {pformat(done.model_dump(mode='json'), sort_dicts=False, width=110)}\n"
    elif spec.data.name in REMOTES:
        data = _DOWNLOADED
    if data:
        imports.insert(-3, "from genlab.jobs.download import bring")
    return _SCRIPT % {
        "version": __version__,
        "call": "retrain.py [DATA [LABELS]]" if spec.data.own else "retrain.py",
        "note": _note(run),
        "imports": "\n".join(imports),
        "run": repr(run.id),
        "name": ascii(run.name),
        "step": step,
        "weights": repr(fingerprint(run, step)),
        "spec": pformat(spec.model_dump(mode="json"), sort_dicts=False, width=110),
        "recipe": recipe,
        "command": _command_comment(run),
        "data": data,
    }


def command(run: Run) -> list[str] | None:
    """Return the words after ``python -m genlab`` that train the same, or None where no preset leads there.

    Own data stand by the id under which the store keeps them.
    """
    spec = run.spec
    try:
        dataset = run.dataset()
        changes = differences(spec, dataset)
    except GenlabError:
        return None
    if changes is None:
        return None
    words = ["train", "--data", spec.data.name, "--model", spec.preset]
    return [*words, "--set", *(f"{key}={value}" for key, value in changes.items())] if changes else words


def differences(spec: RunSpec, dataset: Dataset) -> dict[str, str] | None:
    """Return the settings that lead from a spec's preset to the spec, as ``--set`` takes them; None if none do."""
    if spec.preset not in PRESETS.names():
        return None
    base = spec_for(spec.preset, dataset, spec.data)
    changes: dict[str, str] = {}
    for group in ("model", "objective"):
        for path, value in _kinds(getattr(spec, group).model_dump(), group).items():
            if _kinds(getattr(base, group).model_dump(), group).get(path) not in (None, value):
                changes[path] = value
    if changes:
        base = base.override(changes)
    before = {leaf.path: leaf.value for leaf in base.leaves()}
    names = [leaf.name for leaf in spec.leaves()]
    for leaf in spec.leaves():
        if leaf.path in before and before[leaf.path] != leaf.value:
            key = leaf.name if names.count(leaf.name) == 1 else leaf.path
            value = leaf.value
            changes[key] = (
                ",".join(map(str, value))
                if isinstance(value, tuple)
                else str(value).lower()
                if isinstance(value, bool)
                else str(value)
            )
    return changes if spec_for(spec.preset, dataset, spec.data, changes) == spec else None


def _kinds(values: dict[str, object], path: str) -> dict[str, str]:
    """Return which body was chosen, by its path: the one choice between configurations inside a model."""
    body = values.get("body")
    return {f"{path}.body": str(body["body"])} if isinstance(body, dict) else {}


def _command_comment(run: Run) -> str:
    words = command(run)
    if words is None:
        return ""
    lines = ["", "# The same from the command line:", "#   python -m genlab"]
    for word in map(shlex.quote, words):
        if len(lines[-1]) + len(word) > 110:
            lines[-1] += " \\"
            lines.append("#      ")
        lines[-1] += f" {word}"
    return "\n".join(lines) + "\n"


def _note(run: Run) -> str:
    """Say what the spec alone cannot repeat."""
    note = ""
    changed = [record["payload"] for record in run.metrics() if record.get("event") == "set"]
    if changed:
        names = ", ".join(sorted({str(name) for payload in changed for name in payload}))
        note += f" While it ran, settings were changed by hand\n({names}); this script keeps to those it began with."
    if run.meta.parent and run.spec.training.anneal:
        note += (
            f"\nThe run went on from step {run.meta.parent_step:,} of another run. This script trains both as one, "
            "whose\nlearning rates fall once, at its end, so its weights may differ."
        )
    return note
