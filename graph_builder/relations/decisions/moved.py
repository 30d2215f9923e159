"""A motion whose mover is named goes in; out comes the decision that it became, with its seconder and its result where the text tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph_builder.language.passages import Passage
from graph_builder.language.sentences import Sentence, split
from graph_builder.model import Basis, Span
from graph_builder.paper import Item
from graph_builder.relations.decisions import acts, blocks, results, tallies
from graph_builder.relations.decisions.decided import Decision, is_amendment
from graph_builder.relations.decisions.motions import NOMINATES, Movers, by_office, movers_alone
from graph_builder.relations.decisions.motions import movers as movers_of
from graph_builder.relations.decisions.votes import Counts

ELECTION = re.compile(r"\belection\b|\bnomination", re.IGNORECASE)
"""What the title of an item in which somebody is elected says."""
_NOMINATED_BY = re.compile(r"\W*nominated\s+by\b", re.IGNORECASE)
_CHOSEN = re.compile(r"\b(?:elected|appointed|resolved|accepted|took\s+the\s+chair)\b", re.IGNORECASE)
_ELECTED = re.compile(r"\b(?:elected|appointed|took\s+the\s+chair)\b", re.IGNORECASE)
_OFFICE = re.compile(r"(?:election|nomination|appointment)s?\b", re.IGNORECASE)
QUOTED = re.compile(r"^[\"“'!]|\bI will (?:move|ask)\b|\bwill (?:move|ask) at\b")
"""Words quoted from a motion or a speech, which decide nothing themselves."""
_LEAD = re.compile(r"^\W*(?:\S{1,2}\s+)?(?:I\s+)?will\s+move\s+(?:at\s+)?(?:the\s+)?(?:next\s+)?(?:\w+\s+){0,2}?meeting\s+(?:that\s+)?", re.IGNORECASE)
# A sentence that calls the motion "this motion" and says nothing of what it wants.
_REFERS = re.compile(
    r"(?:the|this)\s+(?:notice\s+of\s+)?(?:motion|proposal)\s+(?:was|were|is|having\s+been)\s+(?:then\s+|duly\s+)?(?:proposed|moved)\b", re.IGNORECASE
)
_CIRCULATED = re.compile(r"^(?:(?:was|were)\s+)?(?:circulated|submitted|tabled),?\s+(?:a\s+)?(?:draft\s+)?cop(?:y|ies)\s+of\s+(?:the\s+)?", re.IGNORECASE)
_THE_MOTION = re.compile(r"(?:the|this)\s+(?:notice\s+of\s+)?motion\b", re.IGNORECASE)
_THAT = re.compile(r"[\"“]?that\b", re.IGNORECASE)
_FOLLOWING = re.compile(r":\s*-*$|\bthat\s*$|\bfollowing\s+(?:motion|resolution|amendment)\W*$", re.IGNORECASE)
_LABEL = re.compile(r"(?:(?:first|second|further)\s+)?(?:amendment|motion|proposal)\s*(?:\(?\w{1,2}\)?)?\s*[:.–-]*", re.IGNORECASE)
_SECONDED = re.compile(r"(?:(?:the|this|it)\s*(?:\w+\s+){0,2}was\s+(?:then\s+|duly\s+)?)?seconded\b|.{3,50}\bseconded\b", re.IGNORECASE)
_BEFORE = re.compile(r"^(?:Minutes|Decisions?|Motion|Proposal)\s*:\s+(?:Proposal\s+)?(?=[A-Z])")
# Where a text breaks off.
_BROKEN = re.compile(r"\s[b-z]\s*$|\b(?:an?|the|of|to|and|or|in|for|that|with|by|on|at|be|was|is|from|as|which)\s*$", re.IGNORECASE)
_BEGUN = re.compile(r"(?:Following|After|During|Upon|On\s+(?:being|a\s+vote)|In\s+(?:response|reply|discussion))\b")
# A line of a list of payments: one of many that the motion was to pay.
_SUM = re.compile(r"^[^.]{0,120}£\s?[\d,]+(?:\.\d\d)?\W*$")
_WHOLE = re.compile(r"(?:to\s+)?(?:consider|receive|discuss|review)\b", re.IGNORECASE)
_POINT = re.compile(r"\(?(?:[a-h1-9]|i{1,3})[.)]\s")
_SHORT: Final = 12
_FAR: Final = 60


def in_sentence(item: Item, index: int, sentence: Sentence, *, movers: Movers) -> Iterator[Decision]:
    """A motion whose mover and seconder one sentence names; the next sentence or paragraph may tell its result."""
    passage, following = item.paragraphs[index].passage, _paragraph(item, index + 1)
    text, later = sentence.text, passage.text[sentence.end :][:200]
    if (blocks.is_head(following) and not later.strip()) or _tells_election(item, text) or acts.HEDGED.search(text):
        return
    if _NOMINATED_BY.match(text):
        return  # whom, another sentence says
    amendment = is_amendment(f"{_label(item, index)} {text}" if sentence.start == 0 else text)
    own = len(following) < 300 and not later.strip() and (movers_of(following) or Movers(None, None, 0, 0)).proposer is None
    places = (text, later, following if own else "")
    found = next((found for place in places if (found := results.result(place, amendment=amendment, seconded=True))), None)
    if found and found[1] not in text and (named := movers_of(found[1])) and named.proposer and named.proposer != movers.proposer:
        found = None  # it tells what became of somebody else's
    result, told = found or (results.beside(text, movers), "")
    words = _moved_words(item, index) if _REFERS.match(text) else _words_below(item, index) if _FOLLOWING.search(text) and not later.strip() else None
    spans = (*([words.span()] if words else []), passage.span(sentence.start, sentence.end))
    if not result and (_BROKEN.search(text) or _is_cut(item) or (_FOLLOWING.search(text) and not (later.strip() or following))):
        return
    upto = next((place[: place.find(told) + len(told)] for place in (later, following) if told and told in place), "")
    behind = tallies.first(later) or tallies.behind(item.paragraphs, index + 1 if not later.strip() else len(item.paragraphs))
    counts = tallies.counts(text, told, _votes_in(upto, amendment=amendment), behind)
    yield _motion(_stripped(words) if words else _BEFORE.sub("", text.strip(" .")), spans, movers, result, counts=counts, amendment=amendment)


def by_one(item: Item, index: int, sentence: Sentence, *, movers: Movers) -> Iterator[Decision]:
    """A motion whose mover alone a sentence names: the next sentence or paragraph tells its seconder, or what became of it."""
    passage, amendment = item.paragraphs[index].passage, is_amendment(sentence.text)
    if acts.HEDGED.search(sentence.text) or _tells_election(item, sentence.text) or QUOTED.search(sentence.text) or NOMINATES.search(sentence.text):
        return
    spans = [passage.span(sentence.start, sentence.end)]
    for behind in _behind(item, index, sentence):
        text = behind.text
        fallen = next((outcome for outcome, about in results.told(text) if about == amendment or re.search(r"second", text)), None)
        if fallen:
            yield _motion(sentence.text.strip(" ."), (*spans, behind.span()), movers, fallen, counts=tallies.counts(text), amendment=amendment)
            return
        seconder = _seconder(text) if movers.seconder is None and len(spans) == 1 else None
        if seconder is not None and seconder.seconder:
            movers, spans = movers._replace(seconder=seconder.seconder), [*spans, behind.span()]
        result = results.result(text, amendment=amendment) if not acts.HEDGED.search(text) else None
        if result:
            spans = spans if behind.span() in spans else [*spans, behind.span()]
            yield _motion(sentence.text.strip(" ."), tuple(spans), movers, result[0], counts=tallies.counts(text), amendment=amendment)
            return
    if movers.seconder:
        yield _motion(sentence.text.strip(" ."), tuple(spans), movers, None, counts=None, amendment=amendment)


def of_notice(item: Item, index: int, sentence: Sentence, *, movers: Movers) -> Iterator[Decision]:
    """A notice of motion to which its mover speaks, where the item tells who seconded it and what became of it."""
    words = _moved_words(item, index)
    spans, seconder, result = [item.paragraphs[index].passage.span(sentence.start, sentence.end)], None, None
    for paragraph in item.paragraphs[index:] if words else ():
        for part in split(paragraph.passage.text):
            found = _seconder(part.text) if seconder is None else None
            told = results.result(part.text, amendment=False) if _THE_MOTION.match(part.text) else None
            if (found and found.seconder) or told:
                spans.append(paragraph.passage.span(part.start, part.end))
            seconder, result = (found.seconder if found else seconder), (told[0] if told else result)
    if words and seconder and result:
        yield _motion(_stripped(words), (words.span(), *spans), movers._replace(seconder=seconder), result, counts=None, amendment=False)


def _behind(item: Item, index: int, sentence: Sentence) -> Iterator[Passage]:
    """The sentences behind one, up to the second paragraph after its own, the next block or the next motion."""
    passage = item.paragraphs[index].passage
    rest = [passage.cut(later.start, later.end) for later in split(passage.text) if later.start >= sentence.end]
    after = [p.passage for p in item.paragraphs[index + 1 : index + 3]]
    for behind in (*rest, *(one.cut(part.start, part.end) for one in after for part in split(one.text))):
        if blocks.is_head(behind.text) or (movers_of(behind.text) or Movers(None, None, 0, 0)).proposer:
            return
        yield behind


def _seconder(text: str) -> Movers | None:
    """Who seconds what the sentence before moved: "The motion was seconded by Cllr Dunn", "Councillor Dunn seconded the motion"."""
    if len(text) > _FAR + 40 or not _SECONDED.match(text):
        return None
    turned = re.sub(r"^(?:then\s+)?(?P<who>.{3,50}?)\s+(?:then\s+|duly\s+|formally\s+)?seconded\b.*$", r"seconded by \g<who>", text.strip(" ."))
    return movers_of(text if re.search(r"seconded\s+by\b", text, re.IGNORECASE) else turned)


def _moved_words(item: Item, index: int) -> Passage | None:
    """The words of the motion that a sentence refers to: those quoted above it."""
    above = (paragraph.passage for paragraph in reversed(item.paragraphs[:index]))
    return next((words for words in above if QUOTED.search(words.text) or _LEAD.match(words.text)), None)


def _words_below(item: Item, index: int) -> Passage | None:
    """The words of the motion that a sentence leads to: "moved the following motion:"."""
    below = item.paragraphs[index + 1].passage if index + 1 < len(item.paragraphs) else None
    return below if below and (QUOTED.search(below.text) or _THAT.match(below.text)) else None


def _stripped(words: Passage) -> str:
    """The words of a motion without what leads to them: "I will move at the next Meeting that"."""
    return _LEAD.sub("", words.text).strip(' ."“”')


def on_lines(item: Item, index: int, movers: Movers) -> Iterator[Decision]:
    """A motion whose movers stand on lines of their own: what they moved is the paragraph above or below, or the item's title."""
    named = movers.proposer is not None or by_office(item.paragraphs[index].passage.text)
    if movers.seconder is None or not named or blocks.is_head(_paragraph(item, index + 1)):
        return
    passage, following = item.paragraphs[index].passage, _paragraph(item, index + 1)
    if _NOMINATED_BY.match(passage.text):
        return
    below = bool(following) and bool(re.search(r"[:–—-]\s*$", passage.text) or _THAT.match(following) or _FOLLOWING.search(passage.text))
    above = [p.passage for p in reversed(item.paragraphs[:index]) if movers_alone(p.passage.text) is None]
    label = next((one.text for one in above[:2] if _LABEL.fullmatch(one.text)), "")
    spoken = above[0] if above and len(above[0].text.split()) > 3 and not _SUM.search(above[0].text) else None
    words = item.paragraphs[index + 1].passage if below else spoken or item.title
    leads = bool(re.search(r"[:–—-]\s*$", passage.text) or (_POINT.match(following) and _WHOLE.match(words.text))) and not below
    spoken_only = not below and bool(QUOTED.search(words.text) or blocks.is_head(words.text))
    if leads or spoken_only or _BROKEN.search(passage.text) or _OFFICE.match(item.title.text) or _is_cut(item):
        return
    amendment = is_amendment(f"{label} {passage.text}")
    at = index + 2 if below else index + 1
    later = _paragraph(item, at)
    result, told = (results.result(later, amendment=amendment) if len(later) < 300 else None) or (results.beside(passage.text, movers), "")
    counts = tallies.counts(told, _votes_in(later if told else "", amendment=amendment), tallies.behind(item.paragraphs, at))
    yield _motion(_CIRCULATED.sub("", words.text).strip(' .:"“”'), (words.span(), passage.span()), movers, result, counts=counts, amendment=amendment)


