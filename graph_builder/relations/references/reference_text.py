"""The references in one sentence: meetings spoken of, minutes confirmed, items put off, call-ins, referrals, each with its date and body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from graph_builder.language import bodies
from graph_builder.language.dates import Found
from graph_builder.relations.references.reference_bodies import Naming, Who
from graph_builder.relations.references.reference_dates import turned
from graph_builder.relations.references.reference_marks import Marked
from graph_builder.relations.references.reference_words import Pattern, clue, patterns

_OTHERS = re.compile(r"\b(?:next|future|forthcoming|following)\s+[A-Z]{3,}\s+meeting\b")
_ITS = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:^|.*\b(?:that|noted|agreed|resolved)\b[: –-]*(?:that )?)(?P<words>(?:[Tt]he |[Aa]n? )?[A-Z0-9\"“'‘][^;:]{6,180}?)\s+"
    r"(?:(?:would|will|is|are|was|were|to|be|been|being|has|have|had|should|shall|due|currently|also|then|now|expected|scheduled|planned|still|next|again)\s+)+$",
    re.DOTALL,
)


class Spoken(NamedTuple):
    """A reference in a sentence: how it is related, the date (None where none is printed), the body, the rule, and the matter's title."""

    relation: str
    when: Found | None
    who: Who | None
    rule: str
    title: str = ""


def may_hold(text: str) -> bool:
    """Whether a sentence is worth marking: it has a figure, a month, or a word of a call-in, a referral or the last meeting."""
    return bool(clue("hint").search(text))


def may_hold_undated(text: str) -> bool:
    """Whether a sentence without a date is worth reading."""
    return bool(clue("without-date").search(text))


def find(marked: Marked, naming: Naming, *, near: date | None) -> list[Spoken]:
    """The references in a marked sentence, each date used once, by the first pattern that reads it."""
    found: list[Spoken] = []
    for pattern in patterns():
        if pattern.unless is None or not pattern.unless.search(marked.text):
            for match in pattern.looked_for.finditer(marked.text):
                found.extend(new for new in _read(pattern, match, marked, naming, near=near) if not any(same(new, old) for old in found))
    return [spoken for spoken in found if not _covered(spoken, found)]


def same(left: Spoken, right: Spoken) -> bool:
    """Whether two readings are of one date, or, without dates, of one relation."""
    if left.when is None or right.when is None:
        return left.relation == right.relation and (left.who and left.who.start) == (right.who and right.who.start)
    return left.when.start == right.when.start


def _covered(spoken: Spoken, found: list[Spoken]) -> bool:
    """Whether a month is told to the day beside it: "October meeting date Thursday, 12 October"."""
    when = spoken.when
    return when is not None and not when.exact and any(o.when and o.when.exact and when.earliest <= o.when.earliest <= when.latest for o in found)


def _read(pattern: Pattern, match: re.Match[str], marked: Marked, naming: Naming, *, near: date | None) -> Iterator[Spoken]:
    dates = marked.dates_in(*match.span())
    who = _whose(pattern, match, marked, naming)
    if pattern.means in {"call-in", "referral"}:
        yield from _passed_on(pattern, dates[-1] if dates else None, who, near=near)
    elif pattern.means == "last":
        if who and who.own:
            yield Spoken("last-meeting", None, who, pattern.name)
    elif pattern.whose != "other" or (who and who.name and not who.own):
        for when in dates:
            spoken = _dated(pattern, match, when, who, near=near)
            if spoken is not None:
                yield spoken._replace(title=_title(marked, match) if spoken.relation == "scheduled-item" else "")


def _passed_on(pattern: Pattern, when: Found | None, who: Who | None, *, near: date | None) -> Iterator[Spoken]:
    """A call-in or a referral; where the other body is to deal with it on a later day, that is a scheduled item too."""
    if pattern.means == "referral" and (who is None or who.own):
        return
    if when and near and pattern.means == "referral" and when.earliest > near:
        yield Spoken("scheduled-item", when, who, pattern.name)
        when = None
    elif when and near:
        when = turned(when, near, past=True)
    if when or (who and who.name):
        yield Spoken(pattern.means, when, who, pattern.name)


