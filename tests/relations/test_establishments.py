"""Inspections of schools, homes and practices: lists of them, lines with a grade, titles over "the school"."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.relations.inspections.establishments import names
from tests.relations.told import Node, minutes, nodes, read

NAMES = [
    ("Elm Lane Primary School and Ash Grove Academy were inspected.", ["Elm Lane Primary School", "Ash Grove Academy"]),
    ("Ysgol Bryn Celyn and Tan y Bont Primary School were inspected.", ["Ysgol Bryn Celyn", "Tan y Bont Primary School"]),
    ("The inspection of All Saints CofE (Aided) Primary School was short.", ["All Saints CofE (Aided) Primary School"]),
    ("St. Brannoc's Catholic Infants had done well.", ["St. Brannoc's Catholic Infants"]),
    ("Closure of Hazel Road Junior School", ["Hazel Road Junior School"]),
    ("Willow Bank Nursing Home and the Mill Street Surgery", ["Willow Bank Nursing Home", "Mill Street Surgery"]),
    ("The Primary School and the High School were full.", []),
    ("The Head of School Improvement spoke to the School Places Plan.", []),
    ("Summary of School Inspection Reports", []),
    ("The Harbour Academy Trust and the Vale Primary Care Network met.", []),
]


@pytest.mark.parametrize("text, expected", NAMES)
def test_a_name_is_more_than_what_it_ends_in(text: str, expected: list[str]) -> None:
    assert [one.text for one in names(text)] == expected


def told(words: str, **how: str) -> list[tuple[str, ...]]:
    return sorted(_shown(node) for node in nodes(read(minutes(words, **how)), v.INSPECTION).values())


def _shown(node: Node) -> tuple[str, ...]:
    return "".join(node[v.INSPECTED]), " ".join(node[v.INSPECTOR]), "".join(node[v.EARLIEST])[:7], " ".join(sorted(node[v.JUDGEMENT]))


ASH, ELM, OAK = "ash-grove-academy", "elm-lane-primary-school", "oak-hill-infant-school"
TOLD = [
    (
        "Members received the reports of Estyn. Elm Lane Primary School, Ash Grove Academy and Oak Hill Infant School were inspected in May 2018.",
        [(ASH, "estyn", "2018-05", ""), (ELM, "estyn", "2018-05", ""), (OAK, "estyn", "2018-05", "")],
    ),
    (
        "Elm Lane Primary School and Ash Grove Academy were inspected by Ofsted in May 2018 and both were judged good.",
        [(ASH, "ofsted", "2018-05", "good"), (ELM, "ofsted", "2018-05", "good")],
    ),
    (
        "The Panel received the Ofsted reports since its last meeting.\n\nElm Lane Primary School \u2013 Requires Improvement\n\nAsh Grove Academy (S5): Good",
        [(ASH, "ofsted", "", "Good"), (ELM, "ofsted", "", "Requires Improvement")],
    ),
    ("The Panel noted the Ofsted reports. Elm Lane Primary School had been judged to be 'Good'.", [(ELM, "ofsted", "", "Good")]),
    ("Ofsted rated Elm Lane Primary School 'Outstanding' in May 2018.", [(ELM, "ofsted", "2018-05", "Outstanding")]),
    ("Ofsted, in its report published on 9 July 2018, had judged Elm Lane Primary School to be good.", [(ELM, "ofsted", "", "good")]),
    ("The Director reported on the recent Ofsted inspection of Elm Lane Primary School.", [(ELM, "ofsted", "", "")]),
    # a grade without an inspectorate, one of before, one of another scheme, one that is awaited, a count
    ("Elm Lane Primary School had been judged to be 'Good'.", []),
    ("The Panel noted the Ofsted reports. Elm Lane Primary School had previously been judged to be 'Good'.", []),
    ("The Panel noted the CQC report and the PAMMS visits. Elm Lane Nursing Home had been rated 'Good'.", []),
    ("The Panel noted the CQC reports. Elm Lane Primary School had been rated 'Good'.", []),
    ("An Ofsted inspection of Elm Lane Primary School was expected.", []),
    (
        "The Director reported the outcomes of the Ofsted inspections for Elm Lane Primary School, Ash Grove Academy and Oak Hill Infant School.",
        [(ASH, "ofsted", "", ""), (ELM, "ofsted", "", ""), (OAK, "ofsted", "", "")],
    ),
    ("Elm Lane Primary School had received an inadequate Ofsted judgement in January 2018.", [(ELM, "ofsted", "", "inadequate")]),
    ("Elm Lane Primary School had been rated 'Good' by Ofsted on 3 May 2018.", [(ELM, "ofsted", "2018-05", "Good")]),
    ("Elm Lane Primary School received an Ofsted inspection on 6 February 2018 and retained its Good grade.", [(ELM, "ofsted", "2018-02", "Good")]),
    ("Estyn had removed Elm Lane Primary School from special measures following its monitoring visit in May 2018.", [(ELM, "estyn", "2018-05", "")]),
    (
        "The Care Inspectorate inspected Lomond View care home in May 2018 and awarded grades of 4 (good) for wellbeing and 3 (adequate) for leadership.",
        [("lomond-view-care-home", "care-inspectorate", "2018-05", "adequate good")],
    ),
    ("ETI inspected Elm Lane Primary School in May 2018.", [(ELM, "education-and-training-inspectorate", "2018-05", "")]),
    ("Ofsted judged 80% of schools to be good.", []),
]


@pytest.mark.parametrize("words, expected", TOLD)
def test_the_inspections_of_schools_and_homes_are_told_by_their_names(words: str, expected: list[tuple[str, ...]]) -> None:
    assert told(words) == expected


def test_the_school_is_the_one_that_was_named_before_it_and_its_earlier_grade_is_none() -> None:
    words = "The school was inspected by Estyn in May 2018. The school was placed in a category, as requiring 'significant improvement'."
    assert told(words, title="Elm Lane Primary School: Inspection Report", council="Ashford County Council") == [
        (ELM, "estyn", "2018-05", "requiring 'significant improvement")
    ]
    earlier = "The Panel discussed the Ofsted report on Elm Lane Primary School, which had been judged 'Good'. The school had previously been judged inadequate."
    assert told(earlier) == [(ELM, "ofsted", "", "Good")]


MORE = [
    ("The Council was issued with a Best Value Notice by MHCLG on 3 August 2018. The Best Value Notice expired on 2 February 2019.", ["2018-08"]),
    ("The improvement notice issued by MHCLG on 3 August 2018 had been lifted on 2 February 2019.", ["2018-08"]),
    ("Ofsted judged the authority's services for children to be inadequate in May 2018.", ["2018-05"]),
    ("Care Inspectorate Wales (CIW) Performance Evaluation Report of Children's Services 12 - 16 November 2018", ["2018-11"]),
    ("The Investigatory Powers Commissioner's Office (IPCO) inspected the Council on 3 May 2018.", ["2018-05"]),
    ("The Council had been inspected on 17 May 2018 by IPCO.", ["2018-05"]),
    ("Care Inspectorate Wales (CIW) Improvement Check Visit to Children's Social Care Services - 21 - 24 November 2018", ["2018-11"]),
    ("To receive the Estyn Inspection of Ashford County Council May 2018 with the plan.", ["2018-05"]),
    ("The Inspection of early help was carried out in line with revised inspection guidance issued by Ofsted in September 2018.", []),
    ("The Secretary of State commissioned a Best Value inspection of the Council on 14 January 2019.", []),
    ("On 24 August 2018 the Secretary of State issued directions to the Council and appointed commissioners.", ["2018-08"]),
    ("Estyn inspected the education service in June 2018; the inspection found no area causing significant concern.", ["2018-06"]),
    ("In 2018 the LGA Corporate Peer Challenge (CPC) undertook a review of governance.", ["2018-01"]),
    ("Members considered the Care Inspectorate report on the fostering service, inspected on 10 September 2018.", ["2018-09"]),
]


@pytest.mark.parametrize("words, expected", MORE)
def test_what_ended_is_not_told_twice_and_other_inspectorates_are_known(words: str, expected: list[str]) -> None:
    assert [when for _, _, when, _ in told(words)] == expected


GRADED = [
    (
        "The panel heard of the Ofsted inspection of fostering. In September 2018 a full inspection had taken place, and the outcome was an inspection "
        "judgement of 'Requires improvement to be Good'.",
        "Requires improvement to be Good",
    ),
    (
        "HMICFRS inspected the Fire and Rescue Service in May 2018 and judged it good in prevention; adequate in training and staffing; and "
        "requires improvement in protection.",
        "adequate in training and staffing good in prevention requires improvement in protection",
    ),
    ("Ofsted inspected the service in May 2018; the judgement was that it required improvement, with a few areas that were judged as good.", "required improvement"),
    ("Ofsted inspected the service in May 2018; in the area of values and culture it was judged to require improvement.", ""),
    ("Ofsted inspected children's services in May 2018 and several key areas were judged to be outstanding.", ""),
    ("The adult education service had been inspected by Ofsted in March 2018, with a Grade 2 (Good) outcome.", "Good"),
    ("Estyn inspected education services in June 2018; the inspection found no area causing significant concern.", ""),
    ("Ofsted made a monitoring visit on 2 May 2018, the second since the authority had been judged inadequate in January 2017.", ""),
    ("Ofsted inspected the adult learning service in March 2018 and a report published on 15 May 2018 had identified Level 4 (inadequate).", "inadequate"),
    ("HMICFRS, which had published its inspection of Ashford Police on 17 October 2018, had found the force \"adequate\" at investigating crime.", "adequate"),
    ("Ofsted's visit to Elm Lane Nursery on 3 May 2018 had resulted in a judgement of Good.", "Good"),
    ("The Regulator of Social Housing inspected the service in May 2018 and a C3 grade had been confirmed.", "C3 grade"),
    ("The Ofsted inspection of fostering in May 2018 was GOOD, whilst several areas were new.", "GOOD"),
    ("The Ofsted inspection in May 2018 had moved the service from 'Good' to 'Outstanding'.", "Outstanding"),
    ("The Ofsted inspection in May 2018 judged the service good, up from a previous rating of 'inadequate'.", "good"),
]


@pytest.mark.parametrize("words, grade", GRADED)
def test_the_grade_of_an_inspection_is_the_one_that_it_gave(words: str, grade: str) -> None:
    assert [judged for *_, judged in told(words)] == [grade]


OWN = [
    "To receive the Estyn Inspection of Ashford County Council May 2018 with the plan.",
    "The Information Commissioner's Office audited data protection in May 2018.",
    "The LGA undertook a corporate peer challenge in May 2018.",
    "Ofsted inspected the adult learning service in May 2018.",
]


@pytest.mark.parametrize("words", OWN)
def test_those_who_inspect_councils_alone_inspected_the_papers_council(words: str) -> None:
    [(whom, *_)] = told(words)
    assert whom == "ashford-county-council"


def test_what_was_covered_is_what_it_was_about() -> None:
    words = "Ofsted made a monitoring visit on 21 and 22 May 2018. The areas covered by the visit were children in care and care leavers."
    [node] = nodes(read(minutes(words)), v.INSPECTION).values()
    assert node[v.ABOUT] == ["children in care and care leavers"]


CALLED = [
    ("In December 2018 Ofsted carried out an assurance visit of the fostering service.", "assurance visit"),
    ("The CQC made a focused inspection of adult social care in May 2018.", "focused inspection"),
    ("The Panel heard of the outcome of Ofsted's seventh monitoring visit. The Chairman noted that the visit had taken place in January 2019.", "monitoring visit"),
    ("Members considered Ofsted's focused visit to children's social care. The Ofsted letter was published on 22 January 2019.", "focused visit"),
]


@pytest.mark.parametrize("words, kind", CALLED)
def test_the_visit_is_of_the_kind_that_was_named_before_it(words: str, kind: str) -> None:
    assert [node[v.INSPECTION_KIND] for node in nodes(read(minutes(words)), v.INSPECTION).values()] == [[kind]]


def test_what_a_visit_was_about_is_not_what_the_next_one_was_about() -> None:
    words = "Ofsted made a monitoring visit in May 2018, and a focused visit in October 2018 to assess the quality of plans for children."
    found = {node[v.INSPECTION_KIND][0]: node[v.ABOUT] for node in nodes(read(minutes(words)), v.INSPECTION).values()}
    assert found == {"monitoring visit": [], "focused visit": ["the quality of plans for children"]}


TRUSTS = [
    ("The CQC had inspected the Trust during June 2018.", "Vale Hospitals NHS Trust - update on inspection"),
    ("The Director of Vale Hospitals NHS Trust spoke of the report of the CQC, following its inspection of the Trust in June 2018.", "Report of two trusts"),
]


@pytest.mark.parametrize("words, title", TRUSTS)
def test_the_trust_is_the_one_that_was_named(words: str, title: str) -> None:
    more = " Members noted the staffing. It was noted that the Trust remained with an overall rating of 'requires improvement'."
    assert told(words + more, title=title) == [("vale-hospitals-nhs-trust", "care-quality-commission", "2018-06", "requires improvement")]


def test_the_council_behind_the_name_of_an_inspection_is_whom_it_was_of_and_risks_of_fire_are_no_register() -> None:
    words = (
        "HMICFRS inspected the Fire and Rescue Service in May 2018. The Service had been judged as good in understanding fire and risk; and requires "
        "improvement in training."
    )
    [(*_, grades)] = told(words)
    assert grades == "good in understanding fire and risk requires improvement in training"
    [(whom, *_)] = told("Members noted the Estyn Inspection of Vale County Council July 2018 with its plan.")
    assert whom == "vale-county-council"


def test_an_internal_audit_in_the_item_takes_no_notice_from_its_regulator() -> None:
    words = "Members noted the Regulatory Notice dated 11 May 2018. The Regulator of Social Housing was written to. The internal audit had found faults."
    [(_, who, when, _)] = told(words)
    assert (who, when) == ("regulator-of-social-housing", "2018-05")
