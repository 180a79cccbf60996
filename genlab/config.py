"""The base of every configuration: frozen, extra fields refused, JSON round trip, and one text for form and help.

A field's description is written once, in its ``Field(description=…)``: forms show it as the control's help, the command
line prints it under ``--set``.
"""

from __future__ import annotations

import re
import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Self, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo

from genlab.errors import ConfigError, closest


class Config(BaseModel):
    """A frozen, validated, JSON round-tripping configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    @classmethod
    def parse(cls, values: Mapping[str, Any]) -> Self:
        """Build from plain values.

        Raises
        ------
        ConfigError
            One sentence naming the field, what was received and what is allowed.
        """
        try:
            return cls.model_validate(dict(values))
        except ValidationError as error:
            raise ConfigError(_sentence(error)) from None

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Build from JSON text; raises :class:`ConfigError` as :meth:`parse` does."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            raise ConfigError(_sentence(error)) from None

    def to_json(self) -> str:
        """Return indented JSON that :meth:`from_json` reads back equal."""
        return self.model_dump_json(indent=2)

    def leaves(self) -> list[Leaf]:
        """Return every plain field below this configuration, nested ones with dotted paths, in order."""
        return _leaves(self, "")

    def override(self, changes: Mapping[str, Any]) -> Self:
        """Return a copy with fields changed.

        Parameters
        ----------
        changes : mapping of str to value or text
            A key is a field's own name where that is unique (``latent_dim``), else its dotted path
            (``model.body.hidden``). A choice between configurations (``body=conv``) takes the chosen one's defaults.

        Raises
        ------
        ConfigError
            For an unknown or ambiguous key, or a value the field refuses.
        """
        values = self.model_dump()
        # choices first, so that `body=conv channels=32` finds the chosen body's fields whatever the order
        config: Self = self
        pending = dict(changes)
        for key in list(pending):
            choice = _find(config._choices(), key)
            if choice is not None and isinstance(pending[key], str):
                _assign(values, choice.path, {choice.discriminator: pending.pop(key)})
                config = self.parse(values)
                values = config.model_dump()
        leaves = config.leaves()
        for key, value in pending.items():
            matches = [leaf for leaf in leaves if leaf.path == key] or [leaf for leaf in leaves if leaf.name == key]
            if not matches and (elsewhere := _elsewhere(config, key)) is not None:
                raise ConfigError(f"The setting '{key}' comes with {elsewhere}; choose that too, or leave it out.")
            if not matches:
                known = sorted({leaf.name for leaf in leaves})
                raise ConfigError(f"Unknown setting '{key}'. Known: {', '.join(known)}.{closest(key, known)}")
            if len(matches) > 1:
                raise ConfigError(
                    f"'{key}' names {len(matches)} settings; write one of: {', '.join(m.path for m in matches)}."
                )
            _assign(values, matches[0].path, matches[0].from_text(value) if isinstance(value, str) else value)
        return self.parse(values)

    def _choices(self, prefix: str = "") -> list[Choice]:
        found = []
        for name, info in type(self).model_fields.items():
            value = getattr(self, name)
            if isinstance(value, Config):
                if info.discriminator:
                    found.append(Choice(prefix + name, name, str(info.discriminator)))
                found += value._choices(f"{prefix}{name}.")
        return found


@dataclass(frozen=True)
class Choice:
    """A field that holds one of several configurations, told apart by its ``discriminator`` field."""

    path: str
    name: str
    discriminator: str


@dataclass(frozen=True)
class Leaf:
    """One plain field of a configuration, as a form or a help text shows it.

    Attributes
    ----------
    path : str
        Dotted path from the top configuration, such as ``model.latent_dim``.
    kind : {'int', 'float', 'bool', 'text', 'choice', 'ints'}
    value : object
        The value in force.
    minimum, maximum : float or None
        Inclusive bounds where the field has them.
    choices : tuple of str
        The allowed values of a ``choice``.
    unit : str
        Such as ``epochs`` or ``nats``; empty where it has none.
    advanced : bool
        True if a form hides it until asked.
    live : bool
        True if it may change while a training runs.
    """

    path: str
    name: str
    kind: str
    value: Any
    title: str
    description: str
    minimum: float | None
    maximum: float | None
    choices: tuple[str, ...]
    unit: str
    advanced: bool
    live: bool

    def from_text(self, text: str) -> Any:
        """Return typed-in text as what the field expects; what it cannot read is left for validation to refuse."""
        if self.kind == "ints":
            return [part.strip() for part in text.strip("()[] ").split(",") if part.strip()]
        return text


def _leaves(config: Config, prefix: str) -> list[Leaf]:
    found: list[Leaf] = []
    for name, info in type(config).model_fields.items():
        value = getattr(config, name)
        if isinstance(value, Config):
            found += _leaves(value, f"{prefix}{name}.")
            continue
        kind, choices = _kind(info.annotation)
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        if extra.get("hidden") or kind == "constant":
            continue
        minimum, maximum = _bounds(info)
        found.append(
            Leaf(
                path=prefix + name,
                name=name,
                kind=kind,
                value=value,
                title=info.title or name.replace("_", " ").capitalize(),
                description=info.description or "",
                minimum=minimum,
                maximum=maximum,
                choices=choices,
                unit=str(extra.get("unit", "")),
                advanced=bool(extra.get("advanced", False)),
                live=bool(extra.get("live", False)),
            )
        )
    return found


def _kind(annotation: Any) -> tuple[str, tuple[str, ...]]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(args[0])
    if origin in (Union, types.UnionType):
        return _kind(next(arg for arg in args if arg is not type(None)))
    if origin is Literal:
        return ("choice", tuple(str(arg) for arg in args)) if len(args) > 1 else ("constant", ())
    if origin is tuple:
        return "ints", ()
    plain = {bool: "bool", int: "int", float: "float"}
    return plain.get(annotation, "text"), ()


def _bounds(info: FieldInfo) -> tuple[float | None, float | None]:
    low: float | None = None
    high: float | None = None
    for rule in info.metadata:
        low = next((float(v) for v in (getattr(rule, "ge", None), getattr(rule, "gt", None)) if v is not None), low)
        high = next((float(v) for v in (getattr(rule, "le", None), getattr(rule, "lt", None)) if v is not None), high)
    return low, high


def _elsewhere(config: Config, key: str) -> str | None:
    """Return the choice that would bring a setting, as a person makes it: ``objective=iwae``; None if none does."""
    for field, info in type(config).model_fields.items():
        value = getattr(config, field)
        if not isinstance(value, Config):
            continue
        for other in _alternatives(info.annotation) if info.discriminator else ():
            if key in other.model_fields and not isinstance(value, other):
                return f"{field}={other.model_fields[str(info.discriminator)].default}"
        if (within := _elsewhere(value, key)) is not None:
            return within
    return None


def _alternatives(annotation: Any) -> list[type[Config]]:
    args = [arg for arg in get_args(annotation) if isinstance(arg, type) and issubclass(arg, Config)]
    return args or [kind for arg in get_args(annotation) for kind in _alternatives(arg)]


def _find(choices: list[Choice], key: str) -> Choice | None:
    matches = [choice for choice in choices if key in (choice.path, choice.name)]
    return matches[0] if len(matches) == 1 else None


def _assign(values: dict[str, Any], path: str, value: Any) -> None:
    *parents, last = path.split(".")
    for parent in parents:
        values = values[parent]
    values[last] = value


_NUMBER = re.compile(r"[-+]?[\d.]+(e[-+]?\d+)?", re.IGNORECASE)
_RULES = {
    "greater_than_equal": "must be >= {ge}",
    "greater_than": "must be > {gt}",
    "less_than_equal": "must be <= {le}",
    "less_than": "must be < {lt}",
    "literal_error": "must be {expected}",
    "union_tag_invalid": "must be one of {expected_tags}",
    "too_short": "takes at least {min_length} number(s)",
    "too_long": "takes at most {max_length} numbers",
    "extra_forbidden": "is no setting",
    "finite_number": "must be a finite number",
} | {
    f"{kind}_{fault}": f"must be {what}"
    for kind, what in (("int", "a whole number"), ("float", "a number"), ("bool", "true or false"))
    for fault in ("parsing", "type", "from_float", "parsing_size")
}
"""What pydantic's kinds of complaint come to, filled in from the complaint's context."""


def _sentence(error: ValidationError) -> str:
    """Turn pydantic's first complaint into one sentence that calls the field as a person does."""
    first = error.errors(include_url=False)[0]
    names = [part for part in first["loc"] if isinstance(part, str)]
    given = first.get("input")
    shown = ""
    if isinstance(given, str | int | float | bool):
        text = str(given)
        shown = f", got {text if _NUMBER.fullmatch(text) else repr(given)}"
    if names and first["type"] in _RULES:
        rule = _RULES[first["type"]].format(**first.get("ctx", {}))
        if isinstance(first["loc"][-1], int):
            rule = f"takes whole numbers with commas between, each of which {rule}"
        name = str(first["ctx"]["discriminator"]).strip("'") if first["type"] == "union_tag_invalid" else names[-1]
        return f"{name} {rule}{shown}."
    message = str(first["msg"]).removeprefix("Value error, ").rstrip(".")
    return f"{names[-1] if names else 'the configuration'}: {message[0].lower()}{message[1:]}{shown}."
