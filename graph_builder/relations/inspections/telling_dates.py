"""Which date of a sentence is that of an inspection, and which is that on which its report was published."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from graph_builder.language.dates import Found
from graph_builder.relations.inspections.inspection_words import REPORT, Kind, Words

HELD: Final = r"(?:undertak\w+|undertook|carried\s+out|carrying\s+out|conduct\w*|complet\w+|held|made|hosted|led|leading|perform\w+|paid|had)"
# The month is no modal verb.
MODAL: Final = r"(?:would|will|could|can|(?-i:may)|might|should|shall|cannot)"
# Between an inspector and the name of the inspection in one noun phrase there is no verb and no clause.
BREAK: Final = re.compile(
    r"[;:.]|,\s*(?:and|the|which|who)\b|\b(?:had|has|have|was|were|is|are|be|been|being|would|will|could|should|(?-i:may)|might|that|which|who|when"
    r"|where|if|but|said|asked|told|noted|report(?:ed|s\s+that)|explained|advised|informed|attended|visited|judged|rated|found|about|against|with"
    r"|by)\b",
    re.IGNORECASE,
)
SUBJECT: Final = re.compile(
    rf"[\s\w()'&-]{{0,20}}?\b(?:(?:had|have|has|also|recently|then|since|jointly|last|first|both)\s+)*{HELD}\b[^.;]{{0,90}}?$",
    re.IGNORECASE,
)
_SAINT: Final = re.compile(r"\bSt\.(?=\s+[A-Z])")
# Between the name of an inspection and its date.
_WHEN: Final = re.compile(
    r"[^.;]{0,190}?\b(?:in|on|during|between|from|over|of|took\s+place|held|commenc(?:ed|ing)|beginning|w/c|place|around"
    r"|throughout)\b\s*(?:the\s+)?(?:(?:spring|summer|autumn|winter)\s+(?:term\s+)?(?:of\s+)?)?(?:week\s+(?:commencing|beginning|of)\s+|period\s+|weeks\s+of\s+|early\s+|late\s+|mid-?\s*)?(?:\b(?:on|in|from"
    r"|between)\s+)?$",
    re.IGNORECASE,
)
# Or the date stands right behind it: "inspection (5 to 9 March 2018)".
_BESIDE: Final = re.compile(r"(?:\s+(?:SEND|ILACS))?\s*[(,:–-]?\s*(?:on\s+|in\s+|held\s+|dated?\s*:?\s*)?", re.IGNORECASE)
# A stretch of days stands right behind what was looked at: "Inspection of Children's Services 4 - 15 March 2019".
_OF_WHAT: Final = re.compile(r"(?:\s+reports?)?\s+(?:of|for|into|to|at)\s+(?:the\s+)?[A-Z][\w',&() -]{2,80}?\s*[-\u2013:,(]?\s*", re.IGNORECASE)
_OF_A_NAME: Final = re.compile(r"\s+(?:of|at|for|into)\s+(?:the\s+)?(?:[A-Z][\w'&-]*\s+|and\s+|of\s+|in\s+){1,8}[-\u2013(]?\s*")
_WEEKS: Final = 35
_NOT_WHEN: Final = re.compile(
    rf"\b(?:meeting|panel|committee|cabinet|board|consider\w*|discuss\w*|present(?:ed|ation)|submi\w+|agreed|{MODAL}|next|expect\w*|due|plans?"
    r"|strategy|results?|announcement|(?<!agency )response|since|deadline|schedul\w+|publi\w+|released|by\s*$|until|before"
    r"|(?<!looked )(?<!looked-)after|following|report\s+to|reported|updated?|letter"
    r"|guidance|handbook|in\s+line\s+with|cases|who|when|while|whilst|reports?|findings|developed|approved|improved|appointed|launched|introduced)\b",
    re.IGNORECASE,
)
_FRONTED: Final = re.compile(
    r"^(?:\W|\b\d{1,2}(?:\.\d{1,2})+|\b(?:and|but|also|more\s+recently|in|on|during|between|from|at\s+the\s+(?:end|start|beginning)\s+of|early|late|mid|over|the"
    r"|previously|subsequently|then)\b)*$",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[:;•\uf0b7]\s*")
_PUBLISHED: Final = re.compile(r"\b(?:publish(?:ed|es)|publication|released|made\s+public|announced)\b[^.;]{0,110}$", re.IGNORECASE)
# Of a report, and of nothing else.
_OUT: Final = re.compile(
    r"\b(?:report|letter|findings|feedback|review|audit|study|judge?ment)\b[^.;]{0,60}?"
    r"\b(?:issued|appeared|came\s+out|dated|received|circulated|announced)\b(?:\s+by\s+[\w ]{3,40}?)?(?:\s+(?:on|in))?\s*$",
    re.IGNORECASE,
)
_TOOK_PLACE: Final = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:took\s+place|(?:had\s+|has\s+)?taken\s+place|(?:was|had\s+been)\s+(?:carried\s+out|undertaken|conducted|held|completed|made))\b",
    re.IGNORECASE,
)
# Behind the name of an inspection that has its inspector's in it, as its subject: "the LGA Peer Challenge (CPC) undertook a review".
_MADE_IT: Final = re.compile(
    r"\s*(?:\([A-Z]+\)\s*)?(?:,\s+led\s+by\s+[^.;,]{3,120},\s+)?(?:team\s+)?(?:(?:had|has|was)\s+(?:been\s+)?)?(?:undert(?:ook|aken)|visited|conducted|carried\s+out|took\s+place|taken\s+place|looked)\b"
)
# Between a date at the head of a sentence and the inspection: "In May 2022 the Service was subject to a full".
_UNDERGONE: Final = re.compile(
    r",?\s+(?!(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:panel|committee|cabinet|board|members|meeting)\b)[^.;:,]{3,110}?\b(?:(?:was|were|had\s+been)\s+(?:also\s+)?subject(?:ed)?\s+to"
    r"|underwent|had\s+undergone|(?:had\s+)?received|had)\s+(?:an?|its|their)\s+(?:[\w'-]+\s+){0,4}",
    re.IGNORECASE,
)
# Where inspectors came for it: "On 3 March 2018 inspectors returned to the county for a".
_CAME: Final = re.compile(
    r"[^.;:]{0,60}?\b(?:inspectors|HMI|team|Ofsted|CQC|Estyn)\s+(?:had\s+)?(?:returned|visited|came|attended|went)\b[^.;:]{0,60}?"
    r"\b(?:for|to\s+(?:carry\s+out|undertake|conduct|make))\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,4}",
    re.IGNORECASE,
)
_ORDERED: Final = re.compile(r"\b(?:commission|announc|order|request|instruct)\w*\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
# "in September 2021 a full inspection had taken place"
_A_KIND: Final = re.compile(r"\s*,?\s+(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}")
_ON_OR_IN: Final = re.compile(r"\b(?:in|on|during|between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_OTHERS_DATE: Final = re.compile(r"\b(?:on|of|about|into|for)\b|\)", re.IGNORECASE)
_FOR_A: Final = re.compile(
    r"\s*(?:for|as\s+part\s+of|to\s+(?:undertake|carry\s+out|conduct|complete))\s+(?:an?|the|its|their)\s+(?:[\w'-]+\s+){0,4}",
    re.IGNORECASE,
)
# "published the papers ahead of their meeting on 7 March" says no day of publication.
_ELSE: Final = re.compile(r"\b(?:meeting|papers|ahead\s+of|consultation|before|until|plan|strategy)\b", re.IGNORECASE)
_INSPECTED_ON: Final = re.compile(
    r"[^.;]{0,80},\s+(?:which\s+(?:was|had\s+been)\s+)?(?:inspected|visited)\s+(?:on|in|between|from)\s+(?:the\s+)?", re.IGNORECASE
)
_PUBLICATION_OF: Final = re.compile(r"\bpubli(?:cation\s+of|shed)\s+(?:an?|the|its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_REPORT_OF: Final = re.compile(
    r"\s+(?:report|letter)(?:\s*,?\s*(?:of|dated|from)\s+(?:the\s+)?|\s+(?:of|on|for|into)\s+[^.;]{3,60}?\s*,?\s*(?:dated|published(?:\s+(?:on|in))?)\s+)",
    re.IGNORECASE,
)
_IN_BRACKETS: Final = re.compile(r"(?!\s+(?:on|about|into)\b)[^.;()]{0,80}\(\s*")
_A_PAPER: Final = re.compile(r"\b(?:plan|strategy|statement|prospectus|guidance|framework)\b", re.IGNORECASE)
_LISTED: Final = re.compile(r"\s+in\s+(?:\w+,?\s+(?:and\s+)?)*")
# "since the Ofsted report on 24 January judged the services inadequate"; one that was received on a day came out before it.
_SAID: Final = re.compile(
    r",?\s+(?:(?:which|that|had|has)\s+)*(?:judged|rated|graded|found|concluded|identified|stated|said|described|highlighted)\b", re.IGNORECASE
)
_READ: Final = re.compile(r"\b(?:receiv|consider|discuss|present|not)\w*\s+(?:the|an?|its)\s+(?:[\w']+\s+){0,4}$", re.IGNORECASE)
_PUBLISHES: Final = re.compile(
    r"\b(?:published|issued)\s+(?:its|the|their|an?)\s+(?:final\s+|first\s+|full\s+)?(?:(?:report|findings|letter|judge?ment|outcomes?|conclusions)\s+(?:on|of|from|into"
    r"|following|about)\s+(?:the\s+|its\s+|our\s+|an?\s+)?(?:[\w']+\s+){0,4})?$",
    re.IGNORECASE,
)
_ISSUED_ONCE: Final = frozenset(("direction", "notice", "finding"))
"""What is made on the day on which it is issued."""
_ISSUED_IN: Final = re.compile(r"\b(?:issued|dated|received)\b[^.;]{0,40}$", re.IGNORECASE)
_ISSUED: Final = re.compile(r"\s+(?:(?:has|had|then|also)\s+)*(?:issued|served|gave|made|imposed)\s+(?:[\w-]+\s+){0,4}")
_A_YEAR: Final = 360
"""How many days a year has at least."""
_MONTHS_TO_PUBLISH: Final = timedelta(days=150)
# "27/10/2023 - Peer challenge": the date at the head of a line of a register is that of its entry.
_ENTRY: Final = re.compile(r"\s*[-–—:|]\s+")


def is_when(text: str, kind: Kind, named: Sequence[Kind], found: Found) -> bool:
    """Whether a date is that of the inspection: behind it in its phrase or clause, or an adjective before it."""
    if found.end <= kind.start:
        gap = text[found.end : kind.start]
        if not text[: found.start].strip(" -–•") and _ENTRY.match(gap):
            return False
        if _FOR_A.fullmatch(gap) and not _between(named, found.end, kind.start):
            return bool(
                re.search(
                    r"\b(?:visited|attended|arrived|came|returned|on\s+site)\b[^.;]{0,60}\b(?:on|in|between|from)\s+(?:the\s+)?$",
                    text[: found.start],
                    re.IGNORECASE,
                ),
            )
        if _A_KIND.fullmatch(gap) and _TOOK_PLACE.match(text, kind.end) and _ON_OR_IN.search(text[: found.start]):
            return True
        loose = BREAK.search(gap) or _OTHERS_DATE.search(gap) or len(gap.split()) > 7
        return _adjective(text[: found.start]) and not loose and not _between(named, found.end, kind.start)
    gap = _SAINT.sub("St", text[kind.end : found.start])
    if (found.latest - found.earliest).days > _A_YEAR and _REPORT_OF.fullmatch(gap):
        return True
    if kind.family == REPORT and _INSPECTED_ON.fullmatch(gap):
        return True
    if _ORDERED.search(text[: kind.start]):
        return False
    if kind.family == REPORT or found.start < kind.end or _between(named, kind.end, found.start) or _NOT_WHEN.search(gap):
        return False
    if (_PUBLISHES.search(text[: kind.start]) and kind.family not in _ISSUED_ONCE) or (kind.family == "audit" and _ISSUED_IN.search(gap)):
        return False
    days = found.has_year and not whole_month(found) and 0 < (found.latest - found.earliest).days <= _WEEKS
    titled = (days and _OF_WHAT.fullmatch(gap)) or (whole_month(found) and _OF_A_NAME.fullmatch(gap))
    return bool(_WHEN.fullmatch(gap) or titled or _BESIDE.fullmatch(gap)) or (kind.several and bool(_LISTED.fullmatch(gap)))


def _adjective(before: str) -> bool:
    return bool(_ADJECTIVE.search(before))


_ADJECTIVE: Final = re.compile(
    r"(?:^|\b(?:the|a|an|its|their|from|following|since|of|after|our|council's)\s+(?:(?-i:[A-Z])[\w/&]*\s+){0,2}|[(–-]\s*)$", re.IGNORECASE
)


def _between(named: Sequence[Kind], start: int, end: int) -> bool:
    return any(start <= other.start < end for other in named)


def fronted(text: str, kind: Kind, groups: Sequence[tuple[Words, ...]], dates: Sequence[Found]) -> Found | None:
    """The date at the head of a sentence whose subject is the inspector: "In March 2018, Ofsted conducted an inspection"."""
    for found in dates:
        if found.end <= kind.start and _FRONTED.match(_CLAUSE.split(text[: found.start])[-1]):
            if _UNDERGONE.fullmatch(text, found.end, kind.start) or _CAME.fullmatch(text, found.end, kind.start):
                return found
            for group in groups:
                inside = kind.start <= group[0].start < kind.end and re.fullmatch(r"\s*,?\s*(?:the\s+|an?\s+)?", text[found.end : kind.start])
                if inside and _MADE_IT.match(text, kind.end):
                    return found
                lead = re.fullmatch(r"\s*,?\s*(?:both\s+)?(?:the\s+|an?\s+)?(?:inspectors\s+from\s+)?", text[found.end : group[0].start])
                gap = text[group[-1].end : kind.start]
                held = not BREAK.search(gap) and _TOOK_PLACE.match(text, kind.end)
                held = held or (kind.family in {"direction", "notice"} and _ISSUED.fullmatch(gap))
                if lead and (kind.printed.casefold().endswith("ed") or SUBJECT.fullmatch(gap) or held):
                    return found
    return None


def is_published(text: str, kind: Kind, named: Sequence[Kind], found: Found) -> bool:
    """Whether a date is that on which the report of the inspection was published."""
    between = text[kind.end : found.start]
    if kind.end <= found.start and _REPORT_OF.fullmatch(between):
        return True
    if _PUBLICATION_OF.search(text[: kind.start]) and re.fullmatch(r"\s+(?:on|in|dated)\s+", between):
        return True
    if kind.family == REPORT and kind.printed.casefold().startswith("judg") and re.fullmatch(r"\s+(?:in|on|of)\s+", between):
        return True
    if kind.family == REPORT and found.exact and re.fullmatch(r"\s+(?:of|on)\s+(?:the\s+)?", between) and _SAID.match(text, found.end):
        return not _READ.search(text[: kind.start])
    of_report = _PUBLISHES.search(text[: kind.start]) and re.fullmatch(r"\s*\(?|[^.;,]{0,60}?\b(?:on|in)\s+(?:the\s+)?", between)
    if of_report and not _between(named, kind.end, found.start):
        return True
    if kind.end <= found.start and not _between(named, kind.end, found.start) and _OUT.search(text[kind.start : found.start]):
        return True
    if kind.family == REPORT and kind.end <= found.start and _IN_BRACKETS.fullmatch(between) and text[found.end : found.end + 1] == ")":
        return True
    match = _PUBLISHED.search(between) if kind.end <= found.start else None
    match = None if match and _ELSE.search(match.group()) else match
    if not match or _between(named, kind.end, found.start) or _A_PAPER.search(between):
        before = text[max(0, kind.start - 90) : kind.start]
        reported = kind.family == REPORT or re.search(r"\b(?:report|letter|findings)\b", before, re.IGNORECASE)
        said = _PUBLISHED.search(text[: found.start]) if found.start < kind.start else None
        return bool(said and reported and not _ELSE.search(said.group()))
    return not re.search(rf"\b(?:{MODAL}|due|expected|to\s+be)\b[^.;]{{0,25}}$", between[: match.start()], re.IGNORECASE)


def past_year(found: Found, near: date | None) -> Found:
    """A date without a year that would lie behind the meeting is that of the year before."""
    if near is None or found.has_year or found.earliest <= near:
        return found
    ends = [day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day) for day in (found.earliest, found.latest)]
    return found._replace(earliest=ends[0], latest=ends[1])


def year_beside(found: Found, dates: Sequence[Found]) -> Found:
    """A date without a year in a sentence that prints another with one is the last before that: "its visit on 14 September; letter of 12 October 2021"."""
    dated = [other for other in dates if other.has_year and other.exact]
    return past_year(_in_year(found, dated[0].earliest.year), dated[0].earliest) if dated and not found.has_year else found


def _in_year(found: Found, year: int) -> Found:
    first, last = (day.replace(year=year, day=min(day.day, 28) if day.month == 2 else day.day) for day in (found.earliest, found.latest))
    return found._replace(earliest=first, latest=last)


def agree(when: Found | None, published: Found | None) -> bool:
    """Whether a report published on a day can be that of an inspection at a time: not before it, and within five months."""
    if when is None or published is None:
        return True
    return when.earliest <= published.latest and published.earliest <= when.latest + _MONTHS_TO_PUBLISH


def whole_month(found: Found) -> bool:
    """Whether a date is a month of a year that is printed."""
    first, last = found.earliest, found.latest
    return found.has_year and first.day == 1 and (first.year, first.month) == (last.year, last.month) and (last + timedelta(days=1)).day == 1
