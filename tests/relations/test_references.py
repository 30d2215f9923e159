"""References between papers: which meetings a sentence, a list or a table points to, and what is none."""

from __future__ import annotations

import hashlib

import pytest

from graph_builder import meetings, mentions
from graph_builder import vocabulary as v
from graph_builder.model import Basis, Document, Source
from graph_builder.relations import relate
from graph_builder.relations.context import Context
from graph_builder.relations.notes import Notes
from graph_builder.relations.references import reference_words
from graph_builder.relations.references.reference_bodies import Naming
from graph_builder.relations.references.reference_marks import mark
from graph_builder.relations.references.references import Reference, find
from graph_builder.relations.register import gather

OWN = "Housing and Planning Panel"
COUNCIL = "Ashford County Council"
# relation, body ("" where nobody can say), date
Told = tuple[str, str, str]

HEAD = """Ashford County Council

Minutes of the meeting of the Housing and Planning Panel held on Wednesday 13 March 2019 at 10.00 am in County Hall, Ashford

Present:
Councillor A Bell (Chairman)
Councillor C Dunn

"""


def document(text: str, kind: str = "minutes", **source: str) -> Document:
    text_hash = hashlib.sha256(text.encode()).hexdigest()
    return Document("paper.txt", text, text_hash, text_hash, Source(file="paper.txt", kind=kind, **source))


def context(paper: Document) -> Context:
    found, notes = mentions.find(meetings.divide(paper)), Notes(paper)
    council = found.paper.header.council.value if found.paper.header.council else ""
    return Context(notes, found, *gather(notes, found, council), meeting_id="doc:0/meeting/own")


def minutes(words: str, title: str = "Housing update") -> str:
    return f"{HEAD}1. Apologies\n\nNone.\n\n2. {title}\n\n{words}\n\n3. Any other business\n\nThere was none.\n"


def told(references: list[Reference]) -> set[Told]:
    return {(r.relation, r.body, date_of(r)) for r in references}


def date_of(reference: Reference) -> str:
    when = reference.when
    if when is None:
        return ""
    return when.earliest.isoformat() if when.exact else f"{when.earliest.isoformat()}/{when.latest.isoformat()}"


def month(number: int, year: int = 2019) -> str:
    last = {1: 31, 2: 28, 4: 30, 6: 30, 9: 30, 11: 30}.get(number, 31)
    return f"{year}-{number:02}-01/{year}-{number:02}-{last}"


SPOKEN: list[tuple[str, set[Told]]] = [
    # meetings of others, as running text speaks of them
    ("On 5 September, Cabinet had been asked to approve the plan.", {("previous-meeting", "Cabinet", "2018-09-05")}),
    (
        "The Children's Service Improvement Board (SIB) met for the first time in its new form on 28 February 2017.",
        {("previous-meeting", "Children's Service Improvement Board", "2017-02-28")},
    ),
    (
        "The Safeguarding Children Board (SCB) was told. Four more would volunteer by the formal SCB meeting on 15 March 2019.",
        {("future-meeting", "Safeguarding Children Board", "2019-03-15")},
    ),
    (
        "Comments would go to the Overview and Scrutiny Board at its meeting on 30 September 2019.",
        {("scheduled-item", "Overview and Scrutiny Board", "2019-09-30")},
    ),
    ("The strategy was agreed by Cabinet in December 2018.", {("previous-meeting", "Cabinet", month(12, 2018))}),
    ("It was agreed by the Resources Committee on 4th Feb 2019 that the site be sold.", {("previous-meeting", "Resources Committee", "2019-02-04")}),
    ("The report had been considered at the Planning Committee held on Monday, 7 January 2019.", {("previous-meeting", "Planning Committee", "2019-01-07")}),
    ("At the recent Improvement Board (17 February), leads shared their progress.", {("previous-meeting", "Improvement Board", "2019-02-17")}),
    ("The Schools Forum had agreed on 26 January 2019 to transfer 0.5% of the block.", {("previous-meeting", "Schools Forum", "2019-01-26")}),
    ("A report was presented to the Audit and Governance Committee on 12.12.2018.", {("previous-meeting", "Audit and Governance Committee", "2018-12-12")}),
    (
        "At its meeting on 24 January 2019, the Health and Wellbeing Board endorsed the plan.",
        {("previous-meeting", "Health and Wellbeing Board", "2019-01-24")},
    ),
    ("Full Council adopted the policy on 21 February 2019.", {("previous-meeting", COUNCIL, "2019-02-21")}),
    ("The budget was approved by Council on 21 February 2019.", {("previous-meeting", COUNCIL, "2019-02-21")}),
    ("The minutes of the Standards Committee of 9 January 2019 were before Members.", {("previous-meeting", "Standards Committee", "2019-01-09")}),
    ("Further to Minute 45 of 9 January 2019, the Clerk had written again.", {("previous-meeting", OWN, "2019-01-09")}),
    ("Members were reminded of the questions put at the meeting on 4 February 2019.", {("previous-meeting", "", "2019-02-04")}),
    ("Meetings of the Working Group on Roads were held on 5 and 12 February 2019.", set()),  # no name that ends in a body
    (
        "The Roads Working Group met on 5 and 12 February 2019.",
        {("previous-meeting", "Roads Working Group", "2019-02-05"), ("previous-meeting", "Roads Working Group", "2019-02-12")},
    ),
    ("The Forum noted it. The Local Access Forum had refused the route in January 2019.", {("previous-meeting", "Local Access Forum", month(1))}),
    ("Matters arising from the January meeting were gone through.", {("previous-meeting", OWN, month(1))}),
    ("The County Council met on 14 February 2019 to set its budget.", {("previous-meeting", COUNCIL, "2019-02-14")}),
    ("The strategy was to be considered by the Council at its next meeting, on 15 April 2019.", {("scheduled-item", COUNCIL, "2019-04-15")}),
    ("Cabinet – 10 January and 12 February 2019.", {("previous-meeting", "Cabinet", "2019-01-10"), ("previous-meeting", "Cabinet", "2019-02-12")}),
    ("a) Planning & Transport Committee 4 February 2019", {("previous-meeting", "Planning & Transport Committee", "2019-02-04")}),
    ("The decisions made by Cabinet on 4 February 2019 were gone through.", {("previous-meeting", "Cabinet", "2019-02-04")}),
    (
        "It was agreed in the summer; the minutes of the last meeting of the Joint Scrutiny Committee held on 8th August 2018 tell more.",
        {("previous-meeting", "Joint Scrutiny Committee", "2018-08-08")},
    ),
    ("Decided at meeting: 15/02/2019 - Cabinet", {("previous-meeting", "Cabinet", "2019-02-15")}),
    ("Meeting: 22/01/2019 - Overview and Scrutiny Committee (Item 180)", {("previous-meeting", "Overview and Scrutiny Committee", "2019-01-22")}),
    ("The Chairman spoke of the Planning Committee report of 5 February 2019.", {("previous-meeting", "Planning Committee", "2019-02-05")}),
    ("Following the Executive decision on 10 January 2019 the contract was let on 1 February 2019.", {("previous-meeting", "Executive", "2019-01-10")}),
    ("The Audit Committee on 12 February 2019 had considered the plan.", {("previous-meeting", "Audit Committee", "2019-02-12")}),
    (
        "The Cabinet agreed its strategy in October 2018 and the Council set the budget on 21 February 2019.",
        {("previous-meeting", "Cabinet", month(10, 2018)), ("previous-meeting", COUNCIL, "2019-02-21")},
    ),
    (
        "The Roads Task Group has met four times, on 4, 11 and 25 January and 8 February 2019.",
        {("previous-meeting", "Roads Task Group", f"2019-{day}") for day in ("01-04", "01-11", "01-25", "02-08")},
    ),
    ("The Panel had last considered this matter in September 2018.", {("previous-meeting", OWN, month(9, 2018))}),
    ("Actions from the 25th January meeting: the Clerk will follow up with the school.", {("previous-meeting", OWN, "2019-01-25")}),
    ("The scheme was agreed by Committee on 5 February 2019.", {("previous-meeting", "", "2019-02-05")}),
    ("The Licensing Sub-Committee hearing on 4 February 2019 had refused it.", {("previous-meeting", "Licensing Sub-Committee", "2019-02-04")}),
    # what is to come
    (
        "The draft budget will be presented to Cabinet on 2 April and to full Council on 16 May 2019.",
        {("scheduled-item", "Cabinet", "2019-04-02"), ("scheduled-item", COUNCIL, "2019-05-16")},
    ),
    ("Subject to Cabinet approval in June 2019, work would start in September 2019.", {("scheduled-item", "Cabinet", month(6))}),
    ("Committees would be appointed at the Annual Council on 20 May 2019.", {("future-meeting", COUNCIL, "2019-05-20")}),
    ("It was suggested that some of them be deferred to the meeting scheduled to be held on 18 December.", {("scheduled-item", OWN, "2019-12-18")}),
    ("The issues for consideration by the Panel on 17 June 2019 were agreed.", {("scheduled-item", OWN, "2019-06-17")}),
    ("An extraordinary meeting had been arranged for 21 May.", {("future-meeting", OWN, "2019-05-21")}),
    (
        "The dates be referred to the Annual Council meeting to be held on Thursday 23 May 2019, for approval.",
        {("referral", COUNCIL, ""), ("scheduled-item", COUNCIL, "2019-05-23")},
    ),
    ("Council noted that the Annual Parish Meeting would take place on Monday 29 April at 7pm.", {("future-meeting", "Annual Parish Meeting", "2019-04-29")}),
    ("The volume of items to be considered at the 13 June meeting was high.", {("scheduled-item", OWN, "2019-06-13")}),
    ("The air quality report would be submitted to the meeting on 14 May 2019.", {("scheduled-item", OWN, "2019-05-14")}),
    ("The proposals on short breaks would be discussed by the Panel on 25 September.", {("scheduled-item", OWN, "2019-09-25")}),
    ("The plan is returning to Cabinet in December for approval.", {("scheduled-item", "Cabinet", month(12))}),
    ("Consideration of the strategy was deferred to the meeting on 12 June 2019.", {("scheduled-item", OWN, "2019-06-12")}),
    ("It was agreed to defer the item to the May meeting of the Panel.", {("scheduled-item", OWN, month(5))}),
    ("An update would be brought to the July meeting.", {("future-meeting", OWN, month(7))}),
    ("RESOLVED that the Audit Committee be requested to examine it on 9 April 2019.", {("scheduled-item", "Audit Committee", "2019-04-09")}),
    ("The next meeting would be held at 2.00 pm on Thursday, 13 June 2019.", {("future-meeting", OWN, "2019-06-13")}),
    ("Date of next meeting: 13th June", {("future-meeting", OWN, "2019-06-13")}),
    ("It was noted that the next meeting of the Planning Committee was arranged for 10 April.", {("future-meeting", "Planning Committee", "2019-04-10")}),
    ("June Panel meeting date Thursday, 13th June 2019.", {("future-meeting", OWN, "2019-06-13")}),
    ("An extraordinary meeting will be held at 7 pm on Tuesday 9 April 2019.", {("future-meeting", OWN, "2019-04-09")}),
    ("The estimates would be considered at a Special Meeting on 10 April 2019.", {("future-meeting", OWN, "2019-04-10")}),
    ("The date of the Annual Parish Meeting is 25th May 2019.", {("future-meeting", "Annual Parish Meeting", "2019-05-25")}),
    ("The Panel would meet on 20 September 2019 and 13 December 2019.", {("future-meeting", OWN, "2019-09-20"), ("future-meeting", OWN, "2019-12-13")}),
    ("The Combined Authority would take its own decision on 28 March 2019.", {("scheduled-item", "Combined Authority", "2019-03-28")}),
    ("The application be deferred until 10 April 2019.", {("scheduled-item", "", "2019-04-10")}),
    ("The group would hold its first meeting on 5 April 2019.", {("future-meeting", "", "2019-04-05")}),
    # call-ins and referrals
    (
        "It was proposed that it be referred back to Cabinet for its meeting on 16 April 2019.",
        {("referral", "Cabinet", ""), ("scheduled-item", "Cabinet", "2019-04-16")},
    ),
    ("The Cabinet Member decision of 13 September 2018 was subject to one of the call-ins.", {("call-in", "", "2018-09-13")}),
    ("RESOLVED: That the motion be referred, in the first instance, to the Planning Committee.", {("referral", "Planning Committee", "")}),
    ("The Scrutiny Management Board called in the Cabinet decision of 5 February 2019 on libraries.", {("call-in", "Cabinet", "2019-02-05")}),
    ("The item was referred to this Panel by Council at its meeting on 21 February 2019.", {("referral", COUNCIL, "2019-02-21")}),
    ("Two call-ins had been considered by the Overview and Scrutiny Performance Board (OSPB).", set()),  # whose decisions they were nobody says
    ("The decision of Cabinet on 4 February 2019 had been called in by five Members.", {("call-in", "Cabinet", "2019-02-04")}),
    ("RESOLVED: That the motion be referred to the Planning Committee.", {("referral", "Planning Committee", "")}),
    ("The matter had been referred by Full Council on 21 February 2019.", {("referral", COUNCIL, "2019-02-21")}),
    ("RESOLVED: That the report be approved for submission to the executive.", {("referral", "Executive", "")}),
    # what is no meeting
    ("Norfolk Annual Report Passenger Transport Unit Board - 5 February", set()),
    ("The grant from the Arts Council was received on 3 January 2019.", set()),
    ("The Board had been established in April 2017.", set()),
    ("The Neighbourhood Plan referendum was held on 4 February 2019.", set()),
    ("The Town Clerk had written to the Police Authority on 7 January 2019.", set()),
    ("The Licensing Act hearing of the case of 2018 was put off, and the lease expires on 31 March 2020, before the next meeting.", set()),
    ("The programme had been added to, following meetings held between the Chairman and the Leader on 1 February 2019.", set()),
    ("Publication date: 21/02/2019", set()),
    ("Date of decision: 15/02/2019", set()),
    ("The report was published on 24 January 2019.", set()),
    ("Ofsted's monitoring visit took place on 18 and 19 February 2019.", set()),
    ("The inspection of children's services took place in June 2018.", set()),
    ("Details should reach the Head of Legal Services on the working day before the meeting (in this case 12 March 2019).", set()),
    ("On 17 February 2019, a small delegation visited Leeds City Council.", set()),
    ("On 27 February, Ofsted hosted an action planning day at County Hall.", set()),
    ("The Board's development day was held on 2 February 2019.", set()),
    ("The contract with the Council began on 1 October 2018.", set()),
    ("On 1 October 2018, the Council launched a new website.", set()),
    ("The Panel were invited to a briefing on 14 February 2019.", set()),
    ("In January, the Panel received a briefing on the contract.", set()),
    ("A public meeting was held in the village hall on 5 February 2019.", set()),
    ("The Clerk attended a meeting with Highways on 5 February 2019.", set()),
    ("The site meeting on 5 February 2019 was well attended.", set()),
    ("The Board met with residents on 5 February 2019.", set()),
    ("Items for the next meeting should reach the Clerk by 1 June 2019.", set()),
    ("At each November meeting a wish list is to be prepared.", set()),
    ("The decision may be called in within five days of 18 March 2019.", set()),
    ("RESOLVED: That no call-in be made of any decision of the day.", set()),
    ("The call-in period ends at noon on 20 March 2019.", set()),
    ("Children were referred to the pupil referral unit in February 2019.", set()),
    ("The Chairman referred to the Planning Committee's views on fences.", set()),
    ("It was agreed to cancel the April meeting.", set()),
    ("The Leader met the Leader of the Council on 5 February 2019.", set()),
    ("The site visits had been carried out on 5 February 2019.", set()),
    ("Concerns may be referred to the Standards Committee.", set()),
    ("Approved by Borough Council 20.12.18, for information.", set()),
    ("Councillor Bell was elected to the Council in May 2015.", set()),
    ("The Chief Executive wrote to the Local Authority on 4 February 2019.", set()),
    ("The Licensing Act 2003 came into force on 24 November 2005.", set()),
    ("The letter of 3 February 2019 from the Care Quality Commission was noted.", set()),
    ("The Cabinet Member met officers on 3 February 2019.", set()),
    ("The housing panel's fitted panels were delivered on 3 February 2019.", set()),
    ("Payment to the Council was received on 3 February 2019.", set()),
    ("The planning application was submitted to the Council on 3 February 2019.", set()),
]


@pytest.mark.parametrize("sentence, expected", SPOKEN, ids=[sentence[:60] for sentence, _ in SPOKEN])
def test_sentences(sentence: str, expected: set[Told]) -> None:
    assert told(find(context(document(minutes(sentence))))) == expected


MINUTES: list[tuple[str, str, set[Told]]] = [
    ("Minutes", "RESOLVED: That the minutes of the meeting on 4 February 2019 are confirmed as a correct record.", {("confirms-minutes", OWN, "2019-02-04")}),
    (
        "Minutes of the last meeting",
        "It was proposed by G. Clere that the minutes of the meeting held on 9th January be signed.",
        {("confirms-minutes", OWN, "2019-01-09")},
    ),
    ("Minutes", "Two amendments were asked for before the January Minutes could be signed.", {("previous-meeting", OWN, month(1))}),
    (
        "Minutes",
        "The minutes of the 2018 Annual Parish Meeting were signed as a true record.",
        {("confirms-minutes", "Annual Parish Meeting", "2018-01-01/2018-12-31")},
    ),
    (
        "Minutes",
        "The minutes of the meetings held on 9 January and 6 February 2019 were approved.",
        {("confirms-minutes", OWN, "2019-01-09"), ("confirms-minutes", OWN, "2019-02-06")},
    ),
    ("Confirmation of minutes", "Wednesday 9th January 2019.", {("confirms-minutes", OWN, "2019-01-09")}),
    ("Minutes and matters arising", "The minutes of the last meeting were agreed. The bridge was inspected on 5 February 2019.", set()),
    (
        "Minutes of other committees",
        "The minutes of the Planning Committee of 6 February 2019 were received and noted.",
        {("previous-meeting", "Planning Committee", "2019-02-06")},
    ),
    ("Minutes", "The minutes of the previous meeting, published on 5 February 2019, were signed.", set()),
    ("Minute of previous meeting", "The Committee approved the Minute of its meeting of 6 February 2019.", {("confirms-minutes", OWN, "2019-02-06")}),
    ("Notes", "The notes of the meeting held on 6 February 2019 were agreed.", {("confirms-minutes", OWN, "2019-02-06")}),
    ("Roads", "Further to Minute 45 of 6 February 2019, it was agreed to write again.", {("previous-meeting", OWN, "2019-02-06")}),
    ("Roads", "The ten minute parking limit was agreed on 6 February 2019.", set()),
    ("Date of next meeting", "It was agreed that the minutes and the next meeting would be on 8 May 2019.", {("future-meeting", OWN, "2019-05-08")}),
]


@pytest.mark.parametrize("title, sentence, expected", MINUTES, ids=[sentence[:60] for _, sentence, _ in MINUTES])
def test_minutes(title: str, sentence: str, expected: set[Told]) -> None:
    assert told(find(context(document(minutes(sentence, title))))) == expected


LISTS: list[tuple[str, str, set[Told]]] = [
    (
        "Background Papers",
        "- Agenda and Minutes of Housing and Planning Panel on 23 November 2017, 25 January 2018 and 11 September 2018\n"
        "- Agenda and Minutes of Cabinet 13 December 2018 (agenda item 8)\n- Letter of 5 January 2019",
        {("background-paper", OWN, day) for day in ("2017-11-23", "2018-01-25", "2018-09-11")} | {("background-paper", "Cabinet", "2018-12-13")},
    ),
    (
        "Background papers (on request)",
        "Report to Planning Committee, 7 January 2019; Ofsted report dated 5 January 2019",
        {("background-paper", "Planning Committee", "2019-01-07")},
    ),
    ("Previous decisions", "Cabinet – 12 July 2018", {("previous-meeting", "Cabinet", "2018-07-12")}),
    (
        "Dates of Future Meetings",
        "- 23 May 2019 at 2pm\n- 17 July 2019 2pm\n- 5 February 2019",
        {("future-meeting", OWN, "2019-05-23"), ("future-meeting", OWN, "2019-07-17")},
    ),
    ("Date and time of next meeting", "Thursday 23 May, 7.30pm in the Village Hall", {("future-meeting", OWN, "2019-05-23")}),
    (
        "Future meetings",
        "Planning Committee: 3 April 2019\nHousing and Planning Panel: 8 May 2019",
        {("future-meeting", "Planning Committee", "2019-04-03"), ("future-meeting", OWN, "2019-05-08")},
    ),
    ("Work programme 2019/20", "- 12 June 2019 – School places\n- 5 February 2019 – Road repairs", {("scheduled-item", OWN, "2019-06-12")}),
    ("Repairs in 2019/20", "- 12 June 2019 – School places\n- 5 February 2019 – Road repairs", set()),
    ("Future meetings", "Members who cannot come on 8 May 2019 because of the exhibition that is to open in the town hall on that day should say so.", set()),
]


@pytest.mark.parametrize("heading, lines, expected", LISTS, ids=[heading for heading, _, _ in LISTS])
def test_lists(heading: str, lines: str, expected: set[Told]) -> None:
    assert told(find(context(document(minutes(f"The report was noted.\n\n{heading}\n\n{lines}"))))) == expected


def table(*rows: str, heading: str = "Appendix 1 - Work Programme 2018/19") -> str:
    return minutes(f"{heading}\n\n" + "\n".join(row.replace(" | ", "\t").replace(" |", "\t") for row in rows), "Work programme")


TITLED = tuple[str, str, str, str]
TABLES: list[tuple[str, set[TITLED]]] = [
    (
        table(
            "Date of Meeting | Issue for Scrutiny | Date of Last Report | Notes",
            "13 March 2019 | Road repairs | 9 January 2019 | ",
            "23 May 2019 | Housing plan | 9 January 2019 11 September 2018 | Was circulated in February 2019",
            "April 2019 (28 May?) | Bus fares | N/A Plan was circulated February 2019 | Agreed by Cabinet on 13 December 2018",
            "TBC | Libraries | OSB 25 May 2018 | ",
        )
        + "\nThe Overview and Scrutiny Board (OSB) was told.\n",
        {
            ("last-report", "", "2019-01-09", "Road repairs"),
            ("scheduled-item", OWN, "2019-05-23", "Housing plan"),
            ("last-report", "", "2019-01-09", "Housing plan"),
            ("last-report", "", "2018-09-11", "Housing plan"),
            ("scheduled-item", OWN, month(4), "Bus fares"),
            ("previous-meeting", "Cabinet", "2018-12-13", ""),
            ("last-report", "Overview and Scrutiny Board", "2018-05-25", "Libraries"),
        },
    ),
    (  # the columns in another order, with other names
        table(
            "Report title | Lead officer | Committee | Meeting date",
            "Parking charges | J Hill | Planning Committee | 10 April 2019",
            "Parks | J Hill | Cabinet | 2 May 2019",
        ),
        {("scheduled-item", "Planning Committee", "2019-04-10", "Parking charges"), ("scheduled-item", "Cabinet", "2019-05-02", "Parks")},
    ),
    (  # a date stands once for several rows, and a bullet goes on with the row above
        table("Date | Item | Officer", "10 April | Budget | A Hill", " | Staffing | B Hill", " | • agency staff | "),
        {("scheduled-item", OWN, "2019-04-10", "Budget"), ("scheduled-item", OWN, "2019-04-10", "Staffing")},
    ),
    (table("Date | Payee | Item | Amount", "10 April 2019 | A Hill | Grass cutting | 25.00", heading="Payments"), set()),
    (table("Planned action | By who | By when", "Write to schools | A Hill | 10 April 2019", heading="Action planning"), set()),
]


@pytest.mark.parametrize("text, expected", TABLES, ids=["programme", "other columns", "merged dates", "payments", "actions"])
def test_tables(text: str, expected: set[TITLED]) -> None:
    assert {(r.relation, r.body, date_of(r), r.title) for r in find(context(document(text)))} == expected


def test_the_last_meeting_is_the_one_whose_minutes_are_confirmed() -> None:
    words = "The minutes of the meeting held on 6 February 2019 were agreed.\n\n3. Roads\n\nAt its last meeting, the Panel discussed the bridge."
    found = find(context(document(minutes(words, "Minutes"))))
    last = [r for r in found if r.rule == "last-meeting"]
    assert told(last) == {("previous-meeting", OWN, "2019-02-06")}
    assert all(r.derived and len(r.evidence) == 2 for r in last)


def test_a_report_in_a_pack_belongs_to_the_item_whose_title_it_repeats() -> None:
    text = (
        "Ashford County Council\n\nAgenda\n\nHousing and Planning Panel\n\nWednesday, 13 March 2019, 10.00 am\n\n"
        "Item No\tSubject\tPage No\n1\tApologies and Welcome\t\n2\tRoad Repairs in the South\t1 - 2\n3\tWork Programme 2018/19\t3 - 4\n\n"
        "HOUSING AND PLANNING PANEL\n\n13 MARCH 2019\n\nROAD REPAIRS IN THE SOUTH\n\nThe plan was agreed by Cabinet on 13 December 2018.\n\n"
        "HOUSING AND PLANNING PANEL\n\n13 MARCH 2019\n\nWORK PROGRAMME 2018/19\n\nThe programme was agreed by Council on 12 September 2018.\n"
    )
    found = find(context(document(text, "agenda")))
    assert {(r.item.title.text, r.body) for r in found if r.item} == {("Road Repairs in the South", "Cabinet"), ("Work Programme 2018/19", COUNCIL)}


@pytest.mark.parametrize(
    "sentence, basis",
    [("The plan was agreed by Cabinet on 13 December 2018.", Basis.STATED), ("The plan was agreed by Cabinet on 13 December.", Basis.DERIVED)],
)
def test_a_year_taken_from_the_meeting_is_derived(sentence: str, basis: Basis) -> None:
    reading = relate(mentions.find(meetings.divide(document(minutes(sentence)))))
    nodes = [s for s in reading.statements if s.predicate == v.TYPE and s.object == v.REFERENCE]
    assert [s.basis for s in nodes] == [basis]
    assert [reading.document.quote(span) for s in nodes for span in s.evidence] == [sentence]
    assert [s.object.value for s in reading.statements if s.predicate == v.EARLIEST and s.subject == nodes[0].subject and not isinstance(s.object, str)] == [
        "2018-12-13"
    ]


@pytest.mark.parametrize("pattern", reference_words.patterns(), ids=lambda pattern: pattern.name)
def test_each_pattern_reads_its_sentence_and_leaves_its_counterpart(pattern: reference_words.Pattern) -> None:
    paper = context(document(minutes("The Improvement Board (IB), the Schools Forum and the Performance Board were told.")))
    naming = Naming(paper)

    def reads(sentence: str) -> bool:
        marked = mark(sentence, naming, near=paper.near).text
        return bool(pattern.looked_for.search(marked)) and not (pattern.unless and pattern.unless.search(marked))

    assert reads(pattern.reads)
    assert not reads(pattern.leaves)


@pytest.mark.parametrize(
    "words",
    [
        "Members were not minded to approve the minutes of the meeting held on 12 December 2018 as a correct record.",
        "The minutes of the meeting held on 12 December 2018 were not available and were deferred to the next meeting.",
        "The minutes of the meeting held on 12 December 2018 were deferred.",
        "The minutes of the meeting held on 12 December 2018 were not yet agreed.",
    ],
)
def test_minutes_that_were_put_off_are_not_confirmed(words: str) -> None:
    assert "confirms-minutes" not in {r.relation for r in find(context(document(minutes(words, title="Minutes"))))}


@pytest.mark.parametrize(
    "words, relation",
    [
        ("It was proposed by Cllr Bell and seconded by Cllr Dunn that the minutes of the meeting held on 12 December 2018 be signed.", "previous-meeting"),
        ("It was proposed by Cllr Bell, seconded by Cllr Dunn and RESOLVED that the minutes of the meeting held on 12 December 2018 be signed.", "confirms-minutes"),
        ("The minutes of the meeting held on 12 December 2018 were approved, proposed by Cllr Bell and seconded by Cllr Dunn.", "confirms-minutes"),
    ],
)
def test_minutes_that_were_only_moved_are_not_confirmed(words: str, relation: str) -> None:
    assert (relation, OWN, "2018-12-12") in told(find(context(document(minutes(words, title="Minutes")))))


@pytest.mark.parametrize(
    "words", ["Draft minutes to be confirmed on 3rd September", "Draft minutes of 12 December 2018, to be approved and signed at the meeting on 3 April 2019."]
)
def test_a_draft_that_says_when_it_will_be_confirmed_confirms_nothing(words: str) -> None:
    assert "confirms-minutes" not in {r.relation for r in find(context(document(minutes(words, title="Minutes"))))}


def test_minutes_are_confirmed_where_only_what_arose_from_them_is_put_off() -> None:
    words = "The minutes of the meeting held on 12 December 2018 were agreed; the matters arising were deferred."
    assert ("confirms-minutes", OWN, "2018-12-12") in told(find(context(document(minutes(words, title="Minutes")))))


def test_the_title_of_a_paper_whose_day_is_not_known_confirms_nothing() -> None:
    paper = "Larming Planning Partners\n\nMinutes of the meeting held on 12 August 2014\n\nRoads\n\nThe lane was mended.\n"
    assert not [r for r in find(context(document(paper))) if r.relation == "confirms-minutes"]


def test_a_month_with_the_year_of_the_paper_behind_it_may_be_no_day() -> None:
    assert ("confirms-minutes", OWN, "2018-05-01/2018-05-31") in told(find(context(document(minutes("Minutes of May 18 meeting were signed.", title="Minutes")))))
    assert ("confirms-minutes", OWN, "2018-06-14") in told(find(context(document(minutes("Minutes of June 14 meeting were signed.", title="Minutes")))))


def test_of_the_following_committees_each_has_its_own_day() -> None:
    words = "RESOLVED to receive the minutes of the following Committee meetings: Planning Committee 4 October 2018; Finance Committee 22 November 2018."
    assert told(find(context(document(minutes(words, title="Committees"))))) == {
        ("previous-meeting", "Planning Committee", "2018-10-04"),
        ("previous-meeting", "Finance Committee", "2018-11-22"),
    }


def test_a_month_without_a_meeting_is_no_date_of_one() -> None:
    words = "It was agreed that no meeting would take place in April.\n\nThe next meeting would take place on Tuesday 7 May."
    assert told(find(context(document(minutes(words, title="Date of next meeting"))))) == {("future-meeting", OWN, "2019-05-07")}


def test_what_is_subsequent_to_a_meeting_is_after_it() -> None:
    words = "Subsequent to the September Meeting held on 23rd September an extra invite was received."
    assert {relation for relation, _, _ in told(find(context(document(minutes(words)))))} == {"previous-meeting"}


@pytest.mark.parametrize("whose", ["SPC1 meeting", "Larming West electoral area meeting", "PACT meeting", "Panel Liaison Circle meeting"])
def test_minutes_of_a_meeting_of_others_are_not_those_of_the_paper(whose: str) -> None:
    words = f'"That the minutes of the {whose} held on 29 January 2019 be and are hereby confirmed".'
    assert told(find(context(document(minutes(words, title="Reports"))))) == {("confirms-minutes", "", "2019-01-29")}


@pytest.mark.parametrize("kind", ["last ordinary monthly meeting", "Annual General Meeting", "Panel meeting", "remote meeting", "Extraordinary Meeting"])
def test_a_kind_of_meeting_is_nobody_else(kind: str) -> None:
    assert told(find(context(document(minutes(f"The minutes of the {kind} held on 3 February 2019 were approved.", title="Minutes"))))) == {
        ("confirms-minutes", OWN, "2019-02-03")
    }


def test_notes_that_will_be_approved_later_are_not_confirmed_under_their_title() -> None:
    words = "The notes of the meeting held on 18 February 2019 were noted and would be approved at the next meeting in May."
    found = told(find(context(document(minutes(words, title="Notes of the Meeting held on 18 February 2019")))))
    assert "confirms-minutes" not in {relation for relation, _, _ in found}


def test_minutes_of_a_day_to_come_are_a_misprint() -> None:
    words = "RESOLVED: That the minutes of the Conservation Panel meeting held on 5th December 2019 be received."
    assert "future-meeting" not in {r.relation for r in find(context(document(minutes(words, title="Minutes of other bodies"))))}


def test_what_could_be_brought_is_not_scheduled() -> None:
    found = find(context(document(minutes("An update on premiums could be presented to the July meeting."))))
    assert "scheduled-item" not in {r.relation for r in found}
