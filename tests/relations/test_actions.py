"""Actions: who is given what to do by when, in the ways that minutes say it; and what is only hoped, asked, supposed or past."""

from __future__ import annotations

import pytest

from graph_builder import vocabulary as v
from graph_builder.relations.actions import task_clauses
from tests.relations.told import Node, document, minutes, nodes, quotes, read

# who as printed, what, by when
Action = tuple[str, str, str]


def one(node: Node, predicate: str) -> str:
    return " & ".join(node.get(predicate, []))


def actions(words: str) -> list[Action]:
    """The actions that an item of minutes gives."""
    found = nodes(read(minutes(words, title="Any other matters")), v.ACTION).values()
    return sorted((one(node, v.ASSIGNEE_PRINTED), one(node, v.TEXT), one(node, v.DUE)) for node in found)


READS: list[tuple[str, list[Action]]] = [
    (
        "ACTION: Clerk to obtain three quotes for the shelter; Cllr Dunn to measure it.",
        [("Clerk", "obtain three quotes for the shelter", ""), ("Cllr Dunn", "measure it", "")],
    ),
    ("Action: Clerk to write to the school. Cllr Dunn to check the fence.", [("Clerk", "write to the school", ""), ("Cllr Dunn", "check the fence", "")]),
    ("AB to remind the school to invite CD at the May meeting.", [("AB", "remind the school to invite CD at the May meeting", "at the May meeting")]),
    (
        "Cllr Dunn to announce the fair. (Action: Cllr Dunn)\nCllr Bell to paint the gate (Action Cllr Bell)",
        [("Cllr Bell", "Cllr Bell to paint the gate", ""), ("Cllr Dunn", "Cllr Dunn to announce the fair", "")],
    ),
    ("There is still no answer from the Borough. Clerk to chase.", [("Clerk", "There is still no answer from the Borough – chase", "")]),
    ("Cllr Dunn said that it was late and agreed to write to Mr Vance with a date.", [("Cllr Dunn", "write to Mr Vance with a date", "")]),
    (
        "In reply to Councillor Dunn, the Director of Finance and Property advised that he would circulate a briefing note to all members.",
        [("Director of Finance and Property", "circulate a briefing note to all members", "")],
    ),
    (
        "ACTION: JB to circulate the risk register before the next meeting.",
        [("JB", "circulate the risk register before the next meeting", "before the next meeting")],
    ),
    ("Action: Clerk to obtain three quotes for the fence by 30 June.", [("Clerk", "obtain three quotes for the fence by 30 June", "by 30 June")]),
    ("Action: Confirm whether the plan is public (Councillor Dunn).", [("Councillor Dunn", "Confirm whether the plan is public", "")]),
    ("ACTION POINT 3: The Board to review the dashboard at its April meeting.", [("Board", "review the dashboard at its April meeting", "at its April meeting")]),
    ("The heating fault should be investigated by the caretaker. (Action: AB)", [("AB", "The heating fault should be investigated by the caretaker", "")]),
    (
        "The Head of Planning undertook to provide a written response within five working days.",
        [("Head of Planning", "provide a written response within five working days", "within five working days")],
    ),
    ("Cllr Dunn agreed to raise the matter with Highways.", [("Cllr Dunn", "raise the matter with Highways", "")]),
    ("It would be useful for the Chairman to join the Board – the Director agreed to look into this.", [("Director", "It would be useful for the Chairman to join the Board – look into this", "")]),
    (
        "It was agreed that the Scrutiny Officer would circulate the briefing note to all Members.",
        [("Scrutiny Officer", "circulate the briefing note to all Members", "")],
    ),
    ("It was agreed that a letter would be sent to the local MPs.", [("", "a letter would be sent to the local MPs", "")]),
    ("It was agreed that the indicator should be removed from the list.", [("", "the indicator should be removed from the list", "")]),
    ("The Clerk was instructed to write to the landowner about the hedge.", [("Clerk", "write to the landowner about the hedge", "")]),
    ("RESOLVED that the Clerk write to the County Council requesting a survey.", [("Clerk", "write to the County Council requesting a survey", "")]),
    (
        "Officers would bring a further report to the September meeting.",
        [("Officers", "bring a further report to the September meeting", "to the September meeting")],
    ),
    (
        "AGREED: that officers prepare a revised budget for consideration in January.",
        [("officers", "prepare a revised budget for consideration in January", "in January")],
    ),
    (
        "The Chairman asked the Director of Finance to provide a breakdown of agency costs.",
        [("Director of Finance", "provide a breakdown of agency costs", "")],
    ),
    ("The notes of the working group to be circulated to all councillors.", [("", "The notes of the working group to be circulated to all councillors", "")]),
    ("The outcome would be reported to the Panel at its next meeting.", [("", "The outcome would be reported to the Panel at its next meeting", "at its next meeting")]),
    ("The wording would be finalised with the Chairman following the meeting.", [("", "The wording would be finalised with the Chairman following the meeting", "following the meeting")]),
    ("It was agreed that a column would be added to the list.", [("", "a column would be added to the list", "")]),
    ("The Chamberlain undertook to make these changes.", [("Chamberlain", "make these changes", "")]),
    ("RESOLVED for the Clerk to send a copy of the letter to the school.", [("Clerk", "send a copy of the letter to the school", "")]),
    ("AGREED – That the Chairman writes to the Cabinet Member.", [("Chairman", "writes to the Cabinet Member", "")]),
    ("Clerk asked to contact the Borough again.", [("Clerk", "contact the Borough again", "")]),
    ("The gate was noted. CLERK TO SEND LETTER TO FENCE MAKER", [("CLERK", "SEND LETTER TO FENCE MAKER", "")]),
    ("The gate fell. Councillor Dunn proposed that a price be obtained seconded by Councillor Bell - Agreed", [("", "a price be obtained", "")]),
    ("Action: Clerk to write to the school. Due: June", [("Clerk", "write to the school", "June")]),
    ("The Clerk said that the lane was wet. Action: Clerk to write. Due: Ongoing", [("Clerk", "write", "")]),
    (
        "ACTION: - Clerk to circulate the paper to all. - Cllr Dunn to check the wall.",
        [("Clerk", "circulate the paper to all", ""), ("Cllr Dunn", "check the wall", "")],
    ),
    ("The Chairman asked Cllr Dunn to ring the school. He thanked Cllr Dunn. Action: Cllr Dunn", [("Cllr Dunn", "The Chairman asked Cllr Dunn to ring the school", "")]),
    (
        "It was agreed to ask Mrs Vance, who had led it but was ill, to report in May.",
        [("Mrs Vance", "report in May", "in May")],
    ),
    (
        "The Council requested that Councillor Bell obtain confirmation from Highways on when the lane would be mended.",
        [("Councillor Bell", "obtain confirmation from Highways on when the lane would be mended", "")],
    ),
    ("The Chair requested that an update be brought to the June meeting.", [("", "an update be brought to the June meeting", "to the June meeting")]),
    ("The Panel agreed that the working group would develop a mechanism.", [("working group", "develop a mechanism", "")]),
    ("It was agreed the Clerk would talk to the contractor.", [("Clerk", "talk to the contractor", "")]),
    ("The path - CD to request that the lane be cleared.", [("CD", "request that the lane be cleared", "")]),
    (
        "Report on proposals for the lane to be brought back to the meeting in June 2019.",
        [("", "Report on proposals for the lane to be brought back to the meeting in June 2019", "in June 2019")],
    ),
    ("ACTIONS AGREED: (1) Clerk to write to the school (2) Cllr Dunn to check the gate", [("Clerk", "write to the school", ""), ("Cllr Dunn", "check the gate", "")]),
    ("Action for Clerk: circulate the map.", [("Clerk", "circulate the map", "")]),
    ("ACTION – Clerk to chase the lease.", [("Clerk", "chase the lease", "")]),
    ("The wall is unsafe. [Action: Clerk to write to the owner]", [("Clerk", "write to the owner", "")]),
    (
        "Cllr Bell asked CD if she could do an estimate for the cost. Agreed. ACTION CD.",
        [("CD", "Cllr Bell asked CD if she could do an estimate for the cost", "")],
    ),
    (
        "The grant needs an estimate by May. AB would like someone to pick this up. The rules were read. ACTION CD.",
        [("CD", "The grant needs an estimate by May – AB would like someone to pick this up", "by May")],
    ),
    (
        "Cllr Bell had asked for the speeds. This information was awaited. ACTION: Cllr Bell",
        [("Cllr Bell", "Cllr Bell had asked for the speeds – This information was awaited", "")],
    ),
    (
        "RESOLVED:\n\n(a) That the report be noted.\n\n(b) That a further report be brought to the Panel in September 2019.",
        [("", "a further report be brought to the Panel in September 2019", "in September 2019")],
    ),
    (
        "The Head of Housing said that the team would look into the case and that she would write to Councillor Bell.",
        [("team", "look into the case", "")],
    ),
    ("The Clerk undertook to arrange it with the Councillor. Mr Vance said the lane was wet.", [("Clerk", "arrange it with the Councillor", "")]),
    (
        "The gate fell. ACTION: AB to mend it. CD to bring a paper on falls in July. ACTION: CD",
        [("AB", "mend it", ""), ("CD", "bring a paper on falls in July", "in July")],
    ),
    ("RESOLVED: That the Panel:-\n\n(a) notes the report; and\n\n(b) requests Members of the Panel to send any questions to the Clerk.", [("Members of the Panel", "send any questions to the Clerk", "")]),
    ("1.4 Absent: none\n1.5 AV agreed to write the minutes of the meeting.", [("AV", "write the minutes of the meeting", "")]),
    (
        "It was agreed that the Democratic Advisor would contact officers within two weeks, otherwise the Chair would write to the Chief Executive.",
        [("Democratic Advisor", "contact officers within two weeks", "within two weeks")],
    ),
    (
        "The Action Plan agreed by all partners needed to be signed and submitted to Ofsted within 70 days.",
        [("", "The Action Plan agreed by all partners needed to be signed and submitted to Ofsted within 70 days", "within 70 days")],
    ),
    ("Mrs Dunn volunteered to organise the litter pick.", [("Mrs Dunn", "organise the litter pick", "")]),
    ("The Strategic Director (Place) confirmed that he would speak to the developer.", [("Strategic Director (Place)", "speak to the developer", "")]),
    ("The Director confirmed that officers would shortly be meeting with the trust.", [("officers", "be meeting with the trust", "")]),
    ("Cllr Bell to attend the Parish Forum on 4 April.", [("Cllr Bell", "attend the Parish Forum on 4 April", "on 4 April")]),
    ("Village sign - clerk to contact the prison again.", [("clerk", "contact the prison again", "")]),
    ("Home watch - following discussion clerk to copy letter to PC Dunn.", [("clerk", "copy letter to PC Dunn", "")]),
    ("It was agreed to purchase two benches for the playing field.", [("", "purchase two benches for the playing field", "")]),
    ("The contractor is to be asked to return to complete the snagging list.", [("contractor", "return to complete the snagging list", "")]),
    ("The Portfolio Holder said that she would look into the reasons for the delay.", [("Portfolio Holder", "look into the reasons for the delay", "")]),
    (
        "The draft response will be finalised by the Chair and submitted by 14 May 2019.",
        [("Chair", "The draft response will be finalised by the Chair and submitted by 14 May 2019", "by 14 May 2019")],
    ),
    ("Locum Clerk will chase the insurance company for a reply.", [("Locum Clerk", "chase the insurance company for a reply", "")]),
    ("Request to be made to Planning Services about the change of use.", [("", "Request to be made to Planning Services about the change of use", "")]),
    (
        "Councillor Bell advised that the police had been informed and that he would keep members updated.",
        [("Councillor Bell", "keep members updated", "")],
    ),
    ("The agenda was full; however, the Treasurer offered to draft a reserves policy.", [("Treasurer", "draft a reserves policy", "")]),
    ("The action for Cllr Dunn to write to the school is in progress.", [("Cllr Dunn", "write to the school", "")]),
    (
        "Two actions stand, one for Cllr Dunn to raise the matter and another on Mr Bell to share the report.",
        [("Cllr Dunn", "raise the matter", ""), ("Mr Bell", "share the report", "")],
    ),
    (
        "Item 1.2 – Finance Sub Group to include an item in May. Secretary to resend the papers.",
        [("Finance Sub Group", "include an item in May", "in May"), ("Secretary", "resend the papers", "")],
    ),
    ("ACTION: CLERK TO OBTAIN QUOTES FOR THE FENCE", [("CLERK", "OBTAIN QUOTES FOR THE FENCE", "")]),
    ("(Action: Clerk to contact the Agency by 1 May)", [("Clerk", "contact the Agency by 1 May", "by 1 May")]),
    ("Action 1: Provide the figures for 2018/19. Lead: Head of Finance", [("Head of Finance", "Provide the figures for 2018/19", "")]),
    (
        "Actions:\n\n1. Send the link to all members – Clerk\n2. Cllr Dunn – speak to the vicar\n3. The Chair to invite the PCC.",
        [("Clerk", "Send the link to all members", ""), ("Cllr Dunn", "speak to the vicar", ""), ("Chair", "invite the PCC", "")],
    ),
    (
        "An action plan would be developed and the Director would report back in June.",
        [("Director", "report back in June", "in June")],
    ),
    ("Cllr Bell said the notes would be circulated to all.", [("", "the notes would be circulated to all", "")]),
    ("(10.5.1) Clerk to organise a visit.", [("Clerk", "organise a visit", "")]),
    ("C32/16 Cllr Bell agreed to organise a visit.", [("Cllr Bell", "organise a visit", "")]),
    ("Posters were sent to the village.Action 2.01: CD", [("CD", "Posters were sent to the village", "")]),
    ("Result of the Poll (Actioned) Fee to be paid to the Borough.", [("", "Fee to be paid to the Borough", "")]),
    ("Action: Invite the County Fire Service to health fairs", [("", "Invite the County Fire Service to health fairs", "")]),
    (
        "Action: Updated Terms of Reference to be provided at the next meeting.",
        [("", "Updated Terms of Reference to be provided at the next meeting", "at the next meeting")],
    ),
    (
        "Cabinet Members welcomed the report and would provide a response in due course.",
        [("Cabinet Members", "provide a response in due course", "")],
    ),
    ("The chairman and vice-chairman will decide on how to recruit a clerk.", [("chairman and vice-chairman", "decide on how to recruit a clerk", "")]),
    (
        "It rained. A small group was suggested - Cllr Dunn and the Clerk agreed to do this.",
        [("Cllr Dunn and the Clerk", "A small group was suggested – do this", "")],
    ),
    (
        "The Board agreed that the Clerk should have a meeting and report back to the next meeting.",
        [("Clerk", "have a meeting and report back to the next meeting", "to the next meeting")],
    ),
    (
        "ACTION: AB to order the signs. The shelters are old and a new one is due. ACTION: CD to look at the roof. CD put forward the idea of a picture.",
        [("AB", "order the signs", ""), ("CD", "look at the roof", "")],
    ),
    (
        "The Chairman of this group advised that he would raise it with the Chief Executive.",
        [("Chairman of this group", "raise it with the Chief Executive", "")],
    ),
    (
        "CD reported that the gate was mended. AB had received the report in error and said she would pass it to the Clerk.",
        [("AB", "AB had received the report in error – pass it to the Clerk", "")],
    ),
    (
        "It was agreed that the Clerk would write to the school. Cllr Dunn to check the fence.",
        [("Clerk", "write to the school", ""), ("Cllr Dunn", "check the fence", "")],
    ),
    (
        "In response to the Chair, Mr Vance advised that it is hard and agreed that it could be done. He will take the views on board.",
        [("Mr Vance", "take the views on board", "")],
    ),
    ("It was felt that the gate was unsafe. ACTION Cllr Dunn please.", [("Cllr Dunn", "It was felt that the gate was unsafe", "")]),
    (
        "The Director replied that he would reflect on that and discuss it with the Chair.",
        [("Director", "reflect on that and discuss it with the Chair", "")],
    ),
    ("During the discussion members:\n\n- agreed to invite the lead members to a future meeting.", [("", "invite the lead members to a future meeting", "")]),
    ("Signs: a price is needed. Agreed to obtain three quotes.", [("", "obtain three quotes", "")]),
    (
        "Action: Clerk to find out whether the meeting of the group had been held in June.",
        [("Clerk", "find out whether the meeting of the group had been held in June", "")],
    ),
    (
        "RESOLVED: That the Scrutiny Officer email all members and the matter be given further consideration at the next meeting.",
        [("Scrutiny Officer", "email all members", "")],
    ),
    ("The tap drips. It was proposed to mend it; the Clerk to ring the plumber.", [("Clerk", "ring the plumber", "")]),
    ("The lights were out. The Clerk would do this.", [("Clerk", "The lights were out – do this", "")]),
    ("The first draft was poor. It was agreed that officers would reschedule the workshop.", [("officers", "reschedule the workshop", "")]),
    (
        "Clerk to check the lease. Cllr Dunn to report back to the next meeting.",
        [("Clerk", "check the lease", ""), ("Cllr Dunn", "report back to the next meeting", "to the next meeting")],
    ),
]


