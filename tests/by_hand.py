"""A small house for tests of the corridor: papers of a few lines, and readers so plain that no rule of the real ones matters here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import pytest

from graph_builder import cli
from graph_builder import vocabulary as v
from graph_builder.model import Basis, Coverage, Document, Literal, Reading, Statement
from graph_builder.resolution import Resolved
from graph_builder.resolution.judgements import Judgement

MINUTES = "Minutes of the Panel of Ashford Council\nPresent: Mr A Bell, Mrs C Dunn\nCllr É O'Connor, 01632 960147\n"
AGENDA = "Agenda of the Panel of Ashford Council\nMr A Bell will report.\n"
NOTHING = "A recipe for bread: flour, water and salt.\n"
_PERSON = re.compile(r"\b(?:Mr|Mrs|Cllr) (\w) (\S+?)(?=[,\s])")


def relate(document: Document, *, model: str) -> Reading:
    """A person for each title with an initial and a surname, under the id that it has in the whole corpus."""
    paper = f"id:document/{document.file_hash[:16]}"
    found = {
        Statement(paper, v.TYPE, v.DOCUMENT, (), "file", Basis.SUPPLIED),
        Statement(paper, v.FILE_NAME, Literal(document.name), (), "file", Basis.SUPPLIED),
    }
    for name in _PERSON.finditer(document.text):
        person = f"id:person/ashford/{re.sub('[^a-z]', '', name[2].lower())}-{ord(name[1])}"
        evidence = (document.span(*name.span()),)
        for predicate, value in ((v.TYPE, v.PERSON), (v.NAME, Literal(name[0])), (v.ALT_LABEL, Literal(name[0]))):
            found.add(Statement(person, predicate, value, evidence, "by-hand"))
    return Reading(document, tuple(sorted(found, key=Statement.key)), Coverage(document.id, 3, 2, 0, (document.span(0, 7),)))


def resolved(readings: Iterable[Reading], *, published: Mapping[str, str] | None = None, judgements: Sequence[Judgement] = ()) -> Resolved:
    """All statements, sorted: their ids hold already."""
    return Resolved(tuple(sorted({statement for reading in readings for statement in reading.statements}, key=Statement.key)))


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline with these readers in the place of the real ones."""
    furnish(monkeypatch)


def furnish(patch: pytest.MonkeyPatch) -> None:
    """Put these readers in the place of the real ones."""
    patch.setattr("graph_builder.pipeline.relate", relate)
    patch.setattr("graph_builder.resolution.resolved", resolved)


if __name__ == "__main__":  # the program with these readers, for tests that kill it
    furnish(pytest.MonkeyPatch())
    cli.main()
