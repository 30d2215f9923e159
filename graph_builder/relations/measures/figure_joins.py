"""A figure and the one before it go in, and whether it is one more value of the same indicator comes out: "compared with 12%", "down to 35", "17/18 (147)"."""

from __future__ import annotations

import re

from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_wholes import names_itself
from graph_builder.relations.measures.figure_words import Measured, Place, right_of, without_periods
from graph_builder.relations.measures.figures import listed

CHANGE_TOLD = re.compile(r"\s\(\w+(?:\s\w+)?\sby\)$")
_OWN_WORDS = re.compile(
    r"\s*(?:of|to)\s+\w|\s+(?!compared|against|versus|during|when|last|this|and|but|for|the|was|per|had|due|from|than|with|nationally|locally|which|while)[a-z]{3,}"
)
_COMPARING = re.compile(r"\b(?:compared|than|from|to|versus|against)\b")
# "41 were on target": where a preposition is all that tells one part from the next
STATE = re.compile(r"\s+(?:were|was|are|is|had|have)\s+(?P<state>(?:on|off|above|below|within|in|at|under|over|no|not)\b[^,;.]{2,50}?)(?=\s+and\b|[,;.]|$)")
# Behind these a number with its noun is another one: "100 tonnes were burnt, and 20 tonnes were buried"
_LISTS = re.compile(r"(?:,|\band)\s*$")
# What stands before the name of what a figure is compared with, as before "national" in brackets
COMPARES = re.compile(
    r"^(?:(?:not\s+)?(?:met|meeting|exceeding|reaching|missed|missing)\s+(?:the\s+)?)?(?:(?:significantly|slightly|well|much|just|still|also|not|now|approaching)\s+)*(?:(?:below|above|than|behind|against)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
# How the value before changed, which is not how this one did
CHANGED = re.compile(r"\s\((?:rise|increase|fall|drop|decrease|reduction|growth|decline|improvement|change)\sof\)$")
_FAR = 8
_WORD = re.compile(r"[A-Za-z0-9.]+")


def joins(place: Place, last: Measured) -> bool:
    """Whether a figure is one more value of the indicator before it: "compared with 12%", "down to 35", "17/18 (147)"."""
    figure, rest = place.figure, without_periods(place, place.before, place.figure.start)
    kinds = {figure.kind, last.figure.kind}
    words = set(_WORD.findall(rest.casefold()))
    if _is_end_of_another(place, last, rest) or (len(kinds) == 1 and re.search(r"\(\s*:\s*$", rest)):
        return not _is_end_of_another(place, last, rest)
    if figure.kind == "count" and not figure.unit and STATE.match(place.follows):
        return False
    if figure.kind == "count" and not place.bracketed and (figure.unit != last.figure.unit or _LISTS.search(rest) or _names_more(place, last)):
        return False
    if figure.kind == "money" and (_has_own_words(place, rest) or (place.bracketed and len(words - listed("joining") - listed("linking")) > 2)):
        return False
    if figure.kind == "percent" and not place.bracketed and _OWN_WORDS.match(place.follows) and not _COMPARING.search(rest):
        return False
    if figure.kind == "percent" and place.bracketed and last.figure.kind in {"count", "ratio"}:
        return len(_WORD.findall(rest)) <= 4 or words <= listed("joining") | set(_WORD.findall(last.indicator.casefold()))
    if figure.kind == "percent" and place.bracketed and _was_bracketed(place, last) and len(kinds) == 1:
        return bool(compared_with(place))
    if place.figure.kind in {"plain", "rate"} and last.figure.kind == "percent" and CHANGE_TOLD.search(last.indicator) and rest.strip().casefold() == "to":
        return True
    if len(kinds) == 1 and _bracket_adds(place):
        return True
    alike = len(kinds) == 1 or place.bracketed or ("plain" in kinds and bool(kinds & {"count", "rate", "ratio"}))
    return alike and (words - ({"which"} if "of" not in words else set()) <= listed("joining") or _is_compared(rest))


def _is_end_of_another(place: Place, last: Measured, rest: str) -> bool:
    """Whether a figure ends a change whose beginning was not told: "and in towns, from 22% to 23%"."""
    return rest.strip().casefold() == "to" and place.before > last.figure.end and not place.text[last.figure.end : place.before].startswith(")")


def _names_more(place: Place, last: Measured) -> bool:
    """Whether the words behind a number name other cases than those of the figure before: "6 placed abroad, compared to 520 children in care"."""
    own = set(_WORD.findall(right_of(place).casefold()))
    return bool(place.figure.unit and own - set(_WORD.findall(last.indicator.casefold())) - listed("joining") - listed("linking"))


def _bracket_adds(place: Place) -> bool:
    """Whether a bracket holds no more than a figure and its period: "88% of actions were in place (79% in 2022/23)"."""
    if not place.left.rstrip().endswith("(") or ")" not in place.follows:
        return False
    inside = without_periods(place, place.figure.end, place.figure.end + place.follows.index(")"))
    dated = inside.strip() != place.text[place.figure.end : place.figure.end + place.follows.index(")")].strip()
    if not dated and len(place.left.split()) > _FAR:
        return False
    return set(_WORD.findall(inside.casefold())) <= listed("joining")


def _has_own_words(place: Place, rest: str) -> bool:
    """Whether a sum has words of its own for what it is: "£80m savings against £95m agreed plans", "and an income of £2m"."""
    listed_sum = re.match(r"\s+(?:in|of)\s+[a-z]{4}", place.follows) and re.search(r"[a-z],\s*(?:and\s+)?$", place.left)
    return (
        (names_itself(place) and not place.bracketed)
        or bool(listed_sum)
        or bool(re.search(r"\bof\s*$|^\s*(?:,|and|;)\s*$|^\s*,?\s*(?:with|including|less)\s*$", rest))
    )


def _was_bracketed(place: Place, last: Measured) -> bool:
    """Whether the figure before stands in brackets of its own: "moderate (67%) or minor (10%)"."""
    return place.text[: last.figure.start].endswith("(") and place.text[last.figure.end : last.figure.end + 1] == ")"


def compared_with(place: Place) -> str:
    """Whose value of the indicator before a bracketed figure is: "below statistical neighbours (65%)", "(69%) in England"; empty where it is nobody's."""
    if where := form(FILE, "elsewhere").match(place.follows.removeprefix(")")):
        return " ".join(where["where"].split())
    beside = form(FILE, "beside-bracket").search(place.left)
    whose = COMPARES.sub("", " ".join(beside["whose"].split())) if beside else ""
    return whose if form(FILE, "compared").search(whose) else ""


def _is_compared(rest: str) -> bool:
    """Whether what stands before a comparing word was taken for the indicator before: "58 children missing from care down to 35"."""
    match = form(FILE, "compares").search(rest)
    return match is not None and set(_WORD.findall(match["after"].casefold())) <= listed("joining")


def last_compared(last: Measured) -> bool:
    """Whether the indicator of the figure before ends with whose value it is."""
    bracket = re.search(r"\(([^()]*)\)$", last.indicator)
    return bool(bracket and form(FILE, "compared").search(bracket[1]))


def paired(place: Place, last: Measured) -> tuple[str, str] | None:
    """Two indicators where one preposition tells both apart: "24% in secondary schools and 17% in primary schools"; None where it does not."""
    if place.figure.kind != last.figure.kind or place.figure.kind not in {"percent", "rate"} or place.bracketed:
        return None
    first = form(FILE, "first-of-pair").fullmatch(place.left)
    second = form(FILE, "second-of-pair").match(place.follows)
    between = any(place.before <= period.start < place.figure.start or place.figure.end <= period.start < place.after for period in place.periods)
    if first is None or second is None or between or first["by"].casefold() != second["by"].casefold():
        return None
    base = " ".join(last.indicator.removesuffix(f"{first['by']} {first['what']}").split())
    if base.casefold().endswith(first["what"].casefold()):
        return None
    return f"{base} {first['by']} {first['what']}", f"{base} {second['by']} {second['what']}"
