"""The words a person may type: commands, options, and the settings that ``--set`` takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from genlab.cli import commands, importing, mapping, own_data, taking, training
from genlab.cli.answers import Answer
from genlab.config import Leaf
from genlab.errors import ConfigError
from genlab.models.config import AutoencoderConfig, ConvConfig, GanConfig
from genlab.training.config import OBJECTIVE_CONFIGS, DataConfig, RunSpec
from genlab.training.presets import PRESETS


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the words after the program's name.

    Returns
    -------
    Namespace
        ``command``, a function from the namespace to an :class:`~genlab.cli.answers.Answer`, and the command's options;
        ``runs`` and ``json`` only where given.

    Raises
    ------
    ConfigError
        For words that make no command.
    """
    parser = _parser()
    try:
        return parser.parse_args(_with_negative_codes(argv))
    except SystemExit:  # --help was written; let a closed pipe show itself here
        print(end="", flush=True)
        raise


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise ConfigError(f"{message[0].upper()}{message[1:].rstrip('.')}; `{self.prog} --help` shows how.")


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False)  # on both sides of the command, so nothing is set where not given
    common.add_argument(
        "--runs", metavar="DIR", default=argparse.SUPPRESS, help="where runs are kept (else $GENLAB_RUNS, else ./runs)"
    )
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer with one JSON value")
    text = "Train small generative models and look at what they learned."
    parser = _Parser(prog="python -m genlab", parents=[common], description=text)
    added = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(name: str, command: Callable[[argparse.Namespace], Answer], text: str, epilog: str = "") -> _Parser:
        made = added.add_parser(
            name,
            parents=[common],
            help=text,
            description=f"{text[0].upper()}{text[1:]}.",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.set_defaults(command=command)
        return made

    data = add("data", commands.data, "describe a data set, by name or file")
    data.add_argument("data", metavar="NAME|PATH")
    data.add_argument(
        "--from", dest="by_hand", metavar="PATH", help="for a set that is downloaded: what you brought by hand"
    )
    train = add("train", training.train, "train a model", _settings())
    train.add_argument("--data", metavar="NAME|PATH", help=own_data.FORMS)
    train.add_argument("--model", metavar="PRESET", help=", ".join(PRESETS.names()))
    train.add_argument("--set", metavar="KEY=VALUE", nargs="+", action="extend", help="settings, listed below")
    train.add_argument("--epochs", metavar="N", type=int, help="passes over the training items")
    train.add_argument("--seed", metavar="S", type=int, help="equal seeds repeat a training")
    train.add_argument("--device", metavar="DEVICE", help="auto, cpu or cuda")
    train.add_argument("--name", metavar="NAME", help="what to call the run")
    train.add_argument("--resume", metavar="RUN", help="go on with a stopped, interrupted or failed run")
    train.add_argument(
        "--from", dest="parent", metavar="RUN", help="begin a new run at the last checkpoint of RUN, for --epochs more"
    )
    add("runs", commands.runs, "list the runs")
    encode = add("encode", commands.encode, "turn items into codes: arrays mu and labels")
    encode.add_argument("--data", metavar="NAME|PATH", required=True)
    for reading, prepares in ((data, True), (train, True), (encode, False)):
        own_data.add_options(reading, prepares)
    sample = add("sample", commands.sample, "draw new items: array x, or a sheet")
    sample.add_argument("-n", metavar="N", type=int, default=64, help="how many (64)")
    sample.add_argument("--seed", metavar="S", type=int, default=0, help="equal seeds draw equal items (0)")
    sample.add_argument(
        "--from",
        dest="source",
        choices=("data", "steady", "prior"),
        help="where codes are drawn: near the data's (data; of what has an encoder), from the prior less those whose "
        "picture is unsteady (steady; of GANs of pictures), or from the whole prior; by default as Explore draws",
    )
    decode = add("decode", commands.decode, "decode one code")
    decode.add_argument("--z", metavar="NUMBERS", required=True, help='the code, such as "0.1,-1.2"')
    project = add("project", mapping.project, "lay out codes as a map: arrays embedding and labels")
    mapping.add_options(project)
    for drawing in (sample, decode):
        drawing.add_argument("--class", dest="label", metavar="NAME", help="of a model that is told classes: of which")
        drawing.add_argument("--scale", metavar="N", type=int, help="of a .png: side of the square a pixel becomes")
    evaluate = add("evaluate", commands.evaluate, "measure a run on held-out items")
    for of_run in (encode, sample, decode, project, evaluate):
        of_run.add_argument("run", metavar="RUN", help="a run's id; `runs` lists them")
    for saving, endings in ((encode, ".npz"), (sample, ".npz or .png"), (decode, ".png or .npz")):
        saving.add_argument("--out", metavar="FILE", required=True, help=f"where to write, ending in {endings}")
    importing.add_options(add("import", importing.import_, "bring a model made elsewhere: codes and ONNX graphs"))
    taking.add_commands(add)
    serve = add("serve", commands.serve, "open the app on this machine")
    serve.add_argument("--port", metavar="N", type=int, default=8501, help="port on 127.0.0.1 (8501)")
    return parser


def _settings() -> str:
    """List every setting once, with the text its form shows."""
    data = DataConfig(name="digits")
    objectives = [kind() for kind in OBJECTIVE_CONFIGS]
    models = (AutoencoderConfig(), GanConfig(body=ConvConfig()))
    specs = [RunSpec(data=data, model=model) for model in models]
    specs += [RunSpec(data=data, objective=objective) for objective in objectives]
    leaves = {leaf.path: leaf for spec in reversed(specs) for leaf in spec.leaves()}
    del leaves["data.name"]  # --data chooses it
    lines = ["settings for --set, by their own names or as path.to.name:", ""]
    lines += ["  body=mlp|conv|patches", "      The network."]
    lines += [f"  objective={'|'.join(objective.objective for objective in objectives)}"]
    lines += ["      What the training lowers; takes the settings of the one chosen."]
    for leaf in sorted(leaves.values(), key=lambda leaf: leaf.name):
        lines += [f"  {leaf.name}={_allowed(leaf)}", f"      {leaf.description}"]
    return "\n".join(lines).replace("%", "%%")


def _allowed(leaf: Leaf) -> str:
    unit = f" {leaf.unit}" if leaf.unit else ""
    if leaf.choices:
        return "|".join(leaf.choices)
    if leaf.minimum is None or leaf.maximum is None:
        return {"bool": "true|false", "ints": f"whole numbers with commas between,{unit}"}.get(
            leaf.kind, leaf.kind + unit
        )
    return f"{leaf.minimum:.10g} to {leaf.maximum:.10g}{unit}"


def _with_negative_codes(argv: Sequence[str]) -> list[str]:
    """Let ``--z -0.1,1`` be a value: argparse takes what begins with a dash for an option."""
    words: list[str] = []
    for word in argv:
        if words and words[-1] == "--z" and word.startswith("-") and word[1:2] in tuple("0123456789."):
            words[-1] = f"--z={word}"
        else:
            words.append(word)
    return words
