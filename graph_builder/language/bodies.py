"""Names of bodies: committees, councils, schools, trusts and inspectorates as running text and headings print them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language import body_edges, body_fronts

SMALL: Final = frozenset("and of the for in on to at with de la y an a or by from".split())
_CAPITAL = "[A-ZÀ-Þ]"
_REST = r"[\w'’/]*(?:-[\w'’]+)*"
_WORD = _CAPITAL + _REST
# What may not stand before a name; it is asked behind the first letter, so that the search stays one for capitals, which is fast.
_FRESH = r"(?<![\w'].)"

# Heads that are often the middle of a longer phrase: "Dedicated Schools Grant", "SEND Group Manager".
_NEEDS_END = re.compile(
    r"(?:Schools?|Group|Team|Network|Partnership|Hub|Academy|Service|Trust|Executive|Commission|Union|Company|College|Club|Hospital)$", re.IGNORECASE
)
# "Councillor Josh Tindall Barrow Fell Council": a row of a table, in which nothing tells where the person ends.
_PERSON_FIRST = re.compile(r"(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Chief\s+Constable)\b\.?\s|.*\bChief\s+Executive$", re.DOTALL)
_JOINS = re.compile(r"\s+and\s+(?:the\s+)?")
# "Police and Crime Panel": the head of one body within the name of another.
_ONE_PHRASE = re.compile(r"Police\s*(?:,|and|&)\s*(?:Fire\s+and\s+)?Crime\b")
# What a body issues: "Safeguarding Children Partnership Annual Report". A longer phrase of another kind has other words there.
_ISSUES = re.compile(r"\s+(?:Annual\s+(?:Report|Review|Plan)|Business\s+Plan|Half[- ]Yearly\s+Report|Quarterly\s+Report|Minutes|Terms\s+of\s+Reference)\b")
_CAPITALISED = re.compile(r"\s+[A-Z][a-z]")
_INSPECTORATE = re.compile(r"(?:Joint\s+)?(?P<first>Ofsted|CQC)(?:\s+and\s+(?:the\s+)?)")
_BETWEEN = re.compile(r"[\s&]+")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){1,3}$")
_FIRM = re.compile(r"(?:[A-Z][\w'’-]*\s+(?:(?:&|and)\s+)?){1,3}(?:Ltd|Limited|LLP|Plc|PLC|plc)\b")
# "Special Expenses on Council", "Nursing in the Health Board": the head is not the body that the words before it name.
_ON_A_BODY = re.compile(
    r"\s(?i:on|in|to|at|by|with|from)\s+(?i:the\s+)?(?i:(?:full|parish|town)\s+)?(?:Council|COUNCIL|Committee|Panel|Board|Cabinet|Executive|Health\s+Board|School|College|Hospital|University|Academy|(?:Community\s+)?Hub)$"
    r"|\b(?i:held)\s"
)
# "Environment and Cabinet": what stands behind "and" is a body of its own, without a name.
_AND_GENERAL = re.compile(
    r"(?<!Committee\s)(?<!Board\s)(?<!Panel\s)\band\s+(?:the\s+)?(?:Full\s+)?(?:Council|Cabinet|Committee|Healthwatch|Care\s+Inspectorate|Schools?|(?:Parish|Town|District|Borough)\s+Council|(?<!City\sand\s)County\s+Council)$"
)
# "Emma Storey, Committee Services", "Council Tax": the head is the first word of something else.
_GOES_ON = re.compile(
    r"(?<=Committee)\s+(?:Clerk|Officer|Administrat\w+|Services|Secretary|Support|Manager)\b|(?<=Council)\s+(?:Tax|Chamber)\b"
    r"|(?<=Police)\s+(?:Station|Office|Report|Matters|Update|Business)\b"
)
_KIND_NAMES: Final = frozenset("agency association charity company department inspectorate nhs police regulator".split())
_MOST_WORDS: Final = 14
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_MEETINGS = re.compile(r"(?<!\bparish)(?<!\btown)(?<!\bcommunity)(?:'s)?\s+(?:meetings?|minutes)$", re.IGNORECASE)
_FIRST_LETTER = re.compile(r"(?:^|(?<=[/-]))(?:[^\w/-]|[\d_])*[^\W\d_]")
# What a council has one of, so that the word alone is a name: "Kirkby City Council Cabinet", but not "Kirkby Council Forum".
_ALONE: Final = frozenset(("cabinet", "executive", "assembly"))
_KIND_OF_COUNCIL = re.compile(r"\s+(?:County|City|Borough|District)?\s*Council$")


class Body(NamedTuple):
    """A body's name in a text, with its offsets there."""

    name: str
    start: int
    end: int


