"""The pages: file, title, icon and address of each, for the navigation and for links between them."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit as st
from streamlit.navigation.page import Page

FOLDER = Path(__file__).resolve().parents[2] / "pages"
Name = Literal["explore", "train", "lab", "data", "runs", "misreading"]
_PAGES: dict[Name, tuple[str, str]] = {
    "explore": ("Explore", ":material/explore:"),
    "train": ("Train", ":material/model_training:"),
    "lab": ("Lab", ":material/science:"),
    "data": ("Data", ":material/dataset:"),
    "runs": ("Runs", ":material/list_alt:"),
    "misreading": ("Misreading t-SNE", ":material/psychology_alt:"),
}


def page(name: Name) -> Page:
    """Return the page called ``name``; its address is ``/`` and the name."""
    title, icon = _PAGES[name]
    return st.Page(FOLDER / f"{name}.py", title=title, icon=icon, url_path=name)


def pages() -> list[Page]:
    """Return the pages in the order of the navigation, and the way from ``/`` to the first of them.

    Streamlit's default page has no address of its own, and Explore is to be at ``/explore``: so the default is a hidden
    page that leads there, whatever run the address names.
    """
    return [*(page(name) for name in _PAGES), st.Page(_home, title="genlab", default=True, visibility="hidden")]


def link(name: Name, label: str, about: str, icon: str = "", disabled: bool = False, **parameters: str) -> None:
    """Show a link to a page, with parameters for its address; its icon is the page's unless another is given."""
    st.page_link(
        page(name),
        label=label,
        icon=icon or _PAGES[name][1],
        help=about,
        disabled=disabled,
        query_params=parameters or None,
    )


def _home() -> None:
    st.switch_page(page("explore"), query_params=st.query_params.to_dict() or None)
