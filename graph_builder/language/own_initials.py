"""A name in, the same out without the letters behind it by which its paper calls whoever bears it: "Nora Quill NQ", "Kim O'Dell KOD"."""

from __future__ import annotations

import re

from graph_builder import lexicon

_NAME = r"[A-ZÀ-Þ][a-zß-ÿ'-]+(?:\s[A-ZÀ-Þ]\.?)?(?:\s[A-ZÀ-Þ][\w'-]*[a-zß-ÿ])+"
_CALLED = re.compile(rf"(?P<name>{_NAME})\s+\(?(?P<letters>[A-Z]{{2,4}})\)?")


def without(text: str) -> str:
    """The name alone, where the letters behind it may be its own initials and no honour."""
    match = _CALLED.fullmatch(text)
    if match is None or match["letters"].casefold() in lexicon.words("people", "honours"):
        return text
    name, letters, words = match["name"], match["letters"], match["name"].split()
    capitals = iter("".join(filter(str.isupper, name)))
    of_name = letters[0] == name[0] and letters[-1] in "".join(filter(str.isupper, words[-1]))
    # "Nora Quill NDQ": her second name stands nowhere
    own = of_name and (all(letter in capitals for letter in letters) or len(letters) > len(words))
    return name if own else text
