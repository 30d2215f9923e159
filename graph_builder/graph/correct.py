"""Resolved statements and what a person corrects go in; the statements as corrected come out, and what became of each correction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from graph_builder.errors import BadData
from graph_builder.graph.build import DATE, DECIMAL, canonical, claim_id
from graph_builder.masks import matches
from graph_builder.model import Basis, Correction, CorrectionAction, Document, Id, Literal, Span, Statement, Triple
from graph_builder.vocabulary import CORRECTION, EARLIEST, LABEL, LATEST, NAME, PREFIXES, TYPE

RULE: Final = "correction"
_ALIASES: Final = {
    "person": ("attendee", "excused", "member", "declarant", "voter", "assignedTo"),
    "body": ("heldBy", "organization"),
    "post": ("ofPost",),
    "role": ("hadRole", "role", "interestRole"),
    "item": ("aboutItem",),
    "organisation": ("interestIn", "postIn"),
    "value": ("valueAsPrinted",),
    "number": ("identifier",),
    "start": ("startTime",),
    "end": ("endTime",),
    "vote": ("voteCast",),
    "topic": ("subject",),
}
"""What a column of a view is called beside the terms of the ontology that it shows."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one correction: whether it is in force, and where it is not, why; a sentence for the user either way."""

    correction: Correction
    applied: bool
    message: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """The statements with all corrections that could be carried out, and what became of each."""

    statements: tuple[Statement, ...]
    outcomes: tuple[Outcome, ...]


def correct(statements: Iterable[Statement], corrections: Sequence[Correction], documents: Sequence[Document]) -> Corrected:
    """The statements as a person corrected them: a later correction sees what an earlier one made.

    A claim is known by its id and its quote together; where the id has another quote now, the one fact of the same kind with the quote is
    meant. What is corrected keeps the words that it was read from, and has the basis `corrected`.
    """
    said, outcomes = tuple(statements), []
    paper = _Papers(documents)
    for correction in corrections:
        try:
            said, message = _carried_out(correction, said, paper)
            outcomes.append(Outcome(correction, True, message))
        except _NotInForce as reason:
            outcomes.append(Outcome(correction, False, str(reason)))
    return Corrected(tuple(sorted(said, key=Statement.key)), tuple(outcomes))


class _NotInForce(Exception):
    """Why a correction could not be carried out."""


