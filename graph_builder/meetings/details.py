"""What stands beside a name in a list becomes the entry's role, capacity, post, organisation, initials and substitution."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import Final

from graph_builder import lexicon
from graph_builder.language.lists import Chunk, counts, name_span
from graph_builder.language.names import Name, fold, known_given, parse
from graph_builder.language.parties import party
from graph_builder.language.passages import Passage
from graph_builder.language.post_words import is_whereabouts, post_words
from graph_builder.language.surroundings import is_relative
from graph_builder.meetings.labels import Label
from graph_builder.paper import Entry

_SUBSTITUTE = re.compile(
    r"(?:as\s+)?(?:substitut(?:e|ing)|sub|deputising|replac(?:ing|ement)|reserve)\.?\s+(?:member\s+)?(?:for|of)?\s*|in\s+(?:the\s+)?place\s+of\s+"
    r"|on\s+behalf\s+of\s+|vice\s+(?=Councillor|Cllr)",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"^[A-Z]{1,3}[A-Za-z]?[A-Za-z]$")
# "(SH-Chair)", "(DS - Vice-Chair)": the initials of the name and what its bearer is.
_INITIALS_AND_POST = re.compile(r"(?P<initials>[A-Z]{2,3})\s*[-–—:]\s*(?P<post>[A-Z].*)")
_IN_CHAIR = re.compile(r"\bin\s+the\s+chair\b", re.IGNORECASE)
_PIECES = re.compile(r"\s+[-–—]\s+|\s*/\s*(?=Chair|Vice)")
_INDEPENDENT_CHAIR = re.compile(r"independent\s+chair(?:man|person|woman)?", re.IGNORECASE)
# "Leader of Penwick City Council": a post, though it ends in the name of a body.
_HELD = re.compile(
    r"(?:(?:deputy|depute|vice|joint|co)[\s-]*)?(?:leader|chair(?:man|person|woman)?|convenor|convener|mayor|provost|president)\s+of\b", re.IGNORECASE
)
_CLERK = re.compile(r"(?:the\s+)?(?:(?:parish|town|deputy|assistant|minutes?)\s+)*clerk\b", re.IGNORECASE)
# The rest of a label that ran down a margin: "Officers in ... Chief Executive Attendance:".
_LABEL_LEFT = re.compile(r"\s+Attendance$")
_SURNAME = re.compile(r"[A-Z][a-z'’-]+,?")
_NOMINATED = re.compile(r"nominated\s+by\b", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"(?<=[a-z]{2})\.\s+(?:The|An)\s+[A-Z].*$", re.DOTALL)  # "Accountant. The Mayor": another's, of whom the next sentence tells
_VICE = re.compile(r"(?:vice|vice[\s-]+chair\w*|v(?:\.\s?|\s|/)chair\w*)", re.IGNORECASE)
_DEPUTY_CLERK = re.compile(r"(?:\w+\s+){0,3}clerk\b", re.IGNORECASE)
_EXTERNAL = re.compile(r"\bexternal\s+auditors?\b", re.IGNORECASE)
_FAITH = re.compile(r"\b(?:temple|gurdwara|mosque|masjid|synagogue|churches|cathedral|chapel|mandir)\b", re.IGNORECASE)
# A part of the council itself: "Corporate Services", and not "Ambulance Services".
_DEPARTMENT = re.compile(
    r"(?:(?:corporate|legal|democratic|environmental|children['’]s|adults?|housing|planning|support|regulatory|customer|community|technical|financial?|property"
    r"|governance|neighbourhood|resources|and|&)\s+)+(?:services?|department|directorate|division)",
    re.IGNORECASE,
)
# "D.O.S.", "A.O.": posts in Irish councils; and what is no post.
_DOTTED_POST = re.compile(r"(?!T\.?D|M\.?[PS]|J\.?P)(?:[A-Z]\.){1,4}[A-Z]?\.?")
_OFFICE_BEARER = re.compile(r"(?:(?:the|hon\.?|honorary|vice|joint)\s+)*(?:secretary|treasurer)", re.IGNORECASE)
_MANAGER = re.compile(
    r"(?:the\s+)?(?:(?:a|acting|deputy|county|city|town)[\s/]*)*(?:director\s+of|chief\s+executive|manager|clerk|meetings\s+administrator)\b", re.IGNORECASE
)
_MINUTE_TAKER = re.compile(r"(?:the\s+)?(?:minutes?|note)[\s-]*taker|taking\s+(?:the\s+)?minutes", re.IGNORECASE)
# Whose councillors sit in another council than a committee's or a parish's own.
_ELSEWHERE: Final = frozenset("county borough district sir ald alderman aldermen".split())
# Why somebody is away is nobody's business: of those only posts and bodies are kept.
_MOST_DETAILS: Final = 3
"""No post has more parts: more are those of several people, whose lines ran together."""
_KEPT_OF_ABSENT: Final = ("officer_words", "cabinet_words", "organisation_words", "chair", "elsewhere_councillor")


@dataclass(slots=True)
class Draft:
    """An entry while its details are read; `end` is where they end in the list."""

    chunk: Chunk
    name: Name
    end: int
    role: str = ""
    initials: str = ""
    substitutes: Name | None = None
    party: str = ""
    details: list[str] = field(default_factory=list)


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(lexicon.load("roles")[key], re.IGNORECASE)


@cache
def _chairs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a vice-chair and what a chair is called, alone or with the body that they chair."""
    roles = lexicon.load("roles")
    tail = (
        r"(?:\s+(?:of|for)\s+the\s+(?:committee|panel|board|meeting|council|parish\s+council|forum|sub-?committee|cabinet|group).{0,40})?"
        r"(?:\s*[,-]?\s*(?:in\s+the\s+chair|presiding|for\s+(?:this|the)\s+meeting))?"
    )
    head = r"(?:the\s+|acting\s+|as\s+|elected\s+)?"
    mayor = r"(?:the\s+)?(?:(?:town|lord|deputy)\s+)*mayor(?:ess)?(?:,?\s+in\s+the\s+chair|,?\s+presiding)"
    vice = rf"{head}{roles['vice_chair']}{tail}"
    chair = rf"{head}{roles['chair']}{tail}|(?:presiding\s+)?in\s+the\s+chair.{{0,30}}|presiding|{mayor}"
    return re.compile(vice, re.IGNORECASE), re.compile(chair, re.IGNORECASE)


