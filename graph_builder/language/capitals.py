"""A word in capitals goes in; out comes whether it can be spoken, as a name, or only spelt, as an abbreviation, and how it is written otherwise."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[^\W\d_]+")
_FEW = re.compile(r"[A-Z]{2,4}")


def is_abbreviation(word: str) -> bool:
    """Whether a word of two to four capitals cannot be spoken, as "PCT" and "SEND" without a vowel behind the first letter."""
    return bool(_FEW.fullmatch(word)) and not any(c in "AEIOUY" for c in word[1:])


def vowelled(word: str) -> bool:
    """Whether a word holds a vowel and a consonant, so that it can be spoken."""
    return {letter in "AEIOUYÁÉÍÓÚ" for letter in word} == {True, False}


def cased(word: str) -> str:
    """A name printed in capitals in ordinary case; initials stay as they are."""
    if not word.isupper() or len(word) <= 2 or (len(word) <= 4 and not vowelled(word)):
        return word
    return _LETTERS.sub(lambda m: m.group().capitalize() if len(m.group()) > 1 else m.group(), word)
