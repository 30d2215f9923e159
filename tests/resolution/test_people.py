"""One id for one person: same and different people, private ones, published ids; in any order of the papers."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder import graph
from graph_builder import vocabulary as v
from graph_builder.language.likeness import compatible, double_surname
from graph_builder.model import Literal, Reading, Statement
from graph_builder.resolution import resolve
from graph_builder.resolution.people import clusters
from graph_builder.vocabulary import REPLACED_BY
from tests.resolution.by_hand import paper, partition, people
from tests.resolution.papers import values


@pytest.mark.parametrize(
    "left, right",
    [
        ("Cllr A Bell", "Councillor Anne Bell"),
        ("Cllr A Bell", "Cllr Bell"),
        ("Mrs A Bell", "Cllr A Bell"),
        ("Cllr A B Bell", "Cllr A Bell"),
        ("Fran Oborski", "Cllr F M Oborski"),
        ("Jonathan Meade", "Jon Meade"),
        ("Cllr Bob Hall", "Cllr Robert Hall"),
        ("Cllr E O'Brien", "Cllr O'Brien"),
        ("Cllr R Pryce-Jones", "Cllr Pryce-Jones"),
        ("Cllr Ruth Fenwick Moore", "Cllr Fenwick Moore"),
        ("Dr A Bell", "Anne Bell"),
        ("Anne Bell MBE", "Cllr Anne Bell"),
    ],
)
def test_two_papers_name_one_person(left: str, right: str) -> None:
    assert len(people(paper(left), paper(right))) == 1


@pytest.mark.parametrize(
    "left, right",
    [
        ("Cllr A Bell", "Cllr C Bell"),
        ("Mr J Meade", "Mrs J Meade"),
        ("Mr Meade", "Mrs Meade"),
        ("John Meade", "Jane Meade"),
        ("Cllr A Bell", "Cllr A Ball"),
        ("Cllr A B Bell", "Cllr A C Bell"),
        ("Cllr Anne Bell", "Cllr Alan Bell"),
        ("Cllr R Pryce-Jones", "Cllr R Jones"),
        ("Cllr R Pryce-Jones", "Cllr R Pryce"),
    ],
)
def test_two_papers_name_two_people(left: str, right: str) -> None:
    assert len(people(paper(left), paper(right))) == 2


def test_nobody_is_one_across_councils() -> None:
    assert list(people(paper("Cllr A Bell"), paper("Cllr A Bell", council="Wexcombe Parish Council"))) == ["ashford/bell-a", "wexcombe-parish/bell-a"]


@pytest.mark.parametrize("names", [("Mr J Meade", "J Meade"), ("Cllr Meade", "Meade"), ("Cllr J Meade", "John Meade")])
def test_two_people_of_one_paper_never_become_one(names: tuple[str, str]) -> None:
    both = paper(*names)
    assert len(people(both, paper(names[0]), paper(names[1]))) >= 2
    for cluster in clusters([both, paper(names[0]), paper(names[1])]):
        assert len({local for local in cluster.locals if local.startswith(both.document.local)}) <= 1


def test_a_name_that_could_be_two_peoples_is_neithers() -> None:
    found = partition([paper("Cllr John Meade"), paper("Cllr James Meade"), paper("Cllr Meade")])
    assert found == {frozenset({"Cllr John Meade"}), frozenset({"Cllr James Meade"}), frozenset({"Cllr Meade"})}


def test_a_chain_joins_no_names_that_speak_against_each_other() -> None:
    found = partition([paper("Cllr J Meade"), paper("Cllr John Meade"), paper("Cllr Jane Meade")])
    assert not any({"Cllr John Meade", "Cllr Jane Meade"} <= names for names in found)


def test_couples_are_told_apart_by_their_titles() -> None:
    assert set(people(paper("Mr J Meade", "Mrs J Meade"))) == {"ashford/meade-j-mr", "ashford/meade-j-mrs"}


# Those whom the law of averages puts into minutes: couples, fathers and sons, bare surnames, short forms.
_NAMES = "Cllr J Meade|Cllr John Meade|Cllr Jane Meade|Mrs J Meade|Mr Meade|Meade|Cllr Jon Meade|J P Meade|Cllr A Bell|Anne Bell|Mrs Bell".split("|")
_PAPERS = st.lists(
    st.tuples(st.sets(st.sampled_from(_NAMES), min_size=1, max_size=3), st.sets(st.sampled_from(_NAMES), max_size=1)), min_size=1, max_size=6
)


@given(_PAPERS, st.integers())
def test_the_order_of_the_papers_does_not_matter(named: list[tuple[set[str], set[str]]], seed: int) -> None:
    papers = [paper(*sorted(public), private=sorted(private - public), number=n) for n, (public, private) in enumerate(named)]
    shuffled = random.Random(seed).sample(papers, len(papers))
    assert resolve(papers) == resolve(shuffled)


@given(_PAPERS)
def test_who_is_one_depends_on_no_hash(named: list[tuple[set[str], set[str]]]) -> None:
    one, other = (
        partition([paper(*sorted(public), private=sorted(private - public), number=n + more) for n, (public, private) in enumerate(named)])
        for more in (0, 100)
    )
    assert one == other


@given(_PAPERS)
def test_what_is_one_agrees_and_is_of_several_papers(named: list[tuple[set[str], set[str]]]) -> None:
    papers = [paper(*sorted(public), private=sorted(private - public), number=n) for n, (public, private) in enumerate(named)]
    found = clusters(papers)
    for cluster in found:
        assert len(cluster.locals) == len({local.split("/")[0] for local in cluster.locals})
        assert all(compatible(a, b) or double_surname(a, b) for a, b in combinations(cluster.names.values(), 2))
    assert len(people(*papers)) == len(found), "each person has an id of their own"


def numbered(name: str, number: str, *, at: int = 0) -> Reading:
    """A paper of a council's web service, which gives whom it names an id."""
    made = paper(name, number=at)
    local = next(s.subject for s in made.statements if s.object == v.PERSON)
    return replace(made, statements=(*made.statements, Statement(local, v.MEMBER_NUMBER, Literal(number), (), "made")))


