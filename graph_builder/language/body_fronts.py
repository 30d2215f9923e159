"""The words that a name seems to begin with, and that are no part of it: a meeting's day, somebody's name or post, a heading, a matter."""

from __future__ import annotations

import re
from functools import cache

from graph_builder import lexicon
from graph_builder.language.names import fold, known_given, parse

_LEADS = (
    "and the The A An At In On To By For From And Of With This That Their Its Following During When While Whilst As Both Each All Any If Since Although "
    "Under Through Her His Our What"
)
_LEAD = re.compile(rf"^(?:(?:{'|'.join(_LEADS.split())}|Local Area)\s+(?!Majesty))+(?=\S)")
# What the words in front of a name say of a meeting, a decision or somebody's post there.
_NO_PART = re.compile(
    r"^(?:(?:CEO|Head\s?[Tt]eacher|Principal|Expansion|Closure|Control|Conversion)\s+of\s+"
    r"|(?:DECISIONS?|REASONS?|RESOLVED|AGREED|NOTED|RECOMMENDED)\s+(?=[A-Z][a-z])|(?:To\s+)?Recommend\s+to\s+)(?:[Tt]he\s+)?"
)
_BEFORE_NAME = re.compile(
    r"^(?:[A-Z]{2,6}s?\s+and\s+)|^(?:Council|Trust|Association|Authority)['’]s\s+|\b(?:and|Council|Board|Committee|Panel|Cabinet)\s+the\s+"
)
# "Cllr A Hay of the Bus Users Group": whom somebody speaks for stands behind the name.
_SPEAKS_FOR = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?(?=[A-ZÀ-Þ])")
_INITIALS_FIRST = re.compile(r"^[A-Z]{2,3}\s+(?:(?:for|on)\s+(?:the\s+)?|[Tt]he\s+)(?=[A-Z])")  # "KB The Board", "AF for Stirling Council"
_CAPITALS_FIRST = re.compile(r"^(?:[A-Z]{3,}\s+){2,}(?=[A-Z][a-z])")  # a heading before "Cabinet considered"
_OF_COUNCIL = re.compile(
    r"^(?!City|Isles?|Vale|Forest|Borough|Royal|County|Mouth|Bay)[A-Z][a-z]+\s+of\s+(?=[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,2}\s+(?:County|District|Borough)\s+Council$)"
)
# "Minutes Of A Meeting Of Vale Parish Council", "Fifth Meeting Vale Data Institute", "Matters Arising The Board", "Changed Date of Parish Meeting".
_OF_A_PAPER = re.compile(r"^(?:.*\s)?(?i:Meetings?|Minutes?|Agenda|Arising|Dates?|Notices?|Reports?|AGM)\s+(?i:of\s+)?(?i:the\s+|a\s+)?(?=\S)")
# "the Parish Council Vale Housing Association", "Parish Council on The Inn Steering Group", "Committee Joint Policing Committee": the next body is named.
_COUNCIL_FIRST = re.compile(
    r"^(?:Parish|Town|Community|District|Borough|County|City|Full|Special|Annual)\s+Council\s+(?:on\s+(?:[Tt]he\s+)?)?(?=[A-Z])|^Committee\s+(?=[A-Z].*\sCommittee$)"
)
_MONTH_FIRST = re.compile(r"^(?:January|February|April|June|July|August|September|October|November|December)\s+(?:(?:19|20)\d\d\s+)?(?=[A-Z])")
# "Standing Orders for Vale City Council", "Holt County Council for Vale City Council": a council's own name has none of these words before its place.
_FOR_COUNCIL = re.compile(
    r"^.*\s(?i:for|to|from|with)\s+(?i:the\s+)?(?=(?:[A-Z][\w'’-]*\s+(?:(?i:and|upon|of|&)\s+)?){1,5}(?i:(?:County|City|Borough|District|Town|Parish)\s+Council)$)"
)
_LETTERS_FIRST = re.compile(r"^[A-Z]{3,7}\s+(?=(?:Annual|Full|Special|County|District|Borough|City|Town|Parish)\s+Council$)")
_OF_POLICE = re.compile(r"^(?!City|Isle|Vale|Port|Borough)[A-Z][a-z]+\s+of\s+(?=[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?\s+(?:Police|Constabulary)$)")
_MEETS = re.compile(r"\b(?:Council|Committee|Cabinet|Board|Panel)$")
# "Mark Carver Wexcombe Council", "Katy Carver Committee": a person's given name and surname before the body that they are from.
_PERSON = re.compile(r"^(?P<given>[A-Z][a-z]+)\s+(?P<surname>[A-Z][\w'’-]+)\s+(?=[A-Z])")
_FROM = re.compile(
    r"(?:[A-Z][\w'’-]+\s+){1,4}(?<!Parish )(?<!Town )(?<!Community )(?:Council|Police|Constabulary|NHS)"
    r"|(?:[A-Z][\w'’-]+\s+){0,2}(?:Committee|Team|Panel|Cabinet)|Healthwatch"
)
_JOINED_PEOPLE = re.compile(r"(?:[A-Z][\w'’-]+\s+){0,3}(?:Association|Society|Federation|Institut(?:e|ion)|Guild|Chamber)\s+(?:of|for)\s")
_ANYBODY_FIRST = re.compile(r"^CEO\s+(?!of\b)|^.*\s(?:and|&)\s+(?=Healthwatch$)")