@pytest.mark.parametrize("sentence, expected", READS, ids=[sentence[:60] for sentence, _ in READS])
def test_a_sentence_gives_somebody_something_to_do(sentence: str, expected: list[Action]) -> None:
    assert actions(sentence) == sorted(expected)


NOT = """All present agreed.
Everyone present agreed to this.
The Mayor, Councillor J Roe, extended a warm welcome to all present at the civic service.
Mrs Vance gave thanks to those present for their help.
Cllr Dunn agreed to take this role until the autumn.
It was agreed that Councillor Bell would chair the meeting.
TRUST BOARD MEETING TO BE HELD ON FRIDAY 12 APRIL 2019
Paragraph 3, the comment of Mr Vance to be amended to read: 'the fence was mended'.
Page 4, item 7 to be deleted.
The Scrutiny Committee at its meeting on 11 November 2011 agreed to establish a task group.
It was noted that the previous minutes of the meeting held on 12 January would be amended to record Mr Vance as present.
Money is given within the agreed criteria and any bid outside them would be brought to the Forum.
Cllr Dunn stated that he would support a site visit.
Members heard that Mr Vance, Senior Engineer, would go through the programme and take questions.
The Board was asked to determine whether to endorse the proposals.
The Chair invited Councillor Bell and Mr Brand, Executive Director – Children's Services, to address the panel.
It was agreed that the January meeting minutes be signed at the next meeting by the Chair.
Resolved that we join.
The item is exempt and therefore will be dealt with at the end of this agenda.
This is the last meeting that Mr Bell will be attending as he is retiring.
It meets quarterly and will be provided with a report.
The project would deliver 40 homes and would be completed by 2021.
It was resolved that the Chairman sign the minutes of the meeting of 4 April as a correct record.
Councillor Bell to replace Councillor Dunn on the Waterfront Board.
It was resolved that the Care Board Performance Review Plan has been paused.
Members agreed that the following meeting of the Overview and Scrutiny Committee would start at 6.00pm.
The Group would be meeting again in May.
The action for Cllr Dunn to write to the school has been completed.
The draft, with its plans, and not to be copied.
Any proposal outside the criteria would be brought to the Forum.
The Clerk noted that the Treasurer was requested to send the details.
The Forum agreed that the Provision Board review would be dropped.
Whilst some detail would be shared in May, the Chair felt that this was not enough.
The Panel sits four times a year and the first of these meetings will be held on 24 October.
The Assistant Director Law submitted a report to present the draft responses.
It was proposed that the group sit under the Board; reports would be brought to it each month.
This is a joint paper and would be published in May.
Two of the planters had been placed as agreed and would be filled.
Members to serve on each committee were nominated by the Group Leaders.
The minutes would be amended to reflect that Councillor Dunn was present.
In the event that the appointed representative is unable to attend, the Clerk will be informed.
All mobile phones should be switched off.
It was suggested that the Clerk could write to the landowner.
It was hoped that the works would be completed by Easter.
A member asked whether officers would circulate the report.
If the grant was refused the Council would write to the Minister.
The Director explained that the service had written to all parents.
The Clerk reported that she had written to the landowner.
Members considered whether a letter should be sent.
Concern was expressed that the road would be closed.
The contractor would not be able to repair the wall.
The Chairman thanked officers for agreeing to attend.
The Council is required to publish its accounts.
It would be helpful to receive an update.
Members of the public wishing to take part should notify the Head of Legal Services.
The minutes were approved as a correct record.
The Panel noted that children would benefit from the scheme.
He asked what would be done to repair the roof.
The application to be determined was for six houses.
Officers could provide more detail if required.
The new school will open in September 2020.
There was a need to improve communication.
The officer had agreed to investigate but had since left.
The Council used to provide a grant to the museum.
The aim of the strategy is to reduce waste.
The framework set out how the Council would hold the company to account.
Children are supported by their carers and school staff to engage in activities.
The integration of key services in 2020 will bring great benefits.
It had also been agreed that the terms would be presented to the Members in February.
Who will repair the fence?
The Panel is asked to note the report.
The next meeting will be held on 4 April 2019.
Councillor Pell and Mr Ames apologised for their inability to attend the meeting.
Councillor Pell intimated his inability to attend the meeting.
Councillor Edwards wished to speak on the item.
Councillor Edwards wanted to raise the state of the lane.
Mrs Dacre hoped to visit the site.
Councillor Edwards had asked to speak.
Councillor Pell offered Mr Ames the opportunity to present his report.
Councillor Oduya sought permission to provide a report.
Councillor Pell had the right to reply.
The Clerk had received a request to install a bench.
Councillor Edwards declined to discuss the matter.
A resident asked that the Council mend the lane.
The Chair asked that the report be noted.
Longer term, the Council will seek funding for the drains.
The letter read that we will request a place at the meeting.
Action: No further action.
Action: The report was noted.
ACTION: none
The external auditor would issue an opinion by 31 July 2019.
Schools would be asked to complete a return each term.
He would be happy to attend again.
The hedge is to be cut by the owner.
Wall to be removed.
RESOLVED: That the Director of Place be authorised to sign the lease.
It was agreed to refer to this project as the Green Lane.
The Panel agreed to keep the main format of its meetings.
It was agreed that only approved minutes would be displayed on the boards.
It was agreed that future minutes would be displayed on the website.
AGREED to recommend that the Council seek legal advice.
RESOLVED: That the Task & Finish Group reports from the Board (Contracts), the Panel (Plans) be approved.
RESOLVED: That Rule 6 as amended be adopted by the Panel: “The Proper Officer will give notice to the public of any meeting.”
The gate fell. COUNCIL TO DISCUSS STAFF MATTERS IN PRIVATE
Mr Bell and Mrs Vance would be attending the fair.
Item 12 should read: Councillor Edwards to be added to those present.
Minute 27 - Update “a briefing note would be provided to Members on the accounts” – an email had been sent.
Carol Dunn advised that Mr Vance led on it. It was agreed that he will liaise with the school.
The Clerk spoke. It was noted that Mr Vance had said he would seek a letter.
Laptops would be provided by the I.T. Unit over the coming month.
It was noted that some teams would be providing lessons over the winter.
The ditch can be cleared by neighbours.
Members agreed to hold the next meeting on Wednesday 3 July 2019.
Councillor Bell to support the extension of the boundary.
The Panel will be asked to advise on how to use it.
Item 5.3.1 to amend the role to be shared with Mr Vance.
Time for questions of ten minutes to be shared out between the tables.
The committee also agreed that members should only attend for the items that they need.
The Committee will oversee the financial reporting process.
The Risk, Governance and Audit Board will provide assurance on the framework of risk.
The Council will continue to work closely with the police.
The Clerk agreed to continue to press the matter.
The water company agreed to repair the leak.
Ashford Hospitals Trust will open a new ward in May.
The new footbridge will be installed in June 2019.
The consultation would be launched in April 2019.
A task group to look at home education would be set up in due course.
The wall needed to be repaired.
A strategy must be published.
Updates would be provided to residents of the lane in May 2019.
This would be reported to the next meeting.
The terms of reference would be considered at a future meeting.
The Director said it was his intention to meet with the Committee.
As agreed at the last meeting a Prevention Board would be set up.
It was agreed to proceed to the second stage of the works.
The Director agreed that communication should be improved.
A resident asked the Council to repair the wall.
A member asked the officer to clarify whether the grant had been paid.
Officers identified issues which the Chairman agreed would be included in the letter.
He would write to the school.
The Director will lead the delivery of the programme.
In October 2019 a plan will be drawn up with the targets being signed off by Cabinet.
The vans were getting moved to the post office and he asked that the Community Councils email him.
Item 13 of the minutes, 'the gate', to be added for clarity.""".splitlines()


