"""What a person may choose about reading a file. One text for the form and for the command line's help."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from genlab.config import Config

MAX_SIDE_PX = 256
Fit = Literal["crop", "pad", "stretch"]
Background = Literal["white", "black"]


class ReadConfig(Config):
    """How files that leave a choice are read: tables (CSV) and pictures."""

    label_column: str = Field(
        "",
        max_length=200,
        description="Of a table: the column that names each row's class. Empty: no classes. Of a file of labels: the "
        "column of its classes, empty if it is the only one.",
    )
    columns: tuple[str, ...] = Field(
        (),
        max_length=4096,
        description="Of a table: the columns of numbers to learn from, with commas between. Empty: all of them.",
        json_schema_extra={"advanced": True},
    )
    missing: Literal["drop", "mean"] = Field(
        "drop",
        title="Missing values",
        description="Of a table: drop leaves out rows with an empty or NA cell; mean fills in the column's mean.",
    )
    size: int = Field(
        0,
        ge=0,
        le=MAX_SIDE_PX,
        description="Of pictures: side of the square they become. 0 keeps them as they are, if they are all alike.",
        json_schema_extra={"unit": "px"},
    )
    fit: Fit = Field(
        "crop",
        description="Of pictures that are not square: crop cuts the longer sides, pad adds a border, stretch distorts.",
    )
    color: Literal["auto", "grey", "colour"] = Field(
        "auto",
        title="Colour",
        description="Of pictures: auto is colour if any of them is in colour, else grey.",
    )
    background: Background = Field(
        "white",
        description="Of pictures: what is laid under transparent parts and around padded pictures.",
    )
