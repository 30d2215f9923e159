"""Names of figures: what is cut from the words around a figure, what is added to them, and which words name nothing."""

from __future__ import annotations

import pytest

from tests.relations.test_measures import Value, values

READS: list[tuple[str, list[Value]]] = [
    (
        "Based on the current collection rate of around 93%, the Council could face a yearly charge of £210k.",
        [("current collection rate", "93%", "", "actual"), ("yearly charge", "£210k", "", "")],
    ),
    (
        "There were 22 nurseries run by the county together with three playgroups.",
        [("nurseries run by the county", "22", "", "actual")],
    ),
    (
        "On 4th March 2019 Council agreed a net budget of £112.4m for 2019-20, along with a capital budget for the year of £31.2m.",
        [("capital budget for the year", "£31.2m", "", ""), ("net budget", "£112.4m", "2019/20", "")],
    ),
    (
        "By year end 41% of reviews met the statutory timescale, an increase on 36% in 2022.",
        [("reviews met the statutory timescale", "36%", "2022", "actual"), ("reviews met the statutory timescale", "41%", "", "actual")],
    ),
    (
        "The average wait for a hearing (open more than 10 weeks) at year end was 19 weeks.",
        [("average wait for a hearing (open more than 10 weeks) at year end", "19 weeks", "", "actual")],
    ),
    (
        "The portfolios with the largest overspend were Adults £4.2m, Highways £1.1m and Planning and Growth £0.8m.",
        [("Highways (largest overspend)", "£1.1m", "", "actual"), ("Planning and Growth (largest overspend)", "£0.8m", "", "actual")],
    ),
    (
        "The position was a net overspend of £3.1m but this was offset by corporate underspends of £2m.",
        [("corporate underspends", "£2m", "", "actual"), ("position (net overspend)", "£3.1m", "", "actual")],
    ),
    (
        "At the end of Q3 the revenue position was an overspend of £90k, which was an improvement on the Q2 overspend of £150k.",
        [("revenue position (overspend)", "£90k", "Q3", "actual")],
    ),
    (
        "The 2022-23 budget is £4.1 million, with £1.1 million annually from government grants.",
        [("budget", "£4.1 million", "2022/23", "")],
    ),
    (
        "Investments earned interest of 0.4% on short term deposits, 0.7% on longer term deposits, and 2.1% on property funds.",
        [
            ("Investments earned interest on longer term deposits", "0.7%", "", "actual"),
            ("Investments earned interest on property funds", "2.1%", "", "actual"),
            ("Investments earned interest on short term deposits", "0.4%", "", "actual"),
        ],
    ),
    (
        "Total borrowing on 30 June 2023 was £31m, with investments of £12m, giving net borrowing of £19m.",
        [("Total borrowing", "£31m", "2023-06-30", "actual"), ("investments", "£12m", "", "actual"), ("net borrowing", "£19m", "", "actual")],
    ),
    (
        "The drop of £1.9m in income for the theatre and what it relates to.",
        [("drop in income for the theatre", "£1.9m", "", "actual")],
    ),
    (
        "There were forecast overspends in Adult Social Care totalling £21.3m, and in Children's Services totalling £8.3m.",
        [("Children's Services (forecast overspends)", "£8.3m", "", ""), ("forecast overspends in Adult Social Care", "£21.3m", "", "")],
    ),
    (
        "The forecast overspend represented 1.9% of the net budget and continued to be a serious risk.",
        [("forecast overspend (of net budget)", "1.9%", "", "")],
    ),
    (
        "The level of debt decreased by £3.1m on 2019-20 levels to £98m.",
        [("level of debt (decreased by)", "£3.1m", "", "actual")],
    ),
    (
        "When seen as lost output, absence cost the council £1.4 million in 2018-19.",
        [("absence cost the council", "£1.4 million", "2018/19", "actual")],
    ),
    (
        "At those incidents, 9 people were recorded as having slight injuries and two as having serious injuries.",
        [("people recorded as having slight injuries", "9", "", "actual")],
    ),
    (
        "The report projected an overspend of £6.1 million, which equated to 2% of the net budget.",
        [("overspend", "£6.1 million", "", "")],
    ),
    (
        "The Council held £10.2 million in non-treasury investments.",
        [("non-treasury investments", "£10.2 million", "", "actual")],
    ),
    (
        "Rental income was forecast at £951,000 which was £55,500 better than budget.",
        [("Rental income", "£951,000", "", "")],
    ),
    (
        "The level of debt fell from £218m at 31 March to £203m at 30 September 2022.",
        [("level of debt", "£203m", "2022-09-30", "actual"), ("level of debt", "£218m", "2022-03-31", "actual")],
    ),
    (
        "The comparable 1 Month Interbank rate was 3.8%.",
        [("comparable 1 Month Interbank rate", "3.8%", "", "actual")],
    ),
    (
        "1200 requests have been received this year, compared to 1020 last year, an increase of just over 150 around 18%.",
        [("requests received", "1020", "", "actual"), ("requests received", "1200", "", "actual")],
    ),
    (
        "The response time to calls had fallen from 31 minutes to around nine minutes.",
        [("response time to calls", "31 minutes", "", "actual")],
    ),
    (
        "Attendance was 95% in primary schools and had improved.",
        [("Attendance in primary schools", "95%", "", "actual")],
    ),
    (
        "Sickness absence was 9.1 days for teaching staff.",
        [("Sickness absence for teaching staff", "9.1 days", "", "actual")],
    ),
    (
        "Performance had gone from 12% in 2018 to 63% in 2019.",
        [("Performance", "12%", "2018", "actual"), ("Performance", "63%", "2019", "actual")],
    ),
    (
        "The percentage of calls answered was 81%, up from 74% to a target of 85%.",
        [
            ("percentage of calls answered", "74%", "", "actual"),
            ("percentage of calls answered", "81%", "", "actual"),
            ("percentage of calls answered", "85%", "", "target"),
        ],
    ),
    (
        "Attainment was 61.2%, above the England average (59.8%) and statistical neighbours (60.1%).",
        [
            ("Attainment", "61.2%", "", "actual"),
            ("Attainment (England average)", "59.8%", "", "actual"),
            ("Attainment (statistical neighbours)", "60.1%", "", "actual"),
        ],
    ),
    (
        "Rates of admission were 412 per 100,000, compared with a national rate of 389 per 100,000.",
        [("Rates of admission", "412", "", "actual"), ("Rates of admission (national rate)", "389", "", "actual")],
    ),
    (
        "The parish precept was set at £12,400, giving a Band D council tax of £31.22.",
        [("Band D council tax", "£31.22", "", "actual"), ("parish precept", "£12,400", "", "actual")],
    ),
    (
        "45 of 60 plans (75%) were completed on time.",
        [("plans completed on time", "45 of 60", "", "actual"), ("plans completed on time", "75%", "", "actual")],
    ),
    (
        "On 3 March 2020 the Council approved a capital programme of £14m.",
        [("capital programme", "£14m", "", "actual")],
    ),
    (
        "Sickness absence was 4.1% in Adult Services and 3.2% in Housing.",
        [("Sickness absence in Adult Services", "4.1%", "", "actual"), ("Sickness absence in Housing", "3.2%", "", "actual")],
    ),
    (
        "Attendance stood at 91% across all schools in the county.",
        [("Attendance across all schools", "91%", "", "actual")],
    ),
]


