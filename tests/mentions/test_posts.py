"""Posts beside names: behind them, in front of them, on the next line; and what is no post of theirs."""

from __future__ import annotations

import pytest

from graph_builder.language import people
from graph_builder.meetings import divide
from graph_builder.mentions import find, posts
from graph_builder.mentions.witness import NO_MODEL, Witness
from graph_builder.pipeline import MODEL
from tests.meetings.papers import document

POSTS = [
    ("Sarah Wilkins, Director of Education, presented the report.", "Director of Education"),
    ("Sarah Wilkins (Director of Education) presented.", "Director of Education"),
    ("the Director of Education, Sarah Wilkins, said", "Director of Education"),
    ("Watch Manager Priya Nair spoke.", "Watch Manager"),
    ("Robin Walker MP for Worcester wrote", "MP for Worcester"),
    ("Robin Walker MP wrote", "MP"),
    ("It was agreed to appoint; they appointed Councillor Hall as Vice-Chairman of the Panel.", "Vice-Chairman of the Panel"),
    ("Alyson Grice/Samantha Morris Scrutiny Officers", "Scrutiny Officers"),
    ("Contact: Alyson Grice/Samantha Morris Scrutiny Officers", "Scrutiny Officers"),
    ("Mrs Ann Lee - Clerk", "Clerk"),
    ("Councillor Hall, Cabinet Member for Health, and Dr Roe", "Cabinet Member for Health"),
    ("Cllr Hall was nominated as Chairman.", ""),
    ("Mrs Roe, the Clerk, reported that the gate was broken.", "Clerk"),
    ("Mr Tom Walker, a parent, asked.", ""),
    ("Mr J Doe, who was the owner, spoke", ""),
    ("In reply to the Chair, Mr McGrath said no.", ""),
    ("The Mayor congratulated Cllr Tostevin on his award.", ""),
    ("The Director of Finance updated Councillor Hay.", ""),
    ("Euan Smith, Committee Officer, 01632 960777", "Committee Officer"),
    ("Mr Lee and the Head of Finance", ""),
    ("A note by Martin Roe, Travel Planning Manager, is at page 4.", "Travel Planning Manager"),
    ("They appointed Councillor Hall as Member Champion for Older People.", "Member Champion for Older People"),
    ("Cabinet Member for Resources – Cllr Priya Nair", "Cabinet Member for Resources"),
    ("Leader of the Council - Councillor Hall", "Leader of the Council"),
    ("Tree Warden: Cllr Hall", "Tree Warden"),
    ("Planning: Cllr Hall", ""),
    ("Report author: Martin Roe", ""),
    ("Members present: Cllr Hall", ""),
    ("The Town Clerk (Mrs J Clark) reported.", "Town Clerk"),
    ("The Town Clerk was present (Mrs J Clark)", "Town Clerk"),
    ("The Council (Cllr Hall) agreed.", ""),
    ("J. Dempsey Head of Finance, and others", "Head of Finance"),
    ("Mr Tom Lee Director of Finance and Mrs Roe left.", "Director of Finance"),
    ("Chief Executive J. Dixon Director of Operations, G. Girvan", ""),
    ("The Clerk will reply to Alice Bain, Planning Officer.", "Planning Officer"),
    ("Ward Member Cllr Fry", ""),
    ("Cabinet Member for Adults (Councillor Hall) presented it.", "Cabinet Member for Adults"),
    ("Leader of the Council, Councillor Hall, welcomed all.", "Leader of the Council"),
    ("Portfolio Holder (Housing) Councillor Hall presented it.", "Portfolio Holder (Housing)"),
    ("The Executive Councillor for Planning, Councillor Hall, spoke.", "Executive Councillor for Planning"),
    ("Councillor Hall, in her capacity as Cabinet Member for Housing, declared an interest.", "Cabinet Member for Housing"),
    ("Questions to the Cabinet Member, Councillor Hall asked about it.", ""),
    ("In response to the Leader, Councillor Hall said no.", ""),
    ("Since the last meeting of the Panel, the Leader of the Council, Councillor Hall, wrote.", "Leader of the Council"),
    ("Ann Lee, Meetings Administrator: Tom Roe", ""),
    ("the Risk, Audit and Performance Manager Priya Nair spoke.", "Risk, Audit and Performance Manager"),
]


