"""What was said and not decided: each kind of point in many councils' words, with its speaker; and sentences that tell none."""

from __future__ import annotations

import pytest

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.relations.forms import form, forms
from graph_builder.relations.points import FILE
from tests.relations.told import document, nodes, read

HEAD = """Wyvern County Council
Children's Scrutiny Panel
Tuesday 5 March 2024
Present: Councillors A Hay (Chair), Sarah Kiely, C Mann; Mr D Orr (Director of Children's Services)
1. Apologies
None.
2. School places
"""
SAID = [
    ("In response to a question from Councillor Mann about school places, the Director explained that they had grown.", "answer Director", "question Councillor Mann"),
    ("Cllr Sarah Kiely asked if the buses would run on Sundays.", "question Cllr Sarah Kiely"),
    ("A Member asked how many plans were late.", "question A Member"),
    ("Members queried the cost of the scheme.", "question Members"),
    ("It was queried whether social workers felt able to speak up.", "question"),
    ("The caseload of newly qualified staff was questioned.", "question"),
    ("Councillor Hay sought assurance that the lane would be swept.", "question Councillor Hay"),
    ("Concern was expressed about the length of the waiting list.", "concern"),
    ("Concerns were raised by Councillor Mann about parking.", "concern Councillor Mann"),
    ("The Chairman expressed concern that children with a plan could be left waiting.", "concern Chairman"),
    ("Members were very concerned that the buses were late.", "concern Members"),
    ("There was concern at the length of the list.", "concern"),
    ("The dip in results was a concern.", "concern"),
    ("The Panel requested a further report on exclusions.", "request Panel"),
    ("It was requested that a flow chart be made.", "request"),
    ("A request was made for figures by district.", "request"),
    ("The Director replied that the conditions of grant would not allow it.", "answer Director"),
    ("Inspectors found that leaders knew their service well.", "finding Inspectors"),
    ("Ofsted had identified weaknesses in the front door.", "finding Ofsted"),
    ("Councillor Hay supported the scheme and Councillor Mann asked for a crossing.", "request Councillor Mann"),
    ("Councillor Hay asked if the Director was disappointed. The Director confirmed that he was.", "answer Director", "question Councillor Hay"),
    (
        "In response to Members' questions about the opinion on 'Non Domestic Rates', the Audit Manager assured the Panel that it was watched.",
        "answer Audit Manager",
        "question",
    ),
    ("In response to a question about Home Education, the Director explained that it had grown.", "answer Director", "question"),
    ("Question: What was the target for rents?", "question"),
    ("Q3 from Councillor Mann to the Leader: How many homes had been built?", "question Councillor Mann"),
    ("Response: The target set for rent collection was 97.5%.", "answer"),
    ("Reply from the Director: There were 12 late plans.", "answer Director"),
    ("1. What measures had been put in place since the fire at the depot? The Director confirmed that the doors were new.", "answer Director", "question"),
    ("In response to concerns from Councillor Hay about noise, the Director said that it would stop.", "answer Director", "concern Councillor Hay"),
    ("The Chair asked for clarity between the numbers in the tables.", "question Chair"),
    ("A Member asked for how long the problem would last.", "question A Member"),
    ("A member of the public asked whether the pool would open.", "question A member of the public"),
    ("Councillor Mann asked how long the wait was. Councillor Mann explained that his daughter was waiting.", "question Councillor Mann"),
    ("Councillor Mann asked whether the lane would be closed. The Chair thanked him.", "question Councillor Mann"),
]  # fmt: skip
NOT_SAID = [
    "RESOLVED that the Director be asked to report on concerns about parking.",
    "Members of the public may ask questions at the meeting.",
    "The Director was asked to write to parents.",
    "A recorded vote was requested.",
    "The police made referrals where there was a concern about welfare.",
    "The Department concerned was told.",
    "There was no concern.",
    "Inspectors visited three schools.",
    "The Panel thanked the officers for their work.",
]


def points(sentence: str) -> set[str]:
    found = nodes(read(document(HEAD + sentence + "\n")), v.POINT_RAISED).values()
    return {" ".join([node[v.POINT_KIND][0].partition(":")[2], *node[v.RAISED_BY_PRINTED]]) for node in found}


@pytest.mark.parametrize("row", SAID, ids=lambda row: row[0][:40])
def test_a_point_is_read_with_its_speaker(row: tuple[str, ...]) -> None:
    assert points(row[0]) == set(row[1:])


@pytest.mark.parametrize("sentence", NOT_SAID)
def test_what_is_no_point_is_left(sentence: str) -> None:
    assert points(sentence) == set()


def test_the_speaker_is_the_one_of_the_paper_where_it_is_clear_who() -> None:
    (node,) = nodes(read(document(HEAD + "Cllr Sarah Kiely asked if the buses would run on Sundays.\n")), v.POINT_RAISED).values()
    assert node[v.RAISED_BY] == ["kiely-sarah"]


@pytest.mark.parametrize("name", list(forms(FILE)))
def test_each_form_reads_its_sentence_and_leaves_the_other(name: str) -> None:
    found = forms(FILE)[name]
    assert form(FILE, name).search(found.reads), found.reads
    assert not form(FILE, name).search(found.leaves), found.leaves


def test_every_kind_is_a_concept_with_a_form() -> None:
    kinds = {entry["kind"] for entry in lexicon.read_yaml(lexicon.data_dir() / "patterns" / f"{FILE}.yml")["patterns"]} - {"none"}
    assert kinds == {"finding", "concern", "question", "answer", "request"}
