"""Measures that stand alone: which names say what was measured to a reader who has not read the sentence, and what is added to those that do not."""

from __future__ import annotations

import pytest

from tests.relations.test_measures import Value, values

READS: list[tuple[str, list[Value]]] = [
    (
        "Spending on the road programme had been £31.2m against the original budget of £40m and a revised budget of £35.5m.",
        [
            ("Spending on the road programme", "£31.2m", "", "actual"),
            ("Spending on the road programme (original budget)", "£40m", "", ""),
            ("Spending on the road programme (revised budget)", "£35.5m", "", ""),
        ],
    ),
    (
        "The report showed that Adult Services were reporting an overspend of £0.7m, which had been noted.",
        [("overspend (Adult Services)", "£0.7m", "", "")],
    ),
    (
        "Crews attended 412 chimney fires in the quarter compared to 388 during the same period last year, an increase of 6.2%.",
        [
            ("chimney fires (increase of)", "6.2%", "", "actual"),
            ("chimney fires (the same period last year)", "388", "", "actual"),
            ("chimney fires in the quarter", "412", "", "actual"),
        ],
    ),
    (
        "212 care orders had been made this year, compared to 190 in the same period in 2021/22.",
        [("care orders", "212", "", "actual"), ("care orders (the same period of 2021/22)", "190", "", "actual")],
    ),
    (
        "The housing waiting list stood at 301 in September 2024, compared to 800 eighteen months ago.",
        [("housing waiting list", "301", "2024-09", "actual"), ("housing waiting list (eighteen months ago)", "800", "", "actual")],
    ),
    (
        "The forecast overspend for the 2023/24 High Needs Block was £18.0m.",
        [("forecast overspend for the High Needs Block", "£18.0m", "2023/24", "")],
    ),
    (
        "The investment of £4 million in new children's homes was welcomed.",
        [("investment in new children's homes", "£4 million", "", "actual")],
    ),
    (
        "The review led to the closure of 65% of cases open to the early help service.",
        [("cases open to the early help service (closure of)", "65%", "", "actual")],
    ),
    (
        "The team had so far prevented 213 households from becoming homeless.",
        [("households prevented from becoming homeless", "213", "", "actual")],
    ),
    (
        "The Governors set a target of reducing the use of bed and breakfast by 50%.",
        [("use of bed and breakfast (reducing by)", "50%", "", "target")],
    ),
    (
        "Landfill tax was £87 per tonne.",
        [("Landfill tax per tonne", "£87", "", "actual")],
    ),
    (
        "At Period 6 the forecast spending on placements is £21m – a forecast overspend of £1.9m.",
        [("forecast spending on placements", "£21m", "", ""), ("forecast spending on placements (forecast overspend)", "£1.9m", "", "")],
    ),
    (
        "Staffordshire had c7,000 education plans in place.",
        [("education plans in place", "c7,000", "", "actual")],
    ),
    ("It was said that the museum had had 11,240 visits in 2023.", [("visits (museum)", "11,240", "2023", "actual")]),
    ("27 refugees were unaccompanied young refugees.", [("unaccompanied young refugees", "27", "", "actual")]),
    (
        "Criminal damage was up 5% (316 in 2019 compared with 302 in 2018).",
        [("Criminal damage", "up 5%", "", "actual")],
    ),
    ("Taxi income was up by £2,000 on the year.", [("Taxi income (up by)", "£2,000", "", "actual")]),
    ("112 dog fouling fixed penalties had been issued.", [("dog fouling fixed penalties issued", "112", "", "actual")]),
    ("412 full plans applications were received in June 2017.", [("full plans applications received", "412", "2017-06", "actual")]),
    ("The officers seized €334,202 worth of drugs in 2021.", [("drugs seized (worth)", "€334,202", "2021", "actual")]),
    ("Delayed discharges had fallen to 31 by the census.", [("Delayed discharges", "31", "", "actual")]),
    ("Leisure centres recorded 412,000 visits.", [("visits (Leisure centres)", "412,000", "", "actual")]),
    ("Council house rents would rise by 7%.", [("Council house rents (rise by)", "7%", "", "")]),
    ("The balance in the current account was £1,204.66.", [("balance in the current account", "£1,204.66", "", "actual")]),
    (
        "Of the 14 schools inspected in the autumn term, 11 were good and 2 required improvement.",
        [("schools inspected in the autumn term", "14", "", "actual"), ("schools inspected in the autumn term good", "11", "", "actual")],
    ),
    ("The Council held investments of £61.2m at 31 August 2024.", [("investments", "£61.2m", "2024-08-31", "actual")]),
    ("Gas inspections were at 99.14% compliant.", [("Gas inspections compliant", "99.14%", "", "actual")]),
    ("99.1% of Section 126 enquiries were completed in time.", [("Section 126 enquiries completed in time", "99.1%", "", "actual")]),
    ("The number of neglect cases had risen from zero to 13%.", [("number of neglect cases", "13%", "", "actual")]),
    ("Property crime was up +4%.", [("Property crime", "up +4%", "", "actual")]),
    (
        "Vaccination uptake for carers was 78.2% and for pregnant women 41%.",
        [("Vaccination uptake for carers", "78.2%", "", "actual"), ("Vaccination uptake for pregnant women", "41%", "", "actual")],
    ),
    ("The final outturn was an overspend of £1.1m on Highways.", [("final outturn (overspend)", "£1.1m", "", "actual")]),
]


