"""Who stands on a list of members and is none: another council's councillor at a parish's meeting, who takes notes, and who reports."""

from __future__ import annotations

import pytest

from graph_builder.meetings import divide
from tests.meetings.papers import document


def members(words: str, *, council: str) -> list[str]:
    text = f"{council}\n\nMinutes of the meeting held on Monday 14 March 2016 at 7pm in the Village Hall\n\n{words}\n\n1. Welcome\n\nAll were welcomed.\n"
    return [entry.name.surname for entry in divide(document(text)).entries if entry.name and entry.capacity == "member"]


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Present: Cllrs P Holt, F Moor and District Cllr R Dell", ["Holt", "Moor"]),
        ("Present: Councillors J James (Mayor), G Davies (Vice Chair)\nCounty Councillor: Cllr P Rhys", ["James", "Davies"]),
        ("Present\nCouncillors: J James, G Davies\nDistrict Councillors: P Rhys, T Tudor", ["James", "Davies"]),
        (
            "Present: Cllrs P Holt and F Moor\nApologies: Cllr D Murray, PKC Cllr P Bell, Cllr A Boon (Borough Councillor), Cllr T Fry (ABC)",
            ["Holt", "Moor", "Murray"],
        ),
        ("Present: Cllrs P Holt and F Moor\nApologies: Cllr D Murray, Ward Member Cllr T Fry", ["Holt", "Moor", "Murray"]),
        ("Present: Cllrs I Robb (IR), A Cooke (AC), J Penn (JP)", ["Robb", "Cooke", "Penn"]),
        ("Present: L Moss (Chair), F Reed, S Finn\nAttendance: R Doug (Barracks), Cllr Cress", ["Moss", "Reed", "Finn"]),
        ("Present: Cllr P Holt, Cllr F Moor (Parish and District Councillor)", ["Holt", "Moor"]),
        ("Present: Wendy Carver, Keith Marlow, Michelle Peat – note taker, Clare Damson - reporter", ["Carver", "Marlow"]),
    ],
)
def test_who_is_no_member_of_a_parish(words: str, wanted: list[str]) -> None:
    assert members(words, council="Vale Community Council") == wanted


def test_a_county_councillor_is_a_member_of_the_county() -> None:
    assert members("Present: County Councillors P Holt and F Moor", council="Vale County Council") == ["Holt", "Moor"]


def test_an_officer_on_a_list_of_councillors_is_no_member_and_one_on_a_board_is() -> None:
    ran_in = "Present: Councillors P Holt, F Moor, A Dunn, B Wray and C Lee Officers in Mr T Roe, Chief Executive; Mrs Ann Hale, Director of Roads"
    found = members(ran_in, council="Vale District Council")
    assert not {"Roe", "Hale"} & set(found)
    assert "Holt" in found
    board = "Present: Councillor P Holt, Mr T Roe (Director of Public Health), Mrs Ann Hale (Chief Executive), Dr B Wray (Healthwatch)"
    assert {"Roe", "Hale"} <= set(members(board, council="Vale District Council"))


def test_names_without_a_title_below_those_of_councillors_are_no_members() -> None:
    listed = "Present\nCouncillor P Holt (Chair), Councillor F Moor, Councillor A Dunn, Councillor B Wray, Councillor C Lee\nS Roe, I Bell"
    assert members(listed, council="Vale District Council") == ["Holt", "Moor", "Dunn", "Wray", "Lee"]
    assert members("Present: Cllr P Holt, F Moor, A Dunn", council="Vale Parish Council") == ["Holt", "Moor", "Dunn"]
