"""Colours of classes, those of ``explorer/web/src/map/colors.ts``: a class looks the same on every map."""

LIGHT = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#aa3377",
    "#56b4e9",
    "#b8860b",
    "#332288",
    "#e377c2",
    "#6b8e23",
    "#5f6368",
)
DARK = (
    "#5aa9f0",
    "#ff8a4c",
    "#2fcf9f",
    "#e36fb3",
    "#a6dcff",
    "#f0c419",
    "#a99bff",
    "#ffb3de",
    "#b7d968",
    "#c4c7cc",
)


def class_color(label: int, dark: bool) -> str:
    """Return a class's colour as ``#rrggbb``."""
    palette = DARK if dark else LIGHT
    return palette[label % len(palette)]
