"""Bytes of XML go in, a tree comes out; entities, document types and broken markup are refused."""

from __future__ import annotations

import re

from lxml import etree

from graph_builder.errors import UnreadableDocument

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def parse(data: bytes, what: str = "this XML") -> etree._Element:
    """The root of an XML document. Raises UnreadableDocument where it has a DOCTYPE, is damaged, or is nested beyond reason."""
    narrow = data.replace(b"\x00", b"")
    if _DOCTYPE.search(narrow):
        raise UnreadableDocument(f"{what} declares a document type (DOCTYPE), which is refused", reason="refused")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(f"{what} is damaged ({error.msg})", reason="damaged") from error
