"""People in running text: titled names, names with honours, and given name with surname; each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language.names import Name, fold, honours_regex, known_given, parse, title_openings, title_regex, word_pattern
from graph_builder.language.surroundings import acts, common_words, goes_on, in_context, inside, labelled, post_follows

_INITIALS = r"(?:[A-Z](?:\.\s?|\s|(?=[A-Z])))+"
_GLUED = r"[A-Z]{2,4}\s+"
_WORD = re.compile(r"\w+")
# A capital that may begin a name without title: its word is followed by a capitalised one.
_OPENING = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w.'-].)(?=\S{0,60}\s+[A-ZÀ-ÖØ-Þ])")
_PLURALS: Final = ("Councillors", "Cllrs", "Messrs", "COUNCILLORS")
_SINGULAR: Final = {"Messrs": "Mr", "Cllrs": "Cllr"}
_FIRM = re.compile(r"\s*(?:&|and)\s+(?:Sons?|Co|Company|Partners|Brothers|Bros)\b|\s+(?:Ltd|Limited|LLP|Solicitors)\b")
_MEMBER = re.compile(r"(?:(?!\s*,|\s+and\s|\s*&).)+")
_JOINT = re.compile(r"^(?:[\s,&]|and\s)+")
_COUPLE = re.compile(rf"(?:{'|'.join(_PLURALS)})\s+(\w+)\s+(?:and|&)\s+(\w+)\s+[A-Z][a-z]")
# A title written out, with a full stop behind it: no abbreviation, so that the sentence ends there.
_ENDED = re.compile(
    r".*\b(?:councill?ors?|aldermen|alderman|professor|reverend|inspector|superintendent|constable|provost|major|father)\.\s+", re.IGNORECASE | re.DOTALL
)
# "written to the PC. Mike Heybrook": a parish council at the end of a sentence, and no constable.
_THE = re.compile(r"\b(?:[Tt]he|[Bb]y|[Oo]ur)\s+$")
_COUNCIL_ENDS = re.compile(r"PC\.\s")
# What may stand right behind a name in a list and is no word of it.
_HONOUR = r"(?:Parish|Town|Present|Members|Public|Minutes|Not|Chair|Vice|Deputy|Leader|Mayor|The|In|Also|Clerk|And|Apologies|Absent|Officers?)\b"
_SHORTLY: Final = 6
_TOKEN = re.compile(r"\S+")
_BEHIND = re.compile(r"\s*\(((?:[A-Z]\.?\s?){1,3})\)")
_STOPS = re.compile(r"[.\s]+")
# Titles that begin the names of schools, pubs and streets too.
_BORNE: Final = frozenset("lady sir dame lord saint provost canon major".split())
# Words that begin the name of a water or of some work, and no person's: "Loch Lomond", "Grass Cutting".
_NO_GIVEN: Final = frozenset("loch lough grass hedge verge matters".split())
_STREETS: Final = frozenset("street road lane avenue close drive square crescent terrace gardens".split())
# Titles that are common words as well.
WEAK: Final = frozenset(
    "major canon father sergeant constable lord lady sir dame inspector provost superintendent insp supt col capt captain baron hon ald".split()
)


_GLUED_FROM: Final = 5
"""The letters of a word that is a name although another is glued to it."""


class Person(NamedTuple):
    """A person's name in a text, with its offsets there; `sure` where a title, initials or honours tell that it is one."""

    name: Name
    start: int
    end: int
    sure: bool


@cache
def _titled() -> re.Pattern[str]:
    word = word_pattern()
    particle = r"(?:(?:van|von|de|der|den|di|da|la|le|du|del|ap|al|el|Uí|Ní|St\.?|ST\.?)\s+)*"
    title = title_regex().pattern
    given = rf"(?:[A-Z]\.?\s+{word}\s+|{_INITIALS}\s*|{_GLUED}|(?:{word}[\s]+){{1,2}}?(?:[A-Z]\.?\s+)?)?"
    return re.compile(rf"(?P<title>(?i:{title}))(?P<name>{given}{particle}{word}(?:\s+(?:Uí|Ní|Mac|Mc)\s+{word})?)")


