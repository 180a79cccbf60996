"""``python -m genlab …``: parsing and printing only; the rooms below do the work.

One answer goes to standard output, as text for people or with ``--json`` as one JSON value; everything else goes to
standard error. A person's mistake ends with one sentence and exit status 2. Torch is loaded by the commands that need it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import math
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from genlab.errors import CapabilityError, ConfigError, DataError, GenlabError, StoreError, TrainingError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from genlab.data.dataset import Dataset
    from genlab.store import Run, Store
    from genlab.training.config import DataConfig

INTERRUPTED, PIPE_CLOSED = 130, 141
APP = Path(__file__).resolve().parent.parent / "app.py"


@dataclass(frozen=True)
class Answer:
    """What a command found: ``value`` for ``--json``, ``text`` for people, and the exit status."""

    value: object
    text: str
    status: int = 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, 2 for a person's mistake, 130 when interrupted."""
    try:
        arguments = _parser().parse_args(_with_negative_values(sys.argv[1:] if argv is None else argv))
        with contextlib.redirect_stdout(sys.stderr):
            answer: Answer = arguments.command(arguments)
        as_json = getattr(arguments, "json", False)
        print(json.dumps(_plain(answer.value), ensure_ascii=False) if as_json else answer.text, flush=True)
        return answer.status
    except BrokenPipeError:
        # whoever read the answer has seen enough; keep Python from complaining when it closes standard output
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except GenlabError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        name = f"{Path(str(error.filename)).name}: " if error.filename else ""
        print(f"{name}{error.strerror or error}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED


# commands


def _data(arguments: argparse.Namespace) -> Answer:
    from genlab.data.resolve import resolve
    from genlab.data.summary import class_counts, describe

    dataset = resolve(arguments.data, arguments.labels)
    facts, counts = describe(dataset), class_counts(dataset)
    shown = {**facts, "item_shape": _shape(dataset.item_shape), "n_items": f"{len(dataset):,}"}
    classes = [(f"class {name}", f"{count:,}") for name, count in counts.items()]
    return Answer({**facts, "class_counts": counts}, _table([*shown.items(), *classes]))


def _train(arguments: argparse.Namespace) -> Answer:
    store = _store(arguments)
    run = _resumed(store, arguments) if arguments.resume else _created(store, arguments)
    from tqdm import tqdm

    from genlab.jobs.worker import train

    print(f"Run {run.id}", file=sys.stderr)
    with tqdm(unit="step", disable=None, dynamic_ncols=True) as bar, _stopping(run) as interrupted:

        def show(report: Any) -> None:
            bar.total = run.status().total_steps or None
            bar.set_postfix({name: f"{value:.4g}" for name, value in report.values.items()}, refresh=False)
            bar.update(report.step - bar.n)

        train(run, on_report=show)
    status = run.status()
    if status.state == "failed":
        raise TrainingError(status.error or f"Run {run.id} failed.")
    last = next((record for record in reversed(run.metrics()) if "values" in record), {})
    figures = last.get("values", {})
    held_out = next((r["held_out"] for r in reversed(run.metrics()) if r.get("held_out")), {})
    value = {
        "run": run.id,
        "name": run.name,
        "state": status.state,
        "step": status.step,
        "epoch": status.epoch,
        "seconds": status.seconds,
        **figures,
        "held_out": held_out,
    }
    head = f"Run {run.id} {status.state} after {status.epoch:g} epochs, {status.seconds:.1f} s"
    rows = [(name, f"{number:.4g}") for name, number in figures.items()]
    rows += [(f"held-out {name}", f"{number:.4g}") for name, number in held_out.items()]
    return Answer(value, f"{head}\n{_table(rows)}".rstrip(), INTERRUPTED if interrupted else 0)


def _runs(arguments: argparse.Namespace) -> Answer:
    found = _store(arguments).runs()
    value = [
        {
            "run": run.id,
            "name": run.name,
            "state": run.state,
            "epoch": run.epoch,
            "total_epochs": run.total_epochs,
            "preset": run.preset,
            "data": run.data,
            "gallery": run.gallery,
            "error": run.error,
        }
        for run in found
    ]
    rows = [
        (run.id, run.state, f"{run.epoch:g}/{run.total_epochs:g}" if run.total_epochs else "", run.name, run.error)
        for run in found
    ]
    return Answer(value, _table([("RUN", "STATE", "EPOCH", "NAME", ""), *rows]) if rows else "No runs yet.")


def _encode(arguments: argparse.Namespace) -> Answer:
    _suffix(arguments.out, ".npz")
    run = _store(arguments).run(arguments.run)
    from genlab.data.resolve import resolve

    dataset = resolve(arguments.data, arguments.labels)
    if run.spec.model.family == "gan":
        raise CapabilityError(f"Run {run.id} is a GAN, which has no encoder; encode with an autoencoder or a VAE.")
    if dataset.item_shape != run.item_shape:
        raise DataError(
            f"Run {run.id} learned items of shape {_shape(run.item_shape)}, but those of '{dataset.name}' have shape "
            f"{_shape(dataset.item_shape)}; give items of the run's shape."
        )
    from genlab.analysis.checkpoints import model_at
    from genlab.analysis.codes import encode

    arrays = encode(model_at(run), dataset)
    del arrays["rows"]
    _save_arrays(arguments.out, arrays)
    return _saved(arguments.out, run, {"n_items": len(dataset), "arrays": sorted(arrays)})


def _sample(arguments: argparse.Namespace) -> Answer:
    suffix = _suffix(arguments.out, ".npz", ".png")
    run = _store(arguments).run(arguments.run)
    from genlab.analysis.checkpoints import model_at, step_of
    from genlab.analysis.pictures import draw
    from genlab.analysis.sampling import sample

    found = sample(model_at(run), arguments.n, arguments.seed)
    if suffix == ".npz":
        _save_arrays(arguments.out, found)
    else:
        _save(arguments.out, draw(found["x"], {"Run": run.id, "Step": step_of(run), "Seed": arguments.seed}))
    return _saved(arguments.out, run, {"n": arguments.n, "seed": arguments.seed})


def _decode(arguments: argparse.Namespace) -> Answer:
    suffix = _suffix(arguments.out, ".npz", ".png")
    z = _numbers(arguments.z)
    run = _store(arguments).run(arguments.run)
    if len(z) != run.spec.model.latent_dim:
        raise ConfigError(f"--z must have {run.spec.model.latent_dim} numbers for run {run.id}, got {len(z)}.")
    import numpy as np

    from genlab.analysis.decoding import decoder_of
    from genlab.analysis.graphs import ensure_graphs
    from genlab.analysis.pictures import sample_png

    ensure_graphs(run)
    point = np.array(z, dtype=np.float32)
    if suffix == ".npz":
        _save_arrays(arguments.out, {"x": decoder_of(run).items(point), "z": point[None]})
    else:
        _save(arguments.out, sample_png(run, point))
    return _saved(arguments.out, run, {"z": z})


def _evaluate(arguments: argparse.Namespace) -> Answer:
    run = _store(arguments).run(arguments.run)
    from genlab.analysis.evaluation import evaluate

    figures = evaluate(run)
    rows = [(name, f"{value:.5g}") for name, value in figures.items()]
    return Answer(figures, _table(rows) if rows else f"No measure applies to run {run.id} yet.")


def _serve(arguments: argparse.Namespace) -> Answer:
    if not APP.is_file():
        raise StoreError("app.py is not beside the genlab package; serve from a clone of the repository.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", arguments.port))
        except (OSError, OverflowError) as error:
            raise ConfigError(
                f"Port {arguments.port} cannot be used ({getattr(error, 'strerror', None) or error}); give another with --port."
            ) from None
    environment = dict(os.environ)
    if getattr(arguments, "runs", None) is not None:
        environment["GENLAB_RUNS"] = str(Path(arguments.runs).absolute())
    command = [sys.executable, "-m", "streamlit", "run", str(APP)]
    command += ["--server.address=127.0.0.1", f"--server.port={arguments.port}"]
    with contextlib.suppress(KeyboardInterrupt):  # the server got it too and ends by itself
        status = subprocess.run(command, env=environment, cwd=APP.parent, check=False).returncode  # noqa: S603
        return Answer({"status": status}, "", status)
    return Answer({"status": INTERRUPTED}, "", INTERRUPTED)


