"""References that the place of a sentence tells: minutes confirmed under "Minutes", background papers, earlier decisions, dates of future meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from graph_builder.language.dates import Found
from graph_builder.relations.references.reference_bodies import Naming, Who
from graph_builder.relations.references.reference_dates import turned
from graph_builder.relations.references.reference_marks import Marked
from graph_builder.relations.references.reference_text import Spoken
from graph_builder.relations.references.reference_words import clue

_DATE = r"[\ue000-\ue0ff]"
_NEAR: Final = 80
"""How many characters before "minutes" the word that confirms them may stand."""
_LISTED = re.compile(r"(?<=[\ue000-\ue0ff]);(?=\s*(?:and\s+)?[\ue000-\ue0ff])")  # "held on 7 May; 4 June; and 2 July"
_NUMBERED = re.compile(r"\bminute\s+(?:no\.?|number)\s*\d[\w/]*\s[^.;]{0,40}$", re.IGNORECASE)
_SIGN = re.compile(r"[\ue000-\ue3ff]")


def is_minutes_item(title: str) -> bool:
    """Whether under an item's title the minutes of an earlier meeting are confirmed."""
    return bool(clue("minutes").search(title)) and not clue("other-minutes").search(
        re.sub(r"(?:and|&|/)?\s*matters\s+arising.*", "", title, flags=re.IGNORECASE)
    )


def speaks_of_minutes(text: str) -> bool:
    """Whether a sentence says that minutes were confirmed, with a date or without."""
    minutes = clue("minutes").search(text)
    if minutes is None:
        return False
    end = text.find(";", minutes.end())
    return bool(clue("confirmed").search(text, max(text.rfind(";", 0, minutes.start()), minutes.start() - _NEAR, 0), len(text) if end < 0 else end))


def confirmed(marked: Marked, naming: Naming, *, near: date | None, in_item: bool) -> Iterator[Spoken]:
    """The meetings whose minutes a sentence confirms; `in_item` where it stands under the title "Minutes" and nothing was confirmed before it."""
    text = _LISTED.sub(",", marked.text)
    named = bool(clue("minutes").search(text))
    under_title = in_item and not clue("spoken-of").search(text) and (named or clue("only-date").match(text))
    received = named and clue("taken-note").search(text) and not clue("confirmed").search(text)
    if clue("not-confirmed").search(text) or (near is None and not speaks_of_minutes(text)):
        return  # put off, or the title of a paper whose own day is not known
    if any(clue(name).search(text) for name in ("confirmed-later", "next", "of-a-part")) or not (speaks_of_minutes(text) or under_title or received):
        return
    spans = [(m.span("dates") if m["dates"] else m.span("before"), m.span()) for m in clue("of-meeting").finditer(text)]
    first = re.search(_DATE, text)
    if not spans and in_item and first and clue("only-date").match(text):
        spans = [(first.span(), (0, first.end()))]
    for dates, whole in spans:
        if _NUMBERED.search(text[: dates[0]]):
            continue  # one minute of a meeting, and not its minutes
        # "the 2012 Annual Parish Meeting": the body may stand at once behind the date
        who = _whose(marked, whole, dates[0])
        noted = who is not None and not who.own and received
        if received and not (noted or under_title):
            continue
        for when in marked.dates_in(*dates):
            past = turned(when, near, past=True) if near else when
            # a later day is a misprint, which is kept as printed and not mended, where it is the only one that is said
            misprint = when.has_year and near is not None and past.earliest != near and speaks_of_minutes(text) and len(re.findall(_DATE, text)) == 1
            if near is None or past.latest < near or misprint:
                own = naming.mine(0, 0) if not _is_of_others(text, naming) else None
                whose = who if who and who.name and (own or not who.own) else own
                yield Spoken("previous-meeting" if noted else "confirms-minutes", past, whose, "confirms-minutes")


def _whose(marked: Marked, whole: tuple[int, int], date_at: int) -> Who | None:
    """Whose minutes are meant: the first body named, but one by its name at the date rather than "the following committee meetings" before it."""
    named = marked.bodies_in(whole[0], whole[1] + 2)
    close = [who for who in marked.bodies_in(whole[0], date_at) if who.stated]
    return close[-1] if close and not named[0].stated else next(iter(named), None)


