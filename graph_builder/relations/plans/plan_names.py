"""The names of plans and strategies in a text: each with its place, abbreviation, period, and the words that say whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.bodies import SMALL, council_regex
from graph_builder.language.bodies import find as find_bodies
from graph_builder.relations.inspections.inspection_words import inspectors
from graph_builder.relations.plans.plan_owners import NEAR, heads, owner_beside, owner_inside

# Words that may belong to a name before its last: capitalised words, what joins them, an abbreviation in brackets, a number before a word.
_WORD: Final = re.compile(r"[\"'“(]?(?P<word>[A-Z0-9][\w'’]*(?:[-&/][\w'’]+)*|\([A-Z][A-Za-z&]{1,9}\))")
_LINKS: Final = frozenset(("and", "&", "in", "to", "for", "with"))
_FAR: Final = 200
_PERIOD: Final = re.compile(
    r"(?:\s+(?:[Rr]efresh|[Rr]eview|[Uu]pdate))?,?\s*\(?\s*(?:for\s+(?:the\s+(?:period|years?)\s+)?|from\s+|\(|covering\s+)?(?P<period>(?:19|20)\d\d\s?(?:[-–/]|to)\s?(?:(?:19|20)\d\d"
    r"|\d\d)(?:\s?(?:[-–]|to)\s?(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?)?)?|(?:20[2-6]\d)(?=[)\s.,;]|$))\)?",
)
_SHORT: Final = re.compile(r"\s*\(\s*(?:the\s+)?[\"'“]?(?P<short>[A-Z][A-Za-z&]{1,9})[\"'”]?\s*\)")
_INSIDE: Final = re.compile(r"\b20\d\d[-–/](?:20)?\d\d\b")
# What a general name is for, as a part of it: "Improvement Plan for Children and Families".
_FOR_WHOM: Final = re.compile(
    r"\s+for\s+(?P<whom>(?!Cllr|Councillor|Mr|Mrs|Ms|Members|Officers|Cabinet|Council)[A-Z][\w'-]+(?:\s+(?:and\s+|in\s+)?[A-Z][\w'-]+){0,4})(?![\w'])",
)
# "Minimum Revenue Provision Policy Statement and Annual Investment Strategy": another paper stands before the name.
_ANOTHER_PAPER: Final = re.compile(r"(?:[A-Z][\w'-]*\s+){1,6}(?:Statement|Report|Charter|Budget|Scheme)\s+(?:and|&)\s+(?=[A-Z])")
_YEARS_FIRST: Final = re.compile(r"^(?:19|20)\d\d(?:[-–/]\d{2,4})?\s+")
_ANNUAL: Final = re.compile(r"Annual\s+(?=[A-Z])")
_REFRESHED: Final = re.compile(r"\s+(?:Refresh|Update|Review)\b", re.IGNORECASE)
_TITLED: Final = re.compile(
    r"(?:(?<=\bthe\s)|(?<=\bits\s)|(?<=\bour\s)|(?<='s\s)|(?<=\ba\s)|(?<=\bnew\s))(?P<kind>(?:[a-z][\w-]*\s+){0,2}(?:plan|strategy)),?\s+(?:called\s+|entitled\s+|titled\s+)?"
    r"[\"“](?P<title>[A-Z][^\"”.;]{2,60})[\"”]",
)
# A post, with what it is for behind it: "Head of Housing Strategy", "DD Place Strategy".
_RANK: Final = r"(?:(?:Deputy|Assistant|Interim|Acting|Senior|Strategic|Corporate|Executive)\s+)*"
_OF_A_POST: Final = re.compile(
    rf"\b{_RANK}(?:Director|Head|DD|AD|Manager|Lead|Officer|Adviser|Advisor|Consultant|Commissioner)\s*(?:\bof\b|\bfor\b|[,:–-])\s*(?:the\s+)?$"
)
_IS_A_POST: Final = re.compile(rf"{_RANK}(?:(?:Director|DD|AD|Manager|Adviser|Advisor)\s+(?:of\s+|for\s+)?|Head\s+(?:of|for)\s+)[A-Z]")
_NUMBERED: Final = re.compile(r"\s+\d\b(?!\s*[-–/]\s*\d)")
# "the Housing, Homelessness and Rough Sleeping Strategy"
_LIST_BEFORE: Final = re.compile(
    r"(?:\b[Tt]he|\b[Ii]ts|\b[Oo]ur|'s|\b[Nn]ew|\b[Dd]raft)\s+(?P<list>(?:(?!(?:Panel|Committee|Board|Council|Cabinet|Director|Chair|Leader)\b)[A-Z][a-z]+,\s+){1,3})$"
)
_FEW: Final = 3
_FOR_SOMEBODY: Final = ("improvement plan", "action plan", "delivery plan", "strategy")


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan's name in a text: its offsets there, the name without what stands in front, and what is said beside it.

    `owner` are the words for whose it is, with their offsets; empty where nothing says it.
    """

    name: str
    start: int
    end: int
    short: str = ""
    period: str = ""
    owner: str = ""
    owner_start: int = 0
    owner_end: int = 0
    bare: bool = False
    """Whether it is a general word such as "Action Plan", which names no plan by itself."""


