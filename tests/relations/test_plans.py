"""Plans and strategies: which names sentences of many councils give, whose they are, for when, and what they answer."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.model import Basis
from graph_builder.relations.plans.plan_names import find
from tests.relations.told import Node, minutes, nodes, quotes, read


def told(words: str, **how: str) -> list[Node]:
    return list(nodes(read(minutes(words, **how)), v.PLAN).values())


# Words, and the names in them: name, abbreviation, period, owner.
NAMED = [
    ("the Service Improvement Plan (SIP) was discussed", [("Service Improvement Plan", "SIP", "", "")]),
    ("approval of the Written Statement of Action (WSoA)", [("Written Statement of Action", "WSoA", "", "")]),
    ("The Social Work Workforce Strategy had been developed", [("Social Work Workforce Strategy", "", "", "")]),
    ("Social Work Workforce Strategy had been developed", [("Social Work Workforce Strategy", "", "", "")]),
    ("update on the School Organisation Plan 2019-24, after its first year", [("School Organisation Plan", "", "2019-24", "")]),
    ("the School Organisation Plan (2019-24) would be refreshed", [("School Organisation Plan", "", "2019-24", "")]),
    ("progress against the Council's Corporate Plan", [("Corporate Plan", "", "", "Council")]),
    (
        "links to WCC's Corporate Plan, the Strategic Economic Plan and the Local Plan",
        [("Corporate Plan", "", "", "WCC"), ("Strategic Economic Plan", "", "", ""), ("Local Plan", "", "", "")],
    ),
    ("the Ashford Safeguarding Children Board (ASCB) Business Plan", [("Business Plan", "", "", "Ashford Safeguarding Children Board")]),
    ("to approve the Interim Business Plan for WCF", [("Interim Business Plan", "", "", "WCF")]),
    ("the revised Medium Term Financial Strategy for the period 2021/22 – 2025/26", [("Medium Term Financial Strategy", "", "2021/22–2025/26", "")]),
    (
        "the council's corporate plan 2020-24 and medium term financial strategy (MTFS)",
        [("corporate plan", "", "2020-24", "the council"), ("medium term financial strategy", "MTFS", "", "")],
    ),
    (
        "the Special Educational Needs and Disabilities (SEND) Strategy was at an early stage",
        [("Special Educational Needs and Disabilities (SEND) Strategy", "", "", "")],
    ),
    ("Quality Assurance Framework developed, approved and now live", [("Quality Assurance Framework", "", "", "")]),
    ("A multiagency Workforce Development Programme secures a common platform", [("Workforce Development Programme", "", "", "")]),
    ("monitored through the Communication plan and reported", [("Communication plan", "", "", "")]),
    ("QUARTERLY REVIEW OF PERFORMANCE AGAINST THE OFSTED ACTION PLAN", [("Ofsted Action Plan", "", "", "")]),
    ("Update on Children's Services Improvement Plan", [("Children's Services Improvement Plan", "", "", "")]),
    ("Children and Young People's Plan 2020-2023", [("Children and Young People's Plan", "", "2020-2023", "")]),
    ("Endorsed the final Strategic Plan 2020-2024 and recommended it", [("Strategic Plan", "", "2020-2024", "")]),
    (
        "the National Road Safety Strategy 2021-2030 and the Road Safety Plan for Limerick",
        [("National Road Safety Strategy", "", "2021-2030", ""), ("Road Safety Plan", "", "", "Limerick")],
    ),
    ("in the Limerick Development plan 2022-2028", [("Limerick Development plan", "", "2022-2028", "")]),
    (
        "the Council Strategy, the Customer Strategy and the Digital Strategy",
        [("Council Strategy", "", "", ""), ("Customer Strategy", "", "", ""), ("Digital Strategy", "", "", "")],
    ),
    (
        "the Health and Wellbeing Board's Joint Health and Wellbeing Strategy 2022-25",
        [("Joint Health and Wellbeing Strategy", "", "2022-25", "Health and Wellbeing Board")],
    ),
    ("Treasury Management Strategy Statement for 2020/21", [("Treasury Management Strategy Statement", "", "2020/21", "")]),
    ("the Abbeyfeale Traffic Management Plan is at an advanced stage", [("Abbeyfeale Traffic Management Plan", "", "", "")]),
    ("Homelessness and Rough Sleeping Strategy and Action Plan", [("Homelessness and Rough Sleeping Strategy and Action Plan", "", "", "")]),
    ("the council's medium term financial plan process", [("medium term financial plan", "", "", "the council")]),
    ("approved the Home to School Transport Strategy", [("Home to School Transport Strategy", "", "", "")]),
    ("A Post Inspection Action Plan (PIAP) had been prepared", [("Post Inspection Action Plan", "PIAP", "", "")]),
    ("Childrens & Young Peoples Plan Outcome", [("Childrens & Young Peoples Plan", "", "", "")]),
    ("the Accelerated Progress Plan (APP) submitted to the Department", [("Accelerated Progress Plan", "APP", "", "")]),
    ("Police and Crime Plan 2017-21 of the Commissioner", [("Police and Crime Plan", "", "2017-21", "Commissioner")]),
    ("the neighbourhood plan was made", [("neighbourhood plan", "", "", "")]),
    ("the Climate Change Strategy and Action Plan 2023-2030 was adopted", [("Climate Change Strategy and Action Plan", "", "2023-2030", "")]),
    ("to agree the Improvement Plan for Children and Families", [("Improvement Plan for Children and Families", "", "", "")]),
    ('The Council\'s improvement plan, "Children First", has six priorities', [('improvement plan, "Children First"', "", "", "The Council")]),
    ("the Corporate Plan (the Plan) was noted", [("Corporate Plan", "", "", "")]),
    ("Local Government Association Corporate Peer Challenge Action Plan", [("Local Government Association Corporate Peer Challenge Action Plan", "", "", "")]),
    ("the CQC Assurance Framework for local authorities", []),
    ("using the Business Plan template", []),
    ("Annual Council Plan Refresh 2020 - 25", [("Council Plan", "", "2020-25", "")]),
    ("the 5 Year Strategy was noted", [("5 Year Strategy", "", "", "")]),
    ("A Priority Action Plan was being drawn up", [("Priority Action Plan", "", "", "")]),
    ("that the draft climate strategy be consulted upon", [("climate strategy", "", "", "")]),
]


@pytest.mark.parametrize("words, expected", NAMED)
def test_the_names_in_a_sentence(words: str, expected: list[tuple[str, ...]]) -> None:
    assert [(plan.name, plan.short, plan.period, plan.owner) for plan in find(words) if not plan.bare] == expected


NOTHING = [
    "The plan was agreed by Cabinet on 13 December 2018.",
    "The Plan was circulated to the Panel.",
    "The Action Plan reduces the risk of non-compliance.",
    "An action plan was being drafted by officers.",
    "63% of EHC plans were issued within 20 weeks.",
    "Education, Health and Care Plans were not meeting timescales.",
    "The Education, Health and Care Plan (EHCP) had been late.",
    "Fewer children were subject to a Child Protection Plan for a second time.",
    "Each care leaver had a Pathway Plan and a Personal Education Plan.",
    "The Panel considered its Work Programme for 2019/20.",
    "Scrutiny Work Programme 2019/20",
    "The Forward Plan of key decisions was noted.",
    "The strategy needs to be refreshed.",
    "The Single Inspection Framework (SIF) was replaced.",
    "Ofsted's new inspection framework came into force.",
    "The Performance Framework set out how the Council would hold the company to account.",
    "The Director of Strategy and Planning introduced the report.",
    "The Head of Plan Making attended.",
    "Homes were supported through the Troubled Families Programme.",
    "A Travel Plan and a Construction Management Plan were conditions of the permission.",
    "The Site Plan showed the access.",
    "There are plans to roll the service out further.",
    "Parents had been consulted about the Care Plan.",
    "The legal framework was explained.",
    "The Capital Programme was underspent.",
    "The clerk presented the seating plan for the concert programme.",
    "An overarching programme of work was in place.",
    "Housing Repairs Programme",
    "The Local Plan Officer answered questions.",
    "An exit plan was needed.",
    "Planning Applications Comments Plan B 19/00321/FUL",
]


@pytest.mark.parametrize("words", NOTHING)
def test_what_names_no_plan(words: str) -> None:
    assert told(words) == []


STORY = """The Panel was updated on the Children's Social Care Service Improvement Plan.

