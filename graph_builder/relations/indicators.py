"""What a figure measures and when, in the sentence's own words: the noun phrase before it, what follows it, or the indicator of the figure before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from graph_builder import lexicon
from graph_builder.relations import figures, periods
from graph_builder.relations.figures import Figure
from graph_builder.relations.periods import Period

_STRONG = re.compile(
    r"[;:.!?](?=\s|$)|\s[-–—]\s|\bbut\b|,\s+(?=(?:and|with|while|whilst|although|however|which|of\s+which)\b)|"
    r"\b(?:while|whilst|whereas|although|showed\s+that|reported\s+that|noted\s+that|stated\s+that|advised\s+that|"
    r"confirmed\s+that|explained\s+that)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|continues?|continued|remains?|remained|shows?|showed|shown|identified|"
    r"reported|stated|confirmed|noted|said|includes?|included|received|told|stands?|stood|rose|fell|advised|"
    r"explained|see|saw|seen|expected|gave|outlined|highlighted)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\b(?:with|that|as|where|when)\s+|\band\s+(?=(?:the|an?|this|these|with|that|for|there|in|of|is|was)\b)|,\s+", re.IGNORECASE)
_REPORTED = re.compile(
    r"^.*\b(?:reported|noted|confirmed|stated|announced|recorded|received|identified|show(?:s|ed|n)|had|have|"
    r"has)\s+(?=(?:an?|the|their|its)\s)",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(
    r"\b(?P<how>(?:increase[ds]?|rose|risen|grown|grew|decrease[ds]?|fell|fallen|reduced|dropped|slipped|declined|"
    r"improved|cut|gone\s+(?:up|down))\s+by)\s+(?:(?:about|around|approximately|nearly|almost|over|some|just|"
    r"a\s+further|an\s+additional)\s+)*$",
    re.IGNORECASE,
)
_THAN = re.compile(r"^.*\bthan\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|an?|this|our|its|their)\s+(?:(?:further|additional|overall|average|total|net|small|slight)\s+)*$", re.IGNORECASE)
_GROUP_OF = re.compile(
    r"(?P<group>(?:\b(?:net|random|further|small|large)\s+)?\b(?:gain|loss|increase|reduction|decrease|sample|"
    r"shortfall|total|backlog|waiting\s+list|surplus|cohort|average|drop|rise|fall|group))\s+of\s+(?:(?:over|about|"
    r"around|some|approximately|nearly|almost)\s+)*$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\bof\s+(?:which|whom|these|those|this|them)\W*$", re.IGNORECASE)
_NEW_PHRASE = re.compile(r",\s+(?=(?:the|an?|our|its|their|these|this|there)\s)", re.IGNORECASE)
_SHARE = re.compile(
    r"\b(?:account(?:s|ed|ing)?\s+for|ma[dk]es?\s+up|represent(?:s|ed|ing)?|constitut(?:es|ed|ing)|compris(?:es|ed|"
    r"ing))\s+(?:(?:approximately|around|about|nearly|almost|only|just|over|under)\s+)*$",
    re.IGNORECASE,
)
_NEXT_SUM = re.compile(r"\band\s+(?:(?:for|of|with|by|to|an?|the|over|some|about|around|approximately|nearly|further|another)\s+)*$", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?:(?:an?|the|slight|significant|small|net|overall|further)\s+)*(?:increase|decrease|reduction|rise|fall|drop|"
    r"improvement|change|decline|growth|rate|figure|total|average|equivalent)",
    re.IGNORECASE,
)
_CHANGE_IN = re.compile(
    r"^.*\b(?:rise|increase|decrease|reduction|fall|drop|growth|decline|improvement|change)s?\s+(?:in|"
    r"of)\s+(?:the\s+number\s+of\s+)?(?:our\s+|the\s+)?(?=\S)",
    re.IGNORECASE,
)
_COPULA = re.compile(r"^(?P<head>.{3,90}?)\s+(?:was|were|are|is|has\s+been|have\s+been|had\s+been|being)\s+(?=\w)", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[A-Z][\w&'/ -]{1,40}?)\s+[-–—]\s+(?:overall\s+)?(?:an?\s+|the\s+)?$")
_OF_WHICH = re.compile(
    r"(?:^|[,;.]\s+)(?:of|among)\s+(?:all\s+)?(?:the\s+|those\s+|our\s+)?(?:\d[\d,]*\s+)?(?!which|whom|these|those|"
    r"course)(?P<whole>[a-z][\w' -]{4,80}?)\s*,?\s*$",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]")
_FAR = re.compile(
    r"[;.,]\s|\b(?:compared|than|which|but|will|would|as|because|due|through|since|until|by|from|improvement|"
    r"increase|decrease|reduction)\b|\band\s+(?:the|this|we|it|there|an?)\b",
    re.IGNORECASE,
)
MOST = 26


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure with the words that say what it measures, and its period as a table shows it."""

    figure: Figure
    indicator: str
    period: str
    inherited: bool = False


