"""What a figure measures and when, in the sentence's own words: the noun phrase before it, what follows it, or the indicator of the figure before."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from graph_builder.relations import figures, periods
from graph_builder.relations.figure_masks import FILE
from graph_builder.relations.figure_words import Place, clause_of, left_of, listed, right_of, stripped, without_periods
from graph_builder.relations.figures import Figure
from graph_builder.relations.forms import form
from graph_builder.relations.periods import Period, earlier

# A comma within a name is no end of a phrase: "Education, Health and Care Plans"; while a sentence is read, a sign of its own stands for it.
_LISTED_NAME = re.compile(
    r"\b[A-Z]\w+(?:, [A-Z]\w+)+,? (?:and|&) [A-Z]\w+|\b[a-z]{5,}(?:, [a-z]{5,})+,? (?:and|or) [a-z]{5,}\b"
    r"|\beducation,\s+health\s+and\s+(?:social\s+)?care\b",
)
_COMMA = "\u201a"
_BEFORE = re.compile(
    r"\W{0,2}(?:\w+\s+){0,2}?\b(?:a\s+year|one\s+year|12\s+months|twelve\s+months)\s+(?:before|earlier|previously|ago)\b"
    r"|\W{0,2}(?:in|for|during)?\s*(?P<year>the\s+(?:previous|prior|preceding)\s+year|the\s+year\s+before)\b",
    re.IGNORECASE,
)
_CHANGE_TOLD = re.compile(r"\s\(\w+(?:\s\w+)?\sby\)$")
_OWN_WORDS = re.compile(r"\s*(?:of|to)\s+\w|\s+[a-z]{4,}")
_COMPARING = re.compile(r"\b(?:compared|than|from|to|versus|against)\b")
# "41 were on target": where a preposition is all that tells one part from the next
_STATE = re.compile(r"\s+(?:were|was|are|is|had|have)\s+(?P<state>(?:on|off|above|below|within|in|at|under|over|no|not)\b[^,;.]{2,50}?)(?=\s+and\b|[,;.]|$)")
# "The outturn at 30 September 2022 was an overspend of"
_STATES = re.compile(r"\s+(?:was|is|were|are|remained|remains|showed|shows)\s+(?:[a-z-]+\s+){0,6}", re.IGNORECASE)
_PREPOSITION = re.compile(r"\W*(in|for|at|among|of|with|aged)\s")
_SHARED = re.compile(r"(?:for|from|to|towards|in|on|under)\s")
_WORD = re.compile(r"[A-Za-z0-9.]+")
MOST = 26


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with the words that say what it measures, and its period as a table shows it."""

    figure: Figure
    indicator: str
    period: str


def find(text: str, *, near: date | None, lead: str = "") -> list[Measured]:
    """The figures of a sentence that measure something; `lead` is the line that opens the list in which the sentence stands."""
    found: list[Measured] = []
    text = _LISTED_NAME.sub(lambda name: name.group().replace(",", _COMMA), text)
    named = tuple(periods.find(text, near=near))
    all_figures = figures.find(text)
    for index, figure in enumerate(all_figures):
        before = all_figures[index - 1].end if index else 0
        after = all_figures[index + 1].start if index + 1 < len(all_figures) else len(text)
        measured = _measured(Place(text, figure, before, after, named), found[-1] if found else None, lead)
        if measured is not None:
            found.append(measured)
    found = [_with_shared_period(text, one, after, named) for one, after in zip_longest(found, found[1:])]
    return [replace(one, indicator=one.indicator.replace(_COMMA, ",")) for one in found]


def _with_shared_period(text: str, one: Measured, after: Measured | None, named: tuple[Period, ...]) -> Measured:
    """A figure that "and" joins to the next one, whose period stands behind both: "642 looked after and 318 on a plan at 31 October"."""
    if after is None or one.period or not after.period or after.figure.kind != one.figure.kind:
        return one
    between = text[one.figure.end : after.figure.start]
    behind = any(period.start >= after.figure.end and period.shown == after.period for period in named)
    before = any(period.start < after.figure.start for period in named)
    joined = re.search(r"\band\s+$", between) and not re.search(r"[,;.:(]", between)
    return replace(one, period=after.period) if joined and behind and not before else one


def _measured(place: Place, last: Measured | None, lead: str) -> Measured | None:
    """The figure with its indicator; None where it measures nothing that the sentence names."""
    figure = place.figure
    if form(FILE, "of-another-time").match(place.follows):
        return None
    if last is not None and (place.within or (_joins(place, last) and not form(FILE, "change-of").search(place.left))):
        return _joined(place, last)
    if last is None and figure.kind == "count" and not figure.unit and not form(FILE, "of-whole").search(place.text[: figure.start].rstrip(" ,")):
        return None
    words = _indicator(place, lead, last).split()[:MOST]
    if not re.search(r"[A-Za-z]{3}", " ".join(words)) or form(FILE, "finite").match(" ".join(words)):
        return None
    return Measured(figure, " ".join(words), _period(place))


