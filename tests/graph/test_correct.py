"""What a person corrects: found by id and quote, carried out, told apart from what the papers say, and reported where it cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_builder.graph import Corrected, correct
from graph_builder.graph.build import claim_id
from graph_builder.model import Basis, Correction, CorrectionAction, Document, Literal, Span, Statement, Triple

TEXT = "RESOLVED that the pond be kept. Cllr A Hay was present."
PAPER = Document("a.txt", TEXT, "f" * 64, "a" * 64)
DECISION, ATTENDANCE, PERSON = "id:decision/w/p/2024-03-05/5/1", "id:attendance/w/p/2024-03-05/hay-a", "id:person/w/hay-a"
RESOLVED, PRESENT = Span(PAPER.id, 0, 31), Span(PAPER.id, 32, 55)
SAID = (
    Statement(DECISION, "rdf:type", "civ:Decision", (RESOLVED,), "r"),
    Statement(DECISION, "civ:outcome", "outcome:resolved", (RESOLVED,), "r"),
    Statement(DECISION, "civ:text", Literal("the pond be kept"), (RESOLVED,), "r"),
    Statement(DECISION, "civ:earliest", Literal("2024-03-05", "xsd:date"), (PRESENT,), "r", Basis.DERIVED),
    Statement(ATTENDANCE, "rdf:type", "civ:Attendance", (PRESENT,), "r"),
    Statement(ATTENDANCE, "civ:attendee", PERSON, (PRESENT,), "r"),
    Statement(PERSON, "rdf:type", "foaf:Person", (PRESENT,), "r"),
    Statement(PERSON, "foaf:name", Literal("A Hay"), (PRESENT,), "r"),
    Statement("id:person/w/lee-b", "foaf:name", Literal("B Lee"), (), "r", Basis.SUPPLIED),
)
QUOTE = TEXT[:31]


def one(claim: str, action: str = "value", **more: str) -> Corrected:
    given = {"quote": QUOTE, "document": "a.txt", "why": "it is so"} | more
    return correct(SAID, [Correction(claim, CorrectionAction(action), **given)], [PAPER])  # type: ignore[arg-type]


def values(corrected: Corrected, subject: str, predicate: str) -> set[tuple[str, str]]:
    found = [s for s in corrected.statements if (s.subject, s.predicate) == (subject, predicate)]
    return {(s.object.value if isinstance(s.object, Literal) else s.object, s.basis.value) for s in found}


@pytest.mark.parametrize(
    "name,value,predicate,expected",
    [
        ("outcome", "deferred", "civ:outcome", "outcome:deferred"),
        ("civ:outcome", "outcome:not-agreed", "civ:outcome", "outcome:not-agreed"),
        ("text", "the pond be filled", "civ:text", "the pond be filled"),
        ("date", "2024-03-06", "civ:earliest", "2024-03-06"),
    ],
)
def test_a_value_is_replaced_and_shown_as_corrected(name: str, value: str, predicate: str, expected: str) -> None:
    corrected = one(DECISION, property=name, value=value, by="A Clerk", date="2026-03-31")
    assert corrected.outcomes[0].applied
    assert values(corrected, DECISION, predicate) == {(expected, "corrected")}
    assert ("civ:Decision", "corrected") in values(corrected, DECISION, "rdf:type")
    kept = [s for s in corrected.statements if s.subject == DECISION and s.predicate == predicate]
    assert all(s.evidence for s in kept), "the printed words stay beside it"
    ((note, _),) = values(corrected, DECISION, "civ:correction")
    assert note.endswith("(A Clerk, 2026-03-31): it is so")
    assert value.removeprefix("outcome:").replace("-", " ") in note.replace("-", " ")


def test_a_person_is_replaced_by_name_or_id() -> None:
    for value in ("B Lee", "id:person/w/lee-b"):
        corrected = one(ATTENDANCE, property="person", value=value, quote="Cllr A Hay was present.")
        assert values(corrected, ATTENDANCE, "civ:attendee") == {("id:person/w/lee-b", "corrected")}


def test_a_rejected_claim_is_gone_with_what_points_to_it() -> None:
    corrected = one(DECISION, "reject")
    assert not [s for s in corrected.statements if DECISION in (s.subject, s.object)]
    single = claim_id(Triple(DECISION, "civ:earliest", Literal("2024-03-05", "xsd:date")), [PRESENT])
    corrected = one(single, "reject", quote="Cllr A Hay was present.")
    assert set(SAID) - set(corrected.statements) == {SAID[3]}


def test_a_fact_is_added_with_the_words_that_say_it() -> None:
    corrected = one(PERSON, "add", property="name", value="Anne Hay", quote="Cllr A Hay")
    assert ("Anne Hay", "corrected") in values(corrected, PERSON, "foaf:name")
    added = next(s for s in corrected.statements if isinstance(s.object, Literal) and s.object.value == "Anne Hay")
    assert PAPER.quote(added.evidence[0]) == "Cllr A Hay"


def test_a_claim_whose_id_changed_is_found_by_its_quote() -> None:
    corrected = one(DECISION.replace("5/1", "7/1"), property="outcome", value="deferred")
    assert corrected.outcomes[0].message == f"replaced (its id is {DECISION} now)"
    masked = one(DECISION, property="outcome", value="deferred", quote="RESOLVED that […] be kept.")
    assert masked.outcomes[0].applied


@pytest.mark.parametrize(
    "claim,more,reason",
    [
        (DECISION, {"property": "outcome", "value": "x", "quote": "RESOLVED otherwise."}, "its quote is gone"),
        (DECISION, {"property": "outcome", "value": "x", "quote": "RESOLVED otherwise.", "document": "b.txt"}, "b.txt is not in this build"),
        (DECISION, {"property": "colour", "value": "x"}, "it has no 'colour'"),
        (DECISION, {"property": "date", "value": "soon"}, "'soon' is no date"),
        (DECISION, {"value": "x"}, "name the property"),
        (ATTENDANCE, {"property": "person", "value": "C Mann", "quote": "Cllr A Hay was present."}, "no things here are called 'C Mann'"),
        ("id:decision/other", {"property": "outcome", "value": "x", "quote": ""}, "no quote tells"),
    ],
)
def test_what_cannot_be_carried_out_changes_nothing_and_is_told(claim: str, more: dict[str, str], reason: str) -> None:
    corrected = one(claim, **more)
    assert set(corrected.statements) == set(SAID)
    assert not corrected.outcomes[0].applied
    assert reason in corrected.outcomes[0].message


def test_several_facts_with_the_words_are_told_and_none_is_changed() -> None:
    twin = [replace(s, subject=s.subject.replace("5/1", "6/1")) for s in SAID if s.subject == DECISION]
    correction = Correction(DECISION.replace("5/1", "9/1"), CorrectionAction.REJECT, quote=QUOTE, document="a.txt", why="no")
    corrected = correct([*SAID, *twin], [correction], [PAPER])
    assert "several facts have its words" in corrected.outcomes[0].message
