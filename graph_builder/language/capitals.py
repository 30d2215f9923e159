"""A word in capitals goes in; out comes whether it can be spoken, as a name, or only spelt, as an abbreviation."""

from __future__ import annotations

import re

_FEW = re.compile(r"[A-Z]{2,4}")


def is_abbreviation(word: str) -> bool:
    """Whether a word of two to four capitals cannot be spoken, as "PCT" and "SEND" without a vowel behind the first letter."""
    return bool(_FEW.fullmatch(word)) and not any(c in "AEIOUY" for c in word[1:])


def vowelled(word: str) -> bool:
    """Whether a word holds a vowel and a consonant, so that it can be spoken."""
    return {letter in "AEIOUYÁÉÍÓÚ" for letter in word} == {True, False}
