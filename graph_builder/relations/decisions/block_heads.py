"""The paragraphs of an item go in; out comes the head of a block in one of them: RESOLVED and its kin, with who decides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder.language.sentences import split
from graph_builder.paper import Paragraph
from graph_builder.relations.decisions import acts, motions, part_marks

_BODY = (
    r"(?:the\s+)?full\s+council|the\s+(?:[\w'&-]+\s+){0,8}?(?:committee|sub-committee|panel|board|cabinet|council|executive|forum|meeting|group|commission|authority"
    r"|assembly|members|partnership|trustees|governors)|members|cabinet|council"
)
BODY_ALONE = re.compile(rf"(?:{_BODY})\W*", re.IGNORECASE)
HEAD = re.compile(
    rf"(?P<lead>(?:(?:it\s+was|and|(?:{_BODY})(?:'s?)?|(?:[\w-]+\s+){{0,3}}?(?:committee|panel|board|cabinet|council)'s?),?\s+)?"
    r"(?:then\s+|also\s+|therefore\s+|accordingly\s+|unanimously\s+|further\s+|formally\s+|having\s+[^,]{3,80},\s+)*)"
    r"(?P<verb>RESOLVED|AGREED|NOTED|APPROVED|ENDORSED|RECOMMENDED|RECOMMENDATIONS?|DECIDED|DECISIONS?|RESOLUTIONS?|Resolved|Resolutions?|Decisions?"
    r"|Agreed|Recommended|resolved|agreed|decided)\b"
    r"(?P<how>(?:\s+(?:taken|made|reached)(?=\s*[:–-]))?(?:\s*,?\s*(?:\((?!\w{1,2}\))[^)]{0,90}\)|unanimously|nem\.?\s*con\.?|by\s+(?:a\s+)?majority(?:\s+vote)?(?:\s+\([^)]{0,60}\))?|by\s+consensus)){0,3}"
    r"(?:(?:(?<=recommended)|(?<=recommendation)|(?<=recommendations))\s+to\s+(?P<whom>(?:the\s+)?[\w'&/-]+(?:\s+[\w'&/-]+){0,7}?)"
    r"\s*(?=:|[–—-]\s|\bthat\b)|\s+(?:to|that)\s+(?P<to>(?:the\s+)?(?:full\s+)?(?:Council|Cabinet))\s*(?=[:–—-]|\bthat\b|$))?)"
    r"\s*(?P<mark>[:;,.–—-]*)\s*(?:\(?unanimously\)?[\s:.–-]*)?(?P<that>(?:that\b|t\s?h\s?a\s?t\b|to\b(?=\s*[:;–—-])|(?=to\b))?)\s*(?P<open>[:;–—-]*)\s*",
    re.IGNORECASE,
)
_HOW = re.compile(r"\b(?:then|also|therefore|accordingly|unanimously|further|formally|having.*)\b", re.IGNORECASE)
# "Seconded by Councillor Crotty, And Resolved: "That": the verb stands behind the movers.
_BEHIND_MOVERS = re.compile(r"\b(?P<verb>resolved|agreed)\s*(?:unanimously\s*)?[:–-]\s*(?=[\"“']?\s*(?:that|to)\b)", re.IGNORECASE)
# The Scottish style: "Decision" on a line of its own, over what it was.
_ALONE = re.compile(r"(?:(?:it\s+was\s+)?(?:resolved|agreed)(?:\s+\(?unanimously\)?)?|decisions?|resolutions?)\s*[:.–—-]*", re.IGNORECASE)
DOES = r"(?:note|approve|agree|endorse|adopt|confirm|accept|recommend|authorise|delegate|welcome|receive|support)"
_WHAT = re.compile(
    rf"(?:\(?\w{{1,3}}[.)]\s+)?(?:the\s+)?(?:(?:sub-?)?committee|executive|cabinet|council|board|panel)\s+{DOES}(?:s|d|ed)?\b|"
    rf"\(?\w{{1,3}}[.)]\s+{DOES}\b|(?:\(?\w{{1,3}}[.)]\s+)?[\"“]?(?:to|that|noted|approved|agreed|endorsed|accepted|received|adopted|refused|granted)\b",
    re.IGNORECASE,
)
# The words of the report over what was decided, as a page copies them: "Decision:", "The Cabinet is asked to:", and the points.
_ASKED = re.compile(
    r"(?:that\s+)?(?:[^,.:;]{3,40}\sin\s+)?(?P<who>[^,.:;]{3,60}?)\s+(?:is|are|was|were)\s+(?:asked|recommended|requested|invited)\s+to\s*[:;–—-]*",
    re.IGNORECASE,
)
# A resolution that begins a later sentence of its paragraph, and one that is quoted, as of the minutes that are put right.
_SENTENCE_HEAD = re.compile(r"(?:It\s+was\s+)?Resolved\s*(?:unanimously\s*)?(?::|[–-]\s|that\b|to\b)")
_EARLIER = re.compile(r"\b(?:had|has|have)\s+(?:also\s+|then\s+|\w+ly\s+)?$", re.IGNORECASE)
# "the amendment became the finding of the meeting and the Council agreed:", over what it agreed.
_OPENING = re.compile(
    r"[\s,](?P<who>(?:the\s+)?(?:[\w'&-]+\s+){0,4}?(?:committee|sub-committee|panel|board|cabinet|council|executive|forum|meeting|members))\s+(?:\w+ly\s+|therefore\s+|then\s+)?"
    r"(?P<verb>agreed|resolved|decided)\s*(?:that|to)?\s*[:;–-]+\s*$",
    re.IGNORECASE,
)
# "DECISIONS OF THE CABINET": the title of a paper.
_TITLE = re.compile(r"\s+(?:of|by|from|taken|made|at)\b(?!\s*[:–-])", re.IGNORECASE)
# "APPROVED Minutes of the meeting held on 4 March": another.
_OF_MINUTES = re.compile(r"\s+(?:draft\s+)?minutes?\s+of\b", re.IGNORECASE)
# "Resolved In accordance with Section 42 that the public withdraw".
_UNDER = re.compile(r"\s*(?:In\s+(?:accordance|terms)|Under|Pursuant)\b[^.]{3,200}\b(?:that|to)\b")
# "This was AGREED" decides on the sentence before it.
_THIS_WAS = re.compile(r"(?<!\bit)\s(?:was|were)\s+(?:then\s+|also\s+|\w+ly\s+)?$", re.IGNORECASE)
_CITED = re.compile(r"^\W*[\"“]\s*$")


def head_of(paragraphs: Sequence[Paragraph], index: int, body: str) -> re.Match[str] | None:
    """The head at the beginning of a paragraph, or RESOLVED and its kin in capitals further on."""
    text = paragraphs[index].passage.text
    after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    opens = after is not None and text.rstrip().endswith((":", "–", "-")) and is_point(after)
    alone = after is not None and bool(_ALONE.fullmatch(text) and (_WHAT.match(after.passage.text) or after.passage.text[:1].islower()))
    head = HEAD.match(text)
    alone = alone or asks_what_was_decided(paragraphs, index, body)
    opens = opens or bool(head and (first := part_marks.INLINE.match(text, head.end())) and first["label"] in {"a", "i", "1"})
    if head is not None and (alone or _decides(head, text, body, opens=opens)):
        return _within(head, text) or head
    behind = _BEHIND_MOVERS.search(text)
    if behind and motions.movers(text[: behind.start()]):
        return HEAD.match(text, behind.start("verb"))
    opening = _OPENING.search(text) if after is not None and is_point(after) else None
    if opening and acts.is_own(opening["who"], body):
        return HEAD.match(text, opening.start("verb"))
    inner = acts.capitals(text)
    if inner is not None and (_EARLIER.search(text[: inner.start("verb")]) or _THIS_WAS.search(text[: inner.start("verb")])):
        return None
    if inner is None:
        heads = (HEAD.match(text, sentence.start) for sentence in split(text) if sentence.start and _SENTENCE_HEAD.match(sentence.text))
        return next(filter(None, heads), None)
    if inner["verb"] not in {"RESOLVED", "AGREED", "RECOMMENDED"} or (_CITED.search(text[: inner.start()]) and index):
        return None
    who = inner["who"] or ""
    own = acts.is_own(who, body) or who.casefold().strip() in {"", "it was"}
    return HEAD.match(text, inner.start("verb")) if own else None


def asks_what_was_decided(paragraphs: Sequence[Paragraph], index: int, body: str) -> bool:
    """Whether a paragraph is "Decision:" alone, over what a report asked of the meeting's own body and points that thereby were decided."""
    if index < 0 or index + 2 >= len(paragraphs) or not _ALONE.fullmatch(paragraphs[index].passage.text) or not is_point(paragraphs[index + 2]):
        return False
    asked = _ASKED.fullmatch(paragraphs[index + 1].passage.text)
    return bool(asked and acts.is_own(asked["who"], body))