@pytest.mark.parametrize(
    "left, right, count",
    [
        (("Cllr Anne Bell", "ashford.example/317"), ("Cllr Anne Hart", "ashford.example/317"), 1),  # as after a marriage
        (("Cllr A Brown", "ashford.example/317"), ("Cllr Anne Brown", "ashford.example/317"), 1),
        (("Cllr Anne Bell", "ashford.example/317"), ("Cllr Anne Bell", "ashford.example/318"), 2),
        (("Cllr Anne Bell", "ashford.example/317"), ("Cllr Brian Hart", "ashford.example/317"), 2),
        (("Mr A Bell", "ashford.example/317"), ("Mrs A Hart", "ashford.example/317"), 2),
        (("Cllr Anne Bell", "ashford.example/317"), ("Cllr Anne Hart", "ashford.example/318"), 2),
        (("Cllr Anne Bell", "ashford.example/317"), ("Cllr Anne Bell", "meetings.ashford.example/42"), 1),  # two sites
        (("Cllr Anne Bell", "ashford.example/317"), ("Cllr Anne Hart", "meetings.ashford.example/317"), 2),
    ],
)
def test_an_id_of_the_web_service(left: tuple[str, str], right: tuple[str, str], count: int) -> None:
    assert len(people(numbered(*left), numbered(*right, at=1))) == count


def test_papers_added_one_at_a_time_give_the_same_people() -> None:
    papers = [paper("Cllr J Meade"), paper("Cllr John Meade", "Cllr A Bell"), paper("Mrs Bell"), paper("Anne Bell"), paper("Meade")]
    at_once = partition(papers)
    for order in permutations(papers):
        published: dict[str, str] = {}
        for count in range(1, len(order) + 1):
            said = resolve(order[:count], published=published)
            published |= {s.subject: next(iter(values(said, v.NAME, s.subject))) for s in said if s.object == v.PERSON}
        assert partition(order, published) == at_once


PUBLISHED = "id:person/ashford/meade-j"


def test_a_published_id_holds_when_a_fuller_name_comes() -> None:
    assert list(people(paper("Cllr J Meade"), paper("John Adam Meade"))) == ["ashford/meade-j-a"]
    assert list(people(paper("Cllr J Meade"), paper("John Adam Meade"), published={PUBLISHED: "J Meade"})) == ["ashford/meade-j"]


