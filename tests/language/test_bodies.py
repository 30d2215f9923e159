"""Bodies in running text and in headings, and the capitalised phrases that are none."""

from __future__ import annotations

import pytest

from graph_builder.language.bodies import council_regex, find, kind_of, national, ordinary_case, split_council, tidy

BODIES = [
    ("The Children and Families Overview and Scrutiny Panel met.", ["Children and Families Overview and Scrutiny Panel"]),
    ("Ofsted inspected the service.", ["Ofsted"]),
    ("Ofsted and the Care Quality Commission wrote.", ["Ofsted", "Care Quality Commission"]),
    ("The CQC and Ofsted visited.", ["CQC", "Ofsted"]),
    ("Joint Ofsted and CQC inspection", ["Ofsted", "CQC"]),
    ("Worcestershire County Council agreed.", ["Worcestershire County Council"]),
    ("the Worcestershire Safeguarding Children Board (WSCB)", ["Worcestershire Safeguarding Children Board"]),
    ("Hill Top Primary School was praised.", ["Hill Top Primary School"]),
    ("Children and young people scrutiny committee", ["Children and young people scrutiny committee"]),
    ("A letter to the Department for Education", ["Department for Education"]),
    ("Hereford and Worcester Fire and Rescue Service", ["Hereford and Worcester Fire and Rescue Service"]),
    ("West Mercia Police reported.", ["West Mercia Police"]),
    ("University of Worcester students", ["University of Worcester"]),
    ("Wye Valley NHS Trust", ["Wye Valley NHS Trust"]),
    ("the Audit and Governance Committee resolved", ["Audit and Governance Committee"]),
    ("Chair of the Planning Committee", ["Planning Committee"]),
    ("NHS England was asked.", ["NHS England"]),
    ("Stoke-on-Trent City Council", ["Stoke-on-Trent City Council"]),
    ("Canon Pyon Parish Council replied.", ["Canon Pyon Parish Council"]),
    ("the Environment Agency warned", ["Environment Agency"]),
    ("Bluecoat Academy Trust", ["Bluecoat Academy Trust"]),
    ("St Paul's Primary School", ["St Paul's Primary School"]),
    ("the Local Government Association", ["Local Government Association"]),
    ("Worcestershire Association of Carers", ["Worcestershire Association of Carers"]),
    ("Great Malvern Town Council", ["Great Malvern Town Council"]),
    ("Merseyside Fire and Rescue Authority", ["Merseyside Fire and Rescue Authority"]),
    ("North East Combined Authority", ["North East Combined Authority"]),
    ("Home Office guidance", ["Home Office"]),
    ("Cllr A Hay of the Bus Users Group spoke.", ["Bus Users Group"]),
    ("Jane Smith of Wexcombe Residents Association asked", ["Wexcombe Residents Association"]),
    ("Mr Bell for the Friends of Holt Park Trust", ["Friends of Holt Park Trust"]),
    ("at the June Meeting of Stoke Ferry Parish Council", ["Stoke Ferry Parish Council"]),
    ("formerly Headteacher of Dunholme Academy", ["Dunholme Academy"]),
    ("the CEO of the Iconic Newspaper Group", ["Iconic Newspaper Group"]),
    ("Sgt Poole (West Mercia Police) spoke.", ["West Mercia Police"]),
    ("Friends of the Lake Trust", ["Friends of the Lake Trust"]),
    ("Sir Thomas Rich's School", ["Sir Thomas Rich's School"]),
    ("St Mary of the Angels Primary School", ["St Mary of the Angels Primary School"]),
    ("a seat on the Northfold and Wexshire Police and Crime Panel", ["Northfold and Wexshire Police and Crime Panel"]),
    ("Healthwatch Wexshire and Wexshire Carers Association", ["Healthwatch Wexshire", "Wexshire Carers Association"]),
    ("Voluntary Action Wexcombe, the Clerk", ["Voluntary Action Wexcombe"]),
    ("the Department of Roads, Harbours and Rural Affairs said", ["Department of Roads, Harbours and Rural Affairs"]),
    ("the Department for Communities, Wexshire City Council", ["Department for Communities", "Wexshire City Council"]),
    ("NHS Highland and NHS Lothian", ["NHS Highland", "NHS Lothian"]),
    ("Ysgol Bryn Derw was praised.", ["Ysgol Bryn Derw"]),
    ("a donation to St Bride Hospice", ["St Bride Hospice"]),
    ("the Welsh Government and HMRC", ["Welsh Government", "HMRC"]),
    ("allocated to the Conservatives on the Harbour Committee", ["Harbour Committee"]),
    ("Membership of the Harbour Committee", ["Harbour Committee"]),
    ("Designated Chairs of the Harbour Sub-Committee", ["Harbour Sub-Committee"]),
    ("Minute of the Harbour Services Committee", ["Harbour Services Committee"]),
    ("Premises Licence for Mill Tree Ltd", ["Mill Tree Ltd"]),
    ("the October Monthly Meeting of Vale County Council", ["Vale County Council"]),
    ("Special Vale and Mill Council", ["Vale and Mill Council"]),
    ("Convenor of the Harbour Group", ["Harbour Group"]),
    ("Simon Marsden Vale Council", ["Vale Council"]),
    ("Susan Marsden Vale Police", ["Vale Police"]),
    ("Martin Hussing Parish Council", ["Martin Hussing Parish Council"]),
    ("Thomas Marsden School", ["Thomas Marsden School"]),
    ("Susan Marsden Healthwatch Vale", ["Healthwatch Vale"]),
    ("Marsden of Vale Police", ["Vale Police"]),
    ("SM for Vale Council", ["Vale Council"]),
    ("CEO Vale University Hospital Trust", ["Vale University Hospital Trust"]),
    ("Association of Scottish Community Councillors", ["Association of Scottish Community Councillors"]),
    ("Association of Directors of Children's Services", ["Association of Directors of Children's Services"]),
    ("March Town Council", ["March Town Council"]),
    ("Minutes Of A Meeting Of Vale Parish Council", ["Vale Parish Council"]),
    ("Bridges of Merrowshire County Council spoke", ["Merrowshire County Council"]),
    ("Forest of Dean District Council", ["Forest of Dean District Council"]),
    ("the Adults', Housing and Skills Scrutiny Committee", ["Adults', Housing and Skills Scrutiny Committee"]),
    ("Adults', Housing and Skills Scrutiny Committee", ["Adults', Housing and Skills Scrutiny Committee"]),
    ("Wexcombe City Council Full Council", ["Wexcombe City Council"]),
    ("Wexcombe City Council Council", ["Wexcombe City Council"]),
    ("4. The Risk, Finance and Audit Board will meet", ["Risk, Finance and Audit Board"]),
    ("Wexshire Healthwatch wrote", ["Wexshire Healthwatch"]),
    ("the Council's Harbour Enforcement Team", ["Harbour Enforcement Team"]),
    ("His Majesty's Inspectorate of Prisons", ["His Majesty's Inspectorate of Prisons"]),
    ("the Children in Care Council", ["Children in Care Council"]),
    ("Department of Harbours Officials", ["Department of Harbours"]),
    ("Wexshire Police, Fire and Crime Panel", ["Wexshire Police, Fire and Crime Panel"]),
    ("Jane Forster, Wexcombe, Holt and Marlow Community Council", ["Wexcombe, Holt and Marlow Community Council"]),
    ("Minutes from the Ninth Meeting of the Vale Health Board", ["Vale Health Board"]),
    ("Thirty-first Meeting Vale Harbour Institute", ["Vale Harbour Institute"]),
    ("the Parish Council Millbrook Housing Association has cut the hedge", ["Millbrook Housing Association"]),
    ("a Reception for the Marlow School of Music", ["Marlow School of Music"]),
    ("Institute of Harbour Surveyors AGM 3rd June", ["Institute of Harbour Surveyors"]),
    ("Director of Children's Services Wexshire County Council", ["Wexshire County Council"]),
    ("Head of Legal Services Vale and Holt District Council", ["Vale and Holt District Council"]),
    ("Accountable Officer, NHS North Wexshire and Vale CCG", ["NHS North Wexshire and Vale CCG"]),
    ("Holt Town Council Annual Town Council meeting", ["Holt Town Council"]),
    ("K. Dunn Ltd £84.20", ["K. Dunn Ltd"]),
    ("Standing Orders for Vale City and County Council", ["Vale City and County Council"]),
    ("Holt County Council for Vale District Council", ["Vale District Council"]),
    ("the Mayor's Draft Budget of Vale City Council", ["Vale City Council"]),
    ("Copy of the Harbour Transparency Board papers", ["Harbour Transparency Board"]),
    ("Full Council Vale City Council", ["Vale City Council"]),
    ("Committee Joint Policing Committee", ["Joint Policing Committee"]),
    ("Parish Council on The Mill Inn Steering Group", ["Mill Inn Steering Group"]),
    ("Receipt/Acceptance of Harbour/Ferry Committee", ["Harbour/Ferry Committee"]),
    ("January Senior Pilots' Group", ["Senior Pilots' Group"]),
    ("Trustees, Playing Field and Roads Committee", ["Playing Field and Roads Committee"]),
    ("Society for Local Council Clerks", ["Society for Local Council Clerks"]),
    ("the University of East Wexshire said", ["University of East Wexshire"]),
    ("Stratford on Avon District Council", ["Stratford on Avon District Council"]),
    ("a Holt Primary School governor spoke", ["Holt Primary School"]),
    ("the Town Clerk Recruitment Panel met", ["Town Clerk Recruitment Panel"]),
    ("the Vale Golf Club lease", ["Vale Golf Club"]),
    ("the LGA conference and the LGA's 2019 survey", ["LGA", "LGA"]),
]

