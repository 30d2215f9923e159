"""What a person decided of two mentions stands before all that the papers tell; what cannot hold is refused, and named."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import vocabulary as v
from graph_builder.errors import BadData
from graph_builder.language.slugs import slug
from graph_builder.model import Reading
from graph_builder.resolution import judgements, resolved
from graph_builder.resolution.judgements import Judgement
from graph_builder.resolution.people import people
from tests.resolution.by_hand import paper


def local(reading: Reading, name: str) -> str:
    """The local id of somebody whom a paper names."""
    return f"{reading.document.local}/person/{slug(name)}"


def judge(kind: str, left: str, right: str, place: str = "judgements.csv:2") -> Judgement:
    return Judgement(left, right, kind, "A Reader", "2026-01-01", "their ages differ", place)


def partition(papers: list[Reading], *said: Judgement) -> set[frozenset[str]]:
    """The people as sets of the forms of their names."""
    return {frozenset(cluster.names) for cluster in people(papers, judgements=said).clusters}


ANNE, A, ALAN = paper("Cllr Anne Bell"), paper("Cllr A Bell", number=1), paper("Cllr Alan Bell", number=2)
ANNE_ID, A_ID, ALAN_ID = local(ANNE, "Cllr Anne Bell"), local(A, "Cllr A Bell"), local(ALAN, "Cllr Alan Bell")


def test_without_a_judgement_the_score_tells() -> None:
    assert partition([ANNE, A]) == {frozenset({"Cllr Anne Bell", "Cllr A Bell"})}
    assert len(partition([ANNE, A, ALAN])) == 3


@pytest.mark.parametrize("kind", ["different", "unsure"])
def test_what_the_score_joins_is_split(kind: str) -> None:
    assert len(partition([ANNE, A], judge(kind, A_ID, ANNE_ID))) == 2


def test_what_the_score_keeps_apart_is_joined() -> None:
    assert partition([ANNE, A, ALAN], judge("same", A_ID, ALAN_ID)) == {frozenset({"Cllr Anne Bell"}), frozenset({"Cllr A Bell", "Cllr Alan Bell"})}
    assert len(partition([ANNE, ALAN], judge("same", ANNE_ID, ALAN_ID))) == 1, "even where the names clash"


def test_a_judgement_joins_other_surnames_and_councils() -> None:
    married, elsewhere = paper("Cllr Anne Hart", number=3), paper("Cllr Anne Bell", council="Wexcombe Parish Council")
    said = [judge("same", ANNE_ID, local(married, "Cllr Anne Hart")), judge("same", ANNE_ID, local(elsewhere, "Cllr Anne Bell"))]
    assert len(partition([ANNE, married, elsewhere], *said)) == 1


def test_who_fits_one_of_two_that_a_person_joined_joins_both() -> None:
    known_as, initials, middle = paper("Cllr William Thorne"), paper("Cllr J W Thorne", number=1), paper("Cllr W Thorne", number=2)
    said = judge("same", local(known_as, "Cllr William Thorne"), local(initials, "Cllr J W Thorne"))
    assert len(partition([known_as, initials, middle], said)) == 1


def test_a_chain_of_matches_is_refused_with_the_chain_named() -> None:
    one, other, between = paper("Cllr Anne Bell"), paper("Mrs Anne Bell", number=1), paper("Cllr Anne Bell MBE", number=2)
    ends = local(one, "Cllr Anne Bell"), local(other, "Mrs Anne Bell")
    link = judge("same", local(between, "Cllr Anne Bell MBE"), ends[0], "judgements.csv:3")
    also = judge("same", local(between, "Cllr Anne Bell MBE"), ends[1], "judgements.csv:4")
    found = people([one, other, between], judgements=[judge("different", *ends), link, also])
    assert not any(set(ends) <= cluster.locals for cluster in found.clusters)
    [finding] = found.findings
    assert all(name in finding for name in ("Cllr Anne Bell", "Mrs Anne Bell", "Cllr Anne Bell MBE"))
    assert "judgements.csv:2" in finding
    assert "judgements.csv:3" in finding or "judgements.csv:4" in finding


def test_a_name_that_fits_two_who_are_different_is_neithers() -> None:
    other = paper("Mrs Anne Bell", number=1)
    found = partition([ANNE, other, paper("Ms Anne Bell", number=2)], judge("different", ANNE_ID, local(other, "Mrs Anne Bell")))
    assert len(found) == 3


def test_a_conflict_is_named_row_by_row() -> None:
    rows = [judge("same", "doc:a/person/x", "doc:b/person/x", "f:2"), judge("same", "doc:c/person/x", "doc:b/person/x", "f:3")]
    chain = judgements.conflict([*rows, judge("different", "doc:c/person/x", "doc:a/person/x", "f:4")])
    assert sorted(row.place for row in chain) == ["f:2", "f:3", "f:4"]
    assert judgements.conflict(rows) == []


def test_a_judgement_whose_mention_is_gone_is_told() -> None:
    found = resolved([ANNE], judgements=[judge("different", ANNE_ID, A_ID)])
    assert [A_ID in finding for finding in found.findings] == [True]


def test_a_judgement_makes_no_private_person_public_but_one_that_says_so() -> None:
    private = paper(private=["Mrs Anne Bell"], number=4)
    private_id = local(private, "Mrs Anne Bell")
    assert [cluster.private for cluster in people([ANNE, private]).clusters] == [False]
    apart = people([ANNE, private], judgements=[judge("different", ANNE_ID, private_id)])
    assert sorted(cluster.private for cluster in apart.clusters) == [False, True]
    joined = people([A, private], judgements=[judge("same", A_ID, private_id)])
    assert [cluster.private for cluster in joined.clusters] == [False]


def test_the_last_row_of_a_pair_holds_and_none_takes_it_back(tmp_path: Path) -> None:
    for folder, kinds in (("ours", ["same", "different"]), ("theirs", ["unsure", "none"])):
        for kind in kinds:
            judgements.add(tmp_path / folder / judgements.FILE, judge(kind, A_ID, ANNE_ID))
    assert [row.judgement for row in judgements.load([tmp_path / "ours"])] == ["different"]
    assert judgements.load([tmp_path / "ours", tmp_path / "theirs"]) == []
    assert judgements.load([tmp_path / "nowhere"]) == []


@pytest.mark.parametrize(
    "row, says",
    [
        ("doc:a/person/x,doc:b/person/x,perhaps,,,", "perhaps"),
        ("doc:a/person/x,doc:a/person/x,same,,,", "two mentions"),
        ("id:person/a/x,doc:a/person/x,same,,,", "two mentions"),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(row: str, says: str, tmp_path: Path) -> None:
    (tmp_path / judgements.FILE).write_text(",".join(judgements.COLUMNS) + "\n" + row + "\n")
    with pytest.raises(BadData, match=says) as error:
        judgements.load([tmp_path])
    assert error.value.line == 2


def test_a_file_without_the_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / judgements.FILE).write_text("a,b\n1,2\n")
    with pytest.raises(BadData, match="needs the columns"):
        judgements.load([tmp_path])


def test_the_graph_says_why_two_are_one_with_the_words_of_both() -> None:
    said = [s for s in resolved([ANNE, A]).statements if s.subject.startswith("id:match/")]
    assert {s.object for s in said if s.predicate == v.MATCH_OF} == {"id:person/ashford/bell-a"}
    reasons = [s.object.value for s in said if s.predicate == v.MATCH_REASON and not isinstance(s.object, str)]
    assert "Anne begins with A (+3)" in reasons
    assert any("both are members (+3)" in words for words in reasons)
