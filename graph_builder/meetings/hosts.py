"""The head of a paper tells which body met, and whose body it is, each with its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language import bodies
from graph_builder.language.dates import first_date
from graph_builder.language.passages import Line, Passage, join
from graph_builder.meetings import owners
from graph_builder.model import Basis, Document
from graph_builder.paper import Field

_IN_WORDS: Final = 12
_ON_A_LINE: Final = 25
_MOST_WORDS: Final = 14
_LETTERS: Final = 5
"""No council's name has more words; a longer stretch that ends in one has run together."""

# "virtual", "special", "annual" ... before "meeting"; more than six are no English, and a bound keeps the search short.
_ADJECTIVES = (
    r"(?:(?:virtual|online|remote|hybrid|special|extra-?ordinary|ordinary|annual|monthly|quarterly|inquorate|public|statutory|reconvened|adjourned"
    r"|urgent|additional|regular|informal|formal|first|next|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\s+){0,6}"
)
_DAY_NEXT = r"on\s+(?=\w+day|\d)"
_OF = re.compile(
    r"(?:minutes|notes?|record|proceedings|report|summary)\s+(?:of\s+(?:the\s+)?)?(?:proceedings\s+)?(?:(?:of|at|from|for|to)\s+)?"
    rf"(?:the\s+|a\s+|an\s+)?{_ADJECTIVES}(?:meetings?\s+of\s+(?:the\s+)?)?(?P<body>\S.{{2,160}}?)(?:\s+meeting)?,?\s+(?:which\s+was\s+|duly\s+)?"
    rf"(?:held|convened|{_DAY_NEXT}|at\s+(?=\d))"
    rf"|(?:at\s+)?(?:a|the|an)\s+{_ADJECTIVES}meeting\s+of\s+(?:the\s+)?(?P<body2>\S.{{2,160}}?),?\s+"
    rf"(?:was\s+|will\s+be\s+|which\s+was\s+|duly\s+)?(?:held|convened|{_DAY_NEXT})"
    rf"|{_ADJECTIVES}meeting\s+of\s+(?:the\s+)?(?P<body3>\S.{{2,160}}?),?\s+(?:was\s+|will\s+be\s+)?(?:held|{_DAY_NEXT})",
    re.IGNORECASE,
)
_STOP = re.compile(r"\s+(?:following\s+the|commencing|starting|beginning|at\s+(?=\d)|from\s+(?=\d)|on\s+(?=\w+day\b|\d|the\s+\d))", re.IGNORECASE)
_OF_MEETING = re.compile(r"\b(?:meeting|minutes)\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_CAPITALISED = re.compile(r"[A-Z][\w'’-]*(?:,?\s(?:(?:and|&|of|the|for)\s)*[A-Z][\w'’-]*){0,5}")
_AUTHORITY = re.compile(r"\b(?:authority|trust|commission|agency)$", re.IGNORECASE)
_MINUTES_OF = re.compile(r"(?:draft\s+)?minutes\s+of\s+(?:the\s+)?", re.IGNORECASE)
# What goes on behind the name of a council that met itself: "held their meeting", "Minutes of Wednesday", "AGM meeting held".
_MET = re.compile(
    r"\s+(?:(?:held|met)\b|(?:draft\s+)?minutes\s+(?:of|for|from)\s+(?:(?:the|an?)\s+)?(?:(?:annual|ordinary|monthly|special|extra-?ordinary|general)\s+)*(?:meeting\b|\w+day\b|\d)|(?:AGM|annual(?:\s+general)?|ordinary|full|monthly)?\s*meeting\s+(?:held|on|of)\b)",
    re.IGNORECASE,
)
_ANNUAL = re.compile(r"\b(?:annual|parish|town)$", re.IGNORECASE)
_MEETING = re.compile(r"\s+meeting", re.IGNORECASE)
_FULL_COUNCIL = re.compile(
    r"(?:full\s+|the\s+|annual\s+)*(?:(?:parish|town|county|city|borough|district|community)\s+)?council|pc|tc", re.IGNORECASE
)
_SHORT_COUNCIL = re.compile(r"\b.*\b(?:PC|P\.C\.|TC)")
_JOINT_AUTHORITY = re.compile(r"\b(?:combined|fire|park|police)\b.*\bauthority$", re.IGNORECASE)
_BEFORE_DATE = re.compile(r"\s+[-–—]\s+|\s*[,|:]\s*$")
_PAPER_BEFORE = re.compile(
    r"^(?:draft|confirmed|unconfirmed|unapproved|approved)\s*[-–—:]\s+|^(?:(?:draft|confirmed|unconfirmed|unapproved|approved)\s+)?(?:minutes|agenda|notes|decisions)(?:\s+(?:of|for|from|to))?\s*(?:the\s+)?(?:[-–—:]\s*)?",
    re.IGNORECASE,
)
_PAPER_BEHIND = re.compile(
    r"(?:\s*[-–—:,]\s*[\w-]{3,30}\s+meeting)?(?:\s+meeting)?(?:\s+(?:held\s+)?in\s+public)?(?:\s*[-–—:]?\s+(?:draft\s+)?(?:minutes?|agenda|decisions|notes)"
    r"(?:\s+of\s+(?:the\s+)?meeting)?(?:\s+held)?(?:\s+on)?|\s+page\b.{0,20})?[\s,:–-]*$",
    re.IGNORECASE,
)
# "Cabinet: Record of Decisions", "Record of the Cabinet", "Report to the Audit Committee": what the paper is, and no part of a body's name.
_PAPER_MARKED = re.compile(r"\s*[:–—-]\s*(?:record|minutes?|notes?|notices?|decisions?|summary)(?:\s+(?:of|from|for)\b.*)?$", re.IGNORECASE)
_RECORD_OF = re.compile(
    r"^(?:(?:record|minutes?|notes?|notices?|summary)\s+of\s+(?:the\s+)?(?:(?:proceedings|decisions?(?:\s+(?:taken|made))?)\s+(?:of|by|at)\s+(?:the\s+)?)?"
    r"|(?:joint\s+)?report\s+(?:(?:of|by|from)\s+\S.{2,80}?\s+)?to\s+(?:the\s+)?)",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(r"(?:(?:joint|annual|progress)\s+)*reports?\s+(?:of|by|from)\b|records?\s+(?:of|for)\b", re.IGNORECASE)
# "Pwyllgor Craffu / Scrutiny Committee": the name in Welsh, Irish or Gaelic beside the English one.
_TWO_NAMES = re.compile(r"\s+[/|]\s+|\s+[–—-]\s+")
_ITEM_BEHIND = re.compile(r"\s*\(item[^)]*\)\s*$", re.IGNORECASE)
_MEETING_OF = re.compile(
    rf"^(?:an?\s+|full\s+)?(?:(?:parish|town)\s+)?{_ADJECTIVES}(?:(?:general\s+)?meetings?|AGM)(?:\s+(?:19|20)\d\d)?(?:\s+of\s*:?|\s*[,–—-])\s+(?:the\s+)?"
    r"(?=.*\b(?:council|committee|board|panel|forum|cabinet|authority|group|district)\b)",
    re.IGNORECASE,
)
# "COMHAIRLE CHONTAE NA DÚNA MINUTES OF MAY MONTHLY MEETING OF DUNA COUNTY COUNCIL": the name in another language before what the paper is.
_NAME_BEFORE = re.compile(rf"^.{{3,80}}?\bminutes\s+of\s+(?:the\s+)?(?={_ADJECTIVES}meeting\s+of\b)", re.IGNORECASE)
_ACRONYM_BEHIND = re.compile(r"\s*\([A-Z&]{2,8}\)$")
# "Moved from 9 October 2018, Cabinet - Tuesday, 2 October": the day on which it was to be stands before the name.
_MOVED = re.compile(
    r"(?:moved|re-?arranged|postponed|re-?scheduled|adjourned|brought\s+forward)\s+from\s+[^,]{4,40}(?:,\s*[^,]{4,30}\d{4})?,\s*(?=[A-Z])", re.IGNORECASE
)
# A meeting of all electors has no name but that of the meeting.
_ASSEMBLY = re.compile(
    r"(?:(?:draft\s*[-–—:]?\s+)?minutes\s+(?:of\s+(?:the\s+)?)?|draft\s*[-–—:]?\s+)?"
    r"(?P<body>annual\s+(?:parish|town|community)\s+(?:meeting|assembly)|annual\s+(?:meeting|assembly)\s+of\s+the\s+(?:parish|town)(?!\s+council))"
    r"(?:\s*\([^()]{2,30}\))?(?:\s+(?:(?:19|20)\d\d|held\b.*|minutes))?$",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r"\s+(?:(?:to\s+be\s+)?held\s+)?on(?:\s+\w{3,6}day,?)?$", re.IGNORECASE)
_BRACKET_BEHIND = re.compile(r"\s*\([^)]*\)\s*$")
_SENTENCE = re.compile(r"\b(?:was|were|is|are|members? are|invited|present|papers?)\b")
# Where a body's name goes on behind its head: "Committee for Older People", "Board of Trustees".
_GOES_ON = re.compile(r"\s+(?:(?:for|of|on)\s+(?:the\s+)?(?-i:[A-ZÀ-Þ])|(?:North|South|Mid|Central)?\s*-?(?:North|South|East|West|Central)$)", re.IGNORECASE)
_KIND_OF_MEETING = re.compile(
    r"\s+(?:(?:annual|ordinary|extra-?ordinary|special|monthly|quarterly|full|general|business|virtual|remote|statutory|regular|public)\s*)+$", re.IGNORECASE
)


def body(document: Document, head: Sequence[Line], label: Passage | None, council: Field | None, *, kind: Passage | None = None) -> Field | None:
    """The body that met: in the words "meeting of", behind a label, or on a line of its own, else as the list of sources says.

    `kind` is the label itself where it tells what the body is, "Committee" of "Committee: Planning".
    """
    found = _in_words(head) or _labelled(label, kind) or _on_lines(head)
    if found is not None and len(found.value.split()) == 1:
        fuller = _authority(head) if found.value.casefold() == "board" else _on_lines(head)
        found = fuller if fuller and (fuller.value.casefold().endswith(found.value.casefold()) or _AUTHORITY.search(fuller.value)) else found
    return _named(document, found or _council_met(head), council)


def _authority(head: Sequence[Line]) -> Field | None:
    """The authority or trust that the head names on a line of its own, whose board it is that met."""
    return next((field for _, field in _scored(head) if _AUTHORITY.search(field.value)), None) or _on_lines(head)


def _council_met(head: Sequence[Line]) -> Field | None:
    """The council that "held their meeting", or whose line goes on with "minutes of" and the day."""
    for line in head[:_IN_WORDS]:
        before = _MINUTES_OF.match(line.text)
        start = before.end() if before else 0
        match = bodies.council_regex().match(owners.spoken(line.text), start)
        if match and _MET.match(line.text, match.end()) and bodies.is_authority(match.group()):
            return Field(owners.POSSESSIVE.sub("", bodies.tidy(match.group())), (line.passage.span(*match.span()),), "header-body-council")
    return None


def labelled(document: Document, label: Passage | None, council: Field | None) -> Field | None:
    """The body that a label names, else as the list of sources says."""
    return _named(document, _labelled(label), council)


def itself(body: Field | None) -> Field | None:
    """The council whose own meeting a body's is: its name may run over two lines of the head."""
    return body if body is not None and body.evidence and bodies.council_regex().fullmatch(body.value) else None


def _named(document: Document, found: Field | None, council: Field | None) -> Field | None:
    """The body as it is called: in ordinary case, in English, without its council's name."""
    if found is not None:
        english, other = two_names(found.value)
        found = replace(found, value=_spoken(english), other=other)
        return replace(found, value=_council_itself(owners.plain(_unowned(found.value, council.value if council else "")), council))
    if document.source.body:
        return Field(document.source.body, (), "sources", Basis.SUPPLIED)
    return None


def _unowned(name: str, council: str) -> str:
    """A body's name without its council's before or behind it: "Planning Committee, Kirkby City Council" is the Planning Committee."""
    if council:
        name = re.sub(rf"(?<=\w)\s*[,–—-]\s+{re.escape(council)}$", "", name, flags=re.IGNORECASE)
    return bodies.split_council(name, council)


@cache
def _no_body() -> re.Pattern[str]:
    return re.compile("|".join(lexicon.load("bodies")["no_meeting_body"]), re.IGNORECASE)


def _is_body(name: str) -> bool:
    """Whether words that hold a head, as "committee", are the name of a body that met: they end in it, or go on as "Board of Trustees" does."""
    plain = _BRACKET_BEHIND.sub("", two_names(name)[0]).rstrip(" .")
    heads = list(bodies.meeting_head().finditer(plain))
    if not heads or ":" in plain or _no_body().search(plain) or not name[:1].isalpha():
        return False
    return heads[-1].end() == len(plain) or any(_GOES_ON.match(plain, head.end()) for head in heads)


def _spoken(name: str) -> str:
    """"CABINET" and other single words, and names in small letters, in ordinary case; letters such as "HOSC" stay."""
    if name.islower() or (name.isupper() and " " not in name and len(name) > _LETTERS):
        return bodies.ordinary_case(name)
    return name


def two_names(name: str) -> tuple[str, str]:
    """The English name and the one in another language of a body that has two, "Pwyllgor Craffu / Scrutiny Committee"; else the name and nothing."""
    parts = _TWO_NAMES.split(name)
    foreign = [part for part in parts if owners.OTHER_TONGUE.match(part)]
    english = [part for part in parts if part not in foreign]
    if len(parts) != 2 or len(foreign) != 1:
        return name, ""
    return bodies.tidy(english[0]), bodies.tidy(foreign[0])


def _council_itself(name: str, council: Field | None) -> str:
    """"Parish Council", "PC" or "Full Council" alone is the council's own meeting."""
    if council is None:
        return name
    first = council.value.split()[0]
    short = name.startswith(first) and _SHORT_COUNCIL.fullmatch(name, len(first))
    return council.value if short or _FULL_COUNCIL.fullmatch(name) else name


def _in_words(head: Sequence[Line]) -> Field | None:
    """The body in "Minutes of the meeting of B held at ..."; the words may run over several lines."""
    for number in range(min(len(head), _IN_WORDS)):
        passage = join([line.passage for line in head[number : number + 5]])
        match = _OF.match(passage.text) or (_OF.search(passage.text) if number == 0 else None)
        if not match or match.start() > 120:
            continue
        group = next(name for name in ("body", "body2", "body3") if match[name])
        value = _words(match[group], passage.text[match.end(group) :])
        if value:
            return Field(value, (passage.span(*match.span(group)),), "header-body-of")
    return None


def _words(printed: str, after: str) -> str:
    """The body in the words between "meeting of" and "held"; empty where they are none."""
    value = _STOP.split(printed)[0]
    found = first_date(value)
    value = _OF_MEETING.split(value[: found.start] if found else value)[-1]
    if _ANNUAL.search(value.strip()) and _MEETING.match(after) and not bodies.meeting_head().search(value):
        return bodies.ordinary_case(f"{value} meeting")
    value = bodies.tidy(_KIND_OF_MEETING.sub("", value))
    return value if _is_body(value) and len(value.split()) <= 18 else ""


def _labelled(label: Passage | None, kind: Passage | None = None) -> Field | None:
    if label is not None and kind is not None and not bodies.meeting_head().search(label.text) and _CAPITALISED.fullmatch(label.text.strip()):
        return Field(f"{label.text.strip()} Committee", (kind.span(), label.span()), "header-body-label")
    if label is None:
        return None
    found = first_date(label.text)
    before, behind = (label.text[: found.start], label.text[found.end :]) if found else (label.text, "")
    behind = _ITEM_BEHIND.sub("", behind)
    value = bodies.tidy(before) or bodies.tidy(behind)
    return Field(value, (label.span(),), "header-body-label") if _is_body(value) else None


def _on_lines(head: Sequence[Line]) -> Field | None:
    """The best of the bodies that have a line to themselves: high up, on one line, and no council alone."""
    scored = list(_scored(head))
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _scored(head: Sequence[Line]) -> Iterator[tuple[float, Field]]:
    for number, line in enumerate(head[:_ON_A_LINE]):
        own = owners.english(line)
        wrapped = number + 1 < len(head) and not head[number + 1].gap and not bodies.council_regex().fullmatch(own.text)
        for passage in (own, *([join([own, head[number + 1].passage])] if wrapped else ())):
            field = _on(passage)
            if field is not None:
                council_only = bool(bodies.council_regex().fullmatch(two_names(field.value)[0]) or _JOINT_AUTHORITY.search(field.value))
                yield 3.0 - number / 10 - 1.5 * council_only - 0.3 * (passage is not own), field


def _on(passage: Passage) -> Field | None:
    """The body on a line of its own, or before the date of the meeting on one line."""
    if owners.names_person(passage.text):
        return None
    moved = _MOVED.match(passage.text)
    passage = passage.cut(moved.end()) if moved else passage
    found = first_date(passage.text)
    stop = found.start if found else len(passage.text)
    value = _DAY_BEHIND.sub("", (_BEFORE_DATE.split(passage.text[:stop])[0] if found else passage.text).strip())
    if len(value.split()) > _MOST_WORDS + 10:  # ten words at most are taken from around the name: "draft minutes of the", "meeting minutes"
        return None
    assembly = _ASSEMBLY.match(value)
    if assembly:
        return Field(bodies.ordinary_case(assembly["body"]), (passage.span(0, stop),), "header-body-line")
    value = _PAPER_BEHIND.sub("", _PAPER_MARKED.sub("", _PAPER_BEFORE.sub("", _RECORD_OF.sub("", _NAME_BEFORE.sub("", value)))))
    if _REPORT_OF.match(value):
        return None
    if value.endswith("."):
        return None
    value = bodies.tidy(_ACRONYM_BEHIND.sub("", owners.CYNGOR.sub("", _MEETING_OF.sub("", _KIND_OF_MEETING.sub("", value)))))
    if len(value.split()) > _MOST_WORDS or not value[:1].isupper() or _SENTENCE.search(value) or not _is_body(value):
        return None
    return Field(value, (passage.span(0, stop),), "header-body-line")
