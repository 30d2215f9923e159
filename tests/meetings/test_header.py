"""Heads and feet of papers in many councils' styles: body, council, day, times, venue, kind."""

from __future__ import annotations

from datetime import date

import pytest

from graph_builder.meetings import divide
from graph_builder.model import Basis
from tests.meetings.papers import document, value

ITEMS = "\n1. Apologies\nNone.\n2. Minutes\nAgreed.\n3. Close\n"

# The paper | kind | body | council | day | start | end | venue
HEADS = [
    (f"Minutes of the meeting of the Planning Committee held at County Hall, Kirkby on Tuesday 5 March 2019 at 7.30 pm\n\nPresent: Cllr A Hay\n{ITEMS}The meeting closed at 9.15 pm\n",
     "minutes", "Planning Committee", "", "2019-03-05", "19:30", "21:15", "County Hall, Kirkby"),
    (f"Agenda and minutes\nHealth Scrutiny Panel\nThursday, 4 July 2019 10.00 am\nVenue: Council Chamber, Town Hall\nContact: Ann Lee\n{ITEMS}",
     "agenda", "Health Scrutiny Panel", "", "2019-07-04", "10:00", "", "Council Chamber, Town Hall"),
    (f"Committee: Audit Committee\nDate: 3 June 2019\nTime: 2.00 pm\nPlace: Room 2, Civic Centre\n\nPresent: Cllr A Hay{ITEMS}Resolved to close.",
     "minutes", "Audit Committee", "", "2019-06-03", "14:00", "", "Room 2, Civic Centre"),
    # Minutes that came with a letter have their own day.
    (f"Date: 7 April 2015\nDear Councillor\nPLANNING COMMITTEE - WEDNESDAY, 8TH APRIL, 2015\nI enclose the minutes.\n\nPlanning Committee\nWednesday, 25 March 2015"
     f"\nPresent: Councillor Hay{ITEMS}", "minutes", "Planning Committee", "", "2015-03-25", "", "", ""),
    # Who was there tells minutes.
    (f"Cabinet\n5 March 2019\n\nAgenda\n\nPresent: Ann Hay, Tom Lee{ITEMS}", "minutes", "Cabinet", "", "2019-03-05", "", "", ""),
    (f"Cabinet\n5 March 2019\n\nAGENDA{ITEMS}", "agenda", "Cabinet", "", "2019-03-05", "", "", ""),
    (f"SCHOOLS FORUM\nNotes of the meeting held on 12/06/2018\nIn attendance: Jane Hill{ITEMS}", "minutes", "Schools Forum", "", "2018-06-12", "", "", ""),
    ("Much Garrow Parish Council\nMinutes of the Parish Council meeting held on 4 April 2017 in the Village Hall at 7.30pm\nPresent Cllr A Hay\nApologies None\n",
     "minutes", "Much Garrow Parish Council", "Much Garrow Parish Council", "2017-04-04", "19:30", "", "the Village Hall"),
    (f"Kentshire County Council\nPublished: 1 May 2019\nPensions Board\nMonday 20 May 2019\nPresent: Cllr A Hay{ITEMS}",
     "minutes", "Pensions Board", "Kentshire County Council", "2019-05-20", "", "", ""),
    ("Special meeting of Kirkby Borough Council held on 7 October 2020\nPresent: Cllr A Hay\n",
     "minutes", "Kirkby Borough Council", "Kirkby Borough Council", "2020-10-07", "", "", ""),
    ("Note of the Joint Policing Committee, held at the Council Chamber, Dooradoyle on Friday, 5th March 2021 at 10.00 a.m.\nPRESENT IN THE CHAIR: Cllr. M. Hay\n",
     "minutes", "Joint Policing Committee", "", "2021-03-05", "10:00", "", "the Council Chamber, Dooradoyle"),
    ("A virtual meeting of the Standards Committee was held on 7 October 2020 at 10am\nPresent: Cllr A Hay\n",
     "minutes", "Standards Committee", "", "2020-10-07", "10:00", "", ""),
    (f"Adult Care Panel\nMinutes of a meeting held at County Hall, High Road, Kirkby on\nMonday 4 March 2019 from 2.00 pm to 4.10 pm\nPresent: Cllr A Hay{ITEMS}",
     "minutes", "Adult Care Panel", "", "2019-03-04", "14:00", "", "County Hall, High Road, Kirkby"),
    (f"THAMESMERE BOROUGH COUNCIL\nAUDIT COMMITTEE\n12 March 2019\n7.00 pm\nCommittee Room 3, Town Hall\nPresent: Cllr A Hay{ITEMS}",
     "minutes", "Audit Committee", "Thamesmere Borough Council", "2019-03-12", "19:00", "", "Committee Room 3, Town Hall"),
    (f"Audit Committee\n12 March 2019 - 7.00 pm\nMembers\u2019 Meeting Room, Town Hall\nPresent: Cllr A Hay{ITEMS}",
     "minutes", "Audit Committee", "", "2019-03-12", "19:00", "", "Members' Meeting Room, Town Hall"),
    (f"Audit Committee\n12 March 2019, commenced at 7.00 pm and finished at 8.10 pm\nPanel Members, Town Hall\nPresent: Cllr A Hay{ITEMS}",
     "minutes", "Audit Committee", "", "2019-03-12", "19:00", "20:10", ""),
    (f"Public Data Panel – Twenty-second Meeting\nOpen Data Institute\n17th October 2013\nPanel: Sir Nigel Ash (Chairman){ITEMS}",
     "minutes", "Public Data Panel", "", "2013-10-17", "", "", ""),
    (f"Data User Group - Agenda\n24th meeting\n13th May 2014, 9:30 - 12:30\nVenue: Room G23\nAttendees\nBob Barr (BB){ITEMS}",
     "agenda", "Data User Group", "", "2014-05-13", "09:30", "", "Room G23"),
    (f"Licensing Sub-Committee - Thursday 9 May 2019\nPresent: Cllr A Hay{ITEMS}", "minutes", "Licensing Sub-Committee", "", "2019-05-09", "", "", ""),
    ("Schools Forum\nDate of issue: 20 May 2019\nMinutes of the meeting held on 6 May 2019\nPresent: Jane Hill\n",
     "minutes", "Schools Forum", "", "2019-05-06", "", "", ""),
    # The month in the title, and the day without its year below it; the weekday has to be that of the day.
    (f"May 2024 Special Meeting\n\nDale Green Parish Council\n\nMinutes from the Special Meeting held on Thursday 9th May at 18:30\nPresent: Cllr A Hay{ITEMS}",
     "minutes", "Dale Green Parish Council", "Dale Green Parish Council", "2024-05-09", "18:30", "", ""),
    (f"Dale Green Parish Council May 2024\nMinutes of the meeting held on Monday 9th May\nPresent: Cllr A Hay{ITEMS}",
     "minutes", "Dale Green Parish Council", "Dale Green Parish Council", "2024-05-01", "", "", ""),
    # The council's name before "Minutes of ...", and an abbreviation with the month before that.
    ("St Orran Minor Town Council MINUTES OF THE ALLOTMENTS MEETING HELD IN THE GUILDHALL 14 May 2012\nPresent: Cllr A Hay\n",
     "minutes", "", "St Orran Minor Town Council", "2012-05-14", "", "", "THE GUILDHALL"),
    (f"GCC Minutes May 2022 Garrow Community Council Minutes of the meeting: Monday 9th May 2022\nPresent: Ann Hay{ITEMS}",
     "minutes", "", "Garrow Community Council", "2022-05-09", "", "", ""),
    (f"Standing Advisory Council on Religious Education\nMonday 9 May 2022\nPresent: Councillor Ann Hay{ITEMS}",
     "minutes", "Standing Advisory Council on Religious Education", "", "2022-05-09", "", "", ""),
    ("Dear Director\nJoint inspection of services in Kentshire\n", "letter", "", "", "", "", "", ""),
    ("Bus services\nThe buses are late.\n", "report", "", "", "", "", "", ""),
    # What tells of the meeting is no part of a council's name, and a council that "held their meeting" met itself.
    (f"Minutes of Larming Annual Parish Council Meeting following the Parish Meeting on Thursday 29th May 2008\n\nPresent: Miss Roe{ITEMS}",
     "minutes", "Larming Parish Council", "Larming Parish Council", "2008-05-29", "", "", ""),
    (f"Larming and Dale Community Council held their meeting remotely at 7.30pm on the 10th June 2020.\n\nPRESENT\nCouncillors Ann Bell, Rob Dunn{ITEMS}",
     "minutes", "Larming and Dale Community Council", "Larming and Dale Community Council", "2020-06-10", "19:30", "", ""),
    (f"Larming Community Council Minutes of Wednesday 1st August 2018 at 7.30pm\n\nPresent: Ann Bell{ITEMS}",
     "minutes", "Larming Community Council", "Larming Community Council", "2018-08-01", "19:30", "", ""),
    (f"Cyngor Cymuned Larming Community Council\nMinutes of the Full Council meeting held on Monday evening 16/4/2018\nPresent: Ann Bell{ITEMS}",
     "minutes", "Larming Community Council", "Larming Community Council", "2018-04-16", "", "", ""),
    (f"Committee: Planning\nDate: 3 March 2021\nVenue: Council Chamber\nLarming Borough Council\nPresent: Cllr A Hay{ITEMS}",
     "minutes", "Planning Committee", "Larming Borough Council", "2021-03-03", "", "", "Council Chamber"),
    (f"LARMING NATIONAL PARK AUTHORITY\nMINUTES OF THE BOARD MEETING\nheld at The Gordon Arms, Larming on 10 October 2003 at 10.30am\nPresent:\nAnn Bell{ITEMS}",
     "minutes", "Larming National Park Authority", "", "2003-10-10", "10:30", "", "The Gordon Arms, Larming"),
    (f"Larming and Dale CCG Governing Body Meeting in Public\nHeld on 7 April 2022\nPresent:\nDr Ann Bell{ITEMS}",
     "minutes", "Larming and Dale CCG Governing Body", "", "2022-04-07", "", "", ""),
    (f"Minutes of Meeting of the Regional Health Forum North, held on Tuesday, 12th April, 2011 at 11.00am\nPresent: Cllr Ann Bell{ITEMS}",
     "minutes", "Regional Health Forum North", "", "2011-04-12", "11:00", "", ""),
    (f"Draft - Annual Parish Meeting (Village)\n\nheld on Tuesday 11 May 2021 at 7.00 pm\nPresent: Cllr Roe{ITEMS}",
     "minutes", "Annual Parish Meeting", "", "2021-05-11", "19:00", "", ""),
    # The title of a front matter says what the text leaves out; nobody on a list is a body, and the day of a summons is no meeting's.
    (f"Larming Community Council\nMinute of Community Council Meeting, 30/1/18\nThose there: Ann Bell{ITEMS}",
     "minutes", "Larming Community Council", "Larming Community Council", "2018-01-30", "", "", ""),
    (f'---\ntitle: "LARMING TOWN COUNCIL  Draft Minutes of the Ordinary Meeting held on Wednesday 5th June 2019 at 7.00pm in Larming Hall"\n---\n\nPresent: Cllr A Hay{ITEMS}',
     "minutes", "Larming Town Council", "Larming Town Council", "2019-06-05", "19:00", "", "Larming Hall"),
    (f"Present:\nDr Ann Bell (Chair)\nJane Dunn, Greater Dale Authority\nLiam Hay, Larming Borough Council\nApologies:\nTom Moss, Victim Support{ITEMS}Resolved to close.",
     "minutes", "", "", "", "", "", ""),
    ("21 November 2024\nTo: Each Member of Larming City Council\nYou are requested to attend the Budget Meeting of Larming City Council on the day below.\n\nAGENDA\n1. Budget\n2. Close\n",
     "agenda", "", "Larming City Council", "", "", "", ""),
]  # fmt: skip


