"""Who the words of a paper mean where somebody acts, asks or is asked: people, posts, bodies, groups; with the ids of those that the paper knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from graph_builder.language import bodies, people
from graph_builder.language.dates import MONTHS, WEEKDAYS
from graph_builder.language.names import parse
from graph_builder.language.sentences import split
from graph_builder.model import Id
from graph_builder.relations.context import Context
from graph_builder.relations.doer_words import (
    APPOSED,
    ARTICLE,
    JOINS,
    PRONOUNS,
    acts_itself,
    is_acronym,
    is_headed,
    is_relative,
    is_thing,
    may_be,
    speaking,
    starts,
    tokens_of,
)

_ASIDE = re.compile(r"\([^()]*\)")
_IN_NAMES = frozenset(("of", "and", "the", "&", "for", "de", "la"))
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
# "(10.5.1) Clerk", "C32/16 Councillor Bell": the number of a minute is no part of who acts.
_REFERENCE = re.compile(r"\(?[A-Z]{0,4}\d[\w./-]*\)?\s")
_SAYS = re.compile(r"\s*(?:that\s*)?")
_SENTENCE_END = re.compile(r"[.!?]\s")
_AND = re.compile(r"\band(?:\s+(?:then|also|further))?$")
_FINITE = re.compile(r"had|has|have|was|were|is|then|also|[a-z]+ed|said|gave|told|spoke|felt|took|met|brought|read|thought|sent|left|made")
_POLICE = re.compile(r"(?:(?:W?PC|PCSO|P\.C\.|Sgt|Insp|Supt)\b|(?:Chief\s+|Police\s+)*(?:Constable|Sergeant|Inspector|Superintendent)\s)", re.IGNORECASE)
# Given names that are words besides: "Grant to be applied for", "Bill to pay".
_NO_GIVEN = frozenset("Grant Bill Will Mark May April June August Summer Autumn Hope Faith Grace Joy Dale Glen Heath Cliff Chase Drew Pat Sue Art".split())


class Doer(NamedTuple):
    """Words that mean somebody, with their place in the text."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doers:
    """Finds who acts in one paper."""

    context: Context
    initials: dict[str, Id]
    given: dict[str, Id]
    """Given names that one person of the paper alone has."""
    members: frozenset[Id]
    """The elected members of the paper."""

    @staticmethod
    def of(context: Context) -> Doers:
        """The finder for a paper, with the initials that its lists print, or that one person of them alone has."""
        printed: dict[str, Id] = {}
        derived: dict[str, set[Id]] = {}
        for entry in context.paper.entries:
            who = context.people.entry(entry.name, entry.capacity) if entry.name else None
            if entry.name is None or who is None:
                continue
            if entry.initials:
                printed[entry.initials] = who
            if entry.name.initials:
                derived.setdefault(entry.name.initials + entry.name.surname[:1].upper(), set()).add(who)
        given: dict[str, set[Id]] = {}
        people_of = context.people.clusters()
        for cluster in people_of:
            for first in {name.given.split()[0] for name, _ in cluster.names if name.has_given}:
                given.setdefault(first, set()).add(context.people.id(cluster))
        return Doers(
            context,
            _alone(derived) | printed,
            {first: who for first, who in _alone(given).items() if len(first) > 2 and first not in _NO_GIVEN and not first.isupper()},
            frozenset(context.people.id(cluster) for cluster in people_of if cluster.is_member),
        )

    def before(self, text: str, end: int) -> Doer | None:
        """Whoever the words just before an offset mean: the longest such stretch within the clause."""
        stop = len(text[:end].rstrip(" ,"))
        for _, first in starts(text, stop):
            number = _REFERENCE.match(text[first:stop])
            start = first + (number.end() if number else 0)
            words = text[start:stop]
            apposed = APPOSED.match(words)
            if not self.means(apposed["name"] if apposed else words):
                continue
            lead = ARTICLE.match(words)
            begin = start + (lead.end() if lead else 0)
            return Doer(text[begin : start + apposed.end("name") if apposed else stop].strip(" ,("), first if number else begin, stop)
        return None

    def means(self, words: str) -> bool:
        """Whether some words mean somebody who can act."""
        tokens = tokens_of(words)
        if len(tokens) == 1 and tokens[0].casefold() in PRONOUNS:
            return True
        if tokens and tokens[0] in {"Will", "May"} and (name := parse(words.strip(" ,"))) and self.context.people.find(name):
            return True
        if not tokens or acts_itself(tokens) or (len(tokens) > 1 and all(is_acronym(token) for token in tokens)):
            return False
        bare = _ASIDE.sub("", ARTICLE.sub("", words.strip(" ,")))
        return is_headed(tokens) or (bool(re.search(r"[A-Za-z]{2}", bare)) and all(self._is_somebody(part) for part in JOINS.split(bare) if part.strip()))

    def _is_somebody(self, words: str) -> bool:
        """Whether words are a name or a post, one of several that act together."""
        tokens = tokens_of(words)
        return self._is_named(words) or (bool(tokens) and is_headed(tokens))

    def _is_named(self, words: str) -> bool:
        """Whether words are a name: of a person, by initials, by an abbreviation, of a body, or in capitals."""
        part = words.strip(" ,.'\"")
        if part in {*self.initials, *self.given} or is_acronym(part) or bodies.national(part) or self.context.bodies.id(part) in self.context.bodies.names:
            return True
        name = parse(part)
        if name and (name.title or self.context.people.find(name) or next((p.sure for p in people.find(part)), False)):
            return True
        capitals = [word for word in part.split() if word.casefold() not in _IN_NAMES]
        named = all(word[0].isupper() and not word.isupper() and word.casefold() not in _CALENDAR for word in capitals)
        return named and 1 < len(capitals) <= 6 and not is_thing(capitals[-1])

    def speaker(self, text: str, end: int, pronoun: str) -> Doer | None:
        """Whoever was last said to speak before an offset: whom "he", "she" or "they" means; without a pronoun, anybody."""
        for match in reversed(list(speaking().finditer(text, 0, end))):
            who = self.before(text, match.start())
            if who and who.words.casefold() not in PRONOUNS and not is_relative(text[: who.start]) and may_be(pronoun, who.words):
                return who
            opens = self._opens(text, match.start(), pronoun) if who is None and _AND.search(text[: match.start()]) else None
            if opens or (who is None and _AND.search(text[: match.start()]) and not _SENTENCE_END.search(text, match.end(), end)):
                return opens  # of a sentence that goes on "and said" nobody who spoke before it is meant
            if who is None and pronoun and _SAYS.fullmatch(text, match.end(), end):
                return None  # whoever says it of himself is named in words that mean nobody here
        return None

    def names_somebody(self, text: str) -> bool:
        """Whether a stretch of text names a person: by name, by initials of the paper, by a given name."""
        words = set(re.findall(r"[A-Z][\w'’-]*", text))
        return bool(words & {*self.initials, *self.given}) or any(found.sure or found.name.title for found in people.find(text))

    def _opens(self, text: str, end: int, pronoun: str) -> Doer | None:
        """Whoever the sentence begins with that goes on "and said": nobody who spoke before it."""
        start = _sentence_start(text, end)
        words = text[start:end].split()
        for count in range(1, min(len(words), 10)):
            piece = " ".join(words[:count])
            if _FINITE.fullmatch(words[count]) and self.means(piece) and piece.casefold() not in PRONOUNS and may_be(pronoun, piece):
                return Doer(ARTICLE.sub("", piece).strip(" ,("), start, start + len(piece))
        return None

    def ids(self, words: str) -> tuple[Id, ...]:
        """The people and bodies that the words name and the paper knows, in their order."""
        bare = ARTICLE.sub("", words.strip(" ,."))
        whole = self._body(bare) or self._person(bare)
        if whole:
            return (whole,)
        found = [self._person(part) for part in JOINS.split(bare) if part.strip()]
        return tuple(id_ for id_ in found if id_)

    def all_of(self, words: str) -> tuple[Id, ...]:
        """The people and bodies that the words name, where the paper knows each of them; else none: "the Clerk and Cllr Bell" are not Cllr Bell."""
        bare = ARTICLE.sub("", words.strip(" ,."))
        whole = self._body(bare)
        parts = [part for part in JOINS.split(_ASIDE.sub("", bare)) if part.strip()]
        if whole or len(parts) < 2:
            return self.ids(words)
        found = [self._body(part) or self._person(part) for part in parts]
        return tuple(id_ for id_ in found if id_) if all(found) else ()

    def _person(self, words: str) -> Id | None:
        bare = _ASIDE.sub("", words).strip(" ,.")
        if bare in self.initials:
            return self.initials[bare]
        if bare in self.given:
            return self.given[bare]
        found = next(iter(people.find(bare)), None)
        name = parse(bare) or (found.name if found and found.start == 0 and found.end >= len(bare) - 1 else None)
        who = self.context.people.find(name) if name else None
        # "PC Dunn" is not Councillor C Dunn
        return None if who in self.members and _POLICE.match(bare) else who

    def _body(self, words: str) -> Id | None:
        """The body that words mean: by name, by the paper's abbreviation, or as the body that meets."""
        known = self.context.bodies
        if words in known.acronyms:
            return known.id(known.acronyms[words][0])
        if is_acronym(words) and (defined := self._defined(words)):
            return defined
        if bodies.national(words):
            return known.id(words)
        named = (known.id(name) for name in (words, bodies.tidy(words)) if known.id(name) in known.names)
        return self._own(words) or next(named, None)

    def _own(self, words: str) -> Id | None:
        """The body that meets, or its council, where the words are general ones for it: "the Panel", "the Council"."""
        header = self.context.paper.header
        parts = {part.casefold() for part in re.findall(r"[A-Za-z-]+", words)}
        own = {part.casefold() for part in re.findall(r"[A-Za-z-]+", header.body.value if header.body else "")}
        if parts == {"council"} and "council" not in own:
            return self.context.council_id
        general = parts & own and parts <= own | {"scrutiny", "full", "whole"} and _same_head(words, header.body.value if header.body else "")
        return self.context.body_id if general and bodies.meeting_head().search(words) else None

    def _defined(self, letters: str) -> Id | None:
        """The body for which the paper says that some letters stand: "Overview and Scrutiny Performance Board (OSPB)"."""
        document = self.context.paper.document
        run = r"(?P<words>(?:[A-Z][\w'’-]+\s+(?:(?:and|of|for|the|&)\s+)*){2,9})"
        for match in re.finditer(rf"{run}\((?:the\s+)?[\"'“]?{re.escape(letters)}[\"'”]?\)", document.text):
            words = list(re.finditer(r"[A-Z][\w'’-]+", match["words"]))
            start = match.start("words") + words[-len(letters)].start() if len(words) >= len(letters) else match.end()
            name = " ".join(document.text[start : match.end("words")].split())
            if "".join(re.findall(r"\b[A-Z]", name)) == letters and bodies.meeting_head().search(name):
                return self.context.bodies.seen(name, document.span(start, match.end("words")), letters)
        return None


def _alone(shared: dict[str, set[Id]]) -> dict[str, Id]:
    """The names that belong to one person alone."""
    return {name: next(iter(ids)) for name, ids in shared.items() if len(ids) == 1}


def _same_head(words: str, own: str) -> bool:
    """Whether words have the head of a body's name: "the Cabinet" is not the Cabinet Scrutiny Committee."""
    last = [re.findall(r"[a-z]+", text.casefold())[-1:] for text in (words, own)]
    return last[0] == last[1] or not bodies.meeting_head().search(" ".join(last[1]))


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that goes on until a place."""
    return [0, *(sentence.start for sentence in split(text[:at]))][-1]
