"""A stretch of text goes in; out comes what became of a motion or an amendment: "The motion was carried", "seconded by Cllr Hall and agreed"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph_builder.language.sentences import split
from graph_builder.relations.decisions.decided import UNSECONDED, is_amendment
from graph_builder.relations.decisions.motions import Movers

# Words up to the end of a sentence; the full stop of an initial or a title ends none.
_ON = r"(?:[^.]|(?<=\b[A-Z])\.|(?<=\bCllr)\.|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bDr)\.|(?<=\bCouncillor)\.)"
# Another motion or amendment, of which the verb behind it is told: "for the amendment 3, and the motion was carried".
_NEXT = r"(?<!\bto )(?<!\bof )\bthe\s+(?:\w+\s+)?(?:motion|amendment)\b"
_RESULT = re.compile(
    r"\b(?:the|this|that|an?)\s+(?P<what>(?:substantive\s+|original\s+|first\s+|second\s+|further\s+|procedural\s+)?(?:notice\s+of\s+)?"
    rf"(?:motion|amendment|proposal|recommendation|substantive|proposition)(?:\s+as\s+amended)?)\b(?:(?!{_NEXT}){_ON}){{0,120}}?"
    r"(?<!\bbe )\b(?P<how>not\s+(?:carried|agreed|approved|supported|seconded)|carried(?!\s+out)|lost|defeated|fell|falls|agreed|approved|adopted"
    r"|failed|withdrawn|rejected|unanimously\s+supported|passed|became\s+the)\b"
    r"|\b(?P<bare>carried(?!\s+out)|lost|all\s+(?:(?:those\s+|members\s+)?present\s+)?(?:(?:\w+\s+)?were\s+)?(?:in\s+favour|agreed)|agreed\s+unanimously|unanimously\s+(?:agreed|approved|carried))\b",
    re.IGNORECASE,
)
# The Scottish way: "4 members voted for the amendment and 8 for the motion, which accordingly became the finding of the meeting".
_BECAME = re.compile(
    r"\bthe\s+(?P<what>motion|amendment),?\s+(?:which\s+(?:(?:was|were)\s+)?(?:\w+ly\s+)?(?:therefore\s+|thereupon\s+|then\s+)?(?:became|declared\s+to\s+be|carried)"
    r"|(?:\w+ly\s+|therefore\s+|thereupon\s+)?became\s+the\s+(?:finding|decision|resolution))\b",
    re.IGNORECASE,
)
_FELL = re.compile(
    r"\W*(?:on\s+[^,.;]{3,80},\s+)?(?:the|this|that)\s+(?P<what>(?:\w+\s+){0,2}?(?:motion|amendment|proposal))\s+(?:\w+ly\s+|therefore\s+|thus\s+|then\s+)?fell\b"
    r"|\W*(?:the|this|that)\s+(?P<matter>(?:[\w-]+\s+){1,6}?)was\s+(?:then\s+|therefore\s+)?not\s+(?:agreed|carried|approved|supported|accepted|passed|seconded)\b"
    r"|[^.]{0,60}?\bvote\b[^.]{0,40}?\b(?P<voted>amendment|motion|proposal)\b,?\s+(?:which|and\s+(?:this|it))\s+was\s+(?:not\s+carried|lost|defeated)\b"
    r"|[^.]{0,80}?\b(?P<none>no\s+seconder|(?:not|never)\s+seconded|(?:find|receive|attract|without|lack\s+of|want\s+of)\s+a\s+seconder)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\W*(?:the|this|that)\s+(?:proposed\s+)?(?:change|request|suggestion)(?:\s+[\w-]+){0,8}?\s+was\s+(?:\w+ly\s+|then\s+)?"
    r"(?P<how>agreed|carried|approved|accepted)\b",
    re.IGNORECASE,
)
_THAT_BE = re.compile(
    r"\W*that\s+the\s+(?P<what>(?:\w+\s+)?(?:motion|amendment|proposal))(?:,?\s+as\s+amended,?)?\s+be\s+(?:\w+ly\s+)?(?P<how>carried|agreed|approved|supported|lost|rejected|defeated"
    r"|not\s+(?:carried|agreed|supported))\W*",
    re.IGNORECASE,
)
_VOTED_FOR = re.compile(
    r"\W*(?:the\s+)?(?:members|council|committee|panel|board|all(?:\s+\w+)?|councillors)\s+(?:then\s+)?voted\s+(?:\w+ly\s+)?(?:in\s+favour\s+of|for|(?P<against>against))\s+"
    r"the\s+(?P<what>(?:\w+\s+)?(?:motion|amendment|proposal))\b",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\b(?:chair\w*|mayor|convener|provost|cathaoirleach|president)\s+(?:then\s+|therefore\s+)?declared\s+(?:that\s+)?the\s+(?P<what>(?:\w+\s+)?(?:motion|amendment|proposal))\s+"
    r"(?:was\s+|to\s+be\s+)?(?P<how>carried|lost|defeated|not\s+carried)\b",
    re.IGNORECASE,
)
_CASTING = re.compile(
    r"\b(?:casting|deciding|second)\s+vote\b[^.]{0,60}?\b(?:(?P<for>in\s+favour\s+of|for)|against)\s+the\s+(?P<what>(?:\w+\s+)?(?:motion|amendment|proposal))\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“][^\"”]*[\"”]")
_DOUBTFUL = re.compile(r"\b(?:if|unless|would|should|could|had|asked|previous)\b", re.IGNORECASE)


def result(text: str, *, amendment: bool, seconded: bool = False) -> tuple[re.Match[str], str] | None:
    """What became of a motion, and the sentence that tells it: never what became of an amendment to it, nor the other way.

    Of a motion that was `seconded` nothing is told by "the proposal was not seconded", which is of another.
    """
    for sentence in split(_QUOTE.sub(_blank, text)):
        match = _RESULT.search(sentence.text)
        if match and seconded and UNSECONDED.search(sentence.text):
            continue
        if match and is_amendment(match["what"] or sentence.text) == amendment:
            return match, sentence.text
    return None


def is_told(text: str) -> bool:
    """Whether a text tells what became of a motion or an amendment."""
    return bool(_RESULT.search(text))


def _blank(quote: re.Match[str]) -> str:
    return "_" * len(quote.group())


def told(text: str) -> Iterator[tuple[str, bool]]:
    """What a sentence that tells no more than a result says became of a motion or an amendment: the outcome, and whether it is the amendment's."""
    became, casting = _BECAME.search(text), _CASTING.search(text)
    if became:
        yield "carried", "amend" in became["what"].casefold()
        yield "fell", "amend" not in became["what"].casefold()
    elif casting:
        yield "carried" if casting["for"] else "fell", is_amendment(casting["what"])
    elif agreed := _AGREED.match(text):
        yield "carried" if agreed["how"].casefold() == "carried" else "agreed", False
    elif voted := _VOTED_FOR.match(text):
        yield "fell" if voted["against"] else "carried", is_amendment(voted["what"])
    elif (result := _THAT_BE.fullmatch(text)) or (result := _DECLARED.search(text)):
        yield outcome(result["how"]), is_amendment(result["what"])
    elif (match := _FELL.match(text)) and not _DOUBTFUL.search(text):
        yield "fell", is_amendment(match["what"] or match["matter"] or match["voted"] or text)


