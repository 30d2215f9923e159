"""Names that are nearly the same are shown to a person, and never joined without one."""

from __future__ import annotations

import pytest

from graph_builder.model import Reading
from graph_builder.resolution.review import desk, open_doubts
from tests.resolution.by_hand import paper


def doubts(*papers: Reading) -> set[frozenset[str]]:
    """The pairs in doubt, each as the names of its two sides."""
    return {frozenset((*pair.left.names, *pair.right.names)) for pair in open_doubts(desk(papers, (), published={}))}


@pytest.mark.parametrize(
    "left, right",
    [
        ("Cllr Thomson", "Cllr Thompson"),
        ("Cllr A Helliwell", "Cllr A Halliwell"),
        ("Cllr Anne Oliveira", "Cllr A Oliveiria"),
        ("Cllr Anne Bell", "Cllr Anne Bell-Hart"),
        ("Isabel Davis-Ferran", "Isabel Ferran-Davis"),
        ("Cllr Anne Penton", "Cllr Anne Pentno"),
    ],
)
def test_people_in_doubt(left: str, right: str) -> None:
    assert frozenset((left, right)) in doubts(paper(left), paper(right, number=1))
    assert len({p.local for p in desk([paper(left), paper(right, number=1)], (), published={}).profiles.values()}) == 2


@pytest.mark.parametrize(
    "left, right",
    [
        ("Cllr Anne Helliwell", "Cllr Brian Halliwell"),
        ("Mr A Helliwell", "Mrs A Halliwell"),
        ("Cllr A Bell", "Cllr A Ball"),
        ("Cllr Anne Bell-Hart", "Cllr Anne Dunn-Ferris"),
    ],
)
def test_people_who_are_two(left: str, right: str) -> None:
    assert doubts(paper(left), paper(right, number=1)) == set()


def test_whom_one_paper_names_both_are_two() -> None:
    assert doubts(paper("Cllr Thomson", "Cllr Thompson")) == set()


@pytest.mark.parametrize(
    "left, right",
    [
        ("Health and Wellbing Board", "Health and Wellbeing Board"),
        ("Health Scrutiny Committee", "Health Overview and Scrutiny Committee"),
        ("Children and Families Board", "Families and Children Board"),
    ],
)
def test_bodies_in_doubt(left: str, right: str) -> None:
    assert frozenset((left, right)) in doubts(paper(bodies=[left]), paper(bodies=[right], number=1))


@pytest.mark.parametrize("left, right", [("North Area Board", "South Area Board"), ("Audit Panel 1", "Audit Panel 2"), ("Audit Committee", "Planning Committee")])
def test_bodies_that_are_two(left: str, right: str) -> None:
    assert doubts(paper(bodies=[left]), paper(bodies=[right], number=1)) == set()
