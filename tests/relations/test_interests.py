"""Declared interests: sentences and lists in many councils' styles, and what declares none."""

from __future__ import annotations

import pytest

from graph_builder.relations.interests import interests
from graph_builder.relations.interests.interests import Interest
from tests.resolution.papers import divided

HEADING = "Declarations of Interest"


def read(words: str, title: str = HEADING) -> list[Interest]:
    return list(interests.find(divided(words, title=title)))


def told(found: list[Interest]) -> list[tuple[str, str, str]]:
    return [(interest.person.name.surname, interest.organisation, interest.role) for interest in found]


@pytest.mark.parametrize(
    "words, wanted",
    [
        ("Councillor Hall declared an interest in item 5.", [("Hall", "item 5", "")]),
        ("Councillor Hall declared an interest as a governor of Vale School.", [("Hall", "Vale School", "governor")]),
        ("Councillor Hall declared a personal interest as a Trustee of the Vale Hospice.", [("Hall", "Vale Hospice", "Trustee")]),
        ("Councillor R Hall declared a non-pecuniary interest in item 5 as he was a member of Vale Council.", [("Hall", "Vale Council", "member")]),
        ("Councillor Hall stated that he had once eaten there, and was advised by the Legal Adviser that this was not an interest.", []),
        ("Councillor Hall declared an interest in item 5 as his brother, Mark Bell, was employed by the applicant.",
         [("Hall", "item 5", "his brother, Mark Bell, was employed by the applicant")]),
        ("Mr D Hall - 42/24: Trustee of the Vale Trust. Mr Hall left the meeting during that item.", [("Hall", "Vale Trust", "Trustee")]),
        ("Councillor Hall declared an interest as Chair of Vale Trust, Trustee of the Mill Fund and Member of Vale Parish Council.",
         [("Hall", "Vale Trust", "Chair"), ("Hall", "Mill Fund", "Trustee"), ("Hall", "Vale Parish Council", "Member")]),
        ("Councillor Hall declared a disclosable pecuniary interest in item 5 as she was employed by Vale Homes.", [("Hall", "Vale Homes", "employed")]),
        ("Councillors Hall and Dunn declared an interest in the library.", [("Hall", "the library", ""), ("Dunn", "the library", "")]),
        ("Councillor Hall disclosed a prejudicial interest in the Mill Lane application and left the room.", [("Hall", "the Mill Lane application", "")]),
        ("Councillor Hall stated that she had an interest in item 7 because she works for Vale Homes.", [("Hall", "Vale Homes", "works")]),
        ("Mrs Hall declared an interest, being the owner of the Old Mill.", [("Hall", "Old Mill", "owner")]),
        ("Cllr Hall declared an interest in planning application 19/00123.", [("Hall", "planning application 19/00123", "")]),
        ("Cllr Hall declared an interest in the village hall, as treasurer of the Hall Committee.", [("Hall", "Hall Committee", "treasurer")]),
        ("Cllr Hall declared a general interest in respect of the allotments.", [("Hall", "the allotments", "")]),
        ("Dr C Dunn declared that he was a governor of Vale School.", [("Dunn", "Vale School", "governor")]),
        ("RH declared that she was a governor of Vale School.", [("RH", "Vale School", "governor")]),
        ("Cllr Hall registered an interest in item 4 by virtue of being a member of the Vale Trust.", [("Hall", "Vale Trust", "member")]),
        ("Councillor Hall – Chair of Governors at Vale School", [("Hall", "Vale School", "Chair of Governors")]),
        ("Councillor Hall: Trustee of the Vale Hospice", [("Hall", "Vale Hospice", "Trustee")]),
        ("Councillor Hall - Item 6 - Member of Vale Parish Council", [("Hall", "Vale Parish Council", "Member")]),
        ("Councillor Hall - Vale School, parent governor.", [("Hall", "Vale School", "parent governor")]),
        # Who declares stands right before the words that declare.
        ("The Chair, Councillor Hall, declared an interest in item 3 (Mill Lane) and stated that he would vacate the chair.", [("Hall", "item 3 (Mill Lane)", "")]),
        ("With regard to the complaint about Councillor Bell, Councillor Hall advised that he had been a member of the Vale Trust when the complaint was made.",
         [("Hall", "Vale Trust", "member")]),
        ("Councillor Bell noted that the Chair had declared an interest in the library.", []),
        ("Councillors Allen, Bell, Carr, Dunn and Eves each declared an interest in item number fifteen – Asset Transfer – as they were members of Vale Council.",
         [(name, "Vale Council", "members") for name in ("Allen", "Bell", "Carr", "Dunn", "Eves")]),
        ("Ann Hall, Bob Dunn and Carol Bell declared that they had an interest in the school budget.",
         [("Hall", "the school budget", ""), ("Dunn", "the school budget", ""), ("Bell", "the school budget", "")]),
        ("Councillor Hall declared a ‘significant other interest’ with reference to application 14/5 as she was related to the applicant.",
         [("Hall", "application 14/5", "related to the applicant")]),
        ("A personal and prejudicial interest was received from Councillor Hall on the new access as the landowner and withdrew from the meeting.",
         [("Hall", "the new access", "landowner")]),
        ("Councillor Hall declared an interest in item 5, the new members, noting that she would leave the room.", [("Hall", "the new members", "")]),
        ("Councillor Hall declared a personal interest in so far as the motion related to Mill Park.", [("Hall", "Mill Park", "")]),
        ("Councillor Hall informed the Panel that he was a retired officer of Vale Constabulary.", [("Hall", "Vale Constabulary", "retired officer")]),
        ("Councillor Hall declared an interest in item 8 (Vale Housing) by virtue of her position as Director of Vale LLP and that she considered that she had to leave.",
         [("Hall", "Vale LLP", "Director")]),
        ("Councillor Hall declared an interest in item 8 by reason of his employment by Vale Homes.", [("Hall", "Vale Homes", "employment")]),
        ("Councillor Hall advised that he had a connection in relation to item 9 as a member of Vale Trust, however he did not consider that he had an interest.", []),
        ("Councillor Hall made a transparency statement; having applied the objective test she concluded that she had no interest to declare.", []),
        ("Councillor Hall declared that she had no interest in the matter.", []),
        ("A declaration of interest was received from the Chair, Cllr M Hall, in relation to the Mill applications.", [("Hall", "the Mill applications", "")]),
        ("| Name | Minute No. | Description of Interest | Reason | Action Taken |\n| Cllr L Hall | All Items | Vale Charter Trustee | Personal | Spoke and Voted |",
         [("Hall", "Vale Charter Trustee", "")]),
        ("Cllr Hall - item 9, tenant of an allotment. Cllr Mrs Dunn - Vale Reading Room, treasurer.",
         [("Hall", "tenant of an allotment", ""), ("Dunn", "Vale Reading Room", "treasurer")]),
        ("Dr Hall declared an interest in item 6 as an employee of Vale\nNHS Trust. Mrs Dunn - Trustee of Vale Age Concern.",
         [("Hall", "Vale NHS Trust", "employee"), ("Dunn", "Vale Age Concern", "Trustee")]),
        ("Jane Hall, items 9 a and 10, Other Interest", [("Hall", "items 9 a and 10", "")]),
        ("• Councillor Hall\n\nMinute 67 - Review of Land - Non-pecuniary interest - Member of the Vale Board\n\n• Councillor Dunn\n\nMinute 68 - Mill - Personal interest - lives near",
         [("Hall", "Review of Land", "Member of the Vale Board"), ("Dunn", "Mill", "lives near")]),
        # two interests in one sentence, and two people who declare
        ("Councillor Hall declared a personal interest in item 6 as a member of Vale Trust and a prejudicial interest in item 8 as a tenant of the Mill Estate.",
         [("Hall", "Vale Trust", "member"), ("Hall", "Mill Estate", "tenant")]),
        ("Councillor Hall declared an interest in item 3 as a member of Vale Council, and Councillor Dunn declared an interest in item 4 as a governor of Mill School.",
         [("Hall", "Vale Council", "member"), ("Dunn", "Mill School", "governor")]),
        # the item first, or behind the names
        ("Item 9.15 – Councillor Hall", [("Hall", "Item 9.15", "")]),
        ("• Councillor Hall – Item 14.1", [("Hall", "Item 14.1", "")]),
        ("Agenda Item 6.6: Mill Estate Update - Councillors Hall, Dunn and Bell; and", [(name, "Mill Estate Update", "") for name in ("Hall", "Dunn", "Bell")]),
        ("Item 5 – Councillor Hall – Trustee of the Vale Trust", [("Hall", "Vale Trust", "Trustee")]),
        ("Cllr Hall item 12i.", [("Hall", "item 12i", "")]),
        ("Councillor M Hall – Personal – item 5 – LEA appointed governor at Ysgol y Bryn", [("Hall", "Ysgol y Bryn", "LEA appointed governor")]),
        ("Councillor Hall having declared an interest, he stepped down as the Chair for that item.", []),
        ("Councillor Hall declared an interest in item 5, as a result of his position as trustee of Vale Arts.", [("Hall", "Vale Arts", "trustee")]),
        ("Cllr Hall as a member of Vale City Council declared a prejudicial interest in relation to agenda item 6 and withdrew from the room.",
         [("Hall", "Vale City Council", "member")]),
        ("Cllr Hall as a member of Vale Town Council also declared a personal interest in relation to agenda item 11.", [("Hall", "Vale Town Council", "member")]),
        # told of another meeting, what somebody did or is, a relative, an officer's post
        ("Councillor Hall declared an interest in the previous meeting when this request was considered and he would therefore not vote.", []),
        ("Councillor Hall declared an interest on the Mill requests as he has publicly expressed support of the siting of the Vale School and may therefore withdraw.",
         [("Hall", "the Mill requests", "publicly expressed support of the siting of the Vale School")]),
        ("Councillor Hall informed the Panel that he was a retired Constable and that his son was an officer in the Vale Constabulary.",
         [("Hall", "retired Constable", "retired Constable")]),
        ("Mrs Hall - Head of Harbour Services", [("Hall", "Head of Harbour Services", "")]),
        ("Mrs Hall - Head of Vale School", [("Hall", "Vale School", "Head")]),
        # what stands between the name and the words that declare; two bodies
        ("Councillor Hall (Vale West), recognising that the Panel would discuss the “Right Care” policy, declared an interest as a member of the West Vale Board.",
         [("Hall", "West Vale Board", "member")]),
        ("Councillor Hall declared an interest in item 6 as a member of Vale Town Council and Wexshire Council.",
         [("Hall", "Vale Town Council", "member"), ("Hall", "Wexshire Council", "member")]),
        # what is no body
        ("Councillors Hall and Dunn declared a personal interest in item 6 as members appointed by the Council to various voluntary groups.",
         [(name, "item 6", "members appointed by the Council to various voluntary groups") for name in ("Hall", "Dunn")]),
        ("Councillor Hall declared an interest in item 7 as she owned a shop in Mill Street.", [("Hall", "item 7", "owned a shop in Mill Street")]),
        ("Councillor Hall declared an interest in item 7 by reason of living in Lower Vale.", [("Hall", "item 7", "living in Lower Vale")]),
        ("Councillor Hall declared an interest in item 7 as he was related to the Director of Vale Homes.",
         [("Hall", "item 7", "related to the Director of Vale Homes")]),
        ("Councillor Hall declared an interest in item 7 by virtue of the fact that he was a member of Vale Trust.", [("Hall", "Vale Trust", "member")]),
        ("Councillor Hall declared an interest by virtue of being the Appointed Governor: Vale NHS Trust.", [("Hall", "Vale NHS Trust", "Appointed Governor")]),
        ("Councillor Hall wished it to be recorded that he was a member of Vale Angling Club.", [("Hall", "Vale Angling Club", "member")]),
        ("Councillor Hall declared an interest in item 4 on the basis that he was a trustee of Vale Arts.", [("Hall", "Vale Arts", "trustee")]),
        ("Minute Number    Member    Level of Interest\n\n0654    Councillor Mary Hall    Disclosable Pecuniary Interest", [("Hall", "minute 0654", "")]),
    ],
)
def test_interests(words: str, wanted: list[tuple[str, str, str]]) -> None:
    assert told(read(words)) == wanted


