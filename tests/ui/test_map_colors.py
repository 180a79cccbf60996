"""A class has one colour, in the browser's maps and in the charts."""

import re
from pathlib import Path

import pytest

from genlab.ui import map_colors

BROWSER = Path(__file__).resolve().parents[2] / "genlab/explorer/web/src/map/colors.ts"


@pytest.mark.parametrize("palette", ["LIGHT", "DARK"])
def test_colours_are_those_of_the_browser(palette):
    written = re.search(rf"const {palette} = \[(.*?)\];", BROWSER.read_text(), re.DOTALL)
    assert tuple(re.findall(r'"(#\w{6})"', written[1])) == getattr(map_colors, palette)
