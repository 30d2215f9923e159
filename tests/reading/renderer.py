"""One divided paper in the forms that councils publish: PDF in four settings, Word, OpenDocument, ModernGov's pages and service, tables of text."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any, NamedTuple
from xml.sax.saxutils import escape as xml

from graph_builder.model import Basis
from graph_builder.paper import Entry, Item, Paper, Paragraph
from tests.reading.papers import odt

MARGIN = 150
_SHORT = 50
_PAGES = re.compile(r"\d+ - \d+")
_GLYPHS = str.maketrans({"\uf0b7": "\u2022", "\u2010": "-", "\u2011": "-", "\u00ad": "", "\u200b": "", "\u2212": "-", "\u25cf": "\u2022"})


class Part(NamedTuple):
    """A piece of a paper: a line of its head, the title of an item, a paragraph, a bullet, or the row of a table."""

    kind: str
    text: str
    number: str = ""
    cells: tuple[str, ...] = ()


def parts(paper: Paper) -> Iterator[Part]:
    """The paper from its top: the lines before its first item as they stand, then each item with the paragraphs under it."""
    first = paper.items[0].title.offset(0) if paper.items else len(paper.document.text)
    for paragraph in paper.preamble:
        if paragraph.passage.offset(0) < first:
            yield from _paragraph(paragraph, whole=False)
    if "\nNo. Item" in paper.document.text:
        yield Part("text", "No. Item")
    for item in paper.items:
        if "\t" in (row := _row(paper, item)):
            pages = next(_PAGES.finditer(row), None)
            yield Part("row", item.title.text, cells=(_number(item), _plain(item.title.text), pages[0] if pages else ""))
        else:
            yield Part("title", _plain(item.title.text), _number(item))
        yield from () if item.headings else _told(item)
    yield from _further_down(paper, first)


def _further_down(paper: Paper, first: int) -> Iterator[Part]:
    """What stands behind a list of items: the headings with the text under them, and what is no item's, in the order of the paper."""
    headed = [item for item in paper.items if item.headings]
    paragraphs = [p for p in paper.preamble if p.passage.offset(0) > first] + [p for item in headed for p in item.paragraphs]
    pieces = [(p.passage.offset(0), list(_paragraph(p, whole=True))) for p in paragraphs]
    pieces += [(heading.offset(0), [Part("text", _plain(heading.text))]) for item in headed for heading in item.headings]
    for _, found in sorted(pieces, key=lambda piece: piece[0]):
        yield from found


def _row(paper: Paper, item: Item) -> str:
    """The line on which the title stands; one with tabs is a row of a table, as in the list of an agenda."""
    text, start = paper.document.text, item.title.span().start
    end = text.find("\n", start)
    return text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)]


def _told(item: Item) -> Iterator[Part]:
    for paragraph in item.paragraphs:
        if not _PAGES.fullmatch(paragraph.passage.text):
            yield from _paragraph(paragraph, whole=True)


def _number(item: Item) -> str:
    """The number that the paper prints before the title; one that was counted, or stands in a link, is not."""
    return item.number.value if item.number and item.number.rule in ("item-number", "item-number-in-brackets") else ""


def _paragraph(paragraph: Paragraph, *, whole: bool) -> Iterator[Part]:
    if len(paragraph.cells) > 1:
        yield Part("row", _plain(paragraph.passage.text), cells=tuple(_plain(cell.text) for cell in paragraph.cells))
    elif not paragraph.lines or (whole and (len(paragraph.lines) < 2 or any(len(line.text) >= _SHORT for line in paragraph.lines))):
        yield Part("bullet" if paragraph.bullet else "text", _plain(paragraph.passage.text))
    else:
        lines = [_plain(line.text) for line in paragraph.lines]
        wrapped = len(lines) > 1 and all(len(line) >= _SHORT for line in lines[:-1])
        yield Part("bullet" if paragraph.bullet else "line", " ".join(lines) if wrapped else "\n".join(lines))


def _plain(text: str) -> str:
    return text.translate(_GLYPHS).encode("cp1252", "replace").decode("cp1252")


