"""A decision that a paper of another meeting reports is that of the meeting where body, day and words agree; else it stays one of its own."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Reading, Statement
from graph_builder.resolution import resolve
from tests.resolution.papers import HEAD, minutes, reading, values

CABINET = HEAD.replace("Housing and Planning Panel", "Cabinet").replace("Wednesday 13 March 2019", "Tuesday 5 February 2019")
JANUARY = CABINET.replace("Tuesday 5 February 2019", "Tuesday 8 January 2019")
DEPOT = "RESOLVED: that the depot in Mill Lane be closed from 1 June 2019."
FEES = "RESOLVED: that parking fees in the Market Street car park be reduced by 20p."
GRANT = "RESOLVED: that a grant of £5,000 be made to the Riverside Youth Theatre."
STRATEGY = "RESOLVED: that the Housing Allocations Strategy be approved."
PARTS = (
    "RESOLVED:\n\n(a) that the depot in Mill Lane be closed from 1 June 2019; and\n\n(b) that parking fees in the Market Street car park be frozen until 2021."
)


def of_cabinet(words: str, head: str = CABINET) -> Reading:
    """Minutes of the Cabinet with these words under an item."""
    return reading(minutes(words, title="Estates", head=head))


def of_panel(words: str) -> Reading:
    """Minutes of the Panel of 13 March 2019 that report these words."""
    return reading(minutes(words, title="Matters of other bodies"))


def decisions(statements: tuple[Statement, ...]) -> dict[str, set[str]]:
    """The papers in which each decision stands."""
    found: dict[str, set[str]] = {}
    for s in statements:
        if s.predicate == v.TYPE and s.object == v.DECISION:
            found.setdefault(s.subject, set()).update(span.document for span in s.evidence)
    return found


SAME = [
    (DEPOT, "The Chairman said that Cabinet had agreed at its meeting on 5 February 2019 to close the depot in Mill Lane."),
    (DEPOT, "Cabinet had resolved, at its meeting on 5 February 2019, that the depot in Mill Lane be closed."),
    (DEPOT, "Cabinet had agreed on 5 February to close the depot in Mill Lane."),
    (DEPOT, "Cabinet had agreed in February 2019 to close the depot in Mill Lane from 1 June 2019."),
    (DEPOT, "At its meeting on 5 February 2019 the Cabinet had agreed to close the Mill Lane depot."),
    (DEPOT, "It was agreed by Cabinet that the depot in Mill Lane should be closed from 1 June 2019."),
    (DEPOT, "It had been resolved by the Cabinet that the Mill Lane depot would be closed."),
    (DEPOT, "Cabinet had decided that the depot in Mill Lane be closed from 1 June 2019."),
    (FEES, "Cabinet had agreed to reduce the parking fees in the Market Street car park by 20p."),
    (FEES, "Cabinet had unanimously agreed on 5 February 2019 to reduce parking fees in the Market Street car park."),
    (FEES, "It was resolved by Cabinet that the Market Street car park fees for parking be reduced."),
    (GRANT, "Cabinet had agreed on 5 February 2019 to make a grant of £5,000 to the Riverside Youth Theatre."),
    (GRANT, "Cabinet had already agreed that a grant of £5,000 be made to the Riverside Youth Theatre."),
    (STRATEGY, "The Housing Allocations Strategy was approved by Cabinet on 5 February 2019."),
    (STRATEGY, "Cabinet had approved on 5 February 2019 the Housing Allocations Strategy."),
    (PARTS, "Cabinet had agreed on 5 February 2019 to close the depot in Mill Lane."),
    (PARTS, "It was agreed by Cabinet that parking fees in the Market Street car park be frozen until 2021."),
]
DIFFERENT = [
    (DEPOT, "Cabinet had agreed at its meeting on 8 January 2019 to close the depot in Mill Lane."),  # another day
    (DEPOT, "Cabinet had agreed in January 2019 to close the depot in Mill Lane."),
    (DEPOT, "The Audit Committee had agreed on 5 February 2019 to close the depot in Mill Lane."),  # another body
    (DEPOT, "Cabinet had agreed on 5 February 2019 not to close the depot in Mill Lane."),
    (DEPOT, "Cabinet had agreed on 5 February 2019 to close the depot in Station Road."),  # another name
    (DEPOT, "Cabinet had agreed on 5 February 2019 to close the depot in Mill Lane from 1 July 2020."),  # another time
    (DEPOT, "Cabinet had deferred on 5 February 2019 the closing of the depot in Mill Lane."),  # another outcome
    (DEPOT, "Cabinet had agreed on 5 February 2019 to consult on closing the depot in Mill Lane."),
    ("RESOLVED: that consultation on closing the depot in Mill Lane begin.", "Cabinet had agreed on 5 February 2019 to close the depot in Mill Lane."),
    ("RESOLVED: that the depot in Mill Lane not be closed.", "Cabinet had agreed on 5 February 2019 to close the depot in Mill Lane."),
    ("RESOLVED: that the closing of the depot in Mill Lane be deferred.", "Cabinet had agreed on 5 February 2019 to close the depot in Mill Lane."),
    (FEES, "Cabinet had agreed on 5 February 2019 to increase parking fees in the Market Street car park."),
    (FEES, "Cabinet had agreed on 5 February 2019 to reduce parking fees in the Market Street car park by 30p."),
    (FEES, "Cabinet had agreed to reduce fees."),  # too few words
    (GRANT, "Cabinet had agreed on 5 February 2019 to make a grant of £50,000 to the Riverside Youth Theatre."),
    (GRANT, "Cabinet had agreed on 5 February 2019 to make a grant to the Hillside Youth Theatre."),
    (STRATEGY, "The Housing Allocations Strategy was noted by Cabinet on 5 February 2019."),
    (STRATEGY, "The Housing Strategy was rejected by Cabinet on 5 February 2019."),
    ("It was noted that the Housing Allocations Strategy was out for comment.", "The Housing Allocations Strategy was approved by Cabinet on 5 February 2019."),
    ("RESOLVED: that the recommendations in the report be approved.", "The recommendations in the report were approved by Cabinet on 5 February 2019."),
    ("RESOLVED: that planning permission be granted subject to conditions.", "It was agreed by Cabinet that planning permission be granted subject to conditions."),
    ("RESOLVED: that the annual budget for 2019/20 be approved.", "The annual budget was approved by Cabinet on 5 February 2019."),
]


@pytest.mark.parametrize("made, told", SAME)
def test_a_decision_that_another_paper_reports_is_the_decision_of_the_meeting(made: str, told: str) -> None:
    cabinet, panel = of_cabinet(made), of_panel(told)
    alone, both = resolve([cabinet]), resolve([cabinet, panel])
    assert len(decisions(resolve([panel]))) == 1
    assert decisions(both).keys() == decisions(alone).keys()
    shared = [id_ for id_, papers in decisions(both).items() if len(papers) == 2]
    assert len(shared) == 1
    for predicate in (v.TEXT, v.OUTCOME, v.ABOUT_ITEM, v.DECIDED_BY, v.AT_MEETING):
        assert values(both, predicate, shared[0]) == values(alone, predicate, shared[0])


@pytest.mark.parametrize("made, told", DIFFERENT)
def test_what_says_something_else_stays_a_decision_of_its_own(made: str, told: str) -> None:
    found = decisions(resolve([of_cabinet(made), of_panel(told)]))
    assert {len(papers) for papers in found.values()} <= {1}
    assert sum("/reported/" in id_ for id_ in found) == len(decisions(resolve([of_panel(told)])))


@pytest.mark.parametrize(
    "told, papers",
    [
        ("It was agreed by Cabinet that the depot in Mill Lane be closed from 1 June 2019.", {1}),
        ("Cabinet had agreed on 8 January 2019 to close the depot in Mill Lane.", {1, 2}),
    ],
)
def test_where_two_decisions_fit_the_day_tells_which_or_none_is_taken(told: str, papers: set[int]) -> None:
    found = decisions(resolve([of_cabinet(DEPOT), of_cabinet(DEPOT, JANUARY), of_panel(told)]))
    assert {len(where) for where in found.values()} == papers
    assert all("2019-01-08" in id_ for id_, where in found.items() if len(where) == 2)


def test_what_is_reported_before_it_was_decided_or_years_after_is_another_decision() -> None:
    told = "It was agreed by Cabinet that the depot in Mill Lane be closed from 1 June 2019."
    for day in ("Tuesday 2 April 2019", "Tuesday 7 February 2017"):
        found = decisions(resolve([of_cabinet(DEPOT, CABINET.replace("Tuesday 5 February 2019", day)), of_panel(told)]))
        assert sorted(map(len, found.values())) == [1, 1]


def test_the_order_of_papers_does_not_matter() -> None:
    papers = [of_cabinet(PARTS), of_cabinet(FEES, JANUARY), *(of_panel(told) for _, told in (SAME[0], SAME[8], DIFFERENT[3]))]
    assert len({resolve(order) for order in permutations(papers)}) == 1


def test_the_day_of_a_decision_that_is_reported_is_told_where_no_paper_of_its_meeting_is_there() -> None:
    statements = resolve([of_panel(SAME[0][1])])
    [id_] = decisions(statements)
    assert values(statements, v.EARLIEST, id_) == values(statements, v.LATEST, id_) == {"2019-02-05"}
    after_the_flood = resolve([of_panel("After the flood of 3 January 2019 Cabinet had agreed to repair the bridge by 30 June 2018.")])
    [id_] = decisions(after_the_flood)
    assert not values(after_the_flood, v.EARLIEST, id_)