def _within(head: re.Match[str], text: str) -> re.Match[str] | None:
    """The RESOLVED in a paragraph that begins "Decision:" and tells first what was considered."""
    inner = re.compile(r"\bRESOLVED\b").search(text, head.end()) if head["verb"].casefold().startswith("decision") else None
    return HEAD.match(text, inner.start()) if inner else None


def is_point(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a point of a list."""
    return bool(part_marks.PART.match(paragraph.passage.text)) or paragraph.bullet or paragraph.passage.text[:1].islower()


def _decides(head: re.Match[str], text: str, body: str, *, opens: bool) -> bool:
    """Whether a matched head is one: a verb in capitals, or one followed by a colon, a dash or "that"."""
    verb, lead = head["verb"], head["lead"].strip()
    if verb.casefold().startswith("recommendation") and not (head["to"] or head["whom"]):
        return False  # what a report recommended to the meeting is not what the meeting decided
    if lead and not lead.casefold().startswith(("it was", "and")) and not acts.is_own(_HOW.sub("", lead).replace("'s", "").strip("'"), body):
        return False
    if verb.casefold() in {"approved", "agreed"} and _OF_MINUTES.match(text, head.end("verb")):
        return False
    if verb.casefold().startswith(("decision", "resolution")) and _TITLE.match(text, head.end("verb")):
        return False
    if verb.isupper() or (opens and bool(lead)):
        return True
    marked = bool(head["mark"].strip(" .;,") or head["open"].strip())
    if verb.casefold().startswith(("decision", "resolution", "recommend")):
        return marked and len(text) > head.end("verb") + 1
    begins = (verb[0].isupper() and not lead) or (lead.casefold() == "unanimously" and lead[0].isupper())
    return marked or (begins and bool(_UNDER.match(text, head.end("verb")))) or (begins and (bool(head["that"]) or text[head.end() :].startswith("to ")))