def as_pdf(paper: Paper, *, columns: int = 1, margin: bool = False, running: str = "") -> bytes:
    """A PDF in one column or two, with titles in a margin where `margin`, and with `running` at the head of each page and its number at the foot."""
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate  # type: ignore[import-untyped]

    target = io.BytesIO()
    width, height = A4
    left = MARGIN if margin else 0
    wide = (width - 110 - left - 20 * (columns - 1)) / columns
    frames = [Frame(55 + left + number * (wide + 20), 60, wide, height - 130, leftPadding=0, rightPadding=0) for number in range(columns)]

    def furniture(canvas: Any, _: object) -> None:
        if running:
            canvas.setFont("Helvetica", 9)
            canvas.drawString(55, height - 40, running)
            canvas.drawCentredString(width / 2, 30, f"Page {canvas.getPageNumber()}")

    file = BaseDocTemplate(target, pagesize=A4, invariant=1)
    file.addPageTemplates([PageTemplate(frames=frames, onPage=furniture)])
    file.build(list(_flow(paper, wide, margin=margin)))
    return target.getvalue()


def _flow(paper: Paper, wide: float, *, margin: bool) -> Iterator[Any]:
    from reportlab.lib.styles import ParagraphStyle  # type: ignore[import-untyped]
    from reportlab.platypus import Paragraph as Set
    from reportlab.platypus import Spacer

    line = ParagraphStyle("line", fontName="Helvetica", fontSize=11, leading=13.5)
    text = ParagraphStyle("text", parent=line, spaceAfter=8)
    bullet = ParagraphStyle("bullet", parent=text, leftIndent=18, bulletIndent=4)
    title = ParagraphStyle("title", parent=text, fontName="Helvetica-Bold", spaceBefore=8, keepWithNext=1)
    before = ""
    waiting: list[Any] = []
    for kind, group in groupby(parts(paper), key=lambda part: part.kind):
        if kind == "row":
            yield _table([part.cells for part in group], wide)
            continue
        for part in group:
            words = xml(part.text)
            if before == "line" and kind != "line":
                yield Spacer(1, 8)
            before = kind
            if kind == "title" and margin:
                yield from _room(waiting, wide)
                waiting = [_beside(f"{part.number} {part.text}".strip())]
                yield waiting[0]
            elif kind == "title":
                yield Set(f"{part.number}{'.&nbsp;&nbsp;&nbsp;' if part.number else ''}{words}", title)
            else:
                words = words.replace("\n", "<br/>")
                waiting.append(Set(words, {"bullet": bullet, "line": line}.get(kind, text), bulletText="\u2022" if kind == "bullet" else None))
                yield waiting[-1]


def _room(told: Sequence[Any], wide: float) -> Iterator[Any]:
    """What must be left free below an item that is told in fewer lines than its title in the margin has."""
    from reportlab.platypus import Spacer

    if told:
        height = sum(one.wrap(wide, 800)[1] + one.getSpaceAfter() for one in told[1:])
        yield Spacer(1, max(0, 13.5 * len(getattr(told[0], "lines", [])) + 12 - height))


