"""The named views: their columns, their rows on a small corpus, their parameters, and that another engine gives the same answers."""

from __future__ import annotations

import pytest
import rdflib

from graph_builder import graph, ntriples, store
from graph_builder.errors import UsageError
from graph_builder.store.rows import partial_date
from tests import corpus

COLUMNS = {
    "meetings": "document council body date start end venue kind date_basis body_basis",
    "attendance": "document date body person status capacity role post substitute_for quote",
    "interests": "document date body person organisation role kind item quote",
    "agenda": "document date body number title number_basis",
    "decisions": "document date body item outcome text decided_by proposed_by seconded_by quote votes_for votes_against votes_abstained",
    "votes": "document date body item person vote quote",
    "recommendations": "document date made_by addressed_to text status response answered_in answered_on kind quote",
    "actions": "document date body item who text due quote",
    "people": "person names councils documents first_seen last_seen",
    "bodies": "body acronyms kind council names documents",
    "memberships": "document date person body role capacity quote",
    "posts": "document date person post organisation quote",
    "inspections": "documents inspectors inspected kind start end published framework judgement about leads_to quote",
    "plans": "documents plan acronyms owner period responds_to workstreams quote",
    "measures": "document indicator value unit numerator denominator period kind about quote number schedule",
    "topics": "document date body item title topic quote",
    "references": "document date body item relation to_body to_date to_title quote",
    "points": "document date body item kind who about text quote",
    "subjects": "document kind thing topic quote",
    "evidence": "subject predicate object quote document start end rule basis confidence",
}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> store.Dataset:
    return corpus.published(tmp_path_factory.mktemp("exports"))


@pytest.fixture(scope="module")
def other_engine() -> rdflib.Graph:
    return rdflib.Graph().parse(data="".join(ntriples.lines(corpus.built())), format="nt")


def test_each_view_has_its_columns_in_order() -> None:
    found = {view.name: view.columns for view in store.views()}
    assert found.keys() == COLUMNS.keys()
    for name, columns in COLUMNS.items():
        assert " ".join(found[name][: len(columns.split())]) == columns


def test_each_view_of_facts_leads_to_its_claim_and_page() -> None:
    for view in store.views():
        if view.name not in ("people", "bodies"):
            assert {"claim", "basis", "confidence", "page", "url"} <= set(view.columns)


