"""What counts as found, view by view: gold of one paper and its rows go in, a tally a view comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from graph_builder.evaluation.compare import alike, amounts, dates_meet, outcome_fits, overlap, same_person, says, split, words
from graph_builder.evaluation.tally import Fact, Found, Row, Tally, match, tally

Gold: TypeAlias = Mapping[str, Any]
Tables: TypeAlias = Callable[[str], Sequence[Row]]
"""The rows of a view that are of the paper at hand."""
Pair: TypeAlias = tuple[Fact, Row]


def _always(*_: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Detail:
    """A property compared on the rows that were found: its value in gold and in the row, and which gold facts have it.

    `key` keeps pairs apart, from the fact and its place among those found; `among_wanted` leaves the rows of the other facts out.
    """

    view: str
    gold: Callable[[Fact], Any]
    row: Callable[[Row], Any]
    same: Callable[[Any, Any], object] = lambda gold, row: gold == row
    wanted: Callable[[Fact], object] = _always
    key: Callable[[Fact, int], Any] = lambda fact, _: fact[0]
    closed: bool = False
    among_wanted: bool = False

    def count(self, document: str, pairs: Sequence[Pair]) -> Tally:
        """The tally of this property on the pairs of one paper."""
        numbered = [(self.key(fact, number), fact, row) for number, (fact, row) in enumerate(pairs)]
        gold = [(key, self.gold(fact)) for key, fact, _ in numbered if self.wanted(fact)]
        rows = [(key, self.row(row)) for key, fact, row in numbered if not self.among_wanted or self.wanted(fact)]
        return tally(self.view, document, match(gold, rows, lambda a, b: a[0] == b[0] and self.same(a[1], b[1])), closed=self.closed)


@dataclass(frozen=True, slots=True)
class Rule:
    """How one view is scored against one key of gold; `keep` says which rows are looked at."""

    key: str
    view: str
    same: Callable[[Fact, Row], object]
    closed: bool = True
    keep: Callable[[Gold, Row], object] = _always
    details: tuple[Detail, ...] = ()
    table: str = ""

    def count(self, gold: Gold, tables: Tables) -> Iterator[Tally]:
        """The tally of the view and of its details; none where gold leaves the key out."""
        if self.key not in gold:
            return
        rows = [row for row in tables(self.table or self.view) if self.keep(gold, row)]
        matching = match(gold[self.key], rows, self.same)
        yield tally(self.view, gold["document"], matching, closed=self.closed)
        for detail in self.details:
            yield detail.count(gold["document"], matching.pairs)


def _item(fact: Fact, row: Row, column: str = "item") -> bool:
    return not fact[0] or fact[0] == row[column].strip(".")


def _decision(fact: Fact, row: Row) -> bool:
    return _item(fact, row) and says(fact[2], row["text"], row["quote"])


def _by_a_body_of_the_paper(gold: Gold, row: Row) -> bool:
    """Decisions that the paper reports of other bodies are nobody's invention, and not asked for."""
    bodies = [*(meeting["body"] for meeting in gold.get("meetings", [])), *gold.get("decided_by", [])]
    return not row["decided_by"] or not bodies or any(alike(body, row["decided_by"], 0.6) for body in bodies)


def _mover(key: str) -> Detail:
    def name(fact: Fact) -> Any:
        return fact[3].get(key) if len(fact) > 3 else None

    return Detail(f"decisions.{key}", name, lambda row: row.get(key, ""), same_person, wanted=name, key=lambda fact, _: fact[2])


def _said_of(column: str) -> Callable[[Fact, Row], bool]:
    def same(fact: Fact, row: Row) -> bool:
        whom, who = fact[0], row[column]
        known = not whom or overlap(whom, who) >= 0.8 or overlap(who, whom) >= 0.8 or same_person(whom, who)
        return known and says(fact[1], row["text"], row["quote"])

    return same