@pytest.mark.parametrize(
    "words, kind",
    [
        ("Councillor Hall declared a personal interest in item 5.", "personal"),
        ("Councillor Hall declared a personal and prejudicial interest in item 5.", "personal and prejudicial"),
        ("Councillor Hall declared a disclosable pecuniary interest in item 5.", "disclosable pecuniary"),
        ("Councillor Hall declared a non-pecuniary interest in item 5.", "non-pecuniary"),
        ("Councillor Hall declared an other registrable interest in item 5.", "other registrable"),
        ("Councillor Hall declared an interest in item 5.", ""),
        ("Councillor Hall declared an affected interest in item 5.", "affected"),
        ("Councillor Hall declared a \"significant other interest\" in item 5.", "significant other"),
        ("Jane Hall, item 9, Disclosable Pecuniary Interest", "disclosable pecuniary"),
        ("Councillor Hall declared a personal but not prejudicial interest in item 5.", "personal but not prejudicial"),
        ("Councillor Hall: Item 5 - Non-Pecuniary - Trustee of Vale Arts", "non-pecuniary"),
    ],
)
def test_kinds(words: str, kind: str) -> None:
    assert [interest.kind for interest in read(words)] == [kind]


@pytest.mark.parametrize(
    "words, number",
    [
        ("Councillor Hall declared an interest in agenda item 5.", "5"),
        ("Councillor Hall declared an interest in Item No. 12.", "12"),
        ("Councillor Hall declared an interest in Minute 45/19.", "45/19"),
        ("Councillor Hall declared an interest in the library.", ""),
        ("Councillor Hall - Item 6 - Member of Vale Parish Council", "6"),
        ("Councillor Hall declared an interest in item 17.4 (the Mill).", "17.4"),
        ("Councillor Hall declared an interest in Minute LR.23.", "LR.23"),
        ("• Agenda Item 15. Cllrs Hall declared a personal interest as a member of Vale Council.", "15"),
        ("Item 4.2 – Members' motions.\n\nCouncillor Hall declared a personal interest as a member of the planning committee.", "4.2"),
    ],
)
def test_the_item_that_is_named(words: str, number: str) -> None:
    assert [interest.number for interest in read(words)] == [number]


