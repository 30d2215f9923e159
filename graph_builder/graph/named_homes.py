"""Text in, spans out: addresses of homes that have a name and no number, where a person's name stands by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from graph_builder import lexicon
from graph_builder.language.names import known_given
from graph_builder.masks import MASK

POSTCODE = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]{0,2}\d[A-Z]{2}"
    r"|[AC-FHKNPRTV-Y]\d[\dW][ \u00a0]{0,2}(?=[\dA-Z]{0,3}[A-Z])[\dAC-FHKNPRTV-Y]{4})(?!\w)"
)
"""A postcode of the United Kingdom, or an Eircode."""
_VENUE = re.compile(r"\b(?:venue|(?:held|held\s+remotely|meet|meets|meeting|place)\s+(?:in|at|on)|meeting\s+place)\b", re.IGNORECASE)
_ADDRESS_OF = re.compile(
    r"\b(?:applicant|appellant|objector|resident|owner|tenant|complainant|licensee|holder|supervisor|home|his|her|their|my)(?:['’]?s?['’]?)\s+(?:home\s+)?address\b"
    r"|\b(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing|ent))\s+(?:at|in)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,]+")
_CAPITAL = re.compile(r"[A-ZÀ-Þ\d&][\w'’.&/-]*|\[…\]")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_TITLE = re.compile(r"(?:Mr|Mrs|Messrs|Ms|Miss|Mx|Dr|Prof|Rev|Revd|Sir|Dame|Lady|Lord|Cllr|Councillor)\.?")
_HOME_BEHIND = re.compile(
    r",\s+(?P<home>[A-Z][\w'’-]+(?:\s+(?:[A-Z][\w'’-]+|na|nan|y|yr|the|of|an)){0,4})(?=\s*(?:[,.;)]|[-–]\s|\n|$)|\s+(?:for|on|re|about|regarding|who|has|had|was|is|asked|said|complained)\b)"
)
_FAMILY = re.compile(r"\s+(?:&|and)\s+(?:the\s+)?family\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r",\s+(?P<home>\d{1,4}[A-Za-z]?\s+(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
    r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3})(?=,\s+[A-Z])"
)
_FURTHER = re.compile(r",\s+(?P<home>(?:Co\.\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3})(?=\s*(?:[,.;)]|\n|$))")
_BEREAVED = re.compile(r"(?:,\s|\s)on\s{1,3}the\s{1,3}(?:\w{1,20}\s{1,3}){0,2}(?:death|passing|loss|bereavement)\s{1,3}of\b", re.IGNORECASE)
_LINKS = frozenset({"of", "at", "the", "in", "on", "by", "upon", "under", "le", "y", "yr", "and"})
_BREAK = re.compile(r"\n\s*\n|[.;!?]\s+(?=[A-Z\d])(?<!\b(?:Mr|Ms|Dr)\.\s)(?<!\bMrs\.\s)(?<!\b[A-Z]\.\s)")
_BEFORE = 160
"""How many characters before a postcode its address may begin."""
_NEAR = 60
"""How many characters before an address a person's name may stand."""
_PARTS = 2
"""How many parts an address has at least where the name does not stand right before it."""

Part = tuple[int, list[str]]
"""What stands between two commas: where it begins, and its words."""


def named_homes(text: str) -> Iterator[tuple[int, int]]:
    """Where a home with its postcode stands right behind a person's name, or near to one, or behind "the applicant's address is"."""
    for postcode in POSTCODE.finditer(text):
        parts = _parts(text, max(0, postcode.start() - _BEFORE), postcode.start())
        if home := _behind_a_name(text, parts) or _near_a_name(text, parts):
            start = home[0][0]
            if not (_is_public(home) or at_a_venue(text, start)):
                yield start, postcode.end()


def named_home_after(text: str, end: int) -> Iterator[tuple[int, int]]:
    """The same behind a name that is known to be a person's, which stops at `end`."""
    if postcode := POSTCODE.search(text, end, end + _BEFORE):
        parts = _parts(text, end, postcode.start())
        near = parts and parts[0][0] - end <= _NEAR and not _BREAK.search(text, end, parts[0][0] + 1)
        if near and not (_is_public(parts) or at_a_venue(text, parts[0][0])):
            yield parts[0][0], postcode.end()


def bereaved_homes(text: str) -> Iterator[tuple[int, int]]:
    """Where the bereaved live, between their name and whom they lost: "Ann Roe & Family, Mill Road, Ardagh, on the death of her mother"."""
    for bereaved in _BEREAVED.finditer(text):
        _, *home = _parts(text, max(0, bereaved.start() - _BEFORE), bereaved.start()) or [(0, [])]
        home = [part for part in home if not _is_person(part[1])]
        if home and not any(_is_public([part]) or _is_post(part[1]) for part in home):
            yield home[0][0], bereaved.start()


def _is_post(words: Sequence[str]) -> bool:
    """Whether a part is a post or a body, and no street."""
    return not _kinds().fullmatch(words[-1]) and bool(_no_home(numbers=True).search(" ".join(words)))


def home_behind(text: str, end: int) -> tuple[int, int] | None:
    """Where the name of a home or a hamlet may stand behind the name of somebody private, which stops at `end`: "Joan Ryan, Ballygorey, Co. Kilkenny".

    A post, a body and a day behind the comma are none. Behind a house number or a street its town is part of the home.
    """
    family = _FAMILY.match(text, end)
    start = family.end() if family else end
    numbered = _NUMBERED.match(text, start)
    match = numbered or _HOME_BEHIND.match(text, start)
    if match is None or _is_public([(match.start("home"), match["home"].split())]) or _no_home(numbers=bool(numbered)).search(match["home"]):
        return None
    stop = match.end("home")
    if numbered or family or _kinds().fullmatch(match["home"].split()[-1]):
        stop = _further(text, stop)
    return match.start("home"), stop


