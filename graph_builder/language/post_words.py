"""Words that stand beside a name go in; out come those of a post, or nothing where they are a time, a group, a place, a sentence or somebody's name."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language import people
from graph_builder.language.names import fold, known_given, parse
from graph_builder.language.surroundings import common_words

# "Rev M Dale arrived at 8.15pm", "(till 8.42pm)", "was in attendance for item 4".
_CAME = re.compile(
    r"(?:^|[\s(,]+)(?:(?:who|she|he|they)\s+)?(?:(?:had|has|was|were)\s+)?(?:also\s+)?"
    r"(?:arriv(?:ed|es|ing)|depart(?:ed|s|ing)|left|leaving|leaves|joined|joins|joining|entered|attended|attends|attending|until|till|in\s+attendance"
    r"|(?:present|here)\s+(?:for|from|until|to)|not\s+present|(?:from|to|at|for)\s+(?:\d|items?\b|minutes?\b|agenda)|after\s+(?:item|minute)|in\s+part\b|for\s+part\b"
    r"|virtual(?:ly)?(?=\s+via|\s*$)|remotely|online|(?:via|by|on)\s+(?:ms\s+)?(?:teams|zoom|video|phone|telephone)|gave\s+the\b)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_GROUP = re.compile(
    r"(?:(?:the|county|district|borough|ward|city|town|parish|community|other|council|local|elected|also|and)\s+)*"
    r"(?:councillors|members|officers|officials|staff|guests|visitors|public|press|attendees|observers|apologies|present|absent)",
    re.IGNORECASE,
)
# The ward that somebody stands for: "Downderry Ward", "Trelawny Division".
_WARD = re.compile(r"(?:the\s+)?(?:[\w'’&-]+\s+){1,6}(?:Ward|Division|District\s+Electoral\s+Area)\s*\*?", re.IGNORECASE)
# What is left of "Hallam District" where the councillor stood on the next line.
_PLACE_ALONE = re.compile(r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?\s+(?:District|Borough|County|City|Town|Parish)")
# Whose councillor somebody is, and no post: "Ceredigion County Council", "ELDC".
_COUNCIL_ALONE = re.compile(
    r"(?:the\s+)?(?:(?:[A-Z][\w'’-]+|and|of|upon|&|on|in|the)\s+){0,6}(?:(?:County|District|Borough|City|Town|Parish|Community|Metropolitan)\s+){0,2}(?:Council|Corporation)"
)
# The next name of a list: "Dobson, Day".
_SURNAME_ALONE = re.compile(r"[A-Z][a-z'’-]{1,20}\.?")
_LETTERS_ALONE = re.compile(r"[A-Z]{2,6}")
_TABLE_HEAD = re.compile(r"\b(?:items?|notes?|actions?|minutes?)\s*/\s*\w+", re.IGNORECASE)
_HEADING = re.compile(r"\b(?:APOLOGIES|DECLARATIONS?|MINUTES|VOTES?|ABSENCE|INTERESTS?|WELCOME|QUESTIONS)\b")
_RAN_IN = re.compile(
    r"\s+(?:Votes?\s+of\s+(?:Sympathy|Thanks|Congratulation)|Bible\s+Reading|Opening\s+Prayer|Item\s+No|Agenda\s+Item|Action|Members\s+of\s+the\s+(?:Senior|Management|Leadership|Executive))\b.*$"
    r"|(?<=Cathaoirleach)\s+Councillors$|\s+\d{1,3}\s+(?:members?|residents?|parishioners?)\b.*$|[\s*]+Also\s+(?:an?\s+)?(?:\w+\s+)?Councillor\b.*$",
    re.IGNORECASE,
)
# "J Gilmour": initials that stand apart, and a surname.
_INITIALLED = re.compile(r"(?<![\w.'’-])(?:[A-Z](?:\.\s?|\s)){1,3}(?P<surname>(?:O['’]|Mc|Mac|De|Le|La|Fitz)?[A-Z][a-z]{2,})")
_TITLED = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|Cllr|Councillor|Ald|Alderman)\b\.?\s+[A-Z]")
_SENTENCE = re.compile(r"\b(?:was|were|is|are|had|has|have|welcomed|thanked|reported|stated|asked|chaired|opened|proposed|seconded|presided|commencement)\b")
_MOST_WORDS: Final = 18


def without_asides(text: str) -> str:
    """The words beside a name without when its person came, left or was connected, and without a heading that ran into them."""
    return _RAN_IN.sub("", _CAME.sub("", text)).strip(" ,;-–—")


def post_words(text: str) -> str:
    """The words as a post; empty where they name a group, a heading or people, and cut where they run on into somebody's name."""
    words = without_asides(" ".join(text.split()))
    if not words or any(no_post.fullmatch(words) for no_post in (_GROUP, _WARD, _PLACE_ALONE)):
        return ""
    if _TABLE_HEAD.search(words) or (words.isupper() and _HEADING.search(words)):
        return ""
    if len(words.split()) > _MOST_WORDS or _TITLED.match(words) or _SENTENCE.search(words):
        return ""
    first, *others = words.split()
    if not _posts().search(words) and (_SURNAME_ALONE.fullmatch(words) or first[0].islower() or (known_given(first) and others and others[0][0].isupper())):
        return ""
    name = parse(words)
    if name and name.has_given and known_given(name.given.split()[0]):
        return ""
    initialled = _INITIALLED.search(words)
    if initialled and fold(initialled["surname"]) not in common_words():
        return ""
    titled = next((person for person in people.find(words) if person.name.title), None)
    return words if titled is None else words[: titled.start].strip(" ,;-–—.")


def is_whereabouts(words: str) -> bool:
    """Whether words tell only from which council somebody is, by its name or its letters, and no post: "Vale County Council", "ELDC"."""
    return not _posts().search(words) and bool(_COUNCIL_ALONE.fullmatch(words) or _LETTERS_ALONE.fullmatch(words))


@cache
def _posts() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    others = "governor|trustee|representative|minister|bishop|headteacher|principal|professor|nurse|doctor|teacher|head|leader|chair\\w*|vice|mayor|provost"
    letters = "president|member|mp|msp|ms|td|mla|mep|ceo|cfo|coo|pcc|dcs|dph|rfo|gp|hmi|senco|mo"
    return re.compile(rf"{roles['officer_words']}|{roles['cabinet_words']}|\b(?:{others}|{letters})\b", re.IGNORECASE)
