"""A figure and the words around it go in, and which of them say what it measures comes out: of a share, a rate, a count or a sum of money."""

from __future__ import annotations

import re

from graph_builder.relations.forms import form
from graph_builder.relations.measures.figure_joins import STATE
from graph_builder.relations.measures.figure_masks import FILE
from graph_builder.relations.measures.figure_wholes import is_money, names_itself, opened, part_of, tells_a_part
from graph_builder.relations.measures.figure_words import Measured, Place, clause_of, without_lead, without_periods
from graph_builder.relations.measures.figures import listed

_VERB = re.compile(r"\s+(?:would|will|could|should|may|might|had|has|have|was|were|is|are)\b")
_TIES = frozenset(("with", "to", "in", "by", "for", "on"))
# "an additional 60 officers"
_MORE = re.compile(r"\b(additional|extra)\s+$", re.IGNORECASE)
_BE = re.compile(r"^(?:were|was|are|is|had|have)\s+")
# "£2m had been secured to tackle violence" names no sum
_DONE = re.compile(r"[a-z]+ed\s+(?:to|for|by|with|on)\b")
_MOVED = re.compile(r"\s(?:from|into|out\s+of|to|in|with)\s")
# "£87 per tonne"
_PER = re.compile(r"\s+(?:per\s+[a-z]+|an?\s+(?:year|month|week|day|night|head|tonne|hour)|p\.?a\b\.?)", re.IGNORECASE)
_SHARED = re.compile(r"(?:for|from|to|towards|in|on|under)\s")


def of_share(place: Place, left: str, right: str, last: Measured | None) -> str:
    """What a share, a rate, a count or a bare number is of."""
    figure = place.figure
    leads = form(FILE, "leads-to").search(place.text[: figure.start])
    if figure.kind == "count" and left and leads and (figure.unit.removesuffix("s") in listed("measuring") or form(FILE, "stood-at").search(place.left)):
        return left
    if figure.kind == "count" or (figure.kind == "ratio" and not place.bracketed):
        return _of_cases(place, right)
    told = (changed_by(place) or _of_percent(place, left, right, last)) if figure.kind == "percent" else None
    if told is not None:
        return told
    if place.bracketed and right and tells_a_part(place) and form(FILE, "number-words").match(left):
        return f"{opened(place)} {right}" if opened(place) else f"{form(FILE, 'number-words').sub('', left)} {right}"
    if left and (figure.kind == "plain" or leads):
        return f"{left} {right}" if form(FILE, "completes").match(place.follows) else left
    if place.bracketed and (many := form(FILE, "many-were").match(left)):
        whole = form(FILE, "of-many").match(place.text)
        return f"{whole['whole']} {many['rest']}" if whole else ""
    return left if not right or place.bracketed else right


def _of_percent(place: Place, left: str, right: str, last: Measured | None) -> str | None:
    """What a percentage is of, where the words around it tell; None where they do not."""
    if form(FILE, "account-for").search(place.left):
        end = form(FILE, "loose-end").search(right)
        whole = right[: end.start()] if end else right
        if left and not form(FILE, "pointing").fullmatch(left):
            return f"{left} (of {whole})" if whole else left
        pointing = whole and last and last.figure.end == place.before and last.figure.kind == "money" and form(FILE, "pointing-on").search(place.left)
        return f"{last.indicator} (of {whole})" if pointing and last and "(of " not in last.indicator else ""
    if left and (level := form(FILE, "of-level").match(place.follows)):
        verb = form(FILE, "finite").search(left)
        return f"{left[: verb.start()].strip() if verb and verb.start() else left} (of {level['what']})"
    if left and (up := form(FILE, "up-on").match(place.follows)):
        return f"{left} ({up['how']} on {' '.join(up['what'].split())})"
    if target := form(FILE, "target-for").match(place.follows):
        return " ".join(target["what"].split())
    if place.left.endswith("(") and right and re.match(r"\s+of\s", place.follows) and last and last.figure.kind in {"money", "count"}:
        return f"{last.indicator} (of {right})"
    if not last and tells_a_part(place) and (cases := form(FILE, "of-whom").search(place.left)):
        return f"{without_lead(cases['group'])} {part_of(place)}"
    if re.match(r"\s*\)?\s+of\s", place.follows):
        return _of_named(place, left, right, last)
    return _of_unnamed(place, left, right)


