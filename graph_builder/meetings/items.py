"""The items of a paper: numbered, unnumbered, in a table or in the margin, with what stands under each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder.language.passages import Line, Passage, join
from graph_builder.meetings.furniture import is_furniture, known_heading, sentence_start, without_tail
from graph_builder.meetings.labels import label_of
from graph_builder.meetings.numbers import Numbered, below, candidates, chain, told_again
from graph_builder.meetings.titles import capital_share, is_title, of_absence, split, take
from graph_builder.paper import Field

BRACKET_ITEM: Final = re.compile(r"\(?\s*(?:agenda\s+)?item\s+(?:no\.?\s*)?(\d{1,3}[a-z]?)\s*\)?", re.IGNORECASE)
_MOSTLY = 0.7
_CELLS: Final = 3
_TITLE: Final = 220
_SENTENCE: Final = 40
"""A line under a heading is no shorter where it is text and no other label."""
_PAGES = re.compile(r"(?:pages?\s*)?\d[\d\s,&–—-]*", re.IGNORECASE)
# Words that stand alone above a part of an item's text, and are the title of none.
_OF_AN_ITEM = re.compile(
    r"(?:decisions?|(?:it\s+was\s+)?(?:resolved|agreed|noted)(?:\s+unanimously)?|resolutions?|recommend(?:ed|ations?)|reasons?(?:\s+for\s+decision)?|voting|minutes)\s*[:.–-]*",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(r"[\d£,]|\s[-–—]\s")
TABLE_HEAD: Final = re.compile(r"(?:no\.?|item(?: no\.?)?)\s+(?:item|subject|title)(?:\s+page.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """Where an item begins: the line, its title, the line on which its text begins and where on it."""

    line: int
    title: Passage
    body: int
    rest: Passage | None = None
    number: Field | None = None


def find(lines: Sequence[Line], *, kind: str, start: int, anchors: Iterable[int] = ()) -> list[Head]:
    """The heads of the items of a paper, in order; `start` is the line before which only the paper's own head stands.

    `anchors` are the offsets at which a page of ModernGov has its items: where it names them, numbers elsewhere count the parts of a text.
    """
    named = frozenset(anchors)
    found = candidates(lines)
    at_anchors = [n for n in found if lines[n.line].passage.offset(0) in named]
    in_cells = [n for n in found if len(lines[n.line].cells) == 1 and not lines[n.line].text[n.title :]]
    found = at_anchors if len(at_anchors) > 1 else in_cells if len(chain(in_cells)) >= _CELLS else found
    found = told_again(lines, found) if kind == "minutes" else found
    numbered = chain(found)
    rows = [n for n in numbered if len(lines[n.line].cells) >= 2]
    if len(rows) * 2 > len(numbered) or (kind == "agenda" and len(rows) >= 3):
        numbered = rows
    alone = [n for n in numbered if not lines[n.line].text[n.title :]]
    if len(alone) >= max(3, _MOSTLY * len(numbered)):
        # a page whose numbers stand in cells of their own; others count the parts of a text
        numbered = chain([n for n in found if not lines[n.line].text[n.title :]])
    strong = [n for n in numbered if n.weight >= 0.5]
    if len(strong) >= 2 and sum(n.weight for n in strong) >= 1.8:
        heads = _numbered_heads(lines, below(found, numbered))
        return [*_openings(lines, start, heads), *heads] if kind == "minutes" and heads else heads
    return _unnumbered_heads(lines, start, kind=kind)


def _openings(lines: Sequence[Line], start: int, heads: Sequence[Head]) -> list[Head]:
    """The heads of what minutes tell before the first number: a heading that councils use, alone on its line, and a sentence under it."""
    within = range(start, heads[0].line - 1)
    known = [i for i in within if _known(lines, i) and known_heading(lines[i].text) >= len(lines[i].text.rstrip(" :.")) and not label_of(lines[i].text)]
    return [unnumbered(lines, i) for i in known if not lines[i + 1].cells and len(lines[i + 1].text) >= _SENTENCE and not label_of(lines[i + 1].text)]


def _numbered_heads(lines: Sequence[Line], numbered: Sequence[Numbered]) -> list[Head]:
    titles = [lines[n.line].text[n.title :] or (lines[n.line + 1].text if n.line + 1 < len(lines) else "") for n in numbered]
    capitals = sum(t.upper() == t for t in titles) > len(titles) / 2
    margins = sum(_is_margin(lines, n) for n in numbered) >= max(1, len(numbered) // 8)
    heads = []
    for position, number in enumerate(numbered):
        stop = numbered[position + 1].line if position + 1 < len(numbered) else len(lines)
        head = _head(lines, number, stop, capitals=capitals, margins=margins)
        if head is not None:
            heads.append(head)
    return heads


def _is_margin(lines: Sequence[Line], number: Numbered) -> bool:
    """Whether a title runs down a margin: the number's line and at least two more are short, one under the other."""
    run = [lines[number.line]]
    for line in lines[number.line + 1 : number.line + 8]:
        if line.gap:
            break
        run.append(line)
    return len(run) >= 3 and all(len(line.text) <= 30 and line.text[-1] not in ".;:," for line in run) and not lines[number.line].text.isupper()