NONE = [
    "Susan Marsden Healthwatch",
    "for Wexcombe, Holt and Marlow Council",
    "Special Expenses on Council Tax Bills",
    "Conservative Spokesperson on the Overview and Scrutiny Committee",
    "Mill Port Police Station", "a Healthwatch Report", "January County Council", "the July Forum", "These Parish Council minutes", "Where the Council is", "SM The Board agreed", "PRESENT Council Officers",
    "Susan Marsden Committee Officer", "Contact Committee Services", "Marsden and Dunn Council Tax Bands", "Environment and Cabinet", "Adults and Healthwatch",
    "Proceedings of the Council", "Responses of the Cabinet", "MILL MARKET SITE Cabinet", "Trustees and Committee Members",
    "Letters on Council headed paper", "LGA 1972, s 40", "under Section 112 of the LGA", "LGA Act 2003", "Nursing Services in the Health Board", "Matters Arising The Board Secretary spoke",
    "MEETING OF THE MUNICIPAL DISTRICT OF VALE HELD IN COUNCIL CHAMBERS on Monday", "Changed Date of Annual of Parish Meeting", "VWDC County Council Election Notice", "CCTV in College Court", "for a Regional Skills Hub for Marlow", "whether a Car Club would help",
    "17/00826/F AND RESOLVE ON PARISH COUNCIL response", "V.W.A.P.& T Council", "Solar Panel", "Registered Charity No 1", "Community Notice Board", "the Local Planning Authority",
    "vacancies on the Forum including a maintained primary school manager", "the Golf Club", "Group Manager Places and Planning Vale Children First", "Minister for Government and Civil Society", "the Parliamentary Committee",
    "Director of Adult Services", "The Committee noted the report.", "the Council and the Board", "Members of the Panel", "Item 5 Work Programme",
    "RESOLVED THAT THE COMMITTEE AGREES", "Dedicated Schools Grant", "A Member asked the Officer", "Full Council", "Task Group", "Apologies", "",
    "DECISION The Sub-Committee", "To Recommend to the Cabinet", "Councillor Josh Tindall Barrow Fell Council", "Annual Meeting of the Town Council",
    "Sunita Dhillon Chief Executive", "Elect Chairman of the Council", "the meeting closed", "Mrs F M Oborski", "5 March 2019", "High Street, Kirkby", "No Item Title",
]  # fmt: skip