def _of_named(place: Place, left: str, right: str, last: Measured | None) -> str:
    """What a percentage is of that "of" follows; a share of something is no measure where nothing is said of it: "55% of the contacts"."""
    if cases := form(FILE, "of-cases").match(place.follows):
        return f"{cases['cases']} {' '.join(cases['rest'].split())}"
    if form(FILE, "is-said-of").match(place.follows) or form(FILE, "points-to-share").search(place.left):
        return ""
    if form(FILE, "of-them-told").match(place.follows):
        group = (last.whole or (last.indicator if last.figure.kind == "count" else "")) if last else ""
        return f"{group} {re.sub(r'^(?:of )?(?:these|those|them|which|whom) ', '', part_of(place))}" if group else ""
    if done := form(FILE, "done-share").search(place.left):
        return f"{right} {done['verb']}"
    if acted := form(FILE, "share-acted-on").search(place.left):
        return f"{right} ({acted['noun'].casefold()} of)"
    if not left and len(right.split()) < 2:
        return ""
    apart = form(FILE, "determined").search(place.left) or form(FILE, "with-share-of").search(place.left)
    return right if len(right.split()) > 2 or not left or apart else _whole_of(clause_of(place), right)


def _of_unnamed(place: Place, left: str, right: str) -> str | None:
    """What a percentage is of that no "of" follows: "a 3% increase in fees", "12% had been delayed"; None where its words do not tell."""
    if not left and not place.bracketed and form(FILE, "says-where").match(place.follows):
        return ""
    apart = place.figure.unit == "percentage points" or form(FILE, "of-them").search(place.left)
    leads = not form(FILE, "determined").search(place.left) and form(FILE, "leads-to").search(place.text[: place.figure.start])
    if right and not apart and not place.bracketed and not tells_a_part(place) and not leads and re.match(r"\s+[a-z]", place.follows):
        return right if form(FILE, "share-noun").search(right) else ""
    if not apart and _is_loose(place, left, right):
        return ""
    group = opened(place)
    told = part_of(place) if tells_a_part(place) else right
    return f"{group} {told}" if group and told else None


def _is_loose(place: Place, left: str, right: str) -> bool:
    """Whether a percentage tells of cases that its sentence does not name: "80% were completed within 45 days"."""
    return bool(right and not left and not place.bracketed and tells_a_part(place) and not opened(place))


def _whole_of(clause: str, right: str) -> str:
    """A clause with the whole of which its figure is a share: "broadband coverage of premises"."""
    ends = clause.rsplit(maxsplit=1)[-1].casefold() if clause else ""
    if clause and ends not in _TIES and not {ends, ends.removesuffix("s")} & (listed("measured") | listed("rates")):
        return right if len(right.split()) > 1 else ""
    prepared = not clause or ends in _TIES
    return f"{clause} {right}".strip() if prepared else f"{clause} of {right}"


def _of_cases(place: Place, right: str) -> str:
    """What cases are counted: "Of the children who have left care 57/123 were S20", "a net gain of 34 foster carers"."""
    if place.figure.kind == "ratio" and place.figure.unit:
        return f"{place.figure.unit} {_BE.sub('', right)}".strip()
    state = STATE.match(place.follows)
    group = opened(place)
    whole = form(FILE, "of-many").match(place.text)
    if group and (place.figure.kind == "ratio" or not place.figure.unit):
        return f"{group} {state['state'] if state else right or part_of(place)}".strip()
    if whole and (place.figure.kind == "ratio" or not place.figure.unit):
        return f"{whole['whole']} {state['state'] if state else right or part_of(place)}".strip()
    several = form(FILE, "group-of").search(place.left)
    if several and form(FILE, "change-alone").fullmatch(several["group"].split()[-1]):
        # "a decrease of 9 incidents is accounted for": the verb is that of the change
        right = re.split(r"\s+(?:largely|mainly|partly|mostly|accounted|due|caused|explained)\b", right)[0]
    if place.figure.unit and right and " " not in right and (had := form(FILE, "had-cases").search(place.left)):
        return f"{right} ({had['who']})"
    moved = form(FILE, "moved-cases").search(place.left)
    if moved and place.figure.unit and right:
        to = _MOVED.search(right)
        cut = to.start() if to else len(right)
        return f"{right[:cut]} {moved['verb'].casefold()}{right[cut:]}" if to or " " not in right else right
    if place.figure.unit and right and (more := _MORE.search(place.left)):
        return f"{more[1].casefold()} {right}"
    return f"{' '.join(several['group'].split())} of {right}" if several and right else right


