"""What an inspectorate's own paper says besides its grades: who led, who the partners are, what has to improve, when the next one is due."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph_builder.language import bodies
from graph_builder.language.passages import Passage
from graph_builder.model import Span

_TITLE: Final = r"(?:Dr|Mr|Mrs|Ms|Miss|Prof(?:essor)?|Sir|Dame)\.?\s+"
_NAME: Final = rf"(?:{_TITLE})?[A-Z][\w'-]+(?:\s+[A-Z]\.?)?(?:\s+(?:[a-z]{{1,3}}\s+)?[A-Z][\w'-]+){{1,2}}"
_INSPECTORATE: Final = r"(?:Ofsted|CQC|HMICFRS|HMIP|HMI|CIW|Estyn|RQIA|CSSIW|SCCIF)"
# "Lead inspector: Ann Hay, HMI", and "Ann Hay, Ofsted HMI Lead Inspector" in a table; a deputy is no lead.
_LEADS: Final = re.compile(r"^(?:Lead|Reporting)\s+inspectors?\s*:\s*(?P<rest>\S.*)", re.IGNORECASE)
_LED: Final = re.compile(rf"(?P<name>{_NAME}),?\s+(?:{_INSPECTORATE}\s+)+Lead\s+Inspector\b")
_FIRST: Final = re.compile(rf"(?P<name>(?!(?:Her|His)\s+Majesty){_NAME}?)(?=$|\s*[,;(]|\s+and\s|\s+{_INSPECTORATE}\b|\s+(?:Her|His)\s+Majesty)")
_PRIORITY: Final = re.compile(r"(?:areas?\s+for\s+)?(?:immediate\s+and\s+)?priority\s+actions?|causes?\s+of\s+concern", re.IGNORECASE)
_IMPROVE: Final = re.compile(
    r"(?:key\s+)?areas?\s+(?:for|of)\s+(?:improvement|development)|what\s+needs\s+to\s+improve(?:\s+in\s+.{1,60})?\??|(?:our\s+|key\s+)?recommendations"
    r"|what\s+does\s+the\s+local\s+area\s+partnership\s+need\s+to\s+do\s+better\?",
    re.IGNORECASE,
)
_DUE: Final = re.compile(
    r"\b(?:next\s+(?:\w+\s+){0,3}(?:re-?inspection|inspection|review|monitoring\s+(?:visit|inspection))|(?:full\s+)?re-?inspection|monitoring\s+inspection)\b"
    r"(?=.{0,120}\b(?:within|approximately|around|after|by|in|on)\s+(?:the\s+)?(?:\w+\s+){0,3}(?:\d|months?|years?|spring|summer|autumn|winter|one|two|three))"
    r"(?=.{0,160}\b(?:will|is\s+due|are\s+due|is\s+expected)\b)|\bwill\s+(?:be\s+re-?inspected|re-?inspect)\b.{0,60}\b(?:months?|years?|20\d\d)\b",
    re.IGNORECASE,
)
_JOINTLY: Final = re.compile(r"\bare\s+(?:jointly\s+)?responsible\s+for\s+(?:the\s+)?(?:planning|commissioning)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[^.]+(?:\.(?!\s|$)[^.]*)*\.?")
_NUMBERED: Final = re.compile(r"(?:\d{1,2}[.)]|[a-z][.)]|[-\u2022])\s+")
_BULLET: Final = re.compile(r"(?:^|\n)[ \t]*[-*\u2022\u25aa\uf0b7\u2013][ \t]+\Z")
_MARGIN: Final = 12
"""How many characters before an entry of a list its bullet can stand."""
_ENDED: Final = (".", ";", ":", ",")
_MOST: Final = 40
_BRIEF: Final = 9


class Finding(NamedTuple):
    """One thing that has to be done, as printed, with its words; `priority` where it is asked for at once."""

    text: str
    spans: tuple[Span, ...]
    priority: bool


def leads(passages: Sequence[Passage]) -> Iterator[tuple[str, Span]]:
    """Who led the inspection, by name."""
    for line in passages:
        match = _LEADS.match(line.text)
        first = _FIRST.match(line.text, match.start("rest")) if match else None
        if first:
            yield first["name"], line.span(*first.span("name"))
        for led in _LED.finditer(line.text):
            yield led["name"], line.span(*led.span("name"))


def partners(passages: Sequence[Passage]) -> Iterator[tuple[str, Span]]:
    """The bodies that are together responsible for what was inspected."""
    for line in passages:
        for sentence in _SENTENCE.finditer(line.text):
            jointly = _JOINTLY.search(sentence[0])
            for body in bodies.find(sentence[0][: jointly.start()]) if jointly else ():
                yield bodies.tidy(body.name), line.span(sentence.start() + body.start, sentence.start() + body.end)


def next_due(passages: Sequence[Passage]) -> tuple[str, Span] | None:
    """The first sentence that says when the next inspection is due."""
    for line in passages:
        for sentence in _SENTENCE.finditer(line.text):
            if _DUE.search(sentence[0]) and len(sentence[0].split()) < 60:
                span = line.span(*sentence.span())
                return sentence[0].strip(), span
    return None


def findings(passages: Sequence[Passage], text: str = "") -> Iterator[Finding]:
    """What has to improve: the paragraphs under the first title of each kind, up to the next title; bullets stay with the words that lead to them.

    `text` is that of the paper, whose bullets are no part of the paragraphs.
    """
    done: set[bool] = set()
    for number, line in enumerate(passages):
        words = line.text.rstrip(" :")
        priority = bool(_PRIORITY.fullmatch(words))
        if (priority or _IMPROVE.fullmatch(words)) and priority not in done:
            found = list(_under(passages[number + 1 :], text, priority=priority))
            if found:
                done.add(priority)
                yield from found


def _under(passages: Sequence[Passage], text: str, *, priority: bool) -> Iterator[Finding]:
    lead: list[Passage] = []
    last = False
    for line in passages[:_MOST]:
        words = line.text.rstrip(" :")
        if _PRIORITY.fullmatch(words) or _IMPROVE.fullmatch(words):
            if lead or priority != bool(_PRIORITY.fullmatch(words)):
                break
            continue
        bullet = bool(_BULLET.search(text[: line.span().start][-_MARGIN:]))
        if not bullet and (last or _is_title(line.text)):
            break
        last = _is_title(line.text)  # a short entry without a mark at its end: only entries follow it
        if lead and lead[0].text.endswith(":") and not line.text[:1].isupper():
            lead.append(line)
            continue
        if lead:
            yield _finding(lead, priority=priority)
        lead = [line]
    if lead:
        yield _finding(lead, priority=priority)


def _is_title(text: str) -> bool:
    """Whether a short line without a mark at its end begins another part of the paper."""
    return len(text.split()) < _BRIEF and not text.endswith(_ENDED) and text[:1].isupper() and not _NUMBERED.match(text)


def _finding(lines: Sequence[Passage], *, priority: bool) -> Finding:
    texts = [line.text[number.end() :] if (number := _NUMBERED.match(line.text)) else line.text for line in lines]
    return Finding(" ".join(texts), tuple(line.span() for line in lines), priority)
