"""A council of the list is known by whatever form of its name papers print, with the code of its area; what is not in the list has none."""

from __future__ import annotations

import re

import pytest

from graph_builder import lexicon
from graph_builder.language.councils import is_parish, known


@pytest.mark.parametrize(
    "name, code",
    [
        ("Worcestershire County Council", "E10000034"),
        ("WORCESTERSHIRE COUNTY COUNCIL", "E10000034"),
        ("Herefordshire Council", "E06000019"),
        ("Barnsley Council", "E08000038"),
        ("Barnsley Metropolitan Borough Council", "E08000038"),
        ("London Borough of Barnet", "E09000003"),
        ("Barnet London Borough Council", "E09000003"),
        ("Barnet Council", "E09000003"),
        ("City of York Council", "E06000014"),
        ("York City Council", "E06000014"),
        ("King’s Lynn & West Norfolk Borough Council", "E07000146"),
        ("Borough Council of King's Lynn and West Norfolk", "E07000146"),
        ("Chelmsford Borough Council", "E07000070"),
        ("Stratford on Avon District Council", "E07000221"),
        ("Cardiff Council", "W06000015"),
        ("The Highland Council", "S12000017"),
        ("Highland Council", "S12000017"),
        ("Mid-Ulster District Council", "N09000009"),
        ("Shepway District Council", "E07000112"),
        ("Greater Manchester Combined Authority", "E47000001"),
    ],
)
def test_a_council_of_the_list(name: str, code: str) -> None:
    found = known(name)
    assert found is not None
    assert found.gss == code


@pytest.mark.parametrize(
    "name",
    [
        "Chichester City Council",  # a parish within Chichester District
        "Lichfield City Council",
        "Herefordshire County Council",
        "Ashford County Council",
        "Newport Town Council",
        "Bedford Parish Council",
        "Cork County Council",
        "Limerick City and County Council",
        "Derby",
        "Council",
        "County Council",
        "",
        "Richmond Council",
        "Wyvern District Council",
    ],
)
def test_what_the_list_does_not_have(name: str) -> None:
    assert known(name) is None


def test_a_council_and_the_one_before_it_are_two() -> None:
    before, now = known("Dorset County Council"), known("Dorset Council")
    assert before is not None
    assert now is not None
    assert (before.gss, before.until, now.gss, now.until) == ("E10000009", "2019-03-31", "E06000059", "")


def test_each_row_of_the_list_is_found_by_its_names_and_has_a_code_of_its_own() -> None:
    rows = lexicon.table("councils")
    assert len({row["gss"] for row in rows}) == len(rows) > 430
    for row in rows:
        assert re.fullmatch(r"(E06|E07|E08|E09|E10|E47|N09|S12|W06)\d{6}", row["gss"])
        for name in filter(None, (row["name"], row["also"])):
            found = known(name)
            assert found is not None
            assert found.gss == row["gss"], name


def test_there_are_as_many_in_force_as_there_should_be() -> None:
    """The English counties, districts and unitaries since April 2023, and the other nations' councils since 2015."""
    lasting = [row["gss"][:3] for row in lexicon.table("councils") if not row["until"]]
    counted = {kind: lasting.count(kind) for kind in ("E06", "E07", "E08", "E09", "E10", "W06", "S12", "N09")}
    assert counted == {"E06": 63, "E07": 164, "E08": 36, "E09": 33, "E10": 21, "W06": 22, "S12": 32, "N09": 11}


def test_parishes_are_told_from_others() -> None:
    assert [is_parish(name) for name in ("Orme Town Council", "Llanfaddon Community Council", "Wereham Parish Council", "Kent County Council")] == [True] * 3 + [False]
