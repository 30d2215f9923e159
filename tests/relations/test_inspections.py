"""Inspections, visits and reviews: what sentences of many councils tell of them, and what is none."""

from __future__ import annotations

import pytest

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id
from graph_builder.relations.inspections.inspection_words import kinds
from tests.relations.told import Node, document, minutes, nodes, quotes, read

OFSTED, CQC = "ofsted", "care-quality-commission"
HMICFRS = "his-majestys-inspectorate-of-constabulary-and-fire-and-rescue-services"
ILACS = "inspection of local authority children's services"


def told(words: str, **how: str) -> list[Node]:
    return list(nodes(read(minutes(words, **how)), v.INSPECTION).values())


def when(node: Node) -> str:
    first, last = "".join(node[v.EARLIEST]), "".join(node[v.LATEST])
    return first if first == last else f"{first}/{last}"


def shown(node: Node) -> tuple[str, str, str, str, str]:
    """Inspectors, kind, time, day of publication and judgements of an inspection."""
    who, [kind] = " ".join(sorted(node[v.INSPECTOR])), node[v.INSPECTION_KIND]
    return who, kind, when(node), "".join(node[v.PUBLISHED]), " ".join(sorted(node[v.JUDGEMENT]))


# A sentence of minutes of 13 March 2019, and the inspection that it tells.
TOLD = [
    ("Ofsted had inspected the authority's services for children in June 2018.", (OFSTED, "inspection", "2018-06-01/2018-06-30", "", "")),
    ("The Ofsted inspection of children's services took place in June 2018.", (OFSTED, "inspection", "2018-06-01/2018-06-30", "", "")),
    (
        "Members discussed the Ofsted Inspection of Local Authority Children's Services (ILACS) in November 2018.",
        (OFSTED, ILACS, "2018-11-01/2018-11-30", "", ""),
    ),
    (
        "A great deal of progress had been made since the last Ofsted inspection of children's services in November 2016.",
        (OFSTED, "inspection", "2016-11-01/2016-11-30", "", ""),
    ),
    ("In January Ofsted had undertaken a focused visit on the front door.", (OFSTED, "focused visit", "2019-01-01/2019-01-31", "", "")),
    ("In December OFSTED carried out a focussed visit to the local authority.", (OFSTED, "focused visit", "2018-12-01/2018-12-31", "", "")),
    (
        "Ofsted's third monitoring visit took place on 12 and 13 February and looked at care leavers.",
        (OFSTED, "monitoring visit", "2019-02-12/2019-02-13", "", ""),
    ),
    (
        "The Director reported that Ofsted had carried out its first monitoring visit on 17-18 July.",
        (OFSTED, "monitoring visit", "2018-07-17/2018-07-18", "", ""),
    ),
    (
        "Ofsted visited the authority on 12 and 13 September 2018 for a focused visit to look at care leavers.",
        (OFSTED, "focused visit", "2018-09-12/2018-09-13", "", ""),
    ),
    ("Caseloads of social workers had fallen since the visit of Ofsted in June 2018.", (OFSTED, "visit", "2018-06-01/2018-06-30", "", "")),
    ("The area SEND inspection by Ofsted and the Care Quality Commission (CQC) took place from 5 to 9 March 2018.",
     (f"{CQC} {OFSTED}", "area SEND inspection", "2018-03-05/2018-03-09", "", "")),
    ("The joint Ofsted/CQC local area special educational needs and disability (SEND) inspection was held on 4 - 8 December 2017.",
     (f"{CQC} {OFSTED}", "area SEND inspection", "2017-12-04/2017-12-08", "", "")),
    ("In March 2018, Ofsted and the CQC conducted a joint inspection of the local area.", (f"{CQC} {OFSTED}", "inspection", "2018-03-01/2018-03-31", "", "")),
    ("In September 2018 an Ofsted/CQC re-visit took place and three of the five areas were signed off.",
     (f"{CQC} {OFSTED}", "re-inspection", "2018-09-01/2018-09-30", "", "")),
    ("Ofsted and CQC revisited the local area in July 2018.", (f"{CQC} {OFSTED}", "re-inspection", "2018-07-01/2018-07-31", "", "")),
    ("The Joint Targeted Area Inspection (JTAI) by Ofsted, CQC, HMICFRS and HMI Probation took place between 9 and 13 July 2018.",
     (f"{CQC} {HMICFRS} his-majestys-inspectorate-of-probation {OFSTED}", "joint targeted area inspection", "2018-07-09/2018-07-13", "", "")),
    ("The LGA Corporate Peer Challenge took place in June 2018.", ("local-government-association", "peer review", "2018-06-01/2018-06-30", "", "")),
    (
        "The Panel discussed the findings of the Local Government Association (LGA) Peer Review of SEND.",
        ("local-government-association", "peer review", "", "", ""),
    ),
    ("Estyn carried out a monitoring visit of education services in October 2018.", ("estyn", "monitoring visit", "2018-10-01/2018-10-31", "", "")),
    ("The Council was inspected by Estyn in November 2017 and the report was published on 5 February 2018.",
     ("estyn", "inspection", "2017-11-01/2017-11-30", "2018-02-05", "")),
    ("HMICFRS inspected the Fire and Rescue Service in June 2018 and judged it to be 'good' at effectiveness.",
     ("his-majestys-inspectorate-of-constabulary-and-fire-and-rescue-services", "inspection", "2018-06-01/2018-06-30", "", "good")),
    (
        "The Care Inspectorate inspection of fostering services in May 2018 found good practice.",
        ("care-inspectorate", "inspection", "2018-05-01/2018-05-31", "", ""),
    ),
    ("Education Scotland had conducted an inspection of the education service in the week commencing 4 February 2019.",
     ("education-scotland", "inspection", "2019-02-04", "", "")),
    ("The 2018 Ofsted inspection of children's services had judged them to be inadequate.", (OFSTED, "inspection", "2018-01-01/2018-12-31", "", "inadequate")),
    ("The findings of the Ofsted inspection of safeguarding were published on 24 January 2019.", (OFSTED, "inspection", "", "2019-01-24", "")),
    ("Members noted the Ofsted report on children's social care published on 23 July 2018.", (OFSTED, "inspection", "", "2018-07-23", "")),
    ("Ofsted published its report on safeguarding services (24 January 2019) and the plan was sent within 70 days.", None),
    ("Ofsted published its report (24 January 2019) on children's services.", (OFSTED, "inspection", "", "2019-01-24", "")),
    (
        "The CQC inspection of adult social care in May 2018 rated the service 'Requires Improvement'.",
        (CQC, "inspection", "2018-05-01/2018-05-31", "", "Requires Improvement"),
    ),
    ("Hillside Primary School was inspected by Ofsted in May 2018 and was judged to be Good.", (OFSTED, "inspection", "2018-05-01/2018-05-31", "", "Good")),
    (
        "The Committee received the CQC report of its inspection of Ashford NHS Trust during December 2018.",
        (CQC, "inspection", "2018-12-01/2018-12-31", "", ""),
    ),
    (
        "The Care Quality Commission (CQC) had assessed the Council's adult social care in January 2018. Its report was published on 15 May 2018 and rated the Council as Good.",
        ("care-quality-commission", "local authority assessment", "2018-01-01/2018-01-31", "2018-05-15", "Good"),
    ),
    (
        "Members discussed the outcome of the Care Quality Commission (CQC) assessment of the Council's adult social care duties. Inspectors had been on site "
        "from 10 to 12 June 2018 and the report had been published on 4 October 2018. The overall rating was 'requires improvement'.",
        ("care-quality-commission", "local authority assessment", "2018-06-10/2018-06-12", "2018-10-04", "requires improvement"),
    ),
    (
        "The LGA carried out a Corporate Peer Challenge of the Council on 5 to 8 March 2018.",
        ("local-government-association", "peer review", "2018-03-05/2018-03-08", "", ""),
    ),
    (
        "The Local Government Association (LGA) peer challenge team, led by a chief executive, had visited on 11 and 12 June 2018.",
        ("local-government-association", "peer review", "2018-06-11/2018-06-12", "", ""),
    ),
    (
        "Care Inspectorate Wales (CIW) completed an inspection of adult services in November 2018. The letter dated 11 January 2019 was attached.",
        ("care-inspectorate-wales", "inspection", "2018-11-01/2018-11-30", "2019-01-11", ""),
    ),
    (
        "In October 2018 the Regulator of Social Housing issued a regulatory notice because the Council had failed to meet the Home Standard.",
        ("regulator-of-social-housing", "notice", "2018-10-01/2018-10-31", "", ""),
    ),
    (
        "On 2 October 2018 the Secretary of State for Education issued a statutory direction to the Council.",
        ("department-for-education", "direction", "2018-10-02", "", ""),
    ),
    (
        "The Council received a C3 grading from the Regulator of Social Housing following its inspection in September 2018.",
        ("regulator-of-social-housing", "inspection", "2018-09-01/2018-09-30", "", "C3 grading"),
    ),
    ("Inspectors from the Care Quality Commission were in the county from 3 to 7 June 2018.", ("care-quality-commission", "visit", "2018-06-03/2018-06-07", "", "")),
    (
        "Estyn and Care Inspectorate Wales jointly inspected the local authority's services in May 2018.",
        ("care-inspectorate-wales estyn", "inspection", "2018-05-01/2018-05-31", "", ""),
    ),
    (
        "The Regulator of Social Housing published its regulatory judgement on 30 October 2018 and gave the Council a C2 grading.",
        ("regulator-of-social-housing", "regulatory judgement", "", "2018-10-30", "C2 grading"),
    ),
    (
        "In April 2018 CQC awarded the authority a rating of Good following its assessment.",
        ("care-quality-commission", "local authority assessment", "", "", "Good"),
    ),
    (
        "A Corporate Peer Challenge team led by the LGA was on site from 16 to 19 January 2018.",
        ("local-government-association", "peer review", "2018-01-16/2018-01-19", "", ""),
    ),
    (
        "The Housing Ombudsman made a finding of severe maladministration on 6 June 2018.",
        ("housing-ombudsman", "finding of an ombudsman", "2018-06-06", "", "severe maladministration"),
    ),
    (
        "At its inspection in October 2018 Ofsted had found that services for children required improvement.",
        (OFSTED, "inspection", "2018-10-01/2018-10-31", "", ""),
    ),
]


