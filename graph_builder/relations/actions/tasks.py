"""A sentence goes in, the tasks that it gives come out: who is to do what by when; hopes, doubts, conditions and questions give none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph_builder.language.sentences import split
from graph_builder.relations.actions.task_clauses import FILE, agent, clause_end, clause_start, due, is_hedged, is_note, is_past
from graph_builder.relations.actions.task_grounds import is_body, is_ordered, is_outsider, may_resolve, takes_on
from graph_builder.relations.doer_words import PRONOUNS, listed
from graph_builder.relations.doers import Doer, Doers
from graph_builder.relations.forms import form

_OBJECTS = frozenset(("you", "us", "him", "her", "them", "me"))
_ASKING = re.compile(r"\b(?:how|what|which|where|why|when|whom?)\s+(?:the\s+)?$", re.IGNORECASE)
_TURNED = re.compile(r"(?:\b(?:however|and|but|so)|[,;]),?\s*$")
_READERS = re.compile(r"(?:is|are)\s+(?:also\s+)?(?:asked|requested|instructed|authorised|tasked|directed)", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?:agreed|carried|resolved|approved)\b", re.IGNORECASE)
# "Agenda ... to be held on Thursday", and "two had been placed and would be filled": a heading, and a report of what is being done.
_AGENDA = re.compile(r"(?:agenda|minutes|notice)\b", re.IGNORECASE)
_MAY = re.compile(
    r"(?:.*\s)?(?:may|might|can|could|must|cannot|not|to|shall|need|would|will|should)|.*\b(?:arrang|ask|wait|allow|call)\w*\s+for\s+(?:\w+\s+){0,2}\w+",
    re.IGNORECASE | re.DOTALL,
)
_DONE = re.compile(r"\b(?:had|has|have)\s+(?:now\s+|already\s+)?been\s+\w+ed\b.*\band$", re.IGNORECASE)
_NO_SUBJECT = re.compile(r"(?:it|there|who|which|what|not)", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:how|what|whether|why|when|where|please)\b", re.IGNORECASE)
# By these a meeting decides something, and nobody has anything to do.
_DECIDES = re.compile(r"(?:confirm|support|approve|accept|adopt|endorse|note|receive|agree|appoint)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:the\s+)?(?:\w+\s+){0,3}(?:panel|committee|board|council|members|cabinet)", re.IGNORECASE)
_MEETINGS = re.compile(r"\b(?:meetings|sessions|workshops)(?:\s+of\s+the\s+\w+)?$", re.IGNORECASE)
# A clause that another one bears, what holds whenever a case comes up, and words that tell what something is before they tell what will be.
_NO_CLAUSE = re.compile(
    r"(?:whilst|while|although|though)\b|(?:this|that|it|these|those)\b.*\b(?:is|was|are|were|has|had)\b|(?:it|they|this|these|he|she)\b.*\band$|.*\bnot$|\w+\s+to\s+[a-z]|.*\b(?:will|would)\s+\w+.*\band$",
    re.IGNORECASE | re.DOTALL,
)
_ANY = re.compile(r"any\b", re.IGNORECASE)
_THAT_ANY = re.compile(r"\b(?:agreed|resolved|decided)\s+that\b[^.;]{0,60}$", re.IGNORECASE)
_MEETING = re.compile(r"(?:the\s+)?(?:\w+\s+){0,3}(?:meetings?|assembly|agm|session|surgery)\b", re.IGNORECASE)
# "Councillor Bell to replace Councillor Dunn on the Panel" fills a seat.
_REPLACES = re.compile(r"replace\s+(?:Councillor|Cllr|Alderman|Ald|Mr|Mrs|Ms|Miss|Dr)\b\.?", re.IGNORECASE)
# "Cllr Bell said the plan would be circulated", without "that".
_SAID = re.compile(r".*\)\s+(?=[A-Z])|.{0,60}?\b(?:said|stated|advised|confirmed|explained|reported|replied|thought)\s+(?:that\s+)?(?=\S)", re.DOTALL)
_THAT = re.compile(r"\b(?:meeting|event|item|time|session|occasion)\s+(?:that|which|at\s+which)\s+(?:the\s+)?$", re.IGNORECASE)
_JOINED = re.compile(r"\band\s*(?:that\s*)?$", re.IGNORECASE)
# "with the Councillor. Mr Vance said": what looks like a title ends a sentence all the same.
_SENTENCE = re.compile(r"(?<=[a-z]{4})\.\s+(?=(?:The|Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|It|He|She|They|Members|In|A|An)\b\.?\s)")
_BY = re.compile(r"^(?:(?!\b(?:with|which|being|having|seconded|proposed|moved|second|chaired)\b)[^;])*?\bby\s+(?P<who>(?:the\s+)?\w[^.;:]{2,120})")
# How an action stands that a report names, and where the next one begins.
_STANDS = re.compile(
    r",?\s+(?:(?:is|are|has|had|was|were|remains?|will)\s+(?:now\s+|still\s+|since\s+)?(?:been\s+|be\s+)?"
    r"(?:(?P<done>complete|completed|closed|done|actioned|discharged)\b(?<!will be completed)|in\s+progress|ongoing|outstanding|on\s+hold|underway|completed)"
    r"|and\s+(?:the\s+other|one|another)\s+(?:for|on)\b)"
)
_TAIL = re.compile(
    r",?\s+(?:proposed|seconded|moved)\s+by\b.*$|[.;]\s+(?:[A-Z]\w*\s+){1,3}to\s+action\b.*$|[\s,;:–-]+(?:and|but|which|so)?(?:\s+(?:that\s+)?(?:the|an?))?\s*$"
    r"|[.;]\s+(?:[ivx]{1,4}|[a-z])[.)]?\s*$|\s*<?https?://\S+"
)


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done: who is to do it as printed (empty where nobody is named), what, by when, its place in the text and the rule."""

    who: str
    text: str
    due: str
    start: int
    end: int
    rule: str
    verb: int = 0
    """Where the words of what is to be done begin."""
    done: int = 0
    """Where a passive verb ends."""


