"""Tables set in columns by white space, and values behind labels: which lines are rows, and what stays running text."""

from __future__ import annotations

import pytest

from tests.relations.test_measures import Value, values

PLAIN = """Ref   Measure                                        Target    Q2 2022/23    Status
KPI1  Accidental dwelling fires                      52        47            Green
KPI2  First engine at a life risk incident in time   75%       71.4%         Amber
"""
BUDGET = """Service                     Budget      Forecast    Variance
                            £'000       £'000       £'000
Housing and Wellbeing       3,118       3,904       786
Planning                    1,905       1,790       (115)
"""
NAMELESS = """                                        2020    2021    2022
Requests for assessment                  402     451     538
Permanent exclusions of pupils
from secondary schools                    44             67
Tribunal appeals registered               28      35     61
"""
TWO_LINES = """                              12 months to    12 months to
Measure                       Dec 2021        Dec 2022        Change
Residential burglary          2,310           2,127           -7.9%
999 calls answered in 10
seconds                       81.2%           74.9%           -6.3 pts
Victim satisfaction           76%             73%             -3 pts
"""
LABELLED = """CP01 Minor planning applications determined within 8 weeks
Target: 80%  Actual: 91.2%  Last year: 84.0%
CP02 Number of fly-tips reported
Target: 900  Actual: 1,046  Last year: 987
"""
COLUMNS: list[tuple[str, set[Value]]] = [
    (
        PLAIN,
        {
            ("Accidental dwelling fires", "52", "", "target"),
            ("Accidental dwelling fires", "47", "2022/23 Q2", "actual"),
            ("First engine at a life risk incident in time", "75%", "", "target"),
            ("First engine at a life risk incident in time", "71.4%", "2022/23 Q2", "actual"),
        },
    ),
    (
        BUDGET,
        {
            ("Housing and Wellbeing Budget", "3,118", "", ""),
            ("Housing and Wellbeing Forecast", "3,904", "", ""),
            ("Housing and Wellbeing Variance", "786", "", ""),
            ("Planning Budget", "1,905", "", ""),
            ("Planning Forecast", "1,790", "", ""),
            ("Planning Variance", "(115)", "", ""),
        },
    ),
    (
        LABELLED,
        {
            ("CP01 Minor planning applications determined within 8 weeks", "80%", "", "target"),
            ("CP01 Minor planning applications determined within 8 weeks", "91.2%", "", "actual"),
            ("CP01 Minor planning applications determined within 8 weeks Last year", "84.0%", "", "actual"),
            ("CP02 Number of fly-tips reported", "900", "", "target"),
            ("CP02 Number of fly-tips reported", "1,046", "", "actual"),
            ("CP02 Number of fly-tips reported Last year", "987", "", "actual"),
        },
    ),
]


@pytest.mark.parametrize("text, expected", COLUMNS)
def test_a_table_in_columns_is_read_by_its_header(text: str, expected: set[Value]) -> None:
    assert values(text) == expected


def test_a_row_takes_the_line_that_goes_on_with_its_words_and_a_cell_the_column_over_it() -> None:
    assert {(name, value, period) for name, value, period, _ in values(TWO_LINES)} >= {
        ("Residential burglary", "2,310", "2021-01/2021-12"),
        ("999 calls answered in 10 seconds", "74.9%", "2022-01/2022-12"),
    }
    assert ("Tribunal appeals registered", "28", "2020", "actual") in values(NAMELESS.replace("Permanent exclusions of pupils\nfrom", "From"))
    assert ("From secondary schools", "67", "2022", "actual") in values(NAMELESS.replace("Permanent exclusions of pupils\nfrom", "From"))


NO_TABLES = [
    "Councillor        Ward         Apologies\nA Bell            North        None\nC Dunn            South        None\n",
    "The  rate  was  good.\nIt  was  5  of  them.\n",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_columns_of_words_are_no_measures(text: str) -> None:
    assert values(text) == set()
