"""A sentence becomes a marked text, in which every date and every body that meets is one sign; a sign leads back to what it stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph_builder.language.dates import Found
from graph_builder.relations.references import reference_dates
from graph_builder.relations.references.reference_bodies import Naming, Who
from graph_builder.relations.references.reference_words import BODY, COUNCIL, DATE, MOST, OTHER

# A full stop inside a number, a time or an abbreviation ends no sentence.
_INNER_STOP = re.compile(r"\.(?=\S)|(?<=\b[ap]\.m)\.|(?<=\b[ap]·m)\.|(?<=\bNo)\.|(?<=\bCllr)\.|(?<=\bMr)\.|(?<=\bDr)\.|(?<=\bSt)\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with signs in it, and where each of its characters stood before."""

    text: str
    places: tuple[int, ...]
    dates: tuple[Found, ...]
    bodies: tuple[Who, ...]

    def dates_in(self, start: int, end: int) -> list[Found]:
        """The dates in a stretch of the marked text."""
        return [self.dates[ord(c) - DATE] for c in self.text[start:end] if DATE <= ord(c) <= DATE + MOST]

    def bodies_in(self, start: int, end: int) -> list[Who]:
        """The bodies in a stretch of the marked text."""
        return [self.bodies[(ord(c) - BODY) % (MOST + 1)] for c in self.text[start:end] if BODY <= ord(c) <= OTHER + MOST]

    def place(self, position: int) -> int:
        """Where a position of the marked text stood in the text before."""
        return self.places[position]


def mark(text: str, naming: Naming, *, near: date | None) -> Marked:
    """The marked text of a sentence; dates without a year take it from `near`."""
    dates = reference_dates.find(text, near=near)[:MOST]
    blank = "".join(_blanked(text, [(d.start, d.end) for d in dates]))
    bodies = [who for who in naming.find(blank)[:MOST] if not any(d.start < who.end and who.start < d.end for d in dates)]
    signs = [(d.start, d.end, chr(DATE + i)) for i, d in enumerate(dates)]
    signs += [(w.start, w.end, chr((BODY if w.meets else OTHER if w.foreign else COUNCIL) + i)) for i, w in enumerate(bodies)]
    return _marked(text, sorted(signs), dates, bodies)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The text with digits in the place of its dates, so that no month is taken into a name."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "0" * (end - start)
    return letters


def _marked(text: str, signs: Sequence[tuple[int, int, str]], dates: Sequence[Found], bodies: Sequence[Who]) -> Marked:
    pieces, places, at = [], [], 0
    for start, end, sign in signs:
        pieces += [_INNER_STOP.sub("·", text[at:end])[: start - at], sign]
        places += [*range(at, start), start]
        at = end
    pieces.append(_INNER_STOP.sub("·", text[at:]))
    places += [*range(at, len(text)), len(text)]
    return Marked("".join(pieces), tuple(places), tuple(dates), tuple(bodies))
