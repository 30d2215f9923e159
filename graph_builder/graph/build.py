"""Statements become triples: facts as they are said, proof on each node and on each property whose proof differs from its node's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from itertools import chain
from typing import Final, TypeAlias

from graph_builder.errors import BadData
from graph_builder.graph.concepts import concepts
from graph_builder.graph.sentences import sentence_id, sentences
from graph_builder.masks import NO_MASKS, Masks
from graph_builder.model import Basis, Document, Graph, Id, Literal, Span, Statement, Triple
from graph_builder.ntriples import iri, line, term
from graph_builder.vocabulary import ALT_LABEL, BASIS, CONFIDENCE, LABEL, QUOTED_FROM, RULE, TYPE

DECIMAL: Final = "xsd:decimal"
DATE: Final = "xsd:date"
_STRENGTH: Final = (Basis.CORRECTED, Basis.STATED, Basis.DERIVED, Basis.SUPPLIED)


def build(statements: Iterable[Statement], documents: Sequence[Document], *, masks: Masks = NO_MASKS) -> Graph:
    """The graph of resolved statements, sorted and without duplicates, with quotes masked.

    Raises BadData for an id that was not resolved, an illegal IRI, and a span that is in none of the documents.
    """
    nodes, properties = _divide(statements)
    facts = {Triple(*key) for key in chain(nodes, properties)}
    claims = dict(_claims(nodes, properties))
    evidence = set(chain(_proofs(nodes), *(_claim(key, said) for key, said in claims.items())))
    spans = {span for said in chain(nodes.values(), claims.values()) for statement in said for span in statement.evidence}
    evidence.update(sentences(spans, documents, masks))
    facts.update(concepts(chain(facts, evidence)))
    return Graph(_sorted(facts), _sorted(evidence - facts))


_Key: TypeAlias = tuple[Id, Id, Id | Literal]
_Said: TypeAlias = dict[_Key, list[Statement]]


def _divide(statements: Iterable[Statement]) -> tuple[_Said, _Said]:
    """What makes a node (its type), and what says something of it, each by its triple."""
    nodes: _Said = defaultdict(list)
    properties: _Said = defaultdict(list)
    for statement in statements:
        group = nodes if statement.predicate == TYPE else properties
        group[statement.subject, statement.predicate, canonical(statement.object)].append(statement)
    # SKOS allows no label to be preferred and alternative at once: where a name is seen proves the preferred one.
    for subject, predicate, value in [key for key in properties if key[1] == LABEL]:
        properties[subject, predicate, value] += properties.pop((subject, ALT_LABEL, value), [])
    return nodes, properties


def canonical(value: Id | Literal) -> Id | Literal:
    """A decimal in its shortest form: some engines keep 63.0, some make it 63, and both must give the same answers."""
    if not isinstance(value, Literal) or value.datatype not in (DECIMAL, DATE):
        return value
    try:
        text = _decimal(value.value) if value.datatype == DECIMAL else date.fromisoformat(value.value).isoformat()
    except (InvalidOperation, ValueError) as error:
        raise BadData(f"{value.value!r} is no {value.datatype}") from error
    return value._replace(value=text)


def _decimal(text: str) -> str:
    number = Decimal(text)
    if not number.is_finite():
        raise InvalidOperation
    return f"{number.normalize():f}" if number else "0"


def _proofs(nodes: _Said) -> Iterator[Triple]:
    by_subject: dict[Id, list[Statement]] = defaultdict(list)
    for (subject, _, _), said in nodes.items():
        by_subject[subject] += said
    for subject, said in by_subject.items():
        yield from _proof(subject, said)


def _proof(claim: Id, said: Sequence[Statement]) -> Iterator[Triple]:
    """The quotes and rules of all who say it, with the strongest basis among them and the highest confidence measured for it."""
    for statement in said:
        yield Triple(claim, RULE, Literal(statement.rule))
        for span in statement.evidence:
            yield Triple(claim, QUOTED_FROM, sentence_id(span))
    basis = min((statement.basis for statement in said), key=_STRENGTH.index)
    yield Triple(claim, BASIS, f"basis:{basis}")
    measured = [statement.confidence for statement in said if statement.basis == basis and statement.confidence is not None]
    if measured:
        yield Triple(claim, CONFIDENCE, canonical(Literal(f"{max(measured):.4f}", DECIMAL)))


def _claims(nodes: _Said, properties: _Said) -> Iterator[tuple[tuple[_Key, tuple[Span, ...]], list[Statement]]]:
    """The property statements that need a claim, by triple and spans: those with another basis than their node, or other words."""
    proofs: dict[Id, list[Statement]] = defaultdict(list)
    for (subject, _, _), said in nodes.items():
        proofs[subject] += said
    told = _told_differently(properties, proofs)
    for key, said in properties.items():
        apart = [statement for statement in said if key[:2] in told or not _covered(statement, proofs[key[0]])]
        said_by_a_paper = len(apart) < len(said) or any(statement.evidence for statement in apart)
        by_spans: dict[tuple[Span, ...], list[Statement]] = defaultdict(list)
        for statement in apart:
            # What the list of sources says needs no mention where a paper says the same.
            if statement.evidence or not said_by_a_paper:
                by_spans[tuple(sorted(statement.evidence))].append(statement)
        yield from (((key, spans), group) for spans, group in by_spans.items())


def _told_differently(properties: _Said, proofs: dict[Id, list[Statement]]) -> set[tuple[Id, Id]]:
    """The properties with several values, of things that several papers speak of: which paper says which value, only a claim can tell."""
    several = {subject for subject, said in proofs.items() if len({span.document for one in said for span in one.evidence}) > 1}
    counted = Counter((subject, predicate) for subject, predicate, _ in properties if subject in several)
    return {key for key, count in counted.items() if count > 1}


def _covered(statement: Statement, proofs: Sequence[Statement]) -> bool:
    """Whether the proof of the node is the proof of the property: the same basis, and spans inside the node's."""
    return any(statement.basis == proof.basis for proof in proofs) and all(
        any(_inside(span, whole) for proof in proofs for whole in proof.evidence) for span in statement.evidence
    )


def _inside(span: Span, whole: Span) -> bool:
    return span.document == whole.document and whole.start <= span.start and span.end <= whole.end


def _claim(key: tuple[_Key, tuple[Span, ...]], said: Sequence[Statement]) -> Iterator[Triple]:
    (subject, predicate, value), spans = key
    claim = claim_id(Triple(subject, predicate, value), spans)
    yield Triple(claim, TYPE, "rdf:Statement")
    yield Triple(claim, "rdf:subject", subject)
    yield Triple(claim, "rdf:predicate", predicate)
    yield Triple(claim, "rdf:object", value)
    yield from _proof(claim, said)


def claim_id(triple: Triple, spans: Iterable[Span]) -> Id:
    """An id that depends on what is said and where alone; not on the words, so that it gives away none that are masked."""
    words = "\n".join([line(triple), *(iri(sentence_id(span)) for span in spans)])
    return f"id:claim/{sha256(words.encode()).hexdigest()[:16]}"


def _sorted(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    return tuple(sorted(triples, key=lambda triple: (iri(triple.subject), iri(triple.predicate), term(triple.object))))
