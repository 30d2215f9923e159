"""A paragraph of an item goes in; out come the decisions that its sentences tell, with their movers and votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from graph_builder.language import people as persons
from graph_builder.language.passages import Passage
from graph_builder.language.sentences import Sentence, split
from graph_builder.model import Span
from graph_builder.paper import Item
from graph_builder.relations.decisions import acts, motions, moved, outcomes, results, tallies, votes
from graph_builder.relations.decisions.acts import Act
from graph_builder.relations.decisions.decided import Decision, is_amendment
from graph_builder.relations.decisions.motions import Movers
from graph_builder.relations.decisions.own_sentences import COMMENT, own_sentences

AFTER = re.compile(
    r"\(?(?:proposed|proposer|prop\.?|moved|seconded|seconder|all\s+(?:in\s+favour|agreed)|unanimous(?:ly)?|carried|vot(?:e|ing)|agreed"
    r"|\d+\s+(?:votes?\s+)?(?:for|in\s+favour)|for\s*[:(]|action\b|the\s+next\s+meeting\b|to\s+(?:consider|receive)\b"
    r"|(?:councillors?|cllrs?|mr|mrs|ms|miss|dr)\b[^.]{2,60}\b(?:(?:asked|requested|wished)\s+(?:(?:that|for)\s+)?(?:his|her|their)\s+(?:votes?|names?|dissent|abstention)|abstained|voted\s+(?:for|against)))",
    re.IGNORECASE,
)
"""What follows a decision in its own paragraph and is none of its words: who moved it, how the vote fell."""
_MOVED_BEHIND = re.compile(r"\W*(?:prop(?:osed|oser|\.)|moved|nominated\s+by|second(?:ed|er)|sec\.)", re.IGNORECASE)
_PAGE = re.compile(r"\s*\b(?:Supporting|Additional)\s+documents\s*:.*$", re.DOTALL)
_CUT = re.compile(r"\s*(?:\.{3}|…)\s*view\s+the\s+full\s+\w+\s+text\b.*$", re.DOTALL)
_LABEL = re.compile(
    r"^(?:Decision\s+(?:Maker|status)\b.*\?\s*:\s*(?:Yes|No)\s+(?=[A-Z])"
    r"|(?:Minutes|Decisions?|Proposal|Motion|Resolution)\s*:\s+(?:Proposal\s+)?(?=[A-Z\"]))"
)
# A sentence that decides on the one before it.
_BACK = re.compile(
    r"(?:(?:this|it|motion)\s+(?:was\s+)?)?(?:then\s+|unanimously\s+|duly\s+)*(?:all\s+(?:were\s+)?(?:in\s+favour|agreed)|agreed\s+by\s+all|recommendations?\s+(?:agreed|approved|accepted)|carried\s+unanimously|unanimously\s+carried"
    r"|(?P<verb>agreed|approved|resolved|carried|accepted|endorsed|deferred)(?:\s+(?:unanimously|accordingly|by\s+all))?(?P<noted>\s+and\s+noted)?)",
    re.IGNORECASE,
)
_ITS_RESULT = re.compile(r"\W*(?:the|this)\s+(?:\w+\s+)?(?:motion|amendment|proposal)\s+was\b", re.IGNORECASE)
_VOTE = re.compile(r"(?:an?|the)\s+(?:\w+\s+)?vote\b", re.IGNORECASE)
_CONCURRED = re.compile(
    r"(?:(?:the\s+)?(?:members|committee|council|board|panel|meeting)|all(?:\s+(?:those\s+|members\s+)?present)?)\s+(?:\w+ly\s+)?(?:agreed|concurred|approved)",
    re.IGNORECASE,
)
# A second verb, of what was done and not decided: "approved the minutes and discussed progress".
_AND_DID = re.compile(
    r",?\s+(?:and|before|then)\s+(?:then\s+|also\s+)?(?:discussed|discussing|thanked|asked|heard|welcomed|reviewed|spoke|talked|moved\s+on|looked)\b.*$",
    re.DOTALL,
)
# What was said besides, behind a comma where a full stop belongs: "that a fair be held, one or two suggestions were the school".
_SAID_BESIDES = re.compile(
    r",\s+(?:(?:one|some|two|several|a\s+few|various|other)\s+(?:or\s+\w+\s+)?(?:suggestions?|ideas?|comments?)|consideration\s+(?:must|should|needs?))\b.*$",
    re.DOTALL,
)
# "The Committee noted the improvement but asked whether": what members said of it, and nothing that they decided.
_AND_ASKED = re.compile(r"\bnoted\b.{5,}?\b(?:but|and)\s+(?:asked|queried|questioned|enquired|wondered|felt)\b", re.IGNORECASE | re.DOTALL)
_OTHERS_BETWEEN = re.compile(r"\w:\s|\bseconded\b|\bnominated\b", re.IGNORECASE)
_OF_SENTENCES: Final = frozenset({"block-noted", "block-approved", "block-agreed", "block-endorsed"})
_AND_ALSO = re.compile(
    r",?\s+and\s+(?:also\s+|further\s+|unanimously\s+)?(?P<verb>noted|approved|agreed|endorsed|adopted|resolved|ratified|recommended)\s+(?=(?:the|to|that|its|a|an)\s)",
    re.IGNORECASE,
)
_AND_SIGNED = re.compile(r"^and\s+(?:signed|adopted|approved|noted|agreed|endorsed)\s+(?=\S)")
_TO_DO = re.compile(r"(?:appoint|elect|accept|adopt|ratify|refer)\b", re.IGNORECASE)
NOMINATED = re.compile(r"\b(?:proposed|nominated|(?:proposal|nomination)\s+was\s+(?:\w+\s+)?(?:put|made|received))\b", re.IGNORECASE)
"""What a nomination says; of two nominations in a row nobody can tell whose it was that won."""
# What was only suggested, and then agreed: "This was agreed" decides it.
_SUGGESTION = re.compile(r"it\s+was\s+suggested\b[^.;]*?\bthat\b", re.IGNORECASE)
# What a planning authority decided, told to a parish.
_OF_OTHERS = re.compile(r"\W*planning\s+(?:\w+\s+)?decisions?\b|\W*(?:appeal\s+)?decisions?\s+(?:notices?\s+)?(?:received|notified)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:And|But|Also|They|These|He|She)\b(?!,)")
_SECONDED = re.compile(r"\b(?:sec\.|second(?:ed|er)|2nd)", re.IGNORECASE)
_WORDS: Final = 4
_NEAR: Final = 6
BARE = re.compile(
    r"(?:unanimously\s+)?(noted|agreed|approved|endorsed|deferred|carried|received|adopted|resolved|accepted)(?:\s+unanimously)?\.?", re.IGNORECASE
)
"""The verb alone."""


def minute_words(text: str) -> str:
    """The words without what the page prints around its minutes; where the page breaks them off, they end in "…"."""
    return _CUT.sub(" …", _PAGE.sub("", text))


def alone(passage: Passage, verb: str, movers: Movers | None) -> Decision:
    """A paragraph or sentence that is the verb alone: "Noted."."""
    text, outcome = passage.text.strip(" ."), outcomes.outcome("", verb)
    named = movers or Movers(None, None, 0, 0)
    return Decision(text, outcome, (passage.span(),), "verb-alone", proposer=named.proposer, seconder=named.seconder)


def find(item: Item, index: int, *, body: str) -> Iterator[Decision]:
    """The decisions that single sentences of a paragraph tell."""
    passage = item.paragraphs[index].passage
    reading = _Reading(item, index, body)
    before: Sentence | None = None
    for sentence in own_sentences(passage):
        text = sentence.text.strip(" .")
        if moved.QUOTED.search(sentence.text):
            before = None
        elif before and (back := _BACK.fullmatch(text)):
            if _VOTE.match(before.text):
                yield Decision(text, outcomes.outcome("", back["verb"] or "carried"), (reading.passage.span(before.start, sentence.end),), "sentence-result")
            elif _is_decided(before.text, text):
                yield reading.of_before(before, sentence, back)
            before = None
        elif reading.motion and _CONCURRED.fullmatch(text):
            yield Decision(text, "agreed", (passage.span(sentence.start, sentence.end),), "sentence-result")
        elif AFTER.fullmatch(text) or reading.tells_movers(text):
            reading.moving = motions.movers_alone(text) or reading.moving
        else:
            reading.before = before
            made = list(reading.told(sentence))
            reading.acted, reading.decided = any(one.proposer for one in made), bool(made)
            yield from made
            before = None if made or text.endswith("?") or len(text.split()) < _WORDS else sentence


@dataclass(slots=True)
class _Reading:
    """A paragraph of an item while its sentences are read, with the movers and the motion that stand before the next of them."""

    item: Item
    index: int
    body: str
    moving: Movers | None = None
    motion: Sentence | None = None
    before: Sentence | None = None
    acted: bool = False
    """Whether the sentence before told a decision with its movers, which need not be told again."""
    decided: bool = False
    """Whether the sentence before told a decision, of which a bare "Agreed unanimously" is no other one."""
    nominated: Movers | None = None
    """The movers of a nomination, which are those of the election that the paragraph tells."""

    @property
    def passage(self) -> Passage:
        """The paragraph's words."""
        return self.item.paragraphs[self.index].passage

    def told(self, sentence: Sentence) -> Iterator[Decision]:
        """The decisions that one sentence tells."""
        text, passage = sentence.text, self.passage
        span = passage.span(sentence.start, sentence.end)
        last = sentence.end >= len(passage.text.rstrip()) - 1
        if (act := acts.find(text, body=self.body)) and not (act.verb == "noted" and (text.rstrip(" -–").endswith(":") or _AND_ASKED.search(text))):
            acted = _counted(_acted(text, act, span), self.item, self.index, last=last, before=self.before.text if self.before else "")
            moving = self.moving or self.nominated
            if act.verb.endswith(("elected", "appointed", "opted")) and not self._is_of_nomination(text):
                moving = None
            moving = moving if self.moving or act.verb.endswith("elected") else None
            for part in apart(acted):
                yield _of_motion(_with_movers(part, moving, passage, sentence), self.motion, passage)
        elif (speaker := motions.proposing(text)) and (made := list(moved.of_notice(self.item, self.index, sentence, movers=speaker))):
            yield from made
        elif told := list(results.told(text)):
            for outcome, amendment in told:
                result = Decision(text.strip(" ."), outcome, (span,), "sentence-result", counts=votes.counts(text), amendment=amendment)
                yield _counted(result, self.item, self.index, last=last)
        elif motions.proposes(text) and (movers := motions.movers(text)) and (movers.proposer or motions.by_office(text)):
            yield from self._moved(sentence, movers)
        elif re.search(r"\bplanning\b", self.item.title.text, re.IGNORECASE) and COMMENT.search(text):
            yield Decision(text.strip(" ."), "recommended", (span,), "planning-comment")
        elif last and not self.decided and (bare := BARE.fullmatch(text)):
            yield alone(passage.cut(sentence.start, sentence.end), bare[1], self.moving)

    def tells_movers(self, text: str) -> bool:
        """Whether a sentence behind a decision tells who moved it."""
        told = _MOVED_BEHIND.match(text) and (motions.movers(text) if self.decided else self.acted and motions.movers_alone(text))
        return bool(told)

    def _is_of_nomination(self, text: str) -> bool:
        """Whether somebody who is elected is the one whom the paragraph's one nomination names."""
        if self.motion is None or len(NOMINATED.findall(self.passage.text)) > 1:
            return False
        return bool({person.name.surname for person in persons.find(text)} & {person.name.surname for person in persons.find(self.motion.text)})

    def _moved(self, sentence: Sentence, movers: Movers) -> Iterator[Decision]:
        """The motion that a sentence moves, unless a later one decides on it."""
        text = sentence.text
        if movers.seconder:
            self.motion = sentence
            self.nominated = movers if moved.ELECTION.search(self.item.title.text) else None
            decided = motions.movers_alone(text) and not is_amendment(text) and _decides_on(self.passage, sentence, self.body)
            self.moving = movers if decided else None
            made = list(moved.in_sentence(self.item, self.index, sentence, movers=movers)) if not decided else []
            yield from (_in_words_before(one, self.before, self.passage) if motions.MOVES_THIS.search(text) else one for one in made)
        elif not motions.movers_alone(text):
            yield from moved.by_one(self.item, self.index, sentence, movers=movers)

    def _begins(self, sentence: Sentence) -> int:
        """Where the words begin that a sentence goes on with: "And in item 5 it should read" needs the sentence before it."""
        start = sentence.start
        for earlier in reversed([one for one in split(self.passage.text) if one.end <= start]):
            if not _GOES_ON.match(self.passage.text, start):
                break
            start = earlier.start
        return start

    def of_before(self, before: Sentence, sentence: Sentence, verb: re.Match[str]) -> Decision:
        """What a sentence says and the next one, "All in favour", "RESOLVED and noted", decides."""
        start = self._begins(before)
        places = (self.passage.span(start, before.end), self.passage.span(sentence.start, sentence.end))
        word = "noted" if verb["noted"] else (verb["verb"] or "agreed")
        named = self.moving or Movers(None, None, 0, 0)
        text = _LABEL.sub("", self.passage.text[start : before.end].strip(" ."))
        return Decision(text, outcomes.outcome("", word), places, "sentence-and-verb", proposer=named.proposer, seconder=named.seconder)


