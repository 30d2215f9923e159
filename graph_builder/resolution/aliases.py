"""The bodies of single papers under the ids of their names go in; out come those that are another body by other words, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.language.bodies import meeting_head, national
from graph_builder.language.slugs import slug
from graph_builder.model import Basis, Id, Literal, Reading, Span, Statement
from graph_builder.resolution.bodies import scope_of

_ACRONYM: Final = re.compile(r"(?:the\s+)?([A-Z][A-Za-z&]{0,8}[A-Z])s?")
_BEFORE_COMMA: Final = 90
"""How many characters before a name may hold the words that a comma cut off: `Children, Young People & Skills Committee`."""
_MEANT: Final = {
    v.MADE_BY_PRINTED: v.MADE_BY,
    v.ADDRESSEE_PRINTED: v.ADDRESSED_TO,
    v.ASSIGNEE_PRINTED: v.ASSIGNED_TO,
    v.RAISED_BY_PRINTED: v.RAISED_BY,
}
"""Words as printed that may be an abbreviation, and the property that says which body they mean."""


@dataclass(frozen=True, slots=True)
class Defined:
    """An abbreviation that papers of a council define: the final id of the one body that bears it, and where the first of them says so."""

    body: Id
    spans: tuple[Span, ...]


def aliases(readings: Sequence[Reading], ids: Mapping[Id, Id]) -> dict[Id, Id]:
    """The final ids of the local bodies that go by other words than the body they are.

    The end of a name behind a comma is the whole name; a council's place before a name that its papers know without makes no other body,
    and another council's place leads to that council's body; an abbreviation is the one body of the council that bears it.
    """
    known: dict[str, set[str]] = {}
    for final in ids.values():
        if final.startswith("id:body/") and final.count("/") == 2:
            known.setdefault(final.split("/")[1], set()).add(final.split("/")[2])
    shorts = defined(readings, ids)
    found: dict[Id, Id] = {}
    for reading in readings:
        council = scope_of(reading)
        for local, places in _named(reading).items():
            final = ids[local]
            if final.startswith(f"id:body/{council}/"):
                told = _cut(reading, places, known[council], final) or _placed(final, known) or _short(places, council, shorts)
                if told and told != final:
                    found[local] = told
    return _to_the_end(found, ids)


def _to_the_end(found: Mapping[Id, Id], ids: Mapping[Id, Id]) -> dict[Id, Id]:
    """Each alias led on to the body that is none: where all that bear an id are another's, the id is that other's."""
    whole: dict[Id, set[Id]] = {}
    for local, final in ids.items():
        whole.setdefault(final, set()).add(found.get(local, final))
    on = {final: min(to) for final, to in whole.items() if len(to) == 1}
    return {local: on.get(final, final) for local, final in found.items()}


def _named(reading: Reading) -> dict[Id, dict[str, list[Span]]]:
    """By local body, its names and where they stand."""
    prefix = f"{reading.document.local}/body/"
    found: dict[Id, dict[str, list[Span]]] = {}
    for s in reading.statements:
        if s.subject.startswith(prefix) and s.predicate == v.ALT_LABEL and isinstance(s.object, Literal):
            found.setdefault(s.subject, {}).setdefault(s.object.value, []).extend(s.evidence)
    return found


def _cut(reading: Reading, places: Mapping[str, Sequence[Span]], known: Iterable[str], final: Id) -> Id | None:
    """The body whose name a comma cut in two: wherever the end of the name stands, the words before it make the whole."""
    council, name = final.split("/")[1:]
    longer = sorted((one for one in known if one.endswith(f"-{name}")), key=len, reverse=True)
    spans = sorted({span for found in places.values() for span in found})
    text = reading.document.text
    for one in longer:
        if spans and all(_completes(text[max(0, span.start - _BEFORE_COMMA) : span.start], text[span.start : span.end], one) for span in spans):
            return f"id:body/{council}/{one}"
    return None


def _completes(before: str, name: str, whole: str) -> bool:
    """Whether the words before a name, of which the last is followed by a comma or an "and", make it the whole name."""
    return bool(re.search(r"(?:,|&|\band)\s*$", before)) and f"-{slug(f'{before} {name}', most=400)}".endswith(f"-{whole}")


def _placed(final: Id, known: Mapping[str, set[str]]) -> Id | None:
    """The body of a council whose place stands before its name, where that council's papers know the name without."""
    name = final.split("/")[2]
    for council in sorted(known, key=len, reverse=True):
        rest = name.removeprefix(f"{council}-")
        if rest != name and rest in known[council] and "-" in rest and meeting_head().search(rest.replace("-", " ")):
            return f"id:body/{council}/{rest}"
    return None


def _short(places: Iterable[str], council: str, shorts: Mapping[tuple[str, str], Defined]) -> Id | None:
    """The body that bears an abbreviation, for one that is named by it alone."""
    match = next(iter(places), "") and [_ACRONYM.fullmatch(name) for name in places]
    if not match or not all(match):
        return None
    found = {shorts[key].body for one in match if one and (key := (council, one[1])) in shorts}
    return min(found) if len(found) == 1 else None


def defined(readings: Iterable[Reading], ids: Mapping[Id, Id]) -> dict[tuple[str, str], Defined]:
    """By council and abbreviation, the one body of which that council's papers define it; none where they define it of two."""
    told: dict[tuple[str, str], dict[Id, set[Span]]] = {}
    for reading in readings:
        council = scope_of(reading)
        for s in reading.statements:
            if s.predicate == v.ACRONYM and isinstance(s.object, Literal) and "/body/" in s.subject and s.subject in ids:
                told.setdefault((council, s.object.value), {}).setdefault(ids[s.subject], set()).update(s.evidence)
    return {key: Defined(*next((body, tuple(sorted(spans)[:1])) for body, spans in bodies.items())) for key, bodies in told.items() if len(bodies) == 1}


def meant(readings: Iterable[Reading], ids: Mapping[Id, Id]) -> Iterator[Statement]:
    """Whom abbreviations mean that a paper uses and another paper of its council, or the list of national bodies, explains.

    The quote is that of the use, with that of the definition where a paper has it. Nothing is said where the paper itself says whom it means.
    """
    readings = list(readings)
    shorts = defined(readings, ids)
    for reading in readings:
        council = scope_of(reading)
        said = {(s.subject, s.predicate) for s in reading.statements if s.predicate in _MEANT.values()}
        for s in reading.statements:
            if s.predicate not in _MEANT or not isinstance(s.object, Literal) or (s.subject, _MEANT[s.predicate]) in said:
                continue
            match = _ACRONYM.fullmatch(s.object.value)
            body = _bearer(match[1], council, shorts) if match else None
            if body:
                yield Statement(s.subject, _MEANT[s.predicate], body.body, (*s.evidence, *body.spans), "abbreviation-elsewhere", Basis.DERIVED)


def _bearer(short: str, council: str, shorts: Mapping[tuple[str, str], Defined]) -> Defined | None:
    known = national(short)
    return shorts.get((council, short)) or (Defined(f"id:body/{known[1]}", ()) if known else None)