@pytest.mark.parametrize("kind", ["agenda", "report", "letter"])
def test_a_paper_that_records_no_meeting_tells_no_tasks_in_sentences(kind: str) -> None:
    words = "Ashford County Council\n\n1. Roads\n\nThe Clerk will write to the school. The Director agreed to look into the matter.\n\nAction: Clerk to mend the gate.\n"
    found = nodes(read(document(words, kind=kind, council="Ashford County Council")), v.ACTION).values()
    assert [one(node, v.TEXT) for node in found] == ["mend the gate"]


def test_a_surname_that_is_also_a_wish_is_still_somebody() -> None:
    assert actions("Councillor Hope agreed to write to the school.") == [("Councillor Hope", "write to the school", "")]


def test_a_label_before_a_verb_of_wanting_names_no_owner() -> None:
    assert [who for who, _, _ in actions("Action: Councillor Edwards wished to raise the lane.")] == [""]


@pytest.mark.parametrize("sentence", NOT)
def test_hopes_questions_conditions_and_the_past_are_no_actions(sentence: str) -> None:
    assert actions(sentence) == []


def test_initials_mean_whoever_the_papers_own_list_says() -> None:
    paper = document(
        "Ashford Trust\n\nMinutes of the meeting of the Trust Board held on Wednesday 13 March 2019\n\nPresent:\nAlan Bell (AB) (Chair)\nCarol Dunn (CD)\n\n"
        "1. Risk register\n\nThe register was out of date.\n\nACTION: CD to update it by the end of April.\n",
        kind="minutes",
    )
    [node] = nodes(read(paper), v.ACTION).values()
    assert (one(node, v.ASSIGNED_TO), one(node, v.ASSIGNEE_PRINTED), one(node, v.DUE)) == ("dunn-carol", "CD", "by the end of April")


