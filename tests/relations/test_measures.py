"""Measures: which figures of sentences and tables are values, of what, of which period and kind; and what is none."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from tests.relations.told import Node, minutes, nodes, quotes, read

# indicator, value as printed, period, kind
Value = tuple[str, str, str, str]


def one(node: Node, predicate: str) -> str:
    return " & ".join(node.get(predicate, []))


def values(words: str, title: str = "Performance and finance") -> set[Value]:
    """The values that an item of minutes gives."""
    found = nodes(read(minutes(words, title=title, year="2025")), v.OBSERVATION).values()
    return {(one(node, v.INDICATOR), one(node, v.VALUE_PRINTED), one(node, v.PERIOD), one(node, v.OBSERVATION_KIND)) for node in found}


READS: list[tuple[str, list[Value]]] = [
    (
        "63% of EHC plans were issued within the 20 weeks in July 2019 compared with 12% in August 2018.",
        [("EHC plans issued within the 20 weeks", "63%", "2019-07", "actual"), ("EHC plans issued within the 20 weeks", "12%", "2018-08", "actual")],
    ),
    (
        "The Head of Housing reported that rent arrears stood at £1.2m at the end of March 2021, compared with £0.9m in March 2020.",
        [("rent arrears", "£1.2m", "2021-03", "actual"), ("rent arrears", "£0.9m", "2020-03", "actual")],
    ),
    (
        "Recycling rates had fallen to 41.3% in 2020/21 from 43.8% the previous year.",
        [("Recycling rates", "41.3%", "2020/21", "actual"), ("Recycling rates", "43.8%", "2019/20", "actual")],
    ),
    ("There were 214 households in temporary accommodation on 31 December 2022.", [("households in temporary accommodation", "214", "2022-12-31", "actual")]),
    ("Staff turnover was 14%, against a target of 10%.", [("Staff turnover", "14%", "", "actual"), ("Staff turnover", "10%", "", "target")]),
    ("Sickness absence averaged 8.4 days per employee in Quarter 3.", [("Sickness absence", "8.4 days", "Q3", "actual")]),
    ("In 2018 some 1,350 fixed penalty notices were issued.", [("fixed penalty notices issued", "some 1,350", "2018", "actual")]),
    (
        "The Council had received 52 applications for the Community Fund, of which 17 had been approved.",
        [("applications for the Community Fund", "52", "", "actual"), ("applications for the Community Fund approved", "17", "", "actual")],
    ),
    ("Crime in the ward was down 12% on the same period last year.", [("Crime in the ward", "down 12%", "", "actual")]),
    (
        "Of the 86 complaints received in the year, 34 (40%) were upheld.",
        [
            ("complaints received in the year", "86", "", "actual"),
            ("complaints received in the year upheld", "34", "", "actual"),
            ("complaints received in the year upheld", "40%", "", "actual"),
        ],
    ),
    ("The budget gap for 2024/25 was now estimated at £6.7 million.", [("budget gap", "£6.7 million", "2024/25", "")]),
    ("The overall satisfaction rate was 78 per cent.", [("satisfaction rate", "78 per cent", "", "actual")]),
    (
        "The capital programme had slipped by £11.5m to £48.2m.",
        [("capital programme (slipped by)", "£11.5m", "", "actual"), ("capital programme", "£48.2m", "", "actual")],
    ),
    ("The clerk reported a bank balance of £23,456.78 as at 30 April 2018.", [("bank balance", "£23,456.78", "2018-04-30", "actual")]),
    ("The average time taken to process new benefit claims was 21 days.", [("average time taken to process new benefit claims", "21 days", "", "actual")]),
    (
        "83 out of 96 schools (86%) were rated good or outstanding.",
        [("schools rated good or outstanding", "83 out of 96", "", "actual"), ("schools rated good or outstanding", "86%", "", "actual")],
    ),
    (
        "The number of children on child protection plans had risen from 312 to 365.",
        [("number of children on child protection plans", "312", "", ""), ("number of children on child protection plans", "365", "", "actual")],
    ),
    (
        "The rate of looked after children per 10,000 was 71, higher than the national figure of 65.",
        [("rate of looked after children per 10,000", "71", "", "actual"), ("rate of looked after children per 10,000 (national figure)", "65", "", "actual")],
    ),
    (
        "Persistent absence: 11.4% (2018/19), 12.1% (2017/18).",
        [("Persistent absence", "11.4%", "2018/19", "actual"), ("Persistent absence", "12.1%", "2017/18", "actual")],
    ),
    (
        "It was noted that footfall in the town centre had increased by 6% in December 2018.",
        [("footfall in the town centre (increased by)", "6%", "2018-12", "actual")],
    ),
    ("Members noted that 9 of the 12 projects had been completed.", [("projects completed", "9 of the 12", "", "actual")]),
    (
        "Planning performance: 92% of major applications determined in time (target 60%).",
        [("major applications determined in time", "92%", "", "actual"), ("major applications determined in time", "60%", "", "target")],
    ),
    ("2,304 tonnes of waste were sent to landfill in 2017.", [("tonnes of waste sent to landfill", "2,304", "2017", "actual")]),
    (
        "Fly-tipping incidents rose from 1,204 in 2016/17 to 1,377 in 2017/18.",
        [("Fly-tipping incidents", "1,204", "2016/17", "actual"), ("Fly-tipping incidents", "1,377", "2017/18", "actual")],
    ),
    (
        "Of 412 responses to the consultation, 78% supported the proposal.",
        [("responses to the consultation", "412", "", "actual"), ("responses to the consultation supported the proposal", "78%", "", "actual")],
    ),
    (
        "The survey found 62% of tenants were satisfied with repairs (2017: 58%).",
        [("tenants satisfied with repairs", "62%", "", "actual"), ("tenants satisfied with repairs", "58%", "2017", "actual")],
    ),
    ("It was reported that 1 in 5 children lived in poverty.", [("children lived in poverty", "1 in 5", "", "actual")]),
    ("Number of NEETs: 143 (December 2018).", [("Number of NEETs", "143", "2018-12", "actual")]),
    (
        "Non-DSG - overall a £0.925m overspend position. £0.404m underspend in Early Help due to vacancies and a £0.111m overspend on Adult Learning.",
        [("Non-DSG overspend", "£0.925m", "", ""), ("overspend on Adult Learning", "£0.111m", "", ""), ("underspend in Early Help", "£0.404m", "", "")],
    ),
    (
        "Our overall new accommodations into care (111) continue to be lower than in the same period 17/18 (147).",
        [("new accommodations into care", "111", "", "actual"), ("new accommodations into care (the same period of 2017/18)", "147", "", "actual")],
    ),
    (
        "Of the young people who have left care 57/123 were on a voluntary order.",
        [("young people who have left care on a voluntary order", "57/123", "", "actual")],
    ),
    (
        "There had been 38 thefts of vehicles and 21 seizures in February 2019.",
        [],
    ),
    ("A grant of £10,000 was awarded to the village hall.", [("grant", "£10,000", "", "actual")]),
    (
        "58.3% of new Education, Health and Care Plans had been finalised inside the 20 week limit in the calendar year 2022, up from 41% in 2021.",
        [
            ("new Education, Health and Care Plans finalised inside the 20 week limit", "58.3%", "2022", "actual"),
            ("new Education, Health and Care Plans finalised inside the 20 week limit", "41%", "2021", "actual"),
        ],
    ),
    (
        "Attendance in secondary schools stood at 84.6% for the autumn term 2022 against an all-Wales figure of 86.1%.",
        [
            ("Attendance in secondary schools", "84.6%", "2022 autumn term", "actual"),
            ("Attendance in secondary schools (all-Wales figure)", "86.1%", "", "actual"),
        ],
    ),
    (
        "Of the 64 measures in the Plan, 41 were on target and 15 were off target.",
        [("measures in the Plan on target", "41", "", "actual"), ("measures in the Plan off target", "15", "", "actual")],
    ),
    (
        "The re-letting time for vacant houses was 27.4 weeks in 2021 compared with 30.1 weeks in 2020.",
        [("re-letting time for vacant houses", "27.4 weeks", "2021", "actual"), ("re-letting time for vacant houses", "30.1 weeks", "2020", "actual")],
    ),
    (
        "3.3 By the end of June 2024 the Council employed 2,914 full-time equivalent staff.",
        [("full-time equivalent staff", "2,914", "2024-06-30", "actual")],
    ),
    ("1.1 The Council is forecasting a net overspend of £1.27m for 2023/24.", [("net overspend", "£1.27m", "2023/24", "")]),
    ("The updated model shows a gap of £4.9m by 2027/28.", [("gap", "£4.9m", "2027/28", "")]),
    ("Members considered the forecast overspend of £3.8m on transport in 2022/23.", [("forecast overspend on transport", "£3.8m", "2022/23", "")]),
    ("The cumulative deficit was expected to reach £11.9m by 31 March 2024.", [("cumulative deficit", "£11.9m", "2024-03-31", "")]),
    (
        "The average caseload was 17.2 at 31st December, 2024, when 312 children were looked after.",
        [("average caseload", "17.2", "2024-12-31", "actual"), ("children looked after", "312", "2024-12-31", "actual")],
    ),
    ("Waiting times for assessment, which stood at 74 weeks in December 2024, were long.", [("Waiting times for assessment", "74 weeks", "2024-12", "actual")]),
    (
        "There had been 14 reports of anti-social behaviour in August 2023, against 22 in July.",
        [("reports of anti-social behaviour", "14", "2023-08", "actual"), ("reports of anti-social behaviour", "22", "2023-07", "actual")],
    ),
    (
        "88% of actions had been put in place by the agreed date in 2023/24 (79% in 2022/23).",
        [("actions put in place by the agreed date", "88%", "2023/24", "actual"), ("actions put in place by the agreed date", "79%", "2022/23", "actual")],
    ),
    (
        "Average days to process a claim: 17.3 (target 20).",
        [("Average days to process a claim", "17.3", "", "actual"), ("Average days to process a claim", "20", "", "target")],
    ),
    (
        "Care home placements rose by 6.5% to 1,877 in March 2024.",
        [("Care home placements (rose by)", "6.5%", "", "actual"), ("Care home placements", "1,877", "2024-03", "actual")],
    ),
    ("The number of children waiting more than 18 weeks had reached 312.", [("number of children waiting more than 18 weeks", "312", "", "actual")]),
    (
        "The county maintained 4,870 EHCPs as at January 2023, a rise of 11% in a year.",
        [("EHCPs", "4,870", "2023-01", "actual"), ("EHCPs (rise of)", "11%", "2023-01", "actual")],
    ),
    (
        "1,412 households were placed at 30 June 2024, against 1,260 a year before.",
        [("households placed", "1,412", "2024-06-30", "actual"), ("households placed", "1,260", "2023-06-30", "actual")],
    ),
    (
        "In the quarter to 30 September 2024, 87.5% of major applications were determined in time.",
        [("major applications determined in time", "87.5%", "2024-07/2024-09", "actual")],
    ),
    (
        "Council carbon emissions were 3,870 tonnes in 2022/23, a fall of 18% since 2018.",
        [("Council carbon emissions", "3,870", "2022/23", "actual"), ("Council carbon emissions (fall of)", "18%", "", "actual")],
    ),
    ("Quarter 2 performance stood at 27 weeks.", []),
    (
        "There were 7,412 patients waiting more than 52 weeks at the end of November 2023.",
        [("patients waiting more than 52 weeks", "7,412", "2023-11", "actual")],
    ),
    (
        "Four-hour performance was 68.4% in December 2023, against a trajectory of 76%.",
        [("Four-hour performance", "68.4%", "2023-12", "actual"), ("Four-hour performance", "76%", "", "target")],
    ),
    (
        "The Council had 478 children in care on 30 June 2024, equivalent to 62 per 10,000.",
        [("children in care", "478", "2024-06-30", "actual"), ("children in care", "62", "2024-06-30", "actual")],
    ),
    ("Journeys by bus reached 14.2 million in 2023/24.", [("Journeys by bus", "14.2 million", "2023/24", "actual")]),
    (
        "NO2 concentrations at Bridge Street fell to 34 µg/m3 in 2023 from 39 µg/m3 in 2022.",
        [("NO2 concentrations at Bridge Street", "34 µg/m3", "2023", "actual"), ("NO2 concentrations at Bridge Street", "39 µg/m3", "2022", "actual")],
    ),
    (
        "The collection rate for business rates was 97.2%, 0.4 percentage points down on the year before.",
        [
            ("collection rate for business rates", "97.2%", "", "actual"),
            ("collection rate for business rates (down on the year before)", "0.4 percentage points", "", "actual"),
        ],
    ),
    ("Pupils with SEND made up 21% of exclusions.", [("Pupils with SEND (of exclusions)", "21%", "", "actual")]),
    (
        "95.4% of young people were in education, employment or training.",
        [("young people in education, employment or training", "95.4%", "", "actual")],
    ),
    ("The vacancy rate in Ballymore was 18.4% in Q4 2023.", [("vacancy rate in Ballymore", "18.4%", "2023 Q4", "actual")]),
    ("The Panel supported a rise of 4.99% in council tax.", [("rise in council tax", "4.99%", "", "actual")]),
    ("Affordable housing completions were 287 in 2023/24.", [("Affordable housing completions", "287", "2023/24", "actual")]),
    (
        "There were 642 children looked after and 318 children subject to a child protection plan at 31 October 2023.",
        [("children looked after", "642", "2023-10-31", "actual"), ("children subject to a child protection plan", "318", "2023-10-31", "actual")],
    ),
    ("At the end of October the average caseload was 23.6 per social worker.", [("average caseload", "23.6", "2024-10", "actual")]),
    ("Emergency calls averaged 3 minutes 42 seconds in 2023.", [("Emergency calls", "3 minutes 42 seconds", "2023", "actual")]),
    (
        "The commissioned places would rise from 60 to 72.",
        [("commissioned places", "60", "", ""), ("commissioned places", "72", "", "")],
    ),
    (
        "3.9% of pupils had a plan compared with 4.3% in England.",
        [("pupils had a plan", "3.9%", "", "actual"), ("pupils had a plan (in England)", "4.3%", "", "actual")],
    ),
    ("The net budget requirement for 2024/25 was £48.6m.", [("net budget requirement", "£48.6m", "2024/25", "")]),
    ("Bus patronage was 88% of the 2019/20 figure.", []),
    ("The roll was 9 in August 2024.", [("roll", "9", "2024-08", "actual")]),
    ("Rents fell by 18% between 2019 and 2023.", [("Rents (fell by)", "18%", "2019/2023", "actual")]),
    ("92.4% of calls were answered in the year to 31 March 2024.", [("calls answered", "92.4%", "2023-04/2024-03", "actual")]),
    ("At the end of Quarter 2 the service was £1.4m overspent.", [("service overspent", "£1.4m", "Q2", "")]),
]


@pytest.mark.parametrize("sentence, expected", READS, ids=[sentence[:60] for sentence, _ in READS])
def test_a_figure_tells_what_it_measures_and_when(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


NOT = """The meeting started at 7.30pm and 6 members of the public were present.
Item 12 on page 45 refers to Section 106 of the Town and Country Planning Act 1990.
Members were reminded to register gifts above £25.
The application for the erection of 14 dwellings at 12 Station Road was considered.
Please telephone 01234 567890 for 24 hour support.
The lease would run for 25 years from 1 April 2020.
Children aged 5 to 11 would attend the summer school.
The speed limit on the A38 was 40mph.
It was resolved by 8 votes to 3 with 2 abstentions.
If costs rose above 5% the project would be reviewed.
The quorum is 4 members.
Paragraph 3.2 of the report and appendix 2 were discussed.
A member asked whether 50% of residents had responded.
Key Stage 2 and Year 11 pupils would be invited.
The Covid 19 pandemic continued.
There was a need to look at the other 32% to identify why there had been a delay.
You must register any interest worth more than £500 within 28 days.
Planning application 19/01234/FUL was deferred for 6 weeks.
Reports would be made every 3 months and reviewed at 12 month intervals.
Offenders were liable to fines of up to £5,000.
Some of the £30k had been allocated.
The school on King Charles 1 Road takes boys aged 11-16.
The 18-21 age group and the 0-19 service were discussed.
Slides 4 and 5 and recommendations 2 to 6 were noted.
Bus routes 12 and 14 and the B4192 were affected.
Residents were asked to dial 101 or the 101 service.
The application reference was 202.
The 101 calls policy was noted.
Only six of 57 new recruits attended.""".splitlines()


@pytest.mark.parametrize("sentence", NOT)
def test_numbers_of_other_kinds_are_no_measures(sentence: str) -> None:
    assert values(sentence) == set()


def test_payments_are_no_measures() -> None:
    assert values("K. Plant Ltd £1381.47: Hodson Office Supplies £16.30: Audit Commission £58.75", title="Payments") == set()


KPIS = """| KPI | Area | KPI Descriptor | Baseline | Tolerance Levels | Schedule |
|---|---|---|---|---|---|
| KPI-1 | Social Care | Proportion of referrals decided within 24 hours | 53.2% (1271 / 2391) (2018/19) | 52.3% - 62.7% | Monthly |
| KPI-2 | Early Help | Families claimed for | 977 (2018/19) | 1590 - 3180 before the programme closes | Quarterly |
| KPI-3 | Education | Annual sufficiency report in place | N/A | Achieved | Annually |
"""


def test_a_table_of_indicators_gives_baseline_and_tolerance_as_printed() -> None:
    found = nodes(read(minutes(KPIS)), v.OBSERVATION).values()
    rows = {
        tuple(one(node, key) for key in (v.NUMBER, v.OBSERVATION_KIND, v.VALUE_PRINTED, v.NUMERATOR, v.DENOMINATOR, v.PERIOD, v.LOWEST, v.HIGHEST, v.SCHEDULE))
        for node in found
    }
    assert rows == {
        ("KPI-1", "baseline", "53.2%", "1271", "2391", "2018/19", "", "", "Monthly"),
        ("KPI-1", "tolerance", "52.3% - 62.7%", "", "", "", "52.3", "62.7", "Monthly"),
        ("KPI-2", "baseline", "977", "", "", "2018/19", "", "", "Quarterly"),
        ("KPI-2", "tolerance", "1590 - 3180 before the programme closes", "", "", "", "1590", "3180", "Quarterly"),
        ("KPI-3", "baseline", "N/A", "", "", "", "", "", "Annually"),
        ("KPI-3", "tolerance", "Achieved", "", "", "", "", "", "Annually"),
    }


def test_the_columns_of_a_table_of_indicators_are_found_by_their_heads() -> None:
    table = """| Ref | Target 2018/19 | Performance indicator | Q1 | Q2 | RAG |
