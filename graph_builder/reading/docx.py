"""The parts of a Word file go in; its paragraphs, numbered as printed, and its tables come out, without what is deleted, struck or hidden."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from graph_builder.errors import UnreadableDocument
from graph_builder.reading import tables
from graph_builder.reading.archive import Parts
from graph_builder.reading.drawn import Drawn, join_blocks
from graph_builder.reading.marks import lined
from graph_builder.reading.numbering import Numbering, W, value
from graph_builder.reading.safexml import parse

_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DROPPED = frozenset(
    W + name for name in "del moveFrom instrText delText footnoteReference endnoteReference annotationRef pPr rPr sdtPr tblPr".split()
)
_OFF = frozenset({"0", "false", "off", "none"})


def read(parts: Parts, main: str) -> Drawn:
    """The text of a Word file's main part. Raises UnreadableDocument where it is damaged or declares a document type."""
    root = parse(parts.get(main) or b"", "this Word file")
    body = root.find(f"{W}body")
    if body is None:
        raise UnreadableDocument("this Word file has no body", reason="damaged")
    paper = _Paper(_part(parts, "word/numbering.xml"), _part(parts, "word/styles.xml"))
    text = join_blocks(paper.blocks(body))
    if not text.strip():
        raise UnreadableDocument("this Word file holds no text, perhaps pictures of pages; run OCR first, as by ocrmypdf", reason="no-text")
    notes = (f"{paper.left_out} deleted, struck or hidden words left out",) if paper.left_out else ()
    return Drawn(text, notes, form="docx")


def _part(parts: Parts, name: str) -> etree._Element | None:
    data = parts.get(name)
    return None if data is None else parse(data, "this Word file")


class _Paper:
    """One Word file while it is read."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._numbering = Numbering(numbering)
        self._styles = {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")} if styles is not None else {}
        self._boxes: list[etree._Element] = []
        self._pending = ""
        self.left_out = 0

    def blocks(self, parent: etree._Element) -> Iterator[str]:
        """The blocks of a body, a cell or a text box."""
        for node in parent:
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl":
                yield from tables.blocks(list(self._rows(node)))
            elif node.tag in _DROPPED:
                self._count(node)
            elif node.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"):
                yield from self.blocks(node)

    def _rows(self, table: etree._Element) -> Iterator[list[list[str]]]:
        for line in table.iter(f"{W}tr"):
            if next(line.iterancestors(f"{W}tbl"), None) is table and line.find(f"{W}trPr/{W}del") is None:
                cells = (one for one in line.iter(f"{W}tc") if next(one.iterancestors(f"{W}tr"), None) is line)
                yield [list(self.blocks(one)) for one in cells if not _continues(one)]

    def _paragraph(self, node: etree._Element) -> Iterator[str]:
        properties = node.find(f"{W}pPr")
        text = lined("".join(self._words(node, node)))
        mark = self._mark(properties) if text else ""
        text, self._pending = self._pending + mark + text, ""
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._pending = f"{text} " if text else ""
        elif text:
            yield text
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, node: etree._Element, paragraph: etree._Element) -> Iterator[str]:
        for child in node:
            tag = child.tag
            if tag in _DROPPED or (tag == f"{W}r" and self._is_struck(child, paragraph)):
                self._count(child)
            elif tag == f"{W}t":
                yield (child.text or "").replace("\n", " ")
            elif tag in (f"{W}tab", f"{W}ptab"):
                yield "\t"
            elif tag in (f"{W}br", f"{W}cr"):
                yield "\n"
            elif tag == f"{W}noBreakHyphen":
                yield "-"
            elif tag == f"{W}txbxContent":
                self._boxes.append(child)
            elif tag == _ALTERNATIVE:
                yield from self._words(child[0], paragraph) if len(child) else ()
            else:
                yield from self._words(child, paragraph)

    def _count(self, node: etree._Element) -> None:
        self.left_out += sum(len((text.text or "").split()) for text in node.iter(f"{W}t", f"{W}delText"))

    def _mark(self, properties: etree._Element | None) -> str:
        """The printed number of a paragraph: its own numbering's, else its style's."""
        own = None if properties is None else properties.find(f"{W}numPr")
        styled = self._inherited(value(None if properties is None else properties.find(f"{W}pStyle")), f"{W}pPr/{W}numPr")
        number = level = ""
        for source in (own, styled):
            if source is not None:
                number = number or value(source.find(f"{W}numId"))
                level = level or value(source.find(f"{W}ilvl"))
        return self._numbering.mark(number, int(level) if level.isdecimal() else 0) if number else ""

    def _inherited(self, style: str, path: str) -> etree._Element | None:
        for _ in range(20):
            node = self._styles.get(style)
            if node is None:
                return None
            if (found := node.find(path)) is not None:
                return found
            style = value(node.find(f"{W}basedOn"))
        return None

    def _is_struck(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Whether a run is struck through or hidden, by its own properties or by those of its styles."""
        styles = [value(run.find(f"{W}rPr/{W}rStyle")), value(paragraph.find(f"{W}pPr/{W}pStyle"))]
        for name in ("strike", "dstrike", "vanish"):
            found = run.find(f"{W}rPr/{W}{name}")
            for style in styles:
                found = self._inherited(style, f"{W}rPr/{W}{name}") if found is None and style else found
            if found is not None and value(found, "1") not in _OFF:
                return True
        return False


def _continues(cell: etree._Element) -> bool:
    """Whether a cell is the lower part of one that spans rows."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and value(merge, "continue") == "continue" and not any(text.text for text in cell.iter(f"{W}t"))
