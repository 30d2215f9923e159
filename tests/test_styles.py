"""Invented papers in many councils' styles, each with gold: what is read of them may not fall below these figures.

`styles/` holds the papers that the rules were developed on, `unseen/` and `unseen2/` those that were written apart and scored before anybody looked at
them; of `unseen2/` the gold in `gold-held/` was only scored until the rules stood;
`unseen3/` is of inspections, plans and measures: its first figures were 0.350, 0.825 and 0.548, and half of it was held out until the last;
`unseen4/` is of inspections by every inspectorate and of plans: its first figures were 0.467 and 0.889; those of
`gold-held/` 0.500 and 0.893, and 0.571 and 0.929 before its papers were looked at; those of `gold-last/`, written then, 0.571 and 0.917.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from graph_builder import evaluation, lexicon, pipeline, store

HERE = Path(__file__).parent
# Each figure stands a little below the one that was reached when it was written down.
LEAST = {
    "unseen2": {
        "meetings": 0.75,
        "decisions": 0.94,
        "decisions.proposed_by": 0.78,
        "votes": 0.97,
        "recommendations": 0.97,
        "actions": 0.94,
        "interests": 0.95,
        "memberships": 0.92,
        "posts": 0.93,
    },
    "unseen": {
        "meetings": 0.90,
        "agenda": 0.96,
        "attendance": 0.96,
        "attendance.role": 0.98,
        "decisions": 0.925,
        "decisions.proposed_by": 0.95,
        "interests": 0.88,
        "people": 0.95,
        "people.traps": 1.0,
        "votes": 0.95,
        "inspections": 0.90,
        "plans": 0.81,
        "measures": 0.76,
        "topics.SEND": 0.85,
        "actions": 0.95,
        "bodies": 0.90,
        "memberships": 0.85,
        "posts": 0.94,
        "recommendations": 0.89,
    },
    "unseen3": {
        "inspections": 0.88,
        "measures": 0.91,
        "topics.SEND": 1.0,
        "plans": 0.93,
        "references.minutes": 1.0,
    },
    "unseen4": {
        "inspections": 0.94,
        "plans": 0.97,
    },
    "styles": {
        "meetings": 1.0,
        "agenda": 0.97,
        "attendance": 0.97,
        "attendance.role": 0.98,
        "decisions": 0.98,
        "interests": 0.90,
        "people": 0.97,
        "people.traps": 1.0,
        "votes": 1.0,
        "inspections": 0.98,
        "plans": 0.80,
    },
}


def papers_of(name: str) -> list[Path]:
    """The papers of a folder, in the order of their names."""
    return sorted(path for path in (HERE / name).iterdir() if path.suffix in {".txt", ".md"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the builds of this module."""
    return tmp_path_factory.mktemp("styles")


def built(folder: Path, name: str) -> Path:
    """The build of a folder's papers, made once in each process that asks for it."""
    if not (folder / name / "manifest.json").is_file():
        pipeline.build(papers_of(name), output=folder / name, state=folder / f"{name}-state", sources=HERE / name / "sources.yml")
    return folder / name


@pytest.mark.parametrize("name", sorted(LEAST))
def test_papers_in_many_styles_are_read(name: str, folder: Path) -> None:
    assert len(papers_of(name)) >= 10
    tables = built(folder, name) / "tables"
    gold = folder / f"{name}-gold"
    gold.mkdir()
    for path in (HERE / name).glob("gold*/*.json"):
        (gold / path.name).write_bytes(path.read_bytes())
    scores = evaluation.score(tables, gold)
    reached = {view: tally.f1 for view, tally in scores.tallies.items()}
    fallen = {view: (reached.get(view), least) for view, least in LEAST[name].items() if reached.get(view, 0.0) < least}
    assert not fallen, f"{fallen}\n" + "\n".join(evaluation.findings(scores))


@pytest.mark.parametrize("view", ["actions", "agenda", "decisions", "measures", "points", "recommendations", "references", "topics"])
def test_a_row_of_a_paper_without_a_meeting_is_of_no_other_meeting(view: str, folder: Path) -> None:
    dataset = store.open_dataset(built(folder, "unseen4"))
    held = {row["document"] for row in store.query(dataset, "meetings").dicts()}
    assert {paper.name for paper in papers_of("unseen4")} - held
    rows = [row for row in store.query(dataset, view).dicts() if row["document"] not in held]
    assert rows or view not in {"points", "recommendations"}
    assert not [row for row in rows if max(str(row.get(column) or "").count(" | ") for column in ("body", "body_id", "meeting_id")) > 1]


def letters(text: str) -> str:
    """The letters of a text alone, without marks and case."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if letter.isalpha())


def holds(quote: str, person: str) -> bool:
    """Whether a quote has somebody's surname, or the initials by which papers with a list of initials call people."""
    words = [word for word in re.split(r"[\s.]+", person) if word]
    initials = [f"{word[0]}{words[-1][0]}" for word in words[:-1]]
    return letters(words[-1]) in letters(quote) or any(re.search(rf"\b{pair}\b", quote) for pair in initials)


@pytest.mark.parametrize("name", ["styles", "unseen"])
@pytest.mark.parametrize("view", ["attendance", "interests", "memberships", "posts", "votes"])
def test_the_words_that_say_something_of_a_person_name_that_person(name: str, view: str, folder: Path) -> None:
    rows = store.query(store.open_dataset(built(folder, name)), view).dicts()
    assert rows
    assert not [(row["document"], row["person"], row["quote"]) for row in rows if row["person"] and not holds(row["quote"], row["person"])]


def test_the_sources_of_the_styles_name_each_paper() -> None:
    for name in LEAST:
        named = set(lexicon.sources(HERE / name / "sources.yml"))
        assert {path.name for path in papers_of(name)} <= named
