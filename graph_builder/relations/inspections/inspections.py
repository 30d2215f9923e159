"""Inspections, visits and reviews that a paper tells: by whom, of whom, when, published when, with which judgement."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.bodies import council_regex, national
from graph_builder.language.passages import Passage
from graph_builder.model import Basis, Id, Literal, Span
from graph_builder.paper import Item
from graph_builder.relations.context import Context
from graph_builder.relations.inspections import inspection_lists, inspection_papers
from graph_builder.relations.inspections.inspection_abouts import about, framework_of
from graph_builder.relations.inspections.inspection_alike import is_of_another
from graph_builder.relations.inspections.inspection_judgements import judgements, names_an_establishment, of_a_service
from graph_builder.relations.inspections.inspection_records import Record
from graph_builder.relations.inspections.inspection_targets import Target, abbreviated, establishment, find_place, is_the_one, target
from graph_builder.relations.inspections.inspection_told import Inspection, Told
from graph_builder.relations.inspections.inspection_words import Words, inspectors, kinds
from graph_builder.relations.inspections.nations import can_inspect, is_authority
from graph_builder.relations.inspections.tellings import Telling, find, latest
from graph_builder.relations.running_text import sentences

_HINT: Final = re.compile(
    r"inspect|visit|peer|ofsted|cqc|estyn|JTAI|judg|rat(?:ed|ing)|grad(?:ed|ing)|publish|made public|report|most recent|latest"
    r"|letter|finding|direction|notice|assess|on.site|best value|maladministration|fault|complaint|conversation|audit|review|stud|evaluat|\bC[1-4]\b"
    r"|requir|inadequate|outstanding|excellent|\bgood\b|\bweak\b",
    re.IGNORECASE,
)
_SMALL_COUNCIL: Final = re.compile(r"\b(?:Parish|Town|Community)\s+Council\b")
_LONGEST: Final = 4000
"""What is longer, in characters, is no sentence: a table whose rows were lost."""
_HEAD_LINE: Final = 120
"""How long a line of a head is at most, in characters."""
_LONG_TITLE: Final = 300
"""How long a title is at most, in characters."""
_HEAD_LINES: Final = 12
"""In how many paragraphs a paper without items has its title."""
_MEETING: Final = re.compile(r"\b(?:meetings?|minutes?|agenda|sederunt)\b", re.IGNORECASE)
_OF_SERVICES: Final = "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services"
"""Who inspects the service of an authority that is no council."""
RULE: Final = "inspection-told"


def say(context: Context) -> None:
    """Note the inspections that a paper tells, each with all the sentences that tell it; of an inspectorate's own paper, the one it is of."""
    if inspection_papers.say(context):
        return
    record = _record(context)
    taken: set[Id] = set()
    for inspection in record.inspections:
        if inspection.told:
            taken.add(_note(context, inspection, taken))


def _near(context: Context) -> date | None:
    """The day of the paper's meeting, where it is known to the day: a month or a stretch that stands for it may be that of the inspection itself."""
    when = context.paper.header.when
    if when is None or when.earliest != when.latest:
        return None
    text = context.paper.document.text
    return None if any(_in_running_text(text, span) for span in when.evidence) else when.earliest


def _in_running_text(text: str, span: Span) -> bool:
    """Whether words stand in a long line that says neither before them nor in them that there was a meeting."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    return len(line) > _HEAD_LINE and not _MEETING.search(text[start : span.end])


def _record(context: Context) -> Record:
    record, text = Record(_near(context)), list(sentences(context.paper))
    record.only, record.shared = _only(text), _shared(text)
    for sentence, item in text:
        record.turn(item.key if item else "")
        if record.row(sentence):
            continue
        if len(sentence.text) <= _LONGEST and _HINT.search(sentence.text):
            _read(context, record, sentence, item)
    record.settle()
    return record


def _shared(text: list[tuple[Passage, Item | None]]) -> set[str]:
    """The items, by their keys, that speak of others who grade homes and services too."""
    others = re.compile(lexicon.load("inspections")["other_schemes"])
    return {item.key if item else "" for sentence, item in text if others.search(sentence.text)}


def _only(text: list[tuple[Passage, Item | None]]) -> dict[str, tuple[Passage, tuple[Words, ...]]]:
    """For each item, by its key, the inspectors that it names, where it names no others, with the sentence that does first."""
    found: dict[str, list[tuple[Passage, tuple[Words, ...]]]] = {}
    for sentence, item in text:
        for group in inspectors(sentence.text) if len(sentence.text) <= _LONGEST else ():
            found.setdefault(item.key if item else "", []).append((sentence, group))
    return {key: groups[0] for key, groups in found.items() if len({frozenset(one.text for one in group) for _, group in groups}) == 1}


def _read(context: Context, record: Record, sentence: Passage, item: Item | None) -> None:
    tellings = find(sentence.text, near=_near(context))
    key = item.key if item else ""
    if named := inspection_lists.told(sentence, tellings, None if key in record.shared else record.only.get(key)):
        for told in named:
            record.add(told)
        return
    for telling in tellings:
        record.add(_told(context, telling, sentence, item))
    record.lists(sentence.text)
    if tellings:
        return
    graded = tuple(judgements(sentence.text))
    again = is_the_one(sentence.text, record.target)
    about = of_a_service(sentence.text) or again or (record.just_named and not names_an_establishment(sentence.text))
    if graded and about and not _speaks_of_another(context, sentence.text) and not is_of_another(sentence.text, record.target):
        record.judge(sentence, graded)
    elif record.series is not None and (one := latest(sentence.text, record.series.telling, near=_near(context))):
        record.add(Told(one, sentence, record.series.target, record.series.about, named_in=record.series.sentence))


def _speaks_of_another(context: Context, text: str) -> bool:
    """Whether a sentence names a council that is not the paper's: "visited Leeds City Council, which had been judged good"."""
    council = context.paper.header.council.value if context.paper.header.council else ""
    named = [match.group().casefold() for match in council_regex().finditer(text)]
    return any(one not in council.casefold() and not (council and one.endswith(f" {council.casefold()}")) for one in named)


