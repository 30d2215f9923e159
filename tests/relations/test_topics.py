"""Topics: which items a word makes be about something, and the scheme in which a user adds a topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder import vocabulary as v
from graph_builder.errors import BadData
from graph_builder.language.topic_scheme import Topic, find, parse, topics, wider
from tests.relations.told import HEAD, document, minutes, read

LONG = "\n\n".join(f"Members discussed matter number {number} at length." for number in range(20))


def tagged(words: str, title: str = "Report of the Director") -> dict[str, list[str]]:
    """The topics of the item, each with the words that show it."""
    reading = read(minutes(words, title=title))
    return {
        str(s.object).removeprefix("topic:"): [reading.document.quote(span) for span in s.evidence]
        for s in reading.statements
        if s.predicate == v.SUBJECT and "/item/2" in s.subject
    }


TITLES = [
    ("SEND Provisions Task and Finish Group - Outcomes", {"send"}),
    ("Special Education Needs/Disabilities Strategy", {"send"}),
    ("Additional Learning Needs in secondary schools", {"send"}),
    ("Home to School Transport", {"school-transport"}),
    ("Performance and In-Year Budget Monitoring", {"performance", "budget"}),
    ("Progress on Optimising the Use of Children's Centre Buildings", {"childrens-centres", "early-help"}),
    ("PRU Referrals", {"attendance-and-exclusion"}),
    ("Planning", {"planning"}),
    ("Highways", {"highways"}),
    ("Corporate Parenting Board Annual Report", {"looked-after-children", "childrens-social-care"}),
    ("CAMHS waiting times", {"mental-health"}),
    ("Elective Home Education", {"home-education"}),
    ("High Needs Block deficit", {"send", "high-needs", "dedicated-schools-grant"}),
    ("Youth Justice Plan", {"youth-justice", "youth-services"}),
    ("Affordable Housing", {"housing"}),
    ("Send a letter to the Minister", set()),
    ("CLERK TO SEND A LETTER TO THE MINISTER", set()),
    ("SEND transport costs", {"send", "send-transport", "school-transport"}),
    ("ALN Code for Wales", {"send"}),
    ("Additional Support Needs (ASN) in our schools", {"send"}),
    ("EHCNA timeliness", {"send", "ehc-plans"}),
    ("Safety valve agreement", {"send", "high-needs", "dedicated-schools-grant"}),
    ("Corporate Parents' annual report", {"looked-after-children", "childrens-social-care"}),
    ("Suspensions and permanent exclusions", {"attendance-and-exclusion"}),
    ("EOTAS review", {"alternative-provision"}),
    ("Revenue monitoring, quarter 2", {"budget"}),
    ("Transport of waste by rail", set()),
    ("Adoption of Minutes", set()),
    ("Family planning of the year", set()),
    ("Any other urgent matters", set()),
    ("Councillor Lac's motion", set()),
]


@pytest.mark.parametrize("title, expected", TITLES)
def test_a_title_names_a_topic(title: str, expected: set[str]) -> None:
    assert set(tagged("It was discussed.", title)) == expected


def test_a_short_item_is_about_the_narrow_topics_that_it_names() -> None:
    words = "The county councillor reported on the roads. Ofsted had praised the support for pupils with SEND at the school."
    assert tagged(words, "County Councillor's report") == {"send": ["SEND"]}
    assert tagged(words, "Declarations of interest") == {}
    assert tagged("The council spoke of housing associations.", "Report") == {}


TEXTS = [
    ("Children with SEND were discussed. SEND funding was raised. The SEND team answered. " + LONG, True),
    ("EHC plans were late. The timeliness of EHCPs was improving. New Education, Health and Care Plans were reviewed. " + LONG, True),
    ("One member mentioned SEND in passing. " + LONG, False),
    ("SEND was mentioned. Later SEN was mentioned. " + LONG, False),
    ("SEND was mentioned twice. The SEND strategy was noted.", True),
    ("The Director of SEND attended. The Assistant Director for SEND and the Head of SEND spoke. The SEND Manager left. " + LONG, False),
    ("Members asked officers to send a letter, to send another, and to send the minutes.", False),
    ("See https://www.example.gov.uk/send and www.example.org/SEND or https://example.org/SEND-offer for more.", False),
    ("Performance was good, housing was discussed, planning was difficult, education mattered.", False),
]


@pytest.mark.parametrize("words, expected", TEXTS)
def test_a_text_is_about_what_it_names_often(words: str, expected: bool) -> None:
    assert ("send" in tagged(words.replace(". ", ".\n\n"))) is expected


def test_the_words_that_show_a_topic_are_its_proof() -> None:
    assert tagged("It was discussed.", "SEND Strategy and EHC Plans") == {"send": ["SEND", "EHC Plans"], "ehc-plans": ["EHC Plans"]}


def test_a_work_programme_is_about_what_it_schedules() -> None:
    entries = "The Panel noted its programme.\n\n- SEND Improvement Plan\n\n- Budget Scrutiny\n\n" + LONG
    assert {"send", "send-inspection", "budget"} <= set(tagged(entries, "Work Programme 2019/20"))
    assert "send" not in tagged(entries, "Report of the Director")


def test_a_report_of_a_pack_is_of_the_item_whose_title_stands_over_it() -> None:
    pack = HEAD.replace("Minutes of the meeting", "Agenda of the meeting") + (
        "1. Apologies\n\n2. School Organisation Review\n\n3. Children First Company\n\n4. Work Programme\n\n"
        "SCHOOL ORGANISATION REVIEW\n\nSEND places were short. SEND units were full. New SEND provision was planned.\n\n"
        "CHILDREN FIRST COMPANY\n\nThe company was set up.\n\n"
    )
    reading = read(document(pack, kind="agenda", council="Ashford County Council"))
    assert {s.subject.rsplit("/", 1)[-1] for s in reading.statements if s.object == "topic:send"} == {"2"}


def test_decisions_plans_and_inspections_have_the_topics_of_their_own_words() -> None:
    words = (
        "The area SEND inspection by Ofsted and CQC took place in March 2018. "
        "The Home to School Transport Strategy was noted.\n\nRESOLVED: That the report on early help be approved."
    )
    reading = read(minutes(words))
    found = {(s.subject.split("/")[1], str(s.object)) for s in reading.statements if s.predicate == v.SUBJECT and "/item/" not in s.subject}
    assert {("inspection", "topic:send"), ("plan", "topic:school-transport"), ("decision", "topic:early-help")} <= found


@pytest.mark.parametrize("topic", topics(), ids=lambda topic: topic.id)
def test_each_label_is_found_whole(topic: Topic) -> None:
    for label in topic.labels:
        [named, *_] = find(f"Members discussed {label} today")
        assert (named.topic, named.end - named.start) == (topic.id, len(label))


def test_the_scheme_is_a_tree_without_loops_and_every_wider_topic_exists() -> None:
    known = {topic.id for topic in topics()}
    assert all(broader in known for topic in topics() for broader in topic.broader)
    assert wider()["topic:ehc-plans"] == {"topic:ehc-plans", "topic:send"}


ADDED = '''@prefix topic: <https://w3id.org/civic-graph/def/topic/> .
topic:harbours a skos:Concept ;
    skos:inScheme <https://w3id.org/civic-graph/def/topic> ;
    skos:prefLabel "harbours"@en, "porthladdoedd"@cy ;
    skos:altLabel "harbour \\"master\\""@en,
        "harbour dues" ;
    skos:broader topic:transport .
'''


def test_a_user_adds_a_topic_by_adding_a_concept() -> None:
    [topic] = parse(ADDED, Path("topics.ttl"))
    assert (topic.id, topic.labels, topic.broader) == ("topic:harbours", ("harbours", 'harbour "master"', "harbour dues"), ("topic:transport",))


@pytest.mark.parametrize("broken", [ADDED.replace("skos:prefLabel", "skos:label").replace("skos:altLabel", "skos:label"), ADDED.replace(" .\n", "\n")])
def test_a_concept_that_cannot_be_read_is_named_with_its_line(broken: str) -> None:
    with pytest.raises(BadData, match="topic:harbours") as caught:
        parse(broken, Path("topics.ttl"))
    assert caught.value.line == 2