@pytest.mark.parametrize("text,kind,body,council,day,start,end,venue", HEADS, ids=[row[0][:30] for row in HEADS])
def test_a_header(text: str, kind: str, body: str, council: str, *, day: str, start: str, end: str, venue: str) -> None:
    header = divide(document(text)).header
    assert (header.kind, value(header.body), value(header.council)) == (kind, body, council)
    assert (header.when.earliest.isoformat() if header.when else "") == day
    assert (header.start.value.isoformat("minutes") if header.start else "") == start
    assert (header.end.value.isoformat("minutes") if header.end else "") == end
    assert value(header.venue) == venue


# The head's lines | the body | its other name
NAMES = """
Vale District Council~Minutes of a Meeting of: Policy & Resources Committee | Policy & Resources Committee |
AGM 2025 of Vale Municipal District | Vale Municipal District |
Annual General Meeting 2024 of Vale County Council | Vale County Council |
Vale and Mill Town Council Monthly Meeting | Vale and Mill Town Council |
Cabinet: Record of Decisions | Cabinet |
Cabinet: Record of the meeting held on | Cabinet |
RECORD OF DECISIONS OF THE CABINET | Cabinet |
Record of decisions taken by the Licensing Sub-Committee | Licensing Sub-Committee |
Audit Committee - Minutes | Audit Committee |
Report to the Audit Committee | Audit Committee |
Report of the Director of Finance to the Audit Committee | Audit Committee |
Report of the Audit Committee | |
Report of the Chief Executive~Pensions Board | Pensions Board |
Records and Archives Committee | Records and Archives Committee |
Pwyllgor Craffu / Scrutiny Committee | Scrutiny Committee | Pwyllgor Craffu
Scrutiny Committee / Pwyllgor Craffu | Scrutiny Committee | Pwyllgor Craffu
CYD-BWYLLGOR CORFFOREDIG / CORPORATE JOINT COMMITTEE | Corporate Joint Committee | Cyd-Bwyllgor Corfforedig
Y Cabinet / Cabinet | Cabinet | Y Cabinet
Coiste Beartais / Policy Committee | Policy Committee | Coiste Beartais
Cyngor Sir Afon / Afon County Council~Social Care Panel | Social Care Panel |
Bwrdd Iechyd Prifysgol Afon / Afon University Health Board | Afon University Health Board | Bwrdd Iechyd Prifysgol Afon
Overview & Scrutiny / Audit Committee | Overview & Scrutiny / Audit Committee |
Audit/Governance Committee | Audit/Governance Committee |
Agenda for Pensions Board on Tuesday | Pensions Board |
Wexcombe Parish Council Page: 07 2019 | Wexcombe Parish Council |
Minute of the Wexcombe Community Council (WCC) Meeting held on | Wexcombe Community Council |
Meeting of Wexcombe Community Council | Wexcombe Community Council |
Annual General Meeting of the Wexcombe Residents Forum | Wexcombe Residents Forum |
MINUTES OF WEXCOMBE PARISH COUNCIL ANNUAL MEETING HELD ON | Wexcombe Parish Council |
Cyngor Cymuned Llanafon Community Council | Llanafon Community Council |
Planning Committee, Kirkby City Council | Planning Committee |
Council, Kirkby City Council | Kirkby City Council |
Moved from 9 October 2018, Cabinet - Tuesday | Cabinet |
Full Parish Meeting of the Council | Council |
Minutes~ANNUAL PARISH MEETING~held on | Annual Parish Meeting |
Draft Minutes of the Annual Meeting of the Parish held in the Old School on | Annual Meeting of the Parish |
COMHAIRLE CHONTAE NA hABHANN MINUTES OF MAY MONTHLY MEETING OF AVON COUNTY COUNCIL | Avon County Council |
Annual Parish Meeting held at 7:00PM on Thursday | Annual Parish Meeting |
Minutes Annual Town Meeting 2018 | Annual Town Meeting |
Outstanding items from the agenda for the meeting of the Panel | |
Kirkby and Dale District Council~July Board | Kirkby and Dale District Council |
Minutes of the Municipal District of Kirkby held on | Municipal District of Kirkby |
Committee for Older People | Committee for Older People |
Board of Trustees | Board of Trustees |
Education Scrutiny Board (2) | Education Scrutiny Board (2) |
Membership of the Planning Committee | |
Appointment of Members to Working Groups of the Council | |
Resolutions of the Scrutiny Committee | |
Co-opted Members of the Scrutiny Board | |
Decision Maker: Cabinet | |
Council Plan | |
That Cabinet | |
Attendance at the National Housing Conference | |
Mr A Bell, Chief Executive | |
The Leader chose his cabinet | |
July Board | |
Annual Meeting, Quill Region Combined Authority | Quill Region Combined Authority |
Special Meeting - Planning Committee | Planning Committee |
To agree the minutes of the Full Council meeting of | |
Moved by Councillor A Bell | |
"""


