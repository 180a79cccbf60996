"""Bookmarks: ``bookmarks/<id>/`` with ``bookmark.json`` and ``picture.webp``, beside the runs, under unguessable ids.

Who has an id can open what it names; the id is all that a link carries.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from genlab.config import Config
from genlab.errors import StoreError
from genlab.store import files, trash
from genlab.store.ids import is_id
from genlab.store.status import damage

MOST_BOOKMARKS = 5000
MOST_BYTES = 2 << 20
"""Of what is restored, and of the picture."""
MOST_NOTE = 500
ID_BYTES = 16


class Bookmark(Config):
    """Something found on a map, kept.

    Attributes
    ----------
    id : str
        32 hex digits by chance.
    run, step
        The checkpoint it was found in.
    projection : dict
        The map it was found on, as the explorer names it.
    moment : dict
        All that is restored; what is in it is the explorer's business.
    created : float
        Unix seconds.
    """

    id: str
    run: str
    step: int = Field(ge=0)
    projection: dict[str, Any]
    moment: dict[str, Any]
    note: str = Field("", max_length=MOST_NOTE)
    created: float


class Bookmarks:
    """The bookmarks of a store; reading makes nothing, and a missing folder reads as empty."""

    def __init__(self, folder: Path, trash_folder: Path) -> None:
        self._folder = folder
        self._trash = trash_folder

    def keep(
        self, run: str, step: int, projection: dict[str, Any], moment: dict[str, Any], note: str, picture: bytes
    ) -> Bookmark:
        """Keep a bookmark and return it.

        Parameters
        ----------
        picture : bytes
            WebP; what comes from a browser has been checked before.

        Raises
        ------
        StoreError
            If there are too many, it is too large, or the disk refuses; nothing is left behind.
        """
        if len(self._names()) >= MOST_BOOKMARKS:
            raise StoreError(f"There are {MOST_BOOKMARKS:,} bookmarks, as many as are kept; delete some first.")
        made = Bookmark(
            id=secrets.token_hex(ID_BYTES),
            run=run,
            step=step,
            projection=projection,
            moment=moment,
            note=" ".join(note.split())[:MOST_NOTE],
            created=time.time(),
        )
        text = made.to_json().encode()
        if len(text) + len(picture) > MOST_BYTES:
            raise StoreError(
                f"This bookmark takes {(len(text) + len(picture)) / 1e6:.1f} MB, where {MOST_BYTES / 1e6:.1f} are "
                "allowed; name fewer groups."
            )
        unfinished = self._folder / f"{files.TEMPORARY}{secrets.token_hex(4)}-{made.id}"
        with files.sentences("keep the bookmark"):
            try:
                files.write(unfinished / "picture.webp", picture)
                files.write(unfinished / "bookmark.json", text)
                os.rename(unfinished, self._folder / made.id)
                files.flush_folder(self._folder)
            except BaseException:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise
        return made

    def read(self, bookmark_id: str) -> Bookmark:
        """Return a bookmark.

        Raises
        ------
        StoreError
            If there is none of that id, or it is damaged.
        """
        if not is_id(bookmark_id) or not (self._folder / bookmark_id).is_dir():
            raise StoreError("There is no such bookmark here; it may have been deleted, or the link is incomplete.")
        try:
            return Bookmark.model_validate(files.read_json(self._folder / bookmark_id / "bookmark.json"))
        except ValidationError as error:
            raise StoreError(f"The bookmark {bookmark_id} is damaged: {damage(error)}.") from None
        except StoreError as error:
            raise StoreError(f"The bookmark {bookmark_id} is damaged: {error}") from None

    def picture(self, bookmark_id: str) -> bytes:
        """Return a bookmark's picture, WebP; empty if it is not there."""
        path = self._folder / bookmark_id / "picture.webp"
        return path.read_bytes() if is_id(bookmark_id) and path.is_file() else b""

    def of_run(self, run: str) -> list[Bookmark]:
        """Return the undamaged bookmarks of a run, newest first."""
        found = []
        for name in self._names():
            try:
                read = self.read(name)
            except StoreError:
                continue
            if read.run == run:
                found.append(read)
        return sorted(found, key=lambda bookmark: bookmark.created, reverse=True)

    def delete(self, bookmark_id: str) -> str:
        """Move a bookmark to the trash and return its name there; raises StoreError if there is none of that id."""
        if not is_id(bookmark_id) or not (self._folder / bookmark_id).is_dir():
            raise StoreError("There is no such bookmark here; it may have been deleted already.")
        return trash.discard(self._trash, "bookmark", self._folder / bookmark_id)

    def restore(self, trash_name: str) -> str:
        """Bring a bookmark back from the trash and return its id."""
        return trash.restore(self._trash, trash_name, self._folder)

    def _names(self) -> list[str]:
        return [name for name in os.listdir(self._folder) if is_id(name)] if self._folder.is_dir() else []
