"""Whom an inspection was of and which grade is its own, in papers of councils, fire authorities and nations."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.language.passages import lines
from graph_builder.relations.inspections.inspection_findings import findings
from graph_builder.relations.inspections.inspection_judgements import judgements
from graph_builder.relations.inspections.nations import can_inspect, is_authority
from tests.relations.told import Node, document, minutes, nodes, read


def told(words: str, **how: str) -> list[Node]:
    return list(nodes(read(minutes(words, **how)), v.INSPECTION).values())


# Words of minutes of 13 March 2019, whom the one inspection was of, when it began, and its grades.
WHOM = [
    (
        "In May 2018 the Elmshire Local Area Partnership was subject to a focused area SEND inspection by Ofsted and the Care Quality Commission.",
        ("elmshire-local-area-partnership", "2018-05-01", ""),
    ),
    (
        "The Elm and Oak Youth Justice Service (EOYJS) works in three counties. EOYJS was subjected to a joint inspection led by HM Inspectorate of "
        "Probation in July 2018. The overall judgement was that EOYJS was good.",
        ("elm-and-oak-youth-justice-service", "2018-07-01", "good"),
    ),
    (
        "The Chief Executive of Ash and Elmshire Partnership Trust (AEPT) spoke on the outcome of the recent Care Quality Commission (CQC) inspection of "
        "AEPT. The inspection took place between 11 and 15 April 2018. The overall outcome for the Trust was 'Requires Improvement', with the domain "
        "'Caring' rated overall as 'Good'. Of the 14 services inspected 6 were rated as 'Good'.",
        ("ash-and-elmshire-partnership-trust", "2018-04-11", "Requires Improvement"),
    ),
    (
        "In 2015 an LGA Peer Review, led by Elmshire County Council's Director of Finance, had been undertaken.",
        ("ashford-county-council", "2015-01-01", ""),
    ),
    (
        "Ashford was inspected as a pilot under the new framework in March 2010, when Estyn concluded that performance was good.",
        ("ashford-county-council", "2010-03-01", ""),
    ),
    (
        "Estyn made a monitoring visit to the Authority in October 2018. The Local Authority's education services inspection had taken place some time "
        "before, and the inspectors' overall judgement had been that the service was adequate.",
        ("ashford-county-council", "2018-10-01", ""),
    ),
]


FORCE = """HMICFRS Inspection Report: PEEL 2018: An Inspection of Elm Vale Police. In 2017 HMICFRS told all forces that its PEEL inspection programme would change.