@cache
def _head() -> re.Pattern[str]:
    """What a name ends in; in small letters only where a period follows: "Development plan 2022-2028"."""
    return re.compile(rf"(?<![\w'’/-])(?:{heads()}|(?P<small>(?:plan|strategy|framework|programme)(?=\s+\(?20\d\d)))\b(?!['’]?\w)|(?<=/)(?:{heads()})\b")


def _runs(text: str) -> list[tuple[int, int]]:
    """The runs of words that end in a head of a name; heads that follow one another are in one run."""
    found: list[tuple[int, int]] = []
    for head in _head().finditer(text):
        start, capitals = _begin(text, head.start())
        if head["small"] and capitals < 2:
            continue
        if found and start < found[-1][1]:
            start = min(start, found[-1][0]) if head.end() - found[-1][0] < _FAR else found[-1][1]
            found = found[:-1] if start < found[-1][1] else found
        found.append((start, head.end()))
    return found


def _begin(text: str, at: int) -> tuple[int, int]:
    """Where the run before a place begins, and how many capitalised words it has."""
    start, capitals, joined = at, 0, False
    floor = max(0, at - _FAR)
    for token in reversed(list(re.finditer(r"[^\s/]+|/", text[floor:at]))):
        word = _WORD.fullmatch(token.group())
        if word:
            start, joined, capitals = floor + token.start() + word.start("word"), False, capitals + word["word"][0].isupper()
            if word.start("word"):
                break
        elif token.group() == "/" or (token.group() in _LINKS and not joined):
            joined = True
        else:
            break
    return start, capitals


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(lexicon.load('plans')['known'])})(?![\w-])", re.IGNORECASE)


@cache
def _dated() -> re.Pattern[str]:
    """General words that a period behind them makes a name, in small letters too: "the strategic plan for 2019-23"."""
    words = "|".join(re.escape(word) for word in lexicon.words("plans", "named_by_period"))
    return re.compile(rf"\b(?:{words})(?=,?\s+(?:for\s+)?\(?20\d\d\s?[-\u2013/]\s?\d\d)", re.IGNORECASE)


_BEFORE_KNOWN: Final = re.compile(r"(?:\b(?:the|its|our|their|this)\s+(?:\w+\s+)?|\w's?\s+|\b[A-Z]{2,6}\s+)$", re.IGNORECASE)