def _is_of_others(text: str, naming: Naming) -> bool:
    """Whether minutes are those of a meeting that words name which mean nobody here: "Minutes of SPC1 meeting", "of the Larming West area meeting"."""
    match = clue("whose-minutes").search(text)
    words = re.findall(r"[A-Za-z][\w’'-]*", _SIGN.sub(" ", match["whose"])) if match else []
    known = {word.casefold() for word in re.findall(r"[\w’'-]+", f"{naming.own} {naming.council}")}
    return any(word.casefold() not in known and not clue("kind-of-meeting").fullmatch(word) for word in words)


def alone(marked: Marked, *, near: date | None) -> Iterator[Spoken]:
    """The meetings of a line that is nothing but a body and its dates: "Cabinet – 10 February and 22 March 2021"."""
    bodies_ = marked.bodies_in(0, len(marked.text))
    if near is None or len(bodies_) != 1 or not bodies_[0].name or clue("no-body").search(bodies_[0].name) or not clue("body-and-dates").fullmatch(marked.text):
        return
    for _, when in _dates(marked):
        if when.exact and when.latest != near:
            past = when.latest < near
            yield Spoken("previous-meeting" if past else "future-meeting", when, bodies_[0], "line-of-body")


def programme(marked: Marked, naming: Naming, *, near: date | None) -> Iterator[Spoken]:
    """The matter that a line of a work programme names behind a later date: "12 June 2019 – School places"."""
    line = clue("date-and-matter").fullmatch(marked.text)
    if near is None or line is None or clue("paper").search(line["matter"]):
        return
    for when in marked.dates_in(*line.span("dates")):
        later = turned(when, near, past=False)
        if later.earliest > near:
            yield Spoken("scheduled-item", later, naming.mine(0, 0), "line-of-programme", line["matter"].strip(" ."))


def listed(marked: Marked, naming: Naming, section: str, *, near: date | None) -> Iterator[Spoken]:
    """The meetings that a line below a heading lists: background papers, earlier decisions, dates of future meetings."""
    if near is None or (section == "future" and (not _is_list(marked.text) or clue("none-held").search(marked.text))):
        return
    for position, when in _dates(marked):
        who = _beside(marked, position)
        if clue("no-meeting").search(_SIGN.sub("", marked.text[:position])) and not clue("paper").search(marked.text[max(0, position - 12) : position]):
            continue
        if section == "future":
            later = turned(when, near, past=False)
            if later.earliest > near:
                yield Spoken("future-meeting", later, who or naming.mine(0, 0), "list-of-future-meetings")
        elif _points_to_meeting(marked, position, who, section) and (earlier := turned(when, near, past=True)).latest < near:
            yield Spoken("background-paper" if section == "background" else "previous-meeting", earlier, who, f"list-of-{section}")


def _dates(marked: Marked) -> Iterator[tuple[int, Found]]:
    for position, sign in enumerate(marked.text):
        if re.fullmatch(_DATE, sign):
            yield position, marked.dates_in(position, position + 1)[0]


def _segment(marked: Marked, position: int) -> tuple[int, int]:
    """The part of a line, between semicolons, in which a position stands."""
    start = marked.text.rfind(";", 0, position) + 1
    end = marked.text.find(";", position)
    return start, len(marked.text) if end < 0 else end


def _beside(marked: Marked, position: int) -> Who | None:
    """The body whose date stands at a position: the last one named before it, else the first behind it."""
    start, end = _segment(marked, position)
    before = marked.bodies_in(start, position)
    behind = marked.bodies_in(position, end)
    return before[-1] if before else behind[0] if behind else None


def _points_to_meeting(marked: Marked, position: int, who: Who | None, section: str) -> bool:
    """Whether a date in a list of papers is that of a meeting: a body that meets stands beside it, or an authority with its agenda or minutes."""
    start, end = _segment(marked, position)
    spoken = bool(clue("paper").search(marked.text[start:end]))
    if who is None:
        return section == "background" and bool(re.search(r"\b(?:agenda|minutes)\b", marked.text[start:end], re.IGNORECASE))
    return who.meets or spoken


def _is_list(text: str) -> bool:
    """Whether a line is a list of dates and no sentence about something else."""
    rest = _SIGN.sub(" ", text)
    return len(rest.split()) <= 12 or bool(re.search(r"\bmeetings?\b", rest, re.IGNORECASE) and len(rest.split()) <= 40)