def _further(text: str, end: int) -> int:
    """Where an address ends whose first part stops at `end`: behind its town, and before the next name, post or body."""
    while further := _FURTHER.match(text, end):
        words = further["home"].split()
        if known_given(words[0]) or _is_public([(end, words)]) or (words[0] != "Co." and _no_home().search(further["home"])):
            break
        end = further.end("home")
    return end


@cache
def _no_home(*, numbers: bool = False) -> re.Pattern[str]:
    """Words of posts and bodies, and the days and titles with which something else begins; a number is none where `numbers` are those of houses."""
    roles = lexicon.load("roles")
    number = "" if numbers else r"\d.*|"
    others = rf"\b(?:{number}(?:mon|tues|wednes|thurs|fri|satur|sun)day|mr|mrs|ms|miss|dr|cllr|councillor|co\.?|county|item|and|also|chair\w*|vice|no)\b"
    posts = rf"{roles['officer_words']}|{roles['cabinet_words']}|\b(?:{roles['other_posts']})s?\b"
    return re.compile(rf"{posts}|{roles['organisation_words']}|^{others}", re.IGNORECASE)


def at_a_venue(text: str, start: int) -> bool:
    """Whether an address that begins at `start` is where a meeting is: behind "Venue:" or "held at", with nothing between but its own first parts."""
    begin = max(0, start - _NEAR)
    for venue in _VENUE.finditer(text, begin, start):
        words = [word for word in _words(text[venue.end() : start]) if any(map(str.isalnum, word))]
        written = all(_CAPITAL.fullmatch(word) or word in _LINKS for word in words)
        if written and not (_names_somebody(words) or _BREAK.search(text, venue.end(), start + 1)):
            return True
    return False


def _parts(text: str, start: int, end: int) -> list[Part]:
    """The parts with capitals that end before a postcode, first to last: from the last back to the first word that belongs to none."""
    parts: list[Part] = []
    blank, stop = text.rfind("\n\n", start, end), end
    start = blank + 2 if blank >= 0 else start
    while stop > start:
        comma = max(text.rfind(",", start, stop), start - 1)
        words = list(_WORD.finditer(text, comma + 1, stop))
        run = _run(words)
        if run:
            parts.append((run[0].start(), [word[0].rstrip(".") if word is words[-1] else word[0] for word in run]))
        if len(run) < len(words) or comma < start:
            break
        stop = comma
    return parts[::-1]


def _run(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The last words that are written as a name is, without the small ones that they begin with."""
    first = len(words)
    while first and (_CAPITAL.fullmatch(words[first - 1][0]) or words[first - 1][0] in _LINKS):
        first -= 1
    while first < len(words) and words[first][0] in _LINKS:
        first += 1
    return words[first:]


def _behind_a_name(text: str, parts: list[Part]) -> list[Part]:
    """The parts behind the first that is a person's name, or ends in one; empty where there is none."""
    for index, (start, words) in enumerate(parts):
        for link in (at for at, word in enumerate(words) if word in ("of", "at") and _is_person(words[:at])):
            return [(next(islice(_WORD.finditer(text, start), link + 1, None)).start(), words[link + 1 :]), *parts[index + 1 :]]
        if _is_person(words):
            rest = parts[index + 1 :]
            return _behind_a_name(text, rest) or rest
    return []


def _near_a_name(text: str, parts: list[Part]) -> list[Part]:
    """The parts, where a name or words about somebody's address stand shortly before them in the same sentence."""
    if len(parts) < _PARTS:
        return []
    start = parts[0][0]
    before = _BREAK.split(text[max(0, start - _NEAR) : start + 1])[-1][:-1]
    return parts if _names_somebody(_words(before)) or _ADDRESS_OF.search(before) else []


def _words(text: str) -> list[str]:
    return [word.strip("():;.–-") or word for word in text.replace(",", " ").split()]


def _names_somebody(words: Sequence[str]) -> bool:
    return any(_is_person(words[:index]) for index in range(1, len(words) + 1))


def _is_person(words: Sequence[str]) -> bool:
    """Whether the last words are a person's name: a mask, or a surname behind a title, initials or a known given name."""
    if not words or not _CAPITAL.fullmatch(words[-1]) or words[-1][0].isdigit():
        return False
    if words[-1] == MASK or any(map(_TITLE.fullmatch, words[-3:-1])):
        return True
    if len(words) == 1 or _kinds().fullmatch(words[-1]) or _public().fullmatch(words[-1]) or len(words[-1]) == 1:
        return False
    *_, given = words[:-1]
    known = known_given(given) or _INITIALS.fullmatch(given)
    return bool(known or (len(words) > _PARTS and known_given(words[-3]) and _CAPITAL.fullmatch(given)))


def _is_public(parts: Sequence[Part]) -> bool:
    """Whether a part tells of an office or a venue; "Church Lane" and "Hall Farm" do not."""
    return any(_public().search(" ".join(words)) and not _kinds().fullmatch(words[-1]) for _, words in parts)


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, (*lexicon.words("addresses", "streets"), *lexicon.words("addresses", "homes")))))


@cache
def _public() -> re.Pattern[str]:
    words = {*lexicon.words("addresses", "offices"), *lexicon.words("addresses", "posts")} - {"house"}  # many a home is a "House"
    return re.compile(rf"(?<!\bold )\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE)
