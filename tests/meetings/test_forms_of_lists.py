"""Lists of people in the many forms that councils give them: side by side, by ward, unlabelled, in two languages."""

from __future__ import annotations

import pytest

from graph_builder.meetings import divide
from graph_builder.meetings.labels import chair_label, label_of, leading_label
from tests.meetings.papers import document

HEAD = "Orwick Town Council\nMinutes of the meeting held on Tuesday 7 May 2019 at 7.30 pm in the Town Hall\n\n"
FOOT = "\n\n1. Minutes\nThe minutes of the last meeting were agreed.\n\n2. Finance\nThe accounts were noted.\n"
TICKED = "Name | Title | Present\nAnn Bell | Chair | ✓\nRob Dunn | Treasurer | x\nSue Hay | Nurse | Apologies\nJo Lee | Nurse | Absent"

LISTS = [
    # side by side, with their columns and without
    (
        "Members present: Apologies:\nCllr A Bell        Cllr T Moss\nCllr R Dunn        Cllr P Lee\nCllr S Hay",
        ["Cllr A Bell present", "Cllr R Dunn present", "Cllr S Hay present", "Cllr T Moss apologies", "Cllr P Lee apologies"],
    ),
    (
        "Present                         Apologies\nCllr A Bell (Chair)             Cllr T Moss\nCllr R Dunn\n                                Cllr P Lee",
        ["Cllr A Bell present chair", "Cllr R Dunn present", "Cllr T Moss apologies", "Cllr P Lee apologies"],
    ),
    ("Present | Apologies\nCllr A Bell | Cllr T Moss\nCllr R Dunn |", ["Cllr A Bell present", "Cllr R Dunn present", "Cllr T Moss apologies"]),
    (
        "PRESENT: APOLOGIES:\n\nCllrs. A Bell, R Dunn, S Hay, T Moss and P Lee\n\nCllr. Q Orme",
        ["Cllrs. A Bell present", "R Dunn present", "S Hay present", "T Moss present", "P Lee present", "Cllr. Q Orme apologies"],
    ),
    ("PRESENT: APOLOGIES:\n\nAldermen A Bell, R Dunn\n\nCouncillors S Hay, T Moss and P Lee", []),  # which are away, nobody can tell
    ("PRESENT: APOLOGIES:\nCllrs. A Bell, R Dunn, S Hay, T Moss and P Lee, Cllr. Q Orme", []),
    ("Attendees:\nApologies:\nAnn Bell, Dale Office (Chair)\nRob Dunn, Mill Office\nSue Hay, Dale Office", []),
    ("Present:\nCllr A Bell\nApologies:\nCllr T Moss\nPresenters\nMr S Ford (Dale Office)", ["Cllr A Bell present", "Cllr T Moss apologies", "Mr S Ford present"]),
    (TICKED, ["Ann Bell present chair", "Sue Hay apologies", "Jo Lee absent"]),
    # by ward or place
    ("Present:\nAbbey: Cllr Jane Roe\nCastle: Cllr Tom Hay, Cllr Ann Dunn\nMill: Vacant", ["Cllr Jane Roe present", "Cllr Tom Hay present", "Cllr Ann Dunn present"]),
    (
        "Present:\nOrwick and Dale: Jane Roe, apologies from Tom Hay\nMill: No rep\nCastle: Ann Dunn",
        ["Jane Roe present", "Tom Hay apologies", "Ann Dunn present"],
    ),
    ("Present:\nChair: Cllr Jane Roe\nClerk: Mrs Ann Dunn", ["Cllr Jane Roe present chair", "Mrs Ann Dunn present"]),
    # no label at all
    (
        "Cllrs A Bell, R Dunn (Deputy Mayor), S Hay,\nT Moss and P Lee\n\nT Ford, Town Clerk\nU Vale, Finance Officer",
        ["Cllrs A Bell present", "R Dunn present", "S Hay present", "T Moss present", "P Lee present", "T Ford present", "U Vale present"],
    ),
    ("Cllr A Bell welcomed Cllr R Dunn, Cllr S Hay and Cllr T Moss.", []),
    ("To: Councillors A Bell, R Dunn, S Hay and T Moss", []),
    # a sentence that leads to the list, and one about the chair
    ("The following Members were present: Councillors A Bell, R Dunn and S Hay", ["Councillors A Bell present", "R Dunn present", "S Hay present"]),
    ("COUNCILLORS PRESENT:\n- Councillor Bell,\n- Councillor Dunn\n\nThe Cathaoirleach, Councillor Ann Hay, presided.", None),
    ("Present: Cllrs A Bell and R Dunn\n\nCllr A Bell took the chair until the election of a chairman.", ["Cllrs A Bell present", "R Dunn present"]),
    ("Chair:\nCllr A Bell\nPresent:\nCllrs R Dunn, S Hay", ["Cllr A Bell present chair", "Cllrs R Dunn present", "S Hay present"]),
    # headings within the list, and the mayor's label
    ("Present:-\n\nBAILIES\nAnn BELL\nRob DUNN\n\nCOUNCILLORS\nSue HAY", ["Ann BELL present", "Rob DUNN present", "COUNCILLORS Sue HAY present"]),
    ("THE MAYOR: Councillor A Bell in the Chair\nCOUNCILLORS: R Dunn, S Hay", ["Councillor A Bell present chair", "R Dunn present", "S Hay present"]),
    # two languages
    ("Members Present/Comhaltaí i Láthair\nCllr Ann Bell\n\nApologies/Leithscéalta\nCllr Tom Moss", ["Cllr Ann Bell present", "Cllr Tom Moss apologies"]),
    (
        "Presennol / Present: Ann Bell, Rob Dunn\nYn Bresennol / In Attendance: Sue Hay (Clerc/Clerk)\nYmddiheuriadau / Apologies: Tom Moss",
        ["Ann Bell present", "Rob Dunn present", "Sue Hay present", "Tom Moss apologies"],
    ),
    # surnames first, two names a line, posts before their holders
    ("Present: Bell, Andrew (Chair); Dunn, Rachel; Hay, Susan", ["Bell, Andrew present chair", "Dunn, Rachel present", "Hay, Susan present"]),
    (
        "Present:\nPeter Orvane Alan Wrexby\nSimon Tolling Martin Quill\nDavid Wexley Robert Hallam\nBrian Merrow",
        [f"{name} present" for name in ("Peter Orvane", "Alan Wrexby", "Simon Tolling", "Martin Quill", "David Wexley", "Robert Hallam", "Brian Merrow")],
    ),
    (
        "Officials in attendance:\n\nAdministrative Officer, Corporate\n\nServices (Ms. T. Ford), Senior Engineer, (Mr. G. O‟Vale)",
        ["Ms. T. Ford present", "Mr. G. O'Vale present"],
    ),
    ("PRESENT\nAnn Wrexby (Chair) WPA Board\nDavid Tolling WPA Staff\nSusan Quill WPA Board", ["Ann Wrexby present chair", "David Tolling present", "Susan Quill present"]),
    ("Yn bresennol/Present: Cyng. Ann Bell\nYmddiheiriadau/Apologise: Cyng Tom Moss", ["Cyng. Ann Bell present", "Cyng Tom Moss apologies"]),
    # those of whom a sentence says that they were there
    (
        "Present: Cllrs Bell and Dunn. County Councillor Ann Merrow was in attendance with 14 members of the public."
        " Also in attendance for part of the meeting was Mrs Jo Quill, Head Teacher.",
        ["Cllrs Bell present", "Dunn present", "County Councillor Ann Merrow present", "Mrs Jo Quill present"],
    ),
    (
        "Present            The Mayor, Cllr. D. Quill (DQ) (in the chair).\n\nCouncillors: Mrs. E. Bell (EB), R. Dunn (RD)\n\nCouncillors not present: T. Moss (TM)\n\n"
        "The Town Clerk, Mrs. L.M. Ford, was also present.",
        ["Cllr. D. Quill present chair", "Mrs. E. Bell present", "R. Dunn present", "T. Moss absent", "Mrs. L.M. Ford present"],
    ),
    ("Present: Cllr A Bell\nIn attendance: Mr D Tolling, PCC Link Officer", ["Cllr A Bell present", "Mr D Tolling present"]),
    ("Present: Cllrs Bell and Dunn. Cllr Merrow was present at the site visit.", ["Cllrs Bell present", "Dunn present"]),
    # whether those behind "Also" were there, nobody can tell
    ("Present: Cllr A Bell\nApologies: Cllr T Moss. Also: Mr P Lee", ["Cllr A Bell present", "Cllr T Moss apologies"]),
]


