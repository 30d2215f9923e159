"""A document is divided: its header, the lists of people, and the items with what stands under each."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from graph_builder import lexicon
from graph_builder.language.names import parse, title_regex
from graph_builder.language.passages import Line, is_double_spaced, lines
from graph_builder.meetings import absences, assembly, header, items, outsiders, pages, pasted, tables
from graph_builder.meetings.asides import goes_on_listing
from graph_builder.meetings.furniture import front_matter, furniture_kind, is_furniture, known_heading
from graph_builder.meetings.kinds import kind_of
from graph_builder.meetings.labels import APOLOGIES, MEMBERSHIP, Label, chair_label, label_of, leading_label, other_label, stray_label
from graph_builder.meetings.margins import unfold
from graph_builder.meetings.paragraphs import assemble
from graph_builder.meetings.rosters import entries, read
from graph_builder.meetings.run_together import part
from graph_builder.model import Coverage, Document
from graph_builder.paper import Entry, Field, Item, Paper, Paragraph

_PROSE = re.compile(
    r"\b(?:was|were|is|are|had|has|opened|welcomed|commenced|agreed|declared|noted|reported|stated|will|invited|submitted|resolved|asked|thanked"
    r"|convened|wished|presided|proposed|seconded|passed|informed|requested|advised|chaired|observed|moved|signed|reminded|congratulated)\b"
)
# What no list goes on with: a clause that leads to something else.
_CLAUSE = re.compile(r"(?:on\s+behalf\s+of|at\s+the\s+(?:outset|start|commencement)|prior\s+to|in\s+the\s+absence|following|before\s+the)\b", re.IGNORECASE)
_SHORT_PROSE = re.compile(r"\b(?:chaired|presided|opened|welcomed)\b")
_OF_MEETING = re.compile(r"(?:date|time|venue|location|place|committee)\s*:", re.IGNORECASE)
_ABOUT_ATTENDANCE = re.compile(r"apolog|attendance|present|welcome|sederunt|substitut|roll call|introductions", re.IGNORECASE)
_APOLOGIES = re.compile(r"apolog", re.IGNORECASE)
_ITEM_ANCHOR = re.compile(r"AI\d+")
# The text under the title "Apologies" that goes on from it.
_RECEIVED = re.compile(
    r"(?:were|was|had\s+been|have\s+been)\s+(?:(?:received|given|sent|accepted|noted|tendered|submitted)\s+)?(?:from|by)\s*:?\s*", re.IGNORECASE
)
# A sentence about apologies that leads to names below it, as "There were 4 apologies for absence" and a colon.
_NAMED_BELOW = re.compile(r"\bapologies\b[^.:]{0,80}:\s*$", re.IGNORECASE)
# "Apologies were submitted on behalf of:-": the lists below it, each with its label, are of those away.
_OF_THE_AWAY = re.compile(
    r"apologies(?:\s+for\s+absence)?\s+(?:was|were|had\s+been|have\s+been)\b[^.]{0,60}\b(?:from|of|for|by)\s*[:–-][\s:–-]*$", re.IGNORECASE
)
_SAYS_PRESENT = re.compile(r"present|attend|substitut|\bchair|also|sederunt|clerk|presid|presennol|láthair", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}\s?[.)]\s+")
_RUN = 3
_OWN_LINES = 3
_NAME_ALONE = 6
_AGENDA = re.compile(r"agenda", re.IGNORECASE)
_LETTER = re.compile(r"dear\s+\w", re.IGNORECASE)
_PART = re.compile(
    r"(?:part|section)\s+(?:\d|[a-z]\b|one|two)|(?:public|open|private|closed)\s+(?:session|items?)\b|(?:agenda|minutes|available papers|public)\b",
    re.IGNORECASE,
)


def divide(document: Document) -> Paper:
    """The document divided; every line is in the header, in a list, in an item, in the preamble, or is furniture."""
    every = lines(document)
    every = part(unfold(every[front_matter(every, document.text) :]))
    wide = is_double_spaced(every)
    page = pages.find(every)
    kind = kind_of(document, every, page)
    if page is not None:
        return _of_one_item(document, every, page, kind=kind)
    anchors = (offset for offset, name in document.anchors if _ITEM_ANCHOR.fullmatch(name))
    heads = items.find(every, kind=kind, start=_lists_end(every), anchors=anchors)
    first = heads[0].line if heads else len(every)
    table = next((index for index, line in enumerate(every[:first]) if items.TABLE_HEAD.fullmatch(line.text)), first)
    head = [line for line in every[: min(first, table, header.HEAD_LINES) or 1] if not is_furniture(line.text)]
    found = header.read(document, every, _before_lists(head), kind=kind)
    divided, loose = assembly.build(every, heads, kind=kind, wide=wide)
    before = [line for line in (*every[:first], *loose) if not is_furniture(line.text)]
    preamble = tuple(assemble(before, wide=wide))
    listed = pasted.without(list(_people(before, preamble, divided, kind=kind)), found, document.text)
    people = tuple(outsiders.settle(listed, found, document.text))
    return Paper(document, found, people, tuple(divided), preamble, _coverage(document, every))


def _of_one_item(document: Document, every: Sequence[Line], page: pages.Page, *, kind: str) -> Paper:
    """The page of one item of a meeting, or of one decision, divided."""
    number = Field(page.number[0], (page.number[1].span(),), "item-number-in-brackets") if page.number else None
    lines_ = every[: page.end]
    divided, _ = assembly.build(lines_, [items.Head(page.line, page.title, page.body, None, number)], kind=kind, wide=is_double_spaced(every))
    found = header.of_page(document, lines_, page, kind=kind)
    return Paper(document, found, tuple(_people((), (), divided, kind=kind)), tuple(divided), (), _coverage(document, every))


@cache
def _membership() -> re.Pattern[str]:
    """A line that names a list of members."""
    return re.compile("(?:" + "|".join(lexicon.load("layout")["membership_lists"]) + r")\s*:?", re.IGNORECASE)


def _lists_end(every: Sequence[Line]) -> int:
    """The first line behind the lists of those present, so that their labels are not taken for items."""
    last = 0
    for index, line in enumerate(every[:120]):
        label = label_of(line.text)
        if last and known_heading(line.text) and not label:
            break
        if label and not (known_heading(line.text) and last):
            last = index + 1
    return last if last < 60 else 0


def _before_lists(head: list[Line]) -> list[Line]:
    """The head's lines up to the first list of people; all where a list opens the paper."""
    stop = next((i for i, line in enumerate(head) if i and (label_of(line.text) or tables.find(head, i))), len(head))
    letter = next((i for i, line in enumerate(head[:stop]) if _LETTER.match(line.text)), None)
    if letter is not None and stop < len(head):  # minutes behind the letter that they came with: what stands right above the list is theirs
        begin = max((i for i in range(letter + 1, stop) if head[i].gap), default=max(letter + 1, stop - _OWN_LINES))
        head, stop = head[begin:], stop - begin
    return head[:stop] + [line for line in head[stop:] if _OF_MEETING.match(line.text)]