def find(text: str, doers: Doers, *, start: int = 0, end: int | None = None) -> list[Task]:
    """The tasks that a stretch of a paragraph gives, in order; what stands before the stretch tells whom "he" means."""
    stop = len(text) if end is None else end
    if text[start:stop].rstrip().endswith("?"):
        return []
    found: list[Task] = []
    for task in sorted(_all(text, doers, start, stop), key=lambda task: (task.verb, task.start)):
        if not form(FILE, "no-doer").search(task.who) and not any(_same(task, other) for other in found):
            found.append(task)
    # "it was agreed that we ask our contractor to cut": who is asked is to do it
    inner = [task for task in found if task.rule == "task-asked"]
    found = [task for task in found if task in inner or not any(task.verb == other.start for other in inner)]
    return [_closed(text, task, found[index + 1 :], doers) for index, task in enumerate(found)]


def _same(task: Task, other: Task) -> bool:
    """Whether two readings are of one verb, or one lies within the other."""
    within = task.verb <= other.verb < task.end and other.start <= task.start < other.verb
    return other.verb <= task.verb < other.verb + 3 or within


def _all(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    yield from _active(text, doers, start, stop)
    yield from _asked(text, doers, start, stop)
    yield from _agreed(text, doers, start, stop)
    yield from _decided(text, doers, start, stop)
    yield from _listed(text, doers, start, stop)
    yield from _passive(text, doers, start, stop)


def _active(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """Somebody will, would, is to, agreed to do something; or "Clerk to write"."""
    for match in form(FILE, "active").finditer(text, start, stop):
        named = doers.before(text, match.start())
        who = named or _and_would(text, doers, match, start)
        if who is None or who.start < start or not _may_act(text, match, start, who.start) or _REPLACES.match(text, match.start("verb")):
            continue
        strong = bool(match["modal"]) and bool(form(FILE, "strong").match(match["modal"]))
        if is_past(text, start, who.start) if strong else is_hedged(text, start, who.start, match.end()):
            continue
        # "invited the Director, Children's Services, to speak" gives the Director no task
        if match["modal"] is None and (text[: match.start()].rstrip().endswith(",") or not is_note(text, match, start, who.start)):
            continue
        pronoun = who.words.casefold() if who.words.casefold() in PRONOUNS - {"we", "i"} else ""
        speaker = _meant(text, doers, who, start) if pronoun in {"he", "she", "they"} else None
        name = (speaker.words if speaker else "") if pronoun else who.words
        words = text[match.start("verb") : clause_end(text, match.end(), stop)]
        said = bool(speaker) or named is None
        if name and name.casefold() not in PRONOUNS and takes_on(name, match, words, doers, said=said, before=text[start : who.start]):
            rule = "task-accepted" if strong or form(FILE, "given").search(match["modal"] or "") else "task-will" if match["modal"] else "task-to"
            yield Task(name, "", "", who.start, stop, rule, match.start("verb"))


def _meant(text: str, doers: Doers, who: Doer, start: int) -> Doer | None:
    """Whom "he" means: who says so of himself, else who spoke last where nobody else is named between; nobody in "it was agreed that he would"."""
    speaker = doers.speaker(text, who.start, who.words.casefold())
    if speaker is None or form(FILE, "decided-that").search(text[start : who.start]):
        return None
    between = text[speaker.end : who.start]
    own = speaker.start >= start and form(FILE, "says-that").search(text[start : who.start])
    return speaker if own or not doers.names_somebody(between) else None


def _and_would(text: str, doers: Doers, match: re.Match[str], start: int) -> Doer | None:
    """Whoever said something "and would provide a response": the speaker of the sentence."""
    if match["modal"] is None or not _JOINED.search(text[start : match.start()]):
        return None
    speaker = doers.speaker(text, match.start(), "")
    within = speaker is not None and speaker.start >= start and not re.search(r"\bthat\b|[;:]", text[speaker.start : match.start()])
    return speaker if within else None


def _may_act(text: str, match: re.Match[str], start: int, begin: int) -> bool:
    """Whether the subject of a verb acts: no question of how it would, no "they" without somebody who spoke, no report that asks its readers."""
    before, modal = text[start:begin], match["modal"] or ""
    if _ASKING.search(before) or _THAT.search(before) or _READERS.match(modal):
        return False
    subject = text[begin : match.start()].strip().casefold()
    if subject not in PRONOUNS - {"we", "i"} or not re.search(r"\w", before):
        return True
    turned = form(FILE, "strong").match(modal) and _TURNED.search(before)
    return bool(turned or form(FILE, "says-that").search(before))


def _asked(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """Somebody asked somebody to do something."""
    for match in form(FILE, "asked").finditer(text, start, stop):
        words = match["who"].split(",", maxsplit=1)[0].strip()
        folded = words.casefold()
        if folded not in _OBJECTS and (not doers.means(words) or folded == "members of the public"):
            continue
        if folded == "me" or re.search(r"\b(?:had|if|could)\s+(?:also\s+)?$", text[start : match.start()]) or form(FILE, "at-once").match(match["verb"]):
            continue
        if is_body(words, doers) and not form(FILE, "may-ask").search(text[start : match.start()]):
            continue
        who = "" if folded in PRONOUNS | _OBJECTS else re.sub(r"^(?:the|our|an?)\s+", "", words, flags=re.IGNORECASE)
        yield Task(who, "", "", match.start(), stop, "task-asked", match.start("verb"))


def _agreed(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """It was agreed to do something; where nobody is named, only what a clerk then does: to write, to obtain, to arrange."""
    for match in form(FILE, "agreed").finditer(text, start, stop):
        who = _elided(text, doers, start, match)
        if form(FILE, "named-as").match(text[match.start("verb") : clause_end(text, match.end(), stop)]):
            continue
        if not _DECIDES.match(match["verb"]) and (who or match["verb"].split()[0].casefold() in listed("clerical")):
            yield Task(who.words if who else "", "", "", match.start(), stop, "task-agreed", match.start("verb"))


def _elided(text: str, doers: Doers, start: int, match: re.Match[str]) -> Doer | None:
    """Whoever said something and "agreed to write": the speaker of the sentence, where nobody else is named behind."""
    if not re.match(r"and\s+(?:also\s+)?agreed\b", match.group(), re.IGNORECASE):
        return None
    speaker = doers.speaker(text, match.start(), "")
    return speaker if speaker and speaker.start >= start else None


def _decided(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """It was resolved that somebody do something, or should do it, or does it."""
    for match in form(FILE, "decided").finditer(text, start, stop):
        group = "verb" if match["verb"] else "third"
        who, at, verb = doers.before(text, match.end("who")), match.start(group), match[group]
        between = text[match.start("who") : at]
        # "that the Performance Review Plan has been paused", "that the PLOW report on parks would be circulated": a word of a name, or a noun
        if (verb[0].isupper() and between.upper() != between) or form(FILE, "noun").match(text[match.end(group) : stop]):
            continue
        if who is not None and match.start("who") <= who.start <= match.start("who") + 10 and not _DECIDES.match(verb):
            name = "" if who.words.casefold() in PRONOUNS else who.words
            if name and may_resolve(name, verb, doers):
                yield Task(name, "", "", match.start("who"), stop, "task-decided", at)


def _listed(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """The action for somebody to do something, as a report on actions names it."""
    for match in form(FILE, "action-for").finditer(text, start, stop):
        who = re.sub(r"^the\s+", "", match["who"])
        stands = _STANDS.search(text, match.end(), stop)
        if doers.means(who) and who.casefold() not in PRONOUNS and not (stands and stands["done"]):
            yield Task(who, "", "", match.start(), stands.start() if stands else stop, "task-to", match.start("verb"))


def _passive(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """Something will be done by somebody, is to be done, should be done as was agreed, or will come back to the meeting."""
    for match in form(FILE, "passive").finditer(text, start, stop):
        begin = clause_start(text, start, match.start())
        begin += len(text[begin:]) - len(text[begin:].lstrip(" ,(\"'"))
        said = _SAID.match(text[begin : match.start()])
        begin += said.end() if said else 0
        subject = text[begin : match.start()].strip()
        before = text[start:begin] + _outcome(text, start, begin, stop)
        if not _stands(subject, match, before) or is_hedged(text, start, begin, match.end()):
            continue
        behind = text[match.end() : clause_end(text, match.end(), stop)]
        if _is_vague(subject, match) and not due(behind + " ", doers.context.near):
            continue
        by = _BY.match(behind)
        who = agent(by["who"], doers) if by else ""
        if (who and not is_body(who, doers) and not is_outsider(who, doers)) or is_ordered(subject, match, before, behind):
            yield Task(who, "", "", begin, stop, "task-passive", begin, match.end())


def _outcome(text: str, start: int, begin: int, stop: int) -> str:
    """The word "agreed" where the sentence is a proposal and the words behind it say that it was."""
    proposed = re.search(r"\bpropos\w+\b", text[start:begin], re.IGNORECASE)
    return " agreed " if proposed and _CARRIED.search(text[begin : stop + 160]) else ""


def _stands(subject: str, match: re.Match[str], before: str) -> bool:
    """Whether the words before a passive verb are its subject, and what kind of clause it is gives a task."""
    part = match["part"].casefold()
    if _AGENDA.match(subject) or _DONE.search(subject) or _NO_CLAUSE.match(subject) or (_ANY.match(subject) and not _THAT_ANY.search(before)):
        return False
    if _MAY.fullmatch(subject):
        return False
    if match["part"].isupper() and part == "held":  # "FORUM MEETING TO BE HELD ON MONDAY" is a heading
        return False
    if not 0 < len(subject.split()) <= 34 or _QUESTION.search(subject) or _NO_SUBJECT.fullmatch(subject):
        return False
    if (match["modal"] or "").casefold().endswith("to") and not match["must"]:
        return len(subject.split()) <= 14 and not form(FILE, "finite").search(subject) and not re.search(r"\bthat\s*$", before, re.IGNORECASE)
    told = part == "updated" and _OWN.fullmatch(subject)
    meets = _MEETING.match(subject) or _MEETINGS.search(subject)
    return not told and not (meets and part in {"held", "arranged"})


def _is_vague(subject: str, match: re.Match[str]) -> bool:
    """Whether a passive verb gives a task only with a due date: "will be discussed", "would be launched"."""
    return bool(match["timed"]) and not form(FILE, "request").match(subject)


def _closed(text: str, task: Task, later: list[Task], doers: Doers) -> Task:
    """The task with its words, to the end of its clause, and its due date."""
    stop = clause_end(text, task.verb + 3, min([task.end, *(other.start for other in later if other.start > task.verb)]))
    sentence = next((one for one in split(text[task.verb : stop]) if len(one.text.split()) > 2), None)
    stop = task.verb + sentence.end if sentence else stop
    next_one = _SENTENCE.search(text, task.verb, stop)
    stop = next_one.start() if next_one else stop
    words = _TAIL.sub("", text[task.verb : stop]).strip(" .;,")
    words = words.rstrip("\"”’'") if words.count('"') % 2 or words.count("”") > words.count("“") else words
    return replace(task, text=" ".join(words.split()), due=due(words, doers.context.near), end=stop)
