"""Dates and times as papers print them, each with its precision, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from graph_builder.language.dates import find_dates, find_times, first_date, next_working_day
from graph_builder.language.partial_dates import find_partial

NEAR = date(2019, 5, 20)

# text | first day | last day | the words
DATES = """
Wednesday, 13 November 2019, 10.00 am | 2019-11-13 | | Wednesday, 13 November 2019
13 MARCH 2017 | 2017-03-13 | | 13 MARCH 2017
on 5 September | 2019-09-05 | | 5 September
5 - 9 March 2018 | 2018-03-05 | 2018-03-09 | 5 - 9 March 2018
October/November 2016 | 2016-10-01 | 2016-11-30 | October/November 2016
October and November 2016 | 2016-10-01 | 2016-11-30 | October and November 2016
in March 2018 | 2018-03-01 | 2018-03-31 | March 2018
February 2020 | 2020-02-01 | 2020-02-29 | February 2020
18 and 19 April 2019 | 2019-04-18 | 2019-04-19 | 18 and 19 April 2019
30 April to 2 May 2019 | 2019-04-30 | 2019-05-02 | 30 April to 2 May 2019
30 December - 2 January 2020 | 2019-12-30 | 2020-01-02 | 30 December - 2 January 2020
Tuesday 9th March 2004 | 2004-03-09 | | Tuesday 9th March 2004
held on the8th June 2010 | 2010-06-08 | | 8th June 2010
held on the 8th June 2010at 7pm | 2010-06-08 | | 8th June 2010
2019-05-04 | 2019-05-04 | | 2019-05-04
04/05/2019 | 2019-05-04 | | 04/05/2019
22nd. April, 2015 | 2015-04-22 | | 22nd. April, 2015
4.5.19 | 2019-05-04 | | 4.5.19
1/2/98 | 1998-02-01 | | 1/2/98
Monday the 3rd of June, 2019 | 2019-06-03 | | Monday the 3rd of June, 2019
June 3rd, 2019 | 2019-06-03 | | June 3rd, 2019
June 3, 2019 | 2019-06-03 | | June 3, 2019
Sept. 2016 | 2016-09-01 | 2016-09-30 | Sept. 2016
1st day of May 2018 | 2018-05-01 | | 1st day of May 2018
7th October, 2014 | 2014-10-07 | | 7th October, 2014
Thurs 15 Jan 2026 7:30 pm | 2026-01-15 | | Thurs 15 Jan 2026
Sat 1 Feb | 2019-02-01 | | Sat 1 Feb
29 February 2020 | 2020-02-29 | | 29 February 2020
dated 12Th June 2011 | 2011-06-12 | | 12Th June 2011
1 January | 2019-01-01 | | 1 January
26 December | 2018-12-26 | | 26 December
"""

NO_DATES = [
    "2017/18", "Q2", "31 February 2019", "29 February 2019", "may be noted in 2019", "in 2019", "12/13/2019", "12 noon", "item 5", "£4.5.19m",
    "1.2.3.4", "page 12 of 19", "Mayor 2019", "", "marched 5 miles", "2019/0423/FUL", "ref 12/345/2019", "10.30 am",
]  # fmt: skip

TIMES = """
10.00 am | 10:00
2.00 pm | 14:00
14.00 | 14:00
7.30pm | 19:30
7pm | 19:00
9am | 09:00
12 noon | 12:00
noon | 12:00
midday | 12:00
midnight | 00:00
1930 hrs | 19:30
14.30hrs | 14:30
19:30 | 19:30
12.15 a.m. | 00:15
12.15 pm | 12:15
at 9.45 p. m. | 21:45
from 10.00 am to 12.30 pm | 10:00 12:30
"""

NO_TIMES = ["£10.30", "10.30.5", "version 2.10.15", "25:00", "10:75", "50.30%", "1930", "item 5", "no one", ""]

PARTIAL = [
    ("since 2016", [("2016-01-01", "2016-12-31")]),
    ("in January", [("2019-01-01", "2019-01-31")]),
    ("in July and October", [("2018-07-01", "2018-07-31"), ("2018-10-01", "2018-10-31")]),
    ("between 24 October 2016 and 17 November 2016", [("2016-10-24", "2016-11-17")]),
    ("24 October 2016 to 17 November 2016", [("2016-10-24", "2016-11-17")]),
    ("24 October 2016 and 17 November 2016", [("2016-10-24", "2016-10-24"), ("2016-11-17", "2016-11-17")]),
    ("March 2018", [("2018-03-01", "2018-03-31")]),
    ("2017/18", []),
    ("£2016", []),
    ("2,016 pupils", []),
]  # fmt: skip


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip("\n").splitlines()]


@pytest.mark.parametrize("text,first,last,words", rows(DATES))
def test_a_date_keeps_its_precision(text: str, first: str, last: str, words: str) -> None:
    found = list(find_dates(text, near=NEAR))
    assert [(f.earliest.isoformat(), f.latest.isoformat(), text[f.start : f.end]) for f in found] == [(first, last or first, words)]
    assert found[0].exact is (not last)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert list(find_dates(text, near=NEAR)) == []


def test_a_date_without_a_year_takes_it_from_the_meeting_or_is_left_out() -> None:
    assert first_date("on 5 September") is None
    found = first_date("on 5 September", near=date(2020, 12, 1))
    assert found is not None
    assert (found.earliest, found.has_year) == (date(2020, 9, 5), False)


@pytest.mark.parametrize("text,weekday", [("Monday 3 June 2019", 0), ("Thurs. 6 June 2019", 3), ("Sun 9 June 2019", 6), ("9 June 2019", None)])
def test_the_printed_weekday(text: str, weekday: int | None) -> None:
    found = first_date(text)
    assert found is not None
    assert found.weekday == weekday


@pytest.mark.parametrize("text,times", rows(TIMES))
def test_times(text: str, times: str) -> None:
    assert [value.isoformat("minutes") for value, _, _ in find_times(text)] == times.split()
    assert all(text[start:end].strip() for _, start, end in find_times(text))


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text: str) -> None:
    assert list(find_times(text)) == []


@pytest.mark.parametrize("text,expected", PARTIAL)
def test_dates_of_any_precision(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.earliest.isoformat(), f.latest.isoformat()) for f in find_partial(text, near=NEAR)] == expected


@pytest.mark.parametrize(
    "day,following", [("2019-09-10", "2019-09-11"), ("2019-09-13", "2019-09-16"), ("2019-04-18", "2019-04-23"), ("2019-12-24", "2019-12-27")]
)
def test_the_next_working_day(day: str, following: str) -> None:
    assert next_working_day(date.fromisoformat(day)).isoformat() == following


def test_days_with_their_month_in_front_are_a_stretch() -> None:
    [found] = find_partial("They came from March 1st to 4th, 2022.")
    assert (found.earliest, found.latest) == (date(2022, 3, 1), date(2022, 3, 4))
    assert not [one for one in find_partial("March 9 to 4 2022") if one.earliest == date(2022, 3, 9)]
