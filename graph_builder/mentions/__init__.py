"""A divided paper becomes mentions: everybody and every body that it names, found by rules, with the model as a second witness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph_builder import lexicon
from graph_builder.language import bodies, people
from graph_builder.language.passages import Passage
from graph_builder.mentions.witness import Witness
from graph_builder.paper import BodyMention, Item, Mentions, Paper, PersonMention

_ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?[\"“']?(?P<short>[A-Z][A-Za-z&]{1,9}s?)[\"”']?\s*\)")


def find(paper: Paper, *, model: str = "none") -> Mentions:
    """Everybody and every body named in the paper's preamble and items; `model` names the spaCy pipeline that is asked in doubt, or `none`."""
    witness = Witness(model)
    found_people: list[PersonMention] = []
    found_bodies: list[BodyMention] = []
    for passage, item in _passages(paper):
        found_people.extend(_people(passage, item, witness))
        found_bodies.extend(_bodies(passage, item))
    return Mentions(paper, tuple(found_people), tuple(found_bodies))


def _passages(paper: Paper) -> Iterator[tuple[Passage, Item | None]]:
    for paragraph in paper.preamble:
        yield paragraph.passage, None
    for item in paper.items:
        yield item.title, item
        for paragraph in item.paragraphs:
            yield paragraph.passage, item


def _people(passage: Passage, item: Item | None, witness: Witness) -> Iterator[PersonMention]:
    listed = {(entry.start, entry.end) for entry in ()}
    for person in people.find(passage.text):
        if (person.start, person.end) in listed or not (person.sure or witness.confirms(passage.text, person)):
            continue
        post, start, end = _post(passage.text, person.end)
        yield PersonMention(person.name, passage.span(person.start, person.end), item, post, passage.span(start, end) if post else None)


@cache
def _post_words() -> re.Pattern[str]:
    roles = lexicon.load("roles")
    return re.compile(f"{roles['officer_words']}|{roles['cabinet_words']}|\\b(?:{roles['chair']}|governor|trustee|leader|member|mayor|mp|inspector|hmi|representative|minister|bishop|headteacher|principal|president|professor|gp|nurse|doctor|constable|sergeant)\\b", re.IGNORECASE)


_BESIDE = re.compile(r"\s*(?:,\s*(?:the\s+|our\s+|an?\s+)?|\s[-–—]\s|\(\s*(?:the\s+)?)(?P<post>[^.;()]{3,160}?)(?=\s*(?:\)|[.;]|$|,\s*(?:who|which|had|was|has|and\s+(?:the|mr|mrs|ms|dr|cllr|councillor)|introduced|presented|gave|to\b)|\s+(?:\(|who\b|introduced\b|presented\b|gave\b|was\b|were\b|had\b|has\b|attended\b|informed\b|advised\b|reported\b|outlined\b|explained\b|provided\b|updated\b|delivered\b|and\s+(?:Mr|Mrs|Ms|Dr|Cllr|Councillor)\b|as\b|at which\b|will\b|would\b|said\b|stated\b|told\b)))", re.IGNORECASE)


def _post(text: str, end: int) -> tuple[str, int, int]:
    """The post that stands in apposition to a name: `Liz Elgar, assistant director safeguarding and family support`; empty where none does."""
    match = _BESIDE.match(text, end)
    if not match:
        return "", 0, 0
    post = match["post"].strip(" ,")
    first = next(people.find(post), None)
    if first is not None:
        post = post[: first.start].rstrip(" ,")
        post = re.sub(r"\s+(?:and|&)$|,\s*$", "", post)
    words = post.split()
    if not words or len(words) > 18 or not _post_words().search(" ".join(words[:9])) or re.search(r"\b(?:declared|seconded|proposed|agreed|asked|that|there|this|it|we|he|she|they|is|are|be|been)\b", post):
        return "", 0, 0
    start = match.start("post")
    return post, start, start + len(post)


def _bodies(passage: Passage, item: Item | None) -> Iterator[BodyMention]:
    for body in bodies.find(passage.text):
        short = _ACRONYM.match(passage.text, body.end)
        acronym = short["short"] if short and _abbreviates(short["short"], body.name) else ""
        yield BodyMention(bodies.tidy(body.name), passage.span(body.start, body.end), item, acronym)


def _abbreviates(short: str, name: str) -> bool:
    """Whether an abbreviation's capitals are, in order, first letters of the name's words."""
    letters = [c.casefold() for c in short if c.isupper()]
    heads = iter(w[0].casefold() for w in re.split(r"[\s/-]+", name) if w)
    return len(letters) >= 2 and all(letter in heads for letter in letters)
