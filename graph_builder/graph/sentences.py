"""Spans become sentences: each with its offsets, its words with masks over them, its place in the source, and the text that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph_builder.errors import BadData
from graph_builder.masks import Masks, page_of, published_quote
from graph_builder.model import Document, Id, Literal, Span, Triple
from graph_builder.places import address_of, box_of
from graph_builder.vocabulary import ANCHOR, BEGIN, BOX, CONTEXT, DERIVED_FROM, END, OPENS_AT, PAGE, REFERENCE_CONTEXT, SENTENCE, TYPE

OFFSET = "xsd:nonNegativeInteger"


def sentence_id(span: Span) -> Id:
    """The id of the sentence at a span, by RFC 5147: `id:text/…#char=start,end`."""
    return f"{span.document}#char={span.start},{span.end}"


def sentences(spans: Iterable[Span], documents: Sequence[Document], masks: Masks) -> Iterator[Triple]:
    """The triples of the sentences at these spans and of the texts that hold them.

    Raises BadData for a span that is in none of the documents.
    """
    known = {document.id: document for document in documents}
    for document in known.values():
        yield Triple(document.id, TYPE, CONTEXT)
        yield Triple(document.id, DERIVED_FROM, f"id:document/{document.file_hash[:16]}")
    for span in spans:
        document_or_none = known.get(span.document)
        if document_or_none is None or not 0 <= span.start < span.end <= len(document_or_none.text):
            raise BadData(f"a statement names words that no paper has: {sentence_id(span)}")
        yield from _sentence(span, document_or_none, masks)


def _sentence(span: Span, document: Document, masks: Masks) -> Iterator[Triple]:
    sentence = sentence_id(span)
    yield Triple(sentence, TYPE, SENTENCE)
    yield Triple(sentence, BEGIN, Literal(str(span.start), OFFSET))
    yield Triple(sentence, END, Literal(str(span.end), OFFSET))
    yield Triple(sentence, ANCHOR, Literal(published_quote(document, span, masks)))
    yield Triple(sentence, REFERENCE_CONTEXT, span.document)
    if page := page_of(document, span):
        yield Triple(sentence, PAGE, Literal(str(page), "xsd:integer"))
    if box := box_of(document, span):
        yield Triple(sentence, BOX, Literal(str(box)))
    if address := address_of(document, span):
        yield Triple(sentence, OPENS_AT, Literal(address, "xsd:anyURI"))
