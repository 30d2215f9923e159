"""A line that names a list of people becomes a label: what those on the list are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from graph_builder import lexicon
from graph_builder.language.names import known_given, parse, title_regex

_AFTER = re.compile(r"\s*(?:\([^)]{0,60}\))?\s*(?:[:;]\s?[-–—](?=\s|$|[A-Z])|[:–—]|;(?=\s|$)|-(?=\s|$)|\.(?=\s*$)|$)\s*")
# How to reach somebody, at the head of a page: no list of those present.
_CONTACT = re.compile(r"\w@\w|\b(?:e-?mail|tel(?:ephone)?|phone)\b\s*(?:no\.?)?\s*[:.]", re.IGNORECASE)
# A sentence that ends in a label: "... held in the Town Hall, when there were present:".
_LEADS = re.compile(
    r"\b(?:when\s+(?:there\s+were|the\s+following)|there\s+(?:were|was)|the\s+following(?:\s+\w+){0,3}?\s+(?:were|was|attended))"
    r"(?:\s+(?:also|were|in))*(?:\s+(?:present|attendance))?\s*[:;]\s*[-–—]?\s*$",
    re.IGNORECASE,
)
# "The following Members were present: Cllrs A Bell", on one line with the list.
_LEADS_ON = re.compile(
    r"(?:the\s+following(?:\s+[\w-]+){0,4}?|(?:\w+\s+){0,2}(?:members|councillors)|there)\s+(?:were|was)\s+(?:also\s+)?(?P<there>present|in\s+attendance)"
    r"(?:\s+at\s+(?:the|this)\s+meeting)?\s*:\s*[-–—]?\s*",
    re.IGNORECASE,
)
_OFFICERS = re.compile(r"\b(?:officers?|officials?|staff)\b", re.IGNORECASE)
_SAYS_THERE = re.compile(r"\b(?:present|attendance)$", re.IGNORECASE)
_AWAY_FIRST = re.compile(r"apolog|absen|non-?attend", re.IGNORECASE)
_CHAIR = re.compile(r"(?:the\s+)?(?:acting\s+)?chair(?:man|person|woman)?\s*(?::|[-–—](?=\s))\s*", re.IGNORECASE)
_ROLL = re.compile(r"(?:the\s+)?(?:calling\s+(?:of\s+)?(?:the\s+)?roll|roll[\s-]+call)\b", re.IGNORECASE)
_CHAIR_ALONE = re.compile(r"(?:the\s+)?(?:acting\s+)?chair(?:man|person|woman)?(?:\s*/\s*\S+)?\s*[:–—-]?", re.IGNORECASE)
_COUNCILLORS = re.compile(
    r"(?:(?:other|parish|town|community|borough|district|city|county)\s+)?(?:councillors|cllrs|members)\s*(?:present\s*)?[:–—-]", re.IGNORECASE
)
_OFFICE_FIRST = re.compile(
    r"^(?:the\s+)?(?:(?:town|deputy|lord|vice)[\s-]+)*(?:mayor|provost|chair(?:man|woman|person)?|convener)\s*,?\s+(?=(?:Cllr|Councillor|Alderman)\b)",
    re.IGNORECASE,
)
_TWO_TONGUES = re.compile(r"(?P<one>[^\W\d][\w' ]{2,40}?)\s*/\s*(?P<two>[^\W\d][\w' ]{2,40}?)(?=\s*(?:[:;–—-]|$)|\s(?:Mr|Mrs|Ms|Dr|Cllr|Cllrs|Councillors?)\b)")
_SPACE = re.compile(r"\s+")
_OTHER = re.compile(r"(?P<label>[A-Z][^.:;,]{2,60}?)(?:\s*\([^)]*\))?\s*:")
_AWAY = re.compile(r"apolog|absen|\bnot\b|\bleave\b|\bleft\b|\blate|declin|substitut", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?:group|party|conservatives?|labour|liberal|democrats?|greens?|independents?|members|schools?|academ\w+|sector|wards?|parish|councillors)\b",
    re.IGNORECASE,
)
# A label in the midst of a list: "Hibbert-Lowe, Osei. Clerk: S. Garside. Also: Borough Cllr Nuttall".
_INLINE = re.compile(
    r"(?:[.;]|\s{2,}|\n|\s(?=(?:Apologies|Absent|In\s+attendance|Also\s+present)\s*:))\s*(?P<label>(?:Parish\s+|Town\s+|Deputy\s+)*Clerk|Also(?:\s+present|\s+in\s+attendance)?|In\s+attendance|Apologies|Officers?"
    r"|Absent|Guests?|Visitors?)\s*:\s*"
    # ... with no mark before it: "B Lee and Wills Public attendance: Mr R Roe Clerk: S Garside"
    r"|(?:[.,;]\s*|(?<=[\w).])\s+)(?P<bare>(?-i:(?:Members\s+of\s+(?:the\s+)?(?:[Pp]ublic|[Pp]ress)|Public(?:\s+(?:[Aa]ttendance|[Pp]resent))?)(?=\s*:)"
    r"|(?:In\s+[Aa]ttendance|Also\s+[Pp]resent|Apologies|Observ(?:ing|ers?))(?=\s*:|\s+•)))\s*[:•]\s*(?!\s*$)"
    r"|(?:^|[.,;]\s*|(?<=[\w).])\s+)(?P<clerk>(?-i:(?:(?:Parish|Town|Deputy|Assistant|Acting|Locum|Interim|Minutes?|Finance|Committee|Council|Community|Senior"
    r"|Planning|Office|Borough|City)\s+){0,3}Clerk))(?:\s*:|\s+[-–—•](?=\s))\s*(?!\s*$)",
    re.IGNORECASE,
)
_COUNCILLOR_LAST = re.compile(r"\b(?:Cllr|Councillor)\b[^,;\n]*$", re.IGNORECASE)
_NAME_END = re.compile(r"[,;(\n]|\.\s|\s[-–—•]\s")


@dataclass(frozen=True, slots=True)
class Label:
    """What the label of a list says of those on it; `open` where their posts decide the capacity."""

    status: str
    capacity: str = ""
    role: str = ""
    text: str = ""
    open: bool = False
    post: str = ""
    named: bool = False
    """Whether the label is one only where a title and a name follow: "Panel: Sir A Bell", and not "Panel: Transport"."""


APOLOGIES = Label("apologies", text="apologies")
MEMBERSHIP = Label("member", "member", text="membership")


@cache
def _labels() -> tuple[tuple[re.Pattern[str], Label], ...]:
    return tuple((re.compile(row["match"], re.IGNORECASE), _label(row)) for row in lexicon.load("layout")["lists"])


def _label(row: dict[str, str]) -> Label:
    told = (row["status"], row.get("capacity", ""), row.get("role", ""))
    return Label(*told, open=bool(row.get("open")), post=row.get("post", ""), named=bool(row.get("named")))


@cache
def _any() -> re.Pattern[str]:
    """All labels in one pattern, which is asked before each of them."""
    return re.compile("|".join(f"(?:{row['match']})" for row in lexicon.load("layout")["lists"]), re.IGNORECASE)


# One line is asked about several times while a paper is divided.
@lru_cache(maxsize=4096)
def label_of(text: str) -> tuple[Label, int] | None:
    """The label at the head of a line and where what follows it begins, or None.

    A label ends in a colon, a dash or the line's end; without these what follows has to be a titled name, or behind "present" one with a known given name.
    """
    return _in_two_tongues(text) or _label_at(text)


def _in_two_tongues(text: str) -> tuple[Label, int] | None:
    """The label that stands in English and in another language, "Members Present/Comhaltaí i Láthair:"; None where a line has no such two."""
    match = _TWO_TONGUES.match(text)
    if match is None or bool(_other_tongue().search(match["one"])) == bool(_other_tongue().search(match["two"])):
        return None
    english = match["two"] if _other_tongue().search(match["one"]) else match["one"]
    found = _label_at(english)
    after = _AFTER.match(text, match.end())
    behind = match.end() + 1 if text[match.end() : match.end() + 1] == " " and _titled(text[match.end() :].lstrip()) else 0
    if found is None or found[1] < len(english) or not (after or behind):
        return None
    return replace(found[0], text=english), after.end() if after else behind


@cache
def _other_tongue() -> re.Pattern[str]:
    """A word of the labels of lists in Welsh, Irish or Gaelic."""
    return re.compile(r"\b(?:" + "|".join(lexicon.load("layout")["other_tongues"]) + r")\b", re.IGNORECASE)


def _label_at(text: str) -> tuple[Label, int] | None:
    if not _any().match(text) or _CONTACT.search(text):
        return None
    for pattern, label in _labels():
        match = pattern.match(text)
        if not match or (label.status == "present" and _AWAY_FIRST.match(text)):
            continue
        after = _AFTER.match(text, match.end())
        if label.named and not (after and _titled(text[after.end() :])):
            continue
        if after:
            return replace(label, text=match.group()), after.end()
        behind = text[match.end() :].strip()
        if _SPACE.match(text, match.end()) and (_titled(behind) or (_SAYS_THERE.search(match.group()) and _given(behind))):
            return replace(label, text=match.group()), match.end()
    return None


def leading_label(text: str) -> tuple[Label, int] | None:
    """The label in which a sentence ends, "when there were present:", with where the list below it begins; None where there is none."""
    if _LEADS.search(text, max(0, len(text) - 120)):
        return Label("present", "member", text="present", open=True), len(text)
    runs_on = _LEADS_ON.match(text)
    if runs_on is None or not (_titled(text[runs_on.end() :]) or _given(text[runs_on.end() :])):
        return None
    member = "" if runs_on["there"].casefold() != "present" or _OFFICERS.search(runs_on.group()) else "member"
    return Label("present", member, text="present", open=True), runs_on.end()


def roll_label(title: str) -> Label | None:
    """The label that the title of an item is below which the roll was called, "Calling of the Roll and Apologies"; else None."""
    return Label("present", "member", text="roll") if _ROLL.match(title) else None


def is_chair(text: str) -> bool:
    """Whether a line is "Chair:" and no more."""
    return _CHAIR_ALONE.fullmatch(text) is not None


def chair_label(text: str, below: Sequence[str]) -> tuple[Label, int] | None:
    """The label "Chair:" above the list of the councillors, with where the name begins; None elsewhere, as in the head of a letter.

    The name may stand on the lines below it, above the label of those present.
    """
    label = Label("present", "member", "chair", text="chair")
    match = _CHAIR.match(text)
    if match and below and _COUNCILLORS.match(below[0]) and _titled(text[match.end() :]):
        return label, match.end()
    if not _CHAIR_ALONE.fullmatch(text) or not below or label_of(below[0]):
        return None
    name = parse(_NAME_END.split(below[0], maxsplit=1)[0].strip(" ."))
    there = any(found[0].status == "present" for line in below[1:] if (found := label_of(line)))
    return (replace(label, open=True), len(text)) if there and name and (name.title or name.given) else None


def other_label(text: str, *, under: Label | None = None) -> tuple[Label, int] | None:
    """A label that no list of labels has, between lists of people: a few words and a colon, "Responsible authorities:".

    One that parts the list above it, "Conservative Group:", says of its people what that list's label says.
    """
    match = _OTHER.fullmatch(text)
    if under is not None and stray_label(text) and (runs_on := _OTHER.match(text)) and not _AWAY.search(runs_on["label"]):
        begins = runs_on.end() + len(text[runs_on.end() :]) - len(text[runs_on.end() :].lstrip())
        return (replace(under, text=runs_on["label"], role=""), begins) if _titled(text[begins:]) else None
    if not match or len(match["label"].split()) > 7 or parse(match["label"]) or title_regex().match(text):
        return None
    if under is not None and _PART_OF.search(match["label"]):
        return replace(under, text=match["label"], role=""), len(text)
    return Label("present", text=match["label"]), len(text)


def stray_label(text: str) -> bool:
    """Whether a line begins with a label that no list of labels has and runs on, so that it is no part of the list above: "Venue: Town Hall"."""
    match = _OTHER.match(text)
    if not match or match.end() >= len(text.rstrip()) or parse(match["label"], bare=True) or title_regex().match(text):
        return False
    return not is_part_of_a_list(match["label"])


def is_part_of_a_list(words: str) -> bool:
    """Whether what stands before a colon within a list is a post, a role, or a part of the members."""
    return _part_of_a_list().search(words) is not None


@cache
def _part_of_a_list() -> re.Pattern[str]:
    """What stands before a colon within a list: a post, a role, or a part of the members."""
    roles = lexicon.load("roles")
    return re.compile(f"{roles['officer_words']}|{roles['cabinet_words']}|{roles['chair']}|{_PART_OF.pattern}|items?\\b", re.IGNORECASE)


def inline(text: str) -> Iterator[tuple[Label, int, int]]:
    """The labels in the midst of a list, each with where it begins and where what follows it begins."""
    for mark in _INLINE.finditer(text):
        found = label_of(f"{mark['label'] or mark['bare'] or 'Clerk'}:") if mark.start() else None
        if found is None or (mark["clerk"] and not _is_of_the_next(text, mark)):
            continue
        yield replace(found[0], post=mark["clerk"] or found[0].post), mark.start(), mark.end()


def _is_of_the_next(text: str, mark: re.Match[str]) -> bool:
    """Whether a post in the midst of a list is that of the name behind it: "Clerk: M Orme", and not "Ann Roe, Clerk - Tom Wray"."""
    name = parse(_NAME_END.split(text[mark.end() :], maxsplit=1)[0].strip(" ."))
    behind = not mark.group().startswith(",") or _COUNCILLOR_LAST.search(text[: mark.start()])
    return ":" in mark.group() or bool(name and (name.title or name.given) and behind)


def _given(text: str) -> bool:
    """Whether a text begins with a given name that is known and a surname."""
    name = parse(" ".join(text.split()[:2]).rstrip(",;("))
    return bool(name and name.has_given and known_given(name.given.split()[0]))


def _titled(text: str) -> bool:
    """Whether a text begins with a title and a name, perhaps behind an office: "The Mayor, Cllr D Quill"."""
    text = _OFFICE_FIRST.sub("", text)
    title = title_regex().match(text)
    return bool(title and title.end() > 1 and text[title.end() : title.end() + 1].isupper())
