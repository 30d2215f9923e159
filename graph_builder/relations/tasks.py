"""A sentence goes in, the tasks that it gives come out: who is to do what by when; hopes, doubts, conditions and questions give none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from graph_builder import lexicon
from graph_builder.language.dates import find_dates
from graph_builder.relations.doers import PRONOUNS, Doers

_ADVERB = (
    r"(?:(?:also|then|therefore|now|shortly|again|either|both|further|formally|jointly|immediately|please|urgently|"
    r"first|subsequently|fully|be\s+happy\s+to|aim\s+to|try\s+to|endeavour\s+to|attempt\s+to|each|all|soon|"
    r"separately|continue\s+to(?=\s+be\b)|in\s+turn|in\s+the\s+(?:meantime|interim)|\w+ly),?\s+)*"
)
_GIVEN = r"(?:asked|instructed|requested|authorised|tasked|directed)"
_STRONG = (
    rf"(?:(?:has\s+|have\s+)?(?:agreed|undertook|undertaken|offered|volunteered|promised)(?:\s+unanimously)?\s+to|"
    rf"(?:(?:will|would|shall|should|is\s+to|are\s+to|was\s+to|to)\s+be|was|were|is|are|be|has\s+been|"
    rf"have\s+been)\s+(?:also\s+)?{_GIVEN}\s+to)"
)
_MODAL = rf"(?P<modal>{_STRONG}|will|would|shall|is\s+to|are\s+to|intends?\s+to)"
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|did|does|do|agreed|asked|said|"
    r"stated|noted|reported|advised|explained|confirmed|suggested|thanked|informed|requested|proposed|resolved|need|"
    r"needs|needed|requires?|required|allow\w*|wish|wishing|wished|want|wants|due|likely|able|yet|still|ought|"
    r"unless|how|where|which|who)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[.;:!?]\s+|[;:]|\s[-–—]\s|[–—]|\bthat\s*[:,]?\s+|(?:,\s*)?\b(?:and|but|so)\s+(?=[\w\s'/&()-]{2,90}?\s(?:will|"
    r"would|shall|is\s+to|are\s+to|to|should)\s)|,\s+(?=(?:the|an?|this|these|any|all|it|officers)\b)",
    re.IGNORECASE,
)
_SAYS_THAT = re.compile(
    r"\b(?:advised|stated|confirmed|said|reported|informed\s[\w\s'.]{2,50}|assured\s[\w\s'.]{2,50}|"
    r"told\s[\w\s'.]{2,50}|agreed|undertook|explained|replied|responded|indicated|added|promised)\s+(?:that\s+)?$",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\b(?:how|what|which|where|why|when|whom?)\s+(?:the\s+)?$", re.IGNORECASE)
_MAIN_VERB = re.compile(r"\b(?:will|would|should|shall|was|were|had)\b", re.IGNORECASE)
_SUBORDINATE = re.compile(r"\b(?:if|whether|that|when|which|who|what|how|where|and|as|because|before|until|once|while)\b|[,;:–-]\s", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:agreed|resolved|decided)\b[^.;]{0,60}$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?P<who>(?:the\s+)?[A-Z\w][^.;:]{2,120})")
_INTENDS = re.compile(r"\b(?:it\s+(?:was|is)\s+)?(?:his|her|their)\s+intention\s+(?:(?:was|is)\s+)?to\s+", re.IGNORECASE)
# "Request to be made": what is made is the task
_REQUESTED = re.compile(
    r"(?:(?:an?|further|the|formal)\s+)*(?:requests?|enquir\w+|contact|arrangements?|applications?|appointments?|"
    r"complaints?|representations?)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"^(?:the\s+)?(?:next|following|\w+)?\s*(?:\w+\s+){0,2}meetings?\b", re.IGNORECASE)


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
        if not any(
            other.verb <= task.verb < other.verb + 3 or (task.verb <= other.verb < task.end and other.start <= task.start < other.verb) for other in found
        ):
            found.append(task)
    # "it was agreed that we ask our contractor to cut": who is asked is to do it
    inner = [task for task in found if task.rule == "task-asked"]
    found = [task for task in found if task in inner or not any(task.verb == other.start for other in inner)]
    return [_closed(text, task, found[index + 1 :], doers) for index, task in enumerate(found)]


def _all(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    yield from _active(text, doers, start, stop)
    yield from _asked(text, doers, start, stop)
    yield from _agreed(text, doers, start, stop)
    yield from _decided(text, doers, start, stop)
    yield from _passive(text, start, stop)


def _active(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """Somebody will, would, is to, agreed to do something; or "Clerk to write"."""
    for match in _active_form().finditer(text, start, stop):
        who = doers.before(text, match.start())
        if who is None or who.start < start:
            continue
        bare = match["modal"] is None
        strong = not bare and bool(re.fullmatch(_STRONG, match["modal"], re.IGNORECASE))
        if (
            (bare and not _is_note(text, match, start, who.start))
            or not _may_act(text, match, start, who.start)
            or _is_hedged(text, start, who.start, match.end(), strong=strong)
        ):
            continue
        name = who.words
        if name.casefold() in PRONOUNS - {"we", "i"}:
            speaker = doers.speaker(text, who.start, name.casefold()) if name.casefold() in {"he", "she", "they"} else None
            name = speaker.words if speaker else ""
        rule = "task-to" if bare else "task-accepted" if strong else "task-will"
        yield Task(name, "", "", who.start, stop, rule, match.start("verb"))


def _may_act(text: str, match: re.Match[str], start: int, begin: int) -> bool:
    """Whether the subject of a modal verb acts: no question of how it would, no "they" without somebody who spoke, no report that asks its readers."""
    before = text[start:begin]
    subject = text[begin : match.start()].strip().casefold()
    if _ASKING.search(before):
        return False
    turned = re.match(_STRONG, match["modal"] or "", re.IGNORECASE) and re.search(r"(?:\b(?:however|and|but|so)|[,;]),?\s*$", before)
    if subject in PRONOUNS - {"we", "i"} and re.search(r"\w", before) and not turned and not _SAYS_THAT.search(before):
        return False
    return not re.match(rf"(?:is|are)\s+(?:also\s+)?{_GIVEN}", match["modal"] or "", re.IGNORECASE)


def _is_note(text: str, match: re.Match[str], start: int, begin: int) -> bool:
    """Whether an infinitive without a verb before it is a note of what somebody is to do: "Clerk to write", no "task group to look at X would be set up"."""
    verb = match.start("verb")
    main = _MAIN_VERB.search(text, verb, match.endpos)
    alone = main is None or bool(_SUBORDINATE.search(text[verb : main.start()]))
    officer = re.fullmatch(
        r"(?:clerk|chair(?:man|person)?|vice[- ]chair(?:man)?|secretary|treasurer|mayor|(?:Mr|Mrs|Ms|Miss|Dr|Cllr|"
        r"Councillor)\b.*|[A-Z]{2,4})",
        text[begin : match.start()].strip(),
        re.IGNORECASE,
    )
    return alone and text[verb].islower() and _opens(text, start, begin, alone=bool(officer))


def _opens(text: str, start: int, at: int, *, alone: bool) -> bool:
    """Whether an offset begins a clause without a verb, as in "Village sign - clerk to contact Wayland Prison"; behind "and" only a clerk `alone` does."""
    before = text[_clause_start(text, start, at, joined=alone) : at]
    return not re.search(
        r"\w",
        re.sub(
            r"\b(?:the|and|an?|both|also|following\s+(?:a\s+)?(?:\w+\s+){0,2}discussion,?|"
            r"after\s+(?:\w+\s+){0,2}discussion,?)\b",
            "",
            before,
            flags=re.IGNORECASE,
        ),
    )


def _asked(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """Somebody asked somebody to do something."""
    for match in _asked_form().finditer(text, start, stop):
        words = match["who"].split(",")[0].strip()
        if (
            not (doers.means(words) or words.casefold() in {"you", "us", "him", "her", "them"})
            or words.casefold() == "members of the public"
            or re.search(r"\b(?:had|if|could)\s+(?:also\s+)?$", text[start : match.start()])
        ):
            continue
        who = "" if words.casefold() in PRONOUNS | {"you", "me", "us", "him", "her", "them"} else re.sub(r"^(?:the|our|an?)\s+", "", words, flags=re.IGNORECASE)
        yield Task(who, "", "", match.start(), stop, "task-asked", match.start("verb"))


def _agreed(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """It was agreed to do something; it was somebody's intention to do it."""
    for pattern, rule in ((_agreed_form(), "task-agreed"), (_intended_form(), "task-intended")):
        for match in pattern.finditer(text, start, stop):
            who = doers.speaker(text, match.start(), "he") if rule == "task-intended" else None
            yield Task(who.words if who else "", "", "", match.start(), stop, rule, match.start("verb"))


