"""Patterns from `data/patterns/`, made ready to be matched: words in angle brackets stand for the lists of their file, of the lexicon, or of the caller."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from graph_builder import lexicon

_PLACE = re.compile(r"<([A-Z][A-Z-]*[A-Z])>")


class Form(NamedTuple):
    """A pattern as its file has it, with a sentence that it must read and one that it must not."""

    name: str
    pattern: str
    exact: bool
    reads: str
    leaves: str


@cache
def forms(file: str) -> dict[str, Form]:
    """The patterns of a file by name."""
    return {
        entry["name"]: Form(entry["name"], entry["form"], entry.get("case") == "exact", entry.get("reads", ""), entry.get("not", ""))
        for entry in _load(file)["patterns"]
    }


@cache
def form(file: str, name: str) -> re.Pattern[str]:
    """A pattern of a file, compiled; white space in it is for the eye alone."""
    found = forms(file)[name]
    return re.compile(_filled(file, found.pattern), re.VERBOSE | re.DOTALL | (re.NOFLAG if found.exact else re.IGNORECASE))


def _filled(file: str, pattern: str) -> str:
    """A pattern with its words put in; those may hold others."""
    while _PLACE.search(pattern):
        pattern = _PLACE.sub(lambda place: _words(file, place[1]), pattern)
    return pattern


@cache
def _words(file: str, name: str) -> str:
    """What a word in angle brackets stands for: a pattern of the file, or `list: [lexicon, key]`, the words of a list of the lexicon."""
    told = _load(file)["words"][name]
    if isinstance(told, str):
        return told
    source, key = told["list"]
    entries = lexicon.load(source)[key]
    if isinstance(entries, str):
        return entries
    return "|".join(_worded(word, entries[word] if isinstance(entries, dict) and told.get("with") else "") for word in lexicon.words(source, key))


def _worded(word: str, behind: str) -> str:
    """A word of a list, with what must stand behind it."""
    plain = re.escape(word).replace(r"\ ", r"\s+")
    return rf"{plain}\b\s+(?:{behind})" if behind else rf"{plain}\b"


@cache
def _load(file: str) -> Any:
    return lexicon.read_yaml(lexicon.data_dir() / "patterns" / f"{file}.yml")