@cache
def meeting_head() -> re.Pattern[str]:
    """A word that the name of a body that meets ends in, in any case."""
    heads = "|".join(re.escape(w).replace(r"\ ", r"\s+").replace(r"\-", "[- ]?") for w in lexicon.words("bodies", "meeting_heads"))
    return re.compile(rf"\b(?:{heads})\b", re.IGNORECASE)


@cache
def _run() -> re.Pattern[str]:
    """A run of capitalised words, with small words between them."""
    return re.compile(rf"{_CAPITAL}{_FRESH}{_REST}(?:(?:\s+(?:and|of|the|for|in|on|upon|&|de|le)){{0,3}}\s+(?:{_WORD})|\s+&\s+{_WORD})*")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_capital_heads()})(?:\s+(?:of|for)\s+(?:(?:East|West|North|South|Central)\s+)?{_WORD})?\b(?!['-])")


@cache
def _capital_heads() -> str:
    words = dict.fromkeys(lexicon.words("bodies", "other_heads"))
    return "|".join(r"\s+".join(_capital(part) for part in w.split()) for w in words)


def _capital(word: str) -> str:
    if word in {"and", "of"}:
        return word
    return f"(?:{word[0].upper()}{re.escape(word[1:])}|{re.escape(word.upper())})"


@cache
def _sentence_case() -> re.Pattern[str]:
    heads = "|".join(f"[{w[0]}{w[0].upper()}]" + re.escape(w[1:]).replace(r"\ ", r"\s+") for w in lexicon.words("bodies", "small_heads"))
    no_part = r"the\b|was|were|is|are|had|has|that|which|who|by|from|to|at|held|noted|agreed"
    no_part += r"|(?:when|its|their|will|would|if|whether|been|be|meeting|including|such|an?|any|as)\b"
    words = rf"(?:\s+(?!{no_part})[\w'&-]+){{0,6}}?"
    return re.compile(rf"[A-Z](?<![\w'(.].)[\w'-]{{1,60}}{words}\s+(?:{heads})\b(?!-)")


@cache
def _small_endings() -> frozenset[str]:
    """The last words of the heads in small letters: a text without any of them names no body in sentence case."""
    return frozenset(words.split()[-1] for words in lexicon.words("bodies", "small_heads"))


@cache
def _known() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(n) for n in sorted(_national_names(), key=lambda n: (-len(n), n))) + r")\b")


@cache
def _national_names() -> tuple[str, ...]:
    return tuple(n for label, entry in lexicon.load("bodies")["national"].items() for n in (label, *entry.get("names", ())))


@cache
def national(name: str) -> tuple[str, str, str] | None:
    """The shown name, id and kind of a national body by any of its names, or None."""
    for label, entry in lexicon.load("bodies")["national"].items():
        if name.casefold() in {label.casefold(), *(str(n).casefold() for n in entry.get("names", ()))}:
            return label, entry["id"], entry["kind"]
    return None


@cache
def _begun() -> re.Pattern[str]:
    """A name that begins with its head: "Healthwatch Merrowshire", "Department for Infrastructure"."""
    word = r"(?!Meeting|Report|Minutes|Agenda|Board|Act|Plan|Committee|Officials|Officers)[A-ZÀ-Þ][\w'’-]*"
    plain, joined = ("|".join(lexicon.words("bodies", key)) for key in ("first_heads", "first_heads_joined"))
    more = r"(?!NHS\b|Department\b)"
    return re.compile(
        rf"\b(?:(?:{plain})\s*(?<=\s){word}(?:(?:\s+of)?[ ]{word}){{0,3}}|(?:{joined})\s*(?<=\s){word}(?:[ ]{more}{word}){{0,3}}"
        rf"(?:(?:,[ ]{word}(?:[ ]{word})?)*,?\s+(?:and|&)\s+{more}{word}(?:[ ]{more}{word}){{0,2}})?)"
    )


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in lexicon.load("bodies")["kinds"])