def _joined(place: Place, last: Measured) -> Measured:
    """One more value of the indicator before it."""
    figure, indicator = place.figure, last.indicator
    if without_periods(place, place.before, figure.start).strip().casefold() == "to":
        # "had slipped by £11m to £48m": the second sum is no change
        indicator = _CHANGE_TOLD.sub("", indicator)
    if place.within:
        own = place.follows.partition(")")[0].strip()
        indicator = f"{indicator} ({own})" if own else indicator
    if where := form(FILE, "elsewhere").match(place.follows):
        indicator = f"{indicator} ({' '.join(where['where'].split())})"
    if figure.kind == "plain" and last.figure.unit not in {"", "%"}:
        figure = replace(figure, kind=last.figure.kind, unit=last.figure.unit)
    return Measured(figure, indicator, _period(place, last))


def _joins(place: Place, last: Measured) -> bool:
    """Whether a figure is one more value of the indicator before it: "compared with 12%", "down to 35", "17/18 (147)"."""
    figure, rest = place.figure, without_periods(place, place.before, place.figure.start)
    kinds = {figure.kind, last.figure.kind}
    words = set(_WORD.findall(rest.casefold()))
    if len(kinds) == 1 and re.search(r"\(\s*:\s*$", rest):
        return True
    if figure.kind == "count" and not figure.unit and _STATE.match(place.follows):
        return False
    if figure.kind == "count" and figure.unit != last.figure.unit and not place.bracketed:
        return False
    if figure.kind == "money" and re.search(r"\bof\s*$|^\s*(?:,|and|;)\s*$", rest):
        return False
    if figure.kind == "percent" and not place.bracketed and _OWN_WORDS.match(place.follows) and not _COMPARING.search(rest):
        return False
    if figure.kind == "percent" and place.bracketed and last.figure.kind in {"count", "ratio"}:
        return len(_WORD.findall(rest)) <= 4 or words <= listed("joining")
    if place.figure.kind == "plain" and last.figure.kind == "percent" and _CHANGE_TOLD.search(last.indicator) and rest.strip().casefold() == "to":
        return True
    if len(kinds) == 1 and _bracket_adds(place):
        return True
    alike = len(kinds) == 1 or place.bracketed or ("plain" in kinds and bool(kinds & {"count", "rate", "ratio"}))
    return alike and (words <= listed("joining") or _is_compared(rest))


def _bracket_adds(place: Place) -> bool:
    """Whether a bracket holds no more than a figure and its period: "88% of actions were in place (79% in 2022/23)"."""
    if not place.left.rstrip().endswith("(") or ")" not in place.follows:
        return False
    inside = without_periods(place, place.figure.end, place.figure.end + place.follows.index(")"))
    return set(_WORD.findall(inside.casefold())) <= listed("joining")


def _is_compared(rest: str) -> bool:
    """Whether what stands before a comparing word was taken for the indicator before: "58 children missing from care down to 35"."""
    match = form(FILE, "compares").search(rest)
    return match is not None and set(_WORD.findall(match["after"].casefold())) <= listed("joining")


def _indicator(place: Place, lead: str, last: Measured | None) -> str:
    """What a figure measures, in the words of its sentence."""
    left, right = left_of(place), right_of(place)
    if change := form(FILE, "change-of").search(place.left):
        how = " ".join(change["how"].split())
        if last:
            return f"{last.indicator} ({how})"
        if form(FILE, "change-in-what").match(place.follows):
            return f"{how.removesuffix(' of')} in {right}"
    chosen = _of_money(place, left, right, last) if place.figure.kind == "money" else _of_share(place, left, right)
    changed = form(FILE, "changed-by").search(place.left)
    if changed and left and chosen.startswith(left):
        how = " ".join(changed["how"].split())
        chosen = f"{stripped(left.removesuffix(how.split()[0]))} ({how})"
    if last and chosen and place.figure.unit == "percentage points" and last.figure.kind == "percent":
        return f"{last.indicator} ({chosen})"
    if last and chosen and form(FILE, "of-them").search(place.left):
        return f"{chosen} (of {last.indicator})"
    if last and chosen and last.indicator not in chosen and _qualifies(chosen, place, last):
        return f"{last.indicator} ({chosen})"
    if lead and chosen and (chosen[0].islower() or len(chosen.split()) <= 3):
        preposition = _PREPOSITION.match(place.text)
        return f"{lead} {preposition[1] + ' ' if preposition else ''}{chosen}"
    return chosen


def _qualifies(chosen: str, place: Place, last: Measured) -> bool:
    """Whether words only say whose value of the indicator before it is, or how that changed: "the national average", "an increase"."""
    comparing = last.figure.kind == place.figure.kind and len(chosen.split()) <= 6 and form(FILE, "compared").search(chosen)
    return bool(comparing or form(FILE, "change-alone").fullmatch(chosen))


