"""Names of figures: what is cut from the words around a figure, what is added to them, and which words name nothing."""

from __future__ import annotations

import pytest

from tests.relations.test_measures import Value, values

READS: list[tuple[str, list[Value]]] = [
    (
        "Based on the current collection rate of around 93%, the Council could face a yearly charge of £210k.",
        [("current collection rate", "around 93%", "", "actual"), ("yearly charge", "£210k", "", "")],
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
        [("Highways (largest overspend)", "£1.1m", "", ""), ("Planning and Growth (largest overspend)", "£0.8m", "", "")],
    ),
    (
        "The position was a net overspend of £3.1m but this was offset by corporate underspends of £2m.",
        [("corporate underspends", "£2m", "", "")],
    ),
    (
        "At the end of Q3 the revenue position was an overspend of £90k, which was an improvement on the Q2 overspend of £150k.",
        [("revenue position (overspend)", "£90k", "Q3", "")],
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
        [],
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
        [],
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
        [("delivery fund from its reserves", "£90,000", "", "actual")],
    ),
    (
        "The balances already approved (£1.2m), the carry forward requests (£1.4m) and requests for extra money (£220k) were noted.",
        [],
    ),
    (
        "Service areas had contributed a £1.29m underspend providing an overall underspend of £3.7m.",
        [],
    ),
    (
        "Even in that instance the net overspend for General Fund services was just £11k.",
        [("net overspend for General Fund services", "£11k", "", "")],
    ),
    (
        "Around 12% of the cohort supervised by the service are children looked after and a small number of those had been remanded.",
        [("cohort supervised by the service children looked after", "Around 12%", "", "actual")],
    ),
    (
        "It would increase the recycling rate by 4%.",
        [("recycling rate (increase by)", "4%", "", "")],
    ),
]


@pytest.mark.parametrize("sentence, expected", MORE, ids=[sentence[:60] for sentence, _ in MORE])
def test_a_name_keeps_whose_value_it_is_and_of_which_cases(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


COMPARED: list[tuple[str, list[Value]]] = [
    (
        "It was reported that take up was at 94% nationally and 96% in Westshire.",
        [("take up (nationally)", "94%", "", "actual")],
    ),
    (
        "The gap between boys and girls has narrowed from 17.9 percentage points in 2014 to 16.7 in 2015.",
        [("gap between boys and girls", "17.9 percentage points", "2014", "actual")],
    ),
    (
        "The forecast overspend was £2.6m, an improvement on the £9m forecast overspend we had seen before.",
        [("forecast overspend", "£2.6m", "", "")],
    ),
    (
        "The contractor kept 96% of repairs appointments.",
        [("repairs appointments kept", "96%", "", "actual")],
    ),
    (
        "The Panel was given an overview of the number of children in care, which had fallen from 439 to 432.",
        [("number of children in care", "432", "", "actual"), ("number of children in care", "439", "", "")],
    ),
    (
        "The waiting list stood at 291 in September against a target of 200, compared with 790 in March 2023.",
        [("waiting list", "200", "", "target"), ("waiting list", "291", "2023-09", "actual"), ("waiting list", "790", "2023-03", "actual")],
    ),
    (
        "The number of deaths had reduced from 4 to 2.",
        [("number of deaths", "2", "", "actual"), ("number of deaths", "4", "", "")],
    ),
    (
        "In all 344 children and young people were the subject of a child protection plan.",
        [("children and young people the subject of a child protection plan", "344", "", "actual")],
    ),
    (
        "The proportion of children leaving care through adoption in 2015 was 21%.",
        [("proportion of children leaving care through adoption", "21%", "2015", "actual")],
    ),
    (
        "There were too many agency workers, with 30% covering vacancies at the time compared to 22% in 2015.",
        [
            ("too many agency workers covering vacancies at the time", "22%", "2015", "actual"),
            ("too many agency workers covering vacancies at the time", "30%", "", "actual"),
        ],
    ),
    (
        "There were now 105 subscribers to the village email and various correspondence had been sent.",
        [("subscribers to the village email", "105", "", "actual")],
    ),
    (
        "She said that 57% of households were signing up to the service compared with initial predictions of 50%.",
        [("households signing up to the service", "57%", "", "actual")],
    ),
    (
        "The digital issues increased by 130 per cent which followed an 87 per cent increase in the previous year.",
        [("digital issues (increased by)", "130 per cent", "", "actual")],
    ),
    (
        "There were 7409 responses, with 77% of respondents supporting an increase to the precept.",
        [("respondents supporting an increase to the precept", "77%", "", "actual")],
    ),
    (
        "It allowed for an additional 50 officers in 2023/24.",
        [],
    ),
    (
        "Even so it wouldn't solve the challenges for 2023/24 and a budget deficit of £10.2m would still remain.",
        [("budget deficit", "£10.2m", "", "")],
    ),
    (
        "The report recommended an increase of £12 in the precept of a Band D property for 2024/25.",
        [("increase in precept of a Band D property", "£12", "2024/25", "")],
    ),
]


@pytest.mark.parametrize("sentence, expected", COMPARED, ids=[sentence[:60] for sentence, _ in COMPARED])
def test_values_of_elsewhere_and_of_before_are_told_as_such(sentence: str, expected: list[Value]) -> None:
    assert values(sentence) == set(expected)


NOTHING = """There were 14 nurseries for 3 and 4 year olds in the town.
There had been an incremental increase to about 51% take up.
The scheme would be extended to 1,300 to 1,500 children.
The balance would remain well above the minimum target balance of £14m, at about £16.9m.
The Director advised on the availability of £4.1m of capital receipts.
In reception the rate was 18.7%.
It was agreed to tell the committee that the allocation of £9k would be spent.
England, 61% (67%), Neighbour average 68.7% (78.7%) West Riding 58% (66%).
This compares to the national three-year average of 583 days.
The rate was worse than the 37% average achieved by similar local authorities.
The authority is in touch with 85% of its care leavers.
This is 19% of the total population in the area.
An audit of a sample of 19 children identified that 74% were closed without sufficient evidence.
The clerk will make a BACS payment for £106.29.
In Q3 301 bins were missed per 100,000 bins collected.
Planning for savings went on however less than 40% had been found.
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
