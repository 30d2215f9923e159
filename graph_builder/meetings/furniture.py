"""Lines that carry no content, found by name: page marks, links, signature lines, front matter."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from graph_builder import lexicon
from graph_builder.language.passages import Line

_TAIL = re.compile(r"\s*(?:pdf icon )?pdf\s+\d+(?:\.\d+)?\s*[km]b\b.*$|\s*\(?previously circulated\)?$", re.IGNORECASE)

_SHARE = re.compile(r"(\d{1,4})\s*/\s*(\d{1,4})")

# One line is asked about several times while a paper is divided; no heading and no furniture is longer.
_REMEMBERED: Final = 4096
_LONGEST: Final = 1000


@cache
def _patterns() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in lexicon.load("layout")["furniture"].values()), re.IGNORECASE)


@lru_cache(maxsize=_REMEMBERED)
def is_furniture(text: str) -> bool:
    """Whether a clean line is furniture; "77/21" is a minute number, and no page of twenty-one."""
    share = _SHARE.fullmatch(text)
    return len(text) <= _LONGEST and bool(_patterns().fullmatch(text)) and not (share and int(share[1]) > int(share[2]))


@lru_cache(maxsize=_REMEMBERED)
def furniture_kind(text: str) -> str:
    """The name of the kind of furniture that a clean line is; empty where it is none."""
    if not is_furniture(text):
        return ""
    patterns = lexicon.load("layout")["furniture"].items()
    return next(str(name) for name, pattern in patterns if re.fullmatch(pattern, text, re.IGNORECASE))


def without_tail(text: str) -> str:
    """A title without the size of the file that is linked beside it."""
    return _TAIL.sub("", text)


def front_matter(lines: tuple[Line, ...], raw: str) -> int:
    """How many lines at the top are a YAML front matter between two lines of dashes."""
    if not raw.startswith("---\n"):
        return 0
    end = raw.find("\n---", 4)
    return sum(1 for line in lines if end > 0 and line.passage.span().start < end)


@cache
def _heading() -> re.Pattern[str]:
    """A heading that many councils use, at the head of a line."""
    return re.compile("(?:" + "|".join(lexicon.load("layout")["headings"]) + r")(?=$|[\s:.,;(–-])", re.IGNORECASE)


@cache
def sentence_start() -> re.Pattern[str]:
    """The beginning of a sentence behind a run-on heading."""
    return re.compile(r"(?<=[\w)'])\s+(?=" + "|".join(lexicon.load("layout")["sentence_starts"]) + ")")


@lru_cache(maxsize=_REMEMBERED)
def known_heading(text: str) -> int:
    """The length of the known heading at the head of a text, 0 where there is none."""
    match = _heading().match(text, 0, _LONGEST)
    return match.end() if match else 0