COUNCILS = [
    ("Minutes of Worcestershire County Council", "Worcestershire County Council"),
    ("Minutes of Armagh City, Banbridge and Craigavon Borough Council", "Armagh City, Banbridge and Craigavon Borough Council"),
    ("BOURNEMOUTH, CHRISTCHURCH & POOLE COUNCIL", "BOURNEMOUTH, CHRISTCHURCH & POOLE COUNCIL"),
    ("Quill, Merrow and Vale District Council", "Merrow and Vale District Council"),
    ("June Meeting of Stoke Ferry Parish Council", "Stoke Ferry Parish Council"),
    ("Special Meeting of Limerick City and County Council", "Limerick City and County Council"),
    ("London Borough of Brent", "London Borough of Brent"),
    ("Royal Borough of Kingston upon Thames", "Royal Borough of Kingston upon Thames"),
    ("City of York Council", "City of York Council"),
    ("Stoke-on-Trent City Council", "Stoke-on-Trent City Council"),
    ("Newcastle-under-Lyme Borough Council", "Newcastle-under-Lyme Borough Council"),
    ("Limerick City and County Council", "Limerick City and County Council"),
    ("Bath and North East Somerset Council", "Bath and North East Somerset Council"),
    ("Brighton & Hove City Council", "Brighton & Hove City Council"),
    ("Much Garrow Parish Council's minutes", "Much Garrow Parish Council's"),
    ("Meeting of the Town Council", ""),
    ("Full Council", ""),
    ("The Council agreed", ""),
]


