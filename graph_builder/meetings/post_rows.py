"""Rows of a list that are a post, a colon and several names become entries: "Directors: T Ford, U Vale", each row on its own line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from graph_builder.language.lists import chunks
from graph_builder.language.names import Name, parse
from graph_builder.language.passages import Passage
from graph_builder.meetings.details import Draft, add, entry
from graph_builder.meetings.labels import Label
from graph_builder.meetings.posts_first import is_post
from graph_builder.paper import Entry

_ROW = re.compile(r"(?P<post>[A-Z][\w '’&/-]{2,60}?)\s*:\s+(?=\S)")
_RUNS_ON = re.compile(r"(?:,|\band|&)\s*$")
_PLURAL = re.compile(r"(?:\w+\s+)*\w{3,}s(?:\s+(?:of|for)\s.*)?$", re.IGNORECASE)
_SEVERAL: Final = 2


def split(passage: Passage) -> list[tuple[str, Passage]]:
    """The rows of a list with their posts, and what stands between them with none; nothing where no row has several names."""
    found: list[tuple[str, Passage]] = []
    most = 0
    for line in _lines(passage):
        row = _ROW.match(line.text)
        names = _names(line.cut(row.end())) if row and is_post(row["post"]) and not parse(row["post"]) else []
        most = max(most, len(names))
        if row and names:
            found.append((row["post"], line.cut(row.end())))
        elif found and not found[-1][0]:
            found[-1] = ("", passage.cut(passage.text.index(found[-1][1].text), passage.text.index(line.text) + len(line.text)))
        else:
            found.append(("", line))
    return found if most >= _SEVERAL else []


def read(passage: Passage, post: str, label: Label) -> Iterator[Entry]:
    """The entries of the names of a row; a post of one person is that of the first alone."""
    shared = bool(_PLURAL.fullmatch(post))
    for number, part in enumerate(chunks(passage.text)):
        name = parse(part.text)
        if name is None:
            continue
        draft = Draft(part, name, part.end, details=[post] if shared or number == 0 else [])
        for bracket in part.brackets:
            add(draft, bracket, bracketed=True)
        yield entry(passage, draft, label)


def _lines(passage: Passage) -> Iterator[Passage]:
    """The lines of a list, those that run on with the next ones."""
    start = 0
    for mark in (*re.finditer(r"\n", passage.text), None):
        end = mark.start() if mark else len(passage.text)
        if mark and _RUNS_ON.search(passage.text, start, end):
            continue
        if passage.text[start:end].strip():
            yield passage.cut(start, end)
        start = mark.end() if mark else end


def _names(passage: Passage) -> list[Name]:
    """The names of a row that is nothing but names with initials, given names or titles; else none."""
    names = [parse(part.text.rstrip(" .")) for part in chunks(passage.text)]
    whole = [name for name in names if name and (name.title or name.given)]
    return whole if len(whole) == len(names) else []
