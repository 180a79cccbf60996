"""Pixels into files that carry their provenance: PNG, and films as GIF or WebP.

Pillow writes the pictures. XMP is put into PNG as text chunk and into WebP by Pillow's own option; GIF files are put
together here, because Pillow writes no XMP there and leaves out frames that equal the one before.
"""

from __future__ import annotations

import io
import struct

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from genlab import __version__
from genlab.errors import CapabilityError, ConfigError
from genlab.exports.provenance import GIF_RAMP, GIF_XMP, Provenance

Pixels = NDArray[np.uint8]

SLOWEST, FASTEST = 0.2, 50.0
"""Frames a second that a film may have; GIF counts in hundredths of a second, and players slow down above 50."""
MOST_FILM_PX = 60_000_000
"""Pixels of all frames together: 60 frames of 1,000 × 1,000."""
_GREYS = b"".join(bytes((level,) * 3) for level in range(256))


def png(pixels: Pixels, provenance: Provenance | None) -> bytes:
    """Return pixels, shape (H, W, 1 or 3), as a PNG; without provenance it is none of a model's."""
    text = PngInfo()
    text.add_text("Software", f"genlab {__version__}")
    if provenance is not None:
        for name, value in provenance.facts.items():  # for tools that show a PNG's texts but no XMP
            text.add_itxt(name.replace("_", " ").capitalize(), value)
        text.add_itxt("XML:com.adobe.xmp", provenance.xmp().decode())
    file = io.BytesIO()
    _image(pixels).save(file, format="PNG", pnginfo=text)
    return file.getvalue()


def gif(frames: Pixels, fps: float, loop: bool, provenance: Provenance) -> bytes:
    """Return a film as GIF: greys as they are, colours brought down to the 256 that suit the whole film.

    Parameters
    ----------
    frames : ndarray, shape (N, H, W, 1 or 3), uint8
    fps : float
        Frames a second, 0.2 to 50; GIF rounds a frame's time to hundredths of a second.
    loop : bool
        Whether it begins again for ever.

    Raises
    ------
    ConfigError
        If ``fps`` is out of range.
    CapabilityError
        If the film is too large.
    """
    _check(frames, fps)
    height, width = frames.shape[1:3]
    indices, palette = _indexed(frames)
    parts = [b"GIF89a", struct.pack("<HHBBB", width, height, 0xF7, 0, 0), palette]
    if loop:
        parts.append(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")
    parts += [GIF_XMP, provenance.xmp(), GIF_RAMP]
    control = b"\x21\xf9\x04\x04" + struct.pack("<H", round(100 / fps)) + b"\x00\x00"
    for frame in indices:
        parts += [control, _image_block(frame)]
    return b"".join([*parts, b"\x3b"])


def webp(frames: Pixels, fps: float, loop: bool, provenance: Provenance) -> bytes:
    """Return a film as lossless WebP; parameters and errors as :func:`gif`. Equal frames in a row become one."""
    _check(frames, fps)
    first, *rest = map(_image, frames)
    file = io.BytesIO()
    first.convert("RGB").save(
        file,
        format="WEBP",
        save_all=True,
        append_images=rest,
        duration=round(1000 / fps),
        loop=0 if loop else 1,
        lossless=True,
        quality=0,
        method=0,
        xmp=provenance.xmp(),
    )
    return file.getvalue()


FILMS = {"gif": gif, "webp": webp}
"""Writers of films by the ending of the file."""


def check_film(n: int, height: int, width: int) -> None:
    """Refuse a film of ``n`` frames that would be too large, with CapabilityError; ask before the frames are made."""
    if n * height * width > MOST_FILM_PX:
        raise CapabilityError(
            f"{n:,} frames of {width:,}×{height:,} px are more than a film may have; "
            "ask for fewer frames or a smaller scale."
        )


def _check(frames: Pixels, fps: float) -> None:
    if not SLOWEST <= fps <= FASTEST:
        raise ConfigError(f"A film's speed must be between {SLOWEST:g} and {FASTEST:g} frames a second, got {fps:g}.")
    check_film(*frames.shape[:3])


def _indexed(frames: Pixels) -> tuple[Pixels, bytes]:
    """Return frames as places in one palette of 256 colours, shape (N, H, W), and the palette, 768 bytes."""
    if frames.shape[3] == 1:
        return frames[..., 0], _GREYS
    # found on at most a quarter million pixels, and then the same for all frames: colours that jump would flicker
    pixels = frames.reshape(-1, 3)
    sample = Image.fromarray(np.ascontiguousarray(pixels[None, :: -(-len(pixels) // 250_000)]))
    palette = sample.quantize(256, method=Image.Quantize.MEDIANCUT)
    colours = bytes(palette.getpalette() or ())[:768].ljust(768, b"\x00")
    # every colour goes by its 5, 6 and 5 highest bits to the nearest of the palette: looked up, not searched for
    places = np.arange(1 << 16)
    meant = 255 * np.stack([(places >> 11) / 31, (places >> 5 & 63) / 63, (places & 31) / 31], axis=1)
    known = np.frombuffer(colours, np.uint8).reshape(256, 3).astype(np.float32)
    far = np.square(known).sum(axis=1) - 2 * meant.astype(np.float32) @ known.T  # squared distance but for a constant
    nearest = far.argmin(axis=1).astype(np.uint8)  # (65536,)
    indices = np.empty(frames.shape[:3], np.uint8)
    for made, frame in zip(indices, frames, strict=True):  # one by one: the numbers between take six times the room
        red, green, blue = frame.astype(np.uint16).transpose(2, 0, 1)
        made[...] = nearest[(red >> 3 << 11) | (green >> 2 << 5) | (blue >> 3)]
    return indices, colours


def _image_block(frame: Pixels) -> bytes:
    """Return a frame, shape (H, W), as GIF's image descriptor and data, compressed by Pillow."""
    file = io.BytesIO()
    Image.fromarray(frame).save(file, format="GIF", optimize=False, interlace=False)
    data = file.getvalue()
    at = 13 + 3 * 2 ** ((data[10] & 7) + 1)  # past the header and the colour table
    while data[at] == 0x21:  # past extensions
        at += 2
        while data[at]:
            at += data[at] + 1
        at += 1
    return data[at:-1]


def _image(pixels: Pixels) -> Image.Image:
    return Image.fromarray(pixels[:, :, 0] if pixels.shape[2] == 1 else pixels)