def role_of(text: str) -> str:
    """The role that a text is, `chair` or `vice-chair`, else empty."""
    vice, chair = _chairs()
    plain = text.strip(" .,*")
    if vice.fullmatch(plain):
        return "chair" if _IN_CHAIR.search(plain) else "vice-chair"
    return "chair" if chair.fullmatch(plain) else ""


def add(draft: Draft, text: str, *, bracketed: bool) -> None:
    """Note what one detail says of the entry: a role, initials, a substitution, or a post."""
    text = _LABEL_LEFT.sub("", _NEXT_SENTENCE.sub("", text.strip(" .,*/")))
    text = _without_initials(draft, text)
    role = role_of(text) or ("vice-chair" if _VICE.fullmatch(text) else "")
    if not role and "," in text and any(role_of(piece) for piece in text.split(",")):
        for piece in text.split(","):
            add(draft, piece, bracketed=bracketed)
        return
    if ";" in text:  # "(SV; Clerk)"
        for piece in text.split(";"):
            add(draft, piece, bracketed=bracketed)
        return
    draft.party = draft.party or (text if bracketed and party(text) else "")
    if not any(map(str.isalpha, text)) or text[0].isdigit() or _NOMINATED.match(text) or (bracketed and not role and _words("ignored_in_brackets").match(text)):
        return
    substitute = _SUBSTITUTE.match(text)
    if role:
        draft.role = draft.role or role
    elif substitute:
        draft.substitutes = parse(text[substitute.end() :], bare=True)
    elif _INITIALS.match(text) and draft.name.surname[:1].upper() in text:
        draft.initials = text
    elif not counts(text):
        _add_pieces(draft, text)


def _without_initials(draft: Draft, text: str) -> str:
    """What stands behind the initials of a name, which are noted: "Vice-Chair" of "DS - Vice-Chair"."""
    found = _INITIALS_AND_POST.fullmatch(text)
    first, last = draft.name.given[:1].upper(), draft.name.surname[:1].upper()
    if found is None or found["initials"][-1] != last or found["initials"][0] != (first or found["initials"][0]):
        return text
    draft.initials = found["initials"]
    return found["post"].strip()


def _add_pieces(draft: Draft, text: str) -> None:
    for piece in _PIECES.split(text):
        if inner := role_of(piece):
            draft.role = draft.role or inner
        else:
            draft.details.append(piece)


def entry(passage: Passage, draft: Draft, label: Label) -> Entry:
    """The entry that a draft has become."""
    begin, end = name_span(passage, draft.chunk, draft.name)
    details, stop = draft.details, draft.end
    if label.status == "apologies":
        details = [detail for detail in details if any(_words(key).search(detail) for key in _KEPT_OF_ABSENT)]
        stop = stop if details else end
    post, organisation = _post_and_organisation([] if any(map(_names_another, details)) else details)
    found = Entry(
        passage.cut(draft.chunk.start, stop),
        label.status,
        draft.name,
        passage.span(begin, end),
        role=draft.role,
        post=post,
        organisation=organisation,
        initials=draft.initials,
        substitutes=draft.substitutes,
        party=draft.party,
        label=label.text,
    )
    taker = not post and any(_MINUTE_TAKER.fullmatch(detail) for detail in draft.details)
    return settled(found, replace(label, capacity="officer", open=False) if taker and label.capacity == "member" else label)


