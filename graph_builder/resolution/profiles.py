"""The statements of one paper go in; out comes what it tells of each person: names, standing, posts, bodies, party, day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.language.names import Name, parse
from graph_builder.language.parties import party
from graph_builder.model import Id, Literal, Reading, Statement
from graph_builder.resolution.bodies import council_of
from graph_builder.resolution.terms import council_name

_LINKS: Final = frozenset((v.ATTENDEE, v.EXCUSED, v.MEMBER))
_FACTS: Final = frozenset((v.CAPACITY, v.OF_POST, v.OF_ORGANISATION, v.AT_MEETING))
_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as one paper tells of them.

    `standing` is `councillor` by title, `member` or `officer` by a list, else empty; `numbers` are ids of a council's site, `site/number`.
    """

    local: Id
    council: str
    council_name: str
    names: Mapping[str, Name]
    day: date | None = None
    standing: str = ""
    private: bool = False
    parties: frozenset[str] = _NONE
    posts: frozenset[str] = _NONE
    bodies: frozenset[str] = _NONE
    numbers: frozenset[str] = _NONE

    @property
    def paper(self) -> Id:
        """The local prefix of the paper."""
        return self.local.partition("/")[0]

    @property
    def scope(self) -> str:
        """Within what a name tells who somebody is: a council; the paper alone where it names none."""
        return self.council if self.council != "unknown" else f"unknown {self.paper}"


def profiles(reading: Reading) -> Iterator[Profile]:
    """The people of one paper whose names can be read, sorted by local id."""
    prefix = f"{reading.document.local}/person/"
    own: dict[Id, list[Statement]] = {}
    nodes: dict[Id, dict[Id, set[str]]] = {}
    whose: dict[Id, set[Id]] = {}
    for s in reading.statements:
        if s.subject.startswith(prefix):
            own.setdefault(s.subject, []).append(s)
        elif s.predicate in _LINKS and isinstance(s.object, str):
            whose.setdefault(s.object, set()).add(s.subject)
        elif s.predicate in _FACTS or (s.predicate in (v.HELD_BY, v.EARLIEST) and "/meeting/" in s.subject):
            nodes.setdefault(s.subject, {}).setdefault(s.predicate, set()).add(s.object.value if isinstance(s.object, Literal) else s.object)
    council, name, day = council_of(reading), council_name(reading), _day(nodes)
    for local, said in sorted(own.items()):
        forms = [s.object.value for s in said if s.predicate == v.ALT_LABEL and isinstance(s.object, Literal)]
        names = {form: found for form in forms if (found := parse(form, bare=True))}
        if names:
            facts = [nodes.get(node, {}) for node in sorted(whose.get(local, ()))]
            yield Profile(
                local,
                council,
                name,
                names,
                day,
                _standing(names, facts),
                any(s.object == v.PRIVATE_PERSON for s in said),
                parties=frozenset(party(s.object.value) or s.object.value.casefold() for s in said if s.predicate == v.PARTY and isinstance(s.object, Literal)),
                posts=_last(facts, v.OF_POST),
                bodies=_last(facts, v.OF_ORGANISATION) | _met(facts, nodes),
                numbers=frozenset(s.object.value for s in said if s.predicate == v.MEMBER_NUMBER and isinstance(s.object, Literal)),
            )


def _day(nodes: Mapping[Id, Mapping[Id, set[str]]]) -> date | None:
    days = [min(said[v.EARLIEST]) for said in nodes.values() if v.EARLIEST in said and v.HELD_BY in said]
    return date.fromisoformat(min(days)) if days else None


def _standing(names: Mapping[str, Name], facts: Sequence[Mapping[Id, set[str]]]) -> str:
    if any(name.is_councillor for name in names.values()):
        return "councillor"
    capacities = {value for said in facts for value in said.get(v.CAPACITY, ())}
    return "officer" if "capacity:officer" in capacities else "member" if "capacity:member" in capacities else ""


def _last(facts: Sequence[Mapping[Id, set[str]]], predicate: Id) -> frozenset[str]:
    """The last parts of what the nodes about a person link to."""
    return frozenset(value.rsplit("/", 1)[-1] for said in facts for value in said.get(predicate, ()))


def _met(facts: Sequence[Mapping[Id, set[str]]], nodes: Mapping[Id, Mapping[Id, set[str]]]) -> frozenset[str]:
    meetings = {value for said in facts for value in said.get(v.AT_MEETING, ())}
    return frozenset(value.rsplit("/", 1)[-1] for meeting in meetings for value in nodes.get(meeting, {}).get(v.HELD_BY, ()))
