"""The clause in which a task stands: where it begins and ends, whether it is a note without a verb, what makes it a mere hope, and by when it is due."""

from __future__ import annotations

import re
from datetime import date

from graph_builder.language.dates import find_dates
from graph_builder.relations.doer_words import PRONOUNS
from graph_builder.relations.doers import Doers
from graph_builder.relations.forms import form

FILE = "actions"
_JOIN = re.compile(r",?\s*(?:and|but|so)\b", re.IGNORECASE)
# "Cllr Bell to mend the gate and Cllr Dunn to paint it"; but "Clerk to ask Cllr Bell and Cllr Dunn to paint it"
_NOTED = re.compile(r"\sto\s+[a-z]{3,}\s+\w")
_AND = re.compile(r"\band\s*$")
_SHARED = re.compile(
    r"\b(?:ask|invite|remind|request|instruct|tell|advise|get|allow|enable|help|for|with|between|contact|want|write|speak|urge|encourage|liaise)\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"[.;!?]\s+|\s[-–—]\s|[–—]|\bbut\s|,\s+(?:and|however|so)\s")
# "email all members and the matter be given further consideration": the second is another matter.
_ENDS = re.compile(
    r";\s|(?<!\bre)(?<!\bref):\s|\s[–—-]\s|,?\s+(?:but|otherwise)\s|,?\s+and\s+that\s+(?:he|she|they|it|we)\b|,?\s+and\s+(?:that\s+)?(?:the|an?|this|these|any)\s+(?:(?!to\b)[\w'’-]+\s+){1,6}?be\s+\w+(?:ed|en|de|nt|ne|ld)\b"
)
# "ask Mrs Bell, who knew the lane but was away, to come": the clause goes on
_BUT = re.compile(r",?\s+but\s", re.IGNORECASE)
_WHO = re.compile(r",\s+(?:who|which)\b[^,;]*$", re.IGNORECASE)
_LONG_PAST = re.compile(r"\b(?:had|if|unless|whether|could)\s+(?:\w+\s+){0,2}$|\b(?:noted|recalled)\s+(?:that\s+)?(?:the\s+)?$", re.IGNORECASE)
_WAS = re.compile(r"\b(?:had|was|were|(?:has|have)\s+been)\b(?:(?!\b(?:would|will|should)\b)[^,;.])*$", re.IGNORECASE)
_MAIN_VERB = re.compile(r"\b(?:will|would|should|shall|was|were|had)\b", re.IGNORECASE)
_OPENING = re.compile(r"\b(?:the|and|an?|both|also|(?:following|after)\s+(?:a\s+)?(?:\w+\s+){0,2}discussion,?)\b", re.IGNORECASE)
OFFICER = re.compile(
    r"(?:vice[- ])?(?:clerk|chair(?:man|person)?|secretary|treasurer|mayor)|(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b.*|[A-Z]{2,4}", re.IGNORECASE
)
_BEFORE_DATE = re.compile(
    r"\b(?:by|before|until|on|in|for|at|no\s+later\s+than)\s+(?:(?:the\s+)?(?:end\s+of|next\s+meeting\s+(?:on|in))\s+)?(?:the\s+)?$", re.IGNORECASE
)
_MEETING_BEHIND = re.compile(r"\s+(?:(?!(?:and|or|the|to|at)\b)\w+\s+){0,3}?meeting\b", re.IGNORECASE)
_NOT_AGENT = re.compile(r"\s(?:on|at|in|within|with|to|who|which|during|through|before|after|as|until|\w+ing|\(|and\s+\w+ed)\b")
_OWN_WORDS = 30
"""How many characters may lead a quotation that is the meeting's own words, and no rule that it quotes."""
_OPEN_END = (" and", " the", " of", " for", " or")


def clause_start(text: str, start: int, at: int, *, joined: bool = True) -> int:
    """Where the clause begins that holds an offset; where `joined`, "and" begins one with a verb before it and a subject behind."""
    begin = start
    joined = joined and not re.search(r"\band\s*$", text[:at])
    for match in form(FILE, "clause").finditer(text, start):
        if match.end() > at:
            break
        told = text[begin : match.start()]
        if not _JOIN.match(match.group()) or (joined and (form(FILE, "finite").search(told) or (_NOTED.search(told) and not _SHARED.search(told)))):
            begin = match.end()
    return begin


def clause_end(text: str, start: int, stop: int) -> int:
    """Where a clause ends: at a semicolon, a dash, or a word that turns to something else."""
    ends = (match for match in _ENDS.finditer(text[start:stop]) if not (_BUT.match(match.group()) and _WHO.search(text[start : start + match.start()])))
    match = next(ends, None)
    return start + match.start() if match else stop


def is_note(text: str, match: re.Match[str], start: int, begin: int) -> bool:
    """Whether an infinitive is a note of what somebody is to do: "Clerk to write", and no "task group to look at X would be set up"."""
    verb = match.start("verb")
    main = _MAIN_VERB.search(text, verb, match.endpos)
    alone = main is None or bool(form(FILE, "subordinate").search(text[verb : main.start()]))
    # behind "and" only a clerk begins a note: "a reply is awaited and clerk to chase"
    officer = OFFICER.fullmatch(text[begin : match.start()].strip())
    opened = clause_start(text, start, begin, joined=bool(officer))
    before = text[opened:begin]
    if officer and _AND.search(before) and _NOTED.search(before) and not _SHARED.search(before):
        before = ""
    shouted = begin > 0 and bool(officer) and text[begin : match.end()].isupper()
    return alone and (text[verb].islower() or shouted) and not re.search(r"\w", _OPENING.sub("", before))


def is_hedged(text: str, start: int, begin: int, end: int) -> bool:
    """Whether what stands before makes it a hope, a doubt, a condition, a question or what others might do."""
    bounds = [match.end() for match in _TURN.finditer(text[start:begin])]
    return bool(form(FILE, "hedged").search(text[start + (bounds[-1] if bounds else 0) : end]))


def is_past(text: str, start: int, begin: int) -> bool:
    """Whether the words just before a verb of taking a task put it long ago, or in doubt."""
    return bool(_LONG_PAST.search(text[start:begin]))


def agent(words: str, doers: Doers) -> str:
    """Whoever is named behind "by": the longest beginning of the words that means somebody; empty where nobody is."""
    parts = _NOT_AGENT.split(words, maxsplit=1)[0].split()
    for count in range(min(len(parts), 16), 0, -1):
        piece = " ".join(parts[:count]).rstrip(" ,.")
        if doers.means(piece) and re.sub(r"^the\s+", "", piece).casefold().rstrip(".") not in PRONOUNS and not piece.casefold().endswith(_OPEN_END):
            return re.sub(r"^the\s+", "", piece)
    return ""


def is_quoted(before: str) -> bool:
    """Whether a task stands in a rule that a decision quotes; a quotation that is the whole decision is its own words."""
    opened = before.rfind("“") if before.count("“") > before.count("”") else before.rfind('"') if before.count('"') % 2 else -1
    return opened > _OWN_WORDS


def due(words: str, near: date | None) -> str:
    """By when something is to be done, as printed; empty where the words do not say. A date before `near` is no due date."""
    match = next((found for found in form(FILE, "due").finditer(words) if not _WAS.search(words[: found.start()])), None)
    dates = (found for found in find_dates(words, near=near or date(2000, 1, 1)) if not _WAS.search(words[: found.start]))
    dated = next((found for found in dates if near is None or found.latest >= near), None)
    if dated and (match is None or dated.start < match.end()):
        lead = _BEFORE_DATE.search(words[: dated.start])
        if lead or match:
            start = min(lead.start() if lead else dated.start, match.start() if match else dated.start)
            behind = _MEETING_BEHIND.match(words, dated.end)
            return " ".join(words[start : behind.end() if behind else dated.end].split())
    return " ".join(match.group().split()) if match else ""
