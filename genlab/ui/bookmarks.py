"""Bookmarks on the Explore page: kept from the view, opened by ``?bookmark=``, listed below the map."""

from __future__ import annotations

import base64
import binascii
import io
import secrets
import time
from urllib.parse import urlsplit, urlunsplit

import streamlit as st
from PIL import Image

from genlab.errors import ConfigError, DataError, GenlabError
from genlab.explorer.messages import Kept, Moment
from genlab.store import Bookmark, Store
from genlab.ui.explorer_host import kept_bookmark, recall_moment
from genlab.ui.picker import PARAMETER as RUN
from genlab.ui.scenes import Scene
from genlab.ui.words import note, plain, say, say_briefly, warn

PARAMETER = "bookmark"
PICTURE_SIDE_PX = 1024
MOST_SHOWN = 12
_OPENED = "bookmarks.opened"
_DELETED = "bookmarks.deleted"
_LINKED = "bookmarks.linked"
_FOLLOW = "bookmarks.follow"


def opened(store: Store) -> Bookmark | None:
    """Follow a bookmark in the address; return it while its run and checkpoint are what the page shows.

    Called before the page chooses its run. A bookmark is opened once: from there the person goes on as they like. One
    that is not there, or whose run is gone, is answered by a sentence.
    """
    wanted = st.query_params.get(PARAMETER)
    if wanted is None:
        return None
    found: Bookmark | None = st.session_state.get(_OPENED)
    if found is None or found.id != wanted:
        found = _open(store, wanted)
        if found is None:
            del st.query_params[PARAMETER]
            return None
        st.session_state[_OPENED] = found
        st.query_params[RUN] = found.run
    if st.query_params.get(RUN, found.run) != found.run:  # another run was chosen since
        del st.query_params[PARAMETER]
        return None
    return found


def follow_wanted() -> None:
    """Have the whole page follow the bookmark whose button was pressed in the list: it may be of another checkpoint."""
    wanted = st.session_state.pop(_FOLLOW, None)
    if wanted is not None:
        st.query_params[PARAMETER] = wanted
        st.rerun()


def bookmarks(store: Store, shown: Scene) -> None:
    """Keep what the view sent, and list the bookmarks of this run; inside the explorer's fragment."""
    sent = kept_bookmark("explorer")
    if sent is not None:
        try:
            made = keep(store, shown, sent)
            note(f"Kept: {made.note or 'a bookmark'}", ":material/bookmark_added:")
            st.session_state[_LINKED] = made.id
        except GenlabError as error:
            say(error)
    st.caption("Reloading the page or going back forgets point, pins and selection; a bookmark keeps them.")
    found = store.bookmarks.of_run(shown.run.id)
    _undo(store)
    if not found:
        return
    with st.expander(
        f"Bookmarks of this model: {len(found)}", icon=":material/bookmarks:", expanded=_LINKED in st.session_state
    ):
        for bookmark in found[:MOST_SHOWN]:
            _entry(store, bookmark)
        if len(found) > MOST_SHOWN:
            st.caption(f"The last {MOST_SHOWN} of {len(found)} are listed; a link opens the older ones too.")


def keep(store: Store, shown: Scene, sent: object) -> Bookmark:
    """Check what a browser sent and keep it.

    Raises
    ------
    ConfigError, DataError
        If it is no bookmark of this scene.
    StoreError
        If it cannot be kept.
    """
    kept = Kept.parse(sent if isinstance(sent, dict) else {})
    if len(kept.moment.settled.z) != shown.codes.shape[1]:
        raise DataError("The bookmark is of another model; keep it anew.")
    return store.bookmarks.keep(
        run=shown.run.id,
        step=shown.step,
        projection=kept.moment.map.model_dump(mode="json"),
        moment=kept.moment.model_dump(mode="json"),
        note=kept.note,
        picture=checked_picture(kept.picture),
    )


