"""A subject in, a judge out that says of each candidate why it belongs to the subject's thread, or that it does not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from graph_builder.language import topic_scheme
from graph_builder.trace.candidates import Candidate
from graph_builder.trace.corpus import Corpus, Row, values
from graph_builder.trace.subjects import fold, inspection_label
from graph_builder.trace.thread import EXPLICIT, PHRASE, SAME, STRENGTHS, TOPIC, Subject


class Reason(NamedTuple):
    """Why a candidate belongs to a thread: in words, how firmly, and the id of what it hangs on."""

    link: str
    strength: str
    target: str


_FEWEST_WORDS: Final = 2
"""A plan's name of one ordinary word, such as "Strategy", is everybody's."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the plans of each council, the longest counting where one stands within another."""

    forms: Mapping[tuple[str, str], str]
    plans: Mapping[tuple[str, str], str]
    patterns: Mapping[str, re.Pattern[str]]

    def named(self, text: str, council: str) -> frozenset[str]:
        """The ids of the plans that a text of this council names."""
        found: set[str] = set()
        for one in values(council):
            if one in self.patterns:
                found |= {self.plans[one, key] for match in self.patterns[one].finditer(text) for key in [_key(match[0])] if (one, key) in self.plans}
        return frozenset(found)

    def only(self, plans: Collection[str]) -> Names:
        """The names of these plans, with the longer ones in which they stand."""
        kept: dict[str, list[str]] = {}
        for (council, form), plan in self.forms.items():
            if plan in plans:
                kept.setdefault(council, []).append(fold(form))
        folded = {(council, form): fold(form) for council, form in self.forms if council in kept}
        return _names({key: self.forms[key] for key, name in folded.items() if any(short in name for short in kept[key[0]])})


def plan_names(corpus: Corpus) -> Names:
    """The names of plans that are more than an ordinary word."""
    forms: dict[tuple[str, str], str] = {}
    for row in corpus.rows("plans"):
        names = {row["plan"], *values(row.get("names", ""))}
        known = {name for name in names if len(name.split()) >= _FEWEST_WORDS} | {name for name in values(row.get("acronyms", "")) if len(name) > _FEWEST_WORDS}
        for council in values(row.get("council", "")):
            for name in sorted(known):
                forms.setdefault((council, name), row["claim"])
    return _names(forms)


def _names(forms: Mapping[tuple[str, str], str]) -> Names:
    plans: dict[tuple[str, str], str] = {}
    councils: dict[str, list[str]] = {}
    for (council, form), plan in forms.items():
        plans.setdefault((council, _key(form)), plan)
        councils.setdefault(council, []).append(form)
    return Names(forms, plans, {council: _pattern(names) for council, names in councils.items()})


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_form, ordered))})(?![\w-])")


def _form(name: str) -> str:
    """A name with any white space; an abbreviation only in its own letters."""
    spaced = r"\s+".join(map(re.escape, name.split()))
    return spaced if " " not in name else f"(?i:{spaced})"


def _key(name: str) -> str:
    return fold(name) if " " in name.strip() else name


@dataclass(frozen=True, slots=True)
class Core:
    """What a thread is about: topics, words of a phrase, names of a body, and ids; the inspections and plans that hang on it and the items about it, each as a
    link calls it; and which of the items speak of which inspections.
    """

    subject: Subject
    topics: frozenset[str] = frozenset()
    phrase: re.Pattern[str] | None = None
    named: re.Pattern[str] | None = None
    ids: frozenset[str] = frozenset()
    linked: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)
    spoken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def narrower(topic: str) -> frozenset[str]:
    """A topic and all that are narrower."""
    found = {topic}
    while more := {one.id for one in topic_scheme.topics() if found & set(one.broader)} - found:
        found |= more
    return frozenset(found)