@cache
def posts_in_front() -> re.Pattern[str]:
    """Somebody's post and whatever else is told of a body in front of its name: "Chair of the ", "Update on the "."""
    return re.compile(lexicon.load("bodies")["posts_in_front"], re.IGNORECASE)


@cache
def _told_of() -> re.Pattern[str]:
    """A matter, and whose it is: "Proceedings of the Council", "Premises Licence for City Tree Ltd"."""
    nouns = "|".join(lexicon.words("bodies", "matters_in_front"))
    return re.compile(rf"^.{{0,200}}?\b(?:{nouns})\s+(?:of|for|from|by|to|with|at)\s+(?:the\s+)?(?=(?-i:[A-Z]))", re.IGNORECASE)


@cache
def _service_first() -> re.Pattern[str]:
    """The service of a council before its name, where the post of whoever leads it stood: "Children's Services Vale County Council"."""
    words = "|".join(lexicon.words("bodies", "no_council_words"))
    return re.compile(rf"^.*\b(?i:{words})\s+(?=(?:[A-Z][\w'’-]*\s+(?:(?:and|upon|of)\s+)?){{1,4}}(?:County|City|Borough|District)\s+Council$)")


@cache
def _words_first() -> re.Pattern[str]:
    words = "|".join(lexicon.words("bodies", "words_in_front"))
    return re.compile(rf"^(?:(?:{words})\s+(?:[Tt]he\s+)?)+(?=[A-Z])")


def is_of_people(name: str) -> bool:
    """Whether a name begins as that of an association of its members: "Association of Directors of Children's Services"."""
    return bool(_JOINED_PEOPLE.match(name))


def begin(name: str) -> int:
    """Where in some words that end in the head of a body its name begins."""
    start = 0
    if is_of_people(name):
        return start
    before = (_ANYBODY_FIRST, _LEAD, _NO_PART, posts_in_front(), _told_of(), _CAPITALS_FIRST, _INITIALS_FIRST, _OF_POLICE, _OF_COUNCIL)
    papers = (_OF_A_PAPER, _COUNCIL_FIRST, _MONTH_FIRST, _FOR_COUNCIL, _LETTERS_FIRST, _LEAD)
    for pattern in (*before, *papers):
        match = pattern.match(name[start:])
        start += match.end() if match else 0
    service = _service_first().match(name[start:])
    start += service.end() if service else 0
    first = _words_first().match(name[start:]) if _MEETS.search(name) else None
    start += first.end() if first else 0
    start += max((m.end() for m in _BEFORE_NAME.finditer(name[start:])), default=0)
    start += _behind_a_person(name[start:])
    speaker = _SPEAKS_FOR.search(name, start)
    return speaker.end() if speaker and parse(name[start : speaker.start()]) else start


def _behind_a_person(name: str) -> int:
    """Where the body begins behind a person's given name and surname; 0 where none stands before it."""
    match = _PERSON.match(name)
    if match is None or not known_given(match["given"]) or not _FROM.fullmatch(name, match.end()):
        return 0
    return 0 if fold(match["surname"]) in frozenset(lexicon.words("bodies", "generic")) else match.end()