class _Papers:
    """The documents by their texts and names, and the words at spans."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.by_text = {document.id: document for document in documents}
        self.by_name = {document.name: document for document in documents}

    def says(self, spans: Iterable[Span], quote: str) -> bool:
        """Whether the words at these spans are a quote: one of them, or all of one paper with ` … ` between."""
        words: dict[Id, list[str]] = {}
        for span in sorted(set(spans)):
            words.setdefault(span.document, []).append(" ".join(self.by_text[span.document].quote(span).split()))
        wanted = " ".join(quote.split())
        return any(matches(wanted, one) for told in words.values() for one in (*told, " … ".join(dict.fromkeys(told))))


def _carried_out(correction: Correction, said: tuple[Statement, ...], papers: _Papers) -> tuple[tuple[Statement, ...], str]:
    if correction.action is CorrectionAction.ADD:
        return _added(correction, said, papers), "added"
    claim = _found(correction, said, papers)
    moved = f" (its id is {claim} now)" if claim != correction.claim else ""
    if correction.action is CorrectionAction.REJECT:
        return _rejected(claim, correction, said), f"rejected{moved}"
    return _replaced(claim, correction, said), f"replaced{moved}"


def _found(correction: Correction, said: Sequence[Statement], papers: _Papers) -> Id:
    """The id under which a claim is known now."""
    groups = _claims(said, correction.claim.startswith("id:claim/"))
    own = groups.get(correction.claim)
    if own is not None and (not correction.quote or papers.says(own, correction.quote)):
        return correction.claim
    if correction.document and correction.document not in papers.by_name:
        raise _NotInForce(f"its paper {correction.document} is not in this build; it waits")
    if not correction.quote:
        raise _NotInForce("there is no such claim, and no quote tells which was meant")
    kind = correction.claim.partition("/")[0]
    same = [claim for claim, spans in groups.items() if claim.partition("/")[0] == kind and papers.says(spans, correction.quote)]
    if len(same) == 1:
        return same[0]
    raise _NotInForce("its quote is gone: no such fact has these words now" if not same else f"several facts have its words now: {', '.join(sorted(same))}")


def _claims(said: Iterable[Statement], of_properties: bool) -> dict[Id, list[Span]]:
    """The spans of each claim, by its id: of things, or of single properties."""
    groups: dict[Id, list[Span]] = {}
    for statement in said:
        if of_properties != (statement.predicate == TYPE):
            groups.setdefault(_property_claim(statement) if of_properties else statement.subject, []).extend(statement.evidence)
    return groups


def _property_claim(statement: Statement) -> Id:
    triple = Triple(statement.subject, statement.predicate, canonical(statement.object))
    return claim_id(triple, sorted(statement.evidence))


def _meant(claim: Id, said: Iterable[Statement], name: str) -> list[Statement]:
    """The statements that a claim and the name of a property mean."""
    if claim.startswith("id:claim/"):
        return [statement for statement in said if statement.predicate != TYPE and _property_claim(statement) == claim]
    own = [statement for statement in said if statement.subject == claim and statement.predicate != TYPE]
    found = [statement for statement in own if _is_called(statement.predicate, name)]
    if not found:
        raise _NotInForce(f"it has no {name!r}; it has {', '.join(sorted({one.predicate.partition(':')[2] for one in own}))}")
    return found


def _is_called(predicate: Id, name: str) -> bool:
    if name == "date":
        return predicate in (EARLIEST, LATEST)
    plain = name.replace("_", "").casefold()
    local = predicate.partition(":")[2]
    return predicate == name or local.casefold() == plain or local in _ALIASES.get(name.casefold(), ())


def _rejected(claim: Id, correction: Correction, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    if not claim.startswith("id:claim/") and not correction.property:
        return tuple(statement for statement in said if claim not in (statement.subject, statement.object))
    old = _meant(claim, said, correction.property)
    return (*(statement for statement in said if statement not in set(old)), _noted(old, correction, "left out", said))


def _replaced(claim: Id, correction: Correction, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    if not correction.property and not claim.startswith("id:claim/"):
        raise _NotInForce("nobody says which of its values is meant; name the property")
    old = _meant(claim, said, correction.property)
    subject = old[0].subject
    fresh = [replace(one, object=_value(correction.value, one, said), rule=RULE, basis=Basis.CORRECTED, confidence=None) for one in old]
    kinds = [replace(one, rule=RULE, basis=Basis.CORRECTED, confidence=None) for one in said if one.subject == subject and one.predicate == TYPE]
    return (*(one for one in said if one not in old), *dict.fromkeys(fresh), *kinds, _noted(old, correction, correction.value, said))


def _noted(old: Sequence[Statement], correction: Correction, after: str, said: Iterable[Statement]) -> Statement:
    """What was corrected, by whom, when and why, as one sentence that stands beside the printed words."""
    names = {one.subject: one.object.value for one in said if one.predicate in (NAME, LABEL) and isinstance(one.object, Literal)}
    before = ", ".join(dict.fromkeys(_plain(one.object, names) for one in old))
    name = (correction.property or old[0].predicate).rpartition(":")[2]
    who = ", ".join(filter(None, (correction.by, correction.date)))
    words = f"{name}: {before} → {_plain(after, names)}" + (f" ({who})" if who else "") + f": {correction.why}"
    return Statement(old[0].subject, CORRECTION, Literal(words), old[0].evidence, RULE, Basis.CORRECTED)


def _plain(value: Id | Literal, names: Mapping[Id, str]) -> str:
    """A value as a person would write it: a text, the name of a thing, the words of a concept."""
    if isinstance(value, Literal):
        return value.value
    prefix, colon, rest = value.partition(":")
    return names.get(value) or (rest.replace("-", " ") if colon and prefix in PREFIXES and prefix != "id" else value)


def _value(text: str, old: Statement, said: Sequence[Statement]) -> Id | Literal:
    """A value as a person writes it, as the same kind of value as the old one."""
    if isinstance(old.object, Literal):
        return _literal(text, old.object.datatype)
    prefix = old.object.partition(":")[0]
    if prefix in PREFIXES and prefix != "id":
        return text if text.startswith(f"{prefix}:") else f"{prefix}:{'-'.join(text.casefold().split())}"
    return _thing(text, said, {span.document for span in old.evidence})


def _literal(text: str, datatype: Id) -> Literal:
    try:
        if datatype == DATE:
            return Literal(date.fromisoformat(text).isoformat(), datatype)
        value = canonical(Literal(text, datatype)) if datatype == DECIMAL else Literal(text, datatype)
    except (ValueError, BadData) as error:
        raise _NotInForce(f"{text!r} is no {datatype.partition(':')[2]}") from error
    assert isinstance(value, Literal)
    return value


def _thing(text: str, said: Sequence[Statement], papers: Collection[Id]) -> Id:
    """The id that a person wrote, or that of the one thing with this name; of several, the one that the paper itself names."""
    is_it: Callable[[Statement], bool] = (
        (lambda one: one.subject == text) if text.startswith("id:") else (lambda one: one.predicate in (NAME, LABEL) and _says(one, text))
    )
    found = sorted({one.subject for one in said if is_it(one)})
    if len(found) > 1:
        own = {one.subject for one in said if any(span.document in papers for span in one.evidence)}
        found = [thing for thing in found if thing in own] or found
    if len(found) != 1:
        raise _NotInForce(f"{len(found) or 'no'} things here are called {text!r}; name one by its id")
    return found[0]


def _says(statement: Statement, text: str) -> bool:
    return isinstance(statement.object, Literal) and statement.object.value.casefold() == text.casefold()


def _added(correction: Correction, said: tuple[Statement, ...], papers: _Papers) -> tuple[Statement, ...]:
    """The statements with one more, whose quote is looked for in the paper that the person names."""
    document = papers.by_name.get(correction.document)
    if document is None:
        raise _NotInForce(f"its paper {correction.document} is not in this build; it waits")
    at = document.text.find(correction.quote)
    if at < 0:
        raise _NotInForce("its quote is gone: the paper has no such words now")
    own = [one for one in said if one.subject == correction.claim]
    if not own:
        raise _NotInForce(f"there is no {correction.claim} here")
    like = next((one for one in said if _is_called(one.predicate, correction.property) and one.predicate != TYPE), None)
    if like is None:
        raise _NotInForce(f"nothing here has a property {correction.property!r}")
    span = Span(document.id, at, at + len(correction.quote))
    fact = Statement(correction.claim, like.predicate, _value(correction.value, like, said), (span,), RULE, Basis.CORRECTED)
    kinds = [replace(one, rule=RULE, basis=Basis.CORRECTED, confidence=None) for one in own if one.predicate == TYPE]
    nothing = replace(fact, object=Literal("nothing"))
    return (*said, fact, *kinds, _noted([nothing], correction, correction.value, said))