def test_a_published_id_is_given_to_nobody_else() -> None:
    found = people(paper("Jane Meade"), published={PUBLISHED: "John Meade"})
    assert list(found) != ["ashford/meade-j"]
    assert len(found) == 1


def test_a_published_id_whose_name_two_people_have_is_that_of_the_one_who_is_shown_by_it() -> None:
    found = people(paper("Cllr Meade=Jane Meade"), paper("Cllr Meade"), paper("Cllr Meade=John Meade"), published={PUBLISHED: "Jane Meade"})
    assert found["ashford/meade-j"] == {"Cllr Meade", "Jane Meade"}


def holding(name: str, post: str, *, at: int) -> Reading:
    """A paper that names somebody with a post."""
    made = paper(name, number=at)
    local = next(s.subject for s in made.statements if s.object == v.PERSON)
    node = local.replace("/person/", "/holding/")
    facts = ((v.MEMBER, local), (v.OF_POST, f"{made.document.local}/post/{post}"))
    return replace(made, statements=(*made.statements, *(Statement(node, predicate, value, (), "made") for predicate, value in facts)))


def test_people_of_one_id_are_told_apart_by_title_then_by_post() -> None:
    assert set(people(paper("Mr J Meade", "Ms J Meade"))) == {"ashford/meade-j-mr", "ashford/meade-j-ms"}
    two = holding("J Brown", "solicitor", at=1), holding("J Brown", "head-of-finance", at=2)
    assert set(people(*two)) == set(people(*two[::-1])) == {"ashford/brown-j-solicitor", "ashford/brown-j-head-of-finance"}


def test_published_ids_that_are_one_point_to_the_one_that_remains() -> None:
    published = {PUBLISHED: "J Meade", "id:person/ashford/meade-john": "John Meade"}
    papers = [paper("Cllr J Meade"), paper("John Meade")]
    said = resolve(papers, published=published)
    assert [(s.subject, s.object) for s in said if s.predicate == REPLACED_BY] == [("id:person/ashford/meade-john", PUBLISHED)]
    assert graph.build(said, [one.document for one in papers]).facts, "the graph takes the pointer"


def test_ids_of_other_councils_and_kinds_are_nobodys_here() -> None:
    published = {"id:person/wexcombe-parish/meade-j": "J Meade", "id:body/ashford/meade-j": "J Meade"}
    assert list(people(paper("Cllr J Meade"), published=published)) == ["ashford/meade-j"]


def private_ids(*papers: Reading) -> set[str]:
    return {s.subject for s in resolve(papers) if s.object == v.PRIVATE_PERSON}


@pytest.mark.parametrize(
    "public, private, masked",
    [
        ("Cllr Jane Meade", "Jane Meade", False),
        ("Jane Meade", "Mrs Jane Meade", False),
        ("Jane Meade", "JANE MEADE", False),
        ("Cllr J Meade", "Jane Meade", True),
        ("Cllr Jane Meade", "J Meade", True),
        ("Cllr Jane Meade", "Mrs Meade", True),
        ("Mrs Lee Meade", "Mr Lee Meade", True),
        ("Cllr John Meade", "Jane Meade", True),
    ],
)
def test_whoever_is_public_under_the_same_full_name_is_not_private(public: str, private: str, *, masked: bool) -> None:
    papers = (paper(public), paper(private=[private]))
    assert bool(private_ids(*papers)) is masked


def test_a_full_name_that_two_public_people_have_makes_nobody_public() -> None:
    two = paper("Mr Lee Meade", "Mrs Lee Meade")
    assert private_ids(two, paper(private=["Lee Meade"]))


def test_a_private_person_takes_no_id_from_a_public_one() -> None:
    said = resolve([paper("Cllr J Meade"), paper(private=["J Meade"])])
    hidden = {s.subject for s in said if s.object == v.PRIVATE_PERSON}
    assert PUBLISHED in {s.subject for s in said if s.object == v.PERSON} - hidden
    assert len(hidden) == 1


def test_private_people_of_two_papers_are_two() -> None:
    assert len(private_ids(paper(private=["Mrs Meade"]), paper(private=["Mrs Meade"], number=1))) == 2


def test_another_council_makes_nobody_public() -> None:
    assert private_ids(paper("Jane Meade", council="Wexcombe Parish Council"), paper(private=["Jane Meade"]))