def _inspection(fact: Fact, row: Row) -> bool:
    inspectors = split(row["inspectors"])
    if not all(any(alike(wanted, found, 0.6) for found in inspectors) for wanted in fact["inspectors"]):
        return False
    period = row["start"] + ("/" + row["end"] if row["end"] else "")
    return dates_meet(fact["when"], period) if fact["when"] else dates_meet(fact["published"], row["published"])


def _inspection_detail(name: str) -> Detail:
    """Facts without a name of their own are told apart by their place."""
    return Detail(
        f"inspections.{name}",
        lambda fact: fact[name],
        lambda row: row[name],
        _most,
        wanted=lambda fact: fact.get(name),
        key=lambda _, number: number,
    )


def _most(gold: str, found: str) -> bool:
    return overlap(gold, found) >= 0.6


def _measure(fact: Fact, row: Row) -> bool:
    value = amounts(fact[1]) & amounts(f"{row['value']} {row['unit']}") or fact[1].casefold() == row["value"].casefold()
    return bool(value) and overlap(fact[0], row["indicator"] + " " + row["quote"]) >= 0.6 and dates_meet(fact[2], row["period"])


def _plan(fact: Fact, row: Row) -> bool:
    return alike(fact[0], row["plan"], 0.6) or (bool(fact[1]) and set(fact[1]) <= set(split(row["acronyms"])))


def _named(row: Row, column: str) -> list[str]:
    return [row[column], *split(row["names"])]


RULES: Final = (
    Rule("meetings", "meetings", lambda fact, row: fact["date"] == row["date"] and alike(fact["body"], row["body"])),
    Rule(
        "attendance",
        "attendance",
        lambda fact, row: same_person(fact[0], row["person"]) and fact[1] == row["status"],
        keep=lambda _, row: row.get("person"),
        details=(
            Detail("attendance.role", lambda fact: fact[3], lambda row: row.get("role", ""), closed=True),
            Detail(
                "attendance.capacity",
                lambda fact: fact[2],
                lambda row: row.get("capacity", ""),
                lambda gold, row: gold == row or (gold == "member" and row == "co-opted"),
                wanted=lambda fact: fact[2] in ("member", "officer"),
            ),
        ),
    ),
    Rule(
        "interests",
        "interests",
        lambda fact, row: same_person(fact[0], row["person"]) and overlap(fact[1], row["organisation"] or row.get("matter", "")) >= 0.7,
        details=(
            Detail(
                "interests.role",
                lambda fact: fact[2],
                lambda row: row["role"],
                _most,
                wanted=lambda fact: fact[2],
                key=lambda *_: None,
                among_wanted=True,
            ),
        ),
    ),
    Rule("agenda", "agenda", lambda fact, row: _item(fact, row, "number") and alike(fact[1], row["title"], 0.85)),
    Rule(
        "decisions",
        "decisions",
        _decision,
        keep=_by_a_body_of_the_paper,
        details=(
            Detail("decisions.outcome", lambda fact: fact[1], lambda row: row["outcome"], outcome_fits, key=lambda fact, _: fact[2]),
            _mover("proposed_by"),
            _mover("seconded_by"),
        ),
    ),
    Rule("votes", "votes", lambda fact, row: same_person(fact[1], row["person"]) and fact[2] == row["vote"] and _item(fact, row)),
    Rule("recommendations", "recommendations", _said_of("made_by"), closed=False),
    Rule("actions", "actions", _said_of("who"), closed=False),
    Rule(
        "previous_meetings",
        "references.minutes",
        lambda fact, row: fact == row["to_date"],
        table="references",
        keep=lambda _, row: "confirm" in row["relation"],
    ),
    Rule(
        "memberships",
        "memberships",
        lambda fact, row: same_person(fact[0], row["person"]) and (not fact[1] or fact[1] in (row["role"], row["capacity"])),
        closed=False,
    ),
    Rule(
        "posts",
        "posts",
        lambda fact, row: same_person(fact[0], row["person"]) and overlap(fact[1], f"{row['post']} {row['organisation']}") >= 0.8,
        closed=False,
    ),
    Rule("people", "people", lambda fact, row: any(same_person(fact, name) for name in _named(row, "person"))),
    Rule("bodies", "bodies", lambda fact, row: any(alike(fact[0], name, 0.8) for name in _named(row, "body")), closed=False),
    Rule(
        "inspections",
        "inspections",
        _inspection,
        closed=False,
        details=(_inspection_detail("published"), _inspection_detail("judgement")),
    ),
    Rule("plans", "plans", _plan, closed=False),
    Rule("measures", "measures", _measure, closed=False),
)


