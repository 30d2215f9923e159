"""A stretch of text goes in; out comes who proposed and who seconded."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph_builder import lexicon
from graph_builder.language.names import Name, known_given, parse, title_regex, word_pattern

_INITIALS = r"(?:[A-Z]\.?\s?){1,4}"
_WHICH = r"(?:\s\([A-Z]\.?\))?"
"""The initial behind the surname of one of two: "Councillor Hall (M)"."""
INITIALS = re.compile(r"[A-Z]{2,4}[a-z]?")
"""Initials that stand for somebody, whom the paper's own list of those present tells."""


class Movers(NamedTuple):
    """The proposer and the seconder of a motion, None where the words name none; and where the words begin and end."""

    proposer: Name | None
    seconder: Name | None
    start: int
    end: int


@cache
def _titled() -> str:
    """Somebody with a title: `Cllr R Hall`, `Mrs Anne van Berg`."""
    word, particle = word_pattern(), "|".join(map(re.escape, lexicon.words("people", "particles")))
    part = rf"(?:{word}|[A-ZÓ]\.?)\s+"  # a middle initial, or the O of "O Brien", too
    return rf"(?i:{title_regex().pattern})(?:{_INITIALS}\s?)?(?:{part}){{0,3}}?(?:(?i:{particle})\s+){{0,2}}(?:{part}){{0,3}}{word}{_WHICH}"


@cache
def _someone() -> str:
    """Somebody as a mover: a name with title, initials or given name, a bare surname, or an office."""
    word = word_pattern()
    office = r"(?:[Tt]he\s+)?(?:Vice[- ])?(?:Chair(?:man|person)?|Mayor|Leader|Cathaoirleach)"
    return rf"(?:{_titled()}|{_INITIALS}{word}|{word}\s+{word}|{word}|{office})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    one, mark = _someone(), r"\s*(?:by|of|:|-|–)*\s*:?\s*\(?(?:the\s+)?"
    proposed = r"(?:[Pp]rop(?:osed|osal|oser|osition)?\.?|PROPOSED|PROPOSER|[Mm]oved|MOVED|[Mm]over|[Nn]ominated|[Oo]n\s+the\s+motion"
    proposed = rf"{proposed}|(?:[Mm]otion|MOTION|[Aa]mendment|AMENDMENT)(?=\s+by\b))"
    seconded = r"(?:[Ss]ec(?:onded|onder|\.)?\.?|SECONDED|SECONDER|2nd(?:ed)?\.?)"
    first, second, what = rf"(?P<p>{one})", rf"{seconded}{mark}(?P<s>{one})", r"(?P<what>[^.]{0,400}?)"
    linked, told = r"(?:(?:and|was|which\s+was|&)\s+)*(?:duly\s+)?", r"(?:(?:and|was|this\s+was|which\s+was|with)\s+)*(?:duly\s+)?"
    return (
        # somebody proposes somebody for an office
        re.compile(rf"(?P<p>{_titled()})\s+(?:proposed|nominated|moved)\s+(?:that\s+)?{_titled()}[^.]{{0,120}}?\b{second}"),
        re.compile(rf"\b{proposed}{mark}{first}\s*[,;.)/]*\s*{linked}\(?{second}"),
        re.compile(rf"{first}\s+(?:{proposed}|put\s+forward)\b\.?{what}\s*[,;.(]*\s*{told}{second}"),
        re.compile(rf"\b{proposed}\b[^.]{{0,60}}?\bby\s+{first}\s*[,;]*\s*(?:and\s+)?{second}"),
        re.compile(rf"{first}\s+{proposed}\s*,?\s*(?:and\s+)?(?P<s>{one})\s+{seconded}"),
        re.compile(rf"{first},\s+{second},?\s+(?:{proposed})"),
        re.compile(rf"{first}\s+{proposed}\b{what}(?:\band\b|&)\s+(?P<s>{one})\s+{seconded}"),
        re.compile(rf"\b{proposed}(?:\s+by|{mark})\s*{first}{what}\b{second}"),
        re.compile(rf"{first}\s+{proposed}\b{what},\s+(?P<s>{_titled()})\s+{seconded}"),
    )


_ONE = re.compile(r"\b(?:[Pp]roposed|[Mm]oved|PROPOSED|MOVED|[Pp]roposal\s+of|[Pp]roposer|[Mm]otion\s+of)\s*(?:by)?\s*:?\s*")
_SECOND = re.compile(r"\b(?:[Ss]econded|SECONDED|[Ss]econder)\s*(?:by)?\s*:?\s*")
_BY = re.compile(r"\bby\b|:|\bof\b|proposer|seconder", re.IGNORECASE)
_ACTS = re.compile(r"[A-Z][\w'.-]*\)?\s+(?:then\s+|also\s+|duly\s+|formally\s+)?$")
"""Ends the words before a verb of which somebody is the subject."""
_SECONDS = re.compile(r"second|2nd|\bsec\b\.?", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:the\s+)?(?:(?:vice|deputy)[- ]|deputy\s+|lord\s+|town\s+)*(?:chair(?:man|person|woman)?|mayor|leader|cathaoirleach|convener|convenor|provost)",
    re.IGNORECASE,
)
_MOVED_BY_OFFICE = re.compile(
    rf"(?:^|\bthe\s+){_OFFICE.pattern}(?:\s+\([^)]+\))?,?\s+(?:seconded\s+by\s+[^,.;]{{3,50}},\s+)?(?:moved|proposed)\b|\b(?:moved|proposed)\s+by\s+{_OFFICE.pattern}\b",
    re.IGNORECASE,
)
_OFFICE_MOVES = re.compile(
    rf"(?:^|\bthe\s+){_OFFICE.pattern},?\s+(?:seconded\s+by\s+[^,.;]{{3,50}},\s+)?(?:moved|proposed)\s+"
    r"(?:that|an?|the|to|refusal|approval|acceptance|deferral|rejection|adoption|for)\b(?!\s+(?:motion|resolution|proposal)\b)",
    re.IGNORECASE,
)
# An amendment with its words says more than who moved it.
_AMENDS = re.compile(r"\b(?:an?|the|further|following)\s+amendment\s+(?:to|that|by|in|which)\b", re.IGNORECASE)
_PROPOSES = re.compile(r"\b(?:proposed|moved|prop\.?|proposer|proposal|proposition|nominated|(?:motion|amendment)\s+by)\b", re.IGNORECASE)