def kind_of(name: str) -> str:
    """The kind of body that a name tells, as a local name of `bodykind:`; empty where it tells none."""
    known = national(name)
    if known is not None:
        return known[2] if known[2] in _KIND_NAMES else ""
    return next((kind for kind, pattern in _kinds() if pattern.search(name)), "")


def find(text: str) -> Iterator[Body]:
    """The bodies that a text names, in order, longest name first where two overlap."""
    taken = 0
    for start, end in sorted(set(_places(text)), key=lambda place: (place[0], -place[1])):
        if start >= taken:
            taken = end
            yield Body(" ".join(text[start:end].split()), start, end)


def _places(text: str) -> Iterator[tuple[int, int]]:
    if any(name in text for name in _national_names()):
        yield from (match.span() for match in _known().finditer(text) if not body_edges.is_act(text, *match.span()))
    if text.isupper():
        return
    begun = {match.start(): match.end() for match in _begun().finditer(text) if not _known().match(text, match.start())}
    yield from begun.items()
    for run in _run().finditer(text):
        if len(run.group().split()) > 1:
            yield from _in_run(text, run, begun.get(run.start(), run.start() - _shortened(text, run)))
    if any(ending in text for ending in _small_endings()):
        for match in _sentence_case().finditer(text):
            yield from _trimmed(text, *match.span())


def _shortened(text: str, run: re.Match[str]) -> int:
    """How many letters before a run are of its name: "St. Michaels School", "K. Plant Ltd"."""
    saint = 4 * text.startswith("St. ", run.start() - 4)
    initials = _INITIALS.search(text, max(0, run.start() - 12), run.start()) if _FIRM.match(run.group()) else None
    return saint or len(initials.group() if initials else "")


def _in_run(text: str, run: re.Match[str], start: int) -> Iterator[tuple[int, int]]:
    """The bodies in a run of capitalised words: one ends in each head behind which "and" begins another, and the last at the last head."""
    begin, last = body_edges.listed(text, start, run.end()), None
    if begin is None:
        return
    start = begin
    for head in _heads().finditer(text, start, run.end()):
        if _ONE_PHRASE.match(text, head.start()):
            continue
        if last is not None and _JOINS.match(text, last.end(), head.start()):
            yield from _trimmed(text, start, last.end())
            start = last.end()
        last = head
    if last is None or _GOES_ON.match(text, last.end()):
        return
    if body_fronts.is_of_people(text[start : last.end()]) and not text.startswith(" and", last.end()):
        yield from _trimmed(text, start, start + body_edges.without_occasion(text[start : run.end()]))
    elif not (_NEEDS_END.search(last.group()) and _CAPITALISED.match(text, last.end())) or _ISSUES.match(text, last.end()):
        yield from _trimmed(text, start + (text[start] == " "), last.end())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The place without what stands in front of a name; none where only general words are left."""
    start += body_fronts.begin(text[start:end])
    end = start + body_edges.whole(text[start:end])
    joined = _INSPECTORATE.match(text, start, end)
    if joined and joined.end() < end:
        yield joined.span("first")
        start = joined.end()
    if _is_name(text[start:end]) and not body_edges.is_of_a_kind(text, start, end):
        yield start, end


def _is_name(name: str) -> bool:
    """Whether words that end in a head are the name of one body, and no general words alone."""
    words = [w.casefold() for w in _BETWEEN.split(name) if w]
    if not 2 <= len(words) <= _MOST_WORDS or not name[0].isupper() or "articles of" in name.casefold() or _PERSON_FIRST.match(name):
        return False
    if _ON_A_BODY.search(name) or _AND_GENERAL.search(name) or body_edges.is_any(name):
        return False
    general = len(words) < 5 and set(words) <= _words("generic")  # five general words are a name all the same
    named = words[0] not in _words("not_before_general") or not set(words[1:]) <= _words("generic") | {"forum"}
    return words[0] not in _words("not_first") and not general and named


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(lexicon.words("bodies", key))


def tidy(name: str) -> str:
    """A body's name for showing: no article, no stray marks, ordinary case instead of capitals."""
    name = " ".join(name.split()).strip(" .,:;-–—*")
    name = _MEETINGS.sub("", _ARTICLE.sub("", name))
    return ordinary_case(name) if name.isupper() and len(name.split()) > 1 else name


