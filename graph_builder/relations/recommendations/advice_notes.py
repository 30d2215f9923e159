"""Recommendations with their answers go in, and are noted as statements: by whom, to whom, of which kind, when, and each answer as a thing of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from graph_builder import vocabulary as v
from graph_builder.model import Basis, Id
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.doers import Doers
from graph_builder.relations.notes import Node
from graph_builder.relations.recommendations import advice_days, advice_kinds, annexed_letters, motions, response_places
from graph_builder.relations.recommendations.advice_parts import Found
from graph_builder.relations.recommendations.advice_words import Advice, bare
from graph_builder.relations.recommendations.annexed_letters import Letter
from graph_builder.relations.recommendations.answers import OTHER_WORDS, POSSIBLE
from graph_builder.relations.sections import Keys

REPORTS: Final = frozenset(("recommendations-heading", "report-recommends"))
"""The rules that read what a report as a whole recommends."""
_AUTHORITY: Final = re.compile(r"(?:local\s+)?authority|council", re.IGNORECASE)
_OF_REPORT: Final = re.compile(r"report|officers?(?:['’]s?)?", re.IGNORECASE)
_ABOVE: Final = 900
"""How many characters above a sentence are looked at for the beginning of the motion that it may belong to."""
_OWN_PAPERS: Final = frozenset(("minutes", "decisions"))


@dataclass(frozen=True, slots=True)
class Writer:
    """Notes the recommendations of one paper."""

    context: Context
    doers: Doers
    keys: Keys
    answer_keys: Keys
    letters: Sequence[Letter]

    @staticmethod
    def of(context: Context, doers: Doers) -> Writer:
        """The writer for a paper."""
        return Writer(context, doers, Keys(context, "recommendation"), Keys(context, "response"), annexed_letters.find(context.paper.document))

    def note(self, found: Found, item: Item | None) -> None:
        """Note a recommendation and its answer."""
        found = motions.moved_by(found, self.context)
        told, context = found.advice, self.context
        node = context.notes.node(self.keys.id(item, f"{told.by} {told.text}"), v.RECOMMENDATION, found.spans, rule=told.rule)
        letter = next((one for one in self.letters if one.start <= found.spans[0].start < one.end), None)
        makers = self._makers(node, told, letter)
        asked = self.doers.all_of(told.to) if told.to else ()
        # "the local authority" of an inspectorate's own report is the one that it inspected
        asked = asked or (response_places.inspected(context) if _AUTHORITY.fullmatch(bare(told.to)) else ())
        to_itself = bool(asked) and set(asked) <= set(makers)  # nobody is told to recommend to themselves
        for who in () if to_itself else asked:
            node.link(v.ADDRESSED_TO, who)
        node.text(v.MADE_BY_PRINTED, "" if bare(told.by).casefold() == "report" else bare(told.by))
        node.text(v.ADDRESSEE_PRINTED, "" if to_itself else bare(told.to))
        node.text(v.TEXT, told.text)
        node.text(v.NUMBER, told.number)
        node.link(v.ADVICE_KIND, self._kind(found, makers, asked, letter=letter))
        node.link(v.ABOUT_ITEM, context.item_id(item))
        self._when(node, found, makers, letter)
        self._answer(node, found, item)

    def _makers(self, node: Node, told: Advice, letter: Letter | None) -> tuple[Id, ...]:
        """Say who made it: who is named, the body that meets, the sender of the letter, or the inspectorate whose report the paper is."""
        context = self.context
        makers = self.doers.all_of(told.by) if told.by else (context.body_id,) if told.own and context.body_id else ()
        for who in makers:
            node.link(v.MADE_BY, who)
        if told.by or told.own:
            return makers
        sender = [(context.bodies.seen(letter.sender, letter.signed[0]), letter.signed)] if letter and letter.sender else []
        inspectors = response_places.inspectors(context) if told.rule in REPORTS else []
        for who, spans in sender or inspectors:
            context.notes.say(node.id, v.MADE_BY, who, spans, rule="sender-of-letter" if sender else "recommendations-of-inspectors", basis=Basis.DERIVED)
        return tuple(who for who, _ in sender or inspectors)

    def _kind(self, found: Found, makers: Sequence[Id], asked: Sequence[Id], *, letter: Letter | None) -> Id:
        """What kind of recommendation it is; what an officer's report recommends is asked of the meeting that receives it."""
        told, context = found.advice, self.context
        if told.rule in REPORTS and not (makers or told.own or letter) and context.meeting_id is not None:
            of_report = bool(_OF_REPORT.fullmatch(bare(told.by))) or (not told.by and context.paper.header.kind not in _OWN_PAPERS)
            if of_report and (not asked or context.body_id in asked):
                return advice_kinds.ASKED_OF_MEETING
        text, start = context.paper.document.text, found.spans[0].start
        return advice_kinds.of(told, " ".join(context.paper.document.quote(span) for span in found.spans), above=text[max(0, start - _ABOVE) : start])

    def _when(self, node: Node, found: Found, makers: Sequence[Id], letter: Letter | None) -> None:
        """Say at which meeting, or on which day, it was made; nothing where no words tell it."""
        made = advice_days.made(self.context, found.advice, found.spans, makers, letter=letter)
        if made.at_meeting:
            node.link(v.AT_MEETING, self.context.meeting_id)
        if all(made.days):
            own = Node(self.context.notes, node.id, made.proof, node.rule, node.basis)
            own.text(v.EARLIEST, made.days[0], kind="xsd:date")
            own.text(v.LATEST, made.days[1], kind="xsd:date")
            own.text(v.AS_PRINTED, made.days[2])

    def _answer(self, node: Node, found: Found, item: Item | None) -> None:
        """Note the answer to a recommendation, where its paper has one."""
        told = found.advice
        if not (told.status or told.response):
            return
        kind = told.status or OTHER_WORDS
        spans = found.spans if found.answer is None else (found.answer,)
        rule = told.rule if found.answer is None else "recommendation-answered" if kind not in (OTHER_WORDS, POSSIBLE) else f"answer-{kind}"
        basis = Basis.DERIVED if kind == POSSIBLE else Basis.STATED
        words = told.response or told.status
        answer = self.context.notes.node(self.answer_keys.id(item, words), v.RESPONSE, spans, rule=rule, basis=basis)
        answer.link(v.RESPONSE_KIND, f"responsekind:{kind}")
        answer.link(v.RESPONDS_TO, node.id)
        answer.text(v.TEXT, words)
        answer.link(v.ABOUT_ITEM, self.context.item_id(item))
        answer.link(v.AT_MEETING, self.context.meeting_id)