def _more_told(place: Place, chosen: str, left: str) -> str:
    """The words chosen for a sum, with what it is for and by what it is counted, where that stands right behind it."""
    if spent := form(FILE, "spent-on").match(without_periods(place, place.figure.end, place.after)):
        chosen = _with_purpose(place, chosen, left, f"{spent['by'].casefold()} {spent['what']}")
    unit = _PER.match(place.follows)
    return f"{chosen} {' '.join(unit.group().split())}" if chosen and unit and unit.group().strip() not in chosen else chosen


def _with_purpose(place: Place, chosen: str, left: str, purpose: str) -> str:
    """What a sum is with what it is for, where its noun alone tells nothing: "investment in roads", "savings on printing"; empty where nothing names it."""
    if not left:
        kinds = list(form(FILE, "sum-kind").finditer(place.text[: place.figure.start]))
        return f"{' '.join(kinds[-1]['kind'].split())} {purpose}" if kinds else ""
    bare = any(is_money(word.casefold()) for word in left.split()) and all(
        is_money(word.casefold()) or word.casefold() in listed("says_little") for word in left.split()
    )
    return f"{left} {purpose}" if bare and purpose not in chosen else chosen


def _done_with(place: Place, verb: str) -> str:
    """What was done with a sum: "in non-treasury investments" of "the Council held £20m in non-treasury investments"; empty where its words do not tell."""
    what = form(FILE, "sum-for").match(place.follows)
    if what is None:
        return ""
    told = without_lead(" ".join(what["what"].split()))
    return told if what["by"].casefold() == "of" or verb.casefold() in {"held", "holds", "had", "has"} else f"{verb} {what['by']} {told}"


def _brought(place: Place, noun: str) -> str:
    """What was brought to a sum, or is to be overspent or changed by one; empty where nothing was."""
    if moved := form(FILE, "moves").search(place.left):
        what = without_lead(" ".join(moved["what"].split()))
        return f"{what} ({noun})" if noun and noun in listed("money_nouns") else what
    if spent := form(FILE, "to-overspend").search(place.left):
        return f"{without_lead(spent['whose'])} ({' '.join(spent['how'].split())})"
    return changed_by(place)


def changed_by(place: Place) -> str:
    """What was changed by a figure: "increasing the recycling rate by 5%"; empty where nothing was."""
    change = form(FILE, "changes-by").search(place.left)
    return f"{without_lead(' '.join(change['what'].split()))} ({change['how']} by)" if change else ""


def of_money(place: Place, left: str, right: str, last: Measured | None) -> str:
    """What a sum of money is: "£0.5m overspend in Transport", "a one off sum of £30k", "the balance was £0.6m"."""
    if worth := form(FILE, "worth-of").match(place.follows):
        acted = form(FILE, "acted-on").search(place.left)
        return f"{' '.join(worth['what'].split())} {acted['verb'].casefold()} (worth)" if acted else ""
    first = form(FILE, "money-noun-before").match(place.follows)
    noun = first["noun"].casefold() if first else ""
    if brought := _brought(place, noun):
        return brought
    if noun != "per" and (is_money(noun) or names_itself(place)):
        right = _VERB.split(right)[0]
        label = form(FILE, "label").search(place.left)
        if label or not left or len(right.split()) > 1 or not is_money(noun) or not form(FILE, "position-is").search(place.left):
            return f"{label['label']} {right}" if label else right
        return f"{left} ({right})"
    did = form(FILE, "did-with-sum").search(left)
    if did or (last and not left and re.search(r"\b(?:held|holds|had|has)\s+$", place.text[: last.figure.start])):
        return _done_with(place, did["verb"] if did else "held")
    tail = right if form(FILE, "points-on").match(right) else ""
    if left and (state := form(FILE, "completes").match(place.follows)):
        return f"{left} {state.group().strip()}"
    if form(FILE, "change-alone").fullmatch(left):
        return left
    if form(FILE, "next-sum").search(place.left) and place.before and not tail:
        return "" if form(FILE, "hangs").match(right) else right
    clause = clause_of(place)
    named = is_money(left.casefold()) and form(FILE, "finite").search(clause)
    left = left if len(left.split()) > 1 or tail or named else clause or left
    chosen = f"{left} {tail}".strip() if left else "" if _DONE.match(right) else right
    chosen = _more_told(place, chosen, left)
    shared = _SHARED.match(chosen)
    if shared and last and f" {shared.group()}" in last.indicator:
        # "a request for £8,127 from the Council and for £5,000 from the Provider"
        return f"{last.indicator.partition(f' {shared.group()}')[0]} {chosen}"
    return chosen