@pytest.mark.parametrize("words, expected", TOLD)
def test_a_sentence_tells_an_inspection(words: str, expected: tuple[str, ...] | None) -> None:
    assert [shown(node) for node in told(words)] == ([expected] if expected else [])

LGSCO, RSH, LGA, AUDIT_WALES = "local-government-and-social-care-ombudsman", "regulator-of-social-housing", "local-government-association", "audit-wales"
OTHERS = [
    ("Children's services were judged inadequate by Ofsted in its report published on 14 March 2017.", (OFSTED, "inspection", "", "2017-03-14", "inadequate")),
    ("Ofsted's letter of 12 October 2018, which followed its focused visit on 14 and 15 September, was attached.",
     (OFSTED, "focused visit", "2018-09-14/2018-09-15", "", "")),
    ("Audit Wales had issued its Annual Improvement Report in August 2018.", (AUDIT_WALES, "inspection", "", "2018-08", "")),
    ("The Wales Audit Office undertook a review of the Council's safeguarding arrangements in 2018.", (AUDIT_WALES, "audit", "2018-01-01/2018-12-31", "", "")),
    ("Members received Audit Wales' review of the Council's arrangements for commissioning, issued in August 2018.", (AUDIT_WALES, "audit", "", "2018-08", "")),
    ("The LGSCO found fault with the Council in a report dated 6 February 2019.", (LGSCO, "finding of an ombudsman", "", "2019-02-06", "")),
    ("Cabinet considered the publication of a report on 21 March 2018 by the Local Government and Social Care Ombudsman (LGO).",
     (LGSCO, "inspection", "", "2018-03-21", "")),
    ("The Regulator of Social Housing awarded the Council a C1 grading in January 2019.", (RSH, "regulatory judgement", "", "2019-01", "C1 grading")),
    ("The C2 Grading by the Regulator of Social Housing in 2018 (C1 being the highest, C4 the lowest) was noted by the Council.",
     (RSH, "regulatory judgement", "2018-01-01/2018-12-31", "", "C2 Grading")),
    ("Commissioners were appointed to the Council under Directions issued by the Secretary of State on 22 February 2018.",
     ("secretary-of-state", "direction", "2018-02-22", "", "")),
    ("Ofsted undertook its annual conversation with the Director of Children's Services on 6 March 2018.",
     (OFSTED, "annual conversation", "2018-03-06", "", "")),
    ("Healthcare Inspectorate Wales undertook a joint review of the Council's social care in March 2018.",
     ("healthcare-inspectorate-wales", "joint review", "2018-03-01/2018-03-31", "", "")),
    ("The LGA Peer Progress Review in September 2018 was noted by the Council.", (LGA, "peer review", "2018-09-01/2018-09-30", "", "")),
    ("A follow-up visit by Estyn in November 2016 found that the authority was no longer in need of significant improvement.",
     ("estyn", "re-inspection", "2016-11-01/2016-11-30", "", "")),
    ("The Ofsted inspection of children looked after, which was carried out during October 2014, had been helpful.",
     (OFSTED, "inspection", "2014-10-01/2014-10-31", "", "")),
    ("Ofsted's inspection of children's services took place in June 2018; local authorities who were judged as inadequate are visited.",
     (OFSTED, "inspection", "2018-06-01/2018-06-30", "", "")),
    ("Ofsted gave the authority's services, inspected in June 2018, one of four grades: outstanding, good, requires improvement or inadequate.", None),
    ("The Regulator of Social Housing issued a regulatory notice to the Council on 27 May 2018.", (RSH, "notice", "2018-05-27", "", "")),
    ("12/03/2018 - LGA Corporate Peer Challenge", None),
    ("The Secretary of State had lifted the statutory direction on 2 September 2018.", None),
    ("The next annual conversation with Ofsted will be held in April 2019.", None),
]  # fmt: skip


