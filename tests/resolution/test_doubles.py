"""A double surname without a hyphen is one where another paper of the council tells that it is."""

from __future__ import annotations

import pytest

from tests.resolution.by_hand import paper, people


@pytest.mark.parametrize(
    "left, right, count",
    [
        ("Cllr R T Lloyd Jones", "Cllr Richard Lloyd Jones", 1),
        ("Cllr Tom Baker-Price", "Cllr Tom Baker Price", 1),
        ("Cllr A Penton Dunn", "Cllr Penton Dunn", 1),
        ("Cllr R T Lloyd Jones", "Cllr Lloyd Jones", 2),  # Lloyd may be his given name
        ("Cllr R T Lloyd Jones", "Cllr David Lloyd Jones", 2),
    ],
)
def test_double_surnames(left: str, right: str, count: int) -> None:
    assert len(people(paper(left), paper(right, number=1))) == count
    assert len(people(paper(right, number=1), paper(left))) == count


def test_another_council_tells_nothing() -> None:
    here, there = paper("Cllr Richard Lloyd Jones", "Cllr Anne Bell"), paper("Cllr R T Lloyd Jones", council="Wexcombe Parish Council")
    assert "ashford/jones-r-l" in people(here, there)
    assert "ashford/lloyd-jones-r-t" in people(here, paper("Cllr R T Lloyd Jones", number=2))
