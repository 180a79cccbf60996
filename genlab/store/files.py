"""Writing so that a crash, a kill or a full disk never damages what is already kept.

A file is written beside its place under a temporary name, flushed to the disk, renamed over the old one, and the folder
is flushed too: a reader sees the old file or the new one, whole.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from genlab.errors import StoreError

TEMPORARY = ".tmp-"
"""How the name of everything unfinished begins; readers pass over it."""


@contextmanager
def sentences(action: str) -> Iterator[None]:
    """Turn an operating system's refusal into one sentence.

    Parameters
    ----------
    action : str
        What was tried, in the words of the sentence: ``write state.json of run 2026…``.

    Raises
    ------
    StoreError
        For every OSError; a full disk is named as such.
    """
    try:
        yield
    except StoreError:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError(
                f"The disk is full: could not {action}. What was kept is untouched; free some space and try again."
            ) from error
        raise StoreError(f"Could not {action}: {error.strerror or error}.") from error


def write(path: Path, data: bytes | memoryview, durable: bool = True) -> None:
    """Put ``data`` at ``path`` in one piece; the folder is made if missing.

    Parameters
    ----------
    durable : bool
        False skips the flush to the disk, for what can be made again (caches, previews): still whole or absent after
        a kill, possibly damaged after a power cut.

    Raises
    ------
    StoreError
        If it cannot be written; the old file is then still there.
    """
    temporary = path.with_name(f"{TEMPORARY}{secrets.token_hex(4)}-{path.name}")
    with sentences(f"write {_title(path)}"):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_all(temporary, data, durable)
            os.replace(temporary, path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        if durable:
            flush_folder(path.parent)


def write_json(path: Path, value: Mapping[str, Any], durable: bool = True) -> None:
    """Put a JSON object at ``path``, as :func:`write` does."""
    write(path, json.dumps(value, indent=1).encode(), durable)


def read_json(path: Path) -> dict[str, Any]:
    """Return the JSON object at ``path``.

    Raises
    ------
    StoreError
        One sentence, if the file is missing, unreadable or no JSON object.
    """
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise StoreError(f"{path.name} is missing.") from None
    except OSError as error:
        raise StoreError(f"{path.name} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError):
        raise StoreError(f"{path.name} is damaged: it is not valid JSON.") from None
    if not isinstance(value, dict):
        raise StoreError(f"{path.name} is damaged: it holds no JSON object.")
    return value


def flush_folder(folder: Path) -> None:
    """Make the names in ``folder`` survive a power cut (nothing to do on Windows)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a file or folder in one step for readers: it is renamed out of sight first. Missing is fine."""
    with suppress(FileNotFoundError):
        if path.is_dir():
            aside = path.with_name(f"{TEMPORARY}{secrets.token_hex(4)}-{path.name}")
            path.rename(aside)
            shutil.rmtree(aside, ignore_errors=True)
        else:
            path.unlink()


def sweep(folder: Path, older_than_s: float = 3600.0, prefix: str = TEMPORARY) -> None:
    """Remove what killed writers left unfinished in ``folder`` longer ago than ``older_than_s`` seconds.

    Another ``prefix`` than that of unfinished files removes what begins with it; the empty one, everything so old.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and time.time() - entry.stat().st_mtime > older_than_s:
                remove(Path(entry.path))


def _write_all(path: Path, data: bytes | memoryview, durable: bool) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if durable:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _title(path: Path) -> str:
    """Name a file by its last two parts: no more of the disk is anybody's business."""
    return "/".join(path.parts[-2:])