@pytest.mark.parametrize("sentence, expected", READS, ids=[sentence[:60] for sentence, _ in READS])
def test_a_name_is_told_with_what_it_needs_to_be_understood(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


NOTHING = """There were 264 children in the previous year.
The trust owned 46 properties.
Some 70 families benefit.
The team was taking 30 requests forward to resolve.
Performance had dipped by 7%.
Quarter 2 performance now stands at 26 weeks, which is below the national average of 28 weeks.
Robberies and thefts were down 13% and 17% respectively.
This compares to 14% of all pupils in the country.
In response to a question about the 5.1% rate of return, the Treasurer said that it was usual.
A donation of £50 was made to the school.
The clerk told of a successful £6,500 bid to the lottery.
A grant to the scouts of £300 was agreed.
The rate for Westport was 21.3%.
There was a push to get as close to the 76% target as possible.
He mentioned £60k for example.
Footfall was measured within the 7 main towns and villages across the Borough.
Our plans for next year are to provide 7,960,199 appointments for patients.
Public order offences and thefts were down by 12% and 9.3%, respectively, in the town.
This is coming on the back of a 37% decrease since 2014.
Some 65 schools stated that they expect to be exceeding it.
Payments were reverting to £3,000 per month.
There had been 46 referrals made the 2022/23 year.
The level of crime in Westport is 4% higher compared to the previous 12 months.
Pre-application charges were £16,000 higher.
The budget was forecasting a variance of 1.01%.
16% of children left care due to adoption.
The Enterprise Office approved grants of €412,000 to 27 clients.
We have 2 dog bins within 50 metres of each other.
The audit is the largest, with over 2 million persons in it.
The survey has been sent out to 82 residents of the village.
21/00389/F Meadow Farm, new development of 6 new houses with access.
It was proposed by Mrs Hall that all fees be increased by £5.
There had been 11 cases in Westport.
Assuming an increase of 8% the deficit would grow.""".splitlines()


@pytest.mark.parametrize("sentence", NOTHING)
def test_a_figure_that_its_words_do_not_name_is_left_out(sentence: str) -> None:
    assert values(sentence) == set()


def test_a_bare_sum_is_told_under_a_heading_about_money_where_it_is_alone() -> None:
    assert values("There was an overspend of £5.6m.", title="Budget monitoring") == {("overspend", "£5.6m", "", "")}
    assert values("There was an overspend of £5.6m.", title="Progress on buildings") == set()
    assert values("There was an overspend of £5.6m and a saving of £2m.", title="Budget monitoring") == set()


def test_what_cases_did_is_told_with_the_heading_that_names_them() -> None:
    words = "Young people leaving care\n\n33/63 achieved permanency through adoption."
    assert values(words) == {("Young people leaving care: achieved permanency through adoption", "33/63", "", "actual")}
    assert values("33/63 achieved permanency through adoption.") == set()


CHANGES = """| Service | 2023/24 Forecast | Change since last period |
|---|---|---|
| Transport | 15,419 | 170 |
| Early help | 4,200 | (20) |
| Parks | 3,100 | 12 |
"""


def test_a_column_of_changes_holds_no_values() -> None:
    assert {value for _, value, _, _ in values(CHANGES)} == {"15,419", "4,200", "3,100"}
