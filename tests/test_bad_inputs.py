"""Every kind of bad file in one folder, beside good ones: each gives one sentence with file and cause, and the rest of the run is unharmed."""

from __future__ import annotations

import csv
import json
import os
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph_builder.cli import run
from tests.reading.papers import WORD, docx, objects, packed, pdf, pdf_pages
from tests.reading.test_pdf_faults import OWNER_PASSWORD, SCAN, USER_PASSWORD, one_page, unpacked

HEAD = "Kirkby Borough Council\nAudit Committee\n5 March 2019\n"
GOOD = f"{HEAD}Present: Cllr Ann Hay\u2019s proxy, Cllr Se\u00e1n O\u2019Brien\n1. Apologies\nNone.\n2. Minutes\n“Agreed” – \u00a34.2m was spent.\n3. Risk\nNoted.\n"
LINES = [line for line in GOOD.replace("\u2019", "'").splitlines() if "\u201c" not in line]
PLAIN = pdf_pages(LINES)
RESOLVED = "RESOLVED: that the fake stand."


def paper(day: int, more: str = "") -> str:
    """A paper of its own day, so that no two are the same text."""
    return GOOD.replace("5 March", f"{day} March") + more


def hidden() -> str:
    shown = "".join(f"<p>{line}</p>" for line in paper(21).splitlines())
    return f"<html><head><script>{RESOLVED}</script><style>{RESOLVED}</style></head><body><h1>Minutes</h1>{shown}<p style='display:none'>{RESOLVED}</p></body></html>"