def test_a_label_that_names_nobody_but_its_owner_takes_the_sentence_before() -> None:
    reading = read(minutes("The risk register was discussed. Dates should be added to it.\n\nACTION: Clerk"))
    [(id_, node)] = nodes(reading, v.ACTION).items()
    assert (one(node, v.ASSIGNEE_PRINTED), one(node, v.TEXT)) == ("Clerk", "Dates should be added to it")
    assert quotes(reading, id_) == ["Dates should be added to it.", "ACTION: Clerk"]


def test_a_table_of_actions_is_read_by_its_heads() -> None:
    table = """| Planned action | By who | By when | How will this be monitored |
|---|---|---|---|
| Write to all schools about the new plan | Led by the Communication lead | Throughout the programme | Board |
| Publish the survey | Clerk | 30 June 2019 | Quarterly |
"""
    assert actions(table) == [
        ("Clerk", "Publish the survey", "30 June 2019"),
        ("Communication lead", "Write to all schools about the new plan", ""),
    ]


def test_a_column_of_actions_alone_names_its_owners_itself() -> None:
    table = "No | Discussion | Action\n1 | The gate fell. | Clerk to obtain quotes\n2 | Apologies came. | \n3 | The accounts were read. | Noted"
    assert actions(table) == [("Clerk", "obtain quotes", "")]