ROWS = {
    "meetings": [
        "agenda.txt; Ashford County Council; Scrutiny Panel; 2018-05-14; ; ; ; agenda; stated; supplied",
        "minutes.txt; Ashford County Council; Scrutiny Panel; 2018-03-05; 10:00; ; Lakeview Room; minutes; stated; stated",
    ],
    "attendance": [
        "minutes.txt; 2018-03-05; Scrutiny Panel; ; present; officer; ; Director of Children's Services; ; The Director of Children's Services was invited",
        "minutes.txt; 2018-03-05; Scrutiny Panel; A Bell; apologies; ; ; ; ; Cllr A Bell",
        "minutes.txt; 2018-03-05; Scrutiny Panel; Jane Smith; present; member; chair; ; ; Cllr Jane Smith (Chair)",
        "minutes.txt; 2018-03-05; Scrutiny Panel; O'Neill; present; co-opted; ; ; ; Cllr O'Neill",
    ],
    "interests": [
        'minutes.txt; 2018-03-05; Scrutiny Panel; Jane Smith; "Hill ¦ Dale" School; governor; ; 271; '
        'Cllr Smith declared an interest as a governor of "Hill ¦ Dale" School.'
    ],
    "agenda": [
        "agenda.txt; 2018-05-14; Scrutiny Panel; 2; Minutes of 5 March 2018; derived",
        "minutes.txt; 2018-03-05; Scrutiny Panel; 271; Declarations of Interest; stated",
        "minutes.txt; 2018-03-05; Scrutiny Panel; 272; SEND Inspection; stated",
    ],
    "decisions": [
        "minutes.txt; 2018-03-05; Scrutiny Panel; 272; resolved; that the report be noted; and that the Director report back.; Scrutiny Panel; ; ; "
        "RESOLVED: that the report be noted; … and that the Director report back.; ; ; "
    ],
    "actions": [
        "minutes.txt; 2018-03-05; Scrutiny Panel; ; ; ring […] on […]; ; His number is […].",
        "report.txt; ; ; ; Director of Children's Services; to arrange them; by May; the Director to arrange them by May",
    ],
    "people": [
        "A Bell; A Bell; Ashford County Council; minutes.txt; 2018-03-05; 2018-03-05",
        "Ann Lee; ; Ashford County Council; report.txt; ; ",
        "Jane Smith; Cllr Smith | Jane Smith; Ashford County Council; minutes.txt; 2018-03-05; 2018-03-05",
        "O'Neill; O'Neill; Ashford County Council; minutes.txt; 2018-03-05; 2018-03-05",
    ],
    "bodies": [
        "Ashford County Council; ; ; ; Ashford County Council; agenda.txt | minutes.txt | report.txt",
        "CQC; CQC; ; ; CQC; report.txt",
        "Cabinet; ; ; Ashford County Council; Cabinet; report.txt",
        "Ofsted; Ofsted; ; ; Ofsted; report.txt",
        "Scrutiny Panel; ; panel; Ashford County Council; Scrutiny Panel; agenda.txt | minutes.txt",
    ],
    "memberships": ["minutes.txt; 2018-03-05; Jane Smith; Scrutiny Panel; chair; ; Cllr Jane Smith (Chair)"],
    "votes": [
        "report.txt; 2018-03-05; Scrutiny Panel; 272; Jane Smith; for; For: Cllr Smith",
        "report.txt; 2018-03-05; Scrutiny Panel; 272; O'Neill; against; Against: Cllr O'Neill",
    ],
    "recommendations": [
        "report.txt; ; Scrutiny Panel; Cabinet; that tours be arranged; answered in other words; "
        "the Director to arrange them by May; report.txt; ; recommendation; The panel recommended to Cabinet that tours be arranged"
    ],
    "posts": ["report.txt; 2018-05-16; Ann Lee; Director of Children's Services; Ashford County Council; Ann Lee, Director of Children's Services"],
    "inspections": [
        "report.txt; CQC | Ofsted; Ashford County Council; SEND; 2018-03-05; 2018-03-09; 2018-05-16; ; ; ; ; "
        "Ofsted and CQC inspected the area of Ashford on 5 - 9 March 2018"
    ],
    "plans": ["report.txt; Written Statement of Action; WSOA; Ashford County Council; 2018/19; ; ; Written Statement of Action"],
    "measures": [
        "report.txt; Number of plans; 63.0%; %; 63; 100; October 2016; actual; ; "
        "Number of plans: 63.0% (63 of 100) in October 2016, reported quarterly.; ; quarterly"
    ],
    "topics": ["minutes.txt; 2018-03-05; Scrutiny Panel; 272; SEND Inspection; SEND; 272 SEND Inspection"],
    "references": ["agenda.txt; 2018-05-14; Scrutiny Panel; 2; confirms minutes; Scrutiny Panel; 2018-03-05; ; 2 Minutes of 5 March 2018"],
}


@pytest.mark.parametrize("name", ROWS)
def test_rows(dataset: store.Dataset, name: str) -> None:
    width = len(COLUMNS[name].split())
    assert ["; ".join(cell or "" for cell in row[:width]) for row in store.query(dataset, name).rows] == ROWS[name]


BARE = {
    "attendance": "civ:Attendance",
    "interests": "civ:InterestDeclaration",
    "agenda": "civ:AgendaItem",
    "decisions": "civ:Decision",
    "votes": "civ:Vote",
    "recommendations": "civ:Recommendation",
    "actions": "civ:Action",
    "inspections": "civ:Inspection",
    "measures": "sosa:Observation",
    "references": "civ:Reference",
}
NEEDED = {
    "civ:Attendance": ("civ:atMeeting", corpus.SECOND),
    "civ:InterestDeclaration": ("civ:atMeeting", corpus.SECOND),
    "civ:AgendaItem": ("civ:itemOf", corpus.SECOND),
    "civ:Vote": ("civ:onDecision", "id:bare/decision"),
}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> store.Dataset:
    """The corpus with a thing of each kind of which nothing is said but that it is there."""
    say = corpus.Sayer(corpus.agenda)
    for kind in BARE.values():
        thing = f"id:bare/{kind.partition(':')[2].lower()}"
        say.node(thing, kind, "1 Apologies")
        if kind in NEEDED:
            say.says(thing, *NEEDED[kind], "1 Apologies")
    content = graph.build([*corpus.statements(), *say.statements], corpus.DOCUMENTS)
    return corpus.published(tmp_path_factory.mktemp("bare"), content)


