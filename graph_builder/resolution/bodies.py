"""One id for one body: national bodies by list, councils by name, all others by name within the council whose paper names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph_builder import vocabulary as v
from graph_builder.language.bodies import council_regex, national
from graph_builder.model import Id, Literal, Reading
from graph_builder.language.slugs import slug


def council_of(reading: Reading) -> str:
    """The part of ids that names the council of a paper: its name without "County Council"; `unknown` where nobody names it."""
    local = next((s.object for s in reading.statements if s.predicate == v.OF_COUNCIL), None)
    name = next((s.object.value for s in reading.statements if s.subject == local and s.predicate == v.ALT_LABEL and isinstance(s.object, Literal)), "")
    return council_slug(name) if name else "unknown"


def council_slug(name: str) -> str:
    """A council's part of ids: `worcestershire`, `wereham-parish`, `limerick`."""
    short = re.sub(r"^(?:The\s+)?(?:London\s+|Royal\s+)?Borough\s+of\s+|^City\s+of\s+|^Royal\s+", "", name)
    short = re.sub(r"\s+(?:(?:Metropolitan\s+)?(?:City\s+and\s+)?(?:County|City|Borough|District|Metropolitan\s+Borough)\s+)?Council$", "", short)
    return slug(short or name)


def body_ids(readings: Sequence[Reading]) -> dict[Id, Id]:
    """The final id of each local body."""
    ids: dict[Id, Id] = {}
    for reading in readings:
        council = council_of(reading)
        names: dict[Id, set[str]] = {}
        for s in reading.statements:
            if s.predicate == v.ALT_LABEL and isinstance(s.object, Literal) and s.subject.startswith(f"{reading.document.local}/body/"):
                names.setdefault(s.subject, set()).add(s.object.value)
        mentioned = {o for s in reading.statements for o in (s.subject, s.object) if isinstance(o, str) and o.startswith(f"{reading.document.local}/body/")}
        for local in sorted(mentioned):
            ids[local] = _id(local, sorted(names.get(local, ()), key=lambda n: (-len(n), n)), council)
    return ids


def _id(local: Id, names: list[str], council: str) -> Id:
    for name in names:
        known = national(name)
        if known:
            return f"id:body/{known[1]}"
    for name in names:
        if council_regex().fullmatch(name):
            return f"id:council/{council_slug(name)}"
    name = names[0] if names else local.rsplit("/", 1)[-1]
    key = re.sub(r"['’]s?\b", "", name)
    return f"id:body/{council}/{slug(key)}"