def _table(rows: Sequence[tuple[str, ...]], wide: float) -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph as Set
    from reportlab.platypus import Table

    count = max(map(len, rows))
    small = ParagraphStyle("cell", fontName="Helvetica", fontSize=7 if count > 4 else 9, leading=10, splitLongWords=0)
    cells = [[Set(xml(cell), small) for cell in (*row, *[""] * (count - len(row)))] for row in rows]
    return Table(cells, colWidths=[wide / count] * count, style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def _beside(title: str) -> Any:
    """A title in the margin beside the text that follows, wrapped over several lines; the text begins no higher than it."""
    from reportlab.lib.utils import simpleSplit  # type: ignore[import-untyped]
    from reportlab.platypus import Flowable

    class Title(Flowable):  # type: ignore[misc]
        lines = simpleSplit(title, "Helvetica-Bold", 11, MARGIN - 20)

        def wrap(self, width: float, height: float) -> tuple[float, float]:
            # a title that would reach over the page's end goes overleaf with its text
            return (width, height + 1) if height < 14 * len(self.lines) + 30 else (width, 0)

        def draw(self) -> None:
            self.canv.setFont("Helvetica-Bold", 11)
            for number, words in enumerate(self.lines):
                self.canv.drawString(-MARGIN, -11 - 13.5 * number, words)

    return Title()


def as_docx(paper: Paper) -> bytes:
    """A Word file: titles as headings, bullets by style, tables as tables."""
    from docx import Document as Word

    file = Word()
    for kind, group in groupby(parts(paper), key=lambda part: part.kind):
        if kind == "row":
            _word_table(file, [part.cells for part in group])
            continue
        for part in group:
            if kind == "title":
                file.add_heading(f"{part.number}. {part.text}" if part.number else part.text, 2)
            else:
                # python-docx makes line breaks of \n
                file.add_paragraph(part.text, style="List Bullet" if kind == "bullet" else None)
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def _word_table(file: Any, rows: Sequence[tuple[str, ...]]) -> None:
    table = file.add_table(rows=len(rows), cols=max(map(len, rows)))
    for row, cells in zip(table.rows, rows, strict=True):
        for place, cell in zip(row.cells, cells, strict=False):
            place.text = cell


def as_odt(paper: Paper) -> bytes:
    """An OpenDocument text."""
    body = ""
    for kind, group in groupby(parts(paper), key=lambda part: part.kind):
        found = list(group)
        if kind == "row":
            rows = ("".join(f"<table:table-cell><text:p>{xml(cell)}</text:p></table:table-cell>" for cell in part.cells) for part in found)
            body += f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"
        elif kind == "bullet":
            body += f"<text:list>{''.join(f'<text:list-item><text:p>{xml(part.text)}</text:p></text:list-item>' for part in found)}</text:list>"
        elif kind == "title":
            body += "".join(f'<text:h text:outline-level="2">{xml(f"{part.number}. " if part.number else "")}{xml(part.text)}</text:h>' for part in found)
        else:
            body += "".join(f"<text:p>{xml(part.text).replace(chr(10), '<text:line-break/>')}</text:p>" for part in found)
    return odt(body)


def as_moderngov(paper: Paper) -> bytes:
    """A meeting's page as ModernGov shows it: its table of items, each with its anchor, number, title and minutes."""
    lines = (part.text for paragraph in paper.preamble for part in _paragraph(paragraph, whole=False))
    head = "".join(f"<p>{escape(line).replace(chr(10), '<br>')}</p>" for line in lines)
    rows = "".join(_page_row(item, place) for place, item in enumerate(paper.items, 1))
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Agenda and minutes</title></head><body><nav><ul><li>Home</li></ul></nav>'
        f'<div id="modgov"><h1 class="mgMainTitleTxt">Agenda and minutes</h1><div class="mgContent">{head}'
        f'<table id="mgItemTable"><tr><th>No.</th><th>Item</th></tr>{rows}</table></div></div></body></html>'
    ).encode()


def _page_row(item: Item, place: int) -> str:
    number = f"{_number(item)}." if _number(item) else ""
    minutes = f'<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">{_markup(item)}</div>' if item.paragraphs else ""
    return (
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI{place}"></a>{number}</p></td>'
        f'<td><p class="mgAiTitleTxt">{escape(item.title.text)}</p>{minutes}</td></tr>'
    )


def _markup(item: Item) -> str:
    body = ""
    for kind, group in groupby(_told(item), key=lambda part: part.kind):
        found = list(group)
        if kind == "row":
            body += f"<table>{''.join(f'<tr>{_cells(part)}</tr>' for part in found)}</table>"
        elif kind == "bullet":
            body += f"<ul>{''.join(f'<li>{escape(part.text)}</li>' for part in found)}</ul>"
        else:
            body += "".join(f'<p class="MsoNormal">{escape(part.text).replace(chr(10), "<br>")}</p>' for part in found)
    return body


def _cells(part: Part) -> str:
    return "".join(f"<td>{escape(cell)}</td>" for cell in part.cells)


def as_service(paper: Paper) -> bytes:
    """The answer of ModernGov's web service: the head and the lists of people as fields, minutes as escaped HTML."""
    header = paper.header
    when = header.when if header.when and header.when.basis is Basis.STATED else None
    told = {
        "meetingid": "7",
        "committeetitle": header.body.value if header.body and header.body.basis is Basis.STATED else "",
        "meetingdate": f"{when.earliest:%d/%m/%Y}" if when else "",
        "meetingtime": header.start.value.isoformat("minutes") if header.start else "",
        "meetinglocation": header.venue.value if header.venue else "",
    }
    fields = "".join(f"<{name}>{xml(value)}</{name}>" for name, value in told.items() if value)
    people = "".join(_attendee(entry, paper) for entry in paper.entries if entry.name_span and not _within_items(entry, paper))
    items = "".join(_service_item(item, place) for place, item in enumerate(paper.items, 1))
    return f'<?xml version="1.0" encoding="utf-8"?><meeting>{fields}<attendees>{people}</attendees><agendaitems>{items}</agendaitems></meeting>'.encode()