def _head(lines: Sequence[Line], number: Numbered, stop: int, *, capitals: bool, margins: bool) -> Head | None:
    line = lines[number.line]
    printed = line.passage.span(0, number.title) if number.title else line.passage.span()
    proof = Field(number.printed, (printed,), "item-number")
    if len(line.cells) >= 2 and line.cells[1].text:
        end, begin = split(line.cells[1].text)
        beside = [cell for cell in (line.cells[1].cut(begin), *line.cells[2:]) if len(cell.text.split()) > 2 and not _PAGES.fullmatch(cell.text)]
        return Head(number.line, _bare(line.cells[1].cut(0, end)), number.line + 1, join(beside) if beside else None, proof)
    if not line.text[number.title :]:
        return _head_below(lines, number, stop, proof, capitals=capitals)
    end, begin = split(line.text[number.title :])
    end, begin = end + number.title, begin + number.title
    if begin < len(line.text):
        return Head(number.line, _bare(line.passage.cut(number.title, end)), number.line + 1, line.passage.cut(begin), proof)
    if number.weight < 0.5 and not is_title(line.text[number.title :]):
        return None
    more = take(lines, number.line, capitals=capitals, margins=margins)
    title = join([line.passage.cut(number.title), *(extra.passage for extra in lines[number.line + 1 : number.line + 1 + more])])
    return Head(number.line, _bare(title), number.line + 1 + more, None, proof)


def _head_below(lines: Sequence[Line], number: Numbered, stop: int, proof: Field, *, capitals: bool) -> Head | None:
    """The head of an item whose number stands alone on its line: its title is on the next lines.

    Where titles are in capitals and the next line is not, the number has floated away from its title, which stands further down;
    what lies between belongs to the item before.
    """
    first = number.line + 1
    if capitals:
        first = next((i for i in range(first, min(stop, first + 60)) if lines[i].text.isupper() and len(lines[i].text) > 3), first)
    if first >= len(lines):
        return None
    place = number.line if first == number.line + 1 else first
    end, begin = split(lines[first].text)
    if begin < len(lines[first].text):
        return Head(place, _bare(lines[first].passage.cut(0, end)), first + 1, lines[first].passage.cut(begin), proof)
    more = 0
    for line in lines[first + 1 : min(stop, first + 9)]:
        if _ends_title(lines[first], lines[first + more], line):
            break
        more += 1
    title = join([line.passage for line in lines[first : first + 1 + more]])
    return Head(place, _bare(title), first + 1 + more, None, proof)


def _ends_title(first: Line, last: Line, line: Line) -> bool:
    """Whether a line no longer belongs to the title that begins on the line `first` and goes up to `last`."""
    if line.gap or is_furniture(line.text) or known_heading(first.text) >= len(first.text) or sentence_start().match(f"x {line.text}", 1):
        return True
    if first.text.isupper() or first.bold:
        return not (line.text.isupper() or line.bold)
    return last.text[-1] in ".:;" and len(last.text) > 25


