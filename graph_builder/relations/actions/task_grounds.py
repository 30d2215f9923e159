"""Whether a clause gives a task: what its words stand on, be it a decision, a promise of somebody at the meeting, a note, or the meeting it comes back to."""

from __future__ import annotations

import re

from graph_builder.language import bodies, people
from graph_builder.relations.actions.task_clauses import FILE, OFFICER, due
from graph_builder.relations.doer_words import JOINS, is_acronym, listed
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form

_FIELD = re.compile(r"\s(?:of|for|with|from|on|at|in)\s.*$|\s*[(,].*$", re.DOTALL)
_EXTERNAL = re.compile(r"(?:the\s+)?external\b", re.IGNORECASE)
_INITIALS = 2
"""How many capitals may be somebody's initials though no list of the paper has them."""

# "Delegate authority to the Director to publish" empowers somebody.
_EMPOWERS = re.compile(r"\b(?:authority|power|powers|permission)\s+to\b|^(?:delegat|authoris|grant)", re.IGNORECASE)
# "The Committee at its meeting on 4 May agreed to" tells of another meeting.
_ELSEWHERE = re.compile(r"\bat\s+(?:its|the|their)\s+(?:\w+\s+)?meeting\b", re.IGNORECASE)
# What is an opinion, what is done at the meeting itself, and what a report asks a meeting to decide.
_NO_TASKS = re.compile(
    r"(?:will|would|shall)\s+(?:support\b|go\s+through\b|take\s+(?:any\s+)?questions\b)|(?:was|were)\s+\w+\s+to\s+(?:determine|consider|review)\b",
    re.IGNORECASE,
)
_CLERK = re.compile(r"(?:(?:parish|town|deputy|assistant)\s+)?(?:clerk|secretary|treasurer)", re.IGNORECASE)
# "Councillor Bell to support the extension" heads a motion.
_LASTS = re.compile(r"(?:support|represent|remain|serve)\b", re.IGNORECASE)
_WILL = re.compile(r"(?:will|would|shall)\b", re.IGNORECASE)


def is_ordered(subject: str, match: re.Match[str], before: str, behind: str) -> bool:
    """Whether something that "would be done", with nobody who does it, is a task: it was agreed, it is a note, or it comes back to the meeting.

    What a report tells of works and plans to come is none, and words that point to others say nothing alone.
    """
    modal, part = " ".join((match["modal"] or "").casefold().split()), match["part"].casefold()
    alone = not any(form(FILE, name).match(subject) for name in ("pointing", "always")) and not any(mark in subject for mark in '“"')
    if not alone or form(FILE, "dealt-out").match(behind):
        return False
    if match["must"]:  # an obligation is a task where the words say by when
        return part in listed("clerical_participles") | listed("returning") | listed("signing") and bool(due(behind + " ", None))
    if form(FILE, "decided-that").search(before):
        return bool(modal) or part in listed("clerical_participles") | listed("returning") | listed("handiwork")
    if form(FILE, "requested-that").search(before):
        return part in listed("clerical_participles") | listed("returning") | listed("handiwork")
    if modal in {"to", "is to", "are to"}:
        return part in listed("clerical_participles")
    if modal not in {"will", "would", "shall"}:
        return False
    if form(FILE, "after-meeting").search(behind):
        return True
    paper = form(FILE, "paper").search(subject) and not form(FILE, "finite").search(subject)
    return bool(paper and part in listed("returning") and form(FILE, "comes-back").search(behind))


def comes_back(words: str) -> bool:
    """Whether something that is to be done brings something back to the meeting: "a further report be brought to the Committee"."""
    return bool(form(FILE, "comes-back").search(words)) and any(re.search(rf"\bbe\s+(?:\w+ly\s+)?{part}\b", words) for part in listed("returning"))


def takes_on(name: str, match: re.Match[str], words: str, doers: Doers, *, said: bool, before: str) -> bool:
    """Whether somebody takes on what a verb tells, or is given it: at the meeting, and not as a duty, a plan or a promise made elsewhere."""
    modal = match["modal"] or ""
    bare = form(FILE, "bare").match(modal)  # "Clerk asked to write"; "Councillor Bell asked to speak" is another thing
    if (bare and not _CLERK.fullmatch(name)) or (not modal and _LASTS.match(words)):
        return False
    if _EMPOWERS.search(name) or _ELSEWHERE.search(name) or (modal and _NO_TASKS.match(f"{modal} {words[:60]}")):
        return False
    if bare or form(FILE, "strong").match(modal):
        asked_later = form(FILE, "given").search(modal) and (is_own(name, doers) or _WILL.match(modal))
        if asked_later and not form(FILE, "decided-that").search(before):
            return False  # what others will ask, or will ask of the meeting
        if form(FILE, "given").search(modal):
            return not is_public(name)
        return not is_outsider(name, doers) and (may_resolve(name, words, doers) or not is_own(name, doers))
    return is_promised(name, words, doers, said=said, before=before) if modal else not is_outsider(name, doers)