def test_cells_that_say_that_nothing_is_known_are_left_empty() -> None:
    table = "Action | Owner | Deadline\nArrange a workshop on drains | TBC | Ongoing\nShare the slides | Clerk | 4 April"
    assert actions(table) == [("", "Arrange a workshop on drains", ""), ("Clerk", "Share the slides", "4 April")]


def test_a_column_of_actionees_tells_whose_an_action_is() -> None:
    table = "Action point | Actionee | Target date\nShare the slides | Director of Finance | w/c 3 June"
    assert actions(table) == [("Director of Finance", "Share the slides", "w/c 3 June")]


def test_notes_of_a_work_programme_give_what_they_ask_for() -> None:
    table = """| Date of Meeting | Issue for Scrutiny | Notes/Follow-up Action |
|---|---|---|
| 13 November 2019 | School places | The plan was agreed by Cabinet |
| 23 January 2020 | Attainment | Validated data to be shared with the Panel when available |
"""
    assert [(text, due) for _, text, due in actions(table)] == [("Validated data to be shared with the Panel when available", "when available")]


def test_a_motion_gives_a_task_only_where_it_was_carried() -> None:
    motion = "Councillor Bell will move that the Council write to the Minister for Transport.\n\nThe motion was proposed by Councillor Bell"
    assert actions(f"{motion}, seconded by Councillor Dunn and agreed.") == [("Council", "write to the Minister for Transport", "")]
    assert actions(f"{motion} and discussed.") == []