@pytest.mark.parametrize("row", NAMES.strip("\n").splitlines())
def test_the_name_of_the_body_in_a_head(row: str) -> None:
    head, name, other = (cell.strip() for cell in row.split("|"))
    found = divide(document(head.replace("~", "\n\n") + f"\n5 March 2019\n\nPresent: Cllr A Hay\n{ITEMS}")).header.body
    assert (value(found), found.other if found else "") == (name, other)


# The head's lines | the council
COUNCILS = """
Kirkby City Council | Kirkby City Council
KIRKBY CITY COUNCIL | Kirkby City Council
February Ordinary Meeting of Afon County Council | Afon County Council
NEWRY, MOURNE & DOWN DISTRICT COUNCIL | Newry, Mourne & Down District Council
Royal Borough of Wexcombe | Royal Borough of Wexcombe
National Park Authority and Chairman of the Forum Ann Bell Kirkby Parish Council |
Moved by Councillor A Bell |
Seconded by Councillor B Lee |
Report of the Leader of the Council |
Under Council procedure rule 12 |
At the Council meeting |
Chair and Vice-Chair of Council |
Minute of Inaugural Meeting Joint Community Council |
10.30am, Ashburton Hall, Kirkby City Council |
Thursday 25 October 2012 Kirkby City Council Offices, |
5 March 2019 - Kirkby City Council | Kirkby City Council
Chair: Ann Bell, Wexcombe Community Council Liaison Officer |
Community Council |
Venue: Kennet Room, Kirkby City Council |
The panel was held at Kirkby City Council, Civic Centre |
"""