def _of_share(place: Place, left: str, right: str) -> str:
    """What a share, a rate, a count or a bare number is of."""
    figure, determined = place.figure, form(FILE, "determined").search(place.left)
    if figure.kind == "count" and figure.unit.removesuffix("s") in listed("measuring") and left and form(FILE, "leads-to").search(place.text[: figure.start]):
        return left
    if figure.kind == "count" or (figure.kind == "ratio" and not place.bracketed):
        return _of_cases(place, right)
    if figure.kind == "percent":
        if left and form(FILE, "account-for").search(place.left):
            return f"{left} (of {right})" if right else left
        if re.match(r"\s*\)?\s+of\s", place.follows):
            return right if len(right.split()) > 2 or not left or determined else _whole_of(clause_of(place), right)
        if determined and right and re.match(r"\s+[a-z]", place.follows):
            return right
        whole = form(FILE, "of-whole").search(place.text[: figure.start].rstrip())
        if whole and right:
            return f"{whole['whole']} {right}"
    if left and (figure.kind == "plain" or form(FILE, "leads-to").search(place.text[: figure.start])):
        return f"{left} {right}" if form(FILE, "completes").match(place.follows) else left
    return left if not right or place.bracketed else right


def _whole_of(clause: str, right: str) -> str:
    """A clause with the whole of which its figure is a share: "broadband coverage of premises"."""
    prepared = not clause or clause.rsplit(maxsplit=1)[-1] in {"with", "to", "in", "by", "for", "on"}
    return f"{clause} {right}".strip() if prepared else f"{clause} of {right}"


def _of_cases(place: Place, right: str) -> str:
    """What cases are counted: "Of the children who have left care 57/123 were S20", "a net gain of 34 foster carers"."""
    state = _STATE.match(place.follows)
    whole = form(FILE, "of-whole").search(stripped(place.text[: place.figure.start], keep=frozenset(("of",))))
    whole = whole or form(FILE, "of-many").match(place.text)
    if whole and (place.figure.kind == "ratio" or not place.figure.unit):
        return f"{whole['whole']} {state['state'] if state else right}".strip()
    group = form(FILE, "group-of").search(place.left)
    return f"{' '.join(group['group'].split())} of {right}" if group and right else right


def _of_money(place: Place, left: str, right: str, last: Measured | None) -> str:
    """What a sum of money is: "£0.5m overspend in Transport", "a one off sum of £30k", "the balance was £0.6m"."""
    first = form(FILE, "money-noun-before").match(place.follows)
    noun = first["noun"].casefold() if first else ""
    if noun != "per" and {noun, noun.removesuffix("s")} & listed("money_nouns"):
        label = form(FILE, "label").search(place.left)
        return f"{label['label']} {right}" if label else right
    tail = right if form(FILE, "points-on").match(right) else ""
    if left and (state := form(FILE, "completes").match(place.follows)):
        return f"{left} {state.group().strip()}"
    if form(FILE, "change-alone").fullmatch(left):
        return left
    left = left if len(left.split()) > 1 or tail else clause_of(place) or left
    chosen = f"{left} {tail}".strip() if left else right
    shared = _SHARED.match(chosen)
    if shared and last and f" {shared.group()}" in last.indicator:
        # "a request for £8,127 from the Council and for £5,000 from the Provider"
        return f"{last.indicator.partition(f' {shared.group()}')[0]} {chosen}"
    return chosen


def _period(place: Place, last: Measured | None = None) -> str:
    """The period of a figure: one beside it, else that which opens the sentence.

    A figure that only joins another, `last`, takes its own alone, or one that is told by its distance from that of the other.
    """
    joined = last is not None
    text, figure = place.text, place.figure
    after = [p for p in place.periods if figure.end <= p.start < place.after and not form(FILE, "far").search(text[figure.end : p.start])]
    near = [p for p in place.periods if place.before <= p.start and p.end <= figure.start and _leads_from(place, p)]
    beside = bool(near) and not re.search(r"\w", text[near[-1].end : figure.start])
    if place.bracketed and beside:
        return near[-1].shown
    if last and (before := _BEFORE.match(place.follows)):
        return earlier(last.period, whole=bool(before["year"]))
    if after and not place.bracketed and not _opens_next(place, after[0], bool(near)):
        return next((p.shown for p in after if p.shown), "")
    if near and (beside or not joined):
        return near[-1].shown
    opening = [p for p in place.periods if p.end <= figure.start and p.start < 4]
    return opening[0].shown if opening and not joined else ""


def _leads_from(place: Place, period: Period) -> bool:
    """Whether a period leads to a figure; behind "set 15th Feb," a new clause begins."""
    between = place.text[period.end : place.figure.start]
    if _STATES.fullmatch(between):
        return True
    apart = "," in between and re.search(r"\w\s*$", place.text[: period.start]) and place.text[period.start].isdigit()
    return not apart and _leads(between)


def _leads(words: str) -> bool:
    """Whether words between a period and a figure only lead from one to the other."""
    return set(re.findall(r"[A-Za-z]+", words.casefold())) <= listed("linking") and not re.search(r"[;.]\s", words)


def _opens_next(place: Place, period: Period, told: bool) -> bool:
    """Whether a period leads to the next figure rather than closing this one: "62% (2017: 58%)"."""
    between = place.text[period.end : place.after]
    return place.after < len(place.text) and not re.search(r"\w", between) and (told or ":" in between)