def phrase(name: str) -> re.Pattern[str]:
    """Where a text has these words, whatever stands between them of white space and hyphens."""
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", name.strip())))
    return re.compile(rf"(?<!\w){words}(?:'?s)?(?!\w)", re.IGNORECASE)


def named(names: Iterable[str]) -> re.Pattern[str] | None:
    """Where a text has one of these names of a body; None where all of them are words that any body may be called, such as "Cabinet"."""
    telling = [name for name in names if len(name.split()) >= _FEWEST_WORDS or sum(letter.isupper() for letter in name) > _FEWEST_WORDS]
    return _pattern(telling) if telling else None


def shown(text: str, core: Core, *, title: bool = False) -> str:
    """The first words of a text that name the thread's topic or phrase, or an empty text; one plain word counts in titles alone."""
    if core.phrase is not None:
        found = core.phrase.search(text)
        return found[0] if found else ""
    if not core.topics:
        return ""
    return next((text[named.start : named.end] for named in topic_scheme.find(text) if named.topic in core.topics and (title or not named.plain)), "")


def describe(row: Row) -> str:
    """What an inspection or a plan is called in a link."""
    return row["plan"] if "plan" in row else inspection_label(row)


def best(reasons: Iterable[Reason]) -> Reason | None:
    """The firmest of several reasons; of two alike an inspection, which led to the rest."""
    return min(reasons, key=lambda reason: (STRENGTHS.index(reason.strength), not reason.link.startswith("inspection ")), default=None)


def reasons(candidate: Candidate, core: Core, names: Names) -> list[Reason]:
    """Every reason for which a candidate belongs to the thread, in no order."""
    line = candidate.line
    found: list[Reason] = []
    called = core.subject.label
    if core.ids & candidate.ids or (core.named is not None and core.named.search(candidate.words)):
        own = core.subject.kind == "body" and core.subject.id in values(line.body_id)
        found.append(Reason(f"{'at a meeting of' if own else 'names'} {called}", EXPLICIT, core.subject.id))
    found += [Reason(core.linked[linked], SAME, linked) for linked in sorted(candidate.ids & core.linked.keys() - {line.claim})]
    for plan in sorted(names.named(_naming(candidate), line.council) & (core.linked.keys() | core.ids) - {line.claim}):
        strength = EXPLICIT if plan in core.ids else SAME
        found.append(Reason(core.linked.get(plan, f"names {called}"), strength, plan))
    words = shown(own_words(candidate), core)
    if words and not (candidate.view == "agenda" and not shown(candidate.name, core, title=True)):
        kind, strength = ("phrase", PHRASE) if core.phrase is not None else ("topic", TOPIC)
        found.append(Reason(f"{kind} {called}: “{' '.join(words.split())}”", strength, core.subject.id))
    if line.item_id in core.items and candidate.view != "agenda":
        explicit = candidate.view == "references"
        found.append(Reason(f"{'referred to by' if explicit else 'in'} {core.items[line.item_id]}", EXPLICIT if explicit else TOPIC, line.item_id))
    found += [Reason(core.linked[one], SAME, one) for one in core.spoken.get(line.claim, ())]
    if not found and line.claim in core.linked:
        found.append(Reason(core.linked[line.claim], SAME, core.subject.id))
    if not found and candidate.view == "agenda" and line.claim in core.items:
        found.append(Reason(f"the item of {called}", EXPLICIT, core.subject.id))
    return found


def _naming(candidate: Candidate) -> str:
    """The words that can name a plan: of what is told in many places, or has a title, only that."""
    return candidate.name if candidate.view in ("inspections", "plans", "agenda") else candidate.words


def own_words(candidate: Candidate) -> str:
    """The words that can show a topic: of things told in many places only their names, lest one passing mention make them the topic's own."""
    if candidate.view in ("inspections", "plans"):
        quotes = [quote for cell in values(candidate.line.quote) for quote in cell.split(" … ")]
        return candidate.name + ("\n" + quotes[0] if len(quotes) == 1 else "")
    return candidate.words
