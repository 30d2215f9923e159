"""What a paper's head and lists say of its meeting: body, day, times, place, items, who was there, who is a member."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Literal, Reading
from tests.resolution.papers import HEAD, PARISH, minutes, reading, values


def ends(found: Reading, kind: str) -> set[str]:
    """The last parts of the ids of the things of a class."""
    return {s.subject.rsplit("/", 1)[-1] for s in found.statements if (s.predicate, s.object) == (v.TYPE, kind)}


PANEL = reading(minutes("The report was noted."))


def test_the_meeting_of_the_paper() -> None:
    (meeting,) = {s.subject for s in PANEL.statements if s.object == v.MEETING}
    assert values(PANEL.statements, v.EARLIEST, meeting) == values(PANEL.statements, v.LATEST, meeting) == {"2019-03-13"}
    assert values(PANEL.statements, v.START_TIME, meeting) == {"10:00:00"}
    assert {held.rsplit("/", 1)[-1] for held in values(PANEL.statements, v.HELD_BY, meeting)} == {"housing-and-planning-panel"}
    assert "civ:minutes" in {s.predicate for s in PANEL.statements if s.subject == meeting}


def test_its_items_in_order() -> None:
    items = {s.subject for s in PANEL.statements if s.object == v.ITEM}
    titles = {(next(iter(values(PANEL.statements, v.POSITION, item))), next(iter(values(PANEL.statements, v.TITLE, item)))) for item in items}
    assert [title for _, title in sorted(titles)] == ["Apologies", "Housing update", "Any other business"]


def test_who_was_there_and_who_chaired() -> None:
    assert ends(PANEL, v.ATTENDANCE) == {"bell-anne", "dunn-c", "hall-r", "meade-j"}
    chairs = {s.subject.rsplit("/", 1)[-1] for s in PANEL.statements if s.predicate == v.HAD_ROLE and s.object == "role:chair"}
    assert chairs == {"bell-anne"}


def test_every_statement_is_proved_or_supplied() -> None:
    assert [s for s in PANEL.statements if not s.evidence and s.basis is not Basis.SUPPLIED] == []


@pytest.mark.parametrize(
    "lists, present, excused",
    [
        ("Present: Cllr A Bell, Cllr C Dunn\nApologies: Cllr R Hall", {"bell-a", "dunn-c"}, {"hall-r"}),
        ("Present: Councillors A Bell (Chair), C Dunn and R Hall", {"bell-a", "dunn-c", "hall-r"}, set()),
        ("PRESENT\nCllr A Bell\nCllr C Dunn\n\nAPOLOGIES\nCllr R Hall", {"bell-a", "dunn-c"}, {"hall-r"}),
        ("Present: Cllr A Bell, Cllr C Dunn\nIn attendance: Mr P Green (Clerk)", {"bell-a", "dunn-c", "green-p"}, set()),
    ],
)
def test_lists_of_people(lists: str, present: set[str], excused: set[str]) -> None:
    head = PARISH[: PARISH.index("Present")] + lists + "\n\n"
    found = reading(minutes("The report was noted.", head=head))
    assert (ends(found, v.ATTENDANCE), ends(found, v.APOLOGY)) == (present, excused)


def test_who_stands_in_is_tied_to_whom_and_no_member_by_that() -> None:
    head = HEAD.replace("Councillor J Meade\n", "Councillor J Meade (substitute for Councillor P Green)\n")
    found = reading(minutes("The report was noted.", head=head))
    assert {who.rsplit("/", 1)[-1] for who in values(found.statements, v.SUBSTITUTES_FOR)} == {"green-p"}
    members = {s.object.rsplit("/", 1)[-1] for s in found.statements if s.predicate == v.MEMBER and isinstance(s.object, str)}
    assert "meade-j" not in members


@pytest.mark.parametrize("title, there", [("Annual Meeting of the Parish", set()), ("Annual Parish Meeting", set()), ("Parish Council", {"bell-a", "dunn-c"})])
def test_nobody_is_a_member_of_a_meeting_of_all_electors(title: str, there: set[str]) -> None:
    head = f"Minutes of the {title} held in the Village Hall on Tuesday 14 May 2019\n\nPresent: Councillors A Bell and C Dunn\n\n"
    found = reading(minutes("The report was noted.", head=head))
    members = {s.object.rsplit("/", 1)[-1] for s in found.statements if s.predicate == v.MEMBER and isinstance(s.object, str)}
    assert (ends(found, v.ATTENDANCE), members) == ({"bell-a", "dunn-c"}, there)


@pytest.mark.parametrize("words", ["Councillor P Green was replaced by Councillor J Meade for this meeting.", "Councillor J Meade substituted for Councillor P Green."])
def test_who_is_listed_and_told_below_as_standing_in_is_no_member_by_the_list(words: str) -> None:
    found = reading(minutes(words, title="Apologies and changes of membership"))
    members = {s.object.rsplit("/", 1)[-1] for s in found.statements if s.predicate == v.MEMBER and isinstance(s.object, str)}
    assert {who.rsplit("/", 1)[-1] for who in values(found.statements, v.SUBSTITUTES_FOR)} == {"green-p"}
    assert "meade-j" not in members
    assert "dunn-c" in members


@pytest.mark.parametrize(
    "words, rule",
    [("Councillor Meade declared an interest in item 2.", set()), ("Councillor Vale declared an interest in item 2.", set())],
)
def test_who_declares_is_there_already_where_a_list_says_who_was(words: str, rule: set[str]) -> None:
    found = reading(minutes(words, title="Declarations of Interest"))
    assert {s.rule for s in found.statements if s.rule == "present-because-declared"} == rule


def test_who_declares_was_there_where_no_list_says_who_was() -> None:
    head = HEAD[: HEAD.index("Present")]
    found = reading(minutes("Councillor Vale declared an interest in item 2.", title="Declarations of Interest", head=head))
    assert {s.basis for s in found.statements if s.rule == "present-because-declared"} == {Basis.DERIVED}


def test_a_paper_of_no_meeting_has_neither_items_nor_attendance() -> None:
    found = reading("Dear Councillor Bell\n\nThank you for your letter of 3 March 2019.\n\nYours sincerely\n\nAnne Green\nDirector of Housing", kind="letter")
    assert not {v.MEETING, v.ITEM, v.ATTENDANCE} & {s.object for s in found.statements if isinstance(s.object, str)}


@pytest.mark.parametrize(
    "words, private",
    [
        ("Mrs Smith, a resident of Mill Lane, spoke about noise.", {"smith-private"}),
        ("Members stood in silence for 6 year old Jake Bell, and sympathy was extended to Mrs Ann Roe.", {"bell-jake-private", "roe-ann-private"}),
        ("Mr P Taylor (applicant) and Ms B Lawton (objector) addressed the Committee.", {"taylor-p-private", "lawton-b-private"}),
        ("A vote was passed for the family of Aidan Roe.", {"roe-aidan-private"}),
        ("The Chair wished a speedy recovery to Mrs Jo Low.", {"low-jo-private"}),
        ("Mr Colin Weir MBE gave a talk on bees.", {"weir-colin"}),
        ("Councillor Vale spoke about noise.", set()),
        ("The Director of Housing, Peter Green, spoke about noise.", set()),
    ],
)
def test_whoever_has_no_public_role_is_private(words: str, private: set[str]) -> None:
    assert ends(reading(minutes(words)), v.PRIVATE_PERSON) == private


def test_a_surname_alone_is_never_a_councillors_who_is_gone() -> None:
    words = "Members noted the recent death of former Councillor Doreen Hamilton. It was moved by Councillor Hamilton that the report be noted."
    ids = {s.object.value: s.subject for s in reading(minutes(words)).statements if s.predicate == v.ALT_LABEL and isinstance(s.object, Literal)}
    assert ids["Councillor Doreen Hamilton"] != ids["Councillor Hamilton"]


def test_a_paper_of_one_flat_paragraph_is_not_understood() -> None:
    """A long paragraph without items and lists in it is not read for a name that was found there; a short one is."""
    told = "Cllr A Hay welcomed the visitors to the hall and told them of the work of the council on the lanes. "
    assert len(reading(told * 8).coverage.unread) == 1
    assert not reading(told).coverage.unread
