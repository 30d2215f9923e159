"""Small papers that the tests make themselves: PDF, Word and OpenDocument, byte by byte."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def at(x: float, y: float, text: str, *, size: float = 11, bold: bool = False) -> str:
    """The drawing of a line of text whose baseline stands `y` points below the top of a page of 842 points."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{'B' if bold else 'R'} {size} Tf 1 0 0 1 {x} {842 - y} Tm ({escaped}) Tj ET"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """The drawing of a straight line."""
    return f"0.5 w {x0} {842 - y0} m {x1} {842 - y1} l S"


def column(x: float, y: float, lines: Iterable[str], *, step: float = 14, size: float = 11, bold: bool = False) -> list[str]:
    """The drawings of lines of text, one below the other; an empty one leaves a gap."""
    return [at(x, y + place * step, line, size=size, bold=bold) for place, line in enumerate(lines) if line]


def pdf(pages: Sequence[Iterable[str]], *, compress: bool = False) -> bytes:
    """A PDF of pages, each a list of drawings."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    fonts = "<< /R 3 0 R /B 4 0 R >>"
    things: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 595 842] /Resources << /Font {fonts} >> >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = "\n".join(page).encode("cp1252")
        things.append(f"<< /Type /Page /Parent 2 0 R /Contents {6 + 2 * number} 0 R >>".encode())
        things.append(stream(zlib.compress(content), "/Filter /FlateDecode") if compress else stream(content))
    return objects(things)


def stream(content: bytes, more: str = "") -> bytes:
    """A stream object of PDF."""
    return f"<< /Length {len(content)} {more} >>\nstream\n".encode() + content + b"\nendstream"


def objects(things: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF file of these objects; the first is its catalogue."""
    data = b"%PDF-1.7\n"
    places = []
    for number, thing in enumerate(things, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + thing + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(things) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(things) + 1} /Root 1 0 R {trailer} >>\n"
    return data + end.encode() + f"startxref\n{len(data)}\n%%EOF\n".encode()


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file of members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def docx(body: str, *, numbering: str = "", styles: str = "", head: str = "") -> bytes:
    """A Word file whose body holds this markup; `head` stands before its root element."""

    def part(name: str, content: str) -> str:
        return f'<?xml version="1.0"?>{head}<w:{name} xmlns:w="{WORD}">{content}</w:{name}>'

    members = {"[Content_Types].xml": "<Types/>", "word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    if numbering:
        members["word/numbering.xml"] = part("numbering", numbering)
    if styles:
        members["word/styles.xml"] = part("styles", styles)
    return packed(members)


def odt(body: str, *, styles: str = "") -> bytes:
    """An OpenDocument text whose body holds this markup."""
    names = " ".join(f'xmlns:{name}="{_OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style"))
    content = (
        f'<?xml version="1.0"?><office:document-content {names} xmlns:draw="{_OASIS}:drawing:1.0"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def pdf_pages(*pages: Iterable[str]) -> bytes:
    """A PDF of plain pages, each a list of paragraphs of one line."""
    return pdf([column(60, 80, lines, step=24) for lines in pages])