def _told(context: Context, telling: Telling, sentence: Passage, item: Item | None) -> Told:
    header = context.paper.header
    council = header.council.value if header.council else ""
    titles = [item.title] if item else _titles(context)
    heads = [*(title.text for title in titles), *(p.passage.text for p in item.paragraphs[:3])] if item else _headings(context)
    of = abbreviated(sentence.text, telling, context.bodies.acronyms) or target(sentence.text, telling, council=council, item=" ".join(heads))
    of_a_service = of.how == "open" and context.council_id is None and any(one.text == _OF_SERVICES for one in telling.inspectors)
    if of_a_service or of.how == "own":
        of = _own(context, telling, of, council)
    of = establishment(sentence, titles) or of if of.how in {"foreign", "open"} else of
    looked_at = about(sentence.text, telling)
    looked_at = None if looked_at and of.words and looked_at.text.casefold() == of.words.text.casefold() else looked_at
    return Told(telling, sentence, of, looked_at, framework_of(sentence.text, telling))


def _own(context: Context, telling: Telling, of: Target, council: str) -> Target:
    """The council of the paper as whom an inspection was of; open where the paper is of no council, or of a parish, foreign where it lies in another nation."""
    if not can_inspect((one.text for one in telling.inspectors), council):
        return Target("foreign")
    if of.words is not None:
        return of
    if telling.kind.family == "notice" and (not telling.inspectors or any(one.text.casefold() in _to_providers() for one in telling.inspectors)):
        return Target("open")
    return Target("open" if _host(context) is None or _SMALL_COUNCIL.search(council) else "own")


def _to_providers() -> tuple[str, ...]:
    return lexicon.words("inspections", "notices_to_providers")


def _host(context: Context) -> Id | None:
    """The council of the paper, or the fire authority that met, whose service is inspected as a council's are."""
    body = context.paper.header.body
    return context.council_id or (context.body_id if body and is_authority(body.value) else None)


def _headings(context: Context) -> list[str]:
    """The lines at the head of a paper that name an inspection or its inspectors, not the committee that met: the title of a paper of one item."""
    lines = [line.passage.text for line in context.paper.preamble[:_HEAD_LINES] if len(line.passage.text) <= _LONG_TITLE]
    return [line for line in lines if not line.endswith(".") and (kinds(line) or inspectors(line))]


def _titles(context: Context) -> list[Passage]:
    """The short lines at the head of a paper, of which one is its title."""
    return [line.passage for line in context.paper.preamble[:_HEAD_LINES] if len(line.passage.text) <= _HEAD_LINE]


def _note(context: Context, inspection: Inspection, taken: set[Id]) -> Id:
    """Say one inspection; returns its id."""
    notes, published = context.notes, inspection.published
    when = inspection.when.telling.when if inspection.when else None
    day = _published(published, _near(context))
    dated = when.earliest.isoformat() if when else day[0].isoformat() if day else "undated"
    id_ = notes.id("inspection", " ".join(sorted(inspection.inspectors)), inspection.family, dated)
    while id_ in taken:
        id_ += "-other"
    spans = [span for told in inspection.told for span in (told.sentence.span(), *(before.span() for before in (told.named_in, told.who_in) if before))]
    notes.node(id_, v.INSPECTION, [*spans, *(sentence.span() for sentence, _ in inspection.graded)], rule=RULE)
    _names(context, id_, inspection)
    _dates(context, id_, inspection, day)
    _judged(context, id_, inspection)
    return id_


def _published(told: Told | None, meeting: date | None) -> tuple[date, date] | None:
    """The first and the last day on which the findings can have been published."""
    if told is None:
        return None
    if told.telling.published:
        return told.telling.published.earliest, told.telling.published.latest
    return (meeting, meeting) if meeting else None