@pytest.mark.parametrize(
    "words",
    [
        "None.",
        "There were none.",
        "There were no declarations of interest.",
        "No interests were declared.",
        "No Members declared an interest.",
        "No declarations of interest were made by Councillor Hall.",
        "Councillor Hall had no interest to declare.",
        "Councillor Hall did not declare an interest.",
        "Members were reminded to declare any interests.",
        "Members are invited to declare any interest.",
        "The Monitoring Officer advised Members on interests.",
        "To receive declarations of interest from Members.",
        "The register of interests is kept by the clerk.",
        "Item 5 – Councillor Hall asked about the mill.",
        "Item 5 – the Mill",
    ],
)
def test_no_interests(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Councillor Hall said that the interest on the loan was high.",
        "The public interest was served.",
        "Mrs Hall was interested in the plan.",
        "Councillor Hall – Chair of the meeting",
        "Residents expressed interest in the scheme.",
    ],
)
def test_other_items_declare_nothing(words: str) -> None:
    assert read(words, title="Treasury report") == []


def test_an_interest_told_later_is_of_its_item() -> None:
    (found,) = read("Councillor Hall declared an interest in this item as a governor of Vale School.", title="School places")
    assert found.item is not None
    assert found.item.title.text == "School places"
    assert found.role == "governor"
