"""The pairs of faces that were joined go in; out come statements of why each two are one person, with the words of both papers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Span, Statement
from graph_builder.resolution.connect import Edge
from graph_builder.resolution.faces import Face


def reasons(edges: Iterable[Edge[Face]], ids: Mapping[Id, Id], forms: Mapping[tuple[Id, str], Sequence[Span]]) -> Iterator[Statement]:
    """A `civ:Match` for each pair that made people one: the names of both sides, the score, and each sign with its weight.

    `ids` are the final ids; `forms` the spans of each local person's names as printed.
    """
    for edge in edges:
        sides = [_side(face, forms) for face in (edge.left, edge.right)]
        person = ids[edge.left.profiles[0].local]
        names = sorted({name for name, _ in sides})
        digest = hashlib.sha256("\x00".join([*names, *edge.words]).encode()).hexdigest()[:12]
        spans = tuple(sorted({span for _, places in sides for span in places[:1]}))
        basis, rule = (Basis.CORRECTED, "judgement") if edge.decided else (Basis.DERIVED, "names-compared")
        values: list[tuple[Id, Id | Literal]] = [
            (v.TYPE, v.MATCH),
            (v.MATCH_OF, person),
            *((v.MATCHED_NAME, Literal(name)) for name in names),
            *((v.MATCH_REASON, Literal(words)) for words in edge.words),
            *([] if edge.decided else [(v.MATCH_SCORE, Literal(str(edge.score), "xsd:integer"))]),
        ]
        subject = f"id:match/{person.split('/', 1)[1]}/{digest}"
        yield from (Statement(subject, predicate, value, spans, rule, basis) for predicate, value in values)


def _side(face: Face, forms: Mapping[tuple[Id, str], Sequence[Span]]) -> tuple[str, Sequence[Span]]:
    """The fullest name of the first paper of a face, and where it stands."""
    person = face.profiles[0]
    form = max(person.names, key=lambda form: (len(person.names[form].given), form))
    return form, forms.get((person.local, form), ())