@cache
def _plural() -> re.Pattern[str]:
    """ "Councillors Green, Hall and Mrs West", "Messrs Hugh O'Donnell and David Leahy"."""
    word = word_pattern()
    given = rf"(?:{_INITIALS}\s*|{_GLUED}|(?:{word}\s+){{0,2}}?)?"
    # "R T Lloyd Jones, J Hall": two words behind initials, where the list goes on or ends.
    double = rf"{_INITIALS}\s*{word}\s+{word}(?=\s*(?:[,;.]|and\s|&|$))"
    # A name ends where no other word of a name follows it.
    stop = rf"(?![\w'’-])(?!\s+(?!{_HONOUR})[A-Z][a-z])"
    title = r"(?:(?:Mrs|Mr|Ms|Miss|Dr|Rev|Revd|Prof|Eng)\.?\s+)?"
    one = rf"{title}(?:{double}|{given}(?:(?:van|von|de|der|den|di|da|la|le|Uí|Ní)\s+)*{word}(?:\s+\([A-Z]\))?{stop})"
    return re.compile(rf"\b(?P<title>(?:{'|'.join(_PLURALS)}))\b(?:(?<=s)(?<!ors)\.)?\s?:?\s+(?P<list>{one}(?:\s*,\s*{one})*(?:\s*,?\s*(?:and|&)\s+{one})?)")


@cache
def _plain() -> re.Pattern[str]:
    word = word_pattern()
    initials = r"(?:[A-Z]\.\s?){1,3}|[A-Z](?:\s[A-Z]){0,3}(?=\s[A-Z][a-z])|[A-Z]{2,4}(?=\s[A-Z][a-z])"
    honours = r"(?:[\s,]+(?:MP|MSP|OBE|MBE|CBE|JP|T\.?D\.?|M\.P\.)\b)*"
    return re.compile(rf"(?P<given>{word}(?:\s+[A-Z]\.?)?|{initials})\s+(?P<surname>{word})(?P<honours>{honours})")


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(rf"\s+({word_pattern()})")


def find(text: str) -> Iterator[Person]:
    """The people named in a text, in order. A given name that the lexicon lacks is not `sure`: ask another witness."""
    taken = -1
    for person in sorted(_all(text), key=lambda found: (found.start, -found.end)):
        if person.start >= taken and fold(text[person.start : person.end]) not in _firms():
            taken = person.end
            yield person


@cache
def _firms() -> frozenset[str]:
    """The names of companies that are known, folded: "Grant Thornton" is nobody."""
    known = lexicon.load("bodies")["national"].items()
    return frozenset(fold(name) for label, entry in known if entry["kind"] == "company" for name in (label, *entry.get("names", ())))


def _all(text: str) -> Iterator[Person]:
    """Everybody that a rule finds; places may overlap."""
    yield from _with_title(text)
    if any(plural in text for plural in _PLURALS):
        for match in _plural().finditer(text):
            yield from _each(text, match)
    if not text.isupper():
        yield from _untitled(text)


def _with_title(text: str) -> Iterator[Person]:
    """The names behind a title. The words of the text are compared with those that begin a title, before the long pattern is tried there."""
    at = 0
    for word in _WORD.finditer(text):
        if word.start() < at or fold(word.group()) not in title_openings():
            continue
        match = _titled().match(text, word.start())
        if match is None or (_COUNCIL_ENDS.match(text, match.start()) and _THE.search(text, max(0, match.start() - _SHORTLY), match.start())):
            continue
        found = _longest(text, match)
        at = found.end if found else match.end()
        if found and not _is_borne(found.name, text, found.end) and not _of_couple(text, found.start):
            yield found


def _is_borne(name: Name, text: str, end: int) -> bool:
    """Whether a title begins the name of a school or a street, and no person's: "Lord Edward Street"."""
    return fold(name.title) in _BORNE and (goes_on(text, end) or fold(name.surname) in _STREETS)


def _each(text: str, match: re.Match[str]) -> Iterator[Person]:
    """The people of a list behind a plural title, each with the title of one."""
    if _FIRM.match(text, match.end()) or _of_couple(text, match.start()):
        return
    title = _SINGULAR.get(match["title"], "Councillor")
    parts = list(_MEMBER.finditer(match["list"]))
    for number, part in enumerate(parts):
        words = _JOINT.sub("", part.group())
        name = parse(words, bare=True) or parse(f"{title} {words}")
        if name is None:  # "J Hall Chairman"
            words = words.rpartition(" ")[0]
            name = parse(words, bare=True)
        following = parse(_JOINT.sub("", parts[number + 1].group()), bare=True) if number + 1 < len(parts) else None
        if name and fold(words) not in _offices() and not (known_given(words) and following and following.has_given):  # "Councillors Pat and Paul Cooper"
            start = match.start("list") + part.start() + len(_lead(part.group()))
            begin, end = match.start() if start == match.start("list") else start, start + len(words)
            yield Person(replace(name, title=name.title or title, printed=text[begin:end]), begin, end, sure=True)


