"""Lists and tables of who sits on what, as annual meetings print them; out come the members of committees, representatives and holders of posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph_builder import lexicon
from graph_builder.language import people as persons
from graph_builder.language.names import known_given, parse
from graph_builder.language.passages import Passage
from graph_builder.language.people import Person
from graph_builder.language.post_words import held
from graph_builder.model import Span
from graph_builder.paper import Item, Paragraph
from graph_builder.relations.context import Context
from graph_builder.relations.forms import form
from graph_builder.relations.seats import offices
from graph_builder.relations.seats.offices import FILE, Office, is_recommended
from graph_builder.relations.sections import sections

_CHAIR_BEHIND = r"\s*(?:[(\[]\s*|[–—-]\s*|,\s*(?:as\s+)?)(?:the\s+)?(?P<vice>(?:vice|deputy|v\.?)[\s-]*)?(?:{chair})\b"
_SUBSTITUTE = re.compile(r"\b(?:subs?|substitutes?|reserves?|deput(?:y|ies))\b\s*[:)]?", re.IGNORECASE)
_REP = re.compile(r"[\s–-]*\b(?:representatives?|reps?\.?|delegates?|nominees?|councillors?|members?)\s*$", re.IGNORECASE)
_BARE = re.compile(r"(?:[A-Z]\.?\s+)*[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?")
# Labels of a paper's head, behind which no committee's members stand: "Contact: Ann Roe".
_NO_SEAT = re.compile(
    r"(?:contacts?|venue|present|apologies|clerk|authors?|report\w*|propos\w+|second\w+|mov\w+|members?|officers?|tel\w*|e-?mail|date|time|location|enquiries|minutes?|absent"
    r"|attend\w*|chair\w*|vice|leader|note|in\s)\b",
    re.IGNORECASE,
)
# What members of a cabinet answer for is no body: "Leisure: Councillor Hall".
_PORTFOLIOS = re.compile(r"\b(?:portfolios?|lead\s+members?|champions?|responsibilit\w+|spokes\w+)\b", re.IGNORECASE)
_PARTS = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_LONGEST_LABEL: Final = 14
_BACK: Final = 400
_OWN_HEADS: Final = re.compile(r"\b(?:(?:sub-?)?committee|panel|cabinet|executive|working\s+(?:group|party)|task\s+group|commission)\b", re.IGNORECASE)


class Appointment(NamedTuple):
    """Somebody who is told to be chosen for an office, or to have left it, with the words that say it."""

    person: Person
    office: Office
    evidence: tuple[Span, ...]
    rule: str
    left: bool = False


class _Named(NamedTuple):
    """Somebody on a list, with the role that stands beside the name; empty where none does."""

    person: Person
    role: str


class _Place(NamedTuple):
    """Where a list stands: its paper, and the words of the title and the headings above it."""

    context: Context
    above: str


def find(context: Context) -> Iterator[Appointment]:
    """The appointments that lists of minutes and records of decisions tell."""
    if context.paper.header.kind not in {"minutes", "decisions", "decision record"}:
        return
    listed = [entry.passage.span() for entry in context.paper.entries]
    for item, paragraphs in sections(context):
        told = (found for paragraph in paragraphs for found in _members_are(paragraph.passage, context))
        for found in (*_of_item(context, item, paragraphs), *told):
            first, last = found.evidence[0].start, found.evidence[-1]
            proposed = is_recommended(context.paper.document.text[max(0, first - _BACK) : first])
            if not proposed and not any(span.start < last.end and last.start < span.end for span in listed):
                yield found


def _of_item(context: Context, item: Item | None, paragraphs: Sequence[Paragraph]) -> Iterator[Appointment]:
    title = item.title.text if item is not None else ""
    if form(FILE, "gate-closed").search(title) and not form(FILE, "label").match(title):
        return
    above, label = title, None
    if item is not None and form(FILE, "gate").search(title):
        yield from _line(item.title, _Place(context, title))
    for paragraph in paragraphs:
        passage = paragraph.passage
        if not form(FILE, "gate").search(above) and not form(FILE, "gate").search(passage.text):
            continue
        place = _Place(context, above)
        found = list(_row(paragraph, place)) if len(paragraph.cells) > 1 else list(_lines(paragraph, place))
        if not found and label is not None:
            found = list(_below(label, passage, place))
        yield from found
        if not found:
            label = passage if _is_label(passage.text, place) else None
            above = _headed(above, passage.text, title)


def _members_are(passage: Passage, context: Context) -> Iterator[Appointment]:
    """The members of a body that one sentence names: "Members of the Playing Field Working Group were confirmed as Cllrs Bell and Dunn"."""
    match = form(FILE, "members-are").match(passage.text)
    body, end = offices.body_of(match["body"], context) if match else ("", 0)
    if match and body and end >= len(match["body"].rstrip()):
        for named in _names(match["names"], context):
            yield Appointment(named.person, Office(named.role or "member", body), (passage.span(),), "listed-as-appointed")


def _headed(above: str, text: str, title: str) -> str:
    """The headings that hold for what follows a paragraph: its title, and the last words that lead to a list."""
    leads = len(text.split()) <= _LONGEST_LABEL or text.rstrip().endswith(":")
    return f"{title} / {text}" if leads and form(FILE, "gate").search(text) and not form(FILE, "gate-closed").search(text) else above


def _row(paragraph: Paragraph, place: _Place) -> Iterator[Appointment]:
    """A row of a table: what it is about in one cell, names alone in another."""
    cells = [cell for cell in paragraph.cells if cell.text.strip()]
    lists = [names for cell in cells if (names := _names(cell.text, place.context))]
    labels = [cell for cell in cells if not _names(cell.text, place.context)]
    if len(lists) == 1 and labels:
        yield from _office(labels[0].text, lists[0], (paragraph.passage.span(),), place)


def _lines(paragraph: Paragraph, place: _Place) -> Iterator[Appointment]:
    """A label and names on one line, or on each of several lines that stand together."""
    each = [line.passage for line in paragraph.lines]
    labelled = len(each) > 1 and all(form(FILE, "label").match(passage.text) for passage in each)
    for passage in each if labelled else [paragraph.passage]:
        yield from _line(passage, place)


def _line(passage: Passage, place: _Place) -> Iterator[Appointment]:
    """A label and names on one line; what stands between the two, as a party's name, names nobody else."""
    match = form(FILE, "label").match(passage.text)
    while match:
        names = _names(match["names"], place.context)
        if names:
            yield from _office(match["label"], names, (passage.span(),), place)
            return
        further = form(FILE, "label").match(match["names"])
        if further is None or next(persons.find(further["label"]), None):
            return
        match = re.match(rf"^\W*(?P<label>{re.escape(match['label'])}).*?(?P<names>{re.escape(further['names'])})$", passage.text, re.DOTALL)


