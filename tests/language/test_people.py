"""People in running text, and the places, schools and firms that bear people's names."""

from __future__ import annotations

import pytest

from graph_builder.language.people import find

PEOPLE = [
    ("Councillor Oborski asked about fees.", ["Councillor Oborski"]),
    ("The Chair thanked Mrs Fran Oborski for her report.", ["Mrs Fran Oborski"]),
    ("Cllr. J. O'Brien seconded the motion.", ["Cllr. J. O'Brien"]),
    ("Councillors Green, Hall and Mrs West left.", ["Councillors Green", "Hall", "Mrs West"]),
    ("Messrs Hugh O'Donnell and David Leahy attended.", ["Messrs Hugh O'Donnell", "David Leahy"]),
    ("Sarah Wilkins, Director of Education, presented the report.", ["Sarah Wilkins"]),
    ("The report was presented by Sarah Wilkins.", ["Sarah Wilkins"]),
    ("Robin Walker MP wrote to the Council.", ["Robin Walker MP"]),
    ("A letter from Sir Paul Carter, CBE was read.", ["Sir Paul Carter, CBE"]),
    ("Members welcomed Dr L Sullivan to the meeting.", ["Dr L Sullivan"]),
    ("John Smith said that the path was closed.", ["John Smith"]),
    ("Proposed by Cllr Tom Baker-Price and seconded by Cllr A Fry.", ["Cllr Tom Baker-Price", "Cllr A Fry"]),
    ("Contact: Alyson Grice/Samantha Morris Scrutiny Officers", ["Alyson Grice", "Samantha Morris"]),
    ("C.R. Butler asked for a site visit.", ["C.R. Butler"]),
    ("Cllr Ciara Ní Bhroin moved the report.", ["Cllr Ciara Ní Bhroin"]),
    ("Prof Anne van der Berg gave evidence.", ["Prof Anne van der Berg"]),
    ("Revd Peter Hill opened with prayers.", ["Revd Peter Hill"]),
    ("PC Dan Holt reported three thefts.", ["PC Dan Holt"]),
    ("Councillor Oakeshott (R.J.) spoke.", ["Councillor Oakeshott (R.J.)"]),
    ("Mr Tom Walker, a parent, asked a question.", ["Mr Tom Walker"]),
    ("It was proposed that Jane Hill be elected.", ["Jane Hill"]),
    ("Thanks were given to the Clerk, Ann Lee, and to Tom Hope.", ["Ann Lee", "Tom Hope"]),
    ("MRS R HALL IN THE CHAIR", ["MRS R HALL"]),
    ("Lucinda Pemberton Hay declared an interest.", ["Lucinda Pemberton Hay"]),
    ("Harbour Group: Cllr. Marsden\nCllr C Quayle stood down.", ["Cllr. Marsden", "Cllr C Quayle"]),
    ("Councillors Mary Ann Hope, Peter Low and Ann Roe left.", ["Councillors Mary Ann Hope", "Peter Low", "Ann Roe"]),
    ("Councillors Pat and Paul Cooper were thanked by Cllr Lee.", ["Paul Cooper", "Cllr Lee"]),
    ("All members were fellow Councillors. Cllr Hayes left.", ["Cllr Hayes"]),
    ("As a Borough Councillor. Personal interests were told.", []),
    ("Mr J Alun Foulkes and Cllr David J. Roberts spoke.", ["Mr J Alun Foulkes", "Cllr David J. Roberts"]),
    ("Cyng. Mair Rees and Cyng/Cllr B Lee spoke.", ["Cyng. Mair Rees", "Cyng/Cllr B Lee"]),
    ("County Councillor G Peters gave his report.", ["County Councillor G Peters"]),
    ("Councillor Gallery-Strong and Mrs Ann Market-Hill spoke.", ["Councillor Gallery-Strong", "Mrs Ann Market-Hill"]),
    ("Councillor Mary Hilda Dunn proposed the vote.", ["Councillor Mary Hilda Dunn"]),
    ("Councillor Hirst Moved that it be agreed.", ["Councillor Hirst"]),
    ("Councillor R AllcockMember of Vale Parish Council", ["Councillor R Allcock"]),
    ("Seconded by Councillor Dunnet Referred from 2 June", ["Councillor Dunnet"]),
    ("Ann Roe, of Grant Thornton, presented the audit.", ["Ann Roe"]),  # a firm of auditors
    ("Mrs Ruth Cllr Dunn Mrs Hall", ["Mrs Ruth", "Cllr Dunn", "Mrs Hall"]),
]

