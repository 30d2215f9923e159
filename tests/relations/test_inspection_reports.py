"""Letters and reports of many inspectorates, in many years' styles: when, of whom, judged how, published when, and what has to improve."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.resolution import resolve
from tests.relations.told import document, nodes, read

SIF = """Ofsted
Inspection of services for children in need of help and protection, children looked after and care leavers
and
Review of the effectiveness of the Local Safeguarding Children Board
Wealdshire County Council
Inspection date: 3 to 27 March 2015
Report published: 19 May 2015
Lead inspector: Marian Fell HMI
The overall judgement is that children's services require improvement to be good
1. Children who need help and protection Requires improvement
2. Children looked after and achieving permanence Good
Recommendations
1. Ensure that all assessments are timely.
2. Improve the supervision of social workers.
Summary for children and young people
"""
FOCUSED = """Ofsted
Agora
Nottingham
21 November 2019
Ms Joan Lowe
Director of Children's Services
Thamesmere Borough Council
Dear Ms Lowe
Focused visit to Thamesmere local authority children's services
This letter summarises the findings of a focused visit to Thamesmere local authority children's services on 29 and 30 October 2019. The inspectors were Peter Ash, HMI, and Lena Orr, HMI.
Areas for priority action
The local authority should take swift and decisive action to address:
the timeliness of strategy meetings; and
the quality of decisions at the front door.
Areas for development
The quality of case recording.
Yours sincerely
Peter Ash
Her Majesty's Inspector
"""
ILACS = """Inspection of Harrowmere local authority children's services
Inspection dates: 6 to 17 November 2023
Lead inspector: Sam Roe, His Majesty's Inspector
Judgement Grade
The impact of leaders on social work practice with children and families Good
The experiences and progress of children in care Outstanding
Overall effectiveness Good
Ofsted carried out this inspection.
What needs to improve?
The consistency of plans.
"""
TRUST = """Care Quality Commission
Kestrel Grange NHS Trust
Inspection report
Date of inspection visit: 4 and 5 June 2019
Date of publication: 12 August 2019
Overall rating for this trust Requires improvement
"""
FIRE = """HMICFRS
Wealdshire Fire and Rescue Service
Effectiveness, efficiency and people 2021/22
An inspection of Wealdshire Fire and Rescue Service
Inspection dates: 4 to 22 October 2021
Overall judgement: Requires improvement
HMICFRS inspected the service.
Areas for improvement
- The service should make sure that its risk information is up to date.
Cause of concern
The service has not taken action on culture.
"""
YOUTH = """HM Inspectorate of Probation
An inspection of youth offending services in Strathorrin
Inspection dates: March 2022
Published: July 2022
Overall rating Good
Lead inspector: Dee Poole
Recommendations
1. The board should review its membership.
"""
WALES = """Care Inspectorate Wales
Performance evaluation inspection of children's services: Llanfaddon County Borough Council
Inspection dates: 7 to 11 November 2022
This letter sets out the findings of the performance evaluation inspection of Llanfaddon County Borough Council.
"""
PEER = """Local Government Association
Corporate Peer Challenge: Hartsmoor Borough Council
5 to 8 March 2024
Final report
Key recommendations
- Publish a clear plan.
"""
MONITORING = """10 August 2021
Monitoring visit of Selmouth children's services
This letter summarises the findings of the monitoring visit to Selmouth children's services on 13 and 14 July 2021. This was the second monitoring visit since the local authority was judged inadequate in November 2019. Her Majesty's Inspectors were Ann Dow and Ed Fry. Ofsted.
"""

# The paper | inspectors | dates | published | whom | judgements | who led | to be done at once | to improve
PAPERS = [
    (SIF, "ofsted", "2015-03-03/2015-03-27", "2015-05-19", "wealdshire-county-council",
     "Children looked after and achieving permanence Good|Children who need help and protection Requires improvement|require improvement to be good",
     "Marian Fell", "",
     "Ensure that all assessments are timely.|Improve the supervision of social workers."),
    (FOCUSED, "ofsted", "2019-10-29/2019-10-30", "", "thamesmere-borough-council", "", "",
     "The local authority should take swift and decisive action to address: the timeliness of strategy meetings; and"
     " the quality of decisions at the front door.", "The quality of case recording."),
    (ILACS, "ofsted", "2023-11-06/2023-11-17", "", "harrowmere",
     "Good|The experiences and progress of children in care Outstanding"
     "|The impact of leaders on social work practice with children and families Good", "Sam Roe", "", "The consistency of plans."),
    (TRUST, "care-quality-commission", "2019-06-04/2019-06-05", "2019-08-12", "kestrel-grange-nhs-trust",
     "Overall rating for this trust Requires improvement", "", "", ""),
    (FIRE, "his-majestys-inspectorate-of-constabulary-and-fire-and-rescue-services", "2021-10-04/2021-10-22", "", "wealdshire-fire-and-rescue-service",
     "Requires improvement", "", "The service has not taken action on culture.", "The service should make sure that its risk information is up to date."),
    (YOUTH, "his-majestys-inspectorate-of-probation", "2022-03-01/2022-03-31", "", "strathorrin", "Overall rating Good", "Dee Poole", "",
     "The board should review its membership."),
    (WALES, "care-inspectorate-wales", "2022-11-07/2022-11-11", "", "llanfaddon-county-borough-council", "", "", "", ""),
    (PEER, "local-government-association", "2024-03-05/2024-03-08", "", "hartsmoor-borough-council", "", "", "", "Publish a clear plan."),
    (MONITORING, "ofsted", "2021-07-13/2021-07-14", "", "selmouth", "", "", "", ""),
]  # fmt: skip
NAMES = ("SIF", "focused visit", "ILACS", "CQC", "HMICFRS", "HMIP", "CIW", "peer challenge", "monitoring visit")


@pytest.mark.parametrize("text,inspectors,dates,published,whom,judged,led,priority,improve", PAPERS, ids=NAMES)
def test_a_report_or_letter_is_of_one_inspection(
    text: str, inspectors: str, dates: str, published: str, *, whom: str, judged: str, led: str, priority: str, improve: str
) -> None:
    (node,) = nodes(read(document(text, kind="report")), v.INSPECTION).values()
    shown = {name: "|".join(sorted(node[name])) for name in (v.JUDGEMENT, v.LEAD_INSPECTOR, v.PRIORITY_ACTION, v.IMPROVEMENT, v.PUBLISHED, v.INSPECTOR)}
    assert shown == {
        v.JUDGEMENT: judged, v.LEAD_INSPECTOR: led, v.PRIORITY_ACTION: priority, v.IMPROVEMENT: improve, v.PUBLISHED: published, v.INSPECTOR: inspectors,
    }  # fmt: skip
    assert f"{node[v.EARLIEST][0]}/{node[v.LATEST][0]}" == dates
    assert node[v.INSPECTED] == [whom]


SEND = """Area SEND inspection of Kestrelshire Local Area Partnership