def _names_another(detail: str) -> bool:
    """Whether a detail holds a given name that is known with a surname: then it is not told whose post it is, "Head of Law Tom Wray"."""
    words = detail.split() if detail.count(" ") > 1 else []
    return any(known_given(given) and _SURNAME.fullmatch(surname) and parse(f"{given} {surname}") for given, surname in pairwise(words))


def is_private(passage: Passage, draft: Draft) -> bool:
    """Whether somebody on a list is there for themselves alone, as an applicant or an objector is, or as somebody's relative."""
    begin, _ = name_span(passage, draft.chunk, draft.name)
    private = re.compile(lexicon.load("roles")["private_posts"], re.IGNORECASE)
    return is_relative(passage.text, begin) or any(private.fullmatch(detail.strip()) for detail in draft.details)


def _post_and_organisation(details: Sequence[str]) -> tuple[str, str]:
    """The post, and the body behind it where the last detail is one and no post."""
    details = [words for number, detail in enumerate(details) if (words := post_words(detail) or _of_a_title(details, number))]
    details = [] if all(map(is_whereabouts, details)) else details
    if details and _is_organisation(details[-1]):
        return ", ".join(details[:-1]), details[-1]
    return (", ".join(details) if len(details) <= _MOST_DETAILS else ""), ""


def _of_a_title(details: Sequence[str], number: int) -> str:
    """A word alone that belongs to a post that commas divide: "Economy" of "Executive Director – Economy, Neighbourhood and Environment"; else nothing."""
    word = details[number].strip()
    between = 0 < number < len(details) - 1 and bool(_words("officer_words").search(details[number - 1])) and " and " in details[number + 1]
    return word if between and word.isalpha() and word.istitle() else ""


def _is_organisation(words: str) -> bool:
    named = (_words("organisation_words").search(words) and not _DEPARTMENT.fullmatch(words)) or _FAITH.search(words)
    if not (" " in words or words.isupper()) or not words[0].isupper() or _HELD.match(words) or not named:
        return False
    return not (_words("officer_words").search(words) or _words("cabinet_words").search(words))


def settled(entry: Entry, label: Label) -> Entry:
    """The entry with the capacity that its label and its post give it."""
    post = entry.post or label.post
    if label.role == "chair" and _MANAGER.match(post) and not (entry.name and entry.name.is_councillor):
        label = replace(label, role="", capacity="officer", open=False)  # an officer in the chair until one is elected
    role = entry.role or (label.role if entry.name else "")
    if label.capacity == "member" and not role and not entry.organisation and _INDEPENDENT_CHAIR.fullmatch(post):
        role = "chair"
    capacity = _capacity(replace(entry, post=post), label)
    return replace(entry, post=post, capacity=capacity.replace(" ", "-"), role=role)


def _capacity(entry: Entry, label: Label) -> str:
    """In which capacity somebody was there: as the label says, unless the post or the title tells more."""
    capacity = label.capacity
    if _words("cabinet_words").search(entry.post) and capacity != "member":
        capacity = "cabinet-member"
    elif label.open or not capacity:
        capacity = _by_post(entry, label)
    if capacity == "member" and _CLERK.match(entry.post):
        return "officer"
    titles = set(fold(entry.name.title).split()) if entry.name else set()
    if label.status == "apologies" and not capacity and entry.name and entry.name.is_councillor and not titles & _ELSEWHERE:
        return "member"
    return capacity


def _by_post(entry: Entry, label: Label) -> str:
    """The capacity of somebody under a label that leaves it to the post: police and outside bodies are guests, posts are officers'."""
    title = fold(entry.name.title) if entry.name else ""
    if _CLERK.match(entry.post) or _DEPUTY_CLERK.match(entry.post):
        return "officer"
    outside = title in _guest_titles() or _EXTERNAL.search(entry.post)
    if outside or (entry.organisation and not label.capacity):
        return "guest" if label.status == "present" else ""
    if label.capacity == "member" and _OFFICE_BEARER.fullmatch(entry.post):
        return "member"  # of those who make up a community council or a committee; a list of councillors knows better
    if _DOTTED_POST.fullmatch(entry.post) and not label.capacity and not (entry.name and entry.name.is_councillor):
        return "officer"
    if _words("officer_words").search(entry.post) and not (entry.name and entry.name.is_councillor):
        return "officer"
    return label.capacity


@cache
def _guest_titles() -> frozenset[str]:
    return frozenset(fold(title) for title in lexicon.load("roles")["guest_titles"])
