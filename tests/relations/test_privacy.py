"""What is nobody's business: after a build no file of the output folder holds a resident's name, an illness, a telephone or a home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_builder import pipeline

PAPER = """Ashford County Council

Minutes of the meeting of the Housing and Planning Panel held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford

Present:
Councillor Anne Bell (Chairman)
Councillor C Dunn
Councillor R Hall

Apologies: Councillor J Meade (recovering from a hip operation), Councillor P Green - bereavement

1. Apologies

Apologies were received from Councillor Meade, who was recovering from a hip operation.

2. Public participation

Mrs Prudence Wigglesworth of 14 Larkspur Close, Ashford, AS4 7QT, a resident, asked why the bridge was closed.
Her neighbour, Mr Tobias Quillfeather, said that his daughter Lettice Quillfeather could not walk to school.
Mrs Wigglesworth can be reached on 01632 960147 or at prudence.w@example.org. Mr Quillfeather's mobile is 07700 900456.

3. Bridge at Mill Lane

RESOLVED: That officers write to Mrs Prudence Wigglesworth about the bridge.

Proposed by Councillor Hall, seconded by Councillor Dunn.

Councillor C Dunn declared an interest in item 3 as his brother, Ronald Hall, was employed by the applicant. Ronald Hall had no say.
The Chairman congratulated Councillor Dunn's daughter, Ottoline, on her results, and heard of Mrs Wigglesworth's son Peregrine, aged 9.
The driver (DOB 03/04/1971) was known. Contact: Euan Marsh, Committee Officer, 01632 960777, euan.marsh@example.org

4. Absence

RESOLVED: To accept the apologies of Councillor Meade (chemotherapy) and Councillor Green (holiday).
"""
PRIVATE = ["Wigglesworth", "Prudence", "Quillfeather", "Tobias", "Lettice", "Larkspur", "AS4 7QT", "01632 960147", "07700 900456", "prudence.w", "example.org"]
PRIVATE += ["Ronald", "Ottoline", "Peregrine", "aged 9", "03/04/1971", "01632 960777", "euan.marsh"]
ILLNESS = ["hip operation", "recovering", "bereavement"]
PUBLIC = ["Anne Bell", "County Hall", "about the bridge"]


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The bytes of each file that a build of the paper published, with its name before them."""
    folder = tmp_path_factory.mktemp("privacy")
    (folder / "papers").mkdir()
    (folder / "papers/minutes.txt").write_text(PAPER, encoding="utf-8")
    pipeline.build([folder / "papers"], output=folder / "exports", state=folder / "build")
    return {path.relative_to(folder).as_posix(): path.name.encode() + path.read_bytes() for path in _files(folder / "exports")}


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def _holders(contents: dict[str, bytes], words: str) -> list[str]:
    """The files that hold some words, as they are or as an id spells them, in any case."""
    forms = {words.casefold().encode(), words.casefold().replace(" ", "-").encode()}
    return [name for name, content in contents.items() if any(form in content.lower() for form in forms)]


@pytest.mark.parametrize("words", PRIVATE)
def test_no_file_holds_what_is_private(contents: dict[str, bytes], words: str) -> None:
    assert _holders(contents, words) == []


@pytest.mark.parametrize("words", ILLNESS)
def test_no_file_tells_why_somebody_sent_apologies(contents: dict[str, bytes], words: str) -> None:
    assert _holders(contents, words) == []


def test_no_decision_tells_why_somebody_sent_apologies(contents: dict[str, bytes]) -> None:
    assert _holders(contents, "chemotherapy") == []


@pytest.mark.parametrize("words", PUBLIC)
def test_what_is_public_is_there(contents: dict[str, bytes], words: str) -> None:
    assert _holders(contents, words)


def test_a_relative_is_not_the_councillor_of_like_name(contents: dict[str, bytes]) -> None:
    attendance = next(content for name, content in contents.items() if name.endswith("tables/attendance.csv")).decode()
    interests = next(content for name, content in contents.items() if name.endswith("tables/interests.csv")).decode()
    assert "R Hall" in attendance
    assert "brother" in interests


def test_the_decision_stays_without_the_name(contents: dict[str, bytes]) -> None:
    decisions = next(content for name, content in contents.items() if name.endswith("tables/decisions.csv"))
    assert "write to […]".encode() in decisions or "write to Mrs […]".encode() in decisions


WISHED = """Ashford County Council

Minutes of the meeting of the Housing and Planning Panel held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford

Present:
Councillor Anne Bell (Chairman)
Councillor C Dunn

1. Welcome

All members wished Nora Quill, Chief Executive – Vale District Council, a full recovery, and a card was signed.
Councillor Dunn hoped that Euan Marsh, Head of Housing, a speedy recovery would make.
The Mayor wished Martin Tolling, Town Clerk, every happiness in his retirement.
"""


def test_a_post_ends_at_what_is_wished(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text(WISHED, encoding="utf-8")
    pipeline.build([tmp_path / "minutes.txt"], output=tmp_path / "exports", state=tmp_path / "build")
    published = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in _files(tmp_path / "exports")}
    assert _holders(published, "full recovery") == _holders(published, "speedy recovery") == []
    posts = (tmp_path / "exports/tables/posts.csv").read_text()
    assert "Nora Quill,Chief Executive – Vale District Council," in posts
    assert "Martin Tolling,Town Clerk," in posts