Inspection dates: 11 to 15 December 2023

Dates of previous inspection: 13 to 17 June 2016

Inspection outcome

The local area partnership's arrangements lead to inconsistent experiences and outcomes for children with SEND. The partnership must improve.

The next full area SEND inspection will be within approximately three years.

Kestrelshire County Council and NHS Kestrelshire Integrated Care Board (ICB) are jointly responsible for the planning and commissioning of services.

Areas for improvement

Leaders should strengthen their plans, so that:

- needs are met in time; and

- families are told.

The partnership should listen.

- The quality of plans for all children

The experiences of children who need help: requires improvement in this area

Some plans were late.

Inspection team

| Ofsted | Care Quality Commission |
| Dr Ann Hay, Ofsted HMI Lead Inspector | Bob Low, CQC Lead Inspector |
| Carla Moss, Ofsted HMI |  |

\u00a9 Crown copyright 2024
"""


def test_an_area_inspection_has_partners_leads_and_the_inspection_before() -> None:
    found = nodes(read(document(SEND, kind="report")), v.INSPECTION)
    (own,) = (node for node in found.values() if node[v.LEAD_INSPECTOR])
    assert sorted(own[v.LEAD_INSPECTOR]) == ["Bob Low", "Dr Ann Hay"]
    assert sorted(own[v.PARTNER]) == ["kestrelshire-county-council", "nhs-kestrelshire-integrated-care-board"]
    assert own[v.NEXT_DUE] == ["The next full area SEND inspection will be within approximately three years."]
    assert sorted(own[v.IMPROVEMENT]) == [
        "Leaders should strengthen their plans, so that: needs are met in time; and families are told.", "The partnership should listen.",
        "The quality of plans for all children",
    ]  # fmt: skip
    assert not own[v.PUBLISHED]
    assert not own[v.PRIORITY_ACTION]
    assert len(own[v.PREVIOUS_INSPECTION]) == 1


@pytest.mark.parametrize(
    "line,due",
    [
        ("The next monitoring inspection will be carried out within approximately 18 months.", True),
        ("A full reinspection will take place within three years.", True),
        ("The authority will be reinspected in about two years.", True),
        ("The last inspection was carried out within two weeks.", False),
        ("Leaders said that the next steps will be taken within months.", False),
    ],
)
def test_when_the_next_inspection_is_due_is_a_sentence(line: str, due: bool) -> None:
    (node,) = nodes(read(document(f"{MONITORING}\n{line}\n", kind="report")), v.INSPECTION).values()
    assert node[v.NEXT_DUE] == ([line] if due else [])


@pytest.mark.parametrize("text", [row[0] for row in PAPERS], ids=NAMES)
def test_no_day_is_that_of_publication_that_no_label_names(text: str) -> None:
    unlabelled = text.replace("Report published:", "").replace("Date of publication:", "")
    for node in nodes(read(document(f"{unlabelled}\nCrown copyright 2023\n", kind="report")), v.INSPECTION).values():
        assert not node[v.PUBLISHED]


BROKEN = """Wealdshire
Inspection of services for children in need of help and
protection, children looked after and care leavers
and
Review of the effectiveness of the Local Safeguarding Children Board
Inspection date: 3 March 2015 – 25 March 2015
Report published: 13 May 2015
The overall judgement is that children's services require
improvement
1. Children who need help and protection
Requires
Improvement
2. Children looked after and achieving
permanence
Good
2.1 Adoption performance
Requires
Improvement
Ofsted produces this report. Since the last inspection in 2012, the local authority has improved. The council has paid for more social workers.
Lead inspector: Ann Hay HMI
Inspectors were told by Linda Finch, a parent, that she had waited.
"""


def test_a_table_of_grades_is_read_however_its_lines_break() -> None:
    found = nodes(read(document(BROKEN, kind="report")), v.INSPECTION)
    (own,) = (node for node in found.values() if node[v.PUBLISHED])
    assert sorted(own[v.JUDGEMENT]) == [
        "Adoption performance Requires Improvement", "Children looked after and achieving permanence Good",
        "Children who need help and protection Requires Improvement", "require improvement",
    ]  # fmt: skip
    assert own[v.ABOUT] == ["Inspection of services for children in need of help and protection, children looked after and care leavers"]


def test_the_inspection_before_is_told_apart_and_a_place_stands_for_its_council() -> None:
    reading = read(document(BROKEN, kind="report"))
    (before,) = (node for node in nodes(reading, v.INSPECTION).values() if not node[v.PUBLISHED])
    assert (before[v.EARLIEST], before[v.INSPECTOR], before[v.INSPECTED]) == (["2012-01-01"], ["ofsted"], ["wealdshire"])
    assert [s.rule for s in reading.statements if s.object == v.COUNCIL and s.subject.endswith("/wealdshire")] == ["place-stands-for-its-council"]
    assert {s.subject for s in resolve([reading]) if s.predicate == v.TYPE and s.object == v.COUNCIL} >= {"id:council/wealdshire"}


@pytest.mark.parametrize("who,private", [("Hay", False), ("Finch", True)])
def test_who_led_an_inspection_is_public_in_its_report_and_nobody_else(who: str, private: bool) -> None:
    people = nodes(read(document(BROKEN, kind="report")), v.PERSON)
    [kinds] = [node[v.TYPE] for node in people.values() if node[v.FAMILY_NAME] == [who]]
    assert (v.PRIVATE_PERSON.rsplit("/", 1)[-1] in kinds) is private


LETTER = """Ofsted
Agora
6 Cumberland Place
Nottingham
NG1 6HJ
T 0300 123 1231