@pytest.mark.parametrize("lists, people", LISTS)
def test_who_is_on_a_list(lists: str, people: list[str] | None) -> None:
    found = divide(document(HEAD + lists + FOOT)).entries
    told = [" ".join(filter(None, (e.name.printed if e.name else "", e.status, e.role))) for e in found]
    assert told == (people if people is not None else ["Councillor Bell present", "Councillor Dunn present", "Councillor Ann Hay present chair"])


# The list under "Present:" (or with labels of its own) | name, capacity and post of each
WHAT_THEY_WERE = [
    (
        "Officials present:\nDirectors: T Ford, U Vale\nSenior Engineers: A Roe, B Nell.\nMeetings Administrator: C Dunne.",
        ["T Ford officer Directors", "U Vale officer Directors", "A Roe officer Senior Engineers", "B Nell officer Senior Engineers", "C Dunne officer Meetings Administrator"],
    ),
    (
        "Present: Miss Roe, B. Gower together with R. Roche - County Councillor, T. Mann - Boro' Councillor plus 6 members of the public",
        ["Miss Roe member", "B. Gower member", "R. Roche guest", "T. Mann guest Boro' Councillor"],
    ),
    ("Present: Ann Bell, Dr Zed Amin MP, Tom Moss (Jo Lee MSP representative)", ["Ann Bell member", "Dr Zed Amin MP guest", "Tom Moss guest"]),
    ("Present: Ann Bell (Chair), Rob Dunn (Secretary), Sue Hay (Treasurer), Jo Lee", ["Ann Bell member", "Rob Dunn member Secretary", "Sue Hay member Treasurer", "Jo Lee member"]),
    ("Present: Cllr A Bell, Cllr R Dunn, Cllr S Hay, Jo Lee (Treasurer)", ["Cllr A Bell member", "Cllr R Dunn member", "Cllr S Hay member", "Jo Lee officer Treasurer"]),
    ("In Attendance: Nora Quill-Clerk.", ["Nora Quill officer Clerk"]),
    ("Members present:\nMayor Tolling;\nCouncillors Bell, Benson and Carey.", ["Tolling member Mayor", "Councillors Bell member", "Benson member", "Carey member"]),
    ("Present: Cllr A Bell\nApologies: Cllr Martin Dent, Norland County Council", ["Cllr A Bell member", "Cllr Martin Dent"]),
    ("In attendance: Jim Doyle, Chief Accountant, Corporate Services; Mr D Kirwan, D.O.S.", ["Jim Doyle officer Chief Accountant, Corporate Services", "Mr D Kirwan officer D.O.S"]),
    (
        "In attendance: Clerical Officer (Ms. L. Moon), Staff Officer, Aras Sean Mor Tolling (Ms. M. Cork)",
        ["Ms. L. Moon officer Clerical Officer", "Ms. M. Cork officer Staff Officer, Aras Sean Mor Tolling"],
    ),
    ("Present in the chair: Director of Services, Paul Crane\nMembers present:\nCllr A Bell", ["Paul Crane officer Director of Services", "Cllr A Bell member"]),
    ("Present in the chair: Councillor D Moss until the election of a chairman", ["Councillor D Moss"]),
]


