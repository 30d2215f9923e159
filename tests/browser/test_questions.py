"""A stranger's ten questions, each answered from the first page in at most four steps; `UPDATE=1` takes the pictures of docs/questions/ anew."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graph_builder.web.limits import Limits
from graph_builder.web.site import application
from tests.conftest import ROOT
from tests.web.serving import served

DOCS = ROOT / "docs/questions.md"
MOST = 4


@dataclass(frozen=True)
class Question:
    """A question as a stranger asks it, the steps from the first page, and words of the page that answers it."""

    name: str
    question: str
    steps: tuple[tuple[str, ...], ...]
    answers: tuple[str, ...]


QUESTIONS = (
    Question("chair", "Who chaired Herefordshire's children and young people scrutiny committee on 11 March 2019?", (("choose", "Attendance"), ("set", "role", "chair"), ("press", "Pick rows")), ("CA Gandy", "2019-03-11")),
    Question("interests", "Which interests has Mrs Oborski declared?", (("find", "oborski"), ("choose", "Mrs F M Oborski")), ("Declarations of interest", "Wyre Forest Local Children")),
    Question("decided", "What did Herefordshire's committee decide?", (("choose", "Decisions"), ("set", "council", "Herefordshire Council"), ("press", "Pick rows")), ("resolved", "Children and young people scrutiny committee")),
    Question("inspection", "Which inspection led to the Written Statement of Action?", (("find", "written statement"), ("choose", "SEND Written Statement of Action"), ("choose", "Follow this through all papers")), ("Care Quality Commission", "Written Statement of Action", "2018-03-05")),
    Question("issue", "What became of special educational needs, in both councils?", (("choose", "SEND"),), ("Herefordshire Council", "Worcestershire County Council", "Written Statement of Action")),
    Question("apologies", "Who sent apologies on 11 September 2019?", (("choose", "Attendance"), ("set", "status", "apologies"), ("press", "Pick rows")), ("Ms R L Dent", "2019-09-11")),
    Question("words", "Where does it say that Catherine Driscoll was a director?", (("find", "driscoll"), ("choose", "Dr Catherine Driscoll"), ("choose", "001_f2be2acde2d0ae4c.txt")), ("What rests on these words", "Catherine Driscoll (Director of Children")),
    Question("meeting", "When did the panel meet in 2018, and where?", (("choose", "Meetings"), ("set", "date", "2018-05-16"), ("press", "Pick rows")), ("2018-05-16", "County Hall")),
    Question("measure", "What share of education, health and care plans was finished in time?", (("choose", "Measures"), ("type", "any column holds", "EHCP in time"), ("press", "Pick rows")), ("EHCPs completed in time", "68%")),
    Question("unread", "What did the program not understand of these papers?", (("choose", "Not understood"),), ("Each line that was neither read nor ignored by name",)),
)  # fmt: skip


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(application(built / "exports", limits=Limits())) as found:
        yield found


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_stranger_finds_the_answer(browser: Any, address: str, question: Question) -> None:
    assert len(question.steps) <= MOST
    context = browser.new_context(viewport={"width": 1000, "height": 720})
    page = context.new_page()
    page.goto(address)
    for step in question.steps:
        take(page, *step)
    found = " ".join(page.inner_text("main").split())
    assert [answer for answer in question.answers if answer not in found] == []
    if os.environ.get("UPDATE"):
        picture(page, ROOT / f"docs/questions/{question.name}.png")
    context.close()


def take(page: Any, what: str, *words: str) -> None:
    """One step, as a person takes it."""
    if what == "find":
        page.fill("#q", words[0])
        page.press("#q", "Enter")
    elif what == "choose":
        page.locator("main").get_by_role("link", name=words[0], exact=True).first.click()
    elif what == "set":
        page.select_option(f"#f-{words[0]}", words[1])
    elif what == "type":
        page.get_by_label(words[0]).fill(words[1])
    else:
        page.get_by_role("button", name=words[0]).click()


def told(what: str, *words: str) -> str:
    """A step in words."""
    return {
        "find": "type “{0}” into the search box, and Enter",
        "choose": "choose “{0}”",
        "set": "set “{0}” to “{1}”",
        "type": "type “{1}” where it says “{0}”",
        "press": "press “{0}”",
    }[what].format(*(word.replace("_", " ") if what == "set" else word for word in words))


def picture(page: Any, path: Path) -> None:
    """A small picture of what is on the screen."""
    from PIL import Image

    whole = Image.open(io.BytesIO(page.screenshot()))
    whole.convert("RGB").resize((700, 504)).quantize(48).save(path, optimize=True)


def test_the_questions_are_written_down() -> None:
    parts = [
        "# Ten questions of a stranger\n\nEach is answered from the first page of `graph-builder serve` (with the five papers that `make graph` reads) in at most four steps; `tests/browser/test_questions.py` takes them.\n"
    ]
    for number, question in enumerate(QUESTIONS, 1):
        steps = "\n".join(f"{at}. {told(*step)}" for at, step in enumerate(question.steps, 1))
        parts.append(f"## {number}. {question.question}\n\n{steps}\n\n![The page with the answer](questions/{question.name}.png)\n")
    if os.environ.get("UPDATE"):
        DOCS.write_text("\n".join(parts), encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == "\n".join(parts)
    assert all((ROOT / f"docs/questions/{question.name}.png").is_file() for question in QUESTIONS)
