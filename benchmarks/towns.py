"""A town council that never was: its people over twelve years and the papers that name them, made from a seed; with the truth of who is who."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.slugs import slug
from graph_builder.model import Coverage, Document, Id, Literal, Reading, Span, Statement

_START = date(2010, 1, 4)
_PARTIES = ("Conservative", "Labour", "Liberal Democrat", "Green", "Independent")
_COMMITTEES = ("Planning Committee", "Audit Committee", "Licensing Committee", "Scrutiny Panel", "Cabinet", "Council")
_POSTS = ("Clerk", "Director of Place", "Head of Finance", "Democratic Services Officer", "Monitoring Officer", "Planning Officer", "Solicitor")
_SYLLABLES = ("ash", "bar", "cal", "den", "el", "fen", "gar", "hol", "ing", "ket", "lam", "mar", "nor", "pel", "quen", "rad", "sel", "tor", "ul", "wen")
_ENDINGS = (
    "by", "croft", "dale", "field", "ham", "ley", "low", "man", "more", "ridge", "ser", "son", "stock", "thorne", "ton", "ward", "well", "wick", "worth",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the town: `councillor` or `officer`, from the first to the last day of office; the surname changes on the day of a marriage."""

    number: int
    council: str
    sex: str
    given: tuple[str, ...]
    surname: str
    councillor: bool
    first: date
    last: date
    party: str = ""
    post: str = ""
    committees: tuple[str, ...] = ()
    married: date | None = None
    new_surname: str = ""
    new_party: str = ""
    new_title: str = ""

    def surname_on(self, day: date) -> str:
        """The surname of that day."""
        return self.new_surname if self.married and day >= self.married else self.surname


@dataclass(slots=True)
class Town:
    """The papers, and by local id the number of the person who is named."""

    papers: list[Reading] = field(default_factory=list)
    truth: dict[Id, int] = field(default_factory=dict)


def people(count: int, *, seed: int, council: str = "Ashford County Council") -> list[Person]:
    """So many people: four in ten are councillors, a quarter bear a common surname, one in 250 is a namesake, one woman in twenty takes another name."""
    chance = random.Random(seed)
    common = list(lexicon.words("people", "common_surnames"))
    rare = sorted({(a + b + c).capitalize() for a in _SYLLABLES for b in ("", *_SYLLABLES) for c in _ENDINGS})
    chance.shuffle(rare)
    pool = [name.title() if "'" not in name else "O'" + name[2:].title() for name in common] + rare
    spread = [1 / (rank + 50) for rank in range(len(rare))]
    weights = [sum(spread) / 3 / len(common)] * len(common) + spread
    given = {sex: sorted(lexicon.words("people", key)) for sex, key in (("f", "female_given"), ("m", "male_given"))}
    found: list[Person] = []
    for number in range(count):
        sex = chance.choice("fm")
        names = tuple(name.title() for name in chance.sample(given[sex], chance.choice((1, 2, 2, 3))))
        extra = chance.choice(given[sex]).title()
        surname = chance.choices(pool, weights)[0]
        twins = [one for one in found if len(one.given) > 1] if chance.random() < 1 / 250 else []
        if twins:  # a namesake but for the further names, by which papers can tell the two apart
            twin = chance.choice(twins)
            sex, names, surname = twin.sex, (twin.given[0], *(names[1:] or [extra])), twin.surname
        while any(one.surname == surname and one.given[0] == names[0] and min(len(one.given), len(names)) == 1 for one in found):
            names = (chance.choice(given[sex]).title(), *names[1:])
        found.append(_person(number, council, chance, (sex, names, surname)))
    return [_married(person, chance, pool) for person in found]


def _person(number: int, council: str, chance: random.Random, named: tuple[str, tuple[str, ...], str]) -> Person:
    sex, names, surname = named
    start = _START + timedelta(days=chance.randrange(0, 9 * 365))
    end = min(start + timedelta(days=chance.randrange(400, 8 * 365)), date(2021, 12, 31))
    councillor = chance.random() < 0.4
    party = chance.choice(_PARTIES) if councillor else ""
    return Person(
        number, council, sex, names, surname, councillor, start, end, party,
        "" if councillor else chance.choice(_POSTS),
        tuple(chance.sample(_COMMITTEES, 2)),
        new_party=chance.choice(_PARTIES) if councillor and chance.random() < 0.06 else party,
        new_title=(chance.choice(("Dr", "Alderman")) if councillor else "Dr") if chance.random() < 0.05 else "",
    )  # fmt: skip


