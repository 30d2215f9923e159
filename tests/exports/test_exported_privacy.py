"""What is nobody's business is in no byte of any exported file: private people, contacts, homes and suppressed names, from papers of five formats."""

from __future__ import annotations

import sqlite3
import zipfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from graph_builder import exports, pipeline, store, verification
from graph_builder.exports import FORMATS, Content
from tests.reading.papers import column, docx, odt, pdf

# Each format has people of its own, so that a leak says which reader it came through.
PEOPLE = {
    "txt": ("Prudence Wigglesworth", "Larkspur Close", "AS4 7QT", "01632 960147", "prudence.w@mailbox.example", "Barnaby Throckmorton"),
    "html": ("Tobias Quillfeather", "Foxglove Avenue", "BR2 9XD", "01632 960258", "tobias.q@mailbox.example", "Cornelius Hackensmith"),
    "docx": ("Araminta Snodgrass", "Bluebell Crescent", "CH5 3QR", "01632 960369", "araminta.s@mailbox.example", "Gwendolen Fitzwarren"),
    "odt": ("Marmaduke Pettifer", "Honeysuckle Drive", "DN8 4ZW", "01632 960471", "marmaduke.p@mailbox.example", "Leopold Winterbourne"),
    "pdf": ("Hortensia Bramwell", "Primrose Terrace", "EX1 6YB", "01632 960582", "hortensia.b@mailbox.example", "Thaddeus Oakenshaw"),
}
BODY = {"txt": "Housing", "html": "Planning", "docx": "Licensing", "odt": "Pensions", "pdf": "Highways"}
SLIPS = ("a knee operation", "chemotherapy")


def paper(form: str) -> list[str]:
    """The lines of a paper with a resident who asks, gives every contact there is, and a member whom somebody wants out."""
    name, street, postcode, phone, mail, member = PEOPLE[form]
    return [
        "Ashford County Council",
        "",
        f"Minutes of the meeting of the {BODY[form]} Committee held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford",
        "",
        "Present:",
        "Councillor Anne Bell (Chairman)",
        f"Councillor {member}",
        "",
        "Apologies: Councillor J Meade (recovering from a knee operation)",
        "",
        "1. Public participation",
        "",
        f"Mrs {name} of 14 {street}, Ashford, {postcode}, a resident, asked why the bridge was closed.",
        f"Mrs {name} can be reached on {phone} or at {mail}.",
        "",
        "2. Bridge at Mill Lane",
        "",
        f"RESOLVED: That officers write to Mrs {name} about the bridge.",
        "",
        f"Councillor {member} declared an interest as a governor of Mill Lane School.",
    ]


def made(form: str) -> bytes:
    """The paper as a file of its format."""
    lines = paper(form)
    if form == "html":
        return f"<html><body>{''.join(f'<p>{escape(line)}</p>' for line in lines if line)}</body></html>".encode()
    if form == "docx":
        return docx("".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines))
    if form == "odt":
        return odt("".join(f"<text:p>{escape(line)}</text:p>" for line in lines))
    if form == "pdf":
        wrapped = [part for line in lines for part in _wrapped(line)]
        return pdf([column(72, 72, wrapped)])
    return "\n".join(lines).encode()


def _wrapped(line: str) -> Iterator[str]:
    words, row = line.split(), ""
    for word in words:
        if len(row) + len(word) > 80:
            yield row
            row = ""
        row = f"{row} {word}".strip()
    yield row


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of each file that a build and an export wrote, with its name before them; of the database its cells too."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "papers").mkdir()
    (folder / "own").mkdir()
    for form in PEOPLE:
        (folder / "papers" / f"minutes.{form}").write_bytes(made(form))
    (folder / "own/suppressed.csv").write_text("what\n" + "".join(f"{people[5]}\n" for people in PEOPLE.values()), encoding="utf-8")
    output = folder / "exports"
    report = pipeline.build([folder / "papers"], output=output, state=folder / "build", project=folder / "own", model="none")
    assert len(report.coverage) == len(PEOPLE), "every format was read"
    content = Content(verification.read_back(output), store.open_dataset(output), output, exports.settings())
    exports.export(content, folder / "dataset", FORMATS)
    files = [path for place in (output, folder / "dataset") for path in sorted(place.rglob("*")) if path.is_file()]
    found = {path.relative_to(folder).as_posix(): path.name.encode() + b"\n" + path.read_bytes() for path in files}
    for path in files:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                found |= {f"{path.relative_to(folder).as_posix()}/{part}": archive.read(part) for part in archive.namelist()}
    with sqlite3.connect(folder / "dataset/tables.db") as base:
        found["cells of tables.db"] = "\n".join(base.iterdump()).encode()
    base.close()
    return found


def holders(files: dict[str, bytes], words: str) -> list[str]:
    """The files that have the words, in any case, plain or as an id, an address, JSON, XML or UTF-16 spells them."""
    plain = words.casefold()
    forms = {plain, plain.replace(" ", "-"), quote(plain), escape(plain), plain.replace(" ", "_"), plain.replace("@", "%40"), plain.replace(" ", "")}
    wanted = {form.encode() for form in forms} | {form.encode("utf-16-le") for form in forms}
    return [name for name, data in files.items() if any(form in data.lower() for form in wanted)]


PLANTED = [(form, words) for form, said in PEOPLE.items() for words in (*said, *said[0].split(), said[5].split()[1])]


@pytest.mark.parametrize("form,words", PLANTED, ids=[f"{form}-{words}" for form, words in PLANTED])
def test_no_byte_tells_what_is_private(everything: dict[str, bytes], form: str, words: str) -> None:
    assert holders(everything, words) == []


@pytest.mark.parametrize("words", SLIPS)
def test_no_byte_tells_why_somebody_was_away(everything: dict[str, bytes], words: str) -> None:
    assert holders(everything, words) == []


@pytest.mark.parametrize("form", PEOPLE)
def test_what_is_public_is_there(everything: dict[str, bytes], form: str) -> None:
    """So that the search is known to find what is there: the same paper's body, chair and decision."""
    for words in (f"{BODY[form]} Committee", "Anne Bell", "about the bridge"):
        found = holders(everything, words)
        assert {"dataset/dataset.nt", "dataset/dataset.jsonld", "dataset/tables.db", "exports/dataset.nt"} <= set(found), words


def test_what_is_packed_is_unpacked_for_the_search(everything: dict[str, bytes]) -> None:
    """A workbook is a zip file: its parts are searched as files of their own, and no other file hides its bytes."""
    packed = {name for name, data in everything.items() if b"PK\x03\x04" in data}
    assert packed <= {"dataset/tables.xlsx", "exports/tables.xlsx"}
    for name in packed:
        assert any(part.startswith(f"{name}/") and part.endswith(".xml") for part in everything)
