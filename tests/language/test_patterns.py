"""No text takes long: every pattern, and every reader of text, needs time in proportion to the text, however it is made."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from types import ModuleType

import pytest

from graph_builder import language, meetings, mentions
from graph_builder.language import bodies, dates, lists, partial_dates, people, sentences
from graph_builder.language.passages import Passage
from graph_builder.meetings import absences, furniture, labels, rosters, titles
from graph_builder.model import Document

SIZE = 50_000
# Clean text holds no two spaces in a row (`test_passages` sees to that), so these hold none either.
UNITS = [
    "RESOLVED ", "Alpha ", "ALPHA and ", "A B Smith, ", ". ", "1 ", "1 March ", "12-", "(a ", "A ", "A.", "Ab-", "A/", "O'B", "apologies from Jane Smith and ",
    "minutes of the virtual meeting held at ", "Council ", "a", "Mr Smith, ", "Jane Smith/", "rt hon ", "the ", "Contact: Jane Smith/",
]  # fmt: skip
MORE = [
    "ALPHA ", "Alpha and ", "Board of the ", "Smith, ", "1", "(", "A-", "A&", "apologies for ", "substituting for Jane Smith ", "meeting of the ", "held at ",
    "minutes of the meeting held ", "in the chair ", ", ", "Alpha County ", "Borough of Alpha ", "A", "Aa", "- ", "-", "_", "<p ", "*", "Monday ", "10.30 ",
    "Mr ", "Jane Smith, ", "Head of ", "Ab:", "Parish Clerk: ", "virtual ", "X", "1/", "Mc ", "van ", "Ofsted and the ", "in January and ", "the early ",
    "| a ", "a@", "a.",
]  # fmt: skip
PACKAGES = (language, meetings, mentions)
# Behind a search stands its cost at each place; these are asked at one place only, or of a short window, and so are tried in that way.
SCANNED = re.compile(r"(\w+)(?:\(\))?\.(?:search|finditer|sub|split|findall)\(")


def modules() -> Iterator[ModuleType]:
    for package in PACKAGES:
        yield package
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def patterns() -> Iterator[tuple[str, re.Pattern[str], bool]]:
    """Each pattern of the rooms with its name, and whether it is searched for in whole texts."""
    for module in modules():
        scanned = set(SCANNED.findall(inspect.getsource(module)))
        for name, value in vars(module).items():
            made = value
            if isinstance(value, type(furniture.known_heading)) and value.__module__ == module.__name__ and not inspect.signature(value).parameters:
                made = value()
            if isinstance(made, re.Pattern):
                yield f"{module.__name__.removeprefix('graph_builder.')}.{name}", made, name in scanned


def seconds(work: Callable[[], object]) -> float:
    """The shorter of two runs, as time of this process: others may be at work on the machine."""
    taken = []
    for _ in range(2):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
        if taken[-1] < 0.05:
            break
    return min(taken)


# These see a window of some tens of characters, or a text of few words, and nothing else.
WINDOWED = re.compile(
    r"_SPEAKS|_PLACE|_OF_A_PERSON|_DONE_TO|_LABEL|_LAST_WORD|_SENTENCE_END|_FRONT|_RANK|_CHOSEN|_CONTACT|_ADDRESSED|_ASIDE|_OPEN_END|_ENDS|_AT|_BETWEEN"
    r"|_JOINT_BEHIND|_JOINT_BEFORE_NAME|_PAPER_BEHIND|_BRACKET_BEHIND|_BEFORE_DATE|_KIND_OF_COUNCIL|_MEETINGS|_LAST_BRACKET|honours_regex|_NEEDS_END"
    r"|_SEVERAL|_FIRE_AND_CRIME|_ABBREVIATED|_BREAKS|posts_in_front|_shape|_swapped|_initials_behind"
)
WINDOW = 120
FOUND = [pytest.param(*found, id=found[0]) for found in patterns()]


def made_of(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def check(name: str, pattern: re.Pattern[str], *, scanned: bool, unit: str) -> None:
    """That a pattern, used as its module uses it, finishes within 50 ms, or needs no more than in proportion to the text."""
    windowed = WINDOWED.fullmatch(name.rpartition(".")[2])
    text = made_of(unit, WINDOW // 2 if name.startswith("language.names") else WINDOW if windowed else SIZE)
    if not scanned or windowed:
        assert seconds(lambda: (pattern.match(text), pattern.fullmatch(text))) < 0.05, unit
    if scanned:
        taken = seconds(lambda: [None for _ in pattern.finditer(text)])
        assert taken < 0.05 or taken < 8 * seconds(lambda: [None for _ in pattern.finditer(text[: SIZE // 4])]), unit


@pytest.mark.parametrize("name,pattern,scanned", FOUND)
def test_a_pattern_takes_time_in_proportion(name: str, pattern: re.Pattern[str], scanned: bool) -> None:
    for unit in UNITS:
        check(name, pattern, scanned=scanned, unit=unit)


@pytest.mark.long
@pytest.mark.parametrize("name,pattern,scanned", FOUND)
def test_a_pattern_takes_time_in_proportion_to_any_text(name: str, pattern: re.Pattern[str], scanned: bool) -> None:
    for unit in MORE:
        check(name, pattern, scanned=scanned, unit=unit)


def passage(text: str) -> Passage:
    return Passage("id:text/x", text, (0,), (0,))


def document(text: str) -> Document:
    return Document("paper.txt", text, "f", sha256(text.encode()).hexdigest())


READERS: dict[str, Callable[[str], object]] = {
    "people": lambda text: list(people.find(text)),
    "bodies": lambda text: list(bodies.find(text)),
    "dates": lambda text: list(dates.find_dates(text, near=date(2020, 1, 1))),
    "partial dates": lambda text: partial_dates.find_partial(text, near=date(2020, 1, 1)),
    "times": lambda text: list(dates.find_times(text)),
    "sentences": lambda text: list(sentences.split(text)),
    "chunks": lists.chunks,
    "absences": lambda text: list(absences.find(passage(text))),
    "titles": lambda text: (titles.split(text), titles.is_title(text)),
    "labels": lambda text: (labels.label_of(text), labels.other_label(text)),
    "furniture": lambda text: (furniture.is_furniture(text), furniture.known_heading(text)),
    "rosters": lambda text: list(rosters.read(passage(text), labels.Label("present", "member"))),
}


@pytest.mark.parametrize("reader", READERS)
def test_a_reader_takes_time_in_proportion(reader: str) -> None:
    for unit in UNITS:
        text = made_of(unit, SIZE // 2).strip()
        start = time.process_time()
        READERS[reader](text)
        assert time.process_time() - start < 1, unit


@pytest.mark.long
@pytest.mark.parametrize("reader", READERS)
def test_a_reader_takes_time_in_proportion_to_any_text(reader: str) -> None:
    for unit in MORE:
        start = time.process_time()
        READERS[reader](made_of(unit, SIZE).strip())
        assert time.process_time() - start < 2, unit


PAPERS = [
    "Councillors " + ", ".join(f"A{chr(97 + number % 26)}b" for number in range(10_000)),
    "Cllr " + "a " * 25_000 + "!",
    "RESOLVED " * 10_000,
    "RESOLVED: That\n" * 3_000,
    "1. Title\n" * 5_000,
    "Present:\n" * 5_000,
    "Jane Smith\n" * 4_000,
    "| Jane Smith | Chair |\n" * 2_000,
    "alpha beta gamma\n" * 3_000,
    "ALPHA BETA " * 5_000,
    "Jane Smith/" * 2_000,
    "held at " * 6_000,
    "(a " * 17_000,
    "a\n" * 25_000,
]


@pytest.mark.parametrize("text", PAPERS, ids=lambda text: text[:20].strip())
def test_a_paper_takes_time_in_proportion(text: str) -> None:
    start = time.process_time()
    mentions.find(meetings.divide(document(text)))
    assert time.process_time() - start < 5
