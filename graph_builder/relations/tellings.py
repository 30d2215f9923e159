"""A sentence becomes tellings of inspections: by whom, what it is called, when it was, when it was published, and whether it is past."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from graph_builder.language.dates import Found
from graph_builder.language.partial_dates import find_partial
from graph_builder.relations.inspection_judgements import Judgement, judgements
from graph_builder.relations.inspection_words import REPORT, Kind, Words, inspectors, inspects, kinds


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a sentence speaks of an inspection.

    `today` are the words that say it was published on the day of the meeting. `happened` is whether the words say that it took place:
    by a date, a finding, a verb in the past. `series` tells of several; `back` of one that was named before.
    """

    kind: Kind
    inspectors: tuple[Words, ...] = ()
    when: Found | None = None
    published: Found | None = None
    today: Words | None = None
    judgements: tuple[Judgement, ...] = ()
    happened: bool = False
    series: bool = False
    back: bool = False

    @property
    def tells(self) -> bool:
        """Whether it says anything by which an inspection could be known again."""
        return bool(self.when or self.published or self.today or self.judgements)


_HELD: Final = r"(?:undertak\w+|undertook|carried\s+out|carrying\s+out|conduct\w*|complet\w+|held|made|hosted|led|leading|perform\w+|paid|had)"
# The month is no modal verb.
_MODAL: Final = r"(?:would|will|could|can|(?-i:may)|might|should|shall|cannot)"
# Between an inspector and the name of the inspection in one noun phrase there is no verb and no clause.
_BREAK: Final = re.compile(r"[;:.]|,\s*(?:and|the|which|who)\b|\b(?:had|has|have|was|were|is|are|be|been|being|would|will|could|should|may|might|that|which|who|when|where|if|but|said|asked|told|noted|report(?:ed|s\s+that)|explained|advised|informed|attended|visited|judged|rated|found|about|against|with|by)\b", re.IGNORECASE)
_SUBJECT: Final = re.compile(rf"[\s\w()'&-]{{0,20}}?\b(?:(?:had|have|has|also|recently|then|since|jointly|last|first|both)\s+)*{_HELD}\b[^.;]{{0,90}}?$", re.IGNORECASE)
_BY: Final = re.compile(rf"[^.;]{{0,150}}?\b(?:by|from|of)\s+(?:both\s+)?(?:(?:inspectors|advis[eo]rs|HMI|officials)\s+from\s+(?:both\s+)?)?(?:the\s+)?$", re.IGNORECASE)
_BY_NEAR: Final = re.compile(r"\s+(?:of|from|by)\s+(?:the\s+)?$", re.IGNORECASE)
# Between the name of an inspection and its date.
_WHEN: Final = re.compile(r"[^.;]{0,140}?\b(?:in|on|during|between|from|over|of|commenc(?:ed|ing)|beginning|w/c|place|around|throughout)\b\s*(?:the\s+)?(?:week\s+(?:commencing|beginning|of)\s+|period\s+|weeks\s+of\s+|early\s+|late\s+|mid-?\s*)?(?:\b(?:on|in|from|between)\s+)?$", re.IGNORECASE)
# Or the date stands right behind it: "inspection (5 to 9 March 2018)".
_BESIDE: Final = re.compile(r"(?:\s+(?:SEND|ILACS))?\s*[(,:–-]?\s*(?:on\s+|in\s+|held\s+|dated?\s*:?\s*)?", re.IGNORECASE)
_NOT_WHEN: Final = re.compile(rf"\b(?:meeting|panel|committee|cabinet|board|consider\w*|discuss\w*|present(?:ed|ation)|submi\w+|agreed|{_MODAL}|next|expect\w*|due|plans?|strategy|response|since|deadline|schedul\w+|publi\w+|released|by\s*$|until|before|after|following|report\s+to|reported|updated?|letter|cases|who|children\s+in|when|while|whilst|reports?|findings|developed|approved|improved|appointed|launched|introduced)\b", re.IGNORECASE)
_FRONTED: Final = re.compile(r"^(?:\W|\b(?:and|but|also|more\s+recently|in|on|during|between|from|at\s+the\s+(?:end|start|beginning)\s+of|early|late|mid|over|the|previously|subsequently|then)\b)*$", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[:;•\uf0b7]\s*")
_PUBLISHED: Final = re.compile(r"\b(?:publish(?:ed|es)|publication|released|made\s+public)\b[^.;]{0,60}$", re.IGNORECASE)
_TODAY: Final = re.compile(r"\b(?:published|made\s+public|released)\b[^.;,]{0,25}?\b(?:(?:that|this|the\s+same)\s+(?:very\s+)?(?:morning|day|afternoon)|today|earlier\s+(?:that|in\s+the)\s+day)\b", re.IGNORECASE)
_NEVER: Final = re.compile(r"\b(?:next|forthcoming|upcoming|up-coming|future|impending|imminent|expected|anticipated|possible|potential|any|prospective|mock|whether|no|each|every|typically|internal)\s+(?:[\w'-]+\s+){0,4}$", re.IGNORECASE)
_TO_COME: Final = re.compile(rf"^[^.;]{{0,80}}?\b(?:{_MODAL}|(?:is|are|was|were|had\s+been)\s+(?:also\s+|now\s+|not\s+|yet\s+)*(?:due|expected|anticipated|planned|scheduled|imminent|likely|to\s+be|possible|postponed|cancelled|deferred|delayed|paused|suspended|awaited)|tbc|not\s+yet|to\s+be\s+(?:confirmed|arranged|scheduled))\b", re.IGNORECASE)
_HOPED: Final = re.compile(rf"\b(?:prepar\w+\s+for|readiness\s+for|ready\s+for|expect\w*|await\w*|anticipat\w*|schedul\w*|in\s+the\s+event\s+of|if|unless|until|ahead\s+of|in\s+advance\s+of|due|{_MODAL}|(?:scope|proposal|request|arrangements|invitation|commission\w*|support)\s+(?:of|for)|when\s+(?=an?\b))\b[^,;]{{0,60}}$", re.IGNORECASE)
_PAST: Final = re.compile(r"^[^.;]{0,90}?\b(?:took\s+place|taken\s+place|(?:was|were|been)\s+(?:\w+\s+)?(?:carried\s+out|undertaken|conducted|completed|held|received|positive)|carried\s+out|undertaken|conducted|found|highlighted|identified|concluded|looked\s+at|covered|judged|raised|recognised|praised|reviewed|focus{1,2}ed)\b", re.IGNORECASE)
_OUTCOME: Final = re.compile(rf"(?:\b(?:outcomes?|findings?|feedback|results?|reports?|letter|recommendations?|response|lessons(?:\s+learn(?:ed|t))?)\s+(?:of|from|following|arising\s+from|to)\b|\b(?:consider|discuss|receiv|not|welcom)\w*\b|\b{_HELD}\b|\b(?:following|since|recent|latest|last|previous)\b)[^.;]{{0,110}}$", re.IGNORECASE)
_BACK: Final = re.compile(r"\b(?:the|this|that|their|its|these)\s+(?:[\w'/&-]+\s+){0,4}$", re.IGNORECASE)
_LATEST: Final = re.compile(r"^The\s+(?:most\s+recent|latest|last)(?:\s+(?:one|of\s+these|visit|inspection))?,?\s+(?:being|was|were|took\s+place|having\s+taken\s+place|had\s+been|held)\b", re.IGNORECASE)
_ACT: Final = re.compile(r"(?<![\w-])(?P<verb>re-?inspected|re-?visited|inspected|visited)\b", re.IGNORECASE)
_FOR_A: Final = re.compile(r"\s*(?:for|as\s+part\s+of|to\s+(?:undertake|carry\s+out|conduct|complete))\s+(?:an?|the|its|their)\s+(?:[\w'-]+\s+){0,4}", re.IGNORECASE)
_LISTED: Final = re.compile(r"\s+in\s+(?:\w+,?\s+(?:and\s+)?)*")
_MONTHS_TO_PUBLISH: Final = timedelta(days=150)


def find(text: str, *, near: date | None = None) -> list[Telling]:
    """The tellings of a sentence, in order. A date without a year is the last one before `near`."""
    named, groups = [*kinds(text)], inspectors(text)
    named = sorted([*named, *_acts(text, groups, named)], key=lambda kind: kind.start)
    if not named:
        return []
    dates = [_past_year(found, near) for found in find_partial(text, near=near)]
    graded = judgements(text)
    told = [one for kind in named for one in _each(_telling(text, kind, named, (groups, dates)), text, named, dates)]
    told = [replace(one, judgements=tuple(_nearest(graded, one, told))) for one in told]
    return [_with_past(text, one, near, [kind.start for kind in named if kind.start > one.kind.start]) for one in told]


def latest(text: str, series: Telling, *, near: date | None) -> Telling | None:
    """The one of a series that a sentence dates: "The most recent being in October 2019."."""
    match = _LATEST.match(text)
    dates = find_partial(text, near=near) if match else []
    if not match or len(dates) != 1 or near is not None and dates[0].earliest > near:
        return None
    return replace(series, when=_past_year(dates[0], near), published=None, judgements=(), happened=True, series=False, back=False)


def _acts(text: str, groups: Sequence[tuple[Words, ...]], named: Sequence[Kind]) -> Iterator[Kind]:
    """The verbs that tell an inspection: "Ofsted inspected", "was inspected by Ofsted", where no noun does."""
    for match in _ACT.finditer(text):
        subject = any(re.fullmatch(r"(?:\s+(?:\([A-Z]+\)|had|have|has|last|also|recently|first|then|both))*\s+", text[g[-1].end : match.start()]) for g in groups)
        agent = any(re.fullmatch(r"\s+(?:last\s+|most\s+recently\s+)?by\s+(?:the\s+)?", text[match.end() : g[0].start]) for g in groups)
        near = any(abs(kind.start - match.start()) < 60 for kind in named)
        if (subject or agent) and not near:
            verb = match["verb"].casefold()
            kind, family = ("re-inspection", "revisit") if verb.startswith("re") else ("visit", "visit") if "visit" in verb else ("inspection", "inspection")
            yield Kind(kind, family, False, match.start(), match.end(), match["verb"])


def _telling(text: str, kind: Kind, named: Sequence[Kind], found: tuple[Sequence[tuple[Words, ...]], Sequence[Found]]) -> Telling:
    groups, dates = found
    who = _who(text, kind, named, groups)
    when = next((d for d in dates if _is_when(text, kind, named, d)), None) or _fronted(text, kind, groups, dates)
    published = next((d for d in dates if d.exact and d is not when and _is_published(text, kind, named, d)), None)
    today = _TODAY.search(text, kind.end)
    unseen = today and not any(kind.end <= other.start < today.start() for other in named)
    back = bool(_BACK.search(text[: kind.start])) or text[: kind.start].endswith(("'s ", "' "))
    return Telling(kind, who, when, published, Words(today.group(), *today.span()) if today and unseen else None, series=kind.several, back=back)


def _each(one: Telling, text: str, named: Sequence[Kind], dates: Sequence[Found]) -> list[Telling]:
    """A telling of several with a month for each is one of each: "monitoring visits in July and October"; with one date it has none."""
    if not one.series or one.when is None:
        return [one]
    listed = [found for found in dates if _is_when(text, one.kind, named, found)]
    months = listed if len(listed) > 1 else _months(text, listed[0])
    return [replace(one, when=month, series=False) for month in months] if len(months) > 1 else [replace(one, when=None)]


def _months(text: str, found: Found) -> list[Found]:
    """The two months of "July and October 2019"."""
    parts = re.fullmatch(r"([A-Z][a-z]+)\s+and\s+([A-Z][a-z]+)\s+\d{4}", text[found.start : found.end])
    if not parts:
        return [found]
    first = found.earliest.replace(day=monthrange(found.earliest.year, found.earliest.month)[1])
    return [found._replace(latest=first), found._replace(earliest=found.latest.replace(day=1))]


def _who(text: str, kind: Kind, named: Sequence[Kind], groups: Sequence[tuple[Words, ...]]) -> tuple[Words, ...]:
    """The inspectors of one kind: those before it in its phrase, those who are said to have made it, else the only ones of the sentence."""
    able = [kept for group in groups if (kept := tuple(one for one in group if inspects(one.text, kind.family)))]
    others = [other for other in named if other is not kind]
    for group in able:
        gap = text[group[-1].end : kind.start]
        between = any(group[-1].end <= other.start < kind.start for other in others)
        if group[-1].end <= kind.start and not between and not _BREAK.search(gap) and len(gap.split()) <= 12:
            return group
    for group in able:
        before, after = text[group[-1].end : kind.start], text[kind.end : group[0].start]
        if group[-1].end <= kind.start and _SUBJECT.fullmatch(before):
            return group
        following = any(kind.end <= other.start < group[0].start for other in others)
        if group[0].start >= kind.end and ((not following and _BY.fullmatch(after)) or _BY_NEAR.fullmatch(after)):
            return group
    return able[0] if len(able) == 1 and (len(named) == 1 or kind.family not in {"review", "monitoring"}) else ()


def _is_when(text: str, kind: Kind, named: Sequence[Kind], found: Found) -> bool:
    """Whether a date is that of the inspection: behind it in its phrase or clause, or an adjective before it."""
    if found.end <= kind.start:
        gap = text[found.end : kind.start]
        if _FOR_A.fullmatch(gap) and not _between(named, found.end, kind.start):
            return bool(re.search(r"\b(?:visited|attended|arrived|came|on\s+site)\b[^.;]{0,60}\b(?:on|in|between|from)\s+(?:the\s+)?$", text[: found.start], re.IGNORECASE))
        return _adjective(text[: found.start]) and not _BREAK.search(gap) and len(gap.split()) <= 7 and not _between(named, found.end, kind.start)
    gap = text[kind.end : found.start]
    if kind.family == REPORT or found.start < kind.end or _between(named, kind.end, found.start) or _NOT_WHEN.search(gap):
        return False
    return bool(_WHEN.fullmatch(gap) or _BESIDE.fullmatch(gap)) or kind.several and bool(_LISTED.fullmatch(gap))


def _adjective(before: str) -> bool:
    return bool(re.search(r"(?:^|\b(?:the|a|an|its|their|from|following|since|of|after|our|council's)\s+|[(–-]\s*)$", before, re.IGNORECASE))


def _between(named: Sequence[Kind], start: int, end: int) -> bool:
    return any(start <= other.start < end for other in named)


def _fronted(text: str, kind: Kind, groups: Sequence[tuple[Words, ...]], dates: Sequence[Found]) -> Found | None:
    """The date at the head of a sentence whose subject is the inspector: "In March 2018, Ofsted conducted an inspection"."""
    for found in dates:
        if found.end <= kind.start and _FRONTED.match(_CLAUSE.split(text[: found.start])[-1]):
            for group in groups:
                lead = re.fullmatch(r"\s*,?\s*(?:both\s+)?(?:the\s+)?(?:inspectors\s+from\s+)?", text[found.end : group[0].start])
                verb = kind.printed.casefold().endswith("ed") or _SUBJECT.fullmatch(text[group[-1].end : kind.start])
                if lead and verb:
                    return found
    return None


def _is_published(text: str, kind: Kind, named: Sequence[Kind], found: Found) -> bool:
    """Whether a date is that on which the report of the inspection was published."""
    between = text[kind.end : found.start]
    if re.search(r"\bpublished\s+(?:its|the|their)\s+$", text[: kind.start], re.IGNORECASE) and re.fullmatch(r"\s*\(?(?:on\s+)?", between):
        return True
    match = _PUBLISHED.search(between) if kind.end <= found.start else None
    if not match or _between(named, kind.end, found.start) or re.search(r"\b(?:plan|strategy|statement|prospectus|guidance|framework)\b", between, re.IGNORECASE):
        before = text[max(0, kind.start - 90) : kind.start]
        return found.start < kind.start and bool(_PUBLISHED.search(text[: found.start]) and re.search(r"\b(?:report|letter|findings)\b", before, re.IGNORECASE))
    return not re.search(rf"\b(?:{_MODAL}|due|expected|to\s+be)\b[^.;]{{0,25}}$", between[: match.start()], re.IGNORECASE)


def _past_year(found: Found, near: date | None) -> Found:
    """A date without a year that would lie behind the meeting is that of the year before."""
    if near is None or found.has_year or found.earliest <= near:
        return found
    ends = [day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day) for day in (found.earliest, found.latest)]
    return found._replace(earliest=ends[0], latest=ends[1])