def _bare(title: Passage) -> Passage:
    """A title without file sizes and colons at its end."""
    text = without_tail(title.text).rstrip(" :-–—")
    return title.cut(0, len(text)) if text else title


def _unnumbered_heads(lines: Sequence[Line], start: int, *, kind: str) -> list[Head]:
    table = next((i for i, line in enumerate(lines[:60]) if TABLE_HEAD.fullmatch(line.text)), None)
    begin = start if table is None else table + 1
    labels = _labels(lines)
    marked = [i for i in range(begin, len(lines)) if (lines[i].bold or lines[i].heading) and _may_head(lines, i)]
    known = [i for i in range(begin, len(lines)) if _known(lines, i)]
    if table is not None and lines[table].cells:
        chosen = [i for i in range(begin, len(lines)) if lines[i - 1].cells and _row_title(lines[i].text)]
    elif table is not None:
        chosen = [i for i in range(begin, len(lines)) if _alone(lines, i) or _known(lines, i)]
    elif len(marked) >= 3:
        chosen = sorted({*marked, *(i for i in known if not lines[i].bullet)})
    elif len(known) >= 2 and kind in {"minutes", "agenda"}:
        chosen = sorted({*known, *(i for i in range(known[0], len(lines)) if _alone(lines, i) and _plain_title(lines[i].text))})
    else:
        chosen = []
    labels.update(line.text for line in lines if table is not None and line.text.endswith(":") and is_furniture(line.text))
    return [unnumbered(lines, i) for i in chosen if lines[i].text not in labels]


def _row_title(text: str) -> bool:
    """Whether a row of a page's table begins with the title of an item: one that ends on its line, or is no sentence."""
    end, begin = split(text)
    return text[:1].isupper() and 3 < end <= _TITLE and (begin < len(text) or is_title(text))


def _labels(lines: Sequence[Line]) -> set[str]:
    """Lines with a colon that come again and again, as "Minutes:" under each title of a web page: they are labels and no titles."""
    counts = Counter(line.text for line in lines if line.text.endswith(":"))
    return {text for text, count in counts.items() if count > 1}


def _may_head(lines: Sequence[Line], index: int) -> bool:
    """Whether a line may be the title of an item that has no number."""
    line = lines[index]
    if line.bullet or is_furniture(line.text) or _OF_AN_ITEM.fullmatch(line.text) or BRACKET_ITEM.fullmatch(line.text) or len(line.text.split()) > 20:
        return False
    return is_title(line.text.rstrip(":"))


def _known(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins with a heading that many councils use, alone or running on into the text."""
    line = lines[index]
    length = known_heading(line.text)
    if not length or line.bullet or not line.text[0].isupper():
        return False
    label = label_of(line.text)
    if label and label[1] < len(line.text) and label[0].status == "apologies" and ":" in line.text[: label[1]]:
        return False  # a list of those away, under the list of those present
    if length >= len(line.text.rstrip(" :.")) and (line.gap or line.bold or line.heading or line.text.isupper() or line.text.endswith(":")):
        return True
    if of_absence(line.text, length):
        return False
    end, begin = split(line.text)
    return line.gap and begin < len(line.text) and end <= length + 2


def _alone(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a title with white space above and below."""
    line = lines[index]
    after = index + 1 >= len(lines) or lines[index + 1].gap
    if not (line.gap and after) or len(line.text) <= 3 or line.text.endswith(":") or line.text[0].isdigit() or line.text[0] in "(\"“":
        return False
    return _may_head(lines, index) and capital_share(line.text) >= 0.5


def _plain_title(text: str) -> bool:
    """Whether a line of an unnumbered paper is a heading that no list of headings has: few words, all capitalised, no figures."""
    return capital_share(text) >= 0.6 and len(text.split()) <= 5 and not _NO_HEADING.search(text)


def unnumbered(lines: Sequence[Line], index: int) -> Head:
    """The head of an item without a number that begins on a line; what runs on behind its title is its text."""
    line = lines[index]
    end, begin = split(line.text)
    title = _bare(line.passage.cut(0, end))
    return Head(index, title, index + 1, line.passage.cut(begin) if begin < len(line.text) else None)