def _people(before: Sequence[Line], preamble: Sequence[Paragraph], divided: Sequence[Item], *, kind: str) -> Iterator[Entry]:
    """The entries of all lists: before the first item, and in the items that are about attendance."""
    yield from _lists(before, membership=kind == "agenda")
    for paragraph in preamble:
        if not label_of(paragraph.passage.text):
            yield from absences.find(paragraph.passage)
    for item in divided:
        yield from _in_item(item)


def _in_item(item: Item) -> Iterator[Entry]:
    """The entries of one item: lists under labels, sentences about absence, and the bare list under "Apologies"."""
    title = item.title.text
    about = bool(_ABOUT_ATTENDANCE.search(title))
    under = [line for paragraph in item.paragraphs for line in paragraph.lines]
    if about:
        yield from absences.find(item.title)
        yield from _behind_title(title, item.paragraphs)
        begin = yield from _under_title(title, under)
        listed = _lists(under[begin:], membership=False)
        yield from map(_as_away, listed) if _APOLOGIES.match(title) else listed
    for number, paragraph in enumerate(item.paragraphs):
        if label_of(paragraph.passage.text) and paragraph.lines and about:
            continue
        found = list(absences.find(paragraph.passage))
        if about and _NAMED_BELOW.search(paragraph.passage.text):
            found += _names_below(item.paragraphs[number + 1 :])
        runs_on = _RECEIVED.match(paragraph.passage.text) if number == 0 and not found and _APOLOGIES.match(title) else None
        if runs_on:
            found = list(read(paragraph.passage.cut(runs_on.end()), APOLOGIES))
        if not found and number == 0 and _APOLOGIES.match(title) and _PROSE.search(paragraph.passage.text):
            found = list(absences.named_first(paragraph.passage))
        yield from found
        if not found and number == 0 and _APOLOGIES.match(title) and not _PROSE.search(paragraph.passage.text):
            yield from _bare_list(paragraph)


def _as_away(entry: Entry) -> Entry:
    """An entry of a list under the title "Apologies", as of somebody away where its label tells of whom it is and not that they were there: "Officers"."""
    there = entry.status != "present" or entry.substitutes or not entry.label or _SAYS_PRESENT.search(entry.label)
    return entry if there else replace(entry, status="apologies", label=APOLOGIES.text)


def _names_below(paragraphs: Sequence[Paragraph]) -> list[Entry]:
    """The people of the paragraphs that are names and no more, below "There were apologies for absence:"."""
    named = list(takewhile(lambda p: len(p.passage.text.split()) <= _NAME_ALONE and title_regex().match(p.passage.text.lstrip("•·o* -")), paragraphs))
    return [entry for paragraph in named for entry in read(paragraph.passage, APOLOGIES)]