def ordinary_case(name: str) -> str:
    """A name that is printed in capitals, in title case."""
    words = name.casefold().split()
    return " ".join(w if i and w in SMALL else _cap(w) for i, w in enumerate(words))


def _cap(word: str) -> str:
    """A word with each of the parts between its hyphens and slashes capitalised at its first letter: `(Children's`, `Well-Being`."""
    return _FIRST_LETTER.sub(lambda match: match.group().upper(), word)


def split_council(name: str, council: str) -> str:
    """A body's name without its council's in front: `Limerick City and County Council's Travel Committee` is the Travel Committee."""
    for form in filter(None, dict.fromkeys((council, _KIND_OF_COUNCIL.sub(" Council", council)))):
        match = re.match(re.escape(form) + r"(?:'s|’s)?[\s,:–-]+(?=\S)", name, re.IGNORECASE)
        rest = tidy(name[match.end() :]) if match else ""
        if meeting_head().search(rest) and (" " in rest or rest.casefold() in _ALONE):
            return rest
    return name


def is_authority(name: str) -> bool:
    """Whether a name is a council's: a Youth Council is none, but a Youth Town Council would be."""
    if not council_regex().fullmatch(name):
        return False
    before = name.casefold().replace("'", "").replace("’", "").split()[:-1]
    return not before or before[-1] not in lexicon.words("bodies", "no_authority")


@cache
def council_regex() -> re.Pattern[str]:
    """The name of a council: `X County Council`, `London Borough of X`, `City of X Council`."""
    word = r"[A-ZÀ-Þ][\w'’-]{0,60}+"
    small = r"(?:and|upon|on|in|of|the|under|by|le|with|&)"
    place = rf"{word}(?:(?:(?:\s+|-){small}){{0,3}}(?:\s+|-){word}){{0,6}}"
    kinds = r"(?:Metropolitan\s+|Royal\s+)?Borough|County|City\s+and\s+County|City|District|Town|Parish|Community|Metropolitan\s+District"
    first = "|".join(re.escape(word) for word in lexicon.words("bodies", "no_council_first"))
    no_place = (
        rf"(?:{first})\b|(?:City\s+and\s+County|Town|Parish|County|City|Community|Borough|District)\s+Council\b|The\s+Council"
        r"|(?:(?!Council\s+(?:(?:Draft|Approved|Unapproved|Confirmed|Unconfirmed)\s+)?Minutes)[A-Z][\w'’-]*\s+){0,4}(?:Meetings?|Minutes|Leader|Mayor|Chair\w*|Members?|Working\s+Groups?|Clerk)\s+(?:of|for|to)\b|[A-Z]{2,6}\s+Council\b"
    )
    return re.compile(
        rf"(?<![\w'])(?!{no_place})(?:(?:Royal\s+|London\s+)?Borough\s+of\s+{place}|City\s+of\s+{place}\s+Council\b"
        rf"|{_listed_places()}|{place}?\s+(?:{kinds})\s+Council\b|{place}\s+Council\b)(?:'s)?"
    )


def _listed_places() -> str:
    """The principal councils whose names are lists of places, "A, B and C District Council", as a pattern in any case."""
    names = {row["name"] for row in lexicon.table("councils") if "," in row["name"]}
    spaced = (re.escape(name).replace(r"\ and\ ", r"\s+(?:and|&)\s+").replace(r"\ ", r"\s+") for name in sorted(names))
    return rf"(?i:{'|'.join(spaced)})\b"