def _nearest(graded: Sequence[Judgement], one: Telling, told: Sequence[Telling]) -> Iterator[Judgement]:
    """The judgements that belong to a telling: those behind it and before the next, and those before the first."""
    for judgement in graded:
        before = [other for other in told if other.kind.start < judgement.start]
        owner = before[-1] if before else told[0]
        if owner is one:
            yield judgement


def _with_past(text: str, one: Telling, near: date | None, following: Sequence[int]) -> Telling:
    """The telling with whether the inspection is said to have taken place; `following` is where others begin behind it."""
    kind = one.kind
    stops = [found.start for found in (one.when, one.published) if found and found.start > kind.end]
    before, after = text[: kind.start], text[kind.end : min([*stops, *following, len(text)])]
    later = near is not None and any(d and d.earliest > near for d in (one.when, one.published))
    coming = later or _NEVER.search(before) or _TO_COME.match(after[:120])
    hoped = _HOPED.search(before) and not (one.judgements or one.published or one.when and near and one.when.latest <= near)
    if coming or hoped:
        return replace(one, when=None, published=None, today=None, judgements=(), happened=False)
    return replace(one, happened=bool(one.tells or _PAST.match(text[kind.end :]) or _OUTCOME.search(before)))


def agree(when: Found | None, published: Found | None) -> bool:
    """Whether a report published on a day can be that of an inspection at a time: not before it, and within five months."""
    if when is None or published is None:
        return True
    return when.earliest <= published.earliest <= when.latest + _MONTHS_TO_PUBLISH


def is_report(telling: Telling) -> bool:
    """Whether a report stands for its inspection, so that a year before it may be that of the report."""
    return telling.kind.family == REPORT