def is_promised(name: str, words: str, doers: Doers, *, said: bool, before: str) -> bool:
    """Whether "the Director would write" is a task that somebody at the meeting took on, and no duty of a post, plan of a body or work of outsiders.

    `words` begin with the verb; `said` where whoever spoke told it of themselves.
    """
    verb = (words.split(maxsplit=1) or [""])[0].casefold()
    if is_outsider(name, doers) or form(FILE, "condition").search(words):
        return False
    decided = bool(form(FILE, "decided-that").search(before))
    if is_body(name, doers):
        return verb in listed("clerical") or (decided and may_resolve(name, words, doers))
    if verb == "be":  # "would be providing training" is what a service does
        verb = _infinitive([*words.split(maxsplit=2), "", ""][1].casefold())
    duty = verb in listed("duties") and not form(FILE, "paper").search(words) and not said and not is_somebody(name, doers)
    if duty or verb in listed("roles_taken"):
        return decided or bool(due(words, doers.context.near))
    return True


def is_somebody(name: str, doers: Doers) -> bool:
    """Whether words mean a person, or the officer of a small council, who has no duties but what the meeting gives."""
    return bool(OFFICER.fullmatch(name) or name in doers.initials or name in doers.given or next((p.sure for p in people.find(name)), False))


def _infinitive(word: str) -> str:
    """The verb of which a word is the form in "ing", where that verb is a duty: "providing" is of "provide"."""
    stem = word.strip(" ,.").removesuffix("ing")
    return next((verb for verb in (stem, f"{stem}e") if verb in listed("duties")), word)


def may_resolve(name: str, words: str, doers: Doers) -> bool:
    """Whether what a meeting resolves that a body do is something to be done, and not only the decision itself."""
    verb = (words.split(maxsplit=1) or [""])[0].casefold()
    verb = verb if verb in listed("clerical") else verb.removesuffix("s")
    if form(FILE, "named-as").match(words):
        return False
    decides = is_own(name, doers) or any(_head(part) in listed("deciding") for part in _parts(name))
    return not is_body(name, doers) or not decides or verb in listed("clerical")


def is_outsider(name: str, doers: Doers) -> bool:
    """Whether words mean an organisation that is no part of the council: a company, a school, the police, another authority."""
    return bool(_EXTERNAL.match(name)) or (any(_head(part) in listed("outsiders") for part in _parts(name)) and not is_own(name, doers))


def is_public(name: str) -> bool:
    """Whether words mean people at large, who are given no task by what they are asked."""
    return any(_head(part).removesuffix("s") in listed("public") for part in _parts(name))


def is_body(name: str, doers: Doers) -> bool:
    """Whether words mean a body, and no person, post or group of officers or members."""
    return any(_head(part) in listed("bodies_that_act") or _is_abbreviation(part, doers) or bodies.national(part) for part in _parts(name))


def _parts(name: str) -> list[str]:
    return [part for part in JOINS.split(_FIELD.sub("", name)) if part.strip()]


def _head(name: str) -> str:
    """The last word of a name, of one: "Housing Associations" is an association."""
    word = (name.split() or [""])[-1].casefold().strip(".'’)")
    known = listed("outsiders") | listed("bodies_that_act")
    return next((one for one in (word, word.removesuffix("s"), f"{word.removesuffix('ies')}y") if one in known), word)


def _is_abbreviation(name: str, doers: Doers) -> bool:
    """Whether some capitals are a body's, and nobody's initials or post."""
    letters = name.strip(" .")
    return is_acronym(letters) and letters not in doers.initials and len(letters) > _INITIALS and letters.casefold() not in listed("posts_in_capitals")


def is_own(name: str, doers: Doers) -> bool:
    """Whether words mean the body that meets, or its council."""
    return bool({doers.context.body_id, doers.context.council_id} - {None} & set(doers.ids(name)))