def find(text: str) -> list[PlanName]:
    """The plans that a text names, in order; general words are told as `bare`."""
    shown = _ordinary(text) if text.isupper() else text
    places = [*_runs(shown), *(match.span() for match in _TITLED.finditer(shown))]
    for match in _known().finditer(shown):
        before = shown[max(0, match.start() - NEAR) : match.start()]
        meant = shown[match.start()].isupper() or _BEFORE_KNOWN.search(before)
        if meant and not any(a < match.end() and match.start() < b for a, b in places):
            places.append(match.span())
    for match in _dated().finditer(shown):
        if not any(a < match.end() and match.start() < b for a, b in places):
            places.append(match.span())
    parts = (part for start, end in sorted(places) for part in _parts(shown, start, end))
    return [found for part in parts if (found := _plan(shown, *part)) is not None]


def _ordinary(text: str) -> str:
    """A heading in capitals in ordinary case, letter for letter; what stands in brackets stays."""

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        inside = text[match.start() - 1 : match.start()] == "("
        return word if inside else word.casefold() if word.casefold() in SMALL and match.start() else word[0] + word[1:].casefold()

    return re.sub(r"[A-Za-z][A-Za-z'’]*", lower, text)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run with several heads is several plans, where "and" or a slash stands between them: "Corporate Plan and Local Plan"."""
    at = start
    for head in re.finditer(rf"\b(?:{heads()})\b(?=\s*(?:/|&|,|\s(?:and|or|to|for(?!\s+Government\b)|in|with)\s))", text[start:end]):
        stop = start + head.end()
        with_its_own = re.compile(r"\s+(?:and|&)\s+(?:[Ii]ts\s+)?(?P<tail>\S.*)").fullmatch(text, stop, end)
        if with_its_own and _is_bare(" ".join(with_its_own["tail"].split()), "") and not _is_bare(" ".join(text[at:stop].split()), ""):
            break  # "Climate Change Strategy and Action Plan" is one
        if stop < end:
            yield at, stop
            at = stop
    yield at, end


@cache
def _lead() -> re.Pattern[str]:
    words = sorted(lexicon.words("plans", "lead"), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:\W*\b(?:{'|'.join(re.escape(word) for word in words)}|\d+(?!\s+[Yy]ear))\b(?!['-])[\s:/]*)+", re.IGNORECASE)


def _plan(text: str, start: int, end: int) -> PlanName | None:
    """The plan in a stretch of a text, or None where its words are no plan's name."""
    owner = ("", 0, 0)
    if titled := _TITLED.fullmatch(text, start, end):
        return PlanName(" ".join(titled.group().split()), start, end, "", "", *owner_beside(text, start, end))
    whole = next((match.start() for match in _known().finditer(text, start, end) if match.end() == end), end)
    for _ in range(3):
        lead = _lead().match(text, start, end)
        start = lead.end() if lead else start + len(re.match(r"[\s/&,]*", text[start:end]).group())  # type: ignore[union-attr]
        taken = owner_inside(text, start, end)
        if taken is None:
            break
        owner, start = (text[taken[0] : taken[1]], taken[0], taken[1]), taken[2]
    start = whole if whole < start and not owner[0] and _is_bare(" ".join(text[start:end].split()), "") else start
    start = _without_another(text, start, end)
    listed = _LIST_BEFORE.search(text[max(0, start - NEAR) : start]) if " and " in text[start:end] else None
    start = start - len(listed["list"]) if listed else start
    start = again.end() if (again := _ANNUAL.match(text, start, end)) and _REFRESHED.match(text, end) else start
    name = " ".join(text[start:end].split())
    if (
        not name
        or _no_plan(name)
        or _IS_A_POST.match(name)
        or _OF_A_POST.search(text[max(0, start - NEAR) : start])
        or re.match(rf"\s+(?:{_not_before()})\b", text[end:], re.IGNORECASE)
    ):
        return None
    if numbered := _NUMBERED.match(text, end) if name.casefold().endswith("transport plan") else None:
        end, name = numbered.end(), f"{name} {numbered.group().strip()}"
    stop, short, period = _beside(text, end, name)
    inside = _INSIDE.search(name)
    period = period or (inside.group() if inside else "")
    owner = owner if owner[0] else owner_beside(text, start, stop)
    whom = _FOR_WHOM.match(text, end) if name.casefold().endswith(_FOR_SOMEBODY) and (_is_bare(name, period) or len(name.split()) < _FEW) else None
    whom = whom if whom and (_is_bare(name, period) or len(re.findall(r"[A-Z][a-z]+", whom["whom"])) > 1) else None
    if whom and not owner[1] < start and not any(find_bodies(whom["whom"])) and not council_regex().search(whom["whom"]):
        return PlanName(f"{name} for {' '.join(whom['whom'].split())}", start, whom.end(), period=period)
    return PlanName(name, start, stop, short, period, *owner, bare=_is_bare(name, period))


