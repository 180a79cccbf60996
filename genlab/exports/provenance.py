"""Where a generated picture comes from, written into the file itself as XMP, and read back from it.

Every picture that a model made says so by IPTC's Digital Source Type, and names the run, its seed and the code. PNG,
GIF and WebP each have a place for one XMP packet (:mod:`genlab.exports.stamp`).

References
----------
ISO 16684-1 (XMP); IPTC Photo Metadata Standard 2025.1, ``DigitalSourceType``, ``AISystemUsed``
and ``AISystemVersionUsed``.
"""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from PIL import Image

from genlab import __version__
from genlab.errors import DataError
from genlab.store import Run

DIGITAL_SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""IPTC's word for what a trained model made; copies of real items by a model count too."""

FORMATS = ("PNG", "GIF", "WEBP")
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
XMP = "http://ns.adobe.com/xap/1.0/"
GENLAB = "urn:genlab:provenance#"

GIF_XMP = b"\x21\xff\x0bXMP DataXMP"
"""How GIF's XMP block begins; the packet lies in it as it is, not in sub-blocks."""
GIF_RAMP = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"
"""What follows the packet: wherever a reader of sub-blocks enters it, it is led to the block's end."""

# control characters, lone surrogates and non-characters
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Provenance:
    """Where a picture comes from; what is not known is empty.

    Attributes
    ----------
    run, name : str
        The run's id, and what a person calls it.
    step : str
        The checkpoint, in optimiser steps.
    training_seed : str
        What the training was begun with.
    seed : str
        What codes were drawn with, where they were drawn at random.
    code : str
        The code z, its numbers with commas between; of a walk the one it begins at.
    code_to, path : str
        Of a walk: the code it ends at, and how it goes, ``lerp`` or ``slerp``.
    offset, offset_to : str
        Of a GAN: the step away from z (and ``code_to``) in its first activations.
    """

    run: str = ""
    name: str = ""
    step: str = ""
    training_seed: str = ""
    seed: str = ""
    code: str = ""
    offset: str = ""
    code_to: str = ""
    offset_to: str = ""
    path: str = ""

    @classmethod
    def of(cls, run: Run, step: int, **more: str) -> Provenance:
        """Return the provenance of what a run's checkpoint made; ``more`` are further fields."""
        return cls(run.id, run.name, str(step), str(run.spec.training.seed), **more)

    @property
    def facts(self) -> dict[str, str]:
        """What is known, by name, without signs that XML cannot hold."""
        return {name: _FORBIDDEN.sub("", value) for name, value in asdict(self).items() if value}

    def xmp(self) -> bytes:
        """Return the XMP packet."""
        written = {
            "Iptc4xmpExt:DigitalSourceType": DIGITAL_SOURCE_TYPE,
            "Iptc4xmpExt:AISystemUsed": "genlab",
            "Iptc4xmpExt:AISystemVersionUsed": __version__,
            "xmp:CreatorTool": f"genlab {__version__}",
            **{f"genlab:{name}": value for name, value in self.facts.items()},
        }
        attributes = "\n    ".join(f"{name}={quoteattr(value)}" for name, value in written.items())
        return (  # no byte may be 0 here, or a reader of GIF would take it for the end
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
            f' <rdf:RDF xmlns:rdf="{RDF}">\n'
            f'  <rdf:Description rdf:about="" xmlns:Iptc4xmpExt="{IPTC}" xmlns:xmp="{XMP}" xmlns:genlab="{GENLAB}"\n'
            f"    {attributes}/>\n"
            " </rdf:RDF>\n"
            "</x:xmpmeta>\n"
            '<?xpacket end="r"?>'
        ).encode()


def code_text(numbers: Iterable[float]) -> str:
    """Return a code as provenance holds it: seven significant digits, commas between."""
    return ",".join(f"{number:.7g}" for number in numbers)


def read_provenance(data: bytes) -> Provenance | None:
    """Return the provenance in a picture file; None if it says nothing of a trained model.

    Parameters
    ----------
    data : bytes
        A PNG, GIF or WebP file.

    Raises
    ------
    DataError
        If it is no such picture, or its XMP is damaged.
    """
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            packet = _gif_packet(data) if picture.format == "GIF" else picture.info.get("xmp")
    except Exception as error:  # Pillow's plugins raise many kinds
        raise DataError(f"This is no PNG, GIF or WebP picture that can be read: {type(error).__name__}.") from None
    if not isinstance(packet, bytes):
        return None
    if b"<!" in packet:  # a document type could name entities that unfold without end; XMP has none
        raise DataError("The picture's XMP is damaged: it declares a document type, which XMP never does.")
    try:
        root = ElementTree.fromstring(packet.strip(b"\x00 "))
    except ElementTree.ParseError as error:
        raise DataError(f"The picture's XMP is damaged: {error}.") from None
    found: dict[str, str] = {}
    for described in root.iter(f"{{{RDF}}}Description"):
        found.update(described.attrib)
    if found.get(f"{{{IPTC}}}DigitalSourceType") != DIGITAL_SOURCE_TYPE:
        return None
    return Provenance(**{one.name: found.get(f"{{{GENLAB}}}{one.name}", "") for one in fields(Provenance)})


def _gif_packet(data: bytes) -> bytes | None:
    """Return the XMP packet of a GIF file, which Pillow passes over."""
    start = data.find(GIF_XMP)
    end = data.find(GIF_RAMP, start)
    return None if start < 0 or end < 0 else data[start + len(GIF_XMP) : end]
