"""A citation in, text out: in Harvard style, as BibTeX, or as CSL JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from graph_builder.citations.citation import Citation
from graph_builder.language.dates import MONTHS

_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_TEX: Final = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_", "~": r"\~{}", "^": r"\^{}"}


def harvard(citation: Citation) -> str:
    """Author (year) Title, day, minute, page: quote, address; then the file by its hash and the release, by which it can be found again."""
    day = _DAY.fullmatch(citation.date)
    author, year = citation.council or citation.body or citation.document, day[1] if day else "no date"
    place = [_long(citation.date)] if day else []
    place += [f"{'minute' if citation.kind == 'minutes' else 'item'} {citation.item}"] if citation.item else []
    place += [f"p. {citation.page}"] if citation.page else []
    where = f", {', '.join(place)}" if place else ""
    address = f" Available at: {citation.url}" if citation.url else ""
    stop = "" if citation.quote.endswith((".", "?", "!")) else "."
    return f"{author} ({year}) {_title(citation)}{where}: “{citation.quote}”{stop}{address} {_anchor(citation)}\n"


def bibtex(citation: Citation) -> str:
    """One `@misc` entry; its note holds what finds the words again."""
    day = _DAY.fullmatch(citation.date)
    fields = {
        "author": f"{{{_tex(citation.council or citation.body)}}}",
        "title": _tex(_title(citation)),
        "year": day[1] if day else "",
        "month": str(int(day[2])) if day else "",
        "day": str(int(day[3])) if day else "",
        "pages": _tex(citation.page),
        "url": citation.url,
        "annote": f"“{_tex(citation.quote)}”",
        "note": _tex(_anchor(citation)),
    }
    key = f"{re.sub(r'[^a-z0-9]+', '-', (citation.council or citation.document).casefold()).strip('-')}-{citation.date or 'nd'}-{citation.file_hash[:8]}"
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value not in ("", "{}"))
    return f"@misc{{{key},\n{lines}}}\n"


def csl(citation: Citation) -> str:
    """CSL JSON (https://citeproc-js.readthedocs.io): a list with one item."""
    day = _DAY.fullmatch(citation.date)
    item: dict[str, Any] = {
        "id": citation.claim or citation.file_hash[:16],
        "type": "document",
        "title": _title(citation),
        "author": [{"literal": citation.council or citation.body}] if citation.council or citation.body else [],
        "issued": {"date-parts": [[int(part) for part in day.groups()]]} if day else {},
        "page": citation.page,
        "URL": citation.url,
        "annote": f"“{citation.quote}”",
        "note": _anchor(citation),
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=1) + "\n"


def _title(citation: Citation) -> str:
    kind = (citation.kind or "paper").capitalize()
    return f"{kind} of the {citation.body}" if citation.body else f"{kind} {citation.document}"


def _long(date: str) -> str:
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1].capitalize()} {year}"


def _anchor(citation: Citation) -> str:
    """What finds the words again in any release: the file by its SHA-256, the page, the release."""
    page = f", page {citation.page}" if citation.page else ""
    return f"[{citation.document}, sha256:{citation.file_hash}{page}, release {citation.release}]"


def _tex(text: str) -> str:
    return "".join(_TEX.get(letter, letter) for letter in text)


FORMS: Final[Mapping[str, Callable[[Citation], str]]] = {"text": harvard, "bibtex": bibtex, "csl": csl}