def _is_decided(before: str, text: str) -> bool:
    """Whether "RESOLVED", or "This was agreed" behind it, makes a decision of a sentence, which was perhaps only suggested."""
    if _OF_OTHERS.match(before):
        return False
    suggested = bool(_SUGGESTION.match(before)) and text[:2].casefold() in {"th", "it"}
    return suggested or "resolved" in text.casefold() or not (acts.HEDGED.search(before) or _SECONDED.search(before))


def _counted(decision: Decision, item: Item, index: int, *, last: bool, before: str = "") -> Decision:
    """A decision with the numbers of votes in the sentence before it, or the paragraphs behind it (where it ends its own) or before it (a result)."""
    if decision.counts:
        return decision
    texts = [tallies.behind(item.paragraphs, index + 1)] if last else []
    texts += [tallies.before(item.paragraphs, index)] if decision.is_result else []
    return replace(decision, counts=tallies.counts(tallies.first(before), *texts))


def _decides_on(passage: Passage, sentence: Sentence, body: str) -> bool:
    """Whether a sentence behind the one that names the movers decides."""
    later = [one.text for one in split(passage.text) if one.start >= sentence.end]
    return any(acts.find(text, body=body) for text in later if not _ITS_RESULT.match(text))


def _with_movers(decision: Decision, moving: Movers | None, passage: Passage, sentence: Sentence) -> Decision:
    """A decision with the movers that the sentence before it named, or that stand right behind it: "Prop. Cllr Wray, sec. Cllr Pickles"."""
    if decision.proposer or decision.seconder:
        return decision
    behind = passage.text[sentence.end :][:160]
    told = motions.movers(behind) if _MOVED_BEHIND.match(behind) else None
    if told is not None and told.start < _NEAR:
        place = passage.span(sentence.end, sentence.end + told.end)
        return replace(decision, proposer=told.proposer, seconder=told.seconder, evidence=(*decision.evidence, place))
    return replace(decision, proposer=moving.proposer, seconder=moving.seconder) if moving else decision


