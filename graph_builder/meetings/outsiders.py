"""The people of a paper's lists go in; out they come, without a member's capacity where words beside a name tell that its bearer is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from graph_builder import lexicon
from graph_builder.language.councils import is_parish
from graph_builder.language.names import Name, fold
from graph_builder.paper import Entry, Header

_TIERS: Final = frozenset("county district borough city ward unitary".split())
_TIER = r"(?:boro['’]?|county|district|borough|city|ward|unitary|principal)"
# "PKC Cllr Anne Farrow", "Ward Member Cllr T Fry", right before a name.
_BEFORE = re.compile(rf"(?:\b[A-Z]{{1,4}}C(?:['’]s)?|\b(?i:{_TIER})(?:\s+(?i:council))?(?:\s+(?i:members?|councillors?))?)[\s:–-]*$")
# "Cllr A Boon (Borough Councillor)", right behind it; whoever is a parish councillor too is one.
_BEHIND = re.compile(
    rf"\s*(?:\(|\s[–-]\s)\s*(?:the\s+)?(?:(?i:{_TIER}\s+(?:council\s+)?(?:councillor|cllr|member))\s*(?:\)|$|[,;.\n]|\s+(?:and|plus)\b)|(?P<council>[A-Z]{{1,4}}C)(?:\s+(?:Cllr|Councillor))?\))"
)
# "Cllr Martin Bell, Norland County Council": whose other council that is.
_OF_COUNTY = re.compile(r"\s*[,(–-]\s*(?:of\s+)?(?:[A-Z][\w'&-]+\s+){1,4}(?:County|Borough|District|City|Metropolitan)(?:\s+Borough)?\s+Council\b")
# Whoever sits in a parliament, or comes for somebody who does, is no member of a community's council.
_SEAT = r"\b(?:MP|MSP|MLA|MEP)"
_PARLIAMENT = re.compile(
    rf"\s*,?\s*(?:\(?{_SEAT}\b|\([^()]{{3,50}}{_SEAT}(?:['’]s)?\s+(?:office|representative|rep)\b|\((?:rep\w*|representing|for)\s[^()]{{3,50}}{_SEAT}\b)"
)
_MAYOR = re.compile(r"\b(?:mayor|m[ée]ara)$", re.IGNORECASE)
_LABEL = re.compile(rf"\b{_TIER}\s+(?:council\s+)?(?:councillors?|cllrs?|members?)\b", re.IGNORECASE)
# "District Councillors: P Rhys, T Tudor", before the names of a line.
_LINE = re.compile(rf"\W*{_TIER}\s+(?:council\s+)?(?:(?:councillors|cllrs|members)\b|(?:councillor|cllr|member)\s*[:–-])", re.IGNORECASE)
_NO_MEMBER = re.compile(
    r"\s*[(,–—-]\s*(?:(?:the|our|a)\s+)?(?:note[\s-]?taker|minutes?[\s-]?taker|taking\s+(?:the\s+)?(?:notes|minutes)|minutes?\s+(?:secretary|clerk)|scribe|reporter|press\b|journalist"
    r"|observ(?:er|ing)|speaker|visitor|guest)\b",
    re.IGNORECASE,
)
# Below a list of those "Present", another list of those who came is not of members.
_ATTENDED: Final = frozenset({"attendance", "also in attendance", "also present", "also attending", "attending", "visitors"})
_REACH: Final = 40
# What part of those listed as members must be councillors, that officers among them are taken for none.
_MOST: Final = 2 / 3
# Whose meeting members of other councils come to, and what tells that they are of another.
_PARISH = re.compile(r"\b(?:parish|community\s+council|town\s+council)\b", re.IGNORECASE)
_PLURAL = re.compile(r"councillors|cllrs|cynghorwyr", re.IGNORECASE)
_COMMUNITY = re.compile(r"\bcommunity\s+council\b", re.IGNORECASE)
_ELSEWHERE = frozenset("county borough district ward city".split())
_PIECE = re.compile(r"[,;.\n•]|\band\b")


def _as_guests(entries: Sequence[Entry], found: Header) -> Iterator[Entry]:
    """The entries of a paper, councillors of another council as guests of a parish's or a community's meeting.

    Their title tells, "County Councillor"; and in a community council whose own members have none, the title "Cllr".
    """
    names = " ".join(field.value for field in (found.council, found.body) if field)
    there = [entry for entry in entries if entry.status == "present" and entry.capacity == "member" and entry.name]
    titled = [entry for entry in there if entry.name and entry.name.is_councillor]
    of_all = any(entry.name and _PLURAL.search(entry.name.title) for entry in titled)  # "Councillors Mr A Hay, Mrs B Lee": all of them are
    few = bool(_COMMUNITY.search(names)) and len(titled) * 2 < len(there) and not of_all
    for entry in entries:
        one = entry.name is not None and entry.name.is_councillor and not (entry.name.sex and _PLURAL.search(entry.name.title))
        words = set(entry.name.title.casefold().replace(".", "").split()) if entry.name and one else set()
        guest = entry.capacity == "member" and not entry.role and _PARISH.search(names) and (words & _ELSEWHERE or (few and words))
        yield replace(entry, capacity="guest" if entry.status == "present" else "") if guest else entry


def settle(entries: Sequence[Entry], header: Header, text: str) -> Iterator[Entry]:
    """The entries of a paper's lists: who takes the notes or reports is no member, nor is another council's councillor one of a parish's."""
    listed = list(_as_guests(entries, header))
    parish = any(is_parish(field.value) for field in (header.council, header.body) if field)
    members = [entry.name.is_councillor for entry in listed if entry.capacity == "member" and entry.name]
    councillors = sum(members) >= _MOST * len(members)
    lines = {_line(entry, text) for entry in listed if entry.name and entry.name.is_councillor}
    present = False
    for entry in listed:
        label = fold(entry.label).strip(" :")
        present = present or label.startswith(("present", "members"))
        if entry.capacity != "member":
            yield entry
        elif councillors and _is_officer(entry):
            yield replace(entry, capacity="officer")
        else:
            attended = present and label in _ATTENDED and not entry.role
            # "Councillors Hay and Dunn", and on a line of their own "S Roe, I Bell": who they are is not told
            unlike = councillors and entry.name and not (entry.name.title or entry.role or _MAYOR.search(entry.post)) and _line(entry, text) not in lines
            if parish and not entry.role and _is_of_another(entry, text):
                yield replace(entry, capacity="guest" if entry.status == "present" else "")
            else:
                yield replace(entry, capacity="") if attended or unlike or _takes_notes(entry, text) else entry


