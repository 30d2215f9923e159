"""A list of people as text, cut into chunks: wraps mended, brackets kept apart."""

from __future__ import annotations

import pytest

from graph_builder.language.lists import chunks, names_in, ranked
from graph_builder.language.passages import Passage

CHUNKS = [
    ("Cllr A Hay, Cllr B Lee and Mrs C Dee", ["Cllr A Hay", "Cllr B Lee", "Mrs C Dee"]),
    ("Cllr A Hay; Cllr B Lee", ["Cllr A Hay", "Cllr B Lee"]),
    ("Cllr A Hay\nCllr B Lee", ["Cllr A Hay", "Cllr B Lee"]),
    ("Cllr A Hay Cllr B Lee", ["Cllr A Hay", "Cllr B Lee"]),
    ("Jane Smith, Anne\nHill, Tom Wray", ["Jane Smith", "Anne Hill", "Tom Wray"]),
    ("Mr Tom Baker-\nPrice, Mr A Hay", ["Mr Tom Baker-Price", "Mr A Hay"]),
    ("Ann Lee - Head of\nFinance", ["Ann Lee", "Head of Finance"]),
    ("Cllr A Hay (Chair), B Lee", ["Cllr A Hay", "B Lee"]),
    ("Ann Lee (Head of Law and\nGovernance), B Lee", ["Ann Lee", "B Lee"]),
    ("Mrs V Negus (Clerk) 3 members of the public", ["Mrs V Negus", "3 members of the public"]),
    ("Ann Lee & Tom Hay", ["Ann Lee", "Tom Hay"]),
    ("Ann Lee together with Tom Hay", ["Ann Lee", "Tom Hay"]),
    ("Cllr A Hall. Mrs C Dee", ["Cllr A Hall", "Mrs C Dee"]),
    ("Councillors: A Hay, B Lee", ["Councillors", "A Hay", "B Lee"]),
    ("", []),
]


@pytest.mark.parametrize("text,expected", CHUNKS)
def test_chunks(text: str, expected: list[str]) -> None:
    found = chunks(text)
    assert [chunk.text for chunk in found] == expected
    assert all(0 <= chunk.start <= chunk.end <= len(text) for chunk in found)


def test_brackets_stand_apart() -> None:
    assert [chunk.brackets for chunk in chunks("Ann Lee (Head of Law, Kent) (AL), Tom Hay [Chair]")] == [("Head of Law, Kent", "AL"), ("Chair",)]


@pytest.mark.parametrize("text,pair", [("Chief Fire Officer Marcus Bell", ("Chief Fire Officer", "Marcus Bell")), ("Marcus Bell", None), ("Head of Law", None)])
def test_a_post_before_a_name(text: str, pair: tuple[str, str] | None) -> None:
    assert ranked(text) == pair


def test_names_in_a_list_know_their_places() -> None:
    text = "Smith, Hay (A) and\nCllr Lee"
    found = list(names_in(Passage("id:text/x", text, (0,), (0,))))
    assert [name.printed for name, _, _ in found] == ["Smith", "Hay (A)", "Cllr Lee"]
    assert [text[start:end] for _, start, end in found] == ["Smith", "Hay (A)", "Cllr Lee"]