@pytest.mark.parametrize("name", BARE)
def test_what_is_not_said_is_empty_and_not_everything(bare: store.Dataset, name: str) -> None:
    [row] = store.query(bare, name, {"claim": f"id:bare/{BARE[name].partition(':')[2].lower()}"}).dicts()
    assert row.get("quote") == "1 Apologies"
    assert not [cell for cell in row.values() if " | " in cell]
    assert not row.get("item")
    assert not row.get("person")
    assert not row.get("to_body")


@pytest.mark.parametrize("view", store.views(), ids=lambda view: view.name)
def test_another_engine_gives_the_same_answers(dataset: store.Dataset, other_engine: rdflib.Graph, view: store.View) -> None:
    sparql = view.sparql.replace("{ UNDEF }", f"{{ <{ntriples.iri(corpus.SMITH)}> }}")
    answer = dataset.select(sparql)
    theirs = other_engine.query(sparql)
    assert [str(variable) for variable in theirs.vars or ()] == list(answer.columns)
    found = {tuple(None if cell is None else str(cell) for cell in row) for row in theirs if isinstance(row, rdflib.query.ResultRow)}
    assert found == set(answer.rows)


def test_evidence_leads_from_a_person_to_every_sentence(dataset: store.Dataset) -> None:
    for given in (corpus.SMITH, ntriples.iri(corpus.SMITH)):
        rows = store.query(dataset, "evidence", {"id": given}).dicts()
        told = {(row["predicate"], row["quote"], row["document"]) for row in rows}
        assert ("foaf:name", "Jane Smith", "minutes.txt") in told
        assert ("skos:altLabel", "Cllr Smith", "minutes.txt") in told
        assert ("civ:attendee", "Cllr Jane Smith (Chair)", "minutes.txt") in told
        texts = {document.name: document.text for document in corpus.DOCUMENTS}
        for row in rows:
            assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"].replace("¦", "|")


@pytest.mark.parametrize(
    "params, people",
    [
        ({}, ["", "A Bell", "Jane Smith", "O'Neill"]),
        ({"status": "apologies"}, ["A Bell"]),
        ({"person": "jane smith"}, ["Jane Smith"]),
        ({"person_id": "id:person/ashford/oneill", "status": "present"}, ["O'Neill"]),
        ({"person": '" } DROP ALL #'}, []),
    ],
)
def test_a_column_picks_rows(dataset: store.Dataset, params: dict[str, str], people: list[str]) -> None:
    assert [row["person"] for row in store.query(dataset, "attendance", params).dicts()] == people


@pytest.mark.parametrize(
    "name, params, message",
    [
        ("attendances", {}, "no view 'attendances'; there are actions, agenda"),
        ("attendance", {"nobody": "x"}, "has no parameter 'nobody'"),
        ("evidence", {}, "needs id=, the id of"),
        ("evidence", {"id": "Jane Smith"}, "is no id"),
        ("evidence", {"id": "id:person/x> } #"}, "no IRI may have"),
        ("evidence", {"id": "https://x/> } #"}, "is no id"),
        ("evidence", {"id": "javascript:alert(1)"}, "is no id"),
        ("evidence", {"id": "doc:1/person/x"}, "is no id"),
    ],
)
def test_a_wrong_question_is_answered_with_a_sentence(dataset: store.Dataset, name: str, params: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        store.query(dataset, name, params)


@pytest.mark.parametrize(
    "earliest, latest, printed",
    [
        ("", "", ""),
        ("2018-03-05", "", "2018-03-05"),
        ("2018-03-05", "2018-03-05", "2018-03-05"),
        ("2018-03-01", "2018-03-31", "2018-03"),
        ("2016-02-01", "2016-02-29", "2016-02"),
        ("2017-02-01", "2017-02-28", "2017-02"),
        ("2016-10-01", "2016-11-30", "2016-10/2016-11"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-03-05", "2018-03-09", "2018-03-05/2018-03-09"),
        ("2018-03-01", "2018-03-30", "2018-03-01/2018-03-30"),
    ],
)
def test_a_date_is_printed_as_precise_as_it_is(earliest: str, latest: str, printed: str) -> None:
    assert partial_date(earliest, latest) == printed