def _behind_title(title: str, paragraphs: Sequence[Paragraph]) -> Iterator[Entry]:
    """The entries of the list that runs on behind a title which is its label: "C/66/20 MEMBERS PRESENT Cllrs. A Bell and J Dunn"."""
    label = label_of(title)
    first = paragraphs[0] if paragraphs else None
    if first is None or label is None or label[1] < len(title) or label[0].status != "present":
        return
    if not first.lines or not first.passage.text.startswith(first.lines[0].text):
        yield from read(first.passage, label[0])


def _under_title(title: str, under: Sequence[Line]) -> Generator[Entry, None, int]:
    """The entries of the list of which the item's title is the label, "1. Present"; returns how many lines it takes."""
    label = label_of(title)
    if not under or label is None or label[1] < len(title) or label[0].status != "present" or label_of(under[0].text):
        return 0
    stop = 0
    while stop < len(under) and not _ends_list(under, stop, members=False):
        stop += 1
    if stop:
        yield from entries(under[:stop], label[0])
    return stop


def _bare_list(paragraph: Paragraph) -> Iterator[Entry]:
    """The names that stand alone under the title "Apologies"."""
    lines_ = paragraph.lines
    if lines_ and paragraph.passage.text.startswith(lines_[0].text[:10]):
        yield from entries(lines_, APOLOGIES)
    else:
        yield from read(paragraph.passage, APOLOGIES)


def _lists(head: Sequence[Line], *, membership: bool) -> Iterator[Entry]:
    """The lists among some lines, each with its label."""
    index, members, away = 0, False, False
    listed: Label | None = None
    while index < len(head):
        table = tables.find(head, index, under=listed)
        if table is not None:
            yield from table[0]
            index = table[1]
            continue
        text, below = head[index].text, head[index + 1].text if index + 1 < len(head) else ""
        found = label_of(text) or _numbered_label(text) or leading_label(text) or chair_label(text, below)
        found = found or (other_label(text, under=listed) if listed else None)
        listed = found[0] if found else None
        away = _OF_THE_AWAY.match(text) is not None or (away and not _SAYS_PRESENT.search(text) and not known_heading(text))
        if membership and _membership().fullmatch(text):
            members, found = True, (MEMBERSHIP, len(text))
        elif members and found:
            found = (Label("member", found[0].capacity or "member", found[0].role, found[0].text), found[1])
        if not found or (found[0].status == "public"):
            members = members and not known_heading(text) and not _AGENDA.fullmatch(text)
            index += 1
            continue
        stop = index + 1
        while stop < len(head) and not _ends_list(head, stop, members=members):
            stop += 1
        listing = entries(head[index:stop], found[0], first=found[1])
        yield from map(_as_away, listing) if away else listing
        index = stop


def _numbered_label(text: str) -> tuple[Label, int] | None:
    """The label behind a number that makes no item: "1. Attendance: Cllr A Bell", where each point of a page is numbered 1."""
    number = _NUMBER.match(text)
    found = label_of(text[number.end() :]) if number else None
    return (found[0], found[1] + number.end()) if found and number and found[1] < len(text) - number.end() else None


def _ends_list(head: Sequence[Line], index: int, *, members: bool) -> bool:
    """Whether a line no longer belongs to the list above it."""
    line = head[index]
    if line.heading or label_of(line.text) or other_label(line.text) or stray_label(line.text) or (len(line.cells) > 1 and tables.find(head, index)):
        return True
    if _PART.match(line.text) or (members and _membership().fullmatch(line.text)):
        return True
    words = len(line.text.split())
    if line.gap and line.text.isupper() and not head[index - 1].text.isupper() and "," not in line.text and not parse(line.text):
        return True  # a heading that no list of headings has
    if line.gap and len(line.text.split()) > 3 and not goes_on_listing(line.text, head[index - 1].text):
        return True
    if _CLAUSE.match(line.text) or (words > 3 and _SHORT_PROSE.search(line.text)):
        return True
    numbered = _NUMBER.match(line.text)
    if numbered and known_heading(line.text[numbered.end() :]):
        return True  # "1. Minutes", below the last of the lists
    return bool((words <= 8 and known_heading(line.text)) or (words > 5 and _PROSE.search(line.text) and not _is_run_of_names(line.text)))


def _is_run_of_names(text: str) -> bool:
    """Whether a line is names after a title for most of its length: "Councillors A Bell, B Hay, C Dee and the clerk, who was in attendance"."""
    title = title_regex().match(text)
    told = _PROSE.search(text)
    return bool(title and told and text.count(",", 0, told.start()) >= _RUN and told.start() > len(text) / 2)


def ignored(text: str) -> str:
    """The name by which a clean line is ignored, as a kind of furniture or the label of a list of people; empty where it is not."""
    label = label_of(text)
    return furniture_kind(text) or ("label of a list" if label and label[1] >= len(text) else "")


def _coverage(document: Document, every: Sequence[Line]) -> Coverage:
    """All lines as not yet read, but for those that are ignored by name."""
    unread = tuple(line.passage.span() for line in every if not ignored(line.text))
    return Coverage(document.id, len(every), 0, len(every) - len(unread), unread)
