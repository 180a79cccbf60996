"""The lines of our own code that did a phase, read from the generator that waits at the phase's end."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Generator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import CodeType, FrameType, FunctionType, GeneratorType, MethodType
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[2]
_CALL = re.compile(r"\b([A-Za-z_]\w*(?:\.\w+)*)\(")
_OPENS_YIELD = re.compile(r"\s*(if|else|elif|for|while)\b.*:\s*(#.*)?$")
"""A last line that only says when to give way."""
LONGEST = 45
"""Lines of a called function that are still shown."""


@dataclass(frozen=True)
class Lines:
    """A piece of source.

    Attributes
    ----------
    text : str
        The lines, without their common indent.
    file : str
        Relative to the checkout, with forward slashes.
    first : int
        Number of the first line, from 1.
    """

    text: str
    file: str
    first: int


def innermost(generator: Generator[Any, Any, Any]) -> GeneratorType[Any, Any, Any]:
    """Return the generator that really waits: ``yield from`` hands on to another."""
    found = cast("GeneratorType[Any, Any, Any]", generator)
    while isinstance(found.gi_yieldfrom, GeneratorType):
        found = found.gi_yieldfrom
    return found


def frame_of(generator: GeneratorType[Any, Any, Any]) -> FrameType:
    """Return the frame of a generator that waits."""
    assert generator.gi_frame is not None
    return generator.gi_frame


def lines_before(generator: GeneratorType[Any, Any, Any]) -> Lines:
    """Return the lines between the yield at which ``generator`` waits and the one above it in the text."""
    lines, first, body_first, yields = _parsed(generator.gi_code)
    here = frame_of(generator).f_lineno - first + 1  # from 1, within the function
    start = max([body_first, *(end + 1 for begin, end in yields if begin < here)])
    while start < here and not lines[start - 1].strip():
        start += 1
    above = lines[start - 1 : here - 1]
    while above and (not above[-1].strip() or _OPENS_YIELD.match(above[-1])):
        above.pop()
    text = textwrap.dedent("".join(above)).rstrip()
    return Lines(text, _place(generator.gi_code.co_filename), first + start - 1)


def called_in(lines: Lines, generator: GeneratorType[Any, Any, Any]) -> list[Lines]:
    """Return the source of our own short functions that ``lines`` call by name, each once, in order."""
    frame = frame_of(generator)
    scope = {**frame.f_globals, **frame.f_locals}
    found: dict[CodeType, Lines] = {}
    for name in _CALL.findall(re.sub(r"#.*", "", lines.text)):
        first, *rest = name.split(".")
        value = scope.get(first)
        for attribute in rest:
            value = getattr(value, attribute, None)
        function = inspect.unwrap(value.__func__ if isinstance(value, MethodType) else value) if value else None
        if isinstance(function, FunctionType) and function.__module__.startswith("genlab."):
            source, number = inspect.getsourcelines(function)
            if len(source) <= LONGEST and function.__code__ not in found:
                text = textwrap.dedent("".join(source)).rstrip()
                found[function.__code__] = Lines(text, _place(function.__code__.co_filename), number)
    return list(found.values())


@lru_cache(maxsize=64)
def _parsed(code: CodeType) -> tuple[list[str], int, int, list[tuple[int, int]]]:
    """Return a function's lines, its first line's number, where its body begins, and where its yields stand."""
    lines, first = inspect.getsourcelines(code)
    function = ast.parse(textwrap.dedent("".join(lines))).body[0]
    assert isinstance(function, ast.FunctionDef)
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    yields = [node for node in ast.walk(function) if isinstance(node, ast.Yield | ast.YieldFrom)]
    return lines, first, body[0].lineno, [(node.lineno, node.end_lineno or node.lineno) for node in yields]


def _place(file: str) -> str:
    path = Path(file)
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