@pytest.mark.parametrize(
    "words, expected",
    [
        ("send it by 14 May", "by 14 May"),
        ("report back at the next meeting", "at the next meeting"),
        ("write within the next two weeks", "within the next two weeks"),
        ("share it in due course", ""),
        ("share it shortly", ""),
        ("report on a monthly basis", ""),
        ("bring it to the March 2020 Board meeting", "to the March 2020 Board meeting"),
        ("bring it at the November Board meeting", "at the November Board meeting"),
        ("put it into words in the next monitoring report", "in the next monitoring report"),
        ("bring it to members at the next full council meeting", "at the next full council meeting"),
        ("look at it in the next.", "in the next"),
        ("print it in the next leaflet about bins", ""),
        ("present it in March 2020", "in March 2020"),
        ("do it as soon as possible", "as soon as possible"),
        ("mend the roof of the hall", ""),
        ("write about the letter of 3 January 2018", ""),
    ],
)
def test_a_due_date_is_kept_as_printed(words: str, expected: str) -> None:
    from datetime import date

    assert task_clauses.due(words, date(2019, 3, 13)) == expected


@pytest.mark.parametrize(
    "words, wanted",
    [
        (
            "RESOLVED:\n\n(1) That the report be noted.\n\n(2) That the Treasurer report on borrowing to the next meeting.",
            [("Treasurer", "report on borrowing to the next meeting", "to the next meeting")],
        ),
        (
            "AGREED to instruct the Executive Director to bring forward a report on transport.",
            [("Executive Director", "bring forward a report on transport", "")],
        ),
        ("Action: PK to close actions 14, 15 and 19.", [("PK", "close actions 14, 15 and 19", "")]),
        ("Cllr Bell and the Clerk to look into the cost of a new swing.", [("Cllr Bell and the Clerk", "look into the cost of a new swing", "")]),
        ("The pond was part of the old mill.The wardens agreed to clear the sluice.", [("wardens", "clear the sluice", "")]),
        ("Cllr Dunn agreed to chair the working group on the fair.", [("Cllr Dunn", "chair the working group on the fair", "")]),
        # who asks is not who does it, and what the paper is to tell is whole
        (
            "RESOLVED that:\n\n(a) The committee asks that the next quarterly report tells of the lessons of the review, including:\n\n"
            "Delays in the first visit.\nThe quality of plans.\n\n(b) The report be noted.",
            [("", "the next quarterly report tells of the lessons of the review, including: Delays in the first visit. The quality of plans.", "")],
        ),
        ("RESOLVED: That the Panel requests that the Head of Parks write to the growers.", [("Head of Parks", "write to the growers", "")]),
        # what another body agreed once; money that comes in
        ("It was agreed by the Scrutiny Management Board that the Roads Panel be requested to write to the contractor.", []),
        ("Lease of the upper field. Fee to be paid to us.", []),
        ("It was agreed by the members that the Clerk write to the contractor.", [("Clerk", "write to the contractor", "")]),
        # a meeting decides and nobody has anything to do; a question; what will be
        ("RESOLVED: That the Panel support the proposed precept of £14.", []),
        ("It was resolved to confirm the minutes as a true record.", []),
        ("Mr Vance asked the Cabinet Member when the offer would be published.", []),
        ("The governing body would meet first.", []),
        ("RESOLVED to:\n\nA. Delegate authority to the Director of Transport to publish the scheme.", []),
    ],
)
def test_resolutions_and_notes_give_tasks(words: str, wanted: list[Action]) -> None:
    assert actions(words) == wanted