@pytest.mark.parametrize("row", COUNCILS.strip("\n").splitlines())
def test_the_council_that_a_head_names(row: str) -> None:
    head, name = (cell.strip() for cell in row.split("|"))
    assert value(divide(document(f"Afon Pensions Panel\n\n{head}\n\n5 March 2019\n\nPresent: Cllr A Hay\n{ITEMS}")).header.council) == name


@pytest.mark.parametrize(
    "head,day,start",
    [
        ("Minutes uploaded on October 5, 2023\nMinutes of the meeting held on\nMonday 6 December 2021 at 7.15 pm", "2021-12-06", "19:15"),
        ("3 May 2016\nMeeting rearranged from Wednesday, 27 April 2016", "2016-05-03", ""),
        ("Date: Thursday, 9 November 2017 Time: 7.00 pm Venue: Supper Room, Town Hall", "2017-11-09", "19:00"),
        ("4.00pm1 July 2021\nTown Hall", "2021-07-01", "16:00"),
        ("August 2023 Minutes\nClerk: Ann Roe | Email: clerk@wexcombe.example\n7 August 2023 - 7pm", "2023-08-07", "19:00"),
        ("Minutes of a meeting held on Monday18 October 2021 at 10.00 am", "2021-10-18", "10:00"),
    ],
)  # fmt: skip
def test_the_day_that_a_head_names(head: str, day: str, start: str) -> None:
    paper = divide(document(f"Audit Committee\n{head}\n\nPresent: Cllr A Hay\n{ITEMS}"))
    assert paper.header.when is not None
    assert paper.header.when.earliest.isoformat() == paper.header.when.latest.isoformat() == day
    assert (paper.header.start.value.isoformat("minutes") if paper.header.start else "") == start
    assert [entry.name.printed for entry in paper.entries if entry.name] == ["Cllr A Hay"]


