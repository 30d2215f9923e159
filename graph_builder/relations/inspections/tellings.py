"""A sentence becomes tellings of inspections: by whom, what it is called, when it was, when it was published, and whether it is past."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from graph_builder.language.dates import Found
from graph_builder.language.partial_dates import find_partial
from graph_builder.relations.inspections.inspection_judgements import Judgement, judgements
from graph_builder.relations.inspections.inspection_words import REPORT, Kind, Words, inspectors, inspects, kinds
from graph_builder.relations.inspections.telling_dates import BREAK, HELD, MODAL, SUBJECT, fronted, is_published, is_when, past_year, whole_month, year_beside


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a sentence speaks of an inspection.

    `today` are the words that say it was published on the day of the meeting. `happened` is whether the words say that it took place:
    by a date, a finding, a verb in the past. `series` tells of several; `back` of one that was named before; `aside` of an earlier one,
    of which what follows does not speak.
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
    aside: bool = False

    @property
    def tells(self) -> bool:
        """Whether it says anything by which an inspection could be known again."""
        return bool(self.when or self.published or self.today or self.judgements)


_BY: Final = re.compile(
    r"[^.;]{0,150}?\b(?:by|from|of)\s+(?:both\s+)?(?:(?:inspectors|advis[eo]rs|HMI|officials)\s+from\s+(?:both\s+)?)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BY_NEAR: Final = re.compile(r"\s+(?:of|from|by)\s+(?:the\s+)?$", re.IGNORECASE)
_TODAY: Final = re.compile(
    r"\b(?:published|made\s+public|released)\b[^.;,]{0,25}?\b(?:(?:that|this|the\s+same)\s+(?:very\s+)?(?:morning|day|afternoon)|today"
    r"|earlier\s+(?:that|in\s+the)\s+day)\b",
    re.IGNORECASE,
)
_NEVER: Final = re.compile(
    r"\b(?:next|forthcoming|upcoming|up-coming|future|impending|imminent|expected|anticipated|possible|potential|any|prospective|mock|whether|no"
    r"|each|every|typically|internal)\s+(?:[\w'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(
    rf"^[^.;]{{0,80}}?\b(?:{MODAL}|(?:is|are|was|were|had\s+been)\s+(?:also\s+|now\s+|not\s+|yet\s+)*(?:due|expected|anticipated|planned|scheduled"
    r"|imminent|likely|to\s+be|possible|postponed|cancelled|deferred|delayed|paused|suspended|awaited)|tbc|not\s+yet|to\s+be\s+(?:confirmed"
    r"|arranged|scheduled))\b",
    re.IGNORECASE,
)
_HOPED: Final = re.compile(
    r"\b(?:prepar\w+\s+for|readiness\s+for|ready\s+for|expect\w*|await\w*|anticipat\w*|schedul\w*|in\s+the\s+event\s+of|if|unless|until|ahead\s+of"
    rf"|in\s+advance\s+of|due|{MODAL}|(?:scope|proposal|request|arrangements|invitation|commission\w*|support)\s+(?:of|for)"
    rf"|when\s+(?=an?\b))\b[^,;]{{0,60}}$",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"^[^.;]{0,90}?\b(?:took\s+place|taken\s+place|(?:was|were|been)\s+(?:\w+\s+)?(?:carried\s+out|undertaken|conducted|completed|held|received"
    r"|positive)|carried\s+out|undertaken|conducted|found|highlighted|identified|concluded|looked\s+at|covered|judged|raised|recognised|praised"
    r"|reviewed|focus{1,2}ed)\b",
    re.IGNORECASE,
)
_OUTCOME: Final = re.compile(
    r"(?:\b(?:outcomes?|findings?|feedback|results?|reports?|letter|recommendations?|response|lessons(?:\s+learn(?:ed|t))?)\s+(?:of|from|following"
    rf"|arising\s+from|to)\b|\b(?:consider|discuss|receiv|not|welcom)\w*\b|\b{HELD}\b|\b(?:following|since|recent|latest|last"
    rf"|previous)\b)[^.;]{{0,110}}$",
    re.IGNORECASE,
)
_BACK: Final = re.compile(r"\b(?:the|this|that|their|its|these)\s+(?:[\w'/&-]+\s+){0,4}$", re.IGNORECASE)
_LATEST: Final = re.compile(
    r"^The\s+(?:most\s+recent|latest|last)(?:\s+(?:one|of\s+these|visit|inspection))?,?\s+(?:being|was|were|took\s+place|having\s+taken\s+place"
    r"|had\s+been|held)\b",
    re.IGNORECASE,
)
_ACT: Final = re.compile(
    r"(?<![\w-])(?P<verb>re-?inspected|re-?visited|inspected|visited|audited|assessed|on\s+site|on-site"
    r"|in\s+the\s+(?:county|city|borough|district|area|council|authority|service))\b",
    re.IGNORECASE,
)
# Those who inspect, where the sentence does not say for whom: they come from the inspectorate that was named before.
_THEY: Final = re.compile(
    r"\b(?:the\s+)?(?:(?:inspection|assessment|review|(?P<peer>peer(?:\s+(?:challenge|review))?))\s+team|inspectors|assessors|reviewers|peers)"
    r"(?:,[^,.;]{2,60},|\s+(?:led\s+by|from|of)\s+[^,.;]{2,60}?)?"
    r"(?:\s+(?:had|have|has|were|was|been|also|then|since|first|last))*\s+$",
    re.IGNORECASE,
)
_DOES: Final = re.compile(
    r"(?:\s+(?:\([A-Z]+\)|'s|jointly|together|(?:inspectors|assessors)|were|was|been|had|have|has|last|also|recently|first|then|both))*\s+",
)
# "was last inspected under the new framework", "had been re-inspected in June": by whom, the item tells.
_BE: Final = re.compile(r"\b(?:was|were|been)\s+(?:last\s+|first\s+|recently\s+|then\s+|also\s+|previously\s+)*$", re.IGNORECASE)
_UNDER_OR_WHEN: Final = re.compile(r"\s+(?:under\b|(?:again\s+)?(?:in|on|between|from|during)\s+(?:the\s+)?(?:\d|[A-Z]|spring|summer|autumn|winter))")
# "was inspected in May 2018, when Estyn concluded that": by whom, the clause behind it tells.
_CONCLUDED: Final = re.compile(r"\s+(?:had\s+)?(?:concluded|found|judged|reported|considered)\b")
# "had lifted the direction on 2 September": that it ended tells no day of it.
_ENDED: Final = re.compile(
    r"\b(?:lift|revok|withdr[ae]w|remov|end|discharg|rescind|cancel)\w*\s+(?:of\s+)?(?:the|its|this|all)?\s*(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
_HAS_A_REPORT: Final = re.compile(r"\s+(?:visit\s+)?(?:report|outcome|findings|letter|results?)\b", re.IGNORECASE)
_HAS_ENDED: Final = re.compile(
    r"[\"'\s]*(?:\([^)]*\)\s*)?(?:(?:had|has|was|were|been|now|then|formally|itself)\s+){0,4}(?:expired|ended|lapsed|lifted|revoked|withdrawn|removed|closed|discharged)\b",
    re.IGNORECASE,
)
_ISSUED: Final = re.compile(r"\b(?:had|has|have|was|were)\s+(?:also\s+|then\s+)?issued\s+(?:(?:with\s+)?an?|the)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_SINCE_THE_LAST: Final = re.compile(r"[^.;]{0,100}?\bsince\s+(?:the\s+(?:last|previous)\s+(?:one\s+|inspection\s+)?(?:in|of)\s+)?$", re.IGNORECASE)
_THE_FIRST: Final = re.compile(r"\bfirst\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_JUDGED: Final = re.compile(r"(?<![\w-])(?:judged|rated|graded)\b")
_GRADED_BY: Final = re.compile(r"[^.;]{0,60}?\s+by\s+(?:the\s+)?")
_DONE_BY: Final = re.compile(r"\s+(?:last\s+|most\s+recently\s+)?(?:(?:on|in|during|between|from)\s+[^.;,]{4,40}?\s+)?by\s+(?:the\s+)?")


_NEAR: Final = 60
"""Within how many characters a verb tells the inspection that a noun names."""
# Between a verb and a noun that tell two things: "had inspected the service in October and that a C3 grade had been given".
_ELSEWHERE: Final = re.compile(r"\b(?:19|20)\d\d\b[^.;]{0,20}\band\s+(?:that|had|it|a|the)\b|;", re.IGNORECASE)
_MOST: Final = 20
"""A sentence with more names of inspections is a list, which tells nothing of any."""


def find(text: str, *, near: date | None = None) -> list[Telling]:
    """The tellings of a sentence, in order. A date without a year is the last one before `near`."""
    named, groups = [*kinds(text)], inspectors(text)
    named = sorted([*named, *_acts(text, groups, named)], key=lambda kind: kind.start)
    if not named or len(named) > _MOST:
        return []
    printed = find_partial(text, near=near)
    dates = [past_year(year_beside(found, printed), near) for found in printed]
    graded = judgements(text)
    told = [one for kind in named for one in _each(_telling(text, kind, named, (groups, dates)), text, named, dates)]
    told += _before_the_first(text, told, dates)
    told = [replace(one, judgements=tuple(_nearest(graded, one, told))) for one in told]
    return [_with_past(text, one, near, [kind.start for kind in named if kind.start > one.kind.start]) for one in told]


def latest(text: str, series: Telling, *, near: date | None) -> Telling | None:
    """The one of a series that a sentence dates: "The most recent being in October 2019."."""
    match = _LATEST.match(text)
    dates = find_partial(text, near=near) if match else []
    if not match or len(dates) != 1 or (near is not None and dates[0].earliest > near):
        return None
    return replace(series, when=past_year(dates[0], near), published=None, judgements=(), happened=True, series=False, back=False)


def _acts(text: str, groups: Sequence[tuple[Words, ...]], named: Sequence[Kind]) -> Iterator[Kind]:
    """The verbs that tell an inspection: "Ofsted inspected", "was inspected by Ofsted", where no noun does."""
    told = False
    for match in _ACT.finditer(text):
        subject = any(_DOES.fullmatch(text, group[-1].end, match.start()) for group in groups)
        they = _THEY.search(text[: match.start()])
        # "in the county" tells of a visit only where inspectors were there
        subject = bool(they) if match["verb"].casefold().startswith("in ") else subject or bool(they)
        agent = any(_DONE_BY.fullmatch(text, match.end(), group[0].start) for group in groups)
        near = any(abs(kind.start - match.start()) < _NEAR and not _ELSEWHERE.search(text[match.end() : kind.start]) for kind in named if not agent)
        bare = bool(not groups and _BE.search(text[: match.start()]) and _UNDER_OR_WHEN.match(text, match.end()))
        told_by = len(groups) == 1 and _BE.search(text[: match.start()]) and groups[0][0].start > match.end() and _CONCLUDED.match(text, groups[0][-1].end)
        if (subject or agent or bare or told_by) and not near:
            told = True
            verb = match["verb"].casefold()
            yield Kind(*(("peer review", "review") if they and they["peer"] else _done(verb)), False, match.start(), match.end(), match["verb"])
    if not told and not named and len(groups) == 1:
        yield from _judging(text, groups[0])


def _judging(text: str, group: tuple[Words, ...]) -> Iterator[Kind]:
    """The verb with which an inspector gave a grade, where nothing else tells an inspection: "Ofsted judged the services to be inadequate"."""
    for match in _JUDGED.finditer(text):
        subject = _DOES.fullmatch(text, group[-1].end, match.start())
        agent = _GRADED_BY.fullmatch(text, match.end(), group[0].start)
        if (subject or agent) and all(inspects(one.text, "inspection") for one in group) and any(one.start > match.start() for one in judgements(text)):
            yield Kind("inspection", "inspection", False, match.start(), match.end(), match.group())
            return


def _before_the_first(text: str, told: Sequence[Telling], dates: Sequence[Found]) -> list[Telling]:
    """The one before: "the first inspection of its services since November 2014" tells one of November 2014."""
    found = []
    for one in told:
        first = _THE_FIRST.search(text[: one.kind.start])
        when = next((d for d in dates if first and d.start > one.kind.end and _SINCE_THE_LAST.fullmatch(text, one.kind.end, d.start)), None)
        if when is not None:
            found.append(replace(one, when=when, published=None, today=None, back=False, aside=True))
    return found


def _done(verb: str) -> tuple[str, str]:
    """What somebody made who did it: kind and family."""
    if verb.startswith("re"):
        return "re-inspection", "revisit"
    if verb == "audited":
        return "audit", "audit"
    if verb == "assessed":
        return "local authority assessment", "assessment"
    return ("visit", "visit") if "visit" in verb or "site" in verb or " " in verb else ("inspection", "inspection")


def _telling(text: str, kind: Kind, named: Sequence[Kind], found: tuple[Sequence[tuple[Words, ...]], Sequence[Found]]) -> Telling:
    groups, dates = found
    who = _who(text, kind, named, groups)
    when = next((d for d in dates if is_when(text, kind, named, d)), None) or fronted(text, kind, groups, dates)
    published = next((d for d in dates if (d.exact or whole_month(d)) and d is not when and is_published(text, kind, named, d)), None)
    today = _TODAY.search(text, kind.end)
    unseen = today and not any(kind.end <= other.start < today.start() for other in named)
    if kind.family == "grading" and when and (when.exact or whole_month(when)):
        when, published = None, published or when
    back = bool(_BACK.search(text[: kind.start]) or _THEY.search(text[: kind.start])) or text[: kind.start].endswith(("'s ", "' "))
    return Telling(kind, who, when, published, Words(today.group(), *today.span()) if today and unseen else None, series=kind.several, back=back)


def _each(one: Telling, text: str, named: Sequence[Kind], dates: Sequence[Found]) -> list[Telling]:
    """A telling of several with a month for each is one of each: "monitoring visits in July and October"; with one date it has none."""
    if not one.series or one.when is None:
        return [one]
    listed = [found for found in dates if is_when(text, one.kind, named, found)]
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
        if group[-1].end <= kind.start and not between and not BREAK.search(gap) and len(gap.split()) <= 12:
            return group
    for group in able:
        before, after = text[group[-1].end : kind.start], text[kind.end : group[0].start]
        if group[-1].end <= kind.start and SUBJECT.fullmatch(before):
            return group
        following = any(kind.end <= other.start < group[0].start for other in others)
        if group[0].start >= kind.end and ((not following and _BY.fullmatch(after)) or _BY_NEAR.fullmatch(after)):
            return group
    return able[0] if len(able) == 1 and (len(named) == 1 or kind.family not in {"review", "monitoring"}) else ()


def _nearest(graded: Sequence[Judgement], one: Telling, told: Sequence[Telling]) -> Iterator[Judgement]:
    """The judgements that belong to a telling: those behind it and before the next, and those before the first."""
    for judgement in graded:
        before = [other for other in told if other.kind.start <= judgement.start]
        owner = before[-1] if before else told[0]
        if owner is one:
            yield judgement


def _with_past(text: str, one: Telling, near: date | None, following: Sequence[int]) -> Telling:
    """The telling with whether the inspection is said to have taken place; `following` is where others begin behind it."""
    kind = one.kind
    stops = [found.start for found in (one.when, one.published) if found and found.start > kind.end]
    before, after = text[: kind.start], text[kind.end : min([*stops, *following, len(text)])]
    later = near is not None and any(d and d.earliest > near for d in (one.when, one.published))
    ended = kind.family in {"direction", "notice"} and (_ENDED.search(before) or _HAS_ENDED.match(after))
    coming = later or ended or _NEVER.search(before) or _TO_COME.match(after[:120])
    hoped = _HOPED.search(before) and not (one.judgements or one.published or (one.when and near and one.when.latest <= near))
    if coming or hoped:
        return replace(one, when=None, published=None, today=None, judgements=(), happened=False)
    reported = _HAS_A_REPORT.match(text, kind.end)
    return replace(one, happened=bool(one.tells or reported or _ISSUED.search(before) or _PAST.match(text[kind.end :]) or _OUTCOME.search(before)))


def is_report(telling: Telling) -> bool:
    """Whether a report stands for its inspection, so that a year before it may be that of the report."""
    return telling.kind.family == REPORT
