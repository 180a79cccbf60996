"""One picture: PNG, JPEG, WebP, GIF (its first frame), PGM and its kin, BMP, to pixels of a chosen size and colour.

Pillow is only let at these formats, and the size that a file announces is checked before a pixel is decoded.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from genlab.data.readers.options import Background, Fit, ReadConfig
from genlab.errors import DataError

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "PPM", "BMP")
ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".pgm", ".ppm", ".pbm", ".bmp")
MAX_PIXELS = 2**25
"""Largest picture decoded, in pixels: 33 megapixels take 130 MB while they are made small."""
_GREY = ("1", "L", "LA", "I", "I;16", "I;16B", "I;16L")
_COLOUR = ("P", "PA", "RGB", "RGBA", "RGBX", "CMYK", "YCbCr", "LAB", "HSV")
_ORIENTATION, _TURNED = 0x0112, (5, 6, 7, 8)


@dataclass(frozen=True)
class Outline:
    """What a picture announces: its sides in pixels as it is shown, and whether it is in colour."""

    width: int
    height: int
    colour: bool


@contextmanager
def bombs_refused() -> Iterator[None]:
    """Turn Pillow's warning about a picture of absurd size into an error while pictures are read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def is_picture_name(name: str) -> bool:
    """Return True if a file of this name claims to be a picture."""
    return name.lower().endswith(ENDINGS)


def outline(data: bytes, at: str) -> Outline:
    """Return what a picture announces, without decoding it; raises DataError as :func:`pixels` does."""
    image = _open(data, at)
    width, height = image.size
    if _orientation(image) in _TURNED:
        width, height = height, width
    return Outline(width, height, image.mode in _COLOUR)


def pixels(data: bytes, at: str, config: ReadConfig, colour: bool) -> NDArray[np.uint8]:
    """Decode one picture.

    Parameters
    ----------
    data : bytes
        The file.
    at : str
        What an error calls it.
    colour : bool
        Three channels if True, else one.

    Returns
    -------
    ndarray, shape (C, H, W), uint8

    Raises
    ------
    DataError
        If it is no picture of a known format, larger than :data:`MAX_PIXELS`, cut off or damaged.
    """
    image = _open(data, at)
    mode = "RGB" if colour else "L"
    try:
        if config.size and image.format == "JPEG":
            image.draft(mode, (2 * config.size, 2 * config.size))  # a photograph is decoded at a fraction of its size
        is_turned = _orientation(image) > 1
        image.load()
        shown = _flat(ImageOps.exif_transpose(image) if is_turned else image, mode, config.background)
    except Exception as error:  # Pillow's decoders raise whatever they stumble over
        raise DataError(f"{at}: the picture is damaged ({_reason(error)}); copy it again or leave it out.") from None
    if config.size:
        shown = fitted(shown, config.size, config.fit, config.background)
    array = np.asarray(shown, np.uint8)
    return array.transpose(2, 0, 1) if colour else array[None]


def fitted(image: Image.Image, size: int, fit: Fit, background: Background) -> Image.Image:
    """Return a picture (mode L, RGB or F) as a square of ``size`` pixels a side, smoothed where it shrinks."""
    if image.size == (size, size):
        return image
    how = Image.Resampling.BICUBIC
    if fit == "stretch" or image.width == image.height:
        return image.resize((size, size), how)
    if fit == "crop":
        side = min(image.size)
        left, top = (image.width - side) / 2, (image.height - side) / 2
        return image.resize((size, size), how, box=(left, top, left + side, top + side))
    scale = size / max(image.size)
    small = image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))), how)
    white: tuple[int, int, int] | float = 1.0 if image.mode == "F" else 255 if image.mode == "L" else (255, 255, 255)
    page = Image.new(image.mode, (size, size), white if background == "white" else 0)
    page.paste(small, ((size - small.width) // 2, (size - small.height) // 2))
    return page


def _open(data: bytes, at: str) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _bomb(at, "over 89 million") from None
    except Exception:  # as above
        raise DataError(
            f"{at}: the file is not a whole PNG, JPEG, WebP, GIF, PGM or BMP picture; save it again or leave it out."
        ) from None
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise _bomb(at, f"{width:,}×{height:,}")
    if image.mode not in _GREY + _COLOUR:
        raise DataError(f"{at}: its pixels are of the kind {image.mode}; save it as an ordinary PNG.")
    return image


def _orientation(image: Image.Image) -> int:
    """Return how a picture says it is to be turned, as far as it says so before its pixels; 1 is upright."""
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif") or b"")
        return int(exif.get(_ORIENTATION, 1))
    except Exception:  # Pillow raises whatever it stumbles over; the pixels may be sound all the same
        return 1


def _flat(image: Image.Image, mode: str, background: Background) -> Image.Image:
    """Return the picture as grey or colour, what is transparent laid on the background, 16 bits made 8."""
    if image.mode.startswith("I"):
        deep = np.asarray(image).astype(np.int64) >> 8
        return Image.fromarray(np.clip(deep, 0, 255).astype(np.uint8)).convert(mode)
    if image.has_transparency_data:
        over = image.convert("RGBA")
        page = Image.new("RGBA", over.size, background)
        page.alpha_composite(over)
        return page.convert(mode)
    return image.convert(mode)


def _bomb(at: str, size: str) -> DataError:
    return DataError(
        f"{at}: the picture announces {size} pixels, where {MAX_PIXELS:,} are allowed; make it smaller or leave it out."
    )


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split()).rstrip(".")
    return text[:80] if text and text.isprintable() else type(error).__name__
