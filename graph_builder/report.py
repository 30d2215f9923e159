"""The report: what became of each input of a build, and how much of what the graph holds, as values and as the rows of `report.json`."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graph_builder import vocabulary
from graph_builder.intake import Paper, Refusal
from graph_builder.language.councils import known
from graph_builder.model import Basis, Coverage, Literal, Reading, Statement

_THINGS: Final = {
    "councils": (vocabulary.COUNCIL,),
    "bodies": (vocabulary.UNIT, vocabulary.COLLABORATION),
    "people": (vocabulary.PERSON,),
    "items": (vocabulary.ITEM,),
    "decisions": (vocabulary.DECISION,),
    "interests": (vocabulary.INTEREST,),
    "inspections": (vocabulary.INSPECTION,),
    "plans": (vocabulary.PLAN,),
}
_KINDS_OF_A_MEETING: Final = frozenset(("kind:minutes", "kind:agenda", "kind:decisions"))
_OF_A_MEETING: Final = frozenset((vocabulary.MINUTES, vocabulary.AGENDA, vocabulary.DECISION_SHEET))


@dataclass(frozen=True, slots=True)
class Row:
    """One input: read, duplicate or skipped; why, where it gave nothing; and how many different triples it states."""

    file: str
    status: str
    reason: str = ""
    message: str = ""
    bytes: int = 0
    sha256: str = ""
    triples: int = 0
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did: its name, a row an input, the coverage of each paper by file name, and how many there are of each kind of thing.

    `withheld` is how many things are private or suppressed and left out. `exit_code` is 0 where every input gave something, else that
    of the gravest refusal. `corrections` are the line of each correction, whether it is in force, and what became of it;
    `exempt` names the items and papers that are held back because they are not for publication.
    `findings` are sentences about judgements of who is who that could not hold.
    """

    build: str
    rows: tuple[Row, ...]
    coverage: tuple[tuple[str, Coverage], ...]
    things: Mapping[str, int]
    withheld: int = 0
    exit_code: int = 0
    corrections: tuple[tuple[int, bool, str], ...] = ()
    exempt: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def report(taken: Sequence[tuple[Paper, Reading]], refusals: Sequence[Refusal], statements: Iterable[Statement], *, build: str, withheld: int) -> Report:
    """The report of a build that took these papers, passed over these inputs, and published these statements under this name."""
    rows = [*(_read(paper, reading) for paper, reading in taken), *map(_refused, refusals)]
    return Report(
        build=build,
        rows=tuple(sorted(rows, key=lambda row: (row.file, row.sha256, row.status))),
        coverage=tuple((paper.name, reading.coverage) for paper, reading in taken),
        things=_things(statements),
        withheld=withheld,
        exit_code=exit_code(refusals),
    )


def exit_code(refusals: Iterable[Refusal]) -> int:
    """The code that a build ends with where it went on without these inputs: 66 where one was not there, 65 where one was bad, else 0."""
    return max((refusal.exit_code for refusal in refusals), default=0)


def _read(paper: Paper, reading: Reading) -> Row:
    document = reading.document
    triples = {(statement.subject, statement.predicate, statement.object) for statement in reading.statements}
    size, warnings = paper.path.stat().st_size, (*document.warnings, *_missing(reading))
    return Row(document.name, "read", bytes=size, sha256=document.file_hash, triples=len(triples), warnings=warnings)


def _missing(reading: Reading) -> Iterator[str]:
    """What a paper does not say of itself and no list of sources says for it; it is never guessed."""
    said = {statement.predicate: statement.object for statement in reading.statements}
    keys = []
    if vocabulary.OF_COUNCIL not in said:
        keys.append("council")
    if said.get(vocabulary.PAPER_KIND) in _KINDS_OF_A_MEETING:
        meetings = _meetings(reading)
        told = {statement.predicate for statement in reading.statements if statement.subject in meetings}
        keys += [key for key, predicate in (("body", vocabulary.HELD_BY), ("date", vocabulary.EARLIEST)) if predicate not in told]
    district = reading.document.source.district
    if district and not known(district):
        yield f"its district {district!r} is no council of the list of councils; its ids are without it"
    if keys:
        entry = json.dumps(reading.document.name, ensure_ascii=False) + "".join(f", {key}: ..." for key in keys)
        yield f"nobody says its {' and '.join(keys)}, so its ids are provisional; fill in and add to sources.yml: - {{file: {entry}}}"


def _meetings(reading: Reading) -> set[str]:
    """The meeting that a paper is of, where it is of one."""
    return {one.subject for one in reading.statements if one.predicate in _OF_A_MEETING}


def said_of_itself(reading: Reading) -> dict[str, str]:
    """What a paper says of its council, body, date and kind, by the keys of a list of sources; and the council's `code`, where the list has it."""
    meetings = _meetings(reading)
    wanted = {vocabulary.OF_COUNCIL: "council", vocabulary.HELD_BY: "body", vocabulary.EARLIEST: "date", vocabulary.PAPER_KIND: "kind"}
    told = (one for one in reading.statements if one.basis is not Basis.SUPPLIED or one.predicate == vocabulary.PAPER_KIND)
    found = {wanted[one.predicate]: one.object for one in told if one.predicate in wanted and (one.subject in meetings or ":document/" in one.subject)}
    named = {key: value.value if isinstance(value, Literal) else _name(value, reading) for key, value in found.items()}
    council = known(named.get("council", ""))
    return {key: value for key, value in (named | {"code": council.gss if council else ""}).items() if value}


def _name(thing: str, reading: Reading) -> str:
    """The shortest form of a name that a paper has for a thing; of a concept, the last part of its id."""
    own = (one.object for one in reading.statements if (one.subject, one.predicate) == (thing, vocabulary.ALT_LABEL))
    labels = [label.value for label in own if isinstance(label, Literal)]
    return min(labels, key=lambda label: (len(label), label), default="") if thing.startswith("doc:") else thing.partition(":")[2]


def _refused(refusal: Refusal) -> Row:
    size, digest = _content(refusal.path)
    return Row(refusal.name, "skipped" if refusal.exit_code else "duplicate", refusal.reason, refusal.message, size, digest)


def _content(path: Path) -> tuple[int, str]:
    """Size and SHA-256 of a regular file that may be read; nothing else is opened, so that nothing can hang."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        pass
    return 0, ""


def _things(statements: Iterable[Statement]) -> dict[str, int]:
    """How many there are of each kind; meetings are those that a paper of the corpus is of."""
    kinds: Counter[object] = Counter()
    meetings: set[str] = set()
    seen: set[tuple[str, object]] = set()
    for statement in statements:
        if statement.predicate in _OF_A_MEETING:
            meetings.add(statement.subject)
        elif statement.predicate == vocabulary.TYPE and (statement.subject, statement.object) not in seen:
            seen.add((statement.subject, statement.object))
            kinds[statement.object] += 1
    return {"meetings": len(meetings)} | {name: sum(kinds[kind] for kind in classes) for name, classes in _THINGS.items()}
