"""What a figure measures and when, in the sentence's own words: the noun phrase before it, what follows it, or the indicator of the figure before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from graph_builder.relations.forms import form
from graph_builder.relations.measures import figure_changes, figure_names, figure_periods, figures, periods
from graph_builder.relations.measures.figure_changes import EARLIER
from graph_builder.relations.measures.figure_joins import CHANGE_TOLD, COMPARES, compared_with, joins, last_compared, paired
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_phrases import of_money, of_share
from graph_builder.relations.measures.figure_wholes import is_money, is_telling, opened, part_of, referred_to, subject_of, tells_a_part, whole_of
from graph_builder.relations.measures.figure_words import Measured, Place, left_of, right_of, stripped, without_lead, without_periods
from graph_builder.relations.measures.periods import Period

# A comma within a name is no end of a phrase: "Education, Health and Care Plans"; while a sentence is read, a sign of its own stands for it.
_LISTED_NAME = re.compile(
    r"\b[A-Z]\w+(?:, [A-Z]\w+)+,? (?:and|&) [A-Z]\w+|\b[a-z]{5,}(?:, [a-z]{5,})+,? (?:and|or) [a-z]{5,}\b"
    r"|\beducation,\s+health\s+and\s+(?:social\s+)?care\b",
)
_COMMA = "\u201a"
_PREPOSITION = re.compile(r"\W*(in|for|at|among|of|with|aged)\s")
# "these 45 young people": cases that were told before
_POINTS = re.compile(r"(?<!of )\bthe\s+$|\b(?:these|those|the\s+same|the\s+other|the\s+remaining)\s+$", re.IGNORECASE)
_BRACKETED = re.compile(r"[^.;%]{0,60}\(\s*$")
MOST = 26


def find(text: str, *, near: date | None, lead: str = "") -> list[Measured]:
    """The figures of a sentence that measure something; `lead` is the line that opens the list in which the sentence stands."""
    found: list[Measured] = []
    # "in reading –down from 75%": as long as before
    text = re.sub(r"(?<=\s)[–—-](?=[a-z])", " ", text)
    text = _LISTED_NAME.sub(lambda name: name.group().replace(",", _COMMA), text)
    named = tuple(periods.find(text, near=near))
    all_figures = figures.find(text)
    for index, figure in enumerate(all_figures):
        before = all_figures[index - 1].end if index else 0
        after = all_figures[index + 1].start if index + 1 < len(all_figures) else len(text)
        place = Place(text, figure, before, after, named)
        if found and _is_its_share(place, found[-1]):
            found[-1] = replace(found[-1], figure=replace(found[-1].figure, numerator=figure.numerator, denominator=figure.denominator))
        elif found and (pair := paired(place, found[-1])):
            found[-1:] = [replace(found[-1], indicator=pair[0]), Measured(figure, pair[1], figure_periods.of(place, found[-1]), found[-1].whole)]
        elif (measured := _measured(place, _before(found, place), lead)) is not None:
            found.append(measured)
    found = [_with_shared_period(text, one, after, named) for one, after in zip_longest(found, found[1:])]
    return [replace(one, indicator=_without_own_time(one).replace(_COMMA, ",")) for one in found]


def _without_own_time(one: Measured) -> str:
    """An indicator without "in the quarter" where the period says which one."""
    bare, bracket, rest = one.indicator.partition(" (")
    return f"{form(FILE, 'own-time').sub('', bare)}{bracket}{rest}" if one.period and len(bare.split()) > 3 else one.indicator


def _before(found: list[Measured], place: Place) -> Measured | None:
    """The figure that another may be compared with: of "112 homes (1.9%) against 98" the number of homes."""
    if len(found) > 1 and place.figure.kind == "plain" and found[-1].figure.kind == "percent" and place.text[found[-1].figure.end] == ")":
        return found[-2]
    return found[-1] if found else None


def _is_its_share(place: Place, last: Measured) -> bool:
    """Whether a bracket gives the cases of the percentage before it: "63% of plans (45 of 71)"."""
    figure, share = place.figure, last.figure
    if figure.kind != "ratio" or share.kind != "percent" or share.low is None or not place.bracketed or not _BRACKETED.fullmatch(place.left):
        return False
    return abs(100 * int(figure.numerator) / int(figure.denominator) - float(share.low)) < 1


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
    if form(FILE, "of-another-time").match(place.follows) or _differs(place) or (last and re.search(r"\bwhere\b", place.left)):
        return None
    if last is not None and (place.within or (joins(place, last) and not form(FILE, "change-of").search(place.left))):
        return _joined(place, last)
    if _tells_nothing(place, last):
        return None
    if last is not None and _is_in_numbers(place, last):
        return Measured(figure, last.indicator, last.period, last.whole)
    indicator = figure_names.named(" ".join((_part(place, last) or _indicator(place, lead, last)).split()[:MOST]))
    if indicator and figure.kind == "money" and not lead and figure_names.is_name_alone(indicator):
        indicator = figure_names.with_kind(indicator, place.text[: figure.start])
    if (
        _is_clause(place, indicator)
        or not is_telling(indicator)
        or not (lead or (last and indicator == last.indicator) or figure_names.is_led(place, indicator))
    ):
        return None
    return Measured(figure, indicator, figure_periods.of(place, words=indicator), whole_of(place, indicator) or (last.whole if last else ""))


def _tells_nothing(place: Place, last: Measured | None) -> bool:
    """Whether a figure is what a case had, a count of what is not named, what is meant to be, or a part that its bracket alone tells."""
    figure, before = place.figure, place.text[: place.figure.start]
    if (
        form(FILE, "respective").search(place.follows)
        or (figure.kind == "count" and form(FILE, "sent-to").search(before))
        or form(FILE, "share-because").search(place.follows)
        or form(FILE, "premise").search(before)
        or (last is None and figure.kind not in {"count", "plain"} and form(FILE, "points-back").search(before))
    ):
        return True
    if figure.kind == "count" and last is not None and last.figure.kind == "count" and form(FILE, "had").search(place.left):
        return True
    if figure.kind == "count" and (_POINTS.search(before) or (last is None and not figure.unit and not form(FILE, "of-whole").search(before.rstrip(" ,")))):
        return True
    if figure.kind == "count" and re.match(r"[^.;,]{0,50}\bper\s+\d", place.follows):
        return True
    if figure.kind == "percent" and place.left.endswith("(") and not place.bracketed and tells_a_part(place):
        return True
    return bool(form(FILE, "meant").search(_clause_before(place)) or (figure.kind in {"count", "plain"} and form(FILE, "differs").match(place.follows)))


def _differs(place: Place) -> bool:
    """Whether a figure says how far a value is from another one: "£0.7m above the budget"."""
    if place.figure.unit == "percentage points" or opened(place) or subject_of(place):
        return False
    return bool(form(FILE, "differs-by").match(place.follows))


def _is_in_numbers(place: Place, last: Measured) -> bool:
    """Whether a bracket tells in numbers what the percentage before it tells: "an increase of 5.7% (283 incidents)"."""
    alone = re.match(r"\s[a-z ]{3,30}\)", place.follows)
    return bool(place.figure.kind == "count" and last.figure.kind == "percent" and place.before == last.figure.end and place.left.strip() == "(" and alone)


def _clause_before(place: Place) -> str:
    """The words of the clause before a figure, from the figure before on."""
    return re.split(r"[;.,]\s", place.left)[-1]


def _is_clause(place: Place, indicator: str) -> bool:
    """Whether words before a figure were taken for its name that are a clause of their own."""
    left = left_of(place)
    return bool(left and not opened(place) and indicator.startswith(left[:12]) and form(FILE, "unclean").search(indicator.partition(" (")[0]))


def _part(place: Place, last: Measured | None) -> str:
    """What a part of a group is, where the group was named before: "81% of schemes were on time and 12% had been delayed"."""
    counted = place.figure.kind == "percent" or (place.figure.kind == "count" and not place.figure.unit)
    if not counted or place.bracketed or not tells_a_part(place) or opened(place):
        return ""
    group = (last.whole if last else "") or subject_of(place)
    return f"{group} {part_of(place)}" if group else ""


def _joined(place: Place, last: Measured) -> Measured:
    """One more value of the indicator before it."""
    figure, indicator = place.figure, last.indicator
    if without_periods(place, place.before, figure.start).strip().casefold() == "to":
        # "had slipped by £11m to £48m": the second sum is no change
        indicator = CHANGE_TOLD.sub("", indicator)
    if place.within:
        own = place.follows.partition(")")[0].strip()
        indicator = f"{indicator} ({own})" if own else indicator
    period = figure_periods.of(place, last)
    if part := next((p.part_of for p in place.periods if p.part_of and place.before <= p.start and (p.end <= figure.start or p.start < place.after)), ""):
        return Measured(figure, f"{form(FILE, 'own-time').sub('', EARLIER.sub('', indicator))} (the same period of {part})", "", last.whole)
    if not period and (when := form(FILE, "earlier-time").search(place.left) or form(FILE, "earlier-time-behind").match(place.follows)):
        bare = form(FILE, "own-time").sub("", indicator)
        return Measured(figure, f"{bare} ({' '.join(when['when'].split())})" if not bare.endswith(")") else bare, "", last.whole)
    where = form(FILE, "elsewhere").match(place.follows)
    whose = " ".join(where["where"].split()) if where else compared_with(place) if place.bracketed else _here(place) if last_compared(last) else ""
    if whose:
        own = indicator.rpartition(" (")[0] if last_compared(last) else indicator
        indicator = f"{own} ({whose})"
    if figure.kind == "plain" and last.figure.unit not in {"", "%"}:
        figure = replace(figure, kind=last.figure.kind, unit=last.figure.unit)
    return Measured(figure, indicator, period, last.whole)


def _indicator(place: Place, lead: str, last: Measured | None) -> str:
    """What a figure measures, in the words of its sentence."""
    left, right = left_of(place), right_of(place)
    if named := referred_to(place):
        return named
    if last and form(FILE, "bare-target").fullmatch(left if place.bracketed or not right else right):
        return last.indicator
    told = figure_changes.beside(place, last) if last else None
    told = figure_changes.change(place, right, last) if told is None else told
    if told is not None:
        return told
    chosen = _changed(place, left, _sum(place, last) if place.figure.kind == "money" else of_share(place, left, right, last))
    if chosen and chosen == left and place.figure.kind != "money":
        chosen += _where(place, chosen)
    if chosen and place.figure.kind in {"percent", "ratio"} and (opens := form(FILE, "where-opens").search(place.text[: place.figure.start])):
        chosen = f"{chosen} ({opens['where'][0].lower()}{opens['where'][1:]})"
    return _beside(place, chosen, last) if last and chosen else _led(place, chosen, lead)


def _sum(place: Place, last: Measured | None) -> str:
    """What a sum of money is, with whose it is where its clause says so: "overspend (Children and Adults)"."""
    chosen = of_money(place, left_of(place), right_of(place), last)
    whose = form(FILE, "whose-sum").search(place.left)
    if not chosen or whose is None or not is_money(chosen.split()[-1].casefold()):
        return chosen
    who = without_lead(" ".join((whose["who"] or whose["which"]).split()))
    return chosen if form(FILE, "everybody").match(who) else f"{chosen} ({who})"


def _changed(place: Place, left: str, chosen: str) -> str:
    """The words chosen, with how their value changed: "footfall (increased by)"; themselves where it did not."""
    changed = form(FILE, "changed-by").search(place.left)
    if not changed or not left or not chosen.startswith(left):
        return chosen
    how = " ".join(changed["how"].removeprefix("to ").split())
    verb = form(FILE, "finite").search(left)
    subject = left[: verb.start()] if verb and verb.start() > 0 else left
    return f"{stripped(subject.removesuffix(how.split()[0]).removesuffix(' to '))} ({how})"


def _here(place: Place) -> str:
    """Where a value is that is compared with that of elsewhere: "95% nationally and 97% in Westshire"; empty where that is not told."""
    where = form(FILE, "says-where").match(place.follows)
    return f"{where['by']} {where['what']}" if where and where["what"][0].isupper() else ""


def _where(place: Place, chosen: str) -> str:
    """Whose or of where a value is, where that stands behind it: "95% in primary schools"; empty where it does not."""
    if elsewhere := form(FILE, "elsewhere").match(place.follows):
        return f" ({' '.join(elsewhere['where'].split())})"
    where = form(FILE, "says-where").match(without_periods(place, place.figure.end, place.after))
    words = " ".join(where["what"].split()) if where else ""
    return f" {where['by']} {words}" if where and words.casefold() not in chosen.casefold() else ""


def _beside(place: Place, chosen: str, last: Measured) -> str:
    """The words for a figure, with the indicator of the figure before where they only say more of it."""
    if place.figure.unit == "percentage points" and last.figure.kind == "percent" and len(chosen.split()) <= 5:
        return f"{last.indicator} ({chosen})"
    if form(FILE, "of-them").search(place.left):
        part = part_of(place) if tells_a_part(place) else chosen
        verb = tells_a_part(place) or form(FILE, "verb-first").match(part)
        return f"{last.indicator} {part}" if verb and not last.indicator.endswith(")") else f"{part} (of {last.indicator})"
    if CHANGE_TOLD.search(last.indicator) and form(FILE, "change-alone").fullmatch(chosen):
        return ""
    if last.indicator not in chosen and _qualifies(chosen, place, last):
        return f"{last.indicator} ({COMPARES.sub('', chosen)})"
    return chosen


def _led(place: Place, chosen: str, lead: str) -> str:
    """The words for a figure in a list, with the line that opens the list where they are no name of their own."""
    if lead and chosen and (chosen[0].islower() or len(chosen.split()) <= 3):
        preposition = _PREPOSITION.match(place.text)
        return f"{lead} {preposition[1] + ' ' if preposition else ''}{chosen}"
    return chosen


def _qualifies(chosen: str, place: Place, last: Measured) -> bool:
    """Whether words only say whose value of the indicator before it is, or how that changed: "the national average", "an increase"."""
    comparing = last.figure.kind == place.figure.kind and len(chosen.split()) <= 6 and form(FILE, "compared").search(chosen)
    return bool(comparing or form(FILE, "change-alone").fullmatch(chosen))
