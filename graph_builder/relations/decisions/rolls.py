"""The paragraphs of an item go in; out come the votes by name in them: under heads, in sentences, in lists and in tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language import people as persons
from graph_builder.language.lists import names_in
from graph_builder.language.names import Name, parse
from graph_builder.language.passages import Passage
from graph_builder.paper import Paragraph


class Vote(NamedTuple):
    """One vote by name: `for`, `against` or `abstained`, whose it is, where the name stands; `on` is `motion` or `amendment` where the words say."""

    how: str
    name: Name
    passage: Passage
    start: int
    end: int
    on: str = ""


class Cast(NamedTuple):
    """A vote with the number of its paragraph in the item."""

    paragraph: int
    vote: Vote


_NONE: Final = frozenset("none nil no nobody n/a na noone".split())
_NAMED = re.compile(r"[A-Z]|the\b")
# Where a list of voters ends: the next sentence, or what became of the motion, where no full stop stands before it.
_OVER = re.compile(
    r"(?<![A-Z])\.\s+(?=[A-Z][a-z]+\s+[a-z])|\s*\.{4,}"
    r"|\s+(?=(?:The|This|That|An?)\s+(?:\w+\s+){0,2}?(?:motion|amendment|proposal|proposition|recommendations?|vote|result|application|resolution|council|committee)\b)"
    r"|\s+(?=(?:RESOLVED|Resolved|AGREED|CARRIED|LOST|Motion\s+(?:carried|lost)|It\s+was)\b)|;\s*$"
)
_COUNT_LAST = re.compile(r"[\s.…–-]*[(\[]?\b\d{1,3}\s*[)\]]?\s*$")
_SMALL = re.compile(
    r"\b(?:and|the|van|von|de|der|den|du|la|le|di|convener|convenor|provost|chair(?:man|person)?|vice|mayor|lord|deputy|depute)\b", re.IGNORECASE
)
_WORD = re.compile(r"\b[a-z]{3,}\b")
_RUNNING = re.compile(r"\b[a-z]{3,}\b|\d")
_ASKED = re.compile(
    r"\b(?:asked|requested|wished|asking|requesting)\s+(?:(?:that|for|it\s+(?:to\s+)?be\s+recorded\s+that)?\s*(?:his|her|their|the)\s+"
    r"(?:votes?\s+(?P<how>against|for)|(?P<abst>abstentions?))\b.{0,40}?\b(?:recorded|noted|minuted)"
    r"|(?:that\s+)?it\s+(?:to\s+)?be\s+(?:recorded|noted|minuted)\s+that\s+(?:he|she|they)\s+(?:had\s+)?(?:voted\s+(?P<voted>against|for)|abstained))",
    re.IGNORECASE,
)
_MATTER = re.compile(r"\b(?:motion|amendment|proposal|proposition|recommendations?|minutes|application|budget|resolution)\b", re.IGNORECASE)
_MARK = re.compile(r"[xX✓✔√/1*●•]|yes|Y", re.IGNORECASE)


@cache
def _ways() -> str:
    """How those listed voted, as an alternative of named groups."""
    return "|".join(rf"(?P<{name}>{words})" for name, words in lexicon.load("decisions")["votes"].items())


@cache
def _head() -> re.Pattern[str]:
    """The head of a list of voters: "For (4):", "There voted against the amendment:", "Abstained from voting -"."""
    who = r"(?:(?:there|those|the\s+following(?:\s+\w+){0,2}|members?|councillors?)\s+(?:who\s+|that\s+)?(?:were\s+|had\s+)?)"
    of = r"\s+(?:of\s+)?(?:the|this|a)\s+[\w'’-]+"
    number = r"\s*(?:[-–]\s*)?[(\[]?\s*\d{1,3}(?:\s+(?:votes?|members?|councillors?))?\s*[)\]]?"
    return re.compile(
        rf"(?:(?<=[\s.;,])|^)(?P<lead>{who}?(?:(?:voted|voting|votes?|cast)\s+(?:cast\s+)?)?)(?P<way>(?:{_ways()}))\b"
        rf"(?:\s+(?:from\s+)?voting)?(?P<of>{of}[^.:;()\n–]{{0,60}}?)?(?P<n>{number})?\s*(?P<mark>[:–—-]+|(?=\s*$)|(?<=\))(?=\s+[A-Z]))\s*",
        re.IGNORECASE,
    )


@cache
def _told() -> re.Pattern[str]:
    """Those who voted, and how: "Councillors Hall and Rae voted against", "(Cllr Webb abstained)"."""
    ways = lexicon.load("decisions")["votes"]
    who = r"(?P<who>(?:Councillors?|Cllrs?|Alderm[ae]n|Ald|Mr|Mrs|Ms|Dr)\.?\s+[A-Z][^;:()\n]{1,400}?)"
    way = f"(?P<for>{ways['for']})|(?P<against>{ways['against']})"
    voted = rf"(?:(?:then|both|all|each|also)\s+)?(?:vot(?:ed|ing)\s+(?:{way})|(?P<abstained>abstain(?:ed|ing)))\b"
    return re.compile(rf"(?:^|(?<=[.;,(]\s)|(?<=[(;])|(?<=\band\s)|(?<=\bwith\s)){who},?\s+{voted}")


def find(paragraphs: Sequence[Paragraph]) -> Iterator[Cast]:
    """The votes by name in the paragraphs of an item, in their order."""
    columns: dict[int, str] = {}
    under: tuple[str, str] | None = None
    for number, paragraph in enumerate(paragraphs):
        passage = paragraph.passage
        if len(paragraph.cells) > 1:
            columns = _columns(paragraph.cells) or columns
            yield from (Cast(number, vote) for vote in _row(paragraph.cells, columns))
            continue
        columns = {}
        if under and is_names(passage.text):
            yield from (Cast(number, vote) for vote in _listed(passage, *under))
            continue
        found = (*_asked(passage), *_under_heads(passage), *_sentences(passage), *_lines(paragraph), *_unmarked(paragraph))
        yield from (Cast(number, vote) for vote in found)
        under = _opens(passage.text)


def _how(match: re.Match[str]) -> str:
    return next((way for way in ("for", "against", "abstained") if match.groupdict().get(way)), "")


def _on(words: str | None) -> str:
    words = (words or "").casefold()
    return "amendment" if "amendment" in words else "motion" if "motion" in words else ""


def _heads(text: str) -> list[re.Match[str]]:
    """The heads of lists of voters in a text; a small "for" is none, unless it stands where a sentence may begin or has a number."""
    found = [m for m in _head().finditer(text) if m["lead"] or m["n"] or not m["of"] or _MATTER.search(m["of"])]
    return [m for m in found if not m["way"][0].islower() or m["lead"] or "(" in (m["n"] or "") or text[: m.start()].rstrip()[-1:] in ".;,:-"]


def _opens(text: str) -> tuple[str, str] | None:
    """How those listed in the next paragraph voted, and on what; None where a paragraph is no head of such a list."""
    heads = _heads(text)
    return (_how(heads[-1]), _on(heads[-1]["of"])) if heads and heads[-1].end() >= len(text.rstrip()) and (len(text) < 160) else None


def _under_heads(passage: Passage) -> Iterator[Vote]:
    heads = _heads(passage.text)
    for head, stop in zip(heads, [*(head.start() for head in heads[1:]), len(passage.text)], strict=False):
        if _how(head) and _NAMED.match(passage.text, head.end()):
            yield from _listed(passage.cut(head.end(), stop), _how(head), _on(head["of"]))


def _listed(passage: Passage, how: str, on: str) -> Iterator[Vote]:
    """The votes of a list of names, up to where it ends."""
    over = _OVER.search(passage.text)
    names = passage.cut(0, over.start()) if over else passage
    names = names.cut(0, _running(names.text))
    count = _COUNT_LAST.search(names.text)
    names = names.cut(0, count.start()) if count else names
    for name, start, end in names_in(names) if how and names.text else ():
        if name.printed.casefold() not in _NONE and not _SMALL.fullmatch(name.surname):
            yield Vote(how, name, names, start, end, on)


def _running(text: str) -> int:
    """Where running text begins behind a list of names: at the mark before the first common word."""
    word = next((word for word in _WORD.finditer(text) if not _SMALL.fullmatch(word.group())), None)
    if word is None:
        return len(text)
    return max((mark.start() for mark in re.finditer(r"[;,.]\s|\s[-–]\s", text[: word.start()])), default=0)


def is_names(text: str) -> bool:
    """Whether a text is nothing but a list of people, with their number behind them at most."""
    over = _OVER.search(text)
    words = _SMALL.sub("", _COUNT_LAST.sub("", text[: over.start()] if over else text))
    return bool(_NAMED.match(text)) and not text.isupper() and not _RUNNING.search(words) and not (over and over.end() < len(text.rstrip(" .0123456789")))


def _asked(passage: Passage) -> Iterator[Vote]:
    """The votes that members asked to be recorded."""
    text = passage.text
    for asked in _ASKED.finditer(text):
        sentence = max(text.rfind(". ", 0, asked.start()) + 1, 0)
        for person in persons.find(text[sentence : asked.start()]):
            how = (asked["how"] or asked["voted"] or "abstained").casefold()
            yield Vote(how, person.name, passage, sentence + person.start, sentence + person.end)


def _sentences(passage: Passage) -> Iterator[Vote]:
    for told in _told().finditer(passage.text):
        names = passage.cut(*told.span("who"))
        if is_names(names.text):
            behind = re.match(r"[^.;,]{0,40}", passage.text[told.end() :])
            yield from _listed(names, _how(told), _on(behind.group() if behind else ""))


def _lines(paragraph: Paragraph) -> Iterator[Vote]:
    """Lines that give a name and how it voted: "Councillor Bell - For"."""
    for passage in [line.passage for line in paragraph.lines] or [paragraph.passage]:
        match = re.fullmatch(rf"(?P<who>[A-Z][^:;]{{4,50}}?)\s*(?:[-–:]|\s)\s*(?P<way>(?i:{_ways()}))\.?", passage.text)
        name = parse(match["who"], bare=False) if match and match["way"][0].isupper() else None
        if match and name and _how(match):
            yield Vote(_how(match), name, passage, match.start("who"), match.end("who"))


def _unmarked(paragraph: Paragraph) -> Iterator[Vote]:
    """Lines of names between how they voted and their number: "For A Bell, C Dunn and R Hall 3"."""
    for passage in [line.passage for line in paragraph.lines] or [paragraph.passage]:
        match = re.fullmatch(rf"(?P<way>(?i:{_ways()}))\s*(?P<who>[A-Z].{{3,2000}}?)\s*\d{{1,3}}", passage.text)
        if match and match["way"][0].isupper() and is_names(match["who"]):
            yield from _listed(passage.cut(*match.span("who")), _how(match), "")


def _way(text: str) -> str | None:
    """How the head of a column or a row says that people voted; None where it is none."""
    match = re.fullmatch(rf"(?:votes?\s+|voted\s+)?(?:{_ways()})(?:\s+(?:the\s+)?(?:motion|amendment))?\W*\d*\W*", text.strip(), re.IGNORECASE)
    return _how(match) if match else None


def _columns(cells: Sequence[Passage]) -> dict[int, str]:
    """Which columns list those for, against and abstaining, where a row is the head of such a table; a column 0 of names gives none."""
    ways = {at: way for at, cell in enumerate(cells) if (way := _way(cell.text)) is not None}
    return ways if len(ways) > 1 and len(ways) >= len(cells) - 1 else {}


def _row(cells: Sequence[Passage], columns: dict[int, str]) -> Iterator[Vote]:
    """The votes of a row: under columns of names or of marks, or behind a first cell that says how, or before a last one that does."""
    ways = [_way(cell.text) for cell in cells]
    if ways[0] is not None and not columns:
        yield from _listed(cells[1], ways[0], "")
    elif columns and ways[min(columns)] is None:
        for at, how in columns.items():
            if at >= len(cells) or not cells[at].text.strip():
                continue
            if _MARK.fullmatch(cells[at].text.strip()):
                yield from _listed(cells[0], how, "") if 0 not in columns else ()
            else:
                yield from _listed(cells[at], how, "")
    elif not columns and ways[-1] and parse(cells[0].text, bare=True):
        yield from _listed(cells[0], ways[-1], "")
