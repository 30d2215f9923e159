"""What reports ask of a meeting and what that meeting decided on the same item go in; out comes the decision as the response."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id, Literal, Statement

RULE: Final = "decided-on-item"
ASKED: Final = "advicekind:asked-of-meeting"
_BUNDLE: Final = "recommendations-told"
"""The rule of recommendations that minutes tell as a whole: what the meeting decides on "the recommendations" decides them."""
_ON_BUNDLE: Final = re.compile(
    r"\brecommendations?\b[^.;:]{0,160}?\b(?:be|is|are|was|were)\s+(?:\w+\s+)?(?:approved|agreed|accepted|adopted|endorsed|supported|rejected|noted)\b"
    r"|\b(?:approve|agree|accept|adopt|endorse|support|reject|note)s?\s+(?:the\s+)?(?:report\s+and\s+)?(?:its\s+|the\s+)?recommendations?\b",
    re.IGNORECASE,
)
_NO_ANSWER: Final = frozenset(("outcome:fell", "outcome:withdrawn", "outcome:confirmed"))
_NEEDED: Final = frozenset((v.TYPE, v.TEXT, v.OUTCOME, v.ABOUT_ITEM, v.ADVICE_KIND, v.TITLE, v.ITEM_OF, v.AT_MEETING))
_LEAST: Final = 0.5
"""So great a part of what was asked a decision must repeat to be told instead of all decisions of the item."""
_MOST: Final = 4
"""How many decisions on an item are told beside what was asked at the most, where none of them repeats it."""


def decided_items(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The responses that the decisions on an item are to what its report asked: of the same item, or of one with its title at the same meeting."""
    said: dict[Id, dict[Id, Statement]] = defaultdict(dict)
    answered: set[str] = set()
    for s in statements:
        if s.predicate == v.RESPONDS_TO and not isinstance(s.object, Literal):
            answered.add(s.object)
        if s.predicate in _NEEDED and (s.predicate not in said[s.subject] or s.key() < said[s.subject][s.predicate].key()):
            said[s.subject][s.predicate] = s
    items = _items(said)
    made: dict[Id, list[Id]] = defaultdict(list)
    for id_, facts in said.items():
        # what another body decided, as a paper reports, has no meeting of the paper
        if _is(facts, v.DECISION) and {v.TEXT, v.AT_MEETING} <= facts.keys() and _object(facts, v.OUTCOME) not in _NO_ANSWER and facts[v.TYPE].evidence:
            made[items.get(_object(facts, v.ABOUT_ITEM), facts[v.TYPE].evidence[0].document)].append(id_)
    told: set[Id] = set()
    for id_ in sorted(said):
        # what the minutes answer themselves needs no decision
        for decision in () if id_ in answered and _object(said[id_], v.ADVICE_KIND) != ASKED else _answering(said[id_], said, items, made):
            yield from _response(said[decision], decision, id_, told)


def _answering(
    facts: Mapping[Id, Statement], said: Mapping[Id, Mapping[Id, Statement]], items: Mapping[Id, str], made: Mapping[Id, Sequence[Id]]
) -> Sequence[Id]:
    """The decisions that answer a recommendation: what a report asked of the meeting, or what minutes tell of recommendations as a whole."""
    if not (_is(facts, v.RECOMMENDATION) and facts[v.TYPE].evidence):
        return ()
    # of a paper without items only what repeats the words answers
    item = items.get(_object(facts, v.ABOUT_ITEM), "")
    if facts[v.TYPE].rule == _BUNDLE:
        return [one for one in sorted(made.get(item, ())) if _ON_BUNDLE.search(_object(said[one], v.TEXT))]
    if _object(facts, v.ADVICE_KIND) != ASKED:
        return ()
    return _fitting(facts, sorted(made.get(item or facts[v.TYPE].evidence[0].document, ())), said, alone=bool(item))


def _is(facts: Mapping[Id, Statement], kind: Id) -> bool:
    return v.TYPE in facts and facts[v.TYPE].object == kind


def _object(facts: Mapping[Id, Statement], predicate: Id) -> str:
    value = facts[predicate].object if predicate in facts else ""
    return value.value if isinstance(value, Literal) else value


def _items(said: Mapping[Id, Mapping[Id, Statement]]) -> dict[Id, str]:
    """For each item what it shares with the same item of another paper: its meeting and its title, else its own id."""
    found: dict[Id, str] = {}
    for id_, facts in said.items():
        if _is(facts, v.ITEM):
            title = " ".join(re.findall(r"\w+", _object(facts, v.TITLE).casefold()))
            found[id_] = f"{_object(facts, v.ITEM_OF)} {title}" if len(title.split()) > 1 else id_
    return found


def _fitting(asked: Mapping[Id, Statement], decisions: Sequence[Id], said: Mapping[Id, Mapping[Id, Statement]], *, alone: bool) -> Sequence[Id]:
    """The decisions that repeat what was asked; where none does all of them, if they are few and `alone` on an item."""
    words = _words(_object(asked, v.TEXT))
    alike = [one for one in decisions if words and len(words & _words(_object(said[one], v.TEXT))) >= _LEAST * len(words)]
    return alike or (decisions if alone and len(decisions) <= _MOST else ())


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.casefold()))


def _response(facts: Mapping[Id, Statement], decision: Id, asked: Id, told: set[Id]) -> Iterator[Statement]:
    """A decision as the response to what was asked."""
    id_ = f"{decision.replace('/decision/', '/response/').replace('id:decision', 'id:response')}/decision"
    evidence = facts[v.TYPE].evidence
    yield Statement(id_, v.RESPONDS_TO, asked, evidence, RULE, Basis.DERIVED)
    if id_ in told:
        return
    told.add(id_)
    yield Statement(id_, v.TYPE, v.RESPONSE, evidence, RULE, Basis.DERIVED)
    yield Statement(id_, v.RESPONSE_KIND, "responsekind:decided", evidence, RULE, Basis.DERIVED)
    for predicate in (v.TEXT, v.ABOUT_ITEM, v.AT_MEETING):
        if predicate in facts:
            yield Statement(id_, predicate, facts[predicate].object, evidence, RULE, Basis.DERIVED)
