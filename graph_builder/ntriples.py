"""The edge of the house: from CURIEs and literals to the text of N-Triples, where each IRI and each character is checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from graph_builder.errors import BadData
from graph_builder.model import Id, Literal, Triple
from graph_builder.vocabulary import expand

_ILLEGAL = re.compile(r'[\x00-\x20<>"{}|^`\\\x7f-\x9f\ud800-\udfff]')
_ESCAPES = {character: f"\\u{character:04X}" for character in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFFFF)}
_ESCAPES |= {ord(character): escape for character, escape in zip('\b\t\n\f\r"\\', (r"\b", r"\t", r"\n", r"\f", r"\r", r"\"", r"\\"), strict=True)}
_SPECIAL = re.compile("[" + "".join(re.escape(chr(code)) for code in _ESCAPES) + "]")


@lru_cache(maxsize=1 << 18)
def iri(curie: Id) -> str:
    """The IRI of a CURIE.

    Raises BadData for an unknown prefix, an id that holds within one paper alone (`doc:`), and characters that no IRI may have.
    """
    try:
        text = expand(curie)
    except KeyError as error:
        reason = "was not resolved" if curie.startswith("doc:") else "has no known prefix"
        raise BadData(f"the id {curie!r} {reason}") from error
    if _ILLEGAL.search(text):
        raise BadData(f"the id {curie!r} has a character that no IRI may have")
    return text


def quoted(text: str) -> str:
    """A text between quotation marks, as N-Triples, Turtle and SPARQL all read it.

    Raises BadData for half a surrogate pair, which no encoding of Unicode can hold.
    """
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        raise BadData(f"a text has half a surrogate pair: {text[:60]!r}")
    return f'"{text.translate(_ESCAPES) if _SPECIAL.search(text) else text}"'


def term(value: Id | Literal) -> str:
    """The N-Triples text of an id or a literal; raises as `iri` and `quoted` do."""
    if not isinstance(value, Literal):
        return f"<{iri(value)}>"
    if value.language:
        return f"{quoted(value.value)}@{value.language}"
    if value.datatype == "xsd:string":
        return quoted(value.value)
    return f"{quoted(value.value)}^^<{iri(value.datatype)}>"


def line(triple: Triple) -> str:
    """A triple as one line of N-Triples, with its newline."""
    return f"<{iri(triple.subject)}> <{iri(triple.predicate)}> {term(triple.object)} .\n"


def lines(triples: Iterable[Triple]) -> Iterator[str]:
    """Triples as the lines of a canonical file: sorted, and each once."""
    yield from sorted({line(triple) for triple in triples})