# training


def _created(store: Store, arguments: argparse.Namespace) -> Run:
    if arguments.data is None or arguments.model is None:
        raise ConfigError("A training needs --data and --model, or --resume with a run to go on with.")
    from genlab.training.presets import PRESETS, spec_for

    PRESETS.get(arguments.model)  # an unknown name is told before a large file is read
    changes: dict[str, str] = {}
    for setting in arguments.set or []:
        key, equals, text = setting.partition("=")
        if not equals or not key:
            raise ConfigError(f"--set takes key=value, got '{setting}'.")
        changes[key.strip()] = text.strip()
    flags = {"epochs": arguments.epochs, "training.seed": arguments.seed, "device": arguments.device}
    changes |= {key: str(value) for key, value in flags.items() if value is not None}
    dataset, data = _opened(store, arguments.data, arguments.labels)
    return store.create_run(spec_for(arguments.model, dataset, data, changes), name=arguments.name)


def _resumed(store: Store, arguments: argparse.Namespace) -> Run:
    given = [name for name in ("data", "labels", "model", "set", "epochs", "seed", "device") if getattr(arguments, name)]
    if given:
        raise ConfigError(f"--resume goes on with the run's own settings; leave out --{given[0]}.")
    run = store.run(arguments.resume)
    state = run.status().state
    if state in ("finished", "running", "paused"):
        raise ConfigError(f"Run {run.id} is {state}, so there is nothing to resume.")
    return run