@pytest.mark.parametrize("text,expected", BODIES)
def test_bodies_in_text(text: str, expected: list[str]) -> None:
    found = list(find(text))
    assert [body.name for body in found] == expected
    assert all(text[body.start : body.end] == body.name for body in found)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_body(text: str) -> None:
    assert [body.name for body in find(text)] == []


@pytest.mark.parametrize("text,council", COUNCILS)
def test_councils(text: str, council: str) -> None:
    match = council_regex().search(text)
    assert (match.group() if match else "") == council


@pytest.mark.parametrize(
    "name,council,rest",
    [
        ("Limerick City and County Council's Travel Committee", "Limerick City and County Council", "Travel Committee"),
        ("Kent County Council Cabinet", "Kent County Council", "Cabinet"),
        ("Kent Council - Planning Committee", "Kent County Council", "Planning Committee"),
        ("Kent Cabinet", "Kent County Council", "Kent Cabinet"),
        ("Kent County Council", "Kent County Council", "Kent County Council"),
        ("Planning Committee", "", "Planning Committee"),
    ],
)
def test_a_council_in_front_of_its_body(name: str, council: str, rest: str) -> None:
    assert split_council(name, council) == rest


@pytest.mark.parametrize(
    "printed,shown",
    [
        ("the PLANNING COMMITTEE", "Planning Committee"),
        ("AUDIT AND GOVERNANCE COMMITTEE MEETING", "Audit and Governance Committee"),
        ("Schools Forum's minutes", "Schools Forum"),
        ("  Cabinet. ", "Cabinet"),
        ("Marsden Annual Parish Meeting", "Marsden Annual Parish Meeting"),
        ("CABINET", "CABINET"),
        ("HEALTH AND WELL-BEING BOARD", "Health and Well-Being Board"),
        ("CHILDREN'S (JOINT) PANEL", "Children's (Joint) Panel"),
    ],
)
def test_a_name_for_showing(printed: str, shown: str) -> None:
    assert tidy(printed) == shown


def test_national_bodies_by_any_name() -> None:
    assert national("ofsted") == national("OFSTED") == ("Ofsted", "ofsted", "inspectorate")
    assert national("Kent County Council") is None
    assert ordinary_case("ADULT/CHILD CARE IN THE CITY") == "Adult/Child Care in the City"


def test_of_two_bodies_joined_by_and_the_each_is_one() -> None:
    assert [body.name for body in find("The Highways Committee and the Transport Committee were merged.")] == ["Highways Committee", "Transport Committee"]


@pytest.mark.parametrize(
    "name, kind",
    [
        ("Wexshire County Council", "council"),
        ("Children in Care Council", ""),
        ("Harbour Committee", "committee"),
        ("Licensing Sub-Committee", "sub-committee"),
        ("Parking Task and Finish Group", "task-group"),
        ("Health and Wellbeing Board", "board"),
        ("Wexshire NHS Foundation Trust", "nhs"),
        ("West Wexshire Police", "police"),
        ("Ysgol Bryn Derw", "school"),
        ("Ofsted", "inspectorate"),
        ("Wexshire Homes Ltd", "company"),
        ("Labour Group", "political-group"),
        ("Wexshire Children First", ""),
    ],
)
def test_the_head_of_a_name_tells_the_kind_of_body(name: str, kind: str) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize("text", ["Councillor Hall and Councillor Roe", "Proposed by Councillor Hall", "the Leader of the Council", "Cabinet and Deputy Leader of the Council"])
def test_words_that_are_no_council(text: str) -> None:
    assert not council_regex().search(text)