# "Councillor Meade moved this motion": what was moved stands in other words, before these.
MOVES_THIS = re.compile(r"\b(?:proposed|moved)\s+(?:this|the)\s+(?:resolution|motion|proposal)\b", re.IGNORECASE)
NOMINATES = re.compile(
    r"\b(?:proposed|nominated)\s+(?:that\s+)?(?:(?:him|her|them)sel(?:f|ves)\b|(?:Councillor|Cllr|Clr|Alderman|Ald|Mr|Mrs|Ms|Miss|Dr)\b[^,;]{2,60}?\s(?:as|for|to\s+be|be)\b)",
    re.IGNORECASE,
)
"""Whom somebody proposes for an office, of whom several may be proposed."""
# What is moved stands in the same words: "seconded by Councillor Meade, to refuse the application".
# "Payments were approved, proposed by Cllr Hall": a sentence of its own, before its movers.
_TOLD_BEFORE = re.compile(r"\b\w+\s+(?:was|were)\s+(?:\w+ly\s+)?(?:approved|agreed|accepted|adopted|confirmed|noted|passed|signed)\b", re.IGNORECASE)
_OF_MOVING = frozenset(
    "proposed proposer proposal proposition moved mover seconded seconder motion amendment resolution the and was which duly then prop sec this with "
    "nominated by second for recommendation recommendations councillor councillors cllr cllrs alderman that".split()
)
_FEW = 3
_WANTS = re.compile(
    r"^\W*(?:(?:an?|the)\s+(?:motion|proposal|resolution)\s+)?(?:(?:to|that)\s+\w+|(?:approval|refusal|acceptance|deferral|rejection|adoption|consideration)\b)",
    re.IGNORECASE,
)


# Words that stand behind a mover's name and are no part of it.
_NO_SURNAME = re.compile(
    r"(?:the|that|this|to|it|all|and|an?|in|on|for|members?|motion|amendment|resol\w+|agreed|approved|carried|second\w*|propos\w+|moved|vot\w+|unanimous\w*"
    r"|cllrs?|councillors?|mr|mrs|ms|miss|dr|ald\w*|action|decision)\b",
    re.IGNORECASE,
)


# What follows is no motion, but how its votes were cast.
_VOTE_NEXT = re.compile(r"\b(?:vot(?:e|es|ed|ing)|division|roll[- ]call)\b[^.;]{0,60}:[\s-]*$", re.IGNORECASE)


def proposes(text: str) -> bool:
    """Whether a text speaks of a proposal."""
    return bool(_PROPOSES.search(text))


def by_office(text: str) -> bool:
    """Whether somebody moves who is only called by an office: "the Convener, seconded by Councillor Dunn, moved"."""
    return bool(_MOVED_BY_OFFICE.search(text))


def movers(text: str) -> Movers | None:
    """The proposer and the seconder that a text names, or None."""
    if not _SECONDS.search(text):
        return _single(text)
    for pattern in _patterns():
        match = pattern.search(text)
        if match:
            proposer, seconder = _name(match["p"]), _name(match["s"])
            if proposer or seconder:
                return Movers(proposer, seconder, match.start(), match.end())
    return _single(text)


