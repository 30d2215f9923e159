"""Plain text: how bytes become letters, and which letters never reach a reader of names."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder import reading
from graph_builder.errors import MissingInput, UnreadableDocument
from graph_builder.reading.clean import clean

PLAIN = "Minutes\n\nThe Council\u2019s \u201cplan\u201d \u2013 \u00a34.2m \u2013 was noted by Mr O\u2019Brien.\n"


@pytest.mark.parametrize(
    "data, warned",
    [
        (PLAIN.encode(), ""),
        (codecs.BOM_UTF8 + PLAIN.encode(), ""),
        (codecs.BOM_UTF16_LE + PLAIN.encode("utf-16-le"), ""),
        (codecs.BOM_UTF16_BE + PLAIN.encode("utf-16-be"), ""),
        (codecs.BOM_UTF32_LE + PLAIN.encode("utf-32-le"), ""),
        (PLAIN.encode("utf-16-le"), "no byte-order mark"),
        (PLAIN.replace("\n", "\r\n").encode(), ""),
        (PLAIN.replace("\n", "\r").encode(), ""),
        (PLAIN.encode("cp1252"), "byte 20 (line 3), 0x92, is not UTF-8: decoded as Windows-1252"),
        (PLAIN.encode().replace("\u2019s".encode(), b"\x92s"), "the bytes that are not UTF-8 were decoded as Windows-1252"),
    ],
)
def test_the_same_text_in_any_common_encoding(data: bytes, warned: str) -> None:
    document = reading.read_bytes(data, "minutes.txt")
    assert document.text == PLAIN
    assert warned in " ".join(document.warnings)
    assert bool(document.warnings) == bool(warned)


@pytest.mark.parametrize(
    "inside",
    ["\x00", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\x08"],
)
def test_letters_that_nobody_sees_are_no_part_of_a_name(inside: str) -> None:
    document = reading.read_bytes(f"Minutes of the meeting\nCllr Jane Sm{inside}ith\n".encode(), "x.txt")
    assert document.text == "Minutes of the meeting\nCllr Jane Smith\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_each_end_of_a_line_is_one(end: str) -> None:
    assert reading.read_bytes(f"one{end}two".encode(), "x.txt").text == "one\ntwo"


def test_a_form_feed_begins_a_page() -> None:
    document = reading.read_bytes(b"page one\n\x0cpage\xc2\xad two\n\x0cpage three", "x.txt")
    assert [document.text[start:][:8] for start in document.pages] == ["page one", "page two", "page thr"]


def test_composed_and_decomposed_letters_are_one_name() -> None:
    assert reading.read_bytes("Cllr Sea\u0301n Mo\u0301r".encode(), "x.txt").text == "Cllr Se\u00e1n M\u00f3r"


@pytest.mark.parametrize(
    "text, said",
    [
        ("Cllr \u202eevE\u202c Eff", "line 1: direction control U+202E kept in the text"),
        ("one\nMr O\u00e2\u20ac\u2122Brien", "line 2: garbled letters"),
        ("a" * 20_001, "line 1: 20,001 characters in one line; kept"),
    ],
)
def test_what_is_odd_is_kept_and_reported(text: str, said: str) -> None:
    document = reading.read_bytes(text.encode(), "x.txt")
    assert document.text == text
    assert document.warnings[0].startswith(said)


def test_no_letter_is_lost_for_its_control_code() -> None:
    assert reading.read_bytes("O\x92Brien of the Council".encode(), "x.txt").text == "O\u2019Brien of the Council"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert "\r" not in clean(text)


@pytest.mark.parametrize(
    "data, name, reason, said",
    [
        (b"", "x.txt", "empty", "this file is empty"),
        (b"", "x.pdf", "empty", "this file is empty"),
        (b" \r\n\t \xef\xbb\xbf", "x.docx", "empty", "this file is empty"),
        (bytes(range(256)) * 80, "x.txt", "not-text", "not a text file"),
        (b"Minutes of the Council \x81 and more", "x.txt", "not-text", "byte 23 (line 1), 0x81, is neither UTF-8 nor Windows-1252"),
        (bytes(range(256)) * 80, "x.pdf", "not-a-pdf", "this is not PDF, as its name says"),
        (b"\x01\x02\x03\x04abcdefg\x05\x06" * 9, "x.txt", "not-text", "not a text file"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "x.txt", "not-text", "is not UTF-16-LE"),
        (b'{"meetings": [{"body": "Cabinet"}]}', "x.json", "unsupported", "this is JSON"),
        (b' [["a"]]', "x.txt", "unsupported", "this is JSON"),
        (b"{\\rtf1\\ansi Minutes}", "x.doc", "unsupported", "save it as .docx"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "x.doc", "unsupported", "Word 97 file (.doc)"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "x.docx", "password", "needs a password"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "x.pdf", "not-text", "a picture (PNG); a scan needs OCR"),
        (b"\x1f\x8b\x08" + bytes(99), "x.txt", "unsupported", "unpack it first"),
    ],
)
def test_what_is_not_text_is_refused_in_a_sentence(data: bytes, name: str, reason: str, said: str) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        reading.read_bytes(data, name)
    assert caught.value.reason == reason
    assert said in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")
    assert "\n" not in str(caught.value)


def test_a_file_that_is_too_big_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as target:
        target.truncate(reading.MAX_BYTES + 1)
    with pytest.raises(UnreadableDocument, match="100 MB") as caught:
        reading.read(path)
    assert caught.value.reason == "too-big"


def test_what_is_no_file_is_refused_without_a_wait(tmp_path: Path) -> None:
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    import os

    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("folder.pdf", "loop.txt", "pipe.txt"):
        with pytest.raises(UnreadableDocument) as caught:
            reading.read(tmp_path / name)
        assert caught.value.reason == "not-a-file"
    with pytest.raises(MissingInput, match="no such file"):
        reading.read(tmp_path / "nothing.txt")


def test_a_document_knows_its_file_and_its_text(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes(codecs.BOM_UTF8 + b"Minutes\r\n")
    document = reading.read(path)
    assert (document.name, document.form, document.text) == ("minutes.txt", "text", "Minutes\n")
    plain = reading.read_bytes(b"Minutes\n", "other.txt")
    assert document.text_hash == plain.text_hash
    assert document.file_hash != plain.file_hash


def test_text_with_a_name_that_promises_more_is_read_with_a_warning() -> None:
    document = reading.read_bytes(b"Minutes of the Council\n", "minutes.docx")
    assert document.text == "Minutes of the Council\n"
    assert document.warnings == ("its name ends in .docx, but it is plain text, and was read as that",)


WELSH = "Cafwyd ymddiheuriadau am absenoldeb gan y Cynghorydd Davies. Penderfynwyd derbyn cofnodion y cyfarfod a gynhaliwyd ar 3 Mawrth."


def test_welsh_is_reported_and_kept_from_the_readers_of_english() -> None:
    english = "Apologies for absence were received from Councillor Davies of Cyngor Gwynedd."
    document = reading.read_bytes(f"Minutes\n\nCofnodion\n\n{WELSH}\n\n{english}\f\n{WELSH}\n\n{english}\n".encode(), "x.txt")
    assert document.text == f"Minutes\n\n{english}\n\n{english}\n"
    assert document.warnings == ("bilingual paper: 3 paragraphs in Welsh left out",)
    assert document.text[document.pages[1] :].strip() == english
    with pytest.raises(UnreadableDocument) as caught:
        reading.read_bytes(f"{WELSH}\n\n{WELSH}\n".encode(), "x.txt")
    assert caught.value.reason == "welsh"
