"""Partial dates: their first and last day, and how a reader sees them."""

from __future__ import annotations

import pytest

from graph_builder.trace.times import first_day, months, span

DATES = [
    ("2018-03-05", "2018-03-05", "2018-03-05", "5 March 2018"),
    ("2018-02", "2018-02-01", "2018-02-28", "February 2018"),
    ("2018", "2018-01-01", "2018-12-31", "2018"),
    ("2018-03-05/2018-03-09", "2018-03-05", "2018-03-09", "5–9 March 2018"),
    ("2018-03-30/2018-04-02", "2018-03-30", "2018-04-02", "30 March 2018 – 2 April 2018"),
    ("2016-10/2016-11", "2016-10-01", "2016-11-30", "October 2016 – November 2016"),
    ("2017/18", "2017-04-01", "2018-03-31", "2017/18"),
    ("2018/19 Q1", "2018-04-01", "2018-06-30", "2018/19 Q1"),
    ("2018/19 Q4", "2019-01-01", "2019-03-31", "2018/19 Q4"),
    ("1999/00", "1999-04-01", "2000-03-31", "1999/00"),
]


@pytest.mark.parametrize("text,first,last,words", DATES)
def test_dates(text: str, first: str, last: str, words: str) -> None:
    days = span(text)
    assert days is not None
    assert (days.first.isoformat(), days.last.isoformat(), months(text)) == (first, last, words)


@pytest.mark.parametrize("text", ["", "Q1", "last year", "2018-13", "2018-02-30", "2018/25", "2018-05/2018-03", "x2018"])
def test_what_is_no_date_stands_last(text: str) -> None:
    assert span(text) is None
    assert first_day(text) > "2999"
    assert months(text) == text
