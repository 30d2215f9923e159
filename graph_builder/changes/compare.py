"""The named views of an older and a newer dataset side by side: each fact that only one has, and each whose cells differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder.changes.change import Change, Row
from graph_builder.changes.hidden import Hidden
from graph_builder.masks import MASK, matches
from graph_builder.sparql import with_prefixes
from graph_builder.store import Dataset, has_value, query, views
from graph_builder.vocabulary import compact

ADDED, LOST, CHANGED, MERGED, SPLIT = "added", "lost", "changed", "merged", "split"
_NO_FACTS: Final = frozenset(("people", "bodies", "evidence"))
"""Views that gather what others tell: what is new in them is told by those."""
_NOT_SAID: Final = frozenset(("claim", "confidence", "page", "box", "url", "quote"))
_FORMS: Final = """
SELECT ?thing ?sentence WHERE {
  VALUES ?class { foaf:Person org:Organization org:OrganizationalUnit org:OrganizationalCollaboration org:FormalOrganization m8g:PublicOrganisation }
  ?thing a ?class .
  { ?thing civ:quotedFrom ?sentence }
  UNION { VALUES ?property { skos:altLabel skos:prefLabel foaf:name } ?claim rdf:subject ?thing ; rdf:predicate ?property ; civ:quotedFrom ?sentence }
}"""


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, sorted, and the names of the two builds."""

    old: str
    new: str
    changes: tuple[Change, ...]

    def counts(self) -> dict[str, int]:
        """How many there are of each kind, in the order in which they are told."""
        return {what: sum(change.what == what for change in self.changes) for what in (ADDED, LOST, CHANGED, MERGED, SPLIT)}


def compare(old: Dataset, new: Dataset, *, topic: str = "", person: str = "", body: str = "", suppressed: Collection[str] = ()) -> Changes:
    """What changed from the older dataset to the newer one.

    `topic`, `person` and `body`, each a name or an id, leave the changes of facts about it. A fact that has another id now and says the
    same in the same words is no change, and neither is one in which words are masked by now. What the older one says of `suppressed` names
    and ids is not told.
    """
    hidden = Hidden.of(old, suppressed)
    found: list[Change] = []
    for view in views():
        if not view.required and view.name not in _NO_FACTS:
            before, after = (_narrowed(dataset, view.name, topic=topic, names=(person, body)) for dataset in (old, new))
            found += _of_view(view.name, hidden.left(before), after)
    if not topic:
        found += _identities(old, new, name=person or body)
    told = (change for change in found if not hidden.names_any(change))
    return Changes(str(old.manifest.get("build", "")), str(new.manifest.get("build", "")), tuple(sorted(told)))


def _narrowed(dataset: Dataset, view: str, *, topic: str, names: Sequence[str]) -> list[dict[str, str]]:
    rows = query(dataset, view).dicts()
    if topic:
        items = {row["item_id"] for row in query(dataset, "topics").dicts() if has_value(row, ("topic", "topic_id"), topic)}
        rows = [row for row in rows if row.get("item_id", "") in items - {""} or has_value(row, ("topic", "topic_id"), topic)]
    for name in filter(None, names):
        rows = [row for row in rows if has_value(row, row, name)]
    return rows


def _of_view(view: str, old: Sequence[Row], new: Sequence[Row]) -> Iterator[Change]:
    before, after = _by_key(old), _by_key(new)
    gone = {key: row for key, row in before.items() if key not in after}
    fresh = {key: row for key, row in after.items() if key not in before}
    same = {_words(row): key for key, row in gone.items()}
    for key, row in list(fresh.items()):
        # The fact is there under another id.
        if (twin := same.pop(_words(row), None)) is not None:
            del fresh[key], gone[twin]
    for key, row in list(gone.items()):
        other = next((other for other, tells in fresh.items() if _only_masked(row, tells)), None)
        if other is not None:
            del gone[key], fresh[other]
    yield from (_change(LOST, view, row, before=_said(row)) for row in gone.values())
    yield from (_change(ADDED, view, row, after=_said(row)) for row in fresh.values())
    for key in before.keys() & after.keys():
        told, tells = _differing(before[key], after[key])
        if told or tells:
            yield _change(CHANGED, view, after[key], before=told, after=tells)


def _by_key(rows: Iterable[Row]) -> dict[tuple[str, str], Row]:
    """The rows by claim and paper; those of one claim and paper by a number."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row.get("claim", ""), row.get("document") or row.get("documents") or "")
        while key in found:
            key = (key[0] + "+", key[1])
        found[key] = row
    return found


def _columns(row: Row) -> list[str]:
    return [column for column, value in row.items() if value and column not in _NOT_SAID and not column.endswith("_id")]


def _words(row: Row) -> tuple[str, ...]:
    """What a row says and in which words, whatever its ids are."""
    return (*(f"{column}\0{row[column]}" for column in _columns(row)), row.get("quote", ""))


def _only_masked(before: Row, after: Row) -> bool:
    """Whether one row says what another did, but for words that are masked by now."""
    columns = _columns(before)
    masked = any(MASK in after.get(column, "") != before[column] for column in columns) or MASK in after.get("quote", "")
    return masked and columns == _columns(after) and all(matches(after[column], before[column]) for column in (*columns, "quote") if before.get(column))


def _said(row: Row) -> str:
    told = (column for column in _columns(row) if column not in ("document", "documents", "date", "council", "basis") and not column.endswith("_basis"))
    return "; ".join(f"{column}: {row[column]}" for column in told)


def _differing(before: Row, after: Row) -> tuple[str, str]:
    """The cells that differ, before and after."""
    columns = dict.fromkeys([*_columns(before), *_columns(after)])
    differing = [column for column in columns if not matches(after.get(column, ""), before.get(column, ""))]
    return tuple("; ".join(f"{column}: {row.get(column) or 'nothing'}" for column in differing) for row in (before, after))  # type: ignore[return-value]


def _change(what: str, view: str, row: Row, *, before: str = "", after: str = "") -> Change:
    document = row.get("document") or row.get("documents") or ""
    return Change(what, view, row.get("date", ""), document, before, after, " ".join(row.get("quote", "").split()), row.get("claim", ""))


def _identities(old: Dataset, new: Dataset, *, name: str) -> Iterator[Change]:
    """People and bodies of which several became one, or one became several, by the places where their names stand."""
    before, after = _places(old), _places(new)
    labels = _labels(old) | _labels(new)
    for what, many, few in ((MERGED, before, after), (SPLIT, after, before)):
        for one, places in few.items():
            several = sorted(thing for thing, others in many.items() if len(others & places) > 0)
            names = [labels.get(thing, thing) for thing in several]
            if len(several) > 1 and (not name or name.casefold() in {text.casefold() for text in (*several, *names, one, labels.get(one, one))}):
                parts, whole = " and ".join(f"{label} <{thing}>" for label, thing in zip(names, several, strict=True)), f"{labels.get(one, one)} <{one}>"
                told = (parts, whole) if what == MERGED else (whole, parts)
                yield Change(what, "people" if one.startswith("id:person/") else "bodies", "", "", *told, quote="", claim=one)


def _places(dataset: Dataset) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in dataset.select(with_prefixes(_FORMS)).dicts():
        found[compact(row["thing"])].add(row["sentence"])
    return found


def _labels(dataset: Dataset) -> dict[str, str]:
    people = {row["person_id"]: row["person"] for row in query(dataset, "people").dicts()}
    return people | {row["body_id"]: row["body"] for row in query(dataset, "bodies").dicts()}