def _in_words_before(decision: Decision, before: Sentence | None, passage: Passage) -> Decision:
    """A motion that is only called "this resolution", in the words of the sentence before it."""
    if before is None:
        return decision
    return replace(decision, text=before.text.strip(" ."), evidence=(passage.span(before.start, before.end), *decision.evidence))


def _of_motion(decision: Decision, motion: Sentence | None, passage: Passage) -> Decision:
    """A decision that only tells what became of the motion that a sentence before it moved, with that motion's words."""
    if motion is None or not decision.is_of_last or decision.proposer is None:
        return decision
    place = passage.span(motion.start, motion.end)
    return replace(decision, text=motion.text.strip(" ."), evidence=(place, *decision.evidence), rule="moved-with-result")


def _acted(text: str, act: Act, span: Span) -> Decision:
    """The decision that an act in a sentence is: active verbs decide what follows them, passive ones the whole sentence."""
    movers = motions.movers(text)
    if movers and _OTHERS_BETWEEN.search(text[movers.end : act.start]):
        movers = None  # those of somebody else, in a line that a page has run into this one
    words = text if act.passive else re.sub(r"^[\s,]*(?:that|to)?[\s:–-]*", "", text[act.end :])
    words = minute_words(re.sub(r"^\w+ly\s+(?=[\"“])", "", words) if len(words.split()) >= 2 else text)
    words = words if act.passive else tallies.BY_VOTE.sub("", _AND_SIGNED.sub("", _AND_DID.sub("", _SAID_BESIDES.sub("", words))))
    words = words.strip(' ."“”') if words.startswith(('"', "“")) else words
    return Decision(
        _LABEL.sub("", words.strip(" .,;–-")),
        _plain(outcomes.outcome(f"to {words}" if _TO_DO.match(words) else words, act.verb), act),
        (span,),
        "sentence-passive" if act.passive else "sentence-active",
        proposer=movers.proposer if movers else None,
        seconder=movers.seconder if movers else None,
        counts=votes.counts(text),
        amendment=is_amendment(text),
    )


def apart(decision: Decision) -> list[Decision]:
    """A decision as two where its sentence has two verbs: "noted the position and approved the plan"."""
    second = _AND_ALSO.search(decision.text)
    told = second and (decision.rule == "sentence-active" or (decision.rule in _OF_SENTENCES and second["verb"].isupper()))
    if second is None or not told:
        return [decision]
    first = replace(decision, text=decision.text[: second.start()].strip(" ,;"))
    words, verb = decision.text[second.end() :].strip(" ,;"), second["verb"].casefold()
    again = replace(decision, text=words, outcome=outcomes.outcome(f"to {words}" if _TO_DO.match(words) else words, verb))
    return [first, again] if len(first.text.split()) > 1 and len(words.split()) > 1 else [decision]


def _plain(outcome: str, act: Act) -> str:
    """The outcome of a sentence: where the act is "agreed" or "resolved" and the words say no more, that."""
    says_no_more = outcome in {"agreed", "resolved", "confirmed"} and act.verb in {"agreed", "resolved"}
    return act.verb if says_no_more else outcome