def _without_another(text: str, start: int, end: int) -> int:
    """Where a name begins behind something else in its run: "MTFS 2019-24 Capital Strategy", "Peer Challenge and Action Plan"."""
    dated = re.compile(r"[A-Z]{3,6}\s+20\d\d[-–/]\d\d(?:\d\d)?\s+(?=[A-Z])").match(text, start, end)
    start = dated.end() if dated else start
    other = _ANOTHER_PAPER.match(text, start, end)
    start = other.end() if other and len(text[other.end() : end].split()) > 1 and not _is_bare(text[other.end() : end], "") else start
    tail = re.compile(r".+(?<!Plan)(?<!Strategy)(?<!Framework)(?<!Programme)\s(?:and|&)\s+(?P<tail>\S.*)").fullmatch(text, start, end)
    return tail.start("tail") if tail and _is_bare(" ".join(tail["tail"].split()), "") else start


def _beside(text: str, end: int, name: str) -> tuple[int, str, str]:
    """Where the name ends with its abbreviation and period, and these."""
    short = period = ""
    for _ in range(2):
        match = _SHORT.match(text, end)
        if match and not short and _abbreviates(match["short"], name):
            short, end = match["short"], match.end()
        dated = _PERIOD.match(text, end)
        if dated and not period:
            period, end = re.sub(r"\s*([-–/])\s*", r"\1", " ".join(dated["period"].split())), dated.end()
    return end, short, period


@cache
def _not_before() -> str:
    return "|".join(re.escape(word) for word in lexicon.words("plans", "not_before"))


@cache
def _no_plan(name: str) -> bool:
    """Whether a name is of a kind that names no plan: one child's, one site's, a programme of events."""
    folded, words = re.sub(r"\s*\([^)]*\)", "", name).casefold(), lexicon.load("plans")
    if folded.endswith(" framework") and inspectors(name):
        return True  # an inspectorate's framework is how it inspects everybody
    one = re.fullmatch(words["not_named"], folded, re.IGNORECASE) or re.search(f"{words['not_named_end']}$", folded, re.IGNORECASE)
    if one or len(folded.split()) > 14:
        return True
    for head in ("programme", "framework"):
        if folded.endswith(f" {head}"):
            return not folded.removesuffix(f" {head}").endswith(lexicon.words("plans", f"before_{head}"))
    return False


def _is_bare(name: str, period: str) -> bool:
    """Whether a name is a general word, with or without years before it: "the action plan", "the 2022-27 Plan"."""
    name = _YEARS_FIRST.sub("", name)
    dated = bool(period) and name.casefold() in lexicon.words("plans", "named_by_period")
    return name.casefold() in lexicon.words("plans", "generic") and not dated


def _abbreviates(short: str, name: str) -> bool:
    """Whether an abbreviation's letters are, in order, letters at the beginnings of the name's words."""
    heads = iter(word[0].casefold() for word in re.split(r"[\s/&()-]+", name) if word)
    letters = [letter.casefold() for letter in short]
    small = [letter.casefold() for letter in short if letter.isupper()]
    return all(letter in heads for letter in small) and len(letters) >= 2 and short.casefold() not in lexicon.words("plans", "heads")


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviations that papers use without saying what they stand for, with the name."""
    return {str(short): str(name) for short, name in lexicon.load("plans")["acronyms"].items()}