def checked_picture(url: str) -> bytes:
    """Return the picture of a data URL, drawn anew as WebP: nothing of a browser's bytes is kept.

    Raises
    ------
    DataError
        If it is no PNG or WebP, or larger than 1,024 px.
    """
    head, _, body = url.partition(",")
    if head not in ("data:image/png;base64", "data:image/webp;base64"):
        raise DataError("A bookmark's picture must be a PNG or WebP; keep the bookmark anew.")
    try:
        with Image.open(io.BytesIO(base64.b64decode(body, validate=True)), formats=["PNG", "WEBP"]) as picture:
            if max(picture.size) > PICTURE_SIDE_PX:
                raise DataError(f"A bookmark's picture has at most {PICTURE_SIDE_PX:,} px a side, got {picture.size}.")
            file = io.BytesIO()
            picture.convert("RGB").save(file, "WEBP", quality=85)
    except (OSError, ValueError, SyntaxError, binascii.Error, Image.DecompressionBombError) as error:
        if isinstance(error, DataError):
            raise
        raise DataError("A bookmark's picture cannot be read; keep the bookmark anew.") from None
    return file.getvalue()


def link_of(bookmark_id: str) -> str:
    """Return the address that opens a bookmark, whoever opens it."""
    here = urlsplit(st.context.url or "")
    return urlunsplit((here.scheme, here.netloc, here.path or "/explore", f"{PARAMETER}={bookmark_id}", ""))


def _open(store: Store, wanted: str) -> Bookmark | None:
    try:
        found = store.bookmarks.read(wanted)
        store.run(found.run)
        moment = Moment.parse(found.moment)
    except ConfigError:
        warn("This bookmark was kept by another version of genlab and cannot be opened.")
        return None
    except GenlabError as error:
        warn(error)
        return None
    recall_moment("explorer", found.run, found.step, f"{wanted}.{secrets.token_hex(4)}", moment)
    return found


def _entry(store: Store, bookmark: Bookmark) -> None:
    picture, words = st.columns([1, 4], vertical_alignment="center")
    data = store.bookmarks.picture(bookmark.id)
    if data:
        picture.image(data, width=150, alt=bookmark.note or "The map where this bookmark was kept.")
    with words:
        kept = time.strftime("%d %b %Y, %H:%M", time.localtime(bookmark.created))
        st.markdown(f"**{plain(bookmark.note)}**" if bookmark.note else "**Bookmark**")
        st.caption(f"{kept} · step {bookmark.step:,} · {bookmark.projection.get('method', 'map')}")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                "Open",
                key=f"bookmarks.open.{bookmark.id}",
                icon=":material/visibility:",
                help="Go back to this point, its pins, map, view and selection.",
                on_click=_follow,
                args=(bookmark.id,),
            )
            st.button(
                "Delete",
                key=f"bookmarks.delete.{bookmark.id}",
                icon=":material/delete:",
                help="Move this bookmark to the trash; its link then opens nothing.",
                on_click=_delete,
                args=(store, bookmark),
            )
            if st.session_state.get(_LINKED) == bookmark.id:
                st.code(link_of(bookmark.id), language=None, wrap_lines=True)
            else:
                st.button(
                    "Link",
                    key=f"bookmarks.link.{bookmark.id}",
                    icon=":material/link:",
                    help="Show the address that opens this bookmark for everybody who can reach this server.",
                    on_click=_show_link,
                    args=(bookmark.id,),
                )


def _undo(store: Store) -> None:
    deleted = st.session_state.get(_DELETED)
    if deleted is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info("The bookmark was deleted.", icon=":material/delete:", width=300)
        st.button(
            "Undo",
            key="bookmarks.undo",
            icon=":material/undo:",
            help="Bring the bookmark back.",
            on_click=_restore,
            args=(store, deleted),
        )


def _follow(bookmark_id: str) -> None:
    st.session_state.pop(_OPENED, None)
    st.session_state[_FOLLOW] = bookmark_id


def _show_link(bookmark_id: str) -> None:
    st.session_state[_LINKED] = bookmark_id


def _delete(store: Store, bookmark: Bookmark) -> None:
    try:
        st.session_state[_DELETED] = store.bookmarks.delete(bookmark.id)
    except GenlabError as error:
        say_briefly(error)


def _restore(store: Store, trash_name: str) -> None:
    st.session_state.pop(_DELETED, None)
    try:
        store.bookmarks.restore(trash_name)
    except GenlabError as error:
        say_briefly(error)
