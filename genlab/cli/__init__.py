"""``python -m genlab …``: parsing and printing only; the rooms below do the work.

One answer goes to standard output, as text for people or with ``--json`` as one JSON value; everything else goes to
standard error. A person's mistake ends with one sentence and status 2. Torch is loaded by the commands that need it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from genlab.cli.answers import INTERRUPTED, Answer
from genlab.cli.arguments import parse
from genlab.errors import GenlabError

MISTAKE, PIPE_CLOSED = 2, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    argv : sequence of str, optional
        Words after the program's name; by default those it was started with.

    Returns
    -------
    int
        Exit status: 0; 2 for a person's mistake; 130 when interrupted, or when a training was stopped before its end;
        141 when whoever read the answer stopped reading.
    """
    try:
        arguments = parse(sys.argv[1:] if argv is None else argv)
        with contextlib.redirect_stdout(sys.stderr):  # what libraries say is no part of the answer
            answer: Answer = arguments.command(arguments)
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # a terminal without × shows ?
        print(answer.as_json() if getattr(arguments, "json", False) else answer.text, flush=True)
        return answer.status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains on its way out
        return PIPE_CLOSED
    except GenlabError as error:
        print(error, file=sys.stderr)
        return MISTAKE
    except OSError as error:
        name = f"{Path(str(error.filename)).name}: " if error.filename else ""
        print(f"{name}{error.strerror or error}.", file=sys.stderr)
        return MISTAKE
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return INTERRUPTED
