"""Double surnames that one paper of a council tells surely go in with the people; out they come with those surnames in all its papers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph_builder.language.names import Name, fold, known_given
from graph_builder.resolution.profiles import Profile


def with_doubles(people: Sequence[Profile]) -> list[Profile]:
    """The people, of whom "Richard Lloyd Jones" bears the surname Lloyd Jones where the council's papers know an R T Lloyd Jones or a Lloyd-Jones.

    A known given name and a surname ("Lloyd Jones") stay what they are: they may be somebody else's.
    """
    known: dict[str, set[str]] = {}
    for person in people:
        for name in person.names.values():
            words = fold(name.surname).replace("-", " ").split()
            if len(words) == 2 and "'" not in name.surname:
                known.setdefault(person.scope, set()).add(" ".join(words))
    return [_reread(person, known[person.scope]) if person.scope in known else person for person in people]


def _reread(person: Profile, doubles: set[str]) -> Profile:
    names = {form: _with_double(name, doubles) for form, name in person.names.items()}
    return person if names == person.names else replace(person, names=names)


def _with_double(name: Name, doubles: set[str]) -> Name:
    before, _, last = name.given.rpartition(" ")
    if fold(f"{last} {name.surname}") not in doubles or (not before and known_given(last)):
        return name
    return replace(name, given=before, surname=f"{last} {name.surname}")
