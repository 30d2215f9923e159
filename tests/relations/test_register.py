"""Who is who in one paper: couples, bare surnames, initials, titles; and which names are one body's."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.language.names import Name, parse
from graph_builder.model import Id, Literal, Reading, Span
from graph_builder.paper import Entry
from graph_builder.relations.notes import Notes
from graph_builder.relations.register import Bodies, Cluster, People
from tests.resolution.papers import divided, document, minutes, reading, values

PLACE = Span("id:text/0", 0, 4)


def name(text: str) -> Name:
    found = parse(text, bare=True)
    assert found is not None, text
    return found


def people(*listed: str) -> People:
    """A register that holds the people of a list, each text an entry with its capacity behind a stroke."""
    found = People(Notes(document("")))
    for text in listed:
        words, capacity, status = [*text.split("|"), "", ""][:3]
        found.listed(name(words), PLACE, capacity=capacity, status=status)
    return found


def surnames(found: People) -> list[list[str]]:
    return [[name.printed for name, _ in cluster.names] for cluster in found.clusters()]


@pytest.mark.parametrize(
    "listed, count",
    [
        (["Cllr A Bell", "Cllr C Dunn"], 2),
        (["Cllr A Bell", "Cllr A Bell"], 1),
        (["Mr J Meade", "Mrs J Meade"], 2),
        (["Cllr J Meade", "Cllr P Meade"], 2),
        (["Mr Meade", "Mrs Meade"], 2),
        (["Cllr John Meade", "Cllr Jane Meade"], 2),
        (["Cllr Jonathan Meade", "Cllr Jon Meade"], 1),
        (["Cllr J Meade|member", "J Meade|officer"], 2),
        (["Cllr J Meade|member", "Cllr J Meade|member"], 1),
        (["Cllr J P Meade", "Cllr J Meade"], 1),
        (["Claire Meade|member|present", "Cllr Meade|member|apologies"], 2),
        (["Cllr Claire Meade|member|present", "Cllr Meade|member|present"], 1),
        (["Cllr O'Brien", "Cllr E O'Brien"], 1),
        (["Cllr R Pryce-Jones", "Cllr Pryce-Jones"], 1),
    ],
)
def test_entries_of_lists(listed: list[str], count: int) -> None:
    assert len(people(*listed).clusters()) == count


def test_somebody_with_a_whole_name_is_not_the_councillor_of_that_surname() -> None:
    found = people("Cllr Farrow|member|apologies")
    found.named(name("Mr Shane Farrow"), PLACE)
    found.named(name("Councillor Farrow"), PLACE)
    assert surnames(found) == [["Cllr Farrow", "Councillor Farrow"], ["Mr Shane Farrow"]]


@pytest.mark.parametrize(
    "listed, said, whose",
    [
        (["Cllr A Bell", "Cllr C Dunn"], "Councillor Bell", "Cllr A Bell"),
        (["Cllr A Bell", "Cllr C Dunn"], "Bell", "Cllr A Bell"),
        (["Cllr A Bell"], "Anne Bell", "Cllr A Bell"),
        (["Cllr A Bell"], "Cllr P Bell", None),
        (["Mr J Meade", "Mrs J Meade"], "Mrs Meade", "Mrs J Meade"),
        (["Mr J Meade", "Mrs J Meade"], "Mr Meade", "Mr J Meade"),
        (["Mr J Meade", "Mrs J Meade"], "J Meade", None),
        (["Cllr J Meade", "Cllr P Meade"], "Councillor Meade", None),
        (["Cllr J Meade", "Cllr P Meade"], "Cllr P Meade", "Cllr P Meade"),
        (["Cllr J Meade|member", "Peter Meade|officer"], "Councillor Meade", "Cllr J Meade"),
        (["Cllr Jonathan Meade"], "Jon Meade", "Cllr Jonathan Meade"),
        (["Cllr Jane Meade"], "John Meade", None),
        (["Cllr Ruth Fenwick Moore"], "Cllr Fenwick Moore", "Cllr Ruth Fenwick Moore"),
        (["Cllr A Bell"], "Dunn", None),
    ],
)
def test_names_in_the_text(listed: list[str], said: str, whose: str | None) -> None:
    found = people(*listed)
    expected = next((found.id(cluster) for cluster in found.clusters() if cluster.names[0][0].printed == whose), None)
    assert found.find(name(said)) == expected


def test_a_name_that_is_nobodys_makes_nobody() -> None:
    found = people("Cllr J Meade", "Cllr P Meade")
    assert found.named(name("Councillor Meade"), PLACE) is None
    assert surnames(found) == [["Cllr J Meade"], ["Cllr P Meade"]]


def test_couples_have_two_ids() -> None:
    found = people("Mr J Meade", "Mrs J Meade")
    assert len({found.id(cluster) for cluster in found.clusters()}) == 2


@pytest.mark.parametrize(
    "said, known",
    [("Cllr Hall", True), ("Cllr Meade", True), ("Mrs Nobody", True), ("Cllr P Bell", False), ("RH", False)],
)
def test_a_mover_is_somebody_known_or_of_a_new_surname(said: str, *, known: bool) -> None:
    found = people("Cllr A Bell", "Cllr R Hall")
    words = Name(said, surname=said) if said.isupper() else name(said)
    assert (found.met(words, PLACE) is not None) is known


@pytest.mark.parametrize("initials, known", [("RH", True), ("AB", False), ("XY", False)])
def test_initials_are_those_of_the_list_and_nobodys_where_two_share_them(initials: str, *, known: bool) -> None:
    found = People(Notes(document("")))
    passage = divided("Words.").items[0].title
    for text, short in (("Ruth Hall", "RH"), ("Anne Bell", "AB"), ("Alan Brown", "AB")):
        found.enter(Entry(passage, "present", name(text), PLACE, initials=short))
    assert (found.find(Name(initials, surname=initials)) is not None) is known


def test_a_cluster_never_holds_names_that_speak_against_each_other() -> None:
    cluster = Cluster([(name("Cllr J Meade"), PLACE)])
    assert cluster.fits(name("John Meade"))
    cluster.names.append((name("John Meade"), PLACE))
    assert not cluster.fits(name("Jane Meade"))


@pytest.mark.parametrize(
    "names, count",
    [
        (["Ashford Safeguarding Board", "Ashford Safeguarding Board"], 1),
        (["Children's Board", "Childrens Board"], 1),
        (["Health & Wellbeing Board", "Health and Wellbeing Board"], 1),
        (["Ofsted", "OFSTED"], 1),
        (["Ashford County Council's Travel Committee", "Travel Committee"], 1),
        (["Schools Forum", "Youth Forum"], 2),
    ],
)
def test_bodies_by_name(names: list[str], count: int) -> None:
    bodies = Bodies(Notes(document("")), "Ashford County Council")
    assert len({bodies.seen(name, PLACE) for name in names}) == count


def test_an_abbreviation_is_the_body_that_it_is_defined_for() -> None:
    bodies = Bodies(Notes(document("")))
    bodies.defined("ASCB", "Ashford Safeguarding Children Board", PLACE)
    bodies.defined("ASCB", "Ashford Sports Club Board", PLACE)
    assert bodies.id("ASCB") == bodies.seen("ASCB", PLACE) == bodies.id("Ashford Safeguarding Children Board")
    assert bodies.id("ASCB") != bodies.id("Ashford Sports Club Board")


def of_body(found: Reading, label: str) -> set[Id]:
    return {s.subject for s in found.statements if s.predicate == v.ALT_LABEL and getattr(s.object, "value", "") == label}


def test_the_definition_of_an_abbreviation_holds_before_it() -> None:
    words = "The Chair of the WSCB spoke.\n\nThe Wereham Safeguarding Children Board (WSCB) met in May. The WSCB then met in June."
    found = reading(minutes(words))
    (body,) = of_body(found, "Wereham Safeguarding Children Board")
    assert values(found.statements, v.ACRONYM, body) == {"WSCB"}
    assert not [s for s in found.statements if s.subject.endswith("/body/wscb")]


@pytest.mark.parametrize("words", ["The Board met in May.", "The Panel was told by the Committee.", "Members of the Board and the Council spoke."])
def test_a_general_word_is_no_body(words: str) -> None:
    named = {s.subject.rsplit("/", 1)[-1] for s in reading(minutes(words)).statements if "/body/" in s.subject}
    assert named <= {"ashford-county-council", "housing-and-planning-panel"}


def test_a_member_by_surname_and_a_guest_of_that_surname_are_two() -> None:
    assert surnames(people("Brown|member", "Louise Brown")) == [["Brown"], ["Louise Brown"]]
    assert surnames(people("Louise Brown", "Cllr Brown|member")) == [["Louise Brown"], ["Cllr Brown"]]
    assert surnames(people("Cllr Brown|member", "Cllr Louise Brown|member")) == [["Cllr Brown", "Cllr Louise Brown"]]


def test_fewer_initials_on_the_list_of_those_away_are_somebody_elses() -> None:
    found = People(Notes(document("")))
    for words, status in (("Cllr E Jones", "present"), ("Cllr E A Jones", "apologies"), ("Cllr G Pugh", "present"), ("Cllr G Pugh", "apologies")):
        found.listed(name(words), PLACE, capacity="member", status=status)
    assert surnames(found) == [["Cllr E Jones"], ["Cllr E A Jones"], ["Cllr G Pugh", "Cllr G Pugh"]]


def named(found: People, *said: str) -> list[list[str]]:
    for words in said:
        found.named(name(words), PLACE)
    return surnames(found)


@pytest.mark.parametrize(
    "listed, said, whose",
    [
        (["Cllr Bell|member"], "Mrs Bell", [["Cllr Bell"], ["Mrs Bell"]]),
        (["Cllr Lee Bell|member"], "Mrs Bell", [["Cllr Lee Bell"], ["Mrs Bell"]]),
        (["Cllr A Bell"], "Mr Bell", [["Cllr A Bell"], ["Mr Bell"]]),
        (["Cllr Mrs Bell|member"], "Mrs Bell", [["Cllr Mrs Bell", "Mrs Bell"]]),
        (["Cllr Anne Bell|member"], "Mrs Bell", [["Cllr Anne Bell", "Mrs Bell"]]),
        (["A Bell|member"], "Mrs Bell", [["A Bell", "Mrs Bell"]]),
        (["Mrs Bell"], "Cllr Bell", [["Mrs Bell"], ["Cllr Bell"]]),
        (["Mrs Bell|member"], "Cllr Bell", [["Mrs Bell", "Cllr Bell"]]),
        (["Peter Bell|officer"], "Cllr Bell", [["Peter Bell"], ["Cllr Bell"]]),
        (["District Cllr Bell"], "Dave Bell", [["District Cllr Bell"], ["Dave Bell"]]),
        (["Cllr Bell"], "Cllr Dave Bell", [["Cllr Bell", "Cllr Dave Bell"]]),
        (["Dave Bell|member"], "Cllr Bell", [["Dave Bell", "Cllr Bell"]]),
        (["Dave Bell"], "Cllr Bell", [["Dave Bell"], ["Cllr Bell"]]),
    ],
)
def test_a_title_of_the_house_is_no_councillors_without_a_sign_of_it(listed: list[str], said: str, whose: list[list[str]]) -> None:
    assert named(people(*listed), said) == whose


def test_who_is_away_is_not_whoever_speaks_under_fewer_initials() -> None:
    found = People(Notes(document("")))
    found.listed(name("E A Pugh"), PLACE, status="apologies")
    found.listed(name("F H Dunn"), PLACE, status="present")
    assert named(found, "Cllr E Pugh", "Cllr F Dunn") == [["E A Pugh"], ["Cllr E Pugh"], ["F H Dunn", "Cllr F Dunn"]]


@pytest.mark.parametrize(
    "text, whose",
    [
        ("The Clerk wrote to Gareth Bell at the district offices. Mr Bell apologised.", [["Robert Bell"]]),
        ("Bob Bell took the chair. Mr Bell thanked the Clerk.", [["Robert Bell", "Mr Bell"]]),
        ("The Bell Inn was let. Mr Bell thanked the Clerk.", [["Robert Bell", "Mr Bell"]]),
    ],
)
def test_a_surname_is_nobodys_where_the_paper_has_another_given_name_to_it(text: str, whose: list[list[str]]) -> None:
    found = People(Notes(document(text)))
    found.listed(name("Robert Bell"), PLACE, status="apologies")
    assert named(found, "Mr Bell") == whose


def test_two_surnames_without_a_comma_are_not_one_name() -> None:
    head = "Ashford Parish Council\n\nMinutes of the meeting of the Council held on 12 May 2008 in the Village Hall\n\nPresent: Cllrs {}, Hyland and Towers\n\n"
    papers = [reading(minutes("Councillor Browne and Cllr Edmunds reported.", head=head.format(words))) for words in ("Browne Edmunds", "Browne, Edmunds")]
    named = [{s.object.value for s in paper.statements if s.predicate == v.ALT_LABEL and isinstance(s.object, Literal) and "/person/" in s.subject} for paper in papers]
    assert not any("Browne Edmunds" in name for name in named[0])
    assert {"Councillor Browne", "Cllr Edmunds"} <= named[0]


@pytest.mark.parametrize(
    "said, whose",
    [
        ("Cllr SH signed the book.", {"Hay", "Low"}),
        ("Cllr. WBT signed the book.", {"Hay", "Low"}),  # whom no list defines
        ("Cllr FOX signed the book.", {"Hay", "Low", "Fox"}),  # a surname in capitals
    ],
)
def test_initials_behind_a_title_are_those_of_the_list_or_nobodys(said: str, whose: set[str]) -> None:
    head = "Ashford Parish Council\n\nMinutes of the meeting of the Council held on 12 May 2008 in the Village Hall\n\nPresent: Cllrs Steve Hay (SH), Ann Low (AL)\n\n"
    statements = reading(minutes(f"{said} Cllr AL thanked all.", head=head)).statements
    people = {s.object.value for s in statements if s.predicate == v.FAMILY_NAME and isinstance(s.object, Literal)}
    assert people == whose