# the number in the list of bad inputs, name, content, reason in the report (empty where it is read), words of the sentence or warning
CASES: list[tuple[str, str, bytes, str, str]] = [
    ("1", "empty.txt", b"", "empty", "empty"),
    ("1", "empty.pdf", b"", "empty", "empty"),
    ("1", "empty.docx", b"", "empty", "empty"),
    ("2", "noise.pdf", random.Random(1).randbytes(20_000), "not-a-pdf", "not PDF"),
    ("2", "noise-with-header.pdf", b"%PDF-1.7\n" + random.Random(2).randbytes(20_000), "not-a-pdf", "not a readable PDF"),
    ("3", "error-page.pdf", hidden().replace("21 March", "22 March").encode(), "", "it is a web page"),
    ("4", "half.pdf", PLAIN[: len(PLAIN) // 2], "damaged", "cut off"),
    ("4", "nearly-whole.pdf", PLAIN[:-40], "damaged", "cut off"),
    ("5", "junk-before.pdf", b"HTTP/1.1 200 OK\r\n\r\n" + pdf_pages(paper(6).encode("ascii", "ignore").decode().splitlines()), "", "ignored"),
    ("6", "user-password.pdf", unpacked(USER_PASSWORD), "password", "password"),
    ("7", "scan.pdf", SCAN, "no-text-layer", "ocrmypdf"),
    ("8", "tree-of-itself.pdf", one_page(b"BT /R 11 Tf 72 700 Td (Audit Committee 5 March 2019) Tj ET", kids="3 0 R 2 0 R", count=10**9), "", ""),
    ("11", "bomb.docx", packed({"word/document.xml": b"<w:t>" + bytes(120_000_000), "[Content_Types].xml": "<Types/>"}), "too-big", "too large"),
    ("12", "entity.docx", docx("<w:p><w:r><w:t>[&x;] Minutes</w:t></w:r></w:p>",
                               head='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "refused", "DOCTYPE"),
    ("13", "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "unsupported", "Word 97"),
    ("13", "cut.docx", docx(f"<w:p><w:r><w:t xmlns:w='{WORD}'>Minutes</w:t></w:r></w:p>")[:200], "damaged", "damaged"),
    ("13", "text.docx", paper(7).encode(), "", "plain text"),
    ("14", "utf-16.txt", paper(8).encode("utf-16"), "", ""),
    ("14", "mark.txt", paper(9).encode("utf-8-sig"), "", ""),
    ("15", "windows.txt", paper(10).encode("cp1252"), "", "Windows-1252"),
    ("16", "one-bad-byte.txt", paper(11, "Caf\u00e9 \u20ac\n").encode() + b"Caf\xe9 was closed.\n", "", "Windows-1252"),
    ("17", "mojibake.txt", paper(12, "Mr O\u00e2\u20ac\u2122Brien spoke.\n").encode(), "", "garbled"),
    ("18", "controls.txt", paper(13, "Mrs I\u200bda Bell\u00ad spoke.\x00\x85Mr A\u2028Low too.\x0cEnd\n").encode(), "", ""),
    ("19", "bidi.txt", paper(14, "Mrs \u202eIda Bell spoke.\n").encode(), "", "direction control"),
    ("21", "nested.html", b"<html><body>" + b"<div>" * 100_000 + b"Minutes" + b"</div>" * 100_000, "damaged", "within each other"),
    ("22", "hidden.html", hidden().encode(), "", "hidden words"),
    ("23", "slow-a.txt", (paper(15) + "Cllr " + "a " * 25_000 + "!\n").encode(), "", ""),
    ("23", "slow-b.txt", (paper(16) + "RESOLVED " * 10_000 + "\n").encode(), "", ""),
    ("24", "twice.txt", GOOD.encode(), "same-text", "same text"),
    ("24", "twice-crlf.txt", GOOD.replace("\n", "\r\n").encode(), "same-text", "same text"),
    ("-", "welsh.txt", ("Cynhaliwyd cyfarfod o'r pwyllgor yn y neuadd gyda'r aelodau oedd yn bresennol ac mae'r cofnodion yma.\n" * 9).encode(), "welsh", "Welsh"),
    ("-", "bread.txt", b"A recipe for bread: flour, water and salt.\n", "nothing-of-a-council", "nothing of a council"),
    ("-", "owner-password.pdf", unpacked(OWNER_PASSWORD), "nothing-of-a-council", "nothing of a council"),
    ("-", "objects.pdf", objects([b"<< /Type /Catalog /Pages 2 0 R >>"]), "damaged", "PDF"),
    ("-", "blank.pdf", pdf([[]]), "no-text-layer", "ocrmypdf"),
]  # fmt: skip


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, Mapping[str, Mapping[str, Any]], list[str]]:
    """The folder of a build of all of them, its exit code, the rows of its report by file, and the lines that it said."""
    folder = tmp_path_factory.mktemp("bad")
    (folder / "papers/folder.pdf").mkdir(parents=True)
    (folder / "papers/good.txt").write_text(GOOD, encoding="utf-8")
    for _, name, content, _, _ in CASES:
        (folder / "papers" / name).write_bytes(content)
    with (folder / "papers/huge.txt").open("wb") as huge:
        huge.truncate(200_000_000)
    os.mkfifo(folder / "papers/pipe.pdf")
    (folder / "papers/loop.pdf").symlink_to(folder / "papers/loop.pdf")
    (folder / "papers/out.txt").symlink_to("/etc/hostname")
    said = folder / "said"
    with said.open("w") as err, pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stderr", err)
        words = ["build", folder / "papers", "-o", folder / "exports", "--state", folder / "state", "--model", "none"]
        code = run([str(word) for word in words])
    rows = json.loads((folder / "exports/report.json").read_text(encoding="utf-8"))
    return folder, code, {row["file"]: row for row in rows}, said.read_text(encoding="utf-8").splitlines()


Outcome = tuple[Path, int, Mapping[str, Mapping[str, Any]], list[str]]


@pytest.mark.parametrize("number,name,content,reason,words", CASES, ids=[f"{case[0]} {case[1]}" for case in CASES])
def test_a_bad_file_is_one_sentence(outcome: Outcome, number: str, name: str, content: bytes, *, reason: str, words: str) -> None:
    _, _, rows, said = outcome
    row = rows[name]
    assert row["reason"] == reason, number
    assert row["bytes"] == len(content)
    assert row["status"] == ("duplicate" if reason == "same-text" else "skipped" if reason else "read")
    told = row["message"] if reason else "; ".join(row["warnings"])
    assert words in told
    if reason:
        assert [line for line in said if f"/{name}: " in line] == [
            f"{'note' if reason == 'same-text' else 'error'}: {outcome[0] / 'papers' / name}: {row['message']}"
        ]


@pytest.mark.parametrize(
    "name,reason", [("huge.txt", "too-big"), ("pipe.pdf", "not-a-file"), ("loop.pdf", "broken-link"), ("out.txt", "link-out"), ("folder.pdf", "folder-named-like-a-paper")]
)
def test_what_is_no_file_or_too_big_is_passed_over(outcome: Outcome, name: str, reason: str) -> None:
    assert outcome[2][name]["reason"] == reason


def test_the_rest_of_the_run_is_unharmed(outcome: Outcome, tmp_path: Path) -> None:
    _, code, rows, _ = outcome
    assert code == 65
    assert rows["good.txt"]["status"] == "read"
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    assert run(["build", str(tmp_path / "good.txt"), "-o", str(tmp_path / "exports"), "--state", str(tmp_path / "state"), "--model", "none"]) == 0
    assert rows["good.txt"]["triples"] == json.loads((tmp_path / "exports/report.json").read_text(encoding="utf-8"))[0]["triples"]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"exports/tables/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_hidden_word_is_a_decision_and_no_other_file_is_read(outcome: Outcome) -> None:
    folder = outcome[0]
    assert not [row for row in table(folder, "decisions") if "fake" in row["text"]]
    published = b"".join(path.read_bytes() for path in (folder / "exports").glob("*.ttl"))
    assert b"root:" not in published
    assert b"file:///" not in published


@pytest.mark.parametrize("name", ["utf-16.txt", "mark.txt", "windows.txt", "text.docx"])
def test_another_encoding_has_the_same_people(outcome: Outcome, name: str) -> None:
    people = [row["person"] for row in table(outcome[0], "attendance") if row["document"] == name]
    assert people == [row["person"] for row in table(outcome[0], "attendance") if row["document"] == "good.txt"]
    assert people
