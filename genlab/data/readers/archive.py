"""ZIP archives, looked at before anything in them is opened. Nothing is ever extracted: entries are read in place."""

from __future__ import annotations

import struct
import zipfile
import zlib

from genlab.data.readers.source import MAX_DEFLATE_RATIO, Source, plain

DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(ValueError, NotImplementedError, RuntimeError),
)
"""What zipfile raises over a damaged archive, depending on where the damage is."""
_END = struct.Struct("<4s4H2LH")
_LOCAL_BYTES = 30
_MAX_COMMENT_BYTES = 2**16


def matches(start: bytes) -> bool:
    """Return True for a ZIP archive, empty ones included."""
    return start.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def first_name(source: Source) -> str:
    """Return the name of the archive's first entry, read from its own header; empty if there is none."""
    source.stream.seek(0)
    header = source.stream.read(_LOCAL_BYTES)
    if len(header) < _LOCAL_BYTES or not header.startswith(b"PK\x03\x04"):
        return ""
    return source.stream.read(int.from_bytes(header[26:28], "little")).decode("utf-8", "replace")


def check_directory(source: Source, most_bytes: int, remedy: str, comment: bool = False) -> int:
    """Check the archive's last record, so that no directory of a million entries is built before it is refused.

    Parameters
    ----------
    most_bytes : int
        Largest directory read.
    remedy : str
        What to do, in the words of an error.
    comment : bool
        True if words may follow the directory, as in archives made by GitHub.

    Returns
    -------
    int
        Number of entries announced.

    Raises
    ------
    DataError
        If the archive is cut off, or its directory is too large or of the ZIP64 kind.
    """
    size = source.stream.seek(0, 2)
    start = max(0, size - _END.size - (_MAX_COMMENT_BYTES if comment else 0))
    source.stream.seek(start)
    tail = source.stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size or len(tail) != at + _END.size + tail[at + 20] + 256 * tail[at + 21]:
        raise source.fault("the archive does not end with its directory", "copy the file again, or " + remedy, size)
    _, _, _, _, n_entries, directory_bytes, _, _ = _END.unpack_from(tail, at)
    source.stream.seek(max(0, start + at - 20))
    if source.stream.read(4) == b"PK\x06\x07" or directory_bytes > most_bytes:
        raise source.fault(f"the archive's directory is too large ({n_entries:,} entries)", remedy, size)
    return int(n_entries)


def check_entries(source: Source, archive: zipfile.ZipFile, remedy: str) -> list[zipfile.ZipInfo]:
    """Return the entries by place, refusing what an honest archive never holds.

    Raises
    ------
    DataError
        For a name given twice, an encrypted entry or an unusual compression, entries that overlap (a small file that
        unpacks to a huge one; Python before 3.11.8 does not check), and sizes that no compression could keep.
    """
    seen: set[str] = set()
    end = archive.start_dir
    entries = sorted(archive.infolist(), key=lambda info: -info.header_offset)
    for info in entries:
        where = f"entry '{plain(info.filename)}'"
        if info.filename in seen:
            raise source.fault(f"{where} is there twice", remedy)
        if info.flag_bits & 0x1:
            raise source.fault(f"{where} is encrypted", remedy)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise source.fault(f"{where} is compressed in a way genlab does not read", remedy)
        if info.header_offset < 0 or info.header_offset + _LOCAL_BYTES + info.compress_size > end:
            raise source.fault(f"{where} overlaps what follows it", remedy, max(info.header_offset, 0))
        ratio = 1 if info.compress_type == zipfile.ZIP_STORED else MAX_DEFLATE_RATIO
        if info.file_size > info.compress_size * ratio:
            raise source.fault(f"{where} announces more bytes than it can hold", remedy, info.header_offset)
        end = info.header_offset
        seen.add(info.filename)
    return entries[::-1]