def find(text: str, *, near: date | None, lead: str = "") -> list[Measured]:
    """The figures of a sentence that measure something; `lead` is the line that opens the list in which the sentence stands."""
    found: list[Measured] = []
    named = periods.find(text, near=near)
    all_figures = figures.find(text)
    for index, figure in enumerate(all_figures):
        before = all_figures[index - 1].end if index else 0
        after = all_figures[index + 1].start if index + 1 < len(all_figures) else len(text)
        place = _Place(text, figure, before, after, tuple(named))
        measured = _measured(place, found[-1] if found else None, lead)
        if measured is not None:
            found.append(measured)
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure in its sentence, with the end of the figure before it and the start of the next."""

    text: str
    figure: Figure
    before: int
    after: int
    periods: tuple[Period, ...]

    @property
    def left(self) -> str:
        """The words between the figure before and this one."""
        return self.text[self.before : self.figure.start]

    @property
    def bracketed(self) -> bool:
        """Whether the figure stands in brackets alone."""
        return self.left.rstrip().endswith("(") and self.text[self.figure.end : self.figure.end + 1] == ")"

    @property
    def within(self) -> bool:
        """Whether a bare number opens a bracket that says more of the figure before: "24/33 left (11 in less than 12 months)"."""
        return self.figure.kind == "plain" and self.before > 0 and self.left.endswith("(") and not self.bracketed and ")" in self.text[self.figure.end :]


def _measured(place: _Place, last: Measured | None, lead: str) -> Measured | None:
    figure = place.figure
    rest = _without_periods(place, place.before, figure.start)
    joined = last is not None and (_joins(rest, place, last) or place.within)
    indicator = last.indicator if joined and last else _indicator(place, lead, last)
    # "had slipped by £11m to £48m": the second sum is no change
    indicator = re.sub(r"\s\(\w+(?:\s\w+)?\sby\)$", "", indicator) if joined and rest.strip().casefold() == "to" else indicator
    if joined and place.within:
        own = place.text[figure.end : place.text.find(")", figure.end)].strip()
        indicator = f"{indicator} ({own})" if own else indicator
    words = indicator.split()
    if last is None and figure.kind == "count" and not figure.unit and not _OF_WHICH.search(place.text[: figure.start].rstrip(" ,")):
        return None
    if (not joined and figure.kind == "plain" and not words) or not re.search(r"[A-Za-z]{3}", indicator) or _FINITE.match(indicator):
        return None
    if figure.kind == "plain" and joined and last and last.figure.unit and last.figure.unit != "%":
        figure = Figure(figure.start, figure.end, figure.printed, last.figure.kind, last.figure.unit, figure.low, figure.high)
    return Measured(figure, " ".join(words[:MOST]), _period(place, joined), joined)


def _joins(rest: str, place: _Place, last: Measured) -> bool:
    """Whether a figure is one more value of the indicator before it: "compared with 12%", "down to 35", "17/18 (147)"."""
    kinds = {place.figure.kind, last.figure.kind}
    if len(kinds) == 1 and re.search(r"\(\s*:\s*$", rest):
        return True
    alike = len(kinds) == 1 or ("plain" in kinds and kinds & {"count", "rate", "ratio"}) or place.bracketed
    words = re.findall(r"[A-Za-z0-9.]+", rest.casefold())
    if place.figure.kind == "count" and place.figure.unit != last.figure.unit and not place.bracketed:
        return False
    if re.search(r"\bof\s*$|^\s*(?:,|and|;)\s*$", rest) and place.figure.kind == "money":
        return False
    own = re.match(r"\s*(?:of|to)\s+\w|\s+[a-z]{4,}", place.text[place.figure.end :]) if place.figure.kind == "percent" and not place.bracketed else None
    if own and not re.search(r"\b(?:compared|than|from|to|versus|against)\b", rest):
        return False
    if place.figure.kind == "percent" and last.figure.kind in {"count", "ratio"} and place.bracketed:
        return len(words) <= 4 or set(words) <= _listed("joining")
    return bool(alike) and (set(words) <= _listed("joining") or _after_noun(rest, last))


def _after_noun(rest: str, last: Measured) -> bool:
    """Whether what stands before a comparing word was taken for the indicator before: "58 children missing from care down to 35"."""
    match = re.search(
        r"(?:^|[\s(])(?:down\s+(?:to|from)|up\s+(?:to|from)|compared\s+(?:with|to)|(?:an?\s+)?(?:increase|improvement|"
        r"decrease|reduction|rise|drop|fall)(?:\s+\w+)?\s+(?:from|on)|against|versus|(?:lower|higher|more|fewer|less|"
        r"better|worse)\s+than|than|(?<=\()\s*(?:against\s+)?(?:an?\s+|the\s+)?(?:targets?|baseline|last\s+year|"
        r"previously|previous\s+year))\b(?P<after>[^;:]*)$",
        rest,
        re.IGNORECASE,
    )
    return bool(match) and set(re.findall(r"[A-Za-z0-9.]+", match["after"].casefold())) <= _listed("joining") and bool(last.indicator)  # type: ignore[index]


def _indicator(place: _Place, lead: str, last: Measured | None) -> str:
    left, right = _left(place), _right(place)
    text, figure = place.text, place.figure
    follows = text[figure.end :]
    chosen = right
    if figure.kind == "money":
        chosen = _of_money(place, left, right)
        shared = re.match(r"(?:for|from|to|towards|in|on|under)\s", chosen)
        if shared and last and f" {shared.group()}" in last.indicator:
            chosen = f"{last.indicator.partition(' ' + shared.group())[0]} {chosen}"
    elif figure.kind == "percent" and _SHARE.search(place.left) and left:
        chosen = f"{left} (of {right})" if right else left
    elif figure.kind == "percent" and re.match(r"\s*\)?\s+of\s", follows):
        chosen = right if len(right.split()) > 2 or not left or _DETERMINED.search(place.left) else _share_of(_clause(place), right)
    elif figure.kind == "percent" and _DETERMINED.search(place.left) and re.match(r"\s+[a-z]", follows) and right:
        chosen = right
    elif figure.kind == "count" or (figure.kind == "ratio" and not place.bracketed):
        chosen = _of_cases(place, right)
    elif figure.kind == "percent" and right and (whole := _OF_WHICH.search(text[: figure.start].rstrip())):
        chosen = f"{whole['whole']} {right}"
    elif _links(place) and left:
        chosen = f"{left} {right}" if re.match(r"\s+(?:ready|complete|full|higher|lower|below|above|more|less|occupied|behind|vacant)\b", follows) else left
    elif not right or place.bracketed:
        chosen = left
    changed = _CHANGED_BY.search(place.left)
    if changed and left and chosen.startswith(left):
        how = " ".join(changed["how"].split())
        chosen = f"{_strip(left.removesuffix(how.split()[0]), 'linking')} ({how})"
    if last and chosen and _OF_THEM.search(place.left):
        return f"{chosen} (of {last.indicator})"
    comparing = (
        last is not None
        and last.figure.kind == figure.kind
        and len(chosen.split()) <= 6
        and re.search(lexicon.load("measures")["compared"], chosen, re.IGNORECASE)
    )
    if last and chosen and (comparing or _CHANGE.fullmatch(chosen)) and last.indicator not in chosen:
        return f"{last.indicator} ({chosen})"
    if lead and chosen and (chosen[0].islower() or len(chosen.split()) <= 3):
        preposition = re.match(r"\W*(in|for|at|among|of|with|aged)\s", text)
        chosen = f"{lead} {preposition[1] + ' ' if preposition else ''}{chosen}"
    return chosen.strip()


def _share_of(clause: str, right: str) -> str:
    """A clause with the whole of which its figure is a share: "broadband coverage of premises"."""
    return f"{clause} {right}" if not clause or clause.rsplit(maxsplit=1)[-1] in {"with", "to", "in", "by", "for", "on"} else f"{clause} of {right}"


def _of_cases(place: _Place, right: str) -> str:
    """What cases are counted: "Of the children who have left care 57/123 were S20"."""
    whole = _OF_WHICH.search(_strip(place.text[: place.figure.start], "linking", keep={"of"}))
    if whole and (place.figure.kind == "ratio" or not place.figure.unit):
        return f"{whole['whole']} {right}".strip()
    group = _GROUP_OF.search(place.left)
    return f"{' '.join(group['group'].split())} of {right}" if group and right else right


def _of_money(place: _Place, left: str, right: str) -> str:
    """What a sum of money is: "£0.5m overspend in Transport", "a one off sum of £30k", "the balance was £0.6m"."""
    follows = place.text[place.figure.end :]
    first = re.match(r"\s+(?:one[- ]off\s+|net\s+|gross\s+|in\s+year\s+|in-year\s+|annual\s+|additional\s+|forecast\s+|total\s+)*(\w+)", follows)
    if first and (first[1].casefold() in _listed("money_nouns") or first[1].casefold().removesuffix("s") in _listed("money_nouns")) and first[1] != "per":
        label = _LABEL.search(place.left)
        return f"{label['label']} {right}" if label else right
    tail = right if re.match(r"(?:for|towards?|in|on|from|to|under|of|per|a\s+year|across|by|over)\b", right) else ""
    left = left if len(left.split()) > 1 or tail else _clause(place) or left
    if left:
        return f"{left} {tail}".strip()
    return right


def _clause(place: _Place) -> str:
    """The words of the clause that lead to a figure, the last dozen at most."""
    words = _without_periods(place, place.before, place.figure.start)
    bounds = [match.end() for match in _STRONG.finditer(words)]
    return _lead_stripped(" ".join(_strip(words[bounds[-1] :] if bounds else words, "linking", keep={"in", "with", "by", "for"}).split()[-12:]))


def _links(place: _Place) -> bool:
    """Whether what stands before a figure leads to it as to its value: a verb, a colon, a preposition, a bracket."""
    return (
        bool(
            re.search(
                r"(?:\b(?:is|was|are|were|be|been|being|at|to|of|reached|stood|totalled|totalling|by|than|remains?|remained|"
                r"averaged|exceeded)\s+(?:(?:now|still|currently|only|just|over|under|approximately|around|about|nearly|almost|"
                r"an?|the|c|circa|some|also|below|above)\s+)*|[:=(]\s*|\s[-–—]\s*)$",
                place.text[: place.figure.start],
                re.IGNORECASE,
            )
        )
        or place.figure.kind == "plain"
    )


def _left(place: _Place) -> str:
    """The noun phrase that leads to a figure."""
    words = _without_periods(place, place.before, place.figure.start)
    if place.before and _NEXT_SUM.search(words):
        return ""
    words = re.sub(r"\bin\s+the\s+(?:region|order)\s+of\s*$|[\s(:=–—-]+$", "", words)
    bounds = [match.end() for match in _STRONG.finditer(words)]
    words = words[bounds[-1] :] if bounds else words
    words = _EMPTY.sub(" ", re.sub(r"^[^()]*\)", " ", words))
    words = words.rpartition("(")[2] if words.count("(") > words.count(")") else words
    words = _REPORTED.sub("", _THAN.sub("", _CHANGE_IN.sub("", _strip(words, "linking"))))
    phrases = [match.end() for match in _NEW_PHRASE.finditer(words)]
    words = words[phrases[-1] :] if phrases else words
    verbs = list(_FINITE.finditer(words))
    if verbs:
        opens = [match.end() for match in _OPENS.finditer(words) if match.start() >= verbs[0].end() or match.group().strip() in {",", "that"}]
        words = words[opens[-1] :] if opens else words[verbs[-1].end() :] if verbs[-1].start() == 0 else words
    return _lead_stripped(_strip(words, "linking"))


def _right(place: _Place) -> str:
    """What follows a figure, to the end of its clause."""
    words = _without_periods(place, place.figure.end, place.after)
    # brackets that hold no more than the next figure are looked through
    words = re.sub(r"^\s*\+?\)?", "", words)
    if words.rstrip().endswith("("):
        close = place.text.find(")", place.after)
        beyond = place.text[close + 1 :] if 0 <= close <= place.after + 14 else ""
        words = f"{words.rstrip()[:-1]} {beyond}"
    words = re.sub(r"^\s+(?:of|in\s+favour\s+of)\s+", " ", words)
    words = re.sub(r"\((?=[^()]{0,60}\))[^()]*\)", lambda m: m.group() if re.fullmatch(r"\([A-Z][\w&/ ]{0,9}\)", m.group()) else " ", words)
    end = re.search(lexicon.load("measures")["ends"], words, re.IGNORECASE)
    words = words[: end.start()] if end else words
    if not end and place.after < len(place.text):
        # "9 purchase units and Toppins Lands for 28 units": what stands behind the last "and" is the next figure's
        words = re.sub(r"\s+and\b(?:\s+(?!and\b)\S+){0,5}\s*$", "", words)
    words = _COPULA.sub(r"\g<head> ", " ".join(words.split()))
    words = words if place.figure.kind == "ratio" else re.sub(r"^(?:(?:had|has|have|were|was|are|is|been|being|also)\s+)+(?=\w)", "", words)
    return _lead_stripped(_strip(words, "linking"), keep=place.figure.kind == "ratio")


def _without_periods(place: _Place, start: int, end: int) -> str:
    """A stretch of the sentence without the periods that it names."""
    text = place.text[start:end]
    for period in reversed(place.periods):
        low, high = max(period.start, start), min(period.end, end)
        if low < high:
            text = f"{text[: low - start]} {text[high - start :]}"
    return text


def _strip(words: str, key: str, *, keep: set[str] | frozenset[str] = frozenset()) -> str:
    """Words without those at the end that the lexicon lists under a key."""
    parts = words.split()
    while parts and (parts[-1].casefold().strip(",.:;(–-") in _listed(key) - set(keep) or not re.search(r"\w", parts[-1])):
        parts.pop()
    return " ".join(parts).rstrip(" ,;:(–-")


def _lead_stripped(words: str, *, keep: bool = False) -> str:
    parts = words.split()
    while parts and not keep and (parts[0].casefold().strip(",.:;)(") in _listed("leading") or not re.search(r"\w", parts[0])):
        parts.pop(0)
    stripped = " ".join(parts).strip(" ,;:").lstrip(") ")
    return stripped.rstrip(")") if ")" in stripped and "(" not in stripped else stripped


def _period(place: _Place, joined: bool) -> str:
    """The period of a figure: one beside it, else that which opens the sentence; a figure that only joins another takes its own alone."""
    text, figure = place.text, place.figure
    after = [p for p in place.periods if figure.end <= p.start < place.after and not _FAR.search(text[figure.end : p.start])]
    before = [p for p in place.periods if place.before <= p.start < figure.start and p.end <= figure.start]
    near = [
        p
        for p in before
        if set(re.findall(r"[A-Za-z]+", text[p.end : figure.start].casefold())) <= _listed("linking") and not re.search(r"[;.]\s", text[p.end : figure.start])
    ]
    if place.bracketed and near and not re.search(r"\w", text[near[-1].end : figure.start]):
        return near[-1].shown
    if (
        after
        and not place.bracketed
        and not (place.after < len(text) and _belongs_on(text, after[0], place.after) and (near or ":" in text[after[0].end : place.after]))
    ):
        return next((p.shown for p in after if p.shown), "")
    if near and (not joined or not re.search(r"\w", text[near[-1].end : figure.start])):
        return near[-1].shown
    opening = [p for p in place.periods if p.end <= figure.start and p.start < 4]
    return opening[0].shown if opening and not joined else ""


def _belongs_on(text: str, period: Period, following: int) -> bool:
    """Whether a period leads to the next figure rather than closing this one: "130 in 2018 and, in 2019, 147"."""
    return not re.search(r"\w", re.sub(r"\(", "", text[period.end : following]))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon.words("measures", key))
