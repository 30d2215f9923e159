"""A web page goes in, ModernGov's or any other; its text comes out in blocks, without scripts, navigation and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph_builder.errors import UnreadableDocument
from graph_builder.reading.decode import decode
from graph_builder.reading.drawn import Drawn, join
from graph_builder.reading.markup import Page, blocks

MAX_DEPTH = 5_000
"""Elements within elements beyond this are an attack: the time to parse them grows with the square."""

_NESTING = re.compile(r"<(/?)(?:div|span|b|i|em|strong|font|center|blockquote|section|article|table|ul|ol|dl|small|big|u|sub|sup|a)\b", re.IGNORECASE)
_BODIES = ("#modgov", "main", "[role=main]", "article")
_TITLES = "h1, h2, .mgMainTitleTxt, .mgSubTitleTxt"


def read(data: bytes) -> Drawn:
    """The text of a web page. Raises UnreadableDocument where it is not text, is nested beyond reason, or shows no text."""
    source, warnings = decode(data)
    _check_depth(source)
    parser = LexborHTMLParser(source)
    body = parser.body
    page = Page()
    moderngov = parser.css_first("#mgItemTable, .mgItemTable, .mgContent, .mgMainTitleTxt") is not None
    drawn = [*_heading(parser, body), *blocks(_main(parser, body), page)] if body else []
    joined = join(drawn)
    if not joined.text.strip():
        raise UnreadableDocument("this web page shows no text", reason="no-text")
    form = "moderngov-html" if moderngov else "html"
    members = tuple(one._replace(site=one.site or _site(parser)) for one in joined.members)
    return Drawn(joined.text, (*warnings, *page.notes()), form=form, anchors=joined.anchors, members=members)


def _site(parser: LexborHTMLParser) -> str:
    """The host that the page says it is of; empty where it says none."""
    for selector, name in (("link[rel=canonical]", "href"), ("base[href]", "href"), ("meta[property='og:url']", "content")):
        node = parser.css_first(selector)
        if node is not None and (host := urlsplit(node.attributes.get(name) or "").hostname):
            return host
    return ""


def fragment(source: str) -> list[str]:
    """The blocks of a piece of HTML, as the web service hands it out. Raises UnreadableDocument where it is nested beyond reason."""
    _check_depth(source)
    body = LexborHTMLParser(source).body
    return list(blocks(body, Page())) if body else []


def _check_depth(source: str) -> None:
    depth = 0
    for tag in _NESTING.finditer(source):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > MAX_DEPTH:
            message = f"this web page has more than {MAX_DEPTH:,} elements within each other, which no real page has"
            raise UnreadableDocument(message, reason="damaged")


def _main(parser: LexborHTMLParser, body: LexborNode) -> LexborNode:
    """The part of a page that holds its matter: the one that the page names so, unless most of the text stands elsewhere."""
    whole = len(body.text())
    for selector in _BODIES:
        found = parser.css(selector)
        if len(found) == 1 and len(found[0].text()) * 4 > whole:
            return found[0]
    return body


def _heading(parser: LexborHTMLParser, body: LexborNode) -> Iterator[str]:
    """The titles of a page that stand outside its main part; the page's own title where it has none at all."""
    main = _main(parser, body)
    if main.css_first(_TITLES) is not None:
        return
    titles = [" ".join(node.text().split()) for node in parser.css("h1, .mgMainTitleTxt, .mgSubTitleTxt")]
    if not any(titles) and (title := parser.css_first("title")) is not None:
        titles = [" ".join(title.text().split())]
    yield from titles