def _within_items(entry: Entry, paper: Paper) -> bool:
    return bool(paper.items) and entry.passage.span().start > paper.items[0].title.span().start


def _attendee(entry: Entry, paper: Paper) -> str:
    attendance = {"apologies": "Apologies", "member": "Expected"}.get(entry.status, "Present" if entry.capacity == "member" else "In attendance")
    name = paper.document.quote(entry.name_span) if entry.name_span else entry.passage.text
    post = ", ".join(filter(None, (entry.role.replace("chair", "Chair").replace("vice", "Vice"), entry.post, entry.organisation)))
    role = post or ("Officer" if entry.capacity == "officer" else "Committee Member")
    return f'<attendee memberid="{_member(entry, paper)}" name={_quoted(name)} roledescription={_quoted(role)} attendance="{attendance}"/>'


def _member(entry: Entry, paper: Paper) -> int:
    """The number of a member, the same for the same name; nought for whoever is none."""
    names = list(dict.fromkeys(one.name for one in paper.entries if one.capacity in ("member", "co-opted")))
    return names.index(entry.name) + 1 if entry.name in names else 0


def _quoted(text: str) -> str:
    return f'"{escape(text)}"'


def _service_item(item: Item, place: int) -> str:
    number = f"<minutesitemnumber>{item.number.value}</minutesitemnumber>" if item.number else ""
    body = f"<minutesnonemptyhtmlbody>{xml(_markup(item))}</minutesnonemptyhtmlbody>" if item.paragraphs else ""
    title = f"<agendaitemtitle>{xml(item.title.text)}</agendaitemtitle>"
    return f"<agendaitem><agendaitemid>{900 + place}</agendaitemid>{title}<agendaitemnumber>{place}</agendaitemnumber>{number}{body}</agendaitem>"


def as_markdown(paper: Paper) -> bytes:
    """A ModernGov page saved as a Markdown table: a row for each item, its title and minutes one after the other in the second cell."""
    head = [line.text for paragraph in paper.preamble for line in paragraph.lines]
    lines = [*head, "", "No. | Item |", "---|---|"]
    for item in paper.items:
        told = [_typed(part) for part in _told(item)]
        lines.append(f"{item.number.value if item.number else ''}. | {item.title.text} {'Minutes:' if told else ''} {told[0] if told else '|'}")
        lines += [line for text in told[1:] for line in ("", text)]
        lines += [" |"] if told else []
    return ("\n".join(lines) + "\n").encode()


def _typed(part: Part) -> str:
    return " | ".join(part.cells) if part.cells else f"- {part.text}" if part.kind == "bullet" else part.text


def as_pipes(paper: Paper) -> bytes:
    """A ModernGov page saved with a pipe at the end of each cell and a cell on each line."""
    head = [line.text for paragraph in paper.preamble for line in paragraph.lines]
    lines = [*head, "", "| No. |", "Item |"]
    for item in paper.items:
        lines += [f"| {item.number.value if item.number else ''}. |", "", item.title.text, ""]
        told = [line for part in _told(item) for line in ([_typed(part)] if part.cells else [_typed(part), ""])]
        lines += ["Minutes:", "", *told, "|"] if told else ["|"]
    return ("\n".join(lines) + "\n").encode()


FORMS: Mapping[str, tuple[str, Callable[[Paper], bytes]]] = {
    "PDF in one column": ("pdf", as_pdf),
    "PDF in two columns": ("pdf", lambda paper: as_pdf(paper, columns=2)),
    "PDF with titles in the margin": ("pdf", lambda paper: as_pdf(paper, margin=True)),
    "PDF with running heads and page numbers": ("pdf", lambda paper: as_pdf(paper, running="Democratic Services: public papers")),
    "Word": ("docx", as_docx),
    "OpenDocument": ("odt", as_odt),
    "ModernGov page": ("html", as_moderngov),
    "ModernGov web service": ("xml", as_service),
    "Markdown table": ("md", as_markdown),
    "rows of pipes": ("txt", as_pipes),
}
