"""Each shape accepts the good corpus and reports its bad example; counts beyond belief are reported too."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib

from graph_builder import lexicon, validation
from graph_builder.errors import BadData
from graph_builder.model import Graph, Id, Literal, Triple
from graph_builder.validation import Report
from graph_builder.vocabulary import expand
from tests import corpus

DAY, LATER = Literal("2018-03-05", "xsd:date"), Literal("2018-03-09", "xsd:date")
PERSON, MEETING, ITEM = corpus.SMITH, corpus.FIRST, "id:item/ashford/scrutiny-panel/2018-03-05/271"
WORDS = Literal("words")
SENTENCE = "id:text/bad#char=9,3"

# For each shape: what is said of a thing that breaks it, and what the report then says. The thing is `id:bad/` and the number of its line.
BAD: list[tuple[str, list[tuple[Id, Id | Literal]], str]] = [
    ("Meeting", [("rdf:type", "civ:Meeting")], "No paper says which body met."),
    ("Meeting", [("rdf:type", "civ:Meeting")], "No paper says when the meeting was."),
    ("Meeting", [("rdf:type", "civ:Meeting"), ("civ:heldBy", corpus.PANEL), ("civ:heldBy", corpus.COUNCIL)], "A meeting is held by one body."),
    (
        "Meeting",
        [("rdf:type", "civ:Meeting"), ("civ:earliest", LATER), ("civ:latest", DAY)],
        "A meeting has one date, and its first day is not after its last.",
    ),
    ("Meeting", [("rdf:type", "civ:Meeting"), ("civ:startTime", WORDS)], "A start is a time of day."),
    ("Attendance", [("rdf:type", "civ:Attendance"), ("civ:atMeeting", MEETING)], "An attendance has a person or a post, at one meeting."),
    ("Attendance", [("rdf:type", "civ:Attendance"), ("civ:attendee", PERSON)], "An attendance is at one meeting."),
    ("Attendance", [("rdf:type", "civ:Attendance"), ("civ:attendee", corpus.PANEL), ("civ:atMeeting", MEETING)], "An attendance is of one person."),
    ("Apology", [("rdf:type", "civ:Apology"), ("civ:atMeeting", MEETING)], "Apologies are of a person or a post, for one meeting."),
    (
        "PresentAndAway",
        [("rdf:type", "civ:Apology"), ("civ:excused", PERSON), ("civ:atMeeting", MEETING)],
        "Somebody is listed as present at this meeting and as having sent apologies.",
    ),
    ("Item", [("rdf:type", "civ:AgendaItem"), ("civ:itemOf", MEETING)], "An item has a title or a number, and one meeting."),
    ("Item", [("rdf:type", "civ:AgendaItem"), ("dcterms:title", WORDS)], "An item is of one meeting."),
    ("Decision", [("rdf:type", "civ:Decision"), ("civ:outcome", "outcome:resolved"), ("civ:aboutItem", ITEM)], "A decision has its words."),
    ("Decision", [("rdf:type", "civ:Decision"), ("civ:text", WORDS), ("civ:aboutItem", ITEM)], "A decision has an outcome."),
    ("Decision", [("rdf:type", "civ:Decision"), ("civ:text", WORDS), ("civ:outcome", "outcome:resolved")], "A decision that belongs to no item."),
    ("Decision", [("rdf:type", "civ:Decision"), ("civ:proposedBy", PERSON), ("civ:secondedBy", PERSON)], "Another person than the proposer seconds."),
    ("Decision", [("rdf:type", "civ:Decision"), ("civ:votesFor", Literal("-1", "xsd:integer"))], "Votes are counted."),
    ("Vote", [("rdf:type", "civ:Vote"), ("civ:voter", PERSON)], "A vote is on one decision."),
    ("Vote", [("rdf:type", "civ:Vote"), ("civ:onDecision", "id:decision/ashford/272/1")], "A vote is of one person."),
    ("InterestDeclaration", [("rdf:type", "civ:InterestDeclaration"), ("civ:atMeeting", MEETING)], "An interest is declared by one person."),
    ("Recommendation", [("rdf:type", "civ:Recommendation")], "A recommendation has its words."),
    ("Action", [("rdf:type", "civ:Action")], "An action has its words."),
    (
        "Reference",
        [("rdf:type", "civ:Reference"), ("civ:relation", "relation:referral")],
        "A reference points to a meeting, a body, a title or a date, and says how.",
    ),
    ("Reference", [("rdf:type", "civ:Reference"), ("civ:toTitle", WORDS)], "A reference says how it is related."),
    ("Person", [("rdf:type", "foaf:Person")], "A person has one name; other forms are labels."),
    ("PrivatePerson", [("rdf:type", "civ:PrivatePerson"), ("foaf:name", WORDS)], "A private person is not published."),
    ("Body", [("rdf:type", "org:OrganizationalUnit")], "A body has one name; other forms are labels."),
    ("Membership", [("rdf:type", "org:Membership"), ("org:member", PERSON)], "A membership is of one person in one body."),
    ("PostHolding", [("rdf:type", "civ:PostHolding"), ("org:member", PERSON)], "What is held is a post."),
    ("Inspection", [("rdf:type", "civ:Inspection")], "No paper says who inspected."),
    ("Inspection", [("rdf:type", "civ:Inspection"), ("civ:earliest", LATER), ("civ:latest", DAY)], "The first day of an inspection is not after its last."),
    ("Plan", [("rdf:type", "civ:Plan")], "A plan has one name."),
    ("Observation", [("rdf:type", "sosa:Observation"), ("civ:valueAsPrinted", WORDS)], "A measured value says of what."),
    ("Concept", [("rdf:type", "skos:Concept")], "A concept that no scheme of the ontology has."),
    ("Proof", [("civ:rule", WORDS), ("civ:basis", "basis:stated")], "A claim has a quote, unless it is supplied with the papers."),
    ("Proof", [("civ:rule", WORDS)], "What has proof says on which basis."),
    ("Proof", [("civ:rule", WORDS), ("civ:confidence", Literal("1.5", "xsd:decimal"))], "A confidence is a share."),
    ("Claim", [("rdf:type", "rdf:Statement"), ("civ:rule", WORDS), ("rdf:subject", PERSON)], "A claim gives one value."),
    (
        "Sentence",
        [("rdf:type", "nif:Sentence"), ("nif:beginIndex", Literal("9", "xsd:nonNegativeInteger")), ("nif:endIndex", Literal("3", "xsd:nonNegativeInteger"))],
        "A sentence begins before it ends.",
    ),
    ("Text", [("rdf:type", "nif:Context")], "A text comes from a file."),
    ("Document", [("rdf:type", "foaf:Document")], "A paper has the name of its file."),
    ("Place", [("rdf:type", "dcterms:Location")], "A place has a name."),
]


@pytest.fixture(scope="module")
def bad() -> Report:
    """The report of the corpus with every bad example in it."""
    added = (Triple(f"id:bad/{number}", *pair) for number, (_, said, _) in enumerate(BAD) for pair in said)
    return validation.check(Graph((*corpus.built().facts, *added), corpus.built().evidence))


def test_the_corpus_conforms() -> None:
    report = validation.check(corpus.built())
    assert report.conforms
    assert not report.results


@pytest.mark.parametrize(
    "number, message", [(number, message) for number, (_, _, message) in enumerate(BAD)], ids=[f"{name}-{at}" for at, (name, _, _) in enumerate(BAD)]
)
def test_a_bad_example_is_reported(bad: Report, number: int, message: str) -> None:
    assert not bad.conforms
    assert message in [result.message for result in bad.results if result.focus == f"id:bad/{number}"]


def test_each_shape_has_a_bad_example() -> None:
    shapes = rdflib.Graph().parse(lexicon.ontology_dir() / "shapes.ttl")
    names = {str(shape).rpartition("/")[2] for shape in shapes.subjects(rdflib.RDF.type, rdflib.SH.NodeShape)}
    assert names == {name for name, _, _ in BAD}


def test_each_shape_speaks_of_terms_that_exist() -> None:
    shapes = rdflib.Graph().parse(lexicon.ontology_dir() / "shapes.ttl")
    terms = rdflib.Graph().parse(lexicon.ontology_dir() / "civ.ttl")
    spoken = {node for triple in shapes for node in triple if str(node).startswith(expand("civ:"))}
    assert not [str(term) for term in spoken - {rdflib.URIRef(expand("civ:"))} if (term, None, None) not in terms and not isinstance(term, rdflib.Literal)]


def test_a_warning_does_not_break_conformity() -> None:
    report = validation.check(Graph((*corpus.built().facts, Triple("topic:nothing", "rdf:type", "skos:Concept")), corpus.built().evidence))
    assert [result.severity for result in report.results] == ["warning"]
    assert report.conforms


def test_a_count_beyond_belief_is_reported() -> None:
    crowd = [triple for n in range(1300) for triple in (Triple(f"id:p/{n}", "rdf:type", "foaf:Person"), Triple(f"id:p/{n}", "foaf:name", WORDS))]
    counted = list(validation.counts(Graph(tuple(crowd), corpus.built().facts), lexicon.data_dir() / "assertions.yml"))
    assert {result.focus: result.message for result in counted} == {
        "foaf:Person": "1304 of them, where 0 to 1200 can be believed",
        "nif:Sentence": "0 of them, where 1 to inf can be believed",
    }


@pytest.mark.parametrize("assertion", ["{class: foaf:Person, most: 3}", "{class: foaf:Person}", "foaf:Person"])
def test_an_assertion_that_cannot_be_understood_is_refused(tmp_path: Path, assertion: str) -> None:
    (tmp_path / "assertions.yml").write_text(f"- {assertion}\n")
    with pytest.raises(BadData, match="an assertion needs"):
        list(validation.counts(corpus.built(), tmp_path / "assertions.yml"))