@pytest.mark.parametrize("sentence, expected", READS, ids=[sentence[:60] for sentence, _ in READS])
def test_a_name_is_a_noun_phrase_without_the_clause_around_it(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


MORE: list[tuple[str, list[Value]]] = [
    (
        "There were new savings within the offer and whilst some were late, there was also £1.3m of savings brought forward.",
        [("savings brought forward", "£1.3m", "", "actual")],
    ),
    (
        "PI 12 – New claims The processing time for new claims during Q3 was 17.2 days, ahead of both the set target of 20 days and the outturn of 24 days.",
        [("processing time for new claims", "17.2 days", "Q3", "actual")],
    ),
    (
        "The month before, collection was 1.6% up on the previous year.",
        [("collection (up on the previous year)", "1.6%", "", "actual")],
    ),
    (
        "Few placements were unregulated, with 5 children currently placed in homes without registration, compared to a total of 430 children in care.",
        [("children currently placed in homes without registration", "5", "", "actual"), ("children in care", "430", "", "actual")],
    ),
    (
        "Appeals Performance- Only 13% of appeals were allowed.",
        [("appeals allowed", "13%", "", "actual")],
    ),
    (
        "The target response time for an urgent repair is 6 hours on average.",
        [("target response time for an urgent repair", "6 hours", "", "target")],
    ),
    (
        "The total annual budget of £117.2m is based upon agreements reached on 10 March 2016.",
        [("total annual budget", "£117.2m", "", "")],
    ),
    (
        "In December there were 21 fires, compared with 30 fires in December 2019.",
        [("fires", "30", "2019-12", "actual")],
    ),
    (
        "In spelling and grammar, 71 per cent of pupils met the standard – unchanged from 2018.",
        [("pupils met the standard (in spelling and grammar)", "71 per cent", "", "actual")],
    ),
    (
        "68 per cent of pupils met the standard in reading –down from 71 per cent in 2018 but up from 60 per cent in 2016.",
        [
            ("pupils met the standard in reading", "60 per cent", "2016", "actual"),
            ("pupils met the standard in reading", "68 per cent", "", "actual"),
            ("pupils met the standard in reading", "71 per cent", "2018", "actual"),
        ],
    ),
    (
        "The proportion of older people is predicted to increase to 31% in 2040, from a base of 24% in 2012.",
        [("proportion of older people", "24%", "2012", ""), ("proportion of older people", "31%", "2040", "")],
    ),
    (
        "The number of admissions was 84.1 per 100,000 in Westport, while in Eastport, where the figure was 612.3 per 100,000, it was far higher.",
        [("number of admissions in Westport", "84.1", "", "actual")],
    ),
    (
        "The number of deaths from smoking was 151 people per 100,000.",
        [("number of deaths from smoking", "151", "", "actual")],
    ),
    (
        "Absence in November 2011 was 5.9%, well above the Council target of 4%.",
        [("Absence", "4%", "", "target"), ("Absence", "5.9%", "2011-11", "actual")],
    ),
    (
        "The structural deficit was £2.4 mil at year end.",
        [("structural deficit", "£2.4 mil", "", "actual")],
    ),
    (
        "Only 7 requests had not been answered at all.",
        [("requests had not been answered", "7", "", "actual")],
    ),
    (
        "During 2022-23, 241 requests (35.5% of the total) had been answered within 10 days.",
        [("requests answered within 10 days", "241", "2022/23", "actual")],
    ),
    (
        "The Cabinet Member said that 97% of previously agreed savings had now been achieved.",
        [("previously agreed savings achieved", "97%", "", "actual")],
    ),
    (
        "The Council gave a £90,000 delivery fund from its reserves as well as a contribution of £412,000 to the canopy.",
        [("contribution", "£412,000", "", "actual"), ("delivery fund from its reserves", "£90,000", "", "actual")],
    ),
    (
        "The balances already approved (£1.2m), the carry forward requests (£1.4m) and requests for extra money (£220k) were noted.",
        [("carry forward requests", "£1.4m", "", "actual"), ("requests for extra money", "£220k", "", "")],
    ),
    (
        "Service areas had contributed a £1.29m underspend providing an overall underspend of £3.7m.",
        [("underspend", "£1.29m", "", "actual"), ("underspend", "£3.7m", "", "actual")],
    ),
    (
        "Even in that instance the net overspend for General Fund services was just £11k.",
        [("net overspend for General Fund services", "£11k", "", "actual")],
    ),
    (
        "Around 12% of the cohort supervised by the service are children looked after and a small number of those had been remanded.",
        [("cohort supervised by the service children looked after", "12%", "", "actual")],
    ),
    (
        "It would increase the recycling rate by 4%.",
        [("recycling rate (increase by)", "4%", "", "")],
    ),
]


@pytest.mark.parametrize("sentence, expected", MORE, ids=[sentence[:60] for sentence, _ in MORE])
def test_a_name_keeps_whose_value_it_is_and_of_which_cases(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


NOTHING = """Planning for savings went on however less than 40% had been found.
In Westshire and Eastshire there was a 7.4% rise.
In Westshire itself the rise was 6.2%.
Obesity was more than two times higher in Eastport (30.1%) than in Westport (14.2%).
The percentage of pupils who reach the standard in reading (71%) is lower than that in maths (76%).
Male residents live to an average of 81.3 years.
Two-thirds of pupils (66%) on free meals reached the standard.
It was set between 0 and 0.6%.
Officers drew the attention of the Board to the Council offer of £71.5m and its terms.
These 41 young people committed 140 offences.
The mechanism for making requests (94% were received by email) was described.
It was said that the 38.2% of finalised plans was a quarterly figure.
The trust ended up giving £114,000, which covered the gap.
The biggest increase in percentage terms (14%) was in housing complaints.
The board employed over 3,500 staff at a cost of £117 million in 2016-17, accounting for 41 per cent of expenditure.
It can be subject to a fine of £150 for every tonne that the target is missed.
There was a proposal that 75% recycling may be introduced as the next target.
Two cases had been upheld, and this represented just 11.5% of the complaints considered.
Upon being put to the vote 4 Members voted for Councillor Smith and 3 Members voted for Councillor Jones.
Following the election 8 seats were taken leaving one vacancy.
Persons were elected for each of the 11 wards into which the area is divided.
The rate of unemployment ranged between 4% and 6% across the wards.""".splitlines()


@pytest.mark.parametrize("sentence", NOTHING)
def test_figures_that_have_no_name_are_left_out(sentence: str) -> None:
    assert values(sentence) == set()
