"""References between papers go in; out come the meetings of the corpus that they name by body and day."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Statement

_READ = frozenset((v.HELD_BY, v.TO_BODY, v.TO_MEETING, v.AT_MEETING, v.EARLIEST, v.LATEST))


def meetings_named(statements: Collection[Statement]) -> set[Statement]:
    """A `civ:toMeeting` for each reference whose body and exact day are those of one meeting, and no other, of the corpus.

    A reference that gives a month, whose day has two meetings of the body, or that points to its own meeting gets none.
    """
    kinds = {s.subject: s.object for s in statements if s.predicate == v.TYPE and s.object in (v.MEETING, v.REFERENCE)}
    facts: dict[Id, dict[Id, set[str]]] = {}
    for s in statements:
        if s.predicate in _READ and s.subject in kinds:
            facts.setdefault(s.subject, {}).setdefault(s.predicate, set()).add(s.object.value if isinstance(s.object, Literal) else s.object)
    held: dict[tuple[str, str], set[Id]] = {}
    for id_, said in facts.items():
        if kinds[id_] == v.MEETING and (key := _key(said, v.HELD_BY)):
            held.setdefault(key, set()).add(id_)
    proofs = {s.subject: s for s in statements if s.predicate == v.TYPE and s.object == v.REFERENCE}
    return {_link(proofs[id_], *meetings) for id_, meetings in _named(facts, kinds, held).items()}


def _named(facts: Mapping[Id, Mapping[Id, set[str]]], kinds: Mapping[Id, object], held: Mapping[tuple[str, str], set[Id]]) -> dict[Id, set[Id]]:
    """The one meeting that each reference names, where it does not link it already."""
    named: dict[Id, set[Id]] = {}
    for id_, said in facts.items():
        key = _key(said, v.TO_BODY) if kinds[id_] == v.REFERENCE and v.TO_MEETING not in said else None
        found = held.get(key, set()) if key else set()
        if len(found) == 1 and not found & said.get(v.AT_MEETING, set()):
            named[id_] = found
    return named


def _key(said: Mapping[Id, set[str]], body: Id) -> tuple[str, str] | None:
    """The body and the day, where each is said once and the day is exact."""
    bodies, days = said.get(body, set()), said.get(v.EARLIEST, set()) | said.get(v.LATEST, set())
    return (min(bodies), min(days)) if len(bodies) == 1 and len(days) == 1 else None


def _link(reference: Statement, meeting: Id) -> Statement:
    return Statement(reference.subject, v.TO_MEETING, meeting, reference.evidence, "body-and-day", Basis.DERIVED)