# "seconded by Cllr Hall and adopted", "were approved, proposed by Cllr Hall": what became of it in the words that name the movers.
_VERB = (
    r"(?P<how>agreed|resolved|adopted|approved|accepted|passed|confirmed|endorsed|ratified|carried|signed(?=\s+as\s)|all\s+(?:were\s+)?(?:in\s+(?:favour|agreement)|agreed)"
    r"|lost|defeated|withdrawn)\b"
)
_ADVERBS = r"(?:(?:it|this|they|motion)\s+)?(?:was\s+|were\s+)?(?:(?:\w+ly|then|therefore|all)\s+)*"
_BEHIND = re.compile(rf"[\s,.;:)–-]*(?:and\s+|with\s+)?{_ADVERBS}{_VERB}(?!\s+by\s+(?:the\s+)?(?-i:[A-Z]))", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:\b(?:was|were)|(?<=\w))\s+(?:\w+ly\s+)?{_VERB}(?:\s+as\s+(?:an?\s+)?[\w\s]{{3,40}})?"
    r"[\s,;(–-]*(?:(?:as|and|having\s+been|on\s+being)\s+)?$",
    re.IGNORECASE,
)

_AT_END = re.compile(rf"\s[-–—]\s*(?:all\s+|unanimously\s+)?{_VERB}\W*$", re.IGNORECASE)


def beside(text: str, movers: Movers) -> str:
    """The outcome that the words right behind those of the movers tell, or right before them; empty where they tell none."""
    found = _BEHIND.match(text, movers.end) or _BEFORE.search(text[: movers.start]) or _AT_END.search(text, movers.end)
    if found is None or (found["how"].casefold().startswith("pass") and re.match(r"\s+(?:for|to)\b", text[found.end() :])):
        return ""
    how = found["how"].casefold()
    return "approved" if how in {"adopted", "approved", "accepted", "ratified"} else "confirmed" if how.startswith(("confirm", "sign")) else outcome(how)


def outcome(how: str) -> str:
    """The outcome that a word for it means."""
    how = how.casefold()
    if re.search(r"lost|defeat|fell|falls|fail|not|reject", how):
        return "fell"
    if "withdrawn" in how:
        return "withdrawn"
    return "carried" if re.search(r"carried|passed|favour", how) else "agreed"
