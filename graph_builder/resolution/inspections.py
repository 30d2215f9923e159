"""One id for one inspection: told in several papers it is one where inspectorate, area and time agree, and never two of one paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.language.slugs import slug
from graph_builder.model import Basis, Id, Literal, Reading, Statement

_EXACT_DAYS: Final = 62
"""How wide a time may be that proves by overlapping: "October/November 2016" does, "2016" does not."""
_SLIP_DAYS: Final = 14
_MONTH_DAYS: Final = 27
"""From how many days on a time is a month, a season or a year, and no stretch of days."""
_APART: Final = frozenset(("monitoring visit", "focused visit", "re-inspection", "peer review", "direction", "notice", "annual conversation"))
"""Kinds that are never another inspection told in other words."""
_FIRST: Final = ("ofsted", "estyn", "care-inspectorate", "care-quality-commission")


@dataclass(slots=True)
class _Told:
    """An inspection as one paper tells it, or several that are one."""

    locals: set[Id]
    papers: set[Id]
    kinds: set[str] = field(default_factory=set)
    inspectors: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    times: list[tuple[date, date]] = field(default_factory=list)
    published: set[date] = field(default_factory=set)

    @property
    def time(self) -> tuple[date, date] | None:
        """The most exact time."""
        return min(self.times, key=lambda time: (time[1] - time[0], time), default=None)


def inspection_ids(readings: Sequence[Reading], known: Mapping[Id, Id]) -> dict[Id, Id]:
    """The final id of each local inspection, `id:inspection/{inspector}/{area}/{date}`; `known` are the final ids of bodies.

    A place that an inspectorate's report names instead of its council stands for the council, where the corpus has one of that name.
    """
    councils = _councils(readings, known)
    told = [one for reading in readings for one in _of_paper(reading, {**known, **councils})]
    ids: dict[Id, Id] = dict(councils)
    taken: dict[Id, int] = {}
    for one in sorted(_merged(told), key=lambda one: (_name(one), sorted(one.locals))):
        name = _name(one)
        taken[name] = taken.get(name, 0) + 1
        final = name if taken[name] == 1 else f"{name}-{slug(min(one.kinds, default=''))}-{taken[name]}"
        ids |= dict.fromkeys(one.locals, final)
    return ids


def one_time(statements: Iterable[Statement]) -> set[Statement]:
    """The statements, but of several dates that papers give one inspection only the most exact, and those that cannot both be true with it."""
    statements = set(statements)
    pairs: dict[Id, dict[tuple[object, ...], dict[Id, Statement]]] = {}
    for s in statements:
        if s.subject.startswith("id:inspection/") and s.predicate in (v.EARLIEST, v.LATEST, v.AS_PRINTED):
            pairs.setdefault(s.subject, {}).setdefault(s.evidence, {})[s.predicate] = s
    for found in pairs.values():
        whole = {place: pair for place, pair in found.items() if v.EARLIEST in pair and v.LATEST in pair}
        best = _best(whole)
        kept = {best, *(place for place, pair in whole.items() if best is not None and _against(pair, whole[best]))}
        statements -= {s for place, pair in found.items() if place not in kept for s in pair.values()}
    return statements


def _best(whole: Mapping[tuple[object, ...], Mapping[Id, Statement]]) -> tuple[object, ...] | None:
    """The place of the most exact date; a month is no more exact than the stretch of months that holds it: "November 2016" is where an inspection ended."""
    best = min(whole, key=lambda place: (_breadth(whole[place]), str(place)), default=None)
    if best is None or _breadth(whole[best]) < _MONTH_DAYS:
        return best
    (first, last), held = _ends(whole[best]), {place: _ends(pair) for place, pair in whole.items() if all(s.basis == Basis.STATED for s in pair.values())}
    stretches = [place for place, (start, end) in held.items() if start <= first and last <= end and (end - start).days <= _EXACT_DAYS]
    return max(stretches, key=lambda place: (_breadth(whole[place]), str(place)), default=best)


def _against(pair: Mapping[Id, Statement], best: Mapping[Id, Statement]) -> bool:
    """Whether printed days cannot be those of the best date, nor hold them: both are kept, for somebody to judge."""
    (first, last), (start, end) = _ends(pair), _ends(best)
    if any(s.basis != Basis.STATED for s in pair.values()) or (first <= start and end <= last):
        return False
    wide = max((last - first).days, (end - start).days) >= _MONTH_DAYS
    return not (wide and first <= end and start <= last)


def _breadth(pair: Mapping[Id, Statement]) -> int:
    first, last = _ends(pair)
    return (last - first).days


def _ends(pair: Mapping[Id, Statement]) -> tuple[date, date]:
    first, last = (date.fromisoformat(s.object.value) for s in (pair[v.EARLIEST], pair[v.LATEST]) if isinstance(s.object, Literal))
    return first, last


def _councils(readings: Sequence[Reading], known: Mapping[Id, Id]) -> dict[Id, Id]:
    """The councils that stand for places: `Herefordshire`, inspected, is Herefordshire Council."""
    inspected = {s.object for reading in readings for s in reading.statements if s.predicate == v.INSPECTED and isinstance(s.object, str)}
    councils = {final.rsplit("/", 1)[-1]: final for final in known.values() if final.startswith("id:council/")}
    finals = {local: known.get(local, local) for local in inspected}
    told = {s.subject for reading in readings for s in reading.statements if s.rule == "place-stands-for-its-council"}
    councils = {**{(name := finals[local].rsplit("/", 1)[-1]): f"id:council/{name}" for local in told & set(finals)}, **councils}
    return {local: councils[name] for local, final in finals.items() if (name := final.rsplit("/", 1)[-1]) in councils and not final.startswith("id:council/")}


def _of_paper(reading: Reading, known: Mapping[Id, Id]) -> list[_Told]:
    found = {s.subject: _Told({s.subject}, {reading.document.id}) for s in reading.statements if s.predicate == v.TYPE and s.object == v.INSPECTION}
    ends: dict[Id, dict[Id, date]] = {}
    for s in reading.statements:
        if (one := found.get(s.subject)) is None:
            continue
        if isinstance(s.object, str):
            last = known.get(s.object, s.object).rsplit("/", 1)[-1]
            one.inspectors |= {last} if s.predicate == v.INSPECTOR else set()
            one.areas |= {last} if s.predicate == v.INSPECTED else set()
        elif s.predicate in (v.EARLIEST, v.LATEST):
            ends.setdefault(s.subject, {})[s.predicate] = date.fromisoformat(s.object.value)
        elif s.predicate == v.PUBLISHED:
            one.published.add(date.fromisoformat(s.object.value))
        elif s.predicate == v.INSPECTION_KIND:
            one.kinds.add(s.object.value)
    for subject, pair in ends.items():
        found[subject].times.append((pair[v.EARLIEST], pair[v.LATEST]))
    return list(found.values())


def _merged(told: Sequence[_Told]) -> list[_Told]:
    """The inspections of the corpus: pairs are joined from the most exact on, but never two that one paper tells apart."""
    groups = {id(one): one for one in told}
    whose = {id(one): id(one) for one in told}
    pairs = [(a, b) for a, b in _of_one_area(told) if _one(a, b)]
    for a, b in sorted(pairs, key=lambda pair: (_width(pair[0]) + _width(pair[1]), sorted(pair[0].locals), sorted(pair[1].locals))):
        left, right = groups[whose[id(a)]], groups[whose[id(b)]]
        if left is right or left.papers & right.papers or not _one(left, right):
            continue
        for name in ("locals", "papers", "kinds", "inspectors", "areas", "published"):
            getattr(left, name).update(getattr(right, name))
        left.times.extend(right.times)
        del groups[id(right)]
        whose |= {key: id(left) for key, group in whose.items() if group == id(right)}
    return list(groups.values())


def _of_one_area(told: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """The pairs of tellings that name an area in common, each once; no others are compared."""
    areas: dict[str, list[int]] = {}
    for at, one in enumerate(told):
        for area in one.areas:
            areas.setdefault(area, []).append(at)
    for a, b in sorted({pair for group in areas.values() for pair in combinations(group, 2)}):
        yield told[a], told[b]


def _width(one: _Told) -> int:
    return (one.time[1] - one.time[0]).days if one.time else 0


def _one(left: _Told, right: _Told) -> bool:
    """Whether two tellings are of one inspection: the same inspectorate and area, and the same publication day or overlapping times.

    Reports of one time that came out days apart are one report, of which a paper gives the day wrongly; both days are kept.
    """
    if left.papers & right.papers or not left.areas & right.areas:
        return False
    if not left.inspectors & right.inspectors or not (left.inspectors <= right.inspectors or right.inspectors <= left.inspectors):
        return False
    if (left.kinds | right.kinds) & _APART and not left.kinds & right.kinds and "visit" not in left.kinds | right.kinds:
        return False
    if left.published and right.published and (left.published & right.published or not _near(left, right)):
        return bool(left.published & right.published)
    if left.time is None or right.time is None:
        return False
    narrow = max(_width(left), _width(right)) <= _EXACT_DAYS
    return narrow and left.time[0] <= right.time[1] and right.time[0] <= left.time[1]


def _near(left: _Told, right: _Told) -> bool:
    """Whether two reports came out so near to each other that, of one time, they are one whose day a paper gives wrongly."""
    return any(abs((a - b).days) <= _SLIP_DAYS for a in left.published for b in right.published)


def _name(one: _Told) -> Id:
    """The id of an inspection; what lacks inspector, area or date is told from others by its paper."""
    lead = next((name for name in _FIRST if name in one.inspectors), min(one.inspectors, default="unknown"))
    area, when = min(one.areas, default="unknown"), _when(one)
    sure = "unknown" not in (lead, area) and when != "undated"
    return f"id:inspection/{lead}/{area}/{when}" + ("" if sure else f"/{slug(min(one.papers).rsplit('/', 1)[-1])}")


def _when(one: _Told) -> str:
    """The time as a part of an id, as exact as it is: a day, a month, a year; else the day of publication."""
    if one.time is None:
        return min(one.published).isoformat() if one.published else "undated"
    first, last = one.time
    days = (last - first).days
    return first.isoformat() if days < 27 else first.isoformat()[:7] if days < 200 else first.isoformat()[:4]
