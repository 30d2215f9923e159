"""PDF that is broken, locked, scanned or hostile: one reason each, in seconds, with the parent unharmed."""

from __future__ import annotations

import base64
import random
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from graph_builder import reading
from graph_builder.errors import UnreadableDocument
from graph_builder.reading import pdf as reader
from tests.reading.papers import at, column, objects, pdf, stream

BODY = ["Minutes of the meeting of the committee", "", "Present: Councillor A Bee"]
GOOD = pdf([column(72, 90 + number, BODY) for number in range(4)])
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"


def one_page(content: bytes, more: str = "", kids: str = "3 0 R", count: int = 1) -> bytes:
    """A PDF of one page with this content stream."""
    pages = f"<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 595 842] /Resources << /Font << /R 5 0 R >> >> >>"
    return objects([b"<< /Type /Catalog /Pages 2 0 R >>", pages.encode(), PAGE, stream(content, more), FONT])


def bomb(filler: bytes, megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    block = (filler * (1_000_000 // len(filler) + 1))[:1_000_000]
    return one_page(b"".join([*(packer.compress(block) for _ in range(megabytes)), packer.flush()]), "/Filter /FlateDecode")


SCAN = objects(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
        stream(b"q 595 0 0 842 0 0 cm /I Do Q"),
        stream(bytes(64), "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"),
    ]
)

# "Minutes of the Council" under a password of the user's, and under one of the owner's alone (RC4 of 40 bits), packed.
USER_PASSWORD = (
    "eNqtVU2II0UUPqgIffAgHgRBCySQWch0/faPZkeS/nGH+SUzu6NMD2wnXcn2kumO3RWdWT0JIugi6BwVD1704kkQxPt48KSgsHjzLowXEZTFV53MTrsR3MMGOt313ve+972q97ob237Y"
    "IsvMaJzcfv9T1JOTvFDrcR+9LDNZxEomCBAoyQfTQ5kp1MwnMivzaTGQSwZBGOX9m0a7bZghQRSWPWNlxZBZos205u7GpQxzIDCvyPHrUqWDGJlBNsiTNBshcy/NOlmZXhg240OJNKm5"
    "M+2r4wksduGfzG7gAa5aKlZL5YELpJbI0XqQuSGTNO7mR2gf1hgJVyxTW1jI4WTZcVwHHSBzOy50dfYsoidnFZaoqkzLJjPPdpEPdqQCKlNvi7krj6Ck1cN4JLvzuze/r6IDEAhkuYJt"
    "hHBzt4izilLbDXReyjaAa6XwWinatZEnALpays08m6PLc6EzAi9W8Tgf1ThEjaMzVTfyAjW9iGIWMZtGmMKFKazFNGKURLAdS0BTyFileeZruc0heOyIcnt9LWIMX4ooFRBtQRixI4a1"
    "DyIJf6sPSLYOIKaBFTut2K1z0gdKvyaP38iLpERNWEDRD1UGnFsyHUjQMQEwjhgXgGARJhDM+DVgEhEV/PmICaC02Cwt46AUvwgPIJlYEKrzin1QoR+4CTE0agKVTsghkO9CpAX8Ogdg"
    "LLIB0SBBnze08k05gCHam20Gt4AVUjDNzEoQQXWpQ10EiN5N1VhegAmkANVQNsU8IrYuHy9VbTWZwJyaYTwu651k1cczHSso39xRcZbEBaC3UNulYYBDzgXv+NxzLc4tl4WMedj2uoKH"
    "wrF9LyABtRxAuoEXdCyC7Q4JQoth34fu3kYtB3ocZt+8itqh4MThPvZx1xGeACbXdxixSCfw7ZD4IsDUpx0aeJADh7QbBF2CA0hm0a4bukB4DZFaCfa/5npaDaK5lkKX7CNWzcBBfYzK"
    "WqhTC12X2UjdQK6t/aWCnjw0jHdeevTHb78mv511/iAn30efvPosDn64+9wHeye/PnV78sVn5p3H3t745skP3/v97tnBu7fCj/npMz1y56zx0eev9X555Xr88+OXel+d/n35zzdfOH1k"
    "8/KXk6evbH3X+qvft5/YU+on0DFPNVd0VMihgZFr4Hs/ZAnBBBqiezYL3jSVJ7uwuXTBRlx3wcbxIo7beMHmOs79NkIctmCjvManijgdy6LaTnhNF8cThazqhW+u+sjYb5MBsR3iOsN+"
    "MowF6VPhuiJx3IQTGA/OVv4fcWA0al+g0X9/gVotlKRw1Pd9i0BGNsyRmEnq5blCfPa8k96SsOnVyceFqk6BMMcxGo1gKzT+AchU7HE="
)
OWNER_PASSWORD = (
    "eNqtVU2I5EQUBsFLvIoH3UMN2jojzKR+U6l1HEnSiTvO/ow9P+4wGTXTqe7N0p00SXqdUVdkQRF/QFA8evEoq95E1ouexaPsxT2peFBQwR8QxJd0z060hb3Y0J2u9773ve9VvVdprbeD"
    "RbLEjNZbr7/2LuroUZaXp6N99KhOdR6VOkaAQHHWHQ91WqL5bKTTIhvnXb1gEIRRtn/RWF42zIAgCsuOsbJi6DSuzLThdqNCBxkQmKf04JIuk26ETD/tZnGS9pH5RJI6aZEcG85GQ40q"
    "UnNjvF8ejmCxCb9k8gAPcDVSsUYqD1wgtUB2pQeZZ3ScRG52gHZhjZFQYolKYSGbkyXbVjbaQ+Z6lFfVyUlER08qLFBdWSWbTDzredbd0CVQmdW2mJv6AEpaHUZ97U6f3vS5ivZAIJBl"
    "JWwjhJubeZTWlJXdQEelrAO4UQpvlFK5zmQxgLYKfTZLp+jiSOiEwIvKaJD1GxyiweGMywtZjuZDasmdEBN88nLIsLRDRkhIhbUABLmOyiRL25VQAFIKOLEV85Ay2g8pESETYiekmD8y"
    "BB4SMi6LcCFkljVZMhJixgBAHzjiu0XONX34TJbHBZqHBdT4f+WGE4rHXV0nx7wTYiofugQgqwYxJkIq5Skg4WuTMA6KGHvwaSDjYMaQEsJAx2LIqIQveR60Q5ggVehcyCQNQyAHJIV4"
    "Yu0t1KcJjXpRd8sqMWdQNeX3RVXBK5CV1uy4KoZiULmZlAN9jGQPjyCHRQFZe/NoNILJM4NoUDR7w2oOXDIooUxzo4zSOMoBfQ4te4pySi1bBo7n+5Zt+UyygGBXeLKNuWQ2FowIGkif"
    "+j7DPiGepXyPcyqk5bjQr+to0YauhWk2t9Cy40ruYsU9n3PXpQo7KnAIYUo5qq0U9V1CBW0HThDItme7gQu4QNG2CAST3APCbUQaJch/TOq4Hi1zLYFG2EWs7uq95mAUjVC7EXpap/3y"
    "AlKy8hclNNzQONH7cfv81ZevvnDtI7f865X8jY/pO1cef/+L63c/dbD94e03fv0BvXf5+2vftF5aetF57Lfize6rn965tqN+/vM5vHb+M3rPH19/9eQvg08+OGmP7urMfXflW/nT9bl7"
    "T9zxpfP7bW/jz+8HHdNUU0UHue4ZGCkD3/wgSwgmUA/dtFlwd9Se9Nim6IyNKDVj43gWxyWesSk+g4MzkrM2ZR3byjxKBjqvtxMu3vxwVCKrvsLN1TYydpdJl0ibKLu3H/ciQfapUErE"
    "too5wTBbbOXWiD2j1Xin9P/7nbK4iOIEjvpfbxeQkfYyJCaSOllWIj75v5E8q2HT65OP8rI+BcI4NVot/1xg/A2gx+Ru"
)


def unpacked(text: str) -> bytes:
    return zlib.decompress(base64.b64decode(text))


@pytest.mark.parametrize(
    "data, reason, said",
    [
        (random.Random(1).randbytes(20_000), "not-a-pdf", "this is not PDF, as its name says"),
        (b"%PDF-1.7\n" + random.Random(1).randbytes(20_000), "not-a-pdf", "this is not a readable PDF"),
        (b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF", "damaged", "damaged"),
        (GOOD[: len(GOOD) // 2], "damaged", "cut off before its end"),
        (GOOD[:-40], "damaged", "cut off before its end"),
        (GOOD + b"\n9 0 obj\n<< /Type /Page >>\nendobj\n", "damaged", "cut off before its end"),
        (unpacked(USER_PASSWORD), "password", "needs a password"),
        (SCAN, "no-text-layer", "ocrmypdf"),
        (pdf([[]]), "no-text-layer", "ocrmypdf"),
    ],
)
def test_what_cannot_be_read_has_its_reason(data: bytes, reason: str, said: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        reading.read_bytes(data, "paper.pdf")
    assert caught.value.reason == reason
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_password_of_the_owners_alone_does_not_keep_readers_out() -> None:
    assert reading.read_bytes(unpacked(OWNER_PASSWORD), "paper.pdf").text == "Minutes of the Council\n"


def test_faults_that_do_no_harm_are_reported() -> None:
    plain = reading.read_bytes(GOOD, "paper.pdf")
    assert not plain.warnings
    junk = reading.read_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + GOOD, "paper.pdf")
    bare = reading.read_bytes(GOOD[: GOOD.index(b"xref")] + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n", "paper.pdf")
    assert junk.text == bare.text == plain.text
    assert junk.warnings == ("19 bytes before the PDF header ignored",)
    assert bare.warnings == ("the PDF's table of objects is missing or wrong; its objects were found without it",)


def test_pages_that_are_pictures_are_counted() -> None:
    image = stream(bytes(64), "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8")
    data = pdf([column(72, 90, BODY), ["q 595 0 0 842 0 0 cm /I Do Q"]]).replace(b"/Resources <<", b"/Resources << /XObject << /I 9 0 R >>")
    start = data.index(b"xref\n")
    data = data[:start] + b"9 0 obj\n" + image + b"\nendobj\n" + data[start:]
    document = reading.read_bytes(data, "paper.pdf")
    assert len(document.pages) == 2
    assert any("1 of 2 pages are pictures without text (the first is page 2)" in warning for warning in document.warnings)


@pytest.mark.parametrize("kids, count", [("3 0 R", 1_000_000_000), ("3 0 R 2 0 R", 1_000_000_000), ("3 0 R", -1)])
def test_a_page_tree_that_lies_is_read_quickly(kids: str, count: int) -> None:
    began = time.monotonic()
    document = reading.read_bytes(one_page(at(72, 100, "Minutes of the committee").encode(), kids=kids, count=count), "paper.pdf")
    assert "Minutes of the committee" in document.text
    assert time.monotonic() - began < 5


def test_many_pages_are_read_and_the_parent_stays_small(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf([column(72, 200, [f"Item {number} of the minutes"]) for number in range(2_000)]))
    asked = (
        "import sys; from pathlib import Path; from graph_builder import reading; document = reading.read(Path(sys.argv[1]))\n"
        "print(len(document.pages), document.text[document.pages[1_999] :].startswith('Item 1999 of'))\n"
        "print([line for line in open('/proc/self/status') if line.startswith('VmHWM')] if sys.platform == 'linux' else '')"
    )
    done = subprocess.run([sys.executable, "-c", asked, path], capture_output=True, text=True, check=True)
    pages, memory = done.stdout.splitlines()[:2]
    assert pages == "2000 True"
    if sys.platform == "linux":
        assert int(memory.split()[1]) < 500_000


def test_a_scan_is_a_scan_whatever_the_size_of_its_parent() -> None:
    """A child's own memory tells that a file is a bomb, and not that of whoever asks."""
    ballast = bytearray(900_000_000)
    ballast[::4096] = b"x" * len(ballast[::4096])
    with pytest.raises(UnreadableDocument) as caught:
        reading.read_bytes(pdf([[]]), "scan.pdf")
    assert caught.value.reason == "no-text-layer"
    del ballast


@pytest.mark.long
@pytest.mark.parametrize("filler", [b" ", b"BT /R 9 Tf 72 700 Td (hello all) Tj ET\n"])
def test_bombs_are_too_large_when_unpacked(filler: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableDocument) as caught:
        reading.read_bytes(bomb(filler, 500), "paper.pdf")
    assert caught.value.reason in ("too-big", "timeout")
    assert time.monotonic() - began < 70


def test_a_crowded_page_is_too_large_when_unpacked() -> None:
    crowd = [at(20 + 5 * (number % 100), 20 + number // 100, "ab", size=1) for number in range(61_000)]
    with pytest.raises(UnreadableDocument, match="too large when unpacked: page 1 has 61,000 words"):
        reading.read_bytes(pdf([crowd], compress=True), "paper.pdf")


def test_a_reader_that_does_not_come_back_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_SECONDS", 0.01)
    with pytest.raises(UnreadableDocument) as caught:
        reading.read_bytes(GOOD, "paper.pdf")
    assert caught.value.reason == "timeout"
