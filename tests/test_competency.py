"""The questions that the ontology must be able to answer: two engines give the answers that a reader of the five papers gives."""

from __future__ import annotations

import csv
import io
import os
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
import rdflib

from graph_builder import lexicon, store
from graph_builder.vocabulary import PREFIXES, compact

QUESTIONS = sorted((lexicon.ontology_dir() / "competency").glob("*.rq"))


def by_value(text: str) -> str:
    """A cell by its value: a number in its shortest form, an id as a CURIE, the rest as it is."""
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return compact(text)


def expected(question: Path) -> list[list[str]]:
    """The answer beside a question: a header and rows."""
    return list(csv.reader(io.StringIO(question.with_suffix(".csv").read_text(encoding="utf-8"), newline="")))


@pytest.fixture(scope="module")
def dataset(built: Path) -> store.Dataset:
    return store.open_dataset(built / "exports")


@pytest.fixture(scope="module")
def graph(built: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(built / "exports/dataset.nt", format="nt")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_two_engines_give_the_answer_that_is_expected(question: Path, dataset: store.Dataset, graph: rdflib.Graph) -> None:
    """`UPDATE=1 pytest tests/test_competency.py` writes the answers; read them against the papers before you keep them."""
    sparql = question.read_text(encoding="utf-8")
    answer = dataset.select(sparql)
    ours = [list(answer.columns), *([by_value(cell or "") for cell in row] for row in answer.rows)]
    if os.environ.get("UPDATE"):
        with question.with_suffix(".csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(ours)
    result = graph.query(sparql)
    others = [[by_value("" if cell is None else str(cell)) for cell in row] for row in result]  # type: ignore[union-attr]
    assert sorted(others) == sorted(ours[1:])
    assert ours == expected(question)


def test_there_are_questions_enough() -> None:
    assert len(QUESTIONS) >= 25


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_says_what_it_asks_and_with_which_parameters(question: Path) -> None:
    sparql = question.read_text(encoding="utf-8")
    assert re.search(r"^# title: .+\?$", sparql, re.MULTILINE)
    assert re.search(r"^# description: .+\.$", sparql, re.MULTILINE)
    declared = dict(re.findall(r"^PREFIX (\w+): <([^>]+)>", sparql, re.MULTILINE))
    assert declared.items() <= PREFIXES.items()
    told = set(re.findall(r"^# param: (\w+): ", sparql, re.MULTILINE))
    bound = {name for names in re.findall(r"VALUES \(?((?:\?\w+ ?)+)", sparql) for name in names.replace("?", "").split()}
    assert bound == told


def test_each_parameter_can_be_another(dataset: store.Dataset) -> None:
    """A question with a parameter asks about the example that stands in it; with another it asks about that one."""
    question = next(path for path in QUESTIONS if path.stem == "names-of-a-person").read_text(encoding="utf-8")
    other = re.sub(r"VALUES \?person \{ <[^>]+> \}", "VALUES ?person { <https://w3id.org/civic-graph/id/person/nobody> }", question)
    assert other != question
    assert len(dataset.select(other)) == 0


def test_the_questions_use_most_of_the_terms() -> None:
    """Terms that no question asks for are either never needed or never tested."""
    used = {term for path in QUESTIONS for term in re.findall(r"\bciv:(\w+)", path.read_text(encoding="utf-8"))}
    assert {"Attendance", "Apology", "InterestDeclaration", "Decision", "Inspection", "Plan"} <= used
    assert len(used) >= 30