def _married(person: Person, chance: random.Random, pool: list[str]) -> Person:
    if person.sex != "f" or chance.random() > 1 / 20:
        return person
    day = person.first + (person.last - person.first) / 2
    other = chance.choice(pool)
    return replace(person, married=day, new_surname=chance.choice((other, f"{person.surname}-{other}")))


def town(everybody: list[Person], *, seed: int, papers: int, size: int = 14, start: int = 0) -> Town:
    """So many papers of a council, each of one day and committee, that name those in office in the styles of minutes."""
    chance = random.Random(seed + 1)
    made = Town()
    for number in range(papers):
        day = _START + timedelta(days=chance.randrange(0, 12 * 365))
        committee = chance.choice(_COMMITTEES)
        present = [person for person in everybody if person.first <= day <= person.last and committee in person.committees]
        chance.shuffle(present)
        office = Counter(_sign(person, day) for person in everybody if person.first <= day <= person.last)
        alike = {person.number for person in present if office[_sign(person, day)] > 1}
        made.papers.append(_paper(start + number, day, committee, [(person, person.number in alike) for person in present[:size]], chance, made.truth))
    return made


def _sign(person: Person, day: date) -> tuple[str, str, bool]:
    return person.surname_on(day), person.given[0][0], person.councillor


def _paper(number: int, day: date, committee: str, present: list[tuple[Person, bool]], chance: random.Random, truth: dict[Id, int]) -> Reading:
    digest = f"{number:016x}" + "0" * 48
    council = present[0][0].council if present else "Ashford County Council"
    document = Document(f"{number}.txt", "", digest, digest)
    span = Span(document.id, 0, 1)
    own, met = f"{document.local}/body/{slug(council)}", f"{document.local}/meeting/met"
    said = [
        Statement(own, v.ALT_LABEL, Literal(council), (), "made"),
        Statement(f"id:document/{digest[:16]}", v.OF_COUNCIL, own, (), "made"),
        Statement(met, v.HELD_BY, f"{document.local}/body/{slug(committee)}", (span,), "made"),
        Statement(met, v.EARLIEST, Literal(day.isoformat(), "xsd:date"), (span,), "made"),
    ]
    style, taken = chance.choice((*("initials",) * 8, *("given",) * 7, "titled")), set()
    for person, alike in present:
        name = _name(person, day, style if not alike else "whole", chance)
        local = f"{document.local}/person/{slug(name)}"
        if local not in taken:  # two of one name on one list stand there once
            taken.add(local)
            truth[local] = person.number
            said.extend(_told(local, name, person, day, met))
    return Reading(document, tuple(sorted(said, key=Statement.key)), Coverage(document.id, 1, 1, 0))


def _name(person: Person, day: date, style: str, chance: random.Random) -> str:
    surname = person.surname_on(day)
    title = "Cllr" if person.councillor else {"f": "Mrs", "m": "Mr"}[person.sex]
    if person.new_title and day > person.first + (person.last - person.first) / 2:
        title = person.new_title
    if style == "whole":  # papers tell people of one name who are in office together apart
        return " ".join((title, person.given[0], *(name[0] for name in person.given[1:]), surname))
    if style == "titled" and person.councillor:
        return f"{title} {surname}"
    letters = " ".join(name[0] for name in person.given)
    if style == "initials":
        return f"{title} {letters if chance.random() < 0.8 else letters[0]} {surname}"
    short = chance.choice(_short(person.given[0])) if chance.random() < 0.3 else person.given[0]
    return f"{title} {short} {surname}" if person.councillor else f"{short} {surname}"


def _short(given: str) -> list[str]:
    groups = [group for group in lexicon.load("people")["short_forms"] if group[0] == given.casefold()]
    return sorted({name.capitalize() for group in groups for name in group}) or [given]


def _told(local: Id, name: str, person: Person, day: date, met: Id) -> Iterator[Statement]:
    span = (Span(f"id:text/{local[4:20]}", 0, 1),)
    node = local.replace("/person/", "/attendance/")
    yield Statement(local, v.TYPE, v.PERSON, span, "made")
    yield Statement(local, v.ALT_LABEL, Literal(name), span, "made")
    yield Statement(node, v.ATTENDEE, local, span, "made")
    yield Statement(node, v.AT_MEETING, met, span, "made")
    yield Statement(node, v.CAPACITY, "capacity:member" if person.councillor else "capacity:officer", span, "made")
    changed = day > person.first + (person.last - person.first) / 2
    if person.party:
        yield Statement(local, v.PARTY, Literal(person.new_party if changed else person.party), span, "made")
    if person.post:
        yield Statement(node, v.OF_POST, f"{local.partition('/')[0]}/post/{slug(person.post)}", span, "made")