@pytest.mark.parametrize("words, expected", OTHERS)
def test_a_sentence_tells_what_other_inspectorates_and_other_words_tell(words: str, expected: tuple[str, ...] | None) -> None:
    def whole(node: Node) -> tuple[str, ...]:
        who, kind, time, published, judged = shown(node)
        return who, kind, time, published or "".join(node[v.PUBLISHED_IN]), judged

    found = [whole(node) for node in told(words) if node[v.EARLIEST] or node[v.PUBLISHED] or node[v.PUBLISHED_IN] or node[v.JUDGEMENT]]
    assert found == ([expected] if expected else [])


BY_ITEM = [
    (
        "Estyn inspection of services",
        "The inspection was undertaken in July 2018. It had been the first inspection of the authority's education services since November 2014.",
        {("estyn", "2018-07-01"), ("estyn", "2014-11-01")},
    ),
    (
        "Ofsted outcome",
        "The Council had been inspected by Ofsted in May 2016. Ashford was re-inspected under the ILACS framework between 3 and 14 June 2018.",
        {("ofsted", "2016-05-01"), ("ofsted", "2018-06-03")},
    ),
    (
        "Regulator of Social Housing Inspection Report",
        "An inspection had been carried out of the Council's services, starting in January 2019 with a final report having been issued in February 2019.",
        {("regulator-of-social-housing", "2019-01-01")},
    ),
    ("Trees", "Ofsted's inspection of services took place in May 2018. A tree safety inspection took place in June 2018.", {("ofsted", "2018-05-01")}),
    ("Ofsted inspection", "The boiler room was inspected in June 2018.", set()),
]