def _is_label(text: str, place: _Place) -> bool:
    words = _label(text)
    return 0 < len(words.split()) <= _LONGEST_LABEL and not text.rstrip().endswith((".", ";")) and any(_offices(words, "", place))


def _below(label: Passage, passage: Passage, place: _Place) -> Iterator[Appointment]:
    """Names on the lines below a label."""
    names = _names(passage.text, place.context)
    if names:
        yield from _office(label.text, names, (label.span(), passage.span()), place)


def _label(text: str) -> str:
    return " ".join(re.sub(r"^\W*(?:\(?\w{1,3}[.)]\s+)?|\s*\(\d{1,2}(?:\s+\w+)?\)|[\s:.–—-]+$", "", text).split())


def _office(label: str, names: Sequence[_Named], spans: tuple[Span, ...], place: _Place) -> Iterator[Appointment]:
    for named in names:
        for office in _offices(_label(label), named.role, place):
            if not (office.post and len(names) > 1 and not label.rstrip(" :").endswith("s")):
                yield Appointment(named.person, office, spans, "listed-as-appointed")


def _offices(label: str, role: str, place: _Place) -> Iterator[Office]:
    """What a label stands for: a body on which those named sit, or a post that one of them holds."""
    outside = bool(form(FILE, "outside").search(place.above)) or bool(_REP.search(label))
    bare = _REP.sub("", label)
    body, end = offices.body_of(bare, place.context)
    if body and not bare[end:].strip(" .,)"):
        plain = "member" if _OWN_HEADS.search(body) and not re.search(r"\b(?:rep\w*)\b", label, re.IGNORECASE) else "representative" if outside else "member"
        yield Office(role or plain, body)
    elif offices.is_post(label) and not re.search(r"\b(?:members|councillors|officers)\b", label, re.IGNORECASE):
        yield Office("", "", held(label))
    elif (kind := _kind(place.above)) and not outside and _may_be_title(bare, place.above):
        yield Office(role or "member", f"{bare} {kind}")


