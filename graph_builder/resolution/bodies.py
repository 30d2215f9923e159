"""One id for one body: national bodies by list, councils by name, all others by name within the council whose paper names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from graph_builder import lexicon
from graph_builder import vocabulary as v
from graph_builder.language.bodies import council_regex, is_authority, national
from graph_builder.language.councils import is_parish, known
from graph_builder.language.slugs import slug
from graph_builder.model import Id, Literal, Reading

_BOROUGH = re.compile(r"^(?:The\s+)?(?:London\s+|Royal\s+)?Borough\s+of\s+|^City\s+of\s+|^Royal\s+")
_COUNCIL = re.compile(r"\s+(?:(?:Metropolitan\s+)?(?:City\s+and\s+)?(?:County|City|Borough|District|Metropolitan\s+Borough)\s+)?Council$")
_OF_PLACE = re.compile(r"(?:University|Diocese|Archdiocese)\s+of\s+[A-Z]")
# "Children's Board", "Childrens Board" and "Children Board" are one.
_BEFORE = re.compile(r"^(?:[a-z]+\s+)+(?=[A-Z]\w+\s)")
_POSSESSIVE = re.compile(r"['’]s?\b|(?<=\bchildren)s\b", re.IGNORECASE)


def council_of(reading: Reading) -> str:
    """The part of ids that names the council of a paper: its name without "County Council"; `unknown` where nobody names it.

    Many parishes bear one name: where the list of sources says of which district a parish is, its district follows.
    """
    local = next((s.object for s in reading.statements if s.predicate == v.OF_COUNCIL), None)
    names = (s.object.value for s in reading.statements if s.subject == local and s.predicate == v.ALT_LABEL and isinstance(s.object, Literal))
    name = next(names, "")
    district = reading.document.source.district if is_parish(name) and known(reading.document.source.district) else ""
    return "-".join(map(council_slug, filter(None, (name, district)))) if name else "unknown"


def scope_of(reading: Reading) -> str:
    """As `council_of`; papers that name no council share nothing, for two of them may be of two councils: `unknown-63bcec65`."""
    council = council_of(reading)
    return council if council != "unknown" else f"unknown-{reading.document.text_hash[:8]}"


@cache
def _with_kind() -> frozenset[str]:
    return frozenset(name.casefold() for name in lexicon.words("bodies", "kind_in_ids"))


def council_slug(name: str) -> str:
    """A council's part of ids: `worcestershire`, `wereham-parish`; `dorset-county`, which Dorset Council followed, and `cork-city` beside `cork-county`."""
    if name.casefold() in _with_kind():
        return slug(name.rpartition(" ")[0])
    return slug(_COUNCIL.sub("", _BOROUGH.sub("", name)) or name)


def within_council(name: str, council: str) -> str:
    """A body's name without what stands before it: "previous", or its own council's name ("Orme Town Council Finance Committee")."""
    name = _BEFORE.sub("", name)
    words = name.split()
    for count in range(len(words) - 1, 1, -1):
        owner = " ".join(words[:count])
        if council_regex().fullmatch(_cased(owner)) and _is_called(council, _cased(owner)):
            return " ".join(words[count:])
    return name


def _is_called(council: str, name: str) -> bool:
    """Whether a council's part of ids is that of a name, or that name and a parish's district."""
    own = council_slug(name)
    return own == council or (is_parish(name) and council.startswith(f"{own}-"))


def _cased(name: str) -> str:
    """A name in capitals as it would stand in a sentence."""
    return " ".join(word.capitalize() if len(word) > 3 else word.lower() for word in name.split()) if name.isupper() else name


def body_ids(readings: Iterable[Reading], published: Mapping[Id, str]) -> dict[Id, Id]:
    """The final id of each local body; `published` are the labels of published ids, and a body that has such a name keeps the id."""
    kept = {key: found[0] for key, found in _held(published).items()}
    ids: dict[Id, Id] = {}
    for reading in readings:
        council = scope_of(reading)
        for local, names in _bodies(reading).items():
            own = {within_council(name, council) for name in names}
            ids[local] = _id(local, sorted(own, key=lambda name: (-len(name), name)), council)
    # Of several ways of printing one name the first in the alphabet gives the id.
    first: dict[str, Id] = {}
    for final in sorted(set(ids.values()), reverse=True):
        first[_key(final)] = final
    return {local: kept.get(_key(final), first[_key(final)]) for local, final in ids.items()}


def replaced_bodies(published: Mapping[Id, str], ids: Mapping[Id, Id]) -> dict[Id, Id]:
    """The published ids of bodies that are one with another by now, each with the id that remains, where the papers still name it."""
    used = set(ids.values())
    return {gone: found[0] for found in _held(published).values() for gone in found[1:] if found[0] in used}


def _held(published: Mapping[Id, str]) -> dict[str, list[Id]]:
    """By key, the published ids of one body: first the one that remains, which is that of the rule, else the first in the alphabet."""
    held: dict[str, list[tuple[bool, Id]]] = {}
    for id_, label in published.items():
        if id_.startswith("id:body/"):
            rule = _rule(label, id_.split("/")[1] if id_.count("/") > 1 else "")
            held.setdefault(_key(rule), []).append((id_ != rule, id_))
    return {key: [id_ for _, id_ in sorted(found)] for key, found in held.items()}


def _key(final: Id) -> str:
    """An id without the marks in which ways of printing one name differ."""
    council, _, name = final.rpartition("/")
    return f"{council}/{name.replace('-', '')}"


def _bodies(reading: Reading) -> dict[Id, set[str]]:
    """The names of each local body that a statement is about or points to."""
    prefix = f"{reading.document.local}/body/"
    names: dict[Id, set[str]] = {}
    for s in reading.statements:
        for id_ in (s.subject, s.object):
            if isinstance(id_, str) and id_.startswith(prefix):
                names.setdefault(id_, set())
        if s.subject in names and s.predicate == v.ALT_LABEL and isinstance(s.object, Literal):
            names[s.subject].add(s.object.value)
    return names


def _id(local: Id, names: Sequence[str], council: str) -> Id:
    """National where one of the names is, a council where one is, else by the first name."""
    known = next(filter(None, map(national, names)), None)
    if known:
        return f"id:body/{known[1]}"
    own = next(filter(is_authority, names), None)
    if own:
        return f"id:council/{council if _is_called(council, own) else council_slug(own)}"
    return _rule(names[0] if names else local.rsplit("/", 1)[-1], council)


def _rule(name: str, council: str) -> Id:
    """By name within the council; what bears a place's name and works beyond councils, as a police force does, by name alone."""
    place = slug(_POSSESSIVE.sub("", name))
    if name.casefold() in lexicon.words("bodies", "whole_council"):
        return f"id:body/{council}/council"
    return f"id:body/{place}" if _beyond(name) else f"id:body/{council}/{place}"


def _beyond(name: str) -> bool:
    """Whether a body is known by its name alone wherever it is named: its kind works for whole regions, and a word before it tells which."""
    words = lexicon.words("bodies", "beyond_councils")
    if _OF_PLACE.match(name):
        return True
    head = next((head for head in words if name.casefold().endswith(f" {head}")), None)
    if head is None:
        return False
    before = [word.casefold() for word in re.findall(r"[\w'’-]+", name[: -len(head)])]
    general = {*lexicon.words("bodies", "generic"), *lexicon.words("bodies", "beyond_general")}
    return any(word not in general for word in before)