def _opened(store: Store, name: str, labels: str | None) -> tuple[Dataset, DataConfig]:
    """Open a named data set, an own one by id, or a file, which the store then keeps."""
    from genlab.data.named import DATASETS
    from genlab.data.resolve import resolve
    from genlab.training.config import DataConfig

    own = labels is None and any(known.id == name for known in store.datasets())
    if not own:
        dataset = resolve(name, labels)
        if name in DATASETS:
            return dataset, DataConfig(name=name)
        name = store.add_dataset(dataset)
    data = DataConfig(name=name, own=True)
    return store.dataset(data), data


@contextlib.contextmanager
def _stopping(run: Run) -> Iterator[list[int]]:
    """Turn the first Ctrl-C into an order to stop, so that a checkpoint is kept; the second ends at once."""
    caught: list[int] = []

    def handle(number: int, frame: FrameType | None) -> None:
        caught.append(number)
        if len(caught) > 1:
            raise KeyboardInterrupt
        print("\nStopping; the last state is kept. Once more to end at once.", file=sys.stderr)
        with contextlib.suppress(StoreError):  # it ended by itself meanwhile
            run.order("stop")

    try:
        before = signal.signal(signal.SIGINT, handle)
    except ValueError:  # not the main thread, which alone hears signals
        yield caught
        return
    try:
        yield caught
    finally:
        signal.signal(signal.SIGINT, before)


# reading what was typed


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise ConfigError(f"{message[0].upper()}{message[1:].rstrip('.')}; `{self.prog} --help` shows how.")


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--runs", metavar="DIR", default=argparse.SUPPRESS, help="where runs are kept (else $GENLAB_RUNS, else ./runs)"
    )
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer with one JSON value")
    parser = _Parser(
        prog="python -m genlab", parents=[common], description="Train small generative models and look at what they learned."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, command: Callable[[argparse.Namespace], Answer], text: str, epilog: str = "") -> _Parser:
        form = argparse.RawDescriptionHelpFormatter
        made = commands.add_parser(name, parents=[common], help=text, description=text, epilog=epilog, formatter_class=form)
        made.set_defaults(command=command)
        return made

    data = add("data", _data, "describe a data set, by name or file")
    data.add_argument("data", metavar="NAME|PATH")
    train = add("train", _train, "train a model", _settings_help())
    train.add_argument("--data", metavar="NAME|PATH", help="a known data set, or an IDX, NPY or NPZ file of your own")
    train.add_argument("--model", metavar="PRESET", help=_presets())
    train.add_argument(
        "--set", metavar="KEY=VALUE", nargs="+", action="extend", help="change settings, which are listed below"
    )
    train.add_argument("--epochs", metavar="N", type=int, help="passes over the training items")
    train.add_argument("--seed", metavar="S", type=int, help="equal seeds repeat a training")
    train.add_argument("--device", metavar="DEVICE", help="auto, cpu or cuda")
    train.add_argument("--name", metavar="NAME", default="", help="what to call the run")
    train.add_argument("--resume", metavar="RUN", help="go on with a stopped or interrupted run")
    add("runs", _runs, "list the runs")
    encode = add("encode", _encode, "turn items into codes: arrays mu and labels")
    encode.add_argument("--data", metavar="NAME|PATH", required=True)
    for with_labels in (data, train, encode):
        with_labels.add_argument("--labels", metavar="PATH", help="an IDX or NPY file of class numbers")
    sample = add("sample", _sample, "draw new items: array x, or a sheet")
    sample.add_argument("-n", metavar="N", type=int, default=64, help="how many (64)")
    sample.add_argument("--seed", metavar="S", type=int, default=0, help="equal seeds draw equal items (0)")
    decode = add("decode", _decode, "decode one code")
    decode.add_argument("--z", metavar="NUMBERS", required=True, help='the code, such as "0.1,-1.2"')
    evaluate = add("evaluate", _evaluate, "measure a run on held-out items")
    for of_run in (encode, sample, decode, evaluate):
        of_run.add_argument("run", metavar="RUN", help="a run's id; `runs` lists them")
    for saving, kinds in ((encode, ".npz"), (sample, ".npz or .png"), (decode, ".png or .npz")):
        saving.add_argument("--out", metavar="FILE", required=True, help=f"where to write, ending in {kinds}")
    serve = add("serve", _serve, "open the app on this machine")
    serve.add_argument("--port", metavar="N", type=int, default=8501, help="port on 127.0.0.1 (8501)")
    return parser