def _decided(text: str, doers: Doers, start: int, stop: int) -> Iterator[Task]:
    """It was resolved that somebody do something, or should do it."""
    for match in _decided_form().finditer(text, start, stop):
        who = doers.before(text, match.end("who"))
        if who is not None and match.start("who") <= who.start <= match.start("who") + 10:
            name = "" if who.words.casefold() in PRONOUNS else who.words
            yield Task(name, "", "", match.start("who"), stop, "task-decided", match.start("verb"))


def _passive(text: str, start: int, stop: int) -> Iterator[Task]:
    """Something will be done, is to be done, should be done as was agreed, must be done by a day."""
    for match in _passive_form().finditer(text, start, stop):
        begin = _clause_start(text, start, match.start())
        begin += len(text[begin:]) - len(text[begin:].lstrip(" ,(\"'"))
        subject = text[begin : match.start()].strip()
        modal = " ".join(match["modal"].casefold().split())
        if not _stands(subject, modal, match, text[start:begin] + _outcome(text, start, begin, stop)) or (
            modal == "to" and re.search(r"\bthat\s*$", text[start:begin], re.IGNORECASE)
        ):
            continue
        if _is_hedged(text, start, begin, match.end(), strong=False):
            continue
        clause = text[begin : _end(text, match.end(), stop)]
        vague = (
            (match["timed"] and not _REQUESTED.match(subject))
            or modal.startswith(("need", "must", "has", "have"))
            or re.fullmatch(r"this|these|it|they|that", subject, re.IGNORECASE)
        )
        if vague and not due(clause[match.end() - begin :] + " ", None):
            continue
        yield Task("", "", "", begin, stop, "task-passive", begin, match.end())


