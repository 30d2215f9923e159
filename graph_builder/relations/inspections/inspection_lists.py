"""The inspections that a list of schools or homes, or a line with the name of one and a grade, tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from graph_builder.language.passages import Passage
from graph_builder.relations.inspections.establishments import Name, names
from graph_builder.relations.inspections.inspection_judgements import Judgement, judgements
from graph_builder.relations.inspections.inspection_targets import Target
from graph_builder.relations.inspections.inspection_told import Told
from graph_builder.relations.inspections.inspection_words import Kind, Words, grade_patterns
from graph_builder.relations.inspections.tellings import Telling

Only = tuple[Passage, tuple[Words, ...]] | None
"""The only inspectors that an item names, with the sentence that does first."""
# Between two names of a list.
_AND: Final = re.compile(r"\s*(?:\([^)]{1,40}\))?\s*(?:,|;|&|,?\s*\band\b)\s*(?:the\s+)?", re.IGNORECASE)
_BEHIND: Final = re.compile(r"\s+(?:reports?\s+)?(?:of|for|at|on)\s+(?:the\s+)?")
_INSPECTED: Final = re.compile(
    r"(?:\s*\([^)]{1,40}\))?,?\s+(?:which\s+|who\s+)?(?:were|was|had\s+been|have\s+been|has\s+been)\s+(?:(?:all|also|last|both|recently|most\s+recently|first|each)\s+)*"
    r"(?P<verb>re-?inspected|inspected|visited)\b",
)
_FOR_EACH: Final = re.compile(r"\b(?:all|both|each|were)\b[^.;]{0,40}$", re.IGNORECASE)
_LINE: Final = re.compile(
    r"(?:\s*\([^)]{1,60}\))?\s*(?:[-\u2013\u2014:|]|\bis\b)\s*(?:(?:S|s\.?|Section\s+)\s?[58]\b\s*[-\u2013:]?\s*|(?:full|short|overall|ungraded|graded)(?:\s+inspection)?\s*[-\u2013:]?\s*"
    r"|(?:judged|rated|graded)\s+(?:as\s+)?|inspection\s+|Ofsted\s+(?:rating\s*)?[-\u2013:]?\s*)*[\"']?",
)
_GIVEN: Final = re.compile(
    r"(?:\s*\([^)]{1,60}\))?,?\s+(?:which\s+|who\s+)?(?:(?:had|has|have|was|were|been|also|now|again|recently|since|then|that|it)\s+){1,4}"
    r"(?:be(?:en)?\s+)?(?:(?:now|again|recently|most\s+recently|last)\s+)?(?:judged|rated|graded|achieved|received|maintained|retained|awarded|given|improved|moved|downgraded|upgraded)\b",
)
_LONGEST_LINE: Final = 110


def in_title(text: str, titles: Sequence[Passage]) -> Target | None:
    """The school or home that "the school" in a sentence means: the only one that the titles above it name."""
    match = _THE_ONE.search(text)
    found = {one.text: (one, title) for title in titles for one in names(title.text) if match and match["what"].casefold() in one.text.casefold()}
    if len(found) != 1:
        return None
    [(one, title)] = found.values()
    return Target("named", Words(one.text, one.start, one.end), title)


_THE_ONE: Final = re.compile(r"\b(?:the|this)\s+(?P<what>school|academy|nursery|college|home|hospital|practice|centre)\b", re.IGNORECASE)


def is_the_one(text: str, target: Target | None) -> bool:
    """Whether "the school" of a sentence can be the establishment that was named before: "Elm Lane School"."""
    match = _THE_ONE.search(text)
    return bool(match and target and target.how == "named" and target.words and match["what"].casefold() in target.words.text.casefold())


def told(sentence: Passage, tellings: Sequence[Telling], only: Only) -> list[Told]:
    """The inspections of a list, "A School and B School were inspected in May", or of a line, "A School - Good"; none where a sentence tells otherwise."""
    named = names(sentence.text)
    if not named:
        return []
    return list(_listed(sentence, named, tellings, only)) or list(_of_several(sentence, named, tellings)) or list(_graded(sentence, named, tellings, only))


def _of_several(sentence: Passage, named: list[Name], tellings: Sequence[Telling]) -> Iterator[Told]:
    """Those that stand behind a plural: "the outcomes of the Ofsted inspections of A School and B School"."""
    for telling in tellings:
        place = next((place for place, one in enumerate(named) if _BEHIND.fullmatch(sentence.text, telling.kind.end, one.start)), None)
        if place is None or not (telling.kind.several and telling.inspectors and telling.happened):
            continue
        group = named[place : place + 1]
        for one in named[place + 1 :]:
            if not _AND.fullmatch(sentence.text, group[-1].end, one.start):
                break
            group.append(one)
        for one in group:
            yield from _one(sentence, one, replace(telling, series=False, judgements=()), None)


def _listed(sentence: Passage, named: list[Name], tellings: Sequence[Telling], only: Only) -> Iterator[Told]:
    """Those that a verb in the passive names together."""
    text = sentence.text
    verb = next((match for one in named if (match := _INSPECTED.match(text, one.end))), None)
    telling = next((one for one in tellings if verb and one.kind.start <= verb.start("verb") < one.kind.end and one.happened), None)
    if verb is None or telling is None:
        return
    group = [named[max(place for place, one in enumerate(named) if one.end <= verb.start() + 1)]]
    for one in reversed(named[: named.index(group[0])]):
        if not _AND.fullmatch(text, one.end, group[0].start):
            break
        group.insert(0, one)
    shared = len(group) == 1 or all(_FOR_EACH.search(text[: judged.start]) for judged in telling.judgements)
    for one in group:
        yield from _one(sentence, one, telling if shared else replace(telling, judgements=()), only)


def _graded(sentence: Passage, named: list[Name], tellings: Sequence[Telling], only: Only) -> Iterator[Told]:
    """One with its grade: a line of its own, or "A School had been judged good"; where the sentence tells an inspection by its name, it is read as such."""
    text, one = sentence.text, named[0]
    line = _LINE.match(text, one.end) if one.start == 0 and len(text) < _LONGEST_LINE else None
    grade = next((found for found in _grades(text, line.end()) if not text[found.end :].strip("\"'.,; ")), None) if line else None
    if grade is None and len(named) == 1 and not any(telling.tells for telling in tellings) and (given := _GIVEN.match(text, one.end)):
        grade = next((found for found in judgements(text) if found.start >= given.end()), None)
    if grade is not None:
        kind = Kind("inspection", "inspection", False, grade.start, grade.end, grade.printed)
        yield from _one(sentence, one, Telling(kind, judgements=(grade,), happened=True), only)


def _grades(text: str, at: int) -> Iterator[Judgement]:
    for name, pattern in grade_patterns().items():
        if match := pattern.match(text, at):
            yield Judgement(name, match.group(), *match.span())


def _one(sentence: Passage, name: Name, telling: Telling, only: Only) -> Iterator[Told]:
    """The telling of one establishment, by the inspectors of the sentence or by the only ones of its item, where they inspect such."""
    of = Target("named", Words(name.text, name.start, name.end))
    if telling.inspectors:
        yield Told(telling, sentence, of)
    elif only is not None and (able := tuple(one for one in only[1] if one.text in name.by)):
        yield Told(replace(telling, inspectors=able), sentence, of, who_in=only[0])