21 March 2022

Ada Whit
Director of Children's Services
Selmouth Borough Council
Civic Centre
Market Street
Selmouth

Dear Ms Whit

Monitoring visit of Selmouth children's services

This letter summarises the findings of the monitoring visit of Selmouth children's services on 15 and 16 February 2022.

The quality of practice has improved since the last monitoring visit in September 2021. Ofsted will return.
"""


def test_a_letter_has_its_title_below_the_address_and_names_the_visit_before() -> None:
    found = nodes(read(document(LETTER, kind="letter")), v.INSPECTION)
    dates = sorted((node[v.EARLIEST][0], node[v.LATEST][0], node[v.INSPECTION_KIND][0]) for node in found.values())
    assert dates == [("2021-09-01", "2021-09-30", "monitoring visit"), ("2022-02-15", "2022-02-16", "monitoring visit")]


DEPARTMENT = """Department
for Education

Sanctuary Buildings
London

Ann Hay
Director of Children's Services
Wealdshire County Council
County Hall

17 May 2018

Findings from the Ofsted / CQC local area SEND inspection report

Dear Ms Hay

As you will be aware, Wealdshire has to submit a Written Statement of Action.
"""


def test_a_letter_of_a_department_is_no_inspection() -> None:
    found = nodes(read(document(DEPARTMENT, kind="agenda pack")), v.INSPECTION).values()
    assert [node[v.INSPECTOR] for node in found] == [["care-quality-commission", "ofsted"]]