def _of_couple(text: str, start: int) -> bool:
    """Whether a plural title and two given names stand before one surname: "Councillors Mary and John Barnes"."""
    match = _COUPLE.match(text, start)
    return match is not None and known_given(match[1]) and known_given(match[2])


def _lead(part: str) -> str:
    """The comma or "and" before a member of a list."""
    match = _JOINT.match(part)
    return match.group() if match else ""


def _untitled(text: str) -> Iterator[Person]:
    """The names without title; a match that is none gives its second word back, which may begin one."""
    at = 0
    for opening in _OPENING.finditer(text):
        match = _plain().match(text, opening.start()) if opening.start() >= at else None
        if match is None:
            continue
        found = _person(text, match)
        if found is not None:
            yield found
        at = match.start("surname") if found is None else found.end


def _person(text: str, match: re.Match[str]) -> Person | None:
    """The person whom an untitled name is, or None where the words around it speak against that."""
    start = match.start()
    known = known_given(match["given"].split()[0])
    end = _longer(text, match) if known else match.end()
    name = parse(text[start:end].strip())
    if name is None or not name.given or fold(name.given.split()[0]) in _NO_GIVEN or inside(text, start):
        return None
    beside_label = labelled(text, start, known=known)
    heads_post = start == 0 and post_follows(text, end)
    if goes_on(text, end) and not (beside_label or heads_post):
        return None
    common = fold(name.surname) in common_words()
    told = known_given(name.given.split()[0]) and not common and (heads_post or in_context(text, start, end))
    initials = not name.has_given and not common and "." in match["given"]
    return Person(name, start, end, sure=bool(told or beside_label or match["honours"] or initials))


def _longer(text: str, match: re.Match[str]) -> int:
    """Where a name ends: behind a second surname too, where somebody of a known given name then acts ("Lucinda Pemberton Hay declared")."""
    second = _next_word().match(text, match.end())
    if match["honours"] or second is None or fold(second[1]) in common_words() or second[1].isupper():
        return match.end()
    return second.end() if acts(text, second.end()) and not goes_on(text, second.end()) else match.end()


def _longest(text: str, match: re.Match[str]) -> Person | None:
    """The longest beginning of a match that is a name: `Councillor Oborski`, not `Councillor Oborski Chair`."""
    offset = match.start("name")
    ended = _ENDED.match(text, match.start(), offset)
    start = ended.end() if ended else match.start()
    if start == offset:  # "as Borough Councillor. Personal interest": the sentence ends behind the title
        return None
    for word in reversed(list(_TOKEN.finditer(match["name"]))):
        end = offset + word.end()
        if text[end : end + 1].isalpha() and len(word.group()) < _GLUED_FROM:  # "Cllr SMc" of "Cllr SMcR"; but "R AllcockMember of"
            continue
        honours = honours_regex().match(text, end)
        name = parse(text[start:end] + (honours.group() if honours else ""))
        if name is None or not (name.given or _titled_alone(name)) or (name.given and not name.has_given and fold(name.surname) in _said()):
            continue
        behind = _BEHIND.match(text, end) if not name.given else None
        if behind:  # "Councillor Oakeshott (R.J.)"
            given = _STOPS.sub(" ", behind[1]).strip()
            return Person(replace(name, given=given, printed=text[start : behind.end()]), start, behind.end(), sure=True)
        two_given = name.has_given and known_given(name.surname) and " " not in name.given
        second = _next_word().match(text, end) if name.given and (two_given or not name.has_given) and not honours else None
        double = parse(text[start : second.end()]) if second and acts(text, second.end()) else None
        if double and second and not (two_given and fold(second[1]) in common_words()):  # "Councillor R T Lloyd Jones moved"
            return Person(double, start, second.end(), sure=True)
        return Person(name, start, honours.end() if honours else end, sure=True)
    return None


@cache
def _said() -> frozenset[str]:
    return frozenset(map(fold, lexicon.words("people", "said")))


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(fold, lexicon.words("people", "offices")))


def _titled_alone(name: Name) -> bool:
    """Whether a title with a surname alone is a person: `Major Works` is none."""
    return bool(set(fold(name.title).split()) - WEAK) or fold(name.surname) not in common_words()
