"""People in running text: titled names, names with honours, and given name with surname; each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from graph_builder import lexicon
from graph_builder.language.names import Name, fold, honours_regex, known_given, parse, title_regex, word_pattern

_INITIALS = r"(?:[A-Z](?:\.\s?|\s|(?=[A-Z])))+"
_GLUED = r"[A-Z]{2,4}\s+"


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
    given = rf"(?:{_INITIALS}\s*|{_GLUED}|(?:{word}[\s]+){{1,2}}?)?"
    return re.compile(rf"(?P<title>(?i:{title}))(?P<name>{given}{particle}{word}(?:\s+(?:Uí|Ní|Mac|Mc)\s+{word})?)")


@cache
def _plural() -> re.Pattern[str]:
    """"Councillors Green, Hall and Mrs West", "Messrs Hugh O'Donnell and David Leahy"."""
    word = word_pattern()
    one = rf"(?:(?:Mrs|Mr|Ms|Miss|Dr)\.?\s+)?(?:{_INITIALS}\s*|{_GLUED}|(?:{word}\s+){{0,2}}?)?(?:(?:van|von|de|der|den|di|da|la|le|Uí|Ní)\s+)*{word}(?:\s+\([A-Z]\))?"
    return re.compile(rf"\b(?P<title>(?:Councillors|Cllrs|Messrs|COUNCILLORS))\b[.:]?\s+(?P<list>{one}(?:\s*,\s*{one})*(?:\s*,?\s*(?:and|&)\s+{one})?)")


def _each(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, Name, bool]]:
    """The people of a list behind a plural title, each with the title of one."""
    title = "Mr" if match["title"] == "Messrs" else "Cllr" if match["title"] == "Cllrs" else "Councillor"
    if re.match(r"\s*(?:&|and)\s+(?:Sons?|Co|Company|Partners|Brothers|Bros)\b|\s+(?:Ltd|Limited|LLP|Solicitors)\b", text[match.end() :]):
        return  # a firm
    for part in re.finditer(r"(?:(?!\s*,|\s+and\s|\s*&).)+", match["list"]):
        words = re.sub(r"^(?:[\s,&]|and\s)+", "", part.group())
        name = parse(words, bare=True)
        if name:
            start = match.start("list") + part.end() - len(words)
            begin = match.start() if start == match.start("list") else start
            yield begin, start + len(words), replace(name, title=name.title or title, printed=text[begin : start + len(words)]), True


@cache
def _plain() -> re.Pattern[str]:
    word = rf"{word_pattern()}"
    return re.compile(rf"(?<![\w.'-])(?P<given>{word}(?:\s+[A-Z]\.?)?|(?:[A-Z]\.\s?){{1,3}}|[A-Z](?:\s[A-Z]){{0,3}}(?=\s[A-Z][a-z])|[A-Z]{{2,4}}(?=\s[A-Z][a-z]))\s+(?P<surname>{word})(?P<honours>(?:[\s,]+(?:MP|MSP|OBE|MBE|CBE|JP|T\.?D\.?|M\.P\.)\b)*)")


def find(text: str) -> Iterator[Person]:
    """The people named in a text, in order. A given name that the lexicon lacks is not `sure`: ask another witness."""
    taken = -1
    for start, end, name, sure in sorted(_all(text), key=lambda found: (found[0], -found[1])):
        if start >= taken:
            taken = end
            yield Person(name, start, end, sure)


def _all(text: str) -> Iterator[tuple[int, int, Name, bool]]:
    for match in _titled().finditer(text):
        found = _longest(text, match)
        if found and not (fold(found[2].title) in {"lady", "sir", "dame", "lord", "saint", "provost", "canon", "major"} and _goes_on(text, found[1])):
            yield (*found, True)
    for match in _plural().finditer(text):
        yield from _each(text, match)
    if not text.isupper():
        yield from _untitled(text)


def _untitled(text: str) -> Iterator[tuple[int, int, Name, bool]]:
    """The names without title; a match that is none gives its second word back, which may begin one."""
    at = 0
    while match := _plain().search(text, at):
        end = _longer(text, match)
        name = parse(text[match.start() : end].strip())
        if name and name.given and (not _goes_on(text, end) or _labelled(text, match) or (match.start() == 0 and _post_follows(text, end))) and not _inside(text, match.start()):
            given = known_given(name.given.split()[0]) and fold(name.surname) not in _common()
            known = given and (in_context(text, match.start(), end) or (match.start() == 0 and _post_follows(text, end)))
            initials = not name.has_given and fold(name.surname) not in _common()
            yield match.start(), end, name, bool(known or _labelled(text, match) or match["honours"] or initials and "." in match["given"])
            at = end
        else:
            at = match.start("surname")


def _longer(text: str, match: re.Match[str]) -> int:
    """Where a name ends: behind a second surname too, where somebody of a known given name then acts ("Lucinda Pemberton Hay declared")."""
    second = re.match(rf"\s+({word_pattern()})", text[match.end() :])
    if match["honours"] or second is None or fold(second[1]) in _common() or second[1].isupper() or not known_given(match["given"].split()[0]):
        return match.end()
    end = match.end() + second.end()
    return end if _ACTS.match(text, end) and not _goes_on(text, end) else match.end()


def _post_follows(text: str, end: int) -> bool:
    """Whether the words right behind a name are a post."""
    return bool(re.search(_officer_words(), " ".join(text[end : end + 60].split()[:4]), re.IGNORECASE)) and bool(re.match(r"\s+[A-Z]", text[end:]))


_SPEAKS = re.compile(r"(?:[:/(•–—-]\s*|\b(?:by|from|to|with|thanked|welcomed|and|resident|residents|parishioner|officer|colleague|that|then|introduced|invited|nominated|appointed|elected|appointment\s+of|asked|dear|cc|copy|led|chaired|sincerely,?|councillors|members|inspector|advis[eo]r|director|manager|chair|leader|clerk|engineer|planner|secretary|treasurer|governor|executive|principal|constable|champion)\s+|[,;]\s+)$", re.IGNORECASE)
_ACTS = re.compile(r"\s*(?:[,(;/)]|$|\s[-–—]\s|[.]\s)|\s+(?:said|asked|spoke|speaks|reported|presented|introduced|attended|explained|gave|told|thanked|raised|queried|confirmed|advised|outlined|provided|will|would|has|had|was|were|is|who|stated|proposed|seconded|suggested|noted|agreed|informed|updated|joined|left|declared|led|and|as|to|moved|expressed|commented|returned|did|may)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:at|in|on|of|near|off|land|site|road|opposite|adjacent\s+to|between|outside|towards|through|via|along|for|called|named|the)\s+(?:the\s+)?$", re.IGNORECASE)


def in_context(text: str, start: int, end: int, *, strict: bool = False) -> bool:
    """Whether the words around an untitled name speak of a person and not of a place or a thing that bears a person's name.

    `strict` leaves commas out: they stand beside places as often as beside people.
    """
    before = text[max(0, start - 40) : start]
    if _PLACE.search(before) and not re.search(r"\b(?:appointment|behalf|death|election|work|report|chairmanship)\s+(?:of)\s+$", before, re.IGNORECASE):
        return False
    post = _post_follows(text, end)
    if strict and re.match(r"\s*(?:,|\.|$)", text[end:]) and not re.search(r"\b(?:by|thanked|welcomed|introduced|appointed|elected)\s+$", before):
        return False
    return bool(_SPEAKS.search(before) and not (strict and before.rstrip().endswith((",", ";"))) or _ACTS.match(text, end) or post)


@cache
def _officer_words() -> str:
    return str(lexicon.load("roles")["officer_words"])


def _labelled(text: str, match: re.Match[str]) -> bool:
    """Whether a known given name stands behind a label or a slash: `Contact: Alyson Grice/Samantha Morris Scrutiny Officers`."""
    before = text[: match.start()]
    return bool(re.search(r"^(?:contact|author|clerk)\w*(?:\s+\w+)?\s*:\s*$", before, re.IGNORECASE)) or known_given(match["given"].split()[0]) and bool(re.search(r"(?:contact|officer|author|clerk)\w*(?:\s+\w+)?\s*:\s*$|/\s*$", before, re.IGNORECASE))


@cache
def _common() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon.words("people", "not_name"))


def _longest(text: str, match: re.Match[str]) -> tuple[int, int, Name] | None:
    """The longest beginning of a match that is a name: `Councillor Oborski`, not `Councillor Oborski Chair`."""
    start, words = match.start(), list(re.finditer(r"\S+", match["name"]))
    offset = match.start("name")
    for count in range(len(words), 0, -1):
        end = offset + words[count - 1].end()
        piece = text[start:end]
        honours = honours_regex().match(text, end)
        name = parse(piece + (honours.group() if honours else ""))
        if name and (name.given or _titled_alone(name)):
            behind = re.match(r"\s*\(((?:[A-Z]\.?\s?){1,3})\)", text[end:]) if not name.given else None
            if behind:  # "Councillor Oakeshott (R.J.)"
                return start, end + behind.end(), replace(name, given=re.sub(r"[.\s]+", " ", behind[1]).strip(), printed=text[start : end + behind.end()])
            return start, honours.end() if honours else end, name
    return None


def _titled_alone(name: Name) -> bool:
    """Whether a title with a surname alone is a person: `Major Works` is none."""
    folded = fold(name.title).split()
    weak = {"major", "canon", "father", "constable", "lord", "lady", "sir", "dame", "inspector", "provost", "superintendent", "insp", "supt", "col", "capt", "captain", "baron", "hon", "ald"}
    return bool(set(folded) - weak) or fold(name.surname) not in _common()


def _goes_on(text: str, end: int) -> bool:
    """Whether the words behind a name make it part of another: `James Bradfield School`, `Jane Forby Close`, `Henry Smith's Charity`."""
    match = re.match(r"(?:'s)?\s+(?:and\s+)?([A-Z][\w'-]+)|-\w", text[end:])
    return bool(match) and (match.group().startswith("-") or fold(match[1] or "") in _common() and fold(match[1]) not in {"has", "was", "is", "had", "and", "who", "to", "for", "of"})  # type: ignore[union-attr]


def _inside(text: str, start: int) -> bool:
    """Whether the word before belongs to the same capitalised phrase: `The Sir John Moore School`, `St Thomas Cantilupe`."""
    match = re.search(r"([A-Z][\w'.]*)\s+$", text[:start])
    if not match:
        return False
    before = fold(match[1])
    return before in {"st", "saint", "the", "king", "queen", "prince", "princess", "our", "lady"} - {"the"} or (before in _common() and not re.search(r"[.:;]\s*$", text[:start]) and match.start() > 0 and before not in {"by", "to", "from", "and", "with", "for", "of", "that", "as", "the", "officer", "manager", "director", "chair", "chairman", "leader", "councillor", "chairperson", "mayor", "clerk", "engineer", "executive", "solicitor", "treasurer", "planner", "member", "governor", "proposed", "seconded", "resolved"})
