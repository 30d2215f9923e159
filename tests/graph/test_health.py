"""What is told of one person's health is covered, whoever it is; services, strategies, and children in general are left as they are."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from graph_builder import graph
from graph_builder.graph.health import health
from tests.relations import told

COVERED = [
    ("The Chair wished Cllr Orr well after his chemotherapy.", "chemotherapy"),
    ("He said that he had been treated for depression and could be rung.", "treated for depression"),
    ("Councillor Ruth Fell declared that she has type 2 diabetes.", "type 2 diabetes"),
    ("Councillor Bell, who had recently undergone heart surgery, was welcomed back.", "undergone heart surgery"),
    ("Cllr Hay was in hospital with a broken hip.", "in hospital with a broken hip"),
    ("Members wished Councillor Orr a speedy recovery from his operation.", "operation"),
    ("He declared an interest as his wife has dementia.", "dementia"),
    ("Councillor Hay declared that she was a carer.", "a carer"),
    ("Mrs Pratt is on maternity leave until June.", "on maternity leave"),
    ("Cllr Lee is recovering from a fall.", "recovering from a fall"),
    ("The Mayor referred to the sad news of her illness.", "illness"),
    ("Cllr D. Orr has been diagnosed with Parkinson’s disease.", "diagnosed with Parkinson’s disease"),
    ("It was hoped that the Clerk would make a full recovery.", "a full recovery"),
    ("Mr Smith had suffered a stroke in May.", "suffered a stroke in May"),
    ("Cllr A Hay was unwell.", "unwell"),
    ("Members heard that Cllr Hay has been unwell and in hospital. All agreed.", "unwell and in hospital"),
    ("Cllr Hay is ill with ’flu and cannot come.", "ill with ’flu"),
    ("to ask Maria Quill, who had offered, but was currently ill with flu", "ill with flu"),
    ("She was ill and had been diagnosed with cancer in May.", "ill and had been diagnosed with cancer in May"),
]
LEFT = [
    "The Panel noted that 12% of children had autism.",
    "children who had been diagnosed with autism waited two years",
    "The Dementia Strategy was approved.",
    "He presented the report on depression in young people.",
    "The hospital was in special measures.",
    "Members asked about recovery from the pandemic.",
    "She had been appointed to the Cancer Alliance.",
    "Councillor Hay held her surgery at the library.",
    "His operation of the car park was discussed.",
    "He said that people with diabetes were seen sooner.",
    "She was in favour.",
    "He had asked for the treatment of the timber.",
    "Those who had cancer were seen within two weeks.",
    "He explained his procedure for appointments.",
    "her condition survey of the hall",
    "He was in hospital management.",
    "Mr Lee was the Member for Mental Health.",
    "She is the carers' champion.",
    "He was disappointed.",
    "The scheme was good but was not in hospital grounds.",
    "It was well and truly over, and in hospital grounds there was no room.",
    "Mr Pike was operating the scheme for treatment of waste.",
    "the Chair hoped for the full recovery of costs",
]


@pytest.mark.parametrize("sentence,words", COVERED)
def test_what_is_told_of_somebody_is_covered(sentence: str, words: str) -> None:
    assert words in [sentence[start:end] for start, end in health(sentence)]


@pytest.mark.parametrize("sentence", LEFT)
def test_what_is_told_of_nobody_is_left(sentence: str) -> None:
    assert list(health(sentence)) == []


@pytest.mark.parametrize("unit", ["Mr Smith ", "who had been ", "his recent ", "he is from with for ", "wish a full ", "Cllr A B C D "])
def test_no_text_takes_long(unit: str) -> None:
    start = time.process_time()
    list(health(unit * (50_000 // len(unit))))
    assert time.process_time() - start < 5


def test_an_id_does_not_tell_what_the_words_beside_it_hide() -> None:
    reading = told.read(told.minutes("Councillor A Bell declared that she has type 2 diabetes.", title="Declarations of interest"))
    settled = [replace(one, subject=one.subject.replace("doc:", "id:")) for one in reading.statements if one.subject.startswith("doc:")]
    assert any("diabetes" in one.subject for one in settled)
    left = graph.withhold(settled, [reading.document]).statements
    assert any(one.subject.startswith("id:") and "/interest/" in one.subject and "withheld-" in one.subject for one in left)
    assert not [one for one in left if "diabetes" in one.subject]