def _clause_start(text: str, start: int, at: int, *, joined: bool = True) -> int:
    """Where the clause begins that holds an offset; "and" begins one where a verb stands before it, and a subject behind."""
    begin = start
    joined = joined and not re.search(r"\band\s*$", text[:at])
    for match in _CLAUSE.finditer(text, start):
        if match.end() > at:
            break
        if re.match(r",?\s*(?:and|but|so)\b", match.group(), re.IGNORECASE) and not joined:
            continue
        if not re.match(r",?\s*(?:and|but|so)\b", match.group(), re.IGNORECASE) or _FINITE.search(text, begin, match.start()):
            begin = match.end()
    return begin


def _outcome(text: str, start: int, begin: int, stop: int) -> str:
    """The word "agreed" where the sentence is a proposal and the words behind it say that it was."""
    proposed = re.search(r"\bpropos\w+\b", text[start:begin], re.IGNORECASE)
    return " agreed " if proposed and re.search(r"\b(?:agreed|carried|resolved|approved)\b", text[begin : stop + 160], re.IGNORECASE) else ""


def _stands(subject: str, modal: str, match: re.Match[str], before: str) -> bool:
    """Whether the words before a passive verb are its subject, and what kind of clause it is gives a task."""
    words = subject.split()
    if (
        not words
        or len(words) > 34
        or re.search(r"\b(?:how|what|whether|why|please)\b", subject, re.IGNORECASE)
        or re.fullmatch(r"(?:it|there|who|which|what|not)", subject, re.IGNORECASE)
    ):
        return False
    if modal == "should":
        return bool(_DECIDED.search(before))
    if modal == "to":
        return len(words) <= 14 and not _FINITE.search(subject)
    told = match["part"].casefold() == "updated" and re.fullmatch(
        r"(?:the\s+)?(?:\w+\s+){0,3}(?:panel|committee|board|council|members|cabinet)", subject, re.IGNORECASE
    )
    return not told and not (_MEETING.match(subject) and match["part"].casefold() in {"held", "arranged"})


def _is_hedged(text: str, start: int, begin: int, end: int, *, strong: bool) -> bool:
    """Whether what stands before makes it a hope, a doubt, a condition, a question or something long past."""
    bounds = [match.end() for match in re.finditer(r"[.;!?]\s+|\s[-–—]\s|[–—]|\bbut\s|,\s+(?:and|however|so)\s", text[start:begin])]
    region = text[start + (bounds[-1] if bounds else 0) : end]
    if strong:
        return bool(re.search(r"\b(?:had|if|unless|whether|could)\s+(?:\w+\s+){0,2}$", text[start:begin], re.IGNORECASE))
    return bool(_hedge().search(region))


def _closed(text: str, task: Task, later: list[Task], doers: Doers) -> Task:
    """The task with its words, to the end of its clause, and its due date."""
    stop = min([task.end, *(other.start for other in later if other.start > task.verb)])
    stop = _end(text, task.verb + 3, stop)
    words = re.sub(r"[\s,;:–-]+(?:and|but|which|so)?\s*$|\s*<?https?://\S+", "", text[task.verb : stop]).strip(" .;,")
    who = task.who
    if task.rule == "task-passive":
        by = _BY.search(text, task.done, stop)
        who = _agent(by["who"], doers) if by else ""
    return replace(task, who=who, text=" ".join(words.split()), due=due(words, doers.context.near), end=stop)