|---|---|---|---|---|---|
| PI 7 | 95% | Invoices paid on time | 92% | 96.1% | Green |
"""
    assert values(table) == {
        ("Invoices paid on time", "95%", "2018/19", "target"),
        ("Invoices paid on time", "92%", "Q1", "actual"),
        ("Invoices paid on time", "96.1%", "Q2", "actual"),
    }


BUDGET = """| Service | 2019/20 Net Budget | 2019/20 Forecast | Variance | Variance |
|---|---|---|---|---|
| | £000 | £000 | £000 | % |
| Early Years | 35,388 | 35,288 | (100) | -0.3% |
| Transport | 14,419 | 15,419 | 1,000 | 6.9% |
| Board | 168 | 168 | 0 | 0.0% |
"""


def test_a_budget_gives_a_value_a_cell_and_none_for_zeros() -> None:
    found = nodes(read(minutes(BUDGET)), v.OBSERVATION)
    rows = {
        tuple(one(node, key) for key in (v.INDICATOR, v.VALUE_PRINTED, v.VALUE, v.UNIT_OF_MEASURE, v.PERIOD, v.OBSERVATION_KIND)) for node in found.values()
    }
    assert rows == {
        ("Early Years Net Budget", "35,388", "35388", "£000", "2019/20", ""),
        ("Early Years Forecast", "35,288", "35288", "£000", "2019/20", ""),
        ("Early Years Variance", "(100)", "-100", "£000", "", ""),
        ("Early Years Variance", "-0.3%", "-0.3", "%", "", ""),
        ("Transport Net Budget", "14,419", "14419", "£000", "2019/20", ""),
        ("Transport Forecast", "15,419", "15419", "£000", "2019/20", ""),
        ("Transport Variance", "1,000", "1000", "£000", "", ""),
        ("Transport Variance", "6.9%", "6.9", "%", "", ""),
        ("Board Net Budget", "168", "168", "£000", "2019/20", ""),
        ("Board Forecast", "168", "168", "£000", "2019/20", ""),
    }


def test_a_cell_is_proved_by_its_row_and_its_head() -> None:
    reading = read(minutes(BUDGET))
    cell = next(id_ for id_, node in nodes(reading, v.OBSERVATION).items() if one(node, v.VALUE_PRINTED) == "(100)")
    assert quotes(reading, cell) == ["Variance", "£000", "Early Years", "(100)"]


NO_TABLES = [
    "| Item | Subject | Page |\n|---|---|---|\n| 5 | Budget monitoring | 23 |\n| 6 | Work programme | 39 |\n",
    "| Councillor | Possible | Attended |\n|---|---|---|\n| A Bell | 6 | 5 |\n| C Dunn | 6 | 6 |\n",
    "| Payee | Details | Amount |\n|---|---|---|\n| Ashford Print | Leaflets | £45.00 |\n| E Gas | Hall | £80.10 |\n",
    "| Date of Meeting | Issue | Last Report |\n|---|---|---|\n| 13 November 2019 | School plan | 6 March 2019 |\n| 23 January 2020 | Budget | 2018 |\n",
]


@pytest.mark.parametrize("table", NO_TABLES)
def test_tables_of_people_pages_payments_and_dates_hold_no_measures(table: str) -> None:
    assert values(table) == set()


def test_a_list_takes_its_words_from_the_line_that_opens_it() -> None:
    opening = "The proportion of children entitled to free school meals"
    words = f"{opening}:\n\n- in primary schools is 12.3% (the national average is 15.2%)\n\n- in secondary schools is 10.7%\n"
    assert {(indicator, value) for indicator, value, _, _ in values(words)} == {
        (f"{opening} in primary schools", "12.3%"),
        (f"{opening} in primary schools (national average)", "15.2%"),
        (f"{opening} in secondary schools", "10.7%"),
    }


def test_a_value_is_of_the_item_where_it_stands_first_and_of_the_meeting() -> None:
    paper = minutes("Rent arrears stood at 4.1% in March 2019.\n\n2.1 The rate of voids was 3.2% in the year.", title="Housing performance")
    reading = read(paper)
    assert {(one(node, v.INDICATOR), one(node, v.ABOUT_ITEM), one(node, v.AT_MEETING)) for node in nodes(reading, v.OBSERVATION).values()} == {
        ("Rent arrears", "2", "2019-03-13"),
        ("rate of voids", "2", "2019-03-13"),
    }
    again = read(minutes("Rent arrears stood at 4.1% in March 2019.\n\n3. Rents\n\nRent arrears stood at 4.1% in March 2019."))
    assert [one(node, v.ABOUT_ITEM) for node in nodes(again, v.OBSERVATION).values()] == ["2"]


MORE_READS: list[tuple[str, list[Value]]] = [
    (
        "81% of road schemes were on programme and 12% had been delayed.",
        [("road schemes delayed", "12%", "", "actual"), ("road schemes on programme", "81%", "", "actual")],
    ),
    (
        "Of the 40 indicators in the plan, 62% had met the target, 18% were slightly below the target and 20% were well below target.",
        [
            ("indicators in the plan met the target", "62%", "", "actual"),
            ("indicators in the plan slightly below the target", "18%", "", "actual"),
            ("indicators in the plan well below target", "20%", "", "actual"),
        ],
    ),
    (
        "90% of annual reviews had been held on time and 71% had been written up.",
        [("annual reviews held on time", "90%", "", "actual"), ("annual reviews written up", "71%", "", "actual")],
    ),
    (
        "The Cabinet Member spoke of the percentage of plans written in time; in May 2022 this figure was 8.1%.",
        [("percentage of plans written in time", "8.1%", "", "actual")],
    ),
    (
        "The forecast outturn position was £2.4m overspend for 2021/22.",
        [("forecast outturn (overspend)", "£2.4m", "2021/22", "")],
    ),
    (
        "There was a £1.3m underspend which reduced the deficit to £2.9m.",
        [],
    ),
    (
        "Budget managers forecast a potential overspend of £5.1m.",
        [("potential overspend", "£5.1m", "", "")],
    ),
    (
        "The number of days lost to sickness per employee increased from 6.7 days to 7.8 days.",
        [
            ("number of days lost to sickness per employee", "6.7 days", "", ""),
            ("number of days lost to sickness per employee", "7.8 days", "", "actual"),
        ],
    ),
    (
        "The proportion of waste recycled fell to 28.8%, below the 45% target.",
        [("proportion of waste recycled", "28.8%", "", "actual"), ("proportion of waste recycled", "45%", "", "target")],
    ),
    (
        "The answer rate had fallen to 66.8%, short of the 87% target set.",
        [("answer rate", "66.8%", "", "actual"), ("answer rate", "87%", "", "target")],
    ),
    (
        "150 children (62%) lived with foster families, below statistical neighbours (65%) and England (69%).",
        [
            ("children lived with foster families (England)", "69%", "", "actual"),
            ("children lived with foster families (statistical neighbours)", "65%", "", "actual"),
            ("children lived with foster families", "150", "", "actual"),
            ("children lived with foster families", "62%", "", "actual"),
        ],
    ),
    (
        "Officers reported that of the 41 indicators reported this quarter, 46.3% had improved.",
        [("indicators reported this quarter improved", "46.3%", "", "actual")],
    ),
    (
        "4,409 pupils, 14.8% of pupils, were in receipt of support.",
        [("pupils in receipt of support", "14.8%", "", "actual")],
    ),
    (
        "The Council collected 97.4% of council tax due in 2022/23.",
        [("council tax due collected", "97.4%", "", "actual")],
    ),
    (
        "The contact centre had answered 88% of calls within 30 seconds.",
        [("calls within 30 seconds answered", "88%", "", "actual")],
    ),
    (
        "Staff sickness was 9.3 days per FTE against a target of 8.5.",
        [("Staff sickness", "9.3 days", "", "actual"), ("Staff sickness", "8.5", "", "target")],
    ),
    (
        "63% (45 of 71) of plans were issued on time in July 2024.",
        [("plans issued on time in July 2024", "63%", "", "actual")],
    ),
    (
        "63% of plans (45 of 71) were issued on time in July 2024.",
        [("plans issued on time in July 2024", "63%", "", "actual")],
    ),
    (
        "The service reported an overspend of £2.3m against a budget of £45.1m.",
        [("overspend", "£2.3m", "", "")],
    ),
    (
        "Turnout was 34.2%.",
        [("Turnout", "34.2%", "", "actual")],
    ),
    (
        "A Band D charge of £187.32 was set, an increase of 3.5% on the previous year.",
        [("Band D charge (increase of)", "3.5%", "", "actual"), ("Band D charge", "£187.32", "", "actual")],
    ),
    (
        "Speedwatch had recorded 43 vehicles over the limit in May.",
        [("vehicles over the limit", "43", "2024-05", "actual")],
    ),
    (
        "Performance Indicators showed good progress with 84% meeting their target.",
        [("Performance Indicators meeting their target", "84%", "", "actual")],
    ),
    (
        "It was noted that of the 51 measures 36 (71%) had achieved the target and a further 4 (8%) were below target.",
        [
            ("measures achieved the target", "36", "", "actual"),
            ("measures achieved the target", "71%", "", "actual"),
            ("measures below target", "4", "", "actual"),
            ("measures below target", "8%", "", "actual"),
        ],
    ),
    (
        "The 45% target for recycling was not met.",
        [("recycling", "45%", "", "target")],
    ),
    (
        "The number of first time entrants fell by a third to 87 per 100,000.",
        [("number of first time entrants", "87", "", "actual")],
    ),
    (
        "The Council's reserves stood at £14.2m, within the agreed range of £12m to £15m.",
        [("Council's reserves", "£14.2m", "", "actual")],
    ),
    (
        "Rent arrears were 3.1% against a tolerance of 3.5%.",
        [("Rent arrears", "3.1%", "", "actual"), ("Rent arrears", "3.5%", "", "tolerance")],
    ),
    (
        "Permanent exclusions increased from 41 to 58 while suspensions rose by 12%.",
        [("Permanent exclusions", "41", "", ""), ("Permanent exclusions", "58", "", "actual"), ("suspensions (rose by)", "12%", "", "actual")],
    ),
    (
        "In 2023/24, 1,204 referrals were received, of which 38% led to an assessment.",
        [("referrals received", "1,204", "2023/24", "actual"), ("referrals received led to an assessment", "38%", "2023/24", "actual")],
    ),
    (
        "Children on a plan for two years or more: 2.1% (target below 3%).",
        [("Children on a plan for two years or more", "2.1%", "", "actual"), ("Children on a plan for two years or more", "3%", "", "target")],
    ),
    (
        "The rate of re-referrals had improved to 17%, better than the national average of 22%.",
        [("rate of re-referrals (national average)", "22%", "", "actual"), ("rate of re-referrals", "17%", "", "actual")],
    ),
    (
        "The occupancy of the car park was 62% on weekdays and 91% on Saturdays.",
        [("occupancy of the car park on Saturdays", "91%", "", "actual"), ("occupancy of the car park on weekdays", "62%", "", "actual")],
    ),
    (
        "House prices averaged £312,000.",
        [("House prices", "£312,000", "", "actual")],
    ),
    (
        "The cost of the scheme was £1.2m, of which £0.8m would come from developers.",
        [("cost of the scheme", "£1.2m", "", "actual")],
    ),
    (
        "The precept for 2025/26 was set at £23,000, an increase of 4.5%.",
        [("precept (increase of)", "4.5%", "", "actual"), ("precept", "£23,000", "2025/26", "actual")],
    ),
    (
        "The Chairman said that 90% of residents wanted the crossing.",
        [("residents wanted the crossing", "90%", "", "actual")],
    ),
    (
        "Persistent absence was 24% in secondary schools and 17% in primary schools.",
        [("Persistent absence in primary schools", "17%", "", "actual"), ("Persistent absence in secondary schools", "24%", "", "actual")],
    ),
    (
        "The meeting heard that 3,200 homes had lost power for 14 hours.",
        [("homes had lost power for 14 hours", "3,200", "", "actual")],
    ),
    (
        "The DSG deficit was forecast to rise to £31m by March 2026.",
        [("DSG deficit", "£31m", "2026-03", "")],
    ),
    (
        "Average waiting time for an assessment was 43 weeks, down from 61 weeks in 2023.",
        [("Average waiting time for an assessment", "61 weeks", "2023", "actual"), ("Average waiting time for an assessment", "43 weeks", "", "actual")],
    ),
    (
        "The pupil teacher ratio was 18.4.",
        [("pupil teacher ratio", "18.4", "", "actual")],
    ),
    (
        "Key stage 2: 61% of pupils reached the expected standard in reading, writing and maths, compared with 60% nationally.",
        [
            ("pupils reached the expected standard in reading, writing and maths (nationally)", "60%", "", "actual"),
            ("pupils reached the expected standard in reading, writing and maths", "61%", "", "actual"),
        ],
    ),
    (
        "Out of 112 complaints, 89 were answered within 10 working days (79%).",
        [("complaints answered within 10 working days", "79%", "", "actual"), ("complaints answered within 10 working days", "89", "", "actual")],
    ),
    (
        "There were 31 permanent exclusions, 12 more than last year.",
        [("permanent exclusions", "31", "", "actual")],
    ),
    (
        "Only 7% of the workforce was under 25.",
        [("workforce under 25", "7%", "", "actual")],
    ),
    (
        "The month 9 position was a deficit of £21.8m, with a forecast outturn deficit of £31.5m against a control total of £28.0m.",
        [("control total", "£28.0m", "", ""), ("forecast outturn deficit", "£31.5m", "", ""), ("month 9 position (deficit)", "£21.8m", "", "actual")],
    ),
    (
        "The Dedicated Schools Grant (DSG) was forecast to overspend by £4.7m, all of it in the High Needs Block.",
        [("Dedicated Schools Grant (DSG) (forecast to overspend)", "£4.7m", "", "")],
    ),
    (
        "Consultation had run for twelve weeks and 1,642 responses had been received.",
        [],
    ),
    (
        "1.3 The capital programme stands at £14.6m, of which £3.2m had been spent by the end of August.",
        [("capital programme", "£14.6m", "", "actual"), ("capital programme spent by the end of August", "£3.2m", "", "actual")],
    ),
    (
        "The average answer rate – Revenues and Benefits (PSPS) had fallen to 66.76%, short of the 87% target set.",
        [
            ("average answer rate – Revenues and Benefits (PSPS)", "66.76%", "", "actual"),
            ("average answer rate – Revenues and Benefits (PSPS)", "87%", "", "target"),
        ],
    ),
    (
        "The outturn forecast for 2012/2013 stood at a potential underspend of £224,000.",
        [("outturn forecast (potential underspend)", "£224,000", "", "")],
    ),
    (
        "Of the pupil population, 1,231 or 4.1% had an EHCP.",
        [("pupil population had an EHCP", "4.1%", "", "actual")],
    ),
    (
        "31 potholes were reported in the parish.",
        [("potholes reported in the parish", "31", "", "actual")],
    ),
    (
        "There had also been a 40% increase in the number of repeat calls.",
        [("increase in the number of repeat calls", "40%", "", "actual")],
    ),
    (
        "67% of Performance Indicators were stable or improving.",
        [("Performance Indicators stable or improving", "67%", "", "actual")],
    ),
]


@pytest.mark.parametrize("sentence, expected", MORE_READS, ids=[sentence[:60] for sentence, _ in MORE_READS])
def test_parts_of_a_group_comparisons_and_targets_keep_their_words(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


SUMS: list[tuple[str, list[Value]]] = [
    ("98.6% of emergency repairs were completed within target.", [("emergency repairs completed within target", "98.6%", "", "actual")]),
    (
        "Tenant satisfaction stood at 77.6%, a decrease of 0.6 percentage points on the spring, but an improvement of 0.7 percentage points on the winter.",
        [
            ("Tenant satisfaction", "77.6%", "", "actual"),
            ("Tenant satisfaction (decrease of)", "0.6 percentage points", "", "actual"),
            ("Tenant satisfaction (improvement of)", "0.7 percentage points", "", "actual"),
        ],
    ),
    (
        "There were 1,204 safeguarding concerns in 2023/24 and 29% of them went on to an enquiry.",
        [("safeguarding concerns", "1,204", "2023/24", "actual"), ("safeguarding concerns went on to an enquiry", "29%", "2023/24", "actual")],
    ),
    (
        "A total of 5,780 incidents were attended in Q1-Q3, an increase of 9.45% (499 incidents) over 2017/18.",
        [
            ("incidents attended", "5,780", "Q1-Q3", "actual"),
            ("incidents attended (increase of)", "9.45%", "", "actual"),
            ("incidents attended (increase of)", "499", "", "actual"),
        ],
    ),
    ("The rise was due to an increase in the number of secondary fires (24%).", [("number of secondary fires (increase of)", "24%", "", "actual")]),
    ("In the sample 4 children had two social workers and 3 children had 3 social workers.", [("children had two social workers", "4", "", "actual")]),
    (
        "Coverage stood at 76.5% in 2022/23, significantly below national (84.5%) and North West (85.1%) levels.",
        [("Coverage", "76.5%", "2022/23", "actual"), ("Coverage (national)", "84.5%", "", "actual"), ("Coverage (North West)", "85.1%", "", "actual")],
    ),
    ("More than 1 in 5 children aged between 4 and 5 years were overweight.", [("children aged between 4 and 5 years overweight", "More than 1 in 5", "", "actual")]),
    ("Smoking amongst persons aged 16 and over fell to 19% in 2016.", [("Smoking amongst persons aged 16 and over", "19%", "2016", "actual")]),
    ("There had been an increase in funding of £15m for the police.", [("funding (increase of)", "£15m", "", "actual")]),
    ("He noted a decrease in crime of 40 per cent in the town.", [("crime (decrease of)", "40 per cent", "", "actual")]),
    ("Household waste was increasing by 1.3% over the period.", [("Household waste (increasing by)", "1.3%", "", "actual")]),
    (
        "Progress had been made in reducing the Care Act waiting list, which stood at 301 in September 2024 against a target of 200.",
        [("Care Act waiting list", "301", "2024-09", "actual"), ("Care Act waiting list", "200", "", "target")],
    ),
    (
        "In response to a question as to why referrals had increased by 76%, the Director said that it was usual.",
        [],
    ),
    (
        "Over 100,000 tonnes of waste were burnt in 2020/21, which was 9,500 tonnes more than in 2019/20, and 27,000 tonnes of waste were buried.",
        [("tonnes of waste burnt", "Over 100,000", "2020/21", "actual"), ("tonnes of waste buried", "27,000", "", "actual")],
    ),
    ("Visits had recovered to 92 per cent of pre-pandemic levels.", [("Visits (of pre-pandemic levels)", "92 per cent", "", "actual")]),
    ("The directorate was projecting to overspend by £6.2 million by the year end.", [("directorate (projecting to overspend)", "£6.2 million", "", "")]),
    ("Composting rates were static and decreased by 1.2%.", [("Composting rates (decreased by)", "1.2%", "", "actual")]),
    (
        "The underlying revenue position had improved significantly since Quarter 3 when an underspend of £1.8m was forecast.",
        [("underspend", "£1.8m", "", "")],
    ),
    (
        "Figures show that in June 2018, just 92.8% of people attending A&E were dealt with within the target four hours; 764 people spent more than eight hours.",
        [
            ("people attending A&E dealt with within the target four hours", "92.8%", "2018-06", "actual"),
            ("people spent more than eight hours", "764", "", "actual"),
        ],
    ),
    (
        "Services achieved £80m total savings against £95m agreed savings plans and £104m target.",
        [],
    ),
    (
        "Note the year end position on reserves of £61.0m (excluding Statutory Reserves), particularly that the level of general reserve remains unchanged at £25m.",
        [("level of general reserve", "£25m", "", "actual")],
    ),
    (
        "This leaves £60.5m earmarked reserves and £21.3m general balances.",
        [("earmarked reserves", "£60.5m", "", "actual"), ("general balances", "£21.3m", "", "actual")],
    ),
    (
        "At quarter 3, there had been a projected overspend of £1.8m and the report told of an underspend of £1.6m.",
        [("projected overspend", "£1.8m", "Q3", "")],
    ),
    (
        "The Leader said the £4m grant from the Government would pay for 120 homes.",
        [("grant from the Government", "£4m", "", "actual")],
    ),
    (
        "Adult social care was £3.1m over budget and children's services £2.2m over budget.",
        [("Adult social care over budget", "£3.1m", "", ""), ("children's services over budget", "£2.2m", "", "")],
    ),
    (
        "The Council's share of the business rates pool was £1.4m.",
        [("Council's share of the business rates pool", "£1.4m", "", "actual")],
    ),
]


@pytest.mark.parametrize("sentence, expected", SUMS, ids=[sentence[:60] for sentence, _ in SUMS])
def test_sums_of_money_are_called_by_the_words_right_beside_them(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


TELL_NOTHING = """Declarations of gifts over the value of £50 - none.
19/00321/FUL: Provision of 6 holiday lodges and flats at the quarry.
Provision: 6 actions are amber Amber, 6, 20%.
80% were now completed within 45 days.
75% of these had been passed on to other services.
The target figure for this would be 95%.
Most risks were moderate (67%) or minor (10%).
The priority to reduce burglary by 13% was not being met.
The service needed to help 2,000 extra people by March.
The Cabinet noted that £2m had been secured to tackle violence.
Minutes PDF 296 KB This report was noted.
The Forum was asked to agree the transfer of £310,000 to the high needs block.
Members discussed the 5% pilot scheme.
The Chair gave an example of a gate letting 30 children through.
The result was 73,390 but the target was 420.
The clerk had received a quotation of £450 for the hedge.
It was resolved to pay £120 to the village hall for hire.
61 PERFORMANCE REPORT – QUARTER 2, 2018/19
The number 520 represents the unique learners while the 1810 instances include repeat exclusions.
The Fund would stay well above the minimum target balance of £15m.
The Council employed 4,512 people (3,980 FTE).""".splitlines()


@pytest.mark.parametrize("sentence", TELL_NOTHING)
def test_figures_whose_words_name_nothing_are_left_out(sentence: str) -> None:
    assert values(sentence) == set()


def test_the_cases_in_brackets_are_those_of_the_percentage() -> None:
    [node] = nodes(read(minutes("63% of plans (45 of 71) were issued on time.")), v.OBSERVATION).values()
    assert (one(node, v.VALUE_PRINTED), one(node, v.NUMERATOR), one(node, v.DENOMINATOR)) == ("63%", "45", "71")


WORDED: list[tuple[str, list[Value]]] = [
    ("Over 700 families are receiving support.", [("families receiving support", "Over 700", "", "actual")]),
    ("The Council had dealt with more than 1,200 complaints in 2020.", [("complaints", "more than 1,200", "2020", "actual")]),
    ("Almost 45% of tenants were satisfied.", [("tenants satisfied", "Almost 45%", "", "actual")]),
    ("Rent arrears stood at just over £2m.", [("Rent arrears", "just over £2m", "", "actual")]),
    # the last day of the month by whose end it was so
    ("By the end of September 2016, 740 staff had attended training.", [("staff had attended training", "740", "2016-09-30", "actual")]),
    ("Rent arrears stood at £1.2m at the end of March 2021.", [("Rent arrears", "£1.2m", "2021-03", "actual")]),
    # the mark of a grade, a clause without a joint
    ("62% of pupils achieved grades A* to C in English.", [("pupils achieved grades A* to C in English", "62%", "", "actual")]),
    ("In a survey 68% of carers state that they do not get the help they need and that few ask.", [("carers state that they do not get the help they need", "68%", "", "actual")]),
    # planned, and no value yet
    ("They had looked for funding, including at Mill Lane for 9 affordable units.", [("affordable units", "9", "", "")]),
    # whose savings these are, the name of the indicator does not tell
    ("Bexmoor started to publish its records online in 2006 resulting in savings i.e. around £2m savings on printing costs.", []),
]


@pytest.mark.parametrize("sentence, expected", WORDED, ids=[sentence[:60] for sentence, _ in WORDED])
def test_a_value_keeps_its_words_and_a_name_its_own(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


def test_a_value_with_words_keeps_the_number_beside() -> None:
    [node] = nodes(read(minutes("Over 700 families are receiving support.")), v.OBSERVATION).values()
    assert (one(node, v.VALUE_PRINTED), one(node, v.VALUE)) == ("Over 700", "700")


def test_a_value_and_the_same_with_words_are_two() -> None:
    assert {value for _, value, _, _ in values("There were 700 burglaries in 2020.\n\nThere were over 700 burglaries in 2020.")} == {"700", "over 700"}


HEADINGS = [
    ("Housing repairs\n\nRent arrears stood at £2m.", "Housing repairs"),
    ("Housing repairs\n\nWhat does the partnership need to do better?\n\n- Rent arrears stood at £2m.", "What does the partnership need to do better?"),
    ("A dog may be seized that is:\n\nA stray\n\nA danger to persons\n\nRent arrears stood at £2m.", "Performance and finance"),
    ("A stray\n\nA nuisance\n\nA danger to persons\n\nRent arrears stood at £2m.", ""),
    ("The judgement for adoption is that it is good\n\nRent arrears stood at £2m.", "Performance and finance"),
    ("Housing repairs\n\nTrees were cut.\n\nThe judgement for adoption is that it is good\n\nRent arrears stood at £2m.", ""),
    ("Housing repairs\n\nSeconded by Councillor A Roe\n\nRent arrears stood at £2m.", "Housing repairs"),
]


@pytest.mark.parametrize("words, heading", HEADINGS)
def test_a_value_is_about_the_heading_over_it_and_no_point_of_a_list(words: str, heading: str) -> None:
    [node] = nodes(read(minutes(words, title="Performance and finance")), v.OBSERVATION).values()
    assert one(node, v.ABOUT) == heading


def test_a_title_that_is_a_paragraph_is_no_heading() -> None:
    title = "Planning starts too late for children in care. In almost all cases advisers are not involved before they are eighteen."
    for node in nodes(read(minutes("Rent arrears stood at £2m.", title=title)), v.OBSERVATION).values():
        assert one(node, v.ABOUT) == ""


def test_a_part_of_cases_that_the_sentence_before_tells_is_not_named_by_the_heading() -> None:
    of_heading = "Children leaving our care\n\n24/33 left care within 24 months."
    of_sentence = "Children leaving our care\n\nOf the 33 who were adopted some were young. 24/33 left care within 24 months."
    assert {value for _, value, _, _ in values(of_heading)} == {"24/33"}
    assert "24/33" not in {value for _, value, _, _ in values(of_sentence)}