NOBODY = [
    "6.1 Grass Cutting (Item 18.2)", "NP = Loch Harran and the Vale", "Elected Councillors:\nThese were signed by all.", "7 Matters Arising",
    "The report was presented by Grant Thornton.", "Grant Thornton, the auditor, attended.",
    "Sir John Moore School was closed.", "Lady Jane Grey Close floods.", "Henry Smith's Charity gave £200.", "St Thomas Cantilupe Primary School converted.",
    "King Charles Street is to be resurfaced.", "The works at James Bradfield School are late.", "Jane Forby Close needs a light.",
    "The Planning Committee met on Monday.", "Land at Alice Smith Court was sold.", "Robert Bakewell Primary School was inspected.",
    "Children and Families Overview and Scrutiny Panel", "Annual Governance Statement", "West Sussex and East Sussex agreed.",
    "The Duke of York public house", "Florence Nightingale Hospital", "Green Lane, Hill Road and Mill Street", "Special Educational Needs",
    "RESOLVED That the report be noted.", "South West Water was asked to repair the main.", "County Hall, Spetchley Road, Worcester", "Happy New Year",
    "The Elizabeth Barrett Browning Institute in Ledbury", "Canon Pyon Parish Council replied.", "The Lord Mayor opened the fair.",
    "Charlotte Sharman Primary School Governing Body", "William Morris Way junction", "No 12 Victoria Street", "Major Works were delayed.", "",
    "The Lord Mayor Elect thanked all.", "Councillor Nature of interest", "Town and Community Councillor Referrals", "Councillor LCC", "Welcome to Councillor Introduction",
    "Lord Edward Street", "Juliet Balconies were built", "Aneurin Bevan UHB wrote", "Porth Gofal was full", "Príomh Chomhairleoir welcomed all", "Presenters left", "Councillor Total: 16", "Cllr Fees Keary",
    "Councillor Vice-Chair", "Norman Hay-Chairman", "Councillor Sub-Committee", "Cllr SMcR opened the meeting.", "Jean of Vale CCG said so.", "Vale CCG, the board",
]  # fmt: skip


@pytest.mark.parametrize("text,expected", PEOPLE)
def test_people_in_running_text(text: str, expected: list[str]) -> None:
    found = [person for person in find(text) if person.sure]
    assert [text[person.start : person.end] for person in found] == expected
    assert all(person.name.printed == text[person.start : person.end] for person in found)


@pytest.mark.parametrize("text", NOBODY)
def test_what_bears_a_persons_name_is_nobody(text: str) -> None:
    assert [text[person.start : person.end] for person in find(text) if person.sure] == []


def test_a_list_behind_a_plural_title_gives_each_the_title_of_one() -> None:
    assert [person.name.title for person in find("Councillors Green, Hall and Mrs West left.")][1:] == ["Councillor", "Mrs"]


@pytest.mark.parametrize(
    "text, names",
    [
        ("Present: Councillors R T Lloyd Jones, A Penton Dunn and Cllr. (Mrs) Jane Bell", ["R T Lloyd Jones", "A Penton Dunn", "Jane Bell"]),
        ("Councillors R T Lloyd Jones and A Hall", ["R T Lloyd Jones", "A Hall"]),
        ("Councillors B Hall, J Smith Chairman", ["B Hall", "J Smith"]),
        ("Councillor R T Lloyd Jones moved the motion.", ["R T Lloyd Jones"]),
        ("Councillor F J Hall Declared an interest.", ["F J Hall"]),
        ("Councillors Mary and John Barnes left.", ["John Barnes"]),
        ("Mover: Councillor Read  Seconder: Councillor Allen", [" Read", " Allen"]),
    ],
)
def test_double_surnames_without_a_hyphen(text: str, names: list[str]) -> None:
    assert [f"{person.name.given} {person.name.surname}" for person in find(text) if person.sure] == names


def test_an_unknown_given_name_is_left_to_another_witness() -> None:
    assert [person.sure for person in find("Zebedee Quill spoke.")] == [False]


def test_a_parish_council_at_the_end_of_a_sentence_is_no_constable() -> None:
    text = "A letter was circulated to the PC. Mike Hebden reported. PC. Wylde spoke, and the PC Hill too."
    assert [person.name.title for person in find(text)] == ["", "PC.", "PC"]


def test_a_verb_behind_initials_is_no_surname_and_an_office_no_name_of_a_list() -> None:
    assert [person.name.surname for person in find("Cllr JA Advised that it was.")] == ["JA"]
    assert [person.name.surname for person in find("Councillors R Bell, Mayor, and J Dunn spoke.")] == ["Bell", "Dunn"]
    names = [(person.name.given, person.name.surname) for person in find("Councillors: L.A. Hall, Eng. K. Holt-Bell, J.B. Dunn and Q. Roe.")]
    assert names == [("L A", "Hall"), ("K", "Holt-Bell"), ("J B", "Dunn"), ("Q", "Roe")]
