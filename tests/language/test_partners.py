"""Whoever came with a councillor or a mayor is nobody else of that surname."""

from __future__ import annotations

import pytest

from graph_builder.language.surroundings import is_partner


@pytest.mark.parametrize(
    "text, name",
    [
        ("The Deputy Mayor, Councillor O'Shay, and Mrs O'Shay had attended the service.", "Mrs O'Shay"),
        ("Cllr. & Mrs. Sinden were thanked for putting up the lights.", "Mrs. Sinden"),
        ("Councillor Hall, Deputy Mayor, and Mrs Hall laid a wreath.", "Mrs Hall"),
        ("The Mayor and Mrs Bell opened the fair.", "Mrs Bell"),
        ("Cllr and Mrs Dunn sent flowers.", "Mrs Dunn"),
    ],
)
def test_partners(text: str, name: str) -> None:
    assert is_partner(text, text.index(name), name.rsplit(maxsplit=1)[-1])


@pytest.mark.parametrize(
    "text, name",
    [
        ("Councillor Hall and Mrs Wood declared an interest.", "Mrs Wood"),
        ("It was proposed by Councillor Hall. Mrs Hall seconded.", "Mrs Hall"),
        ("Mr Dunn and Mrs Dunn asked about the lane.", "Mrs Dunn"),
        ("Councillor Mrs Hall spoke.", "Mrs Hall"),
    ],
)
def test_others(text: str, name: str) -> None:
    assert not is_partner(text, text.index(name), name.rsplit(maxsplit=1)[-1])