def _may_be_title(words: str, above: str) -> bool:
    """Whether the words of a label may be what the name of a body begins with, under headings that speak of no portfolios."""
    named = re.fullmatch(r"(?:[A-Z][\w'’&-]*(?:,?\s+(?:and\s+|&\s+|of\s+)?)?){1,6}", words)
    return bool(named) and not _NO_SEAT.match(words) and not _PORTFOLIOS.search(above) and not _is_name(words)


def _is_name(words: str) -> bool:
    """Whether a label is somebody's name, as the first of a list of names a line each is, and not the matter of a committee."""
    name = parse(words)
    return bool(name and name.has_given and known_given(name.given.split()[0]))


def _kind(above: str) -> str:
    """The one kind of body that the headings over a list speak of: "Committee" of "Appointment of Committees"; empty where there are several."""
    kinds = {re.sub(r"\s+", " ", match["kind"].casefold()) for match in form(FILE, "label-head").finditer(above)}
    single = {re.sub(r"ies$", "y", kind) if kind.endswith("ies") else kind.removesuffix("s") for kind in kinds}
    return bodies_case(single.pop()) if len(single) == 1 else ""


def bodies_case(words: str) -> str:
    """Words with capitals, as in the name of a body."""
    return " ".join(word.capitalize() for word in words.split())


def _names(text: str, context: Context) -> list[_Named]:
    """The people of a text that names people and nothing else, with their roles; none of any other text."""
    found = list(persons.find(text)) or [person for person in _bare(text) if context.people.find(person.name)]
    rest, at = "", 0
    for person in found:
        rest += text[at : person.start] + " "
        at = person.end
    rest = _SUBSTITUTE.sub(" ", rest + text[at:])
    if not found or not form(FILE, "between").fullmatch(rest + " "):
        return []
    return [_Named(person, _role(text, person, found)) for person in found]


def _bare(text: str) -> Iterator[Person]:
    """The surnames of a list without titles: "Bell, Dunn and Hall"."""
    at = 0
    for part in [*_PARTS.finditer(text), None]:
        end = part.start() if part else len(text)
        words = re.sub(r"\s*\(.*", "", text[at:end]).strip(" .")
        name = parse(words, bare=True) if _BARE.fullmatch(words) else None
        if name is not None:
            start = text.index(words, at)
            yield Person(name, start, start + len(words), sure=False)
        at = part.end() if part else end


def _role(text: str, person: Person, found: Sequence[Person]) -> str:
    """The role beside a name: "(Chair)"; who stands behind "Substitute:" is one."""
    chair = re.match(_CHAIR_BEHIND.format(chair=lexicon.load("roles")["chair"]), text[person.end :], re.IGNORECASE)
    if chair:
        return "vice-chair" if chair["vice"] or re.match(r"\W*(?:vice|deputy)", chair.group(), re.IGNORECASE) else "chair"
    before = text[: person.start]
    first = max((other.end for other in found if other.end <= person.start), default=0)
    if re.search(rf"\b{lexicon.load('roles')['chair']}\s*:\s*$", before, re.IGNORECASE):
        return "vice-chair" if re.search(r"(?:vice|deputy)[\s-]*\w+\s*:\s*$", before, re.IGNORECASE) else "chair"
    behind = re.match(r"\s*\((?:named\s+)?(?:sub|substitute|reserve|deputy)\w*\)", text[person.end :], re.IGNORECASE)
    return "substitute" if behind or _SUBSTITUTE.search(before[first:]) or _SUBSTITUTE.search(before) else ""
