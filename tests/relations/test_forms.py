"""Each pattern of the content readers' files finds something in the sentence it must read and nothing in the one it must leave."""

from __future__ import annotations

import pytest

from graph_builder.relations.forms import form, forms

FILES = "measures", "recommendations", "replies", "actions", "appointments", "successions"
FORMS = [(file, name) for file in FILES for name in forms(file)]


@pytest.mark.parametrize("file, name", FORMS)
def test_a_pattern_reads_its_example_and_leaves_the_other(file: str, name: str) -> None:
    told = forms(file)[name]
    assert form(file, name).search(told.reads), "the pattern file says that this is read"
    assert not form(file, name).search(told.leaves), "the pattern file says that this is left alone"


@pytest.mark.parametrize("file, name", FORMS)
def test_a_pattern_has_both_examples(file: str, name: str) -> None:
    told = forms(file)[name]
    assert told.reads
    assert told.leaves