Members had been invited to a briefing on the Service Improvement Plan (SIP), which covered an overview of the 3 work-streams within the SIP.

The SIP outlined the outcomes to address the 14 Ofsted Recommendations from the inspection.

The Ofsted inspection of children's services took place in October 2018.

Work-stream 1 - Support and Develop Our Workforce

Work-stream 2 – Improve Our Practice

Workstream 3: Listen to the Voice of the Child"""


def test_one_plan_in_several_forms_is_one() -> None:
    reading = read(minutes(STORY, title="Update on Children's Services Improvement Plan"))
    [(id_, plan)] = nodes(reading, v.PLAN).items()
    assert id_.endswith("/plan/service-improvement-plan")
    assert sorted(plan[v.ALT_LABEL]) == ["Children's Services Improvement Plan", "Children's Social Care Service Improvement Plan", "Service Improvement Plan"]
    assert plan[v.ACRONYM] == ["SIP"]
    assert len(plan[v.RESPONDS_TO]) == 1
    assert len(quotes(reading, id_)) == 3


def test_the_workstreams_of_a_plan() -> None:
    reading = read(minutes(STORY, title="Update on Children's Services Improvement Plan"))
    streams = nodes(reading, v.WORKSTREAM)
    names = sorted(text for node in streams.values() for text in node[v.ALT_LABEL])
    assert names == ["Improve Our Practice", "Listen to the Voice of the Child", "Support and Develop Our Workforce"]
    assert {text for node in streams.values() for text in node[v.PART_OF]} == {"service-improvement-plan"}


APPROVED = [
    (
        "The Written Statement of Action (WSoA) was approved by the Cabinet and the Riverside Governing Body in August 2018. Ofsted then approved the plan as fit.",
        {("Cabinet and the Riverside Governing Body", "2018-08-01"), ("Ofsted", "")},
    ),
    ("The Homelessness Strategy 2018-2023 had been adopted by Full Council on 14 February 2019.", {("Full Council", "2019-02-14")}),
    ("The Schools Forum approved the School Organisation Plan in June 2018.", {("Schools Forum", "2018-06-01")}),
    ("The Accelerated Progress Plan (APP) had been signed off by the SEND Improvement Board on 2 March 2019.", {("SEND Improvement Board", "2019-03-02")}),
    ("The Homelessness Strategy would be approved by Cabinet in May 2019.", set()),
    ("It was recommended that the Homelessness Strategy be approved by Cabinet.", set()),
    ("The Homelessness Strategy was welcomed by residents.", set()),
    ("The Homelessness Strategy and the Digital Strategy were told of. Cabinet approved the strategy.", set()),
    ("The Homelessness Strategy was agreed by those present.", set()),
]


@pytest.mark.parametrize("words, expected", APPROVED)
def test_who_approved_a_plan_and_when(words: str, expected: set[tuple[str, str]]) -> None:
    found = nodes(read(minutes(words)), v.APPROVAL).values()
    assert {(node[v.APPROVER_PRINTED][0], "".join(node[v.EARLIEST])) for node in found} == expected
    assert all(node[v.OF_PLAN] and node[v.APPROVED_BY] for node in found)


DECIDED = [
    ("RESOLVED: That the Homelessness Strategy 2019-24 be approved.", {"2019-03-13"}),
    ("Resolved \u2013 That the Digital Strategy (Appendix A) be adopted and that Council be recommended to note it.", {"2019-03-13"}),
    ("RESOLVED: To approve the Carbon Management Plan.", {"2019-03-13"}),
    ("RESOLVED: That Council be recommended to adopt the Local Plan 2036.", set()),
    ("RESOLVED: That the draft Tenancy Strategy be approved for consultation.", set()),
    ("RESOLVED: That authority be delegated to the Director to approve the Tenancy Strategy.", set()),
    ("Officers asked that the Tenancy Strategy be approved at the next meeting.", set()),
]


@pytest.mark.parametrize("words, expected", DECIDED)
def test_what_a_meeting_approves_is_approved_by_it_on_its_day(words: str, expected: set[str]) -> None:
    reading = read(minutes(words))
    found = nodes(reading, v.APPROVAL)
    assert {node[v.EARLIEST][0] for node in found.values()} == expected
    assert {s.basis for s in reading.statements if s.subject in found} <= {Basis.DERIVED}


SUBMITTED = [
    ("The Audit Wales review of services was issued in August 2018. An improvement action plan had been agreed in September.", 1),
    ("Ofsted inspected the service in May 2018. CQC had been critical too, and its partners were asked whether an action plan was needed.", 0),
    ("Estyn inspected the service in May 2018. An action plan was submitted to Estyn on 24 August 2018.", 1),
    ("The Care Inspectorate inspected the service in May 2018. An improvement plan had been lodged with the Care Inspectorate by the date.", 1),
    ("Estyn inspected the service in May 2018. An action plan was being drafted by officers.", 0),
    ("The contractor's action plan was submitted to the Head of Highways.", 0),
]


@pytest.mark.parametrize("words, count", SUBMITTED)
def test_a_plan_without_a_name_is_known_by_the_inspectorate_that_it_went_to(words: str, count: int) -> None:
    found = nodes(read(minutes(words)), v.PLAN).values()
    assert len(found) == count
    assert all(node[v.RESPONDS_TO] for node in found)


def test_a_plan_in_brackets_behind_another_is_the_same() -> None:
    [plan] = told("Appendix 2 – Written Statement of Action (SEND Improvement Plan). The SEND Improvement Plan was agreed.")
    assert sorted(plan[v.ALT_LABEL]) == ["SEND Improvement Plan", "Written Statement of Action"]


def test_an_abbreviation_stands_for_the_words_before_it() -> None:
    [plan] = told("The Special Educational Needs (SEND) Strategy was agreed. The SEND Strategy would be published.")
    assert sorted(plan[v.ALT_LABEL]) == ["SEND Strategy", "Special Educational Needs (SEND) Strategy"]


def test_plans_for_other_years_are_other_plans() -> None:
    assert len(told("The Corporate Plan 2014-18 had ended. The Corporate Plan 2019-23 was agreed.")) == 2


def test_the_plan_that_is_and_the_plan_to_come_are_two() -> None:
    words = "Approval was sought for the revised Corporate Plan 2025-2028. The current Corporate Plan had been adopted by Full Council in February 2018."
    assert len(told(words)) == 2


def test_a_plan_is_one_with_and_without_the_councils_place_and_however_its_years_are_printed() -> None:
    assert (
        len(told("The Local Plan was reviewed. The Ashford Local Plan 2011-2031 had been adopted. It was said that the Ashford Local Plan 2011/31 held.")) == 1
    )


ANSWERS = [
    (
        "Ofsted and CQC carried out an area SEND inspection in March 2018. "
        "The inspection raised concerns and required that a Written Statement of Action (WSoA) be prepared.",
        1,
    ),
    ("Ofsted inspected children's services in June 2018. The Early Help Strategy was approved in July.", 0),
    ("The Post Inspection Action Plan (PIAP) addresses the recommendations of the Estyn Inspection. Estyn made a monitoring visit in October 2018.", 0),
]


@pytest.mark.parametrize("words, count", ANSWERS)
def test_a_plan_answers_an_inspection_only_where_the_words_say_so(words: str, count: int) -> None:
    assert sum(len(plan[v.RESPONDS_TO]) for plan in told(words)) == count


def test_an_action_plan_without_a_name_is_known_by_the_inspection_it_answers() -> None:
    words = (
        "The Panel received feedback from the SEND inspection carried out by Ofsted and CQC in March 2018. "
        "The Action Plan agreed by all partners needed to be submitted to Ofsted/CQC within 70 days."
    )
    [plan] = told(words)
    assert plan[v.ALT_LABEL] == ["Action Plan"]
    assert len(plan[v.RESPONDS_TO]) == 1


OWNERS = [
    ("The Council's Digital Strategy was agreed.", "ashford-county-council", Basis.STATED),
    ("Ashford's Local Transport Plan was agreed.", "ashford-county-council", Basis.STATED),
    ("The Corporate Plan was agreed.", "ashford-county-council", Basis.DERIVED),
    ("Leeds City Council's Digital Strategy was admired.", "leeds-city-council", Basis.STATED),
    ("The Road Safety Partnership's Speed Strategy was agreed.", "road-safety-partnership", Basis.STATED),
    ("The Digital Strategy was agreed.", "", None),
    ("The Road Safety Strategy for Ashford was agreed.", "", None),  # a place is not whose it is
]


@pytest.mark.parametrize("words, owner, basis", OWNERS)
def test_whose_a_plan_is(words: str, owner: str, basis: Basis | None) -> None:
    reading = read(minutes(words))
    found = [(s.object, s.basis) for s in reading.statements if s.predicate == v.OWNED_BY]
    assert [(str(whose).rsplit("/", 1)[-1], how) for whose, how in found] == ([(owner, basis)] if owner else [])


def test_an_abbreviation_that_every_council_uses_names_its_plan() -> None:
    reading = read(minutes("Members asked about the assumptions of the MTFS."))
    [(id_, plan)] = nodes(reading, v.PLAN).items()
    assert plan[v.ALT_LABEL] == ["Medium Term Financial Strategy"]
    [statement] = [s for s in reading.statements if s.subject == id_ and s.predicate == v.ALT_LABEL]
    assert statement.basis == Basis.DERIVED


GLUED = "1. Local Offer2. Assess and Planning3. Joint Commissioning & Leadership"


@pytest.mark.parametrize("entries", [GLUED, "1. Local Offer 2. Assess and Planning 3. Joint Commissioning & Leadership"])
def test_workstreams_in_a_list_behind_their_announcement(entries: str) -> None:
    words = "The Written Statement of Action (WSoA) was noted.\n\nThe WSoA has three workstreams each led jointly. The workstreams are as follows: "
    reading = read(minutes(words + entries))
    names = sorted(text for node in nodes(reading, v.WORKSTREAM).values() for text in node[v.ALT_LABEL])
    assert names == ["Assess and Planning", "Joint Commissioning & Leadership", "Local Offer"]


FORMS = [
    ("The Council Plan Delivery Plan for 2021/22 was noted. The Delivery Plan 2021/22 set out the milestones.", 1),
    ("The Annual Council Plan Delivery Plan was presented. The Council Plan Delivery Plan 2021/22 had measures.", 1),
    ("The Joint Local Health and Wellbeing Strategy was noted. Work on the Joint Health and Well-being Strategy went on.", 1),
    ("Projects in the 2022-27 Plan would be covered by the Council Delivery Plan.", 1),
    ("The Adoption Service Improvement Plan was noted; the adoption service improvement plan went beyond what was asked.", 1),
    ("The Special Educational Needs and Disability (SEND) Strategy 2019-2024 was approved. The SEND Strategy 2019-24 is new. The SEND Strategy has aims.", 1),
    ("The Local Area Special Educational Needs and Disabilities Strategy was noted, and the Local Area SEND Strategy was sent out.", 1),
    ("The Housing Strategy 2019-2024 and the Housing Strategy 2024-2029 were compared.", 2),
]


@pytest.mark.parametrize("words, expected", FORMS)
def test_forms_of_a_name_are_one_plan(words: str, expected: int) -> None:
    assert len(nodes(read(minutes(words)), v.PLAN)) == expected


def test_a_period_has_one_form_and_a_body_that_met_approved_once() -> None:
    words = "The Housing Strategy 2019 \u2013 2024 was presented.\n\nRESOLVED that the Housing Strategy 2019-2024 be approved.\n\nThe Panel approved the Housing Strategy 2019-2024."
    reading = read(minutes(words))
    [plan] = nodes(reading, v.PLAN).values()
    assert plan[v.PERIOD] == ["2019\u20132024"]
    assert len(nodes(reading, v.APPROVAL)) == 1
