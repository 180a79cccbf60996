"""HTML of our own making: everything that comes from elsewhere is escaped on its way in."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


class Html(str):
    """Text that is HTML already: made here, from escaped parts."""

    __slots__ = ()


def markup(text: str) -> Html:
    """Return text as HTML that shows it letter for letter; what is HTML already stays."""
    return text if isinstance(text, Html) else Html(escape(text))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], about: str) -> Html:
    """Return a table whose first column names the rows.

    Parameters
    ----------
    head : sequence of str
        The columns' names; plain text is escaped, :class:`Html` is taken as it is.
    rows : sequence of sequences of str
        As many cells each as ``head`` has.
    about : str
        What the table holds, for screen readers.
    """
    top = "".join(f'<th scope="col">{markup(name)}</th>' for name in head)
    body = "".join(
        f'<tr><th scope="row">{markup(name)}</th>' + "".join(f"<td>{markup(cell)}</td>" for cell in cells) + "</tr>"
        for name, *cells in rows
    )
    return Html(
        f'<div class="gl-table" role="region" tabindex="0" aria-label="{escape(about)}"><table>'
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )
