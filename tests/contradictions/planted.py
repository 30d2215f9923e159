"""Papers of invented councils with contradictions planted in them, by file name; and what was planted: a kind and words of both sides."""

from __future__ import annotations

PAPERS = {
    "wyvern-planning.txt": """WYVERN DISTRICT COUNCIL
Planning Committee
Tuesday 6 March 2024 at 7.00 pm
Present: Councillors A Hay (Chair), B Lee, C Mann, D Orr and E Pike
Apologies: Councillors F Quill and E Pike
1. Minutes
RESOLVED that the minutes of the meeting held on 20 March 2024 be confirmed.
2. Mill Pond
Proposed by Councillor G Rudd, seconded by Councillor B Lee, and
RESOLVED that the pond be kept.
3. Mill Lane
It was moved by Councillor A Hay and seconded by Councillor B Lee that the lane be widened. On a recorded vote:

For (4): Councillors A Hay, B Lee and C Mann

Against (2): Councillors D Orr and C Mann

The motion was carried.

The meeting closed at 6.40 pm.
""",
    "selsby-cabinet.txt": """SELSBY BOROUGH COUNCIL
CABINET
Minutes of the meeting of the Cabinet held on Monday, 14 May 2019 at 10.00 am
Present: Cllr J Sims (Leader), Cllr K Toon, Cllr L Udall and Cllr M Vale
Apologies for absence: Cllr K Toon
12. Minutes
RESOLVED: That the minutes of the meeting held on Friday 12 April 2019 be approved.
13. Budget
The Cabinet met on Sunday 10 April 2019 to prepare it.
Moved by Cllr N Wade, seconded by Cllr M Vale, and
RESOLVED: That the budget be approved.
The vote was: For: 5 Against: 1 Abstentions: 0
For: Cllr J Sims, Cllr K Toon and Cllr M Vale
Against: Cllr L Udall
""",
    "orme-draft.txt": """ORME TOWN COUNCIL
Finance Committee
DRAFT minutes of the meeting held on Thursday 4 July 2024 at 7.00 pm
Present: Cllr P Ash (Chairman), Cllr Q Birch, Cllr R Cedar and Cllr S Elm
1. Apologies
None.
2. Grants
Proposed by Cllr Q Birch, seconded by Cllr R Cedar, and
RESOLVED that the grant be refused.
The meeting closed at 8.30 pm.
""",
    "orme-final.txt": """ORME TOWN COUNCIL
Finance Committee
Minutes of the meeting held on Thursday 4 July 2024 at 7.00 pm
Present: Cllr P Ash (Chairman), Cllr Q Birch, Cllr R Cedar and Cllr S Elm
1. Apologies
Apologies were received from Cllr S Elm.
2. Grants
Proposed by Cllr S Elm, seconded by Cllr R Cedar, and
RESOLVED that the grant be deferred.
The meeting closed at 8.45 pm.
""",
    "haddon-march.txt": """HADDON BOROUGH COUNCIL
Audit Committee
Minutes of the meeting of the Audit Committee held on Wednesday 6 March 2024 at 6.30 pm
Present: Councillors T Ames (Chair), U Bray and V Cole
(Quorum 5)
There were four Members present.
The meeting commenced at 6.32 pm.
1. Apologies
None.
2. Accounts
It was proposed by Councillor U Bray, seconded by Councillor U Bray, and
RESOLVED that the accounts be signed.
3. Auditor's fee
Proposed by Councillor T Ames, seconded by Councillor V Cole, and
RESOLVED unanimously that the fee be paid.
The vote was: For: 2 Against: 1 Abstentions: 0
4. Car park
It was moved by Councillor V Cole and seconded by Councillor U Bray that the car park be sold. On being put to the vote, with 2 votes for and 3 against, the motion was carried.
5. Next meeting
The next meeting of the Audit Committee will be held on 7 February 2024.
The meeting opened at 6.50 pm with a welcome.
The meeting closed at 8.05 pm.
The proceedings ended at 8.40 pm.
""",
    "haddon-may.txt": """HADDON BOROUGH COUNCIL
Audit Committee
Minutes of the meeting of the Audit Committee held on Wednesday 1 May 2024 at 6.30 pm
Present: Councillors T Ames (Chair), U Bray and V Cole
1. Apologies
None.
2. Minutes
RESOLVED: That the minutes of the meeting of the Audit Committee held on 7 March 2024 be approved as a correct record.
3. Inspection
Ofsted inspected the Council's children's services from 5 June 2023 to 9 June 2023 and published its report on 2 May 2023.
The meeting closed at 7.15 pm.
""",
    "haddon-june.txt": """HADDON BOROUGH COUNCIL
Children's Panel
Minutes of the meeting of the Children's Panel held on Wednesday 5 June 2024 at 6.30 pm
Present: Councillors T Ames (Chair), U Bray and V Cole
1. Apologies
None.
2. Area SEND inspection
Ofsted and the Care Quality Commission carried out an area SEND inspection of Haddon from 8 to 12 January 2024.
The report was published on 4 March 2024.
""",
    "haddon-july.txt": """HADDON BOROUGH COUNCIL
Children's Panel
Minutes of the meeting of the Children's Panel held on Wednesday 3 July 2024 at 6.30 pm
Present: Councillors T Ames (Chair), U Bray and V Cole
1. Apologies
None.
2. Area SEND inspection
Ofsted and the Care Quality Commission carried out an area SEND inspection of Haddon from 15 to 19 January 2024.
The report was published on 4 March 2024.
""",
}
WEEKDAY, AWAY, ABSENT, VOTES, TWICE = "weekday", "present and apologies", "not among those present", "votes", "two votes"
PLANTED = [
    (WEEKDAY, "Tuesday 6 March 2024", "Wednesday"),
    (WEEKDAY, "Monday, 14 May 2019", "Tuesday"),
    (WEEKDAY, "Sunday 10 April 2019", "Wednesday"),
    (AWAY, "E Pike", "apologies"),
    (AWAY, "K Toon", "apologies"),
    (AWAY, "S Elm", "apologies"),
    (ABSENT, "G Rudd", "proposed"),
    (ABSENT, "N Wade", "proposed"),
    (VOTES, "5 for", "3 names for"),
    (VOTES, "4 for", "3 names for"),
    (TWICE, "C Mann", "for"),
    ("minutes of a later day", "2024-03-20", "2024-03-06"),
    ("end before beginning", "19:00", "18:40"),
    ("two times of ending", "20:30", "20:45"),
    ("two names for one act", "Q Birch", "S Elm"),
    ("two outcomes", "refused", "deferred"),
    ("number present", "four Members present", "3 names"),
    ("quorum", "quorum of 5", "3 names"),
    ("two times of beginning", "18:32", "18:50"),
    ("two times of ending", "20:05", "20:40"),
    ("proposed and seconded by one", "U Bray", "seconded"),
    ("unanimous", "unanimously", "2 for, 1 against"),
    ("votes and outcome", "carried", "2 for, 3 against"),
    ("more votes than members", "5 votes", "3 present"),
    ("more votes than members", "6 votes", "4 present"),
    ("more votes than members", "6 votes", "5 present"),  # of Mill Lane: somebody is on both sides
    ("meeting to come on an earlier day", "2024-02-07", "2024-03-06"),
    ("two dates", "2024-03-06", "minutes of 2024-03-07"),
    ("two dates", "2024-01-08", "2024-01-15"),
    ("published before it began", "2023-06-05", "2023-05-02"),
]
