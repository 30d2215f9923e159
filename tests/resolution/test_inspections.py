"""One id for one inspection: what papers of several councils and inspectorates tell of the same one, and what stays apart."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Literal, Reading, Span, Statement
from graph_builder.resolution import resolve
from graph_builder.resolution.bodies import body_ids
from graph_builder.resolution.inspections import inspection_ids, one_time
from tests.relations.told import document, minutes, read

REPORT = """Ashford

Inspection of children's social care services

Inspection dates: 11 June 2018 to 22 June 2018

Overall effectiveness Requires improvement

Leaders have made progress. Ofsted regulates and inspects.
"""


def final(*papers: Reading) -> list[str]:
    """The final ids of all inspections of some papers, without their prefix."""
    ids = inspection_ids(papers, body_ids(papers, {}))
    told = {s.subject for paper in papers for s in paper.statements if s.predicate == v.TYPE and s.object == v.INSPECTION}
    return sorted({ids[local].removeprefix("id:inspection/") for local in told})


def paper(words: str, council: str = "Ashford County Council") -> Reading:
    return read(minutes(words, council=council))


JUNE = "The Ofsted inspection of children's services took place in June 2018."
ONE = [
    (JUNE, "Ofsted had inspected the authority's services for children from 11 to 22 June 2018.", ["ofsted/ashford/2018-06-11"]),
    ("The findings of the Ofsted inspection of safeguarding were published on 24 January 2019.",
     "Ofsted published its report (24 January 2019) on the inspection of children's services in November 2018.", None),
    (
        "Ofsted's monitoring visit took place on 5 February 2019.", "Ofsted undertook a monitoring visit on 5 and 6 February 2019.",
        ["ofsted/ashford/2019-02-05"],
    ),
    (
        "The area SEND inspection by Ofsted and CQC took place in March 2018.", "In March 2018 the CQC and Ofsted carried out an area SEND inspection.",
        ["ofsted/ashford/2018-03"],
    ),
]
APART = [
    (JUNE, "The Ofsted inspection of children's services took place in June 2015."),
    (JUNE, "Ofsted's focused visit to children's services took place in June 2018."),
    (JUNE, "The CQC inspection of adult social care took place in June 2018."),
    (JUNE, "The 2018 inspection of children's services by Ofsted was discussed."),
    (JUNE, "The LGA peer review of children's services took place in June 2018."),
    ("Ofsted inspected Hillside Primary School in June 2018.", "Ofsted inspected Brook Primary School in June 2018."),
]


@pytest.mark.parametrize("first, second, expected", ONE)
def test_two_papers_tell_one_inspection(first: str, second: str, expected: list[str] | None) -> None:
    found = final(paper(first), paper(second))
    assert len(found) == 1
    assert found == (expected or found)


def test_a_publication_day_that_two_papers_give_differently_is_kept_twice() -> None:
    told = "Ofsted published its report ({day} January 2019) on the inspection of children's services in November 2018."
    papers = paper(told.format(day=24)), paper(told.format(day=25))
    assert len(final(*papers)) == 1
    said = [s for s in resolve(papers) if s.predicate == v.PUBLISHED]
    assert sorted(s.object.value for s in said if isinstance(s.object, Literal)) == ["2019-01-24", "2019-01-25"]
    assert len({s.evidence for s in said}) == 2
    other = told.replace("November 2018", "November 2016").replace("2019", "2017")
    assert len(final(papers[0], paper(other.format(day=24)))) == 2


@pytest.mark.parametrize("first, second", APART)
def test_two_inspections_stay_two(first: str, second: str) -> None:
    assert len(final(paper(first), paper(second))) == 2


def test_the_same_words_of_two_councils_are_two_inspections() -> None:
    assert final(paper(JUNE), paper(JUNE, council="Marlow Borough Council")) == ["ofsted/ashford/2018-06", "ofsted/marlow/2018-06"]


def test_two_inspections_that_one_paper_tells_apart_are_never_one() -> None:
    both = paper("Ofsted inspected the authority's social care on 4 June 2018. Ofsted inspected the authority's early help on 20 June 2018.")
    assert len(final(both, paper(JUNE))) == 2


def test_a_place_that_a_report_names_stands_for_its_council() -> None:
    papers = (read(document(REPORT, kind="report")), paper(JUNE))
    ids = inspection_ids(papers, body_ids(papers, {}))
    assert "id:council/ashford" in ids.values()
    assert final(*papers) == ["ofsted/ashford/2018-06-11"]


def test_the_order_of_papers_does_not_matter() -> None:
    papers = [paper(JUNE), paper("Ofsted had inspected services for children from 11 to 22 June 2018."), read(document(REPORT, kind="report"))]
    assert inspection_ids(papers, body_ids(papers, {})) == inspection_ids(papers[::-1], body_ids(papers[::-1], {}))


def test_of_several_times_the_most_exact_stays() -> None:
    def said(day: str, predicate: str, at: int) -> Statement:
        return Statement("id:inspection/ofsted/ashford/2018-06-11", predicate, Literal(day, "xsd:date"), (Span("id:text/0", at, at + 5),), "inspection-told")

    month = {said("2018-06-01", v.EARLIEST, 10), said("2018-06-30", v.LATEST, 10), said("June 2018", v.AS_PRINTED, 10)}
    days = {said("2018-06-11", v.EARLIEST, 90), said("2018-06-22", v.LATEST, 90), said("11 to 22 June", v.AS_PRINTED, 90)}
    published = {said("2018-07-23", v.PUBLISHED, 10)}
    assert one_time(month | days | published) == days | published


def test_a_month_is_no_more_exact_than_the_two_months_that_hold_it() -> None:
    def said(day: str, predicate: str, at: int) -> Statement:
        return Statement("id:inspection/ofsted/ashford/2018-11", predicate, Literal(day, "xsd:date"), (Span("id:text/0", at, at + 5),), "inspection-told")

    month = {said("2018-11-01", v.EARLIEST, 10), said("2018-11-30", v.LATEST, 10), said("November 2018", v.AS_PRINTED, 10)}
    both = {said("2018-10-01", v.EARLIEST, 90), said("2018-11-30", v.LATEST, 90), said("October/November 2018", v.AS_PRINTED, 90)}
    year = {said("2018-01-01", v.EARLIEST, 190), said("2018-12-31", v.LATEST, 190), said("2018", v.AS_PRINTED, 190)}
    days = {said("2018-10-29", v.EARLIEST, 290), said("2018-11-09", v.LATEST, 290)}
    assert one_time(month | both | year) == both
    assert one_time(month | year) == month
    assert one_time(month | both | days) == days


def test_days_that_cannot_both_be_true_are_both_kept() -> None:
    def said(day: str, predicate: str, at: int, basis: Basis = Basis.STATED) -> Statement:
        place = (Span("id:text/0", at, at + 5),)
        return Statement("id:inspection/ofsted/ashford/2018-06-11", predicate, Literal(day, "xsd:date"), place, "inspection-told", basis)

    one = {said("2018-06-11", v.EARLIEST, 10), said("2018-06-22", v.LATEST, 10)}
    other = {said("2018-06-04", v.EARLIEST, 90), said("2018-06-15", v.LATEST, 90)}
    guessed = {said("2017-06-04", v.EARLIEST, 190, Basis.DERIVED), said("2017-06-15", v.LATEST, 190, Basis.DERIVED)}
    month = {said("2018-06-01", v.EARLIEST, 290), said("2018-06-30", v.LATEST, 290)}
    assert one_time(one | other | guessed | month) == one | other