def _votes_in(text: str, *, amendment: bool) -> str:
    """The text that tells a result, where the votes in it are those on the motion, or on the amendment."""
    return text if is_amendment(text) == amendment else ""


def _label(item: Item, index: int) -> str:
    """The word "Motion" or "Amendment" on a line of its own over a paragraph."""
    above = _paragraph(item, index - 1) if index else ""
    return above if _LABEL.fullmatch(above) else ""


def _tells_election(item: Item, text: str) -> bool:
    """Whether an item in which somebody is nominated says who was elected, so that the nominations tell nothing more, or says of no result."""
    texts = " ".join(paragraph.passage.text for paragraph in item.paragraphs)
    if ELECTION.search(item.title.text):
        return bool(_CHOSEN.search(texts) or not results.is_told(texts))
    return bool(NOMINATES.search(text) and _ELECTED.search(texts))


def _is_cut(item: Item) -> bool:
    """Whether an item breaks off: the page says so, or its last sentence has no end."""
    last = item.paragraphs[-1].passage.text if item.paragraphs else ""
    return item.cut_off or bool(_BEGUN.match(last) and not re.search(r"[.:;!?\"')\]]\s*$", last) and len(last.split()) < _SHORT)


def _paragraph(item: Item, index: int) -> str:
    return item.paragraphs[index].passage.text if index < len(item.paragraphs) else ""


def _motion(text: str, spans: tuple[Span, ...], movers: Movers, result: re.Match[str] | str | None, *, counts: Counts | None, amendment: bool) -> Decision:
    """A motion with its result; without one it is as its votes fell, else stands as agreed until `settled` knows no better than that it was moved."""
    printed = results.outcome(result["how"] or result["bare"]) if isinstance(result, re.Match) else result
    outcome = printed or tallies.outcome(counts)
    return Decision(
        text,
        outcome or "agreed",
        spans,
        "moved-with-result" if result else "moved-and-seconded",
        proposer=movers.proposer,
        seconder=movers.seconder,
        counts=counts,
        basis=Basis.STATED if result else Basis.DERIVED,
        amendment=amendment,
    )