def _dated(pattern: Pattern, match: re.Match[str], when: Found, who: Who | None, *, near: date | None) -> Spoken | None:
    """The reference of a date that a pattern read; None where the date stands on the wrong side of the paper's day, or on it."""
    if near is None:
        return Spoken("previous-meeting", when, who, pattern.name) if pattern.means == "past" and when.has_year else None
    if pattern.means != "past" and clue("called-off").search(match.string[max(0, match.start() - 30) : match.end() + 40]):
        return None
    before = match.string[max(0, match.start() - 40) : match.start()]
    if pattern.means != "past" and when.has_year and when.earliest > near and clue("minutes-of").search(before):
        return None  # a misprint: minutes are of a meeting that was
    if pattern.means != "past" and clue("may-be").search(before):
        return None
    past = _is_past(pattern, match)
    past = _seems_past(match) if past is None and not when.exact else past
    when = when if past is None else turned(when, near, past=past)
    if not when.exact and when.earliest <= near <= when.latest and (who is None or who.own):
        return None  # the month of the paper's own meeting
    if when.earliest == near == when.latest and pattern.name == "decided-at-meeting" and who is not None and not who.own:
        return Spoken("previous-meeting", when, who, pattern.name)  # the record of a decision bears its meeting's day
    within = not when.exact and when.earliest <= near <= when.latest
    if (when.latest < near or (within and past)) and pattern.means not in {"future", "later"}:
        return Spoken("previous-meeting", when, who, pattern.name)
    if (when.earliest > near or (within and past is False)) and pattern.means != "past":
        return Spoken("scheduled-item" if pattern.means in {"matter", "later"} else "future-meeting", when, who, pattern.name)
    return None


def _is_past(pattern: Pattern, match: re.Match[str]) -> bool | None:
    """Whether the words speak of something that was (true) or is to come (false); None where they tell neither."""
    if pattern.means in {"past", "future", "later"}:
        return pattern.means == "past"
    before, inside = match.string[max(0, match.start() - 40) : match.start()], match.group()
    if clue("backward").match(inside):
        return True
    for words, text, past in (("was", before, True), ("will", before, False), ("later", inside, False), ("earlier", inside, True)):
        if clue(words).search(text):
            return past
    if clue("forward").match(inside) or clue("done").match(inside):
        return not clue("forward").match(inside)
    return None


def _seems_past(match: re.Match[str]) -> bool | None:
    """What the words around say of a month without a year, where its own words tell nothing."""
    around = match.string[max(0, match.start() - 40) : match.start()], match.string[match.end() : match.end() + 25]
    later, earlier = (any(clue(words).search(text) for text in around) for words in ("later", "earlier"))
    return earlier if later != earlier else None


def _whose(pattern: Pattern, match: re.Match[str], marked: Marked, naming: Naming) -> Who | None:
    """The body whose meeting it is, by what stands in the match or, for "its", around it; None where nobody can say."""
    inside = marked.bodies_in(*match.span())
    if inside:
        return inside[-1] if pattern.means == "referral" else inside[0]
    place = marked.place(match.start())
    its = _ITS.search(match.group())
    if pattern.whose == "its" or (its and pattern.means != "last"):
        return _its(marked, match, naming)
    if pattern.name == "next-meeting" and _OTHERS.search(match.group()):
        return None  # "the next PACT meeting": of whom is known to the paper alone
    if pattern.whose == "own" or pattern.name == "next-meeting":
        return naming.mine(place, place)
    alone = all(who.own for who in marked.bodies) and not any(bodies.find(marked.text))
    if clue("own").search(match.group()) or (pattern.name == "dated-meeting" and alone):
        return naming.mine(place, place)
    return None


def _its(marked: Marked, match: re.Match[str], naming: Naming) -> Who | None:
    """Whom "its" stands for: the body named last before it, else the one that follows at once, else the paper's own where nobody else is named."""
    before = marked.bodies_in(0, match.start())
    if before:
        return before[-1]
    behind = re.match(r"[^.;\ue100-\ue3ff]{0,12}([\ue100-\ue3ff])", marked.text[match.end() :])
    if behind:
        return marked.bodies_in(match.end(), match.end() + behind.end())[0]
    return None if clue("another").search(marked.text[: match.start()]) or any(bodies.find(marked.text[: match.start()])) else naming.mine(0, 0)


def _title(marked: Marked, match: re.Match[str]) -> str:
    """The matter that comes to a meeting: what stands before the verb; empty where that is a pronoun or has a verb or a date in it."""
    subject = _SUBJECT.match(marked.text[: match.start()])
    words = subject["words"].strip(" ,–-") if subject else ""
    if " " not in words or clue("pronoun").fullmatch(words) or clue("verb").search(words) or re.search(r"[\ue000-\ue3ff]", words):
        return ""
    return words.replace("·", ".")
