"""Lines and tables under a heading of interests become rows: who, in what, in which role, of which kind, under which item's number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph_builder.language import people as persons
from graph_builder.language.names import parse
from graph_builder.language.passages import Passage
from graph_builder.language.people import Person
from graph_builder.language.sentences import split
from graph_builder.paper import Paragraph
from graph_builder.relations.interests.interest_words import ITEM_WORDS, KIND, before_the_end, item_number, roles, tidy_kind, without_number

_DASHED = re.compile(r"^(?P<who>[^–—:-]{4,80}?(?:-[A-Z][^–—:-]*)?)\s*(?:[–—:]|\s-|-\s)\s*(?P<what>\S.{3,})$", re.DOTALL)
_NUMBER = re.compile(r"^(?:(?:agenda\s+)?items?\s*(?:no\.?)?\s*\d+(?:/\d+)?\s*[-–—:,]?|\d{1,4}/\d{1,4}\s*[-–—:,])\s*", re.IGNORECASE)
_BODY_FIRST = re.compile(r"(?:(?:agenda\s+)?item\s+\d+\s*[-–—:,]\s*)?(?P<where>[A-Z][^,]{2,80}),\s+(?:an?\s+)?(?P<role>[a-z][^,.]{2,60})\.?")
_KIND_ALONE = re.compile(rf"\s*{KIND}(?:interests?)?\s*\(?(?:DPI|ORI|NRI)?\)?\s*\.?", re.IGNORECASE)
_KIND_WITHIN = re.compile(rf"(?<![A-Za-z]){KIND}interests?\b", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    r"\s*(?:(?:agenda\s+)?(?:items?|minutes?)\s*(?:no\.?\s*)?)?(?P<number>[A-Z]{0,4}[. /-]?\d{1,4}(?:[./]\d{1,4}){0,3}(?:[a-z]|\([a-z]\))?)"
    r"(?:\s{0,2}(?:&|and|,)\s{0,2}(?:minutes?\s)?[\w./()]{1,12}){0,6}\s*",
    re.IGNORECASE,
)
# "Jane Hill, items 9 a and 10, Other Interest"
_COMMAS = re.compile(rf"(?P<who>[^,]{{4,60}}),\s*(?P<items>(?:agenda\s+)?(?:items?|minutes?)\b[^.;]{{1,60}}?),\s*{KIND}interests?\.?", re.IGNORECASE)
# "Minute 67 - Review of HRA Land - Non-pecuniary interest - Member of the Board", below a councillor's name
_PIECES = re.compile(r"\s+[-–—]\s+|\s*[–—]\s+")
# The item stands first: "Item 9.15 – Councillor Hay", "Agenda Item 6.2: Audit Panel - Councillors Hall and Dunn; and".
_ITEM_FIRST = re.compile(
    rf"\W*(?P<item>{ITEM_WORDS})(?:\s*[-–—:,]\s*(?P<title>[A-Z(].*?))??\s*[-–—:]\s*"
    r"(?P<who>(?:the\s+)?(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Ald(?:erm[ae]n)?)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
# "Cllr Hall item 12i."
_ITEM_BEHIND = re.compile(rf"\W*(?P<who>\D{{4,80}}?)\s*[-–—:,]?\s+(?:in\s+)?(?P<item>{ITEM_WORDS}(?:\s*(?:,|and|&)\s*[\d.]+[a-z]?)*)[\s.;]*", re.IGNORECASE)
_JOINS = re.compile(r"(?:[\s,;&.]|\band\b)*", re.IGNORECASE)
_DECLARES = re.compile(r"\b(?:declared|disclosed|stated|advised|informed)\b", re.IGNORECASE)
_NOTHING = re.compile(r"(?:none|nil|no\b|n/?a\b|nothing|had\s+(?:made\s+)?no\b|not\b)", re.IGNORECASE)
# Cells that tell neither matter nor nature: what the member did then.
_ASIDE = re.compile(r"\s*(?:all\s+items?|yes|no|n/?a|(?:spoke|voted|left|remained|withdrew|took|stayed|did\s+not)\b.{0,60})\s*", re.IGNORECASE)
_ABSENT = re.compile(r"\b(?:apolog|absen|present)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One interest of a list or table; texts are empty where the row does not tell them."""

    person: Person
    organisation: str
    role: str
    kind: str
    number: str