def count(gold: Gold, tables: Tables) -> Iterator[Tally]:
    """Every tally of one paper; several of one view are to be added up."""
    for rule in RULES:
        for found in rule.count(gold, tables):
            yield _allow(found, gold) if found.view == "decisions" else found
    for special in (_details, _meetings_named, _traps, _acronyms, _topics):
        yield from special(gold, tables)


def _allow(found: Tally, gold: Gold) -> Tally:
    """The tally without rows that one reader takes for a decision and another does not."""
    allowed = gold.get("decisions_allowed", [])
    kept = tuple(one for one in found.invented if not any(says(phrase, one.what["text"], one.what["quote"]) for phrase in allowed))
    return Tally(found.view, found.hit, found.missed, kept, found.closed, found.right)


def _details(gold: Gold, tables: Tables) -> Iterator[Tally]:
    for meeting in gold.get("meetings", []):
        row = next((row for row in tables("meetings") if row["date"] == meeting["date"]), {})
        facts = [(name, meeting[name]) for name in ("start", "end", "venue") if meeting.get(name)]
        found = [(name, row.get(name, "")) for name, _ in facts]
        same = match(facts, found, lambda a, b: a[0] == b[0] and overlap(a[1], b[1]) >= 0.8)
        yield tally("meetings.details", gold["document"], same, closed=False)


def _meetings_named(gold: Gold, tables: Tables) -> Iterator[Tally]:
    for key, relation in (("referenced_meetings", ""), ("future_meetings", "schedul")):
        facts = [entry if isinstance(entry, list) else [None, entry] for entry in gold.get(key, [])]
        rows = [row for row in tables("references") if relation in row["relation"]]
        found = match(facts, rows, lambda fact, row: fact[1] == row["to_date"] and (fact[0] is None or alike(fact[0], row["to_body"])))
        yield tally(f"references.{key}", gold["document"], found, closed=False)


def _traps(gold: Gold, tables: Tables) -> Iterator[Tally]:
    """Words that look like a name and are none: each person made of one is an invention."""
    if "people" in gold:
        traps = [set(words(trap)) for trap in gold.get("not_people", [])]
        caught = [row["person"] for row in tables("people") if any(trap <= set(words(row["person"])) for trap in traps)]
        yield Tally("people.traps", len(traps) - len(caught), (), tuple(Found(gold["document"], name) for name in caught))


def _acronyms(gold: Gold, tables: Tables) -> Iterator[Tally]:
    facts = [(name, acronym) for name, acronyms in gold.get("bodies", []) for acronym in acronyms]
    rows = [(name, acronym) for row in tables("bodies") for name in _named(row, "body") for acronym in split(row["acronyms"])]
    found = match(facts, rows, lambda fact, row: fact[1] == row[1] and alike(fact[0], row[0], 0.7))
    yield tally("bodies.acronyms", gold["document"], found, closed=False)


def _topics(gold: Gold, tables: Tables) -> Iterable[Tally]:
    items = gold.get("topics", {}).get("SEND", [])
    rows = [row for row in tables("topics") if row["topic"].split(" ")[0] == "SEND" or "special educational need" in row["topic"].casefold()]
    found = {row["item"].strip(".") for row in rows if row["item"]}
    return [tally("topics.SEND", gold["document"], match(items, sorted(found), lambda fact, item: fact == item), closed=False)]
