"""One measure under several names is one series, two measures are two; and how soon a body spoke of an inspection."""

from __future__ import annotations

import itertools

import pytest

from graph_builder import lexicon, trace
from graph_builder.trace.corpus import by_paper
from graph_builder.trace.measured import definitions, measured, sort_of
from graph_builder.trace.milestones import days
from graph_builder.trace.series import series
from graph_builder.trace.thread import Line
from tests.trace.rows import COUNTY, PANEL, corpus, row

TOGETHER = [pair for names in lexicon.load("series")["together"] for pair in itertools.combinations(names, 2)]
APART = [pair for names in lexicon.load("series")["apart"] for pair in itertools.combinations(names, 2)]


@pytest.mark.parametrize("first,second", TOGETHER)
def test_names_of_one_measure(first: str, second: str) -> None:
    assert measured(first) == measured(second)


def test_abbreviations_that_papers_define_are_their_long_forms() -> None:
    defined = definitions(
        [
            "Bus Service Improvement Plan (BSIP) schemes delivered",
            "The number of Houses of Special Interest (HSI) rose, said Councillor Bell (HB).",
            "Homes for Young People (HYP) opened; Health and Youth Panel (HYP) met",
        ]
    )
    assert defined == {"BSIP": "bus service improvement plan", "HSI": "houses of special interest"}
    assert measured("BSIP schemes delivered", defined=defined) == measured("Bus Service Improvement Plan (BSIP) schemes delivered", defined=defined)
    assert measured("HSIs open", defined=defined) == measured("House of Special Interest open", defined=defined)
    assert measured("BSIP schemes delivered") != measured("Bus Service Improvement Plan schemes delivered")
    assert measured("HYPs opened", defined=defined) != measured("Homes for Young People opened", defined=defined)


@pytest.mark.parametrize("name,sort", [("Percentage of bins missed", "%"), ("Employment per cent", "%"), ("Rate of births", "rate"), ("Births per 1,000", "rate"), ("Births", "")])
def test_a_name_promises_a_sort_of_value(name: str, sort: str) -> None:
    assert sort_of(name) == sort


@pytest.mark.parametrize("other,unit,count", [("Number of bins missed", "", 2), ("Proportion of bins missed", "", 1), ("Rate of bins missed", "", 1), ("Missed bins", "", 2), ("Missed bins", "%", 1)])
def test_shares_rates_and_numbers_are_no_one_series(other: str, unit: str, count: int) -> None:
    rows = [row("measures", "panel-may.txt", indicator="Bins missed", value="41", amount="41", period="2021-01", quote="bins", claim="id:observation/8", topics="SEND")]
    rows += [row("measures", "panel-nov.pdf", indicator=other, value="44", amount="44", unit=unit, period="2021-02", quote="bins", claim="id:observation/9")]
    lines = [line for one in rows for line in [Line(one["period"], COUNTY, "", "", "measure", "", "", "", "", "", claim=one["claim"])]]
    found = series(corpus(measures=rows), lines)
    assert [len(one.points) for one in found] == ([2] if count == 2 else [])


@pytest.mark.parametrize("first,second", [*APART, ("Bus journeys completed in time", "Bus journeys completed within 20 weeks")])
def test_names_of_two_measures(first: str, second: str) -> None:
    assert measured(first) != measured(second)


def test_a_series_keeps_the_words_and_quotes_of_each_point() -> None:
    [series] = trace.follow(corpus(), topic="SEND").series
    assert (series.council, series.unit) == (COUNTY, "%")
    assert [(point.date, point.value, point.amount, point.words, point.line.quote) for point in series.points] == [
        ("2021-06", "41%", 41.0, "EHC plans issued within 20 weeks", "41% in June"),
        ("2021-10", "55%", 55.0, "Proportion of new EHCPs issued within 20 weeks", "55% in October"),
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {"kind": "tolerance", "amount": "60", "period": "2021-12"},
        {"kind": "target", "amount": "90", "period": "2021-12"},
        {"kind": "actual", "amount": "", "value": "N/A", "period": "2021-12"},
        {"kind": "actual", "amount": "41", "value": "41%", "period": "2021-06"},
    ],
)
def test_what_is_no_value_or_told_before_makes_no_point(cells: dict[str, str]) -> None:
    more = row("measures", "panel-nov.pdf", indicator="EHCPs completed in time", unit="%", quote="so it says", claim="id:observation/9", **cells)
    [series] = trace.follow(corpus(measures=[more]), topic="SEND").series
    assert [point.date for point in series.points] == ["2021-06", "2021-10"]


def test_the_days_between_publication_and_the_first_word_of_a_body() -> None:
    [milestone] = trace.follow(corpus(), topic="SEND").milestones
    assert (milestone.published, milestone.body, milestone.date, milestone.days) == ("2021-05-10", PANEL, "2021-05-20", 10)
    assert milestone.quote == "Inspectors came on 1-5 March 2021."


@pytest.mark.parametrize("first,second,between", [("2021-05-10", "2021-05-10", 0), ("2020-02-28", "2020-03-01", 2), ("2021-05", "2021-06-01", None), ("", "2021-06-01", None)])
def test_days_need_dates_to_the_day(first: str, second: str, between: int | None) -> None:
    assert days(first, second) == between


@pytest.mark.parametrize(
    "documents,quote,pairs",
    [("a | b", "x | y", [("a", "x"), ("b", "y")]), ("a | b", "x", [("a | b", "x")]), ("a", "x … y", [("a", "x … y")])],
)
def test_each_paper_has_its_own_quote(documents: str, quote: str, pairs: list[tuple[str, str]]) -> None:
    assert by_paper(documents, quote) == pairs