def _agent(words: str, doers: Doers) -> str:
    """Whoever is named behind "by": the longest beginning of the words that means somebody."""
    parts = re.split(r"\s(?:on|at|in|within|with|to|who|which|during|through|before|after|as|until|\w+ing|\(|and\s+\w+ed)\b", words)[0].split()
    for count in range(min(len(parts), 16), 0, -1):
        piece = " ".join(parts[:count]).rstrip(" ,.")
        if doers.means(piece) and piece.casefold() not in PRONOUNS and not piece.casefold().endswith((" and", " the", " of", " for", " or")):
            return re.sub(r"^the\s+", "", piece)
    return ""


def _end(text: str, start: int, stop: int) -> int:
    """Where a clause ends: at a semicolon, a dash, or words that turn to something else."""
    match = re.search(r"[;:]\s|\s[–—-]\s|,?\s+but\s", text[start:stop])
    return start + match.start() if match else stop


def due(words: str, near: date | None) -> str:
    """By when something is to be done, as printed; empty where the words do not say."""
    match = _due().search(words)
    dated = next((found for found in find_dates(words, near=near or date(2000, 1, 1)) if near is None or found.latest >= near), None)
    if dated and (match is None or dated.start < match.end()):
        lead = re.search(
            r"\b(?:by|before|until|on|in|for|at|no\s+later\s+than)\s+(?:the\s+)?(?:end\s+of\s+)?(?:next\s+meeting\s+(?:on|"
            r"in)\s+)?(?:the\s+)?$",
            words[: dated.start],
            re.IGNORECASE,
        )
        if lead or match:
            start = min(lead.start() if lead else dated.start, match.start() if match else dated.start)
            return " ".join(words[start : dated.end].split())
    return " ".join(match.group().split()) if match else ""


@cache
def _verb() -> str:
    alone = sorted(lexicon.words("actions", "tasks"), key=lambda word: (-len(word), word))
    with_more = [rf"{re.escape(word)}\s+(?:{rest})" if rest else rf"{re.escape(word)}\b" for word, rest in lexicon.load("actions")["tasks_with"].items()]
    return rf"(?P<verb>(?:{'|'.join(re.escape(word) for word in alone)})\b(?!-)|{'|'.join(with_more)})"


@cache
def _active_form() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\w,)])\s+(?:{_MODAL}|to)\s+{_ADVERB}{_verb()}", re.IGNORECASE)


@cache
def _asked_form() -> re.Pattern[str]:
    who = r"(?P<who>(?:(?!\b(?:to|if|whether|that|for|how|about|be|been|by|what|when)\b)[^.;:?])+?)"
    return re.compile(
        rf"(?<!been\s)(?<!be\s)(?<!was\s)(?<!were\s)(?<!is\s)(?<!are\s)\b(?:asked|requested|instructed|tasked|directed|"
        rf"ask|asks|requests|instructs)\s+{who},?\s+to\s+(?:please\s+)?{_ADVERB}{_verb()}",
        re.IGNORECASE,
    )


@cache
def _agreed_form() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:it\s+(?:was|is)|was|and)\s+(?:also\s+|therefore\s+|then\s+|further\s+)?(?:unanimously\s+)?(?:agreed|"
        rf"resolved|decided)\s+(?:unanimously\s+)?to\s+{_ADVERB}{_verb()}|\b(?:AGREED|"
        rf"RESOLVED)\s*[:–-]?\s+to\s+{_ADVERB}{_verb().replace('verb', 'verb2')}".replace("(?P<verb2>", "(?:"),
        re.IGNORECASE,
    )


@cache
def _intended_form() -> re.Pattern[str]:
    return re.compile(rf"{_INTENDS.pattern}{_ADVERB}{_verb()}", re.IGNORECASE)


@cache
def _decided_form() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:agreed|resolved|decided|instructed|move|moved)\b[^.;]{{0,60}}?\bthat\s*[:,–-]?\s+(?P<who>(?:(?!\b(?:be|"
        rf"is|was|are|were|has|have|would|will|to)\b)[^.;:]){{2,80}}?)\s+(?:should\s+|shall\s+)?{_ADVERB}{_verb()}",
        re.IGNORECASE,
    )


@cache
def _passive_form() -> re.Pattern[str]:
    plain, timed = (
        "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in lexicon.words("actions", key)) for key in ("participles", "participles_with_time")
    )
    modal = r"(?P<modal>will|would|shall|should|is\s+to|are\s+to|needs?\s+to|needed\s+to|must|has\s+to|have\s+to|to)"
    return re.compile(rf"\s+{modal}\s+{_ADVERB}be\s+{_ADVERB}(?P<part>(?:{plain})\b|(?P<timed>(?:{timed})\b))(?!\s+to\s+(?:have|be)\b)", re.IGNORECASE)


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(lexicon.load("actions")["hedged"], re.IGNORECASE)


@cache
def _due() -> re.Pattern[str]:
    return re.compile(lexicon.load("actions")["due"], re.IGNORECASE)
