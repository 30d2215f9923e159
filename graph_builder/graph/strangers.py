"""The whole of a paper in, spans out that no page of it may show where no quote needs them: names of nobody public, and why somebody was away."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from graph_builder import lexicon
from graph_builder.graph.named_homes import home_behind
from graph_builder.graph.names import with_rest
from graph_builder.language import people
from graph_builder.language.names import Name, fold, folded_words, known_given
from graph_builder.language.surroundings import common_words, goes_on, in_context, inside
from graph_builder.masks import merged
from graph_builder.model import Document, Literal, Span, Statement
from graph_builder.vocabulary import FAMILY_NAME, PERSON, TYPE

_WORD = r"[A-ZÀ-Þ][\w'’]*(?:-[A-ZÀ-Þ][\w'’]*)*"
_PAIR = re.compile(rf"(?<![\w-])(?P<given>{_WORD})\s+(?:(?:[A-Z]\.?|{_WORD}|[(\"'“‘]{_WORD}[)\"'”’])\s+)?(?P<family>{_WORD})(?!\w)")
_APOLOGY = re.compile(r"\bapolog(?:y|ies|ised|etic)\b|\babsen(?:t|ce)\b", re.IGNORECASE)
_WHY = re.compile(
    r"\b(?:who|as\s+(?:he|she|they))\s+(?:was|were|is|are|had|has)\b[^.;\n]*|\([a-z]{3,}ing\b[^()\n]*\)|\b(?:due\s+to|owing\s+to|because\s+of|because|on\s+account\s+of"
    r"|following\s+(?:an?|his|her|their|surgery|illness|the\s+(?:birth|death|loss)))\b[^.;\n]*"
    r"|(?<=\w)\s[-–]\s[a-z][^.;,\n]*|(?<=[a-z] )\((?:[a-z][^()\n]{2,80})\)",
)
_ROLE = re.compile(
    r"\b(?:chair|vice|deputy|substitut|member|officer|councillor|clerk|director|cabinet|until|from|item|left|arriv|virtual|online|part)", re.IGNORECASE
)
_STANDS_IN = re.compile(r"\b(?:chair|substitut|represent|replac|appoint|elect)", re.IGNORECASE)
_OFFICE = re.compile(r"(?:county |parish |town |district |borough )?(?:councillor|cllr|coun|ald|lord|lady|sir|dame|baron|rt|mp|his|her|the)\b", re.IGNORECASE)
"""Titles of those who are public, or spoken of as such."""
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Master)\.?\s+$|^(?:Mr|Mrs|Ms|Miss|Mx|Master)\.?\s")
_TITLE_BEFORE = 12
_POST = (
    r"(?:chair\w*|clerk|treasurer|secretary|officer|director|manager|head\s+of|leader|inspector|sergeant|constable|solicitor|engineer|warden"
    r"|trustee|governor)"
)
_POST_BEFORE = re.compile(rf"(?:\b{_POST}\b[^.;,\n]{{0,30}}|\bcontact\s*)[\s:–(-]+$", re.IGNORECASE)
_POST_BEHIND = re.compile(rf"\s*[,(–-]\s*(?:the\s+|an?\s+)?(?:[\w&'’-]+\s+){{0,4}}{_POST}\b", re.IGNORECASE)
_POST_WORDS = 60
# Where the words about an absence end; a sentence that goes on about whoever is away ("She was unwell.") belongs to them.
_SENTENCES = re.compile(r"(?<!\b[A-Z])(?<!Mr|Ms|Dr)(?<!Mrs)(?<!Cllr)\.\s+(?=[A-Z])|\n\s*(?=[A-Z][A-Z ]{6})|\n\s*\n")
_OF_THE_SAME = re.compile(r"\.\s+(?:He|She|They)\b[^.]*$")
_GOES_ON = re.compile(r"\s*(?:,\s*[A-Z][a-z]+\s*){1,}(?:and|&)\s+[A-Z]|\s+(?:and|&)\s+[A-Z]")
_BEHIND = re.compile(r"[ \t]+([A-ZÀ-Þ][A-Za-zÀ-þ]+|statue|bridge)\b(?!\s*[A-ZÀ-Þ])")
_REACH = 300
_ABBREVIATION = 5


def strangers(document: Document, statements: Iterable[Statement], quoted: Collection[Span]) -> tuple[Span, ...]:
    """The spans of a text, outside of its quotes, that hold a name of nobody public or the reason for an absence.

    A name counts as public where its family name is that of a public person of the statements. It is better to cover a street called
    after somebody than to show somebody.
    """
    public = _public_families(statements)
    found = {with_rest(document.text, span) for span in (*_named(document, public), *_reasons(document))}
    open_ = sorted(span for span in quoted if span.document == document.id)
    return merged(span for span in found if not _touches(span, open_))


def quoted_strangers(document: Document, statements: Iterable[Statement], quoted: Collection[Span], named: Collection[Span]) -> tuple[Span, ...]:
    """The spans within the quotes of a text that hold a name of nobody public, where the words around it speak of a person.

    `named` are the places of names that the statements give to what is published: these stay.
    """
    public = _public_families(statements)
    open_, kept = sorted(span for span in quoted if span.document == document.id), sorted(named)
    found = (span for span in _named(document, public, sure=True) if _touches(span, open_) and not _touches(span, kept) and not _has_post(document.text, span))
    return merged(with_rest(document.text, span) for span in found)


def _has_post(text: str, span: Span) -> bool:
    """Whether a post stands beside a name: an officer is public in the post."""
    return bool(_POST_BEFORE.search(text, max(0, span.start - _POST_WORDS), span.start) or _POST_BEHIND.match(text, span.end))


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _public_families(statements: Iterable[Statement]) -> frozenset[str]:
    said = tuple(statements)
    public = {one.subject for one in said if (one.predicate, one.object) == (TYPE, PERSON)}
    names = (one.object.value for one in said if one.predicate == FAMILY_NAME and one.subject in public and isinstance(one.object, Literal))
    return frozenset(fold(part) for name in names for part in (name, *re.split(r"[\s-]+", name)))


def _named(document: Document, public: Collection[str], *, sure: bool = False) -> Iterator[Span]:
    """Where names stand that are not public; where `sure`, only those that a title or the words around them show to be a person's."""
    text = document.text
    families: set[str] = set()
    for person in people.find(text):
        title = person.name.title
        if _is_a_thing(text, person.start, person.end):
            continue
        whose = not sure or (title and not _OFFICE.match(title)) or in_context(text, person.start, person.end)
        if whose and _is_name(text[person.start : person.end], person.name) and fold(person.name.surname) not in public:
            families.add(person.name.surname)
            yield Span(document.id, person.start, person.end)
            yield from _home(document, person.end, public)
    for match in _PAIR.finditer(text):
        if _given(match["given"]) and fold(match["family"]) not in public and not _is_a_thing(text, *match.span()) and (not sure or _is_person(text, match)):
            families.add(match["family"])
            yield Span(document.id, *match.span())
            yield from _home(document, match.end(), public)
    families -= common_families(families)
    if families:
        words = "|".join(sorted(map(re.escape, families), key=lambda word: (-len(word), word)))
        for match in re.finditer(rf"(?<![\w-])(?:{_WORD}\s+)?(?:{words})(?:['’]s)?(?![\w-])", text):
            if not sure or _TITLED.search(text, max(0, match.start() - _TITLE_BEFORE), match.start()) or _TITLED.match(match.group() + " "):
                yield Span(document.id, *match.span())


