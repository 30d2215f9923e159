"""Whether tellings can be of one inspection: their families, their targets, and whether an inspectorate made them at all."""

from __future__ import annotations

import re
from typing import Final

from graph_builder.relations.inspections.establishments import names
from graph_builder.relations.inspections.inspection_targets import Target
from graph_builder.relations.inspections.inspection_told import Inspection, Told

# Before "inspection": what makes it one that nobody asks an inspectorate for.
_OTHERS: Final = re.compile(
    r"\b(?:safety|(?<!on-)site|highways?|tree|building|internal|mock|vehicle|property|stock|road|bridge|condition|regulation\s+44|play\w*|insurance"
    r"|hygiene|food|visual|members?'?|peer)\s+(?:\w+\s+)?$", re.IGNORECASE)  # fmt: skip
# Which families one inspection can be told in, besides its own: "the visit of Ofsted in June" can be a full inspection.
_TOGETHER: Final = {
    "grading": {"inspection", "report", "visit"},
    "inspection": {"ilacs", "send", "jtai", "visit", "report", "peel", "audit", "assessment"},
    "visit": {"monitoring", "focused", "inspection", "ilacs", "send", "jtai", "revisit", "report", "peel", "assessment", "review"},
    "report": {"peel", "audit", "assessment", "inspection", "ilacs", "send", "jtai", "visit", "monitoring", "focused", "revisit", "review"},
}


def of_other_services(one: Inspection, told: Told) -> bool:
    """Whether a telling is of the council's services by their name, and an inspection of one home or service."""
    whom = one.target.target if one.target else None
    if told.about is None or told.target.how != "own" or whom is None or whom.how != "named" or whom.words is None:
        return False
    return set(told.about.text.casefold().split()).isdisjoint(word for word in whom.words.text.casefold().split() if len(word) > _SHORT_WORD)


_SHORT_WORD: Final = 3
_HOUSE: Final = re.compile(r"\w\s(?:Centre|Unit|Home|House|Hospital|Infirmary)$")


def names_one(target: Target) -> bool:
    """Whether an inspection was of one school or home that is named, so that it is known by that."""
    return target.how == "named" and target.words is not None and bool(names(target.words.text) or _HOUSE.search(target.words.text))


def is_of_an_inspectorate(told: Told) -> bool:
    """Whether an inspection that names nobody can be an inspectorate's: not one of trees or roads, and "was inspected" only of the council."""
    kind, target = told.telling.kind, told.target
    if kind.printed.casefold().endswith("inspected"):
        return target.how == "own"
    if kind.family in {"visit", "assessment"} and not told.telling.back:
        return False
    return target.how != "foreign" and not _OTHERS.search(told.sentence.text[: kind.start])


def one_family(left: str, right: str) -> bool:
    """Whether one inspection can be told in both families."""
    return left == right or right in _TOGETHER.get(left, ()) or left in _TOGETHER.get(right, ())


def key_of(target: Target) -> str:
    """What tells the targets of two tellings apart; empty where it is open."""
    return "own" if target.how == "own" else target.words.text.casefold() if target.words else ""


# "The Laurels was rated Outstanding": a name that was graded.
_GRADED_NAME: Final = re.compile(
    r"(?P<name>(?:The\s+)?[A-Z][\w'-]*(?:\s+(?:(?:of|and|the)\s+)?[A-Z][\w'-]*)*)(?:\s*\([^)]{2,40}\))?\s+(?:(?:was|were|is|had|has|been|also|now)\s+)+(?:rated|judged|graded)\b"
)
_NO_NAME: Final = frozenset(
    "service services trust home school force council authority partnership provider hospital overall area report inspection team local children's we they "
    "it this department directorate quality care support management environment staffing learning teaching wellbeing attainment achievement outcomes "
    "experiences progress protection behaviour development "
    "leadership effectiveness efficiency legitimacy safeguarding inspectors ofsted cqc agency college academy".split()
)


def is_of_another(text: str, of: Target | None) -> bool:
    """Whether a sentence begins with the name of another home or school that was graded than the one that was told before."""
    match = _GRADED_NAME.match(text)
    words = {word for word in match["name"].casefold().split() if word not in {"the", "of", "and"}} if match else set()
    known = set(of.words.text.casefold().split()) if of and of.words else set()
    return bool(words) and len(words - _NO_NAME) == len(words) and not words <= known