@pytest.mark.parametrize("title, words, expected", BY_ITEM)
def test_an_inspection_that_names_nobody_is_by_those_whom_its_item_names(title: str, words: str, expected: set[tuple[str, str]]) -> None:
    found = nodes(read(minutes(words, title=title)), v.INSPECTION).values()
    assert {(who, node[v.EARLIEST][0]) for node in found for who in node[v.INSPECTOR]} == expected


def test_rows_below_a_sentence_that_leads_to_them_are_its_grades() -> None:
    words = "HMICFRS inspected Westland Police in May 2018 and the force was judged:\n\n- Effectiveness \u2013 requires improvement\n\n- People \u2013 good\n\nGood."
    [node] = told(words)
    assert sorted(node[v.JUDGEMENT]) == ["Effectiveness \u2013 requires improvement", "People \u2013 good"]


NOTHING = [
    "The next Ofsted inspection is expected in 2020.",
    "The service would be re-inspected by Ofsted in the summer of 2019.",
    "Ofsted would carry out a focused visit in the spring of 2019.",
    "Once the plan was submitted, the three-monthly Ofsted monitoring visits could be agreed.",
    "Typically, four monitoring visits were scheduled over 12 months, during which Ofsted would discuss the best time to re-inspect.",
    "The Committee was preparing for an Ofsted inspection of children's services.",
    "If Ofsted inspected tomorrow the service would be judged good.",
    "There had been no inspection by Ofsted since 2014.",
    "It was hoped that the Ofsted inspection in 2021 would judge the service to be good.",
    "A Senior Ofsted Inspector explained the new inspection framework of September 2018.",
    "An ILACS inspection lasted for three weeks, and there was no warning of the inspection.",
    "Such inspections by Ofsted were usually conducted every three years.",
    "Ofsted's Annual Report was published on 4 December 2018.",
    "The playground inspection took place in May 2018 and no high risks were found.",
    "The accounts were available for public inspection in June 2018.",
    "Members visited the Ofsted offices in May 2018.",
    "The Panel's visit to the children's home took place on 4 February 2019.",
    "Concern was expressed about the number of secondary schools judged as good or outstanding by Ofsted.",
    "At its meeting on 5 March 2019 the Panel considered the report of the Director on Ofsted.",
    "She had attended a meeting with Ofsted on 5 March 2019 to talk about the inspection.",
    "84.2% of maintained schools were judged good or outstanding by Ofsted.",
    "The Planning Inspector's site visit took place on 4 February 2019.",
    "Vehicle inspections were carried out by the fleet service in June 2018.",
    "A safety inspection of the footpath had been undertaken in January 2019.",
    "The Director would lead on preparations for the Ofsted visit in June 2019.",
    "There would be a quality assurance inspection this year of safeguarding arrangements.",
    "The visit to Leeds City Council, where Ofsted had judged services outstanding, was informative.",
    "An Ofsted monitoring programme has been put in place.",
    "The CQC had rated the trust as 'Requires Improvement' following its inspection in January 2018.",
    "The head teacher reported that Ofsted had visited the school in February and it had kept its 'outstanding' grade.",
    "Inspectors had visited the town on 4 February 2019.",
    "The contractor's team had been on site since 3 May 2018.",
    "Officers had assessed the application in June 2018.",
    "The direction of travel had been good since June 2018.",
    "A notice of improvement works was issued on 3 May 2018.",
    "A peer challenge team would visit from the LGA on 3 June 2019.",
    "The Peer Review would be arranged with the LGA for the autumn of 2019.",
]