class Reader:
    """Reads the paragraphs under a heading one by one; a councillor's name alone on a line is that of the lines below it."""

    def __init__(self) -> None:
        self.above: Person | None = None

    def take(self, paragraph: Paragraph) -> Iterator[Row]:
        """The interests of the next paragraph, where it is a row of a table or a line of a list."""
        passage = paragraph.passage
        if _DECLARES.search(passage.text) and not paragraph.cells:
            return  # sentences, and no list
        if len(paragraph.lines) > 1 and (rows := self._each_line(paragraph)):
            yield from rows
            return
        cells = paragraph.cells or (paragraph.lines[0].columns if len(paragraph.lines) == 1 else ())
        yield from self._line(passage, cells)

    def _each_line(self, paragraph: Paragraph) -> list[Row]:
        """The interests of a paragraph whose lines, but for a head of columns at most, are one each; none where its lines are mere wraps."""
        above, rows = self.above, [list(self._line(line.passage, line.cells or line.columns)) for line in paragraph.lines]
        if sum(map(bool, rows)) >= max(1, len(rows) - 1):
            return [row for found in rows for row in found]
        self.above = above
        return []

    def _line(self, passage: Passage, cells: Sequence[Passage]) -> Iterator[Row]:
        commas = _COMMAS.fullmatch(passage.text.strip())
        if len(cells) >= 2 and (row := _table_row(passage, cells)):
            yield row
        elif commas and (person := _alone(commas["who"])):
            yield Row(person, commas["items"].strip(), "", tidy_kind(commas["kind"]), item_number(commas["items"]))
        elif person := _alone(passage.text):
            self.above = person
        elif self.above is not None and (row := _below(self.above, passage.text)):
            yield row
        elif "interest" not in passage.text.casefold():
            self.above = self.above if len(passage.text.split()) <= 12 else None
            if sum(1 for _ in split(passage.text)) == 1:
                yield from lines(passage)


def is_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a row, or a line of somebody's interest, and no heading."""
    text = paragraph.passage.text.strip()
    return bool(paragraph.cells or _alone(text) or _COMMAS.fullmatch(text) or next(lines(paragraph.passage), None))


def lines(passage: Passage) -> Iterator[Row]:
    """The interests of a line: the item first, or behind the names, or `Councillor Duffy – Chair of the Vale Trust`."""
    text = passage.text
    first, behind = _ITEM_FIRST.fullmatch(text), _ITEM_BEHIND.fullmatch(text)
    match = first or behind
    who, rest = _named(match["who"], match.start("who")) if match else ([], "")
    if match is None or not who or (rest and not first):
        yield from dashed(passage)
        return
    title = without_number((match.groupdict().get("title") or "").strip(" ,;–—-"))
    for organisation, role in [pair for pair in roles(rest) if pair[0]] or [(title or match["item"].strip(" ."), rest)]:
        for person in who:
            yield Row(person, organisation, role, "", item_number(match["item"]))


def _named(text: str, shift: int) -> tuple[list[Person], str]:
    """The people that a text begins with, at their places, and what it tells behind a dash, a colon or a comma; nobody where other words stand between."""
    found = list(persons.find(text))
    at = 0
    for number, person in enumerate(found):
        if not _JOINS.fullmatch(text, at, person.start) and text[at : person.start].strip().casefold() != "the":
            found = found[:number]
            break
        at = person.end
    rest = re.match(r"(?:[\s.;]|\band\b)*$|\s*[-–—:,(]\s*(?P<rest>[^()]{3,}?)\)?[\s.;]*$", text[at:], re.DOTALL)
    if not found or rest is None:
        return [], ""
    return [Person(p.name, shift + p.start, shift + p.end, p.sure) for p in found], rest["rest"] or ""


