"""Ids are made by us and checked before they become part of a path; what a person types is only ever metadata."""

from __future__ import annotations

import hashlib
import re
import secrets
import time

from genlab.errors import StoreError

_ID = re.compile(r"[0-9a-z]+(?:-[0-9a-z]+)*")
_KEY = re.compile(r"[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*")
MAX_LENGTH = 100


def new_run_id(now_s: float | None = None) -> str:
    """Return an id such as ``20261122-143005-7f3a``: local time to the second, then chance."""
    moment = time.localtime(now_s)
    return f"{time.strftime('%Y%m%d-%H%M%S', moment)}-{secrets.token_hex(2)}"


def is_id(text: object) -> bool:
    """Tell whether ``text`` could be an id of ours: small letters, digits, single dashes between them."""
    return isinstance(text, str) and len(text) <= MAX_LENGTH and _ID.fullmatch(text) is not None


def is_key(text: str) -> bool:
    """Tell whether ``text`` could be a file's name of ours: letters and digits, single ``. _ -`` between them."""
    return len(text) <= MAX_LENGTH and _KEY.fullmatch(text) is not None


def checked_key(text: str, what: str) -> str:
    """Return ``text`` if it is fit to be a file's name.

    Raises
    ------
    StoreError
        If it holds anything but letters, digits and single ``. _ -`` between them.
    """
    if not is_key(text):
        raise StoreError(
            f"{text[:40]!r} is no name of {what}: use letters and digits, with single '.', '_', '-' between."
        )
    return text


def content_hash(*parts: bytes) -> str:
    """Return 16 hex digits that change when any byte of ``parts`` does."""
    digest = hashlib.blake2b(digest_size=8)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
