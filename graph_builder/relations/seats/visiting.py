"""Somebody on the list of those present goes in; out comes whether words beside the name tell that it is no member who came, or who only opened the meeting."""

from __future__ import annotations

import re
from typing import Final

from graph_builder import lexicon
from graph_builder.language.bodies import council_regex
from graph_builder.language.councils import is_parish
from graph_builder.paper import Entry
from graph_builder.relations.context import Context

_PARLIAMENTS: Final = frozenset("MP MSP MLA MEP TD MS AM".split())
_ASIDE = r"\s*[,(–—-]\s*(?:the\s+)?"
_OF_ANOTHER = re.compile(rf"{_ASIDE}(?:County|Boro(?:ugh|['’])?|District|City|Ward)\s+(?:Council\s+)?(?:Councillor|Cllr|Member)\b", re.IGNORECASE)
_COUNCIL = re.compile(rf"{_ASIDE}(?=[A-Z])")
_FOR_MP = re.compile(r"\s*\((?:[^()]*\b(?:MP|MSP|MLA|TD)(?:['’]s)?\s+(?:representative|office|staff)|representing\s[^()]*\b(?:MP|MSP|MLA|TD))\b")
_AUTHORITY = re.compile(r"\b(?:council|(?:municipal|borough|metropolitan)\s+district)\b", re.IGNORECASE)
# Who takes the chair until one is elected.
_OPENS = re.compile(r"\b(?:clerk|meetings?\s+administrator|returning\s+officer|monitoring\s+officer|county\s+manager|democratic\s+services)\b", re.IGNORECASE)
_BEHIND: Final = 90


def visits(entry: Entry, context: Context) -> bool:
    """Whether somebody who is listed as present is of another council or of a parliament, and so no member of the council that meets."""
    if entry.name is None or entry.name_span is None or entry.status == "member":
        return False
    names = [field.value for field in (context.paper.header.council, context.paper.header.body) if field]
    behind = context.paper.document.text[entry.name_span.end : entry.name_span.end + _BEHIND].split("\n")[0]
    honours = set(entry.name.honours.replace(".", "").replace(",", " ").split())
    if any(map(_AUTHORITY.search, names)) and ((honours & _PARLIAMENTS and not entry.name.is_councillor) or _FOR_MP.match(behind)):
        return True
    return any(map(is_parish, names)) and not entry.role and (bool(_OF_ANOTHER.match(behind)) or _is_of_council(behind, names))


def _is_of_council(behind: str, names: list[str]) -> bool:
    """Whether the name of another council stands behind a name: "Cllr Ann Roe, Vale County Council"."""
    mark = _COUNCIL.match(behind)
    named = council_regex().match(behind, mark.end()) if mark else None
    return named is not None and not any(named.group().casefold() in name.casefold() for name in names)


def opens(entry: Entry, context: Context) -> bool:
    """Whether an officer presides until a chair is elected: "In the chair: Director of Service, Ann Roe"."""
    body = context.paper.header.body
    officer = re.compile(lexicon.load("roles")["officer_words"], re.IGNORECASE)
    of_council = body is not None and bool(_AUTHORITY.search(body.value)) and not (entry.name and entry.name.is_councillor)
    return bool(_OPENS.search(entry.post)) or (of_council and bool(officer.search(entry.post)))