def dashed(passage: Passage) -> Iterator[Row]:
    """The interests of a line: `Councillor Duffy – Independent Chair of WANDS Children's Centre`."""
    match = _DASHED.match(passage.text)
    person = next(persons.find(match["who"]), None) if match else None
    if match is None or person is None or len(match["who"]) > len(person.name.printed) + 30 or _NOTHING.match(match["what"]) or _ABSENT.search(match["who"]):
        return
    what, kind = _without_kind(without_number(match["what"]))
    what = before_the_end(_NUMBER.sub("", what))
    pairs = [pair for pair in roles(what) if pair[0]]
    body_first = _BODY_FIRST.fullmatch(match["what"])
    if body_first and not pairs:
        pairs = [(body_first["where"], body_first["role"])]
    for organisation, role in pairs or [(what.strip(" ."), "")]:
        yield Row(person, organisation, role, kind, item_number(match["what"]))


def _without_kind(text: str) -> tuple[str, str]:
    """The words of a line without a kind of interest that stands alone between dashes, and the kind: `Personal – governor of Vale School`."""
    pieces = _PIECES.split(text)
    alone = next((match for piece in pieces if (match := _KIND_ALONE.fullmatch(piece)) and match["kind"]), None) if len(pieces) > 1 else None
    said = alone or _KIND_WITHIN.search(text)
    kept = [piece for piece in pieces if not (alone and piece == alone.string)]
    return " – ".join(kept) if alone else text, tidy_kind(said["kind"]) if said else ""


def _alone(text: str) -> Person | None:
    """The person whose titled or full name a text is."""
    words = text.strip(" •·*-–:.")
    name = parse(words) if len(words.split()) <= 6 else None
    if name is None or not (name.title or name.given):
        return None
    found = next(persons.find(words), None)
    start = text.index(words) if words else 0
    if found is None or (found.start, found.end) != (0, len(words)):
        return None
    return Person(found.name, start, start + len(words), found.sure)


def _table_row(passage: Passage, cells: Sequence[Passage]) -> Row | None:
    """The interest of a row: the cell that is a name, those that are numbers and kinds, and what else it tells."""
    person, number, kind, rest = None, "", "", []
    for cell in (cell for cell in cells if cell.text.strip()):
        who = parse(cell.text, bare=person is None and cell is cells[0]) if person is None else None
        numbered, kinded = _NUMBER_ALONE.fullmatch(cell.text), _KIND_ALONE.fullmatch(cell.text)
        if who is not None and (who.title or who.given or cell is cells[0]):
            start = passage.text.find(cell.text)
            person = Person(who, max(start, 0), max(start, 0) + len(cell.text), True)
        elif numbered:
            number = number or numbered["number"].strip()
        elif kinded and (kinded["kind"] or "interest" in cell.text.casefold()):
            kind = tidy_kind(kinded["kind"])
        elif not _ASIDE.fullmatch(cell.text):
            rest.append(cell.text)
    if person is None or not (rest or kind or number) or _NOTHING.match(" ".join(rest) or "-"):
        return None
    what, said = _without_kind(" – ".join(rest))
    what, kind = before_the_end(_NUMBER.sub("", what)), kind or said
    organisation, role = next((pair for pair in roles(what) if pair[0]), (what.strip(" ."), ""))
    return Row(person, organisation or f"minute {number}".strip(), role, kind, number or item_number(" ".join(rest)))


def _below(person: Person, text: str) -> Row | None:
    """The interest of a line below its declarant's name: number, matter, kind, nature, with dashes between them."""
    pieces = [piece.strip(" ;.") for piece in _PIECES.split(text)]
    at = next((n for n, piece in enumerate(pieces) if n and _KIND_ALONE.fullmatch(piece) and "interest" in piece.casefold()), None)
    if at is None:
        return None
    said = _KIND_ALONE.fullmatch(pieces[at])
    matter = [piece for piece in pieces[:at] if not _NUMBER_ALONE.fullmatch(piece)]
    nature = " – ".join(pieces[at + 1 :])
    return Row(person, " – ".join(matter), nature, tidy_kind(said["kind"] if said else ""), item_number(text))