@pytest.mark.parametrize(
    "line,venue",
    [
        ("Venue: Guildhall, Kirkby. View directions", "Guildhall, Kirkby"),
        ("Date: 5 March 2019 Time: 7 pm Venue: Supper Room, Town Hall", "Supper Room, Town Hall"),
        ("Minutes of the meeting held at 7.30 pm in the Village Hall, Kirkby on 5 March 2019", "the Village Hall, Kirkby"),
        ("Minutes of a meeting held in the Pavilion on 5 March 2019 Chairman: A Hay Councillors: B Lee", "the Pavilion"),
        ("Minutes of a meeting held in the Pavilion Councillors: B Lee, C Dee on 5 March 2019", "the Pavilion"),
        ("Minutes of a meeting held at by Zoom on 5 March 2019", "Zoom"),
        ("Minutes of a meeting held on Monday18 October 2021 at 10.00 am in The Council Chamber, County Hall\n- Councillor A Bell", "The Council Chamber, County Hall"),
    ],
)  # fmt: skip
def test_the_venue_that_a_head_names(line: str, venue: str) -> None:
    assert value(divide(document(f"Audit Committee\n{line}\n\nPresent: Cllr A Hay\n{ITEMS}")).header.venue) == venue


@pytest.mark.parametrize("text", [row[0] for row in HEADS], ids=[row[0][:30] for row in HEADS])
def test_what_a_header_says_stands_in_the_paper(text: str) -> None:
    paper = document(text)
    header = divide(paper).header
    if header.when:
        assert paper.quote(header.when.evidence[0]).split() == header.when.printed.split()
    for field in (header.body, header.council, header.venue):
        if field:
            said = " ".join(paper.quote(field.evidence[0]).split()).casefold()
            assert field.value.casefold().split()[-1] in said