def _presets() -> str:
    from genlab.training.presets import PRESETS

    return ", ".join(PRESETS.names())


def _settings_help() -> str:
    """List every setting once, with the text its form shows."""
    from genlab.config import Leaf
    from genlab.models.config import AutoencoderConfig, ConvConfig, GanConfig, MlpConfig
    from genlab.training.config import DataConfig, NonSaturatingConfig, RunSpec

    data = DataConfig(name="digits")
    specs = [
        RunSpec(data=data, model=AutoencoderConfig(body=MlpConfig())),
        RunSpec(data=data, model=GanConfig(body=ConvConfig()), objective=NonSaturatingConfig()),
    ]
    leaves: dict[str, Leaf] = {leaf.path: leaf for spec in reversed(specs) for leaf in spec.leaves()}
    lines = ["settings for --set:", "  body", "      The network: mlp or conv."]
    for leaf in sorted(leaves.values(), key=lambda leaf: leaf.name):
        bounds = [f"{leaf.minimum:g}" if leaf.minimum is not None else "", f"{leaf.maximum:g}" if leaf.maximum else ""]
        allowed = "|".join(leaf.choices) or (" to ".join(bounds) if all(bounds) else leaf.kind)
        lines += [f"  {leaf.name}={allowed}{f' ({leaf.unit})' if leaf.unit else ''}", f"      {leaf.description}"]
    return "\n".join(lines).replace("%", "%%")


def _with_negative_values(argv: Sequence[str]) -> list[str]:
    """Let ``--z -0.1,1`` be a value: argparse takes what begins with a dash for an option."""
    joined: list[str] = []
    for word in argv:
        if joined and joined[-1] == "--z" and word[:1] == "-" and word[1:2] in (*"0123456789.", "i", "n"):
            joined[-1] = f"--z={word}"
        else:
            joined.append(word)
    return joined


def _numbers(text: str) -> list[float]:
    try:
        numbers = [float(part) for part in text.strip().strip("[]()").split(",")]
    except ValueError:
        raise ConfigError(f"--z takes numbers separated by commas, such as \"0.1,-1.2\", got '{text[:60]}'.") from None
    if not all(math.isfinite(number) for number in numbers):
        raise ConfigError(f"--z takes finite numbers, got '{text[:60]}'.")
    return numbers


def _store(arguments: argparse.Namespace) -> Store:
    from genlab.store import default_store

    place = getattr(arguments, "runs", None)
    return default_store(Path(place) if place is not None else None)


# writing


def _suffix(path: str, *known: str) -> str:
    suffix = Path(path).suffix.lower()
    if suffix not in known:
        raise ConfigError(f"--out must end in {' or '.join(known)}, got '{Path(path).name}'.")
    return suffix


def _save(path: str, data: bytes) -> None:
    from genlab.store.files import write

    write(Path(path), data)


def _save_arrays(path: str, arrays: Mapping[str, NDArray[np.generic]]) -> None:
    import numpy as np

    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)  # type: ignore[arg-type]
    _save(path, buffer.getvalue())


def _saved(path: str, run: Run, facts: Mapping[str, object]) -> Answer:
    return Answer({"out": path, "run": run.id, **facts}, f"Wrote {path}")


def _shape(shape: Sequence[int]) -> str:
    return "×".join(map(str, shape))


def _table(rows: Sequence[Sequence[object]]) -> str:
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)


def _plain(value: object) -> object:
    """Return ``value`` as JSON can hold it: a number that is not finite becomes null."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