def _names(context: Context, id_: Id, inspection: Inspection) -> None:
    """Kind, inspectors, whom it was of, what it looked at, under which framework."""
    notes, kind = context.notes, inspection.kind
    notes.say(id_, v.INSPECTION_KIND, Literal(kind.telling.kind.kind), [kind.naming(kind.telling.kind.start, kind.telling.kind.end)], rule=RULE)
    for told in inspection.told:
        for one in told.telling.inspectors:
            span = told.who_in.span(one.start, one.end) if told.who_in else told.naming(one.start, one.end)
            rule, basis = ("inspector-named-before", Basis.DERIVED) if told.who_in else (RULE, Basis.STATED)
            notes.say(id_, v.INSPECTOR, context.bodies.seen(one.text, span), [span], rule=rule, basis=basis)
        if told.about is not None and told is _widest(inspection):
            notes.say(id_, v.ABOUT, Literal(told.about.text), [told.naming(told.about.start, told.about.end)], rule=RULE)
        if told.framework is not None:
            notes.say(id_, v.FRAMEWORK, Literal(told.framework.text), [told.naming(told.framework.start, told.framework.end)], rule=RULE)
    _target(context, id_, inspection)


def _widest(inspection: Inspection) -> Told | None:
    return max((told for told in inspection.told if told.about), key=lambda told: len(told.about.text) if told.about else 0, default=None)


def _target(context: Context, id_: Id, inspection: Inspection) -> None:
    """Whom it was of: the body that the words name, the council that they name, else the council whose paper tells it (derived)."""
    told = inspection.target
    if told is None:
        alone = inspection.inspectors and all(name.casefold() in lexicon.words("inspections", "of_councils") for name in inspection.inspectors)
        if alone and context.council_id:
            evidence = [inspection.told[0].sentence.span()]
            context.notes.say(id_, v.INSPECTED, context.council_id, evidence, rule="inspection-of-the-papers-council", basis=Basis.DERIVED)
        return
    words = told.target.words
    if words is None and (span := _place_in_judgement(context, inspection)):
        context.notes.say(id_, v.INSPECTED, _host(context) or "", [span], rule=RULE)
    elif words is None and _by_departments(inspection):
        return
    elif words is None:
        evidence, basis = [told.sentence.span()], Basis.DERIVED
        context.notes.say(id_, v.INSPECTED, _host(context) or "", evidence, rule="inspection-of-the-papers-council", basis=basis)
    else:
        span = (told.target.passage or told.sentence).span(words.start, words.end)
        whom = _host(context) if told.target.how == "own" else None
        whom = whom or context.bodies.seen(words.text, span)
        context.notes.say(id_, v.INSPECTED, whom, [span], rule=RULE)


def _by_departments(inspection: Inspection) -> bool:
    """Whether all who came are departments and the like, which visit areas, partnerships and trusts as well as councils."""
    kinds_of = [known[2] if (known := national(name)) else "" for name in inspection.inspectors]
    return bool(kinds_of) and all(kind in {"department", "nhs"} for kind in kinds_of)


def _place_in_judgement(context: Context, inspection: Inspection) -> Span | None:
    """The council's place in a sentence that judges it: "The overall judgement for Worcestershire was"."""
    council = context.paper.header.council
    for sentence, _ in inspection.graded:
        if council and (match := find_place(sentence.text, council.value)):
            return sentence.span(*match.span())
    return None


def _dates(context: Context, id_: Id, inspection: Inspection, day: tuple[date, date] | None) -> None:
    """When it was, as exact as the most exact words, and when its report was published."""
    notes, told, published = context.notes, inspection.when, inspection.published
    if told is not None and (when := told.telling.when):
        span: Span = told.span(when.start, when.end)
        basis, rule = (Basis.STATED, RULE) if when.has_year else (Basis.DERIVED, "year-from-meeting")
        for predicate, value in ((v.EARLIEST, when.earliest), (v.LATEST, when.latest)):
            notes.say(id_, predicate, Literal(value.isoformat(), "xsd:date"), [span], rule=rule, basis=basis)
        notes.say(id_, v.AS_PRINTED, Literal(" ".join(notes.document.quote(span).split())), [span], rule=RULE)
    if published is not None and day is not None:
        words = published.telling.published or published.telling.today
        assert words is not None
        stated = bool(published.telling.published and published.telling.published.has_year)
        rule = RULE if stated else "year-from-meeting" if published.telling.published else "day-of-meeting"
        basis = Basis.STATED if stated else Basis.DERIVED
        span = published.span(words.start, words.end)
        if day[0] == day[1]:
            notes.say(id_, v.PUBLISHED, Literal(day[0].isoformat(), "xsd:date"), [span], rule=rule, basis=basis)
        else:
            notes.say(id_, v.PUBLISHED_IN, Literal(f"{day[0]:%Y-%m}"), [span], rule=rule, basis=basis)


def _judged(context: Context, id_: Id, inspection: Inspection) -> None:
    """Each grade once, in the fullest words."""
    for grade in {judgement.grade for _, judgement in inspection.graded}:
        sentence, fullest = max(((s, j) for s, j in inspection.graded if j.grade == grade), key=lambda pair: (len(pair[1].printed), -pair[0].offset(0)))
        context.notes.say(id_, v.JUDGEMENT, Literal(fullest.printed), [sentence.span(fullest.start, fullest.end)], rule=RULE)
