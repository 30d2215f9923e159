"""What a person decided of bodies, plans, inspections and meetings: one id, two ids, refused with the chain, or told that the mention is gone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import pytest

from graph_builder import vocabulary as v
from graph_builder.language.slugs import slug
from graph_builder.model import Reading
from graph_builder.resolution import resolved
from graph_builder.resolution.judgements import Judgement
from graph_builder.resolution.things import decided
from tests.resolution.by_hand import paper
from tests.resolution.papers import HEAD, minutes, reading

OLD, NEW = paper(bodies=["Youth Forum"]), paper(bodies=["Young Voices"], number=1)
THIRD = paper(bodies=["Youth Forum"], number=2)


def body(reading: Reading, name: str) -> str:
    return f"{reading.document.local}/body/{slug(name)}"


def judge(kind: str, left: str, right: str, place: str = "judgements.csv:2") -> Judgement:
    return Judgement(left, right, kind, "A Reader", "2026-01-01", "one minute book", place)


def bodies(papers: Sequence[Reading], *said: Judgement) -> set[str]:
    named = {s.subject for s in resolved(papers, judgements=said).statements if s.predicate == v.LABEL}
    return {id_.rpartition("/")[2] for id_ in named if id_.startswith("id:body/")}


OLD_ID, NEW_ID, THIRD_ID = body(OLD, "Youth Forum"), body(NEW, "Young Voices"), body(THIRD, "Youth Forum")


def test_bodies_that_a_person_says_are_one() -> None:
    assert bodies([OLD, NEW]) == {"youth-forum", "young-voices"}
    assert len(bodies([OLD, NEW], judge("same", OLD_ID, NEW_ID))) == 1
    assert bodies([OLD, NEW, THIRD], judge("same", OLD_ID, NEW_ID)) == {"youth-forum"}, "the name that most papers have"


@pytest.mark.parametrize("kind", ["different", "unsure"])
def test_bodies_of_one_name_that_a_person_keeps_apart(kind: str) -> None:
    assert len(bodies([OLD, THIRD], judge(kind, OLD_ID, THIRD_ID))) == 2
    assert "youth-forum" in bodies([OLD, THIRD], judge(kind, OLD_ID, THIRD_ID))


def test_it_holds_in_whatever_order_the_papers_come() -> None:
    said = judge("same", OLD_ID, NEW_ID), judge("different", NEW_ID, THIRD_ID, "judgements.csv:3")
    found = {frozenset(bodies(papers, *said)) for papers in permutations((OLD, NEW, THIRD))}
    assert len(found) == 1
    assert len(next(iter(found))) == 2


def test_a_published_id_remains_where_two_become_one() -> None:
    said = [judge("same", OLD_ID, NEW_ID)]
    published = {"id:body/ashford/young-voices": "Young Voices"}
    statements = resolved([OLD, NEW, THIRD], published=published, judgements=said).statements
    assert "id:body/ashford/young-voices" in {s.subject for s in statements if s.predicate == v.LABEL}
    both = published | {"id:body/ashford/youth-forum": "Youth Forum"}
    pointers = {(s.subject, s.object) for s in resolved([OLD, NEW, THIRD], published=both, judgements=said).statements if s.predicate == v.REPLACED_BY}
    assert pointers == {("id:body/ashford/young-voices", "id:body/ashford/youth-forum")}


def test_a_chain_is_refused_and_named() -> None:
    said = [judge("different", OLD_ID, THIRD_ID), judge("same", OLD_ID, NEW_ID, "judgements.csv:3"), judge("same", NEW_ID, THIRD_ID, "judgements.csv:4")]
    found = resolved([OLD, NEW, THIRD], judgements=said)
    [finding] = found.findings
    assert all(id_ in finding for id_ in (OLD_ID, NEW_ID, THIRD_ID))
    assert "judgements.csv:2" in finding
    assert "judgements.csv:3" in finding or "judgements.csv:4" in finding


def test_a_judgement_whose_body_is_gone_is_told() -> None:
    [finding] = resolved([OLD], judgements=[judge("same", OLD_ID, NEW_ID)]).findings
    assert NEW_ID in finding


def test_a_judgement_without_a_mention_changes_nothing() -> None:
    assert decided({OLD_ID: "id:body/ashford/youth-forum"}, [judge("same", OLD_ID, NEW_ID)], what=("body",)).ids == {}


def met(start: str) -> Reading:
    return reading(minutes(f"The report of {start} was noted.", head=HEAD.replace("10.00 am", start)))


def meetings(papers: Sequence[Reading], *said: Judgement) -> set[str]:
    return {s.subject for s in resolved(papers, judgements=said).statements if s.object == v.MEETING}


def test_meetings_are_joined_and_kept_apart_with_all_that_belongs_to_them() -> None:
    morning, noon, again = met("10.00 am"), met("2.00 pm"), reading(minutes("The plan was noted."))
    ids = [next(s.subject for s in paper.statements if s.object == v.MEETING) for paper in (morning, noon, again)]
    assert len(meetings([morning, noon])) == 2
    assert len(meetings([morning, noon], judge("same", ids[0], ids[1]))) == 1
    assert len(meetings([morning, again])) == 1
    apart = resolved([morning, again], judgements=[judge("different", ids[0], ids[2])]).statements
    assert len({s.subject.split("/")[3] for s in apart if s.object == v.ATTENDANCE}) == 2


TOLD = "Ofsted inspected services for children in June 2018 and found that they required improvement."


def test_inspections_are_joined_and_kept_apart() -> None:
    papers = [reading(minutes(TOLD)), reading(minutes(TOLD.replace("June 2018", "the summer of 2018").replace("inspected", "had inspected")))]
    found = [next((s.subject for s in paper.statements if s.object == v.INSPECTION), "") for paper in papers]
    assert all(found)

    def count(*said: Judgement) -> int:
        return len({s.subject for s in resolved(papers, judgements=said).statements if s.object == v.INSPECTION})

    assert count() != count(judge("different" if count() == 1 else "same", *found))


def test_plans_are_joined_and_kept_apart() -> None:
    words = ("The Travel Action Plan 2019-22 was noted.", "The Panel approved the Travel Action Plan 2019-22.", "The Sustainable Travel Strategy 2019-22 was noted.")
    papers = [reading(minutes(one)) for one in words]
    plan, again, other = (next(s.subject for s in paper.statements if "/plan/" in s.subject) for paper in papers)

    def plans(*said: Judgement) -> set[str]:
        return {s.subject for s in resolved(papers, judgements=said).statements if s.subject.startswith("id:plan/")}

    assert len(plans()) == 2
    assert len(plans(judge("same", again, other))) == 1
    assert len(plans(judge("different", plan, again))) == 3
    chain = judge("different", plan, other), judge("same", plan, again, "judgements.csv:3"), judge("same", again, other, "judgements.csv:4")
    [finding] = resolved(papers, judgements=chain).findings
    assert "judgements.csv:2" in finding
