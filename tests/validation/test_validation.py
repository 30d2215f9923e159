"""Each shape accepts the good corpus and reports its bad example; counts beyond belief are reported too."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import rdflib

from graph_builder import lexicon, validation, vocabulary
from graph_builder.errors import BadData
from graph_builder.model import Graph, Id, Literal, Triple
from graph_builder.validation import Report
from graph_builder.vocabulary import BASE, expand
from tests import corpus

DAY, LATER = Literal("2018-03-05", "xsd:date"), Literal("2018-03-09", "xsd:date")
PERSON, MEETING, ITEM = corpus.SMITH, corpus.FIRST, "id:item/ashford/scrutiny-panel/2018-03-05/271"
WORDS = Literal("words")
SHAPE = f"{BASE}def/shape/"
SENTENCE = "id:text/bad#char=9,3"


def times(start: str, end: str) -> list[tuple[Id, Id | Literal]]:
    return [("civ:startTime", Literal(start, "xsd:time")), ("civ:endTime", Literal(end, "xsd:time"))]


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
    (
        "Recommendation",
        [("rdf:type", "civ:Recommendation"), ("civ:adviceKind", "advicekind:motion"), ("civ:adviceKind", "advicekind:request")],
        "A recommendation is of one kind.",
    ),
    ("Response", [("rdf:type", "civ:Response"), ("civ:text", WORDS)], "A response answers a recommendation."),
    ("Response", [("rdf:type", "civ:Response"), ("civ:text", WORDS)], "A response is of one kind."),
    ("Response", [("rdf:type", "civ:Response"), ("civ:responseKind", "responsekind:accepted")], "A response has its words."),
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
    ("Post", [("rdf:type", "org:Post")], "A post has one name."),
    ("Match", [("rdf:type", "civ:Match"), ("civ:matchReason", Literal("one given name"))], "A match says whose both names are."),
    ("Succession", [("rdf:type", "org:ChangeEvent"), ("org:resultingOrganization", "id:body/b")], "A succession says which body was before."),
    ("Approval", [("rdf:type", "civ:Approval"), ("civ:ofPlan", "id:plan/p")], "An approval says who approved."),
    ("Point", [("rdf:type", "civ:PointRaised"), ("civ:text", WORDS)], "A point is of a kind."),
    ("Workstream", [("rdf:type", "civ:Workstream"), ("skos:prefLabel", WORDS)], "A workstream is part of a plan."),
]
MONDAY, SUNDAY = Literal("Monday, 5 March 2018"), Literal("SUNDAY 5th March 2018")
DATED: list[tuple[Id, Id | Literal]] = [("civ:earliest", DAY), ("civ:latest", DAY)]
DECISION = "id:decision/ashford/272/1"
CONFIRMS: list[tuple[Id, Id | Literal]] = [("rdf:type", "civ:Reference"), ("civ:relation", "relation:confirms-minutes")]
HELD: list[tuple[Id, Id | Literal]] = [("rdf:type", "org:Membership"), ("org:member", PERSON), ("org:organization", "id:other/body"), ("civ:attestedOn", DAY)]

# What a paper can get wrong: what is said of a thing that is right, of one that is wrong, and what the report then says of the second.
WRONG: list[tuple[str, list[tuple[Id, Id | Literal]], list[tuple[Id, Id | Literal]], str]] = [
    (
        "PresentAndAway",
        [("rdf:type", "civ:Apology"), ("civ:excused", "id:person/ashford/lee-a"), ("civ:atMeeting", MEETING)],
        [("rdf:type", "civ:Apology"), ("civ:excused", PERSON), ("civ:atMeeting", MEETING)],
        "Somebody is listed as present at this meeting and as having sent apologies.",
    ),
    (
        "ChairIsMember",
        [
            ("rdf:type", "civ:Attendance"),
            ("civ:attendee", PERSON),
            ("civ:atMeeting", MEETING),
            ("prov:hadRole", "role:chair"),
            ("civ:capacity", "capacity:co-opted"),
        ],
        [
            ("rdf:type", "civ:Attendance"),
            ("civ:attendee", PERSON),
            ("civ:atMeeting", MEETING),
            ("prov:hadRole", "role:chair"),
            ("civ:capacity", "capacity:officer"),
        ],
        "Who is in the chair is listed as an officer or a guest, not as a member.",
    ),
    ("Weekday", [*DATED, ("civ:asPrinted", MONDAY)], [*DATED, ("civ:asPrinted", SUNDAY)], "The weekday that is printed is not that of the date."),
    (
        "ConfirmsEarlier",
        [*CONFIRMS, ("civ:atMeeting", corpus.SECOND), ("civ:toMeeting", corpus.FIRST)],
        [*CONFIRMS, ("civ:atMeeting", corpus.FIRST), ("civ:toMeeting", corpus.SECOND)],
        "The minutes that are confirmed are not of an earlier meeting.",
    ),
    (
        "ConfirmsOwn",
        [*CONFIRMS, ("civ:atMeeting", corpus.SECOND), ("civ:toMeeting", corpus.FIRST)],
        [*CONFIRMS, ("civ:atMeeting", corpus.SECOND), ("civ:toMeeting", "id:other/meeting")],
        "The minutes that are confirmed are of another body.",
    ),
    (
        "StartBeforeEnd",
        [("rdf:type", "civ:Meeting"), *times("10:00:00", "12:00:00")],
        [("rdf:type", "civ:Meeting"), *times("14:00:00", "12:00:00")],
        "The meeting ends before it starts.",
    ),
    (
        "VotesAddUp",
        [("rdf:type", "civ:Decision"), ("civ:votesFor", Literal("1", "xsd:integer"))],
        [("rdf:type", "civ:Decision"), ("civ:votesFor", Literal("0", "xsd:integer"))],
        "More people are named as voting for it than are counted.",
    ),
    (
        "OneVoteEach",
        [("rdf:type", "civ:Vote"), ("civ:voter", PERSON), ("civ:onDecision", DECISION), ("civ:voteCast", "vote:for")],
        [("rdf:type", "civ:Vote"), ("civ:voter", "id:person/ashford/oneill"), ("civ:onDecision", DECISION), ("civ:voteCast", "vote:for")],
        "One person is listed with two different votes on one decision.",
    ),
    (
        "InTheLifeOfItsBody",
        [*HELD[:3], ("civ:attestedOn", LATER)],
        HELD,
        "A membership or a post-holding is attested on a day on which its body was not there yet, or no longer.",
    ),
    (
        "PublishedAfter",
        [("rdf:type", "civ:Inspection"), ("civ:earliest", DAY), ("civ:published", LATER)],
        [("rdf:type", "civ:Inspection"), ("civ:earliest", LATER), ("civ:published", DAY)],
        "The findings are published before the inspection begins.",
    ),
]
# What the examples stand beside: a body that was founded later, a meeting of another body, and a vote on each decision of the examples.
BESIDE = (
    Triple("id:other/body", "schema:foundingDate", Literal("2018-03-07", "xsd:date")),
    Triple("id:other/meeting", "civ:heldBy", corpus.COUNCIL),
    *(Triple("id:other/vote", predicate, value) for predicate, value in (("civ:voter", PERSON), ("civ:voteCast", "vote:for"))),
    *(Triple("id:other/vote", "civ:onDecision", f"id:{side}/VotesAddUp") for side in ("right", "wrong")),
)


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


@pytest.fixture(scope="module")
def judged() -> Report:
    """The report of the corpus with a right and a wrong example of each thing that a paper can get wrong, each with a quote."""
    quote = next(triple.subject for triple in corpus.built().evidence if triple.predicate == "nif:anchorOf")
    sides = ((f"id:{side}/{name}", said) for name, right, wrong, _ in WRONG for side, said in (("right", right), ("wrong", wrong)))
    said = [Triple(thing, *pair) for thing, pairs in sides for pair in (*pairs, ("civ:quotedFrom", quote))]
    return validation.check(Graph((*corpus.built().facts, *said, *BESIDE), corpus.built().evidence))


@pytest.mark.parametrize("name,message", [(name, message) for name, _, _, message in WRONG])
def test_what_a_paper_gets_wrong_is_a_warning_with_its_words(judged: Report, name: str, message: str) -> None:
    [found] = [result for result in judged.results if result.focus == f"id:wrong/{name}" and result.message == message]
    assert found.severity == "warning"
    assert found.quote
    assert not [result for result in judged.results if result.focus == f"id:right/{name}" and result.message == message]


def test_a_weekday_is_reckoned_as_the_calendar_does() -> None:
    days = ("1999-12-31", "2000-02-29", "2017-03-13", "2018-01-01", "2019-09-11", "2024-02-29", "2026-11-29", "2100-03-01")
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    said = [
        Triple(f"id:day/{day}/{name}", predicate, value)
        for day in days
        for name in names
        for predicate, value in (
            ("civ:earliest", Literal(day, "xsd:date")),
            ("civ:latest", Literal(day, "xsd:date")),
            ("civ:asPrinted", Literal(f"{name}, the day")),
        )
    ]
    results = validation.check(Graph((*corpus.built().facts, *said), corpus.built().evidence)).results
    wrong = {f"id:day/{day}/{name}" for day in days for name in names if name != names[date.fromisoformat(day).weekday()]}
    assert {result.focus for result in results if "weekday" in result.message} == wrong


SHAPES = rdflib.Graph().parse(lexicon.ontology_dir() / "shapes.ttl")


def test_each_shape_has_a_bad_example() -> None:
    names = {str(shape).rpartition("/")[2] for shape in SHAPES.subjects(rdflib.RDF.type, rdflib.SH.NodeShape)}
    assert names == {name for name, *_ in (*BAD, *WRONG)}


NOT_IN_THE_CORPUS = (
    "civ:Approval",
    "civ:Match",
    "civ:PointRaised",
    "civ:Workstream",
    "org:ChangeEvent",
)


@pytest.mark.parametrize("name", sorted({name for name, *_ in BAD} - {"PrivatePerson"}))
def test_each_shape_is_met_by_an_example(name: str) -> None:
    """The corpus, in which nothing breaks a shape, has something that each looks at; nobody private may be in it at all."""
    shape = rdflib.URIRef(f"{SHAPE}{name}")
    triples = [*corpus.built(), *(Triple("id:right/w", "rdf:type", kind) for kind in NOT_IN_THE_CORPUS)]
    classes = {expand(str(triple.object)) for triple in triples if triple.predicate == "rdf:type"}
    predicates = {expand(triple.predicate) for triple in triples}
    assert {str(kind) for kind in SHAPES.objects(shape, rdflib.SH.targetClass)} & classes or {
        str(each) for each in SHAPES.objects(shape, rdflib.SH.targetSubjectsOf)
    } & predicates


def test_every_class_that_the_graph_speaks_has_a_shape() -> None:
    spoken = {value for name, value in vars(vocabulary).items() if name.isupper() and isinstance(value, str) and re.fullmatch(r"[a-z0-9]+:[A-Z]\w+", value)}
    assert {expand(kind) for kind in spoken} <= {str(kind) for kind in SHAPES.objects(None, rdflib.SH.targetClass)}


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