def _line(entry: Entry, text: str) -> int:
    """Where the line begins on which an entry stands."""
    return text.rfind("\n", 0, entry.passage.span().start) + 1


def _is_officer(entry: Entry) -> bool:
    """Whether somebody on a list of councillors has an officer's post, as where a broken label ran in: "Reid and Hay Officers in Mr A Roe, Chief Executive"."""
    officer = bool(re.search(lexicon.load("roles")["officer_words"], entry.post, re.IGNORECASE))
    return officer and not (entry.role or (entry.name and entry.name.is_councillor))


def _takes_notes(entry: Entry, text: str) -> bool:
    return entry.name_span is not None and bool(_NO_MEMBER.match(text, entry.name_span.end))


def _is_of_another(entry: Entry, text: str) -> bool:
    """Whether a title, a label or the words around a name on a parish's list make its bearer a councillor of a county, a district or a ward."""
    if entry.name is None or entry.name_span is None:
        return False
    start, end = entry.name_span.start, entry.name_span.end
    before = _PIECE.split(text[max(0, start - _REACH) : start])[-1]
    line = text[text.rfind("\n", 0, start) + 1 : start]
    if _TIERS & set(fold(entry.name.title).split()) or _LABEL.search(entry.label) or _BEFORE.search(before) or _LINE.match(line):
        return True
    if _OF_COUNTY.match(text, end) or _PARLIAMENT.match(text, end) or re.search(rf"{_SEAT}$", entry.name.printed):
        return True
    behind = _BEHIND.match(text, end)
    return behind is not None and not (behind["council"] and _are_initials(behind["council"], entry.name))


def _are_initials(letters: str, name: Name) -> bool:
    """Whether letters in brackets are those of the name before them: "A Cooke (AC)"."""
    return letters[-1] == name.surname[:1].upper() and (not name.initials or letters[0] == name.initials[0])
