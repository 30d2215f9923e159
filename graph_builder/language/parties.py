"""The words in brackets behind a name go in; out comes the party that they are, under the one name that stands for all its forms."""

from __future__ import annotations

from functools import cache

from graph_builder import lexicon
from graph_builder.language.names import fold


@cache
def _forms() -> dict[str, str]:
    return {fold(form): str(group[0]) for group in lexicon.load("people")["parties"] for form in group}


def party(words: str) -> str:
    """The party that words are the name of, in small letters ("labour" for "Lab"); empty where they are none."""
    return _forms().get(fold(words.strip(" .")), "")
