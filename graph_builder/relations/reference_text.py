"""The references in one sentence: meetings spoken of, minutes confirmed, items put off, call-ins, referrals, each with its date and body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from graph_builder.language import bodies
from graph_builder.language.dates import Found
from graph_builder.relations.reference_bodies import Naming, Who
from graph_builder.relations.reference_dates import turned
from graph_builder.relations.reference_marks import Marked
from graph_builder.relations.reference_words import Pattern, patterns

_HINT = re.compile(r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|call(?:ed)?[- ]?in|refer|submi|forwarded|remitted|(?:last|previous)\s", re.IGNORECASE)
WITHOUT_DATE = re.compile(r"call(?:ed)?[- ]?in|referr?|submi|forwarded|remitted|(?:last|previous) (?:\w+ )?meeting", re.IGNORECASE)
"""What a sentence without a date must have to be worth reading."""
_LATER = re.compile(r"\b(?:will|would|shall|be|to be|is to|next|due|going|return(?:ing|s)?|coming|forthcoming|until|defer(?:red)?|scheduled|planned|should|to come|bring|later in)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:was|were|had|has been|have been|last|previous|previously|earlier|recent|following|since)\b", re.IGNORECASE)
# What stands at once before the verb: "would be" discussed, "was" discussed.
_WILL = re.compile(r"\b(?:be|to|will|would|shall|should|due|next|must|could|going)(?:\s+(?:\w+ly|also|then|now|again))?\s*$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|had|has|have|been|having)(?:\s+(?:\w+ly|also|then|again))?\s*$", re.IGNORECASE)
_FORWARD = re.compile(r"(?:go|goes|going|return|returns|returning|due|coming|comes?|reports?|reporting|put|for|until|to|scheduled)\b", re.IGNORECASE)
_DONE = re.compile(r"(?:\w+ed|taken|brought|went|came|set|heard|made)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:last|previous|our|this|extraordinary|special|ordinary|reconvened|additional|next) (?:\w+ )?meeting", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:^|.*\b(?:that|noted|agreed|resolved)\b[: –-]*(?:that )?)(?P<words>(?:[Tt]he |[Aa]n? )?[A-Z0-9\"“'‘][^;:]{6,180}?)\s+"
    r"(?:(?:would|will|is|are|was|were|to|be|been|being|has|have|had|should|shall|due|currently|also|then|now|expected|scheduled|planned|still|next|again)\s+)+$",
    re.DOTALL,
)
_VERB = re.compile(r"\b(?:was|were|is|are|had|has|have|would|will|asked|said|reported|explained|agreed|noted|and that|but|which|who)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|this|these|that|they|he|she|we|which|there|members?|the\s+(?:item|matter|report|motion|decision|issue|minutes|panel|committee|board|council|meeting|cabinet|chair(?:man|person)?|clerk|director))", re.IGNORECASE)


class Spoken(NamedTuple):
    """A reference in a sentence: how it is related, the date (None where none is printed), the body, the rule, and the matter's title."""

    relation: str
    when: Found | None
    who: Who | None
    rule: str
    title: str = ""


def may_hold(text: str) -> bool:
    """Whether a sentence is worth marking: it has a figure, a month, or a word of a call-in, a referral or the last meeting."""
    return bool(_HINT.search(text))


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
        when = dates[-1] if dates else None
        if (when or (who and who.name)) and not (pattern.means == "referral" and (who is None or who.own)):
            past = turned(when, near, past=True) if when and near and pattern.means == "call-in" else when
            yield Spoken(pattern.means, past, who, pattern.name)
    elif pattern.means == "last":
        if who and who.own:
            yield Spoken("last-meeting", None, who, pattern.name)
    else:
        for when in dates:
            spoken = _dated(pattern, match, when, who, near=near)
            if spoken is not None:
                yield spoken._replace(title=_title(marked, match) if spoken.relation == "scheduled-item" else "")


def _dated(pattern: Pattern, match: re.Match[str], when: Found, who: Who | None, *, near: date | None) -> Spoken | None:
    """The reference of a date that a pattern read; None where the date stands on the wrong side of the paper's day, or on it."""
    if near is None:
        return Spoken("previous-meeting", when, who, pattern.name) if pattern.means == "past" and when.has_year else None
    past = _is_past(pattern, match)
    when = when if past is None else turned(when, near, past=past)
    if not when.exact and when.earliest <= near <= when.latest and (who is None or who.own):
        return None  # the month of the paper's own meeting
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
    behind = match.string[match.end() : match.end() + 25]
    for words, text, past in ((_WILL, before, False), (_WAS, before, True), (_LATER, inside, False), (_EARLIER, inside, True)):
        if words.search(text):
            return past
    if _FORWARD.match(inside) or _DONE.match(inside):
        return not _FORWARD.match(inside)
    later, earlier = (bool(words.search(before) or words.search(behind)) for words in (_LATER, _EARLIER))
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
    if pattern.whose == "own" or pattern.name == "next-meeting":
        return naming.mine(place, place)
    if _OWN.search(match.group()) or (pattern.name == "dated-meeting" and not any(True for _ in bodies.find(marked.text))):
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
    others = [body for body in bodies.find(marked.text[: match.start()]) if body.name]
    return None if others else naming.mine(0, 0)


def _title(marked: Marked, match: re.Match[str]) -> str:
    """The matter that comes to a meeting: what stands before the verb; empty where that is a pronoun or has a verb or a date in it."""
    subject = _SUBJECT.match(marked.text[: match.start()])
    words = subject["words"].strip(" ,–-") if subject else ""
    if not words or _PRONOUN.fullmatch(words) or _VERB.search(words) or re.search(r"[\ue000-\ue3ff]", words):
        return ""
    return words.replace("·", ".")