@pytest.mark.parametrize("lists, people", WHAT_THEY_WERE)
def test_as_what_they_were_there(lists: str, people: list[str]) -> None:
    found = divide(document(HEAD + lists + FOOT)).entries
    assert [" ".join(filter(None, (e.name.printed if e.name else "", e.capacity, e.post))) for e in found] == people


ITEMS = [
    ("1. Calling of the Roll and Apologies for Absence\nA' Gairm a' Chlàir\n\nMr G Adair, Mrs J Barr (v/c)\n\nApologies were intimated on behalf of Mr B Allan.", "12", "1"),
    ("1Apologies\nCouncillor Moss.\n\n2Declarations of interest\nNone.", "", "1"),
    ("1. Welcome and apologies\n1.1 Present: Ann Bell (AB), Rob Dunn (RD)\n1.2 Apologies: Tom Moss (TM)", "2", "1"),
    ("1. ACCEPTANCE OF APOLOGIES FOR ABSENCE These were accepted from Cllr Tom Moss. It was noted.\n\n2. FINANCE MATTERS Nothing was paid.", "", "1"),
    ("1. Apologies\nApologies of absence were provided for Cllr Tom Moss These were accepted.", "", "1"),
    ("1. Those Attending: Cllr A Bell, Cllr R Dunn\n\n2. To Consider Apologies for Absence: Apologies were received from Borough Councillor T Moss", "2", "1"),
    ("1. Present and Apologies for Absence – Community Councillors:- Mr. A Bell, Mr. R Dunn\nApology for absence:- Mr. T Moss", "2", "1"),
    ("1. Apologies for Absence\nCllr. Moss and Cllr. Bell may be late.", "", "0"),
    ("1. Apologies\nApologies for non attendance were tendered by Cllr Tom Moss.", "", "1"),
]


@pytest.mark.parametrize("items, present, away", ITEMS)
def test_lists_in_items(items: str, present: str, away: str) -> None:
    found = divide(document(f"{HEAD}{items}\n\n3. Finance\nThe accounts were noted.\n")).entries
    there = sum(entry.status == "present" for entry in found)
    assert (there, sum(entry.status == "apologies" for entry in found)) == ({"12": 2, "2": 2, "": 0}[present], int(away))


def test_labels_in_two_languages_have_one_in_english() -> None:
    found = label_of("In Attendance/I láthair freisin: Mr A Roe")
    assert found is not None
    assert (found[0].status, found[1]) == ("present", 33)
    assert label_of("Apologies / Substitutes and others") is None
    assert label_of("Presennol / Ymddiheuriadau") is None


def test_a_chair_stands_above_those_present_or_in_a_letter() -> None:
    assert chair_label("Chair:", ["Cllr A Bell", "Present:", "Cllr R Dunn"]) is not None
    assert chair_label("Chair:", ["Cllr A Bell", "12 High Street", "Orwick"]) is None
    assert leading_label("The following reports were present: see below") is None
