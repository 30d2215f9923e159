"""A tree of HTML goes in, blocks of text come out: paragraphs, list items with their marks, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from graph_builder.reading import tables
from graph_builder.reading.drawn import Anchor, Linked
from graph_builder.reading.marks import counter, tidy

_DROPPED = frozenset(
    """script style noscript template head nav button select option textarea input iframe object embed svg math canvas audio video map dialog
    s strike del""".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr
    legend li main ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_ROLES = frozenset("navigation search banner contentinfo".split())
_CLASSES = frozenset("mgfilesize mgactionlist mglinks mghide breadcrumb breadcrumbs skip-link skiplink cookie-banner".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_FILE_SIZE = re.compile(r"\s*(?:pdf icon )?(?:PDF|DOCX?|XLSX?|ZIP)\s+\d+(?:[.,]\d+)?\s*[KM]B\s*$")
_LONG_CELL = 1_500
_TITLES = frozenset("h1 h2 h3 h4 h5 h6".split())
_MEMBER = re.compile(r"^(?:https?://(?P<site>[\w.-]+)/)?[\w./-]*mguserinfo\.aspx\?(?:[^#]*&(?:amp;)?)?uid=(?P<number>\d{1,9})\b", re.IGNORECASE)
_NAME = 9
"""The most words that the text of a link has where it is a councillor's name."""
_FRAGMENT = re.compile(r"[A-Za-z][\w.:-]{0,80}")


class Page:
    """What was left out of one page on purpose, so that the user hears of it."""

    def __init__(self) -> None:
        self.hidden = 0
        self.struck = 0

    def notes(self) -> Iterator[str]:
        """A sentence for each kind of words that were left out."""
        if self.hidden:
            yield f"{self.hidden} hidden words of the page left out"
        if self.struck:
            yield f"{self.struck} struck words left out"

    def dropped(self, node: LexborNode) -> bool:
        """Whether a node is no part of the text."""
        tag, given = node.tag or "", node.attributes
        style = given.get("style") or ""
        if tag in ("s", "strike", "del") or _STRUCK.search(style):
            self.struck += len(node.text().split())
            return True
        if tag in _DROPPED or (tag.startswith("-") and tag != "-text"):
            return True
        if "hidden" in given or given.get("aria-hidden") == "true" or _HIDDEN.search(style):
            self.hidden += len(node.text().split())
            return True
        return _is_furniture(node, tag)


def _is_furniture(node: LexborNode, tag: str) -> bool:
    given = node.attributes
    if given.get("role") in _ROLES or not _CLASSES.isdisjoint((given.get("class") or "").lower().split()):
        return True
    return tag == "footer" or (tag == "header" and node.css_first("h1, h2") is None)


def blocks(root: LexborNode, page: Page) -> Iterator[str]:
    """The blocks of text under a node, in reading order; `page` counts what is left out."""
    writer = _Writer(page)
    stack = [(root, True)]
    while stack:
        node, entering = stack.pop()
        if not entering:
            writer.leave(node)
        elif not page.dropped(node) and writer.enter(node):
            stack.append((node, False))
            stack.extend((child, True) for child in reversed(list(node.iter(include_text=True))))
        yield from writer.take()
    writer.flush()
    yield from writer.take()


class _Writer:
    """Words on their way into blocks."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._done: list[str] = []
        self._words: list[str] = []
        self._mark = ""
        self._lists: list[tuple[str, int]] = []

    def take(self) -> list[str]:
        done, self._done = self._done, []
        return done

    def enter(self, node: LexborNode) -> bool:
        """Begin a node; false where its children were dealt with."""
        tag = node.tag or ""
        if tag == "-text":
            self._words.append(_words(node))
            return False
        if tag == "br":
            self._words.append("\n")
        if tag in _BLOCKS:
            self.flush()
        self._done.extend(filter(None, (_anchor(node), _linked(node))))
        if tag in ("ul", "ol"):
            self._lists.append((_style(node), _start(node)))
        elif tag == "li":
            self._mark = self._item(node)
        elif tag == "tr" and _is_header(node):
            self._done.append(tidy(" ".join(one.text() for one in node.css("th"))))
            return False
        elif tag == "table" and not _is_layout(node):
            self._done.extend(_rows(node, self._page))
            return False
        return True

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _BLOCKS:
            self.flush(title=_names_file(node))
        if tag == "li":
            self._mark = ""
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()

    def flush(self, *, title: bool = False) -> None:
        text, self._words = "".join(self._words), []
        for part in re.split(r"\n\s*\n", text):
            block = tidy(part)
            if title:
                block = _FILE_SIZE.sub("", block)
            if block:
                self._done.append(self._mark + block if self._mark else block)
                self._mark = ""

    def _item(self, node: LexborNode) -> str:
        style, number = self._lists[-1] if self._lists else ("", 1)
        indent = "  " * (len(self._lists) - 1)
        value = node.attributes.get("value") or ""
        number = int(value) if value.isdecimal() and len(value) < 6 else number
        if self._lists:
            self._lists[-1] = (style, number + 1)
        return f"{indent}{counter(number, style)}. " if style else f"{indent}- "


def _names_file(node: LexborNode) -> bool:
    """Whether a block is a title or document of ModernGov's, which may end with the size of a file."""
    owner = node.parent if node.tag == "li" else node
    return owner is not None and not {"mgAiTitleTxt", "mgBulletList"}.isdisjoint((owner.attributes.get("class") or "").split())


def _words(node: LexborNode) -> str:
    text = node.text_content or ""
    if node.parent is not None and node.parent.tag == "pre":
        return text
    return re.sub(r"[\s\xa0]+", " ", text)


def _anchor(node: LexborNode) -> Anchor | None:
    """The name by which a link opens the page here: that of an anchor, or of a title."""
    tag, given = node.tag, node.attributes
    name = (given.get("name") or given.get("id") or "") if tag == "a" else (given.get("id") or "") if tag in _TITLES else ""
    return Anchor(name) if _FRAGMENT.fullmatch(name) else None


def _linked(node: LexborNode) -> Linked | None:
    """The councillor whose own page on the site a link opens."""
    member = _MEMBER.search(node.attributes.get("href") or "") if node.tag == "a" else None
    name = " ".join(node.text().split()) if member else ""
    return Linked(name, member["number"], (member["site"] or "").casefold()) if member and 1 < len(name.split()) <= _NAME else None


def _style(node: LexborNode) -> str:
    return (node.attributes.get("type") or "1") if node.tag == "ol" else ""


def _start(node: LexborNode) -> int:
    start = node.attributes.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _is_layout(table: LexborNode) -> bool:
    """Whether a table only places things on the page: its cells are then read as blocks."""
    if table.attributes.get("role") == "presentation" or "mgItemTable" in (table.id, table.attributes.get("class")):
        return True
    if len(table.css("table")) > 1 or table.css_first("h1, h2, h3, h4, .mgItemNumberCell") is not None:
        return True
    return any(len(one.text()) > _LONG_CELL for one in table.css("td"))


def _is_header(line: LexborNode) -> bool:
    return line.css_first("th") is not None and line.css_first("td") is None


def _rows(table: LexborNode, page: Page) -> Iterator[str]:
    if (caption := table.css_first("caption")) is not None:
        yield tidy(caption.text())
    rows = [[list(blocks(one, page)) for one in line.css("td, th")] for line in table.css("tr")]
    yield from (block for line in rows for cell in line for block in cell if isinstance(block, Anchor))
    yield from tables.blocks([[[block for block in cell if not isinstance(block, Anchor)] for cell in line] for line in rows])