@pytest.mark.parametrize(
    "source,basis",
    [("", Basis.DERIVED), ("2019-09-12", Basis.DERIVED)],
)
def test_a_day_told_by_the_working_day_before_is_derived(source: str, basis: Basis) -> None:
    text = f"Questions must be sent by 10 am on the working day before the meeting (in this case 10 September 2019).\nPlanning Committee\nAgenda{ITEMS}"
    when = divide(document(text, date=source)).header.when
    assert when is not None
    assert (when.earliest, when.basis) == (date(2019, 9, 11), basis)


def test_what_the_list_of_sources_says_is_supplied() -> None:
    header = divide(document("Notes\nJane", date="2019-03", body="Cabinet", council="Kent County Council", kind="minutes")).header
    assert header.when is not None
    assert (header.when.earliest, header.when.basis) == (date(2019, 3, 1), Basis.SUPPLIED)
    assert (value(header.body), value(header.council), header.kind) == ("Cabinet", "Kent County Council", "minutes")


def test_a_title_in_front_matter_names_the_day_that_the_text_leaves_out() -> None:
    when = divide(document('---\ntitle: "Cabinet, 5 March 2019"\n---\nPresent: Cllr A Hay\nResolved: to close.\n')).header.when
    assert when is not None
    assert when.earliest == date(2019, 3, 5)


def test_a_record_of_a_decision_names_its_maker() -> None:
    record = "RECORD OF EXECUTIVE DECISION\nDecision maker: Leader\nDate of decision: 3 June 2019\nDecision: To sell the depot.\nReasons: It is empty.\n"
    header = divide(document(record)).header
    assert (header.kind, value(header.maker)) == ("decision record", "Leader")
    assert header.when is not None
    assert header.when.earliest == date(2019, 6, 3)


@pytest.mark.parametrize(
    "foot,end",
    [
        ("The meeting ended at 9.15 pm.", "21:15"),
        ("Meeting closed: 8.50pm", "20:50"),
        ("There being no further business the Chairman closed the meeting at 21:05", "21:05"),
        ("The Committee rose at 12 noon.", "12:00"),
        ("The meeting concluded at\n4.10 p.m.", "16:10"),
        ("At 9.30 pm the meeting was declared closed.", "21:30"),
        ("The road was closed at 9.15 pm.", ""),
        ("Time:\n9.15 pm", ""),
        ("Meeting closed\nThe road was closed at 9.15 pm.", ""),
        ("Meeting closed\nTime: 9.15 pm", "21:15"),
    ],
)
def test_when_a_meeting_ended(foot: str, end: str) -> None:
    header = divide(document(f"Cabinet\n5 March 2019\nPresent: Cllr A Hay{ITEMS}{foot}\n")).header
    assert (header.end.value.isoformat("minutes") if header.end else "") == end
