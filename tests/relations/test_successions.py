"""Bodies that followed others: linked with the sentence that says so, and never one."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.relations.successions import find
from graph_builder.resolution import resolve
from tests.resolution.papers import minutes, reading

BOARD, PARTNERSHIP = "Wexcombe Safeguarding Children Board", "Wexcombe Safeguarding Children Partnership"
SHORT = {"CCG": "Orme Vale Clinical Commissioning Group", "ICB": "Orme Vale Integrated Care Board"}


@pytest.mark.parametrize(
    "text, new, old",
    [
        (f"In September 2019 the {BOARD} was replaced by the {PARTNERSHIP}.", PARTNERSHIP, (BOARD,)),
        (f"The {PARTNERSHIP}, which replaced the {BOARD}, had met twice.", PARTNERSHIP, (BOARD,)),
        (f"Members noted that the {BOARD} had been dissolved and replaced by the new {PARTNERSHIP}.", PARTNERSHIP, (BOARD,)),
        (f"The {PARTNERSHIP} (WSCP), the successor body to the {BOARD} (WSCB), publishes a report each year.", PARTNERSHIP, (BOARD,)),
        ("The Place Scrutiny Panel (formerly the Environment Scrutiny Panel) agreed its programme.", "Place Scrutiny Panel", ("Environment Scrutiny Panel",)),
        ("The Finance Committee (now the Resources Committee) set it up.", "Resources Committee", ("Finance Committee",)),
        ("The Finance Committee was renamed the Resources Committee in May 2018.", "Resources Committee", ("Finance Committee",)),
        ("The Highways Committee and the Transport Committee were merged to form the Travel Committee.", "Travel Committee", ("Highways Committee", "Transport Committee")),
        ("On 1 July 2022, the CCG became the ICB.", SHORT["ICB"], (SHORT["CCG"],)),
        ("The CCG was replaced on 1 July 2022 by the ICB.", SHORT["ICB"], (SHORT["CCG"],)),
        ("RESOLVED that the Audit Board assume responsibility for the work of the former Standards Committee.", "Audit Board", ("Standards Committee",)),
    ],
)
def test_what_followed_what(text: str, new: str, old: tuple[str, ...]) -> None:
    assert list(find(text, SHORT)) == [(new, old)]


@pytest.mark.parametrize(
    "text",
    [
        f"The {BOARD} will be replaced by the {PARTNERSHIP}.",
        f"It was proposed that the {PARTNERSHIP} replace the {BOARD}.",
        "Councillor Bell replaced Councillor Dunn on the Finance Committee and the Resources Committee.",
        "The contract that was run by Alpha Cleaning Company was replaced by Beta Cleaning Company.",
        "The Finance Committee met formerly in the rooms of the Resources Committee.",
        "The Finance Committee took over an hour to hear the Resources Committee.",
        "The chairman of the Finance Committee succeeded the chairman of the Resources Committee.",
        "The Finance Committee was replaced by a working lunch.",
        "The Finance Committee and the Resources Committee are now meeting together.",
        "Funding from the CCG was replaced by funding from the ICB.",
    ],
)
def test_what_followed_nothing(text: str) -> None:
    assert list(find(text, SHORT)) == []


def test_the_graph_links_two_bodies_with_the_sentence() -> None:
    text = f"The Panel noted that the {BOARD} had been replaced by the {PARTNERSHIP}."
    paper = reading(minutes(text))
    said = resolve([paper])
    [change] = {s.subject for s in said if s.object == v.CHANGE_EVENT}
    facts = {s.predicate: s for s in said if s.subject == change}
    assert (facts[v.ORIGINAL].object, facts[v.RESULTING].object) == (
        "id:body/ashford/wexcombe-safeguarding-children-board",
        "id:body/ashford/wexcombe-safeguarding-children-partnership",
    )
    assert [paper.document.quote(span) for span in facts[v.ORIGINAL].evidence] == [text]


def test_two_papers_that_say_so_tell_of_one_change() -> None:
    papers = [reading(minutes(f"{start} the {BOARD} was replaced by the {PARTNERSHIP}.")) for start in ("In 2019", "In 2020")]
    assert len({s.subject for s in resolve(papers) if s.object == v.CHANGE_EVENT}) == 1