def movers_alone(text: str) -> Movers | None:
    """The movers, where a paragraph says little else: "Proposed by Councillor Keary; Seconded by Councillor McMahon"."""
    if len(text) > 150 or any(words.search(text) for words in (MOVES_THIS, NOMINATES, _AMENDS, _OFFICE_MOVES, _mover())):
        return None
    if _VOTE_NEXT.search(text) or not (proposes(text) or re.match(r"\s*second", text, re.IGNORECASE)):
        return None
    found = movers(text)
    if found is None:
        return None
    behind = text[found.end :]
    wants = [word for word in re.findall(r"[A-Za-z]{3,}", behind) if word.casefold() not in _OF_MOVING]
    if _WANTS.search(behind) and (len(wants) > _FEW or not text.rstrip().endswith((":", "-", "–"))):
        return None
    if _TOLD_BEFORE.search(text[: found.start]):
        return None
    inside = text[found.start : found.end]
    for name in (found.proposer, found.seconder):
        inside = inside.replace(name.printed, " ") if name else inside
    if len([word for word in re.findall(r"[A-Za-z]{3,}", inside) if word.casefold() not in _OF_MOVING]) > 3:
        return None
    others = re.findall(r"[A-Za-z]{3,}", f"{text[: found.start]} {text[found.end :]}")
    return found if len(others) <= (7 if re.search(r"[:–—-]\s*$", text) else 3) else None


def joined(left: Movers | None, right: Movers) -> Movers:
    """The movers of two paragraphs that name one each; what the later names stands."""
    if left is None:
        return right
    return Movers(right.proposer or left.proposer, right.seconder or left.seconder, right.start, right.end)


def _single(text: str) -> Movers | None:
    """A proposer or a seconder on a line of their own: "Proposed by Councillor Keary;"."""
    found: dict[str, tuple[Name, int, int]] = {}
    mover = _mover().search(text)
    if mover and (name := _name(mover["p"])):
        found["p"] = (name, mover.start(), mover.end())
    for key, pattern in (("p", _ONE), ("s", _SECOND)):
        match = pattern.search(text)
        if match and _ACTS.search(text[: match.start()]) and not _BY.search(match.group()):
            before = _subject().search(text[: match.start()])  # "Cllr Hall seconded Cllr Rae's proposal": whoever acts stands before the verb
            if before and key not in found and (name := _name(before["who"])):
                found[key] = (name, before.start(), match.end())
            continue
        after = re.match(_someone(), text[match.end() :]) if match else None
        name = _name(after.group()) if after else None
        if match and name and after:
            found[key] = (name, match.start(), match.end() + after.end())
    if not found:
        return None
    names = {key: name for key, (name, _, _) in found.items()}
    return Movers(names.get("p"), names.get("s"), min(start for _, start, _ in found.values()), max(end for _, _, end in found.values()))


@cache
def _subject() -> re.Pattern[str]:
    """Somebody right before a verb."""
    return re.compile(rf"(?P<who>{_titled()})\s+(?:then\s+|also\s+|duly\s+|formally\s+)?$")


@cache
def _mover() -> re.Pattern[str]:
    """Somebody who moves something: "Councillor Neilson moved that", "Cllr Hall proposed an amendment"."""
    what = r"(?:that|an?|the|to|as|refusal|approval|acceptance|deferral|rejection|amendment|for)\b"
    return re.compile(rf"(?P<p>{_titled()})\s+(?:then\s+|formally\s+)?(?:proposed|moved|prop\.?)\s*:?\s+(?={what})")


@cache
def _proposing() -> re.Pattern[str]:
    motion = r"in\s+proposing\s+(?:the|this|his|her)\s+(?:notice\s+of\s+)?motion"
    return re.compile(rf"^(?i:{motion}),?\s+(?P<p>{_titled()})|^(?P<q>{_titled()}),?\s+(?i:{motion})\b")


def proposing(text: str) -> Movers | None:
    """Who speaks to a notice of motion: "In proposing the motion, Councillor Crotty referred to"."""
    found = _proposing().search(text)
    name = _name(found["p"] or found["q"]) if found else None
    return Movers(name, None, found.start(), found.end()) if found and name else None


def _name(text: str) -> Name | None:
    """The longest beginning of a text that is a name, or initials."""
    if _OFFICE.fullmatch(text.strip(" ,;.:")):
        return None  # an office is nobody's name
    words = text.strip(" ,;.:").split()
    if INITIALS.fullmatch(words[0]) and (len(words) == 1 or not words[1][:1].isupper()):
        return Name(words[0], surname=words[0])
    tried = ((count, parse(" ".join(words[:count]), bare=True)) for count in range(len(words), 0, -1))
    count, name = next(((count, name) for count, name in tried if name), (0, None))
    if name and not name.given and known_given(name.surname) and count < len(words) and not _NO_SURNAME.match(words[count]):
        return None  # a given name whose surname is not understood: "Councillor John" is nobody
    return name