def _is_a_thing(text: str, start: int, end: int) -> bool:
    """Whether a name, or the word behind it, ends as only places, firms and things do, or a part of it is what no name has: "Will Be", "Poppy Wreath"."""
    if _TITLED.match(text[start:end]):
        return False
    words = [fold(word) for word in text[start:end].replace("\n", " ").split()]
    behind = _BEHIND.match(text, end)
    last = {words[-1], fold(behind[1])} if behind else {words[-1]}
    return bool(last & folded_words("ends_no_person") or set(words[1:]) & folded_words("no_surname"))


def _home(document: Document, end: int, public: Collection[str]) -> Iterator[Span]:
    """The home behind a name that is not public, unless the next name of a list stands there."""
    place = home_behind(document.text, end)
    words = document.text[slice(*place)].split() if place else []
    if place and not known_given(words[0]) and not any(fold(word) in public for word in words) and (len(words) > 1 or not _listed(document.text, place[1])):
        yield Span(document.id, *place)


def _listed(text: str, end: int) -> bool:
    """Whether a list of surnames goes on behind a word: "Quill, Marsden and Hay"."""
    return bool(_GOES_ON.match(text, end))


def _given(word: str) -> bool:
    """Whether a word is a given name, of any of the lists."""
    return known_given(word) or fold(word) in _more()


@cache
def _more() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon.words("given", "more"))


def _is_person(text: str, match: re.Match[str]) -> bool:
    """Whether a given name and a capitalised word are somebody in the words around them, and no street, school or firm that bears a name."""
    whole = not goes_on(text, match.end()) and not inside(text, match.start()) and fold(match["family"]) not in common_words()
    return whole and in_context(text, match.start(), match.end())


def common_families(families: Collection[str]) -> frozenset[str]:
    """The family names that are ordinary words too: alone they are nobody's name."""
    return frozenset(family for family in families if fold(family) in common_words())


def _is_name(printed: str, name: Name) -> bool:
    """Whether words are somebody's name: no abbreviation, and nothing that ran together over a line."""
    short = printed.replace(".", "").isupper() and len(name.surname) <= _ABBREVIATION
    return not short and (bool(name.title) or ("\n" not in printed and bool(name.given) and (known_given(name.given.split()[0]) or "." in name.given)))


def _reasons(document: Document) -> Iterator[Span]:
    """Why somebody sent apologies, in whatever form it is told near the word."""
    for apology in _APOLOGY.finditer(document.text):
        for match in _WHY.finditer(document.text, apology.start(), min(apology.end() + _REACH, len(document.text))):
            between = document.text[apology.end() : match.start()]
            if len(_SENTENCES.findall(between)) > bool(_OF_THE_SAME.search(between)):
                break
            words = match.group().lstrip(" (-–")
            stands_in = _STANDS_IN.search(words) if match.group()[0].isalpha() else _ROLE.match(words)
            if not stands_in:
                yield Span(document.id, *match.span())
