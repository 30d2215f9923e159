"""Which inspection a finding is of, and what is no finding."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.test_inspection_reports import SEND
from tests.relations.told import Node, document, minutes, nodes, read

TOLD = [
    ("Ofsted inspected the authority's services for children in June 2018. Inspectors found that the pace of change had been slow.", "2018-06-01"),
    (
        "The LGA peer review in May 2018 was discussed, and the Ofsted inspection of children's services took place in June 2018.\n\nInspectors found that "
        "the pace of change had been slow.",
        "2018-06-01",
    ),
    (
        "Ofsted's focused visit took place on 22 January 2019; the Ofsted inspection of children's services was in June 2018.\n\nThe inspection had found that "
        "assessments were late.",
        "2018-06-01",
    ),
    (
        "Ofsted inspected children's services in June 2018, and the CQC inspected adult social care in July 2018.\n\nInspectors found that plans were late.",
        "",
    ),
]


def findings(reading_of: str) -> list[Node]:
    return [node for node in nodes(read(minutes(reading_of)), v.POINT_RAISED).values() if node[v.POINT_KIND] == ["pointkind:finding"]]


@pytest.mark.parametrize("words, expected", TOLD)
def test_a_finding_is_of_the_one_inspection_that_its_words_can_mean(words: str, expected: str) -> None:
    [node] = findings(words)
    assert "".join(node[v.OF_INSPECTION]) == expected


def test_the_findings_of_an_inspectorates_paper_are_of_its_own_inspection() -> None:
    reading = read(document(f"{SEND}\n\nInspectors found that plans were late.\n"))
    [node] = [node for node in nodes(reading, v.POINT_RAISED).values() if "Inspectors found" in node[v.TEXT][0]]
    [own] = [id_ for id_, told in nodes(reading, v.INSPECTION).items() if told[v.ABOUT]]
    assert node[v.OF_INSPECTION] == [own.rsplit("/", 1)[-1]]


@pytest.mark.parametrize("words", ["The inspectors had found the following strengths:", "Inspectors considered the quality of work with families."])
def test_what_leads_to_a_list_and_what_was_looked_at_is_no_finding(words: str) -> None:
    assert not findings(f"Ofsted inspected the authority's services for children in June 2018. {words}")


def test_an_inspectorates_report_that_is_called_minutes_is_read_as_its_own() -> None:
    called = [sorted(tuple(sorted((key, tuple(told)) for key, told in node.items())) for node in nodes(read(document(SEND, kind=kind)), v.INSPECTION).values())
              for kind in ("report", "minutes")]  # fmt: skip
    assert called[0] == called[1] != []
