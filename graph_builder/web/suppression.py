"""The list of what nobody may see in, what is taken out of a running server's answers until the next build out."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from graph_builder.language.names import fold
from graph_builder.language.slugs import slug
from graph_builder.masks import MASK
from graph_builder.vocabulary import expand
from graph_builder.web.addresses import path_of
from graph_builder.web.edition import Edition

NAMES: Final = ("skos:prefLabel", "skos:altLabel", "foaf:name")
CLOSED: Final = "something here was withdrawn after this build; its data come back with the next one"


class Suppression:
    """What is suppressed at this moment, by id and by name; `listed` is asked at each request."""

    def __init__(self, listed: Callable[[], frozenset[str]]) -> None:
        self._listed = listed
        self._of = lru_cache(maxsize=4)(_withdrawn)

    def withdrawn(self, edition: Edition) -> frozenset[str]:
        """The ids of things of this edition that are suppressed: its data are closed while there are any."""
        return self._of(edition, self._listed())

    def gone(self, edition: Edition, curie: str) -> bool:
        """Whether this id is withdrawn: listed, or the id of somebody whose name is listed."""
        return curie in self.withdrawn(edition) or any(curie == what or _is_made_of(curie, what) for what in self._listed())

    def masked(self, edition: Edition, page: str) -> str:
        """A page without the names and ids of what is withdrawn."""
        found = self.withdrawn(edition)
        return _words(edition, found).sub(MASK, page) if found else page


def _withdrawn(edition: Edition, listed: frozenset[str]) -> frozenset[str]:
    ids = {what for what in listed if what.startswith("id:") and edition.labels.exists(what)}
    names = {what.casefold() for what in listed if not what.startswith("id:")}
    return frozenset(ids | {curie for curie, name in edition.names if name.casefold() in names})


@lru_cache(maxsize=4)
def _words(edition: Edition, found: frozenset[str]) -> re.Pattern[str]:
    words = {name for curie in found for predicate in NAMES for name in edition.labels.values(curie, predicate)}
    places = {form for curie in found for form in (curie, expand(curie), path_of(curie))}
    places |= {curie.rpartition("/")[2] for curie in found if curie.startswith("id:person/")}  # ids of what somebody did have it too
    forms = sorted((html.escape(word) for word in {*words, *places} if word), key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in forms), re.IGNORECASE)


def _is_made_of(curie: str, name: str) -> bool:
    """Whether a person's id has the surname and the initials of a name: `id:person/x/oborski-f-m` and `Mrs F M Oborski`."""
    if not curie.startswith("id:person/") or name.startswith("id:"):
        return False
    own, words = curie.rpartition("/")[2], [word.strip(".,'’") for word in name.split() if word.strip(".,'’")]
    for count in range(1, len(words) + 1):  # a surname may have several words
        surname, rest = slug(" ".join(words[-count:])), own.removeprefix(slug(" ".join(words[-count:])))
        given = {fold(word)[:1] for word in words[:-count]}
        if own.startswith(surname) and rest[:1] in ("", "-") and given >= {initial[0] for initial in rest.split("-") if initial}:
            return True
    return False
