"""A divided paper becomes mentions: everybody and every body that it names, found by rules, with the model as a second witness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph_builder.language import bodies, people
from graph_builder.language.passages import Passage
from graph_builder.language.surroundings import is_gone, is_nobody_public, is_partner, is_relative
from graph_builder.mentions import posts
from graph_builder.mentions.witness import Witness
from graph_builder.paper import BodyMention, Item, Mentions, Paper, Paragraph, PersonMention

_ACRONYM = re.compile(r"(?:'s)?\s*\(\s*(?:the\s+)?[\"“']?(?P<short>[A-Z][A-Za-z&]{1,9}s?)[\"”']?\s*\)")

_FRONT = re.compile(r"\b(?P<short>[A-Z][A-Z&]{1,9})\s*\(\s*(?:the\s+)?(?P<name>[A-Z][^()]{5,120})\)")
_BEFORE = re.compile(r"(?:[A-Z][\w'’-]{0,30},?\s+(?:(?:and|of|for|the|&)\s+){0,2}){1,10}$")
_WORD = re.compile(r"[A-Z][\w'’-]*")
# The executive of the council of a paper, which no other word tells.
_CABINET = re.compile(
    r"\b(?:[Tt]he|to|by|of|at|from|that)\s+(?P<name>Cabinet|Full\s+Council)(?=\s+[a-z]|\s*[.,;:)]|\s*$)(?!\s+(?:lead|member|office|papers?|report|room))"
)
_WELLBEING = re.compile(r"wellbeing", re.IGNORECASE)
_LONGEST_NAME = 120

_LETTERED = re.compile(r"[A-K][.)]?\s+[A-Z][a-z]+\s+(?:the|to|that|an?|authority|with|on|for|any|all|its|their)\b")


def find(paper: Paper, *, model: str = "none") -> Mentions:
    """Everybody and every body named in the paper's preamble and items; `model` names the spaCy pipeline that is asked in doubt, or `none`."""
    witness = Witness(model)
    found_people: list[PersonMention] = []
    found_bodies: list[BodyMention] = []
    doubles = _doubles(paper)
    for paragraph, item in _passages(paper):
        found_people.extend(_people(paragraph, item, witness, doubles))
        for part in paragraph.parts:
            found_bodies.extend(_bodies(part, item))
    found_bodies.extend(_of_lists(paper, found_bodies))
    return Mentions(paper, tuple(found_people), tuple(found_bodies))


def _passages(paper: Paper) -> Iterator[tuple[Paragraph, Item | None]]:
    for paragraph in paper.preamble:
        yield paragraph, None
    for item in paper.items:
        yield Paragraph(item.title), item
        for paragraph in item.paragraphs:
            yield paragraph, item
    for paragraph in paper.closing:
        yield paragraph, None


def _doubles(paper: Paper) -> frozenset[str]:
    """The surnames that two entries of the paper's lists bear: a couple that sits together is public, both of it."""
    seen = Counter(entry.name.surname for entry in paper.entries if entry.name)
    return frozenset(surname for surname, number in seen.items() if number > 1)


def _people(paragraph: Paragraph, item: Item | None, witness: Witness, doubles: frozenset[str]) -> Iterator[PersonMention]:
    passage = paragraph.passage
    ends = posts.line_ends(paragraph)
    for person in people.find(passage.text):
        if person.start == 0 and _LETTERED.match(passage.text):
            continue  # "A. Agree the making of a scheme" is a part of a decision and nobody's name
        if not person.name.is_councillor and _is_private(passage.text, person, doubles):
            yield PersonMention(person.name, passage.span(person.start, person.end), item, relative=True)
            continue
        gone = person.name.is_councillor and is_gone(passage.text, person.start, person.end)
        if not (person.sure or witness.confirms(passage.text, person)):
            continue
        found = None if gone else posts.beside(passage.text, person, ends)
        proof = passage.span(min(found.start, person.start), max(found.end, person.end)) if found else None
        yield PersonMention(person.name, passage.span(person.start, person.end), item, found.words if found else "", proof, gone=gone)


def _is_private(text: str, person: people.Person, doubles: frozenset[str]) -> bool:
    """Whether the words around a name tell that it is a relative's, a partner's or that of somebody without office."""
    name, start = person.name, person.start
    accompanies = bool(name.title) and name.surname not in doubles and is_partner(text, start, name.surname)
    return accompanies or is_relative(text, start) or is_nobody_public(text, start, person.end)


def _bodies(passage: Passage, item: Item | None) -> Iterator[BodyMention]:
    text = passage.text
    for body in bodies.find(text):
        short = _ACRONYM.match(text, body.end)
        start = _longer(text, body, short["short"]) if short else body.start
        name = " ".join(text[start : body.end].split())
        acronym = short["short"] if short and _abbreviates(short["short"], name) else ""
        yield BodyMention(bodies.tidy(name), passage.span(start, body.end), item, acronym)
    yield from _in_front(passage, item)
    for match in _CABINET.finditer(text):
        yield BodyMention(match["name"], passage.span(*match.span("name")), item)


def _of_lists(paper: Paper, found: Sequence[BodyMention]) -> Iterator[BodyMention]:
    """The bodies behind names on lists of people, which are in no paragraph: "Mr J Roe, Vale NHS Foundation Trust"."""
    known = {mention.span.start for mention in found}
    for entry in paper.entries:
        for mention in _bodies(entry.passage, None) if entry.name else ():
            if mention.span.start not in known and entry.name_span and mention.span.start >= entry.name_span.end:
                known.add(mention.span.start)
                yield mention


def _in_front(passage: Passage, item: Item | None) -> Iterator[BodyMention]:
    """The bodies whose abbreviation stands before the name: "HWB (Health and Wellbeing Board)"."""
    for match in _FRONT.finditer(passage.text):
        found = next(bodies.find(match["name"]), None)
        if found and (found.start, found.end) == (0, len(match["name"])) and _abbreviates(match["short"], found.name):
            yield BodyMention(bodies.tidy(found.name), passage.span(*match.span("name")), item, match["short"])


def _longer(text: str, body: bodies.Body, short: str) -> int:
    """Where a name begins that commas divide, by its abbreviation: "Information, Advice and Support Service (IASS)"."""
    if _abbreviates(short, body.name):
        return body.start
    before = _BEFORE.search(text, max(0, body.start - _LONGEST_NAME), body.start)
    starts = [before.start() + word.start() for word in _WORD.finditer(before.group())] if before else []
    return next((start for start in reversed(starts) if text[start] == short[0] and _abbreviates(short, text[start : body.end])), body.start)


def _abbreviates(short: str, name: str) -> bool:
    """Whether an abbreviation's capitals are, in order, first letters of the name's words."""
    name = _WELLBEING.sub("well-being", name)
    letters = [c.casefold() for c in short if c.isupper()]
    heads = iter(letter.casefold() for w in re.split(r"[\s/-]+", name) if w for letter in (w[0], *(c for c in w[1:] if c.isupper())))
    return len(letters) >= 2 and all(letter in heads for letter in letters)