@pytest.mark.parametrize("words", NOTHING)
def test_a_sentence_tells_none(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize("entry", lexicon.load("inspections")["kinds"], ids=lambda entry: entry["kind"])
def test_each_pattern_reads_its_own_example(entry: dict[str, str]) -> None:
    assert entry["kind"] in [kind.kind for kind in kinds(entry["reads"])]
    assert entry["kind"] not in [kind.kind for kind in kinds(entry["not"])]


FOLLOWING = [
    (
        "Ofsted had inspected the children's services in July 2018 and judged them inadequate. The first monitoring visit took place on 23 and 24 January 2019.",
        {(OFSTED, "inspection", "2018-07-01/2018-07-31", "", "inadequate"), (OFSTED, "monitoring visit", "2019-01-23/2019-01-24", "", "")},
    ),
    (
        "Ofsted and the Care Quality Commission had carried out a joint area SEND inspection in July 2016. Inspectors had revisited the area between 21 and 23 "
        "November 2018 and the revisit letter had been published on 30 January 2019.",
        {
            (f"care-quality-commission {OFSTED}", "area SEND inspection", "2016-07-01/2016-07-31", "", ""),
            (f"care-quality-commission {OFSTED}", "re-inspection", "2018-11-21/2018-11-23", "2019-01-30", ""),
        },
    ),
    (
        "The inspection of children's services which Ofsted carried out in October 2018 had judged them good. The previous full inspection, in June "
        "2014, had resulted in a judgement of 'inadequate'.",
        {(OFSTED, "inspection", "2018-10-01/2018-10-31", "", "good"), (OFSTED, "inspection", "2014-06-01/2014-06-30", "", "inadequate")},
    ),
]


@pytest.mark.parametrize("words, expected", FOLLOWING)
def test_another_inspection_in_the_same_item_is_by_the_same_inspectors(words: str, expected: set[tuple[str, ...]]) -> None:
    reading = read(minutes(words))
    assert {shown(node) for node in nodes(reading, v.INSPECTION).values()} == expected
    assert [s for s in reading.statements if s.rule == "inspector-named-before" and s.basis == "derived"]


NAMED = [
    ("The RQIA carried out an unannounced inspection of Oakleigh House on 12 February 2018.", "oakleigh-house"),
    ("Education Scotland and the Care Inspectorate visited Craigmuir Nursery in January 2018.", "craigmuir-nursery"),
    ("Ofsted had rated the Beacon Centre outstanding at its inspection in March 2018.", "beacon-centre"),
]


@pytest.mark.parametrize("words, whom", NAMED)
def test_a_school_or_home_is_known_by_its_name(words: str, whom: str) -> None:
    [node] = told(words)
    assert node[v.INSPECTED] == [whom]


def test_a_report_is_published_in_a_month_where_no_day_is_told() -> None:
    [node] = told("The Panel discussed the PEEL 2017/18 inspection of Ashford Police, which HMICFRS published in November 2018.")
    assert (node[v.PUBLISHED_IN], node[v.PUBLISHED], node[v.INSPECTION_KIND]) == (["2018-11"], [], ["PEEL inspection"])


def test_the_school_is_that_of_the_title() -> None:
    [node] = told("Ofsted had inspected the school in May 2018 and judged it Good.", title="Closure of Elm Lane Primary School")
    assert (node[v.INSPECTED], node[v.JUDGEMENT]) == (["elm-lane-primary-school"], ["Good"])


STORY = """The Panel discussed the findings of the Ofsted Report - Inspection of services for children in need of help and protection, published on 24 January.

The overall judgement for Ashford was 'inadequate'.

A delegation had visited Leeds City Council to discuss its journey from an inadequate judgement in 2009 to Ofsted judging it to be good in 2015.

The Authority had 70 days from the date that Ofsted published its report (24 January 2019) to submit its plan.

An HMI from Ofsted, who led the inspection in October/November 2018, would lead on the monitoring visits too.

Once the plan was agreed, the Ofsted monitoring visits would begin."""


def test_one_inspection_told_in_several_words_is_one() -> None:
    reading = read(minutes(STORY))
    [(id_, node)] = nodes(reading, v.INSPECTION).items()
    assert shown(node) == (OFSTED, "inspection", "2018-10-01/2018-11-30", "2019-01-24", "inadequate")
    assert node[v.INSPECTED] == ["ashford-county-council"]
    assert node[v.ABOUT] == ["services for children in need of help and protection"]
    assert len(quotes(reading, id_)) == 4
    assert not [quote for quote in quotes(reading, id_) if "Leeds" in quote]


TWO = """Progress had been made since the last Ofsted inspection of children's services in November 2016.

Ofsted undertook a monitoring visit on 5 and 6 February 2019.

The 2016 Ofsted report had judged the service inadequate. During the monitoring visit inspectors found improvements."""


def test_visits_stay_apart_from_inspections() -> None:
    assert sorted(shown(node) for node in told(TWO)) == [
        (OFSTED, "inspection", "2016-11-01/2016-11-30", "", "inadequate"),
        (OFSTED, "monitoring visit", "2019-02-05/2019-02-06", "", ""),
    ]


def test_the_most_recent_of_a_series_has_the_inspectors_of_the_series() -> None:
    words = (
        "Since June 2018 advisers from both DfE and NHS England have held joint monitoring visits. "
        "There have been five. The most recent being in February 2019."
    )
    assert [shown(node) for node in told(words)] == [("department-for-education nhs-england", "monitoring visit", "2019-02-01/2019-02-28", "", "")]


def test_published_that_morning_is_the_day_of_the_meeting_and_derived() -> None:
    words = "The Panel received feedback from the SEND Inspection carried out by Ofsted and CQC. The feedback had been made public that morning."
    reading = read(minutes(words))
    [statement] = [s for s in reading.statements if s.predicate == v.PUBLISHED]
    assert (getattr(statement.object, "value", ""), statement.basis) == ("2019-03-13", Basis.DERIVED)


WHOM = [
    ("The Ofsted inspection of services for children in Ashford took place in June 2018.", "ashford-county-council"),
    ("Ofsted had inspected Hillside Primary School in June 2018.", "hillside-primary-school"),
    ("The CQC inspection of Ashford NHS Trust took place in June 2018.", "ashford-nhs-trust"),
    ("The Ofsted inspection of Leeds City Council took place in June 2018.", "leeds-city-council"),
    ("Ofsted's monitoring visit took place on 5 June 2018.", "ashford-county-council"),
    ("Inspectors from Ofsted held an inspection in June 2018.", ""),
    ("The CQC held an inspection in June 2018.\n\nMembers then discussed adult social care.", ""),
    ("Ofsted held an inspection in June 2018.\n\nMembers then discussed services for looked after children and social care.", "ashford-county-council"),
]


@pytest.mark.parametrize("words, whom", WHOM)
def test_whom_an_inspection_was_of(words: str, whom: str) -> None:
    [node] = told(words)
    assert "".join(node[v.INSPECTED]) == whom


def test_the_papers_council_is_derived_where_no_word_names_it() -> None:
    reading = read(minutes("Ofsted's monitoring visit took place on 5 June 2018."))
    [statement] = [s for s in reading.statements if s.predicate == v.INSPECTED]
    assert (statement.basis, statement.rule) == (Basis.DERIVED, "inspection-of-the-papers-council")


def test_a_parish_council_is_not_inspected() -> None:
    [node] = told("The Ofsted inspection took place in June 2018 and safeguarding was judged good.", council="Wereham Parish Council")
    assert not node[v.INSPECTED]


REPORT = """Kestrelshire County Council

Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 24 October 2016 to 17 November 2016

Report published: 24 January 2017

Overall effectiveness Inadequate

Children looked after and achieving permanence Requires improvement

Executive summary

Ofsted produces this report under its powers. The last inspection in 2012 had judged the services adequate. The next inspection will be within three years.
"""
AREA = """Local Area Partnership report

Area SEND inspection of Kestrelshire Local Area Partnership

Inspection dates: 11 to 15 December 2023

Dates of previous inspection: 13 to 17 June 2016

Inspection outcome

The local area partnership's arrangements lead to inconsistent experiences and outcomes for children with SEND. The partnership must improve.

Ofsted and the Care Quality Commission (CQC) ask that the local area partnership updates its plan. Kestrelshire County Council is responsible.
"""
LETTER = """Dear Ms Bell

Monitoring visit of Kestrelshire children's services

This letter summarises the findings of the monitoring visit to Kestrelshire children's services on 18 and 19 April 2018. The visit was the fourth.

Ofsted will consider the next steps. Yours sincerely, Her Majesty's Inspector, Ofsted
"""
OWN = [
    (
        REPORT,
        [
            (OFSTED, "inspection", "2012-01-01/2012-12-31", "", "adequate"),
            (OFSTED, "inspection", "2016-10-24/2016-11-17", "2017-01-24", "Children looked after and achieving permanence Requires improvement Inadequate"),
        ],
        "kestrelshire-county-council",
    ),
    (AREA, [
        (f"{CQC} {OFSTED}", "area SEND inspection", "2023-12-11/2023-12-15", "",
         "The local area partnership's arrangements lead to inconsistent experiences and outcomes for children with SEND"),
        ("", "inspection", "2016-06-13/2016-06-17", "", ""),  # by whom that was its label does not say
    ], "kestrelshire-county-council"),
    (LETTER, [(OFSTED, "monitoring visit", "2018-04-18/2018-04-19", "", "")], "kestrelshire"),
]


@pytest.mark.parametrize("text, expected, whom", OWN, ids=("report", "area", "letter"))
def test_an_inspectorates_own_paper_is_of_one_inspection(text: str, expected: list[tuple[str, ...]], whom: str) -> None:
    found = nodes(read(document(text, kind="report")), v.INSPECTION)
    assert sorted(shown(node) for node in found.values()) == sorted(expected)
    assert {value for node in found.values() for value in node[v.INSPECTED]} == {whom}


def test_every_property_is_proved_by_words_of_its_value() -> None:
    reading = read(minutes(STORY))
    ids: set[Id] = set(nodes(reading, v.INSPECTION))
    spoken = [s for s in reading.statements if s.subject in ids and s.predicate in (v.JUDGEMENT, v.AS_PRINTED, v.ABOUT)]
    assert spoken
    for statement in spoken:
        assert [reading.document.quote(span) for span in statement.evidence] == [getattr(statement.object, "value", "")]


def test_a_visit_takes_its_year_from_a_meeting_that_only_its_notice_dates() -> None:
    notice = (
        "Members of the public wishing to take part should notify the Head of Democratic Services in writing or by e-mail no later than noon "
        "on the working day before the meeting (in this case 15 May 2018). Further details are available from the office."
    )
    visit = "The Director told of Ofsted's fourth monitoring visit, which took place on 18 and 19 April and looked at care leavers."
    text = f"Agenda and minutes\n\nVenue: County Hall, Ashford\n\n1. Public participation\n\n{notice}\n\nMinutes:\n\nNone.\n\n2. Visit\n\nMinutes:\n\n{visit}\n"
    paper = document(text, kind="minutes", council="Ashford County Council", body="Children and Education Panel")
    [node] = nodes(read(paper), v.INSPECTION).values()
    assert shown(node)[:3] == (OFSTED, "monitoring visit", "2018-04-18/2018-04-19")