Elm Vale Police were subject to an initial onsite inspection in January 2019. Elm Vale was judged as 'requires improvement' in all three areas."""


def test_the_force_that_the_item_names_with_its_inspectorate_is_whom_the_inspection_was_of() -> None:
    [node] = told(FORCE)
    assert (node[v.INSPECTED], node[v.INSPECTOR][0][-8:], node[v.JUDGEMENT]) == (["elm-vale-police"], "services", ["requires improvement"])


NATIONAL = [
    "As a result of the national CQC assessment programme, 58 councils had received a rating of 'Good' and 2 had received a rating of 'Inadequate'.",
    "Of the reports that the CQC had published, 3 authorities had been rated 'Outstanding' and 25 had been rated 'Good'.",
]


@pytest.mark.parametrize("words", NATIONAL)
def test_how_many_were_given_a_grade_is_no_grade_of_one(words: str) -> None:
    assert not [node for node in told(words) if node[v.JUDGEMENT]]


def test_a_grade_in_quotes_is_no_place_and_the_councils_name_may_end_more_words() -> None:
    [node] = told("The Council had been rated 'Good' following its inspection in November 2018, with the CQC recognising strengths in practice.")
    assert (node[v.INSPECTED], node[v.JUDGEMENT]) == (["ashford-county-council"], ["Good"])
    words = "The report gave the CSSIW's findings for Children's Services in Ashford County Council, following its inspection of the services in July 2016."
    [node] = told(words)
    assert (node[v.INSPECTED], node[v.EARLIEST], node[v.ABOUT]) == (["ashford-county-council"], ["2016-07-01"], [])


def test_results_that_were_published_are_those_of_the_assessment_before() -> None:
    [node] = told("The Panel heard of the outcome of the CQC assessment of adult social care. Results had been published in January 2019.")
    assert node[v.PUBLISHED_IN] == ["2019-01"]


@pytest.mark.parametrize("words, expected", WHOM)
def test_whom_it_was_of_and_what_was_judged(words: str, expected: tuple[str, str, str]) -> None:
    [node] = [node for node in told(words) if node[v.EARLIEST]]
    assert ("".join(node[v.INSPECTED]), "".join(node[v.EARLIEST]), " ".join(node[v.JUDGEMENT])) == expected


def test_an_inspection_without_a_day_keeps_its_grade_from_the_visit_after_it() -> None:
    [_, expected] = sorted((node for node in told(WHOM[-1][0])), key=lambda node: bool(node[v.JUDGEMENT]))
    assert (expected[v.INSPECTOR], expected[v.EARLIEST], expected[v.JUDGEMENT]) == (["estyn"], [], ["adequate"])


def test_what_a_later_inspection_found_is_not_of_the_one_before() -> None:
    words = (
        "In August 2006 CSCI carried out an inspection of the Adoption Service, and Ofsted has inspected such services since. On 3 March 2008 inspectors "
        "returned to the county for a random inspection of the service. The outcome of the inspection was that the overall rating of the service was Good."
    )
    assert [node[v.JUDGEMENT] for node in told(words) if node[v.EARLIEST] == ["2006-08-01"]] == [[]]


def test_no_inspectorate_of_another_nation_inspects_a_council() -> None:
    words = "Ofsted inspected the authority's services for children in June 2018."
    assert not told(words, council="Limerick City and County Council")
    assert not told(words, council="Fife Council")
    assert [node[v.INSPECTED] for node in told(words)] == [["ashford-county-council"]]
    assert can_inspect(["Estyn"], "Powys County Council")
    assert can_inspect(["His Majesty's Inspectorate of Probation"], "Powys County Council")
    assert not can_inspect(["Care Inspectorate"], "Powys County Council")


def test_the_service_of_a_fire_authority_is_the_authoritys() -> None:
    paper = """Elmshire Fire and Rescue Authority

Minutes of the meeting of the Fire and Rescue Authority held on Wednesday 13 March 2019 at 10.00 am in Elmbury

Present:
Councillor A Bell (Chairman)

1. HMICFRS inspection

The Chief Fire Officer said that HMICFRS had inspected the Service in June 2018 and had graded it good.
"""
    [node] = nodes(read(document(paper, kind="minutes")), v.INSPECTION).values()
    assert len(node[v.INSPECTED]) == 1
    assert node[v.INSPECTED][0].endswith("fire-and-rescue-authority")
    assert is_authority("Elmshire Fire and Rescue Authority")
    assert not is_authority("Police and Crime Panel")


def test_a_paper_of_one_item_has_its_title_at_its_head() -> None:
    paper = """Ashford County Council

Health and Wellbeing Board, Tuesday, 23rd April, 2019

Ofsted Inspection of services for children in need of help and protection

Minutes:

The Director spoke on the action plan that had been put in place since the Ofsted report on 24 January judged services to be inadequate.
"""
    [node] = nodes(read(document(paper)), v.INSPECTION).values()
    assert (node[v.INSPECTED], node[v.PUBLISHED], node[v.JUDGEMENT]) == (["ashford-county-council"], ["2019-01-24"], ["inadequate"])


@pytest.mark.parametrize("words", ["The Panel received the Ofsted report on 24 January.", "Ofsted's report on 24 schools judged them good."])
def test_a_report_that_was_read_on_a_day_was_not_published_on_it(words: str) -> None:
    assert not [node for node in told(words) if node[v.PUBLISHED]]


def test_what_has_to_improve_is_told_letter_for_letter() -> None:
    texts = [
        "Areas for improvement",
        "Leaders should embed a model of true co-production. The work should be shared by all.",
        "b) Plans. This includes all plans.",
    ]
    passages = [line.passage for line in lines(document("\n".join(texts)))]
    assert [one.text for one in findings(passages)] == [texts[1], "Plans. This includes all plans."]


GRADES = [
    (
        "The Service achieved a judgement of requiring improvement for both effectiveness and efficiency and a good for people.",
        ["requiring improvement for both effectiveness and efficiency", "good for people"],
    ),
    (
        "The force had been judged as good at preventing crime, adequate in treating the public and requires improvement at responding to the public.",
        ["good at preventing crime", "adequate in treating the public", "requires improvement at responding to the public"],
    ),
    ("The Council had been judged good in 2014 and inadequate in 2018.", ["good", "inadequate"]),
    ("The service was rated good for leadership.", ["good"]),
]


@pytest.mark.parametrize("words, expected", GRADES)
def test_grades_of_several_areas_have_their_areas(words: str, expected: list[str]) -> None:
    assert [one.printed for one in judgements(words)] == expected


AREAS = [
    (
        "The report evaluated improvements in performance as satisfactory and leadership as weak.",
        ["improvements in performance as satisfactory", "leadership as weak"],
    ),
    (
        "Quality of Care was graded 4 - Good and Quality of Environment 3 - Adequate.",
        ["Quality of Care was graded 4 - Good", "Quality of Environment 3 - Adequate"],
    ),
    ("The home had been rated Inadequate in 2017 and was now Good.", ["Good"]),
    ("Ofsted judged the service as requires improvement in 2015 but the 2018 inspection rated it good.", ["requires improvement", "good"]),
]


@pytest.mark.parametrize("words, expected", AREAS)
def test_different_grades_have_the_areas_that_stand_before_them(words: str, expected: list[str]) -> None:
    assert [one.printed for one in judgements(words)] == expected


NAMED = [
    ("Seaview Lodge, Elmbury, run by Calder Care Ltd, was inspected by the CQC in July 2018 and rated Inadequate.", "seaview-lodge", "2018-07-01"),
    ("The Elm Vale Probation Delivery Unit had been inspected by HM Inspectorate of Probation in May 2018.", "elm-vale-probation-delivery-unit", "2018-05-01"),
    (
        "The report of HM Inspectorate of Prisons on HMP Larming was published after an unannounced inspection from 10 to 21 May 2018.",
        "hmp-larming",
        "2018-05-10",
    ),
    ("Inspectors from the Care Inspectorate had made an unannounced visit to Rowan Lodge Care Home on 3 July 2018.", "rowan-lodge-care-home", "2018-07-03"),
    ("HIQA had inspected St. Orla's Nursing Home, Larming on 12th and 13th June, 2018.", "st-orlas-nursing-home", "2018-06-12"),
    (
        "Members read the HIQA report on University Hospital Ashford, where an inspection had taken place in May, 2018.",
        "university-hospital-ashford",
        "2018-05-01",
    ),
    (
        "The CQC rated homes in the county. Oak House Nursing Home had improved from Inadequate to Requires Improvement following its re-inspection in May 2018.",
        "oak-house-nursing-home",
        "2018-05-01",
    ),
]


@pytest.mark.parametrize("words, whom, day", NAMED)
def test_prisons_homes_and_units_are_known_by_their_names(words: str, whom: str, day: str) -> None:
    assert [(node[v.INSPECTED], node[v.EARLIEST]) for node in told(words) if node[v.EARLIEST]] == [([whom], [day])]


def test_a_notice_to_a_provider_is_none_to_the_council() -> None:
    words = "The CQC had issued a warning notice to the provider on 2 August 2018, and the Council had suspended placements."
    assert not [node for node in told(words) if node[v.INSPECTED]]


def test_what_was_inspected_is_not_what_it_was_about() -> None:
    [node] = told("HMICFRS had carried out a custody inspection of Elm Vale Police in May 2018.")
    assert (node[v.INSPECTED], node[v.ABOUT]) == (["elm-vale-police"], [])


def test_a_hospital_that_bears_the_councils_place_is_not_the_council() -> None:
    [node] = told("The CQC inspected maternity services at Ashford City Hospital and Elm Medical Centre, run by Ashford Hospitals NHS Trust, on 14 May 2018.")
    assert node[v.INSPECTED] == ["ashford-city-hospital"]
    [node] = told(
        "The CQC reinspected Ashford University Hospitals Trust's maternity services from March 1 to 4 2018, having already rated them as inadequate."
    )
    assert (node[v.INSPECTED], node[v.EARLIEST], node[v.JUDGEMENT]) == (["ashford-university-hospitals-trust"], ["2018-03-01"], [])


PROVIDERS = [
    "The CQC inspected Elm Grange Care Home in May 2018. In addition, a warning notice was issued to the provider on 6 June 2018.",
    "The CQC inspected Elm Grange Care Home in May 2018. On 6 June 2018 the home then received a warning notice.",
    "The CQC had issued a warning notice on 6 June 2018.",
]


@pytest.mark.parametrize("words", PROVIDERS)
def test_a_notice_of_a_regulator_of_homes_is_not_the_councils(words: str) -> None:
    assert ["ashford-county-council"] not in [node[v.INSPECTED] for node in told(words)]


def test_the_grade_of_another_home_is_not_that_of_the_one_before() -> None:
    words = (
        "Elm Grange Care Home was inspected by the CQC in May 2018 and rated Good. The Laurels was rated Inadequate in the report published on 3 August 2018."
    )
    [node] = [node for node in told(words) if node[v.EARLIEST] == ["2018-05-01"]]
    assert node[v.JUDGEMENT] == ["Good"]


def test_the_grade_of_one_question_is_no_grade_of_the_whole() -> None:
    assert not judgements(
        "The rating for the 'safe' category was rated 'good', and it was downgraded in the 'well led' category from 'good' to 'needs improvement'."
    )


def test_a_report_is_that_of_the_inspection_named_right_before_it() -> None:
    words = (
        "The Panel considered the Care Inspectorate report on the Elm Vale Fostering Service, inspected on 10 September 2018. The Chief Officer spoke to the "
        "findings of the Joint Inspection of Services for Children in Need. The report had been published by the Care Inspectorate on 22 October 2018."
    )
    found = {"".join(node[v.INSPECTED]): (node[v.EARLIEST], node[v.PUBLISHED]) for node in told(words)}
    assert found == {"elm-vale-fostering-service": (["2018-09-10"], []), "ashford-county-council": ([], ["2018-10-22"])}


def test_the_councils_own_service_is_the_council() -> None:
    [node] = told("The Care Inspectorate inspected the Council's Fostering Service on 10 September 2018.")
    assert node[v.INSPECTED] == ["ashford-county-council"]


WELSH = [
    ("CIW had inspected Cylch Meithrin Ashford in January 2018 and had judged it good.", "cylch-meithrin-ashford"),
    ("Ysgol Bryn Coed, inspected by Estyn in November 2018, was in need of significant improvement.", "ysgol-bryn-coed"),
    (
        "The Head of Education said that Estyn had met. Ysgol y Felin had been removed from Estyn review following a monitoring visit on 6 May 2018.",
        "ysgol-y-felin",
    ),
]


@pytest.mark.parametrize("words, whom", WELSH)
def test_a_school_or_nursery_that_bears_the_place_or_stands_before_the_visit_is_whom_it_was_of(words: str, whom: str) -> None:
    assert [node[v.INSPECTED] for node in told(words) if node[v.EARLIEST]] == [[whom]]


def test_a_notice_that_names_nobody_is_not_the_councils() -> None:
    words = "The CQC inspected Elm Grange Care Home in May 2018. A section 29A warning notice had been served in June 2018."
    assert ["ashford-county-council"] not in [node[v.INSPECTED] for node in told(words)]


def test_who_led_is_no_part_of_what_it_was_about() -> None:
    [node] = told("The joint inspection of services for children at risk of harm, led by the Care Inspectorate, took place in May 2018.")
    assert node[v.ABOUT] == ["services for children at risk of harm"]


def test_the_councils_own_area_and_service_are_the_council_by_whatever_name() -> None:
    [node] = told("In May 2018 the Ashford Local Area Partnership was subject to an area SEND inspection by Ofsted and the Care Quality Commission.")
    assert node[v.INSPECTED] == ["ashford-county-council"]
    [node] = told("The Youth Offending Service (YOS) had improved. The HMI Probation inspection of YOS took place in May 2018.")
    assert node[v.INSPECTED] != ["youth-offending-service"]


def test_the_grades_of_a_homes_qualities_are_its_own() -> None:
    words = "The Care Inspectorate visited Rowan Lodge Care Home on 3 July 2018. Quality of Care and Support was graded 4 - Good."
    [node] = told(words)
    assert node[v.JUDGEMENT] == ["Good"]