def test_of_several_who_share_a_task_none_is_named_alone() -> None:
    [node] = nodes(read(minutes("Cllr Bell and the Clerk to look into the cost of a new swing.")), v.ACTION).values()
    assert v.ASSIGNED_TO not in node


def test_of_a_group_and_a_person_the_person_is_not_named_alone() -> None:
    [node] = nodes(read(minutes("Action: Confirm the date (Secretariat and Councillor Dunn).")), v.ACTION).values()
    assert (one(node, v.ASSIGNEE_PRINTED), v.ASSIGNED_TO in node) == ("Secretariat and Councillor Dunn", False)


def test_a_police_officer_is_no_councillor_of_that_surname() -> None:
    [node] = nodes(read(minutes("PC Dunn agreed to monitor the lane.")), v.ACTION).values()
    assert (one(node, v.ASSIGNEE_PRINTED), v.ASSIGNED_TO in node) == ("PC Dunn", False)


def test_a_given_name_alone_means_the_one_person_who_has_it() -> None:
    [node] = nodes(read(minutes("Present: Robin Vance.\n\nRobin Vance presented the report. Robin to speak to the school.")), v.ACTION).values()
    assert (one(node, v.ASSIGNEE_PRINTED), one(node, v.ASSIGNED_TO)) == ("Robin", "vance-robin")


def test_what_an_item_is_to_be_about_is_no_action() -> None:
    assert actions("Officers to report on the drains.\n\nMinutes:\n\nThe Clerk would write to the bus company.") == [("Clerk", "write to the bus company", "")]


def test_what_a_meeting_orders_to_be_done_by_somebody_is_that_ones_action() -> None:
    assert actions("RESOLVED: that a letter of thanks be sent to care staff by the Chairman.") == [
        ("Chairman", "a letter of thanks be sent to care staff by the Chairman", "")
    ]