@pytest.mark.parametrize("text,post", POSTS)
def test_the_post_beside_a_name(text: str, post: str) -> None:
    person = next(people.find(text))
    found = posts.beside(text, person, frozenset())
    assert (found.words if found else "") == post
    if found and "MP" not in post:
        assert text[found.start : found.end] == post


def test_the_clerk_may_be_one_more_on_a_list() -> None:
    text = "Harbour Group Mr McKin, Mr Wray, Dr Hutt, The Clerk"
    assert [posts.beside(text, person, frozenset()) for person in people.find(text)] == [None, None, None]


def test_the_post_on_the_line_below_a_name() -> None:
    text = "Ann Lee\nHead of Scrutiny\n\nThis long line of the paper shows how wide the page is, and so that the lines above it are short by choice.\n"
    mentions = find(divide(document(text)))
    assert [(mention.name.printed, mention.post) for mention in mentions.people] == [("Ann Lee", "Head of Scrutiny")]


WIDE = "This long line of the paper shows how wide the page is, and so that the lines above it are short by choice.\n"


@pytest.mark.parametrize(
    "lines",
    [
        "Leader of the Council - Cllr Ann Lee\nCabinet Member for Housing - Cllr Tom Roe\nCabinet Member for Roads - Cllr Eve Pell\n",
        "Leader of the Council: Cllr Ann Lee\nCabinet Member for Housing: Cllr Tom Roe\nCabinet Member for Roads: Cllr Eve Pell\n",
    ],
)
def test_the_post_of_the_next_line_is_not_that_of_the_person_above(lines: str) -> None:
    found = {(mention.name.surname, mention.post) for mention in find(divide(document(f"{lines}\n{WIDE}"))).people}
    assert found == {("Lee", "Leader of the Council"), ("Roe", "Cabinet Member for Housing"), ("Pell", "Cabinet Member for Roads")}


def test_posts_that_stand_above_names_are_not_told_of_the_name_before() -> None:
    text = f"Leader of the Council\nCllr Ann Lee\nDeputy Leader\nCllr Tom Roe\n\n{WIDE}"
    assert ("Lee", "Deputy Leader") not in {(mention.name.surname, mention.post) for mention in find(divide(document(text))).people}


def test_everybody_and_every_body_with_item_and_place() -> None:
    text = "Planning Panel\n5 March 2019\n1. Apologies\nNone.\n2. Buses\nCllr A Hay of the Bus Users Group (BUG) spoke.\n3. Close\nMrs B Lee thanked all.\n"
    paper = document(text)
    found = find(divide(paper))
    assert [(paper.quote(m.span), m.item.title.text if m.item else "") for m in found.people] == [("Cllr A Hay", "Buses"), ("Mrs B Lee", "Close")]
    assert ("Bus Users Group", "BUG") in [(m.name, m.acronym) for m in found.bodies]
    assert all(paper.quote(m.span).split()[-1] == m.name.split()[-1] for m in found.bodies)


def test_without_a_model_doubt_stays() -> None:
    text = "The meeting was opened by Zebedee Quill."
    assert not Witness(NO_MODEL).confirms(text, next(people.find(text)))


def test_the_model_confirms_a_person_who_acts() -> None:
    witness = Witness(MODEL)
    text = "The members thanked Orlaith Hennessy."
    person = next(people.find(text))
    assert not person.sure or witness.confirms(text, person)
    place = "The path at Orlaith Hennessy floods."
    assert not any(witness.confirms(place, found) for found in people.find(place))


def acronyms(words: str) -> set[tuple[str, str]]:
    """The bodies that a sentence of minutes names, with their abbreviations."""
    text = f"Planning Panel\n5 March 2019\n1. Apologies\nNone.\n2. Services\n{words}\n3. Close\nMrs B Lee thanked all.\n"
    return {(body.name, body.acronym) for body in find(divide(document(text))).bodies if body.acronym}


def test_abbreviations_behind_before_and_over_commas() -> None:
    name = "Special Educational Needs and Disabilities Information, Advice and Support Service"
    assert acronyms(f"The {name} (SENDIASS) has grown.") == {(name, "SENDIASS")}
    assert acronyms("The HWB (Health and Wellbeing Board) met in May.") == {("Health and Wellbeing Board", "HWB")}
    assert acronyms("The Health and Wellbeing Board (HWBB) met in May.") == {("Health and Wellbeing Board", "HWBB")}
    assert acronyms("Members thanked the Audit Committee (see page 4).") == set()
