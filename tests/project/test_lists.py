"""The lists that a user keeps by hand: what is read of them, and what is refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import lexicon, project
from graph_builder.errors import BadData, CannotCreate
from graph_builder.language.topic_scheme import topics
from graph_builder.model import Correction, CorrectionAction
from graph_builder.project.drafts import draft

HEADER = "claim,action,property,value,quote,document,by,date,why\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    project.make(tmp_path / "own")
    return tmp_path / "own"


def test_a_new_folder_says_nothing_yet(own: Path) -> None:
    made = project.Project(own)
    assert made.corrections() == ()
    assert project.suppressed(own) == project.suppressed()
    assert lexicon.sources(own / "sources.yml") == {}
    with pytest.raises(CannotCreate):
        project.make(own)


@pytest.mark.parametrize(
    "text,line,reason",
    [
        ("claim,action\nx,reject\n", 1, "a column `why`"),
        (HEADER.replace("why", "reason,why"), 1, "`reason` that nobody knows"),
        (f"# a comment\n{HEADER}id:x,undo,,,,,,,mistake\n", 3, "`undo` is no action"),
        (f"{HEADER}id:x,value,outcome,,,,,,mistake\n", 2, "needs a value"),
        (f"{HEADER}\n\nid:x,reject,,,,,,31/03/2026,mistake\n", 4, "no date"),
        (f"{HEADER}id:x,reject,,,,,,,\n", 2, "nothing stands in the column `why`"),
        (f"{HEADER}id:x,add,text,new,,,,,mistake\n", 2, "needs its property"),
        (f"{HEADER}id:x,reject,,,a, b,,,,why\n", 2, "has 10 cells"),
    ],
)
def test_a_list_of_corrections_is_checked_with_its_line(own: Path, text: str, line: int, reason: str) -> None:
    (own / "corrections.csv").write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=reason) as error:
        project.Project(own).corrections()
    assert (error.value.file, error.value.line) == (own / "corrections.csv", line)


def test_what_is_appended_is_what_is_read(own: Path) -> None:
    said = Correction("id:decision/x", CorrectionAction.VALUE, "outcome", "deferred", 'so, "he" said\nthat', "a.txt", "A Clerk", "2026-03-31", "why, indeed")
    project.append(own / "corrections.csv", said)
    project.append(own / "corrections.csv", Correction("id:claim/1", CorrectionAction.REJECT, why="no"))
    first, second = project.Project(own).corrections()
    assert (first.claim, first.action, first.value, first.quote, first.why) == (said.claim, said.action, said.value, said.quote, said.why)
    assert (second.claim, second.action) == ("id:claim/1", CorrectionAction.REJECT)
    assert (own / "corrections.csv").read_text(encoding="utf-8").startswith("# What the program read wrongly")


def test_a_draft_leaves_blanks_for_what_nobody_says(own: Path) -> None:
    found = {"a: b.txt": {"council": "Wyvern District Council", "kind": "minutes"}, "c.txt": {}}
    assert draft(own / "sources.yml", found) == ("a: b.txt", "c.txt")
    assert draft(own / "sources.yml", found) == ()
    assert {name: source.council for name, source in lexicon.sources(own / "sources.yml").items()} == {"a: b.txt": "", "c.txt": ""}
    text = (own / "sources.yml").read_text(encoding="utf-8")
    assert "# the paper says: council Wyvern District Council, kind minutes" in text
    assert text.count("  council:  # fill in") == 1


def test_own_words_and_topics_are_laid_over_those_of_the_program(own: Path) -> None:
    (own / "lexicon/bodies.yml").write_text("meeting_heads: [moot]\nnational:\n  Wyvern Rivers: {id: wyvern-rivers, kind: agency}\n")
    (own / "topics.ttl").write_text('topic:river-pollution a skos:Concept ;\n    skos:prefLabel "river pollution"@en .\n')
    before = lexicon.words("bodies", "meeting_heads")
    lexicon.lay_over(own)
    try:
        assert set(lexicon.words("bodies", "meeting_heads")) == {*before, "moot"}
        assert "Ofsted" in lexicon.load("bodies")["national"]
        assert lexicon.load("bodies")["national"]["Wyvern Rivers"]["id"] == "wyvern-rivers"
        assert "topic:river-pollution" in {topic.id for topic in topics()}
        (own / "lexicon/roles.yml").write_text("chair: [chair]\n")
        with pytest.raises(BadData, match="chair should be a str"):
            lexicon.load("roles")
    finally:
        lexicon.lay_over(None)
    assert lexicon.words("bodies", "meeting_heads") == before
    assert "topic:river-pollution" not in {topic.id for topic in topics()}
